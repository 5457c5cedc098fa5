//! Which actions are listed, and in which order.

use leptos::prelude::*;

use crate::effort::WorkClass;
use crate::engine::ActionsView;
use crate::playbook::{ActionFilter, ActionOrder, DoneState};
use crate::ui::components::{Choice, SelectField};
use crate::ui::state::{AppState, Followed};

/// Codes that no owner and no class can be.
const ALL: &str = "*";
const NONE: &str = "-";

/// What is chosen; copy it freely.
#[derive(Clone, Copy)]
pub struct ListFilter {
    owner: RwSignal<Option<String>>,
    class: RwSignal<Option<Option<WorkClass>>>,
    state: RwSignal<DoneState>,
    pub order: RwSignal<ActionOrder>,
}

impl ListFilter {
    pub fn new() -> Self {
        Self {
            owner: RwSignal::new(None),
            class: RwSignal::new(None),
            state: RwSignal::new(DoneState::Open),
            order: RwSignal::new(ActionOrder::Due),
        }
    }

    /// Tracked.
    pub fn filter(self) -> ActionFilter {
        ActionFilter { owner: self.owner.get(), class: self.class.get(), state: self.state.get(), customer: None }
    }
}

#[component]
pub fn Filters(filter: ListFilter, view: Followed<ActionsView>) -> impl IntoView {
    let app = AppState::get();
    let owners = Signal::derive(move || {
        let texts = app.texts();
        let named = view.with(|view| view.as_ref().map(|view| view.owners.clone()).unwrap_or_default());
        let choice = |owner: String| {
            let words = if owner.is_empty() { texts.actions_owner_none().to_owned() } else { owner.clone() };
            Choice::new(format!("={owner}"), words)
        };
        std::iter::once(Choice::new(ALL, texts.actions_owner_all())).chain(named.into_iter().map(choice)).collect::<Vec<_>>()
    });
    let owner = Signal::derive(move || filter.owner.get().map_or_else(|| ALL.to_owned(), |owner| format!("={owner}")));
    let classes = Signal::derive(move || {
        let texts = app.texts();
        let there = view.with(|view| view.as_ref().map(|view| view.classes.clone()).unwrap_or_default());
        let choice = |class: Option<WorkClass>| Choice::new(class.map_or(NONE, WorkClass::code), texts.work_class(class));
        std::iter::once(Choice::new(ALL, texts.calls_class_all())).chain(there.into_iter().map(choice)).collect::<Vec<_>>()
    });
    let class = Signal::derive(move || filter.class.get().map_or(ALL, |class| class.map_or(NONE, WorkClass::code)).to_owned());
    let choose_class = move |code: String| {
        filter.class.set(match code.as_str() {
            ALL => None,
            NONE => Some(None),
            code => WorkClass::from_code(code).map(Some),
        });
    };
    view! {
        <div class="call-frame">
            <SelectField
                label=move || app.texts().actions_filter_owner()
                options=owners
                value=owner
                on_change=move |code: String| filter.owner.set(code.strip_prefix('=').map(str::to_owned))
                testid="actions-owner"
            />
            <SelectField
                label=move || app.texts().actions_filter_class()
                options=classes
                value=class
                on_change=choose_class
                testid="actions-class"
            />
            <StateField filter />
            <OrderField filter />
        </div>
    }
}

#[component]
fn StateField(filter: ListFilter) -> impl IntoView {
    let app = AppState::get();
    let options = Signal::derive(move || {
        let texts = app.texts();
        let words = [texts.actions_state_open(), texts.actions_state_overdue(), texts.actions_state_done(), texts.actions_state_all()];
        DoneState::ALL.into_iter().zip(words).map(|(state, words)| Choice::new(state.code(), words)).collect::<Vec<_>>()
    });
    let choose = move |code: String| {
        if let Some(state) = DoneState::ALL.into_iter().find(|state| state.code() == code) {
            filter.state.set(state);
        }
    };
    view! {
        <SelectField
            label=move || app.texts().actions_filter_state()
            options
            value=Signal::derive(move || filter.state.get().code().to_owned())
            on_change=choose
            testid="actions-state"
        />
    }
}

const ORDERS: [(ActionOrder, &str); 4] =
    [(ActionOrder::Due, "due"), (ActionOrder::Owner, "owner"), (ActionOrder::Class, "class"), (ActionOrder::Customer, "customer")];

#[component]
fn OrderField(filter: ListFilter) -> impl IntoView {
    let app = AppState::get();
    let options = Signal::derive(move || {
        let texts = app.texts();
        let words = [texts.actions_sort_due(), texts.actions_sort_owner(), texts.actions_sort_class(), texts.actions_sort_customer()];
        ORDERS.into_iter().zip(words).map(|((_, code), words)| Choice::new(code, words)).collect::<Vec<_>>()
    });
    let value = move || ORDERS.into_iter().find(|(order, _)| *order == filter.order.get()).map_or("", |(_, code)| code).to_owned();
    let choose = move |code: String| {
        if let Some((order, _)) = ORDERS.into_iter().find(|(_, known)| *known == code) {
            filter.order.set(order);
        }
    };
    view! {
        <SelectField
            label=move || app.texts().actions_sort()
            options
            value=Signal::derive(value)
            on_change=choose
            testid="actions-order"
        />
    }
}
