//! What a customer brings (METHODS 1): the total in the window, its margin, or per counted period.

use super::{ContributionBasis, PeriodTotals};

/// The worth of one row: its amount, or amount − cost where the margin is asked for. A missing cost counts as 0 (and is warned about).
///
/// ```
/// use fourfold::measure::{ContributionBasis, row_value};
/// assert_eq!(row_value(ContributionBasis::Total, 100.0, 60.0), 100.0);
/// assert_eq!(row_value(ContributionBasis::Margin, 100.0, 60.0), 40.0);
/// assert_eq!(row_value(ContributionBasis::Margin, 100.0, f64::NAN), 100.0);
/// ```
#[must_use]
pub fn row_value(basis: ContributionBasis, amount: f64, cost: f64) -> f64 {
    if basis == ContributionBasis::Margin && !cost.is_nan() { amount - cost } else { amount }
}

/// Contribution from a customer's total in the window and the totals of the counted periods. Per period it takes complete periods in
/// numerator and denominator; 0 where no period counts.
///
/// ```
/// use fourfold::measure::{ContributionBasis, PeriodTotals, contribution};
/// let totals = PeriodTotals::from_consecutive(&[30.0, 0.0, 20.0, 10.0]);
/// // 75 in the window, of which 15 fell into an incomplete month.
/// assert_eq!(contribution(ContributionBasis::Total, 75.0, &totals), 75.0);
/// assert_eq!(contribution(ContributionBasis::PerPeriod, 75.0, &totals), 15.0);
/// ```
#[must_use]
pub fn contribution(basis: ContributionBasis, total: f64, periods: &PeriodTotals) -> f64 {
    match basis {
        ContributionBasis::Total | ContributionBasis::Margin => total,
        ContributionBasis::PerPeriod if periods.counted == 0 => 0.0,
        ContributionBasis::PerPeriod => periods.sum() / f64::from(periods.counted),
    }
}
