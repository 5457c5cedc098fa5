//! EIV: the ledger of costs and benefits.

use leptos::prelude::*;

use super::PlanState;
use super::verdict::VerdictFields;
use crate::plan::Allowed;
use crate::playbook::{Ledger, LedgerFigure};
use crate::ui::components::{Choice, Explain, FigureField, FigureKind, SelectField, SourceTag};
use crate::ui::words::ledger_suggestion;

pub fn edit(plan: PlanState, edit: impl FnOnce(&mut Ledger)) {
    plan.edit(|playbook| {
        let mut ledger = playbook.ledger.clone().unwrap_or_default();
        edit(&mut ledger);
        playbook.ledger = (ledger != Ledger::default()).then_some(ledger);
    });
}

pub fn read<T>(plan: PlanState, part: impl FnOnce(&Ledger) -> T) -> Option<T> {
    plan.read(|view| part(&view.playbook.ledger.clone().unwrap_or_default()))
}

#[component]
pub fn LedgerSection() -> impl IntoView {
    let plan = PlanState::get();
    let side = move |is_cost: bool| {
        LedgerFigure::ALL
            .into_iter()
            .filter(move |figure| figure.is_cost() == is_cost)
            .map(move |figure| view! { <LedgerField figure /> })
            .collect_view()
    };
    let balance = move || plan.read(|view| view.ledger.balance).unwrap_or_default();
    let suggestion = move || plan.read(|view| ledger_suggestion(plan.texts(), &view.ledger));
    let contribution = move || plan.read(|view| view.contribution).map(|amount| plan.texts().ledger_contribution(plan.money(amount)));
    view! {
        <div class="section ledger" data-testid="ledger">
            <h3>
                {move || plan.texts().ledger_title()}
                <Explain source=SourceTag::S title=move || plan.texts().ledger_title() text=move || plan.texts().ledger_explain() />
            </h3>
            <p class="note">{move || plan.texts().ledger_note()}" "{contribution}</p>
            <div class="ledger-sides">
                <fieldset><legend>{move || plan.texts().ledger_costs()}</legend>{side(true)}</fieldset>
                <fieldset><legend>{move || plan.texts().ledger_benefits()}</legend>{side(false)}</fieldset>
            </div>
            <HardField />
            <p class="answer" data-testid="ledger-balance" data-value=move || balance().to_string()>
                {move || plan.texts().ledger_balance(plan.money(balance()))}
            </p>
            <p class="note" data-testid="ledger-suggestion" aria-live="polite">{suggestion}</p>
            <VerdictFields />
        </div>
    }
}

#[component]
fn LedgerField(figure: LedgerFigure) -> impl IntoView {
    let plan = PlanState::get();
    view! {
        <FigureField
            label=move || plan.texts().ledger_figure(figure)
            value=Signal::derive(move || read(plan, |ledger| ledger.get(figure)).flatten())
            kind=FigureKind::Number
            allowed=Allowed::NotNegative
            testid=format!("ledger-{}", figure.code())
            on_change=move |value| edit(plan, |ledger| ledger.set(figure, value))
        />
    }
}

#[component]
fn HardField() -> impl IntoView {
    let plan = PlanState::get();
    let options = Signal::derive(move || {
        let texts = plan.texts();
        vec![
            Choice::new("", texts.ledger_hard_unknown()),
            Choice::new("yes", texts.ledger_hard_yes()),
            Choice::new("no", texts.ledger_hard_no()),
        ]
    });
    let value = Signal::derive(move || {
        let hard = read(plan, |ledger| ledger.hard_to_turn).flatten();
        hard.map_or("", |hard| if hard { "yes" } else { "no" }).to_owned()
    });
    let choose = move |code: String| {
        let hard = match code.as_str() {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        };
        edit(plan, |ledger| ledger.hard_to_turn = hard);
    };
    view! { <SelectField label=move || plan.texts().ledger_hard() options value on_change=choose testid="ledger-hard" /> }
}
