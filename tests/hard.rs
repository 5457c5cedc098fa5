//! Hard files of other projects: what they hold is known from those projects, or was read out of the raw file by eye.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use std::path::PathBuf;

use fourfold::import::{Cell, ImportError, InputFile, Row, TextOptions, catalogue, open_rows};
use serde_json::Value;

fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/hard").join(name)
}

/// Rows of a sheet as cell texts, their numbers left out; dates as `12d`, empty cells as "".
fn rows(path: &PathBuf, sheet: usize) -> Result<Vec<Vec<String>>, ImportError> {
    let mut file = InputFile::from_bytes("any", std::fs::read(path).unwrap());
    let found = catalogue(&mut file, &TextOptions::default())?;
    let mut reader = open_rows(&mut file, &found, sheet)?;
    let (mut row, mut rows) = (Row::default(), Vec::new());
    while reader.read_row(&mut row)? {
        let text = |column| match row.cell(column) {
            Cell::Text(text) => text.to_owned(),
            Cell::Number(value) => value.to_string(),
            Cell::Date(days) => format!("{days}d"),
            Cell::Bool(value) => value.to_string(),
            Cell::Error(code) => code.to_owned(),
            Cell::Empty => String::new(),
        };
        rows.push((0..row.len()).map(text).collect());
    }
    Ok(rows)
}

fn lines(name: &str, sheet: usize) -> Vec<String> {
    rows(&fixture(name), sheet).unwrap().into_iter().map(|row| row.join("¦")).collect()
}

#[test]
fn csv_spectrum() {
    let mut seen = 0;
    for entry in std::fs::read_dir(fixture("csv-spectrum/csvs")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let json = std::fs::read(fixture(&format!("csv-spectrum/json/{name}.json"))).unwrap();
        let expected: Vec<serde_json::Map<String, Value>> = serde_json::from_slice(&json).unwrap();
        let found = rows(&path, 0).unwrap();
        let (header, found) = found.split_first().unwrap();
        assert_eq!(found.len(), expected.len(), "{name}");
        for (found, expected) in found.iter().zip(&expected) {
            for (key, value) in expected {
                let column = header.iter().position(|title| title == key).unwrap();
                // Line ends within cells are made one kind.
                assert_eq!(found[column], value.as_str().unwrap().replace("\r\n", "\n"), "{name}");
            }
        }
        seen += 1;
    }
    assert_eq!(seen, 11);
}

#[test]
fn repeated_rows_of_an_open_document() {
    assert_eq!(lines("calamine/number_rows_repeated.ods", 0), ["A¦B", "C¦D", "C¦D", "", "", "C¦D", "", "C¦D"]);
    assert_eq!(lines("calamine/number_rows_repeated.ods", 2)[..3], ["", "", "A¦B"]);
}

#[test]
fn dates_of_the_1904_system() {
    // 2021-01-01 and the day after; [hh]:mm:ss of 255:10:10.
    for name in ["calamine/date_1904.xlsb", "calamine/date_1904.xls"] {
        let found = lines(name, 0);
        assert_eq!(found[..2], ["18628d¦15", "18629d¦16"], "{name}");
        assert!(found[2].starts_with("10.63206018518") && found[2].ends_with("¦17"), "{name}: {}", found[2]);
    }
    // 2009-06-15 and 2013-04-19, as ISO texts of a strict workbook.
    assert_eq!(lines("exceldatareader/roo_1904_base.xlsx", 0), ["14410d", "15814d"]);
}

#[test]
fn merged_cells_are_filled_down() {
    assert_eq!(lines("calamine/merged_range.xls", 0)[0], "A1¦B1¦C1¦¦E1¦F1¦G1¦H1");
    assert_eq!(lines("calamine/merged_range.xls", 1), ["A1¦B1¦C1¦¦E1¦F1", "", "A1¦B3¦C3¦¦E3¦F1", "A1¦B4¦C3¦¦E4¦F1"]);
}

#[test]
fn inline_cdata_and_rich_texts() {
    assert_eq!(lines("calamine/inlineStr_cdata.xlsx", 0), ["Hello CDATA¦World", "12345¦NormalText"]);
    assert_eq!(lines("calamine/richtext-after-plain.xlsx", 0)[0], "abcd¦abcd¦abcd¦abcd");
}

#[test]
fn excel_95_without_a_code_page() {
    let found = lines("exceldatareader/Test_git_issue_231_NoCodePage.xls", 0);
    assert_eq!(found.len(), 5);
    assert_eq!(found[0], "id¦titolo¦editore¦fornitore¦volume¦autore¦prezzo¦isbn¦giacenti¦fuori_catalogo¦collana");
    assert!(
        found[1].starts_with("25250¦MAMMA OGGI CUCINO IO!¦MONDADORI ARNOLDO VARIA¦GIORGI LIBRI SRL¦¦Morris Ting¦14.9¦9788837089733¦1¦")
    );
}

#[test]
fn refused_with_the_reason() {
    let refused = |name| rows(&fixture(name), 0).unwrap_err();
    assert_eq!(refused("calamine/pass_protected.ods"), ImportError::Protected);
    assert_eq!(refused("calamine/pass_protected.xlsb"), ImportError::Protected);
    assert_eq!(refused("exceldatareader/Test_git_issue_368_ixfe.xls"), ImportError::NotATable { what: "excel-4".to_owned() });
    assert_eq!(rows(&fixture("calamine/issue_666_panic.xlsb"), 0).unwrap().len(), 0);
}
