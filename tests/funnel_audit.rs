//! The follow-up audit as the page sees it: who is due, whose card has gaps, which levels were raised without a record.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

mod common;

use common::funnel::{ask, edit, engine_of, entries, history, lettered, workshop};
use fourfold::calendar::Day;
use fourfold::engine::{Engine, FunnelAuditView, Query};
use fourfold::tables::{FunnelEntry, ProfileField};

fn audit(engine: &mut Engine, today: i32) -> FunnelAuditView {
    ask!(engine, Query::FunnelAudit { scenario: Some(0), today: Day(today), whole: false }, FunnelAudit)
}

#[test]
fn who_has_waited_longer_than_the_cadence_of_the_level_is_overdue() {
    // METHODS 8: A 3 days, B 7, E 60.
    let rows = [("1", "A"), ("2", "A"), ("3", "B"), ("4", "E"), ("5", "Won"), ("6", "C"), ("7", "nowhere")];
    let contact = [Some(97), Some(96), Some(80), None, Some(0), None, Some(0)];
    let table = entries(&rows, |place, entry| {
        entry.last_contact = contact[place].map(Day);
        entry.entered = Some(Day(30)).filter(|_| place != 5);
        entry.owner = "Ann".to_owned();
    });
    let found = audit(&mut engine_of(Some(table), None, lettered()), 100);
    assert_eq!((found.open, found.contacts_known, found.overdue_total), (5, true, 4));
    let shown: Vec<_> = found.overdue.iter().map(|row| (row.entry.key.as_str(), row.days, row.never_contacted)).collect();
    assert_eq!(shown, [("6", None, true), ("3", Some(13), false), ("4", Some(10), true), ("2", Some(1), false)]);
    assert_eq!((found.overdue[1].level.as_str(), found.overdue[1].entry.owner.as_str()), ("B", "Ann"));
    let levels: Vec<_> = found.levels.iter().map(|level| (level.code.as_str(), level.open, level.overdue)).collect();
    assert_eq!(levels, [("A", 2, 1), ("B", 1, 1), ("C", 1, 1), ("D", 0, 0), ("E", 1, 1)]);
    assert_eq!((found.sample.len(), found.last_day), (5, Some(Day(97))));
}

#[test]
fn only_the_fields_in_use_are_held_against_a_card() {
    let rows = [("1", "A"), ("2", "B"), ("3", "C"), ("4", "Won")];
    let fill = |place: usize, entry: &mut FunnelEntry| {
        let fields = [ProfileField::Need, ProfileField::Budget];
        let filled = fields.iter().take([2, 1, 0, 2][place]);
        entry.profile = filled.map(|field| (*field, "x".to_owned())).collect();
    };
    let found = audit(&mut engine_of(Some(entries(&rows, fill)), None, lettered()), 0).card;
    assert_eq!(found.fields, [(ProfileField::Need, 2), (ProfileField::Budget, 1)]);
    assert_eq!((found.share, found.complete), (Some(0.5), 1));
    let least: Vec<_> = found.least.iter().map(|(row, missing)| (row.key.as_str(), missing.len())).collect();
    assert_eq!(least, [("3", 2), ("2", 1)]);
    let bare = audit(&mut engine_of(Some(entries(&rows, |_, _| {})), None, lettered()), 0).card;
    assert_eq!((bare.share, bare.fields.len()), (None, 0));
}

#[test]
fn levels_raised_without_a_contact_are_named() {
    let events = [
        ("1", "C", 0),
        ("1", "note", 5),
        ("1", "B", 10),
        ("2", "C", 0),
        ("2", "B", 10),
        ("3", "C", 0),
        ("3", "B", 10),
        // Back, lost and taken up again: no raise.
        ("4", "B", 0),
        ("4", "C", 3),
        ("4", "Lost", 4),
        ("4", "B", 9),
    ];
    let contact = [None, Some(10), Some(15), None];
    let rows = [("1", "B"), ("2", "B"), ("3", "B"), ("4", "B")];
    let table = || {
        entries(&rows, |place, entry| {
            entry.last_contact = contact[place].map(Day);
            entry.owner = "Bo".to_owned();
        })
    };
    let found = audit(&mut engine_of(Some(table()), Some(history(&events)), lettered()), 20).raises;
    assert_eq!((found.all, found.without_record_total, found.unknown), (3, 1, 1));
    let raised = &found.without_record[0];
    assert_eq!((raised.key.as_str(), raised.from.as_str(), raised.to.as_str(), raised.since, raised.on), ("1", "C", "B", Day(0), Day(10)));
    let silent = audit(&mut engine_of(None, Some(history(&events)), lettered()), 20);
    assert_eq!((silent.contacts_known, silent.raises.unknown, silent.raises.without_record_total), (false, 3, 0));
}

#[test]
fn the_review_list_is_drawn_by_the_seed() {
    let rows: Vec<String> = (0..100).map(|key| key.to_string()).collect();
    let rows: Vec<(&str, &str)> = rows.iter().map(|key| (key.as_str(), "C")).collect();
    let mut engine = engine_of(Some(entries(&rows, |_, _| {})), None, lettered());
    let drawn = |engine: &mut Engine| audit(engine, 0).sample.into_iter().map(|row| row.key).collect::<Vec<_>>();
    let first = drawn(&mut engine);
    assert_eq!((first.len(), drawn(&mut engine) == first), (10, true));
    edit(&mut engine, |scenario| scenario.seed = 2);
    assert_ne!(drawn(&mut engine), first);
}

#[test]
fn k_has_two_readings_and_neither_is_the_definition() {
    let mut engine = engine_of(None, None, workshop());
    let found = audit(&mut engine, 0).readings;
    assert!((found.conversion.unwrap() - 0.012).abs() < 1e-12);
    assert_eq!((found.recovery, found.contract_value), (None, None));
    edit(&mut engine, |scenario| (scenario.cash_received, scenario.contract_value) = (Some(750_000.0), Some(1_000_000.0)));
    assert_eq!(audit(&mut engine, 0).readings.recovery, Some(Ok(0.75)));
    let won = entries(&[("1", "Won"), ("2", "Won")], |_, entry| entry.amount = Some(50.0));
    let mut engine = engine_of(Some(won), None, lettered());
    edit(&mut engine, |scenario| scenario.cash_received = Some(25.0));
    let found = audit(&mut engine, 0).readings;
    assert_eq!((found.contract_value, found.recovery), (Some(100.0), Some(Ok(0.25))));
}
