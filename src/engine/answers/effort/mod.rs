//! Answers about time, playbooks and actions.

mod actions;
mod call_list;
mod card;
mod playbooks;
mod time;

use std::collections::BTreeMap;

use crate::effort::WorkClass;
use crate::engine::cache::Basis;
use crate::engine::{ContactsView, EffortQuery, RepView, Revision, View};
use crate::workspace::{EffortFacts, Workspace};

/// The customers of a revision as the Time page knows them.
pub(in crate::engine) struct EffortBasis {
    pub facts: EffortFacts,
    /// Place in the facts by customer key.
    by_key: BTreeMap<String, usize>,
}

impl EffortBasis {
    pub fn new(workspace: &Workspace, basis: &Basis) -> Self {
        let facts = EffortFacts::new(workspace, &basis.customers, basis.plane(), &basis.rating);
        let by_key = facts.customers.iter().enumerate().map(|(place, customer)| (customer.key.clone(), place)).collect();
        Self { facts, by_key }
    }

    fn class_of(&self, key: &str) -> Option<WorkClass> {
        self.by_key.get(key).and_then(|&place| self.facts.customers[place].class)
    }
}

pub(in crate::engine) fn effort(
    workspace: &Workspace,
    revision: Revision,
    basis: &Basis,
    effort: &EffortBasis,
    query: &EffortQuery,
) -> View {
    match query {
        EffortQuery::Time => View::Time(time::time(workspace, revision, &effort.facts)),
        EffortQuery::CallList { today } => View::CallList(call_list::call_list(workspace, revision, &effort.facts, *today)),
        EffortQuery::Card { customer, today } => View::CardPlan(card::card(workspace, revision, basis, effort, *customer, *today)),
        EffortQuery::Playbooks => View::Playbooks(playbooks::playbooks(workspace, revision, effort)),
        EffortQuery::Actions { filter, order, today } => {
            View::Actions(actions::actions(workspace, revision, effort, filter, *order, *today))
        }
    }
}

fn reps(workspace: &Workspace, facts: &EffortFacts) -> Vec<RepView> {
    let typed = &workspace.effort.reps;
    let view =
        |rep: &crate::workspace::Rep| RepView { name: rep.name.clone(), customers: rep.customers, is_typed: typed.contains(&rep.name) };
    facts.reps.iter().map(view).collect()
}

fn contacts(facts: &EffortFacts) -> ContactsView {
    let made = facts.made;
    ContactsView { all: made.all, unmatched: made.unmatched, without_channel: made.without_channel, until: made.until }
}

/// The currency of the first import that names one.
fn currency(workspace: &Workspace) -> String {
    workspace.data.imports.iter().map(|record| &record.currency).find(|currency| !currency.is_empty()).cloned().unwrap_or_default()
}
