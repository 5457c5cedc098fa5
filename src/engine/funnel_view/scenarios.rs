//! Scenarios side by side, and plan versus actual.

use serde::{Deserialize, Serialize};

use crate::calendar::Day;
use crate::engine::Revision;
use crate::plan::InputError;
use crate::workspace::Progress;

/// All scenarios with their key figures.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FunnelScenariosView {
    pub revision: Revision,
    pub currency: String,
    /// Index of "the plan", which the others are held against.
    pub chosen: usize,
    pub scenarios: Vec<ScenarioHead>,
    pub rows: Vec<ScenarioRow>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ScenarioHead {
    /// Empty for the first one, which the interface names.
    pub name: String,
    pub closes: Option<Day>,
    /// Whether that day is another than the plan's.
    pub closes_differs: bool,
    /// What is wrong with what was typed.
    pub errors: Vec<InputError>,
}

/// A key figure. Stages and steps count as in [`crate::plan`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ScenarioFigure {
    Target,
    Signed,
    AverageOrder,
    Sales,
    Rate {
        step: usize,
    },
    Conversion,
    Required {
        stage: usize,
    },
    Stock {
        stage: usize,
    },
    /// Sales expected from the stock.
    Expected,
    Gap,
    /// New entries at the farthest level that close the gap.
    ExtraEntries,
    Confidence,
    EntriesPerMonth,
    /// People of all tiers.
    Heads,
}

/// One figure of every scenario, in their order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ScenarioRow {
    pub figure: ScenarioFigure,
    pub cells: Vec<ScenarioCell>,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct ScenarioCell {
    pub value: ScenarioValue,
    /// Whether it is another than the plan's.
    pub differs: bool,
    /// This less the plan's, where both are numbers.
    pub difference: Option<f64>,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum ScenarioValue {
    Number(f64),
    CannotBeReached,
    Unknown,
}

/// Plan versus actual of one scenario.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FunnelProgressView {
    pub revision: Revision,
    pub scenario: usize,
    pub progress: Progress,
}
