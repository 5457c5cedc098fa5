//! The people a plan takes.

use serde::{Deserialize, Serialize};

use crate::plan::{InputError, Reach, Staffing};

/// Why the people cannot be counted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum StaffingProblem {
    /// What is wrong with the figures of the chain, or with those of hours and people.
    Figures(Vec<InputError>),
    /// A number of customers is not known or cannot be reached.
    Customers(Reach),
}

/// Workload and people by tier, held against the rules of thumb (METHODS 3).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StaffingView {
    pub all: Staffing,
    /// Steps of each tier, nearest the sale first; a short funnel leaves tiers without any.
    pub tier_steps: Vec<Vec<usize>>,
    /// Hours of one attempt on each step, nearest the sale first, and whether they were typed.
    pub hours_per_attempt: Vec<(f64, bool)>,
    /// Hours one full-time person spends with customers.
    pub selling_hours: f64,
    /// Rules of thumb: tier 1 of all people, the same net of attrition, tier 3 of the workload.
    pub rule_staff_share: f64,
    pub rule_staff_share_net: f64,
    pub rule_workload_share: f64,
    /// By region, largest won value first; empty where the data name none or the target's split over them does not hold.
    pub regions: Vec<RegionStaffing>,
    /// The regions added up, each with whole people of its own.
    pub in_regions: Option<Staffing>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RegionStaffing {
    /// Empty for entries that name none.
    pub name: String,
    pub staffing: Staffing,
}
