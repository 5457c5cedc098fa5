//! Settings on their way to the engine: the next change builds on the last one sent, not on the last one heard of.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::engine::Revision;
use crate::engine::protocol::{EngineCall, EngineReply};
use crate::ui::state::AppState;
use crate::workspace::{Action, ExistingSettings};

#[derive(Clone)]
struct Sent {
    number: u32,
    settings: ExistingSettings,
    /// Known once the engine has answered.
    revision: Option<Revision>,
}

#[derive(Clone, Copy)]
pub struct SentSettings {
    last: StoredValue<Option<Sent>>,
    count: StoredValue<u32>,
}

impl SentSettings {
    pub fn new(app: AppState) -> Self {
        let sent = Self { last: StoredValue::new(None), count: StoredValue::new(0) };
        Effect::new(move |_| {
            let heard = app.workspace.with(|view| view.as_ref().map(|view| view.revision));
            sent.forget_heard(heard);
        });
        sent
    }

    /// Sends edited settings; `false` where the edit changes nothing.
    pub fn change(self, app: AppState, edit: impl FnOnce(&mut ExistingSettings)) -> bool {
        let on_the_way = self.last.with_value(|last| last.as_ref().map(|last| last.settings.clone()));
        let Some(before) = on_the_way.or_else(|| app.workspace.with_untracked(|view| view.as_ref().map(|view| view.settings.clone())))
        else {
            return false;
        };
        let mut settings = before.clone();
        edit(&mut settings);
        if settings == before {
            return false;
        }
        let number = self.count.get_value().wrapping_add(1);
        self.count.set_value(number);
        self.last.set_value(Some(Sent { number, settings: settings.clone(), revision: None }));
        spawn_local(async move {
            let reply = app.changed(EngineCall::Apply(Action::SetExisting { settings })).await;
            let revision = match &reply {
                Ok(EngineReply::Changed(revision)) => Some(*revision),
                _ => None,
            };
            self.answered(number, revision);
            self.forget_heard(app.workspace.with_untracked(|view| view.as_ref().map(|view| view.revision)));
            if let Err(error) = reply {
                app.report(&error);
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
