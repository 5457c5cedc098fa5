//! The options that change a measure (METHODS 0 and 1). Defaults are METHODS' defaults.
//! Knows nothing of thresholds: those are chosen in `classify`.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::calendar::{Day, Grain};

/// What contribution adds up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ContributionBasis {
    /// Sum of amounts in the window.
    #[default]
    Total,
    /// Sum of amount − cost; stability follows it.
    Margin,
    /// Total of the counted periods ÷ their number.
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

    /// The period its figures are summed by; months where it does not work by periods.
    #[must_use]
    pub fn grain(self) -> Grain {
        if self == Self::CvQuarter { Grain::Quarter } else { Grain::Month }
    }

    /// Which way the measure points: shares of active months up, variation down, a given column as its owner said.
    #[must_use]
    pub fn high_is_stable(self, given_high_is_stable: bool) -> bool {
        match self {
            Self::ActiveMonths => true,
            Self::Given => given_high_is_stable,
            Self::CvMonth | Self::CvQuarter | Self::CvOrder | Self::Regularity => false,
        }
    }
}

/// Which periods count for a customer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum MonthsCounted {
    #[default]
    SinceFirst,
    WholeWindow,
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

/// Purchase rows of some sources only, such as those of one import: the first and the last of them, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceRange {
    pub first: u16,
    pub last: u16,
}

impl SourceRange {
    #[must_use]
    pub fn contains(self, source: u16) -> bool {
        (self.first..=self.last).contains(&source)
    }
}

/// Everything that decides the measures of a workspace, and nothing else: equal options over equal data give equal measures.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MeasureOptions {
    pub contribution: ContributionBasis,
    /// Ignore negative amounts.
    pub gross: bool,
    pub stability: StabilityMeasure,
    pub months_counted: MonthsCounted,
    pub leave_out_incomplete: bool,
    pub window: Window,
    pub filters: Filters,
    pub given_high_is_stable: bool,
    /// `None`: rows of all sources. A customer's first purchase is looked for in all of them either way (METHODS 0).
    pub sources: Option<SourceRange>,
}
