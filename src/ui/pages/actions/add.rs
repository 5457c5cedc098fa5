//! A new action: for a customer by name or key.

use leptos::prelude::*;

use super::super::plan_card::AddFields;
use crate::engine::ActionsView;
use crate::tables::folded_spelling;
use crate::ui::state::{AppState, Followed};

const LIST_ID: &str = "action-customers";

#[component]
pub fn AddAction(view: Followed<ActionsView>) -> impl IntoView {
    let app = AppState::get();
    let typed = RwSignal::new(String::new());
    // Among the customers offered; another one may be meant by its key.
    let key = Memo::new(move |_| {
        let wanted = folded_spelling(&typed.get());
        if wanted.is_empty() {
            return None;
        }
        view.with(|view| {
            let customers = view.as_ref().map(|view| view.customers.as_slice()).unwrap_or_default();
            let found = customers.iter().find(|(_, key, name)| folded_spelling(name) == wanted || folded_spelling(key) == wanted);
            found.map(|(_, key, _)| key.clone())
        })
    });
    let unknown = Memo::new(move |_| typed.with(|typed| !typed.trim().is_empty()) && key.with(Option::is_none));
    let options = move || {
        view.with(|view| {
            let customers = view.as_ref().map(|view| view.customers.clone()).unwrap_or_default();
            customers.into_iter().map(|(_, _, name)| view! { <option value=name></option> }).collect_view()
        })
    };
    let customer = Signal::derive(move || key.get());
    view! {
        <h2 class="hidden-label">{move || app.texts().actions_add_title()}</h2>
        <AddFields customer on_added=move || typed.set(String::new())>
            <label class="field" class:wrong=move || unknown.get()>
                <span class="label">{move || app.texts().actions_customer()}</span>
                <input
                    class="input"
                    list=LIST_ID
                    autocomplete="off"
                    data-testid="action-customer"
                    prop:value=move || typed.get()
                    on:input=move |event| typed.set(event_target_value(&event))
                />
                {move || unknown.get().then(|| view! { <span class="message" role="alert">{app.texts().actions_customer_unknown()}</span> })}
            </label>
            <datalist id=LIST_ID>{options}</datalist>
        </AddFields>
    }
}
