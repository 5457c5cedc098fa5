//! One workspace with its engine, and how much of it has reached a store.

use super::contract::{Generation, WorkspaceStore};
use super::format;
use super::shelf::Shelf;
use crate::engine::protocol::{OpenedWorkspace, StoreProblem, WorkspaceSummary};
use crate::engine::{Engine, Query, Revision, View};
use crate::tables::Dataset;
use crate::workspace::Action;

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
}

impl OpenWorkspace {
    pub(super) fn new(id: String, engine: Engine) -> Self {
        Self {
            id,
            engine,
            shelf: Shelf::default(),
            generation: None,
            saved: None,
            failed: None,
            exported_at: None,
            exported: None,
            export_is_news: false,
        }
    }

    /// A workspace as it is kept; a deleted one has to be restored first.
    pub(super) async fn load(store: &dyn WorkspaceStore, id: &str) -> Result<Self, StoreProblem> {
        let (summary, kept, generation) = store.load(id).await?;
        if summary.deleted_at.is_some() {
            return Err(StoreProblem::NotFound);
        }
        let mut shelf = Shelf::default();
        let engine = Engine::with_history(format::loaded(&kept, &mut shelf)?);
        let saved = Some(engine.revision());
        Ok(Self { shelf, generation: Some(generation), saved, exported_at: summary.exported_at, ..Self::new(summary.id, engine) })
    }

    pub(super) fn opened(&self) -> OpenedWorkspace {
        OpenedWorkspace { id: self.id.clone(), name: self.engine.workspace().name.clone(), revision: self.engine.revision() }
    }

    pub(super) fn is_unsaved(&self) -> bool {
        self.saved != Some(self.engine.revision()) || self.export_is_news
    }

    pub(super) fn wants_save(&self) -> bool {
        self.is_unsaved() && self.failed != Some(self.engine.revision())
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
    }

    pub(super) async fn save(&mut self, store: &dyn WorkspaceStore, now: f64) -> Result<(), StoreProblem> {
        let revision = self.engine.revision();
        let result = self.try_save(store, now).await;
        match result {
            Ok(generation) => {
                self.generation = Some(generation);
                self.saved = Some(revision);
                self.failed = None;
                self.export_is_news = false;
                Ok(())
            }
            Err(problem) => {
                self.failed = Some(revision);
                Err(problem)
            }
        }
    }

    async fn try_save(&mut self, store: &dyn WorkspaceStore, now: f64) -> Result<Generation, StoreProblem> {
        let kept = format::saved(self.engine.history(), &mut self.shelf)?;
        let summary = self.summary(kept.size(), now);
        store.save(&summary, &kept, self.generation).await
    }

    /// Goes on as a workspace of its own, because the one under the old id has the work of another tab in it.
    pub(super) fn fork(&mut self, id: String) -> Result<(), StoreProblem> {
        let name = next_name(&self.engine.workspace().name);
        let renamed = self.engine.apply(&Action::Rename { name });
        renamed.map_err(|error| StoreProblem::Other { detail: format!("{error:?}") })?;
        self.id = id;
        self.generation = None;
        Ok(())
    }

    fn summary(&mut self, size: u64, now: f64) -> WorkspaceSummary {
        let customers = match self.engine.query(&Query::Workspace) {
            Ok(View::Workspace(view)) => view.customers,
            _ => 0,
        };
        let rows = self.engine.workspace().data.rows();
        WorkspaceSummary {
            id: self.id.clone(),
            name: self.engine.workspace().name.clone(),
            customers,
            rows,
            size,
            changed_at: now,
            exported_at: self.exported_at,
            class_shares: self.engine.summary_shares(),
            deleted_at: None,
        }
    }
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
