//! Every option of the potential-customers page. Defaults are METHODS' defaults.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{CellFault, ProspectFault};
use crate::classify::{Axis, Scorecard, ThresholdRule};
use crate::measure::Filters;
use crate::tables::{Prospect, ProspectList};
use crate::workspace::{AxisRules, AxisScale};

/// Where the expected contribution comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ExpectedFrom {
    /// Money, as imported, typed or taken from the funnel entry.
    Column,
    #[default]
    Scorecard,
}

/// Where the intent comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum IntentFrom {
    /// A figure, as imported or typed; high is good.
    Column,
    /// The level of the funnel.
    Level,
    #[default]
    Scorecard,
}

impl ExpectedFrom {
    pub const ALL: [Self; 2] = [Self::Column, Self::Scorecard];

    /// Stable code for selects, exports and tests.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Column => "column",
            Self::Scorecard => "scorecard",
        }
    }

    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|from| from.code() == code)
    }
}

impl IntentFrom {
    pub const ALL: [Self; 3] = [Self::Column, Self::Level, Self::Scorecard];

    /// Stable code for selects, exports and tests.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Column => "column",
            Self::Level => "level",
            Self::Scorecard => "scorecard",
        }
    }

    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|from| from.code() == code)
    }
}

/// Every option of the potential-customers page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PotentialSettings {
    pub expected_from: ExpectedFrom,
    pub intent_from: IntentFrom,
    /// Criteria of the expected contribution.
    pub expected_card: Scorecard,
    /// Criteria of the intent.
    pub intent_card: Scorecard,
    /// Intent 0..=1 by the code of a funnel level.
    pub level_intent: BTreeMap<String, f64>,
    /// The open entries of the funnel are potential customers too.
    pub linked_to_funnel: bool,
    pub expected_threshold: ThresholdRule,
    pub intent_threshold: ThresholdRule,
    /// Of a money axis; a score is always drawn on a linear one.
    pub scale: AxisScale,
    pub filters: Filters,
}

impl Default for PotentialSettings {
    fn default() -> Self {
        let level_intent = [("A", 1.0), ("B", 0.75), ("C", 0.5), ("D", 0.25), ("E", 0.0)];
        Self {
            expected_from: ExpectedFrom::default(),
            intent_from: IntentFrom::default(),
            expected_card: Scorecard::expected(),
            intent_card: Scorecard::intent(),
            level_intent: level_intent.into_iter().map(|(code, intent)| (code.to_owned(), intent)).collect(),
            linked_to_funnel: false,
            expected_threshold: ThresholdRule::default(),
            intent_threshold: ThresholdRule::default(),
            scale: AxisScale::default(),
            filters: Filters::default(),
        }
    }
}

impl PotentialSettings {
    /// The threshold rules of both axes.
    #[must_use]
    pub fn axis_rules(&self) -> AxisRules {
        AxisRules { vertical: self.expected_threshold, horizontal: self.intent_threshold }
    }

    /// Takes each axis from where an import has its figures, unless the source in force has some there too.
    pub fn take_sources(&mut self, imported: &ProspectList) {
        let any = |has: &dyn Fn(&Prospect) -> bool| imported.rows().iter().any(has);
        let rated =
            |card: &Scorecard| any(&|row| row.ratings.keys().any(|code| card.criteria.iter().any(|criterion| criterion.code == *code)));
        let (given, scored) = (any(&|row| row.expected.is_some()), rated(&self.expected_card));
        self.expected_from = match self.expected_from {
            ExpectedFrom::Scorecard if given && !scored => ExpectedFrom::Column,
            ExpectedFrom::Column if scored && !given => ExpectedFrom::Scorecard,
            kept => kept,
        };
        let found = [
            (IntentFrom::Column, any(&|row| row.intent.is_some())),
            (IntentFrom::Scorecard, rated(&self.intent_card)),
            (IntentFrom::Level, any(&|row| !row.level.is_empty())),
        ];
        if !found.contains(&(self.intent_from, true))
            && let Some((from, _)) = found.into_iter().find(|(_, found)| *found)
        {
            self.intent_from = from;
        }
    }

    /// Whether any criterion has this code.
    #[must_use]
    pub fn has_criterion(&self, code: &str) -> bool {
        [&self.expected_card, &self.intent_card].iter().any(|card| card.criteria.iter().any(|criterion| criterion.code == code))
    }

    /// # Errors
    /// What is wrong with them first.
    pub fn check(&self) -> Result<(), ProspectFault> {
        for (axis, card) in [(Axis::Vertical, &self.expected_card), (Axis::Horizontal, &self.intent_card)] {
            card.check().map_err(|fault| ProspectFault::BadScorecard { axis, fault })?;
        }
        if let Some(place) =
            self.intent_card.criteria.iter().position(|own| self.expected_card.criteria.iter().any(|other| other.code == own.code))
        {
            let fault = crate::classify::ScorecardFault::TwiceTheSame { criterion: place };
            return Err(ProspectFault::BadScorecard { axis: Axis::Horizontal, fault });
        }
        match self.level_intent.iter().find(|(_, intent)| !(0.0..=1.0).contains(*intent)) {
            Some((level, intent)) => {
                Err(ProspectFault::BadLevelIntent { level: level.clone(), fault: CellFault::NotAShare { found: intent.to_string() } })
            }
            None => Ok(()),
        }
    }
}
