//! One step's advance rate with the numbers it rests on and where it comes from (METHODS 3).

use serde::{Deserialize, Serialize};

use super::belief::RateBelief;
use super::intervals::{Proportion, RateError};

/// Where a rate comes from. The view always says which.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RateSource {
    /// Level history, open entries counted for as long as they were watched (Aalen–Johansen, without losses Kaplan–Meier; P).
    HistoryCensored,
    /// Level history, the plain reached ratio: open entries count as not reached.
    HistoryReached,
    /// Two dated snapshots: of those who stood on the level, how many stand nearer the sale in the later one.
    Snapshots,
    /// One snapshot with outcomes: reached or passed.
    Snapshot,
    /// Stocks and dwell times alone (X).
    Stocks,
    Typed,
    Benchmark,
}

/// What became of those who entered a level. `reached` + `ended` + `open` = `entered`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    pub entered: u64,
    /// The next level or beyond.
    pub reached: u64,
    /// Lost or dormant before that.
    pub ended: u64,
    /// Neither yet.
    pub open: u64,
}

impl Tally {
    /// The plain reached ratio: `reached` of `entered`, open ones counted as not reached.
    ///
    /// # Errors
    /// [`RateError::NothingEntered`].
    pub fn reached_ratio(self, source: RateSource) -> Result<StepRate, RateError> {
        let estimate = Proportion::new(self.reached as f64, self.entered as f64)?;
        Ok(StepRate { source, tally: self, estimate })
    }

    /// `reached` of those whose case is decided, open ones left out: what the plain ratio tends to where all stay open equally long.
    ///
    /// # Errors
    /// [`RateError::NothingEntered`]; [`RateError::NothingDecided`] where all are open.
    pub fn decided_ratio(self, source: RateSource) -> Result<StepRate, RateError> {
        if self.entered > 0 && self.entered == self.open {
            return Err(RateError::NothingDecided { entered: self.entered as f64 });
        }
        let estimate = Proportion::new(self.reached as f64, (self.reached + self.ended) as f64)?;
        Ok(StepRate { source, tally: self, estimate })
    }
}

/// An advance rate: the share of `tally.entered` that reaches the next level.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct StepRate {
    pub source: RateSource,
    /// The counts behind it.
    pub tally: Tally,
    /// The rate with its intervals. `reached` and `entered` are those of the tally for plain ratios, and for a censored rate the number
    /// of uncensored cases that would be as precise.
    pub estimate: Proportion,
}

impl StepRate {
    #[must_use]
    pub fn rate(&self) -> f64 {
        self.estimate.rate
    }

    /// How sure it is, for [`entries_needed`](super::entries_needed) and the simulation.
    #[must_use]
    pub fn belief(&self) -> RateBelief {
        RateBelief::Counted { reached: self.estimate.reached, entered: self.estimate.entered }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tally_gives_two_ratios_and_no_rate_from_nothing() {
        let tally = Tally { entered: 10, reached: 4, ended: 4, open: 2 };
        assert_eq!(tally.reached_ratio(RateSource::Snapshot).map(|rate| rate.rate()), Ok(0.4));
        assert_eq!(tally.decided_ratio(RateSource::Snapshot).map(|rate| rate.rate()), Ok(0.5));
        let none = Tally::default();
        assert_eq!(none.reached_ratio(RateSource::Snapshot), Err(RateError::NothingEntered));
        assert_eq!(none.decided_ratio(RateSource::Snapshot), Err(RateError::NothingEntered));
        let open = Tally { entered: 3, open: 3, ..none };
        assert_eq!(open.reached_ratio(RateSource::Snapshot).map(|rate| rate.rate()), Ok(0.0));
        assert_eq!(open.decided_ratio(RateSource::Snapshot), Err(RateError::NothingDecided { entered: 3.0 }));
    }
}
