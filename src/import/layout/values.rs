//! Single cells under a plan: the amount with mark and scale applied, the day with its order.

use super::{Blame, Layout};
use crate::calendar::Day;
use crate::import::values::cell_text::{day_of_cell, unguarded};
use crate::import::values::date::{day_of_number, day_of_serial, read_date, read_date_time, read_iso_date};
use crate::import::values::number::{Number, means_nothing, read_number, read_plain};
use crate::import::{Cell, DateOrder, DecimalMark, IssueKind, Row};
use crate::tables::LevelEvent;

/// A date cell, read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateCell {
    Day(Day),
    Missing,
    NotADate,
}

impl Layout {
    /// The number of a cell, `None` where it is blank; the table's scale is applied to the columns it belongs to.
    ///
    /// # Errors
    /// The cell holds something that is not a number.
    pub(super) fn number(&self, row: &Row, column: usize) -> Result<Option<Number>, Blame> {
        self.number_of(row.cell(column), column)
    }

    /// As [`Self::number`], of a cell at hand.
    pub(super) fn number_of(&self, cell: Cell<'_>, column: usize) -> Result<Option<Number>, Blame> {
        let plain = |value| Number { value, percent: false, own_unit: false, currency: None };
        let mut number = match cell {
            Cell::Empty => return Ok(None),
            Cell::Number(value) if value.is_finite() => plain(value),
            Cell::Text(text) => match read_plain(text, self.mark(column)) {
                Some(value) => plain(value),
                None => match read_number(unguarded(text.trim()), self.mark(column)) {
                    Some(number) => number,
                    None if means_nothing(text) => return Ok(None),
                    None => return Err(Blame::at(column, IssueKind::NotANumber)),
                },
            },
            _ => return Err(Blame::at(column, IssueKind::NotANumber)),
        };
        if let Some(scale) = self.plan.scale.filter(|scale| scale.applied && !number.own_unit && self.is_scaled(column)) {
            number.value *= scale.factor;
        }
        // No minus before a zero.
        number.value += 0.0;
        Ok(Some(number))
    }

    fn mark(&self, column: usize) -> DecimalMark {
        if self.plan.column_decimals.is_empty() {
            return self.plan.decimal;
        }
        u32::try_from(column).ok().and_then(|column| self.plan.column_decimals.get(&column)).copied().unwrap_or(self.plan.decimal)
    }

    fn is_scaled(&self, column: usize) -> bool {
        u32::try_from(column).is_ok_and(|column| self.plan.scaled_columns.contains(&column))
    }

    /// The day of a cell.
    pub(super) fn day(&self, row: &Row, column: usize) -> DateCell {
        self.day_of(row.cell(column))
    }

    /// As [`Self::day`], of a cell at hand.
    pub(super) fn day_of(&self, cell: Cell<'_>) -> DateCell {
        let day = match cell {
            Cell::Empty => return DateCell::Missing,
            Cell::Date(days) => day_of_cell(days),
            Cell::Number(value) => day_of_number(value),
            Cell::Text(text) => match read_day(text, self.plan.date_order) {
                None if means_nothing(text) => return DateCell::Missing,
                day => day,
            },
            Cell::Bool(_) | Cell::Error(_) => None,
        };
        day.map_or(DateCell::NotADate, DateCell::Day)
    }

    /// The day of a cell, and the moment in milliseconds since 1970 (UTC where the text gives its distance from it).
    pub(super) fn moment(&self, row: &Row, column: usize) -> (DateCell, i64) {
        let found = self.day(row, column);
        let DateCell::Day(day) = found else { return (found, 0) };
        let time = match row.cell(column) {
            Cell::Date(days) => part_of_day(days - f64::from(day.0)),
            Cell::Number(value) => part_of_day(if day_of_serial(value).is_some() { value.fract() } else { 0.0 }),
            Cell::Text(text) => read_date_time(unguarded(text.trim())).map_or(0, |(_, time)| time.since_midnight()),
            _ => 0,
        };
        (found, LevelEvent::moment_of(day) + time)
    }
}

/// Milliseconds of a fraction of a day.
fn part_of_day(fraction: f64) -> i64 {
    (fraction.clamp(0.0, 1.0) * 86_400_000.0).round() as i64
}

/// A text in a date column: a date, or a serial that an export has left as a number.
fn read_day(text: &str, order: DateOrder) -> Option<Day> {
    if let Some(day) = read_iso_date(text) {
        return Some(day);
    }
    let text = unguarded(text.trim());
    match read_date(text) {
        Some(reading) => reading.day(order),
        None => read_number(text, DecimalMark::Point).and_then(|number| day_of_number(number.value)),
    }
}
