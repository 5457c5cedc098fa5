//! The groups and the audit as files: what programs read, and dates as dates in a workbook.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

mod common;

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use common::funnel::{ask, day, engine_of, entries, funnel, lettered, workshop};
use fourfold::calendar::Day;
use fourfold::engine::{AUDIT_CODES, Engine, FunnelStage, PlanWording, Query, TableWording, audit_table, group_table, plan_sheet};
use fourfold::report::{ReportTable, csv_bytes, xlsx_bytes};
use fourfold::workspace::{Dimension, FunnelPlan};

fn engine() -> Engine {
    let rows = [("1", "Won"), ("2", "Won"), ("3", "E"), ("4", "B"), ("5", "B")];
    let entries = entries(&rows, |place, entry| {
        (["Ann", "Bo", "=1+1", "Ann", "Ann"][place]).clone_into(&mut entry.owner);
        entry.amount = Some([30.0, 10.0, 0.0, 0.0, 0.0][place]);
        entry.last_contact = [None, None, None, Some(day("2026-01-10")), Some(day("2026-02-01"))][place];
    });
    let mut plan = workshop();
    for choice in plan.scenarios[0].levels.values_mut() {
        choice.stock = None;
    }
    engine_of(Some(entries), None, FunnelPlan { stages: lettered().stages, ..plan })
}

fn csv_rows(table: &ReportTable) -> (Vec<String>, Vec<csv::StringRecord>) {
    let bytes = csv_bytes(table);
    let mut reader = csv::Reader::from_reader(&bytes[3..]);
    let header = reader.headers().unwrap().iter().map(str::to_owned).collect();
    (header, reader.records().map(Result::unwrap).collect())
}

fn cells(table: &ReportTable) -> calamine::Range<Data> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(xlsx_bytes(table, Day(20_000)).unwrap())).unwrap();
    book.worksheet_range_at(0).unwrap().unwrap()
}

fn iso(cell: &Data) -> String {
    let Data::DateTime(date) = cell else { panic!("no date: {cell:?}") };
    // A workbook counts from 1899-12-30.
    Day(date.as_f64() as i32 - 25_569).iso()
}

#[test]
fn the_groups_leave_with_share_need_stock_and_thin_level() {
    let mut engine = engine();
    let view = funnel(&mut engine);
    let groups = ask!(engine, Query::FunnelGroups { scenario: None, dimension: Dimension::Rep }, FunnelGroups);
    let (header, rows) = csv_rows(&group_table(&groups, &view, &TableWording::codes("groups")));
    assert_eq!(header[..3], ["rep", "share", "share_source"]);
    assert_eq!(header[9..12], ["stock B", "required B", "cover B"]);
    let cell = |row: usize, name: &str| &rows[row][header.iter().position(|code| code == name).unwrap()];
    // METHODS 3: 50 sales split 30 : 10, so 37.5 need 75 B; Ann has 2 of them, who bring 1 sale.
    assert_eq!([cell(0, "rep"), cell(0, "share"), cell(0, "share_source")], ["Ann", "0.750000", "by_won_value"]);
    assert_eq!([cell(0, "sales_needed"), cell(0, "required B"), cell(0, "stock B")], ["37.5000", "75.0000", "2"]);
    assert_eq!([cell(0, "sales_expected"), cell(0, "gap"), cell(0, "thin_level")], ["1.0000", "36.5000", "C"]);
    assert_eq!(cell(2, "rep"), "'=1+1", "a name never runs");
}

#[test]
fn the_audit_leaves_with_dates_and_days() {
    let mut engine = engine();
    let query = Query::FunnelAudit { scenario: None, today: day("2026-02-05"), whole: true };
    let table = audit_table(&ask!(engine, query, FunnelAudit), &TableWording::codes("overdue"));
    let (header, rows) = csv_rows(&table);
    assert_eq!(header, AUDIT_CODES);
    // Without any date first; then B, every 7 days, last spoken to on 10 January: 26 − 7 days. The other B is not due yet.
    assert_eq!((rows.len(), &rows[0][0], &rows[0][11], &rows[0][12]), (2, "3", "", "yes"));
    assert_eq!([&rows[1][0], &rows[1][9], &rows[1][10], &rows[1][11], &rows[1][12]], ["4", "2026-01-10", "7", "19", "no"]);
    assert_eq!(iso(cells(&table).get_value((2, 9)).unwrap()), "2026-01-10");
}

#[test]
fn the_last_day_of_a_plan_is_a_date_in_the_workbook() {
    let mut plan = workshop();
    plan.scenarios[0].closes = Some(day("2026-12-31"));
    let view = funnel(&mut engine_of(None, None, plan));
    let stage = |stage: &FunnelStage| (stage.code.clone(), String::new());
    let text = || "x".to_owned();
    let wording = PlanWording {
        title: text(),
        heading: text(),
        target: text(),
        signed: text(),
        average_order: text(),
        remaining: text(),
        sales_needed: text(),
        sales_expected: text(),
        gap: text(),
        extra_entries: text(),
        columns: std::array::from_fn(|_| text()),
        stage: &stage,
        notes: Vec::new(),
    };
    // METHODS 8: 15 + 45 + 60 + 60 + 30 days before the last of December.
    assert_eq!(iso(cells(&plan_sheet(&view, &wording)).get_value((15, 10)).unwrap()), "2026-06-04");
}
