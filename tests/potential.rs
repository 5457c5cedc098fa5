//! Potential customers: expected contribution × intent (METHODS 2), by the same engine as the existing ones.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

mod common;

use std::collections::BTreeMap;

use common::{table, workspace};
use fourfold::calendar::Day;
use fourfold::classify::{Class, Quadrant, ScorecardFault, Side};
use fourfold::effort::WorkClass;
use fourfold::engine::protocol::EngineError;
use fourfold::engine::{
    CardView, ClassListWording, EffortQuery, Engine, ListQuery, Move, NotRated, PointsView, QuadrantView, Query, SheetView, SortKey,
    TrialCuts, View, class_list,
};
use fourfold::playbook::PlannedAction;
use fourfold::report::csv_bytes;
use fourfold::tables::{FunnelEntries, FunnelEntry, Standing};
use fourfold::workspace::{
    Action, CellFault, CellValue, Change, ExpectedFrom, IntentFrom, Note, Override, PlacementAction, PlacementFault, PlaybookAction,
    PotentialSettings, ProspectAction, ProspectEdit, ProspectFault, ProspectField, ThresholdRule, Workspace,
};
use proptest::prelude::*;

macro_rules! ask {
    ($engine:expr, $query:expr, $kind:ident) => {
        match $engine.query(&$query).unwrap() {
            View::$kind(view) => view,
            other => panic!("{other:?}"),
        }
    };
}

fn overview(engine: &mut Engine, trial: TrialCuts) -> QuadrantView {
    ask!(engine, Query::Quadrant { side: Side::Potential, trial }, Quadrant)
}

fn points(engine: &mut Engine) -> PointsView {
    ask!(engine, Query::Points { side: Side::Potential, trial: TrialCuts::default() }, Points)
}

fn sheet(engine: &mut Engine) -> SheetView {
    ask!(engine, Query::Sheet { first: 0, count: 1_000 }, Sheet)
}

fn card(engine: &mut Engine, customer: u32) -> CardView {
    ask!(engine, Query::Card { side: Side::Potential, customer }, Card).unwrap()
}

fn prospects(action: ProspectAction) -> Action {
    Action::Prospects(action)
}

fn number(field: ProspectField, value: f64) -> (ProspectField, CellValue) {
    (field, CellValue::Number(Some(value)))
}

fn text(field: ProspectField, value: &str) -> (ProspectField, CellValue) {
    (field, CellValue::Text(value.to_owned()))
}

fn rating(code: &str, value: f64) -> (ProspectField, CellValue) {
    number(ProspectField::Rating(code.to_owned()), value)
}

fn new_row(cells: Vec<(ProspectField, CellValue)>) -> ProspectEdit {
    ProspectEdit { id: None, cells }
}

fn given(settings: PotentialSettings) -> PotentialSettings {
    PotentialSettings { expected_from: ExpectedFrom::Column, intent_from: IntentFrom::Column, ..settings }
}

/// Name, expected contribution, intent.
fn typed(rows: &[(&str, Option<f64>, Option<f64>)]) -> Engine {
    let mut engine = Engine::new(Workspace { potential: given(PotentialSettings::default()), ..Workspace::default() });
    let edit = |&(name, expected, intent): &(&str, Option<f64>, Option<f64>)| {
        let cells = vec![
            text(ProspectField::Name, name),
            (ProspectField::Expected, CellValue::Number(expected)),
            (ProspectField::Intent, CellValue::Number(intent)),
        ];
        new_row(cells)
    };
    engine.apply(&prospects(ProspectAction::Edit { rows: rows.iter().map(edit).collect() })).unwrap();
    engine
}

const FOUR: [(&str, Option<f64>, Option<f64>); 6] = [
    ("Harbour", Some(900.0), Some(0.9)),
    ("Larkfield", Some(800.0), Some(0.1)),
    ("Pinewood", Some(100.0), Some(0.8)),
    ("Quarry", Some(200.0), Some(0.2)),
    ("Rivers", None, Some(0.7)),
    ("Sundown", Some(500.0), None),
];

