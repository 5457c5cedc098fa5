//! The list's headings; each sorts, a second time the other way.

use leptos::prelude::*;

use super::state::{Order, PageState};
use crate::engine::SortKey;
use crate::ui::i18n::Texts;

type Column = (SortKey, &'static str, fn(Texts) -> &'static str);

/// Which columns there are and which leave first on a narrow screen (`extra`, then all without `keep`).
const COLUMNS: [Column; 7] = [
    (SortKey::Class, "cell-class keep", Texts::list_class),
    (SortKey::Name, "cell-name keep", Texts::list_customer),
    (SortKey::Vertical, "num keep", Texts::list_contribution),
    (SortKey::Share, "num", Texts::list_share),
    (SortKey::Cumulative, "num extra", Texts::list_cumulative),
    (SortKey::Horizontal, "num", Texts::list_stability),
    (SortKey::Orders, "num extra", Texts::list_orders),
];

#[component]
pub fn ListHead() -> impl IntoView {
    let page = PageState::get();
    view! {
        <div role="rowgroup" class="customers-head">
            <div role="row" aria-rowindex="1">
                {COLUMNS.map(|(key, class, word)| view! { <Heading key class word /> }).collect_view()}
                <div role="columnheader" class="cell-months">{move || page.texts().list_by_month()}</div>
            </div>
        </div>
    }
}

#[component]
fn Heading(key: SortKey, class: &'static str, word: fn(Texts) -> &'static str) -> impl IntoView {
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
            <button type="button" on:click=sort>{move || word(page.texts())}{arrow}</button>
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
