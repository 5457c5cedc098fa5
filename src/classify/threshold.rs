//! Where an axis is cut in two (METHODS 1).

use serde::{Deserialize, Serialize};

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
