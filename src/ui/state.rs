//! All shared state on one page, each field with its reason, and the one way to change the workspace: [`AppState::dispatch`].

mod saved;

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

pub use self::saved::SaveState;
use self::saved::Stored;
use super::i18n::{Language, Texts};
pub use super::page::Page;
use super::sentinel::{Loss, Older, older_state};
pub use super::theme::Theme;
use crate::browser::EngineClient;
use crate::classify::Side;
use crate::engine::protocol::{
    EngineCall, EngineError, EngineReply, ImportSummary, OpenedWorkspace, StorageState, StoreProblem, WorkspaceSummary,
};
use crate::engine::{Answer, PackedView, Query, Revision, TrialCuts, WorkspaceView};
use crate::workspace::Action;

/// The latest answer to a query that is followed; `None` before the first.
pub type Followed<Value> = Memo<Option<Arc<Value>>>;

/// What the button of a toast does.
#[derive(Clone, Debug, PartialEq)]
pub enum ToastAction {
    /// Takes the last change back.
    Undo,
    /// Brings a deleted workspace back.
    Restore { id: String },
    /// Saves what is stored of a workspace that cannot be opened.
    RawExport { id: String },
}

/// What a passphrase is asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum PassphraseFor {
    /// The open workspace is to be saved under one.
    Save,
    /// A file that opens with one only; `wrong`: the one given did not open it.
    Open { bytes: Arc<[u8]>, wrong: bool },
}

/// A line at the foot of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Toast {
    pub text: String,
    pub action: Option<ToastAction>,
    pub bad: bool,
}

/// Handles to the signals; copy it freely.
#[derive(Clone, Copy)]
pub struct AppState {
    pub language: RwSignal<Language>,
    pub theme: RwSignal<Theme>,
    pub page: RwSignal<Page>,
    /// The open workspace; `None` until one is opened.
    pub opened: RwSignal<Option<OpenedWorkspace>>,
    /// Facts and settings of the open workspace, refreshed with every revision.
    pub workspace: RwSignal<Option<WorkspaceView>>,
    /// Number of the engine's state; every view that shows figures follows it.
    pub revision: RwSignal<Revision>,
    /// Workspaces in storage; `None` until the engine has answered.
    pub recent: RwSignal<Option<Vec<WorkspaceSummary>>>,
    /// What the last imports brought, one after the other where several kinds came together, until it is put away.
    pub summaries: RwSignal<Vec<ImportSummary>>,
    /// Whether the engine can keep anything, as it says at its start.
    pub storage: RwSignal<Option<StorageState>>,
    /// Workspaces that were kept here and are gone; see `sentinel`.
    pub lost: RwSignal<Option<Loss>>,
    /// The user works on although the storage cannot be read.
    pub loss_is_seen: RwSignal<bool>,
    /// The user has seen that the open workspace lacks tables.
    pub loss_put_away: RwSignal<bool>,
    /// The open workspace is not in the state in which it was saved last.
    pub older: RwSignal<Option<Older>>,
    /// Id of the workspace that another tab writes and this one only shows.
    pub written_elsewhere: RwSignal<Option<String>>,
    /// Last words of an engine that has stopped.
    pub stopped: RwSignal<Option<String>>,
    /// Every own file is at hand: nothing needs the network from now on.
    pub offline_ready: RwSignal<bool>,
    /// The side that `selected`, `hovered` and `trial` speak of.
    pub side: RwSignal<Side>,
    /// The revision that the last workspace file holds; `None` where the open workspace is in no file yet.
    pub filed: RwSignal<Option<Revision>>,
    /// No word about an old file before this moment, in milliseconds since 1970.
    pub remind_after: RwSignal<f64>,
    /// Another version of the app waits to take this one's place.
    pub new_version: RwSignal<bool>,
    /// The one selected customer: ring in the chart, bar in the list, card.
    pub selected: RwSignal<Option<u32>>,
    /// Under the pointer or focus, in chart and list alike.
    pub hovered: RwSignal<Option<u32>>,
    /// Cuts being tried while a threshold is dragged.
    pub trial: RwSignal<TrialCuts>,
    pub presenting: RwSignal<bool>,
    pub toast: RwSignal<Option<Toast>>,
    /// While a passphrase is asked for.
    pub passphrase: RwSignal<Option<PassphraseFor>>,
    /// Id and name of the workspace that a copy without names is wanted of.
    pub anonymising: RwSignal<Option<(String, String)>>,
    /// Changes sent and not yet answered; with `stored` and `unsaved` they make up [`Self::save_state`].
    pending: RwSignal<u32>,
    stored: RwSignal<Option<Stored>>,
    unsaved: RwSignal<Option<StoreProblem>>,
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
            recent: RwSignal::new(None),
            summaries: RwSignal::new(Vec::new()),
            storage: RwSignal::new(None),
            lost: RwSignal::new(None),
            loss_is_seen: RwSignal::new(false),
            loss_put_away: RwSignal::new(false),
            older: RwSignal::new(None),
            written_elsewhere: RwSignal::new(None),
            stopped: RwSignal::new(None),
            offline_ready: RwSignal::new(false),
            side: RwSignal::new(Side::default()),
            filed: RwSignal::new(None),
            remind_after: RwSignal::new(0.0),
            new_version: RwSignal::new(false),
            selected: RwSignal::new(None),
            hovered: RwSignal::new(None),
            trial: RwSignal::new(TrialCuts::default()),
            presenting: RwSignal::new(false),
            toast: RwSignal::new(None),
            passphrase: RwSignal::new(None),
            anonymising: RwSignal::new(None),
            pending: RwSignal::new(0),
            stored: RwSignal::new(None),
            unsaved: RwSignal::new(None),
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

