//! What becomes of an import in the engine: new, append, replace; rows that are there already; customer lists.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

mod common;

use common::{table, workspace};
use fourfold::calendar::Day;
use fourfold::classify::Quadrant;
use fourfold::classify::Side;
use fourfold::engine::protocol::{ImportSummary, ImportTarget};
use fourfold::engine::{Engine, NotRated, QuadrantView, Query, TrialCuts, View, Warning};
use fourfold::import::{Imported, StabilityDirection};
use fourfold::tables::{CustomerList, CustomerRow, ImportRecord, PurchaseTable, SourceFile};
use fourfold::workspace::{Action, Change, Override, StabilityMeasure, Window};

fn imported(purchases: PurchaseTable) -> Imported {
    let rows = purchases.len() as u64;
    let sources = vec![SourceFile { file: "a.csv".to_owned(), sheet: String::new(), rows }];
    let record = ImportRecord {
        sources,
        currency: "EUR".to_owned(),
        rows_read: rows + 3,
        rows_used: rows,
        rows_rejected: 1,
        rows_left_out: 2,
        ..ImportRecord::default()
    };
    Imported { purchases: Some(purchases), record, ..Imported::default() }
}

fn listed(customers: CustomerList, stability_direction: Option<StabilityDirection>) -> Imported {
    let rows = customers.rows.len() as u64;
    let record = ImportRecord { rows_read: rows, rows_used: rows, ..ImportRecord::default() };
    Imported { customers: Some(customers), record, stability_direction, ..Imported::default() }
}

fn append(engine: &mut Engine, purchases: PurchaseTable, keep_duplicates: bool) -> ImportSummary {
    engine.import(imported(purchases), ImportTarget::Append, "", 7.0, keep_duplicates).unwrap()
}

fn existing(engine: &mut Engine) -> QuadrantView {
    match engine.query(&Query::Quadrant { side: Side::Existing, trial: TrialCuts::default() }).unwrap() {
        View::Quadrant(view) => view,
        other => panic!("{other:?}"),
    }
}

fn rows(engine: &Engine) -> usize {
    engine.workspace().data.purchases.as_ref().unwrap().len()
}

const JANUARY: [(&str, &str, f64); 3] = [("a", "2020-01-05", 10.0), ("a", "2020-01-05", 10.0), ("b", "2020-01-07", 5.0)];

#[test]
fn a_new_workspace_holds_the_import_and_begins_a_new_history() {
    let mut engine = Engine::new(workspace(table(&[("z", "2019-01-01", 1.0)])));
    let summary = engine.import(imported(table(&JANUARY)), ImportTarget::New, "January", 7.0, false).unwrap();
    assert_eq!((summary.rows_read, summary.rows_used, summary.rows_rejected, summary.rows_left_out), (6, 3, 1, 2));
    assert_eq!((summary.customers, summary.total, summary.duplicates), (2, 25.0, 0));
    let record = &engine.workspace().data.imports[0];
    assert_eq!((engine.workspace().name.as_str(), record.imported_at, record.currency.as_str()), ("January", 7.0, "EUR"));
    assert!(engine.undo().is_err());
    assert_eq!(existing(&mut engine).customers, 2);
}

#[test]
fn the_same_file_twice_adds_nothing_unless_asked() {
    let mut engine = Engine::new(workspace(table(&JANUARY)));
    let summary = append(&mut engine, table(&JANUARY), false);
    assert_eq!((summary.duplicates, summary.rows_used, summary.rows_left_out, summary.total), (3, 0, 5, 0.0));
    // Nothing was usable, so nothing changed.
    assert_eq!((rows(&engine), engine.history().past().len()), (3, 0));
    let summary = append(&mut engine, table(&JANUARY), true);
    assert_eq!((summary.duplicates, summary.duplicates_kept, summary.rows_used), (3, true, 3));
    assert_eq!((rows(&engine), engine.history().past()[0].change), (6, Change::Append));
    engine.undo().unwrap();
    assert_eq!(rows(&engine), 3);
}

#[test]
fn an_append_tells_the_workspace_from_what_was_added() {
    let mut engine = Engine::new(workspace(table(&JANUARY)));
    let merged = Action::MergeCustomers { pairs: vec![("A".to_owned(), "a".to_owned())] };
    let new = [("b", "2020-01-07", 5.0), ("A", "2020-02-07", 2.5), ("c", "2020-02-07", 7.0)];
    let summary = append(&mut engine, table(&new), false);
    assert_eq!((summary.rows_used, summary.customers, summary.total), (2, 3, 9.5));
    let with = summary.workspace.unwrap();
    assert_eq!((with.rows, with.counted, with.total), (5, 4, 34.5));
    // Spellings that were merged are one customer there as on every page.
    engine.apply(&merged).unwrap();
    let with = append(&mut engine, table(&[("d", "2020-03-01", 1.0)]), false).workspace.unwrap();
    assert_eq!((with.rows, with.counted, with.total), (6, 4, 35.5));
    let alone = engine.import(imported(table(&JANUARY)), ImportTarget::Replace, "", 7.0, false).unwrap();
    assert_eq!(alone.workspace, None);
}

