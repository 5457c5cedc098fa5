//! The document of a workspace: everything but its tables, as JSON.
//!
//! ```text
//! { "version": 3,
//!   "first":   { … },              the oldest state that undo reaches, whole
//!   "steps":   [ { "change": …, only what changed }, … ],
//!   "present": 3 }                 how many steps lie before the present; those after it can be redone
//! ```
//! Only differences are kept of the other states: a hundred undo steps cost little more than one.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::TableId;
use super::bytes::damaged;
use super::differences::{Differences, apply_differences, changed, differences};
use super::state_data::{StateData, same_data};
use super::table::SharedTable;
use super::upgrade::{VERSION, upgraded};
use crate::effort::WorkClass;
use crate::engine::protocol::StoreProblem;
use crate::playbook::{PlannedAction, PlaybookPart};
use crate::tables::{Dataset, Prospect, ProspectList};
use crate::workspace::{
    Change, ChangesSettings, CustomerPlaybook, EffortPlan, ExistingSettings, FunnelPlan, FutureCustomer, FutureList, History, Note,
    Override, PlacementSession, Playbooks, PotentialSettings, Step, WalletSettings, Workspace,
};

/// Undo steps kept, and as many redo steps.
const MOST_STEPS: usize = 100;

#[derive(Serialize, Deserialize)]
struct Document {
    version: u32,
    first: State,
    steps: Vec<StateStep>,
    present: usize,
}

/// A [`Workspace`] with its tables by name.
#[derive(Serialize, Deserialize)]
struct State {
    name: String,
    existing: ExistingSettings,
    funnel: FunnelPlan,
    #[serde(default)]
    effort: EffortPlan,
    #[serde(default)]
    playbooks: Playbooks,
    overrides: BTreeMap<String, Override>,
    notes: BTreeMap<String, Note>,
    merges: BTreeMap<String, String>,
    declined_merges: BTreeSet<String>,
    #[serde(default)]
    changes: ChangesSettings,
    #[serde(default)]
    wallet: WalletSettings,
    #[serde(default)]
    future: FutureList,
    #[serde(default)]
    potential: PotentialSettings,
    /// By id; each row says where it stands.
    #[serde(default)]
    prospects: BTreeMap<String, Prospect>,
    #[serde(default)]
    prospect_overrides: BTreeMap<String, Override>,
    #[serde(default)]
    prospect_notes: BTreeMap<String, Note>,
    #[serde(default)]
    placements: Vec<PlacementSession>,
    data: StateData,
}

/// What one change made different; absent parts stayed as they were.
#[derive(Serialize, Deserialize)]
struct StateStep {
    change: Change,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    existing: Option<ExistingSettings>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    funnel: Option<FunnelPlan>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    effort: Option<EffortPlan>,
    /// Texts alone; customers and actions are told apart.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    playbook_texts: Option<PlaybookTexts>,
    #[serde(default = "BTreeMap::new", skip_serializing_if = "BTreeMap::is_empty")]
    customer_playbooks: Differences<CustomerPlaybook>,
    #[serde(default = "BTreeMap::new", skip_serializing_if = "BTreeMap::is_empty")]
    planned_actions: Differences<PlannedAction, u32>,
    #[serde(default = "BTreeMap::new", skip_serializing_if = "BTreeMap::is_empty")]
    overrides: Differences<Override>,
    #[serde(default = "BTreeMap::new", skip_serializing_if = "BTreeMap::is_empty")]
    notes: Differences<Note>,
    #[serde(default = "BTreeMap::new", skip_serializing_if = "BTreeMap::is_empty")]
    merges: Differences<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    declined_merges: Option<BTreeSet<String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    changes: Option<ChangesSettings>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    wallet: Option<WalletSettings>,
    #[serde(default = "BTreeMap::new", skip_serializing_if = "BTreeMap::is_empty")]
    future: Differences<FutureCustomer, u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    potential: Option<PotentialSettings>,
    #[serde(default = "BTreeMap::new", skip_serializing_if = "BTreeMap::is_empty")]
    prospects: Differences<Prospect>,
    #[serde(default = "BTreeMap::new", skip_serializing_if = "BTreeMap::is_empty")]
    prospect_overrides: Differences<Override>,
    #[serde(default = "BTreeMap::new", skip_serializing_if = "BTreeMap::is_empty")]
    prospect_notes: Differences<Note>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    placements: Option<Vec<PlacementSession>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    data: Option<StateData>,
}

type PlaybookTexts = BTreeMap<WorkClass, BTreeMap<PlaybookPart, String>>;

