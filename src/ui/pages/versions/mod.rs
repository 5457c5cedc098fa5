//! The versions of the open workspace: what was saved when, how it differs from now, and the way back to it.

mod row;
mod state;

use leptos::prelude::*;

use row::VersionRows;
use state::VersionsState;

use crate::ui::components::{Button, EmptyState, Main, TextField};
use crate::ui::pages::file_age::FileAge;

#[component]
pub fn VersionsPage() -> impl IntoView {
    let page = VersionsState::provide();
    let some = Memo::new(move |_| page.versions.with(|versions| !versions.is_empty()));
    view! {
        <Main>
            <div class="section page-head">
                <h1>{move || page.app.texts().versions_title()}</h1>
                <p class="lead">{move || page.app.texts().versions_lead()}</p>
                <KeepPresent />
                <FileAge />
            </div>
            <div class="section">
                <Show when=move || some.get() fallback=NoVersion>
                    <VersionRows />
                </Show>
            </div>
        </Main>
    }
}

/// Gives the present state a name, by which it stays.
#[component]
fn KeepPresent() -> impl IntoView {
    let page = VersionsState::get();
    let name = RwSignal::new(String::new());
    let keep = move |_| {
        let wanted = name.get_untracked();
        if !wanted.is_empty() {
            page.name(None, wanted);
            name.set(String::new());
        }
    };
    view! {
        <div class="actions field-row">
            <TextField
                label=move || page.app.texts().versions_name_label()
                value=name
                testid="version-name"
                on_change=move |typed| name.set(typed)
            />
            <Button text=move || page.app.texts().versions_keep() on_click=keep attr:data-testid="version-keep" />
        </div>
    }
}

#[component]
fn NoVersion() -> impl IntoView {
    let page = VersionsState::get();
    view! { <EmptyState title=move || page.app.texts().versions_none() text=move || page.app.texts().versions_none_text() /> }
}
