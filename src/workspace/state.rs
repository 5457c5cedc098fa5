//! The workspace: one value, cheap to clone, so that undo keeps earlier values.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{ChangesSettings, EffortPlan, ExistingSettings, FunnelPlan, FutureList, Playbooks, WalletSettings};
use crate::classify::Quadrant;
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
}

impl Workspace {
    /// Whether a customer list brought stability figures of its own.
    #[must_use]
    pub fn has_given_stability(&self) -> bool {
        self.data.customers.as_ref().is_some_and(|list| list.rows.iter().any(|row| row.stability.is_some()))
    }
}