#[test]
fn two_figures_make_four_classes_and_the_rest_says_why_not() {
    let mut engine = typed(&FOUR);
    let view = overview(&mut engine, TrialCuts::default());
    // Rated are 900, 800, 100, 200 with median 500, and .9, .1, .8, .2 with median .5.
    let cuts = view.cuts.unwrap();
    assert_eq!((cuts.vertical, cuts.horizontal), (500.0, 0.5));
    assert_eq!(view.classes.map(|class| class.customers), [1, 1, 1, 1, 2]);
    assert_eq!(view.not_rated, [(NotRated::NoExpectedContribution, 1), (NotRated::NoIntent, 1)]);
    // 900 of the 2,500 that are known.
    assert_eq!((view.total, view.with_amount, view.classes[0].share), (2_500.0, 5, Some(0.36)));
    let points = points(&mut engine);
    assert_eq!(
        (points.names.as_slice(), points.class.as_slice()),
        (&["Harbour", "Larkfield", "Pinewood", "Quarry"].map(str::to_owned)[..], &[0, 1, 2, 3][..])
    );
}

#[test]
fn ties_are_high_on_both_axes() {
    let mut engine = typed(&FOUR);
    let potential = PotentialSettings {
        expected_threshold: ThresholdRule::Manual(800.0),
        intent_threshold: ThresholdRule::Manual(0.8),
        ..given(PotentialSettings::default())
    };
    engine.apply(&prospects(ProspectAction::Set { settings: potential })).unwrap();
    assert_eq!(points(&mut engine).class, [0, 1, 2, 3]);
}

#[test]
fn a_score_takes_what_is_rated_and_says_how_complete_it_is() {
    let mut engine = Engine::new(Workspace::default());
    let mut settings = PotentialSettings::default();
    // Weights 4, 1, 1, 2, 1, 1: a sum of 10.
    for (criterion, weight) in settings.expected_card.criteria.iter_mut().zip([4.0, 1.0, 1.0, 2.0, 1.0, 1.0]) {
        criterion.weight = weight;
    }
    engine.apply(&prospects(ProspectAction::Set { settings })).unwrap();
    let cells = vec![
        text(ProspectField::Name, "Harbour"),
        rating("size", 5.0),
        rating("network", 2.0),
        rating("purchasing-power", 3.0),
        rating("need", 4.0),
    ];
    engine.apply(&prospects(ProspectAction::Edit { rows: vec![new_row(cells)] })).unwrap();
    let card = card(&mut engine, 0);
    let prospect = card.prospect.unwrap();
    // (4·5 + 1·2 + 2·3) / (4 + 1 + 2) = 28 / 7 = 4; rated are 7 of 10.
    assert_eq!((prospect.expected.weighted, prospect.expected.weight, prospect.expected.value), (28.0, 7.0, Some(4.0)));
    assert_eq!(prospect.expected.completeness.value(), 0.7);
    // One of five intent criteria: 4 / 1 = 4, 20 % complete; over both cards (.7 + .2) / 2.
    assert_eq!((prospect.intent.value, prospect.intent.completeness.value()), (Some(4.0), 0.2));
    assert!((prospect.completeness.unwrap() - 0.45).abs() < 1e-12);
    assert_eq!((card.vertical, card.horizontal, card.score), (Some(4.0), Some(4.0), Some(0.8)));
    // No money is known, so none is claimed.
    assert_eq!((card.amount, card.share, overview(&mut engine, TrialCuts::default()).with_amount), (None, None, 0));
}

