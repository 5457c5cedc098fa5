//! The cells of one sheet, record by record.

use std::io::BufRead;

use super::super::ImportError;
use super::super::biff::{Texts, error, f64_at, u32_at, unpack};
use super::super::number_format::NumberKind;
use super::super::sheet_rows::{CellStream, MOST_COLUMNS, Merge, SheetCell, Value};
use super::super::workbook::Progress;
use super::Part;
use super::records::{Records, wide_text};

const ROW: u16 = 0;
const PACKED: u16 = 2;
const ERROR: u16 = 3;
const BOOL: u16 = 4;
const NUMBER: u16 = 5;
const TEXT: u16 = 6;
const SHARED_TEXT: u16 = 7;
const FORMULA_TEXT: u16 = 8;
const FORMULA_NUMBER: u16 = 9;
const FORMULA_BOOL: u16 = 10;
const FORMULA_ERROR: u16 = 11;
const RICH_TEXT: u16 = 62;
const SHEET_DATA_END: u16 = 146;
const MERGED_CELLS: u16 = 176;

pub(in super::super) struct XlsbCells<'a> {
    records: Records<Part<'a>>,
    strings: &'a Texts,
    kinds: &'a [NumberKind],
    is_1904: bool,
    progress: Progress,
    row: u32,
}

impl<'a> XlsbCells<'a> {
    pub(super) fn new(records: Records<Part<'a>>, strings: &'a Texts, kinds: &'a [NumberKind], is_1904: bool, progress: Progress) -> Self {
        Self { records, strings, kinds, is_1904, progress, row: 0 }
    }
}

impl<'a> CellStream<'a> for XlsbCells<'a> {
    fn next_cell(&mut self) -> Result<Option<SheetCell<'a>>, ImportError> {
        while let Some((kind, data)) = self.records.next()? {
            match kind {
                ROW => self.row = u32_at(data, 0).unwrap_or(u32::MAX),
                SHEET_DATA_END => return Ok(None),
                _ => {
                    let format = Format { kinds: self.kinds, is_1904: self.is_1904 };
                    if let Some(value) = value(kind, data, self.strings, &format) {
                        let column = u32_at(data, 0).unwrap_or(u32::MAX);
                        return Ok(Some(SheetCell { row: self.row, column, value, merged_rows: 0 }));
                    }
                }
            }
        }
        Ok(None)
    }

    fn position(&self) -> u64 {
        self.progress.position()
    }
}

struct Format<'a> {
    kinds: &'a [NumberKind],
    is_1904: bool,
}

impl Format<'_> {
    /// A number, or the day it is by the cell's format.
    fn value(&self, number: f64, data: &[u8]) -> Option<Value<'static>> {
        let index = u32_at(data, 4)? & 0x00ff_ffff;
        Some(match self.kinds.get(index as usize) {
            Some(NumberKind::Date) => Value::day(number, self.is_1904),
            _ => Value::number(number),
        })
    }
}

/// The value of a cell record; `None` for blank cells, other records and records cut short.
fn value<'a>(kind: u16, data: &[u8], strings: &'a Texts, format: &Format<'_>) -> Option<Value<'a>> {
    match kind {
        PACKED => format.value(unpack(u32_at(data, 8)?), data),
        NUMBER | FORMULA_NUMBER => format.value(f64_at(data, 8)?, data),
        ERROR | FORMULA_ERROR => error(*data.get(8)?),
        BOOL | FORMULA_BOOL => Some(Value::Bool(*data.get(8)? != 0)),
        TEXT | FORMULA_TEXT => Value::text(wide_text(data, 8)?.0),
        RICH_TEXT => Value::text(wide_text(data, 9)?.0),
        SHARED_TEXT => Value::text(strings.get(u32_at(data, 8)? as usize)?),
        _ => None,
    }
}

/// The merged blocks, which stand behind the cells.
pub(super) fn merges(mut records: Records<impl BufRead>) -> Result<Vec<Merge>, ImportError> {
    let mut merges = Vec::new();
    while let Some((kind, data)) = records.next()? {
        if kind == MERGED_CELLS
            && let (Some(first_row), Some(last_row), Some(column)) = (u32_at(data, 0), u32_at(data, 4), u32_at(data, 8))
        {
            merges.push(Merge { first_row, last_row, column: column.min(MOST_COLUMNS) });
        }
    }
    Ok(merges)
}
