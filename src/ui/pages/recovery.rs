//! In the place of a welcome, where workspaces were kept and are gone or cannot be read: what is known of them, and what can be done.
//! It loads when it is needed.

use leptos::prelude::*;

use super::import::PickFiles;
use crate::browser::preferences::{Known, known_workspaces, sentinel};
use crate::engine::protocol::StorageState;
use crate::ui::clock::{self, local_time};
use crate::ui::components::{Button, Main};
use crate::ui::sentinel::{Loss, accept_loss};
use crate::ui::state::AppState;

/// As a page of its own.
#[component]
pub fn RecoveryPage() -> impl IntoView {
    view! { <Main class="start"><Recovery /></Main> }
}

/// What is known and what to do; nothing where nothing is lost.
#[component]
pub fn Recovery() -> impl IntoView {
    let state = AppState::get();
    move || match state.lost.get() {
        Some(Loss::Everything) => Some(told(state, None)),
        Some(Loss::Unreadable(reason)) => Some(told(state, Some(reason))),
        Some(Loss::Some) | None => None,
    }
}

/// `reason`: why what is there cannot be read.
fn told(state: AppState, reason: Option<String>) -> impl IntoView {
    let unreadable = reason.is_some();
    // A database that opens may still give what is stored, one that does not open gives nothing.
    let raw = unreadable && state.storage.with_untracked(|storage| matches!(storage, Some(StorageState::Working)));
    let workspaces = sentinel().unwrap_or_default().workspaces;
    let title = move || {
        let texts = state.texts();
        if unreadable { texts.recovery_unreadable_title(workspaces) } else { texts.lost_title(workspaces) }
    };
    let lead = move || if unreadable { state.texts().recovery_unreadable_text() } else { state.texts().recovery_gone_text() };
    view! {
        <section class="recovery" data-testid="recovery" aria-labelledby="recovery-title">
            <h1 id="recovery-title">{title}</h1>
            <p class="lead">{lead}</p>
            {reason.map(|reason| view! { <p class="note">{move || state.texts().recovery_reason()}" "<code>{reason}</code></p> })}
            <KnownWorkspaces raw=raw />
            <h2>{move || state.texts().recovery_what_to_do()}</h2>
            <ul class="recovery-steps">
                <li>{move || state.texts().recovery_files()}</li>
                <li>{move || state.texts().recovery_profile()}</li>
                <li>{move || state.texts().recovery_again_text()}</li>
            </ul>
            <div class="actions">
                <PickFiles
                    class="button primary"
                    testid="open-workspace-file"
                    accept=".fourfold"
                    multiple=false
                    workspace=true
                    text=move || state.texts().start_open_file()
                />
                <Button text=move || state.texts().recovery_again() on_click=move |_| look_again() attr:data-testid="recovery-again" />
                <button type="button" class="link-button" data-testid="recovery-accept" on:click=move |_| accept_loss(state)>
                    {move || if unreadable { state.texts().recovery_work_on() } else { state.texts().recovery_begin() }}
                </button>
            </div>
        </section>
    }
}

/// `raw`: what is stored of each may still be had.
#[component]
fn KnownWorkspaces(raw: bool) -> impl IntoView {
    let state = AppState::get();
    let before = sentinel().unwrap_or_default();
    let known = known_workspaces();
    let moment = move |at: f64| state.texts().moment(local_time(at), clock::now());
    if known.is_empty() {
        return view! { <p>{move || state.texts().recovery_last_save(moment(before.saved_at))}</p> }.into_any();
    }
    let row = move |Known { id, name, changed_at }: Known| {
        let saves = before.generations.get(&id).copied();
        let name = move || if name.is_empty() { state.texts().workspaces_unnamed().to_owned() } else { name.clone() };
        let save_raw = move || {
            let id = id.clone();
            view! {
                <button type="button" class="link-button" on:click=move |_| state.save_raw(id.clone())>
                    {move || state.texts().save_raw()}
                </button>
            }
        };
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td>{move || moment(changed_at)}</td>
                <td class="num">{saves.map(|saves| move || state.texts().count(saves))}</td>
                {raw.then(|| view! { <td>{save_raw()}</td> })}
            </tr>
        }
    };
    view! {
        <div class="table-scroll">
            <table class="table" data-testid="recovery-known">
                <thead>
                    <tr>
                        <th scope="col">{move || state.texts().workspaces_name()}</th>
                        <th scope="col">{move || state.texts().recovery_changed()}</th>
                        <th scope="col" class="num">{move || state.texts().recovery_saves()}</th>
                        {raw.then(|| view! { <th scope="col"><span class="hidden-label">{move || state.texts().save_raw()}</span></th> })}
                    </tr>
                </thead>
                <tbody>{known.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// The storage is opened anew with the page.
fn look_again() {
    // A page that cannot be loaded anew stays as it is.
    drop(window().location().reload());
}
