//! What a customer bought period by period: the base of the measures by month and quarter.

use super::{LEAST_PERIODS, NotRated, Variation};
use crate::units::Sum;

/// Totals of one customer's counted periods. Only those that are not 0 are held, so that a long window costs nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PeriodTotals {
    /// Periods that count for this customer.
    pub counted: u32,
    /// Period number and total, ascending, none of them 0.
    pub periods: Vec<i32>,
    pub totals: Vec<f64>,
}

impl PeriodTotals {
    /// From the totals of consecutive periods, zeros included.
    #[must_use]
    pub fn from_consecutive(totals: &[f64]) -> Self {
        let mut period_totals = Self { counted: totals.len() as u32, ..Self::default() };
        for (period, &total) in (0..).zip(totals) {
            if total != 0.0 {
                period_totals.periods.push(period);
                period_totals.totals.push(total);
            }
        }
        period_totals
    }

    /// Counted periods with a total that is not 0.
    #[must_use]
    pub fn active(&self) -> u32 {
        self.totals.len() as u32
    }

    /// Counted periods with a total of 0.
    #[must_use]
    pub fn zeros(&self) -> u32 {
        self.counted.saturating_sub(self.active())
    }

    /// Over the counted periods, zeros included.
    #[must_use]
    pub fn variation(&self) -> Option<Variation> {
        Variation::of(&self.totals, self.zeros() as usize)
    }

    #[must_use]
    pub fn sum(&self) -> f64 {
        self.totals.iter().copied().collect::<Sum>().value()
    }

    /// # Errors
    /// Fewer than [`LEAST_PERIODS`] counted periods (METHODS 0).
    pub fn require_least(&self) -> Result<(), NotRated> {
        if self.counted < LEAST_PERIODS { Err(NotRated::TooFewPeriods) } else { Ok(()) }
    }

    /// What an active period usually brings: the mean of the non-zero totals.
    #[must_use]
    pub fn usual(&self) -> Option<f64> {
        Variation::of(&self.totals, 0).map(|variation| variation.mean)
    }
}
