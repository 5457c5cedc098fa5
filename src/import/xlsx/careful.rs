//! The careful way through a workbook: calamine's streaming cell reader, its cells as ours, its errors as ours. Its dense ranges are
//! never used: two cells in opposite corners would fill the memory.

use calamine::{CellErrorType, DataRef, Reader as _, Sheet, SheetType, SheetVisible, Xlsx, XlsxCellReader, XlsxError};

use super::super::input::FileBytes;
use super::super::sheet_rows::{CellStream, Merge, SheetCell, Value};
use super::super::workbook::Progress;
use super::super::{ImportError, SheetInfo};
use super::iso;

/// A workbook with all its strings.
pub(super) struct CarefulBook(Xlsx<FileBytes>);

impl CarefulBook {
    /// The package has been inspected: nothing in it inflates or claims beyond reason.
    pub fn open(bytes: FileBytes) -> Result<Self, ImportError> {
        Xlsx::new(bytes).map(Self).map_err(damaged)
    }

    pub fn sheets(&self) -> Vec<SheetInfo> {
        let holds_cells = |sheet: &&Sheet| matches!(sheet.typ, SheetType::WorkSheet | SheetType::DialogSheet);
        let info = |sheet: &Sheet| SheetInfo { hidden: sheet.visible != SheetVisible::Visible, name: sheet.name.clone() };
        self.0.sheets_metadata().iter().filter(holds_cells).map(info).collect()
    }

    pub fn merges(&mut self, sheet: &str) -> Vec<Merge> {
        // A merged block that cannot be read (`#REF!`) is no reason to lose the cells.
        let merges = self.0.merge_cells_by_sheet_name(sheet).unwrap_or_default();
        let merge = |block: calamine::Dimensions| Merge { first_row: block.start.0, last_row: block.end.0, column: block.start.1 };
        merges.into_iter().map(merge).collect()
    }

    /// The cells of a sheet behind those passed over.
    pub fn cells(&mut self, sheet: &str, passed: u64, progress: FileBytes) -> Result<XlsxCells<'_>, ImportError> {
        let (is_1904, progress) = (self.0.has_1904_epoch(), Progress::from(progress));
        let cells = self.0.worksheet_cells_reader(sheet).map_err(damaged)?;
        let mut cells = XlsxCells { cells, is_1904, progress };
        for _ in 0..passed {
            cells.next_cell()?;
        }
        Ok(cells)
    }
}
pub(super) struct XlsxCells<'a> {
    cells: XlsxCellReader<'a, FileBytes>,
    is_1904: bool,
    progress: Progress,
}

impl<'a> CellStream<'a> for XlsxCells<'a> {
    fn next_cell(&mut self) -> Result<Option<SheetCell<'a>>, ImportError> {
        loop {
            match self.cells.next_cell() {
                Ok(None) => return Ok(None),
                Ok(Some(cell)) => {
                    let (row, column) = cell.get_position();
                    if let Some(value) = value(cell.get_value(), self.is_1904) {
                        return Ok(Some(SheetCell { row, column, value, merged_rows: 0 }));
                    }
                }
                // One cell that cannot be read is no reason to lose the sheet: it stays empty.
                Err(error) if concerns_one_cell(&error) => {}
                Err(error) => return Err(damaged(error)),
            }
        }
    }

    fn position(&self) -> u64 {
        self.progress.position()
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

fn damaged(error: XlsxError) -> ImportError {
    match error {
        XlsxError::Password => ImportError::Protected,
        XlsxError::WorksheetNotFound(_) => ImportError::NoSuchSheet,
        other => ImportError::Damaged { detail: other.to_string() },
    }
}
