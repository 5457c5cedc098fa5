//! Several files, several sheets, a customer list beside its orders.

use fourfold::import::{Choices, Finding, ImportKind, InputFile, SheetRef};

use crate::common::*;

fn months() -> Vec<InputFile> {
    vec![
        named("1月.csv", "Sales of January,,\nCustomer,Date,Amount\nA,2024-01-05,5\nB,2024-01-06,6\nTotal,,11\n"),
        named("2月.csv", "Customer,Date,Amount\nA,2024-02-05,7\n"),
        named("notes.csv", "Topic,Text\nGreeting,Hello\nEnd,Bye\n"),
    ]
}

#[test]
fn tables_with_the_same_header_are_taken_together() {
    let (preview, imported) = imported(months());
    assert_eq!(lines(&imported), ["A 2024-01-05 5", "B 2024-01-06 6", "A 2024-02-05 7"]);
    let sources: Vec<_> = imported.record.sources.iter().map(|source| (source.file.as_str(), source.rows)).collect();
    assert_eq!(sources, [("1月.csv", 3), ("2月.csv", 1)]);
    assert_eq!(imported.purchases.as_ref().unwrap().source, [0, 0, 1]);
    assert_eq!(imported.purchases.as_ref().unwrap().row, [3, 4, 2]);
    assert!(preview.findings.contains(&Finding::TablesTogether { count: 2 }));
    assert!(preview.findings.contains(&Finding::DifferentHeaders { names: vec!["notes.csv".to_owned()] }));
    let only = Choices { sheets: Some(vec![SheetRef { file: 1, sheet: 0 }]), ..Choices::default() };
    assert_eq!(lines(&taken(months(), &only).1).len(), 1);
}

#[test]
fn files_of_two_years_without_a_year_in_their_months_keep_their_own() {
    let table = "客户,1月,2月,3月\n甲,1,2,3\n";
    let files = vec![named("2022.csv", table), named("2023.csv", table)];
    let (_, imported) = taken(files, &Choices { year: Some(2022), ..Choices::default() });
    assert_eq!(lines(&imported)[0], "甲 2022-01-01 1");
    assert_eq!(lines(&imported)[3], "甲 2023-01-01 1");
}

#[test]
fn files_of_two_years_with_dated_months_are_one_table() {
    let files =
        vec![named("a.csv", "客户,2022-01,2022-02,2022-03\n甲,1,2,3\n"), named("b.csv", "客户,2023-01,2023-02,2023-03\n甲,4,5,6\n")];
    assert_eq!(lines(&imported(files).1)[5], "甲 2023-03-01 6");
}

#[test]
fn a_customer_list_fills_what_the_orders_lack() {
    let orders = "客户编号,日期,金额\nC1,2024-01-05,5\nC2,2024-01-06,6\nC9,2024-01-07,7\n";
    let list = "客户编号,客户名称,区域,业务员\nC1,甲公司,华东,张三\nC2,乙公司,华北,李四\nC3,丙公司,华南,王五\n";
    let (preview, imported) = imported(vec![named("客户.csv", list), named("订单.csv", orders)]);
    assert!(preview.findings.contains(&Finding::JoinedCustomers { sheet: "客户.csv".to_owned(), matched: 2, unmatched: 1 }));
    assert!(imported.findings.contains(&Finding::JoinedCustomers { sheet: "客户.csv".to_owned(), matched: 2, unmatched: 1 }));
    let table = imported.purchases.as_ref().unwrap();
    let first = table.purchase(0);
    assert_eq!((first.customer.as_str(), first.name.as_str(), first.region.as_str(), first.rep.as_str()), ("C1", "甲公司", "华东", "张三"));
    assert_eq!(table.purchase(2).region, "");
    assert_eq!((imported.record.rows_read, imported.customers.unwrap().rows.len()), (3, 3));
}