/// Names a table, and finds one by its name.
pub(super) type NameTable<'a> = &'a mut dyn FnMut(&SharedTable) -> Result<TableId, StoreProblem>;
pub(super) type FindTable<'a> = &'a mut dyn FnMut(&TableId) -> Result<SharedTable, StoreProblem>;

/// The history as JSON.
pub(super) fn written(history: &History, name_table: NameTable<'_>) -> Result<Vec<u8>, StoreProblem> {
    let past = &history.past()[history.past().len().saturating_sub(MOST_STEPS)..];
    let future = &history.future()[history.future().len().saturating_sub(MOST_STEPS)..];
    let before = past.iter().map(|step| &step.workspace);
    let after = future.iter().rev().map(|step| &step.workspace);
    let states: Vec<&Workspace> = before.chain([history.present()]).chain(after).collect();
    let changes = past.iter().chain(future.iter().rev()).map(|step| step.change);
    let steps = changes.zip(states.windows(2)).map(|(change, pair)| StateStep::between(change, pair[0], pair[1], name_table));
    let steps = steps.collect::<Result<_, _>>()?;
    let document = Document { version: VERSION, first: State::of(states[0], name_table)?, steps, present: past.len() };
    serde_json::to_vec(&document).map_err(|error| StoreProblem::Other { detail: error.to_string() })
}

/// What a document holds, and whether an older build has written it. The present may have lost tables.
pub(super) struct Found {
    pub(super) history: History,
    pub(super) is_old: bool,
}

/// The history of a document. Tables that cannot be read are left out of the states that have them; undo steps that lack one which the
/// present has, or another than it lacks, are forgotten.
pub(super) fn read(json: &[u8], find_table: FindTable<'_>) -> Result<Found, StoreProblem> {
    let invalid = |error: serde_json::Error| damaged(error.to_string());
    let written: Value = serde_json::from_slice(json).map_err(invalid)?;
    let is_old = written["version"] != VERSION;
    let Document { first, steps, present, .. } = serde_json::from_value(upgraded(written)?).map_err(invalid)?;
    if present > steps.len() {
        return Err(damaged("the present lies beyond the last step"));
    }
    let mut state = first.workspace(find_table);
    let mut past = Vec::new();
    let mut after = Vec::new();
    for (index, step) in steps.into_iter().enumerate() {
        let change = step.change;
        let next = step.apply(&state, find_table);
        let before = std::mem::replace(&mut state, next);
        if index < present { past.push((change, before)) } else { after.push((change, before)) }
    }
    Ok(Found { history: history(past, after, state), is_old })
}

/// `past` and `after` hold the state before each change; `last` follows the last of them.
fn history(past: Vec<(Change, Workspace)>, after: Vec<(Change, Workspace)>, last: Workspace) -> History {
    let (changes, mut states): (Vec<Change>, Vec<Workspace>) = after.into_iter().unzip();
    states.push(last);
    let present = states.remove(0);
    let step = |(change, workspace): (Change, Workspace)| {
        let as_the_present = workspace.data.lost.iter().all(|lost| present.data.lost.contains(lost));
        as_the_present.then_some(Step { change, workspace })
    };
    let mut past: Vec<Step> = past.into_iter().rev().map_while(step).collect();
    past.reverse();
    let mut future: Vec<Step> = changes.into_iter().zip(states).map_while(step).collect();
    future.reverse();
    History::from_parts(past, present, future)
}

impl State {
    fn of(workspace: &Workspace, name_table: NameTable<'_>) -> Result<Self, StoreProblem> {
        // Every field is named here, so that a new one is not forgotten.
        let Workspace {
            name,
            data,
            existing,
            funnel,
            effort,
            playbooks,
            overrides,
            notes,
            merges,
            declined_merges,
            changes,
            wallet,
            future,
            potential,
            prospect_overrides,
            prospect_notes,
            placements,
        } = workspace;
        Ok(Self {
            name: name.clone(),
            existing: existing.clone(),
            funnel: funnel.clone(),
            effort: effort.clone(),
            playbooks: playbooks.clone(),
            overrides: overrides.clone(),
            notes: notes.clone(),
            merges: merges.clone(),
            declined_merges: declined_merges.clone(),
            changes: *changes,
            wallet: *wallet,
            future: future.clone(),
            potential: potential.clone(),
            prospects: prospects_by_id(data),
            prospect_overrides: prospect_overrides.clone(),
            prospect_notes: prospect_notes.clone(),
            placements: placements.clone(),
            data: StateData::of(data, name_table)?,
        })
    }

