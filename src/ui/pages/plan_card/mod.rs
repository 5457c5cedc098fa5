//! What is planned for one customer, below its playbook: cause, calculators, ledger, contract and contacts, actions.

mod actions;
mod cause;
mod contract;
mod ledger;
mod rebate;
mod switching;
mod verdict;

use leptos::prelude::*;

pub use actions::AddFields;
use actions::PlanActions;
use cause::CauseSection;
use contract::ContractSection;
use ledger::LedgerSection;
use rebate::RebateSection;
use switching::SwitchingSection;

use crate::browser::clock;
use crate::effort::WorkClass;
use crate::engine::{CardPlanView, EffortQuery, Query};
use crate::ui::i18n::Texts;
use crate::ui::sending::Sending;
use crate::ui::state::{AppState, Followed};
use crate::workspace::{Action, CustomerPlaybook, PlaybookAction};

/// Handles of the parts; copy it freely.
#[derive(Clone, Copy)]
pub struct PlanState {
    pub app: AppState,
    pub view: Followed<Option<CardPlanView>>,
    sending: Sending<(String, CustomerPlaybook)>,
}

impl PlanState {
    /// Follows the selected customer.
    #[must_use]
    pub fn provide() -> Self {
        let app = AppState::get();
        let view = app.follow::<Option<CardPlanView>>(move || {
            let side = app.side.get();
            app.selected.get().map(|customer| Query::Effort(EffortQuery::Card { side, customer, today: clock::today() }))
        });
        let heard = Signal::derive(move || view.with(|view| view.as_deref().and_then(Option::as_ref).map(|view| view.revision)));
        let set = |(customer, playbook)| Action::Playbook(PlaybookAction::SetCustomer { customer, playbook: Box::new(playbook) });
        let state = Self { app, view, sending: Sending::several(app, heard, set) };
        provide_context(state);
        state
    }

    #[must_use]
    pub fn get() -> Self {
        expect_context::<Self>()
    }

    #[must_use]
    pub fn texts(self) -> Texts {
        self.app.texts()
    }

    /// A part of the view of the customer shown; tracked.
    pub fn read<T>(self, part: impl FnOnce(&CardPlanView) -> T) -> Option<T> {
        let selected = self.app.selected.get()?;
        self.view.with(|view| view.as_deref().and_then(Option::as_ref).filter(|view| view.customer == selected).map(part))
    }

    /// Changes what is put down about the customer, as one undo step.
    pub fn edit(self, edit: impl FnOnce(&mut CustomerPlaybook)) {
        let found =
            self.view.with_untracked(|view| view.as_deref().and_then(Option::as_ref).map(|view| (view.key.clone(), view.playbook.clone())));
        let Some((customer, before)) = found else { return };
        let own = customer.clone();
        self.sending.change_of(Some((customer, before)), |(sent, _)| *sent == own, |(_, playbook)| edit(playbook));
    }

    /// An amount in the currency of the data.
    #[must_use]
    pub fn money(self, amount: f64) -> String {
        let currency = self.read(|view| view.currency.clone()).unwrap_or_default();
        self.texts().money(amount, &currency)
    }
}

/// All parts that the customer's class asks for.
#[component]
pub fn PlanCard() -> impl IntoView {
    let plan = PlanState::provide();
    let class = Memo::new(move |_| plan.read(|view| view.class).flatten());
    let known = Memo::new(move |_| plan.read(|_| ()).is_some());
    // Another customer starts with fields of its own.
    let key = Memo::new(move |_| plan.read(|view| view.key.clone()).unwrap_or_default());
    view! {
        <Show when=move || known.get()>
            {move || {
                key.track();
                let parts = match class.get() {
                    Some(WorkClass::EII) => view! { <CauseSection /><SwitchingSection /><RebateSection /> }.into_any(),
                    Some(WorkClass::EIV) => view! { <LedgerSection /> }.into_any(),
                    _ => ().into_any(),
                };
                view! { <OwnTexts />{parts}<PlanActions /><ContractSection /> }
            }}
        </Show>
    }
}

/// Texts of the class that the workspace words in its own way.
#[component]
fn OwnTexts() -> impl IntoView {
    let plan = PlanState::get();
    let own = Memo::new(move |_| plan.read(|view| view.texts.clone()).unwrap_or_default());
    let entries = move || {
        let texts = plan.texts();
        let entry = |(part, text): (crate::playbook::PlaybookPart, String)| {
            view! { <details open=true><summary>{texts.playbook_part(part)}</summary><p>{text}</p></details> }
        };
        own.get().into_iter().map(entry).collect_view()
    };
    view! {
        <Show when=move || own.with(|own| !own.is_empty())>
            <div class="section playbook">
                <h3>{move || plan.texts().playbook_edited()}</h3>
                {entries}
            </div>
        </Show>
    }
}
