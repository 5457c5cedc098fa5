//! Tables written as markup: HTML named `.xls`, Excel 2003's XML; and markup that holds no table.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use fourfold::import::{Cell, Format, ImportError, InputFile, Row, TextOptions, catalogue, open_rows};

/// Rows of a sheet as `number: cell¦cell`; dates in days, as `d`.
fn rows(bytes: &[u8], sheet: usize) -> Vec<String> {
    let mut file = InputFile::from_bytes("any", bytes.to_vec());
    let catalogue = catalogue(&mut file, &TextOptions::default()).unwrap();
    let mut reader = open_rows(&mut file, &catalogue, sheet).unwrap();
    let (mut row, mut lines) = (Row::default(), Vec::new());
    while reader.read_row(&mut row).unwrap() {
        let cells: Vec<_> = (0..row.len())
            .map(|column| match row.cell(column) {
                Cell::Text(text) => text.to_owned(),
                Cell::Number(value) => value.to_string(),
                Cell::Date(days) => format!("{days}d"),
                Cell::Bool(value) => value.to_string(),
                Cell::Error(code) => code.to_owned(),
                Cell::Empty => String::new(),
            })
            .collect();
        lines.push(format!("{}: {}", row.number, cells.join("¦")));
    }
    lines
}

#[test]
fn the_biggest_table_is_read_with_its_spans() {
    let page = r#"<!-- a > b --><html><head><style>td > p { color: red }</style><script>if (a<b) { "<td>" }</script></head>
        <table><tr><td>logo</table>
        <TABLE border=1>
        <caption>Sales</caption>
        <tr><th colspan="2">Customer<th>Amount &yen;
        <tr><td rowspan=3>A &amp; B<br>Ltd&nbsp;</td><td>x</td><td rowspan=2>1,200.00</td></tr>
        <tr><td>y</td></tr>
        <tr><td>z <table><tr><td>inner</td></tr></table></td><td>&#22909;&#x597d; &unknown;</td></tr>
        <tr></tr>
        <tr><td>  spread
           over </td></tr>
        </TABLE>"#;
    assert_eq!(
        rows(page.as_bytes(), 0),
        ["1: Customer¦¦Amount ¥", "2: A & B\nLtd¦x¦1,200.00", "3: A & B\nLtd¦y", "4: A & B\nLtd¦z¦好好 &unknown;", "5: ", "6: spread over"]
    );
}

#[test]
fn the_declared_encoding_is_obeyed_where_it_fits() {
    let page = "<html><meta http-equiv=Content-Type content=\"text/html; charset=gb2312\"><table><tr><td>客户</td></tr></table>";
    assert_eq!(rows(&encoding_rs::GBK.encode(page).0, 0), ["1: 客户"]);
    assert_eq!(rows(page.as_bytes(), 0), ["1: 客户"]);
}

#[test]
fn markup_without_cells_is_no_table() {
    for (text, what) in [("<html><p>Sign in</p></html>", "html"), ("<?xml version='1.0'?><rss/>", "xml"), ("{\"a\": 1}", "json")] {
        let refused = catalogue(&mut InputFile::from_bytes("any", text.into()), &TextOptions::default()).unwrap_err();
        assert_eq!(refused, ImportError::NotATable { what: what.to_owned() });
    }
}

#[test]
fn text_that_only_begins_like_markup_is_text() {
    assert_eq!(rows(b"<5kg,count\n1,2\n", 0), ["1: <5kg¦count", "2: 1¦2"]);
}

#[test]
fn excel_2003_xml() {
    let book = r#"<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
        <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
        <Worksheet ss:Name="One &amp; all"><Table>
          <Row ss:Index="2"><Cell ss:MergeDown="1"><Data ss:Type="String">North</Data><Comment><ss:Data>note</ss:Data></Comment></Cell>
            <Cell ss:Index="3"><Data ss:Type="Number">1.5</Data></Cell></Row>
          <Row><Cell ss:Index="2"><Data ss:Type="DateTime">1970-01-02T12:00:00.000</Data></Cell>
            <Cell><Data ss:Type="Error">#DIV/0!</Data></Cell><Cell><Data ss:Type="Boolean">1</Data></Cell></Row>
        </Table></Worksheet>
        <Worksheet ss:Name="Two"><Table><Row><Cell><Data ss:Type="String">b</Data></Cell></Row></Table>
          <WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>"#;
    let mut file = InputFile::from_bytes("any", book.into());
    let found = catalogue(&mut file, &TextOptions::default()).unwrap();
    assert_eq!(found.format, Format::Xml);
    let sheets: Vec<_> = found.sheets.iter().map(|sheet| (sheet.name.as_str(), sheet.hidden)).collect();
    assert_eq!(sheets, [("One & all", false), ("Two", true)]);
    assert_eq!(rows(book.as_bytes(), 0), ["1: ", "2: North¦¦1.5", "3: North¦1.5d¦#DIV/0!¦true"]);
    assert_eq!(rows(book.as_bytes(), 1), ["1: b"]);
}
