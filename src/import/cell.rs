//! The border between the readers (bytes → rows of cells) and everything after them.

use super::ImportError;
use crate::tables::{finished, hash_of, mixed};

/// A cell as the file holds it, before any reading of its text.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell<'a> {
    Empty,
    /// Text, also the text of numbers in CSV files.
    Text(&'a str),
    /// A number stored as such by a workbook.
    Number(f64),
    /// A date stored as such by a workbook: days since 1970-01-01 (1900/1904 systems already resolved), fraction is the time.
    Date(f64),
    Bool(bool),
    /// `#DIV/0!` and the like, by the code the workbook shows.
    Error(&'static str),
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Slot {
    Empty,
    /// From here to there in [`Row::text`].
    Text(usize, usize),
    Number(f64),
    Date(f64),
    Bool(bool),
    Error(&'static str),
}

/// One row in a buffer that is reused from row to row: no allocation per cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// 1-based number of the row in the file as a person counts it (a sheet's row number; a text file's line of the row's start).
    pub number: u32,
    text: String,
    slots: Vec<Slot>,
}

impl Row {
    pub fn clear(&mut self, number: u32) {
        self.number = number;
        self.text.clear();
        self.slots.clear();
    }

    pub fn push(&mut self, cell: Cell<'_>) {
        self.slots.push(match cell {
            Cell::Empty => Slot::Empty,
            Cell::Text(text) => {
                let start = self.text.len();
                self.text.push_str(text);
                Slot::Text(start, self.text.len())
            }
            Cell::Number(value) => Slot::Number(value),
            Cell::Date(value) => Slot::Date(value),
            Cell::Bool(value) => Slot::Bool(value),
            Cell::Error(code) => Slot::Error(code),
        });
    }

    /// The cell of a 0-based column; [`Cell::Empty`] beyond the row's end.
    #[must_use]
    pub fn cell(&self, column: usize) -> Cell<'_> {
        self.slots.get(column).map_or(Cell::Empty, |slot| self.shown(slot))
    }

    /// The cells present.
    pub fn cells(&self) -> impl Iterator<Item = Cell<'_>> {
        self.slots.iter().map(|slot| self.shown(slot))
    }

    fn shown(&self, slot: &Slot) -> Cell<'_> {
        match *slot {
            Slot::Empty => Cell::Empty,
            Slot::Text(start, end) => Cell::Text(self.text.get(start..end).unwrap_or_default()),
            Slot::Number(value) => Cell::Number(value),
            Slot::Date(value) => Cell::Date(value),
            Slot::Bool(value) => Cell::Bool(value),
            Slot::Error(code) => Cell::Error(code),
        }
    }

    /// A hash of what the cells hold. Two equal ones are taken for the same row.
    #[must_use]
    pub fn hash(&self) -> u64 {
        let mut hash = RowHash::default();
        for cell in self.cells() {
            hash.add(match cell {
                Cell::Empty => None,
                Cell::Text(text) => Some(hash_of(text.as_bytes())),
                Cell::Number(value) | Cell::Date(value) => Some(value.to_bits()),
                Cell::Bool(value) => Some(u64::from(value)),
                Cell::Error(code) => Some(hash_of(code.as_bytes())),
            });
        }
        hash.finish()
    }

    /// Cells present, trailing empties included.
    #[must_use]
    pub fn len(&self) -> usize {
        self.slots.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// Whether no cell holds anything but white space.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.cells().all(|cell| match cell {
            Cell::Empty => true,
            Cell::Text(text) => text.trim().is_empty(),
            _ => false,
        })
    }
}

/// A hash of what a row holds, cell by cell.
#[derive(Clone, Debug, Default)]
pub struct RowHash {
    hash: u64,
    column: u64,
}

impl RowHash {
    /// Takes the next cell's content in; `None` for an empty one.
    pub fn add(&mut self, content: Option<u64>) {
        if let Some(content) = content {
            self.hash = mixed(self.hash, content.wrapping_add(self.column));
        }
        self.column += 1;
    }

    #[must_use]
    pub fn finish(self) -> u64 {
        finished(self.hash)
    }
}

/// Rows of one table of one file, front to back.
pub trait RowReader {
    /// Fills `row` with the next row of the file (blank rows included, so that numbers stay true); `false` at the end.
    ///
    /// # Errors
    /// The file is damaged from here on; rows read before stay valid.
    fn read_row(&mut self, row: &mut Row) -> Result<bool, ImportError>;

    /// Bytes of the file consumed so far, for progress.
    fn position(&self) -> u64;

    /// The next lines of a text as far as they need no parser; none where the next row needs one.
    ///
    /// # Errors
    /// As [`Self::read_row`].
    fn plain_lines(&mut self) -> Result<PlainLines<'_>, ImportError> {
        Ok(PlainLines::default())
    }

    /// Passes over the first of those lines.
    fn pass(&mut self, _bytes: usize, _lines: usize) {}
}

/// Whole lines without quotes: each is one row, and each delimiter ends a cell.
#[derive(Clone, Copy, Debug, Default)]
pub struct PlainLines<'a> {
    pub text: &'a str,
    /// The first one's [`Row::number`].
    pub first: u32,
}
