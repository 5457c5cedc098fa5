//! The cells of one sheet, record by record.

use super::super::ImportError;
use super::super::biff::{error, f64_at, u16_at, u32_at, unpack};
use super::super::number_format::NumberKind;
use super::super::sheet_rows::{CellStream, SheetCell, Value};
use super::globals::XlsBook;
use super::records::{Record, Records};
use super::text::text;

const FORMULA: [u16; 3] = [0x0006, 0x0206, 0x0406];
const FORMULA_TEXT: u16 = 0x0207;
const NUMBER: u16 = 0x0203;
const PACKED: u16 = 0x027e;
const PACKED_ROW: u16 = 0x00bd;
const SHARED_TEXT: u16 = 0x00fd;
const LABEL: u16 = 0x0204;
const RICH_LABEL: u16 = 0x00d6;
const BOOL_OR_ERROR: u16 = 0x0205;

pub(in super::super) struct XlsCells<'a> {
    book: &'a XlsBook,
    records: Records<'a>,
    /// A row of packed numbers that has not been handed out wholly, and the next of its cells.
    packed: Option<(&'a [u8], usize)>,
    /// Where the text of a formula's result belongs; it follows in a record of its own.
    awaiting_text: Option<(u32, u32)>,
}

impl<'a> XlsCells<'a> {
    pub(super) fn new(book: &'a XlsBook, records: Records<'a>) -> Self {
        Self { book, records, packed: None, awaiting_text: None }
    }

    fn cell(&mut self, record: Record<'a>) -> Option<SheetCell<'a>> {
        if record.kind == FORMULA_TEXT {
            return self.formula_text(record);
        }
        let data = record.data;
        if record.kind == PACKED_ROW {
            self.packed = Some((data, 0));
            return None;
        }
        let (row, column) = (u32::from(u16_at(data, 0)?), u32::from(u16_at(data, 2)?));
        let format = u16_at(data, 4)?;
        let value = match record.kind {
            NUMBER => Some(self.number(f64_at(data, 6)?, format)),
            PACKED => Some(self.number(unpack(u32_at(data, 6)?), format)),
            SHARED_TEXT => Value::text(self.book.strings.get(u32_at(data, 6)? as usize)?),
            LABEL | RICH_LABEL => Value::text(text(&self.records.with_continuation(record), 6, 2, self.book.text_kind)?),
            BOOL_OR_ERROR => bool_or_error(*data.get(6)?, *data.get(7)?),
            kind if FORMULA.contains(&kind) => self.formula(data, (row, column), format),
            _ => None,
        };
        Some(SheetCell { row, column, value: value?, merged_rows: 0 })
    }

    fn number(&self, value: f64, format: u16) -> Value<'a> {
        match self.book.kinds.get(usize::from(format)) {
            Some(NumberKind::Date) => Value::day(value, self.book.is_1904),
            _ => Value::number(value),
        }
    }

    /// The cached result of a formula.
    fn formula(&mut self, data: &[u8], place: (u32, u32), format: u16) -> Option<Value<'a>> {
        if u16_at(data, 12)? != 0xffff {
            return Some(self.number(f64_at(data, 6)?, format));
        }
        let result = *data.get(8)?;
        match data.get(6)? {
            0 => {
                self.awaiting_text = Some(place);
                None
            }
            1 => bool_or_error(result, 0),
            2 => bool_or_error(result, 1),
            _ => None,
        }
    }

    fn formula_text(&mut self, record: Record<'a>) -> Option<SheetCell<'a>> {
        let (row, column) = self.awaiting_text.take()?;
        let text = text(&self.records.with_continuation(record), 0, 2, self.book.text_kind)?;
        Some(SheetCell { row, column, value: Value::text(text)?, merged_rows: 0 })
    }

    /// The next number of a packed row: row, first column, then format and number by turns, last column.
    fn next_packed(&mut self) -> Option<SheetCell<'a>> {
        const PAIR: usize = 6;
        let (data, index) = self.packed.take()?;
        let at = 4 + index * PAIR;
        if at + PAIR + 2 > data.len() {
            return None;
        }
        self.packed = Some((data, index + 1));
        let value = self.number(unpack(u32_at(data, at + 2)?), u16_at(data, at)?);
        Some(SheetCell { row: u32::from(u16_at(data, 0)?), column: u32::from(u16_at(data, 2)?) + index as u32, value, merged_rows: 0 })
    }
}

impl<'a> CellStream<'a> for XlsCells<'a> {
    fn next_cell(&mut self) -> Result<Option<SheetCell<'a>>, ImportError> {
        if let Some(cell) = self.next_packed() {
            return Ok(Some(cell));
        }
        while let Some(record) = self.records.next_of_sheet() {
            if let Some(cell) = self.cell(record).or_else(|| self.next_packed()) {
                return Ok(Some(cell));
            }
        }
        Ok(None)
    }

    fn position(&self) -> u64 {
        self.records.position() as u64
    }
}

fn bool_or_error(value: u8, is_error: u8) -> Option<Value<'static>> {
    if is_error == 0 { Some(Value::Bool(value != 0)) } else { error(value) }
}
