//! Stability by the share of active months (METHODS 1). High is stable.

use super::{NotRated, PeriodTotals};

/// Counted months with a total above 0 ÷ counted months. A month of returns alone is no month of buying.
///
/// # Errors
/// Fewer than [`super::LEAST_PERIODS`] counted months, or a mean that is not positive.
///
/// ```
/// use fourfold::measure::{PeriodTotals, share_of_active_months};
/// assert_eq!(share_of_active_months(&PeriodTotals::from_consecutive(&[30.0, 0.0, 20.0, 10.0])), Ok(0.75));
/// assert_eq!(share_of_active_months(&PeriodTotals::from_consecutive(&[30.0, 0.0, 20.0, -10.0])), Ok(0.5));
/// ```
pub fn share_of_active_months(totals: &PeriodTotals) -> Result<f64, NotRated> {
    totals.require_least()?;
    if totals.sum() <= 0.0 {
        return Err(NotRated::MeanNotPositive);
    }
    let active = totals.totals.iter().filter(|&&total| total > 0.0).count();
    Ok(active as f64 / f64::from(totals.counted))
}
