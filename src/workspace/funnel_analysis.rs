//! The one function from entries and plan to the funnel: chain, stock and gap, last days (METHODS 3).

use serde::{Deserialize, Serialize};

use super::{AverageOrder, DataRate, FunnelFacts, FunnelPlan, FunnelRates, Scenario, Sureness, TypedRate};
use crate::calendar::Day;
use crate::plan::{
    Chain, ChainInput, Dwell, Figure, Group, GroupPlan, InputError, Level, RateBelief, Sale, StepInput, StockPlan, back_calculation,
    hold_against, last_entry_days, plan_groups,
};

/// The funnel of one scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct FunnelAnalysis {
    pub average: AverageFigure,
    /// Stock by stage from the sale outward, typed over counted.
    pub stock: Vec<Figure>,
    /// Days on each level, nearest the sale first: typed, else the median of the data, else the scheme's own.
    pub dwell_days: Vec<Figure>,
    pub input: ChainInput,
    /// How sure each step's rate in force is, nearest the sale first; `None` where there is none.
    pub beliefs: Vec<Option<RateBelief>>,
    /// What is wrong with what was typed, or what is missing.
    pub chain: Result<Chain, Vec<InputError>>,
    pub held: Option<StockPlan>,
    /// Last day to enter each level, nearest the sale first; `None` without a closing day.
    pub last_days: Vec<Option<Day>>,
}

/// The average order in force and the others that could be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AverageFigure {
    pub mean: Option<f64>,
    pub median: Option<f64>,
    pub typed: Option<f64>,
    /// Won orders behind mean and median.
    pub orders: u32,
    pub value: Option<f64>,
}

/// Works one scenario out.
#[must_use]
pub fn analyse_funnel(plan: &FunnelPlan, scenario: &Scenario, facts: &FunnelFacts, rates: &FunnelRates) -> FunnelAnalysis {
    let average = average(scenario, facts);
    let input = chain_input(plan, scenario, average, &rates.steps);
    let chain = back_calculation(&input);
    let stock = stock(plan, scenario, facts);
    let counted: Vec<f64> = stock.iter().map(|figure| figure.value().unwrap_or(0.0)).collect();
    let held = chain.as_ref().ok().and_then(|chain| hold_against(chain, &counted).ok());
    let dwell_days = dwell_days(plan, scenario, rates);
    let days: Vec<f64> = dwell_days.iter().map(|figure| figure.value().unwrap_or(0.0)).collect();
    let last_days = scenario.closes.and_then(|closes| last_entry_days(&days, closes).ok()).unwrap_or_default();
    let beliefs = (0..plan.scheme.steps()).map(|step| belief(plan, scenario, &rates.steps, step)).collect();
    FunnelAnalysis { average, stock, dwell_days, input, beliefs, chain, held, last_days }
}

/// Typed rates over those of the data.
fn belief(plan: &FunnelPlan, scenario: &Scenario, rates: &[Option<DataRate>], step: usize) -> Option<RateBelief> {
    let outer = plan.scheme.level_of_stage(step + 1).and_then(|level| scenario.levels.get(&level.code));
    let counted = rates.get(step).copied().flatten();
    match outer.and_then(|choice| choice.rate) {
        Some(TypedRate { rate, sure: Sureness::Known }) => Some(RateBelief::Known { rate }),
        Some(TypedRate { rate, sure: Sureness::Cases(cases) }) => Some(RateBelief::AsSureAs { rate, cases }),
        None => counted.map(|rate| RateBelief::Counted { reached: rate.estimate.reached, entered: rate.estimate.entered }),
    }
}

/// The target split over groups, in their order.
///
/// # Errors
/// As [`plan_groups`]; a split that does not make the whole.
pub fn analyse_groups(
    scenario: &Scenario,
    analysis: &FunnelAnalysis,
    groups: &[super::FunnelGroup],
    dimension: super::Dimension,
) -> Result<Vec<GroupPlan>, Vec<InputError>> {
    let typed = scenario.split.get(&dimension);
    let group = |group: &super::FunnelGroup| Group {
        won: group.won,
        typed_share: typed.and_then(|shares| shares.get(&group.name).copied()),
        signed: None,
        average_order: None,
        stock: group.stock.clone(),
    };
    plan_groups(&analysis.input, &groups.iter().map(group).collect::<Vec<_>>())
}

fn average(scenario: &Scenario, facts: &FunnelFacts) -> AverageFigure {
    let (mean, median) = (facts.mean_order(), facts.median_order());
    let (typed, value) = match scenario.average_order {
        AverageOrder::Mean => (None, mean),
        AverageOrder::Median => (None, median),
        AverageOrder::Typed(order) => (Some(order), Some(order)),
    };
    AverageFigure { mean, median, typed, orders: facts.orders.len() as u32, value }
}

