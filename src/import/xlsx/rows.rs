//! The rows of a sheet by its bytes, as far as they are written the usual way. Knows nothing of the package.

use std::io::Read;

use super::super::number_format::NumberKind;
use super::super::sheet_rows::{MOST_COLUMNS, MOST_ROWS, Value};
use super::super::{Cell, Row};
use super::plain::{self, PlainCell};
use super::scan::{Cursor, Scanned, Stop, decoded};
use super::strings::Strings;
use super::window::Window;
use super::{error_by_code, iso};

/// What the numbers of a sheet's cells refer to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Surroundings<'a> {
    pub strings: &'a Strings,
    /// What a number is, by the index of its cell format.
    pub kinds: &'a [NumberKind],
    pub is_1904: bool,
}

pub(super) struct UsualRows<'a, R> {
    window: Window<R>,
    around: Surroundings<'a>,
    /// The row that comes next if none is named, 0-based.
    next_row: u32,
    ended: bool,
    /// Cells that hold something, in all rows so far.
    pub cells: u64,
}

/// What a scan for the next row has found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// A row that holds something, 0-based.
    Row(u32),
    End,
    /// From here on the sheet is the careful way's.
    Odd,
}

impl<'a, R: Read> UsualRows<'a, R> {
    /// `None` where the sheet is odd from its beginning.
    pub fn new(part: R, around: Surroundings<'a>) -> Option<Self> {
        let mut window = Window::new(part);
        window.item(|cursor| cursor.declaration())?;
        let ended = loop {
            if let Some(empty) = window.item(head)? {
                break empty;
            }
        };
        Some(Self { window, around, next_row: 0, ended, cells: 0 })
    }

    /// Takes the next row that holds something.
    pub fn next(&mut self, row: &mut Row) -> Next {
        while !self.ended {
            let (around, next_row) = (self.around, self.next_row);
            match self.window.item(|cursor| around.row(cursor, next_row, row)) {
                None => return Next::Odd,
                Some(None) => self.ended = true,
                Some(Some((found, cells))) => {
                    self.next_row = found + 1;
                    self.cells += cells;
                    if cells > 0 {
                        return Next::Row(found);
                    }
                }
            }
        }
        Next::End
    }
}

/// Passes over an element in front of the rows; `Some` at the rows, whether there are none.
fn head(cursor: &mut Cursor<'_>) -> Scanned<Option<bool>> {
    cursor.until(b'<')?;
    let name = cursor.tag()?;
    if name == "dimension" {
        let mut fits = false;
        while let Some((name, value)) = cursor.attribute()? {
            fits |= name == "ref" && is_area(value);
        }
        if !fits {
            return Err(Stop::Odd);
        }
    }
    let empty = cursor.close()?;
    Ok((name == "sheetData").then_some(empty))
}

/// `A1` or `A1:H10`.
fn is_area(text: &str) -> bool {
    let (first, last) = text.split_once(':').unwrap_or((text, text));
    place(first).zip(place(last)).is_some_and(|(first, last)| first.0 <= last.0 && first.1 <= last.1)
}

/// Row and column of `B7`, 0-based.
fn place(text: &str) -> Option<(u32, u32)> {
    plain::place(text.as_bytes(), 0).filter(|(_, end)| *end == text.len()).map(|(place, _)| place)
}

/// A number of digits alone.
fn count(text: &str) -> Scanned<u32> {
    plain::whole(text.as_bytes(), 0).filter(|(_, end)| *end == text.len()).map(|(number, _)| number).ok_or(Stop::Odd)
}

