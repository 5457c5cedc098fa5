//! Where the header stands: among titles, units and blank rows, on one line or two, or nowhere.

use super::cell_class::{CellClass, classes, names_period};
use super::vocabulary::{HeaderKey, is_known};
use crate::import::values::cell_text::own_text;
use crate::import::values::period::year_in;
use crate::import::words::{is_note, total_word};
use crate::import::{Cell, Row};

/// Rows in which a header is looked for, and rows below a candidate that speak for or against it.
const SEARCHED: usize = 60;
const LOOKED_BELOW: usize = 40;

/// Where the header stands in a sample.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Header {
    /// Index of its first row in the sample; the first row of data if there is no header.
    pub index: usize,
    /// Rows it spans: 0 (none), 1 or 2.
    pub height: usize,
    /// One text a column, blank where there is none; both lines joined.
    pub texts: Vec<String>,
}

impl Header {
    /// Index of the first row of data in the sample.
    #[must_use]
    pub fn data(&self) -> usize {
        self.index + self.height
    }
}

/// Finds the header of a sample.
#[must_use]
pub fn find_header(rows: &[Row]) -> Header {
    let table = Classes::of(rows);
    let mut best: Option<(f64, usize)> = None;
    for index in 0..rows.len().min(SEARCHED) {
        if let Some(score) = table.score(rows, index)
            && best.is_none_or(|(before, _)| score > before + 1e-9)
        {
            best = Some((score, index));
        }
    }
    match best {
        Some((_, index)) => header_around(rows, &table, index),
        None => without_header(rows, &table),
    }
}

/// The header at a row the user has named.
#[must_use]
pub fn header_at(rows: &[Row], index: usize) -> Header {
    let table = Classes::of(rows);
    let height = if continues_below(rows, &table, index) { 2 } else { 1 };
    Header { index, height, texts: joined_texts(rows, index, height) }
}

/// No header: data from the first row that is not blank.
#[must_use]
pub fn no_header(rows: &[Row]) -> Header {
    let index = rows.iter().position(|row| !row.is_blank()).unwrap_or(0);
    Header { index, height: 0, texts: Vec::new() }
}

/// The texts of a header of one or two rows, by column.
#[must_use]
pub fn joined_texts(rows: &[Row], index: usize, height: usize) -> Vec<String> {
    let Some(top) = rows.get(index) else { return Vec::new() };
    let Some(bottom) = rows.get(index + 1).filter(|_| height == 2) else {
        return (0..top.len()).map(|column| header_text(top, column)).collect();
    };
    let mut group = String::new();
    (0..top.len().max(bottom.len()))
        .map(|column| {
            let (above, below) = (header_text(top, column), header_text(bottom, column));
            if !above.is_empty() {
                // A name merged downwards opens no group for the columns to its right.
                group = if below.is_empty() || below == above { String::new() } else { above.clone() };
            }
            let above = if above.is_empty() && !below.is_empty() { group.clone() } else { above };
            match (above.is_empty(), below.is_empty()) {
                (true, _) => below,
                (_, true) => above,
                _ if above == below => above,
                _ => format!("{above} {below}"),
            }
        })
        .collect()
}

