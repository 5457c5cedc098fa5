//! How many advance in the end, though some are still open: the Aalen–Johansen estimate of the cumulative incidence (METHODS 3).
//! Where nobody is lost it is one minus the Kaplan–Meier estimate.

use crate::order;
use serde::{Deserialize, Serialize};

use super::intervals::{Proportion, RateError};

/// How a stay on a level ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum End {
    /// The next level or beyond was reached.
    Advanced,
    /// Lost or dormant: it competes with advancing.
    Ended,
    /// Neither, as far as the data go.
    Open,
}

/// A stay on a level, from first entering it on.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Spell {
    /// 0 or more.
    pub days: f64,
    pub end: End,
}

/// The share that advances as far as the data reach, and how sure it is.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Incidence {
    /// Share that has advanced by the longest stay seen, 0..=1.
    pub share: f64,
    /// Its variance (P: Greenwood's, with competing risks Marubini & Valsecchi 1995).
    pub variance: f64,
    /// Uncensored cases that would be as precise, share · (1 − share) ÷ variance, never more than there are (X).
    pub cases: f64,
}

impl Incidence {
    /// As k of n with its intervals.
    ///
    /// # Errors
    /// None for an incidence that [`cumulative_incidence`] gave.
    pub fn proportion(self) -> Result<Proportion, RateError> {
        Proportion::new(self.share * self.cases, self.cases)
    }
}

/// The share of spells that advances in the end: at each length, advanced ÷ still there, times the share still there; open ones leave
/// without a word after those that ended the same day (P: Aalen & Johansen 1978, Kaplan & Meier 1958).
///
/// ```
/// use fourfold::plan::{End::{Advanced, Open}, Spell, cumulative_incidence};
/// // METHODS 3
/// let ends = [Advanced, Advanced, Open, Advanced, Advanced, Open, Open, Open];
/// let days = [5.0, 8.0, 12.0, 12.0, 20.0, 30.0, 30.0, 30.0];
/// let spells: Vec<_> = days.into_iter().zip(ends).map(|(days, end)| Spell { days, end }).collect();
/// assert!((cumulative_incidence(&spells).unwrap().share - 0.53125).abs() < 1e-12);
/// ```
///
/// # Errors
/// No spells; only open ones.
pub fn cumulative_incidence(spells: &[Spell]) -> Result<Incidence, RateError> {
    let decided = spells.iter().filter(|spell| spell.end != End::Open).count();
    match (spells.len(), decided) {
        (0, _) => return Err(RateError::NothingEntered),
        (entered, 0) => return Err(RateError::NothingDecided { entered: entered as f64 }),
        _ => {}
    }
    let moments = moments(spells);
    let share = moments.iter().map(|moment| moment.advancing()).sum::<f64>().clamp(0.0, 1.0);
    let variance = variance(&moments, share);
    let (entered, spread) = (spells.len() as f64, share * (1.0 - share));
    let cases = if spread > 0.0 && variance > 0.0 { (spread / variance).min(entered) } else { decided as f64 };
    Ok(Incidence { share, variance, cases })
}

/// All that ended after the same time.
#[derive(Debug)]
struct Moment {
    at_risk: f64,
    advanced: f64,
    /// Advanced or lost.
    left: f64,
    /// Share that has neither advanced nor been lost before.
    staying: f64,
}

impl Moment {
    /// Share of all that advances now.
    fn advancing(&self) -> f64 {
        self.staying * self.advanced / self.at_risk
    }
}

fn moments(spells: &[Spell]) -> Vec<Moment> {
    let mut sorted = spells.to_vec();
    order::sort_by(&mut sorted, |one, other| one.days.total_cmp(&other.days));
    let (mut moments, mut staying, mut at_risk) = (Vec::new(), 1.0, spells.len() as f64);
    for same in sorted.chunk_by(|one, other| one.days == other.days) {
        let count = |end: End| same.iter().filter(|spell| spell.end == end).count() as f64;
        let advanced = count(End::Advanced);
        let left = advanced + count(End::Ended);
        if left > 0.0 {
            moments.push(Moment { at_risk, advanced, left, staying });
            staying *= 1.0 - left / at_risk;
        }
        at_risk -= same.len() as f64;
    }
    moments
}

