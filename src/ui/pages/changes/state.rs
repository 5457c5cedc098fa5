//! State of the page: the two windows go into the workspace, figures come from the engine.

use leptos::prelude::*;

use crate::engine::{ChangesView, Query};
use crate::ui::i18n::Texts;
use crate::ui::sending::Sending;
use crate::ui::state::{AppState, Followed};
use crate::workspace::{Action, ChangesSettings};

/// Handles to the page's signals; copy it freely.
#[derive(Clone, Copy)]
pub struct ChangesState {
    pub app: AppState,
    pub view: Followed<ChangesView>,
    sending: Sending<ChangesSettings>,
}

impl ChangesState {
    #[must_use]
    pub fn provide() -> Self {
        let app = AppState::get();
        let view = app.follow::<ChangesView>(|| Some(Query::Changes));
        let heard = Signal::derive(move || view.with(|view| view.as_ref().map(|view| (view.settings, view.revision))));
        let state = Self { app, view, sending: Sending::new(app, heard, |settings| Action::SetChanges { settings }) };
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
    pub fn read<T>(self, part: impl FnOnce(&ChangesView) -> T) -> Option<T> {
        self.view.with(|view| view.as_deref().map(part))
    }

    #[must_use]
    pub fn currency(self) -> String {
        self.read(|view| view.currency.clone()).unwrap_or_default()
    }

    /// Changes the windows, as one undo step.
    pub fn edit(self, edit: impl FnOnce(&mut ChangesSettings)) {
        self.sending.change(edit);
    }
}
