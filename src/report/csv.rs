//! A table as CSV that spreadsheets and programs both read: UTF-8 with BOM, RFC 4180, nothing in it runs as a formula.
//!
//! Written by hand (the quoting rule is one line) so that the app need not carry a CSV library; the tests read it back with one.

use super::{ReportCell, ReportTable};

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The table as CSV bytes: header, rows, lines ended by CR LF. The notes stay out, so that every line has the same columns.
///
/// Numbers have a decimal point and no grouping; shares are plain numbers 0..=1. A text that a spreadsheet would run as a formula gets a
/// leading apostrophe.
///
/// ```
/// use fourfold::report::{ReportCell, ReportTable, csv_bytes};
/// let table = ReportTable {
///     header: vec!["name".into(), "amount".into()],
///     rows: vec![vec![ReportCell::Text("=1+1".into()), ReportCell::Number(-5.0, 2)]],
///     ..ReportTable::default()
/// };
/// assert_eq!(csv_bytes(&table), "\u{feff}name,amount\r\n'=1+1,-5.00\r\n".as_bytes());
/// ```
#[must_use]
pub fn csv_bytes(table: &ReportTable) -> Vec<u8> {
    let mut out = String::from(BYTE_ORDER_MARK);
    push_line(&mut out, table.header.iter().map(|text| harmless(text)));
    for row in &table.rows {
        push_line(&mut out, row.iter().map(cell_text));
    }
    out.into_bytes()
}

fn push_line(out: &mut String, fields: impl Iterator<Item = String>) {
    for (position, field) in fields.enumerate() {
        if position > 0 {
            out.push(',');
        }
        push_field(out, &field);
    }
    out.push_str("\r\n");
}

fn push_field(out: &mut String, field: &str) {
    if field.contains([',', '"', '\r', '\n']) || field.trim() != field {
        out.push('"');
        out.push_str(&field.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(field);
    }
}

fn cell_text(cell: &ReportCell) -> String {
    match cell.shown() {
        ReportCell::Text(text) | ReportCell::Heading(text) => harmless(text),
        ReportCell::Number(value, decimals) => number_text(*value, *decimals),
        ReportCell::Share(value) => number_text(*value, 6),
        ReportCell::Date(day) => day.iso(),
        // What is shown is none of the last two.
        ReportCell::Empty | ReportCell::Input(_) | ReportCell::Formula { .. } => String::new(),
    }
}

/// Empty for what is no number; never `-0.00`.
fn number_text(value: f64, decimals: u8) -> String {
    if !value.is_finite() {
        return String::new();
    }
    let text = format!("{value:.*}", usize::from(decimals));
    match text.strip_prefix('-') {
        Some(rest) if rest.chars().all(|digit| matches!(digit, '0' | '.')) => rest.to_owned(),
        _ => text,
    }
}

/// The text with a leading apostrophe where a spreadsheet might run it (`=`, `+`, `-`, `@`, tab, line breaks, and the full-width signs that
/// East Asian editions read as the same). A plain negative number runs nothing and stays.
fn harmless(text: &str) -> String {
    let runs = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if runs && !is_negative_number(text) { format!("'{text}") } else { text.to_owned() }
}

fn is_negative_number(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    match text.strip_prefix('-').map(|rest| rest.split_once('.').unwrap_or((rest, "0"))) {
        Some((whole, fraction)) => digits(whole) && digits(fraction),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
    use proptest::prelude::*;

    use super::*;

    fn one_column(texts: &[&str]) -> ReportTable {
        let rows = texts.iter().map(|text| vec![ReportCell::Text((*text).to_owned())]).collect();
        ReportTable { header: vec!["text".to_owned()], rows, ..ReportTable::default() }
    }

    fn read_back(bytes: &[u8]) -> Vec<Vec<String>> {
        let text = std::str::from_utf8(bytes).unwrap().strip_prefix('\u{feff}').unwrap().as_bytes();
        let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(text);
        reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
    }

    #[test]
    fn texts_that_would_run_are_made_harmless() {
        let dangerous = [
            "=HYPERLINK(\"x\")",
            "+1+cmd",
            "-2+3",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "\n=1",
            "＝1",
            "＋1",
            "－1",
            "＠a",
            "-",
            "-.5",
            "--5",
            "-5.",
            "+86 138",
        ];
        for text in dangerous {
            let read = read_back(&csv_bytes(&one_column(&[text])));
            assert_eq!(read[1][0], format!("'{text}"), "{text:?}");
        }
        for text in ["-5", "-12.50", "a=b", "1-2", "'quoted", "张三", "007"] {
            assert_eq!(read_back(&csv_bytes(&one_column(&[text])))[1][0], text);
        }
    }

    #[test]
    fn numbers_are_written_as_numbers() {
        let cells = vec![
            ReportCell::Number(-1234.5, 2),
            ReportCell::Number(-0.001, 2),
            ReportCell::Number(f64::NAN, 2),
            ReportCell::Share(0.25),
            ReportCell::Number(1e7, 0),
            ReportCell::Empty,
        ];
        let table = ReportTable { header: vec!["h".to_owned(); 6], rows: vec![cells], ..ReportTable::default() };
        assert_eq!(read_back(&csv_bytes(&table))[1], ["-1234.50", "0.00", "", "0.250000", "10000000", ""]);
    }

    #[test]
    fn notes_stay_out_and_the_mark_comes_first() {
        let table = ReportTable { notes: vec!["a note".to_owned()], ..one_column(&["x"]) };
        let bytes = csv_bytes(&table);
        assert_eq!(bytes, b"\xef\xbb\xbftext\r\nx\r\n");
    }

    proptest! {
        /// Any text survives, at most with the guard in front of it.
        #[test]
        fn any_text_is_read_back(texts in prop::collection::vec("[\\PC\t\r\n,\"']{0,12}", 1..8)) {
            let table = ReportTable {
                header: texts.iter().map(|_| "h".to_owned()).collect(),
                rows: vec![texts.iter().map(|text| ReportCell::Text(text.clone())).collect()],
                ..ReportTable::default()
            };
            let read = read_back(&csv_bytes(&table));
            // One empty column makes an empty line, which readers skip.
            prop_assume!(texts.len() > 1 || !texts[0].is_empty());
            for (found, text) in read[1].iter().zip(&texts) {
                prop_assert!(found == text || *found == format!("'{text}"), "{text:?} came back as {found:?}");
                prop_assert!(!found.starts_with(['=', '+', '@', '\t', '\r', '\n']));
            }
        }
    }
}
