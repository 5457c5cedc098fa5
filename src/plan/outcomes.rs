//! What the draws of a funnel say: chances, numbers needed and bands, each with its Monte Carlo error (METHODS 0 and 3).

use serde::{Deserialize, Serialize};

use super::confidence::Confidence;
use crate::units::{Sum, rounded_up};

/// All draws of a run. By stage from the sale outward; infinite where a draw could not reach its goal. [`Outcomes::sorted`] puts each
/// column in ascending order.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcomes {
    /// How many it takes at each stage without any stock.
    pub(super) required: Vec<Vec<f64>>,
    /// How many more would have to come in at each stage, with the stock.
    pub(super) extra: Vec<Vec<f64>>,
    /// From stock and entries.
    pub(super) sales: Vec<f64>,
    pub(super) revenue: Vec<f64>,
}

/// A share of the draws.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Chance {
    /// 0..=1.
    pub share: f64,
    /// Monte Carlo error √(q(1−q)/M) (METHODS 0).
    pub error: f64,
}

/// A number that is enough in a share of the draws.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct NeededAtChance {
    /// The smallest that is enough; `None` where no number is.
    pub entries: Option<f64>,
    /// What it would be one Monte Carlo error lower and higher.
    pub low: Option<f64>,
    pub high: Option<f64>,
}

/// Where the outcome lies: in one of ten draws below `p10`, in one of ten above `p90`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Band {
    pub p10: f64,
    pub p50: f64,
    pub p90: f64,
    pub mean: f64,
}

impl Outcomes {
    pub(super) fn new(stages: usize, draws: u32) -> Self {
        let column = || Vec::with_capacity(draws as usize);
        let columns = || (0..stages).map(|_| column()).collect::<Vec<_>>();
        Self { required: columns(), extra: columns(), sales: column(), revenue: column() }
    }

    pub(super) fn sorted(mut self) -> Self {
        let columns = self.required.iter_mut().chain(&mut self.extra).chain([&mut self.sales, &mut self.revenue]);
        columns.for_each(|column| column.sort_unstable_by(f64::total_cmp));
        self
    }

    /// Number of draws.
    #[must_use]
    pub fn draws(&self) -> usize {
        self.sales.len()
    }

    /// Chance that the stock and `entries` at the farthest stage reach the goal.
    #[must_use]
    pub fn chance(&self, entries: f64) -> Chance {
        self.extra.last().map_or(chance(&[], entries), |draws| chance(draws, entries))
    }

    /// Chance that `customers` at `stage` reach the goal by themselves. A stage that there is not has none.
    #[must_use]
    pub fn chance_without_stock(&self, stage: usize, customers: f64) -> Chance {
        self.required.get(stage).map_or(chance(&[], customers), |draws| chance(draws, customers))
    }

    /// How many it takes at `stage`, with nobody anywhere else, to reach the goal with this confidence.
    #[must_use]
    pub fn required_at(&self, stage: usize, confidence: Confidence) -> NeededAtChance {
        needed(self.required.get(stage).map_or(&[], Vec::as_slice), confidence)
    }

    /// How many more would have to come in at `stage`, with the stock on hand but without the entries, to reach the goal with this
    /// confidence.
    #[must_use]
    pub fn extra_at(&self, stage: usize, confidence: Confidence) -> NeededAtChance {
        needed(self.extra.get(stage).map_or(&[], Vec::as_slice), confidence)
    }

    /// Sales from stock and entries.
    #[must_use]
    pub fn sales_band(&self) -> Band {
        band(&self.sales)
    }

    /// Revenue from stock and entries.
    #[must_use]
    pub fn revenue_band(&self) -> Band {
        band(&self.revenue)
    }

    /// Revenue of each draw, ascending, for a picture of the whole band.
    #[must_use]
    pub fn revenue(&self) -> &[f64] {
        &self.revenue
    }
}

fn chance(sorted: &[f64], enough: f64) -> Chance {
    let draws = sorted.len().max(1) as f64;
    let share = sorted.partition_point(|needed| *needed <= enough) as f64 / draws;
    Chance { share, error: error_of(share, draws) }
}

pub(super) fn error_of(share: f64, draws: f64) -> f64 {
    (share * (1.0 - share) / draws).sqrt()
}

fn needed(sorted: &[f64], confidence: Confidence) -> NeededAtChance {
    let share = confidence.value();
    let error = error_of(share, sorted.len().max(1) as f64);
    let at = |share: f64| at_share(sorted, share).filter(|needed| needed.is_finite());
    NeededAtChance { entries: at(share), low: at(share - error), high: at(share + error) }
}

pub(super) fn band(sorted: &[f64]) -> Band {
    let at = |share: f64| at_share(sorted, share).unwrap_or_default();
    let mean = sorted.iter().copied().collect::<Sum>().value() / sorted.len().max(1) as f64;
    Band { p10: at(0.1), p50: at(0.5), p90: at(0.9), mean }
}

/// The smallest draw that at least `share` of the draws do not exceed.
fn at_share(sorted: &[f64], share: f64) -> Option<f64> {
    let rank = rounded_up(share.clamp(0.0, 1.0) * sorted.len() as f64);
    sorted.get((rank as usize).saturating_sub(1)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcomes() -> Outcomes {
        let column: Vec<f64> = (1..=100).rev().map(f64::from).collect();
        let mut unreached = column.clone();
        unreached[..15].fill(f64::INFINITY);
        Outcomes { required: vec![column.clone()], extra: vec![unreached], sales: column.clone(), revenue: column }.sorted()
    }

    #[test]
    fn shares_and_numbers_answer_each_other() {
        let outcomes = outcomes();
        assert_eq!(outcomes.chance_without_stock(0, 80.0), Chance { share: 0.8, error: 0.04 });
        let needed = outcomes.required_at(0, Confidence::default());
        assert_eq!(needed, NeededAtChance { entries: Some(80.0), low: Some(76.0), high: Some(84.0) });
        assert_eq!(outcomes.revenue_band(), Band { p10: 10.0, p50: 50.0, p90: 90.0, mean: 50.5 });
    }

    #[test]
    fn what_too_many_draws_cannot_reach_has_no_number() {
        let outcomes = outcomes();
        assert_eq!(outcomes.extra_at(0, Confidence::new(0.9).unwrap()).entries, None);
        assert_eq!(outcomes.extra_at(0, Confidence::new(0.85).unwrap()).entries, Some(85.0));
        assert_eq!(outcomes.chance(1e300).share, 0.85);
        assert_eq!(outcomes.required_at(7, Confidence::default()).entries, None);
        assert_eq!(outcomes.chance_without_stock(7, 1.0).share, 0.0);
    }
}