#[test]
fn genuine_repeats_inside_a_new_file_stay() {
    let mut engine = Engine::new(workspace(table(&JANUARY)));
    // b's row is there once and comes twice: one is new. February's pair is new altogether.
    let new = [("b", "2020-01-07", 5.0), ("b", "2020-01-07", 5.0), ("b", "2020-02-07", 5.0), ("b", "2020-02-07", 5.0)];
    let summary = append(&mut engine, table(&new), false);
    assert_eq!((summary.duplicates, summary.rows_used, rows(&engine)), (1, 3, 6));
    assert_eq!(summary.rows_read, summary.rows_used + summary.rows_rejected + summary.rows_left_out);
}

#[test]
fn each_file_is_compared_with_what_was_there_before() {
    let mut engine = Engine::new(workspace(table(&[("a", "2020-01-05", 10.0)])));
    let mut two_files = table(&[("a", "2020-01-05", 10.0), ("a", "2020-01-05", 10.0)]);
    two_files.source = vec![0, 1];
    let mut imported = imported(two_files);
    imported.record.sources.push(SourceFile::default());
    let summary = engine.import(imported, ImportTarget::Append, "", 0.0, false).unwrap();
    assert_eq!(summary.duplicates, 2);
}

#[test]
fn rows_differ_by_customer_day_amount_order_or_product() {
    let base = fourfold::tables::Purchase {
        customer: "a".to_owned(),
        amount: 1.0,
        order: "o".to_owned(),
        product: "p".to_owned(),
        ..Default::default()
    };
    let one = |purchase: &fourfold::tables::Purchase| {
        let mut table = PurchaseTable::default();
        table.push(purchase);
        table
    };
    let other = |edit: fn(&mut fourfold::tables::Purchase)| {
        let mut purchase = base.clone();
        edit(&mut purchase);
        one(&purchase)
    };
    let different = [
        other(|purchase| purchase.customer = "b".to_owned()),
        other(|purchase| purchase.day = 1),
        other(|purchase| purchase.amount = 2.0),
        other(|purchase| purchase.order = "p".to_owned()),
        other(|purchase| purchase.order = String::new()),
        other(|purchase| purchase.product = String::new()),
    ];
    for table in different {
        assert_eq!(append(&mut Engine::new(workspace(one(&base))), table, false).duplicates, 0);
    }
    let same = other(|purchase| (purchase.region, purchase.rep, purchase.row) = ("R".to_owned(), "S".to_owned(), 9));
    assert_eq!(append(&mut Engine::new(workspace(one(&base))), same, false).duplicates, 1);
}

#[test]
fn sources_of_an_append_are_numbered_on() {
    let mut engine = Engine::default();
    engine.import(imported(table(&JANUARY)), ImportTarget::New, "n", 0.0, false).unwrap();
    append(&mut engine, table(&[("c", "2020-03-01", 1.0)]), false);
    let data = &engine.workspace().data;
    assert_eq!(data.purchases.as_ref().unwrap().source, [0, 0, 0, 1]);
    assert_eq!(data.imports.len(), 2);
}

#[test]
fn replacing_keeps_what_people_decided_and_drops_what_the_data_cannot_answer() {
    let mut engine = Engine::new(workspace(table(&JANUARY)));
    let set = Override { class: Quadrant::I, reason: String::new(), author: String::new(), at: 0.0 };
    engine.apply(&Action::OverrideClass { side: Side::Existing, customer: "a".to_owned(), class: Some(set) }).unwrap();
    let mut settings = engine.workspace().existing.clone();
    settings.window = Window { from: Day::from_iso("2020-01-01"), to: Day::from_iso("2020-01-31") };
    settings.filters.region = ["North".to_owned()].into();
    settings.gross = true;
    engine.apply(&Action::SetExisting { settings }).unwrap();
    engine.import(imported(table(&[("a", "2021-06-01", 3.0)])), ImportTarget::Replace, "", 0.0, false).unwrap();
    let workspace = engine.workspace();
    assert_eq!((workspace.overrides.len(), workspace.existing.gross), (1, true));
    assert_eq!((workspace.existing.window, workspace.existing.filters.region.len()), (Window::default(), 0));
    assert_eq!((rows(&engine), engine.workspace().data.imports.len()), (1, 1));
    engine.undo().unwrap();
    assert_eq!(rows(&engine), 3);
}

#[test]
fn a_replacement_without_a_usable_row_leaves_the_data_alone() {
    let mut engine = Engine::new(workspace(table(&JANUARY)));
    let summary = engine.import(imported(PurchaseTable::default()), ImportTarget::Replace, "", 0.0, false).unwrap();
    assert_eq!((summary.rows_used, rows(&engine), engine.revision()), (0, 3, 1));
}

