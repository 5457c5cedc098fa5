//! Contacts a contract owes: its length divided by the cadence, and how many of them were made (METHODS 4, S).

use serde::{Deserialize, Serialize};

use crate::calendar::{Day, Grain};

/// A contract with the cadence it promises.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contract {
    pub starts: Day,
    pub months: u32,
    /// A contact every so many months; 3 = quarterly.
    pub every_months: u32,
}

/// Contract length ÷ cadence, whole contacts.
///
/// ```
/// use fourfold::effort::contacts_due;
/// assert_eq!(contacts_due(24, 3), 8);
/// assert_eq!(contacts_due(12, 5), 2);
/// assert_eq!(contacts_due(12, 0), 0);
/// ```
#[must_use]
pub fn contacts_due(months: u32, every_months: u32) -> u32 {
    months.checked_div(every_months).unwrap_or(0)
}

/// How a contract stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct ContractStanding {
    /// Over the whole contract.
    pub due: u32,
    pub due_to_date: u32,
    pub done: u32,
    /// Done ÷ due to date; `None` while none is due.
    pub adequacy: Option<f64>,
    /// The next day on which a contact is due that has not been made; earlier than the day asked about where one is overdue.
    pub next_due: Option<Day>,
    pub ends: Day,
}

impl Contract {
    /// The last day.
    #[must_use]
    pub fn ends(&self) -> Day {
        Day(after_months(self.starts, self.months).0 - 1)
    }

    /// The days contacts fall due on: the last day of each cadence's span, so that the contract owes exactly [`contacts_due`].
    pub fn due_days(&self) -> impl Iterator<Item = Day> {
        let contract = *self;
        (1..=contacts_due(self.months, self.every_months))
            .map(move |number| Day(after_months(contract.starts, number.saturating_mul(contract.every_months)).0 - 1))
    }

    /// `contacts` are the days of all contacts with the customer; service and finance contacts count too.
    #[must_use]
    pub fn standing(&self, contacts: &[Day], today: Day) -> ContractStanding {
        let ends = self.ends();
        let done = contacts.iter().filter(|&&day| day >= self.starts && day <= ends.min(today)).count();
        let done = u32::try_from(done).unwrap_or(u32::MAX);
        let due_to_date = u32::try_from(self.due_days().filter(|&day| day <= today).count()).unwrap_or(u32::MAX);
        ContractStanding {
            due: contacts_due(self.months, self.every_months),
            due_to_date,
            done,
            adequacy: (due_to_date > 0).then(|| f64::from(done) / f64::from(due_to_date)),
            next_due: self.due_days().nth(done as usize),
            ends,
        }
    }
}

/// The same day of the month some months later, or that month's last day.
fn after_months(day: Day, months: u32) -> Day {
    let (year, month, of_month) = day.ymd();
    let period = i64::from(year) * 12 + i64::from(month) - 1 + i64::from(months);
    let period = i32::try_from(period.min(9999 * 12 + 10)).unwrap_or(i32::MAX);
    let (year, month) = (period.div_euclid(12), period.rem_euclid(12).unsigned_abs() + 1);
    Day::from_ymd(year, month, of_month).unwrap_or_else(|| Grain::Month.last_day(period))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::from_iso(text).unwrap()
    }

    #[test]
    fn two_years_quarterly_owe_eight_contacts() {
        let contract = Contract { starts: day("2024-01-31"), months: 24, every_months: 3 };
        let days: Vec<String> = contract.due_days().map(Day::iso).collect();
        assert_eq!(days.len(), 8);
        assert_eq!((days[0].as_str(), days[7].as_str()), ("2024-04-29", "2026-01-30"));
        assert_eq!(contract.ends(), day("2026-01-30"));
    }

    #[test]
    fn adequacy_is_done_over_due_to_date() {
        let contract = Contract { starts: day("2025-01-01"), months: 24, every_months: 3 };
        let contacts = [day("2024-12-01"), day("2025-02-10"), day("2025-05-05"), day("2025-05-20"), day("2026-09-01")];
        let standing = contract.standing(&contacts, day("2025-12-31"));
        assert_eq!((standing.due, standing.due_to_date, standing.done), (8, 4, 3));
        assert_eq!(standing.adequacy, Some(0.75));
        assert_eq!(standing.next_due, Some(day("2025-12-31")));
        let early = contract.standing(&[], day("2025-01-15"));
        assert_eq!((early.due_to_date, early.adequacy, early.next_due), (0, None, Some(day("2025-03-31"))));
    }

    #[test]
    fn a_contract_without_a_cadence_owes_nothing() {
        let contract = Contract { starts: day("2025-01-01"), months: 24, every_months: 0 };
        assert_eq!(contract.due_days().count(), 0);
        assert_eq!(contract.standing(&[], day("2026-01-01")).next_due, None);
        let endless = Contract { starts: day("9990-01-01"), months: u32::MAX, every_months: u32::MAX };
        assert_eq!(endless.due_days().count(), 1);
    }
}
