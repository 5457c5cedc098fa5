//! Work that lives in files instead of the browser's storage: what is in a file, a page that carries a workspace, and the change
//! of mind to keep things here after all.

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::state::{AppState, Page, Toast};
use crate::browser::clock;
use crate::browser::delivery::{agree_to_keep, carried_workspace, page_with};
use crate::browser::downloads::save_blob;
use crate::browser::preferences::Preferences;
use crate::engine::protocol::{EngineCall, EngineError, EngineReply, StorageState, StoreProblem, WorkspaceSummary};

const DAY: f64 = 86_400_000.0;
/// Work that is in no file is worth a word after so many milliseconds and so many changes.
const DUE_AFTER: f64 = 7.0 * DAY;
const DUE_CHANGES: u64 = 10;
/// How long it is quiet once the word was put away.
const QUIET: f64 = 14.0 * DAY;

impl AppState {
    /// The open workspace as lists show it; tracked.
    #[must_use]
    pub fn open_summary(self) -> Option<WorkspaceSummary> {
        let id = self.opened.with(|opened| opened.as_ref().map(|opened| opened.id.clone()))?;
        self.recent.with(|list| list.iter().flatten().find(|workspace| workspace.id == id).cloned())
    }

    /// Whether the open workspace has long been in this browser alone; tracked.
    #[must_use]
    pub fn file_is_due(self) -> bool {
        let now = clock::now();
        let since =
            self.open_summary().filter(|summary| summary.changes_since_file >= DUE_CHANGES).and_then(|summary| summary.unfiled_since);
        self.filed.with(Option::is_none) && now >= self.remind_after.get() && since.is_some_and(|since| now - since >= DUE_AFTER)
    }

    /// Not now.
    pub fn remind_later(self) {
        let until = clock::now() + QUIET;
        self.remind_after.set(until);
        // Where it cannot be kept, it holds for this visit.
        drop(Preferences::update(|kept| kept.remind_after = Some(until as u64)));
    }

    /// Whether files are the only place for work, as nothing may be kept unasked; tracked.
    #[must_use]
    pub fn keeps_in_files(self) -> bool {
        self.storage.with(|storage| matches!(storage, Some(StorageState::Unasked)))
    }

    /// Whether the open workspace is in a file as it is; tracked.
    #[must_use]
    pub fn is_filed(self) -> bool {
        self.filed.get() == Some(self.revision.get())
    }

    /// Closing a page whose work is in no file asks first.
    pub fn warn_before_loss(self) {
        let listener = window_event_listener(ev::beforeunload, move |event| {
            let lost = untrack(move || self.keeps_in_files() && self.opened.with(Option::is_some) && !self.is_filed());
            if lost {
                event.prevent_default();
            }
        });
        on_cleanup(move || listener.remove());
    }

    /// Opens the workspace that came inside this page; whether there is one. `done` is set once it is open or has been refused.
    pub fn open_carried(self, done: RwSignal<bool>) {
        let Some(bytes) = carried_workspace() else {
            done.set(true);
            return;
        };
        let asked = self.page.get_untracked();
        let page = if asked == Page::Start { Page::Existing } else { asked };
        spawn_local(async move {
            self.open_bytes(bytes, None, page).await;
            done.set(true);
        });
    }

    /// The open workspace inside a copy of this page.
    pub fn save_as_page(self) {
        spawn_local(async move {
            let Some((name, bytes)) = self.workspace_file(None).await else { return };
            let name = format!("{}.html", name.strip_suffix(super::workspaces::FILE_ENDING).unwrap_or(&name));
            let saved = match page_with(&bytes).await {
                Ok(page) => save_blob(&name, &page),
                Err(error) => Err(error),
            };
            if let Err(error) = saved {
                self.toast.set(Some(Toast { text: self.texts_now().page_not_made(error), action: None, bad: true }));
            }
        });
    }

    /// The user has read why nothing is kept and wants it kept: everything that is in memory goes into storage.
    pub fn keep_here(self) {
        spawn_local(async move {
            if let Err(error) = self.move_into_storage().await {
                self.report(&error);
            }
        });
    }

    async fn move_into_storage(self) -> Result<(), EngineError> {
        let page = self.page.get_untracked();
        let files = self.all_as_files().await?;
        agree_to_keep().map_err(|error| EngineError::Store(StoreProblem::Other { detail: error.to_string() }))?;
        self.engine().restart();
        self.stopped.set(None);
        self.enter(None, true);
        for bytes in files {
            self.open_bytes(bytes, None, page).await;
        }
        self.refresh_recent();
        Ok(())
    }

    /// Every workspace in memory as a file with its undo steps, the open one last.
    async fn all_as_files(self) -> Result<Vec<Vec<u8>>, EngineError> {
        let open = self.opened.with_untracked(|opened| opened.as_ref().map(|opened| opened.id.clone()));
        let EngineReply::Workspaces(mut list) = self.call(EngineCall::ListWorkspaces).await? else { return Ok(Vec::new()) };
        list.retain(|workspace| workspace.deleted_at.is_none() && Some(&workspace.id) != open.as_ref());
        let ids = list.into_iter().map(|WorkspaceSummary { id, .. }| id).chain(open);
        self.call(EngineCall::Flush).await?;
        let mut files = Vec::new();
        for id in ids {
            if let EngineReply::File { bytes, .. } = self.call(EngineCall::RawExport { id }).await? {
                files.push(bytes);
            }
        }
        Ok(files)
    }
}
