//! How many must enter so that enough come through with a chosen confidence (METHODS 3; X). Exact, for one step or one rate.

use std::fmt;

use serde::{Deserialize, Serialize};
use spec_math::cephes64::lgam;

use super::belief::{Belief, RateBelief};
use super::intervals::{RateError, number};
use crate::units::{reaches, rounded_up};

/// The chance that is asked for, 0.5..=0.99.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(try_from = "f64", into = "f64")]
pub struct Confidence(f64);

impl Confidence {
    pub const LOWEST: f64 = 0.5;
    pub const HIGHEST: f64 = 0.99;

    /// # Errors
    /// Outside 0.5..=0.99, or no number.
    pub fn new(value: f64) -> Result<Self, ConfidenceError> {
        let admitted = (Self::LOWEST..=Self::HIGHEST).contains(&value);
        if admitted { Ok(Self(value)) } else { Err(ConfidenceError::Confidence { found: number(value) }) }
    }

    #[must_use]
    pub fn value(self) -> f64 {
        self.0
    }
}

impl Default for Confidence {
    /// 80 % (METHODS 8).
    fn default() -> Self {
        Self(0.8)
    }
}

impl TryFrom<f64> for Confidence {
    type Error = ConfidenceError;

    fn try_from(value: f64) -> Result<Self, ConfidenceError> {
        Self::new(value)
    }
}

impl From<Confidence> for f64 {
    fn from(confidence: Confidence) -> Self {
        confidence.0
    }
}

/// Why no number of entries can be named. Figures are `None` where what was found is no number.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum ConfidenceError {
    /// 0.5..=0.99 is expected.
    Confidence {
        found: Option<f64>,
    },
    /// 0..=[`MOST_SALES`] are expected.
    Sales {
        found: Option<f64>,
    },
    /// 0..=[`MOST_ENTRIES`] are expected.
    Entries {
        found: Option<f64>,
    },
    Rate(RateError),
    /// The rate is 0, or so small that more than [`MOST_ENTRIES`] would be needed.
    CannotBeReached,
}

impl fmt::Display for ConfidenceError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{self:?}")
    }
}

impl std::error::Error for ConfidenceError {}

impl From<RateError> for ConfidenceError {
    fn from(error: RateError) -> Self {
        Self::Rate(error)
    }
}

/// Most sales that can be asked for.
pub const MOST_SALES: f64 = 1e6;
/// Most entries that can be answered; beyond it floating point no longer tells one entry from the next.
pub const MOST_ENTRIES: f64 = 1e9;

/// Entries needed for a number of sales.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct EntriesNeeded {
    /// Sales ÷ rate, rounded up: right only on average. `None` where the rate in the middle is 0.
    pub naive: Option<f64>,
    /// The smallest whole number N with P(X ≥ sales) ≥ confidence.
    pub entries: f64,
    /// That probability.
    pub chance: f64,
}

/// The smallest number of entries of which at least `sales` (rounded up) advance with the chance asked for: binomial where the rate is
/// known, beta-binomial where it has a posterior (METHODS 3; X).
///
/// ```
/// use fourfold::plan::{Confidence, RateBelief, entries_needed};
/// // METHODS 3: p = 10/20 and 50 A
/// let needed = |belief, confidence| entries_needed(belief, 50.0, Confidence::new(confidence).unwrap()).unwrap();
/// let known = RateBelief::Known { rate: 0.5 };
/// let counted = RateBelief::Counted { reached: 10.0, entered: 20.0 };
/// assert_eq!([0.8, 0.9, 0.95].map(|confidence| needed(known, confidence).entries), [108.0, 113.0, 117.0]);
/// assert_eq!([0.8, 0.9, 0.95].map(|confidence| needed(counted, confidence).entries), [124.0, 141.0, 159.0]);
/// assert_eq!(needed(known, 0.8).naive, Some(100.0));
/// ```
///
/// # Errors
/// A belief or a number of sales that is none, a known rate of 0, or more than [`MOST_ENTRIES`].
pub fn entries_needed(belief: RateBelief, sales: f64, confidence: Confidence) -> Result<EntriesNeeded, ConfidenceError> {
    let rate = belief.rate()?;
    let (checked, sales) = (belief.checked()?, checked_sales(sales)?);
    if sales == 0.0 {
        return Ok(EntriesNeeded { naive: Some(0.0), entries: 0.0, chance: 1.0 });
    }
    if checked == Belief::Known(0.0) {
        return Err(ConfidenceError::CannotBeReached);
    }
    let enough = |entries: f64| reaches(chance(checked, entries, sales), confidence.0);
    let entries = smallest(sales, enough).ok_or(ConfidenceError::CannotBeReached)?;
    let naive = number(rounded_up(sales / rate));
    Ok(EntriesNeeded { naive, entries, chance: chance(checked, entries, sales) })
}

