//! The analysis window and the periods that count in it (METHODS 0).

use crate::calendar::{Day, Grain};

use super::{MonthsCounted, Window};

/// Days the data may start late or stop early for its first or last period to count as complete all the same.
pub const DAYS_OF_GRACE: i32 = 3;

/// From one day to another, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub first: Day,
    pub last: Day,
}

impl Span {
    /// First and last of these days; `None` where there are none.
    #[must_use]
    pub fn of(days: &[Day]) -> Option<Self> {
        Some(Self { first: *days.iter().min()?, last: *days.iter().max()? })
    }

    #[must_use]
    pub fn contains(self, day: Day) -> bool {
        self.first <= day && day <= self.last
    }

    /// At least 1.
    #[must_use]
    pub fn days(self) -> usize {
        usize::try_from(i64::from(self.last.0) - i64::from(self.first.0) + 1).unwrap_or(1)
    }
}

/// The window in force: the user's choice within what the data covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WindowInForce {
    pub span: Span,
    /// Data exist before the window, so its start is typed.
    data_before: bool,
    /// Data exist after the window, so its end is typed.
    data_after: bool,
}

impl WindowInForce {
    /// `None` where the chosen window and the data have no day in common.
    #[must_use]
    pub fn new(chosen: Window, data: Span) -> Option<Self> {
        let first = chosen.from.unwrap_or(data.first).max(data.first);
        let last = chosen.to.unwrap_or(data.last).min(data.last);
        let span = Span { first, last };
        (first <= last).then_some(Self { span, data_before: data.first < first, data_after: data.last > last })
    }

    /// The periods of the window.
    ///
    /// An end that is the data's own is incomplete if the data starts more than [`DAYS_OF_GRACE`] days after the first period's first
    /// day, or stops more than that before the last one's last day. A typed end counts as complete: data exist beyond it.
    ///
    /// ```
    /// use fourfold::calendar::{Day, Grain};
    /// use fourfold::measure::{Span, Window, WindowInForce};
    /// let day = |text| Day::from_iso(text).unwrap();
    /// // The data of METHODS' reference: it starts on a quarter's last month and stops in the middle of another's.
    /// let data = Span { first: day("2010-12-01"), last: day("2011-12-09") };
    /// let window = WindowInForce::new(Window::default(), data).unwrap();
    /// let months = window.periods(Grain::Month, true);
    /// let (first, last) = months.counted.unwrap();
    /// assert_eq!((Grain::Month.code(first), Grain::Month.code(last)), ("2010-12".into(), "2011-11".into()));
    /// assert_eq!(months.incomplete.len(), 1);
    /// assert_eq!(window.periods(Grain::Quarter, true).counted_periods(), 3);
    /// // Northwind starts on the 4th: three days are forgiven.
    /// let data = Span { first: day("1996-07-04"), last: day("1998-05-06") };
    /// let months = WindowInForce::new(Window::default(), data).unwrap().periods(Grain::Month, true);
    /// assert_eq!(months.counted_periods(), 22);
    /// ```
    #[must_use]
    pub fn periods(self, grain: Grain, leave_out_incomplete: bool) -> Periods {
        let first = grain.period_of(self.span.first);
        let last = grain.period_of(self.span.last);
        let late = self.span.first.0 - grain.first_day(first).0 > DAYS_OF_GRACE;
        let early = grain.last_day(last).0 - self.span.last.0 > DAYS_OF_GRACE;
        let starts_incomplete = late && !self.data_before;
        let ends_incomplete = early && !self.data_after;
        let mut incomplete = Vec::new();
        if starts_incomplete {
            incomplete.push(first);
        }
        if ends_incomplete && !(starts_incomplete && first == last) {
            incomplete.push(last);
        }
        let counted =
            if leave_out_incomplete { (first + i32::from(starts_incomplete), last - i32::from(ends_incomplete)) } else { (first, last) };
        Periods { grain, first, last, counted: (counted.0 <= counted.1).then_some(counted), incomplete }
    }
}

/// The periods a window touches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Periods {
    pub grain: Grain,
    pub first: i32,
    pub last: i32,
    /// First and last period that enter stability; `None` where no period is complete.
    pub counted: Option<(i32, i32)>,
    /// Incomplete periods at the window's ends, whether left out or not.
    pub incomplete: Vec<i32>,
}

impl Periods {
    /// Periods that enter stability.
    #[must_use]
    pub fn counted_periods(&self) -> u32 {
        self.counted.map_or(0, |(first, last)| last.abs_diff(first) + 1)
    }

    /// The counted periods of a customer whose first purchase, in all the data, was on `first_purchase`.
    #[must_use]
    pub fn counted_for(&self, first_purchase: Day, months: MonthsCounted) -> Option<(i32, i32)> {
        let (first, last) = self.counted?;
        let first = match months {
            MonthsCounted::SinceFirst => first.max(self.grain.period_of(first_purchase)),
            MonthsCounted::WholeWindow => first,
        };
        (first <= last).then_some((first, last))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
    use super::*;

    fn day(text: &str) -> Day {
        Day::from_iso(text).unwrap()
    }

    fn months(chosen: Window, first: &str, last: &str) -> Periods {
        let data = Span { first: day(first), last: day(last) };
        WindowInForce::new(chosen, data).unwrap().periods(Grain::Month, true)
    }

    #[test]
    fn three_days_are_forgiven_at_either_end_and_four_are_not() {
        assert!(months(Window::default(), "2020-01-04", "2020-03-28").incomplete.is_empty());
        assert_eq!(months(Window::default(), "2020-01-05", "2020-03-27").incomplete.len(), 2);
    }

    #[test]
    fn a_typed_end_is_complete_when_data_exist_beyond_it() {
        let to = Some(day("2020-02-20"));
        let typed = months(Window { from: None, to }, "2020-01-01", "2020-03-31");
        assert!(typed.incomplete.is_empty());
        // Typed at or after the data's end it is the data's own end.
        assert_eq!(months(Window { from: None, to }, "2020-01-01", "2020-02-20").incomplete, [2020 * 12 + 1]);
        let beyond = Some(day("2021-01-01"));
        assert_eq!(months(Window { from: None, to: beyond }, "2020-01-01", "2020-02-20").incomplete, [2020 * 12 + 1]);
    }

    #[test]
    fn one_incomplete_period_is_named_once_and_nothing_counts() {
        let periods = months(Window::default(), "2020-01-10", "2020-01-12");
        assert_eq!((periods.counted, periods.incomplete.len()), (None, 1));
    }

    #[test]
    fn a_window_beside_the_data_is_none() {
        let data = Span { first: day("2020-01-01"), last: day("2020-12-31") };
        assert_eq!(WindowInForce::new(Window { from: Some(day("2021-01-01")), to: None }, data), None);
    }
}
