//! What can be done with whole workspaces: open, rename, duplicate, delete and bring back, out to a file and in again.

use js_sys::{ArrayBuffer, Uint8Array};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use super::i18n::Texts;
use super::router::go;
use super::sentinel::unreadable;
use super::state::{AppState, Page, PassphraseFor, ToastAction};
use crate::browser::downloads::save_file;
use crate::browser::preferences::Preferences;
use crate::engine::protocol::{CopyTo, EngineCall, EngineError, EngineReply, StoreProblem};
use crate::import::ImportError;
use crate::workspace::{Action, AnonymousWords};

/// What a workspace file's name ends with.
pub const FILE_ENDING: &str = ".fourfold";
const MEDIA_TYPE: &str = "application/octet-stream";

impl AppState {
    /// Asks the engine for the stored workspaces.
    pub fn refresh_recent(self) {
        spawn_local(async move {
            match self.call(EngineCall::ListWorkspaces).await {
                Ok(EngineReply::Workspaces(list)) => self.recent.set(Some(list)),
                Ok(_) => {}
                Err(error) => {
                    self.report(&error);
                    // What was listed before is still there, as far as anybody knows.
                    if self.recent.with_untracked(Option::is_none) {
                        unreadable(self, self.texts_now().engine_error(&error));
                        self.recent.set(Some(Vec::new()));
                    }
                }
            }
        });
    }

    /// Tries to save once more, after a failure.
    pub fn save_again(self) {
        spawn_local(async move {
            // How it went is told by the event that follows.
            drop(self.call(EngineCall::Flush).await);
        });
    }

    /// Asks again where the open workspace was not stored before.
    pub fn list_if_new(self) {
        let open = self.opened.with_untracked(|opened| opened.as_ref().map(|opened| opened.id.clone()));
        let listed = self.recent.with_untracked(|list| list.iter().flatten().any(|workspace| Some(&workspace.id) == open.as_ref()));
        if open.is_some() && !listed {
            self.refresh_recent();
        }
    }

    /// Opens a stored workspace and shows `page`.
    pub fn open_workspace(self, id: String, page: Page) {
        spawn_local(async move {
            if self.opened.with_untracked(|opened| opened.as_ref().is_some_and(|opened| opened.id == id)) {
                go(page);
                return;
            }
            match self.call(EngineCall::OpenWorkspace { id: id.clone() }).await {
                Ok(reply) => self.show_opened(reply, true, page),
                Err(error) => self.refuse_to_open(id, &error),
            }
        });
    }

    /// A workspace without data, for a funnel that is typed in a workshop.
    pub fn start_funnel(self) {
        let name = self.texts_now().funnel_start_name().to_owned();
        spawn_local(async move {
            match self.call(EngineCall::NewWorkspace { name }).await {
                Ok(reply) => self.show_opened(reply, false, Page::Funnel),
                Err(error) => self.report(&error),
            }
        });
    }

    /// Opens a workspace file as a new workspace.
    pub fn open_workspace_file(self, file: File) {
        spawn_local(async move {
            match bytes_of(&file).await {
                Ok(bytes) => self.open_bytes(bytes, None, Page::Existing).await,
                Err(error) => self.report(&error),
            }
        });
    }

    /// Opens the bytes of a workspace file as a new workspace and shows `page`; one that needs a passphrase asks for it.
    pub async fn open_bytes(self, bytes: Vec<u8>, passphrase: Option<String>, page: Page) {
        match self.call(EngineCall::OpenFile { bytes: bytes.clone(), passphrase }).await {
            Ok(reply) => {
                self.passphrase.set(None);
                self.show_opened(reply, false, page);
                self.filed.set(Some(self.revision.get_untracked()));
            }
            Err(EngineError::Store(problem @ (StoreProblem::NeedsPassphrase | StoreProblem::WrongPassphrase))) => {
                let wrong = problem == StoreProblem::WrongPassphrase;
                self.passphrase.set(Some(PassphraseFor::Open { bytes: bytes.into(), wrong }));
            }
            Err(error) => {
                self.passphrase.set(None);
                self.report(&error);
            }
        }
    }

    /// The open workspace as a file among the user's downloads.
    pub fn save_as_file(self) {
        self.save_file_under(None);
    }

    /// Under a passphrase where there is one.
    pub fn save_file_under(self, passphrase: Option<String>) {
        spawn_local(async move {
            let revision = self.revision.get_untracked();
            if let Some((name, bytes)) = self.workspace_file(passphrase).await {
                self.download(&name, MEDIA_TYPE, &bytes);
                self.filed.set(Some(revision));
            }
        });
    }

    /// Name and bytes of the open workspace's file. What goes wrong is said to the user.
    pub(super) async fn workspace_file(self, passphrase: Option<String>) -> Option<(String, Vec<u8>)> {
        match self.call(EngineCall::SaveAsFile { passphrase }).await {
            Ok(EngineReply::File { name, bytes }) => Some((name, bytes)),
            Ok(_) => None,
            Err(error) => {
                self.report(&error);
                None
            }
        }
    }

