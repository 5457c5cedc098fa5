//! The funnel as the page sees it: plans in, figures out, with the worked numbers of METHODS 3.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

mod common;

use common::funnel::{ask, edit, engine_of, entries, funnel, lettered, plan, workshop};
use fourfold::calendar::Day;
use fourfold::engine::{Engine, Query, StaffingProblem};
use fourfold::plan::{Allowed, Field, InputError, LeastKnown, Lever, Reach};
use fourfold::units::rounded_up;
use fourfold::workspace::{Action, Dimension, FunnelPlan, LevelChoice, Sureness, TypedRate, Workspace};

/// A typed rate as sure as cases, at a level.
fn counted(plan: &mut FunnelPlan, level: &str, rate: f64, cases: f64) {
    let choice = plan.scenarios[0].levels.entry(level.to_owned()).or_default();
    choice.rate = Some(TypedRate { rate, sure: Sureness::Cases(cases) });
}

#[test]
fn a_typed_workshop_says_what_helps() {
    let mut engine = Engine::new(Workspace::default());
    engine.apply(&Action::SetFunnel { plan: workshop() }).unwrap();
    let view = funnel(&mut engine);
    let required: Vec<f64> = view.chain.as_ref().unwrap().stages.iter().map(|stage| rounded_up(stage.required.needed().unwrap())).collect();
    assert_eq!(required, [50.0, 100.0, 250.0, 834.0, 4167.0]);
    let saved: Vec<String> = view.steps.iter().map(|step| format!("{:.1}", 100.0 * step.point_saves.unwrap())).collect();
    assert_eq!(saved, ["2.0", "2.4", "3.2", "4.8"]);
    // 3,788 of 4,167: all relative lifts tie.
    assert!((view.relative_lift.unwrap() - (1.0 - 1.0 / 1.1)).abs() < 1e-9);
    assert_eq!(view.least_known, Some(LeastKnown::AllKnown));
    assert!(view.steps.iter().all(|step| step.interval.is_none() && step.uncertainty.is_none()));
    let held = view.held.unwrap();
    assert!((held.expected_sales - 22.6).abs() < 1e-9);
    assert_eq!(rounded_up(held.extra_entries().needed().unwrap()), 2284.0);
}

#[test]
fn rates_as_sure_as_cases_have_intervals_and_parts() {
    let mut engine = Engine::new(Workspace::default());
    let mut plan = workshop();
    for (level, rate, cases) in [("B", 0.5, 20.0), ("C", 0.4, 50.0), ("D", 0.3, 100.0), ("E", 0.2, 200.0)] {
        counted(&mut plan, level, rate, cases);
    }
    engine.apply(&Action::SetFunnel { plan: plan.clone() }).unwrap();
    let parts: Vec<f64> = funnel(&mut engine).steps.iter().map(|step| step.uncertainty.unwrap()).collect();
    for (found, wanted) in parts.iter().zip([0.405, 0.243, 0.189, 0.162]) {
        assert!((found - wanted).abs() < 5e-4, "{found} {wanted}");
    }
    counted(&mut plan, "E", 0.1, 50.0);
    engine.apply(&Action::SetFunnel { plan: plan.clone() }).unwrap();
    let (low, high) = funnel(&mut engine).steps[3].interval.unwrap();
    assert!((low - 0.04348).abs() < 5e-6 && (high - 0.21360).abs() < 5e-6, "Wilson of 5/50: {low} {high}");
    counted(&mut plan, "E", 0.0, 5.0);
    engine.apply(&Action::SetFunnel { plan }).unwrap();
    let view = funnel(&mut engine);
    assert!((view.steps[3].interval.unwrap().1 - 0.43448).abs() < 5e-6, "Wilson of 0/5");
    assert_eq!(view.least_known, Some(LeastKnown::NobodyAdvanced { steps: vec![3] }));
}

#[test]
fn time_and_entries_are_levers_where_entries_still_come() {
    let mut engine = Engine::new(Workspace::default());
    let mut plan = workshop();
    let scenario = &mut plan.scenarios[0];
    scenario.starts = Day::from_iso("2026-01-01");
    scenario.closes = Day::from_iso("2026-12-31");
    // 10 a day for 365 days, less the 210 days the way takes: 1,550 come early enough, .012 of them to the sale.
    scenario.entries_per_month = Some(10.0 * 365.25 / 12.0);
    engine.apply(&Action::SetFunnel { plan }).unwrap();
    let levers = funnel(&mut engine).levers.unwrap();
    assert!((levers.revenue.unwrap() - 200_000.0 * (22.6 + 1550.0 * 0.012)).abs() < 1e-3);
    let gain = |lever: Lever| levers.effects.iter().find(|effect| effect.lever == lever).unwrap().revenue.unwrap();
    assert!((gain(Lever::Entries) - 200_000.0 * 155.0 * 0.012).abs() < 1e-3);
    // Six of 60 days at C: 60 entries more come early enough.
    assert!((gain(Lever::Dwell { level: 2 }) - 200_000.0 * 60.0 * 0.012).abs() < 1e-3);
    assert!((gain(Lever::Order) - levers.revenue.unwrap() * 0.1).abs() < 1e-3);
}

