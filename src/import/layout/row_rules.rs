//! Rows that are no data whatever their columns say: repeated headers, totals, notes; and cells that hold an error.

use super::{Blame, Layout, Progression};
use crate::import::guess::cell_class::{CellClass, classes};
use crate::import::values::cell_text::trimmed;
use crate::import::words::{TotalWord, is_note, total_word};
use crate::import::{Cell, IssueKind, Row};
use crate::units::nearly_equal;

/// The codes workbooks show for errors, also where an export has written them out as text.
const ERROR_CODES: [&str; 8] = ["#DIV/0!", "#REF!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"];

impl Layout {
    /// Whether every column that is read holds its own header again.
    pub(super) fn repeats_header(&self, row: &Row) -> bool {
        self.header_lines.iter().any(|line| {
            let mut same = 0;
            self.used.iter().all(|&column| {
                let cell = row.cell(column);
                let mut buffer = String::new();
                let text = trimmed(&cell, &mut buffer);
                let header = line.get(column).map_or("", String::as_str);
                same += usize::from(!text.is_empty() && text == header);
                text == header
            }) && same > 0
        })
    }

    /// Whether a cell beyond the table's columns holds something.
    pub(super) fn has_too_many_cells(&self, row: &Row) -> bool {
        (self.plan.columns as usize..row.len()).any(|column| match row.cell(column) {
            Cell::Empty => false,
            Cell::Text(text) => !text.trim().is_empty(),
            _ => true,
        })
    }

    /// # Errors
    /// The first column in use that holds an error.
    pub(super) fn check_errors(&self, row: &Row) -> Result<(), Blame> {
        let wrong = self.used.iter().find(|&&column| is_error(&row.cell(column)));
        wrong.map_or(Ok(()), |&column| Err(Blame::at(column, IssueKind::ErrorCell)))
    }

    /// The label of a total in the columns that name the row: customer, name, or the first that is filled.
    pub(super) fn total_label(&self, row: &Row) -> Option<TotalWord> {
        self.total_label_of(row.len(), |column| row.cell(column))
    }

    /// As [`Self::total_label`], of so many cells at hand.
    pub(super) fn total_label_of<'r>(&self, cells: usize, cell: impl Fn(usize) -> Cell<'r>) -> Option<TotalWord> {
        let first = (0..cells).find(|&column| cell(column) != Cell::Empty && !is_blank(&cell(column)));
        let naming = [first, self.columns.customer, self.columns.name];
        let words = naming.into_iter().flatten().filter_map(|column| match cell(column) {
            Cell::Text(text) => total_word(text),
            _ => None,
        });
        words.reduce(surer)
    }

    /// The label of a total anywhere in the row.
    pub(super) fn total_label_anywhere(&self, row: &Row) -> Option<TotalWord> {
        (0..row.len()).filter_map(|column| text_of(row, column).and_then(total_word)).reduce(surer)
    }

    /// Whether a column holds the sum of those above it; true where there is no such column to tell by.
    pub(super) fn sums_so_far(&self, row: &Row, before: &Progression, column: Option<usize>) -> bool {
        let Some(column) = column else { return true };
        let value = self.number(row, column).ok().flatten().map_or(0.0, |number| number.value);
        before.since_start.first().is_some_and(|&sum| nearly_equal(value, sum) || (value - sum).abs() < 0.0051)
    }

    /// A remark below the table: texts only, opened by a word such as 注 or Note, or alone in its row after a blank one.
    pub(super) fn is_note_row(&self, row: &Row, before: &Progression) -> bool {
        let classes = classes(row);
        let filled = classes.iter().filter(|class| **class != CellClass::Blank).count();
        if classes.iter().any(|class| class.is_value() || *class == CellClass::Other) {
            return false;
        }
        let first = (0..row.len()).find_map(|column| text_of(row, column).filter(|text| !text.trim().is_empty()));
        first.is_some_and(is_note) || (filled <= 1 && (before.after_blank || classes.contains(&CellClass::Remark)))
    }
}

/// Whether a cell holds an error of the workbook, also one written out as text.
pub(super) fn is_error(cell: &Cell<'_>) -> bool {
    match cell {
        Cell::Error(_) => true,
        Cell::Text(text) => text.starts_with('#') && ERROR_CODES.contains(&text.trim()),
        _ => false,
    }
}

fn surer(left: TotalWord, right: TotalWord) -> TotalWord {
    if left == TotalWord::Certain { left } else { right }
}

fn text_of(row: &Row, column: usize) -> Option<&str> {
    match row.cell(column) {
        Cell::Text(text) => Some(text),
        _ => None,
    }
}

fn is_blank(cell: &Cell<'_>) -> bool {
    matches!(cell, Cell::Text(text) if text.trim().is_empty())
}
