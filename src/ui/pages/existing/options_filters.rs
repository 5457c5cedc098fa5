//! Filters by region, product and sales rep: ticked values count, nothing ticked means all.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::state::PageState;
use crate::engine::WorkspaceView;
use crate::ui::components::{Button, Look, ValueFilter};
use crate::ui::i18n::Texts;
use crate::workspace::{ExistingSettings, Filters};

/// One of the three columns.
#[derive(Clone, Copy)]
struct Column {
    name: fn(Texts) -> &'static str,
    values: fn(&WorkspaceView) -> &Vec<String>,
    chosen: fn(&Filters) -> &BTreeSet<String>,
    chosen_mut: fn(&mut ExistingSettings) -> &mut BTreeSet<String>,
    testid: &'static str,
}

const COLUMNS: [Column; 3] = [
    Column {
        name: Texts::option_region,
        values: |view| &view.regions,
        chosen: |filters| &filters.region,
        chosen_mut: |settings| &mut settings.filters.region,
        testid: "filter-region",
    },
    Column {
        name: Texts::option_product,
        values: |view| &view.products,
        chosen: |filters| &filters.product,
        chosen_mut: |settings| &mut settings.filters.product,
        testid: "filter-product",
    },
    Column {
        name: Texts::option_rep,
        values: |view| &view.reps,
        chosen: |filters| &filters.rep,
        chosen_mut: |settings| &mut settings.filters.rep,
        testid: "filter-rep",
    },
];

#[component]
pub fn FilterOptions() -> impl IntoView {
    let page = PageState::get();
    view! {
        {COLUMNS.map(|column| view! { <FilterColumn column /> }).collect_view()}
        <Show when=move || page.settings.with(|settings| settings.filters != Filters::default())>
            <Button
                look=Look::Quiet
                text=move || page.texts().option_clear()
                on_click=move |_| page.set(|settings| settings.filters = Filters::default())
            />
        </Show>
    }
}

#[component]
fn FilterColumn(column: Column) -> impl IntoView {
    let page = PageState::get();
    let values =
        Signal::derive(move || page.app.workspace.with(|view| view.as_ref().map(|view| (column.values)(view).clone()).unwrap_or_default()));
    let chosen = Signal::derive(move || page.settings.with(|settings| (column.chosen)(&settings.filters).clone()));
    let change = move |value: String, on: bool| {
        page.set(|settings| {
            let chosen = (column.chosen_mut)(settings);
            if on {
                chosen.insert(value)
            } else {
                chosen.remove(&value)
            };
        });
    };
    view! { <ValueFilter name=move || (column.name)(page.texts()) testid=column.testid values chosen on_change=change /> }
}
