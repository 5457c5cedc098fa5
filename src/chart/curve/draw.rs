//! Draws a laid-out contribution curve on any plotters backend.

use plotters_backend::DrawingBackend;

use super::layout::CurveLayout;
use crate::chart::palette::Palette;
use crate::chart::pen::{Drawn, Pen};

/// Axes, diagonal, curve and Pareto point.
pub fn draw<B: DrawingBackend>(pen: &Pen<B>, layout: &CurveLayout, palette: &Palette) -> Drawn<B> {
    let plot = layout.plot;
    for &y in &layout.grid {
        pen.horizontal(y, plot.left, plot.right, 1.0, palette.line)?;
    }
    pen.horizontal(plot.bottom, plot.left, plot.right, 1.0, palette.line_control)?;
    for &x in &layout.ticks {
        pen.vertical(x, plot.bottom, plot.bottom + 5.0, 1.0, palette.line_control)?;
    }
    layout.axis.iter().try_for_each(|label| pen.label(label, palette.ink_3))?;
    pen.path(&layout.diagonal, 1.0, palette.line_control)?;
    if let Some(label) = &layout.equal {
        pen.label(label, palette.ink_3)?;
    }
    pen.path(&layout.curve, 2.0, palette.ink)?;
    draw_pareto(pen, layout, palette)
}

fn draw_pareto<B: DrawingBackend>(pen: &Pen<B>, layout: &CurveLayout, palette: &Palette) -> Drawn<B> {
    let Some((x, y)) = layout.pareto else { return Ok(()) };
    pen.dashed_down(x, y, layout.plot.bottom, 3.0, palette.ink_3)?;
    pen.dashed(y, layout.plot.left, x, 3.0, palette.ink_3)?;
    pen.disc((x, y), 6.5, palette.surface)?;
    pen.disc((x, y), 5.0, palette.ink)?;
    layout.pareto_labels.iter().try_for_each(|label| pen.plated(label, palette.ink, palette.surface))
}
