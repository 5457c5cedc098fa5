//! When revenue comes: stock and new entries drawn month by month until the period closes (METHODS 3; X). A job in steps.
//!
//! Levels are left at a steady pace, within a day the part 1 ÷ dwell, as in [`Transitions::from_rates`](super::Transitions::from_rates);
//! dwell times below a day count as one. A sale is closed when its last level is left. Rates are drawn from their posteriors, once a draw.

use rand_distr::{Binomial, Distribution};
use rand_pcg::Pcg32;
use rand_pcg::rand_core::SeedableRng;
use serde::{Deserialize, Serialize};

use super::belief::RateBelief;
use super::confidence::MOST_ENTRIES;
use super::level::Sale;
use super::orders::{OrderSizes, Orders};
use super::outcomes::{Band, Chance, band, error_of};
use super::simulate::{DRAWS, MOST_DRAWS, RateDraw, SimulationError, mixed, rate_draws};
use crate::calendar::{Day, Grain};

/// Longer periods are no plan.
pub const MOST_MONTHS: usize = 36;

/// What is drawn.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MonthPlan {
    /// Nearest the sale first.
    pub steps: Vec<RateBelief>,
    pub sale: Sale,
    /// Open customers by stage from the sale outward.
    pub stock: Vec<u64>,
    /// New ones at the farthest stage.
    pub entries_per_day: f64,
    /// Days on each level, nearest the sale first.
    pub dwell_days: Vec<f64>,
    pub orders: OrderSizes,
    /// Revenue to reach within the period.
    pub goal: f64,
    pub starts: Day,
    pub closes: Day,
    /// [`DRAWS`]..=[`MOST_DRAWS`].
    pub draws: u32,
    pub seed: u64,
}

/// One month, or the part of it that lies in the period.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct RevenueMonth {
    pub first: Day,
    pub last: Day,
    /// Revenue closed in the month.
    pub within: Band,
    /// Revenue closed from the start to the end of the month.
    pub until: Band,
}

/// What the draws say.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RevenueByMonth {
    /// In order of time, never empty.
    pub months: Vec<RevenueMonth>,
    /// Chance that the goal is reached by the end of the period.
    pub in_time: Chance,
}

/// A run as far as it has come.
#[derive(Clone, Debug)]
pub struct MonthSimulation {
    rates: Vec<RateDraw>,
    orders: Orders,
    groups: Vec<Group>,
    months: Vec<(Day, Day)>,
    goal: f64,
    draws: u32,
    seed: u64,
    done: u32,
    /// By month, one figure a draw.
    within: Vec<Vec<f64>>,
    until: Vec<Vec<f64>>,
}

/// Customers who have the same way before them.
#[derive(Clone, Debug)]
struct Group {
    stage: usize,
    customers: u64,
    /// Of those who will be won, the part closed in each month.
    closing: Vec<f64>,
}

impl MonthSimulation {
    /// Checks the plan; draws nothing yet. `None` where the period ends before it starts or has more than [`MOST_MONTHS`].
    ///
    /// # Errors
    /// The first figure that is not allowed.
    pub fn start(plan: &MonthPlan) -> Result<Option<Self>, SimulationError> {
        if !(DRAWS..=MOST_DRAWS).contains(&plan.draws) {
            return Err(SimulationError::Draws { found: plan.draws });
        }
        let (rates, orders) = (rate_draws(&plan.steps)?, plan.orders.checked().map_err(SimulationError::Orders)?);
        let Some(months) = months(plan.starts, plan.closes) else { return Ok(None) };
        let groups = groups(plan, &months)?;
        let columns = || (0..months.len()).map(|_| Vec::with_capacity(plan.draws as usize)).collect::<Vec<_>>();
        Ok(Some(Self {
            within: columns(),
            until: columns(),
            goal: plan.goal,
            draws: plan.draws,
            seed: plan.seed,
            done: 0,
            rates,
            orders,
            groups,
            months,
        }))
    }

    /// Does the next `draws`, as far as there are any left, and says how many are done.
    pub fn step(&mut self, draws: u32) -> u32 {
        let until = self.done.saturating_add(draws).min(self.draws);
        while self.done < until {
            self.draw();
            self.done += 1;
        }
        self.done
    }

    /// `None` while there are draws left.
    #[must_use]
    pub fn finish(mut self) -> Option<RevenueByMonth> {
        if self.done < self.draws {
            return None;
        }
        self.within.iter_mut().chain(&mut self.until).for_each(|column| column.sort_unstable_by(f64::total_cmp));
        let draws = f64::from(self.draws);
        let share =
            self.until.last().map_or(0.0, |ends| (ends.len() - ends.partition_point(|revenue| *revenue < self.goal)) as f64 / draws);
        let revenue = self.within.iter().zip(&self.until);
        let months = self.months.iter().zip(revenue).map(|(&(first, last), (within, until))| RevenueMonth {
            first,
            last,
            within: band(within),
            until: band(until),
        });
        Some(RevenueByMonth { months: months.collect(), in_time: Chance { share, error: error_of(share, draws) } })
    }

