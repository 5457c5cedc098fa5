//! One workspace with its engine, and how much of it has reached a store.

use super::contract::{Durability, Generation, SavedWorkspace, Version, VersionNote, WorkspaceStore};
use super::document::Found;
use super::format;
use super::shelf::Shelf;
use crate::engine::protocol::{OlderState, OpenedWorkspace, StoreProblem, WorkspaceSummary};
use crate::engine::{Engine, Query, Revision, View};
use crate::tables::Dataset;
use crate::workspace::{Action, History, Workspace};

pub(super) struct OpenWorkspace {
    id: String,
    pub(super) engine: Engine,
    shelf: Shelf,
    /// `None` until the first save.
    generation: Option<Generation>,
    saved: Option<Revision>,
    /// The revision whose save has failed.
    failed: Option<Revision>,
    /// When it last went out as a file, and at which revision; `true` until the store knows.
    exported_at: Option<f64>,
    exported: Option<Revision>,
    export_is_news: bool,
    unfiled: Unfiled,
    /// What the store holds was written by an older build: it is kept beside the first save of this one.
    migrates: bool,
    /// What was saved last is on the disk for certain.
    secured: bool,
    older: Option<OlderState>,
    /// Another tab writes it; this one only shows it.
    pub(super) is_read_only: bool,
}

/// What is in no file yet.
#[derive(Clone, Copy, Debug, Default)]
struct Unfiled {
    changes: u64,
    /// In milliseconds since 1970.
    since: Option<f64>,
    /// Changes up to this revision are counted.
    counted: Revision,
}

impl OpenWorkspace {
    pub(super) fn new(id: String, engine: Engine) -> Self {
        Self {
            id,
            unfiled: Unfiled { counted: engine.revision(), ..Unfiled::default() },
            engine,
            shelf: Shelf::default(),
            generation: None,
            saved: None,
            failed: None,
            exported_at: None,
            exported: None,
            export_is_news: false,
            migrates: false,
            secured: true,
            older: None,
            is_read_only: false,
        }
    }

    /// A workspace as it is kept; a deleted one has to be restored first. Where the newest state is damaged, the newest whole one, which
    /// says so; where none is whole, the newest that can be read at all, without the tables it has lost.
    pub(super) async fn load(store: &dyn WorkspaceStore, id: &str) -> Result<Self, StoreProblem> {
        let mut shelf = Shelf::default();
        let problem = match store.load(id).await {
            Ok((summary, ..)) if summary.deleted_at.is_some() => return Err(StoreProblem::NotFound),
            Ok((summary, kept, generation)) => match format::loaded_whole(&kept, &mut shelf) {
                Ok(found) => return Ok(Self::found(summary, found, shelf, generation)),
                Err(problem) => problem,
            },
            Err(problem) => problem,
        };
        match problem {
            StoreProblem::Damaged { .. } | StoreProblem::Checksum => Self::load_older(store, id, problem).await,
            other => Err(other),
        }
    }

    async fn load_older(store: &dyn WorkspaceStore, id: &str, problem: StoreProblem) -> Result<Self, StoreProblem> {
        let Ok(versions) = store.versions(id).await else { return Err(problem) };
        let Some(newest) = versions.first() else { return Err(problem) };
        // One for all: what cannot be read is remembered, so that it is written anew should it be imported once more.
        let mut shelf = Shelf::default();
        let mut partial: Option<Self> = None;
        for version in &versions {
            let Ok(kept) = store.load_version(id, version.generation).await else { continue };
            let Ok(found) = format::loaded(&kept, &mut shelf) else { continue };
            let is_whole = found.history.present().data.lost.is_empty();
            if partial.as_ref().is_some_and(|partial| !is_whole || !partial.would_get_back(&found)) {
                continue;
            }
            // Saves go on behind the damaged state, which stays where it is.
            let mut opened = Self::found(version.summary.clone(), found, Shelf::default(), newest.generation);
            if version.generation != newest.generation {
                let (saved_at, lost_at) = (version.summary.changed_at, newest.summary.changed_at);
                opened.older = Some(OlderState { saved_at, lost_at, problem: problem.clone() });
                opened.saved = None;
            }
            if is_whole {
                return Ok(Self { shelf, ..opened });
            }
            partial = Some(opened);
        }
        partial.map(|partial| Self { shelf, ..partial }).ok_or(problem)
    }

