//! Files made to fill the memory or to keep a reader busy for ever: each ends in a message or is read as what little it is.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use std::io::{Cursor, Read, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use fourfold::import::{Catalogue, Cell, ImportError, InputFile, Row, TextOptions, catalogue, open_rows};
use zip::write::SimpleFileOptions;

const RELATIONSHIPS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#;
const TYPE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// An XLSX workbook of one sheet.
fn workbook(sheet: &[u8], shared_strings: &[u8]) -> Vec<u8> {
    let package_relations =
        format!(r#"{RELATIONSHIPS}<Relationship Id="a" Type="{TYPE}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#);
    let relations =
        format!(r#"{RELATIONSHIPS}<Relationship Id="a" Type="{TYPE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#);
    let book = format!(
        r#"<workbook xmlns="{MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="a"/></sheets></workbook>"#
    );
    package(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("_rels/.rels", package_relations.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/sharedStrings.xml", shared_strings),
        ("xl/worksheets/sheet1.xml", sheet),
    ])
}

fn sheet(cells: &str) -> Vec<u8> {
    format!(r#"<worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData></worksheet>"#).into_bytes()
}

fn document(content: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet>{content}</office:spreadsheet></office:body></office:document-content>"
    );
    package(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content.as_bytes())])
}

fn open(bytes: Vec<u8>) -> Result<(InputFile, Catalogue), ImportError> {
    let mut file = InputFile::from_bytes("any", bytes);
    let found = catalogue(&mut file, &TextOptions::default())?;
    Ok((file, found))
}

/// Rows, cells that hold something, and how it ended.
fn read(bytes: Vec<u8>) -> (u64, u64, Result<(), ImportError>) {
    let started = Instant::now();
    let (mut rows, mut cells) = (0, 0);
    let run = || {
        let (mut file, found) = open(bytes)?;
        let mut reader = open_rows(&mut file, &found, 0)?;
        let mut row = Row::default();
        while reader.read_row(&mut row)? {
            rows += 1;
            cells += (0..row.len()).filter(|&column| row.cell(column) != Cell::Empty).count() as u64;
        }
        Ok(())
    };
    let end = run();
    assert!(started.elapsed() < Duration::from_secs(20), "took {:?}", started.elapsed());
    (rows, cells, end)
}

