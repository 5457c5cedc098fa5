//! How sure a plan is, asked of the engine as the page does: call after call until the job is done.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

mod common;

use common::funnel::{ask, day, edit, engine_of, entries, lettered, workshop};
use fourfold::engine::{Certainty, CertaintyView, Engine, Query};
use fourfold::plan::Reach;
use fourfold::workspace::{CertaintyProblem, OrderSizes, Scenario, Sureness, TypedRate, Workspace};

fn ask_once(engine: &mut Engine) -> CertaintyView {
    ask!(engine, Query::FunnelCertainty { scenario: Some(0) }, FunnelCertainty)
}

/// All calls until it is done.
fn certainty(engine: &mut Engine) -> Certainty {
    for _ in 0..100 {
        let view = ask_once(engine);
        assert_eq!(view.problem, None);
        if let Some(result) = view.result {
            assert_eq!(view.done, view.draws);
            return result;
        }
        assert!(view.done < view.draws);
    }
    panic!("the job does not end");
}

/// METHODS 3, the whole funnel with data 10/20, 20/50, 30/100, 40/200, and nobody in stock.
fn counted() -> Engine {
    let mut plan = workshop();
    let scenario = &mut plan.scenarios[0];
    for (level, rate, cases) in [("B", 0.5, 20.0), ("C", 0.4, 50.0), ("D", 0.3, 100.0), ("E", 0.2, 200.0)] {
        let choice = scenario.levels.entry(level.to_owned()).or_default();
        *choice = fourfold::workspace::LevelChoice { rate: Some(TypedRate { rate, sure: Sureness::Cases(cases) }), ..Default::default() };
    }
    engine_of(None, None, plan)
}

fn needed(reach: Reach) -> f64 {
    reach.needed().unwrap()
}

#[test]
fn the_whole_funnel_with_its_uncertain_rates() {
    let mut engine = counted();
    let found = certainty(&mut engine);
    assert!((found.plain - 0.481).abs() < 3.0 * found.error, "4,167 E: {}", found.plain);
    let chance = |entries: f64| {
        let points = found.curve.windows(2).find(|pair| pair[0].0 <= entries && entries <= pair[1].0).unwrap();
        let part = (entries - points[0].0) / (points[1].0 - points[0].0);
        points[0].1 + part * (points[1].1 - points[0].1)
    };
    assert!((chance(6_000.0) - 0.813).abs() < 0.01 + 3.0 * found.error);
    assert!((chance(7_000.0) - 0.897).abs() < 0.01 + 3.0 * found.error);
    assert!(found.curve.len() >= 40 && found.curve.windows(2).all(|pair| pair[0].0 < pair[1].0 && pair[0].1 <= pair[1].1));
    assert!(needed(found.entries) > 4_167.0 && needed(found.entries) < 6_000.0);
    // METHODS 3: 50 A at 10/20 with its posterior.
    assert_eq!((found.required[1], found.stock), (Reach::Needed(124.0), 0.0));
    let mut at = |confidence: f64| {
        edit(&mut engine, |scenario| scenario.confidence = confidence);
        // What is drawn is the same: the answer comes with the first call.
        ask_once(&mut engine).result.unwrap()
    };
    assert_eq!([0.9, 0.95].map(|confidence| at(confidence).required[1]), [Reach::Needed(141.0), Reach::Needed(159.0)]);
    let all: Vec<Vec<f64>> = [0.5, 0.8, 0.99].map(|confidence| at(confidence).required.into_iter().map(needed).collect()).to_vec();
    let not_fewer = |pair: &[Vec<f64>]| pair[0].iter().zip(&pair[1]).all(|(less, more)| less <= more);
    assert!(all.windows(2).all(not_fewer), "more confidence never needs fewer");
}

#[test]
fn known_rates_leave_only_chance() {
    let mut plan = workshop();
    plan.scenarios[0].levels.values_mut().for_each(|choice| choice.stock = None);
    let found = certainty(&mut engine_of(None, None, plan));
    // METHODS 3: p = .5 known, 50 A at 80 %.
    assert_eq!(found.required[1], Reach::Needed(108.0));
    assert_eq!(found.required[0], Reach::Needed(50.0));
    assert!((found.plain - 0.5).abs() < 0.05);
}

