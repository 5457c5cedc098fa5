//! Draws laid-out bars on any plotters backend.

use plotters_backend::DrawingBackend;

use super::layout::{BarsLayout, PlacedBar};
use crate::chart::geometry::Rect;
use crate::chart::palette::Palette;
use crate::chart::pen::{Drawn, Pen};

/// Bars, base line, mean and labels.
pub fn draw<B: DrawingBackend>(pen: &Pen<B>, layout: &BarsLayout, palette: &Palette) -> Drawn<B> {
    let plot = layout.plot;
    layout.bars.iter().try_for_each(|bar| draw_bar(pen, layout, bar, palette))?;
    pen.horizontal(layout.base, plot.left, plot.right, 1.0, palette.line_control)?;
    if let Some(mean) = layout.mean {
        pen.dashed(mean, plot.left, plot.right, 3.0, palette.ink)?;
    }
    match &layout.mean_label {
        Some((label, true)) => pen.plated(label, palette.ink_2, palette.surface)?,
        Some((label, false)) => pen.label(label, palette.ink_2)?,
        None => {}
    }
    layout.largest.iter().try_for_each(|label| pen.label(label, palette.ink_2))?;
    layout.labels.iter().try_for_each(|label| pen.label(label, palette.ink_3))
}

fn draw_bar<B: DrawingBackend>(pen: &Pen<B>, layout: &BarsLayout, bar: &PlacedBar, palette: &Palette) -> Drawn<B> {
    if let Some(body) = bar.body {
        match (bar.left_out, bar.tick, bar.negative) {
            (true, _, _) => outline(pen, body, palette)?,
            (false, true, _) => pen.fill(body, palette.line_control, 1.0)?,
            (false, false, true) => pen.fill(body, palette.bad, 1.0)?,
            (false, false, false) => pen.fill(body, palette.of_class(layout.class), 1.0)?,
        }
    }
    bar.returns.iter().try_for_each(|returns| pen.fill(*returns, palette.bad, 1.0))
}

fn outline<B: DrawingBackend>(pen: &Pen<B>, body: Rect, palette: &Palette) -> Drawn<B> {
    pen.dashed(body.top + 0.5, body.left, body.right, 2.0, palette.line_control)?;
    pen.dashed(body.bottom - 0.5, body.left, body.right, 2.0, palette.line_control)?;
    pen.dashed_down(body.left + 0.5, body.top, body.bottom, 2.0, palette.line_control)?;
    pen.dashed_down(body.right - 0.5, body.top, body.bottom, 2.0, palette.line_control)
}
