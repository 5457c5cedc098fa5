//! The app: one state, one frame, one page at a time.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::components::later;
use super::frame::{Bar, DropAnywhere, Keys, Rail, Toasts};
use super::i18n::Language;
use super::pages::StartPage;
use super::pages::import::ImportDoor;
use super::parts::{Arriving, Parts, on_its_way};
use super::pause::pause;
use super::router::{focus_main, follow_address, go, keep_focus};
use super::sentinel::{note_saved, watch_storage};
use super::state::{AppState, Page, SaveState, Theme};
use crate::browser::offline::{fetch_all, rehearse};
use crate::browser::preferences::{Preferences, set_workspace_of_tab, workspace_of_tab};
use crate::browser::updates::keep_build;
use crate::browser::{EngineClient, clock};
use crate::engine::protocol::EngineMessage;
use crate::engine::{Query, WorkspaceView};

/// How long the page may be busy with its first view before everything else is fetched.
const BEFORE_FETCHING: Duration = Duration::from_millis(1500);

/// How long until a busy page is looked at again.
const BUSY: Duration = Duration::from_millis(250);

/// Puts the app into the page; `parts` names the views that load on their own.
pub fn start(parts: fn() -> Parts) {
    mount_to_body(move || view! { <App make_parts=parts /> });
}

#[component]
fn App(make_parts: fn() -> Parts) -> impl IntoView {
    let preferences = Preferences::load();
    let state = new_state(&preferences);
    provide_context(state);
    let door = ImportDoor::provide(state);
    let parts = make_parts();
    provide_context(parts);
    follow_address(state);
    keep_document(state);
    keep_preferences(state);
    keep_workspace(state);
    open_first(state, workspace_of_tab().or(preferences.last_workspace));
    watch_storage(state);
    state.warn_before_loss();
    let stage = Memo::new(move |_| match (state.presenting.get(), state.page.get()) {
        (true, _) => Stage::Presenter,
        (false, Page::Start) => Stage::Start,
        (false, _) => Stage::Framed,
    });
    // Once it was wanted it stays: a dialog that closes keeps its place.
    let importing = Memo::new(move |wanted: Option<&bool>| wanted.copied().unwrap_or(false) || door.is_wanted());
    fetch_ahead(state, parts, door, importing);
    view! {
        <button type="button" class="skip-link button" on:click=move |_| focus_main()>{move || state.texts().skip_to_content()}</button>
        {move || match stage.get() {
            Stage::Presenter => parts.presenter.page(),
            Stage::Start => view! { <StartPage /> }.into_any(),
            Stage::Framed => framed(state, parts),
        }}
        <Show when=move || importing.get()>{parts.import.aside()}</Show>
        <Show when=move || state.passphrase.with(Option::is_some)>{parts.passphrase.aside()}</Show>
        <Show when=move || state.anonymising.with(Option::is_some)>{parts.anonymous.aside()}</Show>
        <Keys />
        <DropAnywhere />
        <Toasts />
    }
}

/// What fills the window.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Presenter,
    Start,
    Framed,
}

/// The frame stays from page to page. Its bar and the first page in it are built in tasks of their own: all at once would hold the page
/// for too long.
fn framed(state: AppState, parts: Parts) -> AnyView {
    let bar = later();
    let stands = RwSignal::new(false);
    set_timeout(
        move || {
            keep_focus(move || {
                stands.try_set(true);
            })
        },
        Duration::ZERO,
    );
    let page = move || if stands.get() { part_of(state.page.get(), parts).page() } else { on_its_way(state) };
    view! { <div class="app"><Rail /><Show when=move || bar.get()><Bar /></Show>{page}</div> }.into_any()
}

fn part_of(page: Page, parts: Parts) -> Arriving {
    match page {
        Page::Start | Page::Existing => parts.existing,
        Page::Potential => parts.potential,
        Page::Funnel => parts.funnel,
        Page::Changes => parts.changes,
        Page::Wallet => parts.wallet,
        Page::Future => parts.future,
        Page::Time => parts.time,
        Page::Playbook => parts.playbook,
        Page::Actions => parts.actions,
        Page::Data => parts.data,
        Page::Workspaces => parts.workspaces,
        Page::Versions => parts.versions,
        Page::Help => parts.help,
        Page::Gallery => parts.gallery,
    }
}

/// The state, with the engine's events flowing into it.
fn new_state(preferences: &Preferences) -> AppState {
    let language = preferences.language.clone().or_else(|| window().navigator().language()).unwrap_or_default();
    let theme = preferences.theme.as_deref().map(Theme::from_code).unwrap_or_default();
    let events = StoredValue::new(None::<AppState>);
    let engine = EngineClient::start(move |message| {
        if let Some(state) = events.get_value() {
            receive(state, message);
        }
    });
    let state = AppState::new(engine, Language::from_code(&language), theme);
    events.set_value(Some(state));
    state.remind_after.set(preferences.remind_after.unwrap_or_default() as f64);
    state
}

