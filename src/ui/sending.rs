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

/// A value of the workspace that is edited as a whole, or several of one kind.
pub struct Sending<T: Send + Sync + 'static> {
    app: AppState,
    /// As last heard from the engine, where there is one such value only.
    heard: Signal<Option<T>>,
    /// Of what was last heard.
    revision: Signal<Option<Revision>>,
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
    /// `heard` gives the value with its revision.
    pub fn new(app: AppState, heard: Signal<Option<(T, Revision)>>, action: fn(T) -> Action) -> Self {
        let value = Signal::derive(move || heard.with(|heard| heard.as_ref().map(|heard| heard.0.clone())));
        Self::with(app, value, Signal::derive(move || heard.with(|heard| heard.as_ref().map(|heard| heard.1))), action)
    }

    /// For [`Self::change_of`] alone.
    pub fn several(app: AppState, revision: Signal<Option<Revision>>, action: fn(T) -> Action) -> Self {
        Self::with(app, Signal::stored(None), revision, action)
    }

    fn with(app: AppState, heard: Signal<Option<T>>, revision: Signal<Option<Revision>>, action: fn(T) -> Action) -> Self {
        let sending = Self { app, heard, revision, action, last: StoredValue::new(None), count: StoredValue::new(0) };
        Effect::new(move |_| sending.forget_heard(revision.get()));
        sending
    }

    /// Sends the edited value; `false` where the edit changes nothing.
    pub fn change(self, edit: impl FnOnce(&mut T)) -> bool {
        self.change_of(self.heard.get_untracked(), |_| true, edit)
    }

    /// As [`Self::change`] where there are several such values, one of which is edited: `heard` is that one, and `is_it` knows it
    /// among those on the way.
    pub fn change_of(self, heard: Option<T>, is_it: impl FnOnce(&T) -> bool, edit: impl FnOnce(&mut T)) -> bool {
        let on_the_way = self.last.with_value(|last| last.as_ref().map(|last| last.value.clone())).filter(is_it);
        let Some(before) = on_the_way.or(heard) else { return false };
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
            self.forget_heard(self.revision.try_get_untracked().flatten());
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