#[test]
fn bad_cells_and_bad_weights_are_refused_where_they_stand() {
    let mut engine = typed(&FOUR);
    let before = engine.workspace().clone();
    let refused = |engine: &mut Engine, action: ProspectAction| match engine.apply(&prospects(action)) {
        Err(EngineError::BadProspect(fault)) => fault,
        other => panic!("{other:?}"),
    };
    let cell = |cell| ProspectAction::Edit { rows: vec![ProspectEdit { id: Some("P1".into()), cells: vec![cell] }] };
    let size = ProspectField::Rating("size".into());
    assert_eq!(
        refused(&mut engine, cell(rating("size", 6.0))),
        ProspectFault::BadCell { field: size, fault: CellFault::NotARating { found: "6".into() } }
    );
    assert!(matches!(refused(&mut engine, cell(rating("colour", 3.0))), ProspectFault::UnknownCriterion { .. }));
    assert!(matches!(
        refused(&mut engine, cell(number(ProspectField::Expected, -1.0))),
        ProspectFault::BadCell { fault: CellFault::Negative { .. }, .. }
    ));
    let unknown = ProspectAction::Edit { rows: vec![ProspectEdit { id: Some("P99".into()), cells: Vec::new() }] };
    assert!(matches!(refused(&mut engine, unknown), ProspectFault::UnknownProspect { .. }));
    let with = |edit: fn(&mut PotentialSettings)| {
        let mut settings = PotentialSettings::default();
        edit(&mut settings);
        ProspectAction::Set { settings }
    };
    let weight = with(|settings| settings.expected_card.criteria[2].weight = -1.0);
    assert!(matches!(refused(&mut engine, weight), ProspectFault::BadScorecard { fault: ScorecardFault::BadWeight { criterion: 2 }, .. }));
    let none = with(|settings| settings.intent_card.criteria.iter_mut().for_each(|criterion| criterion.weight = 0.0));
    assert!(matches!(refused(&mut engine, none), ProspectFault::BadScorecard { fault: ScorecardFault::NoWeight, .. }));
    let level = with(|settings| settings.level_intent.extend([("A".to_owned(), 1.5)]));
    assert!(matches!(refused(&mut engine, level), ProspectFault::BadLevelIntent { .. }));
    let pareto =
        ProspectAction::Set { settings: PotentialSettings { intent_threshold: ThresholdRule::Pareto, ..PotentialSettings::default() } };
    assert!(matches!(engine.apply(&prospects(pareto)), Err(EngineError::BadAction { .. })));
    assert_eq!(engine.workspace(), &before);
}

#[test]
fn a_pasted_block_is_one_step_and_removing_takes_what_was_noted_along() {
    let mut engine = typed(&FOUR);
    let rows = vec![
        ProspectEdit { id: Some("P2".into()), cells: vec![number(ProspectField::Intent, 0.95)] },
        new_row(vec![text(ProspectField::Name, " Tidewater "), number(ProspectField::Expected, 50.0)]),
    ];
    engine.apply(&prospects(ProspectAction::Edit { rows })).unwrap();
    let found = sheet(&mut engine);
    assert_eq!((found.of, found.rows[6].id.as_str(), found.rows[6].name.as_str()), (7, "P7", "Tidewater"));
    assert_eq!(found.rows[1].intent, Some(0.95));
    engine.undo().unwrap();
    assert_eq!((sheet(&mut engine).of, sheet(&mut engine).rows[1].intent), (6, Some(0.1)));

    let note = Note { text: "calls on Mondays".into(), author: String::new(), at: 0.0 };
    engine.apply(&Action::SetNote { side: Side::Potential, customer: "P6".into(), note: Some(note) }).unwrap();
    engine.apply(&prospects(ProspectAction::Remove { ids: vec!["P6".into()] })).unwrap();
    assert!(engine.workspace().prospect_notes.is_empty());
    assert_eq!(engine.history().past().last().unwrap().change, Change::RemoveProspects);
    // The id of a removed prospect that others still speak of is not given away again.
    engine.undo().unwrap();
    engine.apply(&prospects(ProspectAction::Remove { ids: vec!["P1".into()] })).unwrap();
    engine.apply(&prospects(ProspectAction::Edit { rows: vec![new_row(vec![text(ProspectField::Name, "Upland")])] })).unwrap();
    assert_eq!(sheet(&mut engine).rows.last().unwrap().id, "P7");
}

