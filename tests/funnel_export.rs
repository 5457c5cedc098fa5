//! The plan as it leaves the app: a CSV for programs, a workbook that goes on calculating, read back with other readers.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

mod common;

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use common::funnel::{engine_of, funnel, workshop};
use fourfold::calendar::Day;
use fourfold::engine::{Engine, FunnelStage, FunnelView, PLAN_CODES, PlanWording, plan_sheet, plan_table};
use fourfold::plan::{Sale, Scheme};
use fourfold::report::{csv_bytes, xlsx_bytes};
use fourfold::workspace::{FunnelPlan, Sureness, TypedRate};

fn export(plan: FunnelPlan) -> FunnelView {
    let mut engine: Engine = engine_of(None, None, plan);
    funnel(&mut engine)
}

fn wording(stage: &dyn Fn(&FunnelStage) -> (String, String)) -> PlanWording<'_> {
    let text = str::to_owned;
    let columns = ["Level", "Name", "Rate", "Needed", "Whole", "Stock", "To sale", "Expected", "Cover", "More", "Last day"];
    PlanWording {
        title: text("计划: 2026"),
        heading: text("The plan"),
        target: text("Target"),
        signed: text("Signed"),
        average_order: text("Average order"),
        remaining: text("Remaining"),
        sales_needed: text("Sales needed"),
        sales_expected: text("Sales expected"),
        gap: text("Gap"),
        extra_entries: text("More entries"),
        columns: columns.map(text),
        stage,
        notes: vec![text("Real numbers are carried.")],
    }
}

/// A sheet as another reader finds it: values and formulas by address.
struct Found {
    values: calamine::Range<Data>,
    formulas: calamine::Range<String>,
}

impl Found {
    fn new(view: &FunnelView) -> Self {
        let stage = |stage: &FunnelStage| (stage.code.clone(), "=1+1".to_owned());
        let bytes = xlsx_bytes(&plan_sheet(view, &wording(&stage)), Day(20_000)).unwrap();
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
        let name = book.sheet_names()[0].clone();
        Self { values: book.worksheet_range(&name).unwrap(), formulas: book.worksheet_formula(&name).unwrap() }
    }

    fn place(address: &str) -> (u32, u32) {
        let (column, row) = address.split_at(1);
        (row.parse::<u32>().unwrap() - 1, u32::from(column.as_bytes()[0] - b'A'))
    }

    fn value(&self, address: &str) -> Data {
        self.values.get_value(Self::place(address)).cloned().unwrap_or(Data::Empty)
    }

    fn number(&self, address: &str) -> f64 {
        let value = self.value(address);
        if let Data::Float(number) = value { number } else { panic!("{address}: {value:?}") }
    }

    fn formula(&self, address: &str) -> &str {
        self.formulas.get_value(Self::place(address)).map_or("", String::as_str)
    }

    fn close(&self, address: &str, wanted: f64) {
        let found = self.number(address);
        assert!((found - wanted).abs() < 1e-9 * wanted.abs().max(1.0), "{address}: {found} {wanted}");
    }
}

