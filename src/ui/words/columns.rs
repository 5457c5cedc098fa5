//! How the import names what has no name, and how it says an estimate.

use crate::import::ColumnGuess;
use crate::ui::i18n::Texts;

/// A column's header, or its letter as in a spreadsheet.
#[must_use]
pub fn column_name(texts: Texts, column: &ColumnGuess) -> String {
    if column.header.trim().is_empty() { texts.preview_column(letter(column.index)) } else { column.header.clone() }
}

/// `A` … `Z`, `AA` … of a 0-based column.
fn letter(index: u32) -> String {
    let mut rest = u64::from(index) + 1;
    let mut letters = Vec::new();
    while rest > 0 {
        letters.push(char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// An estimate to two digits: it is one, and should look like one.
#[must_use]
pub fn about(rows: u64) -> u64 {
    let step = 10_u64.pow(rows.checked_ilog10().unwrap_or(0).saturating_sub(1));
    rows.saturating_add(step / 2) / step * step
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_as_in_a_spreadsheet() {
        assert_eq!([0, 25, 26, 51, 52, 701, 702].map(letter), ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }

    #[test]
    fn estimates_have_two_digits() {
        assert_eq!([0, 7, 42, 1_049, 18_437, 99_999].map(about), [0, 7, 42, 1_000, 18_000, 100_000]);
    }
}
