//! Which point of the curve is meant: the one nearest to the pointer along the axis of customers.

use super::layout::CurveLayout;

/// Number of the input's point nearest to `x`, for a place inside the plot.
#[must_use]
pub fn hit_test(layout: &CurveLayout, x: f64, y: f64) -> Option<usize> {
    if !layout.plot.contains(x, y) {
        return None;
    }
    // The first place is the origin, which is no point of the input.
    let after = layout.curve.iter().skip(1).enumerate();
    after.min_by(|(_, one), (_, other)| (one.0 - x).abs().total_cmp(&(other.0 - x).abs())).map(|(index, _)| index)
}