impl Surroundings<'_> {
    /// Takes a row; gives its place and the cells that hold something, `None` at the end of the rows.
    fn row(&self, cursor: &mut Cursor<'_>, next_row: u32, row: &mut Row) -> Scanned<Option<(u32, u64)>> {
        cursor.skip_space();
        if cursor.eat("</sheetData>")? {
            return Ok(None);
        }
        cursor.expect("<row")?;
        let mut at = next_row;
        while let Some((name, value)) = cursor.attribute()? {
            if name == "r" {
                at = count(value)?.checked_sub(1).ok_or(Stop::Odd)?;
            }
        }
        if at < next_row || at >= MOST_ROWS {
            return Err(Stop::Odd);
        }
        row.clear(at + 1);
        let (mut next_column, mut cells) = (0, 0);
        if cursor.close()? {
            return Ok(Some((at, cells)));
        }
        loop {
            let before = row.len();
            if let Some(cell) = PlainCell::of(cursor.rest()) {
                next_column = self.plain(&cell, (at, next_column), row)?;
                cursor.at += cell.length;
            } else {
                cursor.skip_space();
                if cursor.eat("</row>")? {
                    return Ok(Some((at, cells)));
                }
                cursor.expect("<c")?;
                next_column = self.cell(cursor, (at, next_column), row)?;
            }
            cells += u64::from(row.len() > before);
        }
    }

    /// Takes a cell from its attributes on; gives the column behind it.
    fn cell(&self, cursor: &mut Cursor<'_>, next: (u32, u32), row: &mut Row) -> Scanned<u32> {
        let (mut at, mut format, mut kind) = (next, None, "");
        while let Some((name, value)) = cursor.attribute()? {
            match name {
                "r" => at = place(value).ok_or(Stop::Odd)?,
                "s" => format = Some(count(value)?),
                "t" => kind = value,
                _ => {}
            }
        }
        let value = if cursor.close()? { None } else { self.content(cursor, kind, format)? };
        push(row, value, at, next)
    }

    fn plain(&self, cell: &PlainCell, next: (u32, u32), row: &mut Row) -> Scanned<u32> {
        let value = if cell.shared {
            Value::text(self.strings.get(cell.number as usize).ok_or(Stop::Odd)?)
        } else {
            Some(self.numeric(cell.number, cell.format))
        };
        push(row, value, cell.place, next)
    }

    /// A number, or the day its format makes of it.
    fn numeric(&self, number: f64, format: Option<u32>) -> Value<'static> {
        match format.and_then(|format| self.kinds.get(format as usize)) {
            Some(NumberKind::Date) => Value::day(number, self.is_1904),
            _ => Value::number(number),
        }
    }

    /// The value of a cell up to its end. The last element counts, as in the careful way.
    fn content<'v, 't: 'v>(&'v self, cursor: &mut Cursor<'t>, kind: &str, format: Option<u32>) -> Scanned<Option<Value<'v>>> {
        let mut value = None;
        loop {
            cursor.skip_space();
            if cursor.eat("</c>")? {
                return Ok(value);
            }
            let name = cursor.tag()?;
            let empty = cursor.close()?;
            value = match name {
                "v" | "f" if empty => None,
                "v" => {
                    let text = cursor.until(b'<')?;
                    cursor.expect("</v>")?;
                    self.value(text, kind, format)?
                }
                "f" => {
                    cursor.until(b'<')?;
                    cursor.expect("</f>")?;
                    None
                }
                "is" if empty => None,
                "is" => Value::text(cursor.string("</is>")?),
                _ => return Err(Stop::Odd),
            };
        }
    }

    fn value<'t>(&'t self, text: &'t str, kind: &str, format: Option<u32>) -> Scanned<Option<Value<'t>>> {
        match kind {
            _ if text.is_empty() && matches!(kind, "" | "n" | "s" | "b" | "e" | "str") => Ok(None),
            "" | "n" => number(text).map(|number| Some(self.numeric(number, format))).ok_or(Stop::Odd),
            "s" => Ok(Value::text(self.strings.get(count(text)? as usize).ok_or(Stop::Odd)?)),
            "str" => Ok(Value::text(decoded(text, true)?)),
            "b" => match text {
                "0" => Ok(Some(Value::Bool(false))),
                "1" => Ok(Some(Value::Bool(true))),
                _ => Err(Stop::Odd),
            },
            "e" => error_by_code(text).map(|code| Some(Value::Error(code))).ok_or(Stop::Odd),
            "d" if text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-:.+".contains(&byte)) => Ok(iso(text)),
            "inlineStr" => Ok(None),
            _ => Err(Stop::Odd),
        }
    }
}

/// Puts a value at its place; gives the column behind it.
fn push(row: &mut Row, value: Option<Value<'_>>, at: (u32, u32), next: (u32, u32)) -> Scanned<u32> {
    if at.0 != next.0 || at.1 < next.1 || at.1 >= MOST_COLUMNS {
        return Err(Stop::Odd);
    }
    if let Some(value) = value {
        while row.len() < at.1 as usize {
            row.push(Cell::Empty);
        }
        row.push(value.as_cell());
    }
    Ok(at.1 + 1)
}

/// A number in plain digits, with an exponent or without.
pub(super) fn number(text: &str) -> Option<f64> {
    if let Some((number, _)) = plain::number(text.as_bytes(), 0).filter(|(_, end)| *end == text.len()) {
        return Some(number);
    }
    let (begins, ends) = (text.trim_start_matches('-').as_bytes().first()?, text.as_bytes().last()?);
    let plain = text.bytes().all(|byte| byte.is_ascii_digit() || b"-+.eE".contains(&byte));
    if plain && begins.is_ascii_digit() && ends.is_ascii_digit() { text.parse().ok() } else { None }
}
