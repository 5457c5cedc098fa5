//! Future customers: order of priority, reviews that fall due, and the step into the funnel.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use std::sync::Arc;

use fourfold::calendar::Day;
use fourfold::engine::Engine;
use fourfold::plan::Scheme;
use fourfold::tables::{FunnelEntries, FunnelEntry, LevelEvent, LevelHistory, ProfileField, Standing};
use fourfold::workspace::{
    Action, ActionError, FunnelFacts, FutureAction, FutureCustomer, FutureFault, Review, Workspace, funnel_entries_of,
};

const TODAY: &str = "2026-03-01";

fn day(text: &str) -> Day {
    Day::from_iso(text).unwrap()
}

fn customer(name: &str) -> FutureCustomer {
    FutureCustomer { name: name.to_owned(), fit: Some(4), months_to_need: Some(9), ..FutureCustomer::default() }
}

fn with(customers: Vec<FutureCustomer>) -> Workspace {
    Workspace::default().apply(&Action::Future(FutureAction::Add { customers })).unwrap()
}

fn moved(workspace: &Workspace, id: u32) -> Workspace {
    workspace.apply(&Action::Future(FutureAction::MoveToFunnel { id, today: day(TODAY) })).unwrap()
}

/// Open entries by level, the nearest to the sale first.
fn stock(workspace: &Workspace) -> Vec<f64> {
    let entries = funnel_entries_of(&workspace.data, &workspace.funnel).unwrap();
    FunnelFacts::new(&entries, &workspace.funnel, &workspace.funnel.scenarios[0]).stock
}

#[test]
fn reviews_fall_due() {
    let due = |text: Option<&str>| FutureCustomer { next_review: text.map(day), ..customer("a") }.review(day(TODAY));
    let found = [Some("2026-02-28"), Some("2026-03-01"), Some("2026-03-31"), Some("2026-04-01"), None].map(due);
    assert_eq!(found, [Review::Overdue, Review::Soon, Review::Soon, Review::Later, Review::NotSet]);
}

#[test]
fn a_customer_moves_to_the_farthest_level_in_one_step_that_can_be_undone() {
    let mut engine = Engine::new(with(vec![customer("Nordwerk"), FutureCustomer { note: "new hall".to_owned(), ..customer("Ostbau") }]));
    engine.apply(&Action::Future(FutureAction::MoveToFunnel { id: 1, today: day(TODAY) })).unwrap();
    let workspace = engine.workspace();
    assert_eq!(workspace.future.keys().copied().collect::<Vec<_>>(), [0]);
    let entry = workspace.data.funnel_entries.as_ref().unwrap().entry(0);
    assert_eq!((entry.customer.as_str(), entry.stage.as_str(), entry.entered), ("Ostbau", "E", Some(day(TODAY))));
    assert_eq!(entry.profile.get(&ProfileField::Need).map(String::as_str), Some("new hall"));
    assert_eq!(workspace.funnel.stages.get("E"), Some(&Standing::Level("E".to_owned())));
    assert_eq!(stock(workspace), [0.0, 0.0, 0.0, 0.0, 1.0], "on E, the farthest from the sale");
    engine.undo().unwrap();
    assert_eq!((engine.workspace().future.len(), engine.workspace().data.funnel_entries.as_ref()), (2, None));
}

#[test]
fn the_levels_and_words_of_the_funnel_that_is_there_are_used() {
    let mut workspace = with(vec![customer("Nordwerk")]);
    workspace.funnel.scheme = Scheme::purchase_time();
    workspace.funnel.stages = [("以后再说".to_owned(), Standing::Level("D".to_owned())), ("D".to_owned(), Standing::Lost)].into();
    let mut entries = FunnelEntries::default();
    let known = FunnelEntry {
        key: "Nordwerk".to_owned(),
        stage: "以后再说".to_owned(),
        snapshot: Some(day("2026-02-01")),
        ..FunnelEntry::default()
    };
    entries.push(&known);
    workspace.data.funnel_entries = Some(Arc::new(entries));
    let after = moved(&workspace, 0);
    let table = after.data.funnel_entries.as_ref().unwrap();
    assert_eq!((table.len(), table.entry(0)), (2, known));
    let entry = table.entry(1);
    assert_eq!((entry.stage.as_str(), entry.snapshot), ("以后再说", Some(day("2026-02-01"))));
    assert_ne!(entry.key, "Nordwerk", "the first one stays its own");
    assert_eq!(stock(&after), [0.0, 0.0, 0.0, 2.0]);
}

#[test]
fn entries_that_are_read_from_a_history_stay() {
    let mut workspace = with(vec![customer("Nordwerk")]);
    let mut history = LevelHistory::default();
    let event = LevelEvent {
        key: "7".to_owned(),
        stage: "E".to_owned(),
        day: day("2026-01-05"),
        moment: LevelEvent::moment_of(day("2026-01-05")),
        ..LevelEvent::default()
    };
    history.push(&event);
    workspace.data.level_history = Some(Arc::new(history));
    let after = moved(&workspace, 0);
    let entries = funnel_entries_of(&after.data, &after.funnel).unwrap();
    let keys: Vec<String> = (0..entries.len()).map(|row| entries.entry(row).key).collect();
    assert_eq!((keys, after.data.funnel_entries.is_none()), (vec!["7".to_owned(), "Nordwerk".to_owned()], true));
}

#[test]
fn what_cannot_be_is_refused_and_changes_nothing() {
    let refused = |action: FutureAction| match with(vec![customer("a")]).apply(&Action::Future(action)) {
        Err(ActionError::Future(fault)) => fault,
        other => panic!("{other:?}"),
    };
    let add = |customer: FutureCustomer| FutureAction::Add { customers: vec![self::customer("fine"), customer] };
    assert_eq!(refused(add(customer(" \t"))), FutureFault::EmptyName);
    assert_eq!(refused(add(FutureCustomer { fit: Some(6), ..customer("b") })), FutureFault::Fit { found: 6 });
    assert_eq!(refused(add(FutureCustomer { months_to_need: Some(601), ..customer("b") })), FutureFault::Months { found: 601 });
    assert_eq!(refused(FutureAction::Stay { id: 3, next_review: None }), FutureFault::Unknown { id: 3 });
}

#[test]
fn numbers_of_customers_are_not_given_twice_while_later_ones_stand() {
    let workspace = with(vec![customer("a"), customer(" b ")]);
    let gone = workspace.apply(&Action::Future(FutureAction::Remove { id: 0 })).unwrap();
    let more = gone.apply(&Action::Future(FutureAction::Add { customers: vec![customer("c")] })).unwrap();
    let names: Vec<_> = more.future.iter().map(|(id, customer)| (*id, customer.name.as_str())).collect();
    assert_eq!(names, [(1, "b"), (2, "c")]);
    let stays = more.apply(&Action::Future(FutureAction::Stay { id: 2, next_review: Some(day("2026-09-01")) })).unwrap();
    assert_eq!(stays.future[&2].next_review, Some(day("2026-09-01")));
}
