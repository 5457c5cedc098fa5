//! Two windows compared, against an independent implementation on real data and against figures worked by hand.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

mod common;

use std::sync::Arc;

use common::{online_retail, table, workspace};
use fourfold::calendar::Day;
use fourfold::classify::{AxisShift, ShiftCause};
use fourfold::measure::{Customers, NotRated, Window};
use fourfold::tables::{ImportRecord, PurchaseTable, SourceFile};
use fourfold::workspace::{ChangesSettings, Compared, Migration, Spot, WindowChoice, WindowFacts, Workspace, migration, purchase_imports};
use serde_json::Value;

const SPOTS: [&str; 5] = ["EI", "EII", "EIII", "EIV", "not_rated"];

fn days(from: &str, to: &str) -> WindowChoice {
    WindowChoice::Days(Window { from: Day::from_iso(from), to: Day::from_iso(to) })
}

fn compared(workspace: &Workspace, settings: &ChangesSettings) -> (Customers, Migration) {
    let customers = Customers::new(&workspace.data, &workspace.merges);
    let found = migration(workspace, &customers, settings);
    (customers, found)
}

/// 2011-01…2011-05 and 2011-06…2011-10, as in the reference.
fn five_months() -> ChangesSettings {
    ChangesSettings { first: days("2011-01-01", "2011-05-31"), second: days("2011-06-01", "2011-10-31"), hold_cuts: false }
}

fn money(found: f64, wanted: &Value) {
    let wanted = wanted.as_f64().unwrap();
    assert!((found - wanted).abs() < 0.006, "found {found}, expected {wanted}");
}

fn check_side(side: &WindowFacts, counts: [u32; 5], wanted: &Value) {
    assert_eq!(wanted["counts"].as_object().unwrap().len(), 5);
    assert_eq!(SPOTS.map(|class| wanted["counts"][class].as_u64().unwrap()), counts.map(u64::from));
    assert_eq!(u64::from(side.customers), wanted["customers"].as_u64().unwrap());
    money(side.total, &wanted["total"]);
    let cuts = side.cuts.unwrap();
    money(cuts.vertical, &wanted["contribution_threshold"]);
    assert!((cuts.horizontal - wanted["cv_threshold"].as_f64().unwrap()).abs() < 1e-9);
    assert_eq!(side.not_rated.values().sum::<u32>(), counts[4]);
}

#[test]
fn online_retail_moves_as_in_the_reference() {
    let Some(purchases) = online_retail() else { return };
    let wanted: Value = serde_json::from_str(include_str!("fixtures/expected/online_retail_migration.json")).unwrap();
    let (_, found) = compared(&workspace(purchases), &five_months());
    let (rows, columns) =
        (|place: usize| found.cells[place].map(|cell| cell.customers), |place: usize| found.cells.map(|row| row[place].customers));
    let first = std::array::from_fn(|place| rows(place).iter().sum::<u32>());
    let second = std::array::from_fn(|place| columns(place).iter().sum::<u32>());
    assert_eq!((first, second), ([554, 163, 163, 554, 1055], [837, 246, 246, 837, 852]));
    check_side(&found.first, first, &wanted["first"]);
    check_side(&found.second, second, &wanted["second"]);
    for (from, from_code) in SPOTS.into_iter().enumerate() {
        for (to, to_code) in SPOTS.into_iter().enumerate() {
            let cell = found.cells[from][to];
            assert_eq!(u64::from(cell.customers), wanted["matrix"][from_code][to_code].as_u64().unwrap(), "{from_code} to {to_code}");
            money(cell.then, &wanted["money"][from_code][to_code][0]);
            money(cell.now, &wanted["money"][from_code][to_code][1]);
        }
        assert_eq!(u64::from(found.cells[from][5].customers), wanted["exits"][from_code].as_u64().unwrap());
        assert_eq!(u64::from(found.cells[5][from].customers), wanted["entries"][from_code].as_u64().unwrap());
    }
    let growth = found.growth;
    money(growth.same_then, &wanted["growth"]["same_then"]);
    money(growth.same_now, &wanted["growth"]["same_now"]);
    money(growth.lost_then, &wanted["growth"]["lost"]);
    money(growth.new_now + growth.returned_now, &wanted["growth"]["new"]);
    assert!((growth.total_now() - found.second.total).abs() < 1e-6 && (growth.total_then() - found.first.total).abs() < 1e-6);
    assert!((found.second.total - found.first.total - growth.change()).abs() < 1e-6);
}

#[test]
fn held_cuts_judge_both_windows_alike() {
    let Some(purchases) = online_retail() else { return };
    let workspace = workspace(purchases);
    let (_, own) = compared(&workspace, &five_months());
    let (_, held) = compared(&workspace, &ChangesSettings { hold_cuts: true, ..five_months() });
    assert_eq!(held.second.cuts, own.first.cuts);
    assert_eq!(held.moved_by_cuts, 0);
    assert!(own.moved_by_cuts > 0);
    let only_cut = |one: &Compared| [one.contribution, one.stability].iter().flatten().any(|axis| axis.cause == Some(ShiftCause::Cut));
    assert!(!held.customers.iter().any(only_cut) && own.customers.iter().any(only_cut));
    assert_eq!((own.moved + own.stayed, own.first.total), (held.moved + held.stayed, held.first.total));
}

