//! What kind of thing a cell holds, at a glance: the ground on which header and column types are told apart.

use crate::import::values::date::read_date;
use crate::import::values::number::{MarkEvidence, NumberText, means_nothing};
use crate::import::values::period::{read_period, year_in};
use crate::import::words::has_colon_inside;
use crate::import::{Cell, Row};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellClass {
    Blank,
    /// A text that could be a column's name.
    Label,
    /// A text too long or too talkative for one: `制表人：财务部`.
    Remark,
    Number,
    Date,
    /// Truth values and errors.
    Other,
}

/// Longest header anybody reads.
const LONGEST_LABEL: usize = 60;

impl CellClass {
    #[must_use]
    pub fn of(cell: &Cell<'_>) -> Self {
        match cell {
            Cell::Empty => Self::Blank,
            Cell::Number(_) => Self::Number,
            Cell::Date(_) => Self::Date,
            Cell::Bool(_) | Cell::Error(_) => Self::Other,
            Cell::Text(text) => Self::of_text(text.trim()),
        }
    }

    fn of_text(text: &str) -> Self {
        if text.is_empty() {
            return Self::Blank;
        }
        if text.contains(|letter: char| letter.is_ascii_digit() || ('０'..='９').contains(&letter)) {
            if NumberText::scan(text).is_some_and(|parts| parts.mark_evidence() != MarkEvidence::NotANumber) {
                return Self::Number;
            }
            if read_date(text).is_some() {
                return Self::Date;
            }
        }
        if means_nothing(text) {
            return Self::Blank;
        }
        if text.chars().count() > LONGEST_LABEL || has_colon_inside(text) { Self::Remark } else { Self::Label }
    }

    /// Numbers and dates: what a header never holds, unless it names a period.
    #[must_use]
    pub fn is_value(self) -> bool {
        matches!(self, Self::Number | Self::Date)
    }
}

/// The classes of a row's first cells.
#[must_use]
pub fn classes(row: &Row) -> Vec<CellClass> {
    (0..row.len()).map(|column| CellClass::of(&row.cell(column))).collect()
}

/// Whether a cell of a header row names a month or quarter, or is a bare year.
#[must_use]
pub fn names_period(cell: &Cell<'_>) -> bool {
    let is_year = |text: &str| text.len() == 4 && year_in(text).is_some();
    match cell {
        Cell::Text(text) => is_year(text.trim()) || read_period(text).is_some(),
        Cell::Date(_) => read_period(&crate::import::values::cell_text::own_text(cell)).is_some(),
        Cell::Number(value) => value.fract() == 0.0 && (is_year(&value.to_string()) || read_period(&value.to_string()).is_some()),
        _ => false,
    }
}