/// P(at least `sales` of `entries` advance), both rounded up to whole numbers.
///
/// # Errors
/// A belief or numbers that are none.
pub fn chance_of(belief: RateBelief, entries: f64, sales: f64) -> Result<f64, ConfidenceError> {
    let (belief, sales) = (belief.checked()?, checked_sales(sales)?);
    let admitted = (0.0..=MOST_ENTRIES).contains(&entries);
    let entries = if admitted { rounded_up(entries) } else { return Err(ConfidenceError::Entries { found: number(entries) }) };
    Ok(chance(belief, entries, sales))
}

pub(super) fn checked_sales(sales: f64) -> Result<f64, ConfidenceError> {
    let admitted = (0.0..=MOST_SALES).contains(&sales);
    if admitted { Ok(rounded_up(sales)) } else { Err(ConfidenceError::Sales { found: number(sales) }) }
}

/// The smallest whole number from `least` on that is `enough`; `None` beyond [`MOST_ENTRIES`]. It doubles, then halves, by the same numbers
/// whatever is asked for: what reaches more never gets a smaller answer, not even by the noise of the last digits.
fn smallest(least: f64, enough: impl Fn(f64) -> bool) -> Option<f64> {
    let (mut below, mut found) = (least - 1.0, least);
    while !enough(found) {
        if found >= MOST_ENTRIES {
            return None;
        }
        (below, found) = (found, (2.0 * found).min(MOST_ENTRIES));
    }
    while found - below > 1.0 {
        let middle = f64::midpoint(below, found).floor();
        if enough(middle) { found = middle } else { below = middle }
    }
    Some(found)
}

/// P(X ≥ `sales`) for whole numbers. Summed over the tail on the side of the mean where the terms fall off.
fn chance(belief: Belief, entries: f64, sales: f64) -> f64 {
    if sales <= 0.0 {
        return 1.0;
    }
    if entries < sales {
        return 0.0;
    }
    let mean = match belief {
        Belief::Known(rate) if rate <= 0.0 => return 0.0,
        Belief::Known(rate) if rate >= 1.0 => return 1.0,
        Belief::Known(rate) => entries * rate,
        Belief::Posterior { successes, failures } => entries * successes / (successes + failures),
    };
    if sales > mean { upper_tail(belief, entries, sales) } else { 1.0 - lower_tail(belief, entries, sales - 1.0) }.clamp(0.0, 1.0)
}

/// P(X ≤ `last`): from `last` downward.
fn lower_tail(belief: Belief, entries: f64, last: f64) -> f64 {
    let (mut term, mut sum, mut at) = (1.0, 1.0, last);
    while at > 0.0 {
        term /= step_up(belief, entries, at - 1.0);
        sum += term;
        at -= 1.0;
        if negligible(term * at, sum) {
            break;
        }
    }
    (log_term(belief, entries, last) + f64::ln(sum)).exp()
}

/// P(X ≥ `first`): from `first` upward.
fn upper_tail(belief: Belief, entries: f64, first: f64) -> f64 {
    let (mut term, mut sum, mut at) = (1.0, 1.0, first);
    while at < entries {
        term *= step_up(belief, entries, at);
        sum += term;
        at += 1.0;
        if negligible(term * (entries - at), sum) {
            break;
        }
    }
    (log_term(belief, entries, first) + f64::ln(sum)).exp()
}

/// Whether what is left cannot change the sum.
fn negligible(rest: f64, sum: f64) -> bool {
    rest < sum * 1e-17
}

/// P(X = `at` + 1) ÷ P(X = `at`).
fn step_up(belief: Belief, entries: f64, at: f64) -> f64 {
    let places = (entries - at) / (at + 1.0);
    match belief {
        Belief::Known(rate) => places * rate / (1.0 - rate),
        Belief::Posterior { successes, failures } => places * (at + successes) / (entries - at - 1.0 + failures),
    }
}

/// ln P(X = `at`).
fn log_term(belief: Belief, entries: f64, at: f64) -> f64 {
    let rest = entries - at;
    let ways = lgam(entries + 1.0) - lgam(at + 1.0) - lgam(rest + 1.0);
    match belief {
        Belief::Known(rate) => ways + at * rate.ln() + rest * (-rate).ln_1p(),
        Belief::Posterior { successes, failures } => ways + log_beta(at + successes, rest + failures) - log_beta(successes, failures),
    }
}

