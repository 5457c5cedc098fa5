//! Draws laid-out dwell times on any plotters backend.

use plotters_backend::DrawingBackend;

use super::layout::{DwellLayout, PlacedDwell};
use crate::chart::geometry::Rect;
use crate::chart::palette::Palette;
use crate::chart::pen::{Drawn, Pen};

/// Half the height of the bar between the quartiles.
const BETWEEN: f64 = 1.5;
/// Radius of the median's dot.
const MEDIAN: f64 = 4.0;

/// Hairlines, bars, quartiles and texts.
pub fn draw<B: DrawingBackend>(pen: &Pen<B>, layout: &DwellLayout, palette: &Palette) -> Drawn<B> {
    layout.levels.iter().try_for_each(|level| draw_level(pen, layout, level, palette))?;
    layout.axis.iter().try_for_each(|label| pen.label(label, palette.ink_3))
}

fn draw_level<B: DrawingBackend>(pen: &Pen<B>, layout: &DwellLayout, level: &PlacedDwell, palette: &Palette) -> Drawn<B> {
    let plot = level.plot;
    pen.label(&level.code, palette.ink)?;
    pen.label(&level.name, palette.ink_2)?;
    pen.label(&level.text, palette.ink_2)?;
    layout.ticks.iter().try_for_each(|&x| pen.vertical(x, plot.top, plot.bottom + 4.0, 1.0, palette.line))?;
    level.bars.iter().try_for_each(|(_, bar)| pen.fill(*bar, palette.line_control, 1.0))?;
    level.longer.iter().try_for_each(|bar| pen.outline(*bar, 1.0, palette.line_control))?;
    level.shares.iter().try_for_each(|label| pen.plated(label, palette.ink_3, palette.surface))?;
    pen.horizontal(plot.bottom, plot.left, plot.right, 1.0, palette.line_control)?;
    if let Some((left, right)) = layout.longer {
        pen.horizontal(plot.bottom, left, right, 1.0, palette.line_control)?;
    }
    draw_quartiles(pen, level, palette)
}

fn draw_quartiles<B: DrawingBackend>(pen: &Pen<B>, level: &PlacedDwell, palette: &Palette) -> Drawn<B> {
    let y = level.quartiles.y;
    if let Some((left, right)) = level.quartiles.between {
        pen.fill(Rect { left, top: y - BETWEEN, right: right.max(left + 1.0), bottom: y + BETWEEN }, palette.ink_2, 1.0)?;
    }
    level.quartiles.median.iter().try_for_each(|&x| pen.dot((x, y), MEDIAN, false, palette))
}
