//! The start page: three ways in, and the workspaces that are already there.

mod samples;

use leptos::prelude::*;

use samples::Samples;

use super::import::{ImportDoor, PickFiles};
use super::workspaces::{WorkspaceTable, kept};
use crate::ui::components::{Button, Icon, Main};
use crate::ui::frame::{Brand, LanguageSelect, ThemeSelect};
use crate::ui::parts::Parts;
use crate::ui::state::{AppState, Page};

/// Rows of the list of recent workspaces; the others are a click away.
const RECENT: usize = 5;

#[component]
pub fn StartPage() -> impl IntoView {
    let state = AppState::get();
    let all_lost = Memo::new(move |_| state.has_whole_loss());
    view! {
        <div class="start-page">
            <StartBar />
            {move || if all_lost.get() { Parts::get().recovery.page() } else { view! { <Welcome /> }.into_any() }}
        </div>
    }
}

#[component]
fn Welcome() -> impl IntoView {
    let state = AppState::get();
    let any = Memo::new(move |_| state.recent.with(|list| list.iter().flatten().any(|workspace| workspace.deleted_at.is_none())));
    view! {
        <Main class="start">
            <h1>{move || state.texts().start_title()}</h1>
            <p class="lead">{move || state.texts().start_lead()}</p>
            <div class="ways"><ImportWay /><Samples /><OpenWay /></div>
            <p class="privacy">{move || state.texts().start_privacy()}</p>
            // Nobody who is here for the first time waits for what shows workspaces.
            <Show when=move || any.get()>{Parts::get().recent.aside()}</Show>
        </Main>
    }
}

#[component]
fn StartBar() -> impl IntoView {
    let state = AppState::get();
    view! {
        <header class="start-bar">
            <Brand />
            <b class="start-name">"Fourfold"</b>
            <span class="push"></span>
            <LanguageSelect />
            <ThemeSelect />
            <a class="button quiet" href=Page::Help.hash() data-testid="nav-help">
                {Icon::Help.view()}
                <span class="wide-only">{move || state.texts().nav_help()}</span>
                <span class="narrow-only hidden-label">{move || state.texts().nav_help()}</span>
            </a>
        </header>
    }
}

#[component]
fn ImportWay() -> impl IntoView {
    let state = AppState::get();
    let paste = ImportDoor::get().pasting;
    view! {
        <section class="drop" aria-labelledby="way-import">
            <h2 id="way-import">{move || state.texts().start_import()}</h2>
            <p>{move || state.texts().start_import_text()}</p>
            <div class="actions">
                <PickFiles class="button primary large" text=move || state.texts().start_choose() />
                <Button class="large" text=move || state.texts().start_paste() key="Ctrl V" on_click=move |_| paste.set(true) />
            </div>
            <p class="note">{move || state.texts().start_formats()}</p>
        </section>
    }
}

#[component]
fn OpenWay() -> impl IntoView {
    let state = AppState::get();
    view! {
        <section class="way" aria-labelledby="way-open">
            <h2 id="way-open">{move || state.texts().start_open()}</h2>
            <p>
                {move || state.texts().start_open_before()} " " <code>".fourfold"</code> " " {move || state.texts().start_open_text()}
            </p>
            <div class="actions">
                <PickFiles
                    class="button"
                    testid="open-workspace-file"
                    accept=".fourfold"
                    multiple=false
                    workspace=true
                    text=move || state.texts().start_open_file()
                />
            </div>
            <p class="without-data">
                <button type="button" class="link-button" data-testid="start-funnel" on:click=move |_| state.start_funnel()>
                    {move || state.texts().funnel_start()}
                </button>
                <small>{move || state.texts().funnel_start_hint()}</small>
            </p>
        </section>
    }
}

/// The workspaces changed last.
#[component]
pub fn RecentWorkspaces() -> impl IntoView {
    let state = AppState::get();
    let all = Signal::derive(move || kept(state));
    let recent = Signal::derive(move || all.get().into_iter().take(RECENT).collect::<Vec<_>>());
    let count = move || state.texts().start_all(all.with(Vec::len));
    view! {
        <section class="recent" aria-labelledby="recent">
            <div class="split">
                <h2 id="recent">{move || state.texts().start_recent()}</h2>
                <a class="push" href=Page::Workspaces.hash() data-testid="nav-workspaces">{count}</a>
            </div>
            <WorkspaceTable list=recent />
        </section>
    }
}
