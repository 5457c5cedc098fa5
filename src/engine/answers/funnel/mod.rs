//! Answers about the funnel: the plan of a scenario, its groups, the entries behind a figure.

mod audit;
mod certainty;
mod entries;
mod helps;
mod raises;
mod scenarios;
mod staffing;
mod steps;

pub(in crate::engine) use audit::funnel_audit;
pub(in crate::engine) use certainty::{CertaintyJob, certainty};
pub(in crate::engine) use entries::funnel_entries;
pub(in crate::engine) use scenarios::{funnel_progress, funnel_scenarios};

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::engine::{DwellView, EntryCounts, FunnelGroupView, FunnelGroupsView, FunnelStage, FunnelView, GroupShare, Revision};
use crate::order;
use crate::plan::Dwell;
use crate::tables::{Category, FunnelEntries, Standing};
use crate::workspace::{
    Dimension, FunnelAnalysis, FunnelFacts, FunnelRates, InflowFigure, Scenario, Workspace, analyse_funnel, analyse_groups,
    funnel_entries_of, standing_of, stock_ratios,
};

/// What the answers of one scenario are made from.
pub(in crate::engine) struct FunnelBasis {
    /// Of the scenario in the plan.
    pub index: usize,
    pub scenario: Scenario,
    /// Those of the data, or one for each case of its level history.
    pub entries: Option<Arc<FunnelEntries>>,
    pub facts: FunnelFacts,
    pub rates: FunnelRates,
    pub inflow: InflowFigure,
    pub analysis: FunnelAnalysis,
}

impl FunnelBasis {
    pub fn new(workspace: &Workspace, index: usize) -> Self {
        let plan = &workspace.funnel;
        let scenario = plan.scenario(index);
        let entries = funnel_entries_of(&workspace.data, plan);
        let facts = entries.as_deref().map(|entries| FunnelFacts::new(entries, plan, &scenario)).unwrap_or_default();
        let rates = FunnelRates::new(&workspace.data, entries.as_deref(), plan, &scenario, &facts);
        let inflow = InflowFigure::new(entries.as_deref(), plan, &scenario, &facts);
        let analysis = analyse_funnel(plan, &scenario, &facts, &rates);
        Self { index, scenario, entries, facts, rates, inflow, analysis }
    }
}

/// The plan of one scenario.
pub(in crate::engine) fn funnel(workspace: &Workspace, revision: Revision, basis: &FunnelBasis) -> FunnelView {
    let plan = &workspace.funnel;
    let entries = basis.entries.as_deref();
    let helps = helps::Helps::new(basis);
    let values = |column: fn(&FunnelEntries) -> Option<&Category>| entries.and_then(column).map(by_count).unwrap_or_default();
    let stages = stages(workspace, basis);
    FunnelView {
        revision,
        plan: plan.clone(),
        scenario: basis.index,
        currency: currency(workspace),
        entries: counts(workspace, &basis.facts),
        average: basis.analysis.average,
        rate_method: basis.rates.method,
        rate_choices: basis.rates.choices.clone(),
        only_stocks: basis.rates.only_stocks.then(|| stock_ratios(&basis.analysis.stock, &dwell_by_stage(&stages))),
        cycle: basis.rates.cycle.as_ref().map(|cycle| DwellView::new(cycle, Dwell::bar_width([cycle]))),
        stages,
        steps: steps::steps(&workspace.funnel.scheme, basis, &helps),
        chain: basis.analysis.chain.clone(),
        held: basis.analysis.held.clone(),
        inflow: basis.inflow,
        relative_lift: helps.relative_lift(),
        levers: helps.levers,
        least_known: helps.least_known,
        staffing: staffing::staffing_view(plan, basis),
        unknown_stages: entries.map(|entries| unknown_stages(workspace, entries, &basis.facts)).unwrap_or_default(),
        reps: values(|entries| entries.owner.as_ref()),
        regions: values(|entries| entries.region.as_ref()),
        products: values(|entries| entries.product.as_ref()),
    }
}

fn dwell_by_stage(stages: &[FunnelStage]) -> Vec<Option<f64>> {
    stages.iter().map(|stage| stage.dwell_days).collect()
}