fn receive(state: AppState, message: EngineMessage) {
    match message {
        EngineMessage::Ready { storage } => state.storage.set(Some(storage)),
        EngineMessage::Saved { revision, at, generation, id } => {
            state.set_stored(id.clone(), revision, at);
            note_saved(state, id, generation);
            state.list_if_new();
        }
        EngineMessage::SaveFailed { error } => state.set_unsaved(error),
        EngineMessage::Forked { opened } => {
            state.say(state.texts_now().forked(&opened.name), None);
            state.revision.set(opened.revision);
            state.opened.set(Some(opened));
        }
        EngineMessage::Access { id, writer } => {
            // It may come before the reply that the workspace is open.
            state.written_elsewhere.set((!writer).then_some(id));
        }
        EngineMessage::Refreshed { opened } => {
            state.set_stored(opened.id.clone(), opened.revision, clock::now());
            state.revision.set(opened.revision);
            state.opened.set(Some(opened));
        }
        EngineMessage::ListChanged => state.refresh_recent(),
        EngineMessage::Stopped { detail } => state.stopped.set(Some(detail)),
        EngineMessage::Reply { .. } => {}
    }
}

/// `<html>` says language, theme, and what drivers and tests wait for.
fn keep_document(state: AppState) {
    let Some(root) = document().document_element() else { return };
    let root = StoredValue::new_local(root);
    let set = move |name: &str, value: &str| root.with_value(|root| drop(root.set_attribute(name, value)));
    Effect::new(move |_| set("lang", state.language.get().code()));
    Effect::new(move |_| set("data-theme", state.theme.get().code()));
    Effect::new(move |_| {
        let saved = matches!(state.save_state(), SaveState::Idle | SaveState::Saved { .. });
        set("data-saved", if saved { "true" } else { "false" });
    });
    Effect::new(move |_| {
        if state.offline_ready.get() {
            set("data-offline-ready", "true");
        }
    });
    Effect::new(move |_| {
        // Usable once the engine has said whether it can keep anything.
        if state.storage.with(Option::is_some) && state.recent.with(Option::is_some) {
            set("data-ready", "true");
        }
    });
}

fn keep_preferences(state: AppState) {
    // Where preferences cannot be kept, the choice holds for this visit.
    Effect::new(move |before: Option<(Language, Theme)>| {
        let now = (state.language.get(), state.theme.get());
        if before.is_some_and(|before| before != now) {
            drop(Preferences::update(|kept| {
                kept.language = Some(now.0.code().to_owned());
                kept.theme = Some(now.1.code().to_owned());
            }));
        }
        now
    });
    Effect::new(move |_| {
        if let Some(id) = state.opened.with(|opened| opened.as_ref().map(|opened| opened.id.clone())) {
            drop(set_workspace_of_tab(&id));
            drop(Preferences::update(|kept| kept.last_workspace = Some(id)));
        }
    });
}

/// Facts and settings of the open workspace follow every revision.
fn keep_workspace(state: AppState) {
    let view = state.follow::<WorkspaceView>(|| Some(Query::Workspace));
    Effect::new(move |_| state.workspace.set(view.get().map(Arc::unwrap_or_clone)));
}

/// The list of workspaces, and the last one where the address asks for it.
fn open_first(state: AppState, last: Option<String>) {
    state.refresh_recent();
    let carried_is_open = RwSignal::new(false);
    state.open_carried(carried_is_open);
    Effect::new(move |_| {
        let page = state.page.get();
        if !carried_is_open.get() || !page.needs_workspace() || state.opened.with_untracked(Option::is_some) {
            return;
        }
        match last.clone() {
            Some(id) => state.open_workspace(id, page),
            None => go(Page::Start),
        }
    });
    Effect::new(move |_| {
        if matches!(state.page.get(), Page::Start | Page::Workspaces) {
            state.refresh_recent();
        }
    });
}

/// Once the first view stands, everything that may be needed later; an import goes first.
fn fetch_ahead(state: AppState, parts: Parts, door: ImportDoor, importing: Memo<bool>) {
    let quiet = async move || {
        while door.is_busy() {
            pause(BUSY).await;
        }
    };
    set_timeout(
        move || {
            spawn_local(async move {
                let on_new_version = move || state.new_version.set(true);
                let complete = parts.fetch_all(quiet).await && fetch_all().await.is_ok();
                // Whoever has a file at hand needs the processor for that.
                if !importing.get_untracked() {
                    rehearse().await;
                }
                if complete && keep_build(on_new_version).await.is_ok() {
                    state.offline_ready.set(true);
                }
            });
        },
        BEFORE_FETCHING,
    );
}
