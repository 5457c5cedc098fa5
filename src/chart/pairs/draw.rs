//! Draws laid-out pairs of bars on any plotters backend.

use plotters_backend::DrawingBackend;

use super::layout::{PairsLayout, PlacedPair};
use crate::chart::geometry::Rect;
use crate::chart::palette::Palette;
use crate::chart::pen::{Drawn, Pen};

/// Heads with their keys, rows and bars.
pub fn draw<B: DrawingBackend>(pen: &Pen<B>, layout: &PairsLayout, palette: &Palette) -> Drawn<B> {
    for head in &layout.heads {
        pen.label(&head.label, palette.ink_3)?;
        match (head.key, head.column) {
            (Some(key), 0) => pen.fill(key, palette.ink_2, 1.0)?,
            (Some(key), _) => pen.outline(key, 1.25, palette.ink_2)?,
            (None, _) => {}
        }
    }
    layout.bars.iter().try_for_each(|bar| draw_bar(pen, bar, palette))
}

fn draw_bar<B: DrawingBackend>(pen: &Pen<B>, bar: &PlacedPair, palette: &Palette) -> Drawn<B> {
    bar.row.draw(pen, palette)?;
    let lane = bar.row.lane;
    pen.vertical(lane.left, lane.top, lane.bottom, 1.0, palette.line_control)?;
    if let Some(filled) = bar.filled {
        // Lower than the outline around it, so that both are seen where they are equally long.
        pen.fill(
            Rect { top: filled.top + 4.0, bottom: (filled.bottom - 4.0).max(filled.top + 5.0), ..filled },
            palette.of_class(bar.class),
            1.0,
        )?;
    }
    bar.outlined.iter().try_for_each(|outlined| pen.outline(*outlined, 1.25, palette.ink_2))
}
