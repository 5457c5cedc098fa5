//! Long form, wide form, customer lists.

use fourfold::import::{Choices, Finding, ImportKind, IssueKind, Question, Role, StabilityDirection};

use crate::common::*;

#[test]
fn a_column_a_month_becomes_a_purchase_a_month() {
    let content = "客户编号,客户名称,2024-01,2024年2月,Mar-24,合计\nA1,甲,10,20,,30\nA2,乙,,-5,1.2万,11995\n合计,,10,15,12000,12025\n";
    let (preview, imported) = imported(csv(content));
    assert_eq!((preview.kind, preview.plan.as_ref().unwrap().periods.len()), (ImportKind::PurchasesWide, 3));
    assert_eq!(lines(&imported), ["A1 2024-01-01 10", "A1 2024-02-01 20", "A2 2024-02-01 -5", "A2 2024-03-01 12000"]);
    assert_eq!((imported.record.rows_read, imported.record.rows_used, imported.record.rows_left_out), (3, 2, 1));
    assert!(preview.findings.contains(&Finding::TotalColumns { headers: vec!["合计".to_owned()] }));
    assert_eq!(imported.purchases.unwrap().names, ["甲", "乙"]);
}

#[test]
fn quarters_start_on_their_first_month() {
    let imported = read("Customer,Q1 2024,Q2 2024,Q3 2024,Q4 2024,Total\nA,1,2,3,4,10\nTotal Oil Ltd,5,5,5,5,20\nTotal,6,7,8,9,30\n");
    assert_eq!(lines(&imported).len(), 8, "the last row sums the others up, the one before is a firm");
    assert_eq!(lines(&imported)[2], "A 2024-07-01 3");
}

#[test]
fn months_without_a_year_ask_for_it() {
    let content = "客户,1月,2月,3月,4月\n甲,1,2,3,4\n乙,5,,7,8\n";
    let mut files = vec![named("2023年销售.csv", content)];
    let preview = inspect(&mut files, &Choices::default()).unwrap();
    assert_eq!(preview.questions, [Question::Year { suggestion: Some(2023) }]);
    let (_, imported) = taken(files, &Choices { year: Some(2022), ..Choices::default() });
    assert_eq!(lines(&imported)[0], "甲 2022-01-01 1");
    assert_eq!(imported.record.rows_rejected, 0);
}

#[test]
fn two_header_lines_name_year_and_month() {
    let imported = read("客户,地区,2023年,,2024年,\n,,11月,12月,1月,2月\n甲,华东,1,2,3,4\n乙,华北,5,6,7,8\n");
    assert_eq!(lines(&imported)[..4], ["甲 2023-11-01 1", "甲 2023-12-01 2", "甲 2024-01-01 3", "甲 2024-02-01 4"]);
    assert_eq!(imported.purchases.unwrap().purchase(0).region, "华东");
}

#[test]
fn a_text_among_the_months_rejects_its_row() {
    let imported = read("Customer,2024-01,2024-02,2024-03\nA,1,2,3\nB,1,tbd,3\n");
    assert_eq!((imported.record.rows_used, imported.record.rows_rejected), (1, 1));
    assert_eq!((imported.issues[0].column, imported.issues[0].kind), (Some(2), IssueKind::NotANumber));
}

#[test]
fn zeros_and_blanks_in_a_month_are_no_purchases() {
    let imported = read("Customer,2024-01,2024-02,2024-03\nA,0,2,-\nB,1,0.00,\n");
    assert_eq!(lines(&imported), ["A 2024-02-01 2", "B 2024-01-01 1"]);
}

#[test]
fn a_list_with_measures_is_a_customer_list() {
    let content = "客户编号,客户名称,区域,客户贡献度,变异系数\nA1,甲,华东,12000,0.35\nA2,乙,华北,8000,1.2\n合计,,,20000,\n";
    let (preview, imported) = imported(csv(content));
    assert_eq!(preview.kind, ImportKind::Customers);
    let list = imported.customers.unwrap();
    assert_eq!(list.rows.len(), 2);
    assert_eq!((list.rows[0].contribution, list.rows[0].stability, list.rows[0].region.as_str()), (Some(12000.0), Some(0.35), "华东"));
    assert_eq!(imported.stability_direction, Some(StabilityDirection::LowIsStable));
    assert!(imported.purchases.is_none());
}

#[test]
fn a_stability_of_unknown_direction_asks() {
    let content = "Customer,Contribution,Stability\nA,12000,0.35\nB,8000,1.2\n";
    assert!(matches!(look(content).questions.as_slice(), [Question::StabilityDirection { column: 2, .. }]));
    let choices = Choices { stability_direction: Some(StabilityDirection::HighIsStable), ..Choices::default() };
    assert_eq!(taken(csv(content), &choices).1.stability_direction, Some(StabilityDirection::HighIsStable));
}

#[test]
fn the_last_row_of_a_customer_stays_and_the_earlier_is_reported() {
    let content = "Customer,Contribution,CV\nA,1,0.1\nB,2,0.2\nC,5,0.1\nD,5,0.1\nE,5,0.1\nF,5,0.1\nG,5,0.1\nH,5,0.1\nI,5,0.1\nA,3,0.3\n";
    let (_, imported) = imported(csv(content));
    let list = imported.customers.unwrap();
    assert_eq!((list.rows.len(), list.find("A").unwrap().contribution), (9, Some(3.0)));
    assert_eq!((imported.issues[0].kind, imported.issues[0].row), (IssueKind::DuplicateCustomer, 2));
}

#[test]
fn the_kind_can_be_chosen() {
    let content = "Customer,Date,Amount\nA,2024-01-05,5\nB,2024-01-06,6\n";
    let (preview, imported) = taken(csv(content), &Choices { kind: Some(ImportKind::Customers), ..Choices::default() });
    assert_eq!(preview.columns[2].role, Some(Role::Contribution));
    assert_eq!(imported.customers.unwrap().rows.len(), 2);
}