#[test]
fn overrides_and_notes_of_the_two_sides_are_kept_apart() {
    let mut engine = Engine::new(workspace(table(&[("P1", "2011-01-05", 10.0), ("P1", "2011-06-05", 10.0)])));
    let row = new_row(vec![text(ProspectField::Name, "Harbour")]);
    engine.apply(&prospects(ProspectAction::Edit { rows: vec![row] })).unwrap();
    let by_hand = Override { class: Quadrant::II, reason: "big plans".into(), author: "Kim".into(), at: 0.0 };
    engine.apply(&Action::OverrideClass { side: Side::Potential, customer: "P1".into(), class: Some(by_hand.clone()) }).unwrap();
    assert!(engine.workspace().overrides.is_empty());
    assert_eq!(card(&mut engine, 0).overridden, Some(by_hand.clone()));
    let existing = ask!(engine, Query::Card { side: Side::Existing, customer: 0 }, Card).unwrap();
    assert_eq!(existing.overridden, None);
    let nobody = Action::OverrideClass { side: Side::Potential, customer: "P2".into(), class: Some(by_hand) };
    assert!(engine.apply(&nobody).is_err());
}

#[test]
fn list_card_and_export_answer_as_for_existing_customers() {
    let mut engine = typed(&FOUR);
    let query = |sort, descending| ListQuery {
        side: Side::Potential,
        search: String::new(),
        classes: Vec::new(),
        only: Vec::new(),
        within: None,
        sort,
        descending,
        first: 0,
        count: 100,
        trial: TrialCuts::default(),
    };
    let names =
        |engine: &mut Engine, query| ask!(engine, Query::List(query), List).rows.into_iter().map(|row| row.name).collect::<Vec<_>>();
    assert_eq!(names(&mut engine, query(SortKey::Vertical, true)), ["Harbour", "Larkfield", "Sundown", "Quarry", "Pinewood", "Rivers"]);
    assert_eq!(names(&mut engine, query(SortKey::Horizontal, false)), ["Larkfield", "Quarry", "Rivers", "Pinewood", "Harbour", "Sundown"]);
    assert_eq!(names(&mut engine, ListQuery { search: "wood".into(), ..query(SortKey::Name, false) }), ["Pinewood"]);
    assert_eq!(names(&mut engine, ListQuery { classes: vec![None], ..query(SortKey::Name, false) }), ["Rivers", "Sundown"]);

    let card = card(&mut engine, 1);
    assert_eq!((card.rank, card.customers, card.class), (2, 6, Some(Quadrant::II)));
    let cuts = card.cuts.unwrap();
    assert_eq!(
        card.moves,
        [
            Move::Vertical { by: cuts.vertical - 800.0, to: Quadrant::IV },
            Move::Horizontal { from: 0.1, to_value: cuts.horizontal, active_periods: None, usual: None, to: Quadrant::I },
        ]
    );
    let export = ask!(engine, Query::Export { side: Side::Potential }, Export);
    let csv = String::from_utf8(csv_bytes(&class_list(&export, &ClassListWording::codes(&export)))).unwrap();
    let lines: Vec<&str> = csv.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines[0], "customer,name,expected_contribution,intent_source,intent_value,intent_score,class,reason,override");
    assert_eq!(lines[1], "P1,Harbour,900.00,column,0.900000,0.900000,PI,,");
    assert_eq!(lines[6], "P5,Rivers,,column,0.700000,0.700000,not_rated,no_expected_contribution,");

    let curve = ask!(engine, Query::Curve { side: Side::Potential }, Curve);
    // 900 + 800 + 500 of 2,500 are 88 %, 900 + 800 only 68 %.
    assert_eq!((curve.customers, curve.pareto.unwrap().0), (5, 3));
}

