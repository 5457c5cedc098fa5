//! How sure a plan is.

use serde::{Deserialize, Serialize};

use crate::engine::Revision;
use crate::plan::{Reach, RevenueByMonth};
use crate::workspace::CertaintyProblem;

/// How sure the plan is, by simulation (METHODS 3).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CertaintyView {
    pub revision: Revision,
    pub scenario: usize,
    /// Draws done, of those planned.
    pub done: u32,
    pub draws: u32,
    pub result: Option<Certainty>,
    /// Why nothing can be drawn; then nothing ever will, and the job is not to be called again.
    pub problem: Option<CertaintyProblem>,
}

/// Probabilities and numbers from the draws. "Target" is what remains of it, in revenue; where a number of sales is typed, that number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Certainty {
    /// Number at the farthest level that reaches the target at the chosen confidence, without any stock.
    pub entries: Reach,
    /// The same for every stage, from the sale outward.
    pub required: Vec<Reach>,
    /// How many more would have to come in at each stage beside the stock on hand, at the chosen confidence.
    pub extra: Vec<Reach>,
    /// Probability that the plain division reaches the target.
    pub plain: f64,
    /// Probability of reaching it with the stock alone.
    pub stock: f64,
    /// Entries at the farthest level against the probability of reaching the target without any stock, ascending. Empty where no number
    /// of entries changes it.
    pub curve: Vec<(f64, f64)>,
    /// The same with the stock on hand: entries that come beside it.
    pub curve_with_stock: Vec<(f64, f64)>,
    /// Monte Carlo error of the probabilities, one standard error at most.
    pub error: f64,
    /// Revenue of the stock on hand: the 10, 50 and 90 % point.
    pub revenue: [f64; 3],
    pub revenue_mean: f64,
    /// Revenue of stock and new entries by month until the period closes; `None` where its days are not known or span over three years.
    pub by_month: Option<RevenueByMonth>,
}
