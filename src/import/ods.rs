//! ODS: the content of an OpenDocument spreadsheet, read as a stream. A row or a cell may say that it stands for a million;
//! only those that hold something are handed out. Knows nothing of rows.

use std::collections::BTreeSet;
use std::io::BufReader;

use quick_xml::events::{BytesStart, Event};
use zip::read::ZipFile;

use super::input::FileBytes;
use super::package::{Archive, damaged};
use super::serial::{day_from_iso, days_from_duration};
use super::sheet_rows::{CellStream, MOST_COLUMNS, MOST_ROWS, SheetCell, Value};
use super::workbook::Progress;
use super::xml::{Xml, attribute, count, text_of};
use super::{ImportError, SheetInfo};

/// Memory that repeating one cell over the columns of its row may take.
const MOST_REPEATED_BYTES: usize = 64 << 20;
/// Cells that one row may stand for by being repeated.
const MOST_REPEATED_CELLS: u64 = 20_000_000;

type Content<'a> = Xml<BufReader<ZipFile<'a, FileBytes>>>;

fn content(archive: &mut Archive) -> Result<Content<'_>, ImportError> {
    Ok(Xml::new(BufReader::new(archive.by_name("content.xml").map_err(damaged)?)))
}

/// The sheets in the document's order.
pub(super) fn sheets(archive: &mut Archive) -> Result<Vec<SheetInfo>, ImportError> {
    let mut xml = content(archive)?;
    let (mut sheets, mut hidden_styles, mut style) = (Vec::new(), BTreeSet::new(), String::new());
    loop {
        match xml.next()? {
            Event::Start(element) => match element.local_name().as_ref() {
                "style" => style = attribute(&element, "name").unwrap_or_default(),
                "table-properties" if attribute(&element, "display").as_deref() == Some("false") => {
                    hidden_styles.insert(style.clone());
                }
                "table" => {
                    let hidden = attribute(&element, "style-name").is_some_and(|style| hidden_styles.contains(&style));
                    sheets.push(SheetInfo { name: attribute(&element, "name").unwrap_or_default(), hidden });
                    xml.skip_element()?;
                }
                _ => {}
            },
            Event::Eof => return Ok(sheets),
            _ => {}
        }
    }
}

/// The cells of the sheet at a place of [`sheets`].
pub(super) fn cells<'a>(archive: &'a mut Archive, sheet: usize, progress: Progress) -> Result<OdsCells<'a>, ImportError> {
    let mut xml = content(archive)?;
    let mut before = sheet;
    loop {
        match xml.next()? {
            Event::Start(element) if element.local_name().as_ref() == "table" => match before.checked_sub(1) {
                None => return Ok(OdsCells { xml, progress, row: 0, cells: Vec::new(), at: 0, repeats: 0 }),
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

pub(super) struct OdsCells<'a> {
    xml: Content<'a>,
    progress: Progress,
    /// 0-based number of the row in `cells`, or of the next one where that is empty.
    row: u32,
    cells: Vec<OdsCell>,
    /// The next of `cells` to hand out.
    at: usize,
    /// Rows like the one in `cells` that are still to come, itself included.
    repeats: u32,
}

#[derive(Clone)]
struct OdsCell {
    column: u32,
    value: Value<'static>,
    merged_rows: u32,
}

impl<'a> CellStream<'a> for OdsCells<'a> {
    fn next_cell(&mut self) -> Result<Option<SheetCell<'a>>, ImportError> {
        while self.at == self.cells.len() {
            if self.repeats > 1 {
                self.repeats -= 1;
                self.row += 1;
                self.at = 0;
            } else if !self.next_filled_row()? {
                return Ok(None);
            }
        }
        let Some(OdsCell { column, value, merged_rows }) = self.cells.get(self.at).cloned() else { return Ok(None) };
        self.at += 1;
        Ok(Some(SheetCell { row: self.row, column, value, merged_rows }))
    }

    fn position(&self) -> u64 {
        self.progress.position()
    }
}

