//! One action: done or not, by whom and when; the same on the page and on a customer's card.

use leptos::prelude::*;

use crate::browser::clock;
use crate::engine::ActionRow;
use crate::playbook::PlannedAction;
use crate::ui::components::{Button, ClassName, Icon, Look};
use crate::ui::router::go;
use crate::ui::state::{AppState, Page};
use crate::workspace::{Action, PlaybookAction};

/// `named`: the customer stands beside it.
#[component]
pub fn ActionItem(row: ActionRow, #[prop(optional)] named: bool) -> impl IntoView {
    let app = AppState::get();
    let ActionRow { number, action, customer, name, class, is_overdue } = row;
    let done = action.done;
    let toggled = PlannedAction { done: if done.is_some() { None } else { Some(clock::today()) }, ..action.clone() };
    let toggle = move |_| {
        app.dispatch(Action::Playbook(PlaybookAction::SetAction { number, action: toggled.clone() }));
    };
    let remove = move |_| app.dispatch(Action::Playbook(PlaybookAction::RemoveAction { number }));
    let due = action.due;
    let when = move || {
        let texts = app.texts();
        match (done, due) {
            (Some(day), _) => texts.actions_done_on(texts.day(day)),
            (None, Some(day)) => texts.day(day),
            (None, None) => texts.actions_no_due().to_owned(),
        }
    };
    let text = action.text.clone();
    let (done_label, remove_label) = (action.text.clone(), action.text.clone());
    let who = named.then(|| {
        let side = crate::classify::Side::Existing;
        let name = match customer {
            Some(customer) => {
                let open = move |_| {
                    app.selected.set(Some(customer));
                    go(Page::Existing);
                };
                view! { <button type="button" class="link-button" on:click=open>{name}</button> }.into_any()
            }
            None => name.into_any(),
        };
        view! { <span class="action-customer">{name}" "<ClassName side class=class.and_then(|class| class.quadrant()) /></span> }
    });
    view! {
        <li class="action" class:overdue=is_overdue data-testid="action" data-done=done.is_some().to_string()>
            <input
                type="checkbox"
                aria-label=move || app.texts().actions_done_of(&done_label)
                data-testid="action-done"
                prop:checked=done.is_some()
                on:change=toggle
            />
            <span class="action-text">{text}</span>
            {who}
            <span class="action-owner">{action.owner.clone()}</span>
            <span class="action-due" class:bad-text=is_overdue>
                {when}
                {is_overdue.then(|| view! { " · "{move || app.texts().actions_overdue()} })}
            </span>
            <Button
                look=Look::Quiet
                icon=Icon::Close
                icon_only=true
                text=move || app.texts().actions_remove(&remove_label)
                on_click=remove
                attr:data-testid="action-remove"
            />
        </li>
    }
}
