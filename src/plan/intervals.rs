//! How far the share behind k of n may lie from k ÷ n: Wilson and Jeffreys intervals (METHODS 3).
//! Knows nothing of levels or steps.

use std::fmt;

use serde::{Deserialize, Serialize};
use spec_math::cephes64::incbi;

/// Confidence level of both intervals.
pub const INTERVAL_LEVEL: f64 = 0.95;
/// The normal quantile at 0.975.
const Z: f64 = 1.959_963_984_540_054;

/// Why there is no rate. Figures are `None` where what was found is no number.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum RateError {
    /// 0 of 0: nobody ever entered, so there is no rate.
    NothingEntered,
    /// Some entered, but all of them are still open.
    NothingDecided { entered: f64 },
    /// At least 0 and at most as many as entered are expected to have reached the next level.
    Reached { found: Option<f64>, entered: Option<f64> },
    /// 0..=1 is expected.
    Rate { found: Option<f64> },
    /// More than 0 and at most [`MOST_CASES`] are expected.
    Cases { found: Option<f64> },
}

/// Most cases a rate may rest on.
pub const MOST_CASES: f64 = 1e8;

impl fmt::Display for RateError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{self:?}")
    }
}

impl std::error::Error for RateError {}

/// `None` for what is no number, so that errors compare and travel.
pub(super) fn number(found: f64) -> Option<f64> {
    found.is_finite().then_some(found)
}

/// Limits of a share, 0 ≤ `low` ≤ `high` ≤ 1.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Interval {
    pub low: f64,
    pub high: f64,
}

/// A share of counted cases with its intervals at [`INTERVAL_LEVEL`].
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Proportion {
    /// Cases that did; not always whole, since censored estimates stand for as many cases as have their precision.
    pub reached: f64,
    /// Cases in all, more than 0.
    pub entered: f64,
    /// `reached` ÷ `entered`, 0..=1.
    pub rate: f64,
    pub wilson: Interval,
    pub jeffreys: Interval,
}

impl Proportion {
    /// `reached` of `entered`.
    ///
    /// ```
    /// use fourfold::plan::{Proportion, RateError};
    /// let found = Proportion::new(5.0, 50.0).unwrap();
    /// assert_eq!(found.rate, 0.1);
    /// // METHODS 3
    /// assert!((found.wilson.low - 0.04348).abs() < 5e-6 && (found.wilson.high - 0.21360).abs() < 5e-6);
    /// assert!((found.jeffreys.low - 0.03919).abs() < 1e-5 && (found.jeffreys.high - 0.20536).abs() < 1e-5);
    /// assert_eq!(Proportion::new(0.0, 0.0), Err(RateError::NothingEntered));
    /// ```
    ///
    /// # Errors
    /// 0 of 0, more reached than entered, negative or no numbers, more than [`MOST_CASES`].
    pub fn new(reached: f64, entered: f64) -> Result<Self, RateError> {
        check_counts(reached, entered)?;
        let (wilson, jeffreys) = (wilson(reached, entered), jeffreys(reached, entered));
        Ok(Self { reached, entered, rate: reached / entered, wilson, jeffreys })
    }
}

pub(super) fn check_counts(reached: f64, entered: f64) -> Result<(), RateError> {
    if entered == 0.0 && reached == 0.0 {
        return Err(RateError::NothingEntered);
    }
    if entered > MOST_CASES {
        return Err(RateError::Cases { found: number(entered) });
    }
    if entered > 0.0 && (0.0..=entered).contains(&reached) {
        Ok(())
    } else {
        Err(RateError::Reached { found: number(reached), entered: number(entered) })
    }
}

/// Wilson's score interval (P: Wilson 1927). The ends 0 and 1 are exact where none or all did.
fn wilson(reached: f64, entered: f64) -> Interval {
    let squared = Z * Z;
    let rate = reached / entered;
    let centre = (reached + squared / 2.0) / (entered + squared);
    let half = Z / (entered + squared) * (entered * rate * (1.0 - rate) + squared / 4.0).sqrt();
    Interval {
        low: if reached == 0.0 { 0.0 } else { (centre - half).max(0.0) },
        high: if reached == entered { 1.0 } else { (centre + half).min(1.0) },
    }
}

