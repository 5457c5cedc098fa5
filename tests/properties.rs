//! What holds for any purchases and any settings.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

mod common;

use common::workspace;
use fourfold::classify::Side;
use fourfold::engine::Engine;
use fourfold::tables::{Purchase, PurchaseTable};
use fourfold::workspace::{
    Action, Analysis, ContributionBasis, ExistingSettings, MonthsCounted, StabilityMeasure, ThresholdRule, Window, Workspace, analyse,
};
use fourfold::{calendar::Day, classify::Class};
use proptest::prelude::*;

const FIRST_DAY: i32 = 18_262;

fn purchase() -> impl Strategy<Value = Purchase> {
    // Cents, so that sums have something to round; few customers, so that they have a history.
    (0..12_u8, 0..800_i32, -20_000..60_000_i32, 0..4_u8, 0..3_u8).prop_map(|(customer, day, cents, order, region)| Purchase {
        customer: format!("C{customer}"),
        day: FIRST_DAY + day,
        amount: f64::from(cents) / 100.0,
        order: if order == 0 { String::new() } else { format!("{order}-{}", day / 3) },
        region: if region == 0 { String::new() } else { format!("R{region}") },
        ..Purchase::default()
    })
}

fn rule() -> impl Strategy<Value = ThresholdRule> {
    prop_oneof![
        Just(ThresholdRule::Median),
        Just(ThresholdRule::Mean),
        Just(ThresholdRule::Jenks),
        (0.0..=1.0).prop_map(ThresholdRule::Quantile),
        (-1.0..5.0).prop_map(ThresholdRule::Manual),
    ]
}

fn settings() -> impl Strategy<Value = ExistingSettings> {
    let contribution = prop_oneof![Just(ContributionBasis::Total), Just(ContributionBasis::PerPeriod)];
    let stability = prop::sample::select(StabilityMeasure::ALL.to_vec());
    let months = prop_oneof![Just(MonthsCounted::SinceFirst), Just(MonthsCounted::WholeWindow)];
    let window = (prop::option::of(0..400_i32), prop::option::of(400..900_i32));
    (contribution, any::<bool>(), stability, months, any::<bool>(), window, any::<bool>(), rule(), rule()).prop_map(
        |(contribution, gross, stability, months_counted, leave_out_incomplete, (from, to), filtered, high, stable)| {
            let mut settings = ExistingSettings {
                contribution,
                gross,
                stability,
                months_counted,
                leave_out_incomplete,
                window: Window { from: from.map(|day| Day(FIRST_DAY + day)), to: to.map(|day| Day(FIRST_DAY + day)) },
                contribution_threshold: high,
                stability_threshold: stable,
                ..ExistingSettings::default()
            };
            if filtered {
                settings.filters.region = ["R1".to_owned(), String::new()].into();
            }
            settings
        },
    )
}

fn purchases(rows: &[Purchase]) -> PurchaseTable {
    let mut table = PurchaseTable::default();
    rows.iter().for_each(|row| table.push(row));
    table
}

fn analysed(rows: &[Purchase], settings: &ExistingSettings) -> Analysis {
    analyse(&Workspace { existing: settings.clone(), ..workspace(purchases(rows)) })
}

fn class_by_key(analysis: &Analysis) -> Vec<(String, Class)> {
    let mut classes: Vec<_> = analysis
        .measures
        .customers
        .iter()
        .map(|&number| (analysis.customers.key(number).to_owned(), analysis.rating.class(number)))
        .collect();
    classes.sort();
    classes
}

