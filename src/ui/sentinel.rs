//! Whether workspaces that were kept here have vanished: a browser that loses its database opens it as brand new, and a welcome
//! would hide the loss.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::state::AppState;
use crate::browser::clock;
use crate::browser::preferences::{Known, Sentinel, clear_sentinel, sentinel, set_sentinel};
use crate::engine::protocol::{OlderState, OpenedWorkspace, StorageState, WorkspaceSummary};

/// Workspaces that were kept here and cannot be had.
#[derive(Clone, Debug, PartialEq)]
pub struct Loss {
    /// What is known of them.
    pub known: Sentinel,
    pub extent: Extent,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Extent {
    /// The storage is as if nothing had ever been kept.
    Everything,
    /// The storage does not let itself be read; why.
    Unreadable(String),
    /// Others are still there.
    Some(BTreeSet<String>),
}

impl Loss {
    /// Whether there is nothing left to work with.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        !matches!(self.extent, Extent::Some(_))
    }
}

/// Compares what the engine lists with what was here before, and notes it for the next time.
pub fn watch_storage(state: AppState) {
    // What was missed once: another tab may have saved it after this one's list was made.
    let missed = StoredValue::new(None::<Extent>);
    Effect::new(move |_| {
        let Some(list) = state.recent.get() else { return };
        match state.storage.get() {
            Some(StorageState::Working) => {}
            Some(StorageState::MemoryOnly { detail }) => return unreadable(state, detail),
            // Without storage the list is empty for another reason, which is said elsewhere.
            _ => return,
        }
        let missing = missing(&list);
        if missing.is_some() && missing != missed.get_value() {
            missed.set_value(missing);
            return state.refresh_recent();
        }
        missed.set_value(missing.clone());
        let unread = state.lost.with_untracked(|loss| loss.as_ref().is_some_and(|loss| matches!(loss.extent, Extent::Unreadable(_))));
        match missing {
            // An empty list stands for one that could not be had.
            Some(Extent::Everything) if unread => {}
            Some(extent) => state.lost.set(sentinel().map(|known| Loss { known, extent })),
            None => {
                state.lost.set(None);
                note_list(&list);
            }
        }
    });
}

/// What the list lacks.
fn missing(list: &[WorkspaceSummary]) -> Option<Extent> {
    let before = sentinel()?;
    if list.is_empty() {
        return (before.workspaces > 0).then_some(Extent::Everything);
    }
    let is_listed = |id: &str| list.iter().any(|workspace| workspace.id == id);
    let missing: BTreeSet<String> = before.known.into_keys().filter(|id| !is_listed(id)).collect();
    (!missing.is_empty()).then_some(Extent::Some(missing))
}

fn note_list(list: &[WorkspaceSummary]) {
    let kept: Vec<_> = list.iter().filter(|workspace| workspace.deleted_at.is_none()).collect();
    if kept.is_empty() {
        // The user has deleted the last one: an empty database is then as it should be.
        return clear_sentinel();
    }
    let known =
        |workspace: &&WorkspaceSummary| (workspace.id.clone(), Known { name: workspace.name.clone(), changed_at: workspace.changed_at });
    let before = sentinel().unwrap_or_default();
    let workspaces = u32::try_from(kept.len()).unwrap_or(u32::MAX);
    // Where nothing can be noted, a loss cannot be told from a first visit.
    drop(set_sentinel(&Sentinel { workspaces, saved_at: clock::now(), known: kept.iter().map(known).collect(), ..before }));
}

/// The storage cannot be read, for this reason: that is no first visit where something was kept before.
pub fn unreadable(state: AppState, detail: String) {
    let before = sentinel().filter(|before| before.workspaces > 0 && !state.loss_is_seen.get_untracked());
    state.lost.set(before.map(|known| Loss { known, extent: Extent::Unreadable(detail) }));
}

/// Notes the generation that has reached storage.
pub fn note_saved(state: AppState, id: String, generation: u64) {
    // What is in memory alone is gone with the page.
    if !state.storage.with_untracked(|storage| matches!(storage, Some(StorageState::Working))) {
        return;
    }
    let mut noted = sentinel().unwrap_or_default();
    noted.workspaces = noted.workspaces.max(1);
    noted.saved_at = clock::now();
    noted.generations.insert(id, generation);
    // Where nothing can be noted, an older state cannot be told from the last one.
    drop(set_sentinel(&noted));
}

/// Why a workspace that was just opened is not in the state in which it was saved last, if so.
#[must_use]
pub fn older_state(opened: &OpenedWorkspace) -> Option<Older> {
    if let Some(older) = &opened.older {
        return Some(Older::Damaged(older.clone()));
    }
    let noted = sentinel()?.generations.get(&opened.id).copied()?;
    opened.generation.is_some_and(|generation| generation < noted).then_some(Older::Lost)
}

/// What became of the last state of the open workspace.
#[derive(Clone, Debug, PartialEq)]
pub enum Older {
    /// It is there and cannot be read.
    Damaged(OlderState),
    /// It is not there.
    Lost,
}

/// The loss has been seen, and is not said again.
pub fn accept_loss(state: AppState) {
    match state.lost.get_untracked().map(|loss| loss.extent) {
        Some(Extent::Everything) => clear_sentinel(),
        // It may be readable again with the next start.
        Some(Extent::Unreadable(_)) => state.loss_is_seen.set(true),
        Some(Extent::Some(ids)) => {
            let mut noted = sentinel().unwrap_or_default();
            noted.known.retain(|id, _| !ids.contains(id));
            drop(set_sentinel(&noted));
        }
        None => {}
    }
    state.lost.set(None);
}
