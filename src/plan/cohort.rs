//! Advance rates from a level history: of those who ever entered a level, how many ever reached the next one or beyond (METHODS 3).
//! Linear in the events once they are sorted.

use crate::order;
use serde::{Deserialize, Serialize};

use super::dwell::Dwell;
use super::incidence::{End, Spell, cumulative_incidence};
use super::intervals::RateError;
use super::position::{Movement, Position, PositionError, check_day, check_stage};
use super::rates::{RateSource, StepRate, Tally};

/// What became of all cases, step by step.
#[derive(Clone, Debug, PartialEq)]
pub struct Cohorts {
    /// Nearest the sale first; step `i` is entered with stage `i + 1`.
    pub steps: Vec<StepCohort>,
    pub outcomes: OutcomeCounts,
}

/// Cases by their last outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutcomeCounts {
    pub won: u64,
    pub lost: u64,
    pub dormant: u64,
    /// No outcome, or taken up again after one.
    pub open: u64,
}

/// One stay a case, of those who ever entered the level.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StepCohort {
    pub spells: Vec<Spell>,
}

impl StepCohort {
    #[must_use]
    pub fn tally(&self) -> Tally {
        let count = |end: End| self.spells.iter().filter(|spell| spell.end == end).count() as u64;
        Tally { entered: self.spells.len() as u64, reached: count(End::Advanced), ended: count(End::Ended), open: count(End::Open) }
    }

    /// The plain reached ratio.
    ///
    /// # Errors
    /// [`RateError::NothingEntered`].
    pub fn reached_ratio(&self) -> Result<StepRate, RateError> {
        self.tally().reached_ratio(RateSource::HistoryReached)
    }

    /// The censored rate: open entries count for as long as they were watched.
    ///
    /// # Errors
    /// [`RateError::NothingEntered`], [`RateError::NothingDecided`].
    pub fn censored_rate(&self) -> Result<StepRate, RateError> {
        let estimate = cumulative_incidence(&self.spells)?.proportion()?;
        Ok(StepRate { source: RateSource::HistoryCensored, tally: self.tally(), estimate })
    }

    /// Time on the level of those who advanced; `None` where nobody did.
    #[must_use]
    pub fn dwell(&self) -> Option<Dwell> {
        Dwell::new(self.spells.iter().filter(|spell| spell.end == End::Advanced).map(|spell| spell.days))
    }
}

/// Follows every case through the stages, of which there are `stages`, up to the day `until`; later events do not count.
///
/// - A case enters a level when it first stands there, or passes it on its way to the sale (X: a level left out took no time). A case
///   that begins near the sale never entered the levels farther out.
/// - It advances when it first stands on the next level or beyond. Moving back and starting again change nothing of that.
/// - The last outcome counts: a lost case that is taken up again is open, and one that is won after all is won; "won" followed by "lost"
///   is lost. Lost and dormant end a stay on the day of the first of the outcomes that nothing followed.
///
/// Events of one case on the same day are taken in the order given.
///
/// ```
/// use fourfold::plan::{Movement, Position::{Lost, Stage, Won}, cohorts};
/// let courses = [(1, 0.0, Stage(2)), (1, 4.0, Lost), (1, 9.0, Won), (2, 1.0, Stage(2)), (2, 3.0, Stage(1)), (2, 5.0, Lost)];
/// let movements = courses.map(|(case, day, to)| Movement { case, day, to });
/// let found = cohorts(&movements, 3, 10.0).unwrap();
/// assert_eq!(found.steps[1].reached_ratio().unwrap().rate(), 1.0);
/// // Case 1 was won after it had been lost, case 2 was lost on stage 1.
/// assert_eq!(found.steps[0].reached_ratio().unwrap().rate(), 0.5);
/// assert_eq!(found.steps[1].dwell().unwrap().sorted(), [2.0, 9.0]);
/// ```
///
/// # Errors
/// A stage that there is not, a day that is none.
pub fn cohorts(movements: &[Movement], stages: usize, until: f64) -> Result<Cohorts, PositionError> {
    check_day(movements.len(), until)?;
    for (place, movement) in movements.iter().enumerate() {
        check_stage(place, movement.to, stages)?;
        check_day(place, movement.day)?;
    }
    let mut sorted: Vec<Movement> = movements.iter().copied().filter(|movement| movement.day <= until).collect();
    order::sort_by(&mut sorted, |one, other| one.case.cmp(&other.case).then(one.day.total_cmp(&other.day)));
    let steps = vec![StepCohort::default(); stages.saturating_sub(1)];
    let mut found = Cohorts { steps, outcomes: OutcomeCounts::default() };
    let mut course = Course::new(stages);
    for movements in sorted.chunk_by(|one, other| one.case == other.case) {
        course.follow(movements);
        course.count(until, &mut found);
    }
    Ok(found)
}

