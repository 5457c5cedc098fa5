//! Ten thousand steps of a user against a model that is plainly right: a list of states and a finger on one of them.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use std::rc::Rc;

use super::tests::User;
use crate::classify::Side;
use crate::engine::protocol::*;
use crate::store::*;
use crate::workspace::{Action, Note, Workspace};

/// A linear congruential generator, so that the steps are the same every time.
struct Steps(u64);

impl Steps {
    /// Below `most`.
    fn next(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }
}

/// What the workspace must be: every state that undo or redo reaches.
struct Model {
    states: Vec<Workspace>,
    present: usize,
}

/// What the save format promises: a hundred steps back and forth.
const KEPT_STEPS: usize = 100;

impl Model {
    fn change(&mut self, edit: impl FnOnce(&mut Workspace)) {
        let mut next = self.states[self.present].clone();
        edit(&mut next);
        if next != self.states[self.present] {
            self.states.truncate(self.present + 1);
            self.states.push(next);
            self.present += 1;
        }
    }

    fn undo(&mut self) -> bool {
        self.present > 0 && {
            self.present -= 1;
            true
        }
    }

    fn redo(&mut self) -> bool {
        self.present + 1 < self.states.len() && {
            self.present += 1;
            true
        }
    }

    /// Undo and redo reach no further than this after a start.
    fn forget(&mut self) {
        self.states.truncate(self.present + 1 + KEPT_STEPS);
        let surplus = self.present.saturating_sub(KEPT_STEPS);
        self.states.drain(..surplus);
        self.present -= surplus;
    }
}

#[test]
fn ten_thousand_steps_end_where_the_model_ends() {
    let store = Rc::new(MemoryStore::default());
    let mut user = User::new("u", &store);
    user.import(ImportTarget::New, 20).unwrap();
    user.call(EngineCall::Flush).unwrap();
    let id = user.session.open_id().unwrap().to_owned();
    let start = user.session.open.as_ref().unwrap().engine.workspace().clone();
    let mut model = Model { states: vec![start], present: 0 };
    let mut steps = Steps(2026);
    for step in 0..10_000_u32 {
        match steps.next(20) {
            0..=4 => {
                let name = format!("name {}", steps.next(6));
                user.call(EngineCall::Apply(Action::Rename { name: name.clone() })).unwrap();
                model.change(|state| state.name = name);
            }
            5..=9 => {
                let customer = format!("客户 {}", steps.next(5));
                let note = (steps.next(3) > 0).then(|| Note { text: format!("step {step}"), author: "Li".to_owned(), at: f64::from(step) });
                let action = Action::SetNote { side: Side::Existing, customer: customer.clone(), note: note.clone() };
                user.call(EngineCall::Apply(action)).unwrap();
                model.change(|state| match note {
                    Some(note) => drop(state.notes.insert(customer, note)),
                    None => drop(state.notes.remove(&customer)),
                });
            }
            10..=13 => assert_eq!(user.call(EngineCall::Undo).is_ok(), model.undo(), "step {step}"),
            14..=16 => assert_eq!(user.call(EngineCall::Redo).is_ok(), model.redo(), "step {step}"),
            17..=18 => drop(user.save()),
            _ => {
                // The browser is closed and started again.
                user.call(EngineCall::Flush).unwrap();
                let time = user.time;
                user = User::new("u", &store);
                user.time = time;
                user.reopen(&id);
                model.forget();
            }
        }
        assert_eq!(user.session.open.as_ref().unwrap().engine.workspace(), &model.states[model.present], "step {step}");
    }
}
