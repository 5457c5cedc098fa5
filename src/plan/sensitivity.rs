//! What helps most: one lever of the plan moved at a time, and which rate is worth measuring next (METHODS 3).

use serde::{Deserialize, Serialize};

use super::chain::{ChainInput, Figure, Reach, back_calculation};
use super::input::{Allowed, Checks, Field, InputError};
use super::stock::hold_against;
use crate::units::nearly_equal;

/// What a plan can change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Lever {
    /// [`Lifts::points`] more on the rate of a step.
    RatePoints {
        step: usize,
    },
    /// The rate of a step lifted by the part [`Lifts::relative`].
    RateRelative {
        step: usize,
    },
    Order,
    Entries,
    /// The time on a level, nearest the sale first, shortened by the part [`Lifts::relative`].
    Dwell {
        level: usize,
    },
}

/// How far each lever is moved, as shares.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Lifts {
    pub points: f64,
    pub relative: f64,
}

impl Default for Lifts {
    fn default() -> Self {
        Self { points: 0.01, relative: 0.1 }
    }
}

/// New customers still to come.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Inflow {
    /// Entries at the farthest stage.
    pub per_day: f64,
    /// Days until the sales must be closed.
    pub days_left: f64,
}

/// What the levers move.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LeverInput {
    pub chain: ChainInput,
    /// Open customers by stage, from the sale outward.
    pub stock: Vec<f64>,
    /// Usual days on each level, nearest the sale first.
    pub dwell_days: Vec<f64>,
    /// `None`: only the stock brings revenue, and time makes no difference.
    pub inflow: Option<Inflow>,
    pub lifts: Lifts,
}

/// What one lever brings.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Effect {
    pub lever: Lever,
    /// The part by which the lever could be moved; less than asked for where a rate would pass 1.
    pub lift: f64,
    /// Entries needed for the target with the lever moved.
    pub entries: Reach,
    /// Of the entries needed without it, the part saved. `None` where they cannot be compared; 0 for entries and time, which save none.
    pub saved_share: Option<f64>,
    /// Revenue expected beyond that of the plan as it is, from stock and inflow. `None` where a rate is not known.
    pub revenue: Option<f64>,
}

/// All levers, in the order rates by points, rates by parts, order, entries, dwell times.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Levers {
    /// Entries needed as the plan is.
    pub entries: Reach,
    /// Revenue expected from stock and inflow as the plan is; `None` where a rate is not known.
    pub revenue: Option<f64>,
    pub effects: Vec<Effect>,
    /// The equal relative lifts of the rates save the same number of entries, as they do in every chain without typed numbers.
    pub relative_lifts_tie: bool,
}

/// Moves each lever of a plan alone (METHODS 3). Rates that are not known have no lever.
///
/// Revenue expected = average order × (yield of the stock + entries that come in early enough × p(E→A)); early enough are those before the
/// last day from which the dwell times lead to the end.
///
/// ```
/// use fourfold::plan::{ChainInput, Figure, LeverInput, Lifts, StepInput, levers};
/// use fourfold::units::rounded_up;
/// let steps = [0.5, 0.4, 0.3, 0.2].map(|rate| StepInput { rate: Figure::typed(rate), typed_required: None }).to_vec();
/// let average_order = Figure::typed(200_000.0);
/// let chain = ChainInput { target: 10_000_000.0, signed: 0.0, average_order, typed_sales: None, steps };
/// let input = LeverInput { chain, stock: Vec::new(), dwell_days: Vec::new(), inflow: None, lifts: Lifts::default() };
/// let found = levers(&input).unwrap();
/// // METHODS 3: one point more on B→A … E→D
/// let saved: Vec<_> = found.effects[..4].iter().map(|effect| format!("{:.1}", 100.0 * effect.saved_share.unwrap())).collect();
/// assert_eq!(saved, ["2.0", "2.4", "3.2", "4.8"]);
/// for effect in &found.effects[4..8] {
///     assert_eq!(rounded_up(effect.entries.needed().unwrap()), 3788.0);
/// }
/// assert!(found.relative_lifts_tie);
/// ```
///
/// # Errors
/// Every figure that is not allowed.
pub fn levers(input: &LeverInput) -> Result<Levers, Vec<InputError>> {
    check(input)?;
    let (entries, revenue) = outcome(input)?;
    let mut effects = Vec::new();
    for lever in all_levers(input) {
        let Some((moved, lift)) = moved(input, lever) else { continue };
        let (with, then) = outcome(&moved)?;
        let gain = revenue.zip(then).map(|(before, then)| then - before);
        effects.push(Effect { lever, lift, entries: with, saved_share: saved_share(entries, with), revenue: gain });
    }
    let relative: Vec<_> = effects.iter().filter(|effect| matches!(effect.lever, Lever::RateRelative { .. })).collect();
    let relative_lifts_tie = relative.len() > 1 && relative.windows(2).all(|pair| tie(pair[0], pair[1]));
    Ok(Levers { entries, revenue, effects, relative_lifts_tie })
}

