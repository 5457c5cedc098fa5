//! Filters by region, product and sales rep: ticked values count, nothing ticked means all.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::state::PageState;
use crate::engine::WorkspaceView;
use crate::ui::components::{Button, Look};
use crate::ui::i18n::Texts;
use crate::workspace::{ExistingSettings, Filters};

/// Values shown before one has to be searched for.
const MOST_SHOWN: usize = 8;

/// One of the three columns.
#[derive(Clone, Copy)]
struct Column {
    name: fn(Texts) -> &'static str,
    values: fn(&WorkspaceView) -> &Vec<String>,
    chosen: fn(&Filters) -> &BTreeSet<String>,
    chosen_mut: fn(&mut ExistingSettings) -> &mut BTreeSet<String>,
    code: &'static str,
}

const COLUMNS: [Column; 3] = [
    Column {
        name: Texts::option_region,
        values: |view| &view.regions,
        chosen: |filters| &filters.region,
        chosen_mut: |settings| &mut settings.filters.region,
        code: "region",
    },
    Column {
        name: Texts::option_product,
        values: |view| &view.products,
        chosen: |filters| &filters.product,
        chosen_mut: |settings| &mut settings.filters.product,
        code: "product",
    },
    Column {
        name: Texts::option_rep,
        values: |view| &view.reps,
        chosen: |filters| &filters.rep,
        chosen_mut: |settings| &mut settings.filters.rep,
        code: "rep",
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
    let search = RwSignal::new(String::new());
    let values =
        Memo::new(move |_| page.app.workspace.with(|view| view.as_ref().map(|view| (column.values)(view).clone()).unwrap_or_default()));
    let chosen = Memo::new(move |_| page.settings.with(|settings| (column.chosen)(&settings.filters).clone()));
    let shown = Memo::new(move |_| shown_values(&values.get(), &chosen.get(), &search.get()));
    let more = move || values.with(Vec::len).saturating_sub(shown.with(Vec::len));
    view! {
        <Show when=move || values.with(|values| !values.is_empty())>
            <fieldset class="filter">
                <legend>{move || (column.name)(page.texts())}</legend>
                <Show when=move || { values.with(Vec::len) > MOST_SHOWN }>
                    <input
                        class="input"
                        type="search"
                        placeholder=move || page.texts().option_find_value()
                        aria-label=move || format!("{}: {}", (column.name)(page.texts()), page.texts().option_find_value())
                        prop:value=move || search.get()
                        on:input=move |event| search.set(event_target_value(&event))
                    />
                </Show>
                <For each=move || shown.get() key=Clone::clone let(value)>
                    <FilterValue column value chosen />
                </For>
                <Show when=move || { more() > 0 && search.with(String::is_empty) }>
                    <p class="note">{move || page.texts().option_more_values(page.texts().count(more() as u64))}</p>
                </Show>
            </fieldset>
        </Show>
    }
}

#[component]
fn FilterValue(column: Column, value: String, chosen: Memo<BTreeSet<String>>) -> impl IntoView {
    let page = PageState::get();
    let (own, ticked) = (value.clone(), value.clone());
    let change = move |event| {
        let (on, value) = (event_target_checked(&event), own.clone());
        page.set(|settings| {
            let chosen = (column.chosen_mut)(settings);
            if on {
                chosen.insert(value)
            } else {
                chosen.remove(&value)
            };
        });
    };
    let text = move || if value.is_empty() { page.texts().rule_filter_none_value().to_owned() } else { value.clone() };
    view! {
        <label class="check">
            <input
                type="checkbox"
                data-testid=format!("filter-{}", column.code)
                prop:checked=move || chosen.with(|chosen| chosen.contains(&ticked))
                on:change=change
            />
            {text}
        </label>
    }
}

/// Chosen values first, then those that match the search, largest money first as the engine gives them.
fn shown_values(values: &[String], chosen: &BTreeSet<String>, search: &str) -> Vec<String> {
    let search = search.to_lowercase();
    let found = values.iter().filter(|value| !chosen.contains(*value) && value.to_lowercase().contains(&search)).take(MOST_SHOWN);
    chosen.iter().chain(found).cloned().collect()
}
