//! A weighted score of criteria rated 1 to 5 (METHODS 2): for expected contribution and for intent alike.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::units::{Share, Sum};

/// Lowest and highest rating.
pub const RATINGS: std::ops::RangeInclusive<f64> = 1.0..=5.0;

/// Something a potential customer is rated by.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Criterion {
    /// Stable code; ratings are kept under it.
    pub code: String,
    /// Empty for a built-in one, which the interface names in both languages.
    pub name: String,
    /// ≥ 0; only its part of the sum matters.
    pub weight: f64,
}

/// Criteria with their weights.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Scorecard {
    pub criteria: Vec<Criterion>,
}

/// A score with what it rests on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Score {
    /// Σ w·r / Σ w over the criteria that are rated, 1..=5; `None` where no criterion with a weight is.
    pub value: Option<f64>,
    /// Part of the weight that is rated.
    pub completeness: Share,
    /// Σ w·r and Σ w over the rated criteria.
    pub weighted: f64,
    pub weight: f64,
    /// Each criterion's weight and rating, in the order of the scorecard.
    pub parts: Vec<ScorePart>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ScorePart {
    pub code: String,
    pub weight: f64,
    pub rating: Option<f64>,
}

/// Why a scorecard cannot be worked with; the criterion by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ScorecardFault {
    /// A weight that is negative or no number.
    BadWeight { criterion: usize },
    /// All weights are 0, so that nothing can be divided by their sum.
    NoWeight,
    /// A criterion of one's own without a name.
    NoName { criterion: usize },
    /// The name or the code of an earlier criterion.
    TwiceTheSame { criterion: usize },
    /// Nothing to rate by.
    NoCriterion,
}

impl Scorecard {
    /// The handbook's criteria of expected contribution with equal weights (METHODS 2).
    #[must_use]
    pub fn expected() -> Self {
        Self::equal(&["size", "management", "network", "purchasing-power", "marketing", "development"])
    }

    /// Criteria of intent with equal weights (X).
    #[must_use]
    pub fn intent() -> Self {
        Self::equal(&["need", "budget", "decision", "timing", "trust"])
    }

    fn equal(codes: &[&str]) -> Self {
        let criterion = |code: &&str| Criterion { code: (*code).to_owned(), name: String::new(), weight: 1.0 };
        Self { criteria: codes.iter().map(criterion).collect() }
    }

    #[must_use]
    pub fn weight_sum(&self) -> f64 {
        self.criteria.iter().map(|criterion| criterion.weight).collect::<Sum>().value()
    }

    /// The weighted score of these ratings; what is missing is left out of both sums and lowers the completeness.
    ///
    /// ```
    /// use std::collections::BTreeMap;
    /// use fourfold::classify::{Criterion, Scorecard};
    /// let criterion = |code: &str, weight| Criterion { code: code.into(), name: String::new(), weight };
    /// let card = Scorecard { criteria: vec![criterion("size", 3.0), criterion("network", 2.0), criterion("marketing", 5.0)] };
    /// // size 4, marketing 2, network not rated: (3·4 + 5·2) / (3 + 5) = 22 / 8 = 2.75; rated are 8 of 10.
    /// let score = card.score(&BTreeMap::from([("size".to_owned(), 4.0), ("marketing".to_owned(), 2.0)]));
    /// assert_eq!((score.value, score.completeness.value()), (Some(2.75), 0.8));
    /// assert_eq!(card.score(&BTreeMap::new()).value, None);
    /// ```
    #[must_use]
    pub fn score(&self, ratings: &BTreeMap<String, f64>) -> Score {
        let part = |criterion: &Criterion| ScorePart {
            code: criterion.code.clone(),
            weight: criterion.weight,
            rating: ratings.get(&criterion.code).copied(),
        };
        let parts: Vec<ScorePart> = self.criteria.iter().map(part).collect();
        let (mut weighted, mut weight) = (Sum::default(), Sum::default());
        for part in &parts {
            if let Some(rating) = part.rating {
                weighted.add(part.weight * rating);
                weight.add(part.weight);
            }
        }
        let (weighted, weight, all) = (weighted.value(), weight.value(), self.weight_sum());
        let completeness = if all > 0.0 { Share::new((weight / all).clamp(0.0, 1.0)) } else { None };
        Score {
            value: (weight > 0.0).then(|| weighted / weight),
            completeness: completeness.unwrap_or(Share::NONE),
            weighted,
            weight,
            parts,
        }
    }