fn check(input: &LeverInput) -> Result<(), Vec<InputError>> {
    let mut checks = Checks::default();
    checks.check(Field::Lift, input.lifts.points, Allowed::Share);
    checks.check(Field::Lift, input.lifts.relative, Allowed::Share);
    for (level, &days) in input.dwell_days.iter().enumerate() {
        checks.check(Field::Dwell { level }, days, Allowed::NotNegative);
    }
    if let Some(inflow) = input.inflow {
        checks.check(Field::EntriesPerDay, inflow.per_day, Allowed::NotNegative);
        checks.check(Field::DaysLeft, inflow.days_left, Allowed::NotNegative);
    }
    checks.done()
}

fn all_levers(input: &LeverInput) -> impl Iterator<Item = Lever> {
    let steps = 0..input.chain.steps.len();
    let points = steps.clone().map(|step| Lever::RatePoints { step });
    let relative = steps.map(|step| Lever::RateRelative { step });
    let inflow = input.inflow.map(|_| Lever::Entries);
    let dwells = (0..input.dwell_days.len()).filter(move |_| inflow.is_some()).map(|level| Lever::Dwell { level });
    points.chain(relative).chain([Lever::Order]).chain(inflow).chain(dwells)
}

/// The plan with one lever moved, and the part it was moved by; `None` where there is nothing to move.
fn moved(input: &LeverInput, lever: Lever) -> Option<(LeverInput, f64)> {
    let mut moved = input.clone();
    let lift = input.lifts.relative;
    let lift = match lever {
        Lever::RatePoints { step } => lift_rate(&mut moved, step, |rate| rate + input.lifts.points)?,
        Lever::RateRelative { step } => lift_rate(&mut moved, step, |rate| rate * (1.0 + lift))?,
        Lever::Order => {
            moved.chain.average_order = Figure::typed(input.chain.average_order.value()? * (1.0 + lift));
            lift
        }
        Lever::Entries => {
            moved.inflow.as_mut()?.per_day *= 1.0 + lift;
            lift
        }
        Lever::Dwell { level } => {
            *moved.dwell_days.get_mut(level)? *= 1.0 - lift;
            lift
        }
    };
    Some((moved, lift))
}

/// The part by which the rate was lifted; a rate of 0 lifted by points counts by its points.
fn lift_rate(moved: &mut LeverInput, step: usize, lifted: impl Fn(f64) -> f64) -> Option<f64> {
    let rate = moved.chain.steps[step].rate.value()?;
    let now = lifted(rate).min(1.0);
    moved.chain.steps[step].rate = Figure::typed(now);
    Some(if rate > 0.0 { now / rate - 1.0 } else { now })
}

