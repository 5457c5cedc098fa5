//! The quadrant picture: canvases, and over them the pointer, the keyboard, the thresholds and the tooltip.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlCanvasElement;

use super::canvas::{Easel, Paint};
use super::hover::{Pointing, Tooltip};
use super::picture_keys::press;
use super::quadrant_state::{QuadrantState, Staging};
use super::state::PageState;
use super::threshold::{CutField, CutLine};
use super::zoom::ZoomTools;
use crate::chart::Palette;
use crate::classify::Axis;
use crate::ui::components::watch_size;
use crate::ui::drawing::{once_a_frame, palette, pixel_ratio};
use crate::ui::words::{announcement, not_rated_note, picture_description};

/// Below this width the number fields stand below the picture.
pub const NARROW: f64 = 560.0;

#[component]
pub fn Quadrant() -> impl IntoView {
    let page = PageState::get();
    let quadrant = QuadrantState::new(page, Staging { stage: false, zoom: 1.0 });
    provide_context(quadrant);
    let pointing = Pointing::new(quadrant);
    let narrow = Memo::new(move |_| quadrant.size.get().0 <= NARROW);
    view! {
        <div class="chart" class:narrow=move || narrow.get()>
            <div
                class="plot"
                role="application"
                tabindex="0"
                data-testid="quadrant-chart"
                aria-label=move || label(page)
                aria-describedby="picture-description"
                on:keydown=move |event| press(quadrant, &event)
                on:pointermove=move |event| pointing.moved(&event)
                on:pointerdown=move |event| pointing.pressed(&event)
                on:pointerup=move |event| pointing.released(&event)
                on:pointercancel=move |_| pointing.left()
                on:pointerleave=move |_| pointing.left()
                on:wheel=move |event| super::zoom::wheel(quadrant, &event)
            >
                <Canvases quadrant />
                <Tooltip quadrant pointing />
            </div>
            <CutLine axis=Axis::Vertical quadrant />
            <CutLine axis=Axis::Horizontal quadrant />
            <div class="cut-fields">
                <CutField axis=Axis::Horizontal quadrant />
                <CutField axis=Axis::Vertical quadrant />
            </div>
            <ZoomTools quadrant />
        </div>
        <Description />
        <DensityNote quadrant />
        <p class="note">{move || page.overview.with(|view| view.as_ref().and_then(|view| not_rated_note(page.texts(), view)))}</p>
    }
}

/// How many points a crowd has in sight, and what a stronger colour says.
#[component]
fn DensityNote(quadrant: QuadrantState) -> impl IntoView {
    let page = quadrant.page;
    let counted = Memo::new(move |_| {
        quadrant.crowd.with(|view| {
            let view = view.as_ref().filter(|_| page.is_crowd())?;
            Some((view.picture.shown, (!view.picture.cells.is_empty()).then_some(view.picture.most)))
        })
    });
    move || {
        counted.get().map(|(shown, most)| {
            let texts = page.texts();
            let words = match most {
                Some(most) => texts.picture_density(texts.count(shown), texts.count(most)),
                None => texts.picture_density_few(texts.count(shown)),
            };
            view! { <p class="note" data-testid="density-note" data-value=shown>{words}</p> }
        })
    }
}

fn label(page: PageState) -> String {
    let texts = page.texts();
    texts.scatter_label(page.side, super::picture::rated(page))
}

/// The picture in words, and what was just said about it.
#[component]
fn Description() -> impl IntoView {
    let page = PageState::get();
    let words = move || {
        let texts = page.texts();
        let description = page.overview.with(|view| view.as_ref().map(|view| picture_description(texts, view, &page.currency.get())));
        format!("{} {}", description.unwrap_or_default(), texts.scatter_keys(page.side))
    };
    // Counts are said when a change has settled, not while a threshold moves.
    Effect::new(move |before: Option<Option<u64>>| {
        let settled = page.overview.with(|view| view.as_ref().map(|view| view.revision));
        if before.flatten().is_some_and(|before| Some(before) != settled)
            && let Some(view) = page.overview.get_untracked()
        {
            page.said.set(announcement(page.app.texts_now(), &view));
        }
        settled
    });
    view! {
        <p id="picture-description" class="hidden-label">{words}</p>
        <p class="hidden-label" aria-live="polite">{move || page.said.get()}</p>
    }
}

/// The two canvases, redrawn at most once a frame and at once for print.
#[component]
pub fn Canvases(quadrant: QuadrantState) -> impl IntoView {
    let area = NodeRef::<html::Div>::new();
    let frame = NodeRef::<html::Canvas>::new();
    let marks = NodeRef::<html::Canvas>::new();
    let easel = StoredValue::new_local(Easel::default());
    let palette = palette();
    let draw_with = move |palette: Palette| {
        // Asked first: after the page has gone there is nothing to draw on.
        let Some(Some(layout)) = quadrant.layout.try_get_untracked() else { return };
        let (Some(frame), Some(marks)) = (frame.get_untracked(), marks.get_untracked()) else { return };
        let (frame, marks): (HtmlCanvasElement, HtmlCanvasElement) = (frame.unchecked_into(), marks.unchecked_into());
        let (class, emphasis) = (quadrant.classes.get_untracked(), untrack(|| quadrant.emphasis()));
        let scale = pixel_ratio() * quadrant.staging.zoom;
        let crowd = quadrant.crowd.get_untracked();
        let paint = Paint {
            layout: &layout,
            class: &class,
            emphasis: &emphasis,
            crowd: crowd.as_ref(),
            palette: &palette,
            scale,
            thresholds: quadrant.staging.stage,
        };
        easel.try_update_value(|easel| easel.draw(&frame, &marks, &paint));
    };
    let redraw = once_a_frame(move || palette.try_get_untracked().map(draw_with).unwrap_or_default());
    Effect::new(move |_| {
        quadrant.layout.track();
        quadrant.crowd.track();
        quadrant.page.search.track();
        quadrant.page.found.track();
        quadrant.page.only.track();
        palette.track();
        redraw();
    });
    for listener in [
        window_event_listener(ev::Custom::<web_sys::Event>::new("beforeprint"), move |_| draw_with(Palette::LIGHT)),
        window_event_listener(ev::Custom::<web_sys::Event>::new("afterprint"), move |_| draw_with(palette.get_untracked())),
    ] {
        on_cleanup(move || listener.remove());
    }
    Effect::new(move |_| {
        let Some(element) = area.get() else { return };
        let measured = element.clone();
        let measure = move || {
            let zoom = quadrant.staging.zoom;
            let size = (f64::from(measured.client_width()) / zoom, f64::from(measured.client_height()) / zoom);
            if quadrant.size.try_get_untracked().is_some_and(|before| before != size) {
                quadrant.size.set(size);
            }
        };
        // With the frame, which lays the page out anyway.
        request_animation_frame(measure.clone());
        watch_size(&element, measure);
    });
    view! {
        <div node_ref=area class="canvases">
            <canvas node_ref=frame aria-hidden="true"></canvas>
            <canvas node_ref=marks aria-hidden="true" class="marks"></canvas>
        </div>
    }
}
