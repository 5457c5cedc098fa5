//! The people a plan takes, and those of each region.

use super::FunnelBasis;
use crate::engine::{RegionStaffing, StaffingProblem, StaffingView};
use crate::plan::{
    HOURS_PER_ATTEMPT, Scheme, Staffing, StaffingOptions, TIER_1_STAFF_SHARE, TIER_1_STAFF_SHARE_NET, TIER_3_WORKLOAD_SHARE, TIERS,
    customers_by_step, staffing, staffing_by_region, tier_of_step,
};
use crate::workspace::{Dimension, FunnelPlan, StaffingChoice, analyse_groups};

pub(super) fn staffing_view(plan: &FunnelPlan, basis: &FunnelBasis) -> Result<StaffingView, StaffingProblem> {
    let scheme = &plan.scheme;
    let hours = hours_per_attempt(scheme, &basis.scenario.staffing);
    let options = options(&hours, &basis.scenario.staffing);
    let chain = basis.analysis.chain.as_ref().map_err(|errors| StaffingProblem::Figures(errors.clone()))?;
    let customers = customers_by_step(chain).map_err(StaffingProblem::Customers)?;
    let all = staffing(&customers, &options).map_err(StaffingProblem::Figures)?;
    let (regions, in_regions) = by_region(plan, basis, &options).unwrap_or_default();
    Ok(StaffingView {
        all,
        tier_steps: (0..TIERS).map(|tier| (0..scheme.steps()).filter(|step| tier_of_step(*step) == tier).collect()).collect(),
        hours_per_attempt: hours,
        selling_hours: options.selling_hours(),
        rule_staff_share: TIER_1_STAFF_SHARE,
        rule_staff_share_net: TIER_1_STAFF_SHARE_NET,
        rule_workload_share: TIER_3_WORKLOAD_SHARE,
        regions,
        in_regions,
    })
}

/// By step; typed at the level the step starts from, else as METHODS 8 has them.
fn hours_per_attempt(scheme: &Scheme, choice: &StaffingChoice) -> Vec<(f64, bool)> {
    let of_step = |step: usize| {
        let typed = scheme.level_of_stage(step + 1).and_then(|level| choice.hours_per_attempt.get(&level.code)).copied();
        let usual = HOURS_PER_ATTEMPT.get(step).or(HOURS_PER_ATTEMPT.last()).copied().unwrap_or(0.0);
        (typed.unwrap_or(usual), typed.is_some())
    };
    (0..scheme.steps()).map(of_step).collect()
}

fn options(hours: &[(f64, bool)], choice: &StaffingChoice) -> StaffingOptions {
    StaffingOptions {
        hours_per_attempt: hours.iter().map(|(hours, _)| *hours).collect(),
        attempts_per_customer: 1.0,
        weekly_hours: choice.weekly_hours,
        weeks: choice.weeks,
        direct_selling_share: choice.direct_share,
        staffing_ratio: choice.surplus_ratio,
        attrition: choice.attrition,
    }
}

type ByRegion = (Vec<RegionStaffing>, Option<Staffing>);

fn by_region(plan: &FunnelPlan, basis: &FunnelBasis, options: &StaffingOptions) -> Option<ByRegion> {
    let groups = basis.facts.groups(basis.entries.as_deref()?, plan, Dimension::Region);
    if groups.is_empty() {
        return None;
    }
    let plans = analyse_groups(&basis.scenario, &basis.analysis, &groups, Dimension::Region).ok()?;
    let customers = plans.iter().map(|plan| customers_by_step(&plan.chain)).collect::<Result<Vec<_>, _>>().ok()?;
    let (regions, all) = staffing_by_region(&customers, options).ok()?;
    let region = |(group, staffing): (crate::workspace::FunnelGroup, Staffing)| RegionStaffing { name: group.name, staffing };
    Some((groups.into_iter().zip(regions).map(region).collect(), Some(all)))
}
