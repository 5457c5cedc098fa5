//! The whole surface of the core: [`Engine::apply`] and [`Engine::query`]. Plain data in, plain data out, synchronous.
//! Knows nothing of workers or storage; `protocol` names the messages that carry it between the programs.

mod answers;
mod cache;
mod crowd_view;
mod duplicates;
mod effort_view;
mod funnel_view;
mod growth_view;
mod growth_tables;
pub mod handover;
mod import;
mod import_figures;
mod packed;
mod potential_view;
pub mod protocol;
mod query;
mod rehearsal;
mod view;
mod class_list;
mod funnel_export;
mod funnel_lists;

pub use class_list::{CLASS_LIST_CODES, ClassListWording, PROSPECT_LIST_CODES, class_list};
pub use crowd_view::*;
pub use effort_view::*;
pub use funnel_export::{PLAN_CODES, PlanWording, plan_sheet, plan_table};
pub use funnel_lists::{AUDIT_CODES, GROUP_CODES, GROUP_LEVEL_CODES, audit_table, dimension_code, group_table, share_source_code};
pub use funnel_view::*;
pub use growth_tables::{
    GROWTH_CODES, TableWording, cause_code, future_table, matched_code, matrix_table, movers_table, products_table, review_code, spot_code,
    unmatched_table, wallet_table,
};
pub use growth_view::*;
pub use packed::{Answer, PackedView};
pub use potential_view::*;
pub use query::{ListQuery, Query, SortKey, TrialCuts};
pub use rehearsal::rehearse;
pub use view::*;

use std::sync::Arc;

use answers::{CrowdColumns, EffortBasis, FunnelBasis, Landmarks, RobustnessJob};
use cache::{Basis, Cache};
use protocol::EngineError;

use crate::chart::ScaleKind;
use crate::chart::crowd::CROWD;
use crate::classify::Side;
use crate::measure::Customers;
use crate::workspace::{Action, ActionError, Change, History, Migration, Workspace, migration, wallet};

/// The open workspace with its undo history, and what was computed from it so far.
#[derive(Default)]
pub struct Engine {
    history: History,
    revision: Revision,
    cache: Cache,
}

impl Engine {
    #[must_use]
    pub fn new(workspace: Workspace) -> Self {
        Self::with_history(History::new(workspace))
    }

    /// Goes on with a history as it was saved.
    #[must_use]
    pub fn with_history(history: History) -> Self {
        Self { history, revision: 1, cache: Cache::default() }
    }

    /// As [`Self::with_history`], in the place of an engine that had come to `revision`.
    #[must_use]
    pub fn after(history: History, revision: Revision) -> Self {
        Self { revision: revision + 1, ..Self::with_history(history) }
    }

    #[must_use]
    pub fn workspace(&self) -> &Workspace {
        self.history.present()
    }

    #[must_use]
    pub fn history(&self) -> &History {
        &self.history
    }

    #[must_use]
    pub fn revision(&self) -> Revision {
        self.revision
    }

    /// Makes a change. One that changes nothing leaves revision and history as they are.
    ///
    /// # Errors
    /// [`EngineError::BadAction`], for a funnel plan [`EngineError::BadPlan`]; nothing has changed then.
    pub fn apply(&mut self, action: &Action) -> Result<Revision, EngineError> {
        let next = self.workspace().apply(action).map_err(|error| match error {
            ActionError::BadPlan(fault) => EngineError::BadPlan(fault),
            ActionError::BadProspect(fault) => EngineError::BadProspect(fault),
            ActionError::BadPlacement(fault) => EngineError::BadPlacement(fault),
            error => EngineError::BadAction { detail: error.to_string() },
        })?;
        if !same(self.workspace(), &next) {
            self.record(action.change(), next);
        }
        Ok(self.revision)
    }

    /// Makes another state the present one, as one change.
    pub fn restore(&mut self, state: Workspace) -> Revision {
        if !same(self.workspace(), &state) {
            self.record(Change::RestoreVersion, state);
        }
        self.revision
    }

