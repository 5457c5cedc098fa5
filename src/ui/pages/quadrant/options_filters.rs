//! Filters by region, product and sales rep: ticked values count, nothing ticked means all.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::state::PageState;
use crate::classify::Side;
use crate::ui::components::{Button, Look, ValueFilter};
use crate::ui::i18n::Texts;
use crate::workspace::Filters;

/// One of the three columns: what it offers, in either side's view, and what is chosen of it.
#[derive(Clone, Copy)]
struct Column {
    name: fn(Texts) -> &'static str,
    place: usize,
    chosen: fn(&mut Filters) -> &mut BTreeSet<String>,
    testid: &'static str,
}

const COLUMNS: [Column; 3] = [
    Column { name: Texts::option_region, place: 0, chosen: |filters| &mut filters.region, testid: "filter-region" },
    Column { name: Texts::option_product, place: 1, chosen: |filters| &mut filters.product, testid: "filter-product" },
    Column { name: Texts::option_rep, place: 2, chosen: |filters| &mut filters.rep, testid: "filter-rep" },
];

/// Regions, products and reps to choose from; tracked.
pub fn values(page: PageState) -> [Vec<String>; 3] {
    match page.side {
        Side::Existing => page
            .app
            .workspace
            .with(|view| view.as_ref().map(|view| [&view.regions, &view.products, &view.reps].map(Clone::clone)).unwrap_or_default()),
        Side::Potential => page
            .potential
            .with(|view| view.as_ref().map(|view| [&view.regions, &view.products, &view.reps].map(Clone::clone)).unwrap_or_default()),
    }
}

/// What is chosen; tracked.
fn filters(page: PageState) -> Filters {
    match page.side {
        Side::Existing => page.settings.with(|settings| settings.filters.clone()),
        Side::Potential => page.potential.with(|view| view.as_ref().map(|view| view.settings.filters.clone()).unwrap_or_default()),
    }
}

fn set_filters(page: PageState, edit: impl FnOnce(&mut Filters)) {
    match page.side {
        Side::Existing => page.set(|settings| edit(&mut settings.filters)),
        Side::Potential => page.set_potential(|settings| edit(&mut settings.filters)),
    }
}

#[component]
pub fn FilterOptions() -> impl IntoView {
    let page = PageState::get();
    view! {
        {COLUMNS.map(|column| view! { <FilterColumn column /> }).collect_view()}
        <Show when=move || filters(page) != Filters::default()>
            <Button
                look=Look::Quiet
                text=move || page.texts().option_clear()
                on_click=move |_| set_filters(page, |filters| *filters = Filters::default())
            />
        </Show>
    }
}

#[component]
fn FilterColumn(column: Column) -> impl IntoView {
    let page = PageState::get();
    let values = Signal::derive(move || values(page)[column.place].clone());
    let chosen = Signal::derive(move || (column.chosen)(&mut filters(page)).clone());
    let change = move |value: String, on: bool| {
        set_filters(page, |filters| {
            let chosen = (column.chosen)(filters);
            if on {
                chosen.insert(value)
            } else {
                chosen.remove(&value)
            };
        });
    };
    view! { <ValueFilter name=move || (column.name)(page.texts()) testid=column.testid values chosen on_change=change /> }
}