    fn draw(&mut self) {
        let mut generator = Pcg32::seed_from_u64(mixed(mixed(self.seed ^ MONTHS_STREAM) ^ u64::from(self.done)));
        let rates: Vec<f64> = self.rates.iter().map(|rate| rate.draw(&mut generator)).collect();
        let mut sales = vec![0_u64; self.months.len()];
        for group in &self.groups {
            let rate = rates.iter().take(group.stage).product::<f64>().clamp(0.0, 1.0);
            let won = binomial(group.customers, rate, &mut generator);
            group.close(won, &mut sales, &mut generator);
        }
        let mut sum = 0.0;
        for (month, &sales) in sales.iter().enumerate() {
            let revenue = self.orders.draw(sales as f64, 0.0, &mut generator).revenue;
            sum += revenue;
            self.within[month].push(revenue);
            self.until[month].push(sum);
        }
    }
}

/// Any number of its own, so that no other draw of the same seed follows the same course.
const MONTHS_STREAM: u64 = 0x6d6f_6e74_6873;

impl Group {
    /// Spreads sales over the months: in each a binomial number of those that are still to be closed.
    fn close(&self, won: u64, sales: &mut [u64], generator: &mut Pcg32) {
        let (mut left, mut later) = (won, 1.0);
        for (sales, &part) in sales.iter_mut().zip(&self.closing) {
            if left == 0 || later <= 0.0 {
                return;
            }
            let closed = binomial(left, (part / later).clamp(0.0, 1.0), generator);
            *sales += closed;
            left -= closed;
            later -= part;
        }
    }
}

fn binomial(of: u64, rate: f64, generator: &mut Pcg32) -> u64 {
    Binomial::new(of, rate).map_or(0, |number| number.sample(generator))
}

/// The calendar months from one day to the other, cut at both ends.
fn months(starts: Day, closes: Day) -> Option<Vec<(Day, Day)>> {
    let (first, last) = (Grain::Month.period_of(starts), Grain::Month.period_of(closes));
    let count = usize::try_from(last.checked_sub(first)?).ok()? + 1;
    if closes < starts || count > MOST_MONTHS {
        return None;
    }
    Some((first..=last).map(|month| (Grain::Month.first_day(month).max(starts), Grain::Month.last_day(month).min(closes))).collect())
}

/// The stock by stage, and the new entries by the month they come in.
fn groups(plan: &MonthPlan, months: &[(Day, Day)]) -> Result<Vec<Group>, SimulationError> {
    let days = usize::try_from(plan.closes.0 - plan.starts.0).unwrap_or(0) + 1;
    let closed = closed_by_day(plan, days);
    let ends: Vec<usize> = months.iter().map(|(_, last)| usize::try_from(last.0 - plan.starts.0).unwrap_or(0) + 1).collect();
    let mut groups = Vec::new();
    for (stage, &customers) in plan.stock.iter().enumerate().take(closed.len()) {
        if customers as f64 > MOST_ENTRIES {
            return Err(SimulationError::Stock { stage, found: customers });
        }
        groups.push(Group { stage, customers, closing: parts(ends.iter().map(|&end| closed[stage][end])) });
    }
    let Some((farthest, closed)) = closed.iter().enumerate().next_back() else { return Ok(groups) };
    let coming = plan.entries_per_day * days as f64;
    if !(0.0..=MOST_ENTRIES).contains(&coming) {
        return Err(SimulationError::Entries { found: if coming > 0.0 { u64::MAX } else { 0 } });
    }
    let mut begin = 0;
    for (month, &end) in ends.iter().enumerate() {
        // Whole people by the end of each month, so that parts of them add up and none is lost.
        let customers = (plan.entries_per_day * end as f64).round() - (plan.entries_per_day * begin as f64).round();
        let by = |&until: &usize| (begin..end).map(|day| closed[until.saturating_sub(day)]).sum::<f64>() / (end - begin) as f64;
        let closing = parts(ends.iter().enumerate().map(|(place, until)| if place < month { 0.0 } else { by(until) }));
        groups.push(Group { stage: farthest, customers: customers as u64, closing });
        begin = end;
    }
    Ok(groups)
}

/// What is closed between one end and the next.
fn parts(until: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut before = 0.0;
    until
        .map(|until| {
            let part = (until - before).max(0.0);
            before = until;
            part
        })
        .collect()
}

