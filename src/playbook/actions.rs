//! What somebody will do about a customer by a day, and the list of it across classes.

use serde::{Deserialize, Serialize};

use crate::calendar::Day;
use crate::effort::WorkClass;
use crate::order;

/// One action of a customer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PlannedAction {
    /// Key of the customer.
    pub customer: String,
    pub text: String,
    pub owner: String,
    pub due: Option<Day>,
    /// The day it was done.
    pub done: Option<Day>,
}

impl PlannedAction {
    /// Open and due before the day.
    #[must_use]
    pub fn is_overdue(&self, today: Day) -> bool {
        self.done.is_none() && self.due.is_some_and(|due| due < today)
    }
}

/// Which actions by how far they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum DoneState {
    #[default]
    Open,
    Overdue,
    Done,
    All,
}

impl DoneState {
    pub const ALL: [Self; 4] = [Self::Open, Self::Overdue, Self::Done, Self::All];

    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Overdue => "overdue",
            Self::Done => "done",
            Self::All => "all",
        }
    }

    fn admits(self, action: &PlannedAction, today: Day) -> bool {
        match self {
            Self::Open => action.done.is_none(),
            Self::Overdue => action.is_overdue(today),
            Self::Done => action.done.is_some(),
            Self::All => true,
        }
    }
}

/// Which actions are listed; empty texts and `None` admit all.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ActionFilter {
    pub owner: Option<String>,
    /// `Some(None)`: customers without a class.
    pub class: Option<Option<WorkClass>>,
    pub state: DoneState,
    pub customer: Option<String>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ActionOrder {
    /// The earliest first; those without a day last.
    #[default]
    Due,
    Owner,
    Class,
    Customer,
}

/// Places of the actions that pass, in order; ties by due day, then as they were added. `class_of` says the class of a customer.
#[must_use]
pub fn select<'a>(
    actions: impl Iterator<Item = &'a PlannedAction>,
    filter: &ActionFilter,
    order: ActionOrder,
    today: Day,
    class_of: &dyn Fn(&str) -> Option<WorkClass>,
) -> Vec<usize> {
    let passes = |action: &PlannedAction| {
        filter.owner.as_ref().is_none_or(|owner| *owner == action.owner)
            && filter.customer.as_ref().is_none_or(|customer| *customer == action.customer)
            && filter.class.is_none_or(|class| class == class_of(&action.customer))
            && filter.state.admits(action, today)
    };
    let mut chosen: Vec<(usize, &PlannedAction)> = actions.enumerate().filter(|(_, action)| passes(action)).collect();
    // Without a day: after every day.
    let due = |action: &PlannedAction| action.due.map_or(i32::MAX, |day| day.0);
    let class = |action: &PlannedAction| class_of(&action.customer).map_or(WorkClass::COUNT, WorkClass::index);
    order::sort_by(&mut chosen, |(_, left), (_, right)| {
        let first = match order {
            ActionOrder::Due => std::cmp::Ordering::Equal,
            ActionOrder::Owner => left.owner.cmp(&right.owner),
            ActionOrder::Class => class(left).cmp(&class(right)),
            ActionOrder::Customer => left.customer.cmp(&right.customer),
        };
        first.then_with(|| due(left).cmp(&due(right)))
    });
    chosen.into_iter().map(|(place, _)| place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn action(customer: &str, owner: &str, due: Option<i32>, done: Option<i32>) -> PlannedAction {
        PlannedAction {
            customer: customer.to_owned(),
            text: String::new(),
            owner: owner.to_owned(),
            due: due.map(Day),
            done: done.map(Day),
        }
    }

    fn actions() -> Vec<PlannedAction> {
        vec![
            action("c", "Li", None, None),
            action("a", "Kim", Some(20), None),
            action("b", "Li", Some(9), None),
            action("b", "Kim", Some(5), Some(6)),
        ]
    }

    fn class_of(customer: &str) -> Option<WorkClass> {
        match customer {
            "a" => Some(WorkClass::EIV),
            "b" => Some(WorkClass::EI),
            _ => None,
        }
    }

    fn found(filter: &ActionFilter, order: ActionOrder) -> Vec<usize> {
        select(actions().iter(), filter, order, Day(10), &class_of)
    }

    #[test]
    fn open_actions_come_by_day_and_those_without_one_last() {
        assert_eq!(found(&ActionFilter::default(), ActionOrder::Due), [2, 1, 0]);
        assert_eq!(found(&ActionFilter { state: DoneState::Overdue, ..ActionFilter::default() }, ActionOrder::Due), [2]);
        assert_eq!(found(&ActionFilter { state: DoneState::Done, ..ActionFilter::default() }, ActionOrder::Due), [3]);
    }

    #[test]
    fn filters_and_orders_of_the_list() {
        let all = ActionFilter { state: DoneState::All, ..ActionFilter::default() };
        assert_eq!(found(&all, ActionOrder::Owner), [3, 1, 2, 0]);
        assert_eq!(found(&all, ActionOrder::Class), [3, 2, 1, 0]);
        assert_eq!(found(&all, ActionOrder::Customer), [1, 3, 2, 0]);
        assert_eq!(found(&ActionFilter { owner: Some("Li".to_owned()), ..all.clone() }, ActionOrder::Due), [2, 0]);
        assert_eq!(found(&ActionFilter { class: Some(None), ..all.clone() }, ActionOrder::Due), [0]);
        assert_eq!(found(&ActionFilter { class: Some(Some(WorkClass::EI)), ..all }, ActionOrder::Due), [3, 2]);
    }

    #[test]
    fn an_action_due_today_is_not_overdue() {
        assert!(!action("a", "", Some(10), None).is_overdue(Day(10)));
        assert!(action("a", "", Some(9), None).is_overdue(Day(10)));
        assert!(!action("a", "", Some(9), Some(12)).is_overdue(Day(10)));
    }
}
