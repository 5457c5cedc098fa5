//! Messages that concern the whole workspace and stay until their cause is gone. They load when there is one: see
//! [`AppState::has_banners`].

use leptos::prelude::*;

use crate::browser::preferences::Known;
use crate::engine::LostData;
use crate::engine::protocol::{ImportTarget, StorageState, StoreProblem};
use crate::ui::clock::{self, local_time};
use crate::ui::components::{Notice, Tone};
use crate::ui::frame::KeepNotice;
use crate::ui::pages::file_age::file_age;
use crate::ui::pages::import::PickFiles;
use crate::ui::sentinel::{Older, accept_loss, missing};
use crate::ui::state::{AppState, Page, SaveState};
use crate::ui::words::lost_tables;

#[component]
pub fn Banners() -> impl IntoView {
    let state = AppState::get();
    let unsaved = move || match state.save_state() {
        SaveState::Failed(problem) => Some(not_saved(state, problem)),
        _ => None,
    };
    let lost = Memo::new(move |_| state.lost_data());
    let memory_only = Memo::new(move |_| state.storage.with(|storage| matches!(storage, Some(StorageState::MemoryOnly { .. }))));
    view! {
        {unsaved}
        <Show when=move || state.has_partial_loss()><SomeLost /></Show>
        <Show when=move || state.is_read_only()>
            <Notice>
                <p data-testid="read-only">
                    <b>{move || state.texts().read_only_title()}</b>" "{move || state.texts().read_only_text()}" "
                    <button type="button" class="link-button" data-testid="take-over" on:click=move |_| state.take_over()>
                        {move || state.texts().read_only_take_over()}
                    </button>
                </p>
            </Notice>
        </Show>
        {move || state.older.get().map(|older| older_state(state, older))}
        {move || lost.get().map(|lost| lost_data(state, lost))}
        <Show when=move || memory_only.get()>
            <Notice tone=Tone::Warn>
                <p>
                    <b>{move || state.texts().memory_only_title()}</b>" "
                    {move || state.texts().memory_only_text()}
                </p>
            </Notice>
        </Show>
        <Show when=move || state.keeps_in_files()><KeepNotice /></Show>
        <Show when=move || state.offers_new_version()><NewVersion /></Show>
        <Show when=move || state.file_is_due()><FileIsDue /></Show>
        <Show when=move || state.stopped.with(Option::is_some)>
            <Notice tone=Tone::Bad>
                <p>
                    <b>{move || state.texts().stopped_title()}</b>" "
                    {move || state.texts().stopped_text()}" "
                    <button type="button" class="link-button" on:click=move |_| state.start_engine_again()>
                        {move || state.texts().stopped_again()}
                    </button>
                </p>
            </Notice>
        </Show>
    }
}

#[component]
fn NewVersion() -> impl IntoView {
    let state = AppState::get();
    view! {
        <Notice>
            <p role="status">
                <b>{move || state.texts().update_title()}</b>" "{move || state.texts().update_text()}" "
                <button
                    type="button"
                    class="link-button"
                    data-testid="take-new-version"
                    on:click=move |_| state.save_and_take_new_version()
                >
                    {move || state.texts().update_take()}
                </button>
            </p>
        </Notice>
    }
}

/// Quiet, and put away for two weeks with one press.
#[component]
fn FileIsDue() -> impl IntoView {
    let state = AppState::get();
    view! {
        <Notice>
            <p data-testid="file-due">
                {move || file_age(state)}" "{move || state.texts().file_due_why()}" "
                <button type="button" class="link-button" data-testid="file-due-save" on:click=move |_| state.save_as_file()>
                    {move || state.texts().save_as_file()}
                </button>" "
                <button type="button" class="link-button" data-testid="file-due-later" on:click=move |_| state.remind_later()>
                    {move || state.texts().file_due_later()}
                </button>
            </p>
        </Notice>
    }
}

/// Some workspaces are gone, others are there.
#[component]
fn SomeLost() -> impl IntoView {
    let state = AppState::get();
    let gone = Memo::new(move |_| missing(state));
    Effect::new(move |_| {
        // Deleted long ago, and now removed for good.
        if gone.with(Vec::is_empty) {
            accept_loss(state);
        }
    });
    let names = move || {
        let texts = state.texts();
        let name = |known: &Known| if known.name.is_empty() { texts.workspaces_unnamed().to_owned() } else { known.name.clone() };
        gone.with(|gone| gone.iter().map(name).collect::<Vec<_>>().join(texts.list_join()))
    };
    view! {
        <Show when=move || !gone.with(Vec::is_empty)>
            <Notice tone=Tone::Bad>
                <p data-testid="lost-some">
                    <b>{move || state.texts().lost_some(names())}</b>" "{move || state.texts().lost_text()}" "
                    <button type="button" class="link-button" on:click=move |_| accept_loss(state)>{move || state.texts().dismiss()}</button>
                </p>
            </Notice>
        </Show>
    }
}

/// An older state is announced as older, never shown in silence.
fn older_state(state: AppState, older: Older) -> impl IntoView {
    let when = move |at: f64| state.texts().moment(local_time(at), clock::now());
    let words = move || {
        let texts = state.texts();
        match &older {
            Older::Damaged(older) => (texts.older_title(), texts.older_text(when(older.saved_at), when(older.lost_at))),
            Older::Lost => (texts.older_than_known_title(), texts.older_than_known_text().to_owned()),
        }
    };
    let words = Memo::new(move |_| words());
    view! {
        <Notice tone=Tone::Bad>
            <p data-testid="older-state">
                <b>{move || words.get().0}</b>" "{move || words.get().1}" "
                <a href=Page::Versions.hash()>{move || state.texts().versions_link()}</a>" "
                <button type="button" class="link-button" on:click=move |_| state.older.set(None)>{move || state.texts().dismiss()}</button>
            </p>
        </Notice>
    }
}

/// What could not be read of the open workspace, until it is there again.
fn lost_data(state: AppState, lost: LostData) -> impl IntoView {
    let words = Memo::new(move |_| lost_tables(state.texts(), &lost));
    let save_raw = move |_| state.opened.get_untracked().into_iter().for_each(|opened| state.save_raw(opened.id));
    view! {
        <Notice tone=Tone::Bad>
            <p data-testid="lost-tables">
                <b>{move || words.get().0}</b>" "{move || words.get().1}" "{move || state.texts().lost_tables_text()}
            </p>
            <div class="actions">
                <PickFiles testid="lost-import" target=ImportTarget::Append text=move || state.texts().lost_import() />
                <button type="button" class="link-button" data-testid="lost-raw" on:click=save_raw>{move || state.texts().save_raw()}</button>
                <button type="button" class="link-button" on:click=move |_| state.loss_put_away.set(true)>
                    {move || state.texts().lost_put_away()}
                </button>
            </div>
        </Notice>
    }
}

fn not_saved(state: AppState, problem: StoreProblem) -> impl IntoView {
    let text = move || match &problem {
        StoreProblem::Full => state.texts().not_saved_full().to_owned(),
        other => state.texts().not_saved_other(state.texts().store_problem(other)),
    };
    view! {
        <Notice tone=Tone::Bad>
            <p>
                <b>{move || state.texts().not_saved_title()}</b>" "{text}" "
                <button type="button" class="link-button" data-testid="not-saved-file" on:click=move |_| state.save_as_file()>
                    {move || state.texts().save_as_file()}
                </button>" "
                <button type="button" class="link-button" data-testid="not-saved-again" on:click=move |_| state.save_again()>
                    {move || state.texts().try_again()}
                </button>
            </p>
        </Notice>
    }
}
