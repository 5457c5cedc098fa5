//! What the funnel page asks and is told. Stages are counted from the sale outward, steps from the one nearest the sale, as in
//! [`crate::plan`].

mod audit;
mod certainty;
mod scenarios;
mod staffing;

pub use audit::*;
pub use certainty::*;
pub use scenarios::*;
pub use staffing::*;

use serde::{Deserialize, Serialize};

use super::Revision;
use crate::calendar::Day;
use crate::plan::{self, Chain, Dwell, DwellBars, GroupPlan, InputError, LeastKnown, LevelText, Levers, StockPlan};
use crate::tables::Standing;
use crate::workspace::{AverageFigure, DataRate, Dimension, FunnelPlan, InflowFigure, RateSource, Scenario, StockRatio};

/// Which entries a list shows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FunnelEntriesQuery {
    /// `None`: "the plan".
    pub scenario: Option<usize>,
    /// `None`: all.
    pub standing: Option<Standing>,
    /// Only those of one rep, region or product; the empty name stands for none.
    pub group: Option<(Dimension, String)>,
    pub first: u32,
    pub count: u32,
}

/// Everything of one scenario but the simulation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FunnelView {
    pub revision: Revision,
    pub plan: FunnelPlan,
    /// The scenario shown.
    pub scenario: usize,
    pub currency: String,
    pub entries: EntryCounts,
    pub average: AverageFigure,
    pub stages: Vec<FunnelStage>,
    pub steps: Vec<FunnelStep>,
    /// The chain, or what is wrong with what was typed.
    pub chain: Result<Chain, Vec<InputError>>,
    pub held: Option<StockPlan>,
    /// Where the rates of the data come from; `None` where they give none.
    pub rate_method: Option<plan::RateSource>,
    /// What rates could be taken from, the best first.
    pub rate_choices: Vec<RateSource>,
    /// Open entries are all that is known: what their stocks would say of each step, which is no rate (the snapshot trap).
    pub only_stocks: Option<Vec<Option<StockRatio>>>,
    /// Days from entering to winning.
    pub cycle: Option<DwellView>,
    /// New entries still to come.
    pub inflow: InflowFigure,
    /// What helps most; `None` where the chain cannot be worked out.
    pub levers: Option<Levers>,
    /// Share of the entries saved by lifting any one rate by a tenth: the same whichever it is. `None` where they do not tie.
    pub relative_lift: Option<f64>,
    /// Which rate is least known; `None` where a rate is not known at all.
    pub least_known: Option<LeastKnown>,
    /// The people it takes, or why that cannot be said.
    pub staffing: Result<StaffingView, StaffingProblem>,
    /// Texts of the files of which it is not said yet what they stand for, with their entries.
    pub unknown_stages: Vec<(String, u32)>,
    /// Values to filter by, in order of their entries.
    pub reps: Vec<String>,
    pub regions: Vec<String>,
    pub products: Vec<String>,
}

impl FunnelView {
    /// The scenario shown, as it is typed.
    #[must_use]
    pub fn shown(&self) -> Scenario {
        self.plan.scenario(self.scenario)
    }
}

/// How many entries count, and as what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryCounts {
    pub all: u32,
    pub open: u32,
    pub won: u32,
    pub lost: u32,
    pub dormant: u32,
    pub unknown: u32,
    pub without_customer: u32,
    /// Events of the level history, 0 without one.
    pub events: u32,
}

/// One stage: the sale, or a level.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FunnelStage {
    /// Empty for a sale that is no level.
    pub code: String,
    /// The user's own words for it.
    pub text: Option<LevelText>,
    /// Entries standing there, counted; `None` without entries.
    pub counted: Option<f64>,
    pub typed_stock: Option<f64>,
    /// Days usually spent there; `None` for a sale that is no level.
    pub dwell_days: Option<f64>,
    pub typed_dwell: bool,
    /// Times of those who advanced, of a level history; the median counts over the scheme's own days. Bars are as wide at every level.
    pub dwell: Option<DwellView>,
    /// Last day to enter it and still close in time.
    pub last_day: Option<Day>,
}

impl FunnelStage {
    /// Those that count.
    #[must_use]
    pub fn stock(&self) -> f64 {
        self.typed_stock.or(self.counted).unwrap_or(0.0)
    }
}

/// Times in days.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DwellView {
    pub count: u32,
    pub mean: f64,
    /// First quartile, median, third quartile.
    pub quartiles: [f64; 3],
    pub bars: DwellBars,
}

impl DwellView {
    #[must_use]
    pub fn new(dwell: &Dwell, width_days: f64) -> Self {
        Self { count: dwell.count() as u32, mean: dwell.mean(), quartiles: dwell.quartiles(), bars: dwell.bars(width_days) }
    }
}

/// One step towards the sale.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FunnelStep {
    /// Codes of the farther and of the nearer stage.
    pub from: String,
    pub to: String,
    /// What the data say.
    pub data: Option<DataRate>,
    pub typed: Option<f64>,
    /// Cases a typed rate is as sure as; `None`: taken as known.
    pub typed_cases: Option<f64>,
    /// 95 % interval of the rate in force, low and high; `None` where nothing is known of it.
    pub interval: Option<(f64, f64)>,
    /// Saved of the entries needed by one more percentage point, as a share.
    pub point_saves: Option<f64>,
    /// Part of the uncertainty of the whole conversion that comes from this step; `None` where no such parts can be named.
    pub uncertainty: Option<f64>,
}

impl FunnelStep {
    #[must_use]
    pub fn rate(&self) -> Option<f64> {
        self.typed.or(self.data.map(|data| data.rate))
    }
}

/// The target split over reps, regions or products.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FunnelGroupsView {
    pub revision: Revision,
    pub dimension: Dimension,
    pub groups: Vec<FunnelGroupView>,
    /// The split itself, which is there to be mended even where it does not hold.
    pub shares: Vec<GroupShare>,
    /// What is wrong with the split.
    pub errors: Vec<InputError>,
}

/// One group's share of the target.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GroupShare {
    /// Empty for entries that name none.
    pub name: String,
    pub typed: Option<f64>,
    /// In force; `None` where the split does not hold.
    pub share: Option<f64>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FunnelGroupView {
    /// Empty for entries that name none.
    pub name: String,
    pub won: f64,
    pub entries: u32,
    pub plan: GroupPlan,
}

/// Entries behind a figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FunnelEntriesView {
    pub revision: Revision,
    /// All that match.
    pub total: u32,
    pub rows: Vec<FunnelEntryRow>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FunnelEntryRow {
    pub key: String,
    pub customer: String,
    pub name: String,
    pub owner: String,
    pub region: String,
    pub product: String,
    pub stage: String,
    pub standing: Option<Standing>,
    pub amount: Option<f64>,
    pub entered: Option<Day>,
    pub closed: Option<Day>,
    pub last_contact: Option<Day>,
}
