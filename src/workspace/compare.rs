//! In which parts two states of a workspace differ.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Workspace;

/// A part of a workspace as a user knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum WorkspacePart {
    Name,
    Data,
    ExistingSettings,
    PotentialSettings,
    Overrides,
    Notes,
    Merges,
    Prospects,
    Placements,
    Funnel,
    Effort,
    Playbooks,
    PlannedActions,
    Windows,
    Wallet,
    FutureCustomers,
}

/// A part that is not the same in two states.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartDifference {
    pub part: WorkspacePart,
    /// Entries in the other state and in the present one; `None` for a part that is no list.
    pub counts: Option<(u64, u64)>,
}

/// The parts in which `other` differs from `present`, in a fixed order.
#[must_use]
pub fn differences_between(other: &Workspace, present: &Workspace) -> Vec<PartDifference> {
    let mut found = Vec::new();
    let mut settings = |part, differs: bool| {
        if differs {
            found.push(PartDifference { part, counts: None });
        }
    };
    settings(WorkspacePart::Name, other.name != present.name);
    settings(WorkspacePart::ExistingSettings, other.existing != present.existing);
    settings(WorkspacePart::PotentialSettings, other.potential != present.potential);
    settings(WorkspacePart::Funnel, other.funnel != present.funnel);
    settings(WorkspacePart::Effort, other.effort != present.effort);
    let own = |state: &Workspace| (state.playbooks.texts.clone(), state.playbooks.customers.clone());
    settings(WorkspacePart::Playbooks, own(other) != own(present));
    settings(WorkspacePart::Windows, other.changes != present.changes);
    settings(WorkspacePart::Wallet, other.wallet != present.wallet);
    let mut lists = |part, differs: bool, count: fn(&Workspace) -> usize| {
        if differs {
            found.push(PartDifference { part, counts: Some((count(other) as u64, count(present) as u64)) });
        }
    };
    lists(WorkspacePart::Data, other.data != present.data, |state| usize::try_from(state.data.rows()).unwrap_or(usize::MAX));
    lists(WorkspacePart::Prospects, other.data.prospects != present.data.prospects, |state| {
        state.data.prospects.as_ref().map_or(0, |list| list.rows().len())
    });
    lists(WorkspacePart::Overrides, both(other, present, |state| (&state.overrides, &state.prospect_overrides)), |state| {
        state.overrides.len() + state.prospect_overrides.len()
    });
    lists(WorkspacePart::Notes, both(other, present, |state| (&state.notes, &state.prospect_notes)), |state| {
        state.notes.len() + state.prospect_notes.len()
    });
    let merges = other.merges != present.merges || other.declined_merges != present.declined_merges;
    lists(WorkspacePart::Merges, merges, |state| state.merges.len());
    lists(WorkspacePart::Placements, other.placements != present.placements, |state| state.placements.len());
    lists(WorkspacePart::PlannedActions, other.playbooks.actions != present.playbooks.actions, |state| state.playbooks.actions.len());
    lists(WorkspacePart::FutureCustomers, other.future != present.future, |state| state.future.len());
    found
}

type Named<T> = BTreeMap<String, T>;

/// Whether either side of what is kept for existing and potential customers differs.
fn both<T: PartialEq>(other: &Workspace, present: &Workspace, sides: fn(&Workspace) -> (&Named<T>, &Named<T>)) -> bool {
    sides(other) != sides(present)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::Note;

    #[test]
    fn the_same_state_differs_in_nothing() {
        assert_eq!(differences_between(&Workspace::default(), &Workspace::default()), []);
    }

    #[test]
    fn settings_and_lists_are_told_apart() {
        let mut other = Workspace { name: "Harbour".to_owned(), ..Workspace::default() };
        let note = Note { text: "calls back".to_owned(), author: "Li".to_owned(), at: 1.0 };
        other.notes.insert("0017".to_owned(), note.clone());
        other.prospect_notes.insert("p1".to_owned(), note);
        let found = differences_between(&other, &Workspace::default());
        let name = PartDifference { part: WorkspacePart::Name, counts: None };
        assert_eq!(found, [name, PartDifference { part: WorkspacePart::Notes, counts: Some((2, 0)) }]);
    }
}
