//! The whole page takes files: dropped anywhere, or pasted.

use leptos::ev::{self, DragEvent};
use leptos::prelude::*;
use web_sys::{DataTransfer, File};

use super::keys::takes_text;
use crate::ui::components::Icon;
use crate::ui::pages::import::{Asked, ImportDoor};
use crate::ui::state::AppState;

#[component]
pub fn DropAnywhere() -> impl IntoView {
    let state = AppState::get();
    let over = RwSignal::new(false);
    listen(over);
    view! {
        <Show when=move || over.get()>
            <div class="drop-veil" aria-hidden="true">
                {Icon::Export.view()}
                <b>{move || state.texts().drop_title()}</b>
                <span>{move || state.texts().drop_text()}</span>
            </div>
        </Show>
    }
}

fn listen(over: RwSignal<bool>) {
    let door = ImportDoor::get();
    let drag_over = window_event_listener(ev::dragover, move |event: DragEvent| {
        if event.data_transfer().is_some_and(|data| carries_files(&data)) {
            // Without this the browser would open the file in place of the app.
            event.prevent_default();
            over.set(true);
        }
    });
    let leave = window_event_listener(ev::dragleave, move |event: DragEvent| {
        // Leaving an element for another inside the window is no leaving.
        if event.related_target().is_none() {
            over.set(false);
        }
    });
    let drop_here = window_event_listener(ev::drop, move |event: DragEvent| {
        over.set(false);
        let Some(data) = event.data_transfer().filter(carries_files) else { return };
        event.prevent_default();
        door.take(files_of(&data), None);
    });
    let paste = window_event_listener(ev::paste, move |event| {
        let Some(data) = event.clipboard_data().filter(|_| !takes_text(event.target())) else { return };
        let files = files_of(&data);
        let text = data.get_data("text/plain").unwrap_or_default();
        if !files.is_empty() {
            door.take(files, None);
        } else if !text.trim().is_empty() {
            door.ask(Asked::Text(text));
        } else {
            return;
        }
        event.prevent_default();
    });
    on_cleanup(move || {
        drag_over.remove();
        leave.remove();
        drop_here.remove();
        paste.remove();
    });
}

fn carries_files(data: &DataTransfer) -> bool {
    data.types().iter().any(|kind| kind == "Files")
}

fn files_of(data: &DataTransfer) -> Vec<File> {
    let Some(list) = data.files() else { return Vec::new() };
    (0..list.length()).filter_map(|index| list.get(index)).collect()
}
