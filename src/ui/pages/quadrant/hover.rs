//! The pointer on the picture: the customer under it, a click, a rectangle that selects.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};

use super::quadrant_state::QuadrantState;
use super::state::PageState;
use crate::chart::Rect;
use crate::chart::scatter::{ScatterLayout, hit_test, in_rect};
use crate::classify::Quadrant;
use crate::engine::{PointView, WhichPoint};
use crate::ui::components::ClassName;

/// How near the pointer must be to a mark, in chart units.
const REACH: f64 = 12.0;
/// A press that moves less is a click.
const CLICK: f64 = 4.0;
/// The middle button of a mouse, as pointer events count them.
const MIDDLE: i16 = 1;

fn near(place: (f64, f64)) -> impl FnOnce(&ScatterLayout, [bool; 4]) -> WhichPoint {
    move |layout, hidden| WhichPoint::Near { axes: layout.axes(), hidden, place, reach: REACH }
}

/// A picture and a place in it.
type Taken = (Arc<ScatterLayout>, (f64, f64));

/// Where the pointer is and where it was pressed, in chart units.
#[derive(Clone, Copy)]
pub struct Pointing {
    quadrant: QuadrantState,
    pressed: RwSignal<Option<(f64, f64)>>,
    rectangle: RwSignal<Option<Rect>>,
    /// The picture as it was when it was taken, and where: it is moved along with the pointer.
    taken: StoredValue<Option<Taken>>,
    /// The place that the engine is asked about next.
    asked: StoredValue<Option<(f64, f64)>>,
    asking: StoredValue<bool>,
    /// The pointer is in the picture.
    inside: StoredValue<bool>,
}

impl Pointing {
    pub fn new(quadrant: QuadrantState) -> Self {
        Self {
            quadrant,
            pressed: RwSignal::new(None),
            rectangle: RwSignal::new(None),
            taken: StoredValue::new(None),
            asked: StoredValue::new(None),
            asking: StoredValue::new(false),
            inside: StoredValue::new(false),
        }
    }

    pub fn moved(self, event: &PointerEvent) {
        let Some((layout, at)) = self.at(event) else { return };
        if let Some((layout, from)) = self.taken.get_value() {
            self.quadrant.zoomed.set(Some(layout.window_moved(at.0 - from.0, at.1 - from.1)));
            return;
        }
        match self.pressed.get_untracked() {
            Some(from) if (from.0 - at.0).hypot(from.1 - at.1) > CLICK => {
                let inside = |place: (f64, f64)| {
                    (place.0.clamp(layout.plot.left, layout.plot.right), place.1.clamp(layout.plot.top, layout.plot.bottom))
                };
                self.rectangle.set(Some(Rect::between(inside(from), inside(at))));
            }
            Some(_) => {}
            None if layout.crowd => self.ask(at),
            None => self.hover_point(hit_test(&layout, at.0, at.1, REACH)),
        }
    }

    pub fn pressed(self, event: &PointerEvent) {
        let moves = event.button() == MIDDLE || event.button() == 0 && event.shift_key();
        // A finger scrolls the page; a rectangle is drawn with mouse or pen.
        if !moves && event.button() != 0 || event.pointer_type() == "touch" {
            return;
        }
        if let (Some((layout, at)), Some(element)) = (self.at(event), plot_of(event)) {
            if moves {
                // The middle button would scroll the page.
                event.prevent_default();
                self.taken.set_value(Some((layout, at)));
            } else {
                self.pressed.set(Some(at));
            }
            // Without capture the rectangle ends at the picture's border.
            drop(element.set_pointer_capture(event.pointer_id()));
        }
    }

    pub fn released(self, event: &PointerEvent) {
        if self.taken.try_update_value(Option::take).flatten().is_some() {
            return;
        }
        let rectangle = self.rectangle.get_untracked();
        self.pressed.set(None);
        self.rectangle.set(None);
        let Some((layout, at)) = self.at(event) else { return };
        match rectangle {
            Some(area) if layout.crowd => self.quadrant.page.within.set(Some(layout.window_of(area))),
            Some(area) => {
                let chosen = in_rect(&layout, area).into_iter().filter_map(|index| self.quadrant.customer_at(index)).collect();
                self.quadrant.page.only.set(Arc::new(chosen));
            }
            None if layout.crowd => {
                leptos::task::spawn_local(async move {
                    let found = self.quadrant.find(near(at)).await;
                    self.quadrant.page.select(found.map(|found| found.customer));
                });
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
        self.taken.set_value(None);
        self.asked.set_value(None);
        self.inside.set_value(false);
        self.hover(None);
    }

    /// Asks whose point lies here; while an answer is on its way only the newest place is remembered.
    fn ask(self, at: (f64, f64)) {
        self.asked.set_value(Some(at));
        self.inside.set_value(true);
        if self.asking.get_value() {
            return;
        }
        self.asking.set_value(true);
        leptos::task::spawn_local(async move {
            while let Some(at) = self.asked.try_update_value(Option::take).flatten() {
                let found = self.quadrant.find(near(at)).await;
                // The pointer may have left meanwhile, or the page have gone.
                if self.inside.try_get_value() == Some(true) {
                    self.hover(found.map(|found| found.customer));
                }
            }
            self.asking.try_set_value(false);
        });
    }

    fn hover_point(self, index: Option<usize>) {
        self.hover(index.and_then(|index| self.quadrant.customer_at(index)));
    }

    fn hover(self, customer: Option<u32>) {
        self.quadrant.attended.set(customer.is_some());
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
    let pointed = Memo::new(move |_| {
        let point = quadrant.point_of(quadrant.page.app.hovered.get()?)?;
        let place = quadrant.layout.with(|layout| layout.as_ref().and_then(|layout| layout.place_of(point.score, point.vertical)))?;
        Some((point, place))
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
            {move || pointed.get().map(|(point, place)| tip(quadrant, point, place))}
            {rectangle}
        </div>
    }
}

fn tip(quadrant: QuadrantState, point: PointView, (x, y): (f64, f64)) -> impl IntoView {
    let page = quadrant.page;
    let texts = page.texts();
    let class = Quadrant::ALL.get(usize::from(point.class)).copied();
    let name = texts.customer_name(&point.name).to_owned();
    let figures = point_figures(page, &point);
    let by_hand = point.overridden.then(|| texts.picture_set_by_hand());
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
            <b>{name}</b>
            <ClassName side=page.side class=class />
            {by_hand.map(|words| view! { " · "{words} })}
            <div>{figures}</div>
        </div>
    }
}

/// Money and score of a point in words; tracked.
pub fn point_figures(page: PageState, point: &PointView) -> String {
    let texts = page.texts();
    let money = page.look.get().vertical(texts, point.vertical, &page.currency.get());
    texts.picture_tooltip_figures(money, texts.tooltip_axis(page.side), texts.decimal(point.score, 2))
}
