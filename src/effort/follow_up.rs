//! A follow-up after every repair (METHODS 4, S).

use crate::calendar::Day;

/// The day a follow-up is due: some days after the last repair, unless there was another contact since. `contacts` are days of contacts
/// that were no repairs.
///
/// ```
/// use fourfold::calendar::Day;
/// use fourfold::effort::follow_up_due;
/// assert_eq!(follow_up_due(&[Day(100), Day(140)], &[Day(120)], 7), Some(Day(147)));
/// assert_eq!(follow_up_due(&[Day(100)], &[Day(101)], 7), None);
/// assert_eq!(follow_up_due(&[Day(100)], &[Day(100)], 7), Some(Day(107)));
/// ```
#[must_use]
pub fn follow_up_due(repairs: &[Day], contacts: &[Day], after_days: u32) -> Option<Day> {
    let repair = repairs.iter().max()?;
    let followed = contacts.iter().any(|day| day > repair);
    let days = i32::try_from(after_days).unwrap_or(i32::MAX);
    (!followed).then(|| Day(repair.0.saturating_add(days)))
}
