//! Spellings that count as another customer, and the way back.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::engine::{DataView, Query};
use crate::ui::components::{Button, Look};
use crate::ui::state::AppState;
use crate::workspace::Action;

#[component]
pub fn Merges() -> impl IntoView {
    let state = AppState::get();
    let view = state.follow::<DataView>(|| Some(Query::Data { first: 0, count: 0 }));
    let merges = Memo::new(move |_| {
        let mut by_key = BTreeMap::<String, Vec<String>>::new();
        view.with(|view| {
            if let Some(data) = view {
                for (spelling, key) in &data.merges {
                    by_key.entry(key.clone()).or_default().push(spelling.clone());
                }
            }
        });
        by_key
    });
    let row = move |(key, spellings): (String, Vec<String>)| {
        let names = spellings.clone();
        let split = move |_| state.dispatch(Action::SplitCustomers { spellings: spellings.clone() });
        view! {
            <li class="decision" data-testid="merge">
                <span>{move || state.texts().listed(&names)} " " <span class="muted">{move || state.texts().data_counts_as(&key)}</span></span>
                <Button look=Look::Quiet text=move || state.texts().data_split() on_click=split />
            </li>
        }
    };
    view! {
        <Show when=move || merges.with(|merges| !merges.is_empty())>
            <section class="section" aria-labelledby="data-merges">
                <h2 id="data-merges">{move || state.texts().data_merges()}</h2>
                <ul class="decisions">{move || merges.get().into_iter().map(row).collect_view()}</ul>
            </section>
        </Show>
    }
}
