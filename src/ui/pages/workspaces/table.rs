//! Workspaces as a table, on the start page and on their own.

use leptos::prelude::*;

use super::row::WorkspaceRow;
use crate::engine::protocol::WorkspaceSummary;
use crate::ui::state::AppState;

#[component]
pub fn WorkspaceTable(#[prop(into)] list: Signal<Vec<WorkspaceSummary>>) -> impl IntoView {
    let state = AppState::get();
    view! {
        <div class="table-scroll">
            <table class="table flush workspaces">
                <thead>
                    <tr>
                        <th scope="col">{move || state.texts().workspaces_name()}</th>
                        <th scope="col" class="num">{move || state.texts().workspaces_customers()}</th>
                        <th scope="col" class="num wide-only">{move || state.texts().workspaces_rows()}</th>
                        <th scope="col" class="money-cell">{move || state.texts().workspaces_money()}</th>
                        <th scope="col" class="change-cell">{move || state.texts().workspaces_changed()}</th>
                        <th scope="col" class="wide-only">{move || state.texts().workspaces_exported()}</th>
                        <th scope="col" class="num wide-only">{move || state.texts().workspaces_size()}</th>
                        <th scope="col"><span class="hidden-label">{move || state.texts().workspaces_more()}</span></th>
                    </tr>
                </thead>
                <tbody>
                    {move || list.get().into_iter().map(|workspace| view! { <WorkspaceRow workspace=workspace /> }).collect_view()}
                </tbody>
            </table>
        </div>
    }
}