    /// The texts of the current language, for a message that is made once.
    #[must_use]
    pub fn texts_now(self) -> Texts {
        Texts(self.language.get_untracked())
    }

    #[must_use]
    pub fn engine(self) -> EngineClient {
        self.engine.get_value()
    }

    /// The open workspace's name, for files; untracked.
    #[must_use]
    pub fn workspace_name(self) -> String {
        self.workspace.with_untracked(|view| view.as_ref().map(|view| view.name.clone()).unwrap_or_default())
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
        // What an import brought may be gone with this step.
        self.summaries.update(Vec::clear);
        self.change(EngineCall::Undo);
    }

    pub fn redo(self) {
        self.change(EngineCall::Redo);
    }

    fn change(self, call: EngineCall) {
        leptos::task::spawn_local(async move {
            if let Err(error) = self.changed(call).await {
                self.report(&error);
            }
        });
    }

    /// Sends a call that changes the open workspace; "saving" is shown until it has reached storage.
    ///
    /// # Errors
    /// As the engine says.
    pub async fn changed(self, call: EngineCall) -> Result<EngineReply, EngineError> {
        self.pending.update(|pending| *pending += 1);
        let reply = self.call(call).await;
        self.pending.update(|pending| *pending = pending.saturating_sub(1));
        if let Ok(EngineReply::Changed(revision)) = reply {
            self.revision.set(revision);
        }
        reply
    }

    /// Shows another workspace (or none). `saved`: what was opened is what storage holds.
    pub fn enter(self, opened: Option<OpenedWorkspace>, saved: bool) {
        self.selected.set(None);
        self.hovered.set(None);
        self.trial.set(TrialCuts::default());
        self.unsaved.set(None);
        self.older.set(opened.as_ref().and_then(older_state));
        self.loss_put_away.set(false);
        self.filed.set(None);
        if let Some(opened) = &opened {
            if saved {
                self.stored.set(Some(Stored { id: opened.id.clone(), revision: opened.revision, at: None }));
            }
            self.revision.set(opened.revision);
        } else {
            self.workspace.set(None);
            self.summaries.update(Vec::clear);
        }
        self.opened.set(opened);
    }

    /// Whether another tab writes the open workspace; tracked.
    #[must_use]
    pub fn is_read_only(self) -> bool {
        self.written_elsewhere.get().is_some_and(|id| self.is_open(&id))
    }

    /// Tracked.
    pub(super) fn is_open(self, id: &str) -> bool {
        self.opened.with(|opened| opened.as_ref().is_some_and(|opened| opened.id == id))
    }

