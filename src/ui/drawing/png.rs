//! A sheet as PNG, drawn on a canvas that never enters the page.

use js_sys::Uint8Array;
use leptos::prelude::*;
use plotters_canvas::CanvasBackend;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, HtmlCanvasElement};

use crate::chart::picture::{Sheet, draw};
use crate::chart::{Drawn, Palette, Pen};

/// Device pixels a unit.
pub const PNG_SCALE: f64 = 2.0;

/// The bytes, at twice the sheet's size; `None` where the browser gives no canvas. `chart` draws into the room the sheet leaves.
pub async fn png(sheet: &Sheet<'_>, chart: impl FnOnce(&Pen<CanvasBackend>, (f64, f64)) -> Drawn<CanvasBackend>) -> Option<Vec<u8>> {
    png_with(sheet, |pen, size, _| chart(pen, size)).await
}

/// As [`png`], for a chart that lays a picture of pixels between its lines: it gets the canvas too.
pub async fn png_with(
    sheet: &Sheet<'_>,
    chart: impl FnOnce(&Pen<CanvasBackend>, (f64, f64), &HtmlCanvasElement) -> Drawn<CanvasBackend>,
) -> Option<Vec<u8>> {
    let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.unchecked_into();
    canvas.set_width((sheet.size.0 * PNG_SCALE) as u32);
    canvas.set_height((sheet.size.1 * PNG_SCALE) as u32);
    let pen = Pen::new(CanvasBackend::with_canvas_object(canvas.clone())?, PNG_SCALE);
    draw(&pen, sheet, &Palette::LIGHT, |pen, size| chart(pen, size, &canvas)).ok()?;
    png_of(&canvas).await
}

async fn png_of(canvas: &HtmlCanvasElement) -> Option<Vec<u8>> {
    let mut ask = |resolve: js_sys::Function, reject: js_sys::Function| {
        let give = Closure::once_into_js(move |blob: JsValue| resolve.call1(&JsValue::NULL, &blob));
        if let Err(cause) = canvas.to_blob(give.unchecked_ref()) {
            // The promise is settled either way.
            drop(reject.call1(&JsValue::NULL, &cause));
        }
    };
    let blob: Blob = JsFuture::from(js_sys::Promise::new(&mut ask)).await.ok()?.dyn_into().ok()?;
    let buffer = JsFuture::from(blob.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}
