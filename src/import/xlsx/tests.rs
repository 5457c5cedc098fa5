//! Both ways through a workbook give the same rows.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;
use crate::import::package::{inspect, open};
use crate::import::{Cell, InputFile};

/// The rows up to the end, or up to what is wrong.
type Outcome = (Vec<Row>, Option<ImportError>);

fn all_rows(reader: &mut dyn RowReader) -> Outcome {
    let mut rows = Vec::new();
    loop {
        let mut row = Row::default();
        match reader.read_row(&mut row) {
            Ok(true) => rows.push(row),
            Ok(false) => return (rows, None),
            Err(error) => return (rows, Some(error)),
        }
    }
}

fn usual_way(bytes: &[u8]) -> Result<Vec<(SheetInfo, Outcome)>, ImportError> {
    let file = InputFile::from_bytes("a.xlsx", bytes.to_vec());
    let (_, mut archive) = open(&file)?;
    let facts = inspect(&mut archive)?;
    let mut book = XlsxBook::open(file.bytes(), archive, facts.merged_cells)?;
    let sheets = book.sheets.clone().into_iter().enumerate();
    Ok(sheets
        .map(|(sheet, info)| {
            let outcome = book.rows(sheet, file.bytes()).map_or_else(|error| (vec![], Some(error)), |mut rows| all_rows(&mut *rows));
            (info, outcome)
        })
        .collect())
}

fn careful_way(bytes: &[u8]) -> Result<Vec<(SheetInfo, Outcome)>, ImportError> {
    let file = InputFile::from_bytes("a.xlsx", bytes.to_vec());
    let (_, mut archive) = open(&file)?;
    let facts = inspect(&mut archive)?;
    let sheets = CarefulBook::open(file.bytes())?.sheets();
    let read = |name: &str| {
        let rest = CarefulSheet { book: &mut None, bytes: file.bytes(), name };
        rest.whole(facts.merged_cells).map_or_else(|error| (vec![], Some(error)), |mut rows| all_rows(&mut rows))
    };
    Ok(sheets.into_iter().map(|info| (info.clone(), read(&info.name))).collect())
}

/// Whether both ways give the same. In front of damage the careful one holds a row back: it has looked into the next one already.
fn agree(bytes: &[u8]) -> bool {
    match (usual_way(bytes), careful_way(bytes)) {
        (Ok(usual), Ok(careful)) => {
            usual.len() == careful.len()
                && usual.iter().zip(&careful).all(|((info, (rows, error)), (other, (fewer, same)))| {
                    info == other && error == same && if error.is_some() { rows.starts_with(fewer) } else { rows == fewer }
                })
        }
        (usual, careful) => usual == careful,
    }
}

/// Whether no row of a workbook's sheets needed the careful way.
fn is_usual(bytes: &[u8]) -> bool {
    let file = InputFile::from_bytes("a.xlsx", bytes.to_vec());
    let (_, mut archive) = open(&file).unwrap();
    let Some(book) = Book::read(&mut archive) else { return false };
    book.parts.iter().all(|&part| {
        let around = Surroundings { strings: &book.strings, kinds: &book.kinds, is_1904: book.is_1904 };
        let Some(mut rows) = UsualRows::new(archive.by_index(part).unwrap(), around) else { return false };
        let mut row = Row::default();
        loop {
            match rows.next(&mut row) {
                Next::Row(_) => {}
                found => return found == Next::End,
            }
        }
    })
}

fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    const REL: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let rels = |relations: &[(&str, &str)]| {
        let one = |&(kind, target): &(&str, &str)| format!("<Relationship Id=\"{kind}\" Type=\"{REL}/{kind}\" Target=\"{target}\"/>");
        format!("<Relationships>{}</Relationships>", relations.iter().map(one).collect::<String>())
    };
    let usual = [
        ("[Content_Types].xml", "<Types/>".to_owned()),
        ("_rels/.rels", rels(&[("officeDocument", "xl/workbook.xml")])),
        ("xl/_rels/workbook.xml.rels", rels(&[("worksheet", "worksheets/sheet1.xml")])),
        ("xl/workbook.xml", "<workbook><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"worksheet\"/></sheets></workbook>".to_owned()),
    ];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in usual
        .iter()
        .map(|(name, content)| (*name, content.as_str()))
        .filter(|(name, _)| parts.iter().all(|part| part.0 != *name))
        .chain(parts.iter().copied())
    {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A workbook of one sheet.
fn sheet(rows: &str) -> Vec<u8> {
    const STRINGS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sst uniqueCount=\"5\"><si><t>one &amp; two</t></si>\
        <si><r><rPr><b/></rPr><t xml:space=\"preserve\">rich </t></r><r><t>text</t></r><rPh sb=\"0\" eb=\"1\"><t>reading</t></rPh></si>\
        <si><t> _x000D_&#10;a_b </t></si>\n<si/><si><t>_x005F_x000D_ _xD83D__xDCF7_ _xD83D_</t></si></sst>";
    const STYLES: &str = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>\
        <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"46\"/><xf numFmtId=\"164\"><alignment/></xf><xf/></cellXfs></styleSheet>";
    let xml = format!("<worksheet><dimension ref=\"A1:C3\"/><sheetData>{rows}</sheetData><pageMargins/></worksheet>");
    package(&[("xl/worksheets/sheet1.xml", &xml), ("xl/sharedStrings.xml", STRINGS), ("xl/styles.xml", STYLES)])
}

fn files_under(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files_under(&path, found);
        } else if path.extension().is_some_and(|kind| ["xlsx", "xlsm"].contains(&kind.to_string_lossy().to_lowercase().as_str())) {
            found.push(path);
        }
    }
}

#[test]
fn real_workbooks_read_the_same_both_ways() {
    let mut files = Vec::new();
    for folder in ["tests/fixtures", "../shared/data"] {
        files_under(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut files);
    }
    let (mut read, mut usual) = (0, 0);
    for path in files {
        let bytes = std::fs::read(&path).unwrap();
        assert!(agree(&bytes), "{}", path.display());
        if careful_way(&bytes).is_ok() {
            (read, usual) = (read + 1, usual + usize::from(is_usual(&bytes)));
        }
    }
    assert!(read > 0 && usual * 2 > read, "{usual} of {read} are usual");
}

#[test]
fn what_programs_write_is_usual() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let date = rust_xlsxwriter::Format::new().set_num_format("dd.mm.yyyy");
    let sheet = book.add_worksheet();
    for row in 0..3_000 {
        sheet.write_string(row, 0, format!("客户 {}", row % 7)).unwrap();
        sheet.write_number_with_format(row, 2, 45_000 + row, &date).unwrap();
        sheet.write_number(row, 3, f64::from(row) / 7.0).unwrap();
        sheet.write_boolean(row, 4, row % 2 == 0).unwrap();
        sheet.write_formula(row, 5, rust_xlsxwriter::Formula::new("=1<2").set_result("yes & no")).unwrap();
    }
    let bytes = book.save_to_buffer().unwrap();
    assert!(is_usual(&bytes));
    let found = usual_way(&bytes).unwrap();
    assert_eq!(found, careful_way(&bytes).unwrap());
    let row = &found[0].1.0[2_999];
    let cells: Vec<_> = row.cells().collect();
    let date = Cell::Date(f64::from(47_999 - 25_569));
    assert_eq!(cells, [Cell::Text("客户 3"), Cell::Empty, date, Cell::Number(2_999.0 / 7.0), Cell::Bool(false), Cell::Text("yes & no")]);
}

#[test]
fn texts_and_formats_come_out_as_they_are_shown() {
    let bytes = sheet(
        "<row r=\"2\" spans=\"1:9\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" t=\"s\"><v>1</v></c><c r=\"C2\" t=\"s\"><v>2</v></c>\
        <c r=\"D2\" t=\"s\"><v>3</v></c><c r=\"E2\" t=\"s\"><v>4</v></c><c r=\"F2\" s=\"1\"><v>45000.5</v></c><c r=\"G2\" s=\"2\"><v>1.5</v></c>\
        <c r=\"H2\" s=\"3\"><f>A1&lt;2</f><v>45001</v></c><c r=\"I2\" s=\"9\"/><c r=\"J2\" t=\"e\"><v>#N/A</v></c></row>",
    );
    assert!(is_usual(&bytes));
    let found = usual_way(&bytes).unwrap();
    assert_eq!(found, careful_way(&bytes).unwrap());
    let rows = &found[0].1.0;
    assert!(rows[0].is_empty() && rows[1].number == 2);
    let cells: Vec<_> = rows[1].cells().collect();
    let texts = ["one & two", "rich text", "\r\na_b", "", "_x000D_ 📷 \u{fffd}"]
        .map(|text| if text.is_empty() { Cell::Empty } else { Cell::Text(text) });
    assert_eq!(cells[..5], texts);
    assert_eq!(cells[5..], [Cell::Date(19_431.5), Cell::Number(1.5), Cell::Date(19_432.0), Cell::Empty, Cell::Error("#N/A")]);
}

