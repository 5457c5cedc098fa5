//! Answers about potential customers and blind placements: plain data to show.

use serde::{Deserialize, Serialize};

use super::{NotRated, Revision};
use crate::classify::{Class, PlacementComparison, Quadrant, Score, Side};
use crate::workspace::PotentialSettings;

/// Settings and what can be chosen in them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PotentialView {
    pub revision: Revision,
    pub settings: PotentialSettings,
    /// Potential customers in all, whatever the filters leave out.
    pub prospects: u32,
    /// Of these, open entries of the funnel.
    pub linked: u32,
    /// Open entries that the funnel has, linked or not.
    pub open_entries: u32,
    /// Sums of the weights.
    pub expected_weight: f64,
    pub intent_weight: f64,
    /// Codes of the levels that an intent can be given for, nearest the sale first.
    pub levels: Vec<String>,
    /// Values to filter by, in order; empty where nobody has one. `""` stands for those without a value.
    pub regions: Vec<String>,
    pub products: Vec<String>,
    pub reps: Vec<String>,
}

/// One row of the sheet in which prospects are typed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SheetRow {
    /// Number of the prospect, as in list and picture.
    pub number: u32,
    pub id: String,
    pub name: String,
    /// An open entry of the funnel stands behind it.
    pub linked: bool,
    /// The list has a row of its own for it, which can be removed.
    pub listed: bool,
    pub expected: Option<f64>,
    pub intent: Option<f64>,
    pub level: String,
    pub region: String,
    pub rep: String,
    /// In the order of the criteria: those of the expected contribution, then those of the intent.
    pub ratings: Vec<Option<f64>>,
    /// Part of the weight that is rated; `None` where no scorecard is in use.
    pub completeness: Option<f64>,
    pub class: Class,
    pub not_rated: Option<NotRated>,
}

/// A stretch of the sheet, in the order of entry.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SheetView {
    pub revision: Revision,
    /// Rows in all.
    pub of: u32,
    pub first: u32,
    pub rows: Vec<SheetRow>,
}

/// What the card of a potential customer shows besides the figures of every card.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProspectCard {
    pub level: String,
    pub product: String,
    pub linked: bool,
    /// Both scores with what they rest on, in use or not.
    pub expected: Score,
    pub intent: Score,
    /// The figure as given, where one is.
    pub intent_given: Option<f64>,
    /// Of the score cards in use.
    pub completeness: Option<f64>,
}

/// What one participant thought.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ParticipantView {
    pub name: String,
    /// By customer, in the order of the session.
    pub placed: Vec<Option<Quadrant>>,
    /// Once the data is shown.
    pub comparison: Option<PlacementComparison>,
}

/// One blind placement. Nothing of the data is in it before it is revealed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlacementView {
    /// Its place among all sessions, for the actions.
    pub session: usize,
    /// Milliseconds since 1970.
    pub started: f64,
    pub revealed: bool,
    /// Key and name.
    pub customers: Vec<(String, String)>,
    pub participants: Vec<ParticipantView>,
    /// Class by the data, by customer; empty until the data is shown.
    pub found: Vec<Class>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlacementsView {
    pub revision: Revision,
    pub side: Side,
    /// Newest first.
    pub sessions: Vec<PlacementView>,
}
