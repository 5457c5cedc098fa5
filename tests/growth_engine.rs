//! Then and now, potential and future customers through the engine's two verbs, and as tables that leave.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

mod common;

use std::sync::Arc;

use common::{online_retail, table, workspace};
use fourfold::calendar::Day;
use fourfold::classify::Quadrant;
use fourfold::engine::{
    ChangesView, Engine, FutureView, MoversQuery, MoversView, Query, TableWording, View, WalletView, future_table, matrix_table,
    movers_table, unmatched_table, wallet_table,
};
use fourfold::measure::Window;
use fourfold::report::{ReportTable, csv_bytes};
use fourfold::tables::{PotentialList, PotentialRow};
use fourfold::workspace::{Action, ChangesSettings, FutureAction, FutureCustomer, Review, Spot, WindowChoice};

fn changes(engine: &mut Engine) -> ChangesView {
    match engine.query(&Query::Changes).unwrap() {
        View::Changes(view) => view,
        other => panic!("{other:?}"),
    }
}

fn movers(engine: &mut Engine, cell: Option<(Spot, Spot)>) -> MoversView {
    match engine.query(&Query::Movers(MoversQuery { cell, first: 0, count: u32::MAX })).unwrap() {
        View::Movers(view) => view,
        other => panic!("{other:?}"),
    }
}

fn wallet(engine: &mut Engine, rows: u32) -> WalletView {
    match engine.query(&Query::Wallet { rows }).unwrap() {
        View::Wallet(view) => view,
        other => panic!("{other:?}"),
    }
}

fn future(engine: &mut Engine, today: &str) -> FutureView {
    match engine.query(&Query::Future { today: Day::from_iso(today).unwrap() }).unwrap() {
        View::Future(view) => view,
        other => panic!("{other:?}"),
    }
}

fn text(table: &ReportTable) -> String {
    String::from_utf8(csv_bytes(table)).unwrap().trim_start_matches('\u{feff}').to_owned()
}

fn days(from: &str, to: &str) -> WindowChoice {
    WindowChoice::Days(Window { from: Day::from_iso(from), to: Day::from_iso(to) })
}

#[test]
fn the_customers_behind_a_cell_are_those_that_are_counted() {
    let Some(purchases) = online_retail() else { return };
    let mut engine = Engine::new(workspace(purchases));
    let halves = changes(&mut engine);
    assert_eq!(halves.windows[1].days, Some((Day::from_iso("2011-06-01").unwrap(), Day::from_iso("2011-11-30").unwrap())));
    let settings = ChangesSettings { first: days("2011-01-01", "2011-05-31"), second: days("2011-06-01", "2011-10-31"), hold_cuts: false };
    engine.apply(&Action::SetChanges { settings }).unwrap();
    let view = changes(&mut engine);
    let cell = (Spot::Class(Quadrant::I), Spot::Class(Quadrant::IV));
    let found = movers(&mut engine, Some(cell));
    assert_eq!((found.matching, found.rows.len(), view.cells[0][3].customers), (64, 64, 64));
    assert!(found.rows.windows(2).all(|pair| pair[0].compared.money_moved().abs() >= pair[1].compared.money_moved().abs()));
    let all = movers(&mut engine, None);
    // The matrix, the list and the totals tell the same story.
    assert_eq!(all.matching, view.cells.iter().flatten().map(|cell| cell.customers).sum::<u32>());
    let exported = text(&movers_table(&all.rows, &TableWording::codes("moves")));
    assert_eq!(exported.lines().count() as u32, all.matching + 1);
    assert_eq!(exported.lines().filter(|line| line.contains(",EI,EIV,")).count(), 64);
    let matrix = text(&matrix_table(&view, &TableWording::codes("matrix")));
    assert!(matrix.contains("EI,EI,372,1301734.94,1752733.50,"), "{matrix}");
    assert!(matrix.contains("absent,not_rated,828,") && matrix.contains("EI,absent,38,"));
    engine.undo().unwrap();
    assert_eq!(changes(&mut engine).settings, ChangesSettings::default());
}

#[test]
fn outside_figures_leave_with_everything_that_is_known_of_them() {
    let mut workspace = workspace(table(&[("A", "2024-01-05", 30.0), ("B", "2024-02-05", 80.0)]));
    let row = |customer: &str, potential: f64| PotentialRow {
        customer: customer.to_owned(),
        potential,
        said_by: "=chamber".to_owned(),
        row: 4,
        ..PotentialRow::default()
    };
    workspace.data.potential = Some(Arc::new(PotentialList { rows: vec![row("A", 120.0), row("b", 50.0), row("B", 60.0)] }));
    let mut engine = Engine::new(workspace);
    let view = wallet(&mut engine, 1);
    assert_eq!((view.rows.len(), view.customers, view.over, view.unmatched.len()), (1, 2, 1, 1));
    assert_eq!(view.unmatched[0].suggestions, [("B".to_owned(), "B".to_owned())]);
    let all = wallet(&mut engine, u32::MAX);
    let lists = [wallet_table(&all.rows, &TableWording::codes("w")), unmatched_table(&all.unmatched, &TableWording::codes("u"))];
    let [known, unknown] = lists.map(|table| text(&table));
    let mut known = known.lines();
    assert_eq!(known.next(), Some("customer,name,sales,potential,wallet_share,headroom,matched_by,said_by"));
    assert!(known.next().is_some_and(|line| line.starts_with("A,A,30.00,120.00,0.25") && line.contains(",90.00,key,")));
    assert!(known.next().is_some_and(|line| line.starts_with("B,B,80.00,60.00,") && line.contains(",-20.00,key,")));
    assert!(unknown.contains("4,b,") && unknown.contains(",unknown,B"));
    assert!(!unknown.contains(",=chamber"), "no formula leaves");
}

#[test]
fn future_customers_stand_by_priority_and_reviews_by_day() {
    let mut engine = Engine::new(fourfold::workspace::Workspace::default());
    let customer = |name: &str, fit: Option<u8>, months: Option<u32>, review: Option<&str>| FutureCustomer {
        name: name.to_owned(),
        fit,
        months_to_need: months,
        next_review: review.and_then(Day::from_iso),
        ..FutureCustomer::default()
    };
    let customers = vec![
        customer("late", Some(5), Some(30), Some("2026-01-10")),
        customer("near", Some(4), Some(5), Some("2026-03-20")),
        customer("unrated", None, Some(1), Some("2026-01-02")),
        customer("calm", Some(2), Some(5), Some("2027-01-01")),
    ];
    engine.apply(&Action::Future(FutureAction::Add { customers })).unwrap();
    let view = future(&mut engine, "2026-03-01");
    let names: Vec<_> = view.rows.iter().map(|row| (row.customer.name.as_str(), row.priority)).collect();
    assert_eq!(names, [("near", Some(16)), ("calm", Some(8)), ("late", Some(5)), ("unrated", None)]);
    assert_eq!((view.due, view.overdue, view.level.as_str()), (vec![2, 0, 1], 2, "E"));
    assert_eq!(view.rows[2].review, Review::Overdue);
    let exported = text(&future_table(&view.rows, &TableWording::codes("future")));
    assert!(exported.contains("near,4,5,4,16,2026-03-20,soon,"), "{exported}");
}
