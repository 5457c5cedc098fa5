//! Scenarios side by side, and what came against what was planned.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

mod common;

use common::funnel::{ask, day, edit, engine_of, entries, history, lettered, workshop};
use fourfold::engine::{Engine, FunnelScenariosView, Query, ScenarioCell, ScenarioFigure, ScenarioValue};
use fourfold::units::rounded_up;
use fourfold::workspace::{Action, AverageOrder, FunnelPlan, Progress, Sureness, TypedRate};

fn scenarios(engine: &mut Engine) -> FunnelScenariosView {
    ask!(engine, Query::FunnelScenarios, FunnelScenarios)
}

fn progress(engine: &mut Engine) -> Progress {
    ask!(engine, Query::FunnelProgress { scenario: Some(0) }, FunnelProgress).progress
}

fn cells(view: &FunnelScenariosView, figure: ScenarioFigure) -> &[ScenarioCell] {
    &view.rows.iter().find(|row| row.figure == figure).unwrap().cells
}

fn rate(plan: &mut FunnelPlan, scenario: usize, level: &str, rate: f64) {
    plan.scenarios[scenario].levels.entry(level.to_owned()).or_default().rate = Some(TypedRate { rate, sure: Sureness::Known });
}

#[test]
fn what_differs_from_the_plan_is_marked() {
    let mut plan = workshop();
    plan.scenarios.push(plan.scenarios[0].clone());
    "Cautious".clone_into(&mut plan.scenarios[1].name);
    plan.scenarios[1].closes = Some(day("2026-12-31"));
    rate(&mut plan, 1, "B", 0.35);
    rate(&mut plan, 1, "C", 0.3);
    let mut engine = engine_of(None, None, plan);
    let view = scenarios(&mut engine);
    assert_eq!((view.chosen, view.scenarios.len(), view.scenarios[1].name.as_str()), (0, 2, "Cautious"));
    assert!(view.scenarios[1].closes_differs && !view.scenarios[0].closes_differs);
    let number = |cell: &ScenarioCell| if let ScenarioValue::Number(number) = cell.value { number } else { panic!("{cell:?}") };
    let entries = cells(&view, ScenarioFigure::Required { stage: 4 });
    assert_eq!([rounded_up(number(&entries[0])), rounded_up(number(&entries[1]))], [4167.0, 7937.0]);
    assert!(entries[1].differs && !entries[0].differs && (entries[1].difference.unwrap() - (7936.5 - 4166.7)).abs() < 0.1);
    let same = [ScenarioFigure::Target, ScenarioFigure::Sales, ScenarioFigure::Rate { step: 2 }, ScenarioFigure::Stock { stage: 3 }];
    assert!(same.iter().all(|figure| !cells(&view, *figure)[1].differs));
    let gap = cells(&view, ScenarioFigure::Gap);
    assert!((number(&gap[0]) - 27.4).abs() < 1e-9 && gap[1].differs);
    engine.apply(&Action::ChooseScenario { scenario: 1 }).unwrap();
    let view = scenarios(&mut engine);
    let entries = cells(&view, ScenarioFigure::Required { stage: 4 });
    assert!(entries[0].differs && !entries[1].differs, "held against the one that is the plan now");
}

#[test]
fn what_cannot_be_reached_or_is_not_known_is_no_number() {
    let mut plan = workshop();
    plan.scenarios.extend([plan.scenarios[0].clone(), plan.scenarios[0].clone()]);
    rate(&mut plan, 1, "C", 0.0);
    plan.scenarios[2].average_order = AverageOrder::Mean;
    let view = scenarios(&mut engine_of(None, None, plan));
    let entries = cells(&view, ScenarioFigure::Required { stage: 4 });
    assert_eq!((entries[1].value, entries[2].value), (ScenarioValue::CannotBeReached, ScenarioValue::Unknown));
    assert!(entries[1].differs && entries[1].difference.is_none());
    assert_eq!((view.scenarios[2].errors.len(), cells(&view, ScenarioFigure::Heads)[2].value), (1, ScenarioValue::Unknown));
}

#[test]
fn the_plan_is_the_chosen_scenario_in_every_answer() {
    let mut plan = workshop();
    plan.scenarios = vec![plan.scenarios[0].clone(); 3];
    rate(&mut plan, 1, "B", 0.35);
    plan.chosen = 1;
    let mut engine = engine_of(Some(entries(&[("1", "E")], |_, _| {})), None, plan);
    let view = ask!(engine, Query::Funnel { scenario: None }, Funnel);
    assert_eq!((view.scenario, view.steps[0].rate()), (1, Some(0.35)), "what is shown is what is edited");
    let audit = ask!(engine, Query::FunnelAudit { scenario: None, today: day("2026-01-01"), whole: false }, FunnelAudit);
    let sure = ask!(engine, Query::FunnelCertainty { scenario: None }, FunnelCertainty);
    let progress = ask!(engine, Query::FunnelProgress { scenario: None }, FunnelProgress);
    assert_eq!((audit.scenario, sure.scenario, progress.scenario), (1, 1, 1));
    assert!((audit.readings.conversion.unwrap() - 0.35 * 0.4 * 0.3 * 0.2).abs() < 1e-12);
    assert_eq!(ask!(engine, Query::Funnel { scenario: Some(2) }, Funnel).scenario, 2);
}