    /// Saves bytes among the user's downloads; a refusal is shown.
    pub fn download(self, name: &str, media_type: &str, bytes: &[u8]) {
        if let Err(error) = save_file(name, media_type, bytes) {
            self.report(&EngineError::Store(StoreProblem::Other { detail: error.to_string() }));
        }
    }

    pub fn rename_workspace(self, id: String, name: String) {
        if untrack(|| self.is_open(&id)) {
            self.dispatch(Action::Rename { name });
            // The list shows stored workspaces; the open one's new name is known before it is stored.
            self.refresh_recent();
            return;
        }
        self.change_list(EngineCall::RenameWorkspace { id, name });
    }

    pub fn duplicate_workspace(self, id: String, name: &str) {
        let name = self.texts_now().copy_of(name);
        self.change_list(EngineCall::DuplicateWorkspace { id, name });
    }

    /// Makes a copy without names: a file among the downloads, or a workspace in the list.
    pub fn copy_anonymised(self, id: String, to: CopyTo) {
        let words = anonymous_words(self.texts_now());
        let name = words.workspace.clone();
        spawn_local(async move {
            match self.call(EngineCall::AnonymisedCopy { id, words: Box::new(words), to }).await {
                Ok(EngineReply::File { name, bytes }) => self.download(&name, MEDIA_TYPE, &bytes),
                Ok(_) => self.say(self.texts_now().anonymous_kept(name), None),
                Err(error) => self.report(&error),
            }
            self.refresh_recent();
        });
    }

    /// Deletes with a way back.
    pub fn delete_workspace(self, id: String, name: String) {
        if untrack(|| self.is_open(&id)) {
            self.enter(None, true);
        }
        self.change_list(EngineCall::DeleteWorkspace { id: id.clone() });
        self.say(self.texts_now().workspace_deleted(name), Some(ToastAction::Restore { id }));
    }

    pub fn restore_workspace(self, id: String) {
        self.change_list(EngineCall::RestoreWorkspace { id });
    }

    /// After the engine has stopped: starts it and opens what was open.
    pub fn start_engine_again(self) {
        let open = self.opened.get_untracked();
        self.engine().restart();
        self.stopped.set(None);
        self.enter(None, true);
        if let Some(opened) = open {
            self.open_workspace(opened.id, self.page.get_untracked());
        }
    }

    /// Makes this tab the one that writes the open workspace.
    pub fn take_over(self) {
        spawn_local(async move {
            if let Err(error) = self.call(EngineCall::TakeOver).await {
                self.report(&error);
            }
        });
    }

    fn change_list(self, call: EngineCall) {
        spawn_local(async move {
            if let Err(error) = self.call(call).await {
                self.report(&error);
            }
            self.refresh_recent();
        });
    }

    fn show_opened(self, reply: EngineReply, saved: bool, page: Page) {
        if let EngineReply::Opened(opened) = reply {
            self.summaries.update(Vec::clear);
            self.enter(Some(opened), saved);
            go(page);
        }
    }

    /// What is stored of a workspace, byte for byte, as a file: for one that this build cannot read.
    pub fn save_raw(self, id: String) {
        spawn_local(async move {
            match self.call(EngineCall::RawExport { id }).await {
                Ok(EngineReply::File { name, bytes }) => self.download(&name, MEDIA_TYPE, &bytes),
                Ok(_) => {}
                Err(error) => self.report(&error),
            }
        });
    }

    /// A workspace that cannot be opened leads to the list of those that can; its bytes can still be had.
    fn refuse_to_open(self, id: String, error: &EngineError) {
        self.report(error);
        if matches!(error, EngineError::Store(StoreProblem::Damaged { .. } | StoreProblem::Checksum | StoreProblem::Newer { .. })) {
            self.toast.update(|toast| toast.iter_mut().for_each(|toast| toast.action = Some(ToastAction::RawExport { id: id.clone() })));
        }
        // The preference only says what to open first.
        drop(Preferences::update(|preferences| preferences.last_workspace = None));
        self.refresh_recent();
        if self.opened.with_untracked(Option::is_none) && self.page.get_untracked().needs_workspace() {
            go(Page::Start);
        }
    }
}

fn anonymous_words(texts: Texts) -> AnonymousWords {
    let word = str::to_owned;
    AnonymousWords {
        workspace: word(texts.anonymous_title()),
        customer: word(texts.anonymous_customer()),
        id: word(texts.anonymous_id()),
        prospect: word(texts.anonymous_prospect()),
        entry: word(texts.anonymous_entry_key()),
        rep: word(texts.anonymous_rep()),
        person: word(texts.anonymous_person()),
        region: word(texts.anonymous_region()),
        product: word(texts.anonymous_product()),
        order: word(texts.anonymous_order()),
        file: word(texts.anonymous_file_word()),
        sheet: word(texts.anonymous_sheet()),
        stage: word(texts.anonymous_stage()),
        scenario: word(texts.anonymous_scenario()),
        item: word(texts.anonymous_item()),
        removed: word(texts.anonymous_removed()),
    }
}

async fn bytes_of(file: &File) -> Result<Vec<u8>, EngineError> {
    let unreadable = |_| EngineError::Import(ImportError::Io { detail: file.name() });
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(unreadable)?;
    Ok(Uint8Array::new(buffer.unchecked_ref::<ArrayBuffer>()).to_vec())
}