    /// # Errors
    /// What is wrong with it first.
    pub fn check(&self) -> Result<(), ScorecardFault> {
        if self.criteria.is_empty() {
            return Err(ScorecardFault::NoCriterion);
        }
        for (place, criterion) in self.criteria.iter().enumerate() {
            if !(criterion.weight.is_finite() && criterion.weight >= 0.0) {
                return Err(ScorecardFault::BadWeight { criterion: place });
            }
            if criterion.name.trim().is_empty() && !is_built_in(&criterion.code) {
                return Err(ScorecardFault::NoName { criterion: place });
            }
            let same = |earlier: &Criterion| {
                earlier.code == criterion.code || (!criterion.name.is_empty() && earlier.name.trim() == criterion.name.trim())
            };
            if self.criteria[..place].iter().any(same) {
                return Err(ScorecardFault::TwiceTheSame { criterion: place });
            }
        }
        if self.weight_sum() > 0.0 { Ok(()) } else { Err(ScorecardFault::NoWeight) }
    }

    /// Adds a criterion of one's own with a code that no criterion has.
    pub fn add(&mut self, name: &str, weight: f64, taken: impl Fn(&str) -> bool) {
        let free = (1_u32..).map(|number| format!("own-{number}"));
        let code = free.into_iter().find(|code| !taken(code) && self.criteria.iter().all(|criterion| criterion.code != *code));
        self.criteria.push(Criterion { code: code.unwrap_or_default(), name: name.to_owned(), weight });
    }
}

/// Whether the interface has a name for it.
#[must_use]
pub fn is_built_in(code: &str) -> bool {
    [Scorecard::expected(), Scorecard::intent()].iter().any(|card| card.criteria.iter().any(|criterion| criterion.code == code))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn card(weights: &[f64]) -> Scorecard {
        let criterion = |(place, &weight): (usize, &f64)| Criterion { code: place.to_string(), name: format!("c{place}"), weight };
        Scorecard { criteria: weights.iter().enumerate().map(criterion).collect() }
    }

    fn rated(ratings: &[Option<f64>]) -> BTreeMap<String, f64> {
        ratings.iter().enumerate().filter_map(|(place, rating)| Some((place.to_string(), (*rating)?))).collect()
    }

    #[test]
    fn faults_name_their_criterion() {
        assert_eq!(card(&[1.0, -1.0]).check(), Err(ScorecardFault::BadWeight { criterion: 1 }));
        assert_eq!(card(&[f64::NAN]).check(), Err(ScorecardFault::BadWeight { criterion: 0 }));
        assert_eq!(card(&[0.0, 0.0]).check(), Err(ScorecardFault::NoWeight));
        assert_eq!(card(&[]).check(), Err(ScorecardFault::NoCriterion));
        let mut twice = card(&[1.0, 1.0]);
        twice.criteria[1].name = " c0 ".to_owned();
        assert_eq!(twice.check(), Err(ScorecardFault::TwiceTheSame { criterion: 1 }));
        twice.criteria[1].name.clear();
        assert_eq!(twice.check(), Err(ScorecardFault::NoName { criterion: 1 }));
        assert_eq!((Scorecard::expected().check(), Scorecard::intent().check()), (Ok(()), Ok(())));
    }

    #[test]
    fn a_criterion_without_weight_neither_helps_nor_completes() {
        // (2·5 + 0·1) / 2 = 5; the rated weight is 2 of 3.
        let score = card(&[2.0, 0.0, 1.0]).score(&rated(&[Some(5.0), Some(1.0), None]));
        assert_eq!(score.value, Some(5.0));
        assert!((score.completeness.value() - 2.0 / 3.0).abs() < 1e-12);
        assert_eq!(card(&[0.0, 1.0]).score(&rated(&[Some(3.0), None])).value, None);
    }

    #[test]
    fn a_new_criterion_gets_a_code_of_its_own() {
        let mut expected = Scorecard::expected();
        expected.add("Payment habits", 2.0, |code| code == "own-1");
        expected.add("Location", 1.0, |code| code == "own-1");
        let codes: Vec<&str> = expected.criteria[6..].iter().map(|criterion| criterion.code.as_str()).collect();
        assert_eq!(codes, ["own-2", "own-3"]);
    }

    proptest! {
        /// A score lies between its lowest and its highest rating, and raising a rating never lowers it.
        #[test]
        fn raising_a_rating_never_lowers_the_score(
            rows in prop::collection::vec((0.0..10.0_f64, prop::option::of(1.0..=5.0_f64)), 1..8), which in 0_usize..8, by in 0.0..4.0_f64,
        ) {
            let (weights, mut ratings): (Vec<f64>, Vec<Option<f64>>) = rows.into_iter().unzip();
            let card = card(&weights);
            let before = card.score(&rated(&ratings));
            let which = which % ratings.len();
            ratings[which] = ratings[which].map(|rating| (rating + by).min(5.0));
            let after = card.score(&rated(&ratings));
            prop_assert_eq!(before.completeness, after.completeness);
            if let (Some(before), Some(after)) = (before.value, after.value) {
                prop_assert!(after >= before * (1.0 - 1e-12));
                prop_assert!((1.0 - 1e-9..=5.0 + 1e-9).contains(&after));
            }
        }
    }
}
