//! Settings on their way to the engine: the next change builds on the last one sent, not on the last one heard of.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::engine::Revision;
use crate::engine::protocol::{EngineCall, EngineReply};
use crate::ui::state::AppState;
use crate::workspace::Action;

#[derive(Clone)]
struct Sent<T> {
    number: u32,
    value: T,
    /// Known once the engine has answered.
    revision: Option<Revision>,
}

/// One value of the workspace that is edited as a whole.
pub struct Sending<T: Send + Sync + 'static> {
    app: AppState,
    /// As last heard from the engine, with its revision.
    heard: Signal<Option<(T, Revision)>>,
    action: fn(T) -> Action,
    last: StoredValue<Option<Sent<T>>>,
    count: StoredValue<u32>,
}

impl<T: Send + Sync + 'static> Clone for Sending<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Sending<T> {}

impl<T: Clone + PartialEq + Send + Sync + 'static> Sending<T> {
    pub fn new(app: AppState, heard: Signal<Option<(T, Revision)>>, action: fn(T) -> Action) -> Self {
        let sending = Self { app, heard, action, last: StoredValue::new(None), count: StoredValue::new(0) };
        Effect::new(move |_| sending.forget_heard(heard.with(|heard| heard.as_ref().map(|heard| heard.1))));
        sending
    }

    /// Sends the edited value; `false` where the edit changes nothing.
    pub fn change(self, edit: impl FnOnce(&mut T)) -> bool {
        let on_the_way = self.last.with_value(|last| last.as_ref().map(|last| last.value.clone()));
        let Some(before) = on_the_way.or_else(|| self.heard.with_untracked(|heard| heard.as_ref().map(|heard| heard.0.clone()))) else {
            return false;
        };
        let mut value = before.clone();
        edit(&mut value);
        if value == before {
            return false;
        }
        let number = self.count.get_value().wrapping_add(1);
        self.count.set_value(number);
        self.last.set_value(Some(Sent { number, value: value.clone(), revision: None }));
        let action = (self.action)(value);
        spawn_local(async move {
            let reply = self.app.changed(EngineCall::Apply(action)).await;
            let revision = match &reply {
                Ok(EngineReply::Changed(revision)) => Some(*revision),
                _ => None,
            };
            self.answered(number, revision);
            self.forget_heard(self.heard.try_with_untracked(|heard| heard.as_ref().map(|heard| heard.1)).flatten());
            if let Err(error) = reply {
                self.app.report(&error);
            }
        });
        true
    }

    fn answered(self, number: u32, revision: Option<Revision>) {
        self.last.try_update_value(|last| {
            if last.as_ref().is_some_and(|last| last.number == number) {
                match revision {
                    Some(_) => last.iter_mut().for_each(|last| last.revision = revision),
                    None => *last = None,
                }
            }
        });
    }

    fn forget_heard(self, heard: Option<Revision>) {
        self.last.try_update_value(|last| {
            let known = last.as_ref().and_then(|last| last.revision);
            if known.is_some_and(|known| heard.is_some_and(|heard| heard >= known)) {
                *last = None;
            }
        });
    }
}
