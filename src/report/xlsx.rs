//! A table as an XLSX workbook of one sheet. Called by the files program alone, so that the writer stays out of the other two.
//! Texts are always written as texts: nothing a customer is called can become a formula or a link. Formulas are the table's own.

use rust_xlsxwriter::{Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, Workbook, Worksheet, XlsxError};
use serde::{Deserialize, Serialize};

use super::{ReportCell, ReportTable};
use crate::calendar::Day;
use crate::glyphs::text_cells;

/// A sheet's rows, the header's and the notes' included.
const MAXIMUM_ROWS: usize = 1_048_576;
const MAXIMUM_COLUMNS: usize = 16_384;
/// Characters a cell can hold, counted as Excel counts them (UTF-16 units).
const MAXIMUM_TEXT: usize = 32_767;
/// Rows looked at for the width of a column.
const ROWS_FOR_WIDTH: usize = 2_000;
/// Room for the filter's button beside a header.
const FILTER_BUTTON_CELLS: usize = 3;

/// Why a workbook could not be written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReportError {
    TooManyRows {
        found: usize,
        allowed: usize,
    },
    TooManyColumns {
        found: usize,
        allowed: usize,
    },
    /// A row differs from the header; `row` is its 0-based index.
    UnevenRow {
        row: usize,
        found: usize,
        expected: usize,
    },
    /// What the writer said.
    Writer {
        detail: String,
    },
}

impl From<XlsxError> for ReportError {
    fn from(error: XlsxError) -> Self {
        Self::Writer { detail: error.to_string() }
    }
}

/// The table as the bytes of a workbook: bold header that stays in view, filters, columns as wide as their content, notes below.
/// `today` becomes its creation date.
///
/// # Errors
/// The table is larger than a sheet, or its rows are uneven; see [`ReportError`].
pub fn xlsx_bytes(table: &ReportTable, today: Day) -> Result<Vec<u8>, ReportError> {
    check_size(table)?;
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(today)?);
    let sheet = workbook.add_worksheet();
    sheet.set_name(sheet_name(&table.title))?;
    write_header(sheet, table)?;
    write_rows(sheet, table)?;
    write_notes(sheet, table)?;
    set_widths(sheet, table)?;
    Ok(workbook.save_to_buffer()?)
}

fn check_size(table: &ReportTable) -> Result<(), ReportError> {
    let rows = table.rows.len() + 1 + if table.notes.is_empty() { 0 } else { table.notes.len() + 1 };
    if rows > MAXIMUM_ROWS {
        return Err(ReportError::TooManyRows { found: rows, allowed: MAXIMUM_ROWS });
    }
    let expected = table.header.len();
    if expected > MAXIMUM_COLUMNS {
        return Err(ReportError::TooManyColumns { found: expected, allowed: MAXIMUM_COLUMNS });
    }
    match table.rows.iter().position(|row| row.len() != expected) {
        Some(row) => Err(ReportError::UnevenRow { row, found: table.rows[row].len(), expected }),
        None => Ok(()),
    }
}

fn properties(today: Day) -> Result<DocProperties, XlsxError> {
    Ok(DocProperties::new().set_creation_datetime(&excel_date(today)?))
}

/// A name Excel takes: at most 31 characters, none of `[]:*?/\`, no apostrophe at either end, never empty.
fn sheet_name(title: &str) -> String {
    let allowed: String = title.chars().map(|each| if "[]:*?/\\".contains(each) || each.is_control() { ' ' } else { each }).collect();
    let mut name = String::new();
    for each in allowed.trim().trim_matches('\'').chars() {
        if name.encode_utf16().count() + each.len_utf16() > 31 {
            break;
        }
        name.push(each);
    }
    let name = name.trim().trim_matches('\'');
    if name.is_empty() { "Sheet1".to_owned() } else { name.to_owned() }
}

