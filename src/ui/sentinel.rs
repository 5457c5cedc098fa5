//! Whether workspaces that were kept here have vanished: a browser that loses its database opens it as brand new, and a welcome
//! would hide the loss.

use leptos::prelude::*;

use super::state::AppState;
use crate::browser::clock;
use crate::browser::preferences::{Known, Sentinel, clear_sentinel, known_workspaces, sentinel, set_known_workspaces, set_sentinel};
use crate::engine::LostData;
use crate::engine::protocol::{OlderState, OpenedWorkspace, StorageState, WorkspaceSummary};

/// What cannot be had of the workspaces that were kept here.
#[derive(Clone, Debug, PartialEq)]
pub enum Loss {
    /// The storage is as if nothing had ever been kept.
    Everything,
    /// The storage does not let itself be read; why.
    Unreadable(String),
    /// Fewer are there than before; which, [`missing`] finds out.
    Some,
}

impl AppState {
    /// Whether some workspaces are gone and others are there; tracked. Where all are gone, the recovery page says so.
    #[must_use]
    pub fn has_partial_loss(self) -> bool {
        self.lost.with(|loss| matches!(loss, Some(Loss::Some)))
    }

    /// Whether nothing is there of what was kept; tracked.
    #[must_use]
    pub fn has_whole_loss(self) -> bool {
        self.lost.with(|loss| matches!(loss, Some(Loss::Everything | Loss::Unreadable(_))))
    }

    /// Tables of the open workspace that could not be read, until the word about them is put away; tracked.
    #[must_use]
    pub fn lost_data(self) -> Option<LostData> {
        let lost = self.workspace.with(|view| view.as_ref().and_then(|view| view.lost.clone()));
        lost.filter(|_| !self.loss_put_away.get())
    }
}

/// Compares what the engine lists with what was here before, and notes it for the next time.
pub fn watch_storage(state: AppState) {
    let looked_twice = StoredValue::new(false);
    Effect::new(move |_| {
        let Some(stored) = state.recent.with(|list| list.as_ref().map(Vec::len)) else { return };
        match state.storage.get() {
            Some(StorageState::Working) => {}
            Some(StorageState::MemoryOnly { detail }) => return unreadable(state, detail),
            // Without storage the list is empty for another reason, which is said elsewhere.
            _ => return,
        }
        // By name where names were noted: one that came instead must not make up for one that went.
        let fewer = !missing(state).is_empty() || sentinel().is_some_and(|before| stored < before.stored.max(before.workspaces) as usize);
        if fewer && !looked_twice.get_value() {
            // Another tab may have saved one after this tab's list was made.
            looked_twice.set_value(true);
            return state.refresh_recent();
        }
        looked_twice.set_value(false);
        match (fewer, stored) {
            // An empty list may stand for one that could not be had.
            (true, 0) if state.lost.with_untracked(Option::is_some) => {}
            (true, 0) => state.lost.set(Some(Loss::Everything)),
            (true, _) => state.lost.set(Some(Loss::Some)),
            (false, _) => note_list(state),
        }
    });
}

/// The list is as it should be.
fn note_list(state: AppState) {
    state.lost.set(None);
    let list = state.recent.get_untracked().unwrap_or_default();
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let stored = number(list.len());
    let kept: Vec<Known> = list.into_iter().filter(|workspace| workspace.deleted_at.is_none()).map(known).collect();
    if kept.is_empty() {
        // The user has deleted the last one: an empty database is then as it should be.
        return clear_sentinel();
    }
    let before = sentinel().unwrap_or_default();
    // Where nothing can be noted, a loss cannot be told from a first visit.
    drop(set_sentinel(&Sentinel { workspaces: number(kept.len()), saved_at: clock::now(), stored, ..before }));
    drop(set_known_workspaces(&kept));
}

fn known(WorkspaceSummary { id, name, changed_at, .. }: WorkspaceSummary) -> Known {
    Known { id, name, changed_at }
}

/// The known workspaces that the list lacks; tracked.
#[must_use]
pub fn missing(state: AppState) -> Vec<Known> {
    let mut known = known_workspaces();
    state.recent.with(|list| known.retain(|known| list.iter().flatten().all(|workspace| workspace.id != known.id)));
    known
}

/// The storage cannot be read, for this reason: that is no first visit where something was kept before.
pub fn unreadable(state: AppState, detail: String) {
    if sentinel().is_some_and(|before| before.workspaces > 0) && !state.loss_is_seen.get_untracked() {
        state.lost.set(Some(Loss::Unreadable(detail)));
    }
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
    match state.lost.get_untracked() {
        Some(Loss::Everything) => clear_sentinel(),
        // It may be readable again with the next start.
        Some(Loss::Unreadable(_)) => state.loss_is_seen.set(true),
        Some(Loss::Some) => note_list(state),
        None => {}
    }
    state.lost.set(None);
}
