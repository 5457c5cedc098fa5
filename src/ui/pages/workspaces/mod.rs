//! All workspaces of this browser, the deleted ones included as long as they can be brought back.

mod row;
mod storage;
mod table;

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::engine::protocol::WorkspaceSummary;
use crate::order;
use crate::ui::clock;
use crate::ui::components::{Button, EmptyState, Main};
use crate::ui::pages::import::PickFiles;
use crate::ui::pages::recovery::Recovery;
use crate::ui::state::{AppState, Page};

use storage::Storage;
pub use table::WorkspaceTable;

/// Bytes by workspace with all its versions, as far as they are known; a page that asks for them provides it.
#[derive(Clone, Copy)]
pub struct StorageUse(pub RwSignal<BTreeMap<String, u64>>);

/// The stored workspaces that are not deleted, last changed first; tracked.
#[must_use]
pub fn kept(state: AppState) -> Vec<WorkspaceSummary> {
    let mut list = state.recent.get().unwrap_or_default();
    list.retain(|workspace| workspace.deleted_at.is_none());
    order::sort_by(&mut list, |left, right| right.changed_at.total_cmp(&left.changed_at));
    list
}

fn deleted(state: AppState) -> Vec<WorkspaceSummary> {
    let mut list = state.recent.get().unwrap_or_default();
    list.retain(|workspace| workspace.deleted_at.is_some());
    list
}

#[component]
pub fn WorkspacesPage() -> impl IntoView {
    let state = AppState::get();
    let list = Signal::derive(move || kept(state));
    let used = StorageUse(RwSignal::new(BTreeMap::new()));
    provide_context(used);
    view! {
        <Main>
            <div class="section page-head">
                <h1>{move || state.texts().workspaces_title()}</h1>
                <p class="lead">{move || state.texts().workspaces_lead()}</p>
                <div class="actions">
                    <PickFiles
                        testid="open-workspace-file"
                        accept=".fourfold"
                        multiple=false
                        workspace=true
                        text=move || state.texts().start_open_file()
                    />
                    <a class="button quiet" href=Page::Start.hash()>{move || state.texts().nav_start()}</a>
                </div>
            </div>
            <div class="section">
                <Recovery />
                <Show when=move || !list.with(Vec::is_empty) fallback=move || view! { <NoWorkspace /> }>
                    <WorkspaceTable list=list />
                </Show>
            </div>
            <Damaged />
            <Deleted />
            <Storage used />
        </Main>
    }
}

#[component]
fn NoWorkspace() -> impl IntoView {
    let state = AppState::get();
    view! {
        <EmptyState title=move || state.texts().workspaces_none() text=move || state.texts().workspaces_none_text()>
            <a class="button" href=Page::Start.hash()>{move || state.texts().workspaces_to_start()}</a>
        </EmptyState>
    }
}

/// The way out for what is stored of workspaces whose entries could not be read.
#[component]
fn Damaged() -> impl IntoView {
    let state = AppState::get();
    let list = Memo::new(move |_| kept(state).into_iter().filter(|workspace| workspace.damaged).collect::<Vec<_>>());
    let row = move |WorkspaceSummary { id, name, .. }: WorkspaceSummary| {
        let name = move || if name.is_empty() { state.texts().workspaces_unnamed().to_owned() } else { name.clone() };
        let save = move |_| state.save_raw(id.clone());
        view! {
            <li class="deleted-row">
                <span>{name}</span>
                <Button text=move || state.texts().save_raw() on_click=save attr:data-testid="workspace-raw" />
            </li>
        }
    };
    view! {
        <Show when=move || !list.with(Vec::is_empty)>
            <section class="section" aria-labelledby="damaged">
                <h2 id="damaged">{move || state.texts().damaged_title()}</h2>
                <p class="note">{move || state.texts().damaged_hint()}</p>
                <ul>{move || list.get().into_iter().map(row).collect_view()}</ul>
            </section>
        </Show>
    }
}

#[component]
fn Deleted() -> impl IntoView {
    let state = AppState::get();
    let list = Signal::derive(move || deleted(state));
    let row = move |workspace: WorkspaceSummary| {
        let when = workspace.deleted_at.map(|at| state.texts().moment(clock::local_time(at), clock::now()));
        view! {
            <li class="deleted-row">
                <span>{workspace.name}</span>
                <span class="muted">{when}</span>
                <Button text=move || state.texts().workspaces_restore() on_click=move |_| state.restore_workspace(workspace.id.clone()) />
            </li>
        }
    };
    view! {
        <Show when=move || !list.with(Vec::is_empty)>
            <section class="section" aria-labelledby="deleted">
                <div class="split">
                    <h2 id="deleted">{move || state.texts().workspaces_deleted()}</h2>
                    <span class="muted">{move || state.texts().workspaces_deleted_text()}</span>
                </div>
                <ul>{move || list.get().into_iter().map(row).collect_view()}</ul>
            </section>
        </Show>
    }
}
