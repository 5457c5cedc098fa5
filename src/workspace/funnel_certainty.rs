//! What is drawn for a scenario: rates with how sure they are, stock, orders, goal and time (METHODS 3; X).
//! The draws themselves are the plan module's.

use serde::{Deserialize, Serialize};

use super::{FunnelAnalysis, FunnelFacts, FunnelPlan, InflowFigure, OrderSizes, Scenario};
use crate::plan::{self, Confidence, DRAWS, Goal, MonthPlan, RateBelief, SimulationError, SimulationPlan};

/// Why nothing can be drawn.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum CertaintyProblem {
    /// The chain itself cannot be worked out; its own errors say why.
    NoChain,
    /// No target to reach.
    NoTarget,
    RateUnknown {
        step: usize,
    },
    Simulation(SimulationError),
}

/// The runs of one scenario. Equal ones give equal draws.
#[derive(Clone, Debug, PartialEq)]
pub struct CertaintyPlan {
    pub simulation: SimulationPlan,
    /// `None` where it is not known from when to when, or what still comes in.
    pub months: Option<MonthPlan>,
}

impl CertaintyPlan {
    /// # Errors
    /// Why nothing can be drawn.
    pub fn new(
        plan: &FunnelPlan,
        scenario: &Scenario,
        facts: &FunnelFacts,
        analysis: &FunnelAnalysis,
        inflow: InflowFigure,
    ) -> Result<Self, CertaintyProblem> {
        let chain = analysis.chain.as_ref().map_err(|_| CertaintyProblem::NoChain)?;
        if scenario.target.is_none() && analysis.input.typed_sales.is_none() {
            return Err(CertaintyProblem::NoTarget);
        }
        let steps = analysis.beliefs.iter().enumerate().map(|(step, belief)| belief.ok_or(CertaintyProblem::RateUnknown { step }));
        let steps = steps.collect::<Result<Vec<RateBelief>, _>>()?;
        let orders = orders(scenario, facts, chain.average_order);
        let goal = analysis.input.typed_sales.map_or(Goal::Revenue(chain.remaining), Goal::Sales);
        let stock: Vec<u64> = analysis.stock.iter().map(|figure| figure.value().unwrap_or(0.0).round() as u64).collect();
        let months = months(plan, analysis, inflow).map(|months| MonthPlan {
            steps: steps.clone(),
            stock: stock.clone(),
            orders: orders.clone(),
            seed: scenario.seed,
            goal: match goal {
                Goal::Revenue(revenue) => revenue,
                Goal::Sales(sales) => sales * chain.average_order,
            },
            ..months
        });
        let simulation = SimulationPlan { steps, stock, entries: 0, goal, orders, draws: DRAWS, seed: scenario.seed };
        Ok(Self { simulation, months })
    }
}

/// The chance asked for.
#[must_use]
pub fn confidence(scenario: &Scenario) -> Confidence {
    Confidence::new(scenario.confidence).unwrap_or_default()
}

/// Past orders keep their spread and take the average in force, so that chain and draws rest on the same one (X).
fn orders(scenario: &Scenario, facts: &FunnelFacts, average: f64) -> plan::OrderSizes {
    match scenario.order_sizes {
        OrderSizes::Typed { low, typical, high } => plan::OrderSizes::Typed { low, typical, high },
        OrderSizes::History => {
            let sizes: Vec<f64> = facts.orders.iter().copied().filter(|size| *size >= 0.0).collect();
            let history = plan::OrderSizes::History(sizes.clone());
            match history.mean() {
                Ok(mean) if crate::units::nearly_equal(mean, average) => history,
                Ok(mean) => plan::OrderSizes::History(sizes.into_iter().map(|size| size / mean * average).collect()),
                Err(_) => plan::OrderSizes::Average(average),
            }
        }
    }
}

/// The time there is. Steps, stock, orders and goal are filled in by the caller.
fn months(plan: &FunnelPlan, analysis: &FunnelAnalysis, inflow: InflowFigure) -> Option<MonthPlan> {
    Some(MonthPlan {
        steps: Vec::new(),
        sale: plan.scheme.sale(),
        stock: Vec::new(),
        entries_per_day: inflow.per_month.value().unwrap_or(0.0) / super::MONTH_DAYS,
        dwell_days: analysis.dwell_days.iter().map(|figure| figure.value().unwrap_or(0.0)).collect(),
        orders: plan::OrderSizes::Average(1.0),
        goal: 0.0,
        starts: inflow.starts?,
        closes: inflow.closes?,
        draws: DRAWS,
        seed: 0,
    })
}
