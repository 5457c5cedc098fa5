//! The open workspace between the engine and a store: carries out every [`EngineCall`], and saves.
//! Knows nothing of workers: time and new ids are handed in, when to save is the caller's to decide.
//!
//! - A workspace is left only when its last state is kept, in the store or in a file the user has.
//! - A save that finds the work of another tab does not overwrite it: the open workspace goes on under an id of its own.

mod copies;

use std::rc::Rc;

use super::contract::{Durability, Generation, KEPT_AFTER_DELETION, WorkspaceStore};
use super::open_workspace::OpenWorkspace;
use super::sealed_file::{RANDOM, is_sealed, seal, unseal};
use super::versions;
use super::workspace_file::{FILE_ENDING, read_history, write_file};
use crate::engine::Engine;
use crate::engine::handover::ArrivingTables;
use crate::engine::protocol::{
    EngineCall, EngineError, EngineMessage, EngineReply, ImportSummary, ImportTarget, OpenedWorkspace, StoreProblem, WorkspaceSummary,
};
use crate::workspace::{Action, Workspace};

/// What the core does not know by itself.
#[derive(Clone, Debug)]
pub struct Moment {
    /// Milliseconds since 1970.
    pub now: f64,
    /// Of a workspace that may be made now; never used before.
    pub new_id: String,
    /// Never used before, and not to be guessed.
    pub random: [u8; RANDOM],
}

/// An import whose tables have arrived.
#[derive(Clone, Debug)]
pub struct ArrivedImport {
    pub tables: ArrivingTables,
    pub target: ImportTarget,
    pub name: String,
    pub keep_duplicates: bool,
}

pub struct Session {
    store: Rc<dyn WorkspaceStore>,
    open: Option<OpenWorkspace>,
    /// What the page is to be told besides replies.
    events: Vec<EngineMessage>,
}

impl Session {
    #[must_use]
    pub fn new(store: Rc<dyn WorkspaceStore>) -> Self {
        Self { store, open: None, events: Vec::new() }
    }

    /// Removes for good what was deleted long ago.
    ///
    /// # Errors
    /// As the store says.
    pub async fn tidy(&self, now: f64) -> Result<(), StoreProblem> {
        self.store.purge(now - KEPT_AFTER_DELETION).await.map(drop)
    }

    /// Carries out one call. [`EngineCall::Import`] goes to [`Self::import`] once its tables are there.
    ///
    /// # Errors
    /// What is open stays open and as it was.
    pub async fn handle(&mut self, call: EngineCall, moment: &Moment) -> Result<EngineReply, EngineError> {
        if self.is_read_only() && changes_the_open(&call) {
            return Err(EngineError::ReadOnly);
        }
        match call {
            EngineCall::Apply(action) => self.engine()?.apply(&action).map(EngineReply::Changed),
            EngineCall::Undo => self.engine()?.undo().map(EngineReply::Changed),
            EngineCall::Redo => self.engine()?.redo().map(EngineReply::Changed),
            EngineCall::Query(query) => {
                let packed = self.engine()?.query(&query)?.pack();
                packed.map(EngineReply::View).map_err(|error| EngineError::Message { detail: error.to_string() })
            }
            EngineCall::ListWorkspaces => self.list().await.map(EngineReply::Workspaces),
            EngineCall::OpenWorkspace { id } => self.open_stored(&id, moment).await,
            EngineCall::NewWorkspace { name } => {
                let engine = Engine::new(Workspace { name, ..Workspace::default() });
                self.open_new(engine, moment).await.map(EngineReply::Opened)
            }
            EngineCall::OpenFile { bytes, passphrase } => {
                let bytes = unsealed(bytes, passphrase.as_deref()).map_err(EngineError::Store)?;
                // A hostile file may end this program: what is open is put in safety first. If it cannot be, leaving it will say so.
                let _ = self.save(moment).await;
                let engine = Engine::with_history(read_history(&bytes).map_err(EngineError::Store)?);
                self.open_new(engine, moment).await.map(EngineReply::Opened)
            }
            EngineCall::Versions => {
                versions::list(self.store.as_ref(), self.open()?).await.map(EngineReply::Versions).map_err(EngineError::Store)
            }
            EngineCall::NameVersion { generation, name } => self.name_version(generation, name, moment).await.map_err(EngineError::Store),
            EngineCall::CompareVersion { generation } => {
                let (store, open) = self.parts()?;
                versions::compare(store, open, generation).await.map(EngineReply::Differences).map_err(EngineError::Store)
            }
            EngineCall::RestoreVersion { generation } => {
                let (store, open) = self.parts()?;
                versions::restore(store, open, generation).await.map(EngineReply::Changed).map_err(EngineError::Store)
            }
            EngineCall::SaveAsFile { passphrase } => self.save_as_file(passphrase.as_deref(), moment),
            EngineCall::RawExport { id } => {
                let (name, bytes) = versions::raw(self.store.as_ref(), &id).await.map_err(EngineError::Store)?;
                Ok(EngineReply::File { name: file_name(&name), bytes })
            }
            EngineCall::DuplicateWorkspace { id, name } => self.duplicate(&id, name, moment).await,
            EngineCall::AnonymisedCopy { id, words, to } => self.anonymise(&id, &words, to, moment).await,
            EngineCall::RenameWorkspace { id, name } => self.rename(&id, name, moment).await,
            EngineCall::DeleteWorkspace { id } => self.delete(&id, moment).await,
            EngineCall::RestoreWorkspace { id } => {
                self.store.mark_deleted(&id, None).await.map(|()| EngineReply::Done).map_err(EngineError::Store)
            }
            EngineCall::StorageUse { id } => self.store.used(&id).await.map(EngineReply::Bytes).map_err(EngineError::Store),
            EngineCall::Flush => self.flush(moment).await.map(|()| EngineReply::Done).map_err(EngineError::Store),
            // Who may write is a matter of tabs, which the worker knows of.
            EngineCall::TakeOver => Ok(EngineReply::Done),
            EngineCall::Import { .. } | EngineCall::CancelImport => Err(EngineError::ImportInterrupted),
        }
    }

