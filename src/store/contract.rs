//! The contract of a place to keep workspaces. What is kept is opaque here: blocks of bytes under names (see `format`).

use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

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

/// A place's answer, when it comes. Not `Send`: storage lives on one thread.
pub type Pending<'a, T> = Pin<Box<dyn Future<Output = Result<T, StoreProblem>> + 'a>>;

/// A place to keep workspaces. Every change is whole or not at all, and has reached the place when its future completes.
///
/// Each implementation passes the one acceptance suite, [`super::acceptance`].
pub trait WorkspaceStore {
    /// All workspaces, deleted ones too (`deleted_at`), by id.
    fn list(&self) -> Pending<'_, Vec<WorkspaceSummary>>;

    /// A workspace, deleted or not, with the generation to name at the next save.
    ///
    /// Fails with [`StoreProblem::NotFound`].
    fn load<'a>(&'a self, id: &'a str) -> Pending<'a, (WorkspaceSummary, SavedWorkspace, Generation)>;

    /// Keeps a workspace under `summary.id` and gives its new generation. `seen` is the generation this save follows; `None` where
    /// the workspace is new. Tables that the saved workspace does not have any more are removed.
    ///
    /// Fails with [`StoreProblem::ChangedElsewhere`] where the place holds another generation than `seen`; nothing is changed then.
    fn save<'a>(
        &'a self,
        summary: &'a WorkspaceSummary,
        workspace: &'a SavedWorkspace,
        seen: Option<Generation>,
    ) -> Pending<'a, Generation>;

    /// Marks a workspace as deleted at a time, or takes the mark away. The generation stays.
    ///
    /// Fails with [`StoreProblem::NotFound`].
    fn mark_deleted<'a>(&'a self, id: &'a str, at: Option<f64>) -> Pending<'a, ()>;

    /// Removes for good what was deleted before a time; gives how many.
    fn purge(&self, deleted_before: f64) -> Pending<'_, usize>;
}