    /// Whether another state has a table that this one has lost. One from before the table came is no help.
    fn would_get_back(&self, other: &Found) -> bool {
        let data = &other.history.present().data;
        self.engine.workspace().data.lost.iter().any(|lost| data.has(lost.kind))
    }

    fn found(summary: WorkspaceSummary, found: Found, shelf: Shelf, generation: Generation) -> Self {
        let engine = Engine::with_history(found.history);
        let saved = Some(engine.revision());
        let (exported_at, migrates) = (summary.exported_at, found.is_old);
        let unfiled = Unfiled { changes: summary.changes_since_file, since: summary.unfiled_since, counted: engine.revision() };
        Self { shelf, generation: Some(generation), saved, exported_at, unfiled, migrates, ..Self::new(summary.id, engine) }
    }

    pub(super) fn opened(&self) -> OpenedWorkspace {
        OpenedWorkspace {
            id: self.id.clone(),
            name: self.engine.workspace().name.clone(),
            revision: self.engine.revision(),
            generation: self.generation,
            older: self.older.clone(),
        }
    }

    pub(super) fn id(&self) -> &str {
        &self.id
    }

    pub(super) fn generation(&self) -> Option<Generation> {
        self.generation
    }

    /// The state in a kept version, as far as it can be read; tables that the open workspace has too are shared.
    pub(super) fn state_of(&mut self, kept: &SavedWorkspace) -> Result<Workspace, StoreProblem> {
        format::loaded(kept, &mut self.shelf).map(|found| found.history.present().clone())
    }

    pub(super) fn is_unsaved(&self) -> bool {
        self.saved != Some(self.engine.revision()) || self.export_is_news
    }

    pub(super) fn wants_save(&self) -> bool {
        self.is_unsaved() && !self.is_read_only && self.failed != Some(self.engine.revision())
    }

    /// Whether the last save has failed and nothing was changed since.
    pub(super) fn wants_retry(&self) -> bool {
        self.is_unsaved() && !self.is_read_only && self.failed == Some(self.engine.revision())
    }

    /// The state another tab has saved in the place of the one shown; `false` where there is none.
    pub(super) async fn reload(&mut self, store: &dyn WorkspaceStore) -> Result<bool, StoreProblem> {
        let newest = store.versions(&self.id).await?.first().map(|version| version.generation);
        if newest == self.generation {
            return Ok(false);
        }
        let Self { engine, saved: _, shelf, generation, exported_at, unfiled, migrates, older, .. } = Self::load(store, &self.id).await?;
        self.engine = Engine::after(engine.history().clone(), self.engine.revision());
        self.saved = Some(self.engine.revision());
        self.unfiled = Unfiled { counted: self.engine.revision(), ..unfiled };
        (self.shelf, self.generation, self.exported_at, self.migrates, self.older) = (shelf, generation, exported_at, migrates, older);
        (self.failed, self.export_is_news) = (None, false);
        Ok(true)
    }

    /// Whether nothing is lost without a save: the user has this very state in a file, or has not begun yet.
    pub(super) fn can_be_left(&self) -> bool {
        let history = self.engine.history();
        let begun = !history.past().is_empty() || history.present().data != Dataset::default();
        self.exported == Some(self.engine.revision()) || !(begun || self.generation.is_some())
    }

    pub(super) fn note_export(&mut self, now: f64) {
        self.exported_at = Some(now);
        self.exported = Some(self.engine.revision());
        self.export_is_news = true;
        self.unfiled = Unfiled { counted: self.engine.revision(), ..Unfiled::default() };
    }

    fn count_unfiled(&mut self, now: f64) {
        let (revision, Unfiled { changes, since, counted }) = (self.engine.revision(), self.unfiled);
        let changes = changes + revision.saturating_sub(counted);
        let is_unfiled = changes > 0 || self.exported_at.is_none();
        self.unfiled = Unfiled { changes, since: since.or(is_unfiled.then_some(now)), counted: revision };
    }

