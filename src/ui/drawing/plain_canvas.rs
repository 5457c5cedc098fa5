//! A canvas that a chart without points draws itself on, at the screen's own pixels, again whenever its size, theme or content changes.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsCast;
use web_sys::HtmlCanvasElement;

use super::{palette, pixel_ratio};
use crate::chart::{Palette, Pen};
use crate::ui::components::watch_size;

/// `draw` gets the pen, the size in CSS pixels and the colours; what it reads is tracked.
#[component]
pub fn PlainCanvas(draw: impl Fn(&Pen<CanvasBackend>, (f64, f64), &Palette) + Copy + 'static) -> impl IntoView {
    let area = NodeRef::<html::Div>::new();
    let canvas = NodeRef::<html::Canvas>::new();
    let size = RwSignal::new((0.0, 0.0));
    let palette = palette();
    let draw_with = move |palette: Palette| {
        let Some(size) = size.try_get_untracked() else { return };
        let Some(canvas) = canvas.get_untracked() else { return };
        let canvas: HtmlCanvasElement = canvas.unchecked_into();
        let scale = pixel_ratio();
        canvas.set_width((size.0 * scale).round().max(1.0) as u32);
        canvas.set_height((size.1 * scale).round().max(1.0) as u32);
        if let Some(backend) = CanvasBackend::with_canvas_object(canvas) {
            draw(&Pen::new(backend, scale), size, &palette);
        }
    };
    Effect::new(move |_| {
        palette.track();
        if size.get() != (0.0, 0.0) && canvas.get().is_some() {
            // Here everything it reads is tracked.
            draw_with(palette.get());
        }
    });
    Effect::new(move |_| {
        let Some(element) = area.get() else { return };
        let measured = element.clone();
        let measure = move || {
            let now = (f64::from(measured.client_width()), f64::from(measured.client_height()));
            if size.try_get_untracked().is_some_and(|before| before != now) {
                size.set(now);
            }
        };
        measure();
        watch_size(&element, measure);
    });
    for listener in [
        window_event_listener(ev::Custom::<web_sys::Event>::new("beforeprint"), move |_| untrack(|| draw_with(Palette::LIGHT))),
        window_event_listener(ev::Custom::<web_sys::Event>::new("afterprint"), move |_| untrack(|| draw_with(palette.get()))),
    ] {
        on_cleanup(move || listener.remove());
    }
    view! {
        <div node_ref=area class="canvases" aria-hidden="true">
            <canvas node_ref=canvas></canvas>
        </div>
    }
}