    /// Whether there is anything to say above every page; tracked.
    #[must_use]
    pub fn has_banners(self) -> bool {
        let not_kept = self.storage.with(|storage| matches!(storage, Some(StorageState::MemoryOnly { .. } | StorageState::Unasked)));
        not_kept
            || matches!(self.save_state(), SaveState::Failed(_))
            || self.has_partial_loss()
            || self.older.with(Option::is_some)
            || self.lost_data().is_some()
            || self.stopped.with(Option::is_some)
            || self.is_read_only()
            || self.offers_new_version()
            || self.file_is_due()
    }

    /// Says what went wrong, once, where everyone can see it.
    pub fn report(self, error: &EngineError) {
        self.toast.set(Some(Toast { text: self.texts_now().engine_error(error), action: None, bad: true }));
    }

    /// A line at the foot of the page.
    pub fn say(self, text: impl Into<String>, action: Option<ToastAction>) {
        self.toast.set(Some(Toast { text: text.into(), action, bad: false }));
    }

    /// Asks once. What goes wrong is said to the user.
    pub async fn ask<Value: Answer>(self, query: Query) -> Option<Value> {
        self.ask_packed(query).await.and_then(|packed| self.open_answer(&packed))
    }

    async fn ask_packed(self, query: Query) -> Option<PackedView> {
        match self.call(EngineCall::Query(query)).await {
            Ok(EngineReply::View(packed)) => Some(packed),
            Ok(_) => None,
            Err(error) => {
                self.report(&error);
                None
            }
        }
    }

    fn open_answer<Value: Answer>(self, packed: &PackedView) -> Option<Value> {
        packed.open().inspect_err(|error| self.report(&EngineError::Message { detail: error.to_string() })).ok()
    }

    /// Follows a query: asked again whenever its parts or the revision change, latest question wins, at most one in flight.
    /// `None` from `query` keeps the last answer; another workspace starts without one. An answer equal to the last changes nothing.
    #[must_use]
    pub fn follow<Value>(self, query: impl Fn() -> Option<Query> + 'static) -> Followed<Value>
    where
        Value: Answer + PartialEq + Send + Sync + 'static,
    {
        let (answer, set_answer) = signal(None);
        self.follow_packed(
            Box::new(query),
            Box::new(move |packed| {
                let opened = packed.map(|packed| self.open_answer(&packed).map(Arc::new));
                match opened {
                    // What cannot be opened has been said; the last answer stays.
                    Some(None) => {}
                    Some(opened) => drop(set_answer.try_set(opened)),
                    None => set_answer.set(None),
                }
            }),
        );
        Memo::new(move |_| answer.get())
    }

    /// [`Self::follow`] for any kind of answer: `deliver` gets each as it comes, and `None` when another workspace opens.
    fn follow_packed(self, query: Box<dyn Fn() -> Option<Query>>, deliver: Box<dyn Fn(Option<PackedView>)>) {
        let deliver: Rc<dyn Fn(Option<PackedView>)> = deliver.into();
        let in_flight = StoredValue::new(false);
        let waiting = StoredValue::new(None::<Query>);
        let open = Memo::new(move |_| self.opened.with(|opened| opened.as_ref().map(|opened| opened.id.clone())));
        Effect::new(move |shown: Option<Option<String>>| {
            self.revision.track();
            let open = open.get();
            if shown.is_some_and(|shown| shown != open) {
                deliver(None);
            }
            let question = if open.is_some() { query() } else { None };
            let Some(question) = question else { return open };
            if in_flight.get_value() {
                waiting.set_value(Some(question));
                return open;
            }
            in_flight.set_value(true);
            let deliver = Rc::clone(&deliver);
            leptos::task::spawn_local(async move {
                let mut next = Some(question);
                while let Some(question) = next.take() {
                    if let Some(packed) = self.ask_packed(question).await {
                        deliver(Some(packed));
                    }
                    next = waiting.try_update_value(Option::take).flatten();
                }
                in_flight.try_set_value(false);
            });
            open
        });
    }
}
