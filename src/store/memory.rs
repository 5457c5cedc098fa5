//! A store in memory: for tests, and for browsers that keep nothing (private windows, blocked storage).

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::future::ready;

use super::contract::{Generation, Pending, SavedWorkspace, WorkspaceStore};
use crate::engine::protocol::{StoreProblem, WorkspaceSummary};

#[derive(Debug, Default)]
pub struct MemoryStore {
    kept: RefCell<BTreeMap<String, Kept>>,
}

#[derive(Clone, Debug)]
struct Kept {
    summary: WorkspaceSummary,
    workspace: SavedWorkspace,
    generation: Generation,
}

impl WorkspaceStore for MemoryStore {
    fn list(&self) -> Pending<'_, Vec<WorkspaceSummary>> {
        Box::pin(ready(Ok(self.kept.borrow().values().map(|kept| kept.summary.clone()).collect())))
    }

    fn load<'a>(&'a self, id: &'a str) -> Pending<'a, (WorkspaceSummary, SavedWorkspace, Generation)> {
        let kept = self.kept.borrow().get(id).cloned().ok_or(StoreProblem::NotFound);
        Box::pin(ready(kept.map(|kept| (kept.summary, kept.workspace, kept.generation))))
    }

    fn save<'a>(
        &'a self,
        summary: &'a WorkspaceSummary,
        workspace: &'a SavedWorkspace,
        seen: Option<Generation>,
    ) -> Pending<'a, Generation> {
        let mut kept = self.kept.borrow_mut();
        if kept.get(&summary.id).map(|kept| kept.generation) != seen {
            return Box::pin(ready(Err(StoreProblem::ChangedElsewhere)));
        }
        let generation = seen.map_or(1, |seen| seen + 1);
        kept.insert(summary.id.clone(), Kept { summary: summary.clone(), workspace: workspace.clone(), generation });
        Box::pin(ready(Ok(generation)))
    }

    fn mark_deleted<'a>(&'a self, id: &'a str, at: Option<f64>) -> Pending<'a, ()> {
        let mut kept = self.kept.borrow_mut();
        let marked = kept.get_mut(id).map(|kept| kept.summary.deleted_at = at).ok_or(StoreProblem::NotFound);
        Box::pin(ready(marked))
    }

    fn purge(&self, deleted_before: f64) -> Pending<'_, usize> {
        let mut kept = self.kept.borrow_mut();
        let count = kept.len();
        kept.retain(|_, kept| kept.summary.deleted_at.is_none_or(|at| at >= deleted_before));
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
