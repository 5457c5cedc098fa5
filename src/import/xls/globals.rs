//! The part of a workbook stream that is common to its sheets: their names, shared strings, number formats, date system.

use super::super::biff::{Texts, u16_at, u32_at};
use super::super::number_format::{NumberKind, builtin, custom};
use super::super::sheet_rows::{MOST_COLUMNS, Merge};
use super::super::{ImportError, SheetInfo};
use super::cells::XlsCells;
use super::records::{BEGIN, END, Record, Records};
use super::text::{TextKind, code_page, shared_texts, text};

const FILE_PASS: u16 = 0x002f;
const CODE_PAGE: u16 = 0x0042;
const DATE_MODE: u16 = 0x0022;
const FORMAT: u16 = 0x041e;
const EXTENDED_FORMAT: u16 = 0x00e0;
const BOUND_SHEET: u16 = 0x0085;
const SHARED_STRINGS: u16 = 0x00fc;
const MERGED_CELLS: u16 = 0x00e5;
const BIFF8: u16 = 0x0600;

/// An opened workbook.
pub(in super::super) struct XlsBook {
    stream: Vec<u8>,
    pub sheets: Vec<SheetInfo>,
    /// Where the records of each sheet begin.
    starts: Vec<usize>,
    pub(super) strings: Texts,
    /// What a number is, by the index of its cell format.
    pub(super) kinds: Vec<NumberKind>,
    pub(super) text_kind: TextKind,
    pub(super) is_1904: bool,
}

impl XlsBook {
    pub fn read(stream: Vec<u8>) -> Result<Self, ImportError> {
        let mut book = Self {
            stream: Vec::new(),
            sheets: Vec::new(),
            starts: Vec::new(),
            strings: Texts::default(),
            kinds: Vec::new(),
            text_kind: TextKind::Unicode,
            is_1904: false,
        };
        let mut records = Records::new(&stream, 0);
        match records.next() {
            Some(first) if first.kind == BEGIN && u16_at(first.data, 0) >= Some(BIFF8) => {}
            Some(first) if first.kind == BEGIN => book.text_kind = TextKind::Bytes(code_page(0)),
            Some(first) if matches!(first.kind, 0x0009 | 0x0209 | 0x0409) => return Err(old_excel()),
            _ => return Err(ImportError::Damaged { detail: "workbook stream: no beginning".to_owned() }),
        }
        let (mut formats, mut uses) = (Vec::new(), Vec::new());
        while let Some(record) = records.next() {
            match record.kind {
                FILE_PASS => return Err(ImportError::Protected),
                END => break,
                FORMAT => formats.extend(format(record, book.text_kind)),
                EXTENDED_FORMAT => uses.push(u16_at(record.data, 2).unwrap_or(0)),
                SHARED_STRINGS => book.strings = shared_texts(&records.with_continuation(record)),
                _ => book.take(record),
            }
        }
        let kind = |id: &u16| formats.iter().rev().find(|(format, _)| format == id).map_or_else(|| builtin(*id), |&(_, kind)| kind);
        book.kinds = uses.iter().map(kind).collect();
        book.stream = stream;
        Ok(book)
    }

    fn take(&mut self, record: Record<'_>) {
        match (record.kind, self.text_kind) {
            (CODE_PAGE, TextKind::Bytes(_)) => self.text_kind = TextKind::Bytes(code_page(u16_at(record.data, 0).unwrap_or(0))),
            (DATE_MODE, _) => self.is_1904 = u16_at(record.data, 0) == Some(1),
            (BOUND_SHEET, _) => self.take_sheet(record.data),
            _ => {}
        }
    }

    fn take_sheet(&mut self, data: &[u8]) {
        const WORKSHEET: u8 = 0;
        if let (Some(start), Some(&state), Some(&WORKSHEET)) = (u32_at(data, 0), data.get(4), data.get(5)) {
            let name = text(&[data], 6, 1, self.text_kind).unwrap_or_default().replace('\0', "");
            self.sheets.push(SheetInfo { name, hidden: state & 3 != 0 });
            self.starts.push(start as usize);
        }
    }

    /// The cells of a sheet with its merged blocks.
    pub fn cells(&self, sheet: usize) -> Result<(XlsCells<'_>, Vec<Merge>), ImportError> {
        let start = *self.starts.get(sheet).ok_or(ImportError::NoSuchSheet)?;
        let mut records = Records::new(&self.stream, start);
        if records.next().is_none_or(|first| first.kind != BEGIN) {
            return Err(ImportError::Damaged { detail: format!("sheet {}: no beginning", sheet + 1) });
        }
        let (mut ahead, mut blocks) = (records.clone(), Vec::new());
        while let Some(record) = ahead.next_of_sheet() {
            if record.kind == MERGED_CELLS {
                blocks.extend(merges(record));
            }
        }
        Ok((XlsCells::new(self, records), blocks))
    }
}

fn merges(record: Record<'_>) -> Vec<Merge> {
    let blocks = record.data.get(2..).unwrap_or_default().as_chunks::<8>().0.iter();
    let merge = |block: &[u8; 8]| {
        let number = |at| u16_at(block, at).map_or(0, u32::from);
        Merge { first_row: number(0), last_row: number(2), column: number(4).min(MOST_COLUMNS) }
    };
    blocks.map(merge).collect()
}

fn format(record: Record<'_>, kind: TextKind) -> Option<(u16, NumberKind)> {
    let length_bytes = if matches!(kind, TextKind::Unicode) { 2 } else { 1 };
    Some((u16_at(record.data, 0)?, custom(&text(&[record.data], 2, length_bytes, kind)?)))
}

fn old_excel() -> ImportError {
    ImportError::NotATable { what: "excel-4".to_owned() }
}
