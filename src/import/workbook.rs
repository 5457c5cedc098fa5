//! Opened workbooks: one face for all formats. What a cell means is not known here.

use calamine::{Reader as _, Sheet, SheetType, SheetVisible, Xlsb, Xlsx};

use super::calamine_cells::{self, CalamineCells, next_xlsx_cell};
use super::input::FileBytes;
use super::package::{self, Archive};
use super::sheet_rows::{Merge, SheetRows};
use super::xls::XlsBook;
use super::{Catalogue, Format, ImportError, InputFile, RowReader, SheetInfo, ods, xls};

/// A workbook with what its formats read once: directory, shared strings, styles.
pub(super) struct Workbook {
    format: Format,
    sheets: Vec<SheetInfo>,
    book: Book,
}

enum Book {
    Xlsx { book: Box<Xlsx<FileBytes>>, merged_cells: bool },
    Xlsb(Box<Xlsb<FileBytes>>),
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
                let book = Xlsb::new(file.bytes()).map_err(calamine_cells::xlsb_error)?;
                let sheets = infos(book.sheets_metadata());
                (Book::Xlsb(Box::new(book)), sheets)
            }
            _ => {
                let book = Xlsx::new(file.bytes()).map_err(calamine_cells::xlsx_error)?;
                let sheets = infos(book.sheets_metadata());
                (Book::Xlsx { book: Box::new(book), merged_cells: facts.merged_cells }, sheets)
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

    /// The rows of a sheet by its place in `sheets`. `progress` is another view on the same file.
    pub fn rows<'a>(&'a mut self, sheet: usize, progress: FileBytes) -> Result<Box<dyn RowReader + 'a>, ImportError> {
        let name = &self.sheets.get(sheet).ok_or(ImportError::NoSuchSheet)?.name;
        Ok(match &mut self.book {
            Book::Xlsx { book, merged_cells } => {
                let merges = if *merged_cells { merges(book, name)? } else { Vec::new() };
                let (is_1904, progress) = (book.has_1904_epoch(), Progress::from(progress));
                let mut cells = book.worksheet_cells_reader(name).map_err(calamine_cells::xlsx_error)?;
                let next = move || next_xlsx_cell(&mut cells);
                Box::new(SheetRows::new(CalamineCells { next, is_1904, progress }, merges))
            }
            Book::Ods(archive) => Box::new(SheetRows::new(ods::cells(archive, sheet, Progress::from(progress))?, Vec::new())),
            Book::Xls(book) => {
                let (cells, merges) = book.cells(sheet)?;
                Box::new(SheetRows::new(cells, merges))
            }
            Book::Xlsb(book) => {
                let (is_1904, progress) = (book.has_1904_epoch(), Progress::from(progress));
                let mut cells = book.worksheet_cells_reader(name).map_err(calamine_cells::xlsb_error)?;
                let next = move || cells.next_cell().map_err(calamine_cells::xlsb_error);
                Box::new(SheetRows::new(CalamineCells { next, is_1904, progress }, Vec::new()))
            }
        })
    }
}

fn infos(sheets: &[Sheet]) -> Vec<SheetInfo> {
    let holds_cells = |sheet: &&Sheet| matches!(sheet.typ, SheetType::WorkSheet | SheetType::DialogSheet);
    let info = |sheet: &Sheet| SheetInfo { hidden: sheet.visible != SheetVisible::Visible, name: sheet.name.clone() };
    sheets.iter().filter(holds_cells).map(info).collect()
}

fn merges(book: &mut Xlsx<FileBytes>, sheet: &str) -> Result<Vec<Merge>, ImportError> {
    let regions = book.merge_cells_by_sheet_name(sheet).map_err(calamine_cells::xlsx_error)?;
    Ok(regions.into_iter().map(|region| Merge { first_row: region.start.0, last_row: region.end.0, column: region.start.1 }).collect())
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
