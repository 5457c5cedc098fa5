//! The people a chain takes, in three tiers (METHODS 3 and 8): tier 1 works B→A, tier 2 C→B, tier 3 everything farther out.
//! Higher tiers help below only when idle, so no tier's hours are counted on another.

use serde::{Deserialize, Serialize};

use super::chain::{Chain, Reach};
use super::input::{Allowed, Checks, Field, InputError};
use crate::units::{Sum, rounded_up};

/// Number of tiers.
pub const TIERS: usize = 3;
/// Rule of thumb: part of the staff that is in tier 1, before attrition.
pub const TIER_1_STAFF_SHARE: f64 = 0.2;
/// Rule of thumb: the same net of attrition.
pub const TIER_1_STAFF_SHARE_NET: f64 = 0.1;
/// Rule of thumb: part of the workload that is tier 3's.
pub const TIER_3_WORKLOAD_SHARE: f64 = 0.6;
/// Hours of one attempt on each step, nearest the sale first (METHODS 8).
pub const HOURS_PER_ATTEMPT: [f64; 4] = [6.0, 4.0, 1.5, 0.5];

/// The tier that works a step, 0..[`TIERS`] for tier 1 to 3.
#[must_use]
pub fn tier_of_step(step: usize) -> usize {
    step.min(TIERS - 1)
}

/// What one person gives and what the staff loses. Defaults of METHODS 8.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StaffingOptions {
    /// By step, nearest the sale first; farther steps take the last one.
    pub hours_per_attempt: Vec<f64>,
    /// Attempts a customer on the outer stage takes before it advances or not.
    pub attempts_per_customer: f64,
    pub weekly_hours: f64,
    pub weeks: f64,
    /// Part of the hours spent with customers, 0..=1.
    pub direct_selling_share: f64,
    /// Heads ÷ FTE, 1.1 for 110 %.
    pub staffing_ratio: f64,
    /// Part of the staff that leaves within the period, 0..=1.
    pub attrition: f64,
}

impl Default for StaffingOptions {
    fn default() -> Self {
        Self {
            hours_per_attempt: HOURS_PER_ATTEMPT.to_vec(),
            attempts_per_customer: 1.0,
            weekly_hours: 40.0,
            weeks: 46.0,
            direct_selling_share: 0.22,
            staffing_ratio: 1.1,
            attrition: 0.1,
        }
    }
}

impl StaffingOptions {
    /// Hours one full-time person spends with customers.
    #[must_use]
    pub fn selling_hours(&self) -> f64 {
        self.weekly_hours * self.weeks * self.direct_selling_share
    }

    fn check(&self) -> Result<(), Vec<InputError>> {
        let mut checks = Checks::default();
        for (step, &hours) in self.hours_per_attempt.iter().enumerate() {
            checks.check(Field::HoursPerAttempt { step }, hours, Allowed::NotNegative);
        }
        checks.check(Field::AttemptsPerCustomer, self.attempts_per_customer, Allowed::NotNegative);
        checks.check(Field::WeeklyHours, self.weekly_hours, Allowed::Positive);
        checks.check(Field::Weeks, self.weeks, Allowed::Positive);
        checks.check(Field::DirectSellingShare, self.direct_selling_share, Allowed::PositiveShare);
        checks.check(Field::StaffingRatio, self.staffing_ratio, Allowed::Positive);
        checks.check(Field::Attrition, self.attrition, Allowed::Share);
        checks.done()
    }
}

/// One tier, or all of them together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Tier {
    pub attempts: f64,
    pub workload_hours: f64,
    /// Full-time people, not rounded.
    pub fte: f64,
    /// People to have, [`heads`] of the FTE.
    pub heads: f64,
    /// Of them to be replaced within the period, not rounded.
    pub leavers: f64,
}

/// The staff that a chain, or one region's part of it, takes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Staffing {
    pub tiers: [Tier; TIERS],
    /// The tiers added up; heads are whole people of one tier.
    pub all: Tier,
    /// Tier 1's part of all heads, to be held against [`TIER_1_STAFF_SHARE`]; `None` where nobody is needed.
    pub tier_1_staff_share: Option<f64>,
    /// The same without those who leave tier 1, against [`TIER_1_STAFF_SHARE_NET`].
    pub tier_1_staff_share_net: Option<f64>,
    /// Tier 3's part of the workload, against [`TIER_3_WORKLOAD_SHARE`]; `None` where there is none.
    pub tier_3_workload_share: Option<f64>,
}

