//! Which row is pointed at: the whole row counts, however short its bar.

use super::layout::PairsLayout;

/// The bar whose row lies at a place.
#[must_use]
pub fn hit_test(layout: &PairsLayout, x: f64, y: f64) -> Option<usize> {
    layout.bars.iter().position(|bar| bar.row.holds(x, y))
}
