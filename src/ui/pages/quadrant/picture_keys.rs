//! The keyboard in the picture: arrows to the nearest customer that way, Enter, Esc, the find key, the class keys, zoom.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use super::card_focus::focus_card;
use super::hover::point_figures;
use super::quadrant_state::QuadrantState;
use super::state::PageState;
use super::zoom::{pan, zoom};
use crate::chart::scatter::{Direction, ScatterLayout, nearest_in_direction};
use crate::classify::Quadrant;
use crate::engine::{PointView, WhichPoint};

/// From one customer of a crowd to the next, at least, in chart units: the nearest lies under the same pixel.
const STRIDE: f64 = 8.0;

pub fn press(quadrant: QuadrantState, event: &KeyboardEvent) {
    let page = quadrant.page;
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let pressed = event.key();
    match pressed.as_str() {
        "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown" if event.shift_key() => pan(quadrant, &pressed),
        "ArrowLeft" => step(quadrant, Direction::Left),
        "ArrowRight" => step(quadrant, Direction::Right),
        "ArrowUp" => step(quadrant, Direction::Up),
        "ArrowDown" => step(quadrant, Direction::Down),
        "Enter" => {
            if let Some(customer) = page.app.hovered.get_untracked() {
                page.app.selected.set(Some(customer));
            }
            focus_card();
        }
        "Escape" => clear(quadrant),
        "+" | "=" => zoom(quadrant, 0.8, None),
        "-" => zoom(quadrant, 1.25, None),
        "0" => quadrant.zoomed.set(None),
        _ => return,
    }
    event.prevent_default();
    event.stop_propagation();
}

/// Goes to the nearest customer that way, from the one under the pointer or the selected one; first to the largest.
fn step(quadrant: QuadrantState, direction: Direction) {
    let Some(layout) = quadrant.layout.get_untracked() else { return };
    let here = quadrant.page.app.hovered.get_untracked().or(quadrant.page.app.selected.get_untracked());
    if layout.crowd {
        leptos::task::spawn_local(step_in_crowd(quadrant, here, direction));
        return;
    }
    let index = here.and_then(|customer| untrack(|| quadrant.index_of(customer))).filter(|index| layout.place(*index).is_some());
    let next = match index {
        Some(index) => nearest_in_direction(&layout, index, direction),
        None => layout.shown().min_by(|left, right| layout.y[*left].total_cmp(&layout.y[*right])),
    };
    if let Some(point) = next.and_then(|next| quadrant.customer_at(next)).and_then(|customer| untrack(|| quadrant.point_of(customer))) {
        go_to(quadrant, &point);
    }
}

async fn step_in_crowd(quadrant: QuadrantState, from: Option<u32>, direction: Direction) {
    // Where all are marks, each can be reached.
    let are_marks = quadrant.crowd.with_untracked(|view| view.as_ref().is_some_and(|view| view.picture.cells.is_empty()));
    let stride = if are_marks { 0.0 } else { STRIDE };
    let next = |layout: &ScatterLayout, hidden| WhichPoint::Next { axes: layout.axes(), hidden, from, direction, stride };
    if let Some(point) = quadrant.find(next).await {
        go_to(quadrant, &point);
    }
}

fn go_to(quadrant: QuadrantState, point: &PointView) {
    let page = quadrant.page;
    quadrant.attended.set(true);
    page.app.hovered.set(Some(point.customer));
    let texts = page.app.texts_now();
    let class = Quadrant::ALL.get(usize::from(point.class)).copied();
    let figures = untrack(|| point_figures(page, point));
    page.said.set(format!("{} · {} · {figures}", texts.customer_name(&point.name), texts.class_name(page.side, class)));
}

/// Takes away one thing at a time: the customer, the selection, the filter, the zoom.
fn clear(quadrant: QuadrantState) {
    let page = quadrant.page;
    if page.app.selected.get_untracked().is_some() {
        page.app.selected.set(None);
    } else if untrack(|| page.has_selection()) {
        page.clear_selection();
    } else if page.classes.with_untracked(|classes| !classes.is_empty()) {
        page.classes.set(Vec::new());
    } else {
        quadrant.zoomed.set(None);
        page.app.hovered.set(None);
    }
}

/// Keys of the whole page while no field is being typed in: `/` finds, 1–4 show one class.
pub fn page_keys(page: PageState) {
    let listener = window_event_listener(leptos::ev::keydown, move |event: KeyboardEvent| {
        // Keys of what is not on screen while customers are placed would change it unseen.
        if page.placing.get_untracked()
            || event.default_prevented()
            || event.ctrl_key()
            || event.meta_key()
            || event.alt_key()
            || crate::ui::frame::takes_text(event.target())
        {
            return;
        }
        match event.key().as_str() {
            "/" => focus_search(),
            digit @ ("1" | "2" | "3" | "4") => {
                let place = digit.parse::<usize>().unwrap_or(1) - 1;
                page.isolate(Quadrant::ALL.get(place).copied());
            }
            _ => return,
        }
        event.prevent_default();
    });
    on_cleanup(move || listener.remove());
}

fn focus_search() {
    let field = document().get_element_by_id("customer-search").and_then(|field| field.dyn_into::<HtmlElement>().ok());
    // A field that cannot take the focus leaves it where it is.
    field.map(|field| field.focus());
}
