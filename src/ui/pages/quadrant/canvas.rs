//! Draws the quadrant picture on its two canvases: the frame below; points as pixels with captions and names above.

use std::sync::Arc;

use leptos::prelude::document;
use plotters_canvas::CanvasBackend;
use wasm_bindgen::{Clamped, JsCast};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, ImageData};

use super::crowd::{CrowdSheet, Stamps};
use crate::chart::scatter::{ScatterLayout, draw_frame, draw_texts, draw_thresholds};
use crate::chart::{Emphasis, Marks, Palette, Pen, Pixels, Points};
use crate::engine::CrowdView;

/// What one drawing needs besides the layout.
pub struct Paint<'a> {
    pub layout: &'a ScatterLayout,
    pub class: &'a [u8],
    pub emphasis: &'a [Emphasis],
    /// The points as cells, where the layout holds but their landmarks.
    pub crowd: Option<&'a Arc<CrowdView>>,
    pub palette: &'a Palette,
    /// Device pixels a chart unit.
    pub scale: f64,
    /// The lines as part of the picture, where the page lays none over it.
    pub thresholds: bool,
}

/// Pixels and marks kept between drawings, because making them takes longer than using them.
#[derive(Default)]
pub struct Easel {
    /// Lines and texts are drawn outside the page: a font set on a canvas within has the page laid out first.
    sheet: Option<HtmlCanvasElement>,
    /// A crowd's cells, and the marks over them.
    crowd: CrowdSheet,
    stamps: Option<HtmlCanvasElement>,
    pixels: Pixels,
    marks: Option<(MarksKey, Marks)>,
}

/// Radius, scale and palette.
type MarksKey = (f64, f64, Palette);

impl Easel {
    /// Draws both canvases. A canvas the browser gives no context for stays empty; the table beside it holds the same figures.
    pub fn draw(&mut self, frame: &HtmlCanvasElement, marks: &HtmlCanvasElement, paint: &Paint<'_>) {
        let (width, height) = device_size(paint);
        for canvas in [frame, marks] {
            canvas.set_width(width);
            canvas.set_height(height);
        }
        // A canvas cannot fail to take a line.
        self.put_lines(frame, paint, |pen| drop(draw_frame(pen, paint.layout, paint.palette)));
        if paint.layout.crowd {
            self.put_crowd(marks, paint);
        } else {
            let points =
                Points { x: &paint.layout.x, y: &paint.layout.y, class: paint.class, hidden: [false; 4], emphasis: paint.emphasis };
            self.put_points(marks, &points, paint.layout.radius, paint);
        }
        self.put_lines(marks, paint, |pen| {
            if paint.thresholds {
                drop(draw_thresholds(pen, paint.layout, paint.palette));
            }
            drop(draw_texts(pen, paint.layout, paint.palette));
        });
    }

    /// Lays lines and texts over what is on the canvas.
    fn put_lines(&mut self, canvas: &HtmlCanvasElement, paint: &Paint<'_>, draw: impl FnOnce(&Pen<CanvasBackend>)) {
        let Some(sheet) = empty_sheet(&mut self.sheet, device_size(paint)) else { return };
        if let Some(backend) = CanvasBackend::with_canvas_object(sheet.clone()) {
            draw(&Pen::new(backend, paint.scale));
        }
        lay_over(canvas, &sheet);
    }

    /// The last picture of a crowd, wherever the axes have moved since, and above it the marks of single points.
    fn put_crowd(&mut self, canvas: &HtmlCanvasElement, paint: &Paint<'_>) {
        let Some(view) = paint.crowd else { return };
        if let Some(context) = context_of(canvas) {
            self.crowd.put(&context, view, paint.palette, &paint.layout.axes(), paint.scale);
        }
        let stamps = Stamps::new(view, paint.layout, paint.class, paint.emphasis);
        if let Some(radius) = stamps.radius()
            && let Some(sheet) = empty_sheet(&mut self.stamps, device_size(paint))
        {
            self.put_points(&sheet, &stamps.points(), radius, paint);
            lay_over(canvas, &sheet);
        }
    }

    fn put_points(&mut self, canvas: &HtmlCanvasElement, points: &Points<'_>, radius: f64, paint: &Paint<'_>) {
        let (width, height) = device_size(paint);
        self.pixels.clear(width as usize, height as usize);
        let key = (radius, paint.scale, *paint.palette);
        if self.marks.as_ref().is_none_or(|(kept, _)| *kept != key) {
            self.marks = Some((key, Marks::new(radius, paint.scale, paint.palette)));
        }
        if let Some((_, marks)) = &self.marks {
            marks.draw(points, &mut self.pixels);
        }
        put_pixels(canvas, &self.pixels);
    }
}

/// A canvas outside the page, empty and of this size.
fn empty_sheet(kept: &mut Option<HtmlCanvasElement>, (width, height): (u32, u32)) -> Option<HtmlCanvasElement> {
    if kept.is_none() {
        *kept = document().create_element("canvas").ok().map(JsCast::unchecked_into);
    }
    let sheet = kept.clone()?;
    // A new size empties it.
    sheet.set_width(width);
    sheet.set_height(height);
    Some(sheet)
}

fn lay_over(canvas: &HtmlCanvasElement, sheet: &HtmlCanvasElement) {
    if let Some(context) = context_of(canvas) {
        drop(context.draw_image_with_html_canvas_element(sheet, 0.0, 0.0));
    }
}

/// Replaces what is on a canvas, from its upper left corner on.
pub fn put_pixels(canvas: &HtmlCanvasElement, pixels: &Pixels) {
    let width = u32::try_from(pixels.width).unwrap_or_default();
    let height = u32::try_from(pixels.height).unwrap_or_default();
    let image = ImageData::new_with_u8_clamped_array_and_sh(Clamped(&pixels.bytes), width, height);
    if let (Ok(image), Some(context)) = (image, context_of(canvas)) {
        drop(context.put_image_data(&image, 0.0, 0.0));
    }
}

fn device_size(paint: &Paint<'_>) -> (u32, u32) {
    let (width, height) = paint.layout.size;
    let pixels = |length: f64| (length * paint.scale).round().clamp(1.0, 16_384.0) as u32;
    (pixels(width), pixels(height))
}

pub fn context_of(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok().flatten()?.dyn_into().ok()
}
