//! Why a customer has no class.

use serde::{Deserialize, Serialize};

/// Why a customer has no class (METHODS 0). Such customers stay in every total.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum NotRated {
    /// Fewer than [`super::LEAST_PERIODS`] counted periods.
    TooFewPeriods,
    /// Fewer than [`super::LEAST_ORDERS`] orders, for the measures by order.
    TooFewOrders,
    /// What came back is as much as what was bought, or more.
    MeanNotPositive,
    /// Not one row in the window.
    NotInWindow,
    /// The customer list gives no figure.
    NoMeasure,
    /// A potential customer without an expected contribution, or without one rating of its scorecard.
    NoExpectedContribution,
    /// A potential customer without an intent, a level that stands for one, or one rating of its scorecard.
    NoIntent,
}

impl NotRated {
    pub const ALL: [Self; 7] = [
        Self::TooFewPeriods,
        Self::TooFewOrders,
        Self::MeanNotPositive,
        Self::NotInWindow,
        Self::NoMeasure,
        Self::NoExpectedContribution,
        Self::NoIntent,
    ];

    /// As in exports.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::TooFewPeriods => "too_few_periods",
            Self::TooFewOrders => "too_few_orders",
            Self::MeanNotPositive => "mean_not_positive",
            Self::NotInWindow => "not_in_window",
            Self::NoMeasure => "no_measure",
            Self::NoExpectedContribution => "no_expected_contribution",
            Self::NoIntent => "no_intent",
        }
    }
}
