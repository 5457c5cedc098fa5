//! Day and month, decimal marks, units, currencies, discounts: decided from the column or asked.

use fourfold::import::{Choices, DateOrder, DecimalMark, DiscountKind, Evidence, Finding, IssueKind, Question};

use crate::common::*;

#[test]
fn an_ambiguous_day_and_month_stops_and_asks() {
    let preview = inspect(&mut made("date_ambiguous.csv"), &Choices::default()).unwrap();
    assert!(preview.plan.is_none() && preview.date_order.is_none());
    let [Question::DateOrder { column: 1, header, example, day_first, month_first }] = preview.questions.as_slice() else {
        panic!("{:?}", preview.questions)
    };
    assert_eq!((header.as_str(), example.as_str()), ("Order Date", "02/12/1996"));
    assert_eq!((*day_first, *month_first), (day("1996-12-02"), day("1996-02-12")));
    let choices = Choices { date_order: Some(DateOrder::MonthFirst), ..Choices::default() };
    assert_eq!(taken(made("date_ambiguous.csv"), &choices).1.record.rows_rejected, 0);
}

fn day(iso: &str) -> i32 {
    fourfold::calendar::Day::from_iso(iso).unwrap().0
}

#[test]
fn proof_beyond_the_sample_spares_the_question() {
    let mut content = "Customer,Date,Amount\n".to_owned();
    for row in 0..2_500 {
        content.push_str(&format!("C{},{:02}/{:02}/2024,5\n", row % 50, 1 + row % 12, 1 + row % 7));
    }
    assert!(matches!(look(&content).questions.as_slice(), [Question::DateOrder { .. }]));
    content.push_str("C1,25/01/2024,5\n");
    let preview = look(&content);
    assert!(preview.questions.is_empty());
    assert_eq!(preview.date_order, Some(DateOrder::DayFirst));
}

#[test]
fn dates_that_contradict_the_order_are_listed() {
    let imported = read("Customer,Date,Amount\nA,25/01/2024,5\nB,26/02/2024,6\nC,02/27/2024,7\n");
    assert_eq!(lines(&imported), ["A 2024-01-25 5", "B 2024-02-26 6"]);
    let issue = &imported.issues[0];
    assert_eq!(
        (issue.row, issue.column, issue.header.as_str(), issue.kind, issue.found.as_str()),
        (4, Some(1), "Date", IssueKind::NotADate, "02/27/2024")
    );
    assert_eq!(issue.cells, ["C", "02/27/2024", "7"]);
}

#[test]
fn one_column_may_mix_all_forms_that_mean_one_day() {
    let content = "客户,日期,金额\n甲,2024-03-05T08:26:00Z,1\n甲,2024年3月5日,1\n甲,20240305,1\n甲,民國113年3月5日,1\n甲,45356,1\n甲,5-Mar-24,1\n甲,2024.3.5,1\n甲,2024年3月,1\n";
    let imported = read(content);
    let days: Vec<String> = imported.purchases.as_ref().unwrap().day.iter().map(|day| day.iso()).collect();
    assert_eq!(days, ["2024-03-05"; 7].into_iter().chain(["2024-03-01"]).collect::<Vec<_>>());
}

#[test]
fn excel_serials_and_compact_dates_are_days_in_a_date_column() {
    assert_eq!(lines(&read("Customer,Order Date,Amount\nA,45356,5\nB,45357.5,6\n")), ["A 2024-03-05 5", "B 2024-03-06 6"]);
    assert_eq!(lines(&read("Customer,Month,Amount\nA,202403,5\nB,202404,6\n")), ["A 2024-03-01 5", "B 2024-04-01 6"]);
}

#[test]
fn the_decimal_mark_is_told_from_the_column_or_asked() {
    let preview = look("Customer;Date;Amount\nA;2024-01-05;1.234,50\nB;2024-01-06;12,5\n");
    assert_eq!((preview.decimal, preview.decimal_evidence), (Some(DecimalMark::Comma), Evidence::ValuesAgree { agree: 2, of: 2 }));
    let content = "Customer,Date,Amount\nA,2024-01-05,1.234\nB,2024-01-06,2.345\n";
    let preview = look(content);
    let [Question::DecimalMark { column: 2, example, point, comma, .. }] = preview.questions.as_slice() else {
        panic!("{:?}", preview.questions)
    };
    assert_eq!((example.as_str(), *point, *comma), ("1.234", 1.234, 1234.0));
    let choices = Choices { decimal: Some(DecimalMark::Comma), ..Choices::default() };
    assert!(near(total(&taken(csv(content), &choices).1), 3579.0));
    // A comma between cells cannot be a decimal mark as well.
    assert!(near(total(&read("Customer,Date,Amount\nA,2024-01-05,\"1,234\"\n")), 1234.0));
}

