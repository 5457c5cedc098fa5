//! Asks for a passphrase: a new one for a file that goes out, the known one for a file that comes in.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::ui::components::Dialog;
use crate::ui::state::{AppState, Page, PassphraseFor};

/// Characters at least, where one is chosen.
const SHORTEST: usize = 8;

#[component]
pub fn PassphraseDialog() -> impl IntoView {
    let state = AppState::get();
    let open = RwSignal::new(true);
    // Closed by its own button or by Esc.
    Effect::new(move |_| {
        if !open.get() {
            state.passphrase.set(None);
        }
    });
    let saving = Memo::new(move |_| state.passphrase.with(|wanted| *wanted == Some(PassphraseFor::Save)));
    let title = move || if saving.get() { state.texts().passphrase_save_title() } else { state.texts().passphrase_open_title() };
    view! {
        <Dialog open title testid="passphrase-dialog">
            {move || if saving.get() { view! { <Choose open /> }.into_any() } else { view! { <Enter /> }.into_any() }}
        </Dialog>
    }
}

/// For a file that goes out: typed twice, as nobody can see it.
#[component]
fn Choose(open: RwSignal<bool>) -> impl IntoView {
    let state = AppState::get();
    let (first, second) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let tried = RwSignal::new(false);
    let too_short =
        move || (tried.get() && first.with(|text| text.chars().count() < SHORTEST)).then(|| state.texts().passphrase_too_short());
    let differs = move || (tried.get() && first.get() != second.get()).then(|| state.texts().passphrase_differs());
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        let chosen = first.get_untracked();
        if chosen.chars().count() >= SHORTEST && chosen == second.get_untracked() {
            state.save_file_under(Some(chosen));
            open.set(false);
        }
    };
    view! {
        <form class="dialog-body padded stack" on:submit=save>
            <p>{move || state.texts().passphrase_save_text()}</p>
            <Secret label=move || state.texts().passphrase_field() testid="passphrase" value=first refused=Signal::derive(too_short) is_new=true />
            <Secret label=move || state.texts().passphrase_again() testid="passphrase-again" value=second refused=Signal::derive(differs) is_new=true />
            <button type="submit" class="button primary" data-testid="passphrase-accept">{move || state.texts().passphrase_save()}</button>
        </form>
    }
}

/// For a file that comes in.
#[component]
fn Enter() -> impl IntoView {
    let state = AppState::get();
    let typed = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let wrong = move || {
        let wrong = state.passphrase.with(|wanted| matches!(wanted, Some(PassphraseFor::Open { wrong: true, .. })));
        wrong.then(|| state.texts().passphrase_wrong())
    };
    let try_it = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(PassphraseFor::Open { bytes, .. }) = state.passphrase.get_untracked() else { return };
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            state.open_bytes(bytes.to_vec(), Some(typed.get_untracked()), Page::Existing).await;
            busy.try_set(false);
        });
    };
    view! {
        <form class="dialog-body padded stack" on:submit=try_it>
            <p>{move || state.texts().passphrase_open_text()}</p>
            <Secret label=move || state.texts().passphrase_field() testid="passphrase" value=typed refused=Signal::derive(wrong) is_new=false />
            <button type="submit" class="button primary" data-testid="passphrase-accept" disabled=move || busy.get()>
                {move || state.texts().passphrase_open()}
            </button>
        </form>
    }
}

#[component]
fn Secret(
    label: impl Fn() -> &'static str + Send + 'static,
    testid: &'static str,
    value: RwSignal<String>,
    refused: Signal<Option<&'static str>>,
    is_new: bool,
) -> impl IntoView {
    view! {
        <label class="field" class:wrong=move || refused.get().is_some()>
            <span class="label">{label}</span>
            <input
                class="input"
                type="password"
                data-testid=testid
                autocomplete=if is_new { "new-password" } else { "current-password" }
                aria-invalid=move || refused.get().is_some().then_some("true")
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
            />
            {move || refused.get().map(|message| view! { <span class="message" role="alert">{message}</span> })}
        </label>
    }
}
