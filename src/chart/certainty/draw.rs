//! Draws the laid-out picture of certainty on any plotters backend.

use plotters_backend::DrawingBackend;

use super::layout::CertaintyLayout;
use crate::chart::palette::Palette;
use crate::chart::pen::{Drawn, Pen};

/// Radius of a dot.
const DOT: f64 = 4.5;

/// Axes, dotted lines, curve, dots and their labels.
pub fn draw<B: DrawingBackend>(pen: &Pen<B>, layout: &CertaintyLayout, palette: &Palette) -> Drawn<B> {
    let plot = layout.plot;
    layout.grid.iter().try_for_each(|&y| pen.horizontal(y, plot.left, plot.right, 1.0, palette.line))?;
    pen.horizontal(plot.bottom, plot.left, plot.right, 1.0, palette.line_control)?;
    layout.ticks.iter().try_for_each(|&x| pen.vertical(x, plot.bottom, plot.bottom + 5.0, 1.0, palette.line_control))?;
    layout.axis.iter().try_for_each(|label| pen.label(label, palette.ink_3))?;
    if let Some((y, from, to)) = layout.across {
        pen.dashed(y, from, to, 2.0, palette.ink_2)?;
    }
    if let Some((x, from, to)) = layout.down {
        pen.dashed_down(x, from, to, 2.0, palette.ink_2)?;
    }
    match layout.curve.as_slice() {
        [] => {}
        [only] => pen.disc(*only, 2.0, palette.ink)?,
        curve => pen.path(curve, 2.0, palette.ink)?,
    }
    draw_marks(pen, layout, palette)
}

/// The plain division below the answer, should they be one.
fn draw_marks<B: DrawingBackend>(pen: &Pen<B>, layout: &CertaintyLayout, palette: &Palette) -> Drawn<B> {
    if let Some(place) = layout.plain {
        pen.dot(place, DOT, true, palette)?;
    }
    if let Some(place) = layout.answer {
        pen.dot(place, DOT + 0.5, false, palette)?;
    }
    layout.plain_label.iter().try_for_each(|label| pen.plated(label, palette.ink_2, palette.surface))?;
    layout.answer_label.iter().try_for_each(|label| pen.plated(label, palette.ink, palette.surface))
}