fn variance(moments: &[Moment], share: f64) -> f64 {
    let mut so_far = 0.0;
    let mut variance = 0.0;
    for moment in moments {
        let Moment { at_risk, advanced, left, staying } = *moment;
        so_far += moment.advancing();
        let to_come = share - so_far;
        // Where all leave at once nothing is to come.
        if left < at_risk {
            variance += to_come * to_come * left / (at_risk * (at_risk - left));
        }
        variance += staying * staying * advanced * (at_risk - advanced) / at_risk.powi(3);
        variance -= 2.0 * to_come * staying * advanced / (at_risk * at_risk);
    }
    variance.max(0.0)
}

#[cfg(test)]
mod tests {
    use super::End::{Advanced, Ended, Open};
    use super::*;

    fn spells(days: &[f64], ends: &[End]) -> Vec<Spell> {
        days.iter().zip(ends).map(|(&days, &end)| Spell { days, end }).collect()
    }

    fn close(found: f64, wanted: f64, tolerance: f64) {
        assert!((found - wanted).abs() <= tolerance, "found {found}, expected {wanted}");
    }

    #[test]
    fn one_cause_has_greenwoods_variance() {
        let ends = [Advanced, Advanced, Open, Advanced, Advanced, Open, Open, Open];
        let found = cumulative_incidence(&spells(&[5.0, 8.0, 12.0, 12.0, 20.0, 30.0, 30.0, 30.0], &ends)).unwrap();
        close(found.share, 0.53125, 1e-12);
        // By hand: .46875² · (1/(8·7) + 1/(7·6) + 1/(6·5) + 1/(4·3)).
        close(found.variance, 0.46875 * 0.46875 * (1.0 / 56.0 + 1.0 / 42.0 + 1.0 / 30.0 + 1.0 / 12.0), 1e-12);
        assert!(found.cases > 7.0 && found.cases < 8.0);
    }

    /// Oracle: lifelines 0.30, `AalenJohansenFitter(calculate_variance=True)`.
    #[test]
    fn losses_compete() {
        let days = [3.0, 5.0, 7.0, 8.0, 10.0, 12.0, 15.0, 18.0, 20.0, 25.0];
        let ends = [Advanced, Ended, Advanced, Open, Advanced, Ended, Open, Advanced, Open, Open];
        let found = cumulative_incidence(&spells(&days, &ends)).unwrap();
        close(found.share, 0.472_222, 5e-7);
        close(found.variance, 0.031_728, 5e-7);
    }

    #[test]
    fn without_open_ones_it_is_the_plain_ratio() {
        let found = cumulative_incidence(&spells(&[1.0, 1.0, 2.0, 3.0, 3.0], &[Advanced, Ended, Ended, Advanced, Ended])).unwrap();
        close(found.share, 0.4, 1e-12);
        close(found.cases, 5.0, 1e-9);
    }

    #[test]
    fn nothing_decided_is_no_rate_of_zero() {
        assert_eq!(cumulative_incidence(&[]), Err(RateError::NothingEntered));
        assert_eq!(cumulative_incidence(&spells(&[1.0, 2.0], &[Open, Open])), Err(RateError::NothingDecided { entered: 2.0 }));
        let lost = cumulative_incidence(&spells(&[1.0, 2.0], &[Ended, Open])).unwrap();
        assert_eq!((lost.share, lost.cases), (0.0, 1.0));
    }

    proptest::proptest! {
        /// Between the plain ratio, which takes open ones for failures, and all open ones advancing; a share with a proportion.
        #[test]
        fn it_lies_between_the_worst_and_the_best_case(course in proptest::collection::vec((0_u8..20, 0_u8..3), 1..60)) {
            let end = |code: u8| [Advanced, Ended, Open][usize::from(code)];
            let spells: Vec<_> = course.iter().map(|&(days, code)| Spell { days: f64::from(days), end: end(code) }).collect();
            let share_of = |ends: &[End]| spells.iter().filter(|spell| ends.contains(&spell.end)).count() as f64 / spells.len() as f64;
            let Ok(found) = cumulative_incidence(&spells) else { return Ok(()) };
            proptest::prop_assert!(found.share >= share_of(&[Advanced]) - 1e-12);
            proptest::prop_assert!(found.share <= share_of(&[Advanced, Open]) + 1e-12);
            proptest::prop_assert!(found.proportion().is_ok() && found.cases >= 1e-9 && found.cases <= spells.len() as f64);
        }
    }
}