#[test]
fn trial_cuts_count_who_would_change() {
    let mut engine = typed(&FOUR);
    let tried = overview(&mut engine, TrialCuts { vertical: Some(150.0), horizontal: None });
    // Quarry rises from IV to II.
    assert_eq!((tried.changed, tried.classes.map(|class| class.customers)), (1, [1, 2, 1, 0, 2]));
    assert_eq!(overview(&mut engine, TrialCuts::default()).changed, 0);
}

fn entry(key: &str, name: &str, stage: &str, amount: Option<f64>) -> FunnelEntry {
    FunnelEntry { key: key.into(), name: name.into(), stage: stage.into(), amount, ..FunnelEntry::default() }
}

#[test]
fn open_entries_of_the_funnel_become_prospects() {
    let mut entries = FunnelEntries::default();
    for entry in [
        entry("1", "Harbour", "signing", Some(900.0)),
        entry("2", "Larkfield", "first talk", Some(700.0)),
        entry("3", "Pinewood", "lost", Some(300.0)),
        FunnelEntry { closed: Some(Day(15_000)), ..entry("4", "Quarry", "signing", Some(300.0)) },
        entry("5", "Rivers", "???", Some(100.0)),
    ] {
        entries.push(&entry);
    }
    let mut workspace = Workspace::default();
    workspace.data.funnel_entries = Some(entries.into());
    let level = |code: &str| Standing::Level(code.to_owned());
    workspace.funnel.stages =
        BTreeMap::from([("signing".into(), level("A")), ("first talk".into(), level("D")), ("lost".into(), Standing::Lost)]);
    let mut engine = Engine::new(workspace);
    assert_eq!(ask!(engine, Query::Potential, Potential).open_entries, 2);
    assert_eq!(sheet(&mut engine).of, 0);
    let settings = PotentialSettings {
        linked_to_funnel: true,
        expected_from: ExpectedFrom::Column,
        intent_from: IntentFrom::Level,
        ..PotentialSettings::default()
    };
    engine.apply(&prospects(ProspectAction::Set { settings: settings.clone() })).unwrap();
    // Only open entries: Harbour on A (intent 1) and Larkfield on D (.25).
    let found = points(&mut engine);
    assert_eq!(
        (found.names, found.vertical, found.horizontal),
        (vec!["Harbour".into(), "Larkfield".into()], vec![900.0, 700.0], vec![1.0, 0.25])
    );
    // What is typed stands over what the entry says, and is kept as a row of the list.
    let cells = vec![number(ProspectField::Expected, 50.0), rating("size", 2.0)];
    engine.apply(&prospects(ProspectAction::Edit { rows: vec![ProspectEdit { id: Some("1".into()), cells }] })).unwrap();
    let rows = sheet(&mut engine).rows;
    assert_eq!((rows[0].expected, rows[0].linked, rows[0].listed, rows[1].listed), (Some(50.0), true, true, false));
    assert_eq!(rows[0].ratings[0], Some(2.0));
    // The map from level to intent is the user's.
    let mut other = settings;
    other.level_intent.insert("D".into(), 0.4);
    engine.apply(&prospects(ProspectAction::Set { settings: other })).unwrap();
    assert_eq!(points(&mut engine).horizontal, [1.0, 0.4]);
}

