//! Which step is pointed at: the whole row counts.

use super::layout::IntervalsLayout;

/// The step whose row lies at a place.
#[must_use]
pub fn hit_test(layout: &IntervalsLayout, x: f64, y: f64) -> Option<usize> {
    layout.steps.iter().position(|step| step.row.holds(x, y))
}
