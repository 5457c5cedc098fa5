//! One answer a file: from the analysis to the plain data of a view.

mod card;
mod crowd;
mod curve;
mod data;
mod effort;
mod export;
mod funnel;
mod growth;
mod landmarks;
mod list;
mod placements;
mod points;
mod potential;
mod quadrant;
mod robustness;
mod spellings;
mod workspace;

pub(super) use card::{card, first_counted};
pub(super) use crowd::{CrowdColumns, crowd, point};
pub(super) use curve::curve;
pub(super) use data::data;
pub(super) use effort::{EffortBasis, effort};
pub(super) use export::export;
pub(super) use funnel::{
    CertaintyJob, FunnelBasis, certainty, funnel, funnel_audit, funnel_entries, funnel_groups, funnel_progress, funnel_scenarios,
};
pub(super) use growth::{called, changes, future, movers, wallet};
pub(super) use landmarks::Landmarks;
pub(super) use list::{list, matching};
pub(super) use placements::placements;
pub(super) use points::{points, points_of};
pub(super) use potential::{potential, prospect_name, sheet};
pub(super) use quadrant::quadrant;
pub(super) use robustness::RobustnessJob;
pub(super) use spellings::spellings;
pub(super) use workspace::{FilterValues, workspace_view};

use crate::measure::Customers;
use crate::workspace::Workspace;

/// The display name of a customer.
pub(super) fn name<'workspace>(workspace: &'workspace Workspace, customers: &'workspace Customers, number: u32) -> &'workspace str {
    workspace.customer_name(customers, number)
}