    /// # Errors
    /// [`EngineError::NothingToUndo`].
    pub fn undo(&mut self) -> Result<Revision, EngineError> {
        self.history.undo().ok_or(EngineError::NothingToUndo)?;
        self.revision += 1;
        Ok(self.revision)
    }

    /// # Errors
    /// [`EngineError::NothingToRedo`].
    pub fn redo(&mut self) -> Result<Revision, EngineError> {
        self.history.redo().ok_or(EngineError::NothingToRedo)?;
        self.revision += 1;
        Ok(self.revision)
    }

    /// Answers a question. Takes `&mut self` only to keep what was computed on the way.
    ///
    /// # Errors
    /// None so far; a customer that does not exist is answered with nothing.
    pub fn query(&mut self, query: &Query) -> Result<View, EngineError> {
        Ok(match query {
            Query::Workspace => self.workspace_view(),
            Query::Quadrant { side, trial } => {
                let basis = self.basis(*side, *trial);
                View::Quadrant(answers::quadrant(self.workspace(), &basis))
            }
            Query::Points { side, trial } => {
                let basis = self.basis(*side, *trial);
                View::Points(answers::points(self.workspace(), &basis))
            }
            Query::Landmarks { side, also } => View::Points(self.landmarks(*side, also)),
            Query::Crowd(query) => {
                let basis = self.basis(query.side, query.trial);
                let kind = query.frame.axes.contribution.kind();
                View::Crowd(self.with_columns(&basis, kind, |columns, _| answers::crowd(&basis, columns, query)))
            }
            Query::Point(query) => {
                let basis = self.basis(query.side, query.trial);
                // One customer's point is asked for on whatever axis there is.
                let kind = query.kind().or(self.cache.crowd.as_ref().map(CrowdColumns::kind)).unwrap_or_default();
                View::Point(self.with_columns(&basis, kind, |columns, workspace| answers::point(workspace, &basis, columns, query)))
            }
            Query::List(query) => self.list(query),
            Query::Curve { side } => {
                let basis = self.basis(*side, TrialCuts::default());
                View::Curve(answers::curve(&basis))
            }
            Query::Export { side } => {
                let basis = self.basis(*side, TrialCuts::default());
                View::Export(answers::export(self.workspace(), &basis))
            }
            Query::Potential => {
                let basis = self.basis(Side::Potential, TrialCuts::default());
                View::Potential(answers::potential(self.workspace(), &basis))
            }
            Query::Sheet { first, count } => {
                let basis = self.basis(Side::Potential, TrialCuts::default());
                View::Sheet(answers::sheet(self.workspace(), &basis, *first, *count))
            }
            Query::Placements { side } => {
                let basis = self.basis(*side, TrialCuts::default());
                View::Placements(answers::placements(self.workspace(), &basis))
            }
            Query::Data { first, count } => View::Data(answers::data(self.workspace(), self.revision, *first, *count)),
            Query::Card { side, customer } => {
                let basis = self.basis(*side, TrialCuts::default());
                let others = match side {
                    Side::Existing => self.cache.others(self.history.present()),
                    Side::Potential => Arc::default(),
                };
                View::Card(answers::card(self.workspace(), &basis, &others, *customer))
            }
            Query::Spellings => {
                let customers = self.cache.customers(self.history.present());
                View::Spellings(answers::spellings(self.workspace(), &customers))
            }
            Query::Robustness => self.robustness(),
            Query::Funnel { scenario } => {
                let basis = self.funnel_basis(*scenario);
                View::Funnel(answers::funnel(self.workspace(), self.revision, &basis))
            }
            Query::FunnelGroups { scenario, dimension } => {
                let basis = self.funnel_basis(*scenario);
                View::FunnelGroups(answers::funnel_groups(self.workspace(), self.revision, &basis, *dimension))
            }
            Query::FunnelEntries(query) => {
                let basis = self.funnel_basis(query.scenario);
                View::FunnelEntries(answers::funnel_entries(self.workspace(), self.revision, &basis, query))
            }
            Query::FunnelCertainty { scenario } => self.certainty(*scenario),
            Query::FunnelScenarios => {
                let bases: Vec<FunnelBasis> =
                    (0..self.workspace().funnel.scenarios.len()).map(|index| FunnelBasis::new(self.workspace(), index)).collect();
                View::FunnelScenarios(answers::funnel_scenarios(self.workspace(), self.revision, &bases))
            }
            Query::Effort(query) => {
                let basis = self.basis(Side::Existing, TrialCuts::default());
                let effort = self.effort_basis(&basis);
                let basis = match query {
                    EffortQuery::Card { side: Side::Potential, .. } => self.basis(Side::Potential, TrialCuts::default()),
                    _ => basis,
                };
                answers::effort(self.workspace(), self.revision, &basis, &effort, query)
            }
            Query::FunnelProgress { scenario } => {
                let basis = self.funnel_basis(*scenario);
                View::FunnelProgress(answers::funnel_progress(self.workspace(), self.revision, &basis))
            }
            Query::Changes => {
                let (customers, found) = self.changes_basis();
                View::Changes(answers::changes(self.workspace(), self.revision, &customers, &found))
            }
            Query::Movers(query) => {
                let (customers, found) = self.changes_basis();
                View::Movers(answers::movers(self.workspace(), self.revision, &customers, &found, *query))
            }
            Query::Wallet { rows } => {
                let (customers, changes) = self.changes_basis();
                let found = wallet(self.workspace(), &customers);
                View::Wallet(answers::wallet(self.workspace(), self.revision, &customers, found, &changes, *rows))
            }
            Query::Called { text } => {
                let (customers, _) = self.changes_basis();
                View::Called(answers::called(self.workspace(), &customers, text))
            }
            Query::Future { today } => View::Future(answers::future(self.workspace(), self.revision, *today)),
            Query::FunnelAudit { scenario, today, whole } => {
                let basis = self.funnel_basis(*scenario);
                View::FunnelAudit(answers::funnel_audit(self.workspace(), self.revision, &basis, (*today, *whole)))
            }
        })
    }