/// Entries needed for the target, and revenue expected.
fn outcome(input: &LeverInput) -> Result<(Reach, Option<f64>), Vec<InputError>> {
    let chain = back_calculation(&input.chain)?;
    let stock = hold_against(&chain, &input.stock)?;
    let way_days: f64 = input.dwell_days.iter().sum();
    let coming = input.inflow.map_or(0.0, |inflow| inflow.per_day * (inflow.days_left - way_days).max(0.0));
    let from_inflow = if coming == 0.0 { Some(0.0) } else { chain.conversion().map(|conversion| coming * conversion) };
    let known = stock.unknown_step.is_none();
    let sales = from_inflow.filter(|_| known).map(|sales| sales + stock.expected_sales);
    Ok((chain.entries(), sales.map(|sales| sales * chain.average_order).filter(|revenue| revenue.is_finite())))
}

fn saved_share(before: Reach, with: Reach) -> Option<f64> {
    let before = before.needed().filter(|&before| before > 0.0)?;
    Some(1.0 - with.needed()? / before)
}

fn tie(left: &Effect, right: &Effect) -> bool {
    left.entries.needed().zip(right.entries.needed()).is_some_and(|(left, right)| nearly_equal(left, right))
}

/// A rate with the cases it rests on.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct MeasuredRate {
    pub rate: f64,
    /// Cases that advanced; `None`: the rate is known for certain.
    pub advanced: Option<f64>,
}

/// Which rate is least known.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum LeastKnown {
    /// Part of each step in the variance of ln p(E→A); they make 1.
    Shares(Vec<f64>),
    /// Nobody has advanced on these steps: their part has no bound, measure them first.
    NobodyAdvanced { steps: Vec<usize> },
    /// No rate is uncertain.
    AllKnown,
}

