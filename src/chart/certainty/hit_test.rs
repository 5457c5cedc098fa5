//! What of the picture of certainty is pointed at: a dot, or the point of the curve nearest along the axis of entries.

use super::layout::CertaintyLayout;

/// From a dot's middle.
const REACH: f64 = 12.0;

/// What lies under the pointer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CertaintyHit {
    Answer,
    Plain,
    /// Number of the input's point.
    Point(usize),
}

/// What is meant by a place inside the plot.
#[must_use]
pub fn hit_test(layout: &CertaintyLayout, x: f64, y: f64) -> Option<CertaintyHit> {
    let near = |dot: &(f64, f64)| (dot.0 - x).hypot(dot.1 - y) <= REACH;
    if layout.answer.as_ref().is_some_and(near) {
        return Some(CertaintyHit::Answer);
    }
    if layout.plain.as_ref().is_some_and(near) {
        return Some(CertaintyHit::Plain);
    }
    let nearest = layout.points.iter().min_by(|one, other| (one.0 - x).abs().total_cmp(&(other.0 - x).abs()));
    nearest.filter(|_| layout.plot.contains(x, y)).map(|(_, index)| CertaintyHit::Point(*index))
}
