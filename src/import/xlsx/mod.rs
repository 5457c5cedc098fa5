//! XLSX: the rows of the usual sheet by their bytes, everything else the careful way. Both give the same rows; the careful one is opened
//! when it is needed, for it holds all strings once more.

mod book;
mod careful;
mod plain;
mod rows;
mod scan;
mod strings;
#[cfg(test)]
mod tests;
mod window;

use zip::read::ZipFile;

use super::input::FileBytes;
use super::package::Archive;
use super::serial::{day_from_iso, days_from_duration, share_of_day};
use super::sheet_rows::{CellCount, SheetRows, Value};
use super::workbook::Progress;
use super::{ImportError, Row, RowReader, SheetInfo};
use book::Book;
use careful::{CarefulBook, XlsxCells};
use rows::{Next, Surroundings, UsualRows};

/// An opened workbook.
pub(super) struct XlsxBook {
    bytes: FileBytes,
    archive: Archive,
    pub sheets: Vec<SheetInfo>,
    /// `None` where something in the package is odd.
    book: Option<Book>,
    careful: Option<CarefulBook>,
    /// Whether any sheet names merged cells; looking for them takes a pass of its own.
    merged_cells: bool,
}

impl XlsxBook {
    /// The package has been inspected: nothing in it inflates or claims beyond reason.
    pub fn open(bytes: FileBytes, mut archive: Archive, merged_cells: bool) -> Result<Self, ImportError> {
        let book = Book::read(&mut archive);
        let careful = if book.is_none() { Some(CarefulBook::open(bytes.clone())?) } else { None };
        let sheets = careful.as_ref().map(CarefulBook::sheets).or_else(|| book.as_ref().map(|book| book.sheets.clone()));
        Ok(Self { bytes, archive, sheets: sheets.unwrap_or_default(), book, careful, merged_cells })
    }

    /// The rows of a sheet.
    pub fn rows<'a>(&'a mut self, sheet: usize, bytes: FileBytes) -> Result<Box<dyn RowReader + 'a>, ImportError> {
        let name = &self.sheets.get(sheet).ok_or(ImportError::NoSuchSheet)?.name;
        let rest = CarefulSheet { book: &mut self.careful, bytes: self.bytes.clone(), name };
        let book = self.book.as_ref().filter(|_| !self.merged_cells);
        let usual = book.and_then(|book| {
            let around = Surroundings { strings: &book.strings, kinds: &book.kinds, is_1904: book.is_1904 };
            UsualRows::new(self.archive.by_index(*book.parts.get(sheet)?).ok()?, around)
        });
        Ok(match usual {
            Some(usual) => Box::new(XlsxRows::new(usual, rest, bytes.into())),
            None => Box::new(rest.whole(self.merged_cells)?),
        })
    }
}

/// A sheet as the careful way reads it, the workbook opened only then.
struct CarefulSheet<'a> {
    book: &'a mut Option<CarefulBook>,
    bytes: FileBytes,
    name: &'a str,
}

type CarefulRows<'a> = SheetRows<'a, XlsxCells<'a>>;

impl<'a> CarefulSheet<'a> {
    fn open(book: &'a mut Option<CarefulBook>, bytes: FileBytes) -> Result<&'a mut CarefulBook, ImportError> {
        Ok(match book {
            Some(book) => book,
            None => book.insert(CarefulBook::open(bytes)?),
        })
    }

    fn whole(self, merged_cells: bool) -> Result<CarefulRows<'a>, ImportError> {
        let book = Self::open(self.book, self.bytes.clone())?;
        let merges = if merged_cells { book.merges(self.name) } else { Vec::new() };
        Ok(SheetRows::new(book.cells(self.name, 0, self.bytes)?, merges))
    }

    /// The rows behind those handed out already, in which `cells` held something.
    fn behind(self, cells: u64, next_row: u32, count: CellCount) -> Result<CarefulRows<'a>, ImportError> {
        let book = Self::open(self.book, self.bytes.clone())?;
        Ok(SheetRows::continued(book.cells(self.name, cells, self.bytes)?, next_row, count))
    }
}

/// The rows of a sheet, from the first odd one on the careful way.
struct XlsxRows<'a> {
    usual: UsualRows<'a, ZipFile<'a, FileBytes>>,
    /// The row to hand out next, and the one behind it: cells there can name places in the row before their own, so that a row in
    /// front of an odd one is the careful way's, too.
    found: FoundRow,
    ahead: FoundRow,
    next_row: u32,
    count: CellCount,
    careful: Option<CarefulSheet<'a>>,
    rest: Option<CarefulRows<'a>>,
    progress: Progress,
}

struct FoundRow {
    row: Row,
    found: Next,
    /// Cells that hold something in front of it.
    cells: u64,
}

impl FoundRow {
    fn read(usual: &mut UsualRows<'_, ZipFile<'_, FileBytes>>, mut row: Row) -> Self {
        let cells = usual.cells;
        Self { found: usual.next(&mut row), row, cells }
    }
}

impl<'a> XlsxRows<'a> {
    fn new(mut usual: UsualRows<'a, ZipFile<'a, FileBytes>>, careful: CarefulSheet<'a>, progress: Progress) -> Self {
        let mut read = || FoundRow::read(&mut usual, Row::default());
        let (found, ahead) = (read(), read());
        Self { usual, found, ahead, next_row: 0, count: CellCount::default(), careful: Some(careful), rest: None, progress }
    }

    fn read_rest(&mut self, row: &mut Row) -> Result<bool, ImportError> {
        if let Some(careful) = self.careful.take() {
            self.rest = Some(careful.behind(self.found.cells, self.next_row, self.count)?);
        }
        self.rest.as_mut().map_or(Ok(false), |rest| rest.read_row(row))
    }
}

impl RowReader for XlsxRows<'_> {
    fn read_row(&mut self, row: &mut Row) -> Result<bool, ImportError> {
        let at = match (self.found.found, self.ahead.found) {
            _ if self.careful.is_none() => return self.read_rest(row),
            (Next::End, _) => return Ok(false),
            (Next::Odd, _) | (_, Next::Odd) => return self.read_rest(row),
            (Next::Row(at), _) => at,
        };
        if at > self.next_row {
            row.clear(self.next_row + 1);
        } else {
            std::mem::swap(row, &mut self.found.row);
            self.count.add(row.len())?;
            std::mem::swap(&mut self.found, &mut self.ahead);
            self.ahead = FoundRow::read(&mut self.usual, std::mem::take(&mut self.ahead.row));
        }
        self.next_row += 1;
        Ok(true)
    }

    fn position(&self) -> u64 {
        self.progress.position()
    }
}

/// An ISO date, time of day or duration.
fn iso(text: &str) -> Option<Value<'static>> {
    let days = share_of_day(text).or_else(|| days_from_duration(text)).map(Value::Number);
    day_from_iso(text).map(Value::Date).or(days).or_else(|| Value::text(text.to_owned()))
}

/// An error by the code a sheet has it under.
fn error_by_code(text: &str) -> Option<&'static str> {
    const CODES: [&str; 7] = ["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"];
    CODES.into_iter().find(|&code| code == text)
}
