//! The whole funnel drawn again and again, as a job in steps: how likely the goal is, how many it takes, what it brings (METHODS 3; X).
//!
//! A draw takes the rates from their posteriors, sends stock and entries through the steps as nested binomials, and then goes on until
//! the goal is made: how many more would have to come in is drawn, too (negative binomials, as gamma mixtures of Poisson numbers). That a
//! number of entries reaches the goal in a draw is the same as that the draw needs no more than that number; so one run answers for every
//! number of entries and every confidence, by the same random numbers, and more entries are never less likely to do.

use std::fmt;

use rand_distr::{Beta, Binomial, Distribution, Gamma, Poisson};
use rand_pcg::Pcg32;
use rand_pcg::rand_core::SeedableRng;
use serde::{Deserialize, Serialize};

use super::belief::{Belief, RateBelief};
use super::confidence::{MOST_ENTRIES, MOST_SALES, checked_sales};
use super::intervals::{RateError, number};
use super::orders::{OrderError, OrderSizes, Orders};
use super::outcomes::Outcomes;

/// Draws of a run (METHODS 0), and the fewest there may be.
pub const DRAWS: u32 = 20_000;
/// The most.
pub const MOST_DRAWS: u32 = 200_000;

/// What is to be reached, beyond what is already signed.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Goal {
    /// A number of sales, rounded up to whole ones.
    Sales(f64),
    /// Revenue in the currency of the data; how many sales it takes is drawn with the sizes of the orders.
    Revenue(f64),
}

/// What is drawn.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SimulationPlan {
    /// Nearest the sale first.
    pub steps: Vec<RateBelief>,
    /// Open customers by stage from the sale outward; missing stages count as 0. Those at stage 0 count as sales.
    pub stock: Vec<u64>,
    /// New at the farthest stage.
    pub entries: u64,
    pub goal: Goal,
    pub orders: OrderSizes,
    /// [`DRAWS`]..=[`MOST_DRAWS`].
    pub draws: u32,
    pub seed: u64,
}

/// What cannot be drawn. Figures are `None` where what was found is no number.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum SimulationError {
    /// At least one step is expected.
    NoSteps,
    Rate {
        step: usize,
        error: RateError,
    },
    /// At most [`MOST_ENTRIES`] are expected.
    Stock {
        stage: usize,
        found: u64,
    },
    /// At most [`MOST_ENTRIES`] are expected.
    Entries {
        found: u64,
    },
    /// 0 or more, and no more than [`MOST_SALES`] orders, are expected.
    Goal {
        found: Option<f64>,
    },
    Orders(OrderError),
    /// [`DRAWS`]..=[`MOST_DRAWS`] are expected.
    Draws {
        found: u32,
    },
}

impl fmt::Display for SimulationError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{self:?}")
    }
}

impl std::error::Error for SimulationError {}

/// A run as far as it has come.
#[derive(Clone, Debug)]
pub struct Simulation {
    rates: Vec<RateDraw>,
    /// By stage from the sale outward.
    stock: Vec<u64>,
    entries: u64,
    goal: Goal,
    orders: Orders,
    draws: u32,
    seed: u64,
    done: u32,
    drawn: Outcomes,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum RateDraw {
    Known(f64),
    Posterior(Beta<f64>),
}

/// Each purpose has a generator of its own in every draw: what is asked of one changes nothing for the others.
#[derive(Clone, Copy, Debug)]
enum Purpose {
    Rates,
    Stock,
    Entries,
    Orders,
    Required,
    Extra,
}

impl Simulation {
    /// Checks the plan; draws nothing yet.
    ///
    /// ```
    /// use fourfold::plan::{Confidence, DRAWS, Goal, OrderSizes, RateBelief, Simulation, SimulationPlan};
    /// let counted = |reached, entered| RateBelief::Counted { reached, entered };
    /// // METHODS 3, from B→A to E→D
    /// let steps = vec![counted(10.0, 20.0), counted(20.0, 50.0), counted(30.0, 100.0), counted(40.0, 200.0)];
    /// let (goal, orders) = (Goal::Sales(50.0), OrderSizes::Average(200_000.0));
    /// let plan = SimulationPlan { steps, stock: vec![], entries: 4_167, goal, orders, draws: DRAWS, seed: 1 };
    /// let mut simulation = Simulation::start(&plan).unwrap();
    /// while simulation.step(5_000) < DRAWS {}
    /// let outcomes = simulation.finish().unwrap();
    /// for (entries, wanted) in [(4_167.0, 0.481), (6_000.0, 0.813), (7_000.0, 0.897)] {
    ///     let chance = outcomes.chance(entries);
    ///     assert!((chance.share - wanted).abs() < 3.0 * chance.error);
    /// }
    /// ```
    ///
    /// # Errors
    /// The first figure that is not allowed.
    pub fn start(plan: &SimulationPlan) -> Result<Self, SimulationError> {
        if plan.steps.is_empty() {
            return Err(SimulationError::NoSteps);
        }
        if !(DRAWS..=MOST_DRAWS).contains(&plan.draws) {
            return Err(SimulationError::Draws { found: plan.draws });
        }
        let rates = rate_draws(&plan.steps)?;
        let stages = rates.len() + 1;
        let orders = plan.orders.checked().map_err(SimulationError::Orders)?;
        Ok(Self {
            stock: checked_stock(&plan.stock, stages)?,
            entries: if is_countable(plan.entries) { plan.entries } else { return Err(SimulationError::Entries { found: plan.entries }) },
            goal: checked_goal(plan.goal, orders.mean())?,
            drawn: Outcomes::new(stages, plan.draws),
            draws: plan.draws,
            seed: plan.seed,
            done: 0,
            rates,
            orders,
        })
    }

