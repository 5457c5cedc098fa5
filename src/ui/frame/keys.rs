//! Keys that work on every page, and the list of all keys behind `?`.

use leptos::ev::{self, KeyboardEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget};

use crate::ui::components::Dialog;
use crate::ui::i18n::Texts;
use crate::ui::state::AppState;

/// Whether typing there makes text, so that keys belong to the field.
pub fn takes_text(target: Option<EventTarget>) -> bool {
    let element = target.and_then(|target| target.dyn_into::<Element>().ok());
    element.is_some_and(|element| {
        element
            .matches("textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [type=range], [type=file])")
            .unwrap_or(false)
    })
}

#[component]
pub fn Keys() -> impl IntoView {
    let state = AppState::get();
    let shown = RwSignal::new(false);
    let listener = window_event_listener(ev::keydown, move |event| press(state, shown, &event));
    on_cleanup(move || listener.remove());
    view! {
        <Dialog open=shown title=move || state.texts().keys_title()>
            <div class="dialog-body padded"><KeyList /></div>
        </Dialog>
    }
}

fn press(state: AppState, shown: RwSignal<bool>, event: &KeyboardEvent) {
    if event.default_prevented() || takes_text(event.target()) {
        return;
    }
    let command = event.ctrl_key() || event.meta_key();
    match (command, event.shift_key(), event.key().to_lowercase().as_str()) {
        (true, false, "z") => state.undo(),
        (true, true, "z") | (true, false, "y") => state.redo(),
        (false, _, "?") => shown.set(true),
        _ => return,
    }
    event.prevent_default();
}

type Entry = (&'static [&'static str], fn(Texts) -> &'static str);

const KEYS: [Entry; 11] = [
    (&["Ctrl Z"], Texts::keys_undo),
    (&["Ctrl Shift Z", "Ctrl Y"], Texts::keys_redo),
    (&["Ctrl V"], Texts::keys_paste),
    (&["/"], Texts::keys_find),
    (&["1", "2", "3", "4"], Texts::keys_isolate),
    (&["←", "→", "↑", "↓"], Texts::keys_points),
    (&["Enter"], Texts::keys_open),
    (&["↑", "↓"], Texts::keys_threshold),
    (&["Home"], Texts::keys_home),
    (&["Esc"], Texts::keys_escape),
    (&["?"], Texts::keys_help),
];

/// All keys with what they do; also on the help page.
#[component]
pub fn KeyList() -> impl IntoView {
    let state = AppState::get();
    let rows = KEYS.map(|(keys, word)| {
        let keys = keys.iter().map(|key| view! { <kbd>{*key}</kbd>" " }).collect_view();
        view! { <dt>{keys}</dt><dd>{move || word(state.texts())}</dd> }
    });
    view! { <dl class="key-list">{rows.collect_view()}</dl> }
}
