//! Whether workspaces that were kept here have vanished: a browser that loses its database opens it as brand new, and a welcome
//! would hide the loss.

use leptos::prelude::*;

use super::state::AppState;
use crate::browser::clock;
use crate::browser::preferences::{Sentinel, clear_sentinel, sentinel, set_sentinel};
use crate::engine::protocol::{OlderState, OpenedWorkspace, StorageState};

/// Compares what the engine lists with what was here before, and notes it for the next time.
pub fn watch_storage(state: AppState) {
    Effect::new(move |_| {
        let counts = state
            .recent
            .with(|list| list.as_ref().map(|list| (list.len(), list.iter().filter(|workspace| workspace.deleted_at.is_none()).count())));
        let Some((stored, kept)) = counts else { return };
        // Without storage the list is empty for another reason, which is said elsewhere.
        if !state.storage.with(|storage| matches!(storage, Some(StorageState::Working))) {
            return;
        }
        match (stored, kept, sentinel()) {
            (0, _, Some(before)) if before.workspaces > 0 => state.lost.set(Some(before)),
            // The user has deleted the last one: an empty database is then as it should be.
            (_, 0, Some(_)) => clear_sentinel(),
            (_, 0, None) => {}
            // Where nothing can be noted, a loss cannot be told from a first visit.
            (_, kept, before) => {
                let workspaces = u32::try_from(kept).unwrap_or(u32::MAX);
                drop(set_sentinel(&Sentinel { workspaces, saved_at: clock::now(), ..before.unwrap_or_default() }));
            }
        }
    });
}

/// Notes the generation that has reached storage.
pub fn note_saved(id: String, generation: u64) {
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

/// The loss has been seen.
pub fn accept_loss(state: AppState) {
    clear_sentinel();
    state.lost.set(None);
}
