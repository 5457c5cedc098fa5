//! The whole corpus of hard spreadsheets, where it is present: every file is read or refused, in time, without a panic, and what
//! was read is compared with what other readers made of it.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use fourfold::import::{Cell, ImportError, InputFile, Row, TextOptions, catalogue, open_rows};
use serde_json::Value;

const SHARED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data");
const TIME_LIMIT: Duration = Duration::from_secs(10);

/// What a sheet holds, as the oracle counts it.
#[derive(Clone, Debug, Default, PartialEq)]
struct Sheet {
    name: String,
    hidden: bool,
    number: u64,
    text: u64,
    date: u64,
    bool: u64,
    error: u64,
    sum: f64,
    rows: u64,
    blank_rows: u64,
}

#[derive(Clone, Debug)]
struct Summary {
    delimiter: u8,
    sheets: Vec<Sheet>,
}

fn summarise(path: &Path) -> Result<Summary, ImportError> {
    let mut file = InputFile::from_bytes("any", std::fs::read(path).unwrap());
    let found = catalogue(&mut file, &TextOptions::default())?;
    let mut sheets = Vec::new();
    for (index, info) in found.sheets.iter().enumerate() {
        let mut sheet = Sheet { name: info.name.clone(), hidden: info.hidden, ..Sheet::default() };
        let mut reader = open_rows(&mut file, &found, index)?;
        let mut row = Row::default();
        while reader.read_row(&mut row)? {
            sheet.rows += 1;
            assert!(u64::from(row.number) >= sheet.rows);
            sheet.blank_rows += u64::from(row.is_blank());
            (0..row.len()).for_each(|column| count(&mut sheet, &row.cell(column)));
        }
        sheets.push(sheet);
    }
    let text = found.text.as_ref();
    Ok(Summary { delimiter: text.map_or(0, |text| text.delimiter), sheets })
}

fn count(sheet: &mut Sheet, cell: &Cell<'_>) {
    match cell {
        Cell::Empty => {}
        Cell::Text(_) => sheet.text += 1,
        Cell::Number(value) => {
            sheet.number += 1;
            sheet.sum += value;
        }
        Cell::Date(_) => sheet.date += 1,
        Cell::Bool(_) => sheet.bool += 1,
        Cell::Error(_) => sheet.error += 1,
    }
}

enum Outcome {
    Read(Summary),
    Refused(ImportError),
    Panicked,
    TooSlow,
}

/// Reads in a thread of its own, so that a hang is a result and not the end of the test.
fn attempt(path: &Path) -> (Outcome, Duration) {
    let (sender, receiver) = mpsc::channel();
    let owned = path.to_owned();
    let start = Instant::now();
    std::thread::spawn(move || {
        let result = std::panic::catch_unwind(|| summarise(&owned));
        let _ = sender.send(result);
    });
    let outcome = match receiver.recv_timeout(TIME_LIMIT) {
        Ok(Ok(Ok(summary))) => Outcome::Read(summary),
        Ok(Ok(Err(error))) => Outcome::Refused(error),
        Ok(Err(_)) => Outcome::Panicked,
        Err(_) => Outcome::TooSlow,
    };
    (outcome, start.elapsed())
}

fn files_under(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() { files_under(&path, found) } else { found.push(path) }
    }
}

fn oracle() -> BTreeMap<String, Value> {
    let path = format!("{SHARED}/expected/nasty_oracle.json");
    std::fs::read(path).map_or_else(|_| BTreeMap::new(), |bytes| serde_json::from_slice(&bytes).unwrap())
}

