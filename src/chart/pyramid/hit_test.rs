//! Which level is pointed at: the whole row counts, however short its bar.

use super::layout::PyramidLayout;

/// The level whose row lies at a place.
#[must_use]
pub fn hit_test(layout: &PyramidLayout, x: f64, y: f64) -> Option<usize> {
    layout.levels.iter().position(|level| level.row.holds(x, y))
}
