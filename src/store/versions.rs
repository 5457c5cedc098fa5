//! What can be done with the versions of the open workspace: list, name, compare, restore; and the way out for what cannot be read.

use super::contract::{Generation, Version, VersionNote, WorkspaceStore};
use super::open_workspace::OpenWorkspace;
use super::workspace_file::write_saved;
use crate::engine::Revision;
use crate::engine::protocol::{PartDifference, StoreProblem, VersionRow};
use crate::workspace::{Change, differences_between};

/// The newest first.
pub(super) async fn list(store: &dyn WorkspaceStore, open: &OpenWorkspace) -> Result<Vec<VersionRow>, StoreProblem> {
    // What was never saved has no versions yet.
    let versions = if open.generation().is_some() { store.versions(open.id()).await? } else { Vec::new() };
    Ok(versions.into_iter().map(row).collect())
}

fn row(version: Version) -> VersionRow {
    let Version { generation, summary, note } = version;
    VersionRow {
        generation,
        saved_at: summary.changed_at,
        change: known_change(&note.change),
        name: note.name,
        before_migration: note.before_migration,
        customers: summary.customers,
        rows: summary.rows,
        class_shares: summary.class_shares,
    }
}

/// `None` also for a code that a later build has written.
fn known_change(code: &str) -> Option<Change> {
    serde_json::from_value(code.into()).ok()
}

/// `generation` as in [`crate::engine::protocol::EngineCall::NameVersion`], the open workspace being saved.
pub(super) async fn name(
    store: &dyn WorkspaceStore,
    open: &OpenWorkspace,
    generation: Option<Generation>,
    name: String,
) -> Result<(), StoreProblem> {
    let generation = generation.or(open.generation()).ok_or(StoreProblem::NotFound)?;
    let versions = store.versions(open.id()).await?;
    let version = versions.into_iter().find(|version| version.generation == generation).ok_or(StoreProblem::NotFound)?;
    let note = VersionNote { name: name.trim().to_owned(), ..version.note };
    store.note_version(open.id(), generation, &note).await
}

pub(super) async fn compare(
    store: &dyn WorkspaceStore,
    open: &mut OpenWorkspace,
    generation: Generation,
) -> Result<Vec<PartDifference>, StoreProblem> {
    let kept = store.load_version(open.id(), generation).await?;
    let other = open.state_of(&kept)?;
    Ok(differences_between(&other, open.engine.workspace()))
}

pub(super) async fn restore(
    store: &dyn WorkspaceStore,
    open: &mut OpenWorkspace,
    generation: Generation,
) -> Result<Revision, StoreProblem> {
    let kept = store.load_version(open.id(), generation).await?;
    let state = open.state_of(&kept)?;
    Ok(open.engine.restore(state))
}

/// What is stored of a workspace as a workspace file, unread; its name. Where the present version is not there, the newest that is.
pub(super) async fn raw(store: &dyn WorkspaceStore, id: &str) -> Result<(String, Vec<u8>), StoreProblem> {
    let problem = match store.load(id).await {
        Ok((summary, kept, _)) => return Ok((summary.name, write_saved(&kept)?)),
        Err(problem) => problem,
    };
    for version in store.versions(id).await? {
        if let Ok(kept) = store.load_version(id, version.generation).await {
            return Ok((version.summary.name, write_saved(&kept)?));
        }
    }
    Err(problem)
}