    /// Does the next `draws`, as far as there are any left, and says how many are done. The result does not depend on the size of the steps.
    pub fn step(&mut self, draws: u32) -> u32 {
        let until = self.done.saturating_add(draws).min(self.draws);
        while self.done < until {
            self.draw();
            self.done += 1;
        }
        self.done
    }

    /// Draws in all.
    #[must_use]
    pub fn of(&self) -> u32 {
        self.draws
    }

    /// `None` while there are draws left.
    #[must_use]
    pub fn finish(self) -> Option<Outcomes> {
        (self.done == self.draws).then(|| self.drawn.sorted())
    }

    fn draw(&mut self) {
        let mut generator = self.generator(Purpose::Rates);
        let rates: Vec<f64> = self.rates.iter().map(|rate| rate.draw(&mut generator)).collect();
        let from_stock = through(&self.stock, 0, &rates, &mut self.generator(Purpose::Stock));
        let sales = from_stock + through(&[], self.entries, &rates, &mut self.generator(Purpose::Entries));
        let asked = if let Goal::Revenue(revenue) = self.goal { revenue } else { 0.0 };
        let worth = self.orders.draw(sales as f64, asked, &mut self.generator(Purpose::Orders));
        let needed = if let Goal::Sales(sales) = self.goal { sales } else { worth.orders_needed };
        let gap = (needed - from_stock as f64).max(0.0);
        let (mut required, mut extra) = (self.generator(Purpose::Required), self.generator(Purpose::Extra));
        work_back(needed, &rates, &mut required, &mut self.drawn.required);
        work_back(gap, &rates, &mut extra, &mut self.drawn.extra);
        self.drawn.sales.push(sales as f64);
        self.drawn.revenue.push(worth.revenue);
    }

