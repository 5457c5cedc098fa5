//! State of the page: the list as of today, and the changes a person makes to it.

use leptos::prelude::*;

use crate::browser::clock;
use crate::calendar::Day;
use crate::engine::{FutureView, Query};
use crate::ui::i18n::Texts;
use crate::ui::sending::Sending;
use crate::ui::state::{AppState, Followed, ToastAction};
use crate::workspace::{Action, FutureAction, FutureCustomer};

/// Handles to the page's signals; copy it freely.
#[derive(Clone, Copy)]
pub struct FutureState {
    pub app: AppState,
    pub view: Followed<FutureView>,
    sending: Sending<(u32, FutureCustomer)>,
}

impl FutureState {
    #[must_use]
    pub fn provide() -> Self {
        let app = AppState::get();
        let view = app.follow::<FutureView>(|| Some(Query::Future { today: clock::today() }));
        let heard = Signal::derive(move || view.with(|view| view.as_ref().map(|view| view.revision)));
        let set = |(id, customer)| Action::Future(FutureAction::Set { id, customer });
        let state = Self { app, view, sending: Sending::several(app, heard, set) };
        provide_context(state);
        state
    }

    /// From context; the page provides it once.
    #[must_use]
    pub fn get() -> Self {
        expect_context::<Self>()
    }

    #[must_use]
    pub fn texts(self) -> Texts {
        self.app.texts()
    }

    /// A part of the view; tracked. `None` before the first answer.
    pub fn read<T>(self, part: impl FnOnce(&FutureView) -> T) -> Option<T> {
        self.view.with(|view| view.as_deref().map(part))
    }

    /// One customer as last heard; tracked.
    pub fn customer(self, id: u32) -> Option<FutureCustomer> {
        self.read(|view| view.rows.iter().find(|row| row.id == id).map(|row| row.customer.clone())).flatten()
    }

    pub fn send(self, action: FutureAction) {
        self.app.dispatch(Action::Future(action));
    }

    /// Changes one customer, as one undo step.
    pub fn edit(self, id: u32, edit: impl FnOnce(&mut FutureCustomer)) {
        let heard = untrack(|| self.customer(id)).map(|customer| (id, customer));
        self.sending.change_of(heard, |(sent, _)| *sent == id, |(_, customer)| edit(customer));
    }

    pub fn move_to_funnel(self, id: u32, name: &str) {
        self.send(FutureAction::MoveToFunnel { id, today: clock::today() });
        let level = self.view.with_untracked(|view| view.as_ref().map(|view| view.level.clone()).unwrap_or_default());
        self.app.say(self.app.texts_now().future_moved(name, level), Some(ToastAction::Undo));
    }

    pub fn stay(self, id: u32, name: &str, next_review: Day) {
        self.send(FutureAction::Stay { id, next_review: Some(next_review) });
        let texts = self.app.texts_now();
        self.app.say(texts.future_stayed(name, texts.day(next_review)), Some(ToastAction::Undo));
    }

    pub fn remove(self, id: u32, name: &str) {
        self.send(FutureAction::Remove { id });
        self.app.say(self.app.texts_now().future_removed(name), Some(ToastAction::Undo));
    }
}