/// Attributes of a cell behind its place, and its content.
const CELLS: &[&str] = &[
    "><v>1</v>",
    " s=\"1\"><v>45000.25</v>",
    " t=\"s\"><v>1</v>",
    " t=\"s\"><v>99</v>",
    " t=\"s\"><v>x</v>",
    " t=\"n\"><v>12,5</v>",
    "><v>1e3</v>",
    "><v>-0.1</v>",
    "><v>.5</v>",
    "><v>5.</v>",
    "><v>+7</v>",
    "><v> 7</v>",
    "><v>inf</v>",
    "><v>0.30000000000000004</v>",
    "><v>123456789012345678901234567890.5E-12</v>",
    "><v>abc</v>",
    "><v></v>",
    "><v/>",
    " t=\"b\"><v>1</v>",
    " t=\"b\"><v>true</v>",
    " t=\"b\"><v>2</v>",
    " t=\"e\"><v>#REF!</v>",
    " t=\"e\"><v>#SPILL!</v>",
    " t=\"str\"><v>a &lt; b&#x41;\r\n_x000a_</v>",
    " t=\"str\"><v>&nope;</v>",
    " t=\"str\"><v><![CDATA[c]]>d</v>",
    " t=\"inlineStr\"><is><t> in </t></is>",
    " t=\"inlineStr\"><is><r><t>a</t></r><rPh><t>b</t></rPh><r><t xml:space=\"preserve\"> c</t></r></is><v>3</v>",
    " t=\"inlineStr\"><is/>",
    " t=\"d\"><v>2024-01-02T12:00:00</v>",
    " t=\"d\"><v>12:00</v>",
    " t=\"x\"><v>1</v>",
    "><f t=\"shared\" si=\"0\"/><v>4</v>",
    "><f>1&lt;2</f><v>4</v>",
    "><v>4</v><f>late</f>",
    "><!-- note --><v>1</v>",
    "><v>1<!-- note --></v>",
    "><extLst/><v>1</v>",
    "><x:v>6</x:v>",
    " s=\"3\" t='n' ><v>45001</v>\n",
    " s=\"x\"><v>1</v>",
    " s=\"4\"><v>2</v> ",
    "><v>1&#48;</v>",
    "><v xml:space=\"preserve\">8</v>",
];

/// How a cell names its place, a row its own.
const PLACES: &[&str] =
    &["r=\"@\"", "", "r='@'", "r=\"@\"", "r=\"$@\"", "r=\"@\" x=\"&gt;>\"", "r=\"B1\"", "r=\"@\"", "r=\"@\"", "r=\"@\""];
const ROWS: &[&str] = &[" r=\"#\"", "", " r=\"#\" spans=\"1:3\" ht='12'", " r=\"1\"", " r=\"#\"", " r=\"#\"", " r=\"0\"", "\n r=\"#\"\n"];
const BETWEEN: &[&str] = &["", "", "\n ", "", "<!-- -->", "", "text", "", "<mc:AlternateContent/>", "", "<?pi?>", ""];