    fn generator(&self, purpose: Purpose) -> Pcg32 {
        Pcg32::seed_from_u64(mixed(mixed(self.seed) ^ (u64::from(self.done) << 8) ^ purpose as u64))
    }
}

impl RateDraw {
    pub(super) fn draw(&self, generator: &mut Pcg32) -> f64 {
        match self {
            Self::Known(rate) => *rate,
            Self::Posterior(posterior) => posterior.sample(generator).clamp(0.0, 1.0),
        }
    }
}

pub(super) fn rate_draws(steps: &[RateBelief]) -> Result<Vec<RateDraw>, SimulationError> {
    let draw = |(step, &belief)| rate_draw(belief).map_err(|error| SimulationError::Rate { step, error });
    steps.iter().enumerate().map(draw).collect()
}

fn rate_draw(belief: RateBelief) -> Result<RateDraw, RateError> {
    match belief.checked()? {
        Belief::Known(rate) => Ok(RateDraw::Known(rate)),
        Belief::Posterior { successes, failures } => {
            let refused = RateError::Cases { found: number(successes + failures) };
            Beta::new(successes, failures).map(RateDraw::Posterior).map_err(|_| refused)
        }
    }
}

fn is_countable(count: u64) -> bool {
    count as f64 <= MOST_ENTRIES
}

fn checked_stock(stock: &[u64], stages: usize) -> Result<Vec<u64>, SimulationError> {
    let mut checked: Vec<u64> = stock.iter().copied().take(stages).collect();
    checked.resize(stages, 0);
    match checked.iter().position(|&found| !is_countable(found)) {
        Some(stage) => Err(SimulationError::Stock { stage, found: checked[stage] }),
        None => Ok(checked),
    }
}

fn checked_goal(goal: Goal, mean_order: f64) -> Result<Goal, SimulationError> {
    match goal {
        Goal::Sales(sales) => checked_sales(sales).map(Goal::Sales).map_err(|_| SimulationError::Goal { found: number(sales) }),
        Goal::Revenue(revenue) if revenue >= 0.0 && revenue / mean_order <= MOST_SALES => Ok(goal),
        Goal::Revenue(revenue) => Err(SimulationError::Goal { found: number(revenue) }),
    }
}

/// Sales from `stock` by stage and `entries` at the farthest: at each step a binomial number of those on the stage advances.
fn through(stock: &[u64], entries: u64, rates: &[f64], generator: &mut Pcg32) -> u64 {
    let on_stage = |stage: usize| stock.get(stage).copied().unwrap_or(0);
    let mut arriving = entries;
    for (step, &rate) in rates.iter().enumerate().rev() {
        let standing = arriving + on_stage(step + 1);
        arriving = Binomial::new(standing, rate).map_or(0, |advancing| advancing.sample(generator));
    }
    arriving + on_stage(0)
}

/// How many it takes at each stage, from `needed` sales outward, appended to the draws of each.
fn work_back(needed: f64, rates: &[f64], generator: &mut Pcg32, stages: &mut [Vec<f64>]) {
    let mut needed = needed;
    for (stage, draws) in stages.iter_mut().enumerate() {
        if let Some(step) = stage.checked_sub(1) {
            needed = entries_until(needed, rates[step], generator);
        }
        draws.push(needed);
    }
}

/// How many enter until `needed` of them have advanced: those and a negative binomial number of failures. Infinite where it is beyond
/// counting.
fn entries_until(needed: f64, rate: f64, generator: &mut Pcg32) -> f64 {
    if needed <= 0.0 || rate >= 1.0 {
        return needed.max(0.0);
    }
    let Ok(mixture) = Gamma::new(needed, (1.0 - rate) / rate) else { return f64::INFINITY };
    let mean_failures = mixture.sample(generator);
    if mean_failures <= 0.0 {
        return needed;
    }
    Poisson::new(mean_failures).map_or(f64::INFINITY, |failures| needed + failures.sample(generator))
}

/// SplitMix64's finishing steps: neighbouring seeds become unrelated ones.
pub(super) fn mixed(seed: u64) -> u64 {
    let seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let seed = (seed ^ (seed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let seed = (seed ^ (seed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    seed ^ (seed >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Confidence, chance_of, entries_needed};

    fn known(rates: &[f64]) -> Vec<RateBelief> {
        rates.iter().map(|&rate| RateBelief::Known { rate }).collect()
    }

    fn methods() -> SimulationPlan {
        let counts = [(10.0, 20.0), (20.0, 50.0), (30.0, 100.0), (40.0, 200.0)];
        SimulationPlan {
            steps: counts.map(|(reached, entered)| RateBelief::Counted { reached, entered }).to_vec(),
            stock: vec![],
            entries: 4_167,
            goal: Goal::Sales(50.0),
            orders: OrderSizes::Average(200_000.0),
            draws: DRAWS,
            seed: 1,
        }
    }

    fn run(plan: &SimulationPlan) -> Outcomes {
        let mut simulation = Simulation::start(plan).unwrap();
        assert_eq!(simulation.step(u32::MAX), simulation.of());
        simulation.finish().unwrap()
    }

    /// Oracle: numpy and scipy, 4,000,000 posterior draws, `binom.sf(49, E, p)` averaged.
    #[test]
    fn the_funnel_of_the_methods_reaches_its_goal_as_often_as_worked_out_exactly() {
        let outcomes = run(&SimulationPlan { draws: 200_000, ..methods() });
        for (entries, wanted) in [(2_284.0, 0.0417), (4_167.0, 0.4798), (5_000.0, 0.6649), (6_000.0, 0.8127), (7_000.0, 0.8973)] {
            let chance = outcomes.chance(entries);
            assert!((chance.share - wanted).abs() < 3.5 * chance.error + 5e-5, "{entries}: {chance:?}");
        }
        // The sales of 4,167 entries are drawn by themselves: as often 50 or more.
        let reached = outcomes.sales.iter().filter(|sales| **sales >= 50.0).count() as f64 / 200_000.0;
        assert!((reached - 0.4798).abs() < 0.005, "{reached}");
    }

    #[test]
    fn one_step_agrees_with_the_exact_chance() {
        for belief in [RateBelief::Known { rate: 0.5 }, RateBelief::Counted { reached: 10.0, entered: 20.0 }] {
            let outcomes = run(&SimulationPlan { steps: vec![belief], ..methods() });
            for entries in [90.0, 100.0, 108.0, 124.0, 141.0] {
                let (found, wanted) = (outcomes.chance(entries), chance_of(belief, entries, 50.0).unwrap());
                assert!((found.share - wanted).abs() < 4.0 * found.error.max(1e-3), "{belief:?} {entries}: {found:?}, expected {wanted}");
            }
            let confidence = Confidence::default();
            let needed = outcomes.required_at(1, confidence);
            let exact = entries_needed(belief, 50.0, confidence).unwrap().entries;
            assert!(needed.low.unwrap() - 2.0 <= exact && exact <= needed.high.unwrap() + 2.0, "{needed:?}, expected {exact}");
        }
    }

    #[test]
    fn known_rates_in_a_row_are_one_rate() {
        let outcomes = run(&SimulationPlan { steps: known(&[0.5, 0.4, 0.3, 0.2]), ..methods() });
        for entries in [3_500.0, 4_167.0, 5_000.0] {
            let (found, wanted) = (outcomes.chance(entries), chance_of(RateBelief::Known { rate: 0.012 }, entries, 50.0).unwrap());
            assert!((found.share - wanted).abs() < 4.0 * found.error, "{entries}: {found:?}, expected {wanted}");
        }
    }

    #[test]
    fn the_stock_counts_with_what_it_yields() {
        let stock = vec![0, 10, 40, 100, 300];
        let plan = SimulationPlan { steps: known(&[0.5, 0.4, 0.3, 0.2]), stock, entries: 0, ..methods() };
        let outcomes = run(&plan);
        // METHODS 3: 22.6 sales from the stock on average, a gap of 27.4 and 2,284 entries more.
        assert!((outcomes.sales_band().mean - 22.6).abs() < 0.15);
        let entries = outcomes.extra_at(4, Confidence::new(0.5).unwrap()).entries.unwrap();
        assert!((entries - 2_284.0).abs() < 40.0, "{entries}");
        // What stands at the sale is sold.
        let sold = run(&SimulationPlan { stock: vec![50], ..plan });
        assert_eq!((sold.chance(0.0).share, sold.sales_band().p10), (1.0, 50.0));
    }

    #[test]
    fn the_result_is_the_same_whatever_the_steps_and_another_with_another_seed() {
        let plan = SimulationPlan { orders: OrderSizes::History(vec![1.0, 2.0, 9.0]), stock: vec![1, 2, 3], ..methods() };
        let whole = run(&plan);
        let mut simulation = Simulation::start(&plan).unwrap();
        for draws in [1, 0, 999, 7_001] {
            simulation.step(draws);
            assert!(simulation.clone().finish().is_none());
        }
        while simulation.step(3_333) < DRAWS {}
        assert_eq!(simulation.finish().unwrap(), whole);
        assert_ne!(run(&SimulationPlan { seed: 2, ..plan }), whole);
    }

    #[test]
    fn the_entries_in_hand_change_nothing_of_what_it_takes() {
        let plan = SimulationPlan { orders: OrderSizes::History(vec![1.0, 2.0, 9.0]), goal: Goal::Revenue(200.0), ..methods() };
        let (few, many) = (run(&plan), run(&SimulationPlan { entries: 9_000, ..plan }));
        assert_eq!((&few.required, &few.extra), (&many.required, &many.extra));
        let sums = few.revenue_band().p50..many.revenue_band().p50;
        assert!(sums.start < sums.end);
    }

    #[test]
    fn a_revenue_in_orders_of_one_size_is_a_number_of_sales() {
        let (sales, revenue) = (run(&methods()), run(&SimulationPlan { goal: Goal::Revenue(9_900_000.0), ..methods() }));
        assert_eq!(sales, revenue);
        assert_eq!(sales.revenue_band().p50, sales.sales_band().p50 * 200_000.0);
    }

    #[test]
    fn a_rate_of_zero_cannot_be_reached_but_may_not_be_needed() {
        let plan = SimulationPlan { steps: known(&[0.5, 0.0]), stock: vec![0, 200], ..methods() };
        let outcomes = run(&plan);
        assert_eq!(outcomes.required_at(2, Confidence::default()).entries, None);
        assert_eq!(outcomes.chance_without_stock(2, 1e9).share, 0.0);
        assert_eq!(outcomes.extra_at(2, Confidence::default()).entries, Some(0.0));
        assert!(outcomes.chance(0.0).share > 0.99);
        // A posterior of 0 of 20 is no zero: it can be reached, by many.
        let unlucky = RateBelief::Counted { reached: 0.0, entered: 20.0 };
        let outcomes = run(&SimulationPlan { steps: vec![unlucky; 2], goal: Goal::Sales(2.0), ..methods() });
        assert!(outcomes.required_at(2, Confidence::default()).entries.unwrap() > 10_000.0);
    }

    #[test]
    fn bad_input_names_what_is_allowed() {
        let refused = |plan: SimulationPlan| Simulation::start(&plan).unwrap_err();
        assert_eq!(refused(SimulationPlan { steps: vec![], ..methods() }), SimulationError::NoSteps);
        let rate = SimulationError::Rate { step: 1, error: RateError::Rate { found: Some(1.5) } };
        assert_eq!(refused(SimulationPlan { steps: known(&[0.5, 1.5]), ..methods() }), rate);
        let stock = SimulationError::Stock { stage: 1, found: u64::MAX };
        assert_eq!(refused(SimulationPlan { stock: vec![0, u64::MAX], ..methods() }), stock);
        assert_eq!(refused(SimulationPlan { entries: u64::MAX, ..methods() }), SimulationError::Entries { found: u64::MAX });
        let goal = |goal: Goal| refused(SimulationPlan { goal, ..methods() });
        assert_eq!(goal(Goal::Sales(-1.0)), SimulationError::Goal { found: Some(-1.0) });
        assert_eq!(goal(Goal::Revenue(f64::NAN)), SimulationError::Goal { found: None });
        assert_eq!(goal(Goal::Revenue(1e12)), SimulationError::Goal { found: Some(1e12) });
        assert_eq!(refused(SimulationPlan { draws: 10, ..methods() }), SimulationError::Draws { found: 10 });
        let orders = SimulationError::Orders(OrderError::NoHistory);
        assert_eq!(refused(SimulationPlan { orders: OrderSizes::History(vec![]), ..methods() }), orders);
    }

    proptest::proptest! {
        #![proptest_config(proptest::test_runner::Config::with_cases(8))]

        #[test]
        fn more_entries_are_never_less_likely_and_more_confidence_never_needs_fewer(
            counts in proptest::collection::vec((0_u32..20, 1_u32..30), 1..5), stock in proptest::collection::vec(0_u64..50, 0..6),
            sales in 0_u32..60, seed: u64,
        ) {
            let counted = |&(reached, more): &(u32, u32)| {
                RateBelief::Counted { reached: f64::from(reached), entered: f64::from(reached + more) }
            };
            let steps: Vec<_> = counts.iter().map(counted).collect();
            let outcomes = run(&SimulationPlan { steps, stock, goal: Goal::Sales(f64::from(sales)), seed, ..methods() });
            let chances: Vec<f64> = (0..200).map(|tens| outcomes.chance(f64::from(tens) * 10.0).share).collect();
            proptest::prop_assert!(chances.is_sorted() && chances.iter().all(|share| (0.0..=1.0).contains(share)));
            let farthest = counts.len();
            for stage in 0..=farthest {
                let needed: Vec<f64> = (50..=99_u8)
                    .map(|percent| outcomes.extra_at(stage, Confidence::new(f64::from(percent) / 100.0).unwrap()))
                    .map(|needed| needed.entries.unwrap_or(f64::INFINITY))
                    .collect();
                proptest::prop_assert!(needed.is_sorted() && needed[0] >= 0.0);
            }
            // The number named for a confidence has it.
            let needed = outcomes.required_at(farthest, Confidence::default()).entries;
            proptest::prop_assert!(needed.is_none_or(|needed| outcomes.chance_without_stock(farthest, needed).share >= 0.8));
        }
    }
}
