//! When customers came to each stage, and how many a plan expects to come: plan and reality on the same measure (METHODS 3; X).

use super::chain::Chain;
use super::position::{Movement, Position, PositionError, check_day, check_stage};
use super::stock::StockPlan;
use crate::order;

/// Days on which customers first came to each stage, from the sale outward, ascending; and where all stand at the end.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Arrivals {
    pub days: Vec<Vec<f64>>,
    /// Open customers by stage.
    pub standing: Vec<f64>,
}

/// Follows every case by the rules of [`cohorts`](super::cohorts): a stage passed on the way to the sale was entered, one never passed was
/// not, and a sale that is taken back by a later loss is none. Events from the day `until` on do not count.
///
/// ```
/// use fourfold::plan::{Movement, Position::{Lost, Stage, Won}, arrivals};
/// let courses = [(1, 0.0, Stage(3)), (1, 4.0, Stage(1)), (1, 9.0, Won), (2, 1.0, Stage(2)), (3, 2.0, Stage(2)), (3, 5.0, Lost)];
/// let movements = courses.map(|(case, day, to)| Movement { case, day, to });
/// let found = arrivals(&movements, 4, f64::MAX).unwrap();
/// assert_eq!(found.days, [vec![9.0], vec![4.0], vec![1.0, 2.0, 4.0], vec![0.0]]);
/// assert_eq!(found.standing, [0.0, 0.0, 1.0, 0.0]);
/// ```
///
/// # Errors
/// A stage that there is not, a day that is none.
pub fn arrivals(movements: &[Movement], stages: usize, until: f64) -> Result<Arrivals, PositionError> {
    for (place, movement) in movements.iter().enumerate() {
        check_stage(place, movement.to, stages)?;
        check_day(place, movement.day)?;
    }
    let mut sorted: Vec<Movement> = movements.iter().copied().filter(|movement| movement.day < until).collect();
    order::sort_by(&mut sorted, |one, other| one.case.cmp(&other.case).then(one.day.total_cmp(&other.day)));
    let mut found = Arrivals { days: vec![Vec::new(); stages], standing: vec![0.0; stages] };
    for course in sorted.chunk_by(|one, other| one.case == other.case) {
        follow(course, &mut found);
    }
    found.days.iter_mut().for_each(|days| days.sort_unstable_by(f64::total_cmp));
    Ok(found)
}

fn follow(course: &[Movement], found: &mut Arrivals) {
    let last_end = course.iter().rposition(|movement| movement.to.is_end());
    let mut entered = vec![false; found.days.len()];
    let (mut standing, mut open) = (None, None);
    for (place, movement) in course.iter().enumerate() {
        let stage = match movement.to {
            Position::Won if last_end.is_some_and(|end| end > place) => continue,
            Position::Won => 0,
            Position::Stage(stage) => stage,
            Position::Lost | Position::Dormant => {
                open = None;
                continue;
            }
        };
        let passed = standing.map_or(stage + 1, |standing: usize| standing.max(stage + 1));
        for (stage, entered) in entered.iter_mut().enumerate().take(passed).skip(stage) {
            if !std::mem::replace(entered, true) {
                found.days[stage].push(movement.day);
            }
        }
        standing = Some(stage);
        open = Some(stage).filter(|_| movement.to != Position::Won);
    }
    if let Some(stage) = open {
        found.standing[stage] += 1.0;
    }
}

/// How many a plan expects to come to each stage from now on, from the sale outward: from the stock farther out, and from the entries that
/// are needed beside it. `None` where that is not known or cannot be reached.
///
/// ```
/// use fourfold::plan::{ChainInput, Figure, StepInput, back_calculation, expected_arrivals, hold_against};
/// let steps = [0.5, 0.4, 0.3, 0.2].map(|rate| StepInput { rate: Figure::typed(rate), typed_required: None }).to_vec();
/// let average_order = Figure::typed(200_000.0);
/// let input = ChainInput { target: 10_000_000.0, signed: 0.0, average_order, typed_sales: None, steps };
/// let chain = back_calculation(&input).unwrap();
/// let plan = hold_against(&chain, &[0.0, 10.0, 40.0, 100.0, 300.0]).unwrap();
/// // METHODS 3: 50 sales, 90 to B beside the 10 there …, 2,283.3 more E
/// let found = expected_arrivals(&chain, &plan);
/// assert!((found[0].unwrap() - 50.0).abs() < 1e-9 && (found[1].unwrap() - 90.0).abs() < 1e-9);
/// assert!((found[4].unwrap() - 2283.3).abs() < 0.05);
/// ```
#[must_use]
pub fn expected_arrivals(chain: &Chain, plan: &StockPlan) -> Vec<Option<f64>> {
    let mut coming = plan.extra_entries().needed();
    let mut found = vec![coming];
    for (step, held) in chain.steps.iter().zip(plan.stages.iter().skip(1)).rev() {
        coming = match coming.map(|coming| coming + held.stock) {
            // Nobody yields nothing, whatever the rate.
            Some(0.0) => Some(0.0),
            standing => standing.zip(step.rate).map(|(standing, rate)| standing * rate),
        };
        found.push(coming);
    }
    found.reverse();
    found
}

#[cfg(test)]
mod tests {
    use super::Position::{Lost, Stage, Won};
    use super::*;

    fn found(course: &[(f64, Position)], until: f64) -> Arrivals {
        let movements: Vec<_> = course.iter().map(|&(day, to)| Movement { case: 1, day, to }).collect();
        arrivals(&movements, 3, until).unwrap()
    }

    #[test]
    fn a_sale_taken_back_is_none_and_coming_back_is_no_second_arrival() {
        let back = found(&[(0.0, Stage(1)), (2.0, Won), (3.0, Lost), (5.0, Stage(1))], 9.0);
        assert_eq!((back.days, back.standing), (vec![vec![], vec![0.0], vec![]], vec![0.0, 1.0, 0.0]));
    }

    #[test]
    fn later_events_do_not_count() {
        let early = found(&[(0.0, Stage(2)), (4.0, Won)], 4.0);
        assert_eq!((early.days, early.standing), (vec![vec![], vec![], vec![0.0]], vec![0.0, 0.0, 1.0]));
    }
}
