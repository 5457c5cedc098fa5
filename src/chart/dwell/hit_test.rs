//! Which level and which days are pointed at: the whole column over a bin counts, however low its bar.

use super::layout::DwellLayout;

/// What lies under the pointer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DwellHit {
    /// A level's bin.
    Bin { level: usize, bin: usize },
    /// What lies beyond the last bin.
    Longer { level: usize },
}

/// The level and bin at a place.
#[must_use]
pub fn hit_test(layout: &DwellLayout, x: f64, y: f64) -> Option<DwellHit> {
    let level = layout.levels.iter().position(|level| level.row.contains(x, y) && y < level.row.bottom)?;
    if layout.longer.is_some_and(|(left, right)| x >= left && x <= right) {
        return Some(DwellHit::Longer { level });
    }
    let (days, last) = (layout.days.data_from_screen(x), layout.days.figures().1);
    let inside = (0.0..last).contains(&days);
    inside.then(|| DwellHit::Bin { level, bin: (days / layout.bin_days) as usize })
}
