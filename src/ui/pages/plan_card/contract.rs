//! Time, contacts and the contract of a customer.

use leptos::prelude::*;

use super::PlanState;
use crate::browser::clock;
use crate::effort::Contract;
use crate::engine::{CardPlanView, EffortQuery, Query, TimeView};
use crate::plan::Allowed;
use crate::ui::components::{Button, DayField, Explain, FigureField, FigureKind, Look, SourceTag, settled};
use crate::ui::i18n::Texts;
use crate::ui::sending::Sending;
use crate::ui::words::hours_text;
use crate::workspace::{Action, EffortPlan};

#[component]
pub fn ContractSection() -> impl IntoView {
    let plan = PlanState::get();
    let time = plan.app.follow::<TimeView>(|| Some(Query::Effort(EffortQuery::Time)));
    let heard = Signal::derive(move || time.with(|view| view.as_ref().map(|view| (view.plan.clone(), view.revision))));
    let sending = Sending::new(plan.app, heard, |plan| Action::SetEffort { plan: Box::new(plan) });
    let lines = move || {
        let texts = plan.texts();
        let said = plan.read(|view| time_lines(texts, view)).unwrap_or_default();
        said.into_iter().map(|line| view! { <p class="note">{line}</p> }).collect_view()
    };
    let contract = Memo::new(move |_| plan.read(|view| view.contract).flatten());
    let set = move |contract: Option<Contract>| {
        let Some(key) = plan.view.with_untracked(|view| view.as_deref().and_then(Option::as_ref).map(|view| view.key.clone())) else {
            return;
        };
        sending.change(|plan| match contract {
            Some(contract) => drop(plan.contracts.insert(key, contract).is_some()),
            None => drop(plan.contracts.remove(&key).is_some()),
        });
    };
    let add = move |_| set(Some(Contract { starts: clock::today(), months: 24, every_months: 3 }));
    view! {
        <div class="section">
            <h3>{move || plan.texts().plan_time_title()}</h3>
            {lines}
            <RepField sending />
            <Show
                when=move || contract.with(Option::is_some)
                fallback=move || {
                    view! {
                        <Button
                            look=Look::Quiet
                            text=move || plan.texts().plan_contract_add()
                            on_click=add
                            attr:data-testid="contract-add"
                        />
                    }
                }
            >
                <ContractFields set />
            </Show>
        </div>
    }
}

fn time_lines(texts: Texts, view: &CardPlanView) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some((hours, visits)) = view.hours_a_year.zip(view.visits_a_year) {
        lines.push(texts.plan_time(hours_text(texts, hours), hours_text(texts, visits)));
    }
    lines.extend(view.cadence_days.map(|days| texts.plan_cadence(hours_text(texts, days))));
    match view.last_contact {
        Some(day) => {
            lines.push(texts.plan_last(texts.day(day)));
            lines.push(texts.plan_last_year(texts.count(view.contacts_last_year)));
        }
        None => lines.push(texts.plan_no_contact().to_owned()),
    }
    lines.extend(view.follow_up_due.map(|day| texts.plan_follow_up(texts.day(day))));
    lines
}

/// The rep in charge: empty goes back to the data's.
#[component]
fn RepField(sending: Sending<EffortPlan>) -> impl IntoView {
    let plan = PlanState::get();
    let shown = move || {
        plan.read(|view| {
            if view.is_dealt && !view.rep.name.is_empty() { plan.texts().plan_rep_dealt(&view.rep.name) } else { view.rep.name.clone() }
        })
        .unwrap_or_default()
    };
    let set = move |event| {
        let name = event_target_value(&event).trim().to_owned();
        let Some(key) = plan.view.with_untracked(|view| view.as_deref().and_then(Option::as_ref).map(|view| view.key.clone())) else {
            return;
        };
        sending.change(|plan| {
            if name.is_empty() {
                plan.assigned.remove(&key);
            } else {
                plan.assigned.insert(key, name);
            }
        });
    };
    view! {
        <label class="field">
            <span class="label">{move || plan.texts().plan_rep()}</span>
            <input
                class="input"
                autocomplete="off"
                data-testid="card-rep"
                placeholder=move || plan.texts().plan_rep_as_data()
                prop:value=settled(shown)
                on:change=set
            />
        </label>
    }
}

#[component]
fn ContractFields(set: impl Fn(Option<Contract>) + Copy + Send + Sync + 'static) -> impl IntoView {
    let plan = PlanState::get();
    let contract = Memo::new(move |_| plan.read(|view| view.contract).flatten());
    let change = move |change: &dyn Fn(&mut Contract)| {
        if let Some((mut contract, _)) = contract.get_untracked() {
            change(&mut contract);
            set(Some(contract));
        }
    };
    let months = move |part: fn(&Contract) -> u32| {
        Signal::derive(move || contract.with(|contract| contract.as_ref().map(|(contract, _)| f64::from(part(contract)))))
    };
    // A century is more than any contract.
    let whole = |months: Option<f64>, default: u32| months.map_or(default, |months| months.round().clamp(1.0, 1200.0) as u32);
    let set_months = move |months| change(&|contract| contract.months = whole(months, 24));
    let set_every = move |months| change(&|contract| contract.every_months = whole(months, 3));
    let standing = move || {
        let texts = plan.texts();
        contract.with(|contract| {
            let (_, standing) = contract.as_ref()?;
            let count = |count: u32| texts.count(count);
            let mut said = vec![texts.plan_contract_standing(count(standing.due), count(standing.due_to_date), count(standing.done))];
            said.extend(standing.adequacy.map(|share| texts.plan_contract_adequacy(texts.share(share))));
            said.extend(standing.next_due.map(|day| texts.plan_contract_next(texts.day(day))));
            Some(said.join(" "))
        })
    };
    let due = move || contract.with(|contract| contract.as_ref().map(|(_, standing)| standing.due.to_string()));
    view! {
        <h4>
            {move || plan.texts().plan_contract()}
            <Explain source=SourceTag::S title=move || plan.texts().plan_contract() text=move || plan.texts().plan_contract_explain() />
        </h4>
        <div class="option-pair">
            <DayField
                label=move || plan.texts().plan_contract_starts()
                value=Signal::derive(move || contract.with(|contract| contract.as_ref().map(|(contract, _)| contract.starts)))
                testid="contract-starts"
                on_change=move |day| {
                    if let Some(day) = day {
                        change(&|contract| contract.starts = day);
                    }
                }
            />
            <FigureField
                label=move || plan.texts().plan_contract_months()
                value=months(|contract| contract.months)
                kind=FigureKind::Number
                allowed=Allowed::Positive
                testid="contract-months"
                on_change=set_months
            />
            <FigureField
                label=move || plan.texts().plan_contract_every()
                value=months(|contract| contract.every_months)
                kind=FigureKind::Number
                allowed=Allowed::Positive
                testid="contract-every"
                on_change=set_every
            />
        </div>
        <p class="note" data-testid="contract-standing" data-value=due aria-live="polite">{standing}</p>
        <button type="button" class="link-button" data-testid="contract-remove" on:click=move |_| set(None)>
            {move || plan.texts().plan_contract_remove()}
        </button>
    }
}
