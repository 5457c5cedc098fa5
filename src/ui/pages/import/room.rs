//! Everything the import shows, and the one place that takes on what comes through the door.

use leptos::prelude::*;

use super::dialog::ImportDialog;
use super::door::ImportDoor;
use super::flow::ImportFlow;
use super::paste::PasteDialog;
use crate::ui::state::AppState;

#[component]
pub fn ImportRoom() -> impl IntoView {
    let door = ImportDoor::get();
    let flow = ImportFlow::new(AppState::get(), door);
    provide_context(flow);
    Effect::new(move |_| {
        if let Some(asked) = door.next() {
            flow.take_on(asked);
        }
    });
    view! {
        <ImportDialog />
        <PasteDialog />
    }
}
