//! What the cadence of a class asks for, against the hours the class has.

use serde::{Deserialize, Serialize};

/// Contacts that a cadence asks for in a span of days.
///
/// ```
/// use fourfold::effort::contacts_in;
/// assert_eq!(contacts_in(364.0, 14.0), Some(26.0));
/// assert_eq!(contacts_in(364.0, 0.0), None);
/// ```
#[must_use]
pub fn contacts_in(days: f64, cadence_days: f64) -> Option<f64> {
    (cadence_days > 0.0 && days >= 0.0).then(|| days / cadence_days)
}

/// Contacts and hours one class needs to keep its cadence, and whether its hours suffice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ClassNeed {
    pub contacts_per_customer: f64,
    pub contacts: f64,
    pub hours: f64,
    /// Hours there are ÷ hours needed; `None` where nothing is needed.
    pub adequacy: Option<f64>,
    /// Hours that are missing; 0 where they suffice.
    pub short_hours: f64,
}

impl ClassNeed {
    /// `available_hours` are those the class has in the same span.
    ///
    /// ```
    /// use fourfold::effort::ClassNeed;
    /// // 10 customers every 14 days through 46 weeks, 2 hours a visit: 23 visits each, 460 hours.
    /// let need = ClassNeed::new(10, 46.0 * 7.0, 14.0, 2.0, 230.0);
    /// assert!((need.contacts - 230.0).abs() < 1e-9 && (need.hours - 460.0).abs() < 1e-9);
    /// assert!((need.adequacy.unwrap() - 0.5).abs() < 1e-12 && (need.short_hours - 230.0).abs() < 1e-9);
    /// ```
    #[must_use]
    pub fn new(customers: u32, days: f64, cadence_days: f64, contact_hours: f64, available_hours: f64) -> Self {
        let per_customer = contacts_in(days, cadence_days).unwrap_or(0.0);
        let contacts = per_customer * f64::from(customers);
        let hours = contacts * contact_hours.max(0.0);
        Self {
            contacts_per_customer: per_customer,
            contacts,
            hours,
            adequacy: (hours > 0.0).then(|| available_hours / hours),
            short_hours: (hours - available_hours).max(0.0),
        }
    }
}
