//! The streaming cell readers of calamine (XLSX, XLSB) as a stream of our cells, and its errors as ours.
//! Its dense ranges are never used: two cells in opposite corners would fill the memory.

use calamine::{Cell, CellErrorType, DataRef, XlsbError, XlsxCellReader, XlsxError};

use super::ImportError;
use super::input::FileBytes;
use super::serial::{day_from_iso, days_from_duration, share_of_day};
use super::sheet_rows::{CellStream, SheetCell, Value};
use super::workbook::Progress;

/// Cells out of either reader: `next` gives the next one, an error for one cell alone has been passed over in it.
pub(super) struct CalamineCells<F> {
    pub next: F,
    pub is_1904: bool,
    pub progress: Progress,
}

impl<'a, F> CellStream<'a> for CalamineCells<F>
where
    F: FnMut() -> Result<Option<Cell<DataRef<'a>>>, ImportError>,
{
    fn next_cell(&mut self) -> Result<Option<SheetCell<'a>>, ImportError> {
        while let Some(cell) = (self.next)()? {
            let (row, column) = cell.get_position();
            if let Some(value) = value(cell.get_value(), self.is_1904) {
                return Ok(Some(SheetCell { row, column, value, merged_rows: 0 }));
            }
        }
        Ok(None)
    }

    fn position(&self) -> u64 {
        self.progress.position()
    }
}

/// The next cell of an XLSX sheet. One cell that cannot be read is no reason to lose the sheet: it stays empty.
pub(super) fn next_xlsx_cell<'a>(cells: &mut XlsxCellReader<'a, FileBytes>) -> Result<Option<Cell<DataRef<'a>>>, ImportError> {
    loop {
        match cells.next_cell() {
            Ok(cell) => return Ok(cell),
            Err(error) if concerns_one_cell(&error) => {}
            Err(error) => return Err(xlsx_error(error)),
        }
    }
}

fn concerns_one_cell(error: &XlsxError) -> bool {
    matches!(
        error,
        XlsxError::CellError(_)
            | XlsxError::CellTAttribute(_)
            | XlsxError::ParseFloat(_)
            | XlsxError::Unrecognized { .. }
            | XlsxError::Unexpected(_)
    )
}

fn value<'a>(value: &DataRef<'a>, is_1904: bool) -> Option<Value<'a>> {
    match value {
        DataRef::Empty => None,
        DataRef::Int(value) => Some(Value::Number(*value as f64)),
        DataRef::Float(value) => Some(Value::number(*value)),
        DataRef::String(text) => Value::text(text.clone()),
        DataRef::SharedString(text) => Value::text(*text),
        DataRef::Bool(value) => Some(Value::Bool(*value)),
        DataRef::DateTime(date) if date.is_duration() => Some(Value::number(date.as_f64())),
        DataRef::DateTime(date) => Some(Value::day(date.as_f64(), is_1904)),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => iso(text),
        DataRef::Error(error) => Some(Value::Error(error_code(error))),
    }
}

/// An ISO date, time of day or duration.
fn iso(text: &str) -> Option<Value<'static>> {
    let days = share_of_day(text).or_else(|| days_from_duration(text)).map(Value::Number);
    day_from_iso(text).map(Value::Date).or(days).or_else(|| Value::text(text.to_owned()))
}

fn error_code(error: &CellErrorType) -> &'static str {
    match error {
        CellErrorType::Div0 => "#DIV/0!",
        CellErrorType::NA => "#N/A",
        CellErrorType::Name => "#NAME?",
        CellErrorType::Null => "#NULL!",
        CellErrorType::Num => "#NUM!",
        CellErrorType::Ref => "#REF!",
        CellErrorType::Value => "#VALUE!",
        CellErrorType::GettingData => "#GETTING_DATA",
    }
}

pub(super) fn xlsx_error(error: XlsxError) -> ImportError {
    match error {
        XlsxError::Password => ImportError::Protected,
        XlsxError::WorksheetNotFound(_) => ImportError::NoSuchSheet,
        other => ImportError::Damaged { detail: other.to_string() },
    }
}

pub(super) fn xlsb_error(error: XlsbError) -> ImportError {
    match error {
        XlsbError::Password => ImportError::Protected,
        XlsbError::WorksheetNotFound(_) => ImportError::NoSuchSheet,
        other => ImportError::Damaged { detail: other.to_string() },
    }
}