fn log_beta(left: f64, right: f64) -> f64 {
    lgam(left) + lgam(right) - lgam(left + right)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HALF: RateBelief = RateBelief::Counted { reached: 10.0, entered: 20.0 };

    fn entries(belief: RateBelief, sales: f64, confidence: f64) -> Result<f64, ConfidenceError> {
        entries_needed(belief, sales, Confidence::new(confidence)?).map(|needed| needed.entries)
    }

    /// Oracle: scipy 1.17, `binom.sf` and `betabinom.sf` tried one entry after the other.
    #[test]
    fn needed_entries_agree_with_scipy() {
        assert_eq!([0.5, 0.99].map(|confidence| entries(RateBelief::Known { rate: 0.5 }, 50.0, confidence).unwrap()), [99.0, 125.0]);
        // At 99 exactly .5, by symmetry.
        assert_eq!([0.5, 0.99].map(|confidence| entries(HALF, 50.0, confidence).unwrap()), [99.0, 201.0]);
        let oracle = [
            ((5.0, 50.0), 10.0, [94.0, 147.0, 361.0]),
            ((1.0, 3.0), 4.0, [11.0, 24.0, 202.0]),
            ((0.0, 20.0), 2.0, [149.0, 1_106.0, 455_627.0]),
            ((20.0, 20.0), 30.0, [30.0, 31.0, 37.0]),
        ];
        for ((reached, entered), sales, wanted) in oracle {
            let belief = RateBelief::Counted { reached, entered };
            assert_eq!([0.5, 0.8, 0.99].map(|confidence| entries(belief, sales, confidence).unwrap()), wanted, "{reached} of {entered}");
        }
    }

    #[test]
    fn the_answer_reaches_the_confidence_and_one_fewer_misses_it() {
        for belief in [RateBelief::Known { rate: 0.03 }, HALF, RateBelief::AsSureAs { rate: 0.2, cases: 7.5 }] {
            let found = entries_needed(belief, 40.0, Confidence::default()).unwrap();
            assert!(found.chance >= 0.8 && chance_of(belief, found.entries - 1.0, 40.0).unwrap() < 0.8, "{belief:?}");
            assert_eq!(chance_of(belief, found.entries, 40.0).unwrap(), found.chance);
        }
    }

    #[test]
    fn what_cannot_be_reached_says_so() {
        assert_eq!(entries(RateBelief::Known { rate: 0.0 }, 1.0, 0.8), Err(ConfidenceError::CannotBeReached));
        assert_eq!(entries(RateBelief::Known { rate: 1e-12 }, 1.0, 0.8), Err(ConfidenceError::CannotBeReached));
        assert_eq!(chance_of(RateBelief::Known { rate: 0.0 }, 10.0, 1.0), Ok(0.0));
        // Nothing needed is reached by nothing, whatever the rate.
        assert_eq!(entries(RateBelief::Known { rate: 0.0 }, 0.0, 0.8), Ok(0.0));
    }

    #[test]
    fn certain_rates_need_no_spare() {
        assert_eq!(entries(RateBelief::Known { rate: 1.0 }, 50.0, 0.99), Ok(50.0));
        // 49.3 sales are 50.
        assert_eq!(entries(RateBelief::Known { rate: 1.0 }, 49.3, 0.99), Ok(50.0));
    }

    #[test]
    fn bad_input_names_what_is_allowed() {
        for found in [0.49, 0.991, -1.0] {
            assert_eq!(entries(HALF, 1.0, found), Err(ConfidenceError::Confidence { found: Some(found) }));
        }
        assert_eq!(entries(HALF, 1.0, f64::NAN), Err(ConfidenceError::Confidence { found: None }));
        assert_eq!(entries(HALF, -1.0, 0.8), Err(ConfidenceError::Sales { found: Some(-1.0) }));
        assert_eq!(chance_of(HALF, f64::NAN, 1.0), Err(ConfidenceError::Entries { found: None }));
        let nothing = RateBelief::Counted { reached: 0.0, entered: 0.0 };
        assert_eq!(entries(nothing, 1.0, 0.8), Err(ConfidenceError::Rate(RateError::NothingEntered)));
        assert!(serde_json::from_str::<Confidence>("1.5").is_err());
    }

    proptest::proptest! {
        #![proptest_config(proptest::test_runner::Config::with_cases(64))]

        #[test]
        fn more_confidence_or_more_sales_never_need_fewer_entries(
            reached in 0_u32..40, more in 0_u32..60, known: bool, sales in 1_u32..200, low in 0.5..0.99, high in 0.5..0.99,
        ) {
            let (reached, entered) = (f64::from(reached), f64::from(reached + more + 1));
            let counted = RateBelief::Counted { reached, entered };
            let belief = if known && reached > 0.0 { RateBelief::Known { rate: reached / entered } } else { counted };
            let (low, high) = if low <= high { (low, high) } else { (high, low) };
            let needed = |sales: u32, confidence| entries(belief, f64::from(sales), confidence).unwrap_or(f64::INFINITY);
            proptest::prop_assert!(needed(sales, low) <= needed(sales, high));
            proptest::prop_assert!(needed(sales, low) <= needed(sales + 1, low));
            proptest::prop_assert!(needed(sales, low) >= f64::from(sales));
        }
    }
}
