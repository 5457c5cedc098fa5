//! Draws a laid-out funnel on any plotters backend.

use plotters_backend::DrawingBackend;

use super::layout::{FunnelLayout, PlacedLevel};
use crate::chart::geometry::Rect;
use crate::chart::palette::Palette;
use crate::chart::pen::{Drawn, Pen};
use crate::chart::rows::Head;

/// Heads, rows, bars and their base line.
pub fn draw<B: DrawingBackend>(pen: &Pen<B>, layout: &FunnelLayout, palette: &Palette) -> Drawn<B> {
    for head in &layout.heads {
        draw_head(pen, head, palette)?;
    }
    let base = layout.scale.screen_from_data(0.0);
    layout.base.iter().try_for_each(|&(top, bottom)| pen.vertical(base, top, bottom, 1.0, palette.line_control))?;
    layout.levels.iter().try_for_each(|level| draw_level(pen, level, palette))
}

fn draw_head<B: DrawingBackend>(pen: &Pen<B>, head: &Head, palette: &Palette) -> Drawn<B> {
    pen.label(&head.label, palette.ink_3)?;
    let Some(key) = head.key else { return Ok(()) };
    match head.column {
        0 => pen.outline(key, 1.0, palette.ink),
        1 => pen.fill(key, palette.ink_2, 1.0),
        _ => pen.fill(Rect { top: key.bottom - 3.0, ..key }, palette.ink, 1.0),
    }
}

fn draw_level<B: DrawingBackend>(pen: &Pen<B>, level: &PlacedLevel, palette: &Palette) -> Drawn<B> {
    level.row.draw(pen, palette)?;
    level.stock.iter().try_for_each(|bar| pen.fill(*bar, palette.ink_2, 1.0))?;
    level.needed.iter().try_for_each(|bar| pen.outline(*bar, 1.0, palette.ink))?;
    level.yields.iter().try_for_each(|bar| pen.fill(*bar, palette.ink, 1.0))?;
    let Some(says) = &level.says else { return Ok(()) };
    let color = if says.cannot_be_reached { palette.bad } else { palette.ink_3 };
    says.lines.iter().try_for_each(|line| pen.label(line, color))
}