    /// Takes in an import whose tables have arrived. A new workspace without one usable row is not opened; the summary says why.
    ///
    /// # Errors
    /// What is open stays open and as it was.
    pub async fn import(&mut self, arrived: ArrivedImport, moment: &Moment) -> Result<EngineReply, EngineError> {
        let ArrivedImport { tables, target, name, keep_duplicates } = arrived;
        let imported = tables.finish().map_err(EngineError::Import)?;
        let take_in = |engine: &mut Engine| engine.import(imported, target, &name, moment.now, keep_duplicates);
        let summary = match target {
            ImportTarget::New => {
                let mut engine = Engine::default();
                let summary = take_in(&mut engine)?;
                let opened = if summary.rows_used > 0 { Some(self.open_new(engine, moment).await?) } else { None };
                ImportSummary { opened, ..summary }
            }
            ImportTarget::Append | ImportTarget::Replace if self.is_read_only() => return Err(EngineError::ReadOnly),
            ImportTarget::Append | ImportTarget::Replace => {
                let summary = take_in(self.engine()?)?;
                ImportSummary { opened: self.open.as_ref().map(OpenWorkspace::opened), ..summary }
            }
        };
        Ok(EngineReply::Imported(Box::new(summary)))
    }

    /// Whether there is something to save that has not failed already; a failed save waits for the next change or a flush.
    #[must_use]
    pub fn wants_save(&self) -> bool {
        self.open.as_ref().is_some_and(OpenWorkspace::wants_save)
    }

    /// Whether a save has failed that nothing has followed.
    #[must_use]
    pub fn wants_retry(&self) -> bool {
        self.open.as_ref().is_some_and(OpenWorkspace::wants_retry)
    }

