//! The last day on which a customer must enter a level to be closed in time (METHODS 3).

use super::input::{Allowed, Checks, Field, InputError};
use crate::calendar::Day;

/// Longer ways than a century are no plan.
pub const MOST_DAYS: u32 = 36_525;

/// For each level, nearest the sale first, the last day to enter it and still be closed on `close`: the time on it and on all nearer ones
/// passes in between. With median times about as many need longer. `None` where the way takes more than [`MOST_DAYS`].
///
/// ```
/// use fourfold::{calendar::Day, plan::last_entry_days};
/// let close = Day::from_iso("2026-12-31").unwrap();
/// // METHODS 8: A 15, B 45, C 60, D 60, E 30 days
/// let days = last_entry_days(&[15.0, 45.0, 60.0, 60.0, 30.0], close).unwrap();
/// let days: Vec<_> = days.into_iter().map(|day| day.unwrap().iso()).collect();
/// assert_eq!(days, ["2026-12-16", "2026-11-01", "2026-09-02", "2026-07-04", "2026-06-04"]);
/// ```
///
/// # Errors
/// Times that are negative or no numbers.
pub fn last_entry_days(dwell_days: &[f64], close: Day) -> Result<Vec<Option<Day>>, Vec<InputError>> {
    let mut checks = Checks::default();
    for (level, &days) in dwell_days.iter().enumerate() {
        checks.check(Field::Dwell { level }, days, Allowed::NotNegative);
    }
    checks.done()?;
    let way_days = dwell_days.iter().scan(0.0, |way, days| {
        *way += days;
        Some(*way)
    });
    Ok(way_days.map(|way| day_before(close, way)).collect())
}

/// Part of a day counts as a day.
fn day_before(close: Day, way_days: f64) -> Option<Day> {
    let way_days = crate::units::rounded_up(way_days);
    if way_days > f64::from(MOST_DAYS) {
        return None;
    }
    close.0.checked_sub(way_days as i32).map(Day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn part_of_a_day_counts_as_one_and_endless_ways_have_no_day() {
        let days = last_entry_days(&[0.0, 0.5, 1.5, 1e9, 1e15, 1e15], Day(100)).unwrap();
        assert_eq!(days, [Some(Day(100)), Some(Day(99)), Some(Day(98)), None, None, None]);
        assert_eq!(last_entry_days(&[3.0], Day(i32::MIN)).unwrap(), [None]);
    }

    #[test]
    fn a_time_that_is_none_is_named() {
        let error = |level, found| InputError { field: Field::Dwell { level }, found, allowed: Allowed::NotNegative };
        assert_eq!(last_entry_days(&[-1.0, 3.0, f64::NAN], Day(0)).unwrap_err(), [error(0, Some(-1.0)), error(2, None)]);
    }
}
