//! A rate of each draw: as it is known, or from its posterior.

use rand_distr::{Beta, Distribution};
use rand_pcg::Pcg32;

use super::SimulationError;
use crate::plan::belief::{Belief, RateBelief};
use crate::plan::intervals::{RateError, number};

#[derive(Clone, Copy, Debug)]
pub(in crate::plan) enum RateDraw {
    Known(f64),
    Posterior(Beta<f64>),
}

impl RateDraw {
    pub(in crate::plan) fn draw(&self, generator: &mut Pcg32) -> f64 {
        match self {
            Self::Known(rate) => *rate,
            Self::Posterior(posterior) => posterior.sample(generator).clamp(0.0, 1.0),
        }
    }
}

pub(in crate::plan) fn rate_draws(steps: &[RateBelief]) -> Result<Vec<RateDraw>, SimulationError> {
    let draw = |(step, &belief)| rate_draw(belief).map_err(|error| SimulationError::Rate { step, error });
    steps.iter().enumerate().map(draw).collect()
}

fn rate_draw(belief: RateBelief) -> Result<RateDraw, RateError> {
    match belief.checked()? {
        Belief::Known(rate) => Ok(RateDraw::Known(rate)),
        Belief::Posterior { successes, failures } => {
            let refused = RateError::Cases { found: number(successes + failures) };
            Beta::new(successes, failures).map(RateDraw::Posterior).map_err(|_| refused)
        }
    }
}