/// One case's way; kept between cases to spare memory.
struct Course {
    /// Day of first entering each stage, and of first being beyond it.
    entered: Vec<Option<f64>>,
    beyond: Vec<Option<f64>>,
    standing: Option<usize>,
    won: bool,
    /// The outcome that ends it without a sale, and since when.
    end: Option<(Position, f64)>,
}

impl Course {
    fn new(stages: usize) -> Self {
        Self { entered: vec![None; stages], beyond: vec![None; stages], standing: None, won: false, end: None }
    }

    fn follow(&mut self, movements: &[Movement]) {
        self.entered.fill(None);
        self.beyond.fill(None);
        (self.standing, self.won, self.end) = (None, false, None);
        let last_end = movements.iter().rposition(|movement| movement.to.is_end());
        for (place, movement) in movements.iter().enumerate() {
            match movement.to {
                Position::Stage(stage) => self.stand(stage, movement.day),
                // Taken back by a later end.
                Position::Won if last_end.is_some_and(|end| end > place) => {}
                Position::Won => {
                    self.stand(0, movement.day);
                    self.won = true;
                }
                end => self.end = Some((end, self.end.map_or(movement.day, |(_, since)| since))),
            }
        }
    }

    fn stand(&mut self, stage: usize, day: f64) {
        self.end = None;
        let passed = self.standing.map_or(stage + 1, |standing| standing.max(stage + 1));
        for entered in &mut self.entered[stage..passed] {
            entered.get_or_insert(day);
        }
        for (entered, beyond) in self.entered.iter().zip(&mut self.beyond).skip(stage + 1) {
            if entered.is_some() {
                beyond.get_or_insert(day);
            }
        }
        self.standing = Some(stage);
    }

