//! The pointer on the picture: the customer under it, a click, a rectangle that selects.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};

use super::quadrant_state::QuadrantState;
use crate::chart::Rect;
use crate::chart::scatter::{ScatterLayout, hit_test, in_rect};
use crate::classify::Quadrant;
use crate::ui::components::ClassName;

/// How near the pointer must be to a mark, in chart units.
const REACH: f64 = 12.0;
/// A press that moves less is a click.
const CLICK: f64 = 4.0;

/// Where the pointer is and where it was pressed, in chart units.
#[derive(Clone, Copy)]
pub struct Pointing {
    quadrant: QuadrantState,
    pressed: RwSignal<Option<(f64, f64)>>,
    rectangle: RwSignal<Option<Rect>>,
}

impl Pointing {
    pub fn new(quadrant: QuadrantState) -> Self {
        Self { quadrant, pressed: RwSignal::new(None), rectangle: RwSignal::new(None) }
    }

    pub fn moved(self, event: &PointerEvent) {
        let Some((layout, at)) = self.at(event) else { return };
        match self.pressed.get_untracked() {
            Some(from) if (from.0 - at.0).hypot(from.1 - at.1) > CLICK => {
                let inside = |place: (f64, f64)| {
                    (place.0.clamp(layout.plot.left, layout.plot.right), place.1.clamp(layout.plot.top, layout.plot.bottom))
                };
                self.rectangle.set(Some(Rect::between(inside(from), inside(at))));
            }
            Some(_) => {}
            None => self.hover(hit_test(&layout, at.0, at.1, REACH)),
        }
    }

    pub fn pressed(self, event: &PointerEvent) {
        // A finger scrolls the page; a rectangle is drawn with mouse or pen.
        if event.button() != 0 || event.pointer_type() == "touch" {
            return;
        }
        if let (Some((_, at)), Some(element)) = (self.at(event), plot_of(event)) {
            self.pressed.set(Some(at));
            // Without capture the rectangle ends at the picture's border.
            drop(element.set_pointer_capture(event.pointer_id()));
        }
    }

    pub fn released(self, event: &PointerEvent) {
        let rectangle = self.rectangle.get_untracked();
        self.pressed.set(None);
        self.rectangle.set(None);
        let Some((layout, at)) = self.at(event) else { return };
        match rectangle {
            Some(area) => {
                let chosen = in_rect(&layout, area).into_iter().filter_map(|index| self.quadrant.customer_at(index)).collect();
                self.quadrant.page.only.set(Arc::new(chosen));
            }
            None => {
                let customer = hit_test(&layout, at.0, at.1, REACH).and_then(|index| self.quadrant.customer_at(index));
                self.quadrant.page.select(customer);
            }
        }
    }

    pub fn left(self) {
        self.pressed.set(None);
        self.rectangle.set(None);
        self.hover(None);
    }

    fn hover(self, index: Option<usize>) {
        self.quadrant.attended.set(index.is_some());
        let customer = index.and_then(|index| self.quadrant.customer_at(index));
        if self.quadrant.page.app.hovered.get_untracked() != customer {
            self.quadrant.page.app.hovered.set(customer);
        }
    }

    fn at(self, event: &PointerEvent) -> Option<(Arc<ScatterLayout>, (f64, f64))> {
        let layout = self.quadrant.layout.get_untracked()?;
        Some((layout, place_in(&plot_of(event)?, self.quadrant.staging.zoom, (event.client_x(), event.client_y()))))
    }
}

fn plot_of(event: &PointerEvent) -> Option<Element> {
    event.current_target().and_then(|target| target.dyn_into::<Element>().ok())
}

/// A place of the window as chart units of the picture.
pub fn place_in(plot: &Element, zoom: f64, (x, y): (i32, i32)) -> (f64, f64) {
    let bounds = plot.get_bounding_client_rect();
    ((f64::from(x) - bounds.left()) / zoom, (f64::from(y) - bounds.top()) / zoom)
}

/// Ring and figures of the customer under the pointer (in the picture or in the list), and the rectangle being drawn.
#[component]
pub fn Tooltip(quadrant: QuadrantState, pointing: Pointing) -> impl IntoView {
    let app = quadrant.page.app;
    let pointed = Memo::new(move |_| {
        let index = quadrant.index_of(app.hovered.get()?)?;
        let (x, y) = quadrant.layout.with(|layout| layout.as_ref().and_then(|layout| layout.place(index)))?;
        Some((index, x, y))
    });
    let rectangle = move || {
        pointing.rectangle.get().map(|area| {
            view! {
                <div
                    class="rubber"
                    style:left=format!("{}px", area.left)
                    style:top=format!("{}px", area.top)
                    style:width=format!("{}px", area.width())
                    style:height=format!("{}px", area.height())
                ></div>
            }
        })
    };
    view! {
        <div class="over" aria-hidden="true">
            {move || pointed.get().map(|(index, x, y)| tip(quadrant, index, (x, y)))}
            {rectangle}
        </div>
    }
}

fn tip(quadrant: QuadrantState, index: usize, (x, y): (f64, f64)) -> impl IntoView {
    let page = quadrant.page;
    let points = page.points.get();
    let class = quadrant.classes.with(|classes| classes.get(index).and_then(|class| Quadrant::ALL.get(usize::from(*class)).copied()));
    let words = points.map(|points| {
        let texts = page.texts();
        let name = points.names.get(index).map(|name| texts.customer_name(name).to_owned()).unwrap_or_default();
        let money = page.look.get().vertical(texts, points.vertical.get(index).copied().unwrap_or_default(), &page.currency.get());
        let score = texts.decimal(points.score.get(index).copied().unwrap_or_default(), 2);
        let by_hand = points.overridden.get(index) == Some(&1);
        let figures = texts.picture_tooltip_figures(money, texts.tooltip_axis(page.side), score);
        (name, figures, by_hand.then(|| texts.picture_set_by_hand()))
    });
    // The tip stands on the side where there is room.
    let (width, height) = quadrant.size.get();
    view! {
        <div class="ring" style:left=format!("{x}px") style:top=format!("{y}px")></div>
        <div
            class="tooltip"
            class:silent=move || !quadrant.attended.get()
            class:leftwards={x > width * 0.6}
            class:upwards={y > height * 0.7}
            style:left=format!("{x}px")
            style:top=format!("{y}px")
        >
            {words.map(|(name, figures, by_hand)| view! {
                <b>{name}</b>
                <ClassName side=page.side class=class />
                {by_hand.map(|words| view! { " · "{words} })}
                <div>{figures}</div>
            })}
        </div>
    }
}