    /// Id of the open workspace.
    #[must_use]
    pub fn open_id(&self) -> Option<&str> {
        self.open.as_ref().map(OpenWorkspace::id)
    }

    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.open.as_ref().is_some_and(|open| open.is_read_only)
    }

    /// Whether this tab writes the open workspace. One that stops writing while it has work that is not saved goes on under a name
    /// and id of its own; one that begins takes in what the other has saved.
    ///
    /// # Errors
    /// The store's; the open workspace stays as it is, to be shown only.
    pub async fn set_writer(&mut self, writer: bool, moment: &Moment) -> Result<(), StoreProblem> {
        if !writer {
            self.save(moment).await?;
        }
        let Some(open) = self.open.as_mut() else { return Ok(()) };
        open.is_read_only = true;
        self.refresh().await?;
        if let Some(open) = self.open.as_mut() {
            open.is_read_only = !writer;
        }
        Ok(())
    }

    /// Shows what another tab has saved, where this one only shows.
    ///
    /// # Errors
    /// The store's; what was shown stays.
    pub async fn refresh(&mut self) -> Result<(), StoreProblem> {
        let Some(open) = self.open.as_mut().filter(|open| open.is_read_only) else { return Ok(()) };
        if open.generation().is_some() && open.reload(self.store.as_ref()).await? {
            self.events.push(EngineMessage::Refreshed { opened: open.opened() });
        }
        Ok(())
    }

    /// Saves the open workspace if it is not saved yet. Tells the page by an event, either way.
    ///
    /// # Errors
    /// The store's; the work stays here.
    pub async fn save(&mut self, moment: &Moment) -> Result<(), StoreProblem> {
        self.save_as(Durability::Relaxed, moment).await
    }

    /// Saves onto the disk, as this may be the last time: also what was saved already.
    async fn flush(&mut self, moment: &Moment) -> Result<(), StoreProblem> {
        self.save_as(Durability::Strict, moment).await?;
        let Some(open) = self.open.as_mut().filter(|open| !open.is_read_only) else { return Ok(()) };
        open.secure(self.store.as_ref()).await
    }

    async fn save_as(&mut self, durability: Durability, moment: &Moment) -> Result<(), StoreProblem> {
        let Some(open) = self.open.as_mut().filter(|open| open.is_unsaved() && !open.is_read_only) else { return Ok(()) };
        let mut result = open.save(self.store.as_ref(), durability, moment.now).await;
        if result == Err(StoreProblem::ChangedElsewhere) {
            // Not the new id itself: the call that saves may need that one for what it opens.
            open.fork(format!("{}-fork", moment.new_id))?;
            self.events.push(EngineMessage::Forked { opened: open.opened() });
            result = open.save(self.store.as_ref(), durability, moment.now).await;
        }
        self.events.push(match &result {
            Ok(()) => EngineMessage::Saved {
                revision: open.opened().revision,
                at: moment.now,
                generation: open.generation().unwrap_or_default(),
                id: open.id().to_owned(),
            },
            Err(error) => EngineMessage::SaveFailed { error: error.clone() },
        });
        result
    }

    /// What the page is to be told, oldest first.
    pub fn take_events(&mut self) -> Vec<EngineMessage> {
        std::mem::take(&mut self.events)
    }

    /// The present state is saved before it is named.
    async fn name_version(&mut self, generation: Option<Generation>, name: String, moment: &Moment) -> Result<EngineReply, StoreProblem> {
        if generation.is_none() {
            self.save(moment).await?;
        }
        let open = self.open.as_ref().ok_or(StoreProblem::NotFound)?;
        versions::name(self.store.as_ref(), open, generation, name).await.map(|()| EngineReply::Done)
    }

    fn open(&self) -> Result<&OpenWorkspace, EngineError> {
        self.open.as_ref().ok_or(EngineError::NoWorkspace)
    }

    fn parts(&mut self) -> Result<(&dyn WorkspaceStore, &mut OpenWorkspace), EngineError> {
        Ok((self.store.as_ref(), self.open.as_mut().ok_or(EngineError::NoWorkspace)?))
    }

    fn engine(&mut self) -> Result<&mut Engine, EngineError> {
        self.open.as_mut().map(|open| &mut open.engine).ok_or(EngineError::NoWorkspace)
    }

    /// Stored workspaces; the open one under the name it has now.
    async fn list(&self) -> Result<Vec<WorkspaceSummary>, EngineError> {
        let mut summaries = self.store.list().await.map_err(EngineError::Store)?;
        if let Some(opened) = self.open.as_ref().map(OpenWorkspace::opened) {
            summaries.iter_mut().filter(|summary| summary.id == opened.id).for_each(|summary| summary.name.clone_from(&opened.name));
        }
        Ok(summaries)
    }

    async fn open_stored(&mut self, id: &str, moment: &Moment) -> Result<EngineReply, EngineError> {
        if let Some(opened) = self.open.as_ref().map(OpenWorkspace::opened).filter(|opened| opened.id == id) {
            return Ok(EngineReply::Opened(opened));
        }
        let found = OpenWorkspace::load(self.store.as_ref(), id).await.map_err(EngineError::Store)?;
        self.leave(moment).await?;
        let opened = found.opened();
        self.open = Some(found);
        Ok(EngineReply::Opened(opened))
    }

    async fn open_new(&mut self, engine: Engine, moment: &Moment) -> Result<OpenedWorkspace, EngineError> {
        self.leave(moment).await?;
        let open = OpenWorkspace::new(moment.new_id.clone(), engine);
        let opened = open.opened();
        self.open = Some(open);
        Ok(opened)
    }

    /// Makes sure that nothing is lost when another workspace takes the place of the open one.
    async fn leave(&mut self, moment: &Moment) -> Result<(), EngineError> {
        let saved = self.save(moment).await;
        if self.open.as_ref().is_some_and(OpenWorkspace::can_be_left) { Ok(()) } else { saved.map_err(EngineError::Store) }
    }

    fn save_as_file(&mut self, passphrase: Option<&str>, moment: &Moment) -> Result<EngineReply, EngineError> {
        let open = self.open.as_mut().ok_or(EngineError::NoWorkspace)?;
        let mut bytes = write_file(open.engine.workspace()).map_err(EngineError::Store)?;
        if let Some(passphrase) = passphrase {
            bytes = seal(&bytes, passphrase, &moment.random).map_err(EngineError::Store)?;
        }
        open.note_export(moment.now);
        Ok(EngineReply::File { name: file_name(&open.engine.workspace().name), bytes })
    }

    async fn rename(&mut self, id: &str, name: String, moment: &Moment) -> Result<EngineReply, EngineError> {
        let action = Action::Rename { name };
        if let Some(open) = self.open.as_mut().filter(|open| open.opened().id == id) {
            if open.is_read_only {
                return Err(EngineError::ReadOnly);
            }
            return open.engine.apply(&action).map(EngineReply::Changed);
        }
        let mut other = OpenWorkspace::load(self.store.as_ref(), id).await.map_err(EngineError::Store)?;
        if let Some(older) = other.opened().older {
            // Saved now, it would pass for the last state the next time.
            return Err(EngineError::Store(older.problem));
        }
        other.engine.apply(&action)?;
        other.save(self.store.as_ref(), Durability::Relaxed, moment.now).await.map_err(EngineError::Store)?;
        Ok(EngineReply::Done)
    }

    async fn delete(&mut self, id: &str, moment: &Moment) -> Result<EngineReply, EngineError> {
        let is_open = self.open.as_ref().is_some_and(|open| open.opened().id == id);
        if is_open {
            // Its last state has to be there when the user wants it back.
            self.save(moment).await.map_err(EngineError::Store)?;
        }
        self.store.mark_deleted(id, Some(moment.now)).await.map_err(EngineError::Store)?;
        if is_open {
            self.open = None;
        }
        Ok(EngineReply::Done)
    }
}

