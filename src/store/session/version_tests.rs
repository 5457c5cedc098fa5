//! Versions: whatever becomes of the newest state, an earlier one is there, is said to be earlier, and can be had back.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use super::tests::{User, now};
use crate::engine::protocol::*;
use crate::store::*;
use crate::workspace::{Change, WorkspacePart};

/// What is left of a block that was damaged; nothing where it is gone.
pub(super) type Blow = fn(&[u8]) -> Option<Vec<u8>>;

/// A memory store whose documents from one generation on come back with a byte flipped, and whose tables as the blows have left them.
#[derive(Default)]
pub(super) struct Damaging {
    memory: MemoryStore,
    pub(super) from: Cell<Option<Generation>>,
    pub(super) tables: RefCell<BTreeMap<TableId, Blow>>,
    /// Tables that were there and were written again.
    pub(super) mended: RefCell<Vec<TableId>>,
}

impl Damaging {
    fn spoil(&self, generation: Generation, mut kept: SavedWorkspace) -> SavedWorkspace {
        if self.from.get().is_some_and(|from| generation >= from) {
            let middle = kept.document.len() / 2;
            kept.document[middle] ^= 0x55;
        }
        for (table, blow) in self.tables.borrow().iter() {
            if let Some(left) = kept.tables.remove(table).and_then(|block| blow(&block)) {
                kept.tables.insert(table.clone(), left.into());
            }
        }
        kept
    }
}

impl WorkspaceStore for Damaging {
    fn list(&self) -> Pending<'_, Vec<WorkspaceSummary>> {
        self.memory.list()
    }
    fn load<'a>(&'a self, id: &'a str) -> Pending<'a, (WorkspaceSummary, SavedWorkspace, Generation)> {
        Box::pin(async move {
            let (summary, kept, generation) = self.memory.load(id).await?;
            Ok((summary, self.spoil(generation, kept), generation))
        })
    }
    fn save<'a>(
        &'a self,
        summary: &'a WorkspaceSummary,
        kept: &'a SavedWorkspace,
        note: &'a VersionNote,
        seen: Option<Generation>,
        durability: Durability,
    ) -> Pending<'a, Generation> {
        Box::pin(async move {
            let mut kept = kept.clone();
            if let Ok((_, before, _)) = self.memory.load(&summary.id).await {
                // A table that is there is not written again, unless it is said to be mended.
                for (id, block) in &mut kept.tables {
                    match before.tables.get(id) {
                        Some(_) if kept.mended.contains(id) => self.mended.borrow_mut().push(id.clone()),
                        Some(there) => *block = there.clone(),
                        None => {}
                    }
                }
            }
            self.memory.save(summary, &kept, note, seen, durability).await
        })
    }
    fn secure<'a>(&'a self, id: &'a str) -> Pending<'a, ()> {
        self.memory.secure(id)
    }
    fn used<'a>(&'a self, id: &'a str) -> Pending<'a, u64> {
        self.memory.used(id)
    }
    fn versions<'a>(&'a self, id: &'a str) -> Pending<'a, Vec<Version>> {
        self.memory.versions(id)
    }
    fn load_version<'a>(&'a self, id: &'a str, generation: Generation) -> Pending<'a, SavedWorkspace> {
        Box::pin(async move { Ok(self.spoil(generation, self.memory.load_version(id, generation).await?)) })
    }
    fn note_version<'a>(&'a self, id: &'a str, generation: Generation, note: &'a VersionNote) -> Pending<'a, ()> {
        self.memory.note_version(id, generation, note)
    }
    fn mark_deleted<'a>(&'a self, id: &'a str, at: Option<f64>) -> Pending<'a, ()> {
        self.memory.mark_deleted(id, at)
    }
    fn purge(&self, deleted_before: f64) -> Pending<'_, usize> {
        self.memory.purge(deleted_before)
    }
}

pub(super) fn versions(user: &mut User) -> Vec<VersionRow> {
    match user.call(EngineCall::Versions) {
        Ok(EngineReply::Versions(rows)) => rows,
        other => panic!("{other:?}"),
    }
}

fn name(user: &mut User, generation: Option<u64>, name: &str) {
    assert_eq!(user.call(EngineCall::NameVersion { generation, name: name.to_owned() }), Ok(EngineReply::Done));
}

/// A workspace named "one", then "two", then "three", each saved.
fn three_states(user: &mut User) -> OpenedWorkspace {
    let opened = user.new_workspace("one");
    user.save();
    for name in ["two", "three"] {
        user.rename(name);
        user.save();
    }
    opened
}

