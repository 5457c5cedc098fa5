//! From tables to one figure a customer: contribution, stability and what they rest on (METHODS 0 and 1). One measure a file.
//! Knows nothing of thresholds, classes or screens.

mod not_rated;
mod options;
mod score;

pub use not_rated::NotRated;
pub use options::{ContributionBasis, Filters, MeasureOptions, MonthsCounted, StabilityMeasure, Window};
pub use score::ScoreScale;

/// Fewest counted periods a customer is rated by (METHODS 0).
pub const LEAST_PERIODS: u32 = 4;
/// Fewest orders a customer is rated by where the measure works by order (METHODS 1).
pub const LEAST_ORDERS: u32 = 3;
