//! Values of a column to filter by: ticked ones count, nothing ticked means all.

use std::collections::BTreeSet;

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use crate::ui::state::AppState;

/// Values shown before one has to be searched for.
const MOST_SHOWN: usize = 8;

/// `values` in the order in which they are offered; `on_change` gets a value and whether it is ticked now.
#[component]
pub fn ValueFilter(
    #[prop(into)] name: TextProp,
    testid: &'static str,
    #[prop(into)] values: Signal<Vec<String>>,
    #[prop(into)] chosen: Signal<BTreeSet<String>>,
    on_change: impl Fn(String, bool) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let state = AppState::get();
    let search = RwSignal::new(String::new());
    let shown = Memo::new(move |_| shown_values(&values.get(), &chosen.get(), &search.get()));
    let more = move || values.with(Vec::len).saturating_sub(shown.with(Vec::len));
    let (legend, label) = (name.clone(), name);
    let search_field = move || {
        let label = label.clone();
        view! {
            <input
                class="input"
                type="search"
                placeholder=move || state.texts().option_find_value()
                aria-label=move || format!("{}: {}", label.get(), state.texts().option_find_value())
                prop:value=move || search.get()
                on:input=move |event| search.set(event_target_value(&event))
            />
        }
    };
    view! {
        <fieldset class="filter" hidden=move || values.with(Vec::is_empty)>
            <legend>{move || legend.get()}</legend>
            {move || (values.with(Vec::len) > MOST_SHOWN).then(search_field.clone())}
            <For each=move || shown.get() key=Clone::clone let(value)>
                {value_box(state, testid, value, chosen, on_change)}
            </For>
            {move || {
                let more = more();
                (more > 0 && search.with(String::is_empty))
                    .then(|| view! { <p class="note">{state.texts().option_more_values(state.texts().count(more as u64))}</p> })
            }}
        </fieldset>
    }
}

fn value_box(
    state: AppState,
    testid: &'static str,
    value: String,
    chosen: Signal<BTreeSet<String>>,
    on_change: impl Fn(String, bool) + Copy + 'static,
) -> AnyView {
    let (own, ticked) = (value.clone(), value.clone());
    let text = move || if value.is_empty() { state.texts().rule_filter_none_value().to_owned() } else { value.clone() };
    view! {
        <label class="check">
            <input
                type="checkbox"
                data-testid=testid
                prop:checked=move || chosen.with(|chosen| chosen.contains(&ticked))
                on:change=move |event| on_change(own.clone(), event_target_checked(&event))
            />
            {text}
        </label>
    }
    .into_any()
}

/// Chosen values first, then those that match the search, in the order they are offered.
fn shown_values(values: &[String], chosen: &BTreeSet<String>, search: &str) -> Vec<String> {
    let search = search.to_lowercase();
    let found = values.iter().filter(|value| !chosen.contains(*value) && value.to_lowercase().contains(&search)).take(MOST_SHOWN);
    chosen.iter().chain(found).cloned().collect()
}