#[test]
fn every_save_is_a_version_with_what_was_changed() {
    let mut user = User::new("u", &Rc::new(MemoryStore::default()));
    assert_eq!(user.call(EngineCall::Versions), Err(EngineError::NoWorkspace));
    three_states(&mut user);
    user.call(EngineCall::Undo).unwrap();
    user.save();
    let changes: Vec<_> = versions(&mut user).iter().map(|row| (row.generation, row.change)).collect();
    assert_eq!(changes, [(4, Some(Change::Rename)), (3, Some(Change::Rename)), (2, Some(Change::Rename)), (1, None)]);
}

#[test]
fn a_version_is_restored_as_a_change_that_can_be_undone() {
    let mut user = User::new("u", &Rc::new(MemoryStore::default()));
    let opened = three_states(&mut user);
    assert!(matches!(user.call(EngineCall::RestoreVersion { generation: 1 }), Ok(EngineReply::Changed(_))));
    assert_eq!(user.open_name().as_deref(), Some("one"));
    user.call(EngineCall::Undo).unwrap();
    assert_eq!(user.open_name().as_deref(), Some("three"));
    user.call(EngineCall::Redo).unwrap();
    user.save();
    user.new_workspace("other");
    user.reopen(&opened.id);
    assert_eq!(user.open_name().as_deref(), Some("one"));
    assert_eq!(versions(&mut user)[0].change, Some(Change::RestoreVersion));
    assert_eq!(user.call(EngineCall::RestoreVersion { generation: 77 }), Err(EngineError::Store(StoreProblem::NotFound)));
}

#[test]
fn a_version_shows_in_what_it_differs() {
    let mut user = User::new("u", &Rc::new(MemoryStore::default()));
    user.new_workspace("one");
    user.save();
    user.import(ImportTarget::Append, 20).unwrap();
    user.save();
    let Ok(EngineReply::Differences(found)) = user.call(EngineCall::CompareVersion { generation: 1 }) else { panic!("no answer") };
    let data = found.iter().find(|difference| difference.part == WorkspacePart::Data).unwrap();
    assert_eq!(data.counts, Some((0, 20)));
    let same = user.call(EngineCall::CompareVersion { generation: 2 });
    assert_eq!(same, Ok(EngineReply::Differences(Vec::new())));
}

#[test]
fn a_named_version_outlives_a_thousand_saves() {
    let mut user = User::new("u", &Rc::new(MemoryStore::default()));
    three_states(&mut user);
    name(&mut user, None, "  Before the workshop ");
    name(&mut user, Some(1), "the beginning");
    for step in 0..1000 {
        user.rename(&format!("step {step}"));
        user.save();
    }
    let rows = versions(&mut user);
    let named: Vec<_> = rows.iter().filter(|row| !row.name.is_empty()).map(|row| (row.generation, row.name.as_str())).collect();
    assert_eq!(named, [(3, "Before the workshop"), (1, "the beginning")]);
    assert!(rows.len() < 30, "the others are thinned out: {}", rows.len());
    name(&mut user, Some(3), "");
    user.rename("once more");
    user.save();
    assert!(!versions(&mut user).iter().any(|row| row.generation == 3), "an unnamed one goes like any other");
}

#[test]
fn naming_the_present_saves_it_first() {
    let mut user = User::new("u", &Rc::new(MemoryStore::default()));
    user.new_workspace("one");
    user.rename("two");
    name(&mut user, None, "now");
    let rows = versions(&mut user);
    assert_eq!((rows.len(), rows[0].name.as_str(), rows[0].change), (1, "now", Some(Change::Rename)));
}

#[test]
fn where_the_newest_state_is_damaged_the_one_before_opens_and_says_so() {
    let store = Rc::new(Damaging::default());
    let mut user = User::new("u", &store);
    let opened = three_states(&mut user);
    user.new_workspace("other");
    user.save();
    store.from.set(Some(3));
    let found = user.reopen(&opened.id);
    assert_eq!(user.open_name().as_deref(), Some("two"));
    let older = found.older.unwrap();
    assert!(older.saved_at < older.lost_at);
    assert!(matches!(older.problem, StoreProblem::Checksum | StoreProblem::Damaged { .. }));
    // The work goes on behind the damaged state, which is not overwritten.
    user.rename("two, and on");
    store.from.set(None);
    assert!(matches!(user.save()[..], [EngineMessage::Saved { generation: 4, .. }]));
    let generations: Vec<u64> = versions(&mut user).iter().map(|row| row.generation).collect();
    assert_eq!(generations, [4, 3, 2, 1]);
    assert!(matches!(user.call(EngineCall::RestoreVersion { generation: 3 }), Ok(EngineReply::Changed(_))));
    assert_eq!(user.open_name().as_deref(), Some("three"), "once it can be read again");
}

