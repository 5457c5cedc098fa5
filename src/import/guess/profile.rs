//! What the cells of one column have in common: counts over the sample, and the column's type from them.

use std::collections::{BTreeMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use super::vocabulary::names_an_identifier;
use crate::import::values::cell_text::unguarded;
use crate::import::values::date::{DateReading, day_of_number, read_date};
use crate::import::values::date_order::OrderTally;
use crate::import::values::decimal_mark::MarkTally;
use crate::import::values::number::{NumberText, means_nothing};
use crate::import::{Cell, ColumnType, DecimalMark, Row};

/// Different texts a column of categories has at most, and bytes of one of them.
const MOST_CATEGORIES: usize = 40;
const LONGEST_CATEGORY: usize = 120;

/// Counts over the filled cells of one column.
#[derive(Clone, Debug, Default)]
pub struct ColumnProfile {
    pub filled: u32,
    /// Numbers, whatever is written around them.
    pub numbers: u32,
    pub whole: u32,
    pub money: u32,
    pub percent: u32,
    pub negative: u32,
    /// Digits with leading zeros or more of them than a number keeps.
    pub coded: u32,
    /// Dates in words or signs, and those of them without a day.
    pub dates: u32,
    pub months: u32,
    /// Bare numbers that can be days: serials, `yyyymmdd`.
    pub bare_dates: u32,
    pub truths: u32,
    /// `8.5折`
    pub zhe: u32,
    pub smallest: f64,
    pub largest: f64,
    pub marks: MarkTally,
    pub orders: OrderTally,
    pub currencies: BTreeMap<&'static str, u32>,
    /// Rows by text while there are few different ones; `None` once the column is no list of categories.
    categories: Option<BTreeMap<String, u32>>,
    /// Only ever counted, so the order of the set does not matter.
    distinct: HashSet<u64>,
}

impl ColumnProfile {
    /// Looks at one column of the data rows.
    #[must_use]
    pub fn of(rows: &[Row], column: usize) -> Self {
        let categories = Some(BTreeMap::new());
        let mut profile = Self { smallest: f64::INFINITY, largest: f64::NEG_INFINITY, categories, ..Self::default() };
        rows.iter().for_each(|row| profile.add(&row.cell(column)));
        profile
    }

    fn add(&mut self, cell: &Cell<'_>) {
        match cell {
            Cell::Empty | Cell::Error(_) => {}
            Cell::Text(text) if means_nothing(text) => {}
            Cell::Text(text) => self.add_text(unguarded(text.trim())),
            Cell::Number(value) => {
                self.see(value.to_bits());
                self.add_number(*value);
            }
            Cell::Date(days) => {
                self.see(days.to_bits());
                self.dates += 1;
            }
            Cell::Bool(value) => {
                self.see(*value);
                self.truths += 1;
            }
        }
    }

    fn see(&mut self, value: impl Hash) {
        let mut hasher = DefaultHasher::new();
        value.hash(&mut hasher);
        self.distinct.insert(hasher.finish());
        self.filled += 1;
    }

    fn add_text(&mut self, text: &str) {
        self.see(text);
        self.add_category(text);
        if matches!(text.to_lowercase().as_str(), "true" | "false" | "yes" | "no" | "y" | "n" | "是" | "否") {
            self.truths += 1;
        }
        if !text.contains(|letter: char| letter.is_ascii_digit() || ('０'..='９').contains(&letter)) {
            return;
        }
        self.zhe += u32::from(text.ends_with('折'));
        if let Some(parts) = NumberText::scan(text) {
            self.add_number_text(text, &parts);
        } else if let Some(reading) = read_date(text) {
            self.dates += 1;
            self.months += u32::from(matches!(reading, DateReading::Month(_)));
            self.orders.add(text, reading);
        }
    }

    fn add_category(&mut self, text: &str) {
        let Some(categories) = &mut self.categories else { return };
        if let Some(rows) = categories.get_mut(text) {
            *rows += 1;
        } else if categories.len() < MOST_CATEGORIES && text.len() <= LONGEST_CATEGORY {
            categories.insert(text.to_owned(), 1);
        } else {
            self.categories = None;
        }
    }

    /// Texts with their rows, of a column with few different ones.
    #[must_use]
    pub fn categories(&self) -> Option<&BTreeMap<String, u32>> {
        self.categories.as_ref().filter(|categories| !categories.is_empty())
    }

    fn add_number_text(&mut self, text: &str, parts: &NumberText) {
        self.marks.add(text, parts);
        let Some(value) = parts.value(DecimalMark::Point).or_else(|| parts.value(DecimalMark::Comma)) else {
            // `5.3.2024` is cut like a number but is a date.
            if let Some(reading) = read_date(text) {
                self.dates += 1;
                self.months += u32::from(matches!(reading, DateReading::Month(_)));
                self.orders.add(text, reading);
            }
            return;
        };
        let digits = text.bytes().all(|byte| byte.is_ascii_digit());
        self.coded += u32::from(digits && (text.len() > 11 || (text.len() > 1 && text.starts_with('0'))));
        self.percent += u32::from(parts.percent);
        if let Some(code) = parts.currency {
            self.money += 1;
            *self.currencies.entry(code).or_default() += 1;
        }
        // `2024.03` reads as a number and as a month; which it is, the header says.
        self.bare_dates += u32::from(!digits && read_date(text).is_some());
        self.add_number(value);
    }

    fn add_number(&mut self, value: f64) {
        self.numbers += 1;
        self.whole += u32::from(value.fract() == 0.0);
        self.negative += u32::from(value < 0.0);
        self.bare_dates += u32::from(day_of_number(value).is_some());
        self.smallest = self.smallest.min(value);
        self.largest = self.largest.max(value);
    }

    /// Different values among the filled cells.
    #[must_use]
    pub fn distinct(&self) -> u32 {
        u32::try_from(self.distinct.len()).unwrap_or(u32::MAX)
    }

    /// Whether most filled cells are numbers, or none is filled at all.
    #[must_use]
    pub fn is_numeric(&self) -> bool {
        2 * self.numbers >= self.filled
    }

    /// Whether most filled cells are dates; bare numbers only under a header that says so.
    #[must_use]
    pub fn is_dates(&self, header_says_so: bool) -> bool {
        2 * self.dates >= self.filled.max(1) || (header_says_so && 2 * (self.dates + self.bare_dates) >= self.filled)
    }

    /// Whether the numbers of the column are rather names: codes, serial numbers, keys.
    #[must_use]
    pub fn is_code(&self, header: &str) -> bool {
        self.coded > 0 && self.whole == self.numbers || (names_an_identifier(header) && self.whole == self.numbers && self.money == 0)
    }

    /// The type shown above the column, and how many cells agree with it.
    #[must_use]
    pub fn column_type(&self, header: &str, is_date: bool, is_money: bool) -> (ColumnType, u32) {
        let texts = self.filled.saturating_sub(self.numbers + self.dates);
        match () {
            () if self.filled == 0 => (ColumnType::Empty, 0),
            () if is_date && 2 * self.months > self.filled => (ColumnType::Month, self.months),
            () if is_date => (ColumnType::Date, self.dates.max(self.bare_dates).max((self.dates + self.bare_dates).min(self.filled))),
            () if 2 * self.months > self.filled => (ColumnType::Month, self.months),
            () if 2 * self.dates > self.filled => (ColumnType::Date, self.dates),
            () if 2 * self.numbers > self.filled && !is_money && self.is_code(header) => (ColumnType::Identifier, self.filled),
            () if 2 * self.percent > self.filled => (ColumnType::Percent, self.percent),
            () if 2 * self.numbers > self.filled && (is_money || 2 * self.money > self.filled) => (ColumnType::Money, self.numbers),
            () if 2 * self.numbers > self.filled => (ColumnType::Number, self.numbers),
            () if 2 * self.truths > self.filled => (ColumnType::Bool, self.truths),
            () => (ColumnType::Text, texts),
        }
    }
}
