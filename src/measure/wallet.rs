//! What a customer buys here of all it could buy (METHODS 4).

/// Share of wallet: sales ÷ potential. More than 1 where the outside figure is too low; `None` where there is no positive potential.
///
/// ```
/// use fourfold::measure::wallet_share;
/// assert_eq!(wallet_share(30_000.0, 120_000.0), Some(0.25));
/// assert_eq!(wallet_share(50.0, 40.0), Some(1.25));
/// assert_eq!(wallet_share(50.0, 0.0), None);
/// ```
#[must_use]
pub fn wallet_share(sales: f64, potential: f64) -> Option<f64> {
    (potential > 0.0).then(|| sales / potential)
}

/// Headroom: potential − sales, in the currency of both. Negative where the outside figure is too low, and shown as such.
///
/// ```
/// use fourfold::measure::headroom;
/// assert_eq!(headroom(30_000.0, 120_000.0), 90_000.0);
/// assert_eq!(headroom(50.0, 40.0), -10.0);
/// ```
#[must_use]
pub fn headroom(sales: f64, potential: f64) -> f64 {
    potential - sales
}