impl OdsCells<'_> {
    /// Goes on to the next row that holds anything.
    fn next_filled_row(&mut self) -> Result<bool, ImportError> {
        self.row = self.row.saturating_add(self.repeats);
        self.repeats = 0;
        self.cells.clear();
        self.at = 0;
        while self.row < MOST_ROWS {
            let repeated = match self.xml.next()? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "table-row" => count(&element, "number-rows-repeated", 1),
                    "table-header-rows" | "table-row-group" | "table-rows" => continue,
                    _ => {
                        self.xml.skip_element()?;
                        continue;
                    }
                },
                Event::End(element) if element.local_name().as_ref() == "table" => return Ok(false),
                Event::Eof => return Err(ImportError::Truncated),
                _ => continue,
            };
            self.read_cells()?;
            if self.cells.is_empty() {
                self.row = self.row.saturating_add(repeated);
            } else {
                self.repeats = repeated.min(MOST_ROWS - self.row);
                let size = u64::from(self.repeats) * self.cells.len() as u64;
                return if size > MOST_REPEATED_CELLS { Err(ImportError::TooLarge { size, limit: MOST_REPEATED_CELLS }) } else { Ok(true) };
            }
        }
        Ok(false)
    }

    fn read_cells(&mut self) -> Result<(), ImportError> {
        let mut column = 0_u32;
        loop {
            match self.xml.next()? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "table-cell" | "covered-table-cell" => {
                        let opening = Opening::read(&element);
                        let text = cell_text(&mut self.xml)?;
                        let repeated = opening.repeated.min(MOST_COLUMNS.saturating_sub(column));
                        self.push(column, repeated, opening, text)?;
                        column += repeated;
                    }
                    _ => self.xml.skip_element()?,
                },
                Event::End(_) => return Ok(()),
                Event::Eof => return Err(ImportError::Truncated),
                _ => {}
            }
        }
    }

    fn push(&mut self, column: u32, repeated: u32, opening: Opening, text: String) -> Result<(), ImportError> {
        let size = text.len().saturating_mul(repeated as usize);
        if size > MOST_REPEATED_BYTES {
            return Err(ImportError::TooLarge { size: size as u64, limit: MOST_REPEATED_BYTES as u64 });
        }
        let merged_rows = opening.merged_rows;
        if let Some(value) = opening.value(text) {
            let cell = |column| OdsCell { column, value: value.clone(), merged_rows };
            self.cells.extend((column..column + repeated).map(cell));
        }
        Ok(())
    }
}

/// What a cell says of itself besides its text.
struct Opening {
    kind: Option<String>,
    value: Option<String>,
    formula: bool,
    repeated: u32,
    /// Rows below that are merged with this one.
    merged_rows: u32,
}

impl Opening {
    fn read(element: &BytesStart<'_>) -> Self {
        // `calcext:value-type` stands beside `office:value-type` and says "error" where the latter says "string".
        let kind = attribute(element, "value-type");
        let value = match kind.as_deref() {
            Some("float" | "percentage" | "currency") => attribute(element, "value"),
            Some("date") => attribute(element, "date-value"),
            Some("time") => attribute(element, "time-value"),
            Some("boolean") => attribute(element, "boolean-value"),
            _ => attribute(element, "string-value"),
        };
        Self {
            kind,
            value,
            formula: attribute(element, "formula").is_some(),
            repeated: count(element, "number-columns-repeated", 1),
            merged_rows: count(element, "number-rows-spanned", 1).saturating_sub(1),
        }
    }

    fn value(self, text: String) -> Option<Value<'static>> {
        let given = self.value.as_deref().unwrap_or_default();
        let read = match self.kind.as_deref() {
            Some("float" | "percentage" | "currency") => given.parse().ok().map(Value::number),
            Some("date") => day_from_iso(given).map(Value::Date),
            Some("time") => days_from_duration(given).map(Value::Number),
            Some("boolean") => Some(Value::Bool(given == "true")),
            _ if self.formula => error_code(&text).map(Value::Error),
            _ => None,
        };
        let text = if text.is_empty() { self.value.unwrap_or_default() } else { text };
        read.or_else(|| Value::text(text))
    }
}

/// Formulas show their errors as text.
fn error_code(text: &str) -> Option<&'static str> {
    let codes = ["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"];
    codes.into_iter().find(|code| *code == text).or_else(|| text.starts_with("Err:").then_some("#VALUE!"))
}

/// The text of a cell whose start came last, its paragraphs in lines; notes and drawings within it are none of it.
fn cell_text(xml: &mut Content<'_>) -> Result<String, ImportError> {
    let mut text = CellText::default();
    let mut depth = 0_u32;
    loop {
        let event = xml.next()?;
        match &event {
            Event::Start(element) => {
                match element.local_name().as_ref() {
                    "p" => text.begin_paragraph(),
                    "s" => text.push(&" ".repeat(count(element, "c", 1).min(1 << 15) as usize)),
                    "tab" => text.push("\t"),
                    "line-break" => text.push("\n"),
                    "span" | "a" | "ruby" | "ruby-base" => {}
                    _ => {
                        xml.skip_element()?;
                        continue;
                    }
                }
                depth += 1;
            }
            Event::End(_) => match depth.checked_sub(1) {
                Some(left) => depth = left,
                None => return Ok(text.text),
            },
            Event::Eof => return Err(ImportError::Truncated),
            // White space between the elements of a cell is layout of the XML.
            _ if depth == 0 => {}
            event => text.push_collapsed(&text_of(event).unwrap_or_default()),
        }
    }
}

/// Text as OpenDocument writes it: runs of white space count as one blank, further ones are elements.
#[derive(Default)]
struct CellText {
    text: String,
    started: bool,
    after_space: bool,
}

impl CellText {
    fn begin_paragraph(&mut self) {
        if self.started {
            self.text.push('\n');
        }
        self.started = true;
        self.after_space = true;
    }

    fn push(&mut self, text: &str) {
        self.text.push_str(text);
        self.after_space = false;
    }

    fn push_collapsed(&mut self, text: &str) {
        for character in text.chars() {
            let space = matches!(character, ' ' | '\t' | '\n' | '\r');
            if !(space && self.after_space) {
                self.text.push(if space { ' ' } else { character });
            }
            self.after_space = space;
        }
    }
}
