//! What helps most, and which rate is worth measuring next (METHODS 3).

use super::FunnelBasis;
use crate::plan::{Effect, LeastKnown, Lever, LeverInput, Levers, Lifts, MeasuredRate, RateBelief, least_known, levers};

/// The levers of one scenario.
pub(super) struct Helps {
    pub levers: Option<Levers>,
    pub least_known: Option<LeastKnown>,
}

impl Helps {
    pub fn new(basis: &FunnelBasis) -> Self {
        let analysis = &basis.analysis;
        let values = |figures: &[crate::plan::Figure]| figures.iter().map(|figure| figure.value().unwrap_or(0.0)).collect();
        let input = LeverInput {
            chain: analysis.input.clone(),
            stock: values(&analysis.stock),
            dwell_days: values(&analysis.dwell_days),
            inflow: basis.inflow.inflow(),
            lifts: Lifts::default(),
        };
        let measured: Option<Vec<MeasuredRate>> = analysis.beliefs.iter().map(|belief| belief.and_then(measured)).collect();
        Self { levers: levers(&input).ok(), least_known: measured.map(|rates| least_known(&rates)) }
    }

    /// Saved of the entries by one more percentage point on a step.
    pub fn point_saves(&self, step: usize) -> Option<f64> {
        self.saved(Lever::RatePoints { step })
    }

    pub fn uncertainty(&self, step: usize) -> Option<f64> {
        match self.least_known.as_ref()? {
            LeastKnown::Shares(shares) => shares.get(step).copied(),
            LeastKnown::NobodyAdvanced { .. } | LeastKnown::AllKnown => None,
        }
    }

    /// Saved by a tenth more on any one rate, where it is the same whichever.
    pub fn relative_lift(&self) -> Option<f64> {
        let levers = self.levers.as_ref().filter(|levers| levers.relative_lifts_tie)?;
        levers.effects.iter().find(|effect| matches!(effect.lever, Lever::RateRelative { .. }))?.saved_share
    }

    fn saved(&self, lever: Lever) -> Option<f64> {
        let effect = |effect: &&Effect| effect.lever == lever;
        self.levers.as_ref()?.effects.iter().find(effect)?.saved_share
    }
}

fn measured(belief: RateBelief) -> Option<MeasuredRate> {
    Some(MeasuredRate { rate: belief.rate().ok()?, advanced: belief.cases().map(|(advanced, _)| advanced) })
}
