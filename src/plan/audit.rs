//! The follow-up audit: who is due, whose card has gaps, which levels were raised without a contact, and what to look at by chance
//! (METHODS 3, X). The day of the audit and the seed are handed in.

use std::collections::BTreeSet;

use rand_pcg::Pcg32;
use rand_pcg::rand_core::Rng;
use serde::{Deserialize, Serialize};

use super::input::{Allowed, Checks, Field, InputError};
use super::level::Scheme;
use crate::calendar::Day;
use crate::order;
use crate::tables::ProfileField;

/// One open customer as the audit sees it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FollowedUp {
    /// Code of its level.
    pub level: String,
    pub last_contact: Option<Day>,
    /// When it came in; counts where there was no contact yet.
    pub entered: Option<Day>,
}

/// A customer whose contact is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overdue {
    /// Its place in the rows given.
    pub row: usize,
    /// Days beyond the cadence of its level; `None` where neither a contact nor an entry is dated.
    pub days: Option<i32>,
    pub never_contacted: bool,
}

/// Who has waited longer than the cadence of its level, first those without any date, then the longest overdue; of equals the first row
/// first. The day on which a contact falls due is not overdue. Rows of levels that the scheme does not have are left out.
///
/// ```
/// use fourfold::{calendar::Day, plan::{FollowedUp, Scheme, overdue}};
/// let row = |level: &str, last_contact| FollowedUp { level: level.to_owned(), last_contact, entered: Some(Day(0)) };
/// // METHODS 8: A 3 days, B 7
/// let rows = [row("A", Some(Day(97))), row("A", Some(Day(96))), row("B", Some(Day(90))), row("C", None)];
/// let found = overdue(&rows, &Scheme::contract(), Day(100));
/// let days: Vec<_> = found.iter().map(|one| (one.row, one.days)).collect();
/// assert_eq!(days, [(3, Some(86)), (2, Some(3)), (1, Some(1))]);
/// assert!(found[0].never_contacted);
/// ```
#[must_use]
pub fn overdue(rows: &[FollowedUp], scheme: &Scheme, today: Day) -> Vec<Overdue> {
    let mut found: Vec<_> = rows.iter().enumerate().filter_map(|(place, row)| overdue_row(place, row, scheme, today)).collect();
    order::sort_by_key(&mut found, |one| (one.days.is_some(), one.days.map(|days| -i64::from(days)), one.row));
    found
}

fn overdue_row(place: usize, row: &FollowedUp, scheme: &Scheme, today: Day) -> Option<Overdue> {
    let level = scheme.levels().get(scheme.place(&row.level)?)?;
    let never_contacted = row.last_contact.is_none();
    let Some(since) = row.last_contact.or(row.entered) else { return Some(Overdue { row: place, days: None, never_contacted }) };
    let days = i64::from(today.0) - i64::from(since.0) - i64::from(level.cadence_days);
    let days = i32::try_from(days).unwrap_or(if days > 0 { i32::MAX } else { i32::MIN });
    (days > 0).then_some(Overdue { row: place, days: Some(days), never_contacted })
}

/// How much of a profile card is filled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Completeness {
    pub filled: usize,
    pub of: usize,
    /// In the order of the wanted fields.
    pub missing: Vec<ProfileField>,
}

impl Completeness {
    /// 0..=1; 1 where no field is wanted.
    #[must_use]
    pub fn share(&self) -> f64 {
        if self.of == 0 { 1.0 } else { self.filled as f64 / self.of as f64 }
    }
}

/// Holds the filled fields of a card against the wanted ones.
///
/// ```
/// use fourfold::{plan::completeness, tables::ProfileField::{self, *}};
/// let found = completeness(&[Need, Budget].into(), &ProfileField::ALL);
/// assert_eq!((found.filled, found.of, found.missing[0]), (2, 11, ContactPerson));
/// ```
#[must_use]
pub fn completeness(filled: &BTreeSet<ProfileField>, wanted: &[ProfileField]) -> Completeness {
    let missing: Vec<_> = wanted.iter().copied().filter(|field| !filled.contains(field)).collect();
    Completeness { filled: wanted.len() - missing.len(), of: wanted.len(), missing }
}

/// A step nearer the sale, as a level history tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Raise {
    /// When the customer came to the level it left.
    pub since: Day,
    pub on: Day,
}

/// What is known of the contacts with a customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KnownContacts<'a> {
    /// Every one, in any order.
    All(&'a [Day]),
    /// The latest only; `None`: there was none.
    Last(Option<Day>),
}

/// Whether a level was raised without a contact from the day the customer came to the old level to the day of the raise, both included.
/// `None` where only a later contact is known, which says nothing of the days before it.
///
/// ```
/// use fourfold::{calendar::Day, plan::{KnownContacts::*, Raise, raised_without_contact}};
/// let raise = Raise { since: Day(10), on: Day(20) };
/// assert_eq!(raised_without_contact(raise, All(&[Day(5), Day(20)])), Some(false));
/// assert_eq!(raised_without_contact(raise, All(&[Day(5), Day(21)])), Some(true));
/// assert_eq!(raised_without_contact(raise, Last(Some(Day(9)))), Some(true));
/// assert_eq!(raised_without_contact(raise, Last(Some(Day(30)))), None);
/// ```
#[must_use]
pub fn raised_without_contact(raise: Raise, contacts: KnownContacts<'_>) -> Option<bool> {
    match contacts {
        KnownContacts::All(days) => Some(!days.iter().any(|day| (raise.since..=raise.on).contains(day))),
        KnownContacts::Last(None) => Some(true),
        KnownContacts::Last(Some(day)) if day > raise.on => None,
        KnownContacts::Last(Some(day)) => Some(day < raise.since),
    }
}