/// By stage: of those who will be won from there, the part that is closed within 0, 1, 2 … days.
fn closed_by_day(plan: &MonthPlan, days: usize) -> Vec<Vec<f64>> {
    let mut nearer = vec![1.0; days + 1];
    let mut by_stage = Vec::new();
    if plan.sale == Sale::Won {
        by_stage.push(nearer.clone());
    }
    for dwell in &plan.dwell_days {
        let leaving = 1.0 / dwell.max(1.0);
        let mut closed = vec![0.0; days + 1];
        for day in 1..=days {
            closed[day] = closed[day - 1] + leaving * (nearer[day - 1] - closed[day - 1]);
        }
        nearer.clone_from(&closed);
        by_stage.push(closed);
    }
    by_stage.truncate(plan.steps.len() + 1);
    by_stage
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Transitions;

    fn day(text: &str) -> Day {
        Day::from_iso(text).unwrap()
    }

    fn plan() -> MonthPlan {
        MonthPlan {
            steps: [0.5, 0.4].map(|rate| RateBelief::Known { rate }).to_vec(),
            sale: Sale::Won,
            stock: vec![0, 4_000, 10_000],
            entries_per_day: 20.0,
            dwell_days: vec![15.0, 45.0],
            orders: OrderSizes::Average(2.0),
            goal: 0.0,
            starts: day("2026-01-15"),
            closes: day("2026-04-20"),
            draws: DRAWS,
            seed: 1,
        }
    }

    fn drawn(plan: &MonthPlan) -> RevenueByMonth {
        let mut simulation = MonthSimulation::start(plan).unwrap().unwrap();
        while simulation.step(3_000) < plan.draws {}
        simulation.finish().unwrap()
    }

    #[test]
    fn the_mean_is_that_of_the_forecast_day_by_day() {
        let plan = plan();
        let found = drawn(&plan);
        let ends: Vec<_> = found.months.iter().map(|month| month.last.iso()).collect();
        assert_eq!(ends, ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-20"]);
        let chain = Transitions::from_rates(&[0.5, 0.4], &plan.dwell_days).unwrap();
        let forecast = chain.forecast(&[4_000.0, 10_000.0], &[0.0, 20.0], 96);
        for month in &found.months {
            let days = (month.last.0 - plan.starts.0 + 1) as usize;
            let wanted = 2.0 * forecast[days - 1].into_final[0];
            // Whether an entry of a day is counted at its beginning or end makes a day's difference.
            assert!((month.until.mean - wanted).abs() < 0.02 * wanted, "{} {wanted}", month.until.mean);
            assert!(month.until.p10 < month.until.p50 && month.until.p50 < month.until.p90);
        }
        let sum: f64 = found.months.iter().map(|month| month.within.mean).sum();
        assert!((sum - found.months[3].until.mean).abs() < 1e-6);
    }

    #[test]
    fn the_last_level_takes_its_time_where_it_is_the_sale() {
        let plan = MonthPlan { sale: Sale::NearestLevel, stock: vec![1_000], entries_per_day: 0.0, ..plan() };
        let found = drawn(&MonthPlan { dwell_days: vec![1.0, 1.0, 1.0], ..plan.clone() });
        assert_eq!(found.months[0].within.p50, 2_000.0);
        let slow = drawn(&MonthPlan { dwell_days: vec![1e9, 1.0, 1.0], ..plan });
        assert_eq!(slow.months[3].until.p90, 0.0);
    }

    #[test]
    fn the_chance_in_time_falls_with_the_goal() {
        let chance = |goal: f64| drawn(&MonthPlan { goal, ..plan() }).in_time.share;
        let middle = drawn(&plan()).months[3].until.p50;
        assert_eq!((chance(0.0), chance(1e9)), (1.0, 0.0));
        assert!((chance(middle) - 0.5).abs() < 0.05);
    }

    #[test]
    fn periods_that_are_none_give_nothing() {
        let start = |starts: &str, closes: &str| {
            MonthSimulation::start(&MonthPlan { starts: day(starts), closes: day(closes), ..plan() }).unwrap().is_some()
        };
        assert!(!start("2026-02-01", "2026-01-31"));
        assert!(start("2026-02-01", "2026-02-01"));
        assert!(!start("2026-01-01", "2029-01-01"));
        let refused = MonthSimulation::start(&MonthPlan { entries_per_day: f64::NAN, ..plan() });
        assert_eq!(refused.unwrap_err(), SimulationError::Entries { found: 0 });
    }

    #[test]
    fn the_size_of_the_steps_changes_nothing() {
        let mut simulation = MonthSimulation::start(&plan()).unwrap().unwrap();
        assert_eq!(simulation.clone().finish(), None);
        while simulation.step(7_777) < DRAWS {}
        assert_eq!(simulation.finish().unwrap(), drawn(&plan()));
    }
}