/// The workspace file itself.
fn unsealed(file: Vec<u8>, passphrase: Option<&str>) -> Result<Vec<u8>, StoreProblem> {
    match passphrase {
        _ if !is_sealed(&file) => Ok(file),
        Some(passphrase) => unseal(&file, passphrase),
        None => Err(StoreProblem::NeedsPassphrase),
    }
}

/// Whether a call changes the open workspace.
fn changes_the_open(call: &EngineCall) -> bool {
    matches!(
        call,
        EngineCall::Apply(_) | EngineCall::Undo | EngineCall::Redo | EngineCall::NameVersion { .. } | EngineCall::RestoreVersion { .. }
    )
}

/// The workspace's name as a file name that every system takes.
fn file_name(name: &str) -> String {
    let harmless = |letter: char| if letter.is_control() || "/\\:*?\"<>|".contains(letter) { '_' } else { letter };
    let name: String = name.chars().take(100).map(harmless).collect();
    // A name of dots only, or one that begins or ends with them, is special or hidden.
    let name = name.trim_matches(|letter: char| letter == '.' || letter.is_whitespace());
    format!("{}.{FILE_ENDING}", if name.is_empty() { "workspace" } else { name })
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod attack_tests;
#[cfg(test)]
mod version_tests;
#[cfg(test)]
mod lost_tests;
#[cfg(test)]
mod tab_tests;
#[cfg(test)]
mod model_tests;
