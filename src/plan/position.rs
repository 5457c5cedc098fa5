//! Where a case stands: a stage of the chain or an outcome, and when it came there. The plain input of all rates from data.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::intervals::number;
use super::level::Scheme;
use crate::tables::Standing;

/// A stage from the sale outward (0 is the sale), or an outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Position {
    Stage(usize),
    Won,
    Lost,
    Dormant,
}

impl Position {
    /// `None` for a level that the scheme does not have.
    #[must_use]
    pub fn of(scheme: &Scheme, standing: &Standing) -> Option<Self> {
        match standing {
            Standing::Level(code) => scheme.stage(code).map(Self::Stage),
            Standing::Won => Some(Self::Won),
            Standing::Lost => Some(Self::Lost),
            Standing::Dormant => Some(Self::Dormant),
        }
    }

    /// The stage reached: its own, or the sale for "won".
    #[must_use]
    pub fn stage(self) -> Option<usize> {
        match self {
            Self::Stage(stage) => Some(stage),
            Self::Won => Some(0),
            Self::Lost | Self::Dormant => None,
        }
    }

    /// Whether this outcome ends a case without a sale, until it is taken up again.
    #[must_use]
    pub fn is_end(self) -> bool {
        matches!(self, Self::Lost | Self::Dormant)
    }
}

/// One event of a level history.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Movement {
    pub case: u32,
    /// Days from any fixed day on, fractions for the time of day.
    pub day: f64,
    pub to: Position,
}

/// What cannot be counted, with its place in the input, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum PositionError {
    /// There are only as many `stages`.
    Stage { place: usize, found: usize, stages: usize },
    /// A day is expected; `found` is `None` where it is no number.
    Day { place: usize, found: Option<f64> },
}

impl fmt::Display for PositionError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{self:?}")
    }
}

impl std::error::Error for PositionError {}

pub(super) fn check_stage(place: usize, position: Position, stages: usize) -> Result<(), PositionError> {
    match position.stage() {
        Some(found) if found >= stages => Err(PositionError::Stage { place, found, stages }),
        _ => Ok(()),
    }
}

pub(super) fn check_day(place: usize, day: f64) -> Result<(), PositionError> {
    if day.is_finite() { Ok(()) } else { Err(PositionError::Day { place, found: number(day) }) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_standing_becomes_a_stage_or_an_outcome() {
        let scheme = Scheme::contract();
        let level = |code: &str| Position::of(&scheme, &Standing::Level(code.to_owned()));
        assert_eq!((level("A"), level("E"), level("Z")), (Some(Position::Stage(0)), Some(Position::Stage(4)), None));
        let stages = [Standing::Won, Standing::Lost, Standing::Dormant].map(|standing| Position::of(&scheme, &standing).unwrap().stage());
        assert_eq!(stages, [Some(0), None, None]);
    }
}
