//! The funnel plan of a workspace: levels, what the file's stage texts stand for, and the scenarios (METHODS 3 and 8).
//! Everything a user has decided about the funnel; knows nothing of entries or results.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::calendar::Day;
use crate::measure::Filters;
use crate::plan::Scheme;
use crate::tables::Standing;

/// Levels, stage texts and scenarios.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct FunnelPlan {
    pub scheme: Scheme,
    /// What each stage text of the files stands for. A text that is not here is not counted, and said so.
    pub stages: BTreeMap<String, Standing>,
    /// Stage texts that a user has said count as nothing; they are never suggested or asked for again.
    pub left_out: BTreeSet<String>,
    /// Never empty.
    pub scenarios: Vec<Scenario>,
    /// Index of the scenario that is "the plan"; the others are tried beside it.
    pub chosen: usize,
}

impl Default for FunnelPlan {
    fn default() -> Self {
        Self {
            scheme: Scheme::contract(),
            stages: BTreeMap::new(),
            left_out: BTreeSet::new(),
            scenarios: vec![Scenario::default()],
            chosen: 0,
        }
    }
}

impl FunnelPlan {
    /// Index of the scenario that is asked for: "the plan" where none is, or where there is none of that index.
    #[must_use]
    pub fn index_of(&self, asked: Option<usize>) -> usize {
        let is_there = |index: &usize| *index < self.scenarios.len();
        asked.filter(is_there).or(Some(self.chosen).filter(is_there)).unwrap_or(0)
    }

    /// The scenario of that index, "the plan" where there is none.
    #[must_use]
    pub fn scenario(&self, index: usize) -> Scenario {
        self.scenarios.get(self.index_of(Some(index))).cloned().unwrap_or_default()
    }
}

/// One way the plan could be: what is typed, over what the data say.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Scenario {
    /// Empty for the first one, which the interface names.
    pub name: String,
    /// Revenue to reach, in the currency of the data; `None` until it is typed.
    pub target: Option<f64>,
    /// Already signed of it; `None`: nothing.
    pub signed: Option<f64>,
    pub average_order: AverageOrder,
    /// Number of sales needed, typed over the computed one.
    pub sales: Option<f64>,
    /// What is typed at a level, by its code.
    pub levels: BTreeMap<String, LevelChoice>,
    /// Where the advance rates come from that are not typed.
    pub rates: RateSource,
    /// Code of the level on which an entry counts as lost where its file does not say; `None`: the nearest before the sale.
    pub ended_on: Option<String>,
    /// 0.5..=0.99.
    pub confidence: f64,
    pub order_sizes: OrderSizes,
    /// Entries that rates and stock are taken from.
    pub filters: Filters,
    /// Only entries that entered in this span count for the rates.
    pub entered_from: Option<Day>,
    pub entered_to: Option<Day>,
    /// First day of what is left of the period; `None`: the day after the last one in the data.
    pub starts: Option<Day>,
    /// Last day of the period the target is for.
    pub closes: Option<Day>,
    /// New entries at the farthest level in a month, typed over those of the data.
    pub entries_per_month: Option<f64>,
    /// Typed shares of the target; where a dimension has none, the target is split by won value.
    pub split: BTreeMap<Dimension, BTreeMap<String, f64>>,
    pub staffing: StaffingChoice,
    /// Cash received of the contracts, for one of the readings of "K".
    pub cash_received: Option<f64>,
    /// Value of those contracts, typed over the sum of the won amounts.
    pub contract_value: Option<f64>,
    /// Seed of the draws (METHODS 0).
    pub seed: u64,
}

impl Default for Scenario {
    fn default() -> Self {
        Self {
            name: String::new(),
            target: None,
            signed: None,
            average_order: AverageOrder::default(),
            sales: None,
            levels: BTreeMap::new(),
            rates: RateSource::default(),
            ended_on: None,
            confidence: 0.8,
            order_sizes: OrderSizes::default(),
            filters: Filters::default(),
            entered_from: None,
            entered_to: None,
            starts: None,
            closes: None,
            entries_per_month: None,
            split: BTreeMap::new(),
            staffing: StaffingChoice::default(),
            cash_received: None,
            contract_value: None,
            seed: 1,
        }
    }
}

/// What a user has typed at one level. `None`: as the data say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct LevelChoice {
    /// Share of this level that ever reaches the next nearer one.
    pub rate: Option<TypedRate>,
    /// Number needed.
    pub required: Option<f64>,
    /// Customers on the level now.
    pub stock: Option<f64>,
    /// Usual time on the level, days.
    pub dwell_days: Option<f64>,
}

impl LevelChoice {
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A rate by hand, with how well it is known.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct TypedRate {
    /// 0..=1.
    pub rate: f64,
    pub sure: Sureness,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum Sureness {
    /// Taken as it stands.
    #[default]
    Known,
    /// As sure as a rate seen on this many cases; more than 0.
    Cases(f64),
}

/// The average order behind the number of sales.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum AverageOrder {
    /// Of the won entries.
    #[default]
    Mean,
    Median,
    /// More than 0.
    Typed(f64),
}

/// Where advance rates come from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum RateSource {
    /// The best the data allow: censored cohorts, two snapshots, one snapshot with outcomes.
    #[default]
    Best,
    /// Cohorts of a level history, open entrants censored.
    Cohort,
    /// All entrants, the open ones counted as not having reached the next level.
    Reached,
    /// Transitions between two dated snapshots.
    Snapshots,
    /// Reached or passed in one snapshot with outcomes.
    Outcomes,
}

/// Sizes of orders in the simulation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum OrderSizes {
    /// Drawn again from the won entries; the average order where there are none.
    #[default]
    History,
    /// Low ≤ typical ≤ high.
    Typed { low: f64, typical: f64, high: f64 },
}

/// What the target is split by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Dimension {
    Rep,
    Region,
    Product,
}

/// Hours and people (METHODS 3 and 8).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct StaffingChoice {
    /// Hours of one attempt, by the code of the level it starts from; where there is none, METHODS 8.
    pub hours_per_attempt: BTreeMap<String, f64>,
    /// 0..=1.
    pub direct_share: f64,
    pub weekly_hours: f64,
    pub weeks: f64,
    /// Share of people who leave within the period, 0..1.
    pub attrition: f64,
    /// Heads held for every head needed, 1 or more.
    pub surplus_ratio: f64,
}

impl Default for StaffingChoice {
    fn default() -> Self {
        Self {
            hours_per_attempt: BTreeMap::new(),
            direct_share: 0.22,
            weekly_hours: 40.0,
            weeks: 46.0,
            attrition: 0.10,
            surplus_ratio: 1.10,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scenario_that_is_not_there_is_the_plan() {
        assert_eq!(FunnelPlan::default().scenario(7), Scenario::default());
        let plan = FunnelPlan { scenarios: vec![Scenario::default(); 3], chosen: 1, ..FunnelPlan::default() };
        assert_eq!([None, Some(0), Some(2), Some(9)].map(|asked| plan.index_of(asked)), [1, 0, 2, 1]);
    }
}
