//! The whole funnel drawn again and again, as a job in steps: how likely the goal is, how many it takes, what it brings (METHODS 3; X).
//!
//! A draw takes the rates from their posteriors, sends stock and entries through the steps as nested binomials, and then goes on until
//! the goal is made: how many more would have to come in is drawn, too (negative binomials, as gamma mixtures of Poisson numbers). That a
//! number of entries reaches the goal in a draw is the same as that the draw needs no more than that number; so one run answers for every
//! number of entries and every confidence, by the same random numbers, and more entries are never less likely to do.

mod mixing;
mod passage;
mod rates;
#[cfg(test)]
mod tests;

use std::fmt;

use rand_pcg::Pcg32;
use rand_pcg::rand_core::SeedableRng;
use serde::{Deserialize, Serialize};

pub(in crate::plan) use mixing::mixed;
use passage::{through, work_back};
pub(in crate::plan) use rates::{RateDraw, rate_draws};

use super::belief::RateBelief;
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
