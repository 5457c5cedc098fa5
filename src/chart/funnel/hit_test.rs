//! Which level is pointed at: the whole row counts, however short its bars.

use super::layout::FunnelLayout;

/// The level whose row lies at a place.
#[must_use]
pub fn hit_test(layout: &FunnelLayout, x: f64, y: f64) -> Option<usize> {
    layout.levels.iter().position(|level| level.row.holds(x, y))
}
