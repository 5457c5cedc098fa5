//! From the cells of a sheet, as they come out of any workbook format, to its rows: gaps become blank rows and empty cells,
//! merged cells are filled downwards. Knows no file format.

use std::borrow::Cow;
use std::iter::Peekable;

use super::{Cell, ImportError, Row, RowReader};

/// A sheet whose rows, filled up to their last cell, hold more cells than this would take minutes to pass over: a trap, not a table.
const MOST_CELLS: u64 = 200_000_000;
/// Rows and columns that a workbook can have.
pub(super) const MOST_ROWS: u32 = 1 << 20;
pub(super) const MOST_COLUMNS: u32 = 1 << 14;

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value<'a> {
    Text(Cow<'a, str>),
    Number(f64),
    /// Days since 1970-01-01.
    Date(f64),
    Bool(bool),
    Error(&'static str),
}

impl<'a> Value<'a> {
    /// A number as the file has it; what is none (NaN) is shown as Excel shows it.
    pub fn number(value: f64) -> Self {
        if value.is_finite() { Self::Number(value) } else { Self::Error("#NUM!") }
    }

    /// `None` for an empty text: an empty cell.
    pub fn text(text: impl Into<Cow<'a, str>>) -> Option<Self> {
        let text = text.into();
        (!text.is_empty()).then_some(Self::Text(text))
    }

    /// A number formatted as a date: the day, or the number where it is none (a time, a duration, beyond the calendar).
    pub fn day(serial: f64, is_1904: bool) -> Self {
        super::serial::day_from_serial(serial, is_1904).map_or_else(|| Self::number(serial), Self::Date)
    }

    pub fn as_cell(&self) -> Cell<'_> {
        match self {
            Self::Text(text) => Cell::Text(text),
            &Self::Number(value) => Cell::Number(value),
            &Self::Date(value) => Cell::Date(value),
            &Self::Bool(value) => Cell::Bool(value),
            &Self::Error(code) => Cell::Error(code),
        }
    }

    fn into_owned(self) -> Value<'static> {
        match self {
            Self::Text(text) => Value::Text(Cow::Owned(text.into_owned())),
            Self::Number(value) => Value::Number(value),
            Self::Date(value) => Value::Date(value),
            Self::Bool(value) => Value::Bool(value),
            Self::Error(code) => Value::Error(code),
        }
    }
}

/// A cell that holds something, at its 0-based place.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct SheetCell<'a> {
    pub row: u32,
    pub column: u32,
    pub value: Value<'a>,
    /// Rows below that are merged with this cell, where the format says so at the cell itself.
    pub merged_rows: u32,
}

/// A merged block of cells, 0-based, ends included; for formats that list them apart from the cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Merge {
    pub first_row: u32,
    pub last_row: u32,
    pub column: u32,
}

/// The cells of a sheet, row by row.
pub(super) trait CellStream<'a> {
    /// The next cell that holds something; `None` at the end.
    fn next_cell(&mut self) -> Result<Option<SheetCell<'a>>, ImportError>;
    /// Bytes of the file consumed so far.
    fn position(&self) -> u64;
}

/// Cells handed out so far, empty ones included.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct CellCount(u64);

impl CellCount {
    /// Counts a row's cells.
    ///
    /// # Errors
    /// [`ImportError::TooLarge`] where it takes too long to go on.
    pub fn add(&mut self, cells: usize) -> Result<(), ImportError> {
        self.0 += cells as u64;
        if self.0 > MOST_CELLS { Err(ImportError::TooLarge { size: self.0, limit: MOST_CELLS }) } else { Ok(()) }
    }
}

pub(super) struct SheetRows<'a, S> {
    cells: S,
    /// The first cell of a row to come.
    ahead: Option<SheetCell<'a>>,
    started: bool,
    next_row: u32,
    current: Vec<SheetCell<'a>>,
    merges: FillDown,
    count: CellCount,
}

impl<'a, S: CellStream<'a>> SheetRows<'a, S> {
    pub fn new(cells: S, merges: Vec<Merge>) -> Self {
        Self {
            cells,
            ahead: None,
            started: false,
            next_row: 0,
            current: Vec::new(),
            merges: FillDown::new(merges),
            count: CellCount::default(),
        }
    }

    /// The rows from `next_row` on, 0-based, behind cells already handed out.
    pub fn continued(cells: S, next_row: u32, count: CellCount) -> Self {
        Self { next_row, count, ..Self::new(cells, Vec::new()) }
    }

    /// Collects the cells of `next_row` into `current`, by column.
    fn collect(&mut self) -> Result<(), ImportError> {
        self.current.clear();
        while let Some(cell) = self.ahead.take_if(|cell| cell.row == self.next_row) {
            self.current.push(cell);
            self.ahead = self.cells.next_cell()?;
        }
        if !self.current.is_sorted_by(|left, right| left.column < right.column) {
            self.current.sort_by_key(|cell| cell.column);
        }
        Ok(())
    }
}

