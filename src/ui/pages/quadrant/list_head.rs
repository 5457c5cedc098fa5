//! The list's headings; each sorts, a second time the other way.

use leptos::prelude::*;

use super::state::{Order, PageState};
use crate::classify::Side;
use crate::engine::SortKey;

type Column = (SortKey, &'static str);

/// Which columns there are and which leave first on a narrow screen (`extra`, then all without `keep`).
const COLUMNS: [Column; 7] = [
    (SortKey::Class, "cell-class keep"),
    (SortKey::Name, "cell-name keep"),
    (SortKey::Vertical, "num keep"),
    (SortKey::Share, "num"),
    (SortKey::Cumulative, "num extra"),
    (SortKey::Horizontal, "num"),
    (SortKey::Orders, "num extra"),
];

/// Potential customers have no orders; how much of them is rated stands there.
fn own(side: Side, key: SortKey) -> SortKey {
    if side == Side::Potential && key == SortKey::Orders { SortKey::Completeness } else { key }
}

#[component]
pub fn ListHead() -> impl IntoView {
    let page = PageState::get();
    view! {
        <div role="rowgroup" class="customers-head">
            <div role="row" aria-rowindex="1">
                {COLUMNS.map(|(key, class)| view! { <Heading key=own(page.side, key) class /> }).collect_view()}
                <div role="columnheader" class="cell-months">{move || if page.side == Side::Existing { page.texts().list_by_month() } else { page.texts().card_level() }}</div>
            </div>
        </div>
    }
}

#[component]
fn Heading(key: SortKey, class: &'static str) -> impl IntoView {
    let page = PageState::get();
    let sorted = move || match page.order.get() {
        Order { key: own, descending: true } if own == key => Some("descending"),
        Order { key: own, descending: false } if own == key => Some("ascending"),
        _ => None,
    };
    let arrow = move || match sorted() {
        Some("descending") => " ↓",
        Some(_) => " ↑",
        None => "",
    };
    let sort = move |_| page.order.update(|order| *order = next_order(*order, key));
    view! {
        <div role="columnheader" class=class aria-sort=sorted>
            <button type="button" on:click=sort>{move || page.texts().list_heading(page.side, key)}{arrow}</button>
        </div>
    }
}

/// Names and classes begin at the beginning, figures with the largest.
fn next_order(order: Order, key: SortKey) -> Order {
    if order.key == key {
        return Order { key, descending: !order.descending };
    }
    Order { key, descending: !matches!(key, SortKey::Name | SortKey::Class | SortKey::Cumulative) }
}