#[test]
fn a_blind_placement_is_kept_compared_and_undone() {
    let mut engine = typed(&FOUR);
    let keys = ["P1", "P2", "P3", "P5"].map(str::to_owned).to_vec();
    let placement = |action| Action::Placement(action);
    engine.apply(&placement(PlacementAction::Start { side: Side::Potential, customers: keys, at: 7.0 })).unwrap();
    let place = |participant: &str, customer: &str, quadrant| {
        placement(PlacementAction::Place {
            session: 0,
            participant: participant.into(),
            customer: customer.into(),
            quadrant: Some(quadrant),
        })
    };
    for (participant, customer, quadrant) in
        [("Kim", "P1", Quadrant::I), ("Kim", "P2", Quadrant::I), ("Kim", "P5", Quadrant::IV), ("Lee", "P3", Quadrant::II)]
    {
        engine.apply(&place(participant, customer, quadrant)).unwrap();
    }
    let view = ask!(engine, Query::Placements { side: Side::Potential }, Placements);
    assert!(view.sessions[0].found.is_empty() && view.sessions[0].participants[0].comparison.is_none());
    assert!(ask!(engine, Query::Placements { side: Side::Existing }, Placements).sessions.is_empty());
    engine.apply(&placement(PlacementAction::Reveal { session: 0 })).unwrap();
    let view = ask!(engine, Query::Placements { side: Side::Potential }, Placements);
    assert_eq!(view.sessions[0].found, [Some(Quadrant::I), Some(Quadrant::II), Some(Quadrant::III), None]);
    // Kim: P1 agrees, P2 was taken for ready, P5 has no class, P3 was left out.
    let kim = view.sessions[0].participants[0].comparison.clone().unwrap();
    assert_eq!((kim.same, kim.too_far_right, kim.too_high, kim.not_rated, kim.not_placed), (1, 1, 0, 1, 1));
    // Lee: P3 is low and ready in truth: too high and too far left.
    let lee = view.sessions[0].participants[1].comparison.clone().unwrap();
    assert_eq!((lee.same, lee.too_high, lee.too_far_left, lee.agreement()), (0, 1, 1, Some(0.0)));
    let late = engine.apply(&place("Lee", "P1", Quadrant::I));
    assert_eq!(late, Err(EngineError::BadPlacement(PlacementFault::AlreadyRevealed)));
    engine.undo().unwrap();
    assert!(!ask!(engine, Query::Placements { side: Side::Potential }, Placements).sessions[0].revealed);
    for _ in 0..5 {
        engine.undo().unwrap();
    }
    assert!(engine.workspace().placements.is_empty());
}

