//! Excel 2003's XML spreadsheets, which some systems still send as `.xls`. Knows nothing of rows.

use quick_xml::events::{BytesStart, Event};

use super::input::FileBytes;
use super::serial::day_from_iso;
use super::sheet_rows::{CellStream, SheetCell, Value};
use super::transcode::Utf8Reader;
use super::xml::{Xml, attribute, count, text_of};
use super::{ImportError, InputFile, SheetInfo, TextFacts};

type Content = Xml<Utf8Reader<FileBytes>>;

fn content(bytes: FileBytes, facts: &TextFacts) -> Result<Content, ImportError> {
    Ok(Xml::new(Utf8Reader::after_mark(bytes, facts.mark, facts.encoding)?))
}

/// The sheets in the file's order.
pub(super) fn sheets(file: &InputFile, facts: &TextFacts) -> Result<Vec<SheetInfo>, ImportError> {
    let mut xml = content(file.bytes(), facts)?;
    let mut sheets = Vec::<SheetInfo>::new();
    let mut visibility = false;
    loop {
        let event = xml.next()?;
        match &event {
            Event::Start(element) => match element.local_name().as_ref() {
                "Worksheet" => sheets.push(SheetInfo { name: attribute(element, "Name").unwrap_or_default(), hidden: false }),
                "Table" => xml.skip_element()?,
                name => visibility = name == "Visible",
            },
            Event::End(_) => visibility = false,
            Event::Eof => return Ok(sheets),
            event => {
                if let Some(sheet) = sheets.last_mut().filter(|_| visibility) {
                    sheet.hidden = text_of(event).is_some_and(|text| text.contains("Hidden"));
                }
            }
        }
    }
}

/// The cells of the sheet at a place of [`sheets`].
pub(super) fn cells(bytes: FileBytes, facts: &TextFacts, sheet: usize) -> Result<Xml2003Cells, ImportError> {
    let mut xml = content(bytes, facts)?;
    let mut before = sheet;
    loop {
        match xml.next()? {
            Event::Start(element) if element.local_name().as_ref() == "Worksheet" => match before.checked_sub(1) {
                None => return Ok(Xml2003Cells { xml, row: 0, column: 0, ended: false }),
                Some(left) => {
                    before = left;
                    xml.skip_element()?;
                }
            },
            Event::Eof => return Err(ImportError::NoSuchSheet),
            _ => {}
        }
    }
}

pub(super) struct Xml2003Cells {
    xml: Content,
    /// 1-based, of the row and cell that came last.
    row: u32,
    column: u32,
    ended: bool,
}

impl CellStream<'static> for Xml2003Cells {
    fn next_cell(&mut self) -> Result<Option<SheetCell<'static>>, ImportError> {
        while !self.ended {
            match self.xml.next()? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "Row" => {
                        self.row = count(&element, "Index", self.row.saturating_add(1));
                        self.column = 0;
                    }
                    "Cell" => {
                        let opening = Opening::read(&element, self.column);
                        self.column = opening.column.saturating_add(opening.merged_columns);
                        let place = (self.row.saturating_sub(1), opening.column.saturating_sub(1));
                        if let Some(value) = cell_value(&mut self.xml)? {
                            return Ok(Some(SheetCell { row: place.0, column: place.1, value, merged_rows: opening.merged_rows }));
                        }
                    }
                    "Table" => {}
                    _ => self.xml.skip_element()?,
                },
                Event::End(element) if element.local_name().as_ref() == "Table" => self.ended = true,
                Event::Eof => return Err(ImportError::Truncated),
                _ => {}
            }
        }
        Ok(None)
    }

    fn position(&self) -> u64 {
        self.xml.source().consumed()
    }
}

struct Opening {
    /// 1-based.
    column: u32,
    merged_columns: u32,
    merged_rows: u32,
}

impl Opening {
    fn read(element: &BytesStart<'_>, before: u32) -> Self {
        Self {
            column: count(element, "Index", before.saturating_add(1)),
            merged_columns: count(element, "MergeAcross", 0),
            merged_rows: count(element, "MergeDown", 0),
        }
    }
}

/// The value of a cell whose start came last.
fn cell_value(xml: &mut Content) -> Result<Option<Value<'static>>, ImportError> {
    let mut value = None;
    loop {
        match xml.next()? {
            Event::Start(element) if element.local_name().as_ref() == "Data" => {
                let kind = attribute(&element, "Type").unwrap_or_default();
                let text = element_text(xml)?;
                value = typed(&kind, text);
            }
            // A note has data of its own.
            Event::Start(_) => xml.skip_element()?,
            Event::End(_) => return Ok(value),
            Event::Eof => return Err(ImportError::Truncated),
            _ => {}
        }
    }
}

fn element_text(xml: &mut Content) -> Result<String, ImportError> {
    let (mut text, mut depth) = (String::new(), 0_u32);
    loop {
        let event = xml.next()?;
        match &event {
            Event::Start(_) => depth += 1,
            Event::End(_) => match depth.checked_sub(1) {
                Some(left) => depth = left,
                None => return Ok(text),
            },
            Event::Eof => return Err(ImportError::Truncated),
            event => text.push_str(&text_of(event).unwrap_or_default()),
        }
    }
}

fn typed(kind: &str, text: String) -> Option<Value<'static>> {
    let codes = ["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"];
    let read = match kind {
        "Number" => text.trim().parse().ok().map(Value::number),
        "DateTime" => day_from_iso(text.trim()).map(Value::Date),
        "Boolean" => Some(Value::Bool(text.trim() == "1")),
        "Error" => codes.into_iter().find(|code| *code == text.trim()).map(Value::Error),
        _ => None,
    };
    read.or_else(|| Value::text(text))
}
