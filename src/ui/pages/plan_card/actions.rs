//! The customer's actions, and the fields of a new one.

use leptos::prelude::*;

use super::PlanState;
use crate::browser::preferences::Preferences;
use crate::calendar::Day;
use crate::playbook::PlannedAction;
use crate::ui::components::{Button, DayField, Icon};
use crate::ui::pages::actions::ActionItems;
use crate::ui::state::AppState;
use crate::workspace::{Action, PlaybookAction};

#[component]
pub fn PlanActions() -> impl IntoView {
    let plan = PlanState::get();
    let rows = Memo::new(move |_| plan.read(|view| view.actions.clone()).unwrap_or_default());
    let revision = Signal::derive(move || plan.read(|view| view.revision));
    let customer = Signal::derive(move || plan.read(|view| view.key.clone()));
    view! {
        <div class="section">
            <h3>{move || plan.texts().plan_actions_title()}</h3>
            <Show
                when=move || !rows.with(Vec::is_empty)
                fallback=move || view! { <p class="note">{move || plan.texts().plan_actions_none()}</p> }
            >
                <ul class="action-list">
                    <ActionItems rows revision />
                </ul>
            </Show>
            <AddFields customer on_added=|| () />
        </div>
    }
}

/// What, who and by when; children stand before them. The action is for `customer`; without one nothing can be added.
#[component]
pub fn AddFields(
    #[prop(into)] customer: Signal<Option<String>>,
    on_added: impl Fn() + Copy + 'static,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let app = AppState::get();
    let text = RwSignal::new(String::new());
    let owner = RwSignal::new(Preferences::load().author.unwrap_or_default());
    let due = RwSignal::new(None::<Day>);
    let missing = RwSignal::new(false);
    let add = move || {
        let said = text.get_untracked().trim().to_owned();
        missing.set(said.is_empty());
        let Some(customer) = customer.get_untracked().filter(|_| !said.is_empty()) else { return };
        let action = PlannedAction { customer, text: said, owner: owner.get_untracked(), due: due.get_untracked(), done: None };
        app.dispatch(Action::Playbook(PlaybookAction::AddAction { action }));
        text.set(String::new());
        due.set(None);
        on_added();
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        add();
    };
    let type_text = move |event| {
        text.set(event_target_value(&event));
        missing.set(false);
    };
    view! {
        <form class="add-action" on:submit=submit>
            {children.map(|children| children())}
            <label class="field grow" class:wrong=move || missing.get()>
                <span class="label">{move || app.texts().actions_text()}</span>
                <input class="input" autocomplete="off" data-testid="action-text" prop:value=move || text.get() on:input=type_text />
                {move || missing.get().then(|| view! { <span class="message" role="alert">{app.texts().actions_needs_text()}</span> })}
            </label>
            <label class="field">
                <span class="label">{move || app.texts().actions_owner()}</span>
                <input
                    class="input"
                    autocomplete="off"
                    data-testid="action-owner"
                    prop:value=move || owner.get()
                    on:input=move |event| owner.set(event_target_value(&event))
                />
            </label>
            <DayField label=move || app.texts().actions_due() value=due testid="action-due" on_change=move |day| due.set(day) />
            <Button icon=Icon::Plus text=move || app.texts().actions_add() on_click=move |_| add() attr:data-testid="action-add" />
        </form>
    }
}