    pub(super) async fn save(&mut self, store: &dyn WorkspaceStore, durability: Durability, now: f64) -> Result<(), StoreProblem> {
        let revision = self.engine.revision();
        let durability = if self.migrates { Durability::Strict } else { durability };
        let result = self.try_save(store, durability, now).await;
        match result {
            Ok(generation) => {
                self.generation = Some(generation);
                self.shelf.mended.clear();
                self.saved = Some(revision);
                self.failed = None;
                self.export_is_news = false;
                self.migrates = false;
                self.secured = durability == Durability::Strict;
                Ok(())
            }
            Err(problem) => {
                self.failed = Some(revision);
                Err(problem)
            }
        }
    }

    /// Puts on the disk what was saved without waiting for it.
    pub(super) async fn secure(&mut self, store: &dyn WorkspaceStore) -> Result<(), StoreProblem> {
        if !self.secured {
            store.secure(&self.id).await?;
            self.secured = true;
        }
        Ok(())
    }

    async fn try_save(&mut self, store: &dyn WorkspaceStore, durability: Durability, now: f64) -> Result<Generation, StoreProblem> {
        let kept = format::saved(self.engine.history(), &mut self.shelf)?;
        if self.migrates {
            self.hold_the_old(store).await?;
        }
        let summary = self.summary(kept.size(), now);
        let note = VersionNote { change: change_code(self.engine.history()), ..VersionNote::default() };
        store.save(&summary, &kept, &note, self.generation, durability).await
    }

    /// The last state in the old format is not thinned out with the others.
    async fn hold_the_old(&self, store: &dyn WorkspaceStore) -> Result<(), StoreProblem> {
        let Some(generation) = self.generation else { return Ok(()) };
        let Some(Version { note, .. }) = store.versions(&self.id).await?.into_iter().find(|version| version.generation == generation)
        else {
            return Ok(());
        };
        store.note_version(&self.id, generation, &VersionNote { before_migration: true, ..note }).await
    }

    /// Goes on as a workspace of its own, because the one under the old id has the work of another tab in it.
    pub(super) fn fork(&mut self, id: String) -> Result<(), StoreProblem> {
        let name = next_name(&self.engine.workspace().name);
        let renamed = self.engine.apply(&Action::Rename { name });
        renamed.map_err(|error| StoreProblem::Other { detail: format!("{error:?}") })?;
        self.id = id;
        self.generation = None;
        self.migrates = false;
        Ok(())
    }

    fn summary(&mut self, size: u64, now: f64) -> WorkspaceSummary {
        let customers = match self.engine.query(&Query::Workspace) {
            Ok(View::Workspace(view)) => view.customers,
            _ => 0,
        };
        let rows = self.engine.workspace().data.rows();
        self.count_unfiled(now);
        WorkspaceSummary {
            id: self.id.clone(),
            name: self.engine.workspace().name.clone(),
            customers,
            rows,
            size,
            changed_at: now,
            exported_at: self.exported_at,
            changes_since_file: self.unfiled.changes,
            unfiled_since: self.unfiled.since,
            class_shares: self.engine.summary_shares(),
            deleted_at: None,
            damaged: false,
        }
    }
}

/// Code of the change that led to the present; empty at the beginning.
fn change_code(history: &History) -> String {
    let code = history.past().last().and_then(|step| serde_json::to_value(step.change).ok());
    code.and_then(|code| code.as_str().map(str::to_owned)).unwrap_or_default()
}

/// `Harbour` → `Harbour (2)` → `Harbour (3)`.
fn next_name(name: &str) -> String {
    let numbered = name.strip_suffix(')').and_then(|name| name.rsplit_once(" ("));
    let next = numbered.and_then(|(stem, number)| Some((stem, number.parse::<u32>().ok()?.checked_add(1)?)));
    let (stem, number) = next.unwrap_or((name, 2));
    format!("{stem} ({number})")
}

#[cfg(test)]
mod tests {
    use super::next_name;

    #[test]
    fn forks_are_numbered() {
        assert_eq!(next_name("Harbour"), "Harbour (2)");
        assert_eq!(next_name("Harbour (2)"), "Harbour (3)");
        assert_eq!(next_name("Harbour (UK)"), "Harbour (UK) (2)");
        assert_eq!(next_name(""), " (2)");
    }
}
