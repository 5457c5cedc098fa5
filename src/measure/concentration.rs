//! How much of the money few customers bring (METHODS 1): Gini, HHI, Pareto count, cumulative shares.

use crate::units::{Sum, reaches};

/// The share of the total the largest customers of the Pareto rule bring (METHODS 1).
pub const PARETO_SHARE: f64 = 0.8;

/// Gini coefficient and Herfindahl–Hirschman index over the positive totals.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Concentration {
    /// 0 = all alike, towards 1 = one has all.
    pub gini: f64,
    /// Sum of squared shares, 1/n..=1.
    pub hhi: f64,
}

/// `None` where no total is positive.
///
/// ```
/// use fourfold::measure::concentration;
/// // Checked against the mean absolute difference form of the Gini coefficient.
/// let found = concentration(&[1.0, 2.0, 3.0, 4.0, 5.0, 20.0, 22.0, 25.0, 30.0, 100.0, -7.0]).unwrap();
/// assert!((found.gini - 0.597_170).abs() < 5e-7);
/// assert!((found.hhi - 0.277_323).abs() < 5e-7);
/// ```
#[must_use]
pub fn concentration(totals: &[f64]) -> Option<Concentration> {
    let mut positive: Vec<f64> = totals.iter().copied().filter(|total| *total > 0.0).collect();
    if positive.is_empty() {
        return None;
    }
    positive.sort_unstable_by(f64::total_cmp);
    let count = positive.len() as f64;
    let total = positive.iter().copied().collect::<Sum>().value();
    let ranked: Sum = positive.iter().enumerate().map(|(below, value)| (below + 1) as f64 * value).collect();
    let squares: Sum = positive.iter().map(|value| (value / total) * (value / total)).collect();
    Some(Concentration { gini: 2.0 * ranked.value() / (count * total) - (count + 1.0) / count, hhi: squares.value() })
}

/// The smallest number of largest customers that reach [`PARETO_SHARE`] of the total. `descending` is sorted from the largest on;
/// `None` where the total is not positive.
///
/// ```
/// use fourfold::measure::pareto_count;
/// assert_eq!(pareto_count(&[100.0, 30.0, 25.0, 22.0, 20.0, 5.0, 4.0, 3.0, 2.0, 1.0]), Some(4));
/// assert_eq!(pareto_count(&[5.0, -5.0]), None);
/// ```
#[must_use]
pub fn pareto_count(descending: &[f64]) -> Option<usize> {
    let total = descending.iter().copied().collect::<Sum>().value();
    if total <= 0.0 {
        return None;
    }
    let mut reached = Sum::default();
    descending
        .iter()
        .position(|&value| {
            reached.add(value);
            reaches(reached.value(), PARETO_SHARE * total)
        })
        .map(|position| position + 1)
}