#[test]
fn a_claimed_count_of_strings_reserves_nothing() {
    for claimed in ["4000000000", "99999999999999999999999"] {
        let strings = format!(r#"<sst xmlns="{MAIN}" count="1" uniqueCount="{claimed}"><si><t>a</t></si></sst>"#);
        let bytes = workbook(&sheet(r#"<row r="1"><c r="A1" t="s"><v>0</v></c></row>"#), strings.as_bytes());
        assert!(bytes.len() < 2_000);
        assert!(matches!(read(bytes).2, Err(ImportError::Damaged { .. })));
    }
}

#[test]
fn two_cells_in_opposite_corners_are_two_cells() {
    let cells = r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>"#;
    assert_eq!(read(workbook(&sheet(cells), b"<sst/>")), (1 << 20, 2, Ok(())));
}

#[test]
fn a_far_cell_in_every_row_ends_in_a_message() {
    let cells: String = (1..=15_000).map(|row| format!(r#"<row r="{row}"><c r="XFD{row}"><v>1</v></c></row>"#)).collect();
    let (rows, _, end) = read(workbook(&sheet(&cells), b"<sst/>"));
    assert!(rows > 10_000);
    assert!(matches!(end, Err(ImportError::TooLarge { .. })), "{end:?}");
}

#[test]
fn places_beyond_the_sheet_or_backwards_end_in_a_message() {
    for cells in [
        r#"<row r="4294967295"><c r="A4294967295"><v>1</v></c></row>"#,
        r#"<row r="1"><c r="ZZZZ1"><v>1</v></c></row>"#,
        r#"<row r="9"><c r="A9"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>"#,
        r#"<row r="1"><c r="A1"><v>1</v>"#,
    ] {
        let (_, _, end) = read(workbook(&sheet(cells), b"<sst/>"));
        assert!(matches!(end, Err(ImportError::Damaged { .. })), "{cells}: {end:?}");
    }
}

#[test]
fn a_cell_that_cannot_be_read_is_empty_and_the_next_is_read() {
    let cells = r#"<row r="1"><c r="A1" t="e"><v>#SPILL!</v></c><c r="B1" t="s"><v>77</v></c><c r="C1" t="zz"><v>1</v></c><c r="D1"><v>4</v></c></row>"#;
    assert_eq!(read(workbook(&sheet(cells), b"<sst/>")), (1, 1, Ok(())));
}

#[test]
fn parts_that_inflate_beyond_reason_are_not_unpacked() {
    let text = [sheet("<row><c t=\"inlineStr\"><is><t>"), vec![b'a'; 20 << 20], b"</t></is></c></row>".to_vec()].concat();
    assert!(matches!(read(workbook(&text, b"<sst/>")).2, Err(ImportError::TooLarge { .. })));
    let strings = [b"<sst>".to_vec(), b"<si><t>a</t></si>".repeat(16 << 20)].concat();
    let bytes = workbook(&sheet(""), &strings);
    assert!(bytes.len() < 2 << 20);
    assert!(matches!(read(bytes).2, Err(ImportError::TooLarge { .. })));
}

#[test]
fn repeated_rows_and_cells_count_only_where_they_hold_something() {
    let empty = r#"<table:table table:name="S"><table:table-row table:number-rows-repeated="1048575"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
        <table:table-row><table:table-cell office:value-type="float" office:value="3"/></table:table-row></table:table>"#;
    assert_eq!(read(document(empty)), (1 << 20, 1, Ok(())));
    let full = r#"<table:table table:name="S"><table:table-row table:number-rows-repeated="4000000000">
        <table:table-cell table:number-columns-repeated="4000000000" office:value-type="float" office:value="1"/></table:table-row></table:table>"#;
    assert!(matches!(read(document(full)).2, Err(ImportError::TooLarge { .. })));
    let long = format!(
        r#"<table:table table:name="S"><table:table-row><table:table-cell table:number-columns-repeated="16384"><text:p>{}</text:p></table:table-cell></table:table-row></table:table>"#,
        "a".repeat(1 << 20)
    );
    assert!(matches!(read(document(&long)).2, Err(ImportError::TooLarge { .. })));
}

#[test]
fn every_cut_of_a_workbook_ends_in_a_message() {
    let strings = format!(r#"<sst xmlns="{MAIN}"><si><t>a</t></si></sst>"#);
    let whole = workbook(&sheet(r#"<row r="1"><c r="A1" t="s"><v>0</v></c></row>"#), strings.as_bytes());
    for length in (4..whole.len()).step_by(7) {
        let (_, _, end) = read(whole[..length].to_vec());
        assert!(matches!(end, Err(ImportError::Truncated | ImportError::Damaged { .. })), "{length}: {end:?}");
    }
    assert_eq!(read(whole), (1, 1, Ok(())));
}

#[test]
fn recognised_and_refused() {
    let cases: [(&[u8], &str); 8] = [
        (b"%PDF-1.7 ...", "pdf"),
        (b"\x89PNG\r\n\x1a\n", "png"),
        (b"\xff\xd8\xff\xe0", "jpeg"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"SQLite format 3\0", "sqlite"),
        (b"PAR1", "parquet"),
        (b"{\\rtf1", "rtf"),
        (b"\x09\x00\x04\x00\x02\x00\x10\x00", "excel-4"),
    ];
    for (bytes, what) in cases {
        assert_eq!(read(bytes.to_vec()).2, Err(ImportError::NotATable { what: what.to_owned() }));
    }
    assert_eq!(read(package(&[("word/document.xml", b"<w/>")])).2, Err(ImportError::NotATable { what: "docx".to_owned() }));
    assert_eq!(read(package(&[("readme.txt", b"x")])).2, Err(ImportError::NotATable { what: "zip".to_owned() }));
    assert_eq!(read(Vec::new()).2, Err(ImportError::Empty));
}

/// A small generator, so that a failure can be repeated: xorshift.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit.max(1) as u64) as usize
    }

    /// Flips, overwrites, drops, adds or repeats a few bytes.
    fn damage(&mut self, bytes: &mut Vec<u8>) {
        for _ in 0..=self.below(6) {
            if bytes.is_empty() {
                return;
            }
            let at = self.below(bytes.len());
            match self.below(5) {
                0 => bytes[at] ^= 1 << self.below(8),
                1 => bytes[at] = b"\0\xff\x7f\x80\"<9>"[self.below(8)],
                2 => drop(bytes.remove(at)),
                3 => bytes.insert(at, self.below(256) as u8),
                _ => {
                    let end = (at + self.below(40)).min(bytes.len());
                    bytes.splice(at..at, bytes[at..end].to_vec());
                }
            }
        }
    }
}

/// The parts of a zip file; `None` for others.
fn parts(bytes: &[u8]) -> Option<Vec<(String, Vec<u8>)>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let count = archive.len();
    let part = |index| {
        let mut part = archive.by_index(index).unwrap();
        let (name, mut content) = (part.name().unwrap().into_owned(), Vec::new());
        part.read_to_end(&mut content).unwrap();
        (name, content)
    };
    Some((0..count).map(part).collect())
}

/// Damage that no checksum would notice: parts are changed and packed again.
fn damaged(bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
    let Some(mut parts) = parts(bytes) else {
        let mut bytes = bytes.to_vec();
        dice.damage(&mut bytes);
        return bytes;
    };
    let which = dice.below(parts.len());
    dice.damage(&mut parts[which].1);
    let parts: Vec<_> = parts.iter().map(|(name, content)| (name.as_str(), content.as_slice())).collect();
    package(&parts)
}

fn files_under(folder: &Path, visit: &mut dyn FnMut(&Path)) {
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() { files_under(&path, visit) } else { visit(&path) }
    }
}

#[test]
fn damaged_files_are_read_or_refused() {
    const ROUNDS: u64 = 25;
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut ends = [0, 0];
    for folder in ["hard", "made", "formats"] {
        files_under(&fixtures.join(folder), &mut |path| {
            let bytes = std::fs::read(path).unwrap();
            for round in 1..=ROUNDS {
                println!("{} round {round}", path.display());
                let changed = damaged(&bytes, &mut Dice(round.wrapping_mul(0x9e37_79b9_7f4a_7c15)));
                ends[usize::from(read(changed).2.is_err())] += 1;
            }
        });
    }
    assert!(ends[0] > 100 && ends[1] > 100, "{ends:?}");
}
