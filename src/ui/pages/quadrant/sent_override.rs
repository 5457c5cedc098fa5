//! The override just sent: a name given right after it signs it, as the same one change.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::classify::Side;
use crate::engine::Revision;
use crate::engine::protocol::{EngineCall, EngineReply};
use crate::ui::state::AppState;
use crate::workspace::{Action, Override};

#[derive(Clone, Copy)]
pub struct SentOverride {
    side: Side,
    last: StoredValue<Option<(Revision, String, Override)>>,
}

impl SentOverride {
    pub fn new(side: Side) -> Self {
        Self { side, last: StoredValue::new(None) }
    }

    pub fn send(self, app: AppState, customer: String, by_hand: Override) {
        let side = self.side;
        spawn_local(async move {
            let action = Action::OverrideClass { side, customer: customer.clone(), class: Some(by_hand.clone()) };
            match app.changed(EngineCall::Apply(action)).await {
                Ok(EngineReply::Changed(revision)) => drop(self.last.try_set_value(Some((revision, customer, by_hand)))),
                Ok(_) => {}
                Err(error) => app.report(&error),
            }
        });
    }

    /// Only while nothing else has changed: then it is taken back and made again with the name.
    pub fn sign(self, app: AppState, author: &str) {
        let Some((revision, customer, by_hand)) = self.last.get_value() else { return };
        if revision != app.revision.get_untracked() || !by_hand.author.is_empty() || author.is_empty() {
            return;
        }
        let signed = Override { author: author.to_owned(), ..by_hand };
        spawn_local(async move {
            match app.changed(EngineCall::Undo).await {
                Ok(_) => self.send(app, customer, signed),
                Err(error) => app.report(&error),
            }
        });
    }
}
