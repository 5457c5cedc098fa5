//! Which parts of the canvas still let something through.

use super::Pixels;

/// How many pixels of each tile of the canvas still let through what lies below. A mark that meets none is passed over at once.
pub(super) struct OpenTiles {
    columns: usize,
    rows: usize,
    left: Vec<u8>,
}

/// Side of a tile in device pixels.
const TILE: usize = 8;

impl OpenTiles {
    pub fn new(pixels: &Pixels) -> Self {
        let (columns, rows) = (pixels.width.div_ceil(TILE), pixels.height.div_ceil(TILE));
        let mut left = Vec::with_capacity(columns * rows);
        for row in 0..rows {
            let high = (pixels.height - row * TILE).min(TILE);
            left.extend((0..columns).map(|column| (high * (pixels.width - column * TILE).min(TILE)) as u8));
        }
        Self { columns, rows, left }
    }

    /// Whether a square that touches the canvas meets a pixel not yet filled, or may do so.
    pub fn any(&self, left: i64, top: i64, side: i64) -> bool {
        let tile = |place: i64, last: usize| (place.max(0) as usize / TILE).min(last);
        let (first, last) = (tile(left, self.columns - 1), tile(left + side - 1, self.columns - 1));
        (tile(top, self.rows - 1)..=tile(top + side - 1, self.rows - 1))
            .any(|row| self.left[row * self.columns + first..=row * self.columns + last].iter().any(|left| *left > 0))
    }

    pub fn fill(&mut self, x: usize, y: usize) {
        if let Some(left) = self.left.get_mut(y / TILE * self.columns + x / TILE) {
            *left = left.saturating_sub(1);
        }
    }
}
