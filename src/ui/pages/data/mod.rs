//! The data of the open workspace: where it came from, which names count as one, and every row.

mod imports;
mod merges;
mod rows;
mod spellings;

use leptos::prelude::*;

use imports::Imports;
use merges::Merges;
use rows::PurchaseRows;
use spellings::Spellings;

use super::import::{ImportReport, PickFiles};
use crate::engine::protocol::ImportTarget;
use crate::ui::components::{Button, EmptyState, Icon, Look, Main};
use crate::ui::state::{AppState, PassphraseFor, ToastAction};
use crate::workspace::Action;

#[component]
pub fn DataPage() -> impl IntoView {
    let state = AppState::get();
    let has_data =
        Memo::new(move |_| state.workspace.with(|view| view.as_ref().is_none_or(|view| view.purchase_rows > 0 || view.customers > 0)));
    view! {
        <Main>
            <ImportReport />
            <div class="section page-head">
                <h1>{move || state.texts().data_title()}</h1>
                <p class="lead">{move || state.texts().data_lead()}</p>
                <Actions has_data=has_data />
            </div>
            <Show when=move || has_data.get() fallback=move || view! { <NoData /> }>
                <Spellings />
                <Imports />
                <Merges />
                <PurchaseRows />
            </Show>
        </Main>
    }
}

#[component]
fn Actions(has_data: Memo<bool>) -> impl IntoView {
    let state = AppState::get();
    let clear = move |_| {
        state.summaries.update(Vec::clear);
        state.dispatch(Action::ClearData);
        state.say(state.texts_now().data_cleared(), Some(ToastAction::Undo));
    };
    view! {
        <div class="actions">
            <PickFiles class="button" target=ImportTarget::Append text=move || state.texts().data_import_more() />
            <Button text=move || state.texts().save_as_file() icon=Icon::Export on_click=move |_| state.save_as_file() attr:data-testid="data-save-file" />
            <Button
                look=Look::Quiet
                text=move || state.texts().save_with_passphrase()
                on_click=move |_| state.passphrase.set(Some(PassphraseFor::Save))
                attr:data-testid="data-save-sealed"
            />
            <Show when=move || has_data.get()>
                <PickFiles
                    class="button quiet"
                    testid="replace-file"
                    target=ImportTarget::Replace
                    text=move || state.texts().data_replace()
                />
                <Button look=Look::Quiet text=move || state.texts().data_clear() on_click=clear attr:data-testid="clear-data" />
            </Show>
        </div>
    }
}

#[component]
fn NoData() -> impl IntoView {
    let state = AppState::get();
    view! {
        <div class="section">
            <EmptyState title=move || state.texts().data_none() text=move || state.texts().data_none_text() />
        </div>
    }
}