fn write_header(sheet: &mut Worksheet, table: &ReportTable) -> Result<(), ReportError> {
    let left = heading();
    let right = left.clone().set_align(FormatAlign::Right);
    for (column, text) in table.header.iter().enumerate() {
        let format = if is_figures(table, column) { &right } else { &left };
        sheet.write_string_with_format(0, index16(column), fitting(text), format)?;
    }
    if table.is_calculation() {
        return Ok(());
    }
    sheet.set_freeze_panes(1, 0)?;
    if !table.header.is_empty() {
        sheet.autofilter(0, 0, index32(table.rows.len()), index16(table.header.len() - 1))?;
    }
    Ok(())
}

fn heading() -> Format {
    Format::new().set_bold().set_border_bottom(FormatBorder::Thin)
}

/// Whether the first cell with content holds a figure; then the header stands over it at the right.
fn is_figures(table: &ReportTable, column: usize) -> bool {
    let cells = table.rows.iter().filter_map(|row| row.get(column));
    let first =
        cells.filter(|cell| !matches!(cell, ReportCell::Heading(_))).map(ReportCell::shown).find(|cell| **cell != ReportCell::Empty);
    matches!(first, Some(ReportCell::Number(..) | ReportCell::Share(_) | ReportCell::Date(_)))
}

fn write_rows(sheet: &mut Worksheet, table: &ReportTable) -> Result<(), ReportError> {
    let formats = Formats::new();
    for (index, cells) in table.rows.iter().enumerate() {
        let row = index32(index + 1);
        for (column, cell) in cells.iter().enumerate() {
            let (column, format) = (index16(column), formats.of(cell));
            match cell {
                ReportCell::Heading(text) => sheet.write_string_with_format(row, column, fitting(text), format)?,
                ReportCell::Formula { formula, result } => {
                    let formula = Formula::new(formula).set_result(result_text(result));
                    sheet.write_formula_with_format(row, column, formula, format)?
                }
                cell => match cell.shown() {
                    ReportCell::Text(text) if !text.is_empty() => sheet.write_string_with_format(row, column, fitting(text), format)?,
                    ReportCell::Number(value, _) | ReportCell::Share(value) if value.is_finite() => {
                        sheet.write_number_with_format(row, column, *value, format)?
                    }
                    ReportCell::Date(day) => write_date(sheet, (row, column), *day, &formats)?,
                    _ if matches!(cell, ReportCell::Input(_)) => sheet.write_blank(row, column, format)?,
                    _ => continue,
                },
            };
        }
    }
    Ok(())
}

/// A text where the day lies outside what a workbook counts (1900 to 9999).
fn write_date<'a>(sheet: &'a mut Worksheet, place: (u32, u16), day: Day, formats: &Formats) -> Result<&'a mut Worksheet, XlsxError> {
    match excel_date(day) {
        Ok(date) => sheet.write_datetime_with_format(place.0, place.1, &date, &formats.date),
        Err(_) => sheet.write_string_with_format(place.0, place.1, day.iso(), &formats.plain),
    }
}

fn excel_date(day: Day) -> Result<ExcelDateTime, XlsxError> {
    let (year, month, day) = day.ymd();
    let year = u16::try_from(year).unwrap_or_default();
    ExcelDateTime::from_ymd(year, u8::try_from(month).unwrap_or_default(), u8::try_from(day).unwrap_or_default())
}

/// What a formula gives, as the file keeps it: full precision, or a text.
fn result_text(result: &ReportCell) -> String {
    match result.shown() {
        ReportCell::Number(value, _) | ReportCell::Share(value) if value.is_finite() => value.to_string(),
        ReportCell::Text(text) => text.clone(),
        _ => String::new(),
    }
}

const MAXIMUM_DECIMALS: u8 = 10;

/// The formats of all kinds of cells, made once.
struct Formats {
    plain: Format,
    heading: Format,
    numbers: Vec<Format>,
    share: Format,
    date: Format,
    /// The same for cells to be typed over.
    inputs: Vec<Format>,
    share_input: Format,
    input: Format,
}

