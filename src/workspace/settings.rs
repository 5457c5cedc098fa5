//! The options that change an answer (METHODS 0 and 1). Defaults are METHODS' defaults.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::calendar::Day;

/// What contribution adds up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ContributionBasis {
    /// Sum of amounts in the window.
    #[default]
    Total,
    /// Sum of amount − cost; stability follows it.
    Margin,
    /// Total of the complete periods per counted period.
    PerPeriod,
}

/// How stability is measured (METHODS 1).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum StabilityMeasure {
    #[default]
    CvMonth,
    CvQuarter,
    ActiveMonths,
    CvOrder,
    Regularity,
    /// As given in an imported customer list.
    Given,
}

impl StabilityMeasure {
    pub const ALL: [Self; 6] = [Self::CvMonth, Self::CvQuarter, Self::ActiveMonths, Self::CvOrder, Self::Regularity, Self::Given];

    /// Stable code for selects, exports and tests.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::CvMonth => "cv-month",
            Self::CvQuarter => "cv-quarter",
            Self::ActiveMonths => "active-months",
            Self::CvOrder => "cv-order",
            Self::Regularity => "regularity",
            Self::Given => "given",
        }
    }

    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|measure| measure.code() == code)
    }
}

/// Which periods count for a customer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum MonthsCounted {
    #[default]
    SinceFirst,
    WholeWindow,
}

/// How a cut is found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum ThresholdRule {
    #[default]
    Median,
    Mean,
    /// Smallest k customers reaching 80 % of the total; the k-th value. Contribution only.
    Pareto,
    /// Two classes by exact dynamic programming.
    Jenks,
    /// 0..=1.
    Quantile(f64),
    /// Typed or dragged, in the measure's unit.
    Manual(f64),
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum AxisScale {
    #[default]
    Log,
    Linear,
}

/// Analysis window; `None` = the data's own end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Window {
    pub from: Option<Day>,
    pub to: Option<Day>,
}

/// Rows taken into account, by the column's values; an empty set means all. `""` stands for rows without a value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filters {
    pub region: BTreeSet<String>,
    pub product: BTreeSet<String>,
    pub rep: BTreeSet<String>,
}

/// Every option of the existing-customers page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ExistingSettings {
    pub contribution: ContributionBasis,
    /// Ignore negative amounts.
    pub gross: bool,
    pub stability: StabilityMeasure,
    pub months_counted: MonthsCounted,
    pub leave_out_incomplete: bool,
    pub window: Window,
    pub filters: Filters,
    pub contribution_threshold: ThresholdRule,
    pub stability_threshold: ThresholdRule,
    pub scale: AxisScale,
    /// A given stability column points up (high is stable).
    pub given_high_is_stable: bool,
    /// Seed of the resampling (METHODS 0).
    pub seed: u64,
}

impl Default for ExistingSettings {
    fn default() -> Self {
        Self {
            contribution: ContributionBasis::default(),
            gross: false,
            stability: StabilityMeasure::default(),
            months_counted: MonthsCounted::default(),
            leave_out_incomplete: true,
            window: Window::default(),
            filters: Filters::default(),
            contribution_threshold: ThresholdRule::default(),
            stability_threshold: ThresholdRule::default(),
            scale: AxisScale::default(),
            given_high_is_stable: false,
            seed: 1,
        }
    }
}
