//! The smallest change on one axis that would move a customer into another class, the periods as they are (METHODS 7).

use serde::{Deserialize, Serialize};

use super::{Axis, Cuts, Direction, Quadrant, class_of};
use crate::measure::{PeriodTotals, StabilityMeasure, cv_of_periods, share_of_active_months};
use crate::units::reaches;

/// The smallest change on one axis that would move a customer.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Move {
    /// More (or less, if negative) contribution. A customer exactly on the cut is high; one that is to become low must fall by more than this.
    Vertical { by: f64, to: Quadrant },
    /// Stability or intent to reach in the measure's unit, and for measures by period the number of further active periods at the usual amount (the
    /// mean of the active ones), in place of empty ones, that would bring an unstable customer there; `None` where none would.
    Horizontal { from: f64, to_value: f64, active_periods: Option<u32>, usual: Option<f64>, to: Quadrant },
}

/// Empty periods that are tried at most: fifty years of months.
const MOST_TRIED: u32 = 600;

/// Both moves of a rated customer. `periods` are its counted periods where `measure` works by period.
///
/// ```
/// use fourfold::classify::{Cuts, Direction, Move, Quadrant, moves};
/// use fourfold::measure::{PeriodTotals, StabilityMeasure};
/// let cuts = Cuts { vertical: 161.5, horizontal: 0.5, direction: Direction::LowIsGood };
/// // METHODS 1, C4: 0, 40, 0, 5 has CV 1.7. The usual 22.5 in one empty quarter gives 40, 22.5, 5, 0: CV 1.078; in both .635: still unstable.
/// let periods = PeriodTotals::from_consecutive(&[0.0, 40.0, 0.0, 5.0]);
/// let found = moves(45.0, 1.7, cuts, StabilityMeasure::CvQuarter, &periods);
/// assert_eq!(found[0], Move::Vertical { by: 116.5, to: Quadrant::II });
/// assert!(matches!(found[1], Move::Horizontal { active_periods: None, to: Quadrant::III, .. }));
/// // With the cut at .7 two quarters are enough.
/// let found = moves(45.0, 1.7, Cuts { horizontal: 0.7, ..cuts }, StabilityMeasure::CvQuarter, &periods);
/// assert!(matches!(found[1], Move::Horizontal { active_periods: Some(2), usual: Some(22.5), .. }));
/// ```
#[must_use]
pub fn moves(contribution: f64, stability: f64, cuts: Cuts, measure: StabilityMeasure, periods: &PeriodTotals) -> [Move; 2] {
    let [by_contribution, by_stability] = plain_moves(contribution, stability, cuts);
    let Move::Horizontal { to, .. } = by_stability else { return [by_contribution, by_stability] };
    let usual = periods.usual().filter(|usual| matches!(to, Quadrant::I | Quadrant::III) && *usual > 0.0 && works_by_period(measure));
    let active_periods = usual.and_then(|usual| further_active_periods(usual, cuts, measure, periods));
    [by_contribution, Move::Horizontal { from: stability, to_value: cuts.horizontal, active_periods, usual, to }]
}

/// Both moves of one whose figures consist of no periods.
#[must_use]
pub fn plain_moves(vertical: f64, horizontal: f64, cuts: Cuts) -> [Move; 2] {
    let class = class_of(vertical, horizontal, cuts);
    let (high, right) = (class.is_high(Axis::Vertical), class.is_high(Axis::Horizontal));
    let (other_height, other_side) = (Quadrant::of_sides(!high, right), Quadrant::of_sides(high, !right));
    [
        Move::Vertical { by: cuts.vertical - vertical, to: other_height },
        Move::Horizontal { from: horizontal, to_value: cuts.horizontal, active_periods: None, usual: None, to: other_side },
    ]
}

fn works_by_period(measure: StabilityMeasure) -> bool {
    matches!(measure, StabilityMeasure::CvMonth | StabilityMeasure::CvQuarter | StabilityMeasure::ActiveMonths)
}

fn further_active_periods(usual: f64, cuts: Cuts, measure: StabilityMeasure, periods: &PeriodTotals) -> Option<u32> {
    let mut filled = PeriodTotals { periods: Vec::new(), ..periods.clone() };
    (1..=periods.zeros().min(MOST_TRIED)).find(|_| {
        filled.totals.push(usual);
        let reached = match measure {
            StabilityMeasure::ActiveMonths => share_of_active_months(&filled),
            _ => cv_of_periods(&filled),
        };
        reached.is_ok_and(|value| match cuts.direction {
            Direction::HighIsGood => reaches(value, cuts.horizontal),
            Direction::LowIsGood => reaches(cuts.horizontal, value),
        })
    })
}
