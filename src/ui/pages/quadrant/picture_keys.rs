//! The keyboard in the picture: arrows to the nearest customer that way, Enter, Esc, the find key, the class keys, zoom.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use super::card_focus::focus_card;
use super::quadrant_state::QuadrantState;
use super::state::PageState;
use super::zoom::zoom;
use crate::chart::scatter::{Direction, nearest_in_direction};
use crate::classify::Quadrant;

pub fn press(quadrant: QuadrantState, event: &KeyboardEvent) {
    let page = quadrant.page;
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    match event.key().as_str() {
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
    let index = here.and_then(|customer| untrack(|| quadrant.index_of(customer))).filter(|index| layout.place(*index).is_some());
    let next = match index {
        Some(index) => nearest_in_direction(&layout, index, direction),
        None => layout.shown().min_by(|left, right| layout.y[*left].total_cmp(&layout.y[*right])),
    };
    if let Some(next) = next {
        quadrant.attended.set(true);
        quadrant.page.app.hovered.set(quadrant.customer_at(next));
        quadrant.page.said.set(spoken(quadrant, next));
    }
}

fn spoken(quadrant: QuadrantState, index: usize) -> String {
    let (page, texts) = (quadrant.page, quadrant.page.app.texts_now());
    let class = quadrant.classes.get_untracked().get(index).and_then(|class| Quadrant::ALL.get(usize::from(*class)).copied());
    page.points.with_untracked(|points| {
        let Some(points) = points else { return String::new() };
        let name = points.names.get(index).map_or("", |name| texts.customer_name(name));
        let money = page.look.get_untracked().vertical(
            texts,
            points.vertical.get(index).copied().unwrap_or_default(),
            &page.currency.get_untracked(),
        );
        let score = texts.decimal(points.score.get(index).copied().unwrap_or_default(), 2);
        let figures = texts.picture_tooltip_figures(money, texts.tooltip_axis(page.side), score);
        format!("{name} · {} · {figures}", texts.class_name(page.side, class))
    })
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
