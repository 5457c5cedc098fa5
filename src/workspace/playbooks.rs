//! Playbooks as a user has changed them, what was decided about single customers, and the actions planned (METHODS 1).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{ActionError, Workspace};
use crate::effort::WorkClass;
use crate::playbook::{Cause, Ledger, PlannedAction, PlaybookPart, RebatePlan, SwitchingCost};

/// Texts by class, customers by key, actions by number.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Playbooks {
    /// Texts that differ from the handbook's.
    pub texts: BTreeMap<WorkClass, BTreeMap<PlaybookPart, String>>,
    pub customers: BTreeMap<String, CustomerPlaybook>,
    /// In the order in which they were added.
    pub actions: BTreeMap<u32, PlannedAction>,
}

/// What was put down about one customer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CustomerPlaybook {
    pub cause: Option<Cause>,
    pub switching: Option<SwitchingCost>,
    pub rebate: Option<RebatePlan>,
    pub ledger: Option<Ledger>,
}

/// A change of the playbooks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum PlaybookAction {
    /// `None` goes back to the handbook's text.
    SetText {
        class: WorkClass,
        part: PlaybookPart,
        text: Option<String>,
    },
    /// All of one customer at once; an empty one is forgotten.
    SetCustomer {
        customer: String,
        playbook: Box<CustomerPlaybook>,
    },
    AddAction {
        action: PlannedAction,
    },
    SetAction {
        number: u32,
        action: PlannedAction,
    },
    RemoveAction {
        number: u32,
    },
}

impl Playbooks {
    /// # Errors
    /// An action of nothing but white space, or one that is not there.
    pub(super) fn apply(&mut self, change: &PlaybookAction) -> Result<(), ActionError> {
        match change {
            PlaybookAction::SetText { class, part, text } => {
                let texts = self.texts.entry(*class).or_default();
                match text {
                    Some(text) => drop(texts.insert(*part, text.clone())),
                    None => drop(texts.remove(part)),
                }
                self.texts.retain(|_, texts| !texts.is_empty());
            }
            PlaybookAction::SetCustomer { customer, playbook } => {
                if **playbook == CustomerPlaybook::default() {
                    self.customers.remove(customer);
                } else {
                    self.customers.insert(customer.clone(), (**playbook).clone());
                }
            }
            PlaybookAction::AddAction { action } => {
                let number = self.actions.keys().next_back().map_or(0, |last| last.saturating_add(1));
                self.actions.insert(number, said(action)?);
            }
            PlaybookAction::SetAction { number, action } => {
                let there = self.actions.get_mut(number).ok_or(ActionError::UnknownAction { number: *number })?;
                *there = said(action)?;
            }
            PlaybookAction::RemoveAction { number } => {
                self.actions.remove(number).ok_or(ActionError::UnknownAction { number: *number })?;
            }
        }
        Ok(())
    }

    /// What was put down on a spelling is found on the customer it becomes; the spelling's own stays for a later split, its actions go over.
    pub(super) fn carry_over(&mut self, spelling: &str, target: &str) {
        if let Some(found) = self.customers.get(spelling).cloned() {
            self.customers.entry(target.to_owned()).or_insert(found);
        }
        for action in self.actions.values_mut().filter(|action| action.customer == spelling) {
            target.clone_into(&mut action.customer);
        }
    }
}

impl Workspace {
    /// The customer's playbook; an empty one where nothing was put down.
    #[must_use]
    pub fn customer_playbook(&self, key: &str) -> CustomerPlaybook {
        self.playbooks.customers.get(key).cloned().unwrap_or_default()
    }
}

fn said(action: &PlannedAction) -> Result<PlannedAction, ActionError> {
    let text = action.text.trim();
    if text.is_empty() {
        return Err(ActionError::EmptyName);
    }
    Ok(PlannedAction { text: text.to_owned(), owner: action.owner.trim().to_owned(), ..action.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Day;
    use crate::workspace::{Action, Change};

    fn planned(text: &str) -> PlannedAction {
        PlannedAction { customer: "a".to_owned(), text: text.to_owned(), due: Some(Day(9)), ..PlannedAction::default() }
    }

    fn after(workspace: &Workspace, change: PlaybookAction) -> Workspace {
        workspace.apply(&Action::Playbook(change)).unwrap()
    }

    #[test]
    fn texts_can_be_changed_and_taken_back() {
        let set =
            |text: Option<&str>| PlaybookAction::SetText { class: WorkClass::EII, part: PlaybookPart::Ways, text: text.map(str::to_owned) };
        let changed = after(&Workspace::default(), set(Some("Call the buyer")));
        assert_eq!(changed.playbooks.texts[&WorkClass::EII][&PlaybookPart::Ways], "Call the buyer");
        assert_eq!(after(&changed, set(None)), Workspace::default());
    }

    #[test]
    fn actions_are_added_done_and_removed() {
        let add = PlaybookAction::AddAction { action: planned(" Visit ") };
        let one = after(&after(&Workspace::default(), add.clone()), add);
        assert_eq!(one.playbooks.actions.keys().copied().collect::<Vec<_>>(), [0, 1]);
        assert_eq!(one.playbooks.actions[&1].text, "Visit");
        let done = PlannedAction { done: Some(Day(8)), ..planned("Visit") };
        let one = after(&one, PlaybookAction::SetAction { number: 1, action: done });
        assert_eq!(one.playbooks.actions[&1].done, Some(Day(8)));
        let one = after(&one, PlaybookAction::RemoveAction { number: 0 });
        assert_eq!(one.playbooks.actions.len(), 1);
        for refused in [
            PlaybookAction::RemoveAction { number: 0 },
            PlaybookAction::SetAction { number: 7, action: planned("x") },
            PlaybookAction::AddAction { action: planned("  ") },
        ] {
            assert!(one.apply(&Action::Playbook(refused)).is_err());
        }
    }

    #[test]
    fn undo_names_what_was_done() {
        let text = PlaybookAction::SetText { class: WorkClass::EI, part: PlaybookPart::Why, text: None };
        assert_eq!(Action::Playbook(text).change(), Change::PlaybookText);
        let customer = PlaybookAction::SetCustomer { customer: "a".to_owned(), playbook: Box::default() };
        assert_eq!(Action::Playbook(customer).change(), Change::CustomerPlaybook);
        assert_eq!(Action::Playbook(PlaybookAction::RemoveAction { number: 0 }).change(), Change::PlannedAction);
    }
}
