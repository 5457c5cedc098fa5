//! Rectangles in chart units (CSS pixels, y downwards).

use serde::{Deserialize, Serialize};

/// A rectangle; `left ≤ right`, `top ≤ bottom`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Rect {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Rect {
    /// From any two opposite corners.
    #[must_use]
    pub fn between(from: (f64, f64), to: (f64, f64)) -> Self {
        Self { left: from.0.min(to.0), top: from.1.min(to.1), right: from.0.max(to.0), bottom: from.1.max(to.1) }
    }

    #[must_use]
    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    #[must_use]
    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }

    /// Borders belong to it; false for NaN.
    #[must_use]
    pub fn contains(&self, x: f64, y: f64) -> bool {
        x >= self.left && x <= self.right && y >= self.top && y <= self.bottom
    }

    #[must_use]
    pub fn encloses(&self, other: &Self) -> bool {
        self.contains(other.left, other.top) && self.contains(other.right, other.bottom)
    }

    /// Touching at a border is no overlap.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    /// Larger by `by` on every side; smaller for a negative number.
    #[must_use]
    pub fn grown(&self, by: f64) -> Self {
        Self { left: self.left - by, top: self.top - by, right: self.right + by, bottom: self.bottom + by }
    }
}
