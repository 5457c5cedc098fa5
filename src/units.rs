//! Units with checked constructors, so that a share is never mistaken for a percentage.

use serde::{Deserialize, Serialize};

/// A part of a whole, 0..=1. Shown as a percentage, never stored as one.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Serialize, Deserialize)]
pub struct Share(f64);

impl Share {
    /// No part at all.
    pub const NONE: Self = Self(0.0);

    /// `None` outside 0..=1 and for NaN.
    #[must_use]
    pub fn new(value: f64) -> Option<Self> {
        (0.0..=1.0).contains(&value).then_some(Self(value))
    }

    #[must_use]
    pub fn value(self) -> f64 {
        self.0
    }
}

/// Relative tolerance of every comparison with a threshold (METHODS 0).
pub const RELATIVE_TOLERANCE: f64 = 1e-9;

/// `value >= threshold`, where a value within [`RELATIVE_TOLERANCE`] counts as equal (METHODS 0).
///
/// ```
/// use fourfold::units::reaches;
/// assert!(reaches(37.619_999_999_999_997, 37.62));
/// assert!(!reaches(37.61, 37.62));
/// ```
#[must_use]
pub fn reaches(value: f64, threshold: f64) -> bool {
    value >= threshold || nearly_equal(value, threshold)
}

/// Equal within [`RELATIVE_TOLERANCE`] of the larger magnitude.
#[must_use]
pub fn nearly_equal(left: f64, right: f64) -> bool {
    (left - right).abs() <= RELATIVE_TOLERANCE * left.abs().max(right.abs())
}

/// The whole number shown for a real one: rounded up, but not by the noise of floating point (METHODS 0).
///
/// ```
/// use fourfold::units::rounded_up;
/// assert_eq!(rounded_up(833.3), 834.0);
/// assert_eq!(rounded_up(0.3 / 0.1), 3.0);
/// assert_eq!(rounded_up(1.1 * 60.0), 66.0);
/// ```
#[must_use]
pub fn rounded_up(value: f64) -> f64 {
    (value * (1.0 - 1e-12)).ceil()
}

/// The value below which `part` (0..=1) of the values lies, `sorted` ascending: type 7 of Hyndman & Fan, linear between order statistics.
/// `None` for an empty slice or a `part` that is no number.
///
/// ```
/// use fourfold::units::quantile;
/// assert_eq!(quantile(&[1.0, 2.0, 3.0, 4.0], 0.5), Some(2.5));
/// assert_eq!(quantile(&[], 0.5), None);
/// ```
#[must_use]
pub fn quantile(sorted: &[f64], part: f64) -> Option<f64> {
    if part.is_nan() {
        return None;
    }
    let last = sorted.len().checked_sub(1)?;
    let position = part.clamp(0.0, 1.0) * last as f64;
    let below = position.floor();
    let low = sorted[(below as usize).min(last)];
    let high = sorted[(below as usize + 1).min(last)];
    // Halves are averaged as such, so that an even median is exact.
    let rest = position - below;
    Some(if rest == 0.5 { f64::midpoint(low, high) } else { low + rest * (high - low) })
}

/// Neumaier's compensated sum: the result depends on the row order only, never on magnitudes met on the way (METHODS 0).
#[derive(Clone, Copy, Debug, Default)]
pub struct Sum {
    total: f64,
    compensation: f64,
    absolute: f64,
}

impl Sum {
    pub fn add(&mut self, value: f64) {
        let next = self.total + value;
        self.compensation += if self.total.abs() >= value.abs() { (self.total - next) + value } else { (value - next) + self.total };
        self.total = next;
        self.absolute += value.abs();
    }

    /// The sum; 0 where it is smaller than 1e-9 of the sum of absolute amounts (METHODS 0).
    #[must_use]
    pub fn value(&self) -> f64 {
        let value = self.total + self.compensation;
        if value.abs() < RELATIVE_TOLERANCE * self.absolute { 0.0 } else { value }
    }
}

impl FromIterator<f64> for Sum {
    fn from_iter<I: IntoIterator<Item = f64>>(values: I) -> Self {
        let mut sum = Self::default();
        values.into_iter().for_each(|value| sum.add(value));
        sum
    }
}
