//! Where files come in. It stands open from the first view on; what happens to them is the import's own part of the app
//! ([`super::ImportRoom`]), which is fetched when the first file is there.

use std::time::Duration;

use leptos::prelude::*;
use web_sys::File;

use crate::browser::clock;
use crate::engine::protocol::ImportTarget;
use crate::ui::state::AppState;
use crate::ui::workspaces::FILE_ENDING;

/// How long the classes may take to appear once the rows are there.
const AFTERWORK: Duration = Duration::from_secs(1);

/// What came in and waits to be taken on.
pub enum Asked {
    /// Dropped, picked or pasted; `target` where it is already clear where the rows are meant to go.
    Files { files: Vec<File>, target: Option<ImportTarget> },
    /// Pasted cells.
    Text(String),
    /// One of the samples, with the name of its workspace and a second file that belongs to it.
    Sample { file: &'static str, name: &'static str, followed_by: Option<&'static str> },
    /// The last import once more, with the rows that are the same as rows already there.
    Duplicates,
}

/// Handles to the signals; copy it freely.
#[derive(Clone, Copy)]
pub struct ImportDoor {
    state: AppState,
    asked: RwSignal<Option<Asked>, LocalStorage>,
    /// Whether the field for cells from the clipboard is open.
    pub pasting: RwSignal<bool>,
    /// Whether the files of the last import are still at hand.
    pub has_last: RwSignal<bool>,
    /// Since when an import is at work or at rest, in milliseconds since 1970.
    work: StoredValue<(bool, f64)>,
}

impl ImportDoor {
    /// Puts it into the context; the app does it once.
    pub fn provide(state: AppState) -> Self {
        let door = Self {
            state,
            asked: RwSignal::new_local(None),
            pasting: RwSignal::new(false),
            has_last: RwSignal::new(false),
            work: StoredValue::new((false, 0.0)),
        };
        provide_context(door);
        door
    }

    /// From context.
    #[must_use]
    pub fn get() -> Self {
        expect_context::<Self>()
    }

    /// Files that were dropped, picked or pasted. A workspace file opens as a workspace.
    pub fn take(self, files: Vec<File>, target: Option<ImportTarget>) {
        let Some(first) = files.first() else { return };
        if first.name().to_lowercase().ends_with(FILE_ENDING) {
            self.state.open_workspace_file(first.clone());
        } else {
            self.ask(Asked::Files { files, target });
        }
    }

    pub fn ask(self, asked: Asked) {
        self.asked.set(Some(asked));
    }

    /// Tracked: whether the import has something to do.
    #[must_use]
    pub fn is_wanted(self) -> bool {
        self.asked.with(Option::is_some) || self.pasting.get()
    }

    /// Notes whether an import is at work.
    pub fn set_at_work(self, at_work: bool) {
        self.work.set_value((at_work, clock::now()));
    }

    /// Whether an import is at work, or its first picture may still be.
    #[must_use]
    pub fn is_busy(self) -> bool {
        let (at_work, since) = self.work.get_value();
        // A clock that was set back must not hold anything up.
        at_work || (0.0..AFTERWORK.as_millis() as f64).contains(&(clock::now() - since))
    }

    /// What came in, tracked; the caller has it then.
    #[must_use]
    pub fn next(self) -> Option<Asked> {
        self.asked.track();
        self.asked.write_untracked().take()
    }
}
