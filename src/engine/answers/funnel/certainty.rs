//! How sure a scenario is: draws done a stretch at a time, so that the engine stays answerable, and what they say.

use super::FunnelBasis;
use crate::engine::{Certainty, CertaintyView, Revision};
use crate::plan::{
    Chain, Confidence, DRAWS, Goal, MonthSimulation, NeededAtChance, OrderSizes, Outcomes, Reach, RevenueByMonth, Simulation,
    entries_needed,
};
use crate::units::rounded_up;
use crate::workspace::{CertaintyPlan, CertaintyProblem, FunnelPlan, confidence};

/// Draws one call does.
const DRAWS_A_CALL: u32 = 1_000;
/// Points of the curve.
const CURVE_POINTS: usize = 41;
/// The curve runs from where hardly any draw is reached to where hardly any is missed.
const CURVE_ENDS: (f64, f64) = (0.01, 0.99);

/// The job as far as it has come; begun anew when what is drawn has changed, whatever else may have.
pub(in crate::engine) struct CertaintyJob {
    plan: CertaintyPlan,
    run: Run,
}

enum Run {
    Under {
        simulation: Box<Simulation>,
        months: Option<Box<MonthSimulation>>,
    },
    /// Without outcomes only where draws were left, which is never.
    Done {
        outcomes: Option<Box<Outcomes>>,
        months: Option<RevenueByMonth>,
    },
}

/// Does the next stretch for a scenario, going on with `job` where it is the same that is drawn.
pub(in crate::engine) fn certainty(
    plan: &FunnelPlan,
    revision: Revision,
    basis: &FunnelBasis,
    job: &mut Option<CertaintyJob>,
) -> CertaintyView {
    let view = |done, result, problem| CertaintyView { revision, scenario: basis.index, done, draws: DRAWS, result, problem };
    let wanted = CertaintyPlan::new(plan, &basis.scenario, &basis.facts, &basis.analysis, basis.inflow);
    let fresh = wanted.and_then(|wanted| match job.take().filter(|job| job.plan == wanted) {
        Some(job) => Ok(job),
        None => CertaintyJob::start(wanted),
    });
    let (under_way, done) = match fresh {
        Ok(under_way) => under_way.advance(),
        Err(problem) => return view(0, None, Some(problem)),
    };
    let result = under_way.result(basis);
    *job = Some(under_way);
    view(done, result, None)
}

impl CertaintyJob {
    fn start(plan: CertaintyPlan) -> Result<Self, CertaintyProblem> {
        let simulation = Simulation::start(&plan.simulation).map_err(CertaintyProblem::Simulation)?;
        let months = plan.months.as_ref().map(MonthSimulation::start).transpose().map_err(CertaintyProblem::Simulation)?;
        let run = Run::Under { simulation: Box::new(simulation), months: months.flatten().map(Box::new) };
        Ok(Self { plan, run })
    }

    /// The job after its next stretch, and how many draws are done.
    fn advance(self) -> (Self, u32) {
        let Run::Under { mut simulation, mut months } = self.run else { return (self, DRAWS) };
        let done = simulation.step(DRAWS_A_CALL);
        if let Some(months) = &mut months {
            months.step(DRAWS_A_CALL);
        }
        let run = if done < DRAWS {
            Run::Under { simulation, months }
        } else {
            let months = months.and_then(|months| months.finish());
            Run::Done { outcomes: simulation.finish().map(Box::new), months }
        };
        (Self { plan: self.plan, run }, done)
    }

    fn result(&self, basis: &FunnelBasis) -> Option<Certainty> {
        let Run::Done { outcomes: Some(outcomes), months } = &self.run else { return None };
        let chain = basis.analysis.chain.as_ref().ok()?;
        let confidence = confidence(&basis.scenario);
        let stages = chain.stages.len();
        let reach = |needed: NeededAtChance| reach(needed, chain);
        let mut required: Vec<Reach> = (0..stages).map(|stage| reach(outcomes.required_at(stage, confidence))).collect();
        if let Some(exact) = self.exact(confidence) {
            required[1] = exact;
        }
        let last = stages - 1;
        let plain_entries = chain.entries().needed().map(rounded_up);
        let plain = plain_entries.map(|entries| outcomes.chance_without_stock(last, entries).share);
        let stock = outcomes.chance(0.0);
        let band = outcomes.revenue_band();
        Some(Certainty {
            entries: required[last],
            plain: plain.unwrap_or(0.0),
            stock: stock.share,
            extra: (0..stages).map(|stage| reach(outcomes.extra_at(stage, confidence))).collect(),
            curve: curve(|entries| outcomes.chance_without_stock(last, entries).share),
            curve_with_stock: curve(|entries| outcomes.chance(entries).share),
            // No chance is less well known than one half.
            error: (0.25 / outcomes.draws().max(1) as f64).sqrt(),
            revenue: [band.p10, band.p50, band.p90],
            revenue_mean: band.mean,
            by_month: months.clone(),
            required,
        })
    }

    /// Where all orders are alike, the number one step away from the sale needs no draws.
    fn exact(&self, confidence: Confidence) -> Option<Reach> {
        let simulation = &self.plan.simulation;
        let sales = match (simulation.goal, &simulation.orders) {
            (Goal::Sales(sales), _) => sales,
            (Goal::Revenue(revenue), OrderSizes::Average(size)) => revenue / size,
            (Goal::Revenue(_), _) => return None,
        };
        let needed = entries_needed(*simulation.steps.first()?, sales, confidence);
        Some(needed.map_or(Reach::CannotBeReached { step: 0 }, |needed| Reach::Needed(needed.entries)))
    }
}

/// A number of customers that is enough, or the step that lets nobody through.
fn reach(needed: NeededAtChance, chain: &Chain) -> Reach {
    let step = chain.steps.iter().position(|step| step.rate == Some(0.0)).unwrap_or(chain.steps.len() - 1);
    needed.entries.map_or(Reach::CannotBeReached { step }, Reach::Needed)
}

/// Numbers of entries, equally far apart, with their chance. Empty where no number changes it.
fn curve(chance: impl Fn(f64) -> f64) -> Vec<(f64, f64)> {
    let Some((from, to)) = first_reaching(&chance, CURVE_ENDS.0).zip(first_reaching(&chance, CURVE_ENDS.1)) else { return Vec::new() };
    if to <= from {
        return Vec::new();
    }
    let width = (to - from) / (CURVE_POINTS - 1) as f64;
    let mut points: Vec<f64> = (0..CURVE_POINTS).map(|point| (from + width * point as f64).round()).collect();
    points.dedup();
    points.into_iter().map(|entries| (entries, chance(entries))).collect()
}

/// The smallest whole number whose chance is at least `share`; `None` where none has it.
fn first_reaching(chance: &impl Fn(f64) -> f64, share: f64) -> Option<f64> {
    let (mut below, mut found) = (-1.0, 1.0);
    while chance(found) < share {
        if found >= crate::plan::MOST_ENTRIES {
            return None;
        }
        (below, found) = (found, found * 2.0);
    }
    while found - below > 1.0 {
        let middle = f64::midpoint(below, found).floor();
        if chance(middle) < share { below = middle } else { found = middle }
    }
    Some(found)
}
