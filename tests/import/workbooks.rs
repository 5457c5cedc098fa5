//! Workbooks as people keep them: a sheet a month, a customer sheet, hidden sheets, merged cells, dates as headers.

use fourfold::import::{Choices, Finding, InputFile, Question, Role, SheetRef};
use rust_xlsxwriter::{Format, Workbook, Worksheet};

use crate::common::*;

fn bytes(name: &str, mut book: Workbook) -> Vec<InputFile> {
    vec![InputFile::from_bytes(name, book.save_to_buffer().unwrap())]
}

/// Texts, numbers and days (`d45000`) as they stand, cells separated by bars.
fn fill(sheet: &mut Worksheet, name: &str, rows: &[&str]) {
    let date = Format::new().set_num_format("yyyy-mm-dd");
    sheet.set_name(name).unwrap();
    for (row, line) in (0u32..).zip(rows) {
        for (column, cell) in (0u16..).zip(line.split('|')).filter(|(_, cell)| !cell.is_empty()) {
            match (cell.parse::<f64>(), cell.strip_prefix('d').and_then(|serial| serial.parse::<f64>().ok())) {
                (Ok(number), _) => sheet.write_number(row, column, number),
                (_, Some(serial)) => sheet.write_number_with_format(row, column, serial, &date),
                _ => sheet.write_string(row, column, cell),
            }
            .unwrap();
        }
    }
}

fn year() -> Workbook {
    let mut book = Workbook::new();
    fill(book.add_worksheet(), "说明", &["本文件为2024年销售数据", "联系人：财务部"]);
    fill(book.add_worksheet(), "客户", &["客户编号|客户名称|区域|业务员", "1001|甲公司|华东|张三", "1002|乙公司|华北|李四"]);
    fill(
        book.add_worksheet(),
        "1月",
        &["2024年1月销售明细", "客户编号|日期|金额（元）", "1001|d45296|100.5", "1002|d45297|200", "合计||300.5"],
    );
    fill(
        book.add_worksheet(),
        "2月",
        &["2024年2月销售明细", "", "客户编号|日期|金额（元）", "1001|d45327|50", "1003|d45328|70", "合计||120"],
    );
    let old = book.add_worksheet();
    fill(old, "旧", &["客户编号|日期|金额（元）", "1009|d44000|1"]);
    old.set_hidden(true);
    book
}

#[test]
fn a_sheet_a_month_is_one_table_with_its_customers_joined() {
    let (preview, imported) = imported(bytes("销售.xlsx", year()));
    assert_eq!(lines(&imported), ["1001 2024-01-05 100.5", "1002 2024-01-06 200", "1001 2024-02-05 50", "1003 2024-02-06 70"]);
    assert_eq!(preview.sheet, SheetRef { file: 0, sheet: 2 });
    let table = imported.purchases.as_ref().unwrap();
    assert_eq!(
        (table.purchase(0).name.as_str(), table.purchase(2).region.as_str(), table.purchase(3).region.as_str()),
        ("甲公司", "华东", "")
    );
    let sheets: Vec<_> = imported.record.sources.iter().map(|source| source.sheet.as_str()).collect();
    assert_eq!(sheets, ["1月", "2月", "客户"]);
    assert_eq!((imported.record.rows_used, imported.record.rows_left_out, imported.record.currency.as_str()), (4, 2, "CNY"));
    for finding in [
        Finding::TablesTogether { count: 2 },
        Finding::HiddenSheets { names: vec!["旧".to_owned()] },
        Finding::DifferentHeaders { names: vec!["说明".to_owned()] },
        Finding::JoinedCustomers { sheet: "客户".to_owned(), matched: 2, unmatched: 0 },
    ] {
        assert!(preview.findings.contains(&finding), "{finding:?} in {:?}", preview.findings);
    }
    let same: Vec<bool> = preview.files[0].sheets.iter().map(|sheet| sheet.same_header).collect();
    assert_eq!(same, [false, false, true, true, false]);
}

