//! State of the versions page; the list is asked for again after every save.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::engine::protocol::{EngineCall, EngineReply, PartDifference, VersionRow};
use crate::ui::clock;
use crate::ui::state::{AppState, SaveState, ToastAction};

#[derive(Clone, Copy)]
pub struct VersionsState {
    pub app: AppState,
    /// The newest first.
    pub versions: RwSignal<Vec<VersionRow>>,
    /// The version that is compared with the present state, and in what it differs once that is known.
    pub compared: RwSignal<Option<(u64, Option<Vec<PartDifference>>)>>,
}

impl VersionsState {
    pub fn provide() -> Self {
        let app = AppState::get();
        let page = Self { app, versions: RwSignal::new(Vec::new()), compared: RwSignal::new(None) };
        provide_context(page);
        let saved = Memo::new(move |_| match app.save_state() {
            SaveState::Saved { at } => Some(at),
            _ => None,
        });
        Effect::new(move |_| {
            if saved.get().is_some() {
                page.refresh();
                // What is known of the last file stands with the list of workspaces.
                app.refresh_recent();
            }
        });
        page
    }

    #[must_use]
    pub fn get() -> Self {
        expect_context::<Self>()
    }

    /// When a version was saved, in words; tracked.
    #[must_use]
    pub fn when(self, at: f64) -> String {
        let texts = self.app.texts();
        let time = clock::local_time(at);
        let moment = texts.moment(time, clock::now());
        // Other days need their time too: several versions may be of one day.
        if moment.contains(&texts.clock(time)) { moment } else { format!("{moment} {}", texts.clock(time)) }
    }

    pub fn refresh(self) {
        spawn_local(async move {
            match self.app.call(EngineCall::Versions).await {
                Ok(EngineReply::Versions(rows)) => drop(self.versions.try_set(rows)),
                Ok(_) => {}
                Err(error) => self.app.report(&error),
            }
        });
    }

    /// `None`: the present state.
    pub fn name(self, generation: Option<u64>, name: String) {
        spawn_local(async move {
            let told = name.clone();
            match self.app.call(EngineCall::NameVersion { generation, name }).await {
                Ok(_) if !told.is_empty() => self.app.say(self.app.texts_now().versions_kept(told), None),
                Ok(_) => {}
                Err(error) => self.app.report(&error),
            }
            self.refresh();
        });
    }

    /// Shows in what a version differs, or puts that away.
    pub fn compare(self, generation: u64) {
        if self.compared.with_untracked(|compared| compared.as_ref().is_some_and(|(shown, _)| *shown == generation)) {
            self.compared.set(None);
            return;
        }
        self.compared.set(Some((generation, None)));
        spawn_local(async move {
            match self.app.call(EngineCall::CompareVersion { generation }).await {
                Ok(EngineReply::Differences(found)) => {
                    self.compared.try_update(|compared| {
                        if let Some((shown, differences)) = compared
                            && *shown == generation
                        {
                            *differences = Some(found);
                        }
                    });
                }
                Ok(_) => {}
                Err(error) => {
                    drop(self.compared.try_set(None));
                    self.app.report(&error);
                }
            }
        });
    }

    pub fn restore(self, version: &VersionRow) {
        let (generation, when) = (version.generation, self.when(version.saved_at));
        self.compared.set(None);
        spawn_local(async move {
            match self.app.changed(EngineCall::RestoreVersion { generation }).await {
                Ok(_) => self.app.say(self.app.texts_now().versions_restored(when), Some(ToastAction::Undo)),
                Err(error) => self.app.report(&error),
            }
        });
    }
}