proptest! {
    /// Every customer is in exactly one class or not rated with a reason; counts and money add up to the whole.
    #[test]
    fn nobody_is_lost(rows in prop::collection::vec(purchase(), 0..200), settings in settings()) {
        let analysis = analysed(&rows, &settings);
        let (measures, rating) = (&analysis.measures, &analysis.rating);
        let counts: u32 = rating.totals.iter().map(|totals| totals.customers).sum();
        prop_assert_eq!(counts as usize, measures.customers.len());
        let reasons: u32 = rating.not_rated.values().sum();
        prop_assert_eq!(reasons, rating.totals[4].customers);
        let amount: f64 = rating.totals.iter().map(|totals| totals.amount).sum();
        prop_assert!((amount - measures.total).abs() <= 1e-6);
        for &number in &measures.customers {
            if rating.cuts.is_some() {
                prop_assert_eq!(rating.class(number).is_some(), measures.stability_of(number).is_ok());
            }
            if let Some(score) = measures.score_of(number) {
                prop_assert!((0.0..=1.0).contains(&score));
            }
        }
        if settings.contribution == ContributionBasis::Total && settings.filters.region.is_empty() && settings.window == Window::default() && !settings.gross {
            let whole: f64 = rows.iter().map(|row| row.amount).sum();
            prop_assert!((whole - measures.total).abs() <= 1e-6);
        }
    }

    /// The order of the rows, and so of the customers, decides nothing.
    #[test]
    fn row_order_does_not_matter((rows, shuffled) in prop::collection::vec(purchase(), 1..150).prop_flat_map(|rows| {
        (Just(rows.clone()), Just(rows).prop_shuffle())
    }), settings in settings()) {
        prop_assert_eq!(class_by_key(&analysed(&rows, &settings)), class_by_key(&analysed(&shuffled, &settings)));
    }

    /// Typed cuts held fixed, buying more in a month that was bought in anyway never lowers the contribution's side.
    #[test]
    fn more_contribution_never_lowers_the_class(rows in prop::collection::vec(purchase(), 1..150), more in 0.01..1_000.0, cut in -100.0..2_000.0) {
        let settings = ExistingSettings {
            contribution_threshold: ThresholdRule::Manual(cut),
            stability_threshold: ThresholdRule::Manual(1.0),
            ..ExistingSettings::default()
        };
        let before = analysed(&rows, &settings);
        let mut raised = rows.clone();
        raised[0].amount += more;
        let after = analysed(&raised, &settings);
        let number = before.customers.number(&rows[0].customer).unwrap();
        prop_assert!(after.measures.contribution_of(number) >= before.measures.contribution_of(number));
        if let (Some(before), Some(after)) = (before.rating.class(number), after.rating.class(number)) {
            prop_assert!(after.index() / 2 <= before.index() / 2, "{:?} became {:?}", before, after);
        }
    }

    #[test]
    fn gross_is_at_least_net(rows in prop::collection::vec(purchase(), 0..150), settings in settings()) {
        let net = analysed(&rows, &ExistingSettings { gross: false, ..settings.clone() });
        let gross = analysed(&rows, &ExistingSettings { gross: true, ..settings });
        for &number in &net.measures.customers {
            prop_assert!(gross.measures.contribution_of(number) >= net.measures.contribution_of(number) - 1e-9);
        }
    }

    /// Cached measures and ratings answer as fresh ones do, whatever was asked and changed before.
    #[test]
    fn what_is_kept_is_what_would_be_computed(
        rows in prop::collection::vec(purchase(), 1..100),
        changes in prop::collection::vec((settings(), any::<bool>()), 1..6),
    ) {
        let mut engine = Engine::new(workspace(purchases(&rows)));
        for (settings, undone) in changes {
            engine.apply(&Action::SetExisting { settings }).unwrap();
            if undone && engine.undo().is_ok() {
                engine.redo().unwrap();
                let _ = engine.undo();
            }
            let trial = fourfold::engine::TrialCuts { vertical: Some(100.0), horizontal: None };
            for trial in [trial, fourfold::engine::TrialCuts::default()] {
                for query in [fourfold::engine::Query::Quadrant { side: Side::Existing, trial }, fourfold::engine::Query::Points { side: Side::Existing, trial }] {
                    let mut fresh = Engine::new(engine.workspace().clone());
                    let kept = engine.query(&query).unwrap();
                    prop_assert_eq!(without_revision(kept), without_revision(fresh.query(&query).unwrap()));
                }
            }
        }
    }

    /// Any sequence of changes, undone wholly and made again, meets the same workspaces.
    #[test]
    fn undo_and_redo_are_inverse(rows in prop::collection::vec(purchase(), 1..40), changes in prop::collection::vec(settings(), 1..8)) {
        let mut engine = Engine::new(workspace(purchases(&rows)));
        let mut states = vec![engine.workspace().clone()];
        for settings in changes {
            engine.apply(&Action::SetExisting { settings }).unwrap();
            if engine.workspace() != &states[states.len() - 1] {
                states.push(engine.workspace().clone());
            }
        }
        for state in states.iter().rev().skip(1) {
            engine.undo().unwrap();
            prop_assert_eq!(engine.workspace(), state);
        }
        for state in &states[1..] {
            engine.redo().unwrap();
            prop_assert_eq!(engine.workspace(), state);
        }
    }
}

fn without_revision(view: fourfold::engine::View) -> fourfold::engine::View {
    use fourfold::engine::View;
    match view {
        View::Quadrant(view) => View::Quadrant(fourfold::engine::QuadrantView { revision: 0, ..view }),
        View::Points(view) => View::Points(fourfold::engine::PointsView { revision: 0, ..view }),
        other => other,
    }
}
