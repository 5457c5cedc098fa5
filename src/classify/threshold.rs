//! Where an axis is cut in two (METHODS 1).

use serde::{Deserialize, Serialize};

use super::{Direction, jenks_split};
use crate::measure::pareto_count;
use crate::units::{Sum, quantile};

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

/// A cut with what should be said about it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Threshold {
    pub cut: f64,
    /// One side of a Jenks cut holds fewer than [`GIANT_SHARE`] of the customers.
    pub isolates_giant: bool,
}

/// Below this share of the customers one side of a Jenks cut counts as a lone giant (METHODS 8).
pub const GIANT_SHARE: f64 = 0.02;

impl ThresholdRule {
    /// The cut over the values of the rated customers, in any order. `None` where there are no values, where Pareto has no positive total,
    /// and for a typed value that is no number.
    ///
    /// ```
    /// use fourfold::classify::{Direction::{HighIsGood, LowIsGood}, ThresholdRule::{self, *}};
    /// // METHODS 1
    /// let values = [1.0, 2.0, 3.0, 4.0, 5.0, 20.0, 22.0, 25.0, 30.0, 100.0];
    /// let cut = |rule: ThresholdRule, direction| rule.threshold(&values, direction).unwrap().cut;
    /// assert_eq!(cut(Median, HighIsGood), 12.5);
    /// assert_eq!(cut(Mean, HighIsGood), 21.2);
    /// assert_eq!(cut(Pareto, HighIsGood), 22.0);
    /// // Jenks classes 1…30 | 100: the smallest value of the upper class, or the largest of the lower one.
    /// assert_eq!(cut(Jenks, HighIsGood), 100.0);
    /// assert_eq!(cut(Jenks, LowIsGood), 30.0);
    /// // Type 7, as numpy and Excel: position .9 · 9 = 8.1 between 30 and 100.
    /// assert!((cut(Quantile(0.9), HighIsGood) - 37.0).abs() < 1e-9);
    /// assert_eq!(cut(Manual(7.0), HighIsGood), 7.0);
    /// assert_eq!(Median.threshold(&[], HighIsGood), None);
    /// ```
    #[must_use]
    pub fn threshold(self, values: &[f64], direction: Direction) -> Option<Threshold> {
        if values.is_empty() {
            return None;
        }
        let mut sorted = values.to_vec();
        sorted.sort_unstable_by(f64::total_cmp);
        let plain = |cut: f64| cut.is_finite().then_some(Threshold { cut, isolates_giant: false });
        match self {
            Self::Median => plain(quantile(&sorted, 0.5)?),
            Self::Mean => plain(sorted.iter().copied().collect::<Sum>().value() / sorted.len() as f64),
            Self::Pareto => {
                sorted.reverse();
                plain(sorted[pareto_count(&sorted)? - 1])
            }
            Self::Jenks => Some(jenks(&sorted, direction)),
            Self::Quantile(part) => plain(quantile(&sorted, part)?),
            Self::Manual(cut) => plain(cut),
        }
    }
}

fn jenks(sorted: &[f64], direction: Direction) -> Threshold {
    let upper = jenks_split(sorted);
    let cut = match direction {
        Direction::HighIsGood => sorted[upper],
        Direction::LowIsGood => sorted[upper.saturating_sub(1)],
    };
    let smaller = upper.min(sorted.len() - upper);
    Threshold { cut, isolates_giant: upper > 0 && (smaller as f64) < GIANT_SHARE * sorted.len() as f64 }
}
