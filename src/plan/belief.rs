//! How sure an advance rate is: known, or with a beta posterior that data or a typed number of cases gives (METHODS 3).

use serde::{Deserialize, Serialize};

use super::intervals::{MOST_CASES, RateError, check_counts, number};

/// An advance rate as counted or typed.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum RateBelief {
    /// Taken for certain, 0..=1.
    Known { rate: f64 },
    /// `reached` of `entered`: the Jeffreys posterior Beta(k + ½, n − k + ½).
    Counted { reached: f64, entered: f64 },
    /// Typed "as sure as n cases": the posterior that n cases with this rate would give (X).
    AsSureAs { rate: f64, cases: f64 },
}

/// A checked belief.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Belief {
    Known(f64),
    Posterior { successes: f64, failures: f64 },
}

impl RateBelief {
    /// The rate in the middle of it: as typed, or reached ÷ entered. Not the mean of the posterior.
    ///
    /// ```
    /// use fourfold::plan::{RateBelief, RateError};
    /// assert_eq!(RateBelief::Counted { reached: 10.0, entered: 20.0 }.rate(), Ok(0.5));
    /// assert_eq!(RateBelief::Counted { reached: 0.0, entered: 0.0 }.rate(), Err(RateError::NothingEntered));
    /// assert_eq!(RateBelief::Known { rate: 1.2 }.rate(), Err(RateError::Rate { found: Some(1.2) }));
    /// ```
    ///
    /// # Errors
    /// 0 of 0, a rate outside 0..=1, counts that are none.
    pub fn rate(self) -> Result<f64, RateError> {
        self.checked()?;
        Ok(match self {
            Self::Known { rate } | Self::AsSureAs { rate, .. } => rate,
            Self::Counted { reached, entered } => reached / entered,
        })
    }

    /// The cases behind it and how many of them advanced; `None` where it is taken for certain.
    ///
    /// ```
    /// use fourfold::plan::RateBelief;
    /// assert_eq!(RateBelief::AsSureAs { rate: 0.25, cases: 40.0 }.cases(), Some((10.0, 40.0)));
    /// assert_eq!(RateBelief::Known { rate: 0.25 }.cases(), None);
    /// ```
    #[must_use]
    pub fn cases(self) -> Option<(f64, f64)> {
        match self {
            Self::Known { .. } => None,
            Self::Counted { reached, entered } => Some((reached, entered)),
            Self::AsSureAs { rate, cases } => Some((rate * cases, cases)),
        }
    }

    pub(super) fn checked(self) -> Result<Belief, RateError> {
        let (reached, entered) = match self {
            Self::Known { rate } => return Ok(Belief::Known(checked_rate(rate)?)),
            Self::Counted { reached, entered } => (reached, entered),
            Self::AsSureAs { rate, cases } if cases > 0.0 && cases <= MOST_CASES => (checked_rate(rate)? * cases, cases),
            Self::AsSureAs { cases, .. } => return Err(RateError::Cases { found: number(cases) }),
        };
        check_counts(reached, entered)?;
        Ok(Belief::Posterior { successes: reached + 0.5, failures: entered - reached + 0.5 })
    }
}

fn checked_rate(rate: f64) -> Result<f64, RateError> {
    if (0.0..=1.0).contains(&rate) { Ok(rate) } else { Err(RateError::Rate { found: number(rate) }) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_sure_as_n_cases_is_what_those_cases_would_give() {
        let typed = RateBelief::AsSureAs { rate: 0.5, cases: 20.0 };
        assert_eq!(typed.checked(), RateBelief::Counted { reached: 10.0, entered: 20.0 }.checked());
        for cases in [0.0, -3.0, f64::NAN, 1e9] {
            assert_eq!(RateBelief::AsSureAs { rate: 0.5, cases }.rate(), Err(RateError::Cases { found: number(cases) }));
        }
        assert_eq!(RateBelief::AsSureAs { rate: f64::NAN, cases: 9.0 }.rate(), Err(RateError::Rate { found: None }));
    }
}