fn customer(key: &str, contribution: Option<f64>, stability: Option<f64>) -> CustomerRow {
    CustomerRow { customer: key.to_owned(), name: format!("{key} Ltd"), contribution, stability, ..CustomerRow::default() }
}

fn five() -> CustomerList {
    let rows = [("a", 100.0, 9.0), ("b", 90.0, 2.0), ("c", 10.0, 8.0), ("d", 5.0, 1.0)];
    let mut rows: Vec<CustomerRow> = rows.map(|(key, contribution, stability)| customer(key, Some(contribution), Some(stability))).to_vec();
    rows.push(customer("e", Some(7.0), None));
    CustomerList { rows }
}

#[test]
fn a_list_with_measures_is_classified_as_given() {
    // The same figures read as a rating (9 of 10 is steady) and as a variation (9 is erratic).
    let directions = [
        (StabilityDirection::HighIsStable, [Quadrant::I, Quadrant::II, Quadrant::III, Quadrant::IV]),
        (StabilityDirection::LowIsStable, [Quadrant::II, Quadrant::I, Quadrant::IV, Quadrant::III]),
    ];
    for (direction, classes) in directions {
        let mut engine = Engine::default();
        let summary = engine.import(listed(five(), Some(direction)), ImportTarget::New, "list", 0.0, false).unwrap();
        assert_eq!((summary.customers, summary.total), (5, 212.0));
        assert_eq!(engine.workspace().existing.stability, StabilityMeasure::Given);
        let View::Export(export) = engine.query(&Query::Export { side: Side::Existing }).unwrap() else { panic!() };
        let found: Vec<_> = export.rows.iter().map(|row| (row.customer.as_str(), row.class, row.not_rated)).collect();
        let class = |place: usize| Some(classes[place]);
        assert_eq!(
            found,
            [
                ("a", class(0), None),
                ("b", class(1), None),
                ("c", class(2), None),
                ("e", None, Some(NotRated::NoMeasure)),
                ("d", class(3), None)
            ]
        );
        assert_eq!(export.rows[0].name, "a Ltd");
        let View::Card(Some(card)) = engine.query(&Query::Card { side: Side::Existing, customer: 0 }).unwrap() else { panic!() };
        assert_eq!((card.bars.len(), card.robustness, card.other_measures.len(), card.moves.len()), (0, None, 0, 2));
        // A measure that needs purchases rates nobody; the given one does.
        let mut settings = engine.workspace().existing.clone();
        settings.stability = StabilityMeasure::CvMonth;
        engine.apply(&Action::SetExisting { settings }).unwrap();
        assert_eq!(existing(&mut engine).warnings, [Warning::RatesNobody { better: Some(StabilityMeasure::Given) }]);
    }
}

#[test]
fn a_list_beside_purchases_names_customers_and_gives_regions() {
    let mut engine = Engine::new(workspace(table(&JANUARY)));
    let mut list = five();
    list.rows[0].region = "North".to_owned();
    list.rows[1].region = "South".to_owned();
    engine.import(listed(list, None), ImportTarget::Append, "", 0.0, false).unwrap();
    assert_eq!(engine.workspace().existing.stability, StabilityMeasure::CvMonth);
    let view = existing(&mut engine);
    // Who never bought is not among the existing customers.
    assert_eq!((view.customers, view.total), (2, 25.0));
    let View::Workspace(facts) = engine.query(&Query::Workspace).unwrap() else { panic!() };
    assert_eq!((facts.regions, facts.has_given_measures), (vec!["North".to_owned(), "South".to_owned()], true));
    let mut settings = engine.workspace().existing.clone();
    settings.filters.region = ["South".to_owned()].into();
    engine.apply(&Action::SetExisting { settings }).unwrap();
    assert_eq!((existing(&mut engine).customers, existing(&mut engine).total), (1, 5.0));
    // The later row of a customer wins, the others stay.
    let later = CustomerList { rows: vec![customer("a", Some(1.0), None), customer("new", None, None)] };
    engine.import(listed(later, None), ImportTarget::Append, "", 0.0, false).unwrap();
    let list = engine.workspace().data.customers.as_ref().unwrap();
    assert_eq!((list.rows.len(), list.rows[0].contribution, list.rows[1].contribution), (6, Some(1.0), Some(90.0)));
}

#[test]
fn purchases_beside_a_list_take_over() {
    let mut engine = Engine::default();
    engine.import(listed(five(), Some(StabilityDirection::HighIsStable)), ImportTarget::New, "list", 0.0, false).unwrap();
    let mut list = five();
    list.rows.iter_mut().for_each(|row| row.stability = None);
    engine.import(Imported { customers: Some(list), ..imported(table(&JANUARY)) }, ImportTarget::Replace, "", 0.0, false).unwrap();
    assert_eq!(engine.workspace().existing.stability, StabilityMeasure::CvMonth);
    assert_eq!(existing(&mut engine).customers, 2);
}
