//! Advance rates and times that the engine takes from the funnel's tables, whatever their shape (METHODS 3).
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

mod common;

use common::funnel::{day, edit, engine_of, entries, funnel, history, lettered};
use fourfold::calendar::Day;
use fourfold::engine::FunnelView;
use fourfold::plan::{RateSource as Method, Sale, Scheme};
use fourfold::workspace::RateSource;

/// Advanced and entered of each step, nearest the sale first.
fn counts(view: &FunnelView) -> Vec<Option<(f64, f64)>> {
    view.steps.iter().map(|step| step.data.map(|data| (data.advanced, data.entered))).collect()
}

/// METHODS 3: T = 5, 8, 12, 12, 20, 30, 30, 30 with E = 1, 1, 0, 1, 1, 0, 0, 0, on B, all looked at on day 100.
fn kaplan_meier() -> Vec<(&'static str, &'static str, i32)> {
    let advanced = [("1", 5), ("2", 8), ("3", 12), ("4", 20)].into_iter().flat_map(|(key, days)| [(key, "B", 10), (key, "A", 10 + days)]);
    let open = [("5", 12), ("6", 30), ("7", 30), ("8", 30)].into_iter().map(|(key, days)| (key, "B", 100 - days));
    // A note that stands for no level, on the last day.
    advanced.chain(open).chain([("9", "note", 100)]).collect()
}

#[test]
fn a_history_gives_the_censored_rate_with_the_plain_one_beside_it() {
    let mut engine = engine_of(None, Some(history(&kaplan_meier())), lettered());
    let view = funnel(&mut engine);
    let step = view.steps[0].data.unwrap();
    assert!((step.rate - 0.53125).abs() < 1e-12);
    assert_eq!((step.reached, step.advanced, step.entered, step.method), (0.5, 4.0, 8.0, Method::HistoryCensored));
    let (low, high) = view.steps[0].interval.unwrap();
    assert!(low < 0.53125 && 0.53125 < high && low > 0.2 && high < 0.85);
    assert_eq!(view.rate_method, Some(Method::HistoryCensored));
    assert_eq!(view.rate_choices, [RateSource::Cohort, RateSource::Reached]);
    // Nothing but a history: its cases are the stock. Those who advanced stand on A, the note stands for nothing yet.
    let stock: Vec<f64> = view.stages.iter().map(|stage| stage.counted.unwrap()).collect();
    assert_eq!((stock, view.entries.unknown), (vec![4.0, 4.0, 0.0, 0.0, 0.0], 1));
    edit(&mut engine, |scenario| scenario.rates = RateSource::Reached);
    let view = funnel(&mut engine);
    assert_eq!((view.steps[0].rate(), view.rate_method), (Some(0.5), Some(Method::HistoryReached)));
}

#[test]
fn times_on_a_level_come_before_those_of_the_scheme() {
    let mut engine = engine_of(None, Some(history(&kaplan_meier())), lettered());
    let view = funnel(&mut engine);
    let on_b = view.stages[1].dwell.as_ref().unwrap();
    // 5, 8, 12, 20 days.
    assert_eq!((on_b.count, on_b.quartiles, view.stages[1].dwell_days), (4, [7.25, 10.0, 14.0], Some(10.0)));
    // 95 % of them are shorter than 18.8 days: twenty bars of a day, the last of them to less than 20.
    assert_eq!((on_b.bars.width_days, on_b.bars.counts[5], on_b.bars.counts[8], on_b.bars.longer), (1.0, 1, 1, 1));
    assert_eq!((view.stages[2].dwell.clone(), view.stages[2].dwell_days), (None, Some(60.0)), "METHODS 8 where the data do not say");
    edit(&mut engine, |scenario| scenario.levels.entry("B".to_owned()).or_default().dwell_days = Some(3.0));
    let view = funnel(&mut engine);
    assert_eq!((view.stages[1].dwell_days, view.stages[1].typed_dwell), (Some(3.0), true));
}

#[test]
fn an_outcome_of_the_entry_completes_its_history() {
    let events = [("1", "B", 0), ("2", "B", 0), ("3", "B", 0), ("4", "B", 0)];
    let table = entries(&[("1", "Lost"), ("2", "Won"), ("3", "B"), ("5", "C")], |_, entry| entry.closed = Some(Day(40)));
    let view = funnel(&mut engine_of(Some(table), Some(history(&events)), lettered()));
    let tally = view.steps[0].data.unwrap().tally;
    assert_eq!((tally.entered, tally.reached, tally.ended, tally.open), (4, 1, 1, 2));
}

#[test]
fn filters_and_the_span_of_entering_apply_to_a_history() {
    let events = [("1", "B", 0), ("1", "A", 5), ("2", "B", 50), ("2", "Lost", 55), ("3", "B", 60), ("3", "A", 70)];
    let owners = ["Ann", "Ann", "Bo"];
    let table = || entries(&[("1", "A"), ("2", "Lost"), ("3", "A")], |place, entry| entry.owner = owners[place].to_owned());
    let mut engine = engine_of(Some(table()), Some(history(&events)), lettered());
    assert_eq!(counts(&funnel(&mut engine))[0], Some((2.0, 3.0)));
    edit(&mut engine, |scenario| scenario.filters.rep = ["Ann".to_owned()].into());
    assert_eq!(counts(&funnel(&mut engine))[0], Some((1.0, 2.0)));
    edit(&mut engine, |scenario| scenario.entered_from = Some(Day(10)));
    assert_eq!(counts(&funnel(&mut engine))[0], Some((0.0, 1.0)));
    edit(&mut engine, |scenario| (scenario.entered_from, scenario.entered_to) = (None, Some(Day(10))));
    assert_eq!(counts(&funnel(&mut engine))[0], Some((1.0, 1.0)));
}

