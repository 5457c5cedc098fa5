//! The steps of the chain: rates, how sure they are, and what they are worth.

use super::FunnelBasis;
use super::helps::Helps;
use crate::engine::FunnelStep;
use crate::plan::{Proportion, RateBelief, Scheme};
use crate::workspace::Sureness;

pub(super) fn steps(scheme: &Scheme, basis: &FunnelBasis, helps: &Helps) -> Vec<FunnelStep> {
    let code = |stage: usize| scheme.level_of_stage(stage).map_or_else(String::new, |level| level.code.clone());
    let step = |step: usize| {
        let from = code(step + 1);
        let choice = basis.scenario.levels.get(&from).and_then(|choice| choice.rate);
        let cases = choice.and_then(|typed| if let Sureness::Cases(cases) = typed.sure { Some(cases) } else { None });
        FunnelStep {
            to: code(step),
            data: basis.rates.steps.get(step).copied().flatten(),
            typed: choice.map(|typed| typed.rate),
            typed_cases: cases,
            interval: basis.analysis.beliefs.get(step).copied().flatten().and_then(interval),
            point_saves: helps.point_saves(step),
            uncertainty: helps.uncertainty(step),
            from,
        }
    };
    (0..scheme.steps()).map(step).collect()
}

/// Wilson's interval of the cases behind a rate; none for a rate taken as known.
fn interval(belief: RateBelief) -> Option<(f64, f64)> {
    let (reached, entered) = belief.cases()?;
    let found = Proportion::new(reached, entered).ok()?;
    Some((found.wilson.low, found.wilson.high))
}