/// Where another reader sees something else, and why. Each was looked at; a difference not listed here fails the test, and so does
/// a line here that no longer differs.
const UNDERSTOOD: &[(&str, &str)] = &[
    ("calamine/OOM_alloc.xls", MERGED),
    ("calamine/covered.ods", MERGED),
    ("calamine/date.xlsx", TIMES),
    ("calamine/date_1904.xls", TIMES),
    ("calamine/encoded_entities.xlsx", WHITE_SPACE),
    ("calamine/hyperlinks.xlsx", MERGED),
    ("calamine/merged_range.xls", MERGED),
    ("calamine/pivots.xlsx", OTHER_FAILS),
    ("calamine/strict_iso_paths.xlsx", STRICT),
    ("calamine/whitespace_trim.xlsx", WHITE_SPACE),
    ("duckdb_csv/test/unterminated.csv", "a quote that never closes is a character, the lines below are lines"),
    ("exceldatareader/TestOpen.xls", TIMES),
    ("exceldatareader/TestOpen.xlsx", TIMES),
    ("exceldatareader/Test_MergedCell.xlsx", MERGED),
    ("exceldatareader/Test_git_issue_283_TimeSpan.xls", TIMES),
    ("exceldatareader/Test_git_issue_329_error.xlsb", "errors are no texts"),
    ("exceldatareader/Test_git_issue_477_sst_zero_count.xls", OTHER_FAILS),
    ("exceldatareader/Test_git_issue_711_OpenXml_Row_height_parsing_negative_default_height.xlsx", OTHER_FAILS),
    ("exceldatareader/strict/", STRICT),
    ("phpspreadsheet/Ods/issue.407.ods", "errors are no texts"),
    ("phpspreadsheet/Ods/issue.4528.ods", "merged cells are filled down; true and false are no numbers"),
    ("phpspreadsheet/Ods/issue.804.ods", "empty paragraphs are no text"),
    ("phpspreadsheet/XLS/issue.2463.xls", OTHER_FAILS),
    ("phpspreadsheet/XLSX/Zip-Windows-Directory-Separator.xlsx", OTHER_FAILS),
    ("phpspreadsheet/XLSX/issue.1482.xlsx", OTHER_FAILS),
    ("phpspreadsheet/XLSX/issue.2494.xlsx", OTHER_FAILS),
    ("phpspreadsheet/XLSX/issue.3730.xlsx", OTHER_FAILS),
    ("phpspreadsheet/XLSX/namespacepurl.xlsx", STRICT),
];
const MERGED: &str = "text of merged cells is filled down";
const TIMES: &str = "times of day and durations are numbers of days here, dates there";
const STRICT: &str = "the other reader finds no sheets in strict workbooks";
const WHITE_SPACE: &str = "a text of white space alone is an empty cell";
const OTHER_FAILS: &str = "the other reader fails on it";

/// Files that must be refused, and as what; all others must be read.
const REFUSED: &[(&str, Judge)] = &[
    ("_pwd_password.", is_protected),
    ("pass_protected.", is_protected),
    ("password", is_protected),
    ("XLS/pwtest", is_protected),
    ("Test_git_issue289.xlsx", is_protected),
    ("truncated", |error| *error == ImportError::Truncated),
    ("OOM_alloc3.xls", |error| *error == ImportError::Truncated),
    ("empty.csv", |error| *error == ImportError::Empty),
    ("add_escaped_rfc.csv", |error| *error == ImportError::Empty),
    ("biff3.xls", |error| is_no_table(error, "excel-4")),
    ("issue_368_ixfe.xls", |error| is_no_table(error, "excel-4")),
    ("TestFail_Binary.xls", |error| is_no_table(error, "bmp")),
    ("duckdb_csv/afl/", |error| is_no_table(error, "binary")),
    ("duckdb_csv/fuzzing/", |error| is_no_table(error, "binary")),
    ("premiere.utf32be.csv", |error| is_no_table(error, "binary")),
    (".json", |error| is_no_table(error, "json")),
    (".csv.gz", |error| is_no_table(error, "gzip")),
    ("implicit-zip.csv", |error| is_no_table(error, "zip")),
    // Its workbook part alone is UTF-16, which no program writes.
    ("utf16be.xlsx", |error| matches!(error, ImportError::Damaged { .. })),
];

/// Whether a refusal is the right one.
type Judge = fn(&ImportError) -> bool;

fn is_protected(error: &ImportError) -> bool {
    *error == ImportError::Protected
}

fn is_no_table(error: &ImportError, code: &str) -> bool {
    matches!(error, ImportError::NotATable { what } if what == code)
}

