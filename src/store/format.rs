//! The save format: a history to blocks and back. The document's shape is in `document`, a table's in `table` and `columns`, a
//! block's in `block`; older versions are lifted in `upgrade`.

use super::block;
use super::contract::SavedWorkspace;
use super::document::{self, Found};
use super::shelf::Shelf;
use super::table::TableId;
use crate::engine::protocol::StoreProblem;
use crate::workspace::History;

/// The history as it is kept. Tables met before are taken from the shelf.
pub(super) fn saved(history: &History, shelf: &mut Shelf) -> Result<SavedWorkspace, StoreProblem> {
    let mut used: Vec<TableId> = Vec::new();
    let json = document::written(history, &mut |table| {
        let id = shelf.id_of(table)?;
        used.push(id.clone());
        Ok(id)
    })?;
    used.extend(history.present().data.lost.iter().map(|lost| TableId::from(lost.stored_as.clone())));
    Ok(SavedWorkspace { document: block::sealed(&json)?, tables: shelf.keep(&used), mended: shelf.mended.clone() })
}

/// The history that was kept, as far as it can be read: the present may have lost tables. Its tables go on the shelf.
pub(super) fn loaded(saved: &SavedWorkspace, shelf: &mut Shelf) -> Result<Found, StoreProblem> {
    let json = block::opened(&saved.document)?;
    document::read(&json, &mut |id| {
        // One that is missing is read as an empty block, and refused as such.
        shelf.table(id, &saved.tables.get(id).cloned().unwrap_or_default())
    })
}

/// [`loaded`], with a present that has all its tables.
pub(super) fn loaded_whole(saved: &SavedWorkspace, shelf: &mut Shelf) -> Result<Found, StoreProblem> {
    let found = loaded(saved, shelf)?;
    match found.history.present().data.lost.first() {
        Some(lost) => Err(super::bytes::damaged(format!("table {} cannot be read", lost.stored_as))),
        None => Ok(found),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use std::sync::Arc;

    use super::*;
    use crate::store::samples;
    use crate::workspace::Change;

    fn read_back(saved: &SavedWorkspace) -> History {
        loaded(saved, &mut Shelf::default()).unwrap().history
    }

    #[test]
    fn a_history_comes_back_whole() {
        let history = samples::history();
        assert_eq!((history.past().len(), history.future().len()), (7, 2));
        assert_eq!(read_back(&saved(&history, &mut Shelf::default()).unwrap()), history);
        assert_eq!(read_back(&saved(&History::default(), &mut Shelf::default()).unwrap()), History::default());
    }

    #[test]
    fn a_funnel_comes_back_whole_with_its_undo_steps() {
        let history = samples::funnel_history();
        let mut kept = read_back(&saved(&history, &mut Shelf::default()).unwrap());
        assert_eq!(kept, history);
        assert!(kept.undo().is_some() && kept.undo().is_some() && kept.present().data.level_history.is_none());
    }

    #[test]
    fn a_funnel_plan_comes_back_with_its_undo_step() {
        let mut history = History::default();
        let mut next = history.present().clone();
        next.funnel.scenarios[0].target = Some(0.1 + 0.2);
        history.record(Change::Funnel, next);
        assert_eq!(read_back(&saved(&history, &mut Shelf::default()).unwrap()), history);
    }

    #[test]
    fn undo_and_redo_go_on_after_loading() {
        let mut history = samples::history();
        let mut kept = read_back(&saved(&history, &mut Shelf::default()).unwrap());
        while let Some(change) = history.undo() {
            assert_eq!(kept.undo(), Some(change));
            assert_eq!(kept.present(), history.present());
        }
        while let Some(change) = history.redo() {
            assert_eq!(kept.redo(), Some(change));
            assert_eq!(kept.present(), history.present());
        }
        assert_eq!((kept.undo(), kept.redo()), (history.undo(), history.redo()));
    }

    #[test]
    fn a_table_is_written_once_and_shared_again() {
        let mut shelf = Shelf::default();
        let history = samples::history();
        let first = saved(&history, &mut shelf).unwrap();
        assert_eq!(first.tables.len(), 3, "two purchase tables and a customer list in ten states");
        let second = saved(&history, &mut shelf).unwrap();
        assert!(first.tables.values().zip(second.tables.values()).all(|(first, second)| Arc::ptr_eq(first, second)));
        let kept = read_back(&first);
        let table = |workspace: &crate::workspace::Workspace| workspace.data.purchases.clone().unwrap();
        assert!(Arc::ptr_eq(&table(&kept.past()[0].workspace), &table(&kept.past()[5].workspace)));
    }

    #[test]
    fn tables_that_no_state_has_any_more_are_dropped() {
        let mut shelf = Shelf::default();
        assert_eq!(saved(&samples::history(), &mut shelf).unwrap().tables.len(), 3);
        assert_eq!(saved(&History::new(samples::imported(9)), &mut shelf).unwrap().tables.len(), 1);
    }

    #[test]
    fn undo_ends_where_a_table_is_lost_and_the_present_stays() {
        let history = samples::history();
        let mut kept = saved(&history, &mut Shelf::default()).unwrap();
        let old = history.past()[0].workspace.data.purchases.clone().unwrap();
        let (old, _) = super::super::table::SharedTable::Purchases(old).written();
        kept.tables.remove(&old);
        let found = read_back(&kept);
        assert_eq!(found.present(), history.present());
        assert_eq!(found.past().len(), 1, "only the step after the replacement");
        assert_eq!(found.future(), history.future());
        kept.tables.clear();
        assert!(matches!(loaded_whole(&kept, &mut Shelf::default()), Err(StoreProblem::Damaged { .. })));
    }

    #[test]
    fn the_newest_hundred_steps_are_kept() {
        let mut history = History::new(samples::imported(3));
        for step in 0..150 {
            let mut next = history.present().clone();
            next.name = step.to_string();
            history.record(Change::Rename, next);
        }
        let kept = read_back(&saved(&history, &mut Shelf::default()).unwrap());
        assert_eq!(kept.past(), &history.past()[50..]);
        assert_eq!(kept.present(), history.present());
    }
}
