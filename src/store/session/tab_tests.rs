//! Two tabs with one workspace: one writes, the other shows; nothing that was changed is lost without a word.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use std::rc::Rc;

use super::tests::{User, now};
use crate::engine::protocol::*;
use crate::store::*;
use crate::workspace::Action;

fn rename(name: &str) -> EngineCall {
    EngineCall::Apply(Action::Rename { name: name.to_owned() })
}

impl User {
    fn set_writer(&mut self, writer: bool) -> Vec<EngineMessage> {
        let moment = self.moment();
        now(self.session.set_writer(writer, &moment)).unwrap();
        self.session.take_events()
    }
}

/// A workspace that `left` writes and `right` shows.
fn two_tabs() -> (User, User, OpenedWorkspace) {
    let store = Rc::new(MemoryStore::default());
    let (mut left, mut right) = (User::new("left", &store), User::new("right", &store));
    let opened = left.new_workspace("Harbour");
    left.save();
    right.reopen(&opened.id);
    right.set_writer(false);
    (left, right, opened)
}

#[test]
fn a_tab_that_only_shows_changes_nothing() {
    let (_left, mut right, opened) = two_tabs();
    for call in [rename("mine"), EngineCall::Undo, EngineCall::RenameWorkspace { id: opened.id, name: "mine".to_owned() }] {
        assert_eq!(right.call(call), Err(EngineError::ReadOnly));
    }
    assert_eq!(right.import(ImportTarget::Append, 3), Err(EngineError::ReadOnly));
    assert_eq!(right.save(), []);
    assert_eq!(right.open_name().as_deref(), Some("Harbour"));
    right.new_workspace("its own");
    assert!(matches!(right.save()[..], [EngineMessage::Saved { .. }]), "what is opened next is its own");
}

#[test]
fn what_one_tab_saves_the_other_shows() {
    let (mut left, mut right, _) = two_tabs();
    let before = match right.call(EngineCall::Query(crate::engine::Query::Workspace)) {
        Ok(_) => right.session.open.as_ref().unwrap().opened().revision,
        Err(error) => panic!("{error:?}"),
    };
    left.rename("renamed");
    left.save();
    now(right.session.refresh()).unwrap();
    let events = right.session.take_events();
    let [EngineMessage::Refreshed { opened }] = &events[..] else { panic!("{events:?}") };
    assert!(opened.revision > before, "views ask again");
    assert_eq!(right.open_name().as_deref(), Some("renamed"));
    now(right.session.refresh()).unwrap();
    assert_eq!(right.session.take_events(), [], "once");
}

#[test]
fn a_tab_that_takes_over_begins_with_the_last_save() {
    let (mut left, mut right, _) = two_tabs();
    left.rename("last word of the left");
    // Asked to give way, the left saves first.
    let events = left.set_writer(false);
    assert!(matches!(events[..], [EngineMessage::Saved { .. }]), "{events:?}");
    right.set_writer(true);
    assert_eq!(right.open_name().as_deref(), Some("last word of the left"));
    right.rename("the right goes on");
    assert!(matches!(right.save()[..], [EngineMessage::Saved { .. }]));
    assert_eq!(left.call(rename("late")), Err(EngineError::ReadOnly));
}

#[test]
fn a_tab_that_was_robbed_keeps_its_unsaved_work_under_a_name_of_its_own() {
    let (mut left, mut right, opened) = two_tabs();
    left.rename("not saved yet");
    // The left hangs: the right takes the lock and writes.
    right.set_writer(true);
    right.rename("by the right");
    right.save();
    let events = left.set_writer(false);
    assert!(matches!(events[..], [EngineMessage::Forked { .. }, EngineMessage::Saved { .. }]), "{events:?}");
    assert_eq!(left.open_name().as_deref(), Some("not saved yet (2)"));
    assert_ne!(left.session.open_id(), Some(opened.id.as_str()));
    assert_eq!(right.open_name().as_deref(), Some("by the right"));
}
