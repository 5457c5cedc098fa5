//! One workspace: what is in it, and what can be done with it.

use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::engine::protocol::WorkspaceSummary;
use crate::ui::clock;
use crate::ui::components::{Icon, Menu, ShareBar};
use crate::ui::pages::workspaces::StorageUse;
use crate::ui::state::{AppState, Page};

#[component]
pub fn WorkspaceRow(workspace: WorkspaceSummary) -> impl IntoView {
    let state = AppState::get();
    let WorkspaceSummary { id, name, customers, rows, size, changed_at, exported_at, class_shares, changes_since_file, damaged, .. } =
        workspace;
    let renaming = RwSignal::new(false);
    let opening = id.clone();
    let open = move |event: MouseEvent| {
        if !on_control(&event) {
            state.open_workspace(opening.clone(), Page::Existing);
        }
    };
    let exported = move || match exported_at {
        Some(at) => state.texts().moment(clock::local_time(at), clock::now()),
        None => state.texts().workspaces_never().to_owned(),
    };
    let changes = move || {
        let since = exported_at.is_some() && changes_since_file > 0;
        since.then(
            || view! { <span class="note">{move || state.texts().file_changes_since(state.texts().count(changes_since_file))}</span> },
        )
    };
    // With all versions once that is known.
    let own = id.clone();
    let used = use_context::<StorageUse>();
    let whole = move || used.and_then(|used| used.0.with(|known| known.get(&own).copied())).unwrap_or(size);
    view! {
        <tr class="workspace-row" data-testid="recent-workspace" on:click=open>
            <th scope="row" class="name-cell">
                <Name id=id.clone() name=name.clone() renaming=renaming />
                {damaged.then(|| view! { <b class="warn-text" data-testid="workspace-damaged">" "{move || state.texts().damaged_mark()}</b> })}
            </th>
            <td class="num">{move || state.texts().count(customers)}</td>
            <td class="num wide-only">{move || state.texts().count(rows)}</td>
            <td class="money-cell">{(!damaged).then(|| view! { <ShareBar shares=class_shares /> })}</td>
            <td class="change-cell">{move || state.texts().moment(clock::local_time(changed_at), clock::now())}</td>
            <td class=if exported_at.is_none() { "wide-only warn-text" } else { "wide-only muted" }>{exported}{changes}</td>
            <td class="num muted wide-only">{move || state.texts().size(whole())}</td>
            <td class="num"><RowMenu id=id name=name renaming=renaming /></td>
        </tr>
    }
}

/// Whether a click was meant for something inside the row.
fn on_control(event: &MouseEvent) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    element.is_some_and(|element| matches!(element.closest("button, input, [popover]"), Ok(Some(_))))
}

#[component]
fn Name(id: String, name: String, renaming: RwSignal<bool>) -> impl IntoView {
    let state = AppState::get();
    let shown = if name.is_empty() { None } else { Some(name.clone()) };
    let words = move || shown.clone().unwrap_or_else(|| state.texts().workspaces_unnamed().to_owned());
    let (opening, own) = (id.clone(), id.clone());
    let is_open = move || state.opened.with(|opened| opened.as_ref().is_some_and(|opened| opened.id == own));
    view! {
        <Show
            when=move || renaming.get()
            fallback=move || {
                let (opening, words, is_open) = (opening.clone(), words.clone(), is_open.clone());
                view! {
                    <button type="button" class="link-button" on:click=move |_| state.open_workspace(opening.clone(), Page::Existing)>
                        {words}
                    </button>
                    {move || is_open().then(|| view! { <span class="note open-mark">{move || state.texts().workspaces_open_now()}</span> })}
                }
            }
        >
            <RenameField id=id.clone() name=name.clone() renaming=renaming />
        </Show>
    }
}

#[component]
fn RenameField(id: String, name: String, renaming: RwSignal<bool>) -> impl IntoView {
    let state = AppState::get();
    let field = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            // A field that cannot take the focus can still be clicked.
            drop(field.focus());
            field.select();
        }
    });
    let before = name.clone();
    let take = move || {
        let wanted = field.get_untracked().map(|field| field.value().trim().to_owned()).unwrap_or_default();
        if renaming.get_untracked() && !wanted.is_empty() && wanted != before {
            state.rename_workspace(id.clone(), wanted);
        }
        renaming.set(false);
    };
    let leave = take.clone();
    let on_key = move |event: KeyboardEvent| match event.key().as_str() {
        "Enter" => take(),
        "Escape" => renaming.set(false),
        _ => {}
    };
    let label = name.clone();
    view! {
        <input
            node_ref=field
            class="input"
            maxlength="120"
            aria-label=move || state.texts().workspaces_new_name(&label)
            value=name
            on:keydown=on_key
            on:blur=move |_| leave()
        />
    }
}

#[component]
fn RowMenu(id: String, name: String, renaming: RwSignal<bool>) -> impl IntoView {
    let state = AppState::get();
    let label = name.clone();
    let ids = StoredValue::new((id, name));
    let open = move |_| state.open_workspace(ids.with_value(|(id, _)| id.clone()), Page::Existing);
    let duplicate = move |_| ids.with_value(|(id, name)| state.duplicate_workspace(id.clone(), name));
    let anonymise = move |_| state.anonymising.set(Some(ids.get_value()));
    let delete = move |_| ids.with_value(|(id, name)| state.delete_workspace(id.clone(), name.clone()));
    view! {
        <Menu label=move || state.texts().workspaces_more_for(&label) testid="workspace-menu">
            <button type="button" on:click=open>{Icon::Open.view()}{move || state.texts().workspaces_open()}</button>
            <button type="button" on:click=move |_| renaming.set(true)>{Icon::Edit.view()}{move || state.texts().workspaces_rename()}</button>
            <button type="button" on:click=duplicate>{Icon::Copy.view()}{move || state.texts().workspaces_duplicate()}</button>
            <button type="button" data-testid="anonymise" on:click=anonymise>{Icon::Data.view()}{move || state.texts().anonymous_entry()}</button>
            <button type="button" class="danger" on:click=delete>{Icon::Trash.view()}{move || state.texts().workspaces_delete()}</button>
        </Menu>
    }
}
