//! Which class is pointed at: the whole row counts, however short its bar.

use super::layout::HoursLayout;

/// The class whose row lies at a place.
#[must_use]
pub fn hit_test(layout: &HoursLayout, x: f64, y: f64) -> Option<usize> {
    layout.bars.iter().position(|bar| bar.row.holds(x, y))
}
