//! A store in memory: for tests, and for browsers that keep nothing (private windows, blocked storage).

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::future::ready;

use super::contract::{Durability, Generation, Pending, SavedWorkspace, Version, VersionNote, WorkspaceStore};
use super::retention::superfluous;
use crate::engine::protocol::{StoreProblem, WorkspaceSummary};

#[derive(Debug, Default)]
pub struct MemoryStore {
    kept: RefCell<BTreeMap<String, Vec<Kept>>>,
}

/// One version.
#[derive(Clone, Debug)]
struct Kept {
    version: Version,
    workspace: SavedWorkspace,
}

impl MemoryStore {
    /// Looks at the versions of a workspace, the newest first.
    fn with<T>(&self, id: &str, look: impl FnOnce(&mut Vec<Kept>) -> Option<T>) -> Pending<'static, T>
    where
        T: 'static,
    {
        let found = self.kept.borrow_mut().get_mut(id).and_then(look).ok_or(StoreProblem::NotFound);
        Box::pin(ready(found))
    }
}

impl WorkspaceStore for MemoryStore {
    fn list(&self) -> Pending<'_, Vec<WorkspaceSummary>> {
        let newest = self.kept.borrow().values().filter_map(|versions| versions.first()).map(|kept| kept.version.summary.clone()).collect();
        Box::pin(ready(Ok(newest)))
    }

    fn load<'a>(&'a self, id: &'a str) -> Pending<'a, (WorkspaceSummary, SavedWorkspace, Generation)> {
        self.with(id, |versions| {
            let Kept { version, workspace } = versions.first()?.clone();
            Some((version.summary, workspace, version.generation))
        })
    }

    fn save<'a>(
        &'a self,
        summary: &'a WorkspaceSummary,
        workspace: &'a SavedWorkspace,
        note: &'a VersionNote,
        seen: Option<Generation>,
        _: Durability,
    ) -> Pending<'a, Generation> {
        let mut kept = self.kept.borrow_mut();
        if kept.get(&summary.id).and_then(|versions| versions.first()).map(|kept| kept.version.generation) != seen {
            return Box::pin(ready(Err(StoreProblem::ChangedElsewhere)));
        }
        let generation = seen.map_or(1, |seen| seen + 1);
        let version = Version { generation, summary: summary.clone(), note: note.clone() };
        let versions = kept.entry(summary.id.clone()).or_default();
        versions.insert(0, Kept { version, workspace: workspace.clone() });
        let all: Vec<Version> = versions.iter().map(|kept| kept.version.clone()).collect();
        let surplus = superfluous(&all, summary.changed_at);
        versions.retain(|kept| !surplus.contains(&kept.version.generation));
        Box::pin(ready(Ok(generation)))
    }

    fn secure<'a>(&'a self, id: &'a str) -> Pending<'a, ()> {
        self.with(id, |_| Some(()))
    }

    fn versions<'a>(&'a self, id: &'a str) -> Pending<'a, Vec<Version>> {
        self.with(id, |versions| Some(versions.iter().map(|kept| kept.version.clone()).collect()))
    }

    fn load_version<'a>(&'a self, id: &'a str, generation: Generation) -> Pending<'a, SavedWorkspace> {
        self.with(id, |versions| versions.iter().find(|kept| kept.version.generation == generation).map(|kept| kept.workspace.clone()))
    }

    fn note_version<'a>(&'a self, id: &'a str, generation: Generation, note: &'a VersionNote) -> Pending<'a, ()> {
        self.with(id, |versions| {
            let found = versions.iter_mut().find(|kept| kept.version.generation == generation)?;
            found.version.note = note.clone();
            Some(())
        })
    }

    fn mark_deleted<'a>(&'a self, id: &'a str, at: Option<f64>) -> Pending<'a, ()> {
        self.with(id, |versions| {
            versions.first_mut()?.version.summary.deleted_at = at;
            Some(())
        })
    }

    fn used<'a>(&'a self, id: &'a str) -> Pending<'a, u64> {
        self.with(id, |versions| {
            let tables: BTreeMap<_, _> = versions.iter().flat_map(|kept| &kept.workspace.tables).collect();
            let documents: usize = versions.iter().map(|kept| kept.workspace.document.len()).sum();
            Some((documents + tables.values().map(|block| block.len()).sum::<usize>()) as u64)
        })
    }

    fn purge(&self, deleted_before: f64) -> Pending<'_, usize> {
        let mut kept = self.kept.borrow_mut();
        let count = kept.len();
        let stays =
            |versions: &Vec<Kept>| versions.first().and_then(|kept| kept.version.summary.deleted_at).is_none_or(|at| at >= deleted_before);
        kept.retain(|_, versions| stays(versions));
        Box::pin(ready(Ok(count - kept.len())))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    use super::*;

    #[test]
    fn keeps_the_contract() {
        let store = MemoryStore::default();
        let mut check = pin!(crate::store::acceptance::check(&store));
        // Memory answers at once: one look is enough.
        assert_eq!(check.as_mut().poll(&mut Context::from_waker(Waker::noop())), Poll::Ready(()));
    }
}