#[test]
fn what_is_typed_wrong_is_refused_and_what_is_missing_is_named() {
    let mut engine = Engine::new(Workspace::default());
    let refused = |edit: &dyn Fn(&mut fourfold::workspace::Scenario)| {
        let mut plan = workshop();
        edit(&mut plan.scenarios[0]);
        Engine::new(Workspace::default()).apply(&Action::SetFunnel { plan }).is_err()
    };
    assert!(refused(&|scenario| scenario.target = Some(-1.0)));
    assert!(refused(&|scenario| scenario.entries_per_month = Some(f64::NAN)));
    let rate = TypedRate { rate: 1.5, sure: Sureness::Known };
    assert!(refused(&|scenario| {
        scenario.levels.insert("B".to_owned(), LevelChoice { rate: Some(rate), ..LevelChoice::default() });
    }));
    let view = funnel(&mut engine);
    assert!(view.chain.is_err(), "no average order yet");
    assert_eq!((view.levers, view.relative_lift, view.least_known), (None, None, None));
    assert_eq!(plan(&engine).scenarios.len(), 1);
    let view = ask!(engine, Query::Funnel { scenario: Some(9) }, Funnel);
    assert_eq!(view.scenario, 0);
}

#[test]
fn a_plan_takes_its_people_tier_by_tier() {
    let mut engine = engine_of(None, None, workshop());
    let found = funnel(&mut engine).staffing.unwrap();
    let hours: Vec<f64> = found.all.tiers.iter().map(|tier| tier.workload_hours.round()).collect();
    assert_eq!((hours, found.all.tiers.map(|tier| tier.heads)), (vec![600.0, 1000.0, 3333.0], [2.0, 3.0, 10.0]));
    assert_eq!(found.tier_steps, [vec![0], vec![1], vec![2, 3]]);
    assert!((found.selling_hours - 404.8).abs() < 1e-9);
    assert!((found.all.tier_3_workload_share.unwrap() - 10_000.0 / 14_800.0).abs() < 1e-9 && found.rule_workload_share == 0.6);
    edit(&mut engine, |scenario| scenario.staffing.hours_per_attempt = [("B".to_owned(), 12.0)].into());
    let found = funnel(&mut engine).staffing.unwrap();
    assert_eq!(
        (found.all.tiers[0].workload_hours, found.hours_per_attempt[0], found.hours_per_attempt[1]),
        (1200.0, (12.0, true), (4.0, false))
    );
    edit(&mut engine, |scenario| scenario.staffing.weeks = 0.0);
    let wanted = InputError { field: Field::Weeks, found: Some(0.0), allowed: Allowed::Positive };
    assert_eq!(funnel(&mut engine).staffing, Err(StaffingProblem::Figures(vec![wanted])));
    edit(&mut engine, |scenario| scenario.levels.get_mut("C").unwrap().rate = None);
    assert_eq!(funnel(&mut engine).staffing, Err(StaffingProblem::Customers(Reach::RateUnknown { step: 1 })));
}

#[test]
fn every_region_counts_its_own_people() {
    let rows = [("1", "Won"), ("2", "Won"), ("3", "B"), ("4", "B")];
    let regions = ["North", "South", "North", ""];
    let table = entries(&rows, |place, entry| (entry.region, entry.amount) = (regions[place].to_owned(), Some(100.0)));
    let mut plan = workshop();
    plan.stages = lettered().stages;
    let found = funnel(&mut engine_of(Some(table), None, plan)).staffing.unwrap();
    let names: Vec<&str> = found.regions.iter().map(|region| region.name.as_str()).collect();
    assert_eq!(names, ["North", "South", ""]);
    // Halves of 600, 1,000 and 3,333 hours, with whole people each; who has won nothing has no part of the target.
    assert_eq!(found.regions[0].staffing.tiers.map(|tier| tier.heads), [1.0, 2.0, 5.0]);
    assert_eq!(found.regions[2].staffing.all.heads, 0.0);
    assert_eq!((found.in_regions.unwrap().all.heads, found.all.all.heads), (16.0, 15.0));
}

#[test]
fn shares_can_be_mended_where_the_split_does_not_hold() {
    let entries = entries(&[("1", "Won"), ("2", "Won"), ("3", "E")], |place, entry| {
        (["Ann", "Bo", "Cai"][place]).clone_into(&mut entry.owner);
        entry.amount = Some([30.0, 10.0, 0.0][place]);
    });
    let mut plan = FunnelPlan { stages: lettered().stages, ..workshop() };
    plan.scenarios[0].split = [(Dimension::Rep, [("Ann".to_owned(), 0.9), ("Bo".to_owned(), 0.2)].into())].into();
    let mut engine = engine_of(Some(entries), None, plan);
    let view = ask!(engine, Query::FunnelGroups { scenario: None, dimension: Dimension::Rep }, FunnelGroups);
    assert!(view.groups.is_empty() && !view.errors.is_empty());
    let typed: Vec<_> = view.shares.iter().map(|share| (share.name.as_str(), share.typed, share.share)).collect();
    assert_eq!(typed, [("Ann", Some(0.9), None), ("Bo", Some(0.2), None), ("Cai", None, None)]);
    edit(&mut engine, |scenario| assert!(scenario.split.get_mut(&Dimension::Rep).unwrap().remove("Ann").is_some()));
    let view = ask!(engine, Query::FunnelGroups { scenario: None, dimension: Dimension::Rep }, FunnelGroups);
    let shares: Vec<_> = view.shares.iter().map(|share| share.share.map(|share| (share * 1000.0).round())).collect();
    assert_eq!(shares, [Some(800.0), Some(200.0), Some(0.0)], "what is left goes by won value");
}
