//! Cells from the clipboard, for those who do not press Ctrl V.

use leptos::html;
use leptos::prelude::*;

use super::door::ImportDoor;
use super::flow::ImportFlow;
use crate::ui::components::{Button, Dialog, Look};
use crate::ui::state::AppState;

#[component]
pub fn PasteDialog() -> impl IntoView {
    let state = AppState::get();
    let open = ImportDoor::get().pasting;
    let flow = ImportFlow::get();
    let text = RwSignal::new(String::new());
    let field = NodeRef::<html::Textarea>::new();
    let take = move || {
        let cells = text.get_untracked();
        if !cells.trim().is_empty() {
            open.set(false);
            text.set(String::new());
            flow.take_text(&cells);
        }
    };
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            // A field that cannot take the focus can still be clicked.
            drop(field.focus());
        }
    });
    view! {
        <Dialog open=open title=move || state.texts().paste_title()>
            <div class="dialog-body padded stack">
                <p>{move || state.texts().paste_text()}</p>
                <textarea
                    node_ref=field
                    class="input"
                    rows="6"
                    aria-label=move || state.texts().paste_field()
                    data-testid="paste-cells"
                    prop:value=move || text.get()
                    on:input=move |event| text.set(event_target_value(&event))
                ></textarea>
            </div>
            <div class="dialog-foot">
                <Button text=move || state.texts().cancel() on_click=move |_| open.set(false) />
                <Button
                    look=Look::Primary
                    text=move || state.texts().paste_take()
                    disabled=Signal::derive(move || text.with(|text| text.trim().is_empty()))
                    on_click=move |_| take()
                />
            </div>
        </Dialog>
    }
}
