//! A button that asks the browser for files. The input stays in its label: it keeps focus and name.

use leptos::prelude::*;
use leptos::text_prop::TextProp;
use wasm_bindgen::JsCast;
use web_sys::{Event, File, HtmlInputElement};

use super::door::ImportDoor;
use crate::engine::protocol::ImportTarget;
use crate::ui::state::AppState;

/// `workspace`: the file is a workspace whatever its name; `target`: where the rows are meant to go.
#[component]
pub fn PickFiles(
    #[prop(into)] text: TextProp,
    #[prop(default = "button")] class: &'static str,
    #[prop(default = "import-file")] testid: &'static str,
    #[prop(default = ".csv,.tsv,.txt,.xlsx,.xlsm,.xlsb,.xls,.ods,.fourfold,text/csv,text/plain")] accept: &'static str,
    #[prop(default = true)] multiple: bool,
    #[prop(optional)] workspace: bool,
    #[prop(optional)] target: Option<ImportTarget>,
) -> impl IntoView {
    let state = AppState::get();
    let door = ImportDoor::get();
    let take = move |event: Event| {
        let files = picked(&event);
        match files.first() {
            Some(file) if workspace => state.open_workspace_file(file.clone()),
            _ => door.take(files, target),
        }
    };
    view! {
        <label class=class>
            {move || text.get()}
            <input type="file" class="hidden-label" data-testid=testid accept=accept multiple=multiple on:change=take />
        </label>
    }
}

/// The files of an input, which is emptied so that the same file can be picked again.
fn picked(event: &Event) -> Vec<File> {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some((input, list)) = input.and_then(|input| input.files().map(|list| (input, list))) else { return Vec::new() };
    let files = (0..list.length()).filter_map(|index| list.get(index)).collect();
    input.set_value("");
    files
}
