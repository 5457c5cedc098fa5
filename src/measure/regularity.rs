//! Stability by the regularity of the gaps between orders (METHODS 1; Zhang, Bradlow & Small 2013, "Predicting customer value using
//! clumpiness"). Low is stable: 0 = as regular as can be, 1 = all at once.

use super::{LEAST_ORDERS, NotRated, Span};
use crate::calendar::Day;
use crate::units::Sum;

/// H = 1 + Σ xᵢ ln xᵢ / ln(n + 1) over the n + 1 gaps, xᵢ = gapᵢ / (N + 1), where N is the number of days in the window; the gaps before the
/// first and after the last order count. It works on days, so the choice of months counted does not touch it. `days` ascending.
///
/// # Errors
/// Fewer than [`LEAST_ORDERS`] orders.
///
/// ```
/// use fourfold::calendar::Day;
/// use fourfold::measure::{Span, regularity};
/// let window = Span { first: Day(1), last: Day(19) };
/// // Gaps 5, 5, 5, 5 of N + 1 = 20: perfectly regular.
/// assert!(regularity(&[Day(5), Day(10), Day(15)], window).unwrap().abs() < 1e-12);
/// // Gaps 1, 1, 1, 17: −Σ x ln x = 3·.05·ln 20 + .85·ln(20/17) = .587501; H = 1 − .587501 / ln 4.
/// assert!((regularity(&[Day(1), Day(2), Day(3)], window).unwrap() - 0.576_208).abs() < 5e-7);
/// ```
pub fn regularity(days: &[Day], window: Span) -> Result<f64, NotRated> {
    if days.len() < LEAST_ORDERS as usize {
        return Err(NotRated::TooFewOrders);
    }
    let whole = (window.days() + 1) as f64;
    let mut entropy = Sum::default();
    let mut before = window.first.0 - 1;
    for after in days.iter().map(|day| day.0).chain([window.last.0 + 1]) {
        let share = f64::from(after - before) / whole;
        if share > 0.0 {
            entropy.add(share * share.ln());
        }
        before = after;
    }
    Ok(1.0 + entropy.value() / ((days.len() + 1) as f64).ln())
}
