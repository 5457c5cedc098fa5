//! The course of one import: files in, guesses and answers back and forth, the whole read, tables in the engine.
//! Holds the signals the dialog shows; draws nothing.

use std::collections::VecDeque;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use super::door::{Asked, ImportDoor};
use super::job::{Done, Dropped, Job, page_of};
use crate::browser::{FilesJob, clock, offline, pasted_file, preferences};
use crate::engine::protocol::{EngineCall, EngineError, EngineReply, FilesMessage, ImportSummary, ImportTarget};
use crate::import::{Choices, ImportError, Preview, Progress, Role, SheetRef};
use crate::ui::router::go;
use crate::ui::state::AppState;

/// Nothing is shown for work that ends sooner.
const BLINK: Duration = Duration::from_millis(150);
const NOTICEABLE: Duration = Duration::from_millis(300);

/// Where an import stands.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage {
    Closed,
    /// The first part of the files is being looked at, or shown and changed.
    Mapping,
    /// The whole is being read since then (milliseconds since 1970).
    Reading {
        since: f64,
    },
    /// Nothing can be read; nothing was changed.
    Failed(ImportError),
}

/// Handles to the signals; copy it freely.
#[derive(Clone, Copy)]
pub struct ImportFlow {
    state: AppState,
    door: ImportDoor,
    pub stage: RwSignal<Stage>,
    /// Whether the dialog is on screen; short work never shows it.
    pub shown: RwSignal<bool>,
    pub dropped: RwSignal<Vec<Dropped>>,
    pub preview: RwSignal<Option<Preview>>,
    /// What the last answers made impossible, while the preview before them still stands.
    pub problem: RwSignal<Option<ImportError>>,
    pub choices: RwSignal<Choices>,
    pub target: RwSignal<ImportTarget>,
    pub progress: RwSignal<Option<Progress>>,
    /// The worker is looking at the files by the latest answers.
    pub looking: RwSignal<bool>,
    job: StoredValue<Option<Job>, LocalStorage>,
    done: StoredValue<Option<Done>, LocalStorage>,
}

impl ImportFlow {
    #[must_use]
    pub fn new(state: AppState, door: ImportDoor) -> Self {
        let (stage, shown) = (RwSignal::new(Stage::Closed), RwSignal::new(false));
        Effect::new(move |before: Option<bool>| {
            let asks_user = shown.get();
            let at_work = stage.with(|stage| matches!(stage, Stage::Reading { .. }) || (*stage == Stage::Mapping && !asks_user));
            if at_work != before.unwrap_or_default() {
                door.set_at_work(at_work);
            }
            at_work
        });
        Self {
            state,
            door,
            stage,
            shown,
            dropped: RwSignal::new(Vec::new()),
            preview: RwSignal::new(None),
            problem: RwSignal::new(None),
            choices: RwSignal::new(Choices::default()),
            target: RwSignal::new(ImportTarget::New),
            progress: RwSignal::new(None),
            looking: RwSignal::new(false),
            job: StoredValue::new_local(None),
            done: StoredValue::new_local(None),
        }
    }

    /// From context; the room provides it once.
    #[must_use]
    pub fn get() -> Self {
        expect_context::<Self>()
    }

    /// Begins with what came through the door.
    pub fn take_on(self, asked: Asked) {
        match asked {
            Asked::Files { files, target } => {
                self.target.set(target.unwrap_or(ImportTarget::New));
                self.begin(files, Choices::default(), |_| {});
            }
            Asked::Text(text) => self.take_text(&text),
            Asked::Sample { file, name, followed_by } => self.take_sample(file, name, followed_by),
            Asked::Duplicates => self.add_duplicates(),
        }
    }

    /// Cells that were pasted.
    pub fn take_text(self, text: &str) {
        let name = self.state.texts_now().import_pasted_name();
        match pasted_file(name, text) {
            Ok(file) => {
                self.target.set(ImportTarget::New);
                self.begin(vec![file], Choices::default(), |_| {});
            }
            Err(error) => self.state.report(&EngineError::Import(ImportError::Io { detail: error.to_string() })),
        }
    }

    /// A sample goes the way of any file; where nothing is unclear, without a question.
    fn take_sample(self, file_name: &'static str, name: &'static str, followed_by: Option<&'static str>) {
        spawn_local(async move {
            let Some(file) = self.sample_file(file_name).await else { return };
            self.target.set(ImportTarget::New);
            self.begin(vec![file], Choices::default(), |job| {
                job.automatic = true;
                job.name = Some(name.to_owned());
                job.followed_by = followed_by;
            });
        });
    }