#[test]
fn two_snapshots_tell_who_came_nearer() {
    let rows = [("1", "C"), ("2", "C"), ("3", "C"), ("4", "B"), ("1", "B"), ("2", "C"), ("3", "Lost"), ("4", "A"), ("5", "E")];
    let days = [day("2026-01-31"), day("2026-03-31")];
    let table = entries(&rows, |place, entry| entry.snapshot = Some(days[usize::from(place > 3)]));
    let mut engine = engine_of(Some(table), None, lettered());
    let view = funnel(&mut engine);
    assert_eq!(counts(&view)[..2], [Some((1.0, 1.0)), Some((1.0, 3.0))]);
    assert_eq!(view.rate_method, Some(Method::Snapshots));
    assert_eq!(view.rate_choices, [RateSource::Snapshots, RateSource::Outcomes]);
    // The latest snapshot alone is the stock.
    assert_eq!((view.entries.all, view.stages[2].counted), (5, Some(1.0)));
    // In it: A of A and B; those and the lost one of B; C beside them.
    edit(&mut engine, |scenario| scenario.rates = RateSource::Outcomes);
    assert_eq!(counts(&funnel(&mut engine))[..2], [Some((1.0, 3.0)), Some((3.0, 4.0))]);
    edit(&mut engine, |scenario| scenario.rates = RateSource::Cohort);
    let view = funnel(&mut engine);
    assert_eq!((view.rate_method, view.steps[0].data), (None, None), "there is no history to follow");
}

#[test]
fn a_lost_entry_counts_from_the_level_its_row_names() {
    let rows = [("1", "C"), ("2", "B"), ("3", "A"), ("4", "C")];
    let table = entries(&rows, |place, entry| entry.outcome = ["", "Won", "Won", "Lost"][place].to_owned());
    let mut engine = engine_of(Some(table), None, lettered());
    // Two at the sale; nobody else came nearer than C.
    assert_eq!(counts(&funnel(&mut engine))[..2], [Some((2.0, 2.0)), Some((2.0, 4.0))]);
    let silent = entries(&[("1", "Won"), ("2", "Lost")], |_, _| {});
    let mut engine = engine_of(Some(silent), None, lettered());
    assert_eq!(counts(&funnel(&mut engine))[..2], [Some((1.0, 2.0)), Some((2.0, 2.0))], "where it does not: from the nearest level");
    edit(&mut engine, |scenario| scenario.ended_on = Some("C".to_owned()));
    assert_eq!(counts(&funnel(&mut engine))[..2], [Some((1.0, 1.0)), Some((1.0, 2.0))]);
}

#[test]
fn stocks_alone_are_no_rates() {
    let rows: Vec<(String, &str)> = (0..125).map(|key| (key.to_string(), if key < 25 { "B" } else { "C" })).collect();
    let rows: Vec<(&str, &str)> = rows.iter().map(|(key, stage)| (key.as_str(), *stage)).collect();
    let mut engine = engine_of(Some(entries(&rows, |_, _| {})), None, lettered());
    let days = |engine: &mut _, level: &str, days| {
        edit(engine, |scenario| scenario.levels.entry(level.to_owned()).or_default().dwell_days = Some(days));
    };
    days(&mut engine, "C", 60.0);
    days(&mut engine, "B", 30.0);
    let view = funnel(&mut engine);
    assert_eq!((view.rate_method, view.rate_choices.len(), counts(&view)), (None, 0, vec![None; 4]));
    // METHODS 3: p = .5 and dwell 60 d then 30 d, the stock ratio reads .25.
    let trap = view.only_stocks.unwrap();
    let step = trap[1].unwrap();
    assert_eq!((step.ratio, step.rate), (0.25, Some(0.5)));
    assert_eq!(trap[2], None, "nobody on D");
    assert!(view.steps.iter().all(|step| step.interval.is_none()));
}

#[test]
fn the_sale_beyond_the_levels_is_reached_by_winning() {
    let mut plan = lettered();
    plan.scheme = Scheme::new(Scheme::contract().levels()[..2].to_vec(), Sale::Won).unwrap();
    let rows = [("1", "Won"), ("2", "A"), ("3", "B"), ("4", "Lost")];
    let view = funnel(&mut engine_of(Some(entries(&rows, |_, _| {})), None, plan));
    assert_eq!(counts(&view), [Some((1.0, 3.0)), Some((3.0, 4.0))]);
    assert_eq!(view.steps[0].data.unwrap().decided, Some(0.5));
    assert_eq!((view.steps[0].to.as_str(), view.steps[0].from.as_str()), ("", "A"));
}
