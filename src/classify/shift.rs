//! Whether a customer changed sides on an axis between two windows, and what made it do so: its own figure or the cut.

use serde::{Deserialize, Serialize};

use super::Direction;
use crate::units::reaches;

/// What made a customer change sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ShiftCause {
    /// Its own figure: by the first window's cut alone it would have changed sides as well.
    Value,
    /// The cut alone: its old figure stands on the other side of the new cut, its new one on the old side of the old cut.
    Cut,
    /// Neither alone would have done it.
    Together,
}

/// One axis of one customer in two windows, each with its own cut. Figures and cuts in the measure's unit.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct AxisShift {
    pub from: f64,
    pub to: f64,
    pub cut_from: f64,
    pub cut_to: f64,
    /// On the good side (high contribution, stable) in the first window.
    pub was_good: bool,
    pub is_good: bool,
    /// `None` where the customer stays on its side.
    pub cause: Option<ShiftCause>,
}

impl AxisShift {
    /// Compares the two windows on one axis (METHODS 0: ties count as good). The cause is an extension of ours.
    ///
    /// ```
    /// use fourfold::classify::{AxisShift, Direction::{HighIsGood, LowIsGood}, ShiftCause};
    /// // 100 fell to 40 under the same cut.
    /// let fell = AxisShift::new((100.0, 40.0), (50.0, 50.0), HighIsGood);
    /// assert_eq!((fell.was_good, fell.is_good, fell.cause), (true, false, Some(ShiftCause::Value)));
    /// // Bought the same; the others bought more.
    /// assert_eq!(AxisShift::new((100.0, 100.0), (50.0, 120.0), HighIsGood).cause, Some(ShiftCause::Cut));
    /// // 100 to 80 would not do under the cut of 50, nor would the cut of 90 for a customer of 100.
    /// assert_eq!(AxisShift::new((100.0, 80.0), (50.0, 90.0), HighIsGood).cause, Some(ShiftCause::Together));
    /// // Less variation is good, and so is a tie.
    /// assert!(AxisShift::new((1.2, 1.0), (1.0, 1.0), LowIsGood).is_good);
    /// assert_eq!(AxisShift::new((1.2, 1.1), (1.0, 1.0), LowIsGood).cause, None);
    /// ```
    #[must_use]
    pub fn new((from, to): (f64, f64), (cut_from, cut_to): (f64, f64), direction: Direction) -> Self {
        let good = |value: f64, cut: f64| match direction {
            Direction::HighIsGood => reaches(value, cut),
            Direction::LowIsGood => reaches(cut, value),
        };
        let (was_good, is_good) = (good(from, cut_from), good(to, cut_to));
        let by_value = good(to, cut_from) != was_good;
        let by_cut = good(from, cut_to) != was_good;
        let cause = (was_good != is_good).then_some(match (by_value, by_cut) {
            (true, _) => ShiftCause::Value,
            (false, true) => ShiftCause::Cut,
            (false, false) => ShiftCause::Together,
        });
        Self { from, to, cut_from, cut_to, was_good, is_good, cause }
    }
}