#[test]
fn the_workbook_goes_on_calculating_from_the_worked_numbers() {
    let view = export(workshop());
    let found = Found::new(&view);
    // Typed over by a client: target, signed, average order, rates and stock are plain numbers.
    for (address, wanted) in [("C2", 10_000_000.0), ("C3", 0.0), ("C4", 200_000.0), ("C13", 0.5), ("C16", 0.2), ("F14", 40.0)] {
        found.close(address, wanted);
        assert_eq!(found.formula(address), "", "{address}");
    }
    // METHODS 3: 50, 100, 250, 833.3, 4,166.7; 22.6 from the stock, 27.4 missing, 2,284 more E.
    let needed = [50.0, 100.0, 250.0, 2500.0 / 3.0, 12_500.0 / 3.0];
    let rounded = [50.0, 100.0, 250.0, 834.0, 4167.0];
    let expected = [0.0, 5.0, 8.0, 6.0, 3.6];
    for (place, row) in (12..17).enumerate() {
        found.close(&format!("D{row}"), needed[place]);
        found.close(&format!("E{row}"), rounded[place]);
        found.close(&format!("H{row}"), expected[place]);
        assert_eq!(found.value(&format!("B{row}")), Data::String("=1+1".to_owned()), "a name never runs");
    }
    for (address, wanted) in [("C5", 10_000_000.0), ("C6", 50.0), ("C7", 22.6), ("C8", 27.4), ("C9", 2284.0), ("G16", 0.012)] {
        found.close(address, wanted);
    }
    let formulas = [
        ("C5", "MAX(0,C2-C3)"),
        ("C6", "D12"),
        ("C7", "SUM(H12:H16)"),
        ("C8", "MAX(0,C6-C7)"),
        ("C9", "ROUNDUP(J16*(1-1E-12),0)"),
        ("D12", "IF(C4>0,C5/C4,NA())"),
        ("D13", "IF(D12=0,0,IF(C13>0,D12/C13,NA()))"),
        ("E16", "ROUNDUP(D16*(1-1E-12),0)"),
        ("G13", r#"IF(C13="",NA(),C13*G12)"#),
        ("H16", "IF(ISNUMBER(G16),F16*G16,0)"),
        ("J12", "C8"),
        ("J16", "IF(J15=0,0,IF(C16>0,J15/C16,NA()))"),
    ];
    for (address, wanted) in formulas {
        assert_eq!(found.formula(address), wanted, "{address}");
    }
    // All figures are the engine's own.
    let held = view.held.as_ref().unwrap();
    for (stage, row) in held.stages.iter().zip(12..) {
        found.close(&format!("J{row}"), stage.extra.needed().unwrap());
        found.close(&format!("H{row}"), stage.expected.unwrap());
    }
    assert_eq!(found.value("A11"), Data::String("Level".to_owned()));
    assert_eq!(found.value("A19"), Data::Empty);
}

#[test]
fn what_cannot_be_reached_or_is_missing_is_no_number() {
    let mut plan = workshop();
    plan.scenarios[0].levels.get_mut("C").unwrap().rate = Some(TypedRate { rate: 0.0, sure: Sureness::Known });
    plan.scenarios[0].levels.get_mut("E").unwrap().rate = None;
    let found = Found::new(&export(plan));
    found.close("D13", 100.0);
    for address in ["D14", "E14", "D16", "G16", "J16", "C9"] {
        assert!(matches!(found.value(address), Data::Error(_)), "{address}: {:?}", found.value(address));
    }
    // D: nobody passes the rate of 0 beyond; E: nothing is known. Both yield nothing.
    assert_eq!((found.value("C16"), found.number("H15"), found.number("H16")), (Data::Empty, 0.0, 0.0));
    let empty = Found::new(&export(FunnelPlan::default()));
    assert!(matches!(empty.value("D12"), Data::Error(_)) && empty.value("C4") == Data::Empty);
}

#[test]
fn a_number_typed_over_the_chain_is_one_to_type_over_again() {
    let mut plan = workshop();
    plan.scenarios[0].levels.get_mut("C").unwrap().required = Some(300.0);
    plan.scenarios[0].sales = Some(60.0);
    let found = Found::new(&export(plan));
    for (address, wanted) in [("D12", 60.0), ("C6", 60.0), ("D13", 120.0), ("D14", 300.0), ("D15", 1000.0)] {
        found.close(address, wanted);
    }
    assert_eq!((found.formula("D12"), found.formula("D14"), found.formula("C6")), ("", "", "D12"));
}

#[test]
fn the_csv_has_one_row_a_level() {
    let mut plan = workshop();
    plan.scheme = Scheme::new(plan.scheme.levels().to_vec(), Sale::Won).unwrap();
    plan.scenarios[0].levels.entry("A".to_owned()).or_default().rate = Some(TypedRate { rate: 1.0, sure: Sureness::Cases(8.0) });
    let bytes = csv_bytes(&plan_table(&export(plan)));
    let mut reader = csv::Reader::from_reader(&bytes[3..]);
    assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), PLAN_CODES);
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let cell = |row: usize, column: &str| &rows[row][PLAN_CODES.iter().position(|code| *code == column).unwrap()];
    assert_eq!(rows.len(), 6);
    assert_eq!([cell(0, "level"), cell(1, "level"), cell(5, "level")], ["sale", "A", "E"]);
    assert_eq!([cell(1, "next_level"), cell(2, "next_level"), cell(1, "rate_source")], ["sale", "A", "typed-as-sure-as-cases"]);
    assert_eq!([cell(5, "required"), cell(5, "rate"), cell(5, "stock")], ["4166.6667", "0.200000", "300.0000"]);
    assert_eq!([cell(1, "rate_low"), cell(2, "rate_low")], ["0.675592", ""], "Wilson of 8 of 8");
    assert!(rows.iter().enumerate().all(|(row, _)| cell(row, "gap") == "27.4000" && cell(row, "target") == "10000000.00"));
}
