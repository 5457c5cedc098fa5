//! Civil days and the periods they fall into: no clock, no time zone (METHODS 0).

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// A civil day, counted from 1970-01-01.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Day(pub i32);

const EPOCH_FROM_CE: i32 = 719_163;

impl Day {
    /// `None` where the calendar has no such day (31 June) or outside the years 1..=9999.
    #[must_use]
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Self> {
        if !(1..=9999).contains(&year) {
            return None;
        }
        NaiveDate::from_ymd_opt(year, month, day).map(|date| Self(date.num_days_from_ce() - EPOCH_FROM_CE))
    }

    /// Year, month 1..=12, day 1..=31.
    #[must_use]
    pub fn ymd(self) -> (i32, u32, u32) {
        let date = self.date();
        (date.year(), date.month(), date.day())
    }

    /// `2011-12-09`.
    #[must_use]
    pub fn iso(self) -> String {
        let (year, month, day) = self.ymd();
        format!("{year:04}-{month:02}-{day:02}")
    }

    /// Reads `2011-12-09`; `None` for anything else.
    #[must_use]
    pub fn from_iso(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '-');
        let year = parts.next()?.parse().ok()?;
        let month = parts.next()?.parse().ok()?;
        let day = parts.next()?.parse().ok()?;
        Self::from_ymd(year, month, day)
    }

    fn date(self) -> NaiveDate {
        // Days come from `from_ymd` or from checked serials; a foreign value falls back to the epoch instead of a panic.
        NaiveDate::from_num_days_from_ce_opt(self.0.saturating_add(EPOCH_FROM_CE)).unwrap_or_default()
    }
}

/// The length of a counted period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Grain {
    Month,
    Quarter,
}

impl Grain {
    /// Consecutive number of the period a day falls into: `year * 12 + month0`, `year * 4 + quarter0`.
    #[must_use]
    pub fn period_of(self, day: Day) -> i32 {
        let (year, month, _) = day.ymd();
        let month0 = month as i32 - 1;
        match self {
            Self::Month => year * 12 + month0,
            Self::Quarter => year * 4 + month0 / 3,
        }
    }

    /// First day of a period.
    #[must_use]
    pub fn first_day(self, period: i32) -> Day {
        let (year, month0) = match self {
            Self::Month => (period.div_euclid(12), period.rem_euclid(12)),
            Self::Quarter => (period.div_euclid(4), period.rem_euclid(4) * 3),
        };
        Day::from_ymd(year, month0 as u32 + 1, 1).unwrap_or(Day(0))
    }

    /// Last day of a period.
    #[must_use]
    pub fn last_day(self, period: i32) -> Day {
        Day(self.first_day(period + 1).0 - 1)
    }

    /// `2011-12` or `2011Q4`, as in exports and fixtures.
    #[must_use]
    pub fn code(self, period: i32) -> String {
        match self {
            Self::Month => format!("{:04}-{:02}", period.div_euclid(12), period.rem_euclid(12) + 1),
            Self::Quarter => format!("{:04}Q{}", period.div_euclid(4), period.rem_euclid(4) + 1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_and_their_days_agree() {
        let day = Day::from_iso("2011-12-09").unwrap();
        assert_eq!(day.iso(), "2011-12-09");
        assert_eq!(Grain::Month.code(Grain::Month.period_of(day)), "2011-12");
        assert_eq!(Grain::Quarter.code(Grain::Quarter.period_of(day)), "2011Q4");
        assert_eq!(Grain::Quarter.first_day(Grain::Quarter.period_of(day)).iso(), "2011-10-01");
        assert_eq!(Grain::Month.last_day(Grain::Month.period_of(day)).iso(), "2011-12-31");
        assert_eq!(Day::from_ymd(1970, 1, 1), Some(Day(0)));
        assert_eq!(Day::from_ymd(2023, 2, 29), None);
    }
}
