//! Measures against figures worked out elsewhere: by hand, by plain Python (tests/fixtures/expected/northwind_measures.py).
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

mod common;

use common::{northwind, table, workspace};
use fourfold::calendar::Day;
use fourfold::classify::{Direction, ThresholdRule};
use fourfold::measure::{Activity, ActivityReader, NotRated, concentration, intermittence};
use fourfold::tables::{Purchase, PurchaseTable};
use fourfold::workspace::{Analysis, ContributionBasis, MonthsCounted, StabilityMeasure, Window, Workspace, analyse};
use serde_json::Value;

fn close(found: f64, wanted: f64, what: &str) {
    assert!((found - wanted).abs() <= 1e-9 * wanted.abs().max(1.0), "{what}: found {found}, expected {wanted}");
}

fn expected() -> Value {
    serde_json::from_str(include_str!("fixtures/expected/northwind_measures.json")).unwrap()
}

fn by_measure(workspace: &Workspace, stability: StabilityMeasure) -> Analysis {
    let mut workspace = workspace.clone();
    workspace.existing.stability = stability;
    analyse(&workspace)
}

#[test]
fn every_measure_of_every_northwind_customer() {
    let Some(table) = northwind() else { return };
    let wanted = expected();
    let workspace = workspace(table);
    let measures = [
        (StabilityMeasure::ActiveMonths, "active_months"),
        (StabilityMeasure::CvOrder, "cv_order"),
        (StabilityMeasure::Regularity, "regularity"),
    ];
    for (measure, code) in measures {
        let analysis = by_measure(&workspace, measure);
        for (key, wanted) in wanted["customers"].as_object().unwrap() {
            let number = analysis.customers.number(key).unwrap();
            close(analysis.measures.contribution_of(number), wanted["contribution"].as_f64().unwrap(), key);
            assert_eq!(u64::from(analysis.measures.orders_of(number)), wanted["orders"].as_u64().unwrap(), "{key}");
            match (analysis.measures.stability_of(number), wanted[code].as_f64()) {
                (Ok(found), Some(wanted)) => close(found, wanted, &format!("{key} {code}")),
                (found, wanted) => assert_eq!((found.ok(), found.err()), (wanted, Some(NotRated::TooFewOrders)), "{key} {code}"),
            }
        }
        let counts: Vec<u64> = analysis.rating.totals.iter().map(|totals| u64::from(totals.customers)).collect();
        assert_eq!(Value::from(counts), wanted["counts"][code], "{code}");
    }
}

#[test]
fn every_threshold_rule_on_northwind() {
    let Some(table) = northwind() else { return };
    let wanted = expected();
    let workspace = workspace(table);
    let rules = [
        (ThresholdRule::Median, "median"),
        (ThresholdRule::Mean, "mean"),
        (ThresholdRule::Jenks, "jenks"),
        (ThresholdRule::Quantile(0.7), "quantile_0.7"),
    ];
    for (measure, code) in [(StabilityMeasure::ActiveMonths, "active_months"), (StabilityMeasure::CvOrder, "cv_order")] {
        let analysis = by_measure(&workspace, measure);
        let values: Vec<f64> = analysis.measures.rated().map(|(.., value)| value).collect();
        let direction = if measure == StabilityMeasure::ActiveMonths { Direction::HighIsGood } else { Direction::LowIsGood };
        for (rule, name) in rules {
            close(rule.threshold(&values, direction).unwrap().cut, wanted["cuts"][code][name].as_f64().unwrap(), name);
        }
    }
    let contributions: Vec<f64> = analyse(&workspace).measures.rated().map(|(_, contribution, _)| contribution).collect();
    for (rule, name) in rules.into_iter().chain([(ThresholdRule::Pareto, "pareto")]) {
        let cut = rule.threshold(&contributions, Direction::HighIsGood).unwrap().cut;
        close(cut, wanted["contribution_cuts"][name].as_f64().unwrap(), name);
    }
    let found = concentration(&contributions).unwrap();
    close(found.gini, wanted["gini"].as_f64().unwrap(), "gini");
    close(found.hhi, wanted["hhi"].as_f64().unwrap(), "hhi");
}