/// Equal tails of the Jeffreys posterior Beta(k + ½, n − k + ½); 0 and 1 are kept where none or all did (P: Brown, Cai & DasGupta 2001).
fn jeffreys(reached: f64, entered: f64) -> Interval {
    let tail = (1.0 - INTERVAL_LEVEL) / 2.0;
    let quantile = |part: f64| incbi(reached + 0.5, entered - reached + 0.5, part);
    Interval { low: if reached == 0.0 { 0.0 } else { quantile(tail) }, high: if reached == entered { 1.0 } else { quantile(1.0 - tail) } }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(found: f64, wanted: f64) {
        assert!((found - wanted).abs() < 1e-9, "found {found}, expected {wanted}");
    }

    #[test]
    fn none_and_all_keep_their_ends() {
        let none = Proportion::new(0.0, 5.0).unwrap();
        assert_eq!((none.rate, none.wilson.low, none.jeffreys.low), (0.0, 0.0, 0.0));
        // METHODS 3: 0 of 5, Wilson up to .43448.
        assert!((none.wilson.high - 0.43448).abs() < 5e-6);
        let all = Proportion::new(5.0, 5.0).unwrap();
        assert_eq!((all.rate, all.wilson.high, all.jeffreys.high), (1.0, 1.0, 1.0));
        close(all.wilson.low, 1.0 - none.wilson.high);
        close(all.jeffreys.low, 1.0 - none.jeffreys.high);
    }

    /// Oracle: scipy 1.17, `binomtest(k, n).proportion_ci(method="wilson")` and `beta.ppf`.
    #[test]
    fn intervals_agree_with_scipy() {
        for (reached, entered, wilson, jeffreys) in ORACLE {
            let found = Proportion::new(reached, entered).unwrap();
            close(found.wilson.low, wilson.0);
            close(found.wilson.high, wilson.1);
            close(found.jeffreys.low, jeffreys.0);
            close(found.jeffreys.high, jeffreys.1);
        }
    }

    type Limits = (f64, f64);
    const ORACLE: [(f64, f64, Limits, Limits); 4] = [
        (5.0, 50.0, (0.043_475_764_932, 0.213_602_314_375), (0.039_194_364_394, 0.205_354_828_023)),
        (2.0, 3.0, (0.207_659_600_802, 0.938_508_055_280), (0.176_736_097_131, 0.961_252_382_215)),
        (2_243.0, 5_015.0, (0.433_542_709_315, 0.461_054_479_231), (0.433_530_861_601, 0.461_046_447_106)),
        (99_999.0, 100_000.0, (0.999_943_352_903, 0.999_998_234_752), (0.999_953_258_958, 0.999_998_921_021)),
    ];

    #[test]
    fn what_is_no_count_is_refused() {
        let refused = |reached: f64, entered: f64| Proportion::new(reached, entered).unwrap_err();
        assert_eq!(refused(6.0, 5.0), RateError::Reached { found: Some(6.0), entered: Some(5.0) });
        assert_eq!(refused(-1.0, 5.0), RateError::Reached { found: Some(-1.0), entered: Some(5.0) });
        assert_eq!(refused(f64::NAN, 5.0), RateError::Reached { found: None, entered: Some(5.0) });
        assert_eq!(refused(1.0, 0.0), RateError::Reached { found: Some(1.0), entered: Some(0.0) });
        assert_eq!(refused(1.0, f64::INFINITY), RateError::Cases { found: None });
    }

    proptest::proptest! {
        #[test]
        fn rates_and_limits_are_shares_around_the_rate(entered in 1_u32..2_000_000, part in 0.0..=1.0_f64) {
            let entered = f64::from(entered);
            let found = Proportion::new((entered * part).floor(), entered).unwrap();
            for interval in [found.wilson, found.jeffreys] {
                proptest::prop_assert!(0.0 <= interval.low && interval.low <= found.rate);
                proptest::prop_assert!(found.rate <= interval.high && interval.high <= 1.0);
            }
        }
    }
}