impl Formats {
    fn new() -> Self {
        let numbers: Vec<Format> = (0..=MAXIMUM_DECIMALS).map(|decimals| Format::new().set_num_format(number_format(decimals))).collect();
        let share = Format::new().set_num_format("0.0%");
        let to_type = |format: &Format| format.clone().set_background_color(Color::RGB(INPUT_COLOUR)).set_border(FormatBorder::Thin);
        Self {
            plain: Format::new(),
            heading: heading(),
            inputs: numbers.iter().map(to_type).collect(),
            share_input: to_type(&share),
            input: to_type(&Format::new()),
            date: Format::new().set_num_format("yyyy-mm-dd"),
            numbers,
            share,
        }
    }

    fn of(&self, cell: &ReportCell) -> &Format {
        let is_input = matches!(cell, ReportCell::Input(_));
        match cell.shown() {
            ReportCell::Heading(_) => &self.heading,
            ReportCell::Number(_, decimals) => {
                let numbers = if is_input { &self.inputs } else { &self.numbers };
                &numbers[usize::from((*decimals).min(MAXIMUM_DECIMALS))]
            }
            ReportCell::Share(_) if is_input => &self.share_input,
            ReportCell::Share(_) => &self.share,
            ReportCell::Date(_) => &self.date,
            _ if is_input => &self.input,
            _ => &self.plain,
        }
    }
}

/// The light yellow that says "type here".
const INPUT_COLOUR: u32 = 0x00FF_F7D6;

fn number_format(decimals: u8) -> String {
    if decimals == 0 { "#,##0".to_owned() } else { format!("#,##0.{}", "0".repeat(usize::from(decimals))) }
}

fn write_notes(sheet: &mut Worksheet, table: &ReportTable) -> Result<(), ReportError> {
    let quiet = Format::new().set_italic();
    for (index, note) in table.notes.iter().enumerate() {
        sheet.write_string_with_format(index32(table.rows.len() + 2 + index), 0, fitting(note), &quiet)?;
    }
    Ok(())
}

fn set_widths(sheet: &mut Worksheet, table: &ReportTable) -> Result<(), ReportError> {
    for (column, header) in table.header.iter().enumerate() {
        let content = table.rows.iter().take(ROWS_FOR_WIDTH).filter_map(|row| row.get(column)).map(cell_cells).max().unwrap_or(0);
        let cells = content.max(text_cells(header) + FILTER_BUTTON_CELLS).clamp(8, 60);
        sheet.set_column_width(index16(column), cells as f64 + 1.0)?;
    }
    Ok(())
}

fn cell_cells(cell: &ReportCell) -> usize {
    match cell.shown() {
        ReportCell::Text(text) | ReportCell::Heading(text) => text_cells(text),
        ReportCell::Number(value, decimals) => {
            let whole = format!("{:.0}", value.trunc().abs()).len();
            whole + (whole - 1) / 3 + usize::from(*value < 0.0) + if *decimals > 0 { usize::from(*decimals) + 1 } else { 0 }
        }
        ReportCell::Share(_) => 6,
        ReportCell::Date(_) => 10,
        // What is shown is none of the last two.
        ReportCell::Empty | ReportCell::Input(_) | ReportCell::Formula { .. } => 0,
    }
}

/// The text cut to what a cell can hold, at a character's border, with an ellipsis.
fn fitting(text: &str) -> String {
    if text.encode_utf16().count() <= MAXIMUM_TEXT {
        return text.to_owned();
    }
    let mut units = 1; // the ellipsis
    let kept = text.chars().take_while(|each| {
        units += each.len_utf16();
        units <= MAXIMUM_TEXT
    });
    kept.chain(std::iter::once('…')).collect()
}