#[test]
fn per_period_contribution_and_intermittence_of_northwind() {
    let Some(table) = northwind() else { return };
    let wanted = expected();
    let mut workspace = workspace(table);
    workspace.existing.contribution = ContributionBasis::PerPeriod;
    let analysis = analyse(&workspace);
    let options = workspace.existing.measure_options();
    let table = workspace.data.purchases.as_deref().unwrap();
    let mut reader = ActivityReader::new(table, None, &analysis.customers, &options, StabilityMeasure::CvMonth.grain());
    let mut activity = Activity::default();
    for (key, wanted) in wanted["customers"].as_object().unwrap() {
        let number = analysis.customers.number(key).unwrap();
        close(analysis.measures.contribution_of(number), wanted["per_period"].as_f64().unwrap(), key);
        reader.read(number, &mut activity);
        let found = intermittence(&activity.periods);
        close(found.adi.unwrap(), wanted["adi"].as_f64().unwrap(), key);
        match (found.cv2, wanted["cv2"].as_f64()) {
            (Some(found), Some(wanted)) => close(found, wanted, key),
            (found, wanted) => assert_eq!(found, wanted, "{key}"),
        }
    }
}

/// Twelve months, one purchase in each on the 15th, the first and last day covered by another customer.
fn year() -> Vec<(&'static str, &'static str, f64)> {
    let days = [
        "2020-01-15",
        "2020-02-15",
        "2020-03-15",
        "2020-04-15",
        "2020-05-15",
        "2020-06-15",
        "2020-07-15",
        "2020-08-15",
        "2020-09-15",
        "2020-10-15",
        "2020-11-15",
        "2020-12-15",
    ];
    let totals = [10.0, 12.0, 9.0, 11.0, 10.0, 14.0, 8.0, 10.0, 11.0, 9.0, 12.0, 10.0];
    let mut rows = vec![("other", "2020-01-01", 1.0), ("other", "2020-12-31", 1.0)];
    rows.extend(days.into_iter().zip(totals).map(|(day, total)| ("steady", day, total)));
    rows
}

fn stability_of(workspace: &Workspace, key: &str) -> Result<f64, NotRated> {
    let analysis = analyse(workspace);
    analysis.measures.stability_of(analysis.customers.number(key).unwrap())
}

/// METHODS 1: monthly totals 10,12,9,11,10,14,8,10,11,9,12,10 → .154637 (scipy `variation(ddof=1)`).
#[test]
fn the_cv_of_the_methods_through_rows() {
    let cv = stability_of(&workspace(table(&year())), "steady").unwrap();
    assert!((cv - 0.154_637).abs() < 5e-7, "{cv}");
}

#[test]
fn months_before_the_first_purchase_count_only_for_the_whole_window() {
    let rows: Vec<_> = year().into_iter().filter(|(customer, day, _)| *customer == "other" || *day > "2020-06-30").collect();
    let mut workspace = workspace(table(&rows));
    // 8,10,11,9,12,10: mean 10, sample deviation √2.
    assert!((stability_of(&workspace, "steady").unwrap() - 2.0_f64.sqrt() / 10.0).abs() < 1e-12);
    workspace.existing.months_counted = MonthsCounted::WholeWindow;
    // With six zeros: mean 5, squares 610 − 12·25 = 310, deviation √(310/11).
    assert!((stability_of(&workspace, "steady").unwrap() - (310.0_f64 / 11.0).sqrt() / 5.0).abs() < 1e-12);
}

#[test]
fn the_first_purchase_is_looked_for_in_all_the_data() {
    let mut rows = year();
    // A return is a first row too.
    rows.push(("late", "2020-01-20", -5.0));
    rows.extend([("late", "2020-09-15", 40.0), ("late", "2020-10-15", 40.0)]);
    let mut workspace = workspace(table(&rows));
    workspace.existing.window = Window { from: Day::from_iso("2020-07-01"), to: Day::from_iso("2020-12-31") };
    // Six months counted though the first in the window with a purchase is September: totals 0,0,40,40,0,0.
    let analysis = analyse(&workspace);
    let number = analysis.customers.number("late").unwrap();
    assert_eq!(analysis.measures.contribution_of(number), 80.0);
    let mean = 80.0 / 6.0;
    let deviation = ((2.0 * 1600.0 - 6.0 * mean * mean) / 5.0_f64).sqrt();
    close(analysis.measures.stability_of(number).unwrap(), deviation / mean, "late");
    // And a filter does not hide it either.
    workspace.existing.gross = true;
    close(stability_of(&workspace, "late").unwrap(), deviation / mean, "gross");
}