    /// Money share of EI…EIV and not rated, for lists of workspaces; zeros where the total is not positive.
    #[must_use]
    pub fn summary_shares(&mut self) -> [f64; 5] {
        let basis = self.basis(Side::Existing, TrialCuts::default());
        basis.rating.totals.map(|totals| totals.share.unwrap_or(0.0))
    }

    fn record(&mut self, change: Change, next: Workspace) {
        self.history.record(change, next);
        self.revision += 1;
    }

    fn basis(&mut self, side: Side, trial: TrialCuts) -> Basis {
        self.cache.basis(self.history.present(), self.revision, side, trial)
    }

    fn with_columns<Found>(&mut self, basis: &Basis, kind: ScaleKind, ask: impl FnOnce(&CrowdColumns, &Workspace) -> Found) -> Found {
        let columns = CrowdColumns::renewed(self.cache.crowd.take(), basis, kind);
        let found = ask(&columns, self.workspace());
        self.cache.crowd = Some(columns);
        found
    }

    fn landmarks(&mut self, side: Side, also: &[u32]) -> PointsView {
        let basis = self.basis(side, TrialCuts::default());
        if !Landmarks::are_needed(&basis, CROWD) {
            return answers::points(self.workspace(), &basis);
        }
        let landmarks = Landmarks::renewed(self.cache.landmarks.take(), &basis);
        let view = landmarks.points(self.workspace(), &basis, also);
        self.cache.landmarks = Some(landmarks);
        view
    }

