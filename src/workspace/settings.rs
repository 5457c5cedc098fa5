//! The settings of a workspace: every option of the existing-customers page in one value. Defaults are METHODS' defaults.

use serde::{Deserialize, Serialize};

use crate::classify::ThresholdRule;
use crate::measure::{ContributionBasis, Filters, MeasureOptions, MonthsCounted, StabilityMeasure, Window};

/// How the contribution axis is drawn; cuts do not depend on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum AxisScale {
    #[default]
    Log,
    Linear,
}

/// Every option of the existing-customers page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ExistingSettings {
    pub contribution: ContributionBasis,
    /// Ignore negative amounts.
    pub gross: bool,
    pub stability: StabilityMeasure,
    pub months_counted: MonthsCounted,
    pub leave_out_incomplete: bool,
    pub window: Window,
    pub filters: Filters,
    pub contribution_threshold: ThresholdRule,
    pub stability_threshold: ThresholdRule,
    pub scale: AxisScale,
    /// A given stability column points up (high is stable).
    pub given_high_is_stable: bool,
    /// Seed of the resampling (METHODS 0).
    pub seed: u64,
}

impl Default for ExistingSettings {
    fn default() -> Self {
        Self {
            contribution: ContributionBasis::default(),
            gross: false,
            stability: StabilityMeasure::default(),
            months_counted: MonthsCounted::default(),
            leave_out_incomplete: true,
            window: Window::default(),
            filters: Filters::default(),
            contribution_threshold: ThresholdRule::default(),
            stability_threshold: ThresholdRule::default(),
            scale: AxisScale::default(),
            given_high_is_stable: false,
            seed: 1,
        }
    }
}

impl ExistingSettings {
    /// The part of the settings that decides the measures.
    #[must_use]
    pub fn measure_options(&self) -> MeasureOptions {
        MeasureOptions {
            contribution: self.contribution,
            gross: self.gross,
            stability: self.stability,
            months_counted: self.months_counted,
            leave_out_incomplete: self.leave_out_incomplete,
            window: self.window,
            filters: self.filters.clone(),
            given_high_is_stable: self.given_high_is_stable,
            sources: None,
        }
    }
}