#[test]
fn a_list_is_joined_by_name_where_the_orders_have_names_only() {
    let orders = "Customer,Date,Amount\nAcme,2024-01-05,5\nBolt,2024-01-06,6\n";
    let list = "Customer ID,Customer name,Country\n1,Acme,France\n2,Bolt,Spain\n";
    let (_, imported) = imported(vec![named("orders.csv", orders), named("customers.csv", list)]);
    assert_eq!(imported.purchases.unwrap().purchase(1).region, "Spain");
}

#[test]
fn columns_in_another_order_are_found_by_their_names() {
    let files = vec![named("a.csv", "Customer,Date,Amount\nA,2024-01-05,5\n"), named("b.csv", "Date,Amount,Customer\n2024-02-05,6,B\n")];
    let both = Choices { sheets: Some(vec![SheetRef { file: 0, sheet: 0 }, SheetRef { file: 1, sheet: 0 }]), ..Choices::default() };
    assert_eq!(lines(&taken(files, &both).1), ["A 2024-01-05 5", "B 2024-02-05 6"]);
}

const ENTRIES: &str = "opportunity_id,account,deal_stage,engage_date,close_date,close_value\n\
    1,Acme,Won,2024-01-05,2024-02-01,100\n2,Bolt,Engaging,2024-01-07,,\n";
const HISTORY: &str =
    "opportunity_id,stage,date\n1,Prospecting,2024-01-01\n1,Engaging,2024-01-05\n1,Won,2024-02-01\n2,Engaging,2024-01-07\n";

fn sheet(file: usize) -> SheetRef {
    SheetRef { file, sheet: 0 }
}

#[test]
fn tables_of_other_kinds_are_read_behind_the_chosen_one() {
    let files = || {
        vec![
            named("contacts.csv", "Customer,Contact date,Channel\nAcme,2024-01-05,Phone\nBolt,2024-01-06,Visit\n"),
            named("history.csv", HISTORY),
            named("notes.csv", "Topic,Text\nGreeting,Hello\nEnd,Bye\n"),
            named("entries.csv", ENTRIES),
            named("history 2.csv", &HISTORY.replace("2024", "2025")),
        ]
    };
    let (preview, imported) = imported(files());
    assert_eq!((preview.kind, &preview.sheet), (ImportKind::FunnelEntries, &sheet(3)));
    assert_eq!(preview.after, [vec![sheet(1), sheet(4)], vec![sheet(0)]]);
    let read_after = Finding::ReadAfter { names: ["history.csv", "history 2.csv", "contacts.csv"].map(str::to_owned).to_vec() };
    assert!(preview.findings.contains(&read_after), "{:?}", preview.findings);
    assert!(preview.findings.contains(&Finding::DifferentHeaders { names: vec!["notes.csv".to_owned()] }));
    assert_eq!(imported.funnel_entries.unwrap().len(), 2);
    // Each is an import of its own, which nothing follows.
    let behind = |sheets: &[SheetRef]| taken(files(), &Choices { sheets: Some(sheets.to_vec()), ..Choices::default() });
    let (preview, imported) = behind(&preview.after[0]);
    assert_eq!((preview.kind, preview.after.len()), (ImportKind::LevelHistory, 0));
    assert_eq!(imported.level_history.unwrap().len(), 8);
    assert_eq!(behind(&[sheet(0)]).1.contacts.unwrap().len(), 2);
}

#[test]
fn a_second_table_of_the_same_kind_is_left_aside() {
    let orders = "Order,Customer,Date,Amount\n1,A,2024-01-05,5\n2,B,2024-01-06,6\n3,B,2024-01-07,6\n";
    let lines = "Order,Customer,Day,Product,Revenue\n1,A,2024-01-05,x,5\n2,B,2024-01-06,y,6\n2,B,2024-01-06,x,1\n3,B,2024-01-07,x,1\n";
    let preview = inspect(&mut [named("orders.csv", orders), named("lines.csv", lines)], &Choices::default()).unwrap();
    assert_eq!(preview.after, Vec::<Vec<SheetRef>>::new());
    assert!(preview.findings.contains(&Finding::DifferentHeaders { names: vec!["orders.csv".to_owned()] }), "{:?}", preview.findings);
}
