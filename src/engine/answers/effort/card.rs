//! What is put down about one customer, with what follows from it.

use super::actions::rows_of;
use super::{EffortBasis, currency, reps};
use crate::calendar::Day;
use crate::effort::follow_up_due;
use crate::engine::cache::Basis;
use crate::engine::{CardPlanView, Revision};
use crate::workspace::{Workspace, analyse_effort, within_year};

/// `None` for a number that is no customer in force.
pub(super) fn card(
    workspace: &Workspace,
    revision: Revision,
    basis: &Basis,
    effort: &EffortBasis,
    number: u32,
    today: Day,
) -> Option<CardPlanView> {
    let key = basis.customers.key(number);
    let customer = effort.of_side(basis.side, key)?;
    let plan = &workspace.effort;
    let found = analyse_effort(plan, &effort.facts);
    let class = customer.class.map(|class| (class, found.dealt.classes[class.index()]));
    let playbook = workspace.customer_playbook(key);
    let rebate = playbook.rebate.clone().unwrap_or_default();
    let turnover = rebate.turnover.unwrap_or(customer.value);
    let contract = plan.contracts.get(key).map(|contract| (*contract, contract.standing(&customer.contacts, today)));
    Some(CardPlanView {
        revision,
        customer: number,
        key: key.to_owned(),
        class: customer.class,
        currency: currency(workspace),
        texts: customer.class.and_then(|class| workspace.playbooks.texts.get(&class)).cloned().unwrap_or_default(),
        switching: playbook.switching.clone().unwrap_or_default().figures(),
        rebate: rebate.rebate(turnover),
        ledger: playbook.ledger.clone().unwrap_or_default().figures(),
        playbook,
        contribution: customer.value,
        actions: rows_of(workspace, effort, key, today),
        contract,
        rep: reps(workspace, &effort.facts).into_iter().nth(customer.rep).unwrap_or_default(),
        is_dealt: customer.is_dealt,
        last_contact: customer.last_contact(today),
        contacts_last_year: within_year(&customer.contacts, today),
        follow_up_due: follow_up_due(&customer.repairs, &customer.other_contacts, plan.follow_up_days),
        cadence_days: customer.class.map(|class| plan.cadence_days[class.index()]),
        hours_a_year: class.and_then(|(_, hours)| hours.hours_per_customer),
        visits_a_year: class.and_then(|(_, hours)| hours.visits_per_customer),
    })
}
