//! One prospect's figures: expected contribution and intent, each with the score it comes from.

use super::{ExpectedFrom, IntentFrom, PotentialSettings};
use crate::classify::Score;
use crate::measure::NotRated;
use crate::tables::{Prospect, Standing};
use crate::workspace::FunnelPlan;

/// What a prospect is classified by.
#[derive(Clone, Debug, PartialEq)]
pub struct ProspectFigures {
    /// Money or a score 1..=5, as the settings say.
    pub expected: Option<f64>,
    /// In the unit of its source: as given, 0..=1 by level, 1..=5 by scorecard.
    pub intent: Option<f64>,
    pub expected_score: Score,
    pub intent_score: Score,
    /// Code of the level it stands on, where there is one.
    pub level: Option<String>,
}

impl ProspectFigures {
    #[must_use]
    pub fn new(prospect: &Prospect, settings: &PotentialSettings, plan: &FunnelPlan) -> Self {
        let (expected_score, intent_score) =
            (settings.expected_card.score(&prospect.ratings), settings.intent_card.score(&prospect.ratings));
        let level = level_of(prospect, settings, plan);
        Self {
            expected: match settings.expected_from {
                ExpectedFrom::Column => prospect.expected,
                ExpectedFrom::Scorecard => expected_score.value,
            },
            intent: match settings.intent_from {
                IntentFrom::Column => prospect.intent,
                IntentFrom::Level => level.as_ref().and_then(|level| settings.level_intent.get(level).copied()),
                IntentFrom::Scorecard => intent_score.value,
            },
            expected_score,
            intent_score,
            level,
        }
    }

    /// Why the prospect has no class; the first of what it lacks.
    #[must_use]
    pub fn not_rated(&self) -> Option<NotRated> {
        match (self.expected, self.intent) {
            (None, _) => Some(NotRated::NoExpectedContribution),
            (Some(_), None) => Some(NotRated::NoIntent),
            (Some(_), Some(_)) => None,
        }
    }

    /// Part of the weight that is rated, over the scorecards in use; `None` where none is.
    #[must_use]
    pub fn completeness(&self, settings: &PotentialSettings) -> Option<f64> {
        let expected = (settings.expected_from == ExpectedFrom::Scorecard).then(|| self.expected_score.completeness.value());
        let intent = (settings.intent_from == IntentFrom::Scorecard).then(|| self.intent_score.completeness.value());
        match (expected, intent) {
            (Some(expected), Some(intent)) => Some(f64::midpoint(expected, intent)),
            (one, other) => one.or(other),
        }
    }
}

/// The level as its code: as written, or as the funnel plan reads the words of the file.
fn level_of(prospect: &Prospect, settings: &PotentialSettings, plan: &FunnelPlan) -> Option<String> {
    let written = prospect.level.trim();
    if written.is_empty() {
        return None;
    }
    if let Some(Standing::Level(code)) = plan.stages.get(&prospect.level) {
        return Some(code.clone());
    }
    let codes = plan.scheme.levels().iter().map(|level| &level.code).chain(settings.level_intent.keys());
    codes.into_iter().find(|code| code.to_lowercase() == written.to_lowercase()).cloned()
}
