//! The workspace: one value, cheap to clone, so that undo keeps earlier values.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    ChangesSettings, EffortPlan, ExistingSettings, FunnelPlan, FutureList, PlacementSession, Playbooks, PotentialSettings, WalletSettings,
    linked_prospects,
};
use crate::classify::{Quadrant, Side};
use crate::tables::Dataset;

/// A class set by a person, kept beside the computed one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Override {
    pub class: Quadrant,
    pub reason: String,
    pub author: String,
    /// Milliseconds since 1970.
    pub at: f64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Note {
    pub text: String,
    pub author: String,
    pub at: f64,
}

/// Everything a user sees of one workspace. Customers are named by their (merged) key.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Workspace {
    pub name: String,
    pub data: Dataset,
    pub existing: ExistingSettings,
    pub funnel: FunnelPlan,
    pub effort: EffortPlan,
    pub playbooks: Playbooks,
    pub potential: PotentialSettings,
    pub overrides: BTreeMap<String, Override>,
    pub notes: BTreeMap<String, Note>,
    /// Spelling → the key it counts as.
    pub merges: BTreeMap<String, String>,
    /// Suggestions a person has declined: the folded spelling.
    pub declined_merges: std::collections::BTreeSet<String>,
    /// The two windows of "then and now".
    pub changes: ChangesSettings,
    pub wallet: WalletSettings,
    pub future: FutureList,
    /// By the id of the prospect; kept apart, since a customer may have the same key.
    pub prospect_overrides: BTreeMap<String, Override>,
    pub prospect_notes: BTreeMap<String, Note>,
    /// Blind placements, oldest first.
    pub placements: Vec<PlacementSession>,
}

impl Workspace {
    /// Classes set by hand on one side.
    #[must_use]
    pub fn overrides_of(&self, side: Side) -> &BTreeMap<String, Override> {
        match side {
            Side::Existing => &self.overrides,
            Side::Potential => &self.prospect_overrides,
        }
    }

    #[must_use]
    pub fn notes_of(&self, side: Side) -> &BTreeMap<String, Note> {
        match side {
            Side::Existing => &self.notes,
            Side::Potential => &self.prospect_notes,
        }
    }

    /// Whether there is a potential customer of this id, on the list or linked from the funnel.
    #[must_use]
    pub fn knows_prospect(&self, id: &str) -> bool {
        let listed = self.data.prospects.as_ref().is_some_and(|list| list.find(id).is_some());
        listed || (self.potential.linked_to_funnel && linked_prospects(self).iter().any(|row| row.prospect.id == id))
    }

    /// Whether a customer list brought stability figures of its own.
    #[must_use]
    pub fn has_given_stability(&self) -> bool {
        self.data.customers.as_ref().is_some_and(|list| list.rows.iter().any(|row| row.stability.is_some()))
    }
}
