//! All shared state on one page, each field with its reason, and the one way to change the workspace: [`AppState::dispatch`].

use leptos::prelude::*;

use super::i18n::{Language, Texts};
use crate::browser::EngineClient;
use crate::engine::protocol::{EngineCall, EngineError, EngineReply, OpenedWorkspace, StorageState};
use crate::engine::{Query, Revision, TrialCuts, View, WorkspaceView};
use crate::workspace::{Action, ExistingSettings};

/// Pages by hash route: `#/existing`. `Start` is the empty route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    Start,
    Existing,
    Data,
    Workspaces,
    Help,
    /// Every component in every state, for looking at.
    Gallery,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    Light,
    Dark,
    #[default]
    System,
}

/// Whether every change has reached storage; drives `html[data-saved]`.
#[derive(Clone, Debug, PartialEq)]
pub enum SaveState {
    /// Nothing open or nothing changed yet.
    Idle,
    Saving,
    Saved { at: f64 },
    Failed(crate::engine::protocol::StoreProblem),
}

/// A line at the foot of the page; `undo` shows a button that takes the last change back.
#[derive(Clone, Debug, PartialEq)]
pub struct Toast {
    pub text: String,
    pub undo: bool,
    pub bad: bool,
}

/// Handles to the signals; copy it freely.
#[derive(Clone, Copy)]
pub struct AppState {
    pub language: RwSignal<Language>,
    pub theme: RwSignal<Theme>,
    pub page: RwSignal<Page>,
    /// The open workspace; `None` shows the start page.
    pub opened: RwSignal<Option<OpenedWorkspace>>,
    /// Facts and settings of the open workspace, refreshed with every revision.
    pub workspace: RwSignal<Option<WorkspaceView>>,
    /// Number of the engine's state; every view that shows figures follows it.
    pub revision: RwSignal<Revision>,
    pub save: RwSignal<SaveState>,
    pub storage: RwSignal<Option<StorageState>>,
    /// The one selected customer: ring in the chart, bar in the list, card.
    pub selected: RwSignal<Option<u32>>,
    /// Under the pointer or focus, in chart and list alike.
    pub hovered: RwSignal<Option<u32>>,
    /// Cuts being tried while a threshold is dragged.
    pub trial: RwSignal<TrialCuts>,
    pub presenting: RwSignal<bool>,
    pub toast: RwSignal<Option<Toast>>,
    engine: StoredValue<EngineClient, LocalStorage>,
}

impl AppState {
    #[must_use]
    pub fn new(engine: EngineClient, language: Language, theme: Theme) -> Self {
        Self {
            language: RwSignal::new(language),
            theme: RwSignal::new(theme),
            page: RwSignal::new(Page::Start),
            opened: RwSignal::new(None),
            workspace: RwSignal::new(None),
            revision: RwSignal::new(0),
            save: RwSignal::new(SaveState::Idle),
            storage: RwSignal::new(None),
            selected: RwSignal::new(None),
            hovered: RwSignal::new(None),
            trial: RwSignal::new(TrialCuts::default()),
            presenting: RwSignal::new(false),
            toast: RwSignal::new(None),
            engine: StoredValue::new_local(engine),
        }
    }

    /// From context; the app provides it once.
    #[must_use]
    pub fn get() -> Self {
        expect_context::<Self>()
    }

    /// The texts of the current language; tracked.
    #[must_use]
    pub fn texts(self) -> Texts {
        Texts(self.language.get())
    }

    #[must_use]
    pub fn engine(self) -> EngineClient {
        self.engine.get_value()
    }

    /// Sends a call and waits for its reply.
    ///
    /// # Errors
    /// As the engine says.
    pub async fn call(self, call: EngineCall) -> Result<EngineReply, EngineError> {
        self.engine().call(call).await
    }

    /// Sends one change; the revision follows when the engine has it. A refusal is shown as a toast.
    pub fn dispatch(self, action: Action) {
        self.change(EngineCall::Apply(action));
    }

    pub fn undo(self) {
        self.change(EngineCall::Undo);
    }

    pub fn redo(self) {
        self.change(EngineCall::Redo);
    }

    /// Edits a copy of the settings and sends it.
    pub fn set_existing(self, edit: impl FnOnce(&mut ExistingSettings)) {
        if let Some(view) = self.workspace.get_untracked() {
            let mut settings = view.settings;
            edit(&mut settings);
            self.dispatch(Action::SetExisting { settings });
        }
    }

    fn change(self, call: EngineCall) {
        self.save.set(SaveState::Saving);
        leptos::task::spawn_local(async move {
            match self.call(call).await {
                Ok(EngineReply::Changed(revision)) => self.revision.set(revision),
                Ok(_) => {}
                Err(error) => self.report(&error),
            }
        });
    }

    /// Says what went wrong, once, where everyone can see it.
    pub fn report(self, error: &EngineError) {
        let text = self.language.with_untracked(|language| Texts(*language).engine_error(error));
        self.toast.set(Some(Toast { text, undo: false, bad: true }));
    }

    /// Follows a query: asked again whenever its parts or the revision change, latest question wins, at most one in flight.
    /// `None` from `query` keeps the last answer.
    #[must_use]
    pub fn follow(self, query: impl Fn() -> Option<Query> + 'static) -> ReadSignal<Option<View>> {
        let (answer, set_answer) = signal(None);
        let in_flight = StoredValue::new(false);
        let waiting = StoredValue::new(None::<Query>);
        Effect::new(move |_| {
            self.revision.track();
            if self.opened.with(Option::is_none) {
                return;
            }
            let Some(question) = query() else { return };
            if in_flight.get_value() {
                waiting.set_value(Some(question));
                return;
            }
            in_flight.set_value(true);
            leptos::task::spawn_local(async move {
                let mut next = Some(question);
                while let Some(question) = next.take() {
                    match self.call(EngineCall::Query(question)).await {
                        Ok(EngineReply::View(view)) => {
                            set_answer.try_set(Some(*view));
                        }
                        Ok(_) => {}
                        Err(error) => self.report(&error),
                    }
                    next = waiting.try_update_value(Option::take).flatten();
                }
                in_flight.try_set_value(false);
            });
        });
        answer
    }
}
