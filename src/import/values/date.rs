//! Dates as people write them, one text at a time. Where day and month cannot be told apart the reading says so;
//! the column decides ([`super::date_order`]).

use super::date_tokens::{Token, Tokens, is_digit};
use super::time_of_day::TimeOfDay;
use crate::calendar::Day;
use crate::import::DateOrder;

/// The years a purchase can lie in; other numbers are no years.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

/// One text read as a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateReading {
    Day(Day),
    /// A month without a day: its first day.
    Month(Day),
    /// Three numbers whose order is the column's.
    Numbers(ThreeNumbers),
}

impl DateReading {
    /// The day under an order of day and month; `None` where the calendar has no such day.
    #[must_use]
    pub fn day(self, order: DateOrder) -> Option<Day> {
        match self {
            Self::Day(day) | Self::Month(day) => Some(day),
            Self::Numbers(numbers) => numbers.day(order),
        }
    }
}

/// `05/03/2024` or `05/03/24`: as they stand in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ThreeNumbers {
    pub first: u32,
    pub second: u32,
    pub third: u32,
    /// The third is a year of four digits.
    pub full_year: bool,
    /// The first has two digits, so that it may be a year too.
    pub first_two_digits: bool,
}

impl ThreeNumbers {
    /// The day under an order; with a full year at the end there is no year-first reading.
    #[must_use]
    pub fn day(self, order: DateOrder) -> Option<Day> {
        let third_year = || if self.full_year { i32::try_from(self.third).ok() } else { Some(century(self.third)) };
        match order {
            DateOrder::DayFirst => day_of(third_year()?, self.second, self.first),
            DateOrder::MonthFirst => day_of(third_year()?, self.first, self.second),
            DateOrder::YearFirst if !self.full_year && self.first_two_digits => day_of(century(self.first), self.second, self.third),
            // 05/05/2024 is one day whatever the order.
            DateOrder::YearFirst if self.first == self.second => day_of(third_year()?, self.second, self.first),
            DateOrder::YearFirst => None,
        }
    }
}

/// The year two digits mean: 1970 to 2069.
fn century(two_digits: u32) -> i32 {
    let year = i32::try_from(two_digits).unwrap_or(0);
    if year < 70 { 2000 + year } else { 1900 + year }
}

fn day_of(year: i32, month: u32, day: u32) -> Option<Day> {
    if YEARS.contains(&year) { Day::from_ymd(year, month, day) } else { None }
}

/// Reads a date with or without a time of day, which is checked and dropped; zones are ignored. `None` if it is no date.
///
/// Bare numbers are read only as `yyyymmdd` (with `hhmm[ss]`) and `yyyymm`; spreadsheet serials are [`day_of_serial`]'s.
#[must_use]
pub fn read_date(text: &str) -> Option<DateReading> {
    read_date_time(text).map(|(reading, _)| reading)
}

/// The day of a text as most programs export it, `2024-03-05`; `None` for anything else, which [`read_date`] may still read.
#[must_use]
pub fn read_iso_date(text: &str) -> Option<Day> {
    let &[a, b, c, d, b'-', e, f, b'-', g, h] = text.as_bytes() else { return None };
    let number =
        |digits: &[u8]| digits.iter().try_fold(0_u32, |number, byte| byte.is_ascii_digit().then(|| number * 10 + u32::from(byte - b'0')));
    day_of(i32::try_from(number(&[a, b, c, d])?).ok()?, number(&[e, f])?, number(&[g, h])?)
}

/// As [`read_date`] with the time of day, midnight where none is written.
#[must_use]
pub fn read_date_time(text: &str) -> Option<(DateReading, TimeOfDay)> {
    let tokens = Tokens::cut(text)?;
    let mut cursor = Cursor { tokens: tokens.as_slice() };
    let reading = cursor.date()?;
    let time = cursor.time_of_day()?;
    cursor.tokens.is_empty().then_some((reading, time))
}

/// The day written in the name of a sheet or else of its file: `pipeline_2024-03-31.csv`, `商机20240331.xlsx`; `None` where there is
/// none, or where there are several.
#[must_use]
pub fn snapshot_named(sheet: &str, file: &str) -> Option<Day> {
    day_in(sheet).or_else(|| day_in(file))
}

