//! Names that look like one customer. A person decides: merge, or keep apart for good.

use std::sync::Arc;

use leptos::prelude::*;

use crate::engine::{Query, SpellingGroup};
use crate::ui::components::{Button, Choice, Look, SelectOptions};
use crate::ui::state::{AppState, ToastAction};
use crate::workspace::Action;

#[component]
pub fn Spellings() -> impl IntoView {
    let state = AppState::get();
    let view = state.follow::<Vec<SpellingGroup>>(|| Some(Query::Spellings));
    let groups = Memo::new(move |_| view.get().map(Arc::unwrap_or_clone).unwrap_or_default());
    let merge_all = move |_| {
        let pairs: Vec<(String, String)> = groups.with_untracked(|groups| groups.iter().flat_map(|group| pairs(group, None)).collect());
        merge(state, pairs);
    };
    view! {
        <Show when=move || groups.with(|groups| !groups.is_empty())>
            <section class="section" aria-labelledby="data-spellings">
                <div class="split">
                    <h2 id="data-spellings">{move || state.texts().data_spellings()}</h2>
                    <Show when=move || groups.with(|groups| groups.len() > 1)>
                        <Button text=move || state.texts().data_merge_all(groups.with(Vec::len)) on_click=merge_all />
                    </Show>
                </div>
                <p class="note">{move || state.texts().data_spellings_text()}</p>
                <ul class="decisions">
                    {move || groups.get().into_iter().map(|group| view! { <Group group=group /> }).collect_view()}
                </ul>
            </section>
        </Show>
    }
}

/// Every other spelling with the key that stays: the chosen one, or the one with most rows.
fn pairs(group: &SpellingGroup, keep: Option<&str>) -> Vec<(String, String)> {
    let Some(key) = keep.or_else(|| group.spellings.first().map(|(key, ..)| key.as_str())) else { return Vec::new() };
    group.spellings.iter().filter(|(other, ..)| other != key).map(|(other, ..)| (other.clone(), key.to_owned())).collect()
}

fn merge(state: AppState, pairs: Vec<(String, String)>) {
    let count = pairs.len();
    state.dispatch(Action::MergeCustomers { pairs });
    state.say(state.texts_now().data_merged(count), Some(ToastAction::Undo));
}

#[component]
fn Group(group: SpellingGroup) -> impl IntoView {
    let state = AppState::get();
    let keep = RwSignal::new(group.spellings.first().map(|(key, ..)| key.clone()).unwrap_or_default());
    let options: Vec<Choice> = group.spellings.iter().map(|(key, ..)| Choice::new(key.clone(), key.clone())).collect();
    let names = group.spellings.clone();
    let words = move || {
        let texts = state.texts();
        let name = |(key, rows, _): &(String, u32, f64)| view! { <li>{texts.data_spelling(key, texts.count(*rows))}</li> };
        names.iter().map(name).collect_view()
    };
    let folded = group.folded.clone();
    let merge_these = move |_| merge(state, pairs(&group, Some(&keep.get_untracked())));
    let decline = move |_| {
        state.dispatch(Action::DeclineMerge { folded: folded.clone() });
        state.say(state.texts_now().data_declined(), Some(ToastAction::Undo));
    };
    view! {
        <li class="decision" data-testid="spelling-group">
            <ul class="names">{words}</ul>
            <div class="actions">
                <label class="with-unit">
                    <span class="note">{move || state.texts().data_keeps()}</span>
                    <select class="select small" on:change=move |event| keep.set(event_target_value(&event))>
                        <SelectOptions options=options value=keep />
                    </select>
                </label>
                <Button text=move || state.texts().data_merge() on_click=merge_these attr:data-testid="spelling-merge" />
                <Button look=Look::Quiet text=move || state.texts().data_not_same() on_click=decline attr:data-testid="spelling-decline" />
            </div>
        </li>
    }
}
