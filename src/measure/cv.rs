//! Stability by the coefficient of variation: of monthly totals, of quarterly totals, of single orders (METHODS 1). Low is stable.

use super::{LEAST_ORDERS, NotRated, PeriodTotals, Variation};

/// CV of the counted periods' totals.
///
/// # Errors
/// Fewer than [`super::LEAST_PERIODS`] counted periods, or a mean that is not positive.
///
/// ```
/// use fourfold::measure::{NotRated, PeriodTotals, cv_of_periods};
/// // METHODS 1, customer C3: 20, 22, 19, 21
/// let cv = cv_of_periods(&PeriodTotals::from_consecutive(&[20.0, 22.0, 19.0, 21.0])).unwrap();
/// assert!((cv - (5.0_f64 / 3.0).sqrt() / 20.5).abs() < 1e-12);
/// assert_eq!(cv_of_periods(&PeriodTotals::from_consecutive(&[20.0, 22.0, 19.0])), Err(NotRated::TooFewPeriods));
/// assert_eq!(cv_of_periods(&PeriodTotals::from_consecutive(&[5.0, 0.0, -5.0, 0.0])), Err(NotRated::MeanNotPositive));
/// ```
pub fn cv_of_periods(totals: &PeriodTotals) -> Result<f64, NotRated> {
    totals.require_least()?;
    totals.variation().and_then(Variation::coefficient).ok_or(NotRated::MeanNotPositive)
}

/// CV of single-order amounts.
///
/// # Errors
/// Fewer than [`LEAST_ORDERS`] orders, or a mean that is not positive.
///
/// ```
/// use fourfold::measure::{NotRated, cv_of_orders};
/// assert_eq!(cv_of_orders(&[10.0, 20.0, 30.0]), Ok(0.5));
/// assert_eq!(cv_of_orders(&[10.0, 20.0]), Err(NotRated::TooFewOrders));
/// assert_eq!(cv_of_orders(&[10.0, 20.0, -30.0]), Err(NotRated::MeanNotPositive));
/// ```
pub fn cv_of_orders(amounts: &[f64]) -> Result<f64, NotRated> {
    if amounts.len() < LEAST_ORDERS as usize {
        return Err(NotRated::TooFewOrders);
    }
    Variation::of(amounts, 0).and_then(Variation::coefficient).ok_or(NotRated::MeanNotPositive)
}
