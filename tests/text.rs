//! Delimited text through the public reader: encodings, delimiters, line numbers.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use fourfold::import::{BLANKS, Cell, Evidence, InputFile, Row, TextOptions, catalogue, open_rows};

/// Rows as `number: cell¦cell`.
fn rows(bytes: &[u8]) -> Vec<String> {
    let mut file = InputFile::from_bytes("any", bytes.to_vec());
    let catalogue = catalogue(&mut file, &TextOptions::default()).unwrap();
    let mut reader = open_rows(&mut file, &catalogue, 0).unwrap();
    let mut row = Row::default();
    let mut lines = Vec::new();
    while reader.read_row(&mut row).unwrap() {
        let cells: Vec<_> = (0..row.len())
            .map(|column| match row.cell(column) {
                Cell::Text(text) => text.to_owned(),
                _ => String::new(),
            })
            .collect();
        lines.push(format!("{}: {}", row.number, cells.join("¦")));
    }
    lines
}

fn facts(bytes: &[u8]) -> (String, u8, Evidence, Evidence) {
    let text = catalogue(&mut InputFile::from_bytes("any", bytes.to_vec()), &TextOptions::default()).unwrap().text.unwrap();
    (text.encoding.name().to_owned(), text.delimiter, text.encoding_evidence, text.delimiter_evidence)
}

#[test]
fn blank_lines_and_quoted_line_ends_keep_the_numbers_true() {
    let text = "\n\na,b\r\n\r\n\"1\n2\r\n3\",x\n\n\n\"\",\n4,\"5\n\n6\"";
    assert_eq!(rows(text.as_bytes()), ["1: ", "2: ", "3: a¦b", "4: ", "5: 1\n2\n3¦x", "8: ", "9: ", "10: ¦", "11: 4¦5\n\n6"]);
}

#[test]
fn old_mac_line_ends_are_lines() {
    assert_eq!(rows(b"a,b\r1,2\r\r3,4\r"), ["1: a¦b", "2: 1¦2", "3: ", "4: 3¦4"]);
}

#[test]
fn a_separator_line_is_obeyed_and_counted() {
    assert_eq!(rows(b"sep=|\r\na|b,c\r\n1|2\r\n"), ["2: a¦b,c", "3: 1¦2"]);
    assert_eq!(facts(b"sep=;\na,b;c,d\n").3, Evidence::SeparatorLine);
}

#[test]
fn decimal_commas_do_not_cut_cells() {
    let text = "Kunde;Betrag\nA;1.234,56\nB;12,00\nC;7,50\n";
    assert_eq!(facts(text.as_bytes()).1, b';');
    assert_eq!(rows(text.as_bytes())[1], "2: A¦1.234,56");
}

#[test]
fn columns_lined_up_with_blanks() {
    let text = " 00004 0001 19970101  2   29.33\n 00004 0001 19970118  2   29.73\n";
    assert_eq!(facts(text.as_bytes()).1, BLANKS);
    assert_eq!(rows(text.as_bytes())[1], "2: 00004¦0001¦19970118¦2¦29.73");
}

#[test]
fn encodings_with_their_reasons() {
    let text = "客户名称,日期,金额\n张三,2024-01-05,12.50\n";
    let (gbk, _, _) = encoding_rs::GBK.encode(text);
    let cases: [(Vec<u8>, &str, Evidence); 5] = [
        (text.as_bytes().to_vec(), "UTF-8", Evidence::ValidUtf8),
        ([b"\xef\xbb\xbf", text.as_bytes()].concat(), "UTF-8", Evidence::ByteOrderMark),
        (gbk.to_vec(), "GBK", Evidence::AllValid),
        (text.encode_utf16().flat_map(u16::to_le_bytes).collect(), "UTF-16LE", Evidence::AllValid),
        (text.encode_utf16().flat_map(u16::to_be_bytes).collect(), "UTF-16BE", Evidence::AllValid),
    ];
    for (bytes, name, evidence) in cases {
        let found = facts(&bytes);
        assert_eq!((found.0.as_str(), found.2), (name, evidence));
        assert_eq!(rows(&bytes), ["1: 客户名称¦日期¦金额", "2: 张三¦2024-01-05¦12.50"]);
    }
}

#[test]
fn short_texts_of_other_scripts() {
    let cases = [
        (encoding_rs::BIG5, "客戶名稱,日期,金額\n王小明,2024-01-05,12.50\n"),
        (encoding_rs::SHIFT_JIS, "顧客名,日付,金額\n山田商店,2024-01-05,12.50\n"),
        (encoding_rs::EUC_KR, "고객명,날짜,금액\n김철수,2024-01-05,12.50\n"),
        (encoding_rs::WINDOWS_1252, "Kunde;Straße;Betrag\nMüller & Söhne;Köln;3,50 €\n"),
        (encoding_rs::WINDOWS_1251, "Клиент;Дата;Сумма\nИванов;05.01.2024;12,50\nПетрова;06.01.2024;7,00\n"),
    ];
    for (encoding, text) in cases {
        let (bytes, _, unmappable) = encoding.encode(text);
        assert!(!unmappable);
        assert_eq!(facts(&bytes).0, encoding.name());
    }
}

#[test]
fn a_quote_that_never_closes_costs_one_line() {
    let mut text = "id,name,amount\n1,\"5\" pipe\",3\n".to_owned();
    (2..2_000).for_each(|id| text.push_str(&format!("{id},name {id},{id}\n")));
    text.push_str("2000,\"open,1\n2001,\"a, b\",2\n2002,c,3\n2003,\"two\nlines\",4\n2005,\"open,5\n2006,d,6");
    let found = rows(text.as_bytes());
    assert_eq!(found.len(), 2_007 - 1);
    assert_eq!(
        found[2_000..],
        ["2001: 2000¦\"open¦1", "2002: 2001¦a, b¦2", "2003: 2002¦c¦3", "2004: 2003¦two\nlines¦4", "2006: 2005¦\"open¦5", "2007: 2006¦d¦6"]
    );
}

#[test]
fn a_cell_of_many_lines_is_one_cell() {
    let note = "line\n".repeat(300);
    let text = format!("id,note\n1,\"{note}\"\n2,x\n");
    assert_eq!(rows(text.as_bytes())[1..], [format!("2: 1¦{note}"), "303: 2¦x".to_owned()]);
}