fn day_in(name: &str) -> Option<Day> {
    let part = |letter: char| is_digit(letter) || "-._年月日".contains(letter);
    let days = name.split(|letter| !part(letter)).filter_map(|text| {
        let plain = text.trim_matches(['-', '.', '_']).replace('_', "-");
        match read_date(&plain) {
            Some(DateReading::Day(day)) => Some(day),
            _ => None,
        }
    });
    let days: Vec<Day> = days.collect();
    let first = *days.first()?;
    days.iter().all(|day| *day == first).then_some(first)
}

/// The day of a spreadsheet serial of the 1900 system, as a workbook or an export shows it in a cell without a date format.
/// Only serials of the years 1927 to 2119 count: smaller and larger numbers are rather something else.
#[must_use]
pub fn day_of_serial(serial: f64) -> Option<Day> {
    const EPOCH: i32 = 25_569;
    if !(10_000.0..80_300.0).contains(&serial) {
        return None;
    }
    Some(Day(serial.floor() as i32 - EPOCH))
}

/// The day of a number in a column of dates: a serial, `yyyymmdd` or `yyyymm`.
#[must_use]
pub fn day_of_number(value: f64) -> Option<Day> {
    day_of_serial(value).or_else(|| {
        let whole = (value.fract() == 0.0 && (100_000.0..100_000_000.0).contains(&value)).then_some(value as u64)?;
        compact(whole, if whole < 1_000_000 { 6 } else { 8 })?.day(DateOrder::YearFirst)
    })
}

/// `20240305`, `202403`, `202403050826`, `20240305082600`.
fn compact(value: u64, digits: u8) -> Option<DateReading> {
    let ymd = |number: u64| {
        let part = |number: u64| u32::try_from(number % 100).ok();
        day_of(i32::try_from(number / 10_000).ok()?, part(number / 100)?, part(number)?)
    };
    match digits {
        6 => ymd(value * 100 + 1).map(DateReading::Month),
        8 => ymd(value).map(DateReading::Day),
        12 => ymd(value / 10_000).map(DateReading::Day),
        14 => ymd(value / 1_000_000).map(DateReading::Day),
        _ => None,
    }
}

pub(super) struct Cursor<'a> {
    tokens: &'a [Token],
}

