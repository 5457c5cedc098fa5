//! Draws a laid-out band on any plotters backend.

use plotters_backend::DrawingBackend;

use super::layout::BandLayout;
use crate::chart::palette::Palette;
use crate::chart::pen::{Drawn, Pen};
use crate::chart::text::Weight;

/// How much of its ink the band has; its borders carry the contrast.
const WASH: f64 = 0.16;

/// Axes, band, target and labels.
pub fn draw<B: DrawingBackend>(pen: &Pen<B>, layout: &BandLayout, palette: &Palette) -> Drawn<B> {
    let plot = layout.plot;
    layout.grid.iter().try_for_each(|&y| pen.horizontal(y, plot.left, plot.right, 1.0, palette.line))?;
    layout.axis.iter().try_for_each(|label| pen.label(label, palette.ink_3))?;
    draw_band(pen, layout, palette)?;
    pen.horizontal(layout.base, plot.left, plot.right, 1.0, palette.line_control)?;
    if let Some(y) = layout.target {
        pen.dashed(y, plot.left, plot.right, 4.0, palette.ink)?;
    }
    for end in &layout.ends {
        if let Some(leader) = end.leader {
            pen.path(&leader, 1.0, palette.line_control)?;
        }
        pen.label(&end.label, if end.label.weight == Weight::SemiBold { palette.ink } else { palette.ink_2 })?;
    }
    Ok(())
}

fn draw_band<B: DrawingBackend>(pen: &Pen<B>, layout: &BandLayout, palette: &Palette) -> Drawn<B> {
    if layout.months.is_empty() {
        return Ok(());
    }
    let [low, middle, high] = layout.lines();
    pen.area(high.iter().chain(low.iter().rev()).copied(), palette.ink_2, WASH)?;
    pen.path(&low, 1.0, palette.line_control)?;
    pen.path(&high, 1.0, palette.line_control)?;
    pen.path(&middle, 2.0, palette.ink)
}
