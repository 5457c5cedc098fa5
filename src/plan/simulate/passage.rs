//! One draw through the steps: how many of those on the way come to the sale, and how many it takes until enough have come.

use rand_distr::{Binomial, Distribution, Gamma, Poisson};
use rand_pcg::Pcg32;

/// Sales from `stock` by stage and `entries` at the farthest: at each step a binomial number of those on the stage advances.
pub(super) fn through(stock: &[u64], entries: u64, rates: &[f64], generator: &mut Pcg32) -> u64 {
    let on_stage = |stage: usize| stock.get(stage).copied().unwrap_or(0);
    let mut arriving = entries;
    for (step, &rate) in rates.iter().enumerate().rev() {
        let standing = arriving + on_stage(step + 1);
        arriving = Binomial::new(standing, rate).map_or(0, |advancing| advancing.sample(generator));
    }
    arriving + on_stage(0)
}

/// How many it takes at each stage, from `needed` sales outward, appended to the draws of each.
pub(super) fn work_back(needed: f64, rates: &[f64], generator: &mut Pcg32, stages: &mut [Vec<f64>]) {
    let mut needed = needed;
    for (stage, draws) in stages.iter_mut().enumerate() {
        if let Some(step) = stage.checked_sub(1) {
            needed = entries_until(needed, rates[step], generator);
        }
        draws.push(needed);
    }
}

/// How many enter until `needed` of them have advanced: those and a negative binomial number of failures. Infinite where it is beyond
/// counting.
fn entries_until(needed: f64, rate: f64, generator: &mut Pcg32) -> f64 {
    if needed <= 0.0 || rate >= 1.0 {
        return needed.max(0.0);
    }
    let Ok(mixture) = Gamma::new(needed, (1.0 - rate) / rate) else { return f64::INFINITY };
    let mean_failures = mixture.sample(generator);
    if mean_failures <= 0.0 {
        return needed;
    }
    Poisson::new(mean_failures).map_or(f64::INFINITY, |failures| needed + failures.sample(generator))
}