/// Two sales of 1 with rates of a half, in 2026.
fn year() -> FunnelPlan {
    let mut plan = lettered();
    for level in ["B", "C", "D", "E"] {
        rate(&mut plan, 0, level, 0.5);
    }
    let scenario = &mut plan.scenarios[0];
    (scenario.target, scenario.average_order) = (Some(2.0), AverageOrder::Typed(1.0));
    (scenario.starts, scenario.closes) = (Some(day("2026-01-01")), Some(day("2026-12-31")));
    plan
}

#[test]
fn a_history_is_held_against_the_plan_level_by_level() {
    let at = |text: &str| day(text).0;
    let events = [
        ("1", "B", at("2025-12-01")),
        ("1", "A", at("2026-02-10")),
        ("2", "B", at("2026-03-05")),
        ("3", "E", at("2026-01-20")),
        ("4", "B", at("2025-06-01")),
        ("4", "Lost", at("2025-12-31")),
    ];
    let found = progress(&mut engine_of(None, Some(history(&events)), year()));
    assert_eq!((found.months.len(), found.is_planned, found.stock_of_start), (12, true, true));
    assert_eq!(found.through, Some(day("2026-03-05")));
    // One stood on B at the start: half a sale; 1.5 are missing, 24 entries.
    let planned: Vec<f64> = found.stages.iter().map(|line| line.planned.unwrap()).collect();
    assert_eq!(planned, [2.0, 3.0, 6.0, 12.0, 24.0]);
    let actual = |stage: usize| found.stages[stage].actual_by_month[..4].to_vec();
    assert_eq!(actual(0), [Some(0.0), Some(1.0), Some(0.0), None]);
    assert_eq!(actual(1), [Some(0.0), Some(0.0), Some(1.0), None]);
    assert_eq!(actual(4), [Some(1.0), Some(0.0), Some(0.0), None]);
    // METHODS 8: 15 days on A, so until 16 December, the 350th day.
    let january = found.stages[0].planned_by_month[0].unwrap();
    assert!((january - 2.0 * 31.0 / 350.0).abs() < 1e-12);
    let all: f64 = found.stages[4].planned_by_month.iter().map(|part| part.unwrap()).sum();
    assert!((all - 24.0).abs() < 1e-9);
    // 210 days on the way: nothing is planned to enter E after 4 June.
    assert_eq!(found.stages[4].planned_by_month[6], Some(0.0));
    assert_eq!(found.revenue.planned, Some(2.0));
}

#[test]
fn entries_alone_date_their_beginning_and_the_sale() {
    let rows = [("1", "Won"), ("2", "Won"), ("3", "C")];
    let entered = ["2026-01-05", "2026-01-07", "2026-02-11"].map(day);
    let closed = ["2026-02-01", "2026-03-31", "2026-09-09"].map(day);
    let table = || {
        entries(&rows, |place, entry| {
            (entry.entered, entry.closed, entry.amount) = (Some(entered[place]), Some(closed[place]), Some(10.0));
        })
    };
    let found = progress(&mut engine_of(Some(table()), None, year()));
    // The closing day of an open entry is an expectation.
    assert_eq!((found.through, found.stock_of_start), (Some(day("2026-03-31")), false));
    assert_eq!(found.stages[4].actual_by_month[..4], [Some(2.0), Some(1.0), Some(0.0), None]);
    assert_eq!(found.stages[0].actual_by_month[..4], [Some(0.0), Some(1.0), Some(1.0), None]);
    assert_eq!(found.stages[2].actual_by_month[0], None, "no table dates the levels between");
    assert_eq!(found.revenue.actual_by_month[..4], [Some(0.0), Some(10.0), Some(10.0), None]);
    let mut engine = engine_of(Some(table()), None, year());
    edit(&mut engine, |scenario| scenario.starts = None);
    let found = progress(&mut engine);
    assert_eq!((found.is_planned, found.months.len(), found.stages[0].planned), (false, 12, None));
    assert_eq!((found.months[0].0, found.months[11].1), (day("2025-04-01"), day("2026-03-31")));
    assert_eq!(found.revenue.actual_by_month[11], Some(10.0));
    assert_eq!(progress(&mut engine_of(None, None, year())).stages[0].actual_by_month, vec![None; 12]);
}
