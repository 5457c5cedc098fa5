//! State of the page: what sales are of goes into the workspace, figures come from the engine.

use leptos::prelude::*;

use crate::engine::{Query, WalletView};
use crate::ui::i18n::Texts;
use crate::ui::sending::Sending;
use crate::ui::state::{AppState, Followed};
use crate::workspace::{Action, WalletSettings};

/// Rows shown at first, and more with every request.
pub const STRETCH: u32 = 100;

/// Handles to the page's signals; copy it freely.
#[derive(Clone, Copy)]
pub struct WalletState {
    pub app: AppState,
    pub view: Followed<WalletView>,
    /// Rows asked for.
    pub rows: RwSignal<u32>,
    sending: Sending<WalletSettings>,
}

impl WalletState {
    #[must_use]
    pub fn provide() -> Self {
        let app = AppState::get();
        let rows = RwSignal::new(STRETCH);
        let view = app.follow::<WalletView>(move || Some(Query::Wallet { rows: rows.get() }));
        let heard = Signal::derive(move || view.with(|view| view.as_ref().map(|view| (view.settings, view.revision))));
        let state = Self { app, view, rows, sending: Sending::new(app, heard, |settings| Action::SetWallet { settings }) };
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
    pub fn read<T>(self, part: impl FnOnce(&WalletView) -> T) -> Option<T> {
        self.view.with(|view| view.as_deref().map(part))
    }

    #[must_use]
    pub fn currency(self) -> String {
        self.read(|view| view.currency.clone()).unwrap_or_default()
    }

    /// Changes what the sales are of, as one undo step.
    pub fn edit(self, edit: impl FnOnce(&mut WalletSettings)) {
        self.sending.change(edit);
    }
}
