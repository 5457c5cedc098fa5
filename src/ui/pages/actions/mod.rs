//! Actions across classes: who does what by when, and what is overdue.

mod add;
mod filters;
mod row;

use leptos::prelude::*;

use add::AddAction;
use filters::{Filters, ListFilter};
pub use row::ActionItems;

use crate::browser::clock;
use crate::engine::{ActionsView, EffortQuery, Query};
use crate::report::csv_bytes;
use crate::ui::components::{EmptyState, Icon, Main, Menu};
use crate::ui::exporting::{CSV, file_name, write_workbook};
use crate::ui::state::{AppState, Followed};
use crate::ui::words::{action_table, actions_finding};

#[component]
pub fn ActionsPage() -> impl IntoView {
    let app = AppState::get();
    let filter = ListFilter::new();
    let view = app.follow::<ActionsView>(move || {
        let (filter, order) = (filter.filter(), filter.order.get());
        Some(Query::Effort(EffortQuery::Actions { filter, order, today: clock::today() }))
    });
    let ready = Memo::new(move |_| view.with(Option::is_some));
    let finding = Memo::new(move |_| view.with(|view| view.as_ref().map(|view| actions_finding(app.texts(), view)).unwrap_or_default()));
    view! {
        <Main class="main actions-page">
            <Show when=move || ready.get()>
                <section class="section">
                    <p class="kicker">{move || app.texts().actions_kicker()}</p>
                    <h1 tabindex="-1" data-testid="actions-finding" aria-live="polite">{move || finding.get()}</h1>
                    <AddAction view />
                </section>
                <section class="section" aria-labelledby="actions-title">
                    <div class="section-head">
                        <h2 id="actions-title">{move || app.texts().title_actions()}</h2>
                        <Export view />
                    </div>
                    <Filters filter view />
                    <List view />
                </section>
            </Show>
        </Main>
    }
}

#[component]
fn List(view: Followed<ActionsView>) -> impl IntoView {
    let app = AppState::get();
    let rows = Memo::new(move |_| view.with(|view| view.as_ref().map(|view| view.rows.clone()).unwrap_or_default()));
    let revision = Signal::derive(move || view.with(|view| view.as_ref().map(|view| view.revision)));
    let nothing = Memo::new(move |_| rows.with(Vec::is_empty));
    view! {
        <Show
            when=move || !nothing.get()
            fallback=move || view! { <EmptyState title=move || app.texts().actions_empty_filter() text=move || app.texts().actions_find_none() /> }
        >
            <ul class="action-list" data-testid="action-list">
                <ActionItems rows revision named=true />
            </ul>
        </Show>
    }
}

#[component]
fn Export(view: Followed<ActionsView>) -> impl IntoView {
    let app = AppState::get();
    let name = move |extension: &str| {
        let workspace = app.workspace.with_untracked(|view| view.as_ref().map(|view| view.name.clone()).unwrap_or_default());
        file_name(&workspace, app.texts_now().actions_file(), extension)
    };
    let csv = move |_| {
        if let Some(view) = view.get_untracked() {
            app.download(&name("csv"), CSV, &csv_bytes(&action_table(None, &view)));
        }
    };
    let workbook = move |_| {
        if let Some(view) = view.get_untracked() {
            write_workbook(app, action_table(Some(app.texts_now()), &view), name("xlsx"));
        }
    };
    view! {
        <div class="tools">
            <Menu icon=Icon::Export label=move || app.texts().actions_export() testid="actions-export">
                <button type="button" class="button quiet" data-testid="export-actions-csv" on:click=csv>"CSV"</button>
                <button type="button" class="button quiet" data-testid="export-actions-xlsx" on:click=workbook>"Excel"</button>
            </Menu>
        </div>
    }
}