    /// Takes a further file of a sample into the workspace that its first one has opened.
    fn take_follower(self, file_name: &'static str) {
        spawn_local(async move {
            let Some(file) = self.sample_file(file_name).await else { return };
            self.begin(vec![file], Choices::default(), |job| {
                job.automatic = true;
                job.follows = true;
            });
            self.target.set(ImportTarget::Append);
        });
    }

    /// Reads further tables of the same files; where something must be answered first, the dialog asks.
    fn take_tables(self, files: Vec<File>, sheets: Vec<SheetRef>, waiting: VecDeque<Vec<SheetRef>>) {
        self.begin(files, Choices { sheets: Some(sheets), ..Choices::default() }, |job| {
            job.automatic = true;
            job.follows = true;
            job.waiting = waiting;
        });
    }

    async fn sample_file(self, file_name: &'static str) -> Option<File> {
        match offline::sample(file_name).await {
            Ok(file) => Some(file),
            Err(error) => {
                self.state.report(&EngineError::Import(ImportError::Io { detail: error.to_string() }));
                None
            }
        }
    }

    /// Takes the last import back and in again, this time with the rows that are the same as rows already there.
    fn add_duplicates(self) {
        self.door.has_last.set(false);
        let Some(Done { files, choices }) = self.done.try_update_value(Option::take).flatten() else { return };
        spawn_local(async move {
            if let Err(error) = self.state.changed(EngineCall::Undo).await {
                self.state.report(&error);
                return;
            }
            self.begin(files, choices, |job| {
                job.automatic = true;
                job.keep_duplicates = true;
            });
            self.target.set(ImportTarget::Append);
        });
    }

    /// Changes an answer; the worker looks again by it.
    pub fn choose(self, edit: impl FnOnce(&mut Choices)) {
        self.choices.update(edit);
        if self.looking.get_untracked() {
            self.job.update_value(|job| {
                if let Some(job) = job {
                    job.again = true;
                }
            });
        } else {
            self.look();
        }
    }

    /// Uses a column for something; another that was used for it is released.
    pub fn use_column(self, column: u32, role: Option<Role>) {
        let released = self.preview.with_untracked(|preview| {
            let columns = preview.iter().flat_map(|preview| &preview.columns);
            columns
                .filter(|other| role.is_some() && other.role == role && other.index != column)
                .map(|other| other.index)
                .collect::<Vec<_>>()
        });
        self.choose(|choices| {
            choices.roles.extend(released.into_iter().map(|other| (other, None)));
            choices.roles.insert(column, role);
        });
    }

    /// Reads the whole by the settled plan.
    pub fn accept(self) {
        let Some(plan) = self.preview.with_untracked(|preview| preview.as_ref().and_then(|preview| preview.plan.clone())) else { return };
        let target = self.target.get_untracked();
        let engine = self.state.engine();
        let reading = self.job.with_value(|job| {
            job.as_ref().map(|job| job.worker.read_into(&engine, plan, target, job.workspace_name(), job.keep_duplicates))
        });
        let Some(reading) = reading else { return };
        self.remember();
        self.progress.set(None);
        self.stage.set(Stage::Reading { since: clock::now() });
        self.show_later(NOTICEABLE);
        spawn_local(async move {
            match reading.await {
                Ok(EngineReply::Imported(summary)) => self.finish(*summary),
                Ok(_) => self.close(),
                Err(error) => self.fail_reading(error),
            }
        });
    }

    /// Ends the job wherever it stands; the open workspace is as it was.
    pub fn cancel(self) {
        self.job.with_value(|job| {
            if let Some(job) = job {
                job.worker.cancel();
            }
        });
        self.close();
    }

    fn begin(self, files: Vec<File>, choices: Choices, set_up: impl FnOnce(&mut Job)) {
        self.cancel();
        self.dropped.set(files.iter().map(|file| Dropped { name: file.name(), size: file.size() as u64 }).collect());
        self.choices.set(choices);
        if self.state.opened.with_untracked(Option::is_none) {
            self.target.set(ImportTarget::New);
        }
        let worker = FilesJob::start(move |message| self.receive(message));
        let mut job = Job::new(worker, files);
        set_up(&mut job);
        let wait = if job.automatic { NOTICEABLE } else { BLINK };
        self.job.set_value(Some(job));
        self.stage.set(Stage::Mapping);
        self.show_later(wait);
        self.look();
    }

    fn look(self) {
        self.looking.set(true);
        let choices = self.choices.get_untracked();
        self.job.with_value(|job| {
            if let Some(job) = job {
                job.worker.inspect(&job.files, choices, preferences::mapping_memory());
            }
        });
    }

