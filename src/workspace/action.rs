//! Every change a user can make.

use serde::{Deserialize, Serialize};

use super::{
    ChangesSettings, EffortPlan, ExistingSettings, FunnelPlan, FutureAction, Note, Override, PlacementAction, PlaybookAction,
    ProspectAction, WalletSettings,
};
use crate::classify::Side;

/// One undoable change. Data imports are [`super::Workspace`]-changing too but carry tables, so the engine takes them apart
/// (`Engine::import`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Action {
    Rename {
        name: String,
    },
    /// All options at once: the page edits a copy and sends it. Dragging sends one on release.
    SetExisting {
        settings: ExistingSettings,
    },
    /// The whole funnel plan at once: the page edits a copy and sends it.
    SetFunnel {
        plan: FunnelPlan,
    },
    /// A new scenario behind the others: a copy of the one of that index, or an untouched one.
    AddScenario {
        name: String,
        copy_of: Option<usize>,
    },
    RenameScenario {
        scenario: usize,
        name: String,
    },
    /// The last one stays. Where "the plan" itself goes, the first scenario becomes it.
    RemoveScenario {
        scenario: usize,
    },
    /// Makes a scenario "the plan".
    ChooseScenario {
        scenario: usize,
    },
    /// Everything the Time page decides at once: the page edits a copy and sends it.
    SetEffort {
        plan: Box<EffortPlan>,
    },
    Playbook(PlaybookAction),
    /// `None` removes the override.
    OverrideClass {
        side: Side,
        customer: String,
        class: Option<Override>,
    },
    /// `None` removes the note.
    SetNote {
        side: Side,
        customer: String,
        note: Option<Note>,
    },
    /// Each `(spelling, key)`: rows of the spelling count for the key from now on.
    MergeCustomers {
        pairs: Vec<(String, String)>,
    },
    /// Takes a merge back.
    SplitCustomers {
        spellings: Vec<String>,
    },
    /// Never suggest this group again.
    DeclineMerge {
        folded: String,
    },
    /// The two windows that are compared.
    SetChanges {
        settings: ChangesSettings,
    },
    /// What sales outside figures are held against.
    SetWallet {
        settings: WalletSettings,
    },
    /// A change of the list of future customers.
    Future(FutureAction),
    /// The potential customers and how they are judged.
    Prospects(ProspectAction),
    /// Blind placements.
    Placement(PlacementAction),
    /// Removes all data, settings stay.
    ClearData,
}