#[test]
fn the_stock_brings_revenue_and_spares_entries() {
    let mut engine = engine_of(None, None, workshop());
    let found = certainty(&mut engine);
    // 22.6 sales of 200,000 are expected.
    assert!((found.revenue_mean / 4_520_000.0 - 1.0).abs() < 0.01);
    let [low, middle, high] = found.revenue;
    assert!(low < middle && middle < high && (middle / 200_000.0 - 22.6).abs() < 1.5);
    assert!(found.stock < 0.001);
    assert!(needed(found.extra[4]) < needed(found.entries) && needed(found.extra[4]) > 2_284.0);
    assert_eq!(found.by_month, None, "no closing day");
    let again = certainty(&mut engine_of(None, None, workshop()));
    assert_eq!(again, found, "the same seed draws the same");
    edit(&mut engine, |scenario| scenario.seed = 2);
    assert_eq!(ask_once(&mut engine).result, None, "another seed begins anew");
    assert_ne!(certainty(&mut engine).revenue_mean, found.revenue_mean);
}

#[test]
fn revenue_comes_month_by_month_until_the_period_closes() {
    let mut engine = engine_of(None, None, workshop());
    edit(&mut engine, |scenario| {
        (scenario.starts, scenario.closes) = (Some(day("2026-01-01")), Some(day("2026-12-31")));
        scenario.entries_per_month = Some(100.0);
    });
    let found = certainty(&mut engine);
    let by_month = found.by_month.unwrap();
    assert_eq!(by_month.months.len(), 12);
    assert!(by_month.months.windows(2).all(|pair| pair[0].until.p50 <= pair[1].until.p50));
    // Nearly all of the stock's sales and some of 1,200 entries' 14.4.
    let sales = by_month.months[11].until.mean / 200_000.0;
    assert!(sales > 22.0 && sales < 37.0, "{sales}");
    assert!(by_month.in_time.share < 0.1);
}

#[test]
fn past_orders_are_drawn_again() {
    let rows = [("1", "Won"), ("2", "Won"), ("3", "B"), ("4", "B"), ("5", "B"), ("6", "B"), ("7", "Lost")];
    let amounts = [10.0, 30.0, 0.0, 0.0, 0.0, 0.0, 0.0];
    let table = || entries(&rows, |place, entry| entry.amount = Some(amounts[place]));
    let known = |scenario: &mut Scenario| {
        scenario.target = Some(100.0);
        for code in ["B", "C", "D", "E"] {
            scenario.levels.entry(code.to_owned()).or_default().rate = Some(TypedRate { rate: 1.0, sure: Sureness::Known });
        }
    };
    let mut engine = engine_of(Some(table()), None, lettered());
    edit(&mut engine, known);
    let found = certainty(&mut engine);
    // Four certain sales of 10 or 30 each.
    assert_eq!(found.revenue, [60.0, 80.0, 100.0]);
    // Three or four large ones of four: 5 of 16.
    assert!((found.stock - 5.0 / 16.0).abs() < 4.0 * found.error);
    edit(&mut engine, |scenario| scenario.average_order = fourfold::workspace::AverageOrder::Typed(40.0));
    assert_eq!(certainty(&mut engine).revenue, [120.0, 160.0, 200.0], "past orders take the average in force");
    edit(&mut engine, |scenario| scenario.order_sizes = OrderSizes::Typed { low: 25.0, typical: 25.0, high: 25.0 });
    assert_eq!(certainty(&mut engine).revenue, [100.0; 3]);
}

#[test]
fn what_cannot_be_drawn_says_why() {
    let mut engine = Engine::new(Workspace::default());
    let problem = |engine: &mut Engine| ask_once(engine).problem;
    assert_eq!(problem(&mut engine), Some(CertaintyProblem::NoChain));
    let mut plan = workshop();
    plan.scenarios[0].levels.remove("D");
    assert_eq!(problem(&mut engine_of(None, None, plan)), Some(CertaintyProblem::RateUnknown { step: 2 }));
    let mut plan = workshop();
    plan.scenarios[0].target = None;
    assert_eq!(problem(&mut engine_of(None, None, plan)), Some(CertaintyProblem::NoTarget));
    let mut plan = workshop();
    plan.scenarios[0].levels.get_mut("C").unwrap().rate = Some(TypedRate { rate: 0.0, sure: Sureness::Known });
    let found = certainty(&mut engine_of(None, None, plan));
    assert_eq!((found.entries, found.plain, found.curve.len()), (Reach::CannotBeReached { step: 1 }, 0.0, 0));
}