fn header_text(row: &Row, column: usize) -> String {
    own_text(&row.cell(column)).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The classes of the sample's first rows.
struct Classes {
    rows: Vec<Vec<CellClass>>,
    /// Filled cells of a typical row.
    typical: f64,
}

impl Classes {
    fn of(rows: &[Row]) -> Self {
        let rows: Vec<_> = rows.iter().take(SEARCHED + LOOKED_BELOW).map(classes).collect();
        let mut filled: Vec<usize> = rows.iter().map(|row| filled(row)).filter(|&count| count > 0).collect();
        filled.sort_unstable();
        let typical = filled.get(filled.len() / 2).copied().unwrap_or(0) as f64;
        Self { rows, typical }
    }

    /// How much a row looks like the header; `None` if it cannot be it.
    fn score(&self, rows: &[Row], index: usize) -> Option<f64> {
        let cells = self.rows.get(index)?;
        let count = filled(cells);
        let coverage = count as f64 / self.typical.max(1.0);
        let periods = (0..cells.len()).filter(|&column| rows.get(index).is_some_and(|row| names_period(&row.cell(column)))).count();
        let labels = labels(rows, cells, index, periods);
        if count == 0 || coverage < 0.5 || (labels as f64) < 0.8 * count as f64 || self.is_total_row(rows, index) {
            return None;
        }
        let known = (0..cells.len()).filter(|&column| is_known(&HeaderKey::new(&header_text(&rows[index], column)))).count().max(periods);
        let (typed, contrast) = self.contrast(index);
        let known = known as f64 / count as f64;
        let contrast = if typed == 0 { 0.0 } else { contrast as f64 / typed as f64 };
        (known >= 0.2 || contrast >= 0.5).then_some(3.0 * known + 2.0 * contrast + coverage.min(1.0))
    }

    /// Columns that hold values below a row, and those of them that the row labels.
    fn contrast(&self, index: usize) -> (usize, usize) {
        let width = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let typed: Vec<usize> = (0..width).filter(|&column| self.holds_values(index + 1, column)).collect();
        let labelled = typed.iter().filter(|&&column| self.rows[index].get(column) == Some(&CellClass::Label)).count();
        (typed.len(), labelled)
    }

    fn holds_values(&self, from: usize, column: usize) -> bool {
        let below =
            self.rows.iter().skip(from).take(LOOKED_BELOW).filter_map(|row| row.get(column)).filter(|class| **class != CellClass::Blank);
        let (values, all) = below.fold((0, 0), |(values, all), class| (values + usize::from(class.is_value()), all + 1));
        all > 0 && 2 * values >= all
    }

    fn is_total_row(&self, rows: &[Row], index: usize) -> bool {
        let has_value = self.rows[index].iter().any(|class| class.is_value());
        let first = (0..rows[index].len()).map(|column| rows[index].cell(column)).find(|cell| *cell != Cell::Empty);
        has_value && matches!(first, Some(Cell::Text(text)) if total_word(text).is_some() || is_note(text))
    }
}

fn filled(row: &[CellClass]) -> usize {
    row.iter().filter(|class| **class != CellClass::Blank).count()
}

/// Cells that can be names of columns: labels, and period names where several stand side by side.
fn labels(rows: &[Row], cells: &[CellClass], index: usize, periods: usize) -> usize {
    let plain = cells.iter().filter(|class| **class == CellClass::Label).count();
    if periods < 3 {
        return plain;
    }
    let names_value = |column: usize| cells[column].is_value() && names_period(&rows[index].cell(column));
    plain + (0..cells.len()).filter(|&column| names_value(column)).count()
}

/// The header whose best line is `index`: it may be the lower of two lines, or the upper.
fn header_around(rows: &[Row], table: &Classes, index: usize) -> Header {
    if index > 0 && groups_above(table, rows, index) {
        return Header { index: index - 1, height: 2, texts: joined_texts(rows, index - 1, 2) };
    }
    let height = if continues_below(rows, table, index) { 2 } else { 1 };
    Header { index, height, texts: joined_texts(rows, index, height) }
}

/// Whether the row above holds names for gaps of this one, or groups of its columns.
fn groups_above(table: &Classes, rows: &[Row], index: usize) -> bool {
    let (Some(above), Some(below)) = (table.rows.get(index - 1), table.rows.get(index)) else { return false };
    let class = |row: &[CellClass], column: usize| row.get(column).copied().unwrap_or(CellClass::Blank);
    let year = |column: usize| rows.get(index - 1).is_some_and(|row| year_in(&header_text(row, column)).is_some());
    let width = above.len().max(below.len());
    let names = (0..width).all(|column| matches!(class(above, column), CellClass::Blank | CellClass::Label) || year(column));
    let first_below = (0..width).find(|&column| class(below, column) != CellClass::Blank);
    let first_above = (0..width).find(|&column| class(above, column) != CellClass::Blank);
    let fills_gap = (0..width).any(|column| {
        class(above, column) != CellClass::Blank && class(below, column) == CellClass::Blank && table.holds_any(index + 1, column)
    });
    // A single text in the first column is a title; one over the middle of the columns is a group of them.
    let over_the_middle = first_above > first_below && (0..width).any(|column| opens_group(above, below, column));
    // The same name in both lines is a cell merged downwards.
    let merged = (0..width).any(|column| {
        class(above, column) == CellClass::Label && header_text(&rows[index - 1], column) == header_text(&rows[index], column)
    });
    let unit = first_above.is_some_and(|column| is_unit(&header_text(&rows[index - 1], column)));
    names && !unit && first_above.is_some() && (fills_gap || over_the_middle || merged)
}

impl Classes {
    fn holds_any(&self, from: usize, column: usize) -> bool {
        self.rows.iter().skip(from).any(|row| row.get(column).is_some_and(|class| *class != CellClass::Blank))
    }
}

/// Whether a text above stands over two columns or more.
fn opens_group(above: &[CellClass], below: &[CellClass], column: usize) -> bool {
    let class = |row: &[CellClass], column: usize| row.get(column).copied().unwrap_or(CellClass::Blank);
    let filled = |row: &[CellClass], column: usize| class(row, column) != CellClass::Blank;
    filled(above, column) && filled(below, column) && !filled(above, column + 1) && filled(below, column + 1)
}

/// Whether the row below a header line is its second line: names or units where the data hold values.
fn continues_below(rows: &[Row], table: &Classes, index: usize) -> bool {
    let (Some(line), Some(row)) = (table.rows.get(index + 1), rows.get(index + 1)) else { return false };
    let count = filled(line);
    let names =
        (0..line.len()).all(|column| matches!(line[column], CellClass::Blank | CellClass::Label) || names_period(&row.cell(column)));
    if count == 0 || !names || table.rows.len() <= index + 2 {
        return false;
    }
    let over_values = (0..line.len()).any(|column| line[column] != CellClass::Blank && table.holds_values(index + 2, column));
    let known = (0..line.len()).filter(|&column| names_period(&row.cell(column)) || is_header_word(&header_text(row, column))).count();
    over_values && 2 * known >= count
}

fn is_header_word(text: &str) -> bool {
    is_known(&HeaderKey::new(text)) || is_unit(text)
}

/// `万元`, `(USD)`, `kg`: what stands in a line of units.
fn is_unit(text: &str) -> bool {
    const UNITS: &[&str] = &["%", "pcs", "kg", "个", "件", "台", "套", "箱", "吨", "天", "yyyy-mm-dd", "dd/mm/yyyy", "mm/dd/yyyy"];
    let bare = text.trim_matches(['(', ')', '（', '）', '[', ']', ' ']);
    text.starts_with("单位")
        || UNITS.iter().any(|unit| bare.eq_ignore_ascii_case(unit))
        || bare.chars().count() <= 12
            && (super::scale::named_in(bare).is_some() || crate::import::values::currency::named_in(bare).is_some())
}

/// Without a header the first row looks like the rows below it; a table of texts alone is taken to have one.
fn without_header(rows: &[Row], table: &Classes) -> Header {
    let first = no_header(rows);
    let values = |row: &Vec<CellClass>| row.iter().any(|class| class.is_value());
    let texts_only = table.rows.get(first.index).is_some_and(|row| !values(row) && filled(row) > 0) && rows.len() > first.index + 1;
    if texts_only { Header { height: 1, texts: joined_texts(rows, first.index, 1), ..first } } else { first }
}

#[cfg(test)]
mod tests;
