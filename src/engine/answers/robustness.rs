//! Robustness of the whole list, a stretch of customers at a time, so that the engine stays answerable.

use super::first_counted;
use crate::engine::cache::Basis;
use crate::engine::{Revision, RobustnessView};
use crate::measure::{Activity, ActivityReader};
use crate::workspace::{Workspace, robustness};

/// Customers one call resamples.
const CUSTOMERS_A_CALL: usize = 200;

/// The job as far as it has come; begun anew by every change.
#[derive(Clone, Debug, Default)]
pub(in crate::engine) struct RobustnessJob {
    revision: Revision,
    /// Rated customers still to come, the next last.
    waiting: Vec<u32>,
    of: u32,
    shares: Vec<(u32, f64)>,
}

impl RobustnessJob {
    /// Largest contributions first: they are looked at first.
    pub fn new(basis: &Basis) -> Self {
        let order = basis.measured.descending.iter().rev().copied();
        let waiting: Vec<u32> = order.filter(|&number| basis.rating.computed_class(number).is_some()).collect();
        Self { revision: basis.revision, of: waiting.len() as u32, waiting, shares: Vec::new() }
    }

    pub fn belongs_to(&self, revision: Revision) -> bool {
        self.revision == revision
    }

    /// Does the next stretch.
    pub fn advance(&mut self, workspace: &Workspace, basis: &Basis) -> RobustnessView {
        let stretch = self.waiting.split_off(self.waiting.len().saturating_sub(CUSTOMERS_A_CALL));
        self.resample(workspace, basis, &stretch);
        RobustnessView {
            revision: self.revision,
            done: self.of.saturating_sub(self.waiting.len() as u32),
            of: self.of,
            shares: self.shares.clone(),
        }
    }

    fn resample(&mut self, workspace: &Workspace, basis: &Basis, stretch: &[u32]) {
        let options = workspace.existing.measure_options();
        let (Some(table), Some(cuts)) = (workspace.data.purchases.as_deref(), basis.rating.cuts) else { return };
        let list = workspace.data.customers.as_deref();
        let mut reader = ActivityReader::new(table, list, &basis.customers, &options, options.stability.grain());
        let mut activity = Activity::default();
        for &customer in stretch.iter().rev() {
            reader.read(customer, &mut activity);
            let key = basis.customers.key(customer);
            let found = first_counted(basis.customers.first_day(customer), &reader, &options)
                .and_then(|first| robustness(&activity, &options, first, cuts, workspace.existing.seed, key));
            if let Some(found) = found {
                self.shares.push((customer, found.share_of(basis.rating.computed_class(customer))));
            }
        }
    }
}