impl<'a, S: CellStream<'a>> RowReader for SheetRows<'a, S> {
    fn read_row(&mut self, row: &mut Row) -> Result<bool, ImportError> {
        if !self.started {
            self.started = true;
            self.ahead = self.cells.next_cell()?;
        }
        let Some(first) = &self.ahead else { return Ok(false) };
        if first.row < self.next_row || first.row >= MOST_ROWS || first.column >= MOST_COLUMNS {
            return Err(ImportError::Damaged { detail: format!("row {} comes after row {}", u64::from(first.row) + 1, self.next_row) });
        }
        row.clear(self.next_row + 1);
        if first.row == self.next_row {
            self.collect()?;
            self.merges.fill(self.next_row, &mut self.current);
            for cell in &self.current {
                push(row, cell);
            }
            self.count.add(row.len())?;
        }
        self.next_row += 1;
        Ok(true)
    }

    fn position(&self) -> u64 {
        self.cells.position()
    }
}

fn push(row: &mut Row, cell: &SheetCell<'_>) {
    let column = cell.column.min(MOST_COLUMNS) as usize;
    while row.len() < column {
        row.push(Cell::Empty);
    }
    // A second cell at the same place is a writer's slip; the first one is shown.
    if row.len() == column {
        row.push(cell.value.as_cell());
    }
}

/// Fills the text or date of a merged block into the rows below its first. Numbers stay in the first row only, so that nothing
/// counts twice; rows without any cell of their own stay blank.
struct FillDown {
    merges: Peekable<std::vec::IntoIter<Merge>>,
    open: Vec<(Merge, Value<'static>)>,
}

impl FillDown {
    fn new(mut merges: Vec<Merge>) -> Self {
        merges.retain(|merge| merge.last_row > merge.first_row);
        merges.sort_unstable();
        Self { merges: merges.into_iter().peekable(), open: Vec::new() }
    }

    fn fill(&mut self, row: u32, cells: &mut Vec<SheetCell<'_>>) {
        self.open.retain(|(merge, _)| merge.last_row >= row);
        for (merge, value) in &self.open {
            if let Err(place) = cells.binary_search_by_key(&merge.column, |cell| cell.column) {
                cells.insert(place, SheetCell { row, column: merge.column, value: value.clone(), merged_rows: 0 });
            }
        }
        while let Some(merge) = self.merges.next_if(|merge| merge.first_row <= row) {
            if let Ok(place) = cells.binary_search_by_key(&merge.column, |cell| cell.column)
                && let Some(cell) = cells.get_mut(place).filter(|_| merge.first_row == row)
            {
                cell.merged_rows = merge.last_row - merge.first_row;
            }
        }
        for cell in cells.iter().filter(|cell| cell.merged_rows > 0 && matches!(cell.value, Value::Text(_) | Value::Date(_))) {
            let merge = Merge { first_row: row, last_row: row.saturating_add(cell.merged_rows), column: cell.column };
            self.open.push((merge, cell.value.clone().into_owned()));
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
mod tests {
    use super::*;

    struct Fixed(std::vec::IntoIter<SheetCell<'static>>);

    impl CellStream<'static> for Fixed {
        fn next_cell(&mut self) -> Result<Option<SheetCell<'static>>, ImportError> {
            Ok(self.0.next())
        }
        fn position(&self) -> u64 {
            0
        }
    }

    /// `row column text|number` a line; the rows come out as `number: cell¦cell`.
    fn rows(cells: &str, merges: &[(u32, u32, u32)]) -> Result<Vec<String>, ImportError> {
        let cells = cells.lines().map(|line| {
            let mut words = line.split_whitespace();
            let mut number = || words.next().unwrap().parse().unwrap();
            let (row, column) = (number(), number());
            let word = words.next().unwrap();
            let value = word.parse().map_or_else(|_| Value::Text(word.to_owned().into()), Value::Number);
            SheetCell { row, column, value, merged_rows: 0 }
        });
        let merges = merges.iter().map(|&(first_row, last_row, column)| Merge { first_row, last_row, column }).collect();
        let mut reader = SheetRows::new(Fixed(cells.collect::<Vec<_>>().into_iter()), merges);
        let (mut row, mut lines) = (Row::default(), Vec::new());
        while reader.read_row(&mut row)? {
            let cells: Vec<_> = (0..row.len())
                .map(|column| match row.cell(column) {
                    Cell::Text(text) => text.to_owned(),
                    Cell::Number(value) => value.to_string(),
                    _ => String::new(),
                })
                .collect();
            lines.push(format!("{}: {}", row.number, cells.join("¦")));
        }
        Ok(lines)
    }

    #[test]
    fn gaps_become_blank_rows_and_empty_cells() {
        assert_eq!(rows("2 1 a\n2 3 b\n4 0 c", &[]).unwrap(), ["1: ", "2: ", "3: ¦a¦¦b", "4: ", "5: c"]);
    }

    #[test]
    fn cells_out_of_order_within_a_row_are_put_right_and_rows_out_of_order_refused() {
        assert_eq!(rows("0 2 c\n0 0 a", &[]).unwrap(), ["1: a¦¦c"]);
        assert!(matches!(rows("3 0 a\n1 0 b", &[]), Err(ImportError::Damaged { .. })));
        assert!(matches!(rows("4294967295 0 a", &[]), Err(ImportError::Damaged { .. })));
    }

    #[test]
    fn merged_text_is_filled_down_and_merged_numbers_are_not() {
        let cells = "0 0 North\n0 1 5\n0 2 7\n1 1 6\n3 1 8\n4 1 9";
        assert_eq!(rows(cells, &[(0, 3, 0), (0, 3, 2), (2, 2, 1)]).unwrap(), ["1: North¦5¦7", "2: North¦6", "3: ", "4: North¦8", "5: ¦9"]);
    }
}