/// The part of each rate in the uncertainty of their product: (1 − p) ÷ k each, by the delta method (METHODS 3).
///
/// ```
/// use fourfold::plan::{LeastKnown, MeasuredRate, least_known};
/// // METHODS 3: 10/20, 20/50, 30/100, 40/200
/// let rates = [(0.5, 10.0), (0.4, 20.0), (0.3, 30.0), (0.2, 40.0)];
/// let LeastKnown::Shares(shares) = least_known(&rates.map(|(rate, advanced)| MeasuredRate { rate, advanced: Some(advanced) })) else {
///     panic!();
/// };
/// for (found, wanted) in shares.iter().zip([0.405, 0.243, 0.189, 0.162]) {
///     assert!((found - wanted).abs() < 5e-4);
/// }
/// ```
#[must_use]
pub fn least_known(rates: &[MeasuredRate]) -> LeastKnown {
    let uncertain = |rate: &MeasuredRate| rate.advanced.is_some_and(|advanced| advanced <= 0.0 || advanced.is_nan());
    let steps: Vec<_> = (0..rates.len()).filter(|&step| uncertain(&rates[step])).collect();
    if !steps.is_empty() {
        return LeastKnown::NobodyAdvanced { steps };
    }
    let variances: Vec<_> = rates.iter().map(|rate| rate.advanced.map_or(0.0, |advanced| (1.0 - rate.rate).max(0.0) / advanced)).collect();
    let all: f64 = variances.iter().sum();
    if all > 0.0 { LeastKnown::Shares(variances.iter().map(|variance| variance / all).collect()) } else { LeastKnown::AllKnown }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::chain::tests::workshop;

    fn input() -> LeverInput {
        LeverInput {
            chain: workshop(),
            stock: vec![0.0, 10.0, 40.0, 100.0, 300.0],
            dwell_days: vec![15.0, 45.0, 60.0, 60.0, 30.0],
            inflow: Some(Inflow { per_day: 10.0, days_left: 310.0 }),
            lifts: Lifts::default(),
        }
    }

    fn effect(levers: &Levers, lever: Lever) -> Effect {
        *levers.effects.iter().find(|effect| effect.lever == lever).unwrap()
    }

    #[test]
    fn revenue_comes_from_the_stock_and_from_what_enters_early_enough() {
        let found = levers(&input()).unwrap();
        // 22.6 sales from stock; 310 − 210 days of 10 entries at .012 are 12 more.
        assert!((found.revenue.unwrap() - 34.6 * 200_000.0).abs() < 1e-3);
        let gain = |lever| effect(&found, lever).revenue.unwrap() / 200_000.0;
        assert!((gain(Lever::Order) - 3.46).abs() < 1e-9);
        assert!((gain(Lever::Entries) - 1.2).abs() < 1e-9);
        // 6 days more of 10 entries, and 1.5.
        assert!((gain(Lever::Dwell { level: 2 }) - 60.0 * 0.012).abs() < 1e-9);
        assert!((gain(Lever::Dwell { level: 0 }) - 15.0 * 0.012).abs() < 1e-9);
        // All of it passes B→A: a tenth more. E→D is passed by the 300 at E and the inflow: 3.6 and 12 sales.
        assert!((gain(Lever::RateRelative { step: 0 }) - 3.46).abs() < 1e-9);
        assert!((gain(Lever::RateRelative { step: 3 }) - 1.56).abs() < 1e-9);
        assert_eq!(effect(&found, Lever::Entries).saved_share, Some(0.0));
        assert!((effect(&found, Lever::Order).saved_share.unwrap() - (1.0 - 1.0 / 1.1)).abs() < 1e-12);
    }

    #[test]
    fn without_inflow_there_are_no_levers_of_time() {
        let found = levers(&LeverInput { inflow: None, ..input() }).unwrap();
        assert_eq!(found.effects.len(), 9);
        assert!((found.revenue.unwrap() - 22.6 * 200_000.0).abs() < 1e-3);
    }

    #[test]
    fn a_rate_stops_at_1_and_lifts_then_differ() {
        let mut input = input();
        input.chain.steps[0].rate = Figure::typed(0.95);
        let found = levers(&input).unwrap();
        let first = effect(&found, Lever::RateRelative { step: 0 });
        assert!((first.lift - 0.05 / 0.95).abs() < 1e-12);
        assert!(!found.relative_lifts_tie);
    }

    #[test]
    fn a_point_on_a_rate_of_0_makes_it_reachable() {
        let mut input = input();
        input.chain.steps[3].rate = Figure::typed(0.0);
        let found = levers(&input).unwrap();
        assert_eq!(found.entries, Reach::CannotBeReached { step: 3 });
        let point = effect(&found, Lever::RatePoints { step: 3 });
        assert!((point.entries.needed().unwrap() - 83_333.33).abs() < 0.01);
        assert_eq!((point.lift, point.saved_share), (0.01, None));
        assert!(point.revenue.unwrap() > 0.0);
    }

    #[test]
    fn an_unknown_rate_has_no_lever_and_no_revenue() {
        let mut input = input();
        input.chain.steps[1].rate = Figure::default();
        let found = levers(&input).unwrap();
        assert_eq!((found.revenue, found.entries), (None, Reach::RateUnknown { step: 1 }));
        assert!(!found.effects.iter().any(|effect| effect.lever == Lever::RatePoints { step: 1 }));
    }

    #[test]
    fn what_is_no_figure_is_named() {
        let mut input = input();
        input.inflow = Some(Inflow { per_day: -1.0, days_left: f64::NAN });
        input.lifts.points = 2.0;
        let fields: Vec<_> = levers(&input).unwrap_err().into_iter().map(|error| error.field).collect();
        assert_eq!(fields, [Field::Lift, Field::EntriesPerDay, Field::DaysLeft]);
    }

    #[test]
    fn a_known_rate_has_no_part_and_one_nobody_passed_has_all() {
        let rate = |rate, advanced| MeasuredRate { rate, advanced };
        assert_eq!(least_known(&[rate(0.5, None), rate(0.2, Some(4.0))]), LeastKnown::Shares(vec![0.0, 1.0]));
        assert_eq!(least_known(&[rate(0.5, Some(2.0)), rate(0.0, Some(0.0))]), LeastKnown::NobodyAdvanced { steps: vec![1] });
        assert_eq!(least_known(&[rate(0.5, None), rate(1.0, Some(9.0))]), LeastKnown::AllKnown);
        assert_eq!(least_known(&[]), LeastKnown::AllKnown);
    }
}