#[test]
fn a_hidden_sheet_is_read_when_it_is_chosen() {
    let hidden = Choices { sheets: Some(vec![SheetRef { file: 0, sheet: 4 }]), ..Choices::default() };
    assert_eq!(lines(&taken(bytes("a.xlsx", year()), &hidden).1), ["1009 2020-06-18 1"]);
    let missing = Choices { sheets: Some(vec![SheetRef { file: 0, sheet: 9 }]), ..Choices::default() };
    assert_eq!(inspect(&mut bytes("a.xlsx", year()), &missing).unwrap_err(), fourfold::import::ImportError::NoSuchSheet);
}

#[test]
fn months_as_real_dates_in_the_header_are_periods() {
    let mut book = Workbook::new();
    fill(
        book.add_worksheet(),
        "汇总",
        &["客户|地区|d45292|d45323|d45352|合计", "甲|华东|10|20||30", "乙|华北||5|6|11", "合计||10|25|6|41"],
    );
    let (preview, imported) = imported(bytes("a.xlsx", book));
    assert_eq!(lines(&imported), ["甲 2024-01-01 10", "甲 2024-02-01 20", "乙 2024-02-01 5", "乙 2024-03-01 6"]);
    assert!(preview.findings.contains(&Finding::TotalColumns { headers: vec!["合计".to_owned()] }));
}

#[test]
fn a_sheet_a_year_with_bare_months_keeps_its_year() {
    let mut book = Workbook::new();
    for (name, amount) in [("2022", 1), ("2023", 2)] {
        fill(book.add_worksheet(), name, &["客户|1月|2月|3月", &format!("甲|{amount}|{amount}|{amount}")]);
    }
    let mut files = bytes("a.xlsx", book);
    let preview = inspect(&mut files, &Choices::default()).unwrap();
    assert_eq!(preview.questions, [Question::Year { suggestion: Some(2022) }]);
    let (_, imported) = taken(files, &Choices { year: Some(2022), ..Choices::default() });
    assert_eq!(lines(&imported)[3], "甲 2023-01-01 2");
}

#[test]
fn a_customer_merged_over_its_orders_belongs_to_each() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    fill(sheet, "订单", &["客户|日期|金额", "|d45296|1", "|d45297|2", "乙|d45298|3"]);
    sheet.merge_range(1, 0, 2, 0, "甲", &Format::new()).unwrap();
    assert_eq!(lines(&imported(bytes("a.xlsx", book)).1), ["甲 2024-01-05 1", "甲 2024-01-06 2", "乙 2024-01-07 3"]);
}

#[test]
fn a_two_line_header_with_merged_names_is_joined() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    fill(sheet, "订单", &["||订单信息", "||日期|金额", "A1|甲|d45296|1", "A2|乙|d45297|2"]);
    sheet.merge_range(0, 0, 1, 0, "客户编号", &Format::new()).unwrap();
    sheet.merge_range(0, 1, 1, 1, "客户名称", &Format::new()).unwrap();
    sheet.merge_range(0, 2, 0, 3, "订单信息", &Format::new()).unwrap();
    let (preview, imported) = imported(bytes("a.xlsx", book));
    let headers: Vec<_> = preview.columns.iter().map(|column| (column.header.as_str(), column.role)).collect();
    assert_eq!(
        headers,
        [
            ("客户编号", Some(Role::Customer)),
            ("客户名称", Some(Role::Name)),
            ("订单信息 日期", Some(Role::Date)),
            ("订单信息 金额", Some(Role::Amount))
        ]
    );
    assert_eq!(lines(&imported), ["A1 2024-01-05 1", "A2 2024-01-06 2"]);
}

#[test]
fn numbers_as_keys_are_plain_integers_and_serials_under_a_date_header_are_days() {
    let mut book = Workbook::new();
    fill(book.add_worksheet(), "s", &["Customer ID|Order date|Amount", "12583|45296|1", "12345678901|45297|2"]);
    let (_, imported) = imported(bytes("a.xlsx", book));
    assert_eq!(lines(&imported), ["12583 2024-01-05 1", "12345678901 2024-01-06 2"]);
}