    fn count(&self, until: f64, found: &mut Cohorts) {
        let outcomes = &mut found.outcomes;
        *match self.end {
            Some((Position::Dormant, _)) => &mut outcomes.dormant,
            Some(_) => &mut outcomes.lost,
            None if self.won => &mut outcomes.won,
            None => &mut outcomes.open,
        } += 1;
        for (step, cohort) in found.steps.iter_mut().enumerate() {
            let Some(entered) = self.entered[step + 1] else { continue };
            let (day, end) = match (self.beyond[step + 1], self.end) {
                (Some(day), _) => (day, End::Advanced),
                (None, Some((_, day))) => (day, End::Ended),
                (None, None) => (until, End::Open),
            };
            cohort.spells.push(Spell { days: day - entered, end });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Position::{Dormant, Lost, Stage, Won};
    use super::*;

    fn tallies(courses: &[&[(f64, Position)]], stages: usize) -> (Vec<[u64; 4]>, Cohorts) {
        let case =
            |(case, course): (u32, &&[(f64, Position)])| course.iter().map(|&(day, to)| Movement { case, day, to }).collect::<Vec<_>>();
        let movements: Vec<_> = (0..).zip(courses).flat_map(case).collect();
        let found = cohorts(&movements, stages, 100.0).unwrap();
        let tally = |step: &StepCohort| step.tally();
        (found.steps.iter().map(tally).map(|tally| [tally.entered, tally.reached, tally.ended, tally.open]).collect(), found)
    }

    #[test]
    fn levels_passed_count_as_entered_and_reached() {
        let (found, _) = tallies(&[&[(0.0, Stage(4)), (7.0, Stage(1))]], 5);
        assert_eq!(found, [[1, 0, 0, 1], [1, 1, 0, 0], [1, 1, 0, 0], [1, 1, 0, 0]]);
    }

    #[test]
    fn a_case_that_begins_near_the_sale_never_entered_farther_out() {
        let (found, _) = tallies(&[&[(0.0, Stage(1)), (7.0, Won)]], 4);
        assert_eq!(found, [[1, 1, 0, 0], [0; 4], [0; 4]]);
        let (found, _) = tallies(&[&[(0.0, Won)]], 3);
        assert_eq!(found, [[0; 4]; 2]);
    }

    #[test]
    fn moving_back_takes_nothing_away_and_only_a_later_advance_counts() {
        // From 1 back to 3, on to 2: it entered 3, reached 2 from there, and stands on 1 and 2 without having reached beyond.
        let (found, cohorts) = tallies(&[&[(0.0, Stage(1)), (5.0, Stage(3)), (8.0, Stage(2))]], 4);
        assert_eq!(found, [[1, 0, 0, 1], [1, 0, 0, 1], [1, 1, 0, 0]]);
        assert_eq!(cohorts.steps[2].spells, [Spell { days: 3.0, end: End::Advanced }]);
    }

    #[test]
    fn the_last_outcome_counts() {
        let (found, cohorts) = tallies(
            &[
                &[(0.0, Stage(1)), (2.0, Lost), (9.0, Won)],
                &[(0.0, Stage(1)), (2.0, Won), (9.0, Lost)],
                &[(0.0, Stage(1)), (2.0, Lost), (3.0, Stage(1))],
                &[(0.0, Stage(1)), (2.0, Lost), (3.0, Dormant)],
                &[(0.0, Stage(1)), (2.0, Won), (3.0, Stage(1))],
            ],
            2,
        );
        assert_eq!(found, [[5, 2, 2, 1]]);
        assert_eq!(cohorts.outcomes, OutcomeCounts { won: 2, lost: 1, dormant: 1, open: 1 });
        let days: Vec<_> = cohorts.steps[0].spells.iter().map(|spell| spell.days).collect();
        assert_eq!(days, [9.0, 9.0, 100.0, 2.0, 2.0]);
    }

    #[test]
    fn events_are_sorted_and_those_after_the_last_day_do_not_count() {
        let movements = [(3.0, Stage(0)), (1.0, Stage(2)), (2.0, Stage(1))].map(|(day, to)| Movement { case: 7, day, to });
        let found = cohorts(&movements, 3, 2.5).unwrap();
        assert_eq!(found.steps[0].spells, [Spell { days: 0.5, end: End::Open }]);
        assert_eq!(found.steps[1].spells, [Spell { days: 1.0, end: End::Advanced }]);
    }

    #[test]
    fn what_cannot_be_counted_names_its_place() {
        let movement = |day: f64, to: Position| Movement { case: 1, day, to };
        let refused = |movements: &[Movement]| cohorts(movements, 2, 9.0).unwrap_err();
        let stage = PositionError::Stage { place: 1, found: 2, stages: 2 };
        assert_eq!(refused(&[movement(0.0, Won), movement(0.0, Stage(2))]), stage);
        assert_eq!(refused(&[movement(f64::NAN, Lost)]), PositionError::Day { place: 0, found: None });
        assert_eq!(cohorts(&[], 2, f64::NAN).unwrap_err(), PositionError::Day { place: 0, found: None });
    }

    proptest::proptest! {
        /// Nothing is lost, whatever the order of events; stays are never negative and rates are shares.
        #[test]
        fn tallies_add_up(events in proptest::collection::vec((0_u32..8, 0_u8..60, 0_usize..7), 0..120)) {
            let to = |code: usize| [Stage(0), Stage(1), Stage(2), Stage(3), Won, Lost, Dormant][code];
            let movements: Vec<_> = events.iter().map(|&(case, day, code)| Movement { case, day: f64::from(day), to: to(code) }).collect();
            let found = cohorts(&movements, 4, 60.0).unwrap();
            let cases: std::collections::BTreeSet<_> = events.iter().map(|event| event.0).collect();
            let OutcomeCounts { won, lost, dormant, open } = found.outcomes;
            proptest::prop_assert_eq!(won + lost + dormant + open, cases.len() as u64);
            for step in &found.steps {
                let tally = step.tally();
                proptest::prop_assert_eq!(tally.entered, tally.reached + tally.ended + tally.open);
                proptest::prop_assert!(step.spells.iter().all(|spell| spell.days >= 0.0));
                for rate in [step.reached_ratio(), step.censored_rate()].into_iter().flatten() {
                    proptest::prop_assert!((0.0..=1.0).contains(&rate.rate()));
                }
            }
        }
    }
}
