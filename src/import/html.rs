//! Tables in HTML, which many back-office systems send as `.xls`. Only what tells cells from each other is understood: no styles,
//! no scripts. Knows nothing of rows beyond their order.

mod text;
mod tokens;

use super::input::FileBytes;
use super::sheet_rows::{CellStream, MOST_COLUMNS, SheetCell, Value};
use super::transcode::Utf8Reader;
use super::{ImportError, InputFile, TextFacts};
use text::CellText;
use tokens::{Tag, Token, Tokens};

/// The place of the table with the most cells among all of the file, nested ones included.
///
/// # Errors
/// [`ImportError::NotATable`] where there is none.
pub(super) fn biggest_table(file: &InputFile, facts: &TextFacts) -> Result<usize, ImportError> {
    let mut tokens = Tokens::new(reader(file.bytes(), facts)?);
    let (mut cells, mut open) = (Vec::<u64>::new(), Vec::new());
    while let Some(token) = tokens.next()? {
        match token {
            Token::Open(tag) if tag.name == "table" => {
                open.push(cells.len());
                cells.push(0);
            }
            Token::Close(name) if name == "table" => drop(open.pop()),
            Token::Open(tag) if is_cell(&tag.name) => {
                if let Some(count) = open.last().and_then(|&table| cells.get_mut(table)) {
                    *count += 1;
                }
            }
            _ => {}
        }
    }
    // The first of equals.
    let biggest = cells.iter().enumerate().rev().max_by_key(|&(_, count)| count).filter(|&(_, &count)| count > 0);
    biggest.map(|(table, _)| table).ok_or_else(|| ImportError::NotATable { what: "html".to_owned() })
}

fn is_cell(name: &str) -> bool {
    name == "td" || name == "th"
}

fn reader(bytes: FileBytes, facts: &TextFacts) -> Result<Utf8Reader<FileBytes>, ImportError> {
    Ok(Utf8Reader::after_mark(bytes, facts.mark, facts.encoding)?)
}

/// The cells of a table by its place.
pub(super) struct HtmlCells {
    tokens: Tokens<Utf8Reader<FileBytes>>,
    table: usize,
    /// Tables begun so far and those still open, innermost last.
    begun: usize,
    open: Vec<usize>,
    /// Rows begun in the table; the current one is the last of them.
    rows: u32,
    column: u32,
    cell: Option<OpenCell>,
    /// Cells of rows above that reach down: first column, width, rows still covered.
    reaching_down: Vec<(u32, u32, u32)>,
}

struct OpenCell {
    column: u32,
    merged_rows: u32,
    text: CellText,
}

impl HtmlCells {
    pub fn open(bytes: FileBytes, facts: &TextFacts, table: usize) -> Result<Self, ImportError> {
        let tokens = Tokens::new(reader(bytes, facts)?);
        Ok(Self { tokens, table, begun: 0, open: vec![], rows: 0, column: 0, cell: None, reaching_down: vec![] })
    }

    /// Whether what comes belongs to the table itself and not to one around or within it.
    fn inside(&self) -> bool {
        self.open.last() == Some(&self.table)
    }

    /// The cell that a tag ends, if any.
    fn open_tag(&mut self, tag: &Tag) -> Option<SheetCell<'static>> {
        match tag.name.as_str() {
            "table" => {
                self.open.push(self.begun);
                self.begun += 1;
                None
            }
            _ if !self.inside() => None,
            "tr" => {
                let ended = self.end_cell();
                self.begin_row();
                ended
            }
            name if is_cell(name) => {
                let ended = self.end_cell();
                self.begin_cell(tag);
                ended
            }
            "br" | "p" | "div" | "li" => {
                if let Some(cell) = &mut self.cell {
                    cell.text.break_line();
                }
                None
            }
            _ => None,
        }
    }

    fn close_tag(&mut self, name: &str) -> Option<SheetCell<'static>> {
        let ended = if self.inside() && matches!(name, "td" | "th" | "tr" | "table") { self.end_cell() } else { None };
        if name == "table" {
            self.open.pop();
        }
        ended
    }

    fn begin_row(&mut self) {
        self.rows = self.rows.saturating_add(1);
        self.column = 0;
        self.reaching_down.retain_mut(|(_, _, rows)| {
            *rows -= 1;
            *rows > 0
        });
    }

    fn begin_cell(&mut self, tag: &Tag) {
        if self.rows == 0 {
            self.begin_row();
        }
        while let Some((first, width, _)) =
            self.reaching_down.iter().find(|(first, width, _)| (*first..first + width).contains(&self.column))
        {
            self.column = first + width;
        }
        let width = tag.number("colspan").unwrap_or(1).clamp(1, MOST_COLUMNS);
        let rows = tag.number("rowspan").unwrap_or(1).clamp(1, 1 << 16);
        if rows > 1 {
            // It covers the rows below from the next row's beginning on, where one is taken off.
            self.reaching_down.push((self.column, width, rows));
        }
        self.cell = Some(OpenCell { column: self.column, merged_rows: rows - 1, text: CellText::default() });
        self.column = self.column.saturating_add(width).min(MOST_COLUMNS);
    }

    fn end_cell(&mut self) -> Option<SheetCell<'static>> {
        let cell = self.cell.take()?;
        let text = cell.text.finish();
        // As in workbooks, a merged amount counts once; only names and dates are repeated.
        let merged_rows = if is_amount(&text) { 0 } else { cell.merged_rows };
        Some(SheetCell { row: self.rows.saturating_sub(1), column: cell.column, value: Value::text(text)?, merged_rows })
    }
}

fn is_amount(text: &str) -> bool {
    let unsigned = text.trim_start_matches(['-', '+', '(']);
    unsigned.contains(|character: char| character.is_ascii_digit())
        && unsigned.chars().all(|character| character.is_ascii_digit() || ".,%¥￥$€£) \u{a0}".contains(character))
}

impl CellStream<'static> for HtmlCells {
    fn next_cell(&mut self) -> Result<Option<SheetCell<'static>>, ImportError> {
        while let Some(token) = self.tokens.next()? {
            let ended = match token {
                Token::Open(tag) => self.open_tag(&tag),
                Token::Close(name) => self.close_tag(&name),
                Token::Text(text) => {
                    if let Some(cell) = self.cell.as_mut().filter(|_| self.open.last() == Some(&self.table)) {
                        cell.text.push(&text);
                    }
                    None
                }
            };
            if ended.is_some() {
                return Ok(ended);
            }
        }
        Ok(self.end_cell())
    }

    fn position(&self) -> u64 {
        self.tokens.source().consumed()
    }
}
