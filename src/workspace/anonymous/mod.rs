//! A workspace in which nobody can be recognised by name: customers, people, regions, products and orders get made-up names, free texts
//! go, and figures, days, settings and every join between the tables stay. Undo steps are no part of a workspace, so they stay at home.
//!
//! What stays as it is: amounts and days, classes set by hand, thresholds, currency, codes and names of levels, criteria, and the stage
//! texts that the funnel plan knows. Who has the original can still recognise a customer by its figures.

mod names;
mod plans;
mod tables;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Note, Override, PlacementSession, Workspace};
use crate::tables::folded_spelling;
use names::Names;

/// The words that made-up names are built from, in the user's language; each different from the others.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnonymousWords {
    /// Name of the workspace.
    pub workspace: String,
    pub customer: String,
    /// Key of a customer that also has a name.
    pub id: String,
    /// A prospect or future customer.
    pub prospect: String,
    /// Key of a funnel entry.
    pub entry: String,
    pub rep: String,
    /// A person who is no rep: author, participant, owner of an action.
    pub person: String,
    pub region: String,
    pub product: String,
    pub order: String,
    pub file: String,
    pub sheet: String,
    /// A stage text of a file that stands for nothing.
    pub stage: String,
    pub scenario: String,
    /// A line of a calculation or a task of the week.
    pub item: String,
    /// Stands where a free text stood.
    pub removed: String,
}

/// The workspace under made-up names. The same workspace and words give the same names.
#[must_use]
pub fn anonymised(workspace: &Workspace, words: &AnonymousWords) -> Workspace {
    // Every field is named here, so that a new one is not forgotten.
    let Workspace {
        name: _,
        data,
        existing,
        funnel,
        effort,
        playbooks,
        potential,
        overrides,
        notes,
        merges,
        declined_merges,
        changes,
        wallet,
        future,
        prospect_overrides,
        prospect_notes,
        placements,
    } = workspace;
    let names = &mut Names::new(words, workspace);
    // Names are numbered in the order in which they are met: the tables come first.
    let data = tables::dataset(data, names);
    Workspace {
        name: words.workspace.clone(),
        data,
        existing: super::ExistingSettings { filters: plans::filters(&existing.filters, names), ..existing.clone() },
        funnel: plans::funnel(funnel, names),
        effort: plans::effort(effort, names),
        playbooks: plans::playbooks(playbooks, names),
        potential: super::PotentialSettings { filters: plans::filters(&potential.filters, names), ..potential.clone() },
        overrides: by_customer(overrides, names, by_hand),
        notes: by_customer(notes, names, note),
        merges: merges.iter().map(|(spelling, key)| (names.customer(spelling), names.customer(key))).collect(),
        declined_merges: declined_merges
            .iter()
            .filter_map(|folded| names.spelled_alike(folded))
            .map(|name| folded_spelling(&name))
            .collect(),
        changes: *changes,
        wallet: *wallet,
        future: future.iter().map(|(&number, customer)| (number, plans::future_customer(customer, names))).collect(),
        prospect_overrides: by_customer(prospect_overrides, names, by_hand),
        prospect_notes: by_customer(prospect_notes, names, note),
        placements: placements.iter().map(|session| placement(session, names)).collect(),
    }
}

/// What is kept by the key of a customer or prospect.
fn by_customer<T>(kept: &BTreeMap<String, T>, names: &mut Names<'_>, value: fn(&T, &mut Names<'_>) -> T) -> BTreeMap<String, T> {
    kept.iter().map(|(key, kept)| (names.customer(key), value(kept, names))).collect()
}

fn by_hand(set: &Override, names: &mut Names<'_>) -> Override {
    let Override { class, reason, author, at } = set;
    Override { class: *class, reason: names.free_text(reason), author: names.person(author), at: *at }
}

fn note(note: &Note, names: &mut Names<'_>) -> Note {
    let Note { text, author, at } = note;
    Note { text: names.free_text(text), author: names.person(author), at: *at }
}

fn placement(session: &PlacementSession, names: &mut Names<'_>) -> PlacementSession {
    let PlacementSession { side, started, customers, placed, revealed } = session;
    PlacementSession {
        side: *side,
        started: *started,
        customers: customers.iter().map(|key| names.customer(key)).collect(),
        placed: placed
            .iter()
            .map(|(participant, placed)| (names.person(participant), by_customer(placed, names, |class, _| *class)))
            .collect(),
        revealed: *revealed,
    }
}