impl Cursor<'_> {
    pub(super) fn peek(&self) -> Option<Token> {
        self.tokens.first().copied()
    }

    pub(super) fn take(&mut self) -> Option<Token> {
        let (first, rest) = self.tokens.split_first()?;
        self.tokens = rest;
        Some(*first)
    }

    pub(super) fn take_if(&mut self, token: Token) -> bool {
        let there = self.peek() == Some(token);
        if there {
            self.take();
        }
        there
    }

    pub(super) fn skip_blank(&mut self) {
        self.take_if(Token::Blank);
    }

    /// A number, unless what follows makes it the hour of a time.
    fn date_number(&mut self) -> Option<(u64, u8)> {
        let Some(Token::Number { value, digits }) = self.peek() else { return None };
        if matches!(self.tokens.get(1), Some(Token::Mark(':') | Token::Hour)) {
            return None;
        }
        self.take();
        Some((value, digits))
    }

    fn date(&mut self) -> Option<DateReading> {
        self.skip_blank();
        if self.take_if(Token::Minguo) {
            self.skip_blank();
            let (year, _) = self.date_number()?;
            return self.after_year(i32::try_from(year).ok()?.checked_add(1911)?);
        }
        if let Some(Token::MonthName(month)) = self.peek() {
            self.take();
            return self.after_month_name(month);
        }
        let (value, digits) = self.date_number()?;
        if digits >= 6 {
            return compact(value, digits);
        }
        match (digits, self.peek()?) {
            (1..=4, Token::Year) => self.after_year(written_year(value, digits)?),
            (3 | 4, _) => self.after_year(written_year(value, digits)?),
            _ => self.after_small_number(u32::try_from(value).ok()?, digits == 2),
        }
    }

    /// `年3月5日`, `-03-05`, `/3`, ` Mar 5`.
    fn after_year(&mut self, year: i32) -> Option<DateReading> {
        let separator = self.separator()?;
        let month = match self.peek()? {
            Token::MonthName(month) => {
                self.take();
                month
            }
            _ => u32::try_from(self.date_number()?.0).ok()?,
        };
        let rest = self.tokens;
        let written_out = self.take_if(Token::Month);
        let again = written_out || self.separator() == Some(separator);
        self.skip_blank();
        if again && let Some((day, _)) = self.date_number() {
            self.take_if(Token::Day);
            return day_of(year, month, u32::try_from(day).ok()?).map(DateReading::Day);
        }
        self.tokens = rest;
        self.take_if(Token::Month);
        day_of(year, month, 1).map(DateReading::Month)
    }

    /// Takes what stands between two parts of a date, blanks around it included.
    fn separator(&mut self) -> Option<Token> {
        let blank = self.take_if(Token::Blank);
        match self.peek() {
            Some(mark @ (Token::Mark('-' | '/' | '.') | Token::Year)) => {
                self.take();
                self.skip_blank();
                Some(mark)
            }
            _ if blank => Some(Token::Blank),
            Some(Token::MonthName(_)) => Some(Token::Blank),
            _ => None,
        }
    }

    /// `/03/2024`, `.03.24`, `-Mar-24`, `/2024` after one or two digits.
    fn after_small_number(&mut self, first: u32, first_two_digits: bool) -> Option<DateReading> {
        let separator = self.separator()?;
        if let Some(Token::MonthName(month)) = self.peek() {
            self.take();
            self.take_if(Token::Mark(','));
            self.separator().or_else(|| matches!(self.peek(), Some(Token::Number { .. })).then_some(Token::Blank))?;
            self.take_if(Token::Mark('\''));
            let (year, digits) = self.date_number()?;
            return day_of(written_year(year, digits)?, month, first).map(DateReading::Day);
        }
        let (second, second_digits) = self.date_number()?;
        if second_digits == 4 {
            return day_of(i32::try_from(second).ok()?, first, 1).map(DateReading::Month);
        }
        if second_digits > 2 || self.separator()? != separator || separator == Token::Blank {
            return None;
        }
        let (third, third_digits) = self.date_number()?;
        let numbers = ThreeNumbers {
            first,
            second: u32::try_from(second).ok()?,
            third: u32::try_from(third).ok()?,
            full_year: third_digits == 4,
            first_two_digits,
        };
        let orders = [DateOrder::DayFirst, DateOrder::MonthFirst, DateOrder::YearFirst];
        let possible = matches!(third_digits, 1 | 2 | 4) && orders.into_iter().any(|order| numbers.day(order).is_some());
        possible.then_some(DateReading::Numbers(numbers))
    }

    /// ` 5, 2024`, `-24`, ` 2024` after an English month.
    fn after_month_name(&mut self, month: u32) -> Option<DateReading> {
        let separated = self.separator().is_some();
        let joined = self.take_if(Token::Mark('\'')) || separated;
        let (number, digits) = self.date_number()?;
        if digits == 4 {
            return day_of(i32::try_from(number).ok()?, month, 1).map(DateReading::Month);
        }
        let rest = self.tokens;
        self.take_if(Token::Mark(','));
        let again = self.separator().is_some() || rest.len() > self.tokens.len();
        if again && let Some((year, year_digits @ (2 | 4))) = self.date_number() {
            return day_of(written_year(year, year_digits)?, month, u32::try_from(number).ok()?).map(DateReading::Day);
        }
        self.tokens = rest;
        let year = (digits == 2 && joined).then(|| written_year(number, digits))??;
        day_of(year, month, 1).map(DateReading::Month)
    }
}

/// The year of two, three (民國) or four digits.
fn written_year(value: u64, digits: u8) -> Option<i32> {
    match digits {
        1 | 2 => u32::try_from(value).ok().map(century),
        3 => i32::try_from(value).ok().map(|year| year + 1911),
        4 => i32::try_from(value).ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
