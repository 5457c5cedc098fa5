//! Questions the interface asks. Answers are in `view`.

use serde::{Deserialize, Serialize};

use super::{CrowdQuery, EffortQuery, FunnelEntriesQuery, MoversQuery, PointQuery};
use crate::calendar::Day;
use crate::chart::scatter::Window;
use crate::classify::{Class, Side};
use crate::workspace::Dimension;
pub use crate::workspace::TrialCuts;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Query {
    /// Workspace facts, settings, undo state → [`super::View::Workspace`].
    Workspace,
    /// Counts, money, cuts, periods and warnings → [`super::View::Quadrant`].
    Quadrant { side: Side, trial: TrialCuts },
    /// Points of the scatter → [`super::View::Points`].
    Points { side: Side, trial: TrialCuts },
    /// What a page needs of the points: all of them, or of a crowd the outermost, the largest and those of `also`
    /// → [`super::View::Points`].
    Landmarks { side: Side, also: Vec<u32> },
    /// A crowd as cells → [`super::View::Crowd`].
    Crowd(Box<CrowdQuery>),
    /// One point of it → [`super::View::Point`].
    Point(Box<PointQuery>),
    /// A stretch of the sorted, filtered list → [`super::View::List`].
    List(ListQuery),
    /// Everything about one customer → [`super::View::Card`].
    Card { side: Side, customer: u32 },
    /// Cumulative contribution → [`super::View::Curve`].
    Curve { side: Side },
    /// Spellings that look like one customer → [`super::View::Spellings`].
    Spellings,
    /// Settings, criteria and filter values of the potential customers → [`super::View::Potential`].
    Potential,
    /// A stretch of the sheet in which prospects are typed → [`super::View::Sheet`].
    Sheet { first: u32, count: u32 },
    /// Blind placements of one side, newest first → [`super::View::Placements`].
    Placements { side: Side },
    /// The class list for exports → [`super::View::Export`].
    Export { side: Side },
    /// Imports, sources and a stretch of the purchase rows → [`super::View::Data`].
    Data { first: u32, count: u32 },
    /// Resamples every rated customer; long, so it runs as a job: each call does a part → [`super::View::Robustness`].
    Robustness,
    /// The funnel of one scenario; here and below `None` is "the plan". [`super::plan_table`] and [`super::plan_sheet`] make tables of it
    /// → [`super::View::Funnel`].
    Funnel { scenario: Option<usize> },
    /// Its target split over reps, regions or products → [`super::View::FunnelGroups`].
    FunnelGroups { scenario: Option<usize>, dimension: Dimension },
    /// Entries behind a figure → [`super::View::FunnelEntries`].
    FunnelEntries(FunnelEntriesQuery),
    /// How sure a scenario is; long, so it runs as a job: each call does a part, and what is done is kept as long as what is drawn stays
    /// the same → [`super::View::FunnelCertainty`].
    FunnelCertainty { scenario: Option<usize> },
    /// Who is due and what was not recorded, as of a day; `whole`: every row of its lists, for a file → [`super::View::FunnelAudit`].
    FunnelAudit { scenario: Option<usize>, today: Day, whole: bool },
    /// All scenarios side by side → [`super::View::FunnelScenarios`].
    FunnelScenarios,
    /// Two windows compared → [`super::View::Changes`].
    Changes,
    /// The customers of a cell of that matrix → [`super::View::Movers`].
    Movers(MoversQuery),
    /// Potential and headroom, so many rows of them at most → [`super::View::Wallet`].
    Wallet { rows: u32 },
    /// Whom a typed key or name means → [`super::View::Called`].
    Called { text: String },
    /// Future customers as of a day → [`super::View::Future`].
    Future { today: Day },
    /// Plan versus actual by stage and month → [`super::View::FunnelProgress`].
    FunnelProgress { scenario: Option<usize> },
    /// Time, playbooks and actions; see [`EffortQuery`] for the answers.
    Effort(EffortQuery),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SortKey {
    Class,
    Name,
    Vertical,
    Share,
    Cumulative,
    Horizontal,
    Orders,
    /// Part of the weight that is rated; potential customers alone.
    Completeness,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ListQuery {
    pub side: Side,
    /// Case-, width- and accent-insensitive part of name or key; empty = all.
    pub search: String,
    /// Classes shown; empty = all. `None` inside stands for "not rated".
    pub classes: Vec<Class>,
    /// Only these customers (a selection in the chart); empty = all.
    pub only: Vec<u32>,
    /// Only customers whose point lies in this part of the picture, where `only` would be far too long.
    pub within: Option<Window>,
    pub sort: SortKey,
    pub descending: bool,
    pub first: u32,
    pub count: u32,
    pub trial: TrialCuts,
}