fn prospect() -> impl Strategy<Value = Vec<(ProspectField, CellValue)>> {
    let codes = ["size", "management", "network", "need", "budget", "timing"];
    let ratings = prop::collection::vec(prop::option::of(1..=5_u8), codes.len());
    (prop::option::of(0..5_000_u32), ratings).prop_map(move |(expected, ratings)| {
        let rated = codes.iter().zip(ratings).filter_map(|(code, value)| Some(rating(code, f64::from(value?))));
        let expected = expected.map(|expected| number(ProspectField::Expected, f64::from(expected)));
        std::iter::once(text(ProspectField::Name, "x")).chain(rated).chain(expected).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    /// Every prospect is in exactly one of the four classes, or not rated with a reason; the counts add up, whatever the sources.
    #[test]
    fn everyone_has_one_class_or_a_reason(rows in prop::collection::vec(prospect(), 0..20), money in any::<bool>()) {
        let expected_from = if money { ExpectedFrom::Column } else { ExpectedFrom::Scorecard };
        let potential = PotentialSettings { expected_from, ..PotentialSettings::default() };
        let mut engine = Engine::new(Workspace { potential, ..Workspace::default() });
        engine.apply(&prospects(ProspectAction::Edit { rows: rows.iter().cloned().map(new_row).collect() })).unwrap();
        let view = overview(&mut engine, TrialCuts::default());
        prop_assert_eq!(view.classes.iter().map(|class| class.customers).sum::<u32>(), rows.len() as u32);
        prop_assert_eq!(view.not_rated.iter().map(|(_, count)| count).sum::<u32>(), view.classes[4].customers);
        for row in sheet(&mut engine).rows {
            prop_assert!(row.class.is_some() != row.not_rated.is_some());
        }
    }

    /// With the cuts held where they are, raising a rating moves nobody down or to the left.
    #[test]
    fn raising_a_rating_never_lowers_a_class(
        rows in prop::collection::vec(prospect(), 1..12), which in any::<prop::sample::Index>(), criterion in 0..6_usize, by in 1..=4_u8,
        cuts in (1.0..5.0_f64, 1.0..5.0_f64),
    ) {
        let potential = PotentialSettings {
            expected_threshold: ThresholdRule::Manual(cuts.0), intent_threshold: ThresholdRule::Manual(cuts.1), ..PotentialSettings::default()
        };
        let mut engine = Engine::new(Workspace { potential, ..Workspace::default() });
        engine.apply(&prospects(ProspectAction::Edit { rows: rows.iter().cloned().map(new_row).collect() })).unwrap();
        let row = which.index(rows.len()) as u32;
        let class = |engine: &mut Engine| -> Class { card(engine, row).class };
        let before = class(&mut engine);
        let code = ["size", "management", "network", "need", "budget", "timing"][criterion];
        let found = engine.workspace().data.prospects.as_ref().unwrap().rows()[row as usize].clone();
        let Some(&now) = found.ratings.get(code) else { return Ok(()) };
        let cells = vec![rating(code, (now + f64::from(by)).min(5.0))];
        engine.apply(&prospects(ProspectAction::Edit { rows: vec![ProspectEdit { id: Some(found.id), cells }] })).unwrap();
        let (Some(before), Some(after)) = (before, class(&mut engine)) else { return Ok(()) };
        for axis in fourfold::classify::Axis::ALL {
            prop_assert!(after.is_high(axis) || !before.is_high(axis), "{:?} to {:?}", before, after);
        }
    }
}

/// 10 people × 44 hours × 20 % × 46 weeks = 4,048 hours; 35 % of them for potential customers, of which PI, PII, PIII, PIV get 40, 30,
/// 20, 10 % (METHODS 1). What was planned for a prospect stands on its card and among the actions.
#[test]
fn prospects_get_their_part_of_the_hours_calls_and_actions() {
    let mut engine = typed(&FOUR);
    let mut plan = engine.workspace().effort.clone();
    plan.people = Some(10.0);
    engine.apply(&Action::SetEffort { plan: Box::new(plan) }).unwrap();
    let time = ask!(engine, Query::Effort(EffortQuery::Time), Time);
    let classes = [WorkClass::PI, WorkClass::PII, WorkClass::PIII, WorkClass::PIV].map(|class| time.dealt.classes[class.index()]);
    for (class, hours) in classes.iter().zip([566.72, 425.04, 283.36, 141.68]) {
        assert!((class.hours - hours).abs() < 1e-6 && class.customers == 1, "{class:?}");
    }
    assert_eq!(time.without_class, 2);
    let today = Day(20_000);
    let calls = ask!(engine, Query::Effort(EffortQuery::CallList { today }), CallList);
    let called: Vec<&str> = calls.calls.iter().map(|call| call.name.as_str()).collect();
    assert!(called.contains(&"Harbour") && !called.contains(&"Rivers"));
    let action = PlannedAction { customer: "P2".into(), text: "find the entry".into(), ..PlannedAction::default() };
    engine.apply(&Action::Playbook(PlaybookAction::AddAction { action })).unwrap();
    let card = ask!(engine, Query::Effort(EffortQuery::Card { side: Side::Potential, customer: 1, today }), CardPlan).unwrap();
    assert_eq!((card.key.as_str(), card.class, card.actions.len()), ("P2", Some(WorkClass::PII), 1));
    assert_eq!((card.actions[0].customer, card.actions[0].side, card.actions[0].name.as_str()), (Some(1), Side::Potential, "Larkfield"));
    assert_eq!(ask!(engine, Query::Effort(EffortQuery::Card { side: Side::Existing, customer: 0, today }), CardPlan), None);
}
