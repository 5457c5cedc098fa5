//! Workspace files under attack: whatever is cut or flipped is named, and what is open stays as it is.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use std::rc::Rc;

use super::tests::User;
use crate::engine::protocol::*;
use crate::store::*;
use crate::workspace::History;

/// Where the directory and its checksum end.
fn header(file: &[u8]) -> usize {
    let count = u32::from_le_bytes(file[12..16].try_into().unwrap());
    (0..count).fold(16, |at, _| at + 10 + usize::from(file[at + 9])) + 4
}

/// Tries a spoiled file in a session with work in it.
struct Target {
    user: User,
    opened: OpenedWorkspace,
}

impl Target {
    fn new() -> Self {
        let mut user = User::new("u", &Rc::new(MemoryStore::default()));
        user.new_workspace("Mine");
        user.import(ImportTarget::Append, 30).unwrap();
        user.save();
        let id = user.session.open_id().unwrap().to_owned();
        let opened = user.reopen(&id);
        Self { user, opened }
    }

    fn refuses(&mut self, file: Vec<u8>, attack: &str) -> StoreProblem {
        let refused = self.user.call(EngineCall::OpenFile { bytes: file, passphrase: None });
        let Err(EngineError::Store(problem)) = refused else { panic!("{attack}: {refused:?}") };
        let id = self.opened.id.clone();
        assert_eq!(self.user.reopen(&id), self.opened, "{attack}: the open workspace has changed");
        problem
    }
}

fn named(problem: &StoreProblem) -> bool {
    matches!(
        problem,
        StoreProblem::Damaged { .. }
            | StoreProblem::Checksum
            | StoreProblem::NotAWorkspace
            | StoreProblem::Newer { .. }
            | StoreProblem::NeedsPassphrase
    )
}

fn victim() -> Vec<u8> {
    let mut workspace = samples::quadrant_history().present().clone();
    workspace.data.purchases = samples::imported(3_000).data.purchases;
    write_file(History::new(workspace).present()).unwrap()
}

#[test]
fn every_region_flipped_is_refused_by_name() {
    let (mut target, whole) = (Target::new(), victim());
    let header = header(&whole);
    // Every byte of the header, and one in each hundredth of the sections with both ends.
    let hundredth = (whole.len() - header) / 100;
    let inside = (0..=100).map(|step| (header + step * hundredth).min(whole.len() - 1));
    for place in (0..header).chain(inside).chain([whole.len() - 1]) {
        for mask in [1, 0x80, 0xff] {
            let mut flipped = whole.clone();
            flipped[place] ^= mask;
            let problem = target.refuses(flipped, &format!("byte {place} of {} with {mask:#x}", whole.len()));
            assert!(named(&problem), "byte {place}: {problem:?}");
        }
    }
}

#[test]
fn every_cut_is_refused_by_name() {
    let (mut target, whole) = (Target::new(), victim());
    let header = header(&whole);
    let steps = (0..100).map(|step| whole.len() * step / 100);
    for length in (0..=header).chain(steps).chain([whole.len() - 1]) {
        let problem = target.refuses(whole[..length].to_vec(), &format!("cut at {length} of {}", whole.len()));
        assert!(named(&problem), "cut at {length}: {problem:?}");
    }
    target.refuses([whole.clone(), vec![0]].concat(), "a byte too many");
    target.refuses([&whole[..header], &whole[header + 1..]].concat(), "a byte left out");
    target.refuses([whole.clone(), whole].concat(), "twice");
}
