//! What of the open workspace has reached storage.

use leptos::prelude::*;

use super::AppState;
use crate::engine::Revision;
use crate::engine::protocol::StoreProblem;

/// What of a workspace reached storage last, and when.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Stored {
    pub id: String,
    pub revision: Revision,
    pub at: Option<f64>,
}

/// Whether every change has reached storage; drives `html[data-saved]`.
#[derive(Clone, Debug, PartialEq)]
pub enum SaveState {
    /// Nothing is open.
    Idle,
    Saving,
    /// Milliseconds since 1970; `None` for a workspace that was opened and not changed.
    Saved {
        at: Option<f64>,
    },
    Failed(StoreProblem),
}

impl AppState {
    /// The engine says that a revision has reached storage.
    pub fn set_stored(self, id: String, revision: Revision, at: f64) {
        // A late word of another workspace does not mend what failed here.
        if untrack(|| self.is_open(&id)) {
            self.unsaved.set(None);
        }
        self.stored.set(Some(Stored { id, revision, at: Some(at) }));
    }

    pub fn set_unsaved(self, problem: StoreProblem) {
        self.unsaved.set(Some(problem));
    }

    /// Tracked.
    #[must_use]
    pub fn save_state(self) -> SaveState {
        if self.opened.with(Option::is_none) {
            return SaveState::Idle;
        }
        if let Some(problem) = self.unsaved.get() {
            return SaveState::Failed(problem);
        }
        // Every workspace counts its revisions from one: what is stored of another says nothing of this one.
        match self.stored.get().filter(|stored| self.is_open(&stored.id)) {
            Some(stored) if self.pending.get() == 0 && stored.revision >= self.revision.get() => SaveState::Saved { at: stored.at },
            _ => SaveState::Saving,
        }
    }
}
