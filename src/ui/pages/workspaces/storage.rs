//! How much room the workspaces take, whether the browser may clear it by itself, and when browsers do.

use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::StorageUse;
use crate::browser::room::{Room, ask_to_stay, may_stay, room};
use crate::engine::protocol::{EngineCall, EngineReply, StorageState};
use crate::ui::components::Button;
use crate::ui::i18n::Texts;
use crate::ui::state::AppState;

/// What the browser says of the storage.
#[derive(Clone, Copy)]
struct Said {
    room: RwSignal<Option<Room>>,
    stays: RwSignal<Option<bool>>,
    refused: RwSignal<bool>,
}

/// Nothing where nothing is kept: what that means is said above every page.
#[component]
pub fn Storage(used: StorageUse) -> impl IntoView {
    let state = AppState::get();
    let said = Said { room: RwSignal::new(None), stays: RwSignal::new(None), refused: RwSignal::new(false) };
    Effect::new(move |_| {
        state.recent.track();
        measure(state, used, said);
    });
    let works = Memo::new(move |_| state.storage.with(|storage| matches!(storage, Some(StorageState::Working))));
    view! {
        <Show when=move || works.get()>
            <section class="section storage" aria-labelledby="storage">
                <h2 id="storage">{move || state.texts().storage_title()}</h2>
                <p>{move || state.texts().storage_used(state.texts().size(used.0.with(|known| known.values().sum())))}" "{move || room_words(state, said)}</p>
                <Staying said />
                <details>
                    <summary>{move || state.texts().storage_limits()}</summary>
                    <ul class="storage-limits">{LIMITS.map(|limit| view! { <li>{move || limit(state.texts())}</li> }).collect_view()}</ul>
                </details>
            </section>
        </Show>
    }
}

const LIMITS: [fn(Texts) -> &'static str; 5] = [
    Texts::storage_limit_user,
    Texts::storage_limit_disk,
    Texts::storage_limit_safari,
    Texts::storage_limit_private,
    Texts::storage_limit_file,
];

/// Whether it stays; where not, the question is the user's to ask, as some browsers put it to them.
#[component]
fn Staying(said: Said) -> impl IntoView {
    let state = AppState::get();
    let ask = move |_| {
        spawn_local(async move {
            let agreed = ask_to_stay().await;
            said.stays.try_set(Some(agreed));
            said.refused.try_set(!agreed);
        });
    };
    let code = move || said.stays.get().map(|stays| stays.to_string());
    view! {
        <div class="actions" data-testid="storage-stays" data-value=code>
            {move || match said.stays.get() {
                Some(true) => view! { <span role="status">{move || state.texts().storage_stays()}</span> }.into_any(),
                Some(false) => view! {
                    <span>{move || state.texts().storage_may_go()}</span>
                    <Button text=move || state.texts().storage_ask() on_click=ask attr:data-testid="storage-ask" />
                }
                .into_any(),
                None => ().into_any(),
            }}
        </div>
        <Show when=move || said.refused.get()>
            <p class="note" role="status" data-testid="storage-refused">{move || state.texts().storage_refused()}</p>
        </Show>
    }
}

fn room_words(state: AppState, said: Said) -> String {
    let texts = state.texts();
    // Whole bytes, far below 2^53.
    let size = |bytes: f64| texts.size(bytes.max(0.0) as u64);
    match said.room.get() {
        Some(room) => texts.storage_room(size(room.used), size(room.granted)),
        None => texts.storage_room_unknown().to_owned(),
    }
}

/// One workspace after the other, so that other work is done in between.
fn measure(state: AppState, used: StorageUse, said: Said) {
    let ids: Vec<String> = state.recent.with_untracked(|list| list.iter().flatten().map(|workspace| workspace.id.clone()).collect());
    spawn_local(async move {
        let mut known = BTreeMap::new();
        for id in ids {
            // One that cannot be measured is shown with the size of its last state.
            if let Ok(EngineReply::Bytes(bytes)) = state.call(EngineCall::StorageUse { id: id.clone() }).await {
                known.insert(id, bytes);
            }
        }
        // The page may have been left meanwhile.
        used.0.try_set(known);
        said.room.try_set(room().await);
        said.stays.try_set(may_stay().await);
    });
}