/// Whole people for some full-time ones: ceil(ratio × FTE).
///
/// ```
/// // METHODS 3: 110 %
/// assert_eq!(fourfold::plan::heads(60.0, 1.1), 66.0);
/// assert_eq!(fourfold::plan::heads(1.48, 1.1), 2.0);
/// ```
#[must_use]
pub fn heads(fte: f64, staffing_ratio: f64) -> f64 {
    rounded_up(fte * staffing_ratio)
}

/// Customers that each step must be tried with: the numbers needed at the outer stages.
///
/// # Errors
/// Why one of them is not known.
pub fn customers_by_step(chain: &Chain) -> Result<Vec<f64>, Reach> {
    chain.stages.iter().skip(1).map(|stage| stage.required.needed().ok_or(stage.required)).collect()
}

/// Workload_t = Σ attempts × hours, FTE_t = workload ÷ (hours × direct selling share), heads = ceil(1.10 × FTE) (METHODS 3).
///
/// `customers` are those to be tried, by step from the sale outward.
///
/// ```
/// use fourfold::plan::{StaffingOptions, staffing};
/// // The chain of METHODS 3 with the hours of METHODS 8: 40 · 46 · .22 = 404.8 hours a person.
/// let found = staffing(&[100.0, 250.0, 2500.0 / 3.0, 12_500.0 / 3.0], &StaffingOptions::default()).unwrap();
/// let hours: Vec<_> = found.tiers.iter().map(|tier| tier.workload_hours.round()).collect();
/// assert_eq!(hours, [600.0, 1000.0, 3333.0]);
/// assert_eq!(found.tiers.map(|tier| tier.heads), [2.0, 3.0, 10.0]);
/// ```
///
/// # Errors
/// Every figure that is not allowed.
pub fn staffing(customers: &[f64], options: &StaffingOptions) -> Result<Staffing, Vec<InputError>> {
    options.check()?;
    let mut checks = Checks::default();
    for (step, &number) in customers.iter().enumerate() {
        checks.check(Field::Required { stage: step + 1 }, number, Allowed::NotNegative);
    }
    checks.done()?;
    let found = compared([0, 1, 2].map(|tier| tier_of(tier, customers, options)));
    // Hours close to 0 a person take more people than numbers reach.
    let mut checks = Checks::default();
    checks.check(Field::SellingHours, options.selling_hours(), Allowed::Positive);
    if !found.all.heads.is_finite() {
        checks.refuse(Field::SellingHours, options.selling_hours(), Allowed::Positive);
    }
    checks.done()?;
    Ok(found)
}

/// Staff by region, and the regions added up, in which each counts its own whole people.
///
/// # Errors
/// Every figure that is not allowed, those of a region as [`Field::InGroup`].
pub fn staffing_by_region(regions: &[Vec<f64>], options: &StaffingOptions) -> Result<(Vec<Staffing>, Staffing), Vec<InputError>> {
    options.check()?;
    let mut all = Vec::with_capacity(regions.len());
    for (group, customers) in regions.iter().enumerate() {
        let wrap = |error: InputError| InputError { field: Field::InGroup { group, field: Box::new(error.field) }, ..error };
        all.push(staffing(customers, options).map_err(|errors| errors.into_iter().map(wrap).collect::<Vec<_>>())?);
    }
    let tiers = [0, 1, 2].map(|tier| added(all.iter().map(|region| region.tiers[tier])));
    Ok((all, compared(tiers)))
}

fn tier_of(tier: usize, customers: &[f64], options: &StaffingOptions) -> Tier {
    let steps = || customers.iter().enumerate().filter(|(step, _)| tier_of_step(*step) == tier);
    let attempts = |(_, customers): (usize, &f64)| customers * options.attempts_per_customer;
    let workload_hours = steps().map(|one| attempts(one) * hours_of(options, one.0)).collect::<Sum>().value();
    let fte = workload_hours / options.selling_hours();
    let heads = heads(fte, options.staffing_ratio);
    Tier { attempts: steps().map(attempts).collect::<Sum>().value(), workload_hours, fte, heads, leavers: heads * options.attrition }
}

fn hours_of(options: &StaffingOptions, step: usize) -> f64 {
    let hours = &options.hours_per_attempt;
    hours.get(step).or(hours.last()).copied().unwrap_or(0.0)
}

fn compared(tiers: [Tier; TIERS]) -> Staffing {
    let all = added(tiers.into_iter());
    let part = |part: f64, whole: f64| (whole > 0.0).then(|| part / whole);
    Staffing {
        tier_1_staff_share: part(tiers[0].heads, all.heads),
        tier_1_staff_share_net: part(tiers[0].heads - tiers[0].leavers, all.heads),
        tier_3_workload_share: part(tiers[2].workload_hours, all.workload_hours),
        tiers,
        all,
    }
}

