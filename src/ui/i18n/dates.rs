//! How days and moments are written. Time zones are the browser's business: a moment comes in as local parts.

use super::{Language, Texts};
use crate::calendar::Day;

/// A moment on the user's own clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LocalTime {
    pub day: Day,
    pub hour: u32,
    pub minute: u32,
}

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const LONG_MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

fn name(months: [&'static str; 12], month: u32) -> &'static str {
    months.get(month.saturating_sub(1) as usize).copied().unwrap_or_default()
}

impl Texts {
    /// `9 Dec 2011`, `2011年12月9日`.
    #[must_use]
    pub fn day(self, day: Day) -> String {
        let (year, month, day) = day.ymd();
        match self.0 {
            Language::English => format!("{day} {} {year}", name(MONTHS, month)),
            Language::Chinese => format!("{year}年{month}月{day}日"),
        }
    }

    /// `3 April 2024`, where the month must not be missed.
    #[must_use]
    pub fn day_long(self, day: Day) -> String {
        let (year, month, number) = day.ymd();
        match self.0 {
            Language::English => format!("{number} {} {year}", name(LONG_MONTHS, month)),
            Language::Chinese => self.day(day),
        }
    }

    /// `Dec 2010`, `2010年12月`.
    #[must_use]
    pub fn month(self, day: Day) -> String {
        let (year, month, _) = day.ymd();
        match self.0 {
            Language::English => format!("{} {year}", name(MONTHS, month)),
            Language::Chinese => format!("{year}年{month}月"),
        }
    }

    /// `Dec 2010 – Dec 2011`; one month alone stands once.
    #[must_use]
    pub fn months(self, first: Day, last: Day) -> String {
        let (from, to) = (self.month(first), self.month(last));
        match self.0 {
            _ if from == to => from,
            Language::English => format!("{from} – {to}"),
            Language::Chinese => format!("{from}至{to}"),
        }
    }

    /// `1 Dec 2010 – 9 Dec 2011`.
    #[must_use]
    pub fn days(self, first: Day, last: Day) -> String {
        let (from, to) = (self.day(first), self.day(last));
        match self.0 {
            _ if first == last => from,
            Language::English => format!("{from} – {to}"),
            Language::Chinese => format!("{from}至{to}"),
        }
    }

    /// `14:02`.
    #[must_use]
    pub fn clock(self, time: LocalTime) -> String {
        format!("{:02}:{:02}", time.hour, time.minute)
    }

    /// `today 14:02`, `yesterday`, `17 Nov`, `17 Nov 2024`, seen from `now`.
    #[must_use]
    pub fn moment(self, at: LocalTime, now: LocalTime) -> String {
        let (year, month, day) = at.day.ymd();
        match (now.day.0.saturating_sub(at.day.0), self.0) {
            (0, Language::English) => format!("today {}", self.clock(at)),
            (0, Language::Chinese) => format!("今天 {}", self.clock(at)),
            (1, Language::English) => "yesterday".to_owned(),
            (1, Language::Chinese) => "昨天".to_owned(),
            _ if now.day.ymd().0 != year => self.day(at.day),
            (_, Language::English) => format!("{day} {}", name(MONTHS, month)),
            (_, Language::Chinese) => format!("{month}月{day}日"),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
    use super::*;

    fn at(iso: &str, hour: u32) -> LocalTime {
        LocalTime { day: Day::from_iso(iso).unwrap(), hour, minute: 2 }
    }

    #[test]
    fn days_in_both_languages() {
        let (english, chinese) = (Texts(Language::English), Texts(Language::Chinese));
        let day = Day::from_iso("2011-12-09").unwrap();
        assert_eq!(english.day(day), "9 Dec 2011");
        assert_eq!(chinese.day(day), "2011年12月9日");
        assert_eq!(english.months(Day::from_iso("2010-12-01").unwrap(), day), "Dec 2010 – Dec 2011");
        assert_eq!(english.months(day, day), "Dec 2011");
    }

    #[test]
    fn moments_seen_from_now() {
        let english = Texts(Language::English);
        let now = at("2026-01-02", 20);
        assert_eq!(english.moment(at("2026-01-02", 14), now), "today 14:02");
        assert_eq!(english.moment(at("2026-01-01", 14), now), "yesterday");
        assert_eq!(english.moment(at("2025-12-30", 14), now), "30 Dec 2025");
        assert_eq!(Texts(Language::Chinese).moment(at("2026-01-01", 14), now), "昨天");
    }
}