/// Four steady buyers in eight months; in the second half `up` doubles, `gone` stays away, `new` comes, `back` was there once long before.
fn small() -> PurchaseTable {
    let mut rows = vec![("back", "2019-12-15", 5.0)];
    let months = ["2020-01-02", "2020-02-02", "2020-03-02", "2020-04-02", "2020-05-02", "2020-06-02", "2020-07-02", "2020-08-30"];
    for (place, month) in months.into_iter().enumerate() {
        let late = place >= 4;
        let uneven = if place % 2 == 0 { 0.5 } else { 1.5 };
        rows.extend([("big", month, 100.0), ("mid", month, 40.0 * uneven), ("up", month, if late { 80.0 } else { 10.0 })]);
        rows.push(if late { ("new", month, 1.0) } else { ("gone", month, 20.0) });
        if late {
            rows.push(("back", month, 7.0));
        }
    }
    table(&rows)
}

fn halves_of_small() -> ChangesSettings {
    ChangesSettings { first: days("2020-01-01", "2020-04-30"), second: days("2020-05-01", "2020-08-31"), hold_cuts: false }
}

fn one<'a>(customers: &Customers, found: &'a Migration, key: &str) -> &'a Compared {
    let number = customers.number(key).unwrap();
    found.customers.iter().find(|one| one.customer == number).unwrap()
}

#[test]
fn entries_exits_and_moves_worked_by_hand() {
    let (customers, found) = compared(&workspace(small()), &halves_of_small());
    // Then: 400, 160, 40, 80: median 120. Now: 400, 160, 320, 4, 28: median 160.
    let up = one(&customers, &found, "up");
    let moved =
        AxisShift { from: 40.0, to: 320.0, cut_from: 120.0, cut_to: 160.0, was_good: false, is_good: true, cause: Some(ShiftCause::Value) };
    assert_eq!(up.contribution, Some(moved));
    assert_eq!(up.stability.unwrap().cause, None);
    assert_eq!(up.money_moved(), 280.0);
    assert_eq!(one(&customers, &found, "gone").spots().1, Spot::Absent);
    assert_eq!(one(&customers, &found, "new").spots().0, Spot::Absent);
    assert!(one(&customers, &found, "back").returned && !one(&customers, &found, "new").returned);
    let growth = found.growth;
    assert_eq!((growth.same_customers, growth.new_customers, growth.returned_customers, growth.lost_customers), (3, 1, 1, 1));
    assert_eq!((growth.incremental(), growth.new_now, growth.returned_now, growth.lost_then), (280.0, 4.0, 28.0, 80.0));
    assert_eq!((found.first.total, found.second.total, growth.change()), (680.0, 912.0, 232.0));
    assert_eq!(found.overlap_days, 0);
}

#[test]
fn a_window_without_a_day_of_the_data_makes_everyone_an_entry() {
    let settings = ChangesSettings { first: days("2001-01-01", "2001-12-31"), ..halves_of_small() };
    let (_, found) = compared(&workspace(small()), &settings);
    assert_eq!((found.first.window, found.first.customers, found.growth.lost_customers), (None, 0, 0));
    assert_eq!(found.cells[5].iter().map(|cell| cell.customers).sum::<u32>(), 5);
    let (_, none) = compared(&Workspace::default(), &ChangesSettings::default());
    assert_eq!(none, Migration::default());
}

/// Two imports of which each holds one half, in rows that lie mixed in the table.
#[test]
fn imports_are_windows_of_their_own() {
    let mut table = small();
    let late = Day::from_iso("2020-05-01").unwrap();
    table.source = table.day.iter().map(|day| if *day < late { 0 } else { 2 }).collect();
    let mut by_import = workspace(table);
    let record = |files: &[&str]| ImportRecord {
        sources: files.iter().map(|file| SourceFile { file: (*file).to_owned(), ..SourceFile::default() }).collect(),
        ..ImportRecord::default()
    };
    by_import.data.imports = vec![record(&["a.csv", "b.csv"]), record(&["c.csv"])];
    let imports = purchase_imports(&by_import.data);
    assert_eq!(imports.iter().map(|import| (import.import, import.rows)).collect::<Vec<_>>(), [(0, 17), (1, 20)]);
    assert_eq!(imports[1].first_day, Day::from_iso("2020-05-02").unwrap());
    let settings = ChangesSettings { first: WindowChoice::Import(0), second: WindowChoice::Import(1), hold_cuts: false };
    let (customers, found) = compared(&by_import, &settings);
    assert_eq!((found.second.total, found.growth.same_customers), (912.0, 4), "`back` was in the first import");
    assert_eq!(one(&customers, &found, "new").second.unwrap().stability, Ok(0.0));
    let gone = ChangesSettings { second: WindowChoice::Import(7), ..settings };
    assert_eq!(compared(&by_import, &gone).1.second.window, None);
}

#[test]
fn everyone_stands_in_one_cell_and_the_money_adds_up() {
    let Some(purchases) = online_retail() else { return };
    let mut workspace = workspace(purchases);
    workspace.data.purchases = workspace.data.purchases.map(|table| Arc::new((*table).clone()));
    let windows = [("2010-12-01", "2011-02-28"), ("2011-03-01", "2011-12-09"), ("2011-01-15", "2011-04-20")];
    for (first, second) in [(0, 1), (1, 0), (2, 1), (0, 2)] {
        let choice = |place: usize| days(windows[place].0, windows[place].1);
        let (_, found) = compared(&workspace, &ChangesSettings { first: choice(first), second: choice(second), hold_cuts: false });
        let cells: Vec<_> = found.cells.iter().flatten().collect();
        assert_eq!(cells.iter().map(|cell| cell.customers as usize).sum::<usize>(), found.customers.len());
        assert_eq!(found.cells[5][5].customers, 0);
        let (then, now) = (cells.iter().map(|cell| cell.then).sum::<f64>(), cells.iter().map(|cell| cell.now).sum::<f64>());
        assert!((then - found.first.total).abs() < 1e-5 && (now - found.second.total).abs() < 1e-5);
        assert!(!found.first.not_rated.contains_key(&NotRated::NotInWindow));
    }
}