#[test]
fn incomplete_periods_stay_in_the_contribution() {
    let mut rows = year();
    rows.push(("steady", "2021-01-10", 1_000.0));
    let mut workspace = workspace(table(&rows));
    let analysis = analyse(&workspace);
    let number = analysis.customers.number("steady").unwrap();
    assert_eq!(analysis.measures.contribution_of(number), 1_126.0);
    assert!((analysis.measures.stability_of(number).unwrap() - 0.154_637).abs() < 5e-7);
    assert_eq!(analysis.measures.periods.unwrap().incomplete, [2021 * 12]);
    workspace.existing.leave_out_incomplete = false;
    assert!(stability_of(&workspace, "steady").unwrap() > 2.0);
}

#[test]
fn who_did_nothing_in_the_window_is_listed_with_the_reason() {
    let mut workspace = workspace(table(&year()));
    workspace.existing.window = Window { from: Day::from_iso("2020-02-01"), to: Day::from_iso("2020-11-30") };
    assert_eq!(stability_of(&workspace, "other"), Err(NotRated::NotInWindow));
    // A window beside the data: all of them, and nobody is lost.
    workspace.existing.window = Window { from: Day::from_iso("2030-02-01"), to: None };
    let analysis = analyse(&workspace);
    assert_eq!(analysis.rating.not_rated.get(&NotRated::NotInWindow), Some(&2));
    assert_eq!(analysis.rating.totals[4].customers, 2);
}

#[test]
fn margin_takes_the_costs_off_in_both_measures() {
    let mut table = PurchaseTable::default();
    for (month, (amount, cost)) in (1..).zip([(100.0, 40.0), (100.0, 60.0), (100.0, 40.0), (100.0, 60.0)]) {
        let day = |day| Day::from_ymd(2020, month, day).unwrap().0;
        let purchase = Purchase { customer: "c".to_owned(), amount, cost: Some(cost), ..Purchase::default() };
        table.push(&Purchase { day: day(1), ..purchase.clone() });
        table.push(&Purchase { day: day(29), amount: 0.0, cost: None, ..purchase });
    }
    let mut workspace = workspace(table);
    assert_eq!(stability_of(&workspace, "c"), Ok(0.0));
    workspace.existing.contribution = ContributionBasis::Margin;
    let analysis = analyse(&workspace);
    let number = analysis.customers.number("c").unwrap();
    // 60, 40, 60, 40: mean 50, sample deviation √(400/3).
    assert_eq!(analysis.measures.contribution_of(number), 200.0);
    close(analysis.measures.stability_of(number).unwrap(), (400.0_f64 / 3.0).sqrt() / 50.0, "margin");
    assert_eq!(analysis.measures.rows_without_cost, 4);
}

#[test]
fn orders_of_several_lines_count_once_and_rows_without_an_order_count_each() {
    let mut table = PurchaseTable::default();
    let lines = [("o1", 10.0), ("o2", 30.0), ("o1", 10.0), ("", 25.0), ("", 25.0), ("o2", -5.0)];
    for (row, (order, amount)) in (0_i32..).zip(lines) {
        let purchase = Purchase { customer: "c".to_owned(), day: 18_262 + row, order: order.to_owned(), amount, ..Purchase::default() };
        table.push(&purchase);
        // The same order number with another customer is another order.
        table.push(&Purchase { customer: "d".to_owned(), ..purchase });
    }
    let mut workspace = workspace(table);
    workspace.existing.stability = StabilityMeasure::CvOrder;
    let analysis = analyse(&workspace);
    // 20, 25, 25, 25: mean 23.75, sample deviation 2.5.
    for key in ["c", "d"] {
        let number = analysis.customers.number(key).unwrap();
        assert_eq!(analysis.measures.orders_of(number), 4);
        close(analysis.measures.stability_of(number).unwrap(), 2.5 / 23.75, key);
    }
}

#[test]
fn gross_ignores_negative_amounts() {
    let mut rows = year();
    rows.push(("steady", "2020-03-20", -9.0));
    let mut workspace = workspace(table(&rows));
    let contribution = |workspace: &Workspace| {
        let analysis = analyse(workspace);
        analysis.measures.contribution_of(analysis.customers.number("steady").unwrap())
    };
    assert_eq!(contribution(&workspace), 117.0);
    workspace.existing.gross = true;
    assert_eq!(contribution(&workspace), 126.0);
}
