//! What either side of the quadrant delivers: plain columns by customer number. Cuts, classes, totals, list and picture work on these
//! alone and know neither purchases nor scorecards.

use crate::classify::{Direction, Side};
use crate::measure::{Measures, NotRated, ScoreScale};
use crate::units::Sum;

/// Where every customer of one side stands. Columns are indexed by customer number; numbers that are not in `members` hold nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct Plane {
    pub side: Side,
    /// The customers in play: those with rows that pass the filters. Ascending.
    pub members: Vec<u32>,
    /// Money; `None` where nothing is known (an expected contribution judged by ratings alone).
    pub amount: Vec<Option<f64>>,
    /// Contribution, or expected contribution as money or as a score.
    pub vertical: Vec<Option<f64>>,
    /// Stability or intent in the measure's unit; why a customer has no class otherwise, whichever axis it lacks.
    pub horizontal: Vec<Option<f64>>,
    pub not_rated: Vec<Option<NotRated>>,
    /// Of the horizontal axis.
    pub direction: Direction,
    /// From the horizontal measure's unit to the score that the axis shows.
    pub scale: ScoreScale,
    /// Money of all members.
    pub total: f64,
}

impl Plane {
    /// A plane on which nobody stands yet.
    #[must_use]
    pub fn empty(side: Side, numbers: usize) -> Self {
        Self {
            side,
            members: Vec::new(),
            amount: vec![None; numbers],
            vertical: vec![None; numbers],
            horizontal: vec![None; numbers],
            not_rated: vec![None; numbers],
            direction: Direction::HighIsGood,
            scale: ScoreScale::Share,
            total: 0.0,
        }
    }

    /// Existing customers: contribution × stability.
    #[must_use]
    pub fn of_measures(measures: &Measures) -> Self {
        let mut plane = Self::empty(Side::Existing, measures.contribution.len());
        for &number in &measures.customers {
            let place = number as usize;
            plane.members.push(number);
            plane.amount[place] = Some(measures.contribution_of(number));
            plane.vertical[place] = Some(measures.contribution_of(number));
            plane.horizontal[place] = measures.stability_of(number).ok();
            plane.not_rated[place] = measures.stability_of(number).err();
        }
        plane.direction = direction_of(measures);
        plane.scale = measures.scale;
        plane.total = measures.total;
        plane
    }

    /// Adds up the money of the members, in order of their numbers.
    pub fn add_up(&mut self) {
        self.total = self.members.iter().filter_map(|&number| self.amount_of(number)).collect::<Sum>().value();
    }

    /// Members that stand on both axes, ascending: number, vertical, horizontal.
    pub fn rated(&self) -> impl Iterator<Item = (u32, f64, f64)> {
        self.members.iter().filter_map(|&number| Some((number, self.vertical_of(number)?, self.horizontal_of(number)?)))
    }

    #[must_use]
    pub fn amount_of(&self, number: u32) -> Option<f64> {
        self.amount.get(number as usize).copied().flatten()
    }

    #[must_use]
    pub fn vertical_of(&self, number: u32) -> Option<f64> {
        self.vertical.get(number as usize).copied().flatten()
    }

    #[must_use]
    pub fn horizontal_of(&self, number: u32) -> Option<f64> {
        self.horizontal.get(number as usize).copied().flatten()
    }

    /// Why a member does not stand on both axes.
    #[must_use]
    pub fn not_rated_of(&self, number: u32) -> Option<NotRated> {
        self.not_rated.get(number as usize).copied().flatten()
    }

    /// What the horizontal axis shows, 0..=1.
    #[must_use]
    pub fn score_of(&self, number: u32) -> Option<f64> {
        self.horizontal_of(number).map(|value| self.scale.score(value))
    }

    /// Part of all money; `None` where the total is not positive.
    #[must_use]
    pub fn share_of_total(&self, amount: f64) -> Option<f64> {
        (self.total > 0.0).then(|| amount / self.total)
    }
}

/// Which way the measure of stability points.
pub(super) fn direction_of(measures: &Measures) -> Direction {
    if measures.high_is_stable { Direction::HighIsGood } else { Direction::LowIsGood }
}
