//! Which period is pointed at: the whole column counts, however low its bar.

use super::layout::BarsLayout;

/// The period whose column lies at a place between the top of the chart and its labels.
#[must_use]
pub fn hit_test(layout: &BarsLayout, x: f64, y: f64) -> Option<usize> {
    let inside = y >= 0.0 && y <= layout.plot.bottom;
    layout.bars.iter().position(|bar| inside && x >= bar.column.left && x < bar.column.right)
}
