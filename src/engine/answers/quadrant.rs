//! Counts, money, cuts, periods and warnings of one side of the quadrant.

use crate::engine::cache::Basis;
use crate::engine::{QuadrantView, Warning};
use crate::measure::{concentration, pareto_count};
use crate::workspace::Workspace;

pub(in crate::engine) fn quadrant(workspace: &Workspace, basis: &Basis) -> QuadrantView {
    let plane = basis.plane();
    let rating = &basis.rating;
    let amounts = amounts_descending(basis);
    let concentration = concentration(&amounts);
    let measures = basis.measured.measures.as_ref();
    let periods = measures.and_then(|measures| measures.periods.as_ref());
    let counted = periods.and_then(|periods| periods.counted.map(|(first, last)| (first, last, periods.counted_periods())));
    QuadrantView {
        revision: basis.revision,
        side: basis.side,
        classes: rating.totals,
        not_rated: rating.not_rated.iter().map(|(&reason, &count)| (reason, count)).collect(),
        customers: plane.members.len() as u32,
        with_amount: amounts.len() as u32,
        total: plane.total,
        cuts: rating.cuts,
        rule_cuts: rating.rule_cuts,
        score_scale: plane.scale,
        changed: rating.changed,
        window: measures.and_then(|measures| measures.window).map(|span| (span.first.0, span.last.0)),
        grain: workspace.existing.stability.grain(),
        periods: counted,
        incomplete: periods.map_or_else(Vec::new, |periods| periods.incomplete.clone()),
        warnings: warnings(workspace, basis),
        gini: concentration.map(|found| found.gini),
        hhi: concentration.map(|found| found.hhi),
        pareto_customers: pareto_count(&amounts).unwrap_or(0) as u32,
    }
}

/// Money of the members that have any, largest first.
pub(super) fn amounts_descending(basis: &Basis) -> Vec<f64> {
    let plane = basis.plane();
    let mut amounts: Vec<f64> = basis.measured.descending.iter().filter_map(|&number| plane.amount_of(number)).collect();
    // Ordered already where the money itself is the vertical axis.
    amounts.sort_unstable_by(f64::total_cmp);
    amounts.reverse();
    amounts
}

fn warnings(workspace: &Workspace, basis: &Basis) -> Vec<Warning> {
    let mut warnings = Vec::new();
    if basis.rating.isolates_giant {
        warnings.push(Warning::IsolatesGiant);
    }
    if basis.rating.rated == 0 && !basis.plane().members.is_empty() {
        let better = basis.measured.better.filter(|better| *better != workspace.existing.stability);
        warnings.push(Warning::RatesNobody { better });
    }
    if basis.rating.rated > 0 && basis.rating.cuts.is_none() {
        warnings.push(Warning::NoThreshold);
    }
    if let Some(measures) = basis.measured.measures.as_ref().filter(|measures| measures.rows_without_cost > 0) {
        warnings.push(Warning::RowsWithoutCost { rows: measures.rows_without_cost });
    }
    warnings
}
