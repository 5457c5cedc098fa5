//! Hash routes: the address says the page, the page says title and focus.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ScrollToOptions};

use super::state::{AppState, Page};

/// Goes to a page; the browser's own history remembers where from.
pub fn go(page: Page) {
    // The hash of an own page is always valid.
    drop(window().location().set_hash(&page.hash()));
}

/// Follows the address from now on, and keeps title and focus with the page.
pub fn follow_address(state: AppState) {
    let read = move || Page::from_hash(&window().location().hash().unwrap_or_default());
    state.page.set(read());
    let listener = window_event_listener(ev::hashchange, move |_| {
        let page = read();
        if state.page.get_untracked() != page {
            leave_focused();
            state.page.set(page);
        }
    });
    on_cleanup(move || listener.remove());
    Effect::new(move |_| document().set_title(&title(state)));
    Effect::new(move |before: Option<Page>| {
        let page = state.page.get();
        if before.is_some_and(|before| before != page) {
            request_animation_frame(begin_at_top);
        }
        page
    });
}

/// Leaves what is focused: it may go with the page, and a focused element that is removed has the browser lay out everything at once.
fn leave_focused() {
    if let Some(focused) = document().active_element().and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // What cannot lose the focus keeps it.
        drop(focused.blur());
    }
}

/// Puts the reading position of a new page at its top.
fn begin_at_top() {
    let top = ScrollToOptions::new();
    top.set_top(0.0);
    window().scroll_to_with_scroll_to_options(&top);
    focus_main();
}

/// Moves the focus to the page's main region.
pub fn focus_main() {
    if let Some(main) = document().get_element_by_id("main").and_then(|main| main.dyn_into::<HtmlElement>().ok()) {
        // An element that cannot be focused leaves the focus where it is.
        drop(main.focus());
    }
}

/// Exchanges what is in the main region; where the region itself was focused, the new one is.
pub fn keep_focus(exchange: impl FnOnce()) {
    let waiting_in_main = document().active_element().is_some_and(|active| active.id() == "main");
    exchange();
    if waiting_in_main {
        request_animation_frame(focus_main);
    }
}

fn title(state: AppState) -> String {
    let texts = state.texts();
    let page = match state.page.get() {
        Page::Start => return "Fourfold".to_owned(),
        Page::Existing => texts.title_existing(),
        Page::Potential => texts.potential_title(),
        Page::Funnel => texts.nav_funnel(),
        Page::Changes => texts.nav_changes(),
        Page::Wallet => texts.title_wallet(),
        Page::Future => texts.title_future(),
        Page::Time => texts.title_time(),
        Page::Playbook => texts.title_playbook(),
        Page::Actions => texts.title_actions(),
        Page::Data => texts.nav_data(),
        Page::Workspaces => texts.nav_workspaces(),
        Page::Versions => texts.title_versions(),
        Page::Help => texts.nav_help(),
        Page::Gallery => texts.title_gallery(),
    };
    let workspace =
        state.page.get().needs_workspace().then(|| state.workspace.with(|view| view.as_ref().map(|view| view.name.clone()))).flatten();
    match workspace {
        Some(name) if !name.is_empty() => format!("{page} · {name} · Fourfold"),
        _ => format!("{page} · Fourfold"),
    }
}
