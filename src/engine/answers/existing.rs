//! Counts, money, cuts, periods and warnings of the existing customers.

use crate::classify::Side;
use crate::engine::cache::Basis;
use crate::engine::{QuadrantView, Warning};
use crate::measure::{concentration, pareto_count};
use crate::workspace::Workspace;

pub(in crate::engine) fn existing(workspace: &Workspace, basis: &Basis) -> QuadrantView {
    let measures = &basis.measured.measures;
    let rating = &basis.rating;
    let descending: Vec<f64> = basis.measured.descending.iter().map(|&number| measures.contribution_of(number)).collect();
    let concentration = concentration(&descending);
    let periods = measures.periods.as_ref();
    let counted = periods.and_then(|periods| periods.counted.map(|(first, last)| (first, last, periods.counted_periods())));
    QuadrantView {
        revision: basis.revision,
        side: Side::Existing,
        classes: rating.totals,
        not_rated: rating.not_rated.iter().map(|(&reason, &count)| (reason, count)).collect(),
        customers: measures.customers.len() as u32,
        total: measures.total,
        cuts: rating.cuts,
        rule_cuts: rating.rule_cuts,
        score_scale: measures.scale,
        changed: rating.changed,
        window: measures.window.map(|span| (span.first.0, span.last.0)),
        grain: workspace.existing.stability.grain(),
        periods: counted,
        incomplete: periods.map_or_else(Vec::new, |periods| periods.incomplete.clone()),
        warnings: warnings(workspace, basis),
        gini: concentration.map(|found| found.gini),
        hhi: concentration.map(|found| found.hhi),
        pareto_customers: pareto_count(&descending).unwrap_or(0) as u32,
    }
}

fn warnings(workspace: &Workspace, basis: &Basis) -> Vec<Warning> {
    let measures = &basis.measured.measures;
    let mut warnings = Vec::new();
    if basis.rating.isolates_giant {
        warnings.push(Warning::IsolatesGiant);
    }
    if basis.rating.rated == 0 && !measures.customers.is_empty() {
        let better = basis.measured.better.filter(|better| *better != workspace.existing.stability);
        warnings.push(Warning::RatesNobody { better });
    }
    if basis.rating.rated > 0 && basis.rating.cuts.is_none() {
        warnings.push(Warning::NoThreshold);
    }
    if measures.rows_without_cost > 0 {
        warnings.push(Warning::RowsWithoutCost { rows: measures.rows_without_cost });
    }
    warnings
}
