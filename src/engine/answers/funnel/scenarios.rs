//! Scenarios side by side, and plan versus actual of one of them.

use super::{FunnelBasis, currency, staffing};
use crate::engine::{
    FunnelProgressView, FunnelScenariosView, Revision, ScenarioCell, ScenarioFigure, ScenarioHead, ScenarioRow, ScenarioValue,
};
use crate::plan::Reach;
use crate::units::nearly_equal;
use crate::workspace::{FunnelPlan, Progress, ProgressInput, Workspace};

/// `bases`: one for each scenario of the plan, in order.
pub(in crate::engine) fn funnel_scenarios(workspace: &Workspace, revision: Revision, bases: &[FunnelBasis]) -> FunnelScenariosView {
    let plan = &workspace.funnel;
    let chosen = plan.chosen.min(bases.len().saturating_sub(1));
    let rows = figures(plan).into_iter().map(|figure| row(plan, bases, chosen, figure)).collect();
    let closes = bases.get(chosen).and_then(|basis| basis.scenario.closes);
    let head = |basis: &FunnelBasis| ScenarioHead {
        name: basis.scenario.name.clone(),
        closes: basis.scenario.closes,
        closes_differs: basis.scenario.closes != closes,
        errors: basis.analysis.chain.as_ref().err().cloned().unwrap_or_default(),
    };
    FunnelScenariosView { revision, currency: currency(workspace), chosen, scenarios: bases.iter().map(head).collect(), rows }
}

pub(in crate::engine) fn funnel_progress(workspace: &Workspace, revision: Revision, basis: &FunnelBasis) -> FunnelProgressView {
    let input = ProgressInput {
        data: &workspace.data,
        entries: basis.entries.as_deref(),
        plan: &workspace.funnel,
        scenario: &basis.scenario,
        facts: &basis.facts,
        analysis: &basis.analysis,
    };
    FunnelProgressView { revision, scenario: basis.index, progress: Progress::new(&input) }
}

fn figures(plan: &FunnelPlan) -> Vec<ScenarioFigure> {
    use ScenarioFigure::{
        AverageOrder, Confidence, Conversion, EntriesPerMonth, Expected, ExtraEntries, Gap, Heads, Rate, Required, Sales, Signed, Stock,
        Target,
    };
    let (steps, stages) = (0..plan.scheme.steps(), 0..plan.scheme.stages());
    let mut figures = vec![Target, Signed, AverageOrder, Sales];
    figures.extend(steps.map(|step| Rate { step }));
    figures.push(Conversion);
    figures.extend(stages.clone().map(|stage| Required { stage }));
    figures.extend(stages.map(|stage| Stock { stage }));
    figures.extend([Expected, Gap, ExtraEntries, Confidence, EntriesPerMonth, Heads]);
    figures
}

fn row(plan: &FunnelPlan, bases: &[FunnelBasis], chosen: usize, figure: ScenarioFigure) -> ScenarioRow {
    let values: Vec<ScenarioValue> = bases.iter().map(|basis| value(plan, basis, figure)).collect();
    let of_plan = values.get(chosen).copied().unwrap_or(ScenarioValue::Unknown);
    ScenarioRow { figure, cells: values.into_iter().map(|value| cell(value, of_plan)).collect() }
}

fn cell(value: ScenarioValue, of_plan: ScenarioValue) -> ScenarioCell {
    let (differs, difference) = match (value, of_plan) {
        (ScenarioValue::Number(value), ScenarioValue::Number(of_plan)) => (!nearly_equal(value, of_plan), Some(value - of_plan)),
        (value, of_plan) => (value != of_plan, None),
    };
    ScenarioCell { value, differs, difference }
}

fn value(plan: &FunnelPlan, basis: &FunnelBasis, figure: ScenarioFigure) -> ScenarioValue {
    let (scenario, analysis) = (&basis.scenario, &basis.analysis);
    let chain = analysis.chain.as_ref().ok();
    let held = analysis.held.as_ref();
    let reach = |reach: Option<Reach>| match reach {
        Some(Reach::Needed(number)) => ScenarioValue::Number(number),
        Some(Reach::CannotBeReached { .. }) => ScenarioValue::CannotBeReached,
        Some(Reach::RateUnknown { .. }) | None => ScenarioValue::Unknown,
    };
    let number = |number: Option<f64>| number.map_or(ScenarioValue::Unknown, ScenarioValue::Number);
    match figure {
        ScenarioFigure::Target => number(scenario.target),
        ScenarioFigure::Signed => number(Some(scenario.signed.unwrap_or(0.0))),
        ScenarioFigure::AverageOrder => number(analysis.average.value),
        ScenarioFigure::Sales => reach(chain.map(crate::plan::Chain::sales)),
        ScenarioFigure::Rate { step } => number(analysis.input.steps.get(step).and_then(|step| step.rate.value())),
        ScenarioFigure::Conversion => number(chain.and_then(crate::plan::Chain::conversion)),
        ScenarioFigure::Required { stage } => reach(chain.and_then(|chain| chain.stages.get(stage)).map(|stage| stage.required)),
        ScenarioFigure::Stock { stage } => number(analysis.stock.get(stage).and_then(|stock| stock.value())),
        ScenarioFigure::Expected => number(held.map(|held| held.expected_sales)),
        ScenarioFigure::Gap => number(held.and_then(|held| held.gap)),
        ScenarioFigure::ExtraEntries => reach(held.map(crate::plan::StockPlan::extra_entries)),
        ScenarioFigure::Confidence => number(Some(scenario.confidence)),
        ScenarioFigure::EntriesPerMonth => number(basis.inflow.per_month.value()),
        ScenarioFigure::Heads => number(staffing::staffing_view(plan, basis).ok().map(|found| found.all.all.heads)),
    }
}
