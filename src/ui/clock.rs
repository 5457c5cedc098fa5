//! Moments in the user's time zone, in parts that texts can be made of.

use js_sys::Date;

use super::i18n::LocalTime;
use crate::browser::clock;
use crate::calendar::Day;

/// A moment given in milliseconds since 1970.
#[must_use]
pub fn local_time(milliseconds: f64) -> LocalTime {
    let date = Date::new(&milliseconds.into());
    let year = i32::try_from(date.get_full_year()).unwrap_or_default();
    let day = Day::from_ymd(year, date.get_month() + 1, date.get_date()).unwrap_or(Day(0));
    LocalTime { day, hour: date.get_hours(), minute: date.get_minutes() }
}

#[must_use]
pub fn now() -> LocalTime {
    local_time(clock::now())
}