    fn effort_basis(&mut self, basis: &Basis) -> Arc<EffortBasis> {
        if let Some((revision, effort)) = &self.cache.effort
            && *revision == self.revision
        {
            return Arc::clone(effort);
        }
        let potential = self.basis(Side::Potential, TrialCuts::default());
        let effort = Arc::new(EffortBasis::new(self.workspace(), basis, &potential));
        self.cache.effort = Some((self.revision, Arc::clone(&effort)));
        effort
    }

    fn funnel_basis(&mut self, scenario: Option<usize>) -> Arc<FunnelBasis> {
        let index = self.workspace().funnel.index_of(scenario);
        if let Some((revision, known, basis)) = &self.cache.funnel
            && (*revision, *known) == (self.revision, index)
        {
            return Arc::clone(basis);
        }
        let basis = Arc::new(FunnelBasis::new(self.workspace(), index));
        self.cache.funnel = Some((self.revision, index, Arc::clone(&basis)));
        basis
    }

    fn changes_basis(&mut self) -> (Arc<Customers>, Arc<Migration>) {
        let customers = self.cache.customers(self.history.present());
        if let Some((revision, found)) = &self.cache.changes
            && *revision == self.revision
        {
            return (customers, Arc::clone(found));
        }
        let found = Arc::new(migration(self.workspace(), &customers, &self.workspace().changes));
        self.cache.changes = Some((self.revision, Arc::clone(&found)));
        (customers, found)
    }

    fn workspace_view(&mut self) -> View {
        let basis = self.basis(Side::Existing, TrialCuts::default());
        let values = self.cache.filter_values(self.history.present());
        View::Workspace(answers::workspace_view(&self.history, self.revision, &basis, &values))
    }

    fn robustness(&mut self) -> View {
        let basis = self.basis(Side::Existing, TrialCuts::default());
        let job = self.cache.robustness.take().filter(|job| job.belongs_to(self.revision));
        let mut job = job.unwrap_or_else(|| RobustnessJob::new(&basis));
        let view = job.advance(self.workspace(), &basis);
        self.cache.robustness = Some(job);
        View::Robustness(view)
    }

    fn certainty(&mut self, scenario: Option<usize>) -> View {
        let basis = self.funnel_basis(scenario);
        let mut job = self.cache.certainty.take();
        let view = answers::certainty(&self.workspace().funnel, self.revision, &basis, &mut job);
        self.cache.certainty = job;
        View::FunnelCertainty(view)
    }

    fn list(&mut self, query: &ListQuery) -> View {
        let basis = self.basis(query.side, query.trial);
        let matching = self.matching(query, &basis);
        View::List(answers::list(self.workspace(), &basis, query, &matching))
    }

    fn matching(&mut self, query: &ListQuery, basis: &Basis) -> Arc<Vec<u32>> {
        // The stretch is not part of what was sorted.
        let whole = ListQuery { first: 0, count: 0, ..query.clone() };
        if let Some((revision, known, matching)) = &self.cache.list
            && *revision == self.revision
            && *known == whole
        {
            return Arc::clone(matching);
        }
        let folded = self.cache.folded(self.history.present(), basis);
        let matching = Arc::new(answers::matching(self.workspace(), basis, query, &folded));
        self.cache.list = Some((self.revision, whole, Arc::clone(&matching)));
        matching
    }
}

/// Whether nothing differs; tables are the same if they are shared.
fn same(left: &Workspace, right: &Workspace) -> bool {
    cache::same_data(&left.data, &right.data)
        && left.name == right.name
        && left.existing == right.existing
        && left.funnel == right.funnel
        && left.effort == right.effort
        && left.playbooks == right.playbooks
        && left.overrides == right.overrides
        && left.notes == right.notes
        && left.merges == right.merges
        && left.declined_merges == right.declined_merges
        && left.changes == right.changes
        && left.wallet == right.wallet
        && left.future == right.future
        && left.data.prospects == right.data.prospects
        && left.potential == right.potential
        && left.prospect_overrides == right.prospect_overrides
        && left.prospect_notes == right.prospect_notes
        && left.placements == right.placements
}
