//! What a typed figure must be, and which one is not: one error a field, so that each message can stand at its own field.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A figure a user can type, with its place where there are several.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Field {
    Target,
    Signed,
    AverageOrder,
    /// Advance rate from stage `step + 1` to stage `step`.
    Rate {
        step: usize,
    },
    /// A required number typed over the computed one.
    Required {
        stage: usize,
    },
    /// Open customers at a stage.
    Stock {
        stage: usize,
    },
    /// Days spent on a level, nearest the sale first.
    Dwell {
        level: usize,
    },
    /// How far a lever is moved.
    Lift,
    EntriesPerDay,
    DaysLeft,
    HoursPerAttempt {
        step: usize,
    },
    AttemptsPerCustomer,
    WeeklyHours,
    Weeks,
    DirectSellingShare,
    StaffingRatio,
    Attrition,
    /// Weekly hours × weeks × direct selling share.
    SellingHours,
    CashReceived,
    ContractValue,
    /// A group's share of the target.
    Share,
    /// The sum of the typed shares.
    Shares,
    /// A field of one of several groups.
    InGroup {
        group: usize,
        field: Box<Field>,
    },
}

/// Larger figures are slips of the hand; sums and products of allowed ones stay numbers.
pub const MOST: f64 = 1e15;

/// What a field takes. All of them leave out what is no number and what is more than [`MOST`].
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Allowed {
    /// 0 or more.
    NotNegative,
    /// More than 0.
    Positive,
    /// 0 to 1.
    Share,
    /// More than 0, up to 1.
    PositiveShare,
    /// Shares that make 1 together; no more than 1 where some are left to be divided.
    WholeInAll,
    /// A whole number in this range.
    Whole { least: u32, most: u32 },
    /// As [`super::Confidence`]: 0.5 to 0.99.
    Confidence,
}

impl Allowed {
    #[must_use]
    pub fn admits(self, value: f64) -> bool {
        value <= MOST
            && match self {
                Self::NotNegative => value >= 0.0,
                Self::Positive => value > 0.0,
                Self::PositiveShare => value > 0.0 && value <= 1.0,
                Self::Share | Self::WholeInAll => (0.0..=1.0).contains(&value),
                Self::Whole { least, most } => value.fract() == 0.0 && (f64::from(least)..=f64::from(most)).contains(&value),
                Self::Confidence => (0.5..=0.99).contains(&value),
            }
    }
}

/// A figure that cannot be worked with. `found` is `None` where there is none or where it is no number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct InputError {
    pub field: Field,
    pub found: Option<f64>,
    pub allowed: Allowed,
}

impl fmt::Display for InputError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{self:?}")
    }
}

impl std::error::Error for InputError {}

/// Gathers what is wrong with all fields of a calculation, so that a user sees every message at once.
#[derive(Debug, Default)]
pub(super) struct Checks {
    errors: Vec<InputError>,
}

impl Checks {
    /// Holds `value` to what is allowed.
    pub(super) fn check(&mut self, field: Field, value: f64, allowed: Allowed) {
        if !allowed.admits(value) {
            self.refuse(field, value, allowed);
        }
    }

    /// A value that was found wrong elsewhere.
    pub(super) fn refuse(&mut self, field: Field, value: f64, allowed: Allowed) {
        self.errors.push(InputError { field, found: value.is_finite().then_some(value), allowed });
    }

    /// As [`Checks::check`] where there is a value.
    pub(super) fn check_some(&mut self, field: Field, value: Option<f64>, allowed: Allowed) {
        if let Some(value) = value {
            self.check(field, value, allowed);
        }
    }

    /// As [`Checks::check`]; a missing value is an error too.
    pub(super) fn require(&mut self, field: Field, value: Option<f64>, allowed: Allowed) {
        self.check(field, value.unwrap_or(f64::NAN), allowed);
    }

    /// # Errors
    /// Everything that was found wrong, in the order of the checks.
    pub(super) fn done(self) -> Result<(), Vec<InputError>> {
        if self.errors.is_empty() { Ok(()) } else { Err(self.errors) }
    }
}