/// The target split over the groups of one dimension.
pub(in crate::engine) fn funnel_groups(
    workspace: &Workspace,
    revision: Revision,
    basis: &FunnelBasis,
    dimension: Dimension,
) -> FunnelGroupsView {
    let groups = basis.entries.as_deref().map(|entries| basis.facts.groups(entries, &workspace.funnel, dimension)).unwrap_or_default();
    let (plans, errors) = match analyse_groups(&basis.scenario, &basis.analysis, &groups, dimension) {
        Ok(plans) => (plans, Vec::new()),
        Err(errors) => (Vec::new(), errors),
    };
    let typed = basis.scenario.split.get(&dimension);
    let share = |(place, group): (usize, &crate::workspace::FunnelGroup)| GroupShare {
        name: group.name.clone(),
        typed: typed.and_then(|typed| typed.get(&group.name).copied()),
        share: plans.get(place).map(|plan| plan.share),
    };
    let shares = groups.iter().enumerate().map(share).collect();
    let view = |(group, plan): (crate::workspace::FunnelGroup, crate::plan::GroupPlan)| FunnelGroupView {
        name: group.name,
        won: group.won,
        entries: group.entries,
        plan,
    };
    FunnelGroupsView { revision, dimension, groups: groups.into_iter().zip(plans).map(view).collect(), shares, errors }
}

/// The currency of the funnel's own files, else of any.
fn currency(workspace: &Workspace) -> String {
    let named = workspace.data.imports.iter().rev().find(|import| !import.currency.is_empty());
    named.map(|import| import.currency.clone()).unwrap_or_default()
}

fn counts(workspace: &Workspace, facts: &FunnelFacts) -> EntryCounts {
    EntryCounts {
        all: facts.rows.len() as u32,
        open: facts.stock.iter().sum::<f64>() as u32,
        won: facts.won,
        lost: facts.lost,
        dormant: facts.dormant,
        unknown: facts.unknown,
        without_customer: facts.without_customer,
        events: workspace.data.level_history.as_ref().map_or(0, |history| history.len() as u32),
    }
}

fn stages(workspace: &Workspace, basis: &FunnelBasis) -> Vec<FunnelStage> {
    let (scheme, analysis) = (&workspace.funnel.scheme, &basis.analysis);
    let bin_days = Dwell::bar_width(basis.rates.dwell.iter().flatten());
    let stage = |stage: usize| {
        let level = scheme.level_of_stage(stage);
        let place = level.and_then(|level| scheme.place(&level.code));
        let dwell = place.and_then(|place| analysis.dwell_days.get(place));
        FunnelStage {
            code: level.map_or_else(String::new, |level| level.code.clone()),
            text: level.and_then(|level| level.text.clone()),
            counted: analysis.stock[stage].computed,
            typed_stock: analysis.stock[stage].typed,
            dwell_days: dwell.and_then(|dwell| dwell.value()),
            typed_dwell: dwell.is_some_and(|dwell| dwell.typed.is_some()),
            dwell: basis.rates.dwell_on(stage).map(|dwell| DwellView::new(dwell, bin_days)),
            last_day: place.and_then(|place| analysis.last_days.get(place).copied().flatten()),
        }
    };
    (0..scheme.stages()).map(stage).collect()
}

fn unknown_stages(workspace: &Workspace, entries: &FunnelEntries, facts: &FunnelFacts) -> Vec<(String, u32)> {
    let mut unknown: BTreeMap<&str, u32> = BTreeMap::new();
    for &row in &facts.rows {
        let known = standing_of(entries, &workspace.funnel, row).is_some_and(|standing| match standing {
            Standing::Level(code) => workspace.funnel.scheme.stage(code).is_some(),
            _ => true,
        });
        let text = entries.stage.text(row as usize);
        if !known && !workspace.funnel.left_out.contains(text) {
            *unknown.entry(text).or_default() += 1;
        }
    }
    let mut unknown: Vec<(String, u32)> = unknown.into_iter().map(|(text, count)| (text.to_owned(), count)).collect();
    order::sort_by(&mut unknown, |left, right| right.1.cmp(&left.1).then_with(|| left.0.cmp(&right.0)));
    unknown
}

/// The values of a column, most frequent first.
fn by_count(column: &Category) -> Vec<String> {
    let mut counts = vec![0_u32; column.dictionary.len()];
    for &code in &column.codes {
        if let Some(count) = counts.get_mut(code as usize) {
            *count += 1;
        }
    }
    let mut values: Vec<(u32, &str)> = counts.into_iter().zip(column.dictionary.texts()).collect();
    order::sort_by(&mut values, |left, right| right.0.cmp(&left.0).then_with(|| left.1.cmp(right.1)));
    values.into_iter().map(|(_, text)| text.to_owned()).collect()
}