fn chain_input(plan: &FunnelPlan, scenario: &Scenario, average: AverageFigure, rates: &[Option<DataRate>]) -> ChainInput {
    let scheme = &plan.scheme;
    let choice =
        |stage: usize| scheme.level_of_stage(stage).and_then(|level| scenario.levels.get(&level.code)).copied().unwrap_or_default();
    let step = |step: usize| {
        let outer = choice(step + 1);
        let rate = Figure { computed: rates.get(step).copied().flatten().map(|rate| rate.rate), typed: typed_rate(outer.rate) };
        StepInput { rate, typed_required: outer.required }
    };
    // The nearest level is the sale where the scheme says so: what is typed there is the number of sales.
    let at_sale = if scheme.sale() == Sale::NearestLevel { choice(0).required } else { None };
    ChainInput {
        target: scenario.target.unwrap_or(0.0),
        signed: scenario.signed.unwrap_or(0.0),
        average_order: Figure { computed: average.value.filter(|_| average.typed.is_none()), typed: average.typed },
        typed_sales: scenario.sales.or(at_sale),
        steps: (0..scheme.steps()).map(step).collect(),
    }
}

fn typed_rate(rate: Option<TypedRate>) -> Option<f64> {
    rate.map(|typed| typed.rate)
}

fn stock(plan: &FunnelPlan, scenario: &Scenario, facts: &FunnelFacts) -> Vec<Figure> {
    let figure = |stage: usize| {
        let level = plan.scheme.level_of_stage(stage);
        let typed = level.and_then(|level| scenario.levels.get(&level.code)).and_then(|choice| choice.stock);
        let counted = facts.stock.get(stage).copied().filter(|_| !facts.rows.is_empty());
        Figure { computed: counted, typed }
    };
    (0..plan.scheme.stages()).map(figure).collect()
}

fn dwell_days(plan: &FunnelPlan, scenario: &Scenario, rates: &FunnelRates) -> Vec<Figure> {
    let median = |level: &Level| plan.scheme.stage(&level.code).and_then(|stage| rates.dwell_on(stage)).map(Dwell::median);
    let figure = |level: &Level| Figure {
        computed: median(level).or(Some(level.dwell_days)),
        typed: scenario.levels.get(&level.code).and_then(|choice| choice.dwell_days),
    };
    plan.scheme.levels().iter().map(figure).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{RateSource, Reach, Tally};
    use crate::units::rounded_up;
    use crate::workspace::{LevelChoice, Sureness};

    /// The workshop of METHODS 3, all typed.
    fn workshop() -> Scenario {
        let level = |rate: Option<f64>, stock: f64| LevelChoice {
            rate: rate.map(|rate| TypedRate { rate, sure: Sureness::Known }),
            stock: Some(stock),
            ..LevelChoice::default()
        };
        let levels =
            [("B", level(Some(0.5), 10.0)), ("C", level(Some(0.4), 40.0)), ("D", level(Some(0.3), 100.0)), ("E", level(Some(0.2), 300.0))];
        Scenario {
            target: Some(10_000_000.0),
            average_order: AverageOrder::Typed(200_000.0),
            levels: levels.map(|(code, choice)| (code.to_owned(), choice)).into(),
            closes: Day::from_iso("2026-12-31"),
            ..Scenario::default()
        }
    }

    #[test]
    fn a_typed_workshop_gives_the_worked_numbers() {
        let analysis = analyse_funnel(&FunnelPlan::default(), &workshop(), &FunnelFacts::default(), &FunnelRates::default());
        let chain = analysis.chain.unwrap();
        assert_eq!(
            chain.stages.iter().map(|stage| rounded_up(stage.required.needed().unwrap())).collect::<Vec<_>>(),
            [50.0, 100.0, 250.0, 834.0, 4167.0]
        );
        let held = analysis.held.unwrap();
        assert!((held.expected_sales - 22.6).abs() < 1e-9 && (held.gap.unwrap() - 27.4).abs() < 1e-9);
        assert_eq!(held.extra_entries().needed().map(rounded_up), Some(2284.0));
        assert_eq!(analysis.last_days[4], Day::from_iso("2026-06-04"));
    }

    #[test]
    fn data_rates_count_where_none_is_typed() {
        let mut scenario = workshop();
        scenario.levels.remove("E");
        let tally = Tally { entered: 20, reached: 5, ended: 5, open: 10 };
        let rate = DataRate::from(tally.reached_ratio(RateSource::Snapshot).unwrap());
        let analyse = |steps: &[Option<DataRate>]| {
            let rates = FunnelRates { steps: steps.to_vec(), ..FunnelRates::default() };
            analyse_funnel(&FunnelPlan::default(), &scenario, &FunnelFacts::default(), &rates).chain.unwrap()
        };
        assert_eq!(analyse(&[None, None, None, Some(rate)]).steps[3].rate, Some(0.25));
        assert_eq!(analyse(&[Some(rate); 4]).steps[0].rate, Some(0.5), "typed over the data");
        assert_eq!(analyse(&[]).entries(), Reach::RateUnknown { step: 3 });
    }
}
