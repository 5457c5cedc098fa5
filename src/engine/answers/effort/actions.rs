//! The actions across classes.

use std::collections::BTreeSet;

use super::EffortBasis;
use crate::calendar::Day;
use crate::classify::Side;
use crate::engine::{ActionRow, ActionsView, Revision};
use crate::order;
use crate::playbook::{ActionFilter, ActionOrder, DoneState, PlannedAction, select};
use crate::workspace::Workspace;

/// Customers offered for a new action.
const MOST_OFFERED: usize = 500;

pub(super) fn actions(
    workspace: &Workspace,
    revision: Revision,
    effort: &EffortBasis,
    filter: &ActionFilter,
    order: ActionOrder,
    today: Day,
) -> ActionsView {
    let actions = &workspace.playbooks.actions;
    let places: BTreeSet<usize> =
        actions.values().map(|action| effort.class_of(&action.customer).map_or(usize::MAX, |class| class.index())).collect();
    let owners: BTreeSet<&str> = actions.values().map(|action| action.owner.as_str()).collect();
    let count = |test: &dyn Fn(&PlannedAction) -> bool| actions.values().filter(|action| test(action)).count() as u32;
    let offered = effort.facts.customers.iter().take(MOST_OFFERED);
    ActionsView {
        revision,
        rows: rows(workspace, effort, filter, order, today),
        owners: owners.into_iter().map(str::to_owned).collect(),
        classes: places.into_iter().map(|place| crate::effort::WorkClass::ALL.get(place).copied()).collect(),
        all: actions.len() as u32,
        open: count(&|action| action.done.is_none()),
        overdue: count(&|action| action.is_overdue(today)),
        done: count(&|action| action.done.is_some()),
        customers: offered
            .filter_map(|customer| Some((customer.number.or(customer.prospect)?, customer.key.clone(), customer.name.clone())))
            .collect(),
    }
}

/// All actions of one customer, the open ones by day.
pub(super) fn rows_of(workspace: &Workspace, effort: &EffortBasis, key: &str, today: Day) -> Vec<ActionRow> {
    let filter = ActionFilter { customer: Some(key.to_owned()), state: DoneState::All, ..ActionFilter::default() };
    let mut found = rows(workspace, effort, &filter, ActionOrder::Due, today);
    order::sort_by_key(&mut found, |row| row.action.done.is_some());
    found
}

fn rows(workspace: &Workspace, effort: &EffortBasis, filter: &ActionFilter, order: ActionOrder, today: Day) -> Vec<ActionRow> {
    let actions: Vec<(u32, &PlannedAction)> = workspace.playbooks.actions.iter().map(|(&number, action)| (number, action)).collect();
    let chosen = select(actions.iter().map(|(_, action)| *action), filter, order, today, &|key| effort.class_of(key));
    let row = |place: usize| {
        let (number, action) = actions[place];
        let customer = effort.customer(&action.customer);
        ActionRow {
            number,
            action: action.clone(),
            customer: customer.and_then(|customer| customer.number.or(customer.prospect)),
            side: if customer.is_some_and(|customer| customer.prospect.is_some()) { Side::Potential } else { Side::Existing },
            name: customer.map_or_else(|| action.customer.clone(), |customer| customer.name.clone()),
            class: customer.and_then(|customer| customer.class),
            is_overdue: action.is_overdue(today),
        }
    };
    chosen.into_iter().map(row).collect()
}