/// Sizes were checked by [`check_size`]; the clamp is never reached.
fn index32(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

fn index16(index: usize) -> u16 {
    u16::try_from(index).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
    use std::io::{Cursor, Read};

    use calamine::{Data, Reader, Xlsx};

    use super::*;

    fn table() -> ReportTable {
        ReportTable {
            title: "现有客户: all/none?".to_owned(),
            header: vec!["客户".to_owned(), "贡献度".to_owned(), "占比".to_owned()],
            rows: vec![
                vec![ReportCell::Text("=HYPERLINK(\"http://x\")".to_owned()), ReportCell::Number(-1234.5, 2), ReportCell::Share(0.25)],
                vec![ReportCell::Text("宁波恒泰商贸有限责任公司".to_owned()), ReportCell::Number(f64::NAN, 2), ReportCell::Empty],
                vec![ReportCell::Text("https://example.org".to_owned()), ReportCell::Number(7.0, 0), ReportCell::Share(1.0)],
            ],
            notes: vec!["=a rule".to_owned()],
        }
    }

    fn part(bytes: &[u8], name: &str) -> String {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut text = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn another_reader_finds_the_same_cells() {
        let bytes = xlsx_bytes(&table(), Day::from_iso("2011-12-09").unwrap()).unwrap();
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(&bytes)).unwrap();
        assert_eq!(book.sheet_names(), ["现有客户  all none"]);
        let range = book.worksheet_range("现有客户  all none").unwrap();
        let text = |row, column| range.get_value((row, column)).cloned().unwrap_or(Data::Empty);
        assert_eq!(text(0, 1), Data::String("贡献度".to_owned()));
        assert_eq!(text(1, 0), Data::String("=HYPERLINK(\"http://x\")".to_owned()));
        assert_eq!(text(1, 1), Data::Float(-1234.5));
        assert_eq!(text(1, 2), Data::Float(0.25));
        assert_eq!(text(2, 1), Data::Empty);
        assert_eq!(text(3, 0), Data::String("https://example.org".to_owned()));
        assert_eq!(text(5, 0), Data::String("=a rule".to_owned()));
        assert!(book.worksheet_formula("现有客户  all none").unwrap().is_empty());
    }

    #[test]
    fn the_sheet_is_ready_to_read() {
        let bytes = xlsx_bytes(&table(), Day::from_iso("2011-12-09").unwrap()).unwrap();
        let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
        assert!(sheet.contains(r#"<pane ySplit="1""#), "first row frozen");
        assert!(sheet.contains(r#"<autoFilter ref="A1:C4"/>"#), "filters over the table, not over the notes");
        assert!(!sheet.contains("<f>") && !sheet.contains("hyperlink"));
        // Twelve Chinese characters fill 24 cells.
        assert!(sheet.contains(r#"<col min="1" max="1" width="25.7109375""#), "{sheet}");
        let styles = part(&bytes, "xl/styles.xml");
        assert!(styles.contains("<b/>") && styles.contains("0.0%"));
        assert!(part(&bytes, "docProps/core.xml").contains("2011-12-09T00:00:00Z"));
    }

    #[test]
    fn the_same_table_gives_the_same_bytes() {
        let day = Day::from_iso("2024-02-29").unwrap();
        assert_eq!(xlsx_bytes(&table(), day).unwrap(), xlsx_bytes(&table(), day).unwrap());
    }

    #[test]
    fn what_a_sheet_cannot_hold_is_cut_or_refused() {
        assert_eq!(sheet_name("''"), "Sheet1");
        assert_eq!(sheet_name(&"很".repeat(40)).chars().count(), 31);
        let long = "x".repeat(40_000);
        assert_eq!(fitting(&long).len(), MAXIMUM_TEXT - 1 + '…'.len_utf8());
        let uneven = ReportTable { header: vec!["a".to_owned()], rows: vec![vec![]], ..ReportTable::default() };
        assert_eq!(xlsx_bytes(&uneven, Day(0)), Err(ReportError::UnevenRow { row: 0, found: 0, expected: 1 }));
        let tall = ReportTable { header: vec![], rows: vec![vec![]; MAXIMUM_ROWS], ..ReportTable::default() };
        assert!(matches!(xlsx_bytes(&tall, Day(0)), Err(ReportError::TooManyRows { .. })));
    }
}
