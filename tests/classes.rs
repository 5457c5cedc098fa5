//! Classes against METHODS 1 and against an independent implementation's results on real data.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

mod common;

use common::{chinook, northwind, online_retail, table, workspace};
use fourfold::calendar::Grain;
use fourfold::classify::{Class, Side};
use fourfold::measure::NotRated;
use fourfold::tables::PurchaseTable;
use fourfold::workspace::{Analysis, MonthsCounted, StabilityMeasure, ThresholdRule, analyse};
use serde_json::Value;

const CLASSES: [&str; 5] = ["EI", "EII", "EIII", "EIV", "not_rated"];

fn expected(set: &str) -> Value {
    let text = include_str!("fixtures/expected/fourfold_classes.json");
    serde_json::from_str::<Value>(text).unwrap()[set].clone()
}

fn code(class: Class) -> &'static str {
    class.map_or("not_rated", |class| class.code(Side::Existing))
}

/// Compares within the rounding of the fixture: cents for money, nine decimals for CVs.
fn close(found: f64, wanted: &Value, tolerance: f64, what: &str) {
    let wanted = wanted.as_f64().unwrap();
    assert!((found - wanted).abs() <= tolerance, "{what}: found {found}, expected {wanted}");
}

fn check_variant(analysis: &Analysis, wanted: &Value, what: &str) {
    let rating = &analysis.rating;
    assert_eq!(analysis.measures.customers.len() as u64, wanted["customers"].as_u64().unwrap(), "{what}");
    close(analysis.measures.total, &wanted["total"], 0.006, what);
    let periods = analysis.measures.periods.as_ref().unwrap();
    let (first, last) = periods.counted.unwrap();
    let found = (periods.grain.code(first), periods.grain.code(last), u64::from(periods.counted_periods()));
    let wanted_periods = &wanted["periods"];
    let text = |place: usize| wanted_periods[place].as_str().unwrap().to_owned();
    assert_eq!(found, (text(0), text(1), wanted_periods[2].as_u64().unwrap()), "{what}");
    match rating.cuts {
        Some(cuts) => {
            close(cuts.vertical, &wanted["contribution_threshold"], 0.006, what);
            close(cuts.horizontal, &wanted["cv_threshold"], 1e-9, what);
        }
        None => assert!(wanted["contribution_threshold"].is_null() && wanted["cv_threshold"].is_null(), "{what}"),
    }
    for (totals, class) in rating.totals.iter().zip(CLASSES) {
        assert_eq!(u64::from(totals.customers), wanted["counts"][class].as_u64().unwrap(), "{what} {class}");
        close(totals.amount, &wanted["amounts"][class], 0.006, what);
    }
    let why = wanted["not_rated_why"].as_object().unwrap();
    for reason in NotRated::ALL {
        let found = rating.not_rated.get(&reason).copied().unwrap_or(0);
        assert_eq!(u64::from(found), why.get(reason.code()).map_or(0, |count| count.as_u64().unwrap()), "{what} {}", reason.code());
    }
}

fn check_customers(analysis: &Analysis, wanted: &Value) {
    for (key, wanted) in wanted.as_object().unwrap() {
        let number = analysis.customers.number(key).unwrap();
        close(analysis.measures.contribution_of(number), &wanted["contribution"], 0.006, key);
        match analysis.measures.stability_of(number) {
            Ok(cv) => close(cv, &wanted["cv"], 1e-9, key),
            Err(reason) => assert_eq!(reason.code(), wanted["why"].as_str().unwrap(), "{key}"),
        }
        assert_eq!(code(analysis.rating.class(number)), wanted["class"].as_str().unwrap(), "{key}");
    }
}

fn check_set(purchases: Option<PurchaseTable>, set: &str) {
    let Some(purchases) = purchases else { return };
    let wanted = expected(set);
    let mut workspace = workspace(purchases);
    for (months, months_code) in [(MonthsCounted::SinceFirst, "since_first"), (MonthsCounted::WholeWindow, "whole_window")] {
        for (measure, grain) in [(StabilityMeasure::CvMonth, Grain::Month), (StabilityMeasure::CvQuarter, Grain::Quarter)] {
            workspace.existing.months_counted = months;
            workspace.existing.stability = measure;
            let variant = format!("{months_code}/{}", if grain == Grain::Month { "month" } else { "quarter" });
            let analysis = analyse(&workspace);
            check_variant(&analysis, &wanted[&variant], &format!("{set} {variant}"));
            if variant == "since_first/month" {
                check_customers(&analysis, &wanted["sample_customers"]);
            }
        }
    }
}

#[test]
fn online_retail_is_classified_as_by_the_reference() {
    check_set(online_retail(), "online_retail_invoices");
}

#[test]
fn northwind_is_classified_as_by_the_reference() {
    check_set(northwind(), "northwind_order_lines");
}

#[test]
fn chinook_is_classified_as_by_the_reference() {
    check_set(chinook(), "chinook_invoices");
}

/// METHODS 1: six customers by quarter, whole window, median contribution, typed CV cut.
#[test]
fn the_six_customers_of_the_methods() {
    let totals = [
        ("C1", [100.0, 110.0, 95.0, 105.0]),
        ("C2", [300.0, 0.0, 20.0, 90.0]),
        ("C3", [20.0, 22.0, 19.0, 21.0]),
        ("C4", [0.0, 40.0, 0.0, 5.0]),
        ("C5", [60.0, 62.0, 58.0, 61.0]),
        ("C6", [15.0, 0.0, 30.0, 0.0]),
    ];
    let days = ["2020-01-02", "2020-05-15", "2020-08-15", "2020-12-30"];
    let rows: Vec<_> =
        totals.iter().flat_map(|(customer, totals)| days.iter().zip(totals).map(move |(day, total)| (*customer, *day, *total))).collect();
    let mut workspace = workspace(table(&rows));
    workspace.existing.stability = StabilityMeasure::CvQuarter;
    workspace.existing.months_counted = MonthsCounted::WholeWindow;
    workspace.existing.stability_threshold = ThresholdRule::Manual(0.5);
    let analysis = analyse(&workspace);
    assert_eq!(analysis.rating.cuts.unwrap().vertical, 161.5);
    let classes = totals.map(|(key, _)| code(analysis.rating.class(analysis.customers.number(key).unwrap())));
    assert_eq!(classes, ["EI", "EII", "EIII", "EIV", "EI", "EIV"]);
}
