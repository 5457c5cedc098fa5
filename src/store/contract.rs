//! The contract of a place to keep workspaces. What is kept is opaque here: blocks of bytes under names (see `format`).

use std::collections::{BTreeMap, BTreeSet};
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::TableId;
use crate::engine::protocol::{StoreProblem, WorkspaceSummary};

/// How long a deleted workspace can be restored, in milliseconds: 30 days.
pub const KEPT_AFTER_DELETION: f64 = 30.0 * 24.0 * 3_600_000.0;

/// A workspace as it is kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SavedWorkspace {
    /// A block; see `format`.
    pub document: Vec<u8>,
    /// Blocks by name; exactly those the document refers to.
    pub tables: BTreeMap<TableId, Arc<[u8]>>,
    /// Those of the tables that the place may hold damaged: they are to be written though there is one of the name.
    pub mended: BTreeSet<TableId>,
}

impl SavedWorkspace {
    /// Bytes it takes.
    #[must_use]
    pub fn size(&self) -> u64 {
        let tables: usize = self.tables.values().map(|table| table.len()).sum();
        (self.document.len() + tables) as u64
    }
}

/// Counts the saves of one workspace, so that nobody overwrites what they have not seen.
pub type Generation = u64;

/// A state of a workspace that is still kept, the present one or an earlier one. Stored as JSON: fields that an older build did not
/// have take their defaults.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Version {
    pub generation: Generation,
    /// As lists showed it then; `changed_at` is when it was saved.
    pub summary: WorkspaceSummary,
    pub note: VersionNote,
}

/// What is known of a version besides its content.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct VersionNote {
    /// Code of the last change in it; empty where nothing was changed yet. A text, so that the codes of later builds can be read.
    pub change: String,
    /// Given by the user. A named version is kept until it is unnamed or the workspace removed.
    pub name: String,
    /// It was written by an older build than the next version: kept as the copy from before the migration.
    pub before_migration: bool,
}

impl Version {
    /// Whether it stays whatever its age.
    #[must_use]
    pub fn is_held(&self) -> bool {
        !self.note.name.is_empty() || self.note.before_migration
    }
}

/// When a save counts as done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Durability {
    /// It survives the end of the browser.
    Relaxed,
    /// It is on the disk, and survives the loss of power as well.
    Strict,
}

/// A place's answer, when it comes. Not `Send`: storage lives on one thread.
pub type Pending<'a, T> = Pin<Box<dyn Future<Output = Result<T, StoreProblem>> + 'a>>;

/// A place to keep workspaces. Every change is whole or not at all, and has reached the place when its future completes.
///
/// Each implementation passes the one acceptance suite, [`super::acceptance`].
pub trait WorkspaceStore {
    /// All workspaces, deleted ones too (`deleted_at`), by id; those too of which hardly anything can be read (`damaged`).
    fn list(&self) -> Pending<'_, Vec<WorkspaceSummary>>;

    /// A workspace, deleted or not, with the generation to name at the next save.
    ///
    /// Fails with [`StoreProblem::NotFound`].
    fn load<'a>(&'a self, id: &'a str) -> Pending<'a, (WorkspaceSummary, SavedWorkspace, Generation)>;

    /// Keeps a workspace under `summary.id` and gives its new generation. `seen` is the generation this save follows; `None` where
    /// the workspace is new. What was there becomes an earlier version; versions that [`super::retention`] does not hold any more are
    /// removed, and tables that no version refers to.
    ///
    /// Fails with [`StoreProblem::ChangedElsewhere`] where the place holds another generation than `seen`; nothing is changed then.
    fn save<'a>(
        &'a self,
        summary: &'a WorkspaceSummary,
        workspace: &'a SavedWorkspace,
        note: &'a VersionNote,
        seen: Option<Generation>,
        durability: Durability,
    ) -> Pending<'a, Generation>;

    /// Sees to it that what was saved of a workspace is on the disk; changes nothing.
    ///
    /// Fails with [`StoreProblem::NotFound`].
    fn secure<'a>(&'a self, id: &'a str) -> Pending<'a, ()>;

    /// The versions kept of a workspace, the newest first. The first is the present one.
    ///
    /// Fails with [`StoreProblem::NotFound`].
    fn versions<'a>(&'a self, id: &'a str) -> Pending<'a, Vec<Version>>;

    /// One version as it was saved.
    ///
    /// Fails with [`StoreProblem::NotFound`].
    fn load_version<'a>(&'a self, id: &'a str, generation: Generation) -> Pending<'a, SavedWorkspace>;

    /// Writes another note to a version, onto the disk. The generation of the workspace stays.
    ///
    /// Fails with [`StoreProblem::NotFound`].
    fn note_version<'a>(&'a self, id: &'a str, generation: Generation, note: &'a VersionNote) -> Pending<'a, ()>;

    /// Marks a workspace as deleted at a time, or takes the mark away. The generation stays.
    ///
    /// Fails with [`StoreProblem::NotFound`].
    fn mark_deleted<'a>(&'a self, id: &'a str, at: Option<f64>) -> Pending<'a, ()>;

    /// Bytes that a workspace takes with all its versions; a table that several have counts once.
    ///
    /// Fails with [`StoreProblem::NotFound`].
    fn used<'a>(&'a self, id: &'a str) -> Pending<'a, u64>;

    /// Removes for good what was deleted before a time; gives how many.
    fn purge(&self, deleted_before: f64) -> Pending<'_, usize>;
}