#[test]
fn every_file_is_read_or_refused() {
    let mut files = Vec::new();
    for folder in ["nasty", "nasty_made"] {
        files_under(&Path::new(SHARED).join(folder), &mut files);
    }
    if files.is_empty() {
        eprintln!("no collection of hard files beside the clone: nothing was compared");
        return;
    }
    let oracle = oracle();
    let mut failures = Vec::new();
    for path in files {
        let name = path.strip_prefix(SHARED).unwrap().to_string_lossy().replace("nasty/", "");
        let (outcome, time) = attempt(&path);
        if time > TIME_LIMIT / 10 {
            println!("slow: {name} took {time:?}");
        }
        let found = match outcome {
            Outcome::Panicked => vec!["panicked".to_owned()],
            Outcome::TooSlow => vec![format!("not done after {TIME_LIMIT:?}")],
            Outcome::Refused(error) if REFUSED.iter().any(|(part, right)| name.contains(part) && right(&error)) => vec![],
            Outcome::Refused(error) => vec![format!("refused: {error:?}")],
            Outcome::Read(summary) => {
                let found = oracle.get(&name).map(|expected| differences(&summary, expected)).unwrap_or_default();
                match UNDERSTOOD.iter().find(|(prefix, _)| name.starts_with(prefix)) {
                    Some((prefix, _)) if found.is_empty() && *prefix == name => {
                        vec!["listed as understood, but no longer differs".to_owned()]
                    }
                    Some(_) => vec![],
                    None => found,
                }
            }
        };
        failures.extend(found.into_iter().map(|text| format!("{name}: {text}")));
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

fn differences(found: &Summary, expected: &Value) -> Vec<String> {
    if let Some(error) = expected["error"].as_str() {
        return vec![format!("read, but refused by the other reader: {error}")];
    }
    let Some(sheets) = expected["sheets"].as_array() else { return text_differences(found, expected) };
    let mut differences = Vec::new();
    let worksheets: Vec<_> = sheets.iter().filter(|sheet| sheet["kind"].as_str().is_none_or(|kind| kind == "Worksheet")).collect();
    if worksheets.len() != found.sheets.len() {
        differences.push(format!("{} sheets, expected {}", found.sheets.len(), worksheets.len()));
    }
    for (sheet, expected) in found.sheets.iter().zip(worksheets) {
        let mut differ = |what: &str, found: String, wanted: String| {
            if found != wanted {
                differences.push(format!("sheet {}: {what} {found}, expected {wanted}", sheet.name));
            }
        };
        differ("name", sheet.name.clone(), expected["name"].as_str().unwrap().to_owned());
        if let Some(state) = expected["state"].as_str() {
            differ("hidden", sheet.hidden.to_string(), (state != "visible").to_string());
        }
        let wanted = |kind: &str| expected[kind].as_u64().unwrap();
        if expected["note"].is_string() {
            differ("numbers and dates", (sheet.number + sheet.date).to_string(), (wanted("number") + wanted("date")).to_string());
        } else {
            differ("numbers", sheet.number.to_string(), wanted("number").to_string());
            differ("dates", sheet.date.to_string(), wanted("date").to_string());
            let sum = expected["sum"].as_f64().unwrap_or(f64::NAN);
            if (sheet.sum - sum).abs() > 1e-9 * sum.abs().max(1_000.0) {
                differ("sum", sheet.sum.to_string(), sum.to_string());
            }
        }
        differ("texts", sheet.text.to_string(), wanted("text").to_string());
        differ("bools", sheet.bool.to_string(), wanted("bool").to_string());
        differ("errors", sheet.error.to_string(), wanted("error").to_string());
    }
    differences
}

fn text_differences(found: &Summary, expected: &Value) -> Vec<String> {
    let rows = expected["csv_module_comma"]["rows"].as_u64();
    let sheet = &found.sheets[0];
    if found.delimiter != b',' || rows.is_none_or(|rows| rows == sheet.rows) {
        return Vec::new();
    }
    vec![format!("{} rows ({} blank), expected {}", sheet.rows, sheet.blank_rows, rows.unwrap())]
}
