//! Draws a laid-out quadrant picture on any plotters backend. Layers from below: frame, points, threshold lines, texts.
//! On the page the points come as pixels (`chart::points`) and the lines are the page's own, so each layer can be drawn alone.

use plotters_backend::DrawingBackend;

use super::layout::ScatterLayout;
use super::names::RING;
use crate::chart::geometry::Rect;
use crate::chart::marks::Shape;
use crate::chart::palette::Palette;
use crate::chart::pen::{Drawn, Pen};

/// Up to so many points a vector picture gives each its rim; more would only make the file large.
const MOST_RIMS: usize = 8_000;
const RIM: f64 = 0.75;

/// Everything, for a picture that stands alone. `class` as handed to the layout.
pub fn draw<B: DrawingBackend>(pen: &Pen<B>, layout: &ScatterLayout, class: &[u8], palette: &Palette) -> Drawn<B> {
    draw_frame(pen, layout, palette)?;
    draw_points(pen, layout, class, palette)?;
    draw_thresholds(pen, layout, palette)?;
    draw_texts(pen, layout, palette)
}

/// Hairlines, base line with its ticks, figures and titles of the axes.
pub fn draw_frame<B: DrawingBackend>(pen: &Pen<B>, layout: &ScatterLayout, palette: &Palette) -> Drawn<B> {
    let plot = layout.plot;
    for &y in &layout.grid {
        pen.horizontal(y, plot.left, plot.right, 1.0, palette.line)?;
    }
    if let Some(strip) = layout.contribution.strip() {
        pen.dashed(strip.near, plot.left, plot.right, 3.0, palette.line_control)?;
    }
    if let Some(zero) = layout.zero {
        pen.horizontal(zero, plot.left, plot.right, 1.0, palette.line_control)?;
    }
    pen.horizontal(plot.bottom, plot.left, plot.right, 1.0, palette.line_control)?;
    for &x in &layout.score_ticks {
        pen.vertical(x, plot.bottom, plot.bottom + 5.0, 1.0, palette.line_control)?;
    }
    layout.axis.iter().try_for_each(|label| pen.label(label, palette.ink_3))
}

/// Every shown point as a shape.
pub fn draw_points<B: DrawingBackend>(pen: &Pen<B>, layout: &ScatterLayout, class: &[u8], palette: &Palette) -> Drawn<B> {
    let with_rims = layout.x.len() <= MOST_RIMS;
    for index in layout.shown() {
        let Some(place) = layout.place(index) else { continue };
        let class = class.get(index).map_or(0, |class| class % 4);
        let shape = Shape::of_class(class);
        if with_rims {
            draw_mark(pen, shape, place, shape.grown(layout.radius, RIM), palette.surface)?;
        }
        draw_mark(pen, shape, place, layout.radius, palette.class[usize::from(class)])?;
    }
    Ok(())
}

fn draw_mark<B: DrawingBackend>(pen: &Pen<B>, shape: Shape, (x, y): (f64, f64), radius: f64, color: plotters::style::RGBColor) -> Drawn<B> {
    match shape {
        Shape::Circle => pen.disc((x, y), radius, color),
        _ => pen.polygon(shape.corners(radius).into_iter().map(|(right, down)| (x + right, y + down)), color),
    }
}

/// The two lines with their labels.
pub fn draw_thresholds<B: DrawingBackend>(pen: &Pen<B>, layout: &ScatterLayout, palette: &Palette) -> Drawn<B> {
    let plot = layout.plot;
    if let Some(y) = layout.cut_y {
        pen.horizontal(y, plot.left, plot.right, 1.25, palette.ink)?;
    }
    if let Some(x) = layout.cut_x {
        pen.vertical(x, plot.top - 12.0, plot.bottom, 1.25, palette.ink)?;
    }
    for label in &layout.cut_labels {
        if layout.plot.overlaps(&label.bounds(1.0)) {
            pen.plated(label, palette.ink_2, palette.surface)?;
        } else {
            pen.label(label, palette.ink_2)?;
        }
    }
    Ok(())
}

/// Captions, rings and names.
pub fn draw_texts<B: DrawingBackend>(pen: &Pen<B>, layout: &ScatterLayout, palette: &Palette) -> Drawn<B> {
    for caption in &layout.captions {
        // Interrupts the hairlines behind the words; points below stay visible.
        let alpha = if caption.covers_points { 0.8 } else { 1.0 };
        caption.labels().try_for_each(|label| pen.fill(label.bounds(1.0).grown(2.0), palette.surface, alpha))?;
        pen.label(&caption.code, palette.class_text[caption.class])?;
        caption.strategy.iter().try_for_each(|label| pen.label(label, palette.ink))?;
        caption.line.iter().try_for_each(|label| pen.label(label, palette.ink_2))?;
    }
    if let Some(place) = layout.focused.filter(|focused| layout.selected != Some(*focused)).and_then(|index| layout.place(index)) {
        pen.ring(place, RING, 1.25, palette.ink_2)?;
    }
    if let Some(place) = layout.selected.and_then(|index| layout.place(index)) {
        pen.ring(place, RING, 1.75, palette.ink)?;
    }
    for name in &layout.names {
        let color = if name.emphasised { palette.ink } else { palette.ink_2 };
        if name.covers {
            pen.fill(plate(name.bounds), palette.surface, 0.85)?;
        }
        pen.label(&name.label, color)?;
    }
    Ok(())
}

fn plate(bounds: Rect) -> Rect {
    bounds.grown(1.0)
}