/// Draws `count` of `0..rows` for review, each at most once, ascending. The same seed and number of rows give the same draw.
///
/// The generator is PCG-32 with `seed` as state; the draw is the beginning of a Fisher–Yates shuffle.
///
/// ```
/// use fourfold::plan::review_sample;
/// let drawn = review_sample(100, 5, 7);
/// assert_eq!(drawn.len(), 5);
/// assert_eq!(drawn, review_sample(100, 5, 7));
/// assert_eq!(review_sample(3, 5, 7), [0, 1, 2]);
/// ```
#[must_use]
pub fn review_sample(rows: usize, count: usize, seed: u64) -> Vec<usize> {
    let mut generator = Pcg32::new(seed, REVIEW_STREAM);
    let mut places: Vec<_> = (0..rows).collect();
    let count = count.min(rows);
    for place in 0..count {
        places.swap(place, place + below(&mut generator, rows - place));
    }
    places.truncate(count);
    places.sort_unstable();
    places
}

/// Any number of its own, so that no other draw of the same seed follows the same course.
const REVIEW_STREAM: u64 = 0x7265_7669_6577;

/// A number in `0..bound` by multiplication; its bias is below bound / 2³².
fn below(generator: &mut Pcg32, bound: usize) -> usize {
    ((u128::from(generator.next_u32()) * bound as u128) >> 32) as usize
}

/// Cash received ÷ contract value, one of the two readings of "K" that are offered; the other is [`super::Chain::conversion`]. Neither is
/// the source's own definition, which is cut off. Prepayments can take it past 1.
///
/// ```
/// assert_eq!(fourfold::plan::asset_recovery(750_000.0, 1_000_000.0), Ok(0.75));
/// ```
///
/// # Errors
/// Cash below 0, or a contract value of 0 or less.
pub fn asset_recovery(cash_received: f64, contract_value: f64) -> Result<f64, Vec<InputError>> {
    let mut checks = Checks::default();
    checks.check(Field::CashReceived, cash_received, Allowed::NotNegative);
    checks.check(Field::ContractValue, contract_value, Allowed::Positive);
    let recovered = cash_received / contract_value;
    if !recovered.is_finite() {
        checks.check(Field::ContractValue, f64::NAN, Allowed::Positive);
    }
    checks.done()?;
    Ok(recovered)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_without_any_date_come_first_and_unknown_levels_are_left_out() {
        let row = |level: &str, last_contact, entered| FollowedUp { level: level.to_owned(), last_contact, entered };
        let rows = [
            row("B", Some(Day(0)), None),
            row("Z", None, None),
            row("E", None, None),
            row("B", None, Some(Day(0))),
            // A contact noted ahead of the day.
            row("B", Some(Day(200)), None),
            row("A", Some(Day(i32::MIN)), None),
        ];
        let found = overdue(&rows, &Scheme::contract(), Day(100));
        let expected = [(2, None, true), (5, Some(i32::MAX), false), (0, Some(93), false), (3, Some(93), true)];
        assert_eq!(found.iter().map(|one| (one.row, one.days, one.never_contacted)).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_contact_on_the_first_or_last_day_counts() {
        let raise = Raise { since: Day(10), on: Day(20) };
        for day in [10, 15, 20] {
            assert_eq!(raised_without_contact(raise, KnownContacts::All(&[Day(day)])), Some(false));
            assert_eq!(raised_without_contact(raise, KnownContacts::Last(Some(Day(day)))), Some(false));
        }
        assert_eq!(raised_without_contact(raise, KnownContacts::All(&[])), Some(true));
        assert_eq!(raised_without_contact(raise, KnownContacts::Last(None)), Some(true));
    }

    #[test]
    fn every_row_is_drawn_about_as_often() {
        let mut drawn = [0_u32; 10];
        for seed in 0..2_000 {
            let sample = review_sample(10, 3, seed);
            assert!(sample.windows(2).all(|pair| pair[0] < pair[1]));
            sample.iter().for_each(|&row| drawn[row] += 1);
        }
        // 600 expected; five times the standard deviation √(2000 · .3 · .7) is 102.
        assert!(drawn.iter().all(|&times| times.abs_diff(600) < 102), "{drawn:?}");
    }

    #[test]
    fn a_card_without_wanted_fields_is_complete() {
        assert_eq!(completeness(&BTreeSet::new(), &[]).share(), 1.0);
        assert_eq!(completeness(&BTreeSet::new(), &ProfileField::ALL).share(), 0.0);
    }

    #[test]
    fn recovery_needs_a_contract_value() {
        let field = |cash, value| asset_recovery(cash, value).unwrap_err()[0].field.clone();
        assert_eq!(field(1.0, 0.0), Field::ContractValue);
        assert_eq!(field(-1.0, 1.0), Field::CashReceived);
        assert_eq!(field(1e15, f64::MIN_POSITIVE), Field::ContractValue);
    }
}
