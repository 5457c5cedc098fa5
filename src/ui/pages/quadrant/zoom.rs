//! Zooming: Ctrl and wheel, a button in, a button back to everything. Axes stay.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, WheelEvent};

use super::hover::place_in;
use super::quadrant_state::QuadrantState;
use crate::chart::Rect;
use crate::chart::scatter::{ScatterLayout, Window};
use crate::ui::components::{Button, Icon, Look};

/// One turn of the wheel, one press of the button.
const WHEEL_STEP: f64 = 0.8;
const BUTTON_STEP: f64 = 0.5;
/// One press of Shift and an arrow key, of the picture's size.
const PAN_STEP: f64 = 0.1;

pub fn wheel(quadrant: QuadrantState, event: &WheelEvent) {
    if !(event.ctrl_key() || event.meta_key()) {
        return;
    }
    event.prevent_default();
    let plot = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
    if let Some(plot) = plot {
        let at = place_in(&plot, quadrant.staging.zoom, (event.client_x(), event.client_y()));
        zoom(quadrant, if event.delta_y() < 0.0 { WHEEL_STEP } else { 1.0 / WHEEL_STEP }, Some(at));
    }
}

/// Shows `factor` of what is shown around a place; larger than everything is everything.
pub fn zoom(quadrant: QuadrantState, factor: f64, around: Option<(f64, f64)>) {
    let Some(layout) = quadrant.layout.get_untracked() else { return };
    let selected = layout.selected.and_then(|index| layout.place(index));
    let plot = layout.plot;
    let middle = (f64::midpoint(plot.left, plot.right), f64::midpoint(plot.top, plot.bottom));
    let (x, y) = around.or(selected).unwrap_or(middle);
    let area = Rect {
        left: x + (plot.left - x) * factor,
        right: x + (plot.right - x) * factor,
        top: y + (plot.top - y) * factor,
        bottom: y + (plot.bottom - y) * factor,
    };
    let window = layout.window_of(area);
    quadrant.zoomed.set(if factor > 1.0 && is_everything(&layout, &window) { None } else { Some(window) });
}

/// Shows what lies further that way, by a tenth of the picture.
pub fn pan(quadrant: QuadrantState, key: &str) {
    let Some(layout) = quadrant.layout.get_untracked() else { return };
    let (right, down) = (layout.plot.width() * PAN_STEP, layout.plot.height() * PAN_STEP);
    let window = match key {
        "ArrowLeft" => layout.window_moved(right, 0.0),
        "ArrowRight" => layout.window_moved(-right, 0.0),
        "ArrowUp" => layout.window_moved(0.0, down),
        _ => layout.window_moved(0.0, -down),
    };
    quadrant.zoomed.set(Some(window));
}

/// Whether a window shows about the whole stability axis or more.
fn is_everything(layout: &ScatterLayout, window: &Window) -> bool {
    let (low, high) = window.score;
    let (now_low, now_high) = layout.score.figures();
    high - low >= 1.0 || (low <= 0.0 && high >= 1.0) || !(now_low.is_finite() && now_high.is_finite())
}

#[component]
pub fn ZoomTools(quadrant: QuadrantState) -> impl IntoView {
    let page = quadrant.page;
    view! {
        <div class="zoom-tools">
            <Button
                look=Look::Quiet
                icon=Icon::Zoom
                text=move || page.texts().picture_zoom()
                on_click=move |_| zoom(quadrant, BUTTON_STEP, None)
                attr:data-testid="zoom"
            />
            <Show when=move || quadrant.zoomed.with(Option::is_some)>
                <Button
                    look=Look::Quiet
                    text=move || page.texts().picture_zoom_all()
                    on_click=move |_| quadrant.zoomed.set(None)
                    attr:data-testid="zoom-reset"
                />
            </Show>
        </div>
    }
}
