//! The only clock of the project; everything else is handed its time.

use crate::calendar::Day;

/// Milliseconds since 1970.
#[must_use]
pub fn now() -> f64 {
    js_sys::Date::now()
}

/// The civil day where the user is.
#[must_use]
pub fn today() -> Day {
    let date = js_sys::Date::new_0();
    let year = i32::try_from(date.get_full_year()).unwrap_or_default();
    Day::from_ymd(year, date.get_month() + 1, date.get_date()).unwrap_or(Day(0))
}