    fn workspace(self, find_table: FindTable<'_>) -> Workspace {
        let mut data = self.data.dataset(find_table);
        data.prospects = prospect_list(self.prospects);
        Workspace {
            name: self.name,
            data,
            existing: self.existing,
            funnel: self.funnel,
            effort: self.effort,
            playbooks: self.playbooks,
            overrides: self.overrides,
            notes: self.notes,
            merges: self.merges,
            declined_merges: self.declined_merges,
            changes: self.changes,
            wallet: self.wallet,
            future: self.future,
            potential: self.potential,
            prospect_overrides: self.prospect_overrides,
            prospect_notes: self.prospect_notes,
            placements: self.placements,
        }
    }
}

impl StateStep {
    fn between(change: Change, from: &Workspace, to: &Workspace, name_table: NameTable<'_>) -> Result<Self, StoreProblem> {
        Ok(Self {
            change,
            name: changed(&from.name, &to.name),
            existing: changed(&from.existing, &to.existing),
            funnel: changed(&from.funnel, &to.funnel),
            effort: changed(&from.effort, &to.effort),
            playbook_texts: changed(&from.playbooks.texts, &to.playbooks.texts),
            customer_playbooks: differences(&from.playbooks.customers, &to.playbooks.customers),
            planned_actions: differences(&from.playbooks.actions, &to.playbooks.actions),
            overrides: differences(&from.overrides, &to.overrides),
            notes: differences(&from.notes, &to.notes),
            merges: differences(&from.merges, &to.merges),
            declined_merges: changed(&from.declined_merges, &to.declined_merges),
            changes: changed(&from.changes, &to.changes),
            wallet: changed(&from.wallet, &to.wallet),
            future: differences(&from.future, &to.future),
            potential: changed(&from.potential, &to.potential),
            prospects: differences(&prospects_by_id(&from.data), &prospects_by_id(&to.data)),
            prospect_overrides: differences(&from.prospect_overrides, &to.prospect_overrides),
            prospect_notes: differences(&from.prospect_notes, &to.prospect_notes),
            placements: changed(&from.placements, &to.placements),
            data: (!same_data(&from.data, &to.data)).then(|| StateData::of(&to.data, name_table)).transpose()?,
        })
    }

    fn apply(self, before: &Workspace, find_table: FindTable<'_>) -> Workspace {
        let mut next = before.clone();
        if let Some(name) = self.name {
            next.name = name;
        }
        if let Some(existing) = self.existing {
            next.existing = existing;
        }
        if let Some(funnel) = self.funnel {
            next.funnel = funnel;
        }
        if let Some(effort) = self.effort {
            next.effort = effort;
        }
        if let Some(texts) = self.playbook_texts {
            next.playbooks.texts = texts;
        }
        apply_differences(&mut next.playbooks.customers, self.customer_playbooks);
        apply_differences(&mut next.playbooks.actions, self.planned_actions);
        if let Some(declined) = self.declined_merges {
            next.declined_merges = declined;
        }
        if let Some(changes) = self.changes {
            next.changes = changes;
        }
        if let Some(wallet) = self.wallet {
            next.wallet = wallet;
        }
        apply_differences(&mut next.future, self.future);
        apply_differences(&mut next.overrides, self.overrides);
        apply_differences(&mut next.notes, self.notes);
        apply_differences(&mut next.merges, self.merges);
        apply_differences(&mut next.prospect_overrides, self.prospect_overrides);
        apply_differences(&mut next.prospect_notes, self.prospect_notes);
        if let Some(potential) = self.potential {
            next.potential = potential;
        }
        if let Some(placements) = self.placements {
            next.placements = placements;
        }
        if let Some(data) = self.data {
            let kept = next.data.prospects.take();
            next.data = data.dataset(find_table);
            next.data.prospects = kept;
        }
        if !self.prospects.is_empty() {
            let mut rows = prospects_by_id(&next.data);
            apply_differences(&mut rows, self.prospects);
            next.data.prospects = prospect_list(rows);
        }
        next
    }
}

fn prospects_by_id(data: &Dataset) -> BTreeMap<String, Prospect> {
    let rows = data.prospects.iter().flat_map(|list| list.rows());
    rows.map(|row| (row.id.clone(), row.clone())).collect()
}

fn prospect_list(rows: BTreeMap<String, Prospect>) -> Option<Arc<ProspectList>> {
    (!rows.is_empty()).then(|| Arc::new(ProspectList::new(rows.into_values())))
}