#[test]
fn where_nothing_can_be_read_the_bytes_can_still_be_had() {
    let store = Rc::new(Damaging::default());
    let mut user = User::new("u", &store);
    let opened = three_states(&mut user);
    user.new_workspace("other");
    store.from.set(Some(1));
    let refused = user.call(EngineCall::OpenWorkspace { id: opened.id.clone() });
    assert!(matches!(refused, Err(EngineError::Store(StoreProblem::Checksum | StoreProblem::Damaged { .. }))), "{refused:?}");
    assert_eq!(user.open_name().as_deref(), Some("other"), "what is open stays open");
    let Ok(EngineReply::File { name, bytes }) = user.call(EngineCall::RawExport { id: opened.id.clone() }) else { panic!("no file") };
    assert_eq!(name, "three.fourfold");
    assert!(bytes.starts_with(b"FOURFOLD"));
    store.from.set(None);
    let (_, kept, _) = now(store.load(&opened.id)).unwrap();
    assert!(!kept.document.is_empty(), "and nothing was changed by trying");
}

#[test]
fn an_anonymised_copy_leaves_undo_steps_and_versions_behind() {
    let store = Rc::new(MemoryStore::default());
    let mut user = User::new("u", &store);
    let opened = user.new_workspace("Secret Harbour");
    user.import(ImportTarget::Append, 40).unwrap();
    user.rename("Secret Pier");
    user.save();
    let words = crate::workspace::AnonymousWords { workspace: "Copy".to_owned(), ..Default::default() };
    let copied = |user: &mut User, to| {
        let words = Box::new(words.clone());
        user.call(EngineCall::AnonymisedCopy { id: opened.id.clone(), words, to })
    };
    let Ok(EngineReply::File { name, bytes }) = copied(&mut user, CopyTo::File) else { panic!("no file") };
    let from_file = read_file(&bytes).unwrap();
    assert_eq!((name.as_str(), from_file.name.as_str(), from_file.data.rows()), ("Copy.fourfold", "Copy", 40));
    assert_eq!(copied(&mut user, CopyTo::Workspace), Ok(EngineReply::Done));
    let copy = now(store.list()).unwrap().into_iter().find(|summary| summary.name == "Copy").unwrap();
    assert_eq!(now(store.versions(&copy.id)).unwrap().len(), 1);
    // The original is open as before, and its copy does not count as its file.
    assert_eq!(user.open_name().as_deref(), Some("Secret Pier"));
    user.reopen(&copy.id);
    assert_eq!(user.call(EngineCall::Undo), Err(EngineError::NothingToUndo));
    assert_eq!(now(store.list()).unwrap().into_iter().find(|summary| summary.id == opened.id).unwrap().exported_at, None);
}

#[test]
fn what_is_in_no_file_yet_is_counted_over_restarts() {
    let store = Rc::new(MemoryStore::default());
    let listed = |id: &str| {
        let found = now(store.list()).unwrap().into_iter().find(|summary| summary.id == id).unwrap();
        (found.changes_since_file, found.unfiled_since.is_some(), found.exported_at.is_some())
    };
    let mut user = User::new("a", &store);
    let opened = user.new_workspace("Harbour");
    user.rename("One");
    user.save();
    user.rename("Two");
    user.call(EngineCall::Undo).unwrap();
    user.save();
    assert_eq!(listed(&opened.id), (3, true, false), "undoing changes it too");
    let since = now(store.list()).unwrap()[0].unfiled_since;
    // Another start goes on counting, from the same day.
    let mut user = User::new("b", &store);
    user.reopen(&opened.id);
    user.rename("Three");
    user.save();
    assert_eq!(listed(&opened.id), (4, true, false));
    assert_eq!(now(store.list()).unwrap()[0].unfiled_since, since);
    user.call(EngineCall::SaveAsFile { passphrase: None }).unwrap();
    user.save();
    assert_eq!(listed(&opened.id), (0, false, true));
    user.rename("Four");
    user.save();
    assert_eq!(listed(&opened.id), (1, true, true));
}