    fn receive(self, message: FilesMessage) {
        match message {
            FilesMessage::Preview(preview) => self.receive_preview(*preview),
            FilesMessage::Progress(progress) => self.progress.set(Some(progress)),
            FilesMessage::Failed(error) => self.fail(error),
            FilesMessage::Ready | FilesMessage::Handed | FilesMessage::Xlsx(_) | FilesMessage::XlsxFailed(_) => {}
        }
    }

    fn receive_preview(self, preview: Preview) {
        if self.looks_again() {
            return;
        }
        let settled = preview.plan.is_some();
        self.problem.set(None);
        self.preview.set(Some(preview));
        let automatic = self.job.with_value(|job| job.as_ref().is_some_and(|job| job.automatic));
        if automatic && settled {
            self.accept();
        } else {
            self.shown.set(true);
        }
    }

    /// Whether an answer has come meanwhile; then the result at hand is already out of date.
    fn looks_again(self) -> bool {
        self.looking.set(false);
        let again = self.job.try_update_value(|job| job.as_mut().is_some_and(|job| std::mem::take(&mut job.again))) == Some(true);
        if again {
            self.look();
        }
        again
    }

    /// A file that cannot be read, or an answer that makes it unreadable.
    fn fail(self, error: ImportError) {
        let looking = self.looking.get_untracked();
        if looking && self.looks_again() {
            return;
        }
        self.shown.set(true);
        if looking && self.preview.with_untracked(Option::is_some) && error != ImportError::Crashed {
            self.problem.set(Some(error));
        } else {
            self.stage.set(Stage::Failed(error));
        }
    }

    fn fail_reading(self, error: EngineError) {
        // A cancelled read has nothing to say; one that broke has said it already.
        if !matches!(self.stage.get_untracked(), Stage::Reading { .. }) {
            return;
        }
        let error = match error {
            EngineError::Import(error) => error,
            EngineError::ImportInterrupted => ImportError::Crashed,
            other => {
                self.close();
                return self.state.report(&other);
            }
        };
        self.stage.set(Stage::Failed(error));
        self.shown.set(true);
    }

    fn finish(self, summary: ImportSummary) {
        let choices = self.choices.get_untracked();
        let (kind, after) =
            self.preview.with_untracked(|preview| preview.as_ref().map(|preview| (preview.kind, preview.after.clone()))).unzip();
        let Some(Job { files, followed_by, follows, mut waiting, .. }) = self.job.try_update_value(Option::take).flatten() else { return };
        waiting.extend(after.into_iter().flatten());
        self.door.has_last.set(true);
        self.done.set_value(Some(Done { files: files.clone(), choices }));
        self.close();
        let opened = summary.opened.clone();
        if self.target.get_untracked() == ImportTarget::New && opened.is_some() {
            // Whatever follows goes into the workspace that is there now.
            self.target.set(ImportTarget::Append);
        }
        if let Some(opened) = opened {
            self.state.enter(Some(opened), false);
        }
        self.state.summaries.update(|summaries| {
            if !follows {
                summaries.clear();
            }
            summaries.push(summary);
        });
        if !follows {
            go(page_of(kind));
        }
        if let Some(follower) = followed_by {
            self.take_follower(follower);
        } else if let Some(sheets) = waiting.pop_front() {
            self.take_tables(files, sheets, waiting);
        }
    }

    fn close(self) {
        self.shown.set(false);
        self.stage.set(Stage::Closed);
        self.preview.set(None);
        self.problem.set(None);
        self.progress.set(None);
        self.looking.set(false);
        self.job.set_value(None);
    }

    /// The answers help with the next file that has the same header, those given earlier among them.
    fn remember(self) {
        let fingerprint = self.preview.with_untracked(|preview| preview.as_ref().map(|preview| preview.fingerprint.clone()));
        if let Some(fingerprint) = fingerprint.filter(|fingerprint| !fingerprint.is_empty()) {
            // Where nothing can be kept, the next import asks again.
            let earlier = preferences::mapping_memory().remove(&fingerprint).unwrap_or_default();
            drop(preferences::remember_mapping(&fingerprint, &self.choices.get_untracked().with_remembered(&earlier)));
        }
    }

    /// Shows the dialog if the work is not done by then.
    fn show_later(self, wait: Duration) {
        let stage = self.stage.get_untracked();
        set_timeout(
            move || {
                if self.stage.try_get_untracked().is_some_and(|now| now == stage && now != Stage::Closed) {
                    self.shown.set(true);
                }
            },
            wait,
        );
    }
}
