//! New names: one that is typed, or several pasted, one a line.

use leptos::prelude::*;

use super::state::FutureState;
use crate::workspace::{FutureAction, FutureCustomer};

#[component]
pub fn AddRow() -> impl IntoView {
    let page = FutureState::get();
    let typed = RwSignal::new(String::new());
    let add = move |text: &str| {
        let customer = |name: &str| FutureCustomer { name: name.to_owned(), ..FutureCustomer::default() };
        let customers: Vec<FutureCustomer> = text.lines().map(str::trim).filter(|name| !name.is_empty()).map(customer).collect();
        if !customers.is_empty() {
            page.send(FutureAction::Add { customers });
        }
        typed.set(String::new());
    };
    let on_submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        add(&typed.get_untracked());
    };
    // A field of one line would join the lines of what is pasted.
    let on_paste = move |event: web_sys::ClipboardEvent| {
        let pasted = event.clipboard_data().and_then(|data| data.get_data("text").ok()).unwrap_or_default();
        if pasted.trim().contains('\n') {
            event.prevent_default();
            event.stop_propagation();
            let first_cells: Vec<&str> = pasted.lines().map(|line| line.split('\t').next().unwrap_or_default()).collect();
            add(&first_cells.join("\n"));
        }
    };
    view! {
        <form class="future-add" on:submit=on_submit>
            <label class="field">
                <span class="label">{move || page.texts().future_new_name()}</span>
                <input
                    class="input"
                    type="text"
                    autocomplete="off"
                    data-testid="future-new"
                    prop:value=move || typed.get()
                    on:input=move |event| typed.set(event_target_value(&event))
                    on:paste=on_paste
                />
                <small>{move || page.texts().future_paste_hint()}</small>
            </label>
            <button type="submit" class="button primary" data-testid="future-add">{move || page.texts().future_add()}</button>
        </form>
    }
}
