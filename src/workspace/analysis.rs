//! The one function from measures to classes of the existing customers: [`analyse`].
//!
//! It runs in three parts, so that each change repeats only what it touches: [`Customers`] (data and merges), [`Measures`] (settings),
//! [`Rating`] (thresholds, trial cuts and overrides; the only part repeated while a threshold is dragged).

use super::{AxisRules, ExistingSettings, Plane, Rating, RuleCuts, TrialCuts, Workspace};
use crate::measure::{Customers, Measures, StabilityMeasure};

/// Everything about the existing customers of a workspace.
#[derive(Clone, Debug)]
pub struct Analysis {
    pub customers: Customers,
    pub measures: Measures,
    pub rating: Rating,
}

/// Groups, measures and classifies.
#[must_use]
pub fn analyse(workspace: &Workspace) -> Analysis {
    let customers = Customers::new(&workspace.data, &workspace.merges);
    let measures = Measures::new(&workspace.data, &customers, &workspace.existing.measure_options());
    let plane = Plane::of_measures(&measures);
    let rules = RuleCuts::new(&plane, workspace.existing.axis_rules());
    let rating = Rating::new(&customers, &plane, &rules, &workspace.overrides, TrialCuts::default());
    Analysis { customers, measures, rating }
}

impl ExistingSettings {
    /// The threshold rules of both axes.
    #[must_use]
    pub fn axis_rules(&self) -> AxisRules {
        AxisRules { vertical: self.contribution_threshold, horizontal: self.stability_threshold }
    }
}

/// The measure that rates most customers, for a page on which the chosen one rates nobody; the earlier of equals.
#[must_use]
pub fn better_measure(workspace: &Workspace, customers: &Customers) -> Option<StabilityMeasure> {
    let found = Measures::by_each(&workspace.data, customers, &workspace.existing.measure_options(), &StabilityMeasure::ALL);
    let mut best = (0, None);
    for measures in found {
        let rated = measures.rated().count();
        if rated > best.0 {
            best = (rated, Some(measures.measure));
        }
    }
    best.1
}