#[test]
fn a_quantity_in_thousands_follows_the_price_that_proves_the_mark() {
    let content = "Customer;Date;Quantity;Unit price\nA;2024-01-05;1.000;2,50\nB;2024-01-05;3;1.200,00\n";
    assert!(near(total(&read(content)), 2500.0 + 3600.0));
}

#[test]
fn units_in_title_or_header_are_applied_or_declined() {
    for content in [
        "销售明细,,\n单位：万元,,\n客户,日期,金额\n甲,2024-01-05,1.5\n乙,2024-01-06,2\n",
        "客户,日期,金额（万元）\n甲,2024-01-05,1.5\n乙,2024-01-06,2\n",
        "客户,日期,金额\n,,（万元）\n甲,2024-01-05,1.5\n乙,2024-01-06,2\n",
    ] {
        let (preview, imported) = imported(csv(content));
        assert!(near(total(&imported), 35_000.0), "{content}");
        assert!(
            preview.findings.iter().any(|finding| matches!(finding, Finding::Scale { scale, .. } if scale.factor == 1e4 && scale.applied))
        );
        let declined = Choices { scale_applied: Some(false), ..Choices::default() };
        assert!(near(total(&taken(csv(content), &declined).1), 3.5));
    }
    let content = "Sales in thousands,,\nCustomer,Date,Amount\nA,2024-01-05,1.5\nB,2024-01-06,2k\n";
    assert!(near(total(&read(content)), 1_500.0 + 2_000.0), "a cell's own unit wins");
}

#[test]
fn several_currencies_stop_and_ask() {
    let content = "Customer,Date,Amount,Currency\nA,2024-01-05,10,USD\nB,2024-01-06,20,EUR\nC,2024-01-07,30,USD\n";
    let preview = look(content);
    let [Question::Currencies { column: 3, currencies, .. }] = preview.questions.as_slice() else { panic!("{:?}", preview.questions) };
    assert_eq!(*currencies, [("USD".to_owned(), 2), ("EUR".to_owned(), 1)]);
    let (_, imported) = taken(csv(content), &Choices { currency: Some("USD".to_owned()), ..Choices::default() });
    assert_eq!((imported.record.currency.as_str(), imported.record.rows_rejected), ("USD", 1));
    assert!(near(total(&imported), 40.0));
    assert_eq!(imported.issues[0].kind, IssueKind::OtherCurrency);
    let mixed = look("Customer,Date,Amount\nA,2024-01-05,$10\nB,2024-01-06,€20\n");
    assert!(matches!(mixed.questions.as_slice(), [Question::Currencies { .. }]));
}

#[test]
fn one_currency_is_known_by_sign_code_or_header() {
    for (content, code) in [
        ("Customer,Date,Amount\nA,2024-01-05,£10\n", "GBP"),
        ("客户,日期,金额\n甲,2024-01-05,¥10\n", "CNY"),
        ("客户,日期,金额（英镑）\n甲,2024-01-05,10\n", "GBP"),
        ("客户,日期,金额(元)\n甲,2024-01-05,10\n", "CNY"),
        ("Customer,Date,Amount (EUR)\nA,2024-01-05,10\n", "EUR"),
        ("Customer,Date,Amount,Currency\nA,2024-01-05,10,美元\n", "USD"),
        ("Customer,Date,Amount\nA,2024-01-05,10\n", ""),
    ] {
        assert_eq!(read(content).record.currency, code, "{content}");
    }
}

#[test]
fn quantity_price_and_discount_make_the_amount() {
    let sum = |content: &str| total(&read(content));
    assert!(near(sum("Customer,Date,Qty,Unit Price\nA,2024-01-05,3,2.50\n"), 7.5));
    assert!(near(sum("Customer,Date,Qty,Unit Price,Discount\nA,2024-01-05,4,2.50,0.15\n"), 8.5));
    assert!(near(sum("Customer,Date,Qty,Unit Price,Discount\nA,2024-01-05,4,2.50,15%\n"), 8.5));
    assert!(near(sum("Customer,Date,Qty,Unit Price,Discount amount\nA,2024-01-05,4,2.50,1.50\n"), 8.5));
    assert!(near(sum("客户,日期,数量,单价,折扣\n甲,2024-01-05,4,2.50,8.5折\n"), 8.5));
    let content = "客户,日期,数量,单价,折扣\n甲,2024-01-05,4,2.50,0.85\n";
    assert!(matches!(look(content).questions.as_slice(), [Question::Discount { .. }]));
    assert!(near(total(&taken(csv(content), &Choices { discount: Some(DiscountKind::Zhe), ..Choices::default() }).1), 8.5));
    // Where the amount itself is in the file nothing is worked out.
    assert!(near(sum("Customer,Date,Qty,Unit Price,Discount,Amount\nA,2024-01-05,4,2.50,15,8.00\n"), 8.0));
}
