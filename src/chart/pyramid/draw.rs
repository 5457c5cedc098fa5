//! Draws a laid-out pyramid on any plotters backend.

use plotters_backend::DrawingBackend;

use super::layout::PyramidLayout;
use crate::chart::palette::Palette;
use crate::chart::pen::{Drawn, Pen};

/// Heads, rows and bars.
pub fn draw<B: DrawingBackend>(pen: &Pen<B>, layout: &PyramidLayout, palette: &Palette) -> Drawn<B> {
    layout.heads.iter().try_for_each(|head| pen.label(&head.label, palette.ink_3))?;
    for level in &layout.levels {
        level.row.draw(pen, palette)?;
        match level.bar {
            Some(bar) => pen.fill(bar, palette.ink_2, 1.0)?,
            // A tick on the axis of the pyramid: nothing, rather than forgotten.
            None => {
                let lane = level.row.lane;
                pen.vertical(f64::midpoint(lane.left, lane.right), lane.top, lane.bottom, 1.0, palette.line)?;
            }
        }
    }
    Ok(())
}
