//! Draws the laid-out picture of advance rates on any plotters backend.

use plotters_backend::DrawingBackend;

use super::layout::{IntervalsLayout, PlacedRate};
use crate::chart::geometry::Rect;
use crate::chart::palette::Palette;
use crate::chart::pen::{Drawn, Pen};

/// Radius of a dot.
const DOT: f64 = 5.0;
/// Half the height of an interval, and of the tick of what was typed over.
const INTERVAL: f64 = 2.0;
const TICK: f64 = 7.0;

/// Heads, axes, intervals and dots.
pub fn draw<B: DrawingBackend>(pen: &Pen<B>, layout: &IntervalsLayout, palette: &Palette) -> Drawn<B> {
    layout.heads.iter().try_for_each(|head| pen.label(&head.label, palette.ink_3))?;
    for &x in &layout.ticks {
        layout.lanes.iter().try_for_each(|&(top, bottom)| pen.vertical(x, top, bottom, 1.0, palette.line))?;
    }
    layout.axis.iter().try_for_each(|label| pen.label(label, palette.ink_3))?;
    let ends = layout.share;
    let (from, to) = (ends.screen_from_data(0.0), ends.screen_from_data(1.0));
    for step in &layout.steps {
        step.row.draw(pen, palette)?;
        pen.horizontal(step.y, from, to, 1.0, palette.line_control)?;
        draw_rate(pen, step, palette)?;
    }
    Ok(())
}

fn draw_rate<B: DrawingBackend>(pen: &Pen<B>, step: &PlacedRate, palette: &Palette) -> Drawn<B> {
    if let Some((left, right)) = step.interval {
        pen.fill(Rect { left, top: step.y - INTERVAL, right: right.max(left + 1.0), bottom: step.y + INTERVAL }, palette.ink_2, 1.0)?;
    }
    if let Some(x) = step.computed {
        pen.vertical(x, step.y - TICK, step.y + TICK, 2.0, palette.ink_2)?;
    }
    step.dot.iter().try_for_each(|&x| pen.dot((x, step.y), DOT, step.typed, palette))
}
