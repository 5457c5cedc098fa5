//! What a user relies on: nothing is lost, whatever is opened, deleted, forked or refused.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use std::cell::{Cell, RefCell};
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use super::*;
use crate::classify::Side;
use crate::engine::handover::ArrivingTables;
use crate::engine::protocol::*;
use crate::engine::{Query, WorkspaceView};
use crate::import::{ImportError, Imported};
use crate::store::*;
use crate::tables::ImportRecord;
use crate::workspace::Action;

/// Runs a future that waits for nothing outside: memory answers at once.
pub(super) fn now<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("a memory store does not wait"),
    }
}

/// A session over `store`, with a clock and ids that count.
pub(super) struct User {
    pub(super) session: Session,
    pub(super) time: f64,
    name: &'static str,
}

impl User {
    pub(super) fn new(name: &'static str, store: &Rc<impl WorkspaceStore + 'static>) -> Self {
        let store = Rc::clone(store);
        Self { session: Session::new(store), time: 1000.0, name }
    }

    pub(super) fn moment(&mut self) -> Moment {
        self.time += 1.0;
        Moment { now: self.time, new_id: format!("{}{}", self.name, self.time), random: [self.time as u8; RANDOM] }
    }

    pub(super) fn call(&mut self, call: EngineCall) -> Result<EngineReply, EngineError> {
        let moment = self.moment();
        now(self.session.handle(call, &moment))
    }

    pub(super) fn open(&mut self, call: EngineCall) -> OpenedWorkspace {
        match self.call(call) {
            Ok(EngineReply::Opened(opened)) => opened,
            other => panic!("{other:?}"),
        }
    }

    pub(super) fn new_workspace(&mut self, name: &str) -> OpenedWorkspace {
        self.open(EngineCall::NewWorkspace { name: name.to_owned() })
    }

    pub(super) fn reopen(&mut self, id: &str) -> OpenedWorkspace {
        self.open(EngineCall::OpenWorkspace { id: id.to_owned() })
    }

    pub(super) fn rename(&mut self, name: &str) {
        let renamed = self.call(EngineCall::Apply(Action::Rename { name: name.to_owned() }));
        assert!(matches!(renamed, Ok(EngineReply::Changed(_))));
    }

    /// What the worker does between calls.
    pub(super) fn save(&mut self) -> Vec<EngineMessage> {
        let moment = self.moment();
        if self.session.wants_save() {
            // The event says how it went.
            let _ = now(self.session.save(&moment));
        }
        self.session.take_events()
    }

    pub(super) fn open_name(&mut self) -> Option<String> {
        match self.call(EngineCall::Query(Query::Workspace)) {
            Ok(EngineReply::View(view)) => Some(view.open::<WorkspaceView>().unwrap().name),
            _ => None,
        }
    }

    fn list(&mut self) -> Vec<WorkspaceSummary> {
        match self.call(EngineCall::ListWorkspaces) {
            Ok(EngineReply::Workspaces(list)) => list,
            other => panic!("{other:?}"),
        }
    }

    fn names(&mut self) -> Vec<String> {
        self.list().into_iter().map(|summary| summary.name).collect()
    }

    pub(super) fn import(&mut self, target: ImportTarget, rows: u32) -> Result<EngineReply, EngineError> {
        let record = ImportRecord { rows_read: rows.into(), rows_used: rows.into(), ..samples::imported(rows).data.imports[0].clone() };
        let imported = Imported { purchases: Some(samples::purchases(rows)), record, ..Imported::default() };
        self.import_bytes(target, postcard::to_stdvec(&imported).unwrap())
    }

    fn import_bytes(&mut self, target: ImportTarget, bytes: Vec<u8>) -> Result<EngineReply, EngineError> {
        let moment = self.moment();
        let mut tables = ArrivingTables::default();
        tables.take_part(&bytes);
        now(self.session.import(ArrivedImport { tables, target, name: "imported".to_owned(), keep_duplicates: false }, &moment))
    }
}

