//! The stability score people see: 0 = erratic, 1 = perfectly steady, whatever the measure's own unit and direction.

use serde::{Deserialize, Serialize};

use super::StabilityMeasure;

/// How a measure's value becomes a score 0..=1 and back. Strictly monotone where the measure is meaningful, so a cut can be drawn on either axis.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum ScoreScale {
    /// 1 / (1 + value), METHODS 1: coefficients of variation and given columns where low is stable.
    Variation,
    /// The value itself: share of active months.
    Share,
    /// 1 − value: clumpiness of gaps.
    Clumpiness,
    /// value / largest: a given column where high is stable. `largest` is the largest value met, at least 1.
    Given { largest: f64 },
}

impl ScoreScale {
    /// The scale of a measure; `values` matter for given columns only.
    #[must_use]
    pub fn of(measure: StabilityMeasure, given_high_is_stable: bool, values: impl Iterator<Item = f64>) -> Self {
        match measure {
            StabilityMeasure::CvMonth | StabilityMeasure::CvQuarter | StabilityMeasure::CvOrder => Self::Variation,
            StabilityMeasure::ActiveMonths => Self::Share,
            StabilityMeasure::Regularity => Self::Clumpiness,
            StabilityMeasure::Given if given_high_is_stable => Self::Given { largest: values.fold(1.0, f64::max) },
            StabilityMeasure::Given => Self::Variation,
        }
    }

    /// The score of a value in the measure's unit; values outside its range count as its end.
    ///
    /// ```
    /// use fourfold::measure::ScoreScale;
    /// assert_eq!(ScoreScale::Variation.score(1.0), 0.5);
    /// assert_eq!(ScoreScale::Share.score(0.75), 0.75);
    /// assert_eq!(ScoreScale::Clumpiness.score(0.25), 0.75);
    /// assert_eq!(ScoreScale::Given { largest: 10.0 }.score(8.0), 0.8);
    /// ```
    #[must_use]
    pub fn score(self, value: f64) -> f64 {
        match self {
            Self::Variation => 1.0 / (1.0 + value.max(0.0)),
            Self::Share => value.clamp(0.0, 1.0),
            Self::Clumpiness => 1.0 - value.clamp(0.0, 1.0),
            Self::Given { largest } => (value / largest).clamp(0.0, 1.0),
        }
    }

    /// The value of a score: the inverse of [`Self::score`]. A score of 0 is infinite variation.
    ///
    /// ```
    /// use fourfold::measure::ScoreScale;
    /// assert_eq!(ScoreScale::Variation.value_from_score(0.25), 3.0);
    /// assert_eq!(ScoreScale::Given { largest: 10.0 }.value_from_score(0.8), 8.0);
    /// ```
    #[must_use]
    pub fn value_from_score(self, score: f64) -> f64 {
        match self {
            Self::Variation => 1.0 / score.clamp(0.0, 1.0) - 1.0,
            Self::Share => score,
            Self::Clumpiness => 1.0 - score,
            Self::Given { largest } => score * largest,
        }
    }
}
