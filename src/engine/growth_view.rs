//! Questions and answers of "then and now", of potential and headroom, and of the future customers.

use serde::{Deserialize, Serialize};

use super::Revision;
use crate::calendar::{Day, Grain};
use crate::classify::Cuts;
use crate::measure::{NotRated, ScoreScale, StabilityMeasure, Window};
use crate::tables::PotentialRow;
use crate::workspace::{
    ChangesSettings, Compared, FutureCustomer, Growth, MatchedBy, ProductLine, PurchaseImport, Review, Spot, SpotTotals, UnmatchedWhy,
    WalletFigures, WalletSettings,
};

/// One of the two windows as it came out.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct WindowView {
    /// First and last day; `None` where the choice names nothing, or no day of the data.
    pub days: Option<(Day, Day)>,
    /// First and last counted period, and how many.
    pub counted: Option<(i32, i32, u32)>,
    pub cuts: Option<Cuts>,
    pub customers: u32,
    pub total: f64,
    pub not_rated: Vec<(NotRated, u32)>,
}

/// The migration matrix with what it rests on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChangesView {
    pub revision: Revision,
    pub settings: ChangesSettings,
    /// Then and now.
    pub windows: [WindowView; 2],
    pub grain: Grain,
    pub measure: StabilityMeasure,
    pub scale: ScoreScale,
    /// Row: then, column: now, in the order of [`Spot::ALL`].
    pub cells: [[SpotTotals; 6]; 6],
    pub growth: Growth,
    pub moved: u32,
    pub stayed: u32,
    pub moved_by_cuts: u32,
    pub overlap_days: u32,
    pub currency: String,
    pub has_purchases: bool,
    /// First and last day of all purchases.
    pub data_days: Option<(Day, Day)>,
    /// What the data's own halves are.
    pub halves: Option<[Window; 2]>,
    pub imports: Vec<PurchaseImport>,
}

/// Customers of one cell (or of all), most money moved first.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct MoversQuery {
    /// `None`: of the whole matrix.
    pub cell: Option<(Spot, Spot)>,
    pub first: u32,
    pub count: u32,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mover {
    pub key: String,
    pub name: String,
    pub compared: Compared,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MoversView {
    pub revision: Revision,
    pub matching: u32,
    pub rows: Vec<Mover>,
}

/// One customer with an outside figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WalletRow {
    pub key: String,
    pub name: String,
    pub figures: WalletFigures,
    pub matched: MatchedBy,
    /// Who says so, each once.
    pub said_by: Vec<String>,
}

/// An outside figure of nobody.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct UnmatchedRow {
    pub row: PotentialRow,
    pub why: UnmatchedWhy,
    /// Key and name of those it may be.
    pub suggestions: Vec<(String, String)>,
}

/// Whom a typed key or name means: key and name of each, by key.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CalledView {
    pub customers: Vec<(String, String)>,
}

/// Customers of the picture of potential and headroom.
pub const LARGEST: usize = 10;

/// Potential, headroom and growth.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WalletView {
    pub revision: Revision,
    pub settings: WalletSettings,
    pub has_customers: bool,
    pub has_potential: bool,
    /// Days the sales are of.
    pub days: Option<(Day, Day)>,
    pub factor: f64,
    pub total: WalletFigures,
    pub over: u32,
    pub over_headroom: f64,
    /// The first of `customers` lines, by headroom.
    pub rows: Vec<WalletRow>,
    pub customers: u32,
    /// The customers with the largest outside figures, at most [`LARGEST`].
    pub largest: Vec<WalletRow>,
    pub products: Vec<ProductLine>,
    pub products_known: bool,
    pub without: u32,
    pub without_sales: f64,
    pub unmatched: Vec<UnmatchedRow>,
    pub unmatched_potential: f64,
    /// Of the two windows of "then and now".
    pub growth: Growth,
    pub growth_days: [Option<(Day, Day)>; 2],
    pub data_days: Option<(Day, Day)>,
    pub currency: String,
}

/// One future customer with what follows from it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FutureRow {
    pub id: u32,
    pub customer: FutureCustomer,
    pub priority: Option<u32>,
    pub review: Review,
}

/// The list as of a day: highest priority first, those without one last; ties by name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FutureView {
    pub revision: Revision,
    pub rows: Vec<FutureRow>,
    /// Ids of those overdue or due soon, the longest due first.
    pub due: Vec<u32>,
    pub overdue: u32,
    /// Code of the level that a customer moves to.
    pub level: String,
}