/// A memory store that refuses saves as long as it is told to, and notes what it is asked for.
#[derive(Default)]
struct Refusing {
    memory: MemoryStore,
    problem: RefCell<Option<StoreProblem>>,
    /// How firmly each save was wanted, and how often what was saved was to be put on the disk.
    asked: RefCell<Vec<Durability>>,
    secured: Cell<u32>,
}

impl WorkspaceStore for Refusing {
    fn list(&self) -> Pending<'_, Vec<WorkspaceSummary>> {
        self.memory.list()
    }
    fn load<'a>(&'a self, id: &'a str) -> Pending<'a, (WorkspaceSummary, SavedWorkspace, Generation)> {
        self.memory.load(id)
    }
    fn save<'a>(
        &'a self,
        summary: &'a WorkspaceSummary,
        kept: &'a SavedWorkspace,
        note: &'a VersionNote,
        seen: Option<Generation>,
        durability: Durability,
    ) -> Pending<'a, Generation> {
        match self.problem.borrow().clone() {
            Some(problem) => Box::pin(std::future::ready(Err(problem))),
            None => {
                self.asked.borrow_mut().push(durability);
                self.memory.save(summary, kept, note, seen, durability)
            }
        }
    }
    fn used<'a>(&'a self, id: &'a str) -> Pending<'a, u64> {
        self.memory.used(id)
    }
    fn secure<'a>(&'a self, id: &'a str) -> Pending<'a, ()> {
        self.secured.set(self.secured.get() + 1);
        self.memory.secure(id)
    }
    fn versions<'a>(&'a self, id: &'a str) -> Pending<'a, Vec<Version>> {
        self.memory.versions(id)
    }
    fn load_version<'a>(&'a self, id: &'a str, generation: Generation) -> Pending<'a, SavedWorkspace> {
        self.memory.load_version(id, generation)
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

#[test]
fn nothing_open_is_said() {
    let mut user = User::new("u", &Rc::new(MemoryStore::default()));
    for call in [
        EngineCall::Undo,
        EngineCall::Redo,
        EngineCall::SaveAsFile { passphrase: None },
        EngineCall::Query(Query::Curve { side: Side::Existing }),
    ] {
        assert_eq!(user.call(call), Err(EngineError::NoWorkspace));
    }
    assert_eq!(user.call(EngineCall::Flush), Ok(EngineReply::Done));
    assert_eq!((user.list(), user.save()), (vec![], vec![]));
    assert_eq!(user.call(EngineCall::OpenWorkspace { id: "?".to_owned() }), Err(EngineError::Store(StoreProblem::NotFound)));
}

#[test]
fn work_and_its_undo_steps_survive_a_restart() {
    let store = Rc::new(MemoryStore::default());
    let mut user = User::new("u", &store);
    let opened = user.new_workspace("first");
    user.rename("second");
    user.rename("third");
    user.call(EngineCall::Undo).unwrap();
    assert!(matches!(user.save()[..], [EngineMessage::Saved { revision: 4, .. }]));
    assert_eq!(user.save(), [], "saved once");
    let mut user = User::new("later", &store);
    assert_eq!(user.reopen(&opened.id).name, "second");
    assert!(!user.session.wants_save());
    user.call(EngineCall::Redo).unwrap();
    assert_eq!(user.open_name().as_deref(), Some("third"));
    user.call(EngineCall::Undo).unwrap();
    user.call(EngineCall::Undo).unwrap();
    assert_eq!(user.open_name().as_deref(), Some("first"));
    assert_eq!(user.call(EngineCall::Undo), Err(EngineError::NothingToUndo));
}

#[test]
fn leaving_saves_first() {
    let mut user = User::new("u", &Rc::new(MemoryStore::default()));
    let first = user.new_workspace("one");
    user.rename("one changed");
    user.new_workspace("two");
    user.reopen(&first.id);
    assert_eq!(user.open_name().as_deref(), Some("one changed"));
    assert_eq!(user.names(), ["one changed", "two"]);
    user.rename("not yet saved");
    assert_eq!(user.names(), ["not yet saved", "two"], "the list shows the open one as it is");
}

#[test]
fn a_refused_save_keeps_the_work_and_is_tried_again() {
    let store = Rc::new(Refusing::default());
    let mut user = User::new("u", &store);
    user.new_workspace("kept");
    *store.problem.borrow_mut() = Some(StoreProblem::Full);
    assert_eq!(user.save(), [EngineMessage::SaveFailed { error: StoreProblem::Full }]);
    assert_eq!(user.save(), [], "not again and again");
    assert!(user.session.wants_retry(), "unless told to");
    user.rename("kept still");
    assert_eq!(user.save(), [EngineMessage::SaveFailed { error: StoreProblem::Full }], "with the next change");
    assert_eq!(user.call(EngineCall::Flush), Err(EngineError::Store(StoreProblem::Full)));
    for call in [
        EngineCall::NewWorkspace { name: "other".to_owned() },
        EngineCall::OpenFile { bytes: write_file(&Default::default()).unwrap(), passphrase: None },
    ] {
        assert_eq!(user.call(call), Err(EngineError::Store(StoreProblem::Full)), "it is not left");
    }
    assert_eq!(user.open_name().as_deref(), Some("kept still"));
    user.session.take_events();
    *store.problem.borrow_mut() = None;
    assert_eq!(user.call(EngineCall::Flush), Ok(EngineReply::Done));
    assert!(matches!(user.session.take_events()[..], [EngineMessage::Saved { .. }]));
    assert_eq!(user.names(), ["kept still"]);
}

#[test]
fn the_last_flush_is_on_the_disk() {
    use Durability::{Relaxed, Strict};
    let store = Rc::new(Refusing::default());
    let mut user = User::new("u", &store);
    user.new_workspace("kept");
    user.save();
    user.rename("renamed");
    user.call(EngineCall::Flush).unwrap();
    assert_eq!((&store.asked.borrow()[..], store.secured.get()), (&[Relaxed, Strict][..], 0));
    user.call(EngineCall::Flush).unwrap();
    assert_eq!(store.secured.get(), 0, "it is there already");
    user.rename("renamed again");
    user.save();
    user.call(EngineCall::Flush).unwrap();
    user.call(EngineCall::Flush).unwrap();
    assert_eq!((&store.asked.borrow()[2..], store.secured.get()), (&[Relaxed][..], 1), "what was saved before is put on the disk, once");
}

#[test]
fn what_is_in_a_file_may_be_left() {
    let store = Rc::new(Refusing::default());
    let mut user = User::new("u", &store);
    user.new_workspace("a/b");
    *store.problem.borrow_mut() = Some(StoreProblem::Full);
    let Ok(EngineReply::File { name, bytes }) = user.call(EngineCall::SaveAsFile { passphrase: None }) else { panic!("no file") };
    assert_eq!(name, "a_b.fourfold");
    user.new_workspace("other");
    user.open(EngineCall::OpenFile { bytes, passphrase: None });
    assert_eq!(user.open_name().as_deref(), Some("a/b"));
}

#[test]
fn two_tabs_never_overwrite_each_other() {
    let store = Rc::new(MemoryStore::default());
    let (mut left, mut right) = (User::new("left", &store), User::new("right", &store));
    let opened = left.new_workspace("Harbour");
    left.save();
    right.reopen(&opened.id);
    left.rename("left's");
    left.save();
    right.rename("right's");
    let events = right.save();
    let [EngineMessage::Forked { opened: fork }, EngineMessage::Saved { revision, .. }] = &events[..] else { panic!("{events:?}") };
    assert_eq!((fork.name.as_str(), fork.revision), ("right's (2)", *revision));
    assert_ne!(fork.id, opened.id);
    assert_eq!(left.names(), ["left's", "right's (2)"]);
    left.rename("left's still");
    assert!(matches!(left.save()[..], [EngineMessage::Saved { .. }]), "the first goes on");
    // A conflict found while leaving: the fork and the new workspace are two.
    right.reopen(&opened.id);
    left.rename("left's again");
    left.save();
    right.rename("right's again");
    right.new_workspace("new");
    right.save();
    assert_eq!(right.list().len(), 4);
}

#[test]
fn a_deleted_workspace_can_be_had_back() {
    let mut user = User::new("u", &Rc::new(MemoryStore::default()));
    let opened = user.new_workspace("gone");
    user.rename("gone, last state");
    let id = opened.id;
    assert_eq!(user.call(EngineCall::DeleteWorkspace { id: id.clone() }), Ok(EngineReply::Done));
    assert_eq!(user.open_name(), None);
    let not_found = Err(EngineError::Store(StoreProblem::NotFound));
    assert_eq!(user.call(EngineCall::OpenWorkspace { id: id.clone() }), not_found);
    assert!(user.list()[0].deleted_at.is_some());
    now(user.session.tidy(user.time + KEPT_AFTER_DELETION - 10.0)).unwrap();
    assert_eq!(user.call(EngineCall::RestoreWorkspace { id: id.clone() }), Ok(EngineReply::Done));
    user.reopen(&id);
    assert_eq!(user.open_name().as_deref(), Some("gone, last state"));
    user.call(EngineCall::DeleteWorkspace { id: id.clone() }).unwrap();
    now(user.session.tidy(user.time + KEPT_AFTER_DELETION + 10.0)).unwrap();
    assert_eq!(user.call(EngineCall::RestoreWorkspace { id }), not_found);
}

#[test]
fn others_are_renamed_and_duplicated_without_opening() {
    let mut user = User::new("u", &Rc::new(MemoryStore::default()));
    let first = user.new_workspace("one");
    user.rename("one, unsaved");
    user.call(EngineCall::DuplicateWorkspace { id: first.id.clone(), name: "copy".to_owned() }).unwrap();
    user.new_workspace("open");
    user.call(EngineCall::RenameWorkspace { id: first.id.clone(), name: "renamed".to_owned() }).unwrap();
    user.save();
    assert_eq!(user.names(), ["renamed", "copy", "open"]);
    assert_eq!(user.open_name().as_deref(), Some("open"));
    user.reopen(&first.id);
    user.call(EngineCall::Undo).unwrap();
    assert_eq!(user.open_name().as_deref(), Some("one, unsaved"), "a rename from the list is undone like any other");
}

#[test]
fn a_file_comes_in_as_a_workspace_of_its_own() {
    let mut user = User::new("u", &Rc::new(MemoryStore::default()));
    user.import(ImportTarget::New, 20).unwrap();
    let Ok(EngineReply::File { name, bytes }) = user.call(EngineCall::SaveAsFile { passphrase: None }) else { panic!("no file") };
    assert_eq!(name, "imported.fourfold");
    assert!(matches!(user.save()[..], [EngineMessage::Saved { .. }]));
    assert!(user.list()[0].exported_at.is_some());
    user.open(EngineCall::OpenFile { bytes, passphrase: None });
    user.save();
    assert_eq!(user.names(), ["imported", "imported"]);
    let rows: Vec<u64> = user.list().iter().map(|summary| summary.rows).collect();
    assert_eq!(rows, [20, 20]);
    let damaged = user.call(EngineCall::OpenFile { bytes: b"FOURFOLD".to_vec(), passphrase: None });
    assert!(matches!(damaged, Err(EngineError::Store(StoreProblem::Damaged { .. }))));
    assert_eq!(user.open_name().as_deref(), Some("imported"), "what is open stays open");
}

#[test]
fn imports_open_append_or_leave_everything_as_it_was() {
    let mut user = User::new("u", &Rc::new(MemoryStore::default()));
    assert_eq!(user.import(ImportTarget::Append, 3), Err(EngineError::NoWorkspace));
    let Ok(EngineReply::Imported(summary)) = user.import(ImportTarget::New, 20) else { panic!("refused") };
    let opened = summary.opened.unwrap();
    user.save();
    assert_eq!(user.list()[0].rows, 20);
    assert!(matches!(user.import_bytes(ImportTarget::New, vec![1, 2, 3]), Err(EngineError::Import(ImportError::Damaged { .. }))));
    let Ok(EngineReply::Imported(nothing)) = user.import(ImportTarget::New, 0) else { panic!("refused") };
    assert_eq!(nothing.opened, None, "no empty workspace takes the place of the open one");
    let Ok(EngineReply::Imported(summary)) = user.import(ImportTarget::Append, 30) else { panic!("refused") };
    assert_eq!(summary.opened.unwrap().id, opened.id);
    user.save();
    assert_eq!(user.list()[0].rows, 30, "ten rows were new");
    user.call(EngineCall::Undo).unwrap();
    user.save();
    assert_eq!(user.list()[0].rows, 20);
}

#[test]
fn what_is_handed_from_one_store_to_another_keeps_its_undo_steps() {
    let mut user = User::new("u", &Rc::new(MemoryStore::default()));
    let opened = user.new_workspace("first");
    user.import(ImportTarget::Append, 20).unwrap();
    for name in ["second", "third"] {
        user.rename(name);
    }
    user.call(EngineCall::Undo).unwrap();
    user.call(EngineCall::Flush).unwrap();
    let Ok(EngineReply::File { bytes, .. }) = user.call(EngineCall::RawExport { id: opened.id.clone() }) else { panic!("no file") };
    let mut user = User::new("other", &Rc::new(MemoryStore::default()));
    let there = user.open(EngineCall::OpenFile { bytes, passphrase: None });
    assert_ne!(there.id, opened.id);
    assert_eq!(user.open_name().as_deref(), Some("second"));
    user.call(EngineCall::Redo).unwrap();
    assert_eq!(user.open_name().as_deref(), Some("third"));
    for _ in 0..3 {
        user.call(EngineCall::Undo).unwrap();
    }
    assert_eq!((user.open_name().as_deref(), user.call(EngineCall::Undo)), (Some("first"), Err(EngineError::NothingToUndo)));
    // A file to hand over has none: what was taken out of the data stays at home.
    let Ok(EngineReply::File { bytes, .. }) = user.call(EngineCall::SaveAsFile { passphrase: None }) else { panic!("no file") };
    user.open(EngineCall::OpenFile { bytes, passphrase: None });
    assert_eq!(user.call(EngineCall::Undo), Err(EngineError::NothingToUndo));
    assert_eq!(user.call(EngineCall::Redo), Err(EngineError::NothingToRedo));
}

#[test]
fn a_file_under_a_passphrase_opens_with_it_alone() {
    let mut user = User::new("u", &Rc::new(MemoryStore::default()));
    user.import(ImportTarget::New, 20).unwrap();
    let sealed = EngineCall::SaveAsFile { passphrase: Some("two words".to_owned()) };
    let Ok(EngineReply::File { name, bytes }) = user.call(sealed) else { panic!("no file") };
    assert_eq!(name, "imported.fourfold");
    let mut open =
        |passphrase: Option<&str>| user.call(EngineCall::OpenFile { bytes: bytes.clone(), passphrase: passphrase.map(str::to_owned) });
    assert_eq!(open(None), Err(EngineError::Store(StoreProblem::NeedsPassphrase)));
    assert_eq!(open(Some("two word")), Err(EngineError::Store(StoreProblem::WrongPassphrase)));
    assert!(matches!(open(Some("two words")), Ok(EngineReply::Opened(_))));
    assert_eq!(user.open_name().as_deref(), Some("imported"));
}
