//! One action, to be changed where it stands: done or not, what, by whom and when; the same on the page and on a customer's card.

use leptos::prelude::*;

use crate::browser::clock;
use crate::calendar::Day;
use crate::classify::Side;
use crate::engine::{ActionRow, Revision};
use crate::playbook::PlannedAction;
use crate::ui::components::{Button, ClassName, Icon, Look, settled};
use crate::ui::router::go;
use crate::ui::sending::Sending;
use crate::ui::state::{AppState, Page};
use crate::workspace::{Action, PlaybookAction};

/// The rows of a list, each kept on screen while its action changes, so that a field does not lose the focus.
/// `revision` is that of the rows.
#[component]
pub fn ActionItems(
    #[prop(into)] rows: Signal<Vec<ActionRow>>,
    #[prop(into)] revision: Signal<Option<Revision>>,
    #[prop(optional)] named: bool,
) -> impl IntoView {
    let app = AppState::get();
    let sending = Sending::several(app, revision, |(number, action)| Action::Playbook(PlaybookAction::SetAction { number, action }));
    let numbers = Memo::new(move |_| rows.with(|rows| rows.iter().map(|row| row.number).collect::<Vec<_>>()));
    let row = move |number| Memo::new(move |_| rows.with(|rows| rows.iter().find(|row| row.number == number).cloned()));
    view! { <For each=move || numbers.get() key=|number| *number let:number><ActionItem state=RowState { app, row: row(number), sending } named /></For> }
}

/// A row that is there no more leaves its last state on screen until it is taken away.
#[derive(Clone, Copy)]
struct RowState {
    app: AppState,
    row: Memo<Option<ActionRow>>,
    sending: Sending<(u32, PlannedAction)>,
}

impl RowState {
    /// Tracked.
    fn read<T: Default>(self, part: impl FnOnce(&ActionRow) -> T) -> T {
        self.row.with(|row| row.as_ref().map(part).unwrap_or_default())
    }

    fn text(self) -> String {
        self.read(|row| row.action.text.clone())
    }

    /// One undo step; none where nothing changes.
    fn edit(self, edit: impl FnOnce(&mut PlannedAction)) {
        let Some(ActionRow { number, action, .. }) = self.row.get_untracked() else { return };
        self.sending.change_of(Some((number, action)), |(sent, _)| *sent == number, |(_, action)| edit(action));
    }
}

/// `named`: the customer stands beside it.
#[component]
fn ActionItem(state: RowState, named: bool) -> impl IntoView {
    let RowState { app, row, .. } = state;
    let done = move || state.read(|row| row.action.done.is_some());
    let toggle = move |event| {
        let done = event_target_checked(&event).then(clock::today);
        state.edit(|action| action.done = done);
    };
    let remove = move |_| {
        if let Some(ActionRow { number, .. }) = row.get_untracked() {
            app.dispatch(Action::Playbook(PlaybookAction::RemoveAction { number }));
        }
    };
    view! {
        <li
            class="action"
            class:overdue=move || state.read(|row| row.is_overdue)
            data-testid="action"
            data-done=move || done().to_string()
        >
            <input
                type="checkbox"
                aria-label=move || app.texts().actions_done_of(state.text())
                data-testid="action-done"
                prop:checked=done
                on:change=toggle
            />
            <TextCell state />
            {named.then(|| view! { <Customer state /> })}
            <input
                class="input action-owner"
                autocomplete="off"
                aria-label=move || app.texts().actions_owner_of(state.text())
                placeholder=move || app.texts().actions_owner_none()
                data-testid="action-row-owner"
                prop:value=settled(move || state.read(|row| row.action.owner.clone()))
                on:change=move |event| {
                    let owner = event_target_value(&event).trim().to_owned();
                    state.edit(|action| action.owner = owner);
                }
            />
            <DueCell state />
            <Button
                look=Look::Quiet
                icon=Icon::Close
                icon_only=true
                text=move || app.texts().actions_remove(state.text())
                on_click=remove
                attr:data-testid="action-remove"
            />
        </li>
    }
}

/// What will be done. An emptied field says that it must say something, and nothing changes.
#[component]
fn TextCell(state: RowState) -> impl IntoView {
    let app = state.app;
    let missing = RwSignal::new(false);
    let change = move |event| {
        let said = event_target_value(&event).trim().to_owned();
        missing.set(said.is_empty());
        if !said.is_empty() {
            state.edit(|action| action.text = said);
        }
    };
    view! {
        <label class="field action-text" class:wrong=move || missing.get()>
            <input
                class="input"
                autocomplete="off"
                aria-label=move || app.texts().actions_text()
                aria-invalid=move || missing.get().then_some("true")
                data-testid="action-row-text"
                prop:value=settled(move || state.text())
                on:change=change
            />
            {move || missing.get().then(|| view! { <span class="message" role="alert">{app.texts().actions_needs_text()}</span> })}
        </label>
    }
}

#[component]
fn DueCell(state: RowState) -> impl IntoView {
    let app = state.app;
    let change = move |event| {
        let typed = event_target_value(&event);
        let day = Day::from_iso(&typed);
        if day.is_some() || typed.is_empty() {
            state.edit(|action| action.due = day);
        }
    };
    let overdue = move || state.read(|row| row.is_overdue);
    let standing = move || {
        let texts = app.texts();
        match state.read(|row| row.action.done) {
            Some(day) => Some(texts.actions_done_on(texts.day(day))),
            None => overdue().then(|| texts.actions_overdue().to_owned()),
        }
    };
    view! {
        <span class="action-due" class:bad-text=overdue>
            <input
                type="date"
                class="input"
                aria-label=move || app.texts().actions_due_of(state.text())
                data-testid="action-row-due"
                prop:value=settled(move || state.read(|row| row.action.due).map(Day::iso).unwrap_or_default())
                on:change=change
            />
            {move || standing().map(|standing| view! { <small>{standing}</small> })}
        </span>
    }
}

/// Whom it is for; the name opens the card.
#[component]
fn Customer(state: RowState) -> impl IntoView {
    let app = state.app;
    let shown = Memo::new(move |_| state.read(|row| Some((row.customer, row.side, row.name.clone(), row.class))));
    let name = move || {
        shown.get().map(|(customer, side, name, class)| {
            let name = match customer {
                Some(customer) => {
                    let open = move |_| {
                        // A number stands for somebody else on the other side.
                        app.side.set(side);
                        app.selected.set(Some(customer));
                        go(if side == Side::Existing { Page::Existing } else { Page::Potential });
                    };
                    view! { <button type="button" class="link-button" on:click=open>{name}</button> }.into_any()
                }
                None => name.into_any(),
            };
            view! { {name}" "<ClassName side class=class.and_then(|class| class.quadrant()) /> }
        })
    };
    view! { <span class="action-customer">{name}</span> }
}
