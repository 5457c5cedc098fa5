//! The contribution curve: how much of the money the largest customers bring.

use super::quadrant::amounts_descending;
use crate::engine::CurveView;
use crate::engine::cache::Basis;
use crate::measure::{concentration, pareto_count};
use crate::units::Sum;

/// Points of the curve at most.
const MOST_POINTS: usize = 1_000;

pub(in crate::engine) fn curve(basis: &Basis) -> CurveView {
    let plane = basis.plane();
    let descending = amounts_descending(basis);
    let cumulative = running_sums(&descending);
    let concentration = concentration(&descending);
    let pareto = pareto_count(&descending);
    let point = |customers: usize| {
        let reached = customers.checked_sub(1).and_then(|last| cumulative.get(last)).copied().unwrap_or(0.0);
        Some((customers as f64 / descending.len() as f64, plane.share_of_total(reached)?))
    };
    CurveView {
        revision: basis.revision,
        points: thinned(descending.len(), pareto).into_iter().filter_map(point).collect(),
        customers: descending.len() as u32,
        pareto: pareto.and_then(|count| point(count).map(|(customers, money)| (count as u32, customers, money))),
        gini: concentration.map(|found| found.gini),
        hhi: concentration.map(|found| found.hhi),
        not_positive: descending.iter().filter(|&&total| total <= 0.0).count() as u32,
    }
}

/// The sum up to each amount.
fn running_sums(amounts: &[f64]) -> Vec<f64> {
    let mut sum = Sum::default();
    let mut up_to = |amount: &f64| {
        sum.add(*amount);
        sum.value()
    };
    amounts.iter().map(&mut up_to).collect()
}

/// Numbers of customers to draw a point for: from 0 to all, the Pareto point among them.
fn thinned(customers: usize, pareto: Option<usize>) -> Vec<usize> {
    // Two places are kept for the end and the Pareto point.
    let step = customers.div_ceil(MOST_POINTS - 2).max(1);
    let mut counts: Vec<usize> = (0..=customers).step_by(step).chain([customers]).chain(pareto).collect();
    counts.sort_unstable();
    counts.dedup();
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thinning_keeps_both_ends_and_the_pareto_point() {
        for customers in [0, 1, 2, 997, 998, 999, 1_000, 4_372, 50_001] {
            let pareto = (customers > 1).then_some(customers / 3);
            let counts = thinned(customers, pareto);
            assert!(counts.len() <= MOST_POINTS, "{customers}: {}", counts.len());
            assert_eq!((counts.first(), counts.last()), (Some(&0), Some(&customers)));
            assert!(pareto.is_none_or(|pareto| counts.contains(&pareto)));
        }
    }
}
