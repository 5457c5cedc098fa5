//! The tables inside the dropped files, and the first rows of each. Knows rows, not what they mean.

use super::{Catalogue, Cell, ImportError, InputFile, Row, SheetRef, TextOptions, catalogue, open_rows};

/// Bytes of text a sample reads at most; a few long rows are enough too.
const SAMPLE_BYTES: u64 = 1 << 20;
const ENOUGH_ROWS: usize = 100;

/// The first rows of a table.
#[derive(Clone, Debug)]
pub struct TableSample {
    pub sheet: SheetRef,
    pub rows: Vec<Row>,
    /// The table has no more rows than these.
    pub complete: bool,
    /// Rows of the whole table; estimated from the bytes read unless complete.
    pub estimated_rows: u64,
}

/// What every file holds, by the encoding and delimiter the user has chosen for text files.
///
/// # Errors
/// The first file that is no table.
pub fn catalogues(files: &mut [InputFile], encoding: Option<&str>, delimiter: Option<u8>) -> Result<Vec<Catalogue>, ImportError> {
    if files.is_empty() {
        return Err(ImportError::Empty);
    }
    let options = TextOptions { encoding, delimiter };
    files.iter_mut().map(|file| catalogue(file, &options)).collect()
}

/// Reads at most `limit` rows of a table.
///
/// # Errors
/// [`ImportError::NoSuchSheet`], or the file is damaged within them.
pub fn sample(files: &mut [InputFile], catalogues: &[Catalogue], sheet: &SheetRef, limit: usize) -> Result<TableSample, ImportError> {
    let (Some(file), Some(catalogue)) = (files.get_mut(sheet.file), catalogues.get(sheet.file)) else {
        return Err(ImportError::NoSuchSheet);
    };
    let size = file.size;
    let mut reader = open_rows(file, catalogue, sheet.sheet)?;
    let mut rows = Vec::new();
    let mut complete = false;
    while rows.len() < limit && (rows.len() < ENOUGH_ROWS || catalogue.text.is_none() || reader.position() < SAMPLE_BYTES) {
        let mut row = Row::default();
        if !reader.read_row(&mut row)? {
            complete = true;
            break;
        }
        rows.push(row);
    }
    let seen = rows.len() as u64;
    let bytes = match &catalogue.text {
        Some(facts) => rows.iter().map(|row| bytes_of(row, facts.encoding.name())).sum(),
        None => reader.position(),
    };
    let estimated_rows = if complete { seen } else { estimate(seen, bytes, size) };
    Ok(TableSample { sheet: sheet.clone(), rows, complete, estimated_rows })
}

/// Bytes a row takes in a text file, its separators and line end included. The reader's own position runs ahead by whole blocks.
fn bytes_of(row: &Row, encoding: &str) -> u64 {
    let (ascii, other) = match encoding {
        "UTF-16LE" | "UTF-16BE" => (2, 2),
        "UTF-8" => (1, 3),
        name if name.starts_with("windows") || name.starts_with("ISO") || name.starts_with("KOI8") => (1, 1),
        _ => (1, 2),
    };
    let letters = |text: &str| text.chars().map(|letter| if letter.is_ascii() { ascii } else { other }).sum::<u64>();
    let cells = (0..row.len()).map(|column| match row.cell(column) {
        Cell::Text(text) if text.contains([',', '"', '\n']) => letters(text) + 2 * ascii,
        Cell::Text(text) => letters(text),
        _ => 0,
    });
    cells.map(|bytes| bytes + ascii).sum::<u64>().max(ascii)
}

fn estimate(rows: u64, bytes: u64, size: u64) -> u64 {
    let whole = rows as f64 * size as f64 / bytes.max(1) as f64;
    // A float above the largest integer stops there.
    (whole as u64).max(rows)
}
