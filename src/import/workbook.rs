//! Opened workbooks: one face for all formats. What a cell means is not known here.

use super::input::FileBytes;
use super::package::{self, Archive};
use super::sheet_rows::SheetRows;
use super::xls::XlsBook;
use super::xlsb::XlsbBook;
use super::xlsx::XlsxBook;
use super::{Catalogue, Format, ImportError, InputFile, RowReader, SheetInfo, ods, xls};

/// A workbook with what its format reads once: directory, shared strings, number formats.
pub(super) struct Workbook {
    format: Format,
    sheets: Vec<SheetInfo>,
    book: Book,
}

enum Book {
    Xlsx(Box<XlsxBook>),
    Xlsb(Box<XlsbBook>),
    Xls(Box<XlsBook>),
    Ods(Box<Archive>),
}

impl Workbook {
    /// Opens a zip package.
    pub fn from_package(file: &InputFile) -> Result<Self, ImportError> {
        let (format, mut archive) = package::open(file)?;
        let facts = package::inspect(&mut archive)?;
        let (book, sheets) = match format {
            Format::Ods => {
                let sheets = ods::sheets(&mut archive)?;
                (Book::Ods(Box::new(archive)), sheets)
            }
            Format::Xlsb => {
                let book = XlsbBook::open(archive)?;
                let sheets = book.sheets.clone();
                (Book::Xlsb(Box::new(book)), sheets)
            }
            _ => {
                let book = XlsxBook::open(file.bytes(), archive, facts.merged_cells)?;
                let sheets = book.sheets.clone();
                (Book::Xlsx(Box::new(book)), sheets)
            }
        };
        Ok(Self { format, sheets, book })
    }

    /// Opens an OLE2 compound file.
    pub fn from_compound(file: &InputFile) -> Result<Self, ImportError> {
        let book = xls::open(file.bytes())?;
        Ok(Self { format: Format::Xls, sheets: book.sheets.clone(), book: Book::Xls(Box::new(book)) })
    }

    pub fn catalogue(&self) -> Catalogue {
        Catalogue { format: self.format, sheets: self.sheets.clone(), text: None, table: 0 }
    }

    /// The rows of a sheet by its place in the catalogue. `bytes` is another view on the same file, for progress.
    pub fn rows<'a>(&'a mut self, sheet: usize, bytes: FileBytes) -> Result<Box<dyn RowReader + 'a>, ImportError> {
        Ok(match &mut self.book {
            Book::Xlsx(book) => book.rows(sheet, bytes)?,
            Book::Xlsb(book) => {
                let (cells, merges) = book.cells(sheet, bytes)?;
                Box::new(SheetRows::new(cells, merges))
            }
            Book::Xls(book) => {
                let (cells, merges) = book.cells(sheet)?;
                Box::new(SheetRows::new(cells, merges))
            }
            Book::Ods(archive) => Box::new(SheetRows::new(ods::cells(archive, sheet, Progress::from(bytes))?, Vec::new())),
        })
    }
}

/// Bytes of the file that were handed out since a sheet was opened.
pub(super) struct Progress {
    bytes: FileBytes,
    from: u64,
}

impl From<FileBytes> for Progress {
    fn from(bytes: FileBytes) -> Self {
        Self { from: bytes.delivered(), bytes }
    }
}

impl Progress {
    pub fn position(&self) -> u64 {
        self.bytes.delivered().saturating_sub(self.from)
    }
}
