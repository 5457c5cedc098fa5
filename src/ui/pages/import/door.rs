//! Where files come in. It stands open from the first view on; what happens to them is the import's own part of the app
//! ([`super::ImportRoom`]), which is fetched when the first file is there.

use leptos::prelude::*;
use web_sys::File;

use crate::engine::protocol::ImportTarget;
use crate::ui::state::AppState;
use crate::ui::workspaces::FILE_ENDING;

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
}

impl ImportDoor {
    /// Puts it into the context; the app does it once.
    pub fn provide(state: AppState) -> Self {
        let door = Self { state, asked: RwSignal::new_local(None), pasting: RwSignal::new(false), has_last: RwSignal::new(false) };
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

    /// What came in, tracked; the caller has it then.
    #[must_use]
    pub fn next(self) -> Option<Asked> {
        self.asked.track();
        self.asked.write_untracked().take()
    }
}
