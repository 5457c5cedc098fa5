//! A crowd on its canvas: the cells the engine has counted, moved and scaled to where the axes are by now, and marks for single points.

use std::sync::Arc;

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use super::canvas::put_pixels;
use crate::chart::crowd::{CrowdAxes, Pale, colours, paint, pieces};
use crate::chart::scatter::ScatterLayout;
use crate::chart::{Emphasis, Palette, Pixels, Points, radius_for};
use crate::engine::CrowdView;

/// Cells as a small canvas of their own, coloured once for each answer and theme.
#[derive(Default)]
pub struct CrowdSheet {
    canvas: Option<HtmlCanvasElement>,
    coloured: Option<(Arc<CrowdView>, Palette)>,
}

impl CrowdSheet {
    /// Draws the cells where they belong under these axes; nothing where there are none, or the axes count differently.
    pub fn put(&mut self, context: &CanvasRenderingContext2d, view: &Arc<CrowdView>, palette: &Palette, now: &CrowdAxes, scale: f64) {
        if view.picture.cells.is_empty() {
            return;
        }
        let known = |(kept, with): &(Arc<CrowdView>, Palette)| Arc::ptr_eq(kept, view) && with == palette;
        if !self.coloured.as_ref().is_some_and(known) {
            self.canvas = coloured(view, palette);
            self.coloured = Some((Arc::clone(view), *palette));
        }
        let Some(canvas) = &self.canvas else { return };
        put_cells(context, canvas, view, now, scale);
    }
}

/// One pixel a cell.
pub fn coloured(view: &CrowdView, palette: &Palette) -> Option<HtmlCanvasElement> {
    let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.unchecked_into();
    let mut pixels = Pixels::default();
    paint(&view.picture.cells, view.picture.columns as usize, &colours(palette), &mut pixels);
    canvas.set_width(view.picture.columns);
    canvas.set_height(view.picture.rows);
    put_pixels(&canvas, &pixels);
    Some(canvas)
}

/// `scale`: device pixels a chart unit.
pub fn put_cells(context: &CanvasRenderingContext2d, cells: &HtmlCanvasElement, view: &CrowdView, now: &CrowdAxes, scale: f64) {
    context.set_image_smoothing_enabled(false);
    // On whole pixels each cell is a square as crisp as the next.
    let snap = |place: f64| (place * scale).round() - place * scale;
    let (right, down) = (snap(now.plot.left), snap(now.plot.top));
    for (source, goes) in pieces(&view.frame.axes, view.frame.cell, now) {
        // A canvas that refuses shows the frame alone; the table beside it holds the same figures.
        drop(context.draw_image_with_html_canvas_element_and_sw_and_sh_and_dx_and_dy_and_dw_and_dh(
            cells,
            source.left,
            source.top,
            source.width(),
            source.height(),
            goes.left * scale + right,
            goes.top * scale + down,
            goes.width() * scale,
            goes.height() * scale,
        ));
    }
}

/// Points of a crowd that are marks: the few in sight after zooming in, and what the search has found.
pub struct Stamps {
    x: Vec<f32>,
    y: Vec<f32>,
    class: Vec<u8>,
    emphasis: Vec<Emphasis>,
    /// Of them, the few in sight.
    few: usize,
}

impl Stamps {
    pub fn new(view: &CrowdView, layout: &ScatterLayout, class: &[u8], emphasis: &[Emphasis]) -> Self {
        let mut stamps = Self { x: Vec::new(), y: Vec::new(), class: Vec::new(), emphasis: Vec::new(), few: view.score.len() };
        let is_strong = |score: f64, vertical: f64| match view.frame.pale {
            Pale::Nobody => true,
            Pale::Everybody => false,
            Pale::Outside(window) => window.holds(score, vertical),
        };
        for ((&score, &vertical), &class) in view.score.iter().zip(&view.vertical).zip(&view.class) {
            stamps.add(
                layout.place_of(score, vertical),
                class,
                if is_strong(score, vertical) { Emphasis::Normal } else { Emphasis::Dimmed },
            );
        }
        for (index, _) in emphasis.iter().enumerate().filter(|(_, emphasis)| **emphasis == Emphasis::Matched) {
            stamps.add(layout.place(index), class.get(index).copied().unwrap_or_default(), Emphasis::Matched);
        }
        stamps
    }

    fn add(&mut self, place: Option<(f64, f64)>, class: u8, emphasis: Emphasis) {
        if let Some((x, y)) = place {
            self.x.push(x as f32);
            self.y.push(y as f32);
            self.class.push(class);
            self.emphasis.push(emphasis);
        }
    }

    /// `None` where there is nothing to mark.
    pub fn radius(&self) -> Option<f64> {
        (!self.x.is_empty()).then(|| radius_for(self.few.max(LEAST)))
    }

    pub fn points(&self) -> Points<'_> {
        Points { x: &self.x, y: &self.y, class: &self.class, hidden: [false; 4], emphasis: &self.emphasis }
    }
}

/// Marks in a crowd are no larger than those of so many: they lie above others.
const LEAST: usize = 1_000;
