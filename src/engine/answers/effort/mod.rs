//! Answers about time, playbooks and actions.

mod actions;
mod call_list;
mod card;
mod playbooks;
mod time;

use std::collections::BTreeMap;

use crate::classify::Side;
use crate::effort::WorkClass;
use crate::engine::cache::Basis;
use crate::engine::{ContactsView, EffortQuery, RepView, Revision, View};
use crate::workspace::{EffortFacts, ExistingSide, PotentialSide, Prospects, WorkCustomer, Workspace};

/// The customers of a revision as the Time page knows them.
pub(in crate::engine) struct EffortBasis {
    pub facts: EffortFacts,
    /// Place in the facts by customer key, on each side.
    existing: BTreeMap<String, usize>,
    potential: BTreeMap<String, usize>,
}

impl EffortBasis {
    /// `basis` of the existing side, `potential` of the other.
    pub fn new(workspace: &Workspace, basis: &Basis, potential: &Basis) -> Self {
        let existing = ExistingSide { customers: &basis.customers, plane: basis.plane(), rating: &basis.rating };
        let fresh;
        let prospects = match &potential.prospects {
            Some(prospects) => prospects.as_ref(),
            None => {
                fresh = Prospects::new(workspace);
                &fresh
            }
        };
        let facts = EffortFacts::new(workspace, existing, PotentialSide { prospects, rating: &potential.rating });
        let of = |is_existing: bool| {
            let places = facts.customers.iter().enumerate().filter(move |(_, customer)| customer.number.is_some() == is_existing);
            places.map(|(place, customer)| (customer.key.clone(), place)).collect()
        };
        let (existing, potential) = (of(true), of(false));
        Self { facts, existing, potential }
    }

    fn of_side(&self, side: Side, key: &str) -> Option<&WorkCustomer> {
        let places = if side == Side::Existing { &self.existing } else { &self.potential };
        places.get(key).and_then(|&place| self.facts.customers.get(place))
    }

    /// What is put down about a key that stands on both sides belongs to the existing customer.
    fn customer(&self, key: &str) -> Option<&WorkCustomer> {
        self.of_side(Side::Existing, key).or_else(|| self.of_side(Side::Potential, key))
    }

    fn class_of(&self, key: &str) -> Option<WorkClass> {
        self.customer(key).and_then(|customer| customer.class)
    }
}

/// `basis` is that of the side a card is asked of.
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
        EffortQuery::Card { customer, today, .. } => View::CardPlan(card::card(workspace, revision, basis, effort, *customer, *today)),
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
