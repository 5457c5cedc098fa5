//! What an older build has kept must be read for ever: a fixture of every version, compared with what was in it.
//! A change of format that forgets its version or its upgrader fails here.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use std::path::PathBuf;

use serde_json::json;

use super::*;
use crate::store::table::SharedTable;
use crate::store::{TableId, document, read_file, samples, write_file};
use crate::tables::Dataset;
use crate::workspace::{History, Workspace};

fn fixture(name: &str, version: u32, ending: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/saved").join(format!("{name}_v{version}.{ending}"))
}

/// What the builds of a version were given to keep.
fn sample(version: u32) -> History {
    match version {
        1 => samples::history(),
        2 => samples::funnel_history(),
        _ => samples::quadrant_history(),
    }
}

/// Finds the tables of a sample history by name.
fn find_table(history: &History, id: &TableId) -> Result<SharedTable, StoreProblem> {
    let states = history.past().iter().chain(history.future()).map(|step| &step.workspace).chain([history.present()]);
    let tables = states.flat_map(
        |Workspace { data: Dataset { purchases, customers, funnel_entries, level_history, potential, contacts, .. }, .. }| {
            [
                purchases.clone().map(SharedTable::Purchases),
                customers.clone().map(SharedTable::Customers),
                funnel_entries.clone().map(SharedTable::FunnelEntries),
                level_history.clone().map(SharedTable::LevelHistory),
                potential.clone().map(SharedTable::Potential),
                contacts.clone().map(SharedTable::Contacts),
            ]
        },
    );
    tables.flatten().find(|table| table.written().0 == *id).ok_or_else(|| damaged(format!("no table {id}")))
}

#[test]
fn workspace_files_of_every_version_are_read() {
    for version in 1..=VERSION {
        let file = std::fs::read(fixture("workspace", version, "fourfold")).unwrap();
        assert_eq!(read_file(&file).as_ref(), Ok(sample(version).present()), "version {version}");
    }
}

#[test]
fn documents_of_every_version_are_read_with_their_undo_steps() {
    for version in 1..=VERSION {
        let json = std::fs::read(fixture("document", version, "json")).unwrap();
        let history = sample(version);
        assert_eq!(document::read(&json, &mut |id| find_table(&history, id)).unwrap().history, history, "version {version}");
    }
}

#[test]
fn potential_customers_come_back_with_their_undo_steps() {
    let history = samples::prospect_history();
    let json = document::written(&history, &mut |table| Ok(table.written().0)).unwrap();
    assert_eq!(document::read(&json, &mut |id| find_table(&history, id)).unwrap().history, history);
    assert_eq!(read_file(&write_file(history.present()).unwrap()).as_ref(), Ok(history.present()));
}

#[test]
#[ignore = "writes the fixtures of a new version; run once with it"]
fn write_the_fixtures_of_this_version() {
    let history = sample(VERSION);
    std::fs::write(fixture("workspace", VERSION, "fourfold"), write_file(history.present()).unwrap()).unwrap();
    let json = document::written(&history, &mut |table| Ok(table.written().0)).unwrap();
    std::fs::write(fixture("document", VERSION, "json"), json).unwrap();
}

fn add_colour(document: &mut Value) -> Result<(), StoreProblem> {
    document["colour"] = "grey".into();
    Ok(())
}

fn name_shade(document: &mut Value) -> Result<(), StoreProblem> {
    document["shade"] = document["colour"].take();
    Ok(())
}

#[test]
fn each_version_is_lifted_step_by_step() {
    let steps: [Upgrader; 2] = [add_colour, name_shade];
    assert_eq!(lifted(json!({"version": 1}), &steps).unwrap()["shade"], "grey");
    assert_eq!(lifted(json!({"version": 2, "colour": "red"}), &steps).unwrap()["shade"], "red");
    assert_eq!(lifted(json!({"version": 3, "shade": "blue"}), &steps).unwrap()["shade"], "blue");
    assert_eq!(lifted(json!({"version": 4}), &steps), Err(StoreProblem::Newer { found: 4, known: 3 }));
    for none in [json!({}), json!({"version": 0}), json!({"version": "1"}), json!([]), json!(null)] {
        assert!(matches!(lifted(none, &steps), Err(StoreProblem::Damaged { .. })));
    }
}
