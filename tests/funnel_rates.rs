//! Advance rates from real files, against counts worked out elsewhere. The files may not be passed on (no clear licence), so these tests
//! need the data folder beside a development clone; without it they say so and compare nothing.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use std::collections::BTreeMap;

use chrono::DateTime;
use fourfold::plan::{Movement, OutcomeCounts, Position, RateSource, Standpoint, cohorts, snapshot_tallies};
use serde_json::Value;

const SHARED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data");
const DAY_MILLISECONDS: f64 = 86_400_000.0;

fn text(path: &str) -> Option<String> {
    let found = std::fs::read_to_string(format!("{SHARED}/{path}")).ok();
    if found.is_none() {
        eprintln!("{path} is not beside the clone: nothing was compared");
    }
    found
}

fn close(found: f64, wanted: f64, tolerance: f64, what: &str) {
    assert!((found - wanted).abs() <= tolerance, "{what}: found {found}, expected {wanted}");
}

/// The offers' stages from the sale outward.
const OFFER_STAGES: [&str; 5] = ["O_ACCEPTED", "O_SENT_BACK", "O_SENT", "O_CREATED", "O_SELECTED"];

/// 31,244 events of 5,015 cases, which go back and start again.
fn offers() -> Option<Vec<Movement>> {
    let file = text("pipeline/bpi2012_offers.csv")?;
    let mut reader = csv::Reader::from_reader(file.as_bytes());
    let movement = |record: csv::StringRecord| {
        let moment = DateTime::parse_from_rfc3339(&record[3]).unwrap().timestamp_millis();
        let to = match OFFER_STAGES.iter().position(|stage| *stage == &record[2]) {
            Some(0) => Position::Won,
            Some(stage) => Position::Stage(stage),
            None => Position::Lost,
        };
        Movement { case: record[0].parse().unwrap(), day: moment as f64 / DAY_MILLISECONDS, to }
    };
    Some(reader.records().map(|record| movement(record.unwrap())).collect())
}

#[test]
fn reached_counts_rates_and_times_of_the_offers() {
    let Some(movements) = offers() else { return };
    let wanted: Value = serde_json::from_str(&text("expected/bpi2012_offers.json").unwrap()).unwrap();
    assert_eq!(movements.len() as u64, wanted["events"].as_u64().unwrap());
    let last = movements.iter().map(|movement| movement.day).fold(f64::NEG_INFINITY, f64::max);
    let found = cohorts(&movements, OFFER_STAGES.len(), last).unwrap();
    for (place, path) in wanted["path"].as_array().unwrap().iter().skip(1).enumerate() {
        let step = OFFER_STAGES.len() - 2 - place;
        let rate = found.steps[step].reached_ratio().unwrap();
        let name = OFFER_STAGES[step];
        assert_eq!(path["stage"], name);
        assert_eq!(rate.tally.reached, path["cases_reaching"].as_u64().unwrap(), "{name}");
        close(rate.rate(), path["rate_from_previous"].as_f64().unwrap(), 5e-7, name);
        let times = &wanted["durations"][format!("{}->{name}", OFFER_STAGES[step + 1])];
        let dwell = found.steps[step].dwell().unwrap();
        assert_eq!(dwell.count() as u64, times["n"].as_u64().unwrap(), "{name}");
        // The file gives milliseconds, the reference hours to a millionth.
        close(dwell.median() * 24.0, times["median_hours"].as_f64().unwrap(), 1e-6, name);
        close(dwell.mean() * 24.0, times["mean_hours"].as_f64().unwrap(), 1e-6, name);
    }
    let by_last = |stage: &str| wanted["last_stage_of_case"][stage].as_u64().unwrap();
    let outcomes = OutcomeCounts {
        won: by_last("O_ACCEPTED"),
        lost: by_last("O_CANCELLED") + by_last("O_DECLINED"),
        dormant: 0,
        open: by_last("O_SENT") + by_last("O_SENT_BACK"),
    };
    assert_eq!(found.outcomes, outcomes);
}

/// Looked at after a month, many offers are open: the plain ratio reads low, the censored one comes nearer to what they came to.
#[test]
fn the_censored_rate_sees_through_recent_entrants() {
    let Some(movements) = offers() else { return };
    let first = movements.iter().map(|movement| movement.day).fold(f64::INFINITY, f64::min);
    let last = movements.iter().map(|movement| movement.day).fold(f64::NEG_INFINITY, f64::max);
    let accepted = |until: f64| {
        let found = cohorts(&movements, OFFER_STAGES.len(), until).unwrap();
        let step = &found.steps[1];
        (step.reached_ratio().unwrap(), step.censored_rate().unwrap())
    };
    let (in_the_end, _) = accepted(last);
    let (plain, censored) = accepted(first + 30.0);
    assert_eq!((plain.source, censored.source), (RateSource::HistoryReached, RateSource::HistoryCensored));
    assert_eq!(plain.tally, censored.tally);
    let miss = |rate: f64| (rate - in_the_end.rate()).abs();
    assert!(miss(censored.rate()) < miss(plain.rate()) / 2.0, "{} {} {}", plain.rate(), censored.rate(), in_the_end.rate());
}

#[test]
fn reached_or_passed_counts_of_the_sales_pipeline() {
    let Some(file) = text("pipeline/crm_sales_opportunities/sales_pipeline.csv") else { return };
    let mut reader = csv::Reader::from_reader(file.as_bytes());
    let positions = BTreeMap::from([
        ("Prospecting", Position::Stage(2)),
        ("Engaging", Position::Stage(1)),
        ("Won", Position::Won),
        ("Lost", Position::Lost),
    ]);
    let standpoint = |record: csv::StringRecord| Standpoint { position: positions[&record[4]], nearest: None };
    let entries: Vec<_> = reader.records().map(|record| standpoint(record.unwrap())).collect();
    let found = snapshot_tallies(&entries, 3, 1).unwrap();
    assert_eq!((found[1].entered, found[1].reached, found[0].entered, found[0].reached), (8_800, 8_300, 8_300, 4_238));
    assert_eq!(found[0].reached + found[0].ended, 6_711);
    close(found[1].reached_ratio(RateSource::Snapshot).unwrap().rate(), 0.943_182, 5e-7, "engaged of all");
    close(found[0].reached_ratio(RateSource::Snapshot).unwrap().rate(), 0.510_602, 5e-7, "won of engaged");
    close(found[0].decided_ratio(RateSource::Snapshot).unwrap().rate(), 0.631_501, 5e-7, "won of closed");
}
