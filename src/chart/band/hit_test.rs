//! Which month is pointed at: the one nearest to the pointer.

use super::layout::BandLayout;

/// Number of the input's month nearest to `x`, for a place inside the plot.
#[must_use]
pub fn hit_test(layout: &BandLayout, x: f64, y: f64) -> Option<usize> {
    let nearest = layout.months.iter().min_by(|one, other| (one.x - x).abs().total_cmp(&(other.x - x).abs()));
    nearest.filter(|_| layout.plot.contains(x, y)).map(|month| month.month)
}