#[test]
fn a_cell_in_a_later_row_can_belong_to_the_one_before() {
    let bytes = sheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"/><row r=\"3\"><c r=\"C1\"><v>2</v></c></row>");
    let found = usual_way(&bytes).unwrap();
    assert_eq!(found, careful_way(&bytes).unwrap());
    let cells: Vec<_> = found[0].1.0[0].cells().collect();
    assert_eq!(cells, [Cell::Number(1.0), Cell::Empty, Cell::Number(2.0)]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn sheets_of_any_oddity_read_the_same_both_ways(
        rows in proptest::collection::vec((0..64_usize, 0..64_usize, 0..3_usize, proptest::collection::vec((0..64_usize, 0..256_usize, 0..24_usize), 0..4)), 0..6),
        usual in any::<bool>(),
    ) {
        let of = |list: &'static [&'static str], number: usize| if usual { list[0] } else { *list.get(number).unwrap_or(&list[0]) };
        let (mut xml, mut at) = (String::new(), 0);
        for (named, between, gap, cells) in rows {
            at += 1 + gap;
            xml += &format!("{}<row{}>", of(BETWEEN, between), of(ROWS, named).replace('#', &at.to_string()));
            for (column, (place, kind, gap)) in (b'A'..).step_by(2).zip(cells) {
                let place = of(PLACES, place).replace('@', &format!("{}{at}", char::from(column + (gap % 2) as u8)));
                xml += &format!("{}<c {place}{}</c>", of(BETWEEN, gap), CELLS[kind % CELLS.len()]);
            }
            xml += "</row>";
        }
        let bytes = sheet(&xml);
        prop_assert!(agree(&bytes), "{}", xml);
    }

    #[test]
    fn numbers_and_dates_are_told_apart_as_the_careful_way_does(format in "[dmyhsaApPgGeE0#;/\"_*\\\\.: \\[\\]年月-]{0,9}") {
        let escaped = format.replace('&', "&amp;").replace('"', "&quot;");
        let styles = format!("<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"{escaped}\"/></numFmts><cellXfs><xf numFmtId=\"164\"/></cellXfs></styleSheet>");
        let xml = "<worksheet><sheetData><row><c s=\"0\"><v>45000</v></c></row></sheetData></worksheet>";
        let bytes = package(&[("xl/worksheets/sheet1.xml", xml), ("xl/styles.xml", &styles)]);
        prop_assert!(is_usual(&bytes));
        prop_assert!(agree(&bytes));
    }

    #[test]
    fn plain_numbers_are_read_to_the_last_bit(text in "-?[0-9]{1,18}(\\.[0-9]{1,18})?([eE][-+]?[0-9]{1,3})?") {
        prop_assert_eq!(super::rows::number(&text).map(f64::to_bits), text.parse().ok().map(f64::to_bits));
    }
}

#[test]
fn what_the_package_says_oddly_is_left_to_the_careful_way() {
    let sheet = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row></sheetData></worksheet>";
    let book = |sheets: &str| format!("<workbook><workbookPr date1904=\"true\"/><sheets>{sheets}</sheets></workbook>");
    let one = "<sheet name=\"a &amp; b\" state=\"hidden\" r:id=\"worksheet\"/>";
    for (parts, is_usual_here) in [
        (vec![("xl/workbook.xml", book(one))], true),
        (vec![("xl/workbook.xml", book(&format!("{one}{one}")))], false),
        (vec![("xl/workbook.xml", book("<sheet name=\"a\" state=\"gone\" r:id=\"worksheet\"/>"))], false),
        (vec![("xl/workbook.xml", book("<sheet name=\"a\" r:id=\"nothing\"/>"))], false),
        (vec![("xl/workbook.xml", "<workbook><sheets>".to_owned())], false),
        (vec![("xl/sharedStrings.xml", "<sst><si><t><![CDATA[x]]></t></si></sst>".to_owned())], false),
        (vec![("xl/sharedStrings.xml", "<x:sst><x:si><x:t>x</x:t></x:si></x:sst>".to_owned())], false),
        (vec![("xl/sharedStrings.xml", "<sst><si><t>x".to_owned())], false),
        (vec![("XL\\SharedStrings.XML", "<sst><si><t>x</t></si></sst>".to_owned())], true),
        (vec![("xl/styles.xml", "<styleSheet><cellXfs>".to_owned())], false),
    ] {
        let mut all = vec![("xl/worksheets/sheet1.xml", sheet)];
        all.extend(parts.iter().map(|(name, content)| (*name, content.as_str())));
        if parts.iter().all(|(name, _)| !name.to_lowercase().contains("strings")) {
            all.push(("xl/sharedStrings.xml", "<sst><si><t>x</t></si></sst>"));
        }
        let bytes = package(&all);
        assert_eq!(is_usual(&bytes), is_usual_here, "{parts:?}");
        assert!(agree(&bytes), "{parts:?}");
    }
}
