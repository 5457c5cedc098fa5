//! Answers: plain data to show. Customers are numbered 0.. in the engine's order, stable until the data changes.

use serde::{Deserialize, Serialize};

use super::packed::{Answer, PackedView, views};
use super::{ActionsView, CallListView, CardPlanView, PlaybooksView, TimeView};
use super::{CalledView, ChangesView, FutureView, MoversView, WalletView};
use super::{CertaintyView, FunnelAuditView, FunnelEntriesView, FunnelGroupsView, FunnelProgressView, FunnelScenariosView, FunnelView};
use super::{CrowdView, PointView};
use super::{PlacementsView, PotentialView, ProspectCard, SheetView};
use crate::calendar::Grain;
use crate::classify::{Class, Cuts, Side};
pub use crate::classify::{Move, Robustness};
pub use crate::measure::{NotRated, PeriodState, ScoreScale};
use crate::tables::{ImportRecord, TableKind};
pub use crate::workspace::ClassTotals;
use crate::workspace::{ExistingSettings, IntentFrom, Note, Override, StabilityMeasure};

/// Number of the engine's state; grows with every change.
pub type Revision = u64;

views! {
    Workspace(WorkspaceView),
    Quadrant(QuadrantView),
    Points(PointsView),
    Crowd(CrowdView),
    Point(Option<PointView>),
    List(ListView),
    Card(Option<CardView>),
    Curve(CurveView),
    Spellings(Vec<SpellingGroup>),
    Export(ExportView),
    Potential(PotentialView),
    Sheet(SheetView),
    Placements(PlacementsView),
    Data(DataView),
    Robustness(RobustnessView),
    Funnel(FunnelView),
    FunnelGroups(FunnelGroupsView),
    FunnelEntries(FunnelEntriesView),
    FunnelCertainty(CertaintyView),
    FunnelAudit(FunnelAuditView),
    FunnelScenarios(FunnelScenariosView),
    FunnelProgress(FunnelProgressView),
    Changes(ChangesView),
    Movers(MoversView),
    Wallet(WalletView),
    Called(CalledView),
    Future(FutureView),
    Time(TimeView),
    CallList(CallListView),
    CardPlan(Option<CardPlanView>),
    Playbooks(PlaybooksView),
    Actions(ActionsView),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WorkspaceView {
    pub revision: Revision,
    pub name: String,
    pub settings: ExistingSettings,
    pub can_undo: bool,
    pub can_redo: bool,
    pub purchase_rows: u64,
    pub customers: u64,
    /// First and last day in the data.
    pub days: Option<(i32, i32)>,
    pub currency: String,
    pub has_cost: bool,
    pub has_given_measures: bool,
    /// Values to filter by, in order of money; empty where the data has no such column.
    pub regions: Vec<String>,
    pub products: Vec<String>,
    pub reps: Vec<String>,
    pub overrides: u32,
    pub merges: u32,
    /// Potential customers, whatever the filters leave out.
    pub prospects: u32,
    /// What could not be read of the data; `None` where it is whole.
    pub lost: Option<LostData>,
}

/// Tables that storage holds and nobody can read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LostData {
    pub tables: Vec<TableKind>,
    /// Files whose rows are in no table that is left, as far as the imports tell, and how many rows they brought.
    pub files: Vec<String>,
    pub rows: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Warning {
    /// A Jenks cut leaves fewer than 2 % of the customers on one side.
    IsolatesGiant,
    /// The measure rates nobody; `better` is one that does.
    RatesNobody { better: Option<StabilityMeasure> },
    /// Customers are rated, but the rule gives no cut (Pareto of a total that is not positive): nobody has a class.
    NoThreshold,
    /// Margin was asked for, but these many rows have no cost; their cost counts as 0.
    RowsWithoutCost { rows: u32 },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct QuadrantView {
    pub revision: Revision,
    pub side: Side,
    /// The classes I to IV, not rated. Overrides applied.
    pub classes: [ClassTotals; 5],
    pub not_rated: Vec<(NotRated, u32)>,
    pub customers: u32,
    /// Of these, customers whose money is known.
    pub with_amount: u32,
    pub total: f64,
    /// `None` where nobody is rated.
    pub cuts: Option<Cuts>,
    /// The cuts by the rules alone, whatever is being tried.
    pub rule_cuts: Option<Cuts>,
    /// From the stability measure's unit to the score the axis shows, and back (for the threshold's line).
    pub score_scale: ScoreScale,
    /// Customers whose class differs from the one at the settled cuts (while dragging).
    pub changed: u32,
    /// Window in force.
    pub window: Option<(i32, i32)>,
    pub grain: Grain,
    /// First and last period that enter stability, and how many.
    pub periods: Option<(i32, i32, u32)>,
    /// Incomplete periods at the window's ends, by number (see [`Grain::first_day`]).
    pub incomplete: Vec<i32>,
    pub warnings: Vec<Warning>,
    /// Over positive totals.
    pub gini: Option<f64>,
    pub hhi: Option<f64>,
    /// How many largest customers bring 80 %.
    pub pareto_customers: u32,
}

/// Columns of the scatter; all of the same length, rated customers only: all of them, but for the landmarks of a crowd.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PointsView {
    pub revision: Revision,
    pub customer: Vec<u32>,
    /// In the measure's own unit (a CV, a rating); the axis shows the score.
    pub horizontal: Vec<f64>,
    /// Score of stability or intent 0..=1, what the axis shows.
    pub score: Vec<f64>,
    /// Contribution, or expected contribution.
    pub vertical: Vec<f64>,
    /// 0..=3 as computed at the cuts in force.
    pub class: Vec<u8>,
    /// 1 where the class was set by hand (then `class` is the one set).
    pub overridden: Vec<u8>,
    pub names: Vec<String>,
    /// How many points there are where these are only the landmarks; 0 where they are all.
    pub crowd: u32,
    /// Of a crowd: the revision before, and how many customers have had another class then.
    pub changed_since: Option<(Revision, u32)>,
}

impl PointsView {
    /// One of the points; `None` where there are fewer.
    #[must_use]
    pub fn point(&self, index: usize) -> Option<PointView> {
        Some(PointView {
            customer: *self.customer.get(index)?,
            name: self.names.get(index)?.clone(),
            vertical: *self.vertical.get(index)?,
            horizontal: *self.horizontal.get(index)?,
            score: *self.score.get(index)?,
            class: *self.class.get(index)?,
            overridden: self.overridden.get(index) == Some(&1),
        })
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ListRow {
    pub customer: u32,
    pub key: String,
    pub name: String,
    pub class: Class,
    pub overridden: bool,
    pub not_rated: Option<NotRated>,
    /// Money; `None` where none is known of.
    pub amount: Option<f64>,
    /// Contribution, or expected contribution as money or as a score.
    pub vertical: Option<f64>,
    pub share: Option<f64>,
    /// Of the total, customers in order of contribution up to this one.
    pub cumulative: Option<f64>,
    /// Stability or intent in the measure's unit.
    pub horizontal: Option<f64>,
    pub score: Option<f64>,
    pub orders: u32,
    /// Totals of the last up to 24 months of the window, for the small bars.
    pub months: Vec<f64>,
    /// Of a potential customer: part of the weight that is rated, where a scorecard is in use.
    pub completeness: Option<f64>,
    /// Of a potential customer, empty where none is known.
    pub level: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ListView {
    pub revision: Revision,
    /// Rows matching the query in all.
    pub matching: u32,
    pub first: u32,
    pub rows: Vec<ListRow>,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct PeriodBar {
    /// Period number, see [`Grain::first_day`].
    pub period: i32,
    pub amount: f64,
    /// The part of `amount` that is returns (≤ 0).
    pub returns: f64,
    pub state: PeriodState,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OrderRow {
    pub day: i32,
    pub order: String,
    pub product: String,
    pub amount: f64,
    /// 1-based row and index of its source, so that every figure can be traced to the file.
    pub row: u32,
    pub source: u16,
}

/// The same customer by another measure (METHODS 7).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct OtherMeasure {
    pub measure: StabilityMeasure,
    pub value: Option<f64>,
    pub score: Option<f64>,
    pub class: Class,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CardView {
    pub revision: Revision,
    pub side: Side,
    pub customer: u32,
    pub key: String,
    pub name: String,
    /// Spellings merged into this customer.
    pub spellings: Vec<String>,
    pub region: String,
    pub rep: String,
    /// 1-based, by contribution or expected contribution.
    pub rank: u32,
    pub customers: u32,
    pub class: Class,
    pub computed_class: Class,
    pub not_rated: Option<NotRated>,
    pub overridden: Option<Override>,
    pub note: Option<Note>,
    /// Money; `None` where none is known of.
    pub amount: Option<f64>,
    /// Contribution, or expected contribution as money or as a score.
    pub vertical: Option<f64>,
    pub share: Option<f64>,
    /// Stability or intent in the measure's unit.
    pub horizontal: Option<f64>,
    pub score: Option<f64>,
    pub orders: u32,
    pub first_day: Option<i32>,
    pub last_day: Option<i32>,
    pub cuts: Option<Cuts>,
    pub grain: Grain,
    pub bars: Vec<PeriodBar>,
    /// Over the counted periods; `None` where there are none.
    pub mean: Option<f64>,
    pub deviation: Option<f64>,
    pub counted: u32,
    pub active: u32,
    /// Periods ÷ non-zero periods, and CV² of the non-zero ones (Syntetos & Boylan).
    pub adi: Option<f64>,
    pub cv2: Option<f64>,
    pub moves: Vec<Move>,
    pub robustness: Option<Robustness>,
    pub other_measures: Vec<OtherMeasure>,
    /// Newest first, at most 500; `order_rows` of them in all.
    pub purchases: Vec<OrderRow>,
    pub order_rows: u32,
    /// Of a potential customer.
    pub prospect: Option<ProspectCard>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CurveView {
    pub revision: Revision,
    /// Customers in order of contribution, thinned to at most 1,000 points: (share of customers, share of money).
    pub points: Vec<(f64, f64)>,
    pub customers: u32,
    /// (customers, their share of customers, share of money reached)
    pub pareto: Option<(u32, f64, f64)>,
    pub gini: Option<f64>,
    pub hhi: Option<f64>,
    /// Customers whose total is not positive and so is left out of Gini and HHI.
    pub not_positive: u32,
}

/// Keys that fold to the same spelling.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SpellingGroup {
    pub folded: String,
    /// (key, rows, amount), the key with most rows first: it is the one suggested to stay.
    pub spellings: Vec<(String, u32, f64)>,
}

/// One row of the class list. Headers: customer, name, contribution, stability_measure, stability_value, stability_score, class, reason, override.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ExportRow {
    pub customer: String,
    pub name: String,
    pub vertical: Option<f64>,
    pub horizontal: Option<f64>,
    pub score: Option<f64>,
    /// In force; `None` = not rated.
    pub class: Class,
    pub computed_class: Class,
    /// Why not rated, or the reason of the override.
    pub not_rated: Option<NotRated>,
    pub overridden: Option<Override>,
}

/// What the horizontal axis of an exported list shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum HorizontalMeasure {
    Stability(StabilityMeasure),
    Intent(IntentFrom),
}

impl HorizontalMeasure {
    /// As in exports.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Stability(measure) => measure.code(),
            Self::Intent(from) => from.code(),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ExportView {
    pub side: Side,
    pub workspace: String,
    pub measure: HorizontalMeasure,
    pub currency: String,
    pub rows: Vec<ExportRow>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DataView {
    pub revision: Revision,
    pub imports: Vec<ImportRecord>,
    pub rows: u64,
    pub first: u32,
    pub purchases: Vec<crate::tables::Purchase>,
    /// Spelling → key of merges in force.
    pub merges: Vec<(String, String)>,
}

/// Robustness of all rated customers; asked again until `done` reaches `of`. Each answer holds all shares found so far.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RobustnessView {
    pub revision: Revision,
    pub done: u32,
    pub of: u32,
    /// (customer, share of draws in its own class).
    pub shares: Vec<(u32, f64)>,
}