fn added(tiers: impl Iterator<Item = Tier> + Clone) -> Tier {
    let sum = |field: fn(&Tier) -> f64| tiers.clone().map(|tier| field(&tier)).collect::<Sum>().value();
    Tier {
        attempts: sum(|tier| tier.attempts),
        workload_hours: sum(|tier| tier.workload_hours),
        fte: sum(|tier| tier.fte),
        heads: sum(|tier| tier.heads),
        leavers: sum(|tier| tier.leavers),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::back_calculation;
    use crate::plan::chain::tests::workshop;

    #[test]
    fn the_worked_chain_takes_its_tiers() {
        let customers = customers_by_step(&back_calculation(&workshop()).unwrap()).unwrap();
        let found = staffing(&customers, &StaffingOptions::default()).unwrap();
        assert!((found.tiers[2].attempts - 5000.0).abs() < 1e-9);
        assert!((found.all.fte - 14_800.0 / 3.0 / 404.8).abs() < 1e-6);
        assert_eq!((found.all.heads, found.all.leavers), (15.0, 1.5));
        let close = |share: Option<f64>, wanted: f64| assert!((share.unwrap() - wanted).abs() < 1e-9, "{share:?} {wanted}");
        close(found.tier_1_staff_share, 2.0 / 15.0);
        close(found.tier_1_staff_share_net, 1.8 / 15.0);
        close(found.tier_3_workload_share, 10_000.0 / 14_800.0);
    }

    #[test]
    fn the_surplus_of_ten_percent_makes_66_of_60() {
        let options = StaffingOptions { hours_per_attempt: vec![404.8], ..StaffingOptions::default() };
        let found = staffing(&[60.0], &options).unwrap();
        assert!((found.tiers[0].fte - 60.0).abs() < 1e-9);
        assert_eq!(found.tiers[0].heads, 66.0);
    }

    #[test]
    fn steps_beyond_the_third_are_tier_3_and_take_the_last_hours() {
        assert_eq!([0, 1, 2, 3, 9].map(tier_of_step), [0, 1, 2, 2, 2]);
        let found = staffing(&[0.0, 0.0, 0.0, 10.0, 10.0], &StaffingOptions::default()).unwrap();
        assert_eq!((found.tiers[2].workload_hours, found.tier_3_workload_share), (10.0, Some(1.0)));
    }

    #[test]
    fn regions_count_their_own_people() {
        let halves = vec![vec![50.0, 125.0], vec![50.0, 125.0]];
        let (regions, all) = staffing_by_region(&halves, &StaffingOptions::default()).unwrap();
        let whole = staffing(&[100.0, 250.0], &StaffingOptions::default()).unwrap();
        assert!((all.all.fte - whole.all.fte).abs() < 1e-12);
        assert_eq!(regions[0].tiers.map(|tier| tier.heads), [1.0, 2.0, 0.0]);
        assert_eq!((all.all.heads, whole.all.heads), (6.0, 5.0));
    }

    #[test]
    fn nobody_to_try_takes_nobody() {
        let found = staffing(&[0.0; 4], &StaffingOptions::default()).unwrap();
        assert_eq!((found.all.heads, found.tier_1_staff_share, found.tier_3_workload_share), (0.0, None, None));
        let mut input = workshop();
        input.steps[0].rate = crate::plan::Figure::typed(0.0);
        let chain = back_calculation(&input).unwrap();
        assert_eq!(customers_by_step(&chain), Err(Reach::CannotBeReached { step: 0 }));
    }

    #[test]
    fn what_is_no_figure_is_named() {
        let options = StaffingOptions { weeks: 0.0, direct_selling_share: 0.0, attrition: 1.5, ..StaffingOptions::default() };
        let fields = |error: Vec<InputError>| error.into_iter().map(|error| error.field).collect::<Vec<_>>();
        assert_eq!(fields(staffing(&[1.0], &options).unwrap_err()), [Field::Weeks, Field::DirectSellingShare, Field::Attrition]);
        let tiny = StaffingOptions { weeks: f64::MIN_POSITIVE, ..StaffingOptions::default() };
        assert_eq!(fields(staffing(&[1e9], &tiny).unwrap_err()), [Field::SellingHours]);
        let in_region = staffing_by_region(&[vec![], vec![-1.0]], &StaffingOptions::default()).unwrap_err();
        let required = Box::new(Field::Required { stage: 1 });
        assert_eq!(fields(in_region), [Field::InGroup { group: 1, field: required }]);
    }
}
