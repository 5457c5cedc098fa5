//! The engine as its callers see it: actions in, views out.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

mod common;

use common::{northwind, online_retail, table, workspace};
use fourfold::calendar::{Day, Grain};
use fourfold::classify::Quadrant;
use fourfold::classify::Side;
use fourfold::engine::protocol::EngineError;
use fourfold::engine::{
    CardView, Engine, ListQuery, ListView, Move, NotRated, PeriodState, QuadrantView, Query, RobustnessView, SortKey, TrialCuts, View,
    Warning, WorkspaceView,
};
use fourfold::tables::PurchaseTable;
use fourfold::workspace::{
    Action, Change, ExistingSettings, Filters, MonthsCounted, Note, Override, StabilityMeasure, ThresholdRule, Window,
};
use serde_json::Value;

fn engine(table: PurchaseTable) -> Engine {
    Engine::new(workspace(table))
}

macro_rules! ask {
    ($engine:expr, $query:expr, $kind:ident) => {
        match $engine.query(&$query).unwrap() {
            View::$kind(view) => view,
            other => panic!("{other:?}"),
        }
    };
}

fn existing(engine: &mut Engine) -> QuadrantView {
    ask!(engine, Query::Quadrant { side: Side::Existing, trial: TrialCuts::default() }, Quadrant)
}

fn facts(engine: &mut Engine) -> WorkspaceView {
    ask!(engine, Query::Workspace, Workspace)
}

fn card(engine: &mut Engine, key: &str) -> CardView {
    let customer = row(engine, key);
    ask!(engine, Query::Card { side: Side::Existing, customer }, Card).unwrap()
}

fn list(engine: &mut Engine, query: ListQuery) -> ListView {
    ask!(engine, Query::List(query), List)
}

fn all() -> ListQuery {
    ListQuery {
        side: Side::Existing,
        search: String::new(),
        classes: Vec::new(),
        only: Vec::new(),
        within: None,
        sort: SortKey::Vertical,
        descending: true,
        first: 0,
        count: u32::MAX,
        trial: TrialCuts::default(),
    }
}

fn row(engine: &mut Engine, key: &str) -> u32 {
    let rows = list(engine, all()).rows;
    rows.iter().find(|row| row.key == key).unwrap_or_else(|| panic!("no {key}")).customer
}

fn set(engine: &mut Engine, edit: impl FnOnce(&mut ExistingSettings)) {
    let mut settings = engine.workspace().existing.clone();
    edit(&mut settings);
    engine.apply(&Action::SetExisting { settings }).unwrap();
}

fn by_hand(class: Quadrant) -> Override {
    Override { class, reason: "met them".to_owned(), author: "A".to_owned(), at: 1.0 }
}

#[test]
fn the_existing_view_of_online_retail() {
    let Some(table) = online_retail() else { return };
    let mut engine = engine(table);
    let view = existing(&mut engine);
    assert_eq!(view.classes.map(|class| class.customers), [1315, 344, 344, 1314, 1055]);
    assert_eq!((view.customers, (view.total * 100.0).round()), (4372, 830_006_581.0));
    assert_eq!(view.not_rated, [(NotRated::TooFewPeriods, 1012), (NotRated::MeanNotPositive, 43)]);
    assert_eq!(view.window.map(|(first, last)| (Day(first).iso(), Day(last).iso())), Some(("2010-12-01".into(), "2011-12-09".into())));
    assert_eq!(view.incomplete, [2011 * 12 + 11]);
    assert_eq!((view.warnings, view.changed, view.grain), (vec![], 0, Grain::Month));
    let shares: f64 = view.classes.iter().map(|class| class.share.unwrap()).sum();
    assert!((shares - 1.0).abs() < 1e-9);
    let facts = facts(&mut engine);
    assert_eq!((facts.customers, facts.purchase_rows, facts.regions.len()), (4372, 22_190, 37));
    assert_eq!(facts.regions[0], "United Kingdom");
    assert!(engine.summary_shares().iter().sum::<f64>() > 0.999);
}

/// METHODS 1: where a measure rates nobody the page says so and offers one that does; one year by quarter is such a case.
#[test]
fn a_year_by_quarter_rates_nobody_and_another_measure_is_offered() {
    let Some(table) = online_retail() else { return };
    let mut engine = engine(table);
    set(&mut engine, |settings| settings.stability = StabilityMeasure::CvQuarter);
    let view = existing(&mut engine);
    let Some(Warning::RatesNobody { better: Some(better) }) = view.warnings.first().copied() else { panic!("{:?}", view.warnings) };
    assert_eq!((view.cuts, view.classes[4].customers), (None, 4372));
    set(&mut engine, |settings| settings.stability = better);
    assert!(existing(&mut engine).cuts.is_some());
}

#[test]
fn trying_a_cut_changes_the_answer_and_not_the_state() {
    let Some(table) = northwind() else { return };
    let mut engine = engine(table);
    let settled = existing(&mut engine);
    let cuts = settled.cuts.unwrap();
    let trial = TrialCuts { vertical: Some(cuts.vertical * 2.0), horizontal: None };
    let tried = ask!(engine, Query::Quadrant { side: Side::Existing, trial }, Quadrant);
    let high = |view: &QuadrantView| view.classes[0].customers + view.classes[1].customers;
    assert_eq!(tried.changed, high(&settled) - high(&tried));
    assert!(tried.changed > 0);
    assert_eq!((tried.rule_cuts, tried.cuts.unwrap().horizontal), (Some(cuts), cuts.horizontal));
    let points = ask!(engine, Query::Points { side: Side::Existing, trial }, Points);
    assert_eq!(points.class.iter().filter(|class| **class < 2).count() as u32, high(&tried));
    assert_eq!((engine.revision(), existing(&mut engine)), (1, settled));
}

#[test]
fn a_dragged_cut_becomes_a_typed_one() {
    let Some(table) = northwind() else { return };
    let mut engine = engine(table);
    let trial = TrialCuts { vertical: Some(10_000.0), horizontal: Some(1.5) };
    let tried = ask!(engine, Query::Quadrant { side: Side::Existing, trial }, Quadrant);
    set(&mut engine, |settings| {
        settings.contribution_threshold = ThresholdRule::Manual(10_000.0);
        settings.stability_threshold = ThresholdRule::Manual(1.5);
    });
    let typed = existing(&mut engine);
    assert_eq!((typed.classes, typed.cuts, typed.changed), (tried.classes, tried.cuts, 0));
}

#[test]
fn undo_and_redo_return_equal_workspaces_and_nothing_changes_twice() {
    let Some(table) = northwind() else { return };
    let mut engine = engine(table);
    let actions = [
        Action::Rename { name: "  Northwind ".to_owned() },
        Action::SetExisting { settings: ExistingSettings { gross: true, ..ExistingSettings::default() } },
        Action::OverrideClass { side: Side::Existing, customer: "ALFKI".to_owned(), class: Some(by_hand(Quadrant::I)) },
        Action::SetNote {
            side: Side::Existing,
            customer: "ALFKI".to_owned(),
            note: Some(Note { text: "x".to_owned(), author: String::new(), at: 2.0 }),
        },
        Action::MergeCustomers { pairs: vec![("ANATR".to_owned(), "ANTON".to_owned())] },
        Action::SplitCustomers { spellings: vec!["ANATR".to_owned()] },
        Action::DeclineMerge { folded: "x".to_owned() },
        Action::ClearData,
    ];
    let mut states = vec![engine.workspace().clone()];
    for action in &actions {
        let before = engine.revision();
        assert!(engine.apply(action).unwrap() > before);
        states.push(engine.workspace().clone());
    }
    assert_eq!(engine.workspace().name, "Northwind");
    let changes: Vec<Change> = engine.history().past().iter().map(|step| step.change).collect();
    assert_eq!(changes, actions.each_ref().map(Action::change));
    for state in states.iter().rev().skip(1) {
        engine.undo().unwrap();
        assert_eq!(engine.workspace(), state);
    }
    assert_eq!(engine.undo(), Err(EngineError::NothingToUndo));
    for state in &states[1..] {
        engine.redo().unwrap();
        assert_eq!(engine.workspace(), state);
    }
    assert_eq!(engine.redo(), Err(EngineError::NothingToRedo));
    let (revision, steps) = (engine.revision(), engine.history().past().len());
    assert_eq!(engine.apply(&Action::ClearData), Ok(revision));
    assert_eq!(engine.history().past().len(), steps);
}

#[test]
fn bad_actions_change_nothing() {
    let mut engine = engine(table(&[("a", "2020-01-01", 1.0)]));
    let bad = |edit: fn(&mut ExistingSettings)| {
        let mut settings = ExistingSettings::default();
        edit(&mut settings);
        Action::SetExisting { settings }
    };
    let actions = [
        Action::Rename { name: " ".to_owned() },
        Action::OverrideClass { side: Side::Existing, customer: "nobody".to_owned(), class: Some(by_hand(Quadrant::I)) },
        Action::MergeCustomers { pairs: vec![("a".to_owned(), "a".to_owned())] },
        Action::SplitCustomers { spellings: vec!["a".to_owned()] },
        bad(|settings| settings.stability_threshold = ThresholdRule::Pareto),
        bad(|settings| settings.contribution_threshold = ThresholdRule::Quantile(1.5)),
        bad(|settings| settings.contribution_threshold = ThresholdRule::Manual(f64::NAN)),
        bad(|settings| settings.window = Window { from: Some(Day(2)), to: Some(Day(1)) }),
    ];
    for action in actions {
        assert!(matches!(engine.apply(&action), Err(EngineError::BadAction { .. })), "{action:?}");
    }
    assert_eq!((engine.revision(), engine.history().past().len()), (1, 0));
}

#[test]
fn the_list_sorts_filters_and_pages() {
    let Some(table) = online_retail() else { return };
    let mut engine = engine(table);
    let whole = list(&mut engine, all());
    assert_eq!((whole.matching, whole.rows.len()), (4372, 4372));
    assert!(whole.rows.windows(2).all(|pair| pair[0].vertical >= pair[1].vertical));
    assert!((whole.rows[4371].cumulative.unwrap() - 1.0).abs() < 1e-9);
    assert!(whole.rows.iter().all(|row| row.months.len() == 13));
    let page = list(&mut engine, ListQuery { first: 4370, count: 50, ..all() });
    assert_eq!((page.matching, page.first, &page.rows[..]), (4372, 4370, &whole.rows[4370..]));
    // Not rated customers come last whichever way stability is sorted, ties by key.
    for descending in [false, true] {
        let rows = list(&mut engine, ListQuery { sort: SortKey::Horizontal, descending, ..all() }).rows;
        assert!(rows[..3317].iter().all(|row| row.horizontal.is_some()) && rows[3317..].iter().all(|row| row.not_rated.is_some()));
        assert!(rows.windows(2).all(|pair| pair[0].horizontal != pair[1].horizontal || pair[0].key < pair[1].key));
    }
    let high = list(&mut engine, ListQuery { classes: vec![Some(Quadrant::I), None], ..all() });
    assert_eq!(high.matching, 1315 + 1055);
    let found = list(&mut engine, ListQuery { search: " １７８５０".to_owned(), ..all() });
    assert_eq!(found.rows.iter().map(|row| row.key.as_str()).collect::<Vec<_>>(), ["17850"]);
    let only = list(&mut engine, ListQuery { only: vec![5, 7, 9_999_999], ..all() });
    assert_eq!(only.matching, 2);
    assert_eq!(list(&mut engine, ListQuery { first: 9_999_999, ..all() }).rows, []);
}

#[test]
fn names_are_searched_without_case() {
    let Some(table) = northwind() else { return };
    let mut engine = engine(table);
    let found = list(&mut engine, ListQuery { search: "BERGLUNDS SNABBKÖP".to_owned(), ..all() });
    assert_eq!(found.rows.iter().map(|row| row.key.as_str()).collect::<Vec<_>>(), ["BERGS"]);
    let by_name = list(&mut engine, ListQuery { sort: SortKey::Name, descending: false, ..all() });
    assert_eq!(by_name.rows[0].name, "Alfreds Futterkiste");
}

/// Bars, orders, totals and days of twenty customers against pandas.
fn check_cards(engine: &mut Engine, set: &str) {
    let wanted: Value = serde_json::from_str(include_str!("fixtures/expected/customers_by_month.json")).unwrap();
    for wanted in wanted[set].as_array().unwrap() {
        let name = wanted["customer"].as_str().map_or_else(|| wanted["customer"].to_string(), str::to_owned);
        let rows = list(engine, all()).rows;
        let key = rows.iter().find(|row| row.name == name).unwrap().key.clone();
        let card = card(engine, &key);
        assert!((card.vertical.unwrap() - wanted["total"].as_f64().unwrap()).abs() < 0.006, "{name}");
        assert_eq!(u64::from(card.order_rows), wanted["rows"].as_u64().unwrap(), "{name}");
        assert_eq!(u64::from(card.orders), wanted["orders"].as_u64().unwrap(), "{name}");
        let days = (Day(card.first_day.unwrap()).iso(), Day(card.last_day.unwrap()).iso());
        assert!(wanted["first"].as_str().unwrap().starts_with(&days.0) && wanted["last"].as_str().unwrap().starts_with(&days.1), "{name}");
        let months = wanted["monthly"].as_object().unwrap();
        for bar in &card.bars {
            let wanted = months.get(&Grain::Month.code(bar.period)).map_or(0.0, |month| month.as_f64().unwrap());
            assert!((bar.amount - wanted).abs() < 0.006, "{name} {}", Grain::Month.code(bar.period));
            assert!(bar.returns <= 0.0);
        }
        assert_eq!(card.purchases.len(), card.order_rows.min(500) as usize, "{name}");
        assert!(card.purchases.windows(2).all(|pair| pair[0].day >= pair[1].day), "{name}");
        let counted = card.bars.iter().filter(|bar| bar.state == PeriodState::Counted).count();
        assert_eq!(counted as u32, card.counted, "{name}");
    }
}

#[test]
fn cards_show_what_the_rows_say() {
    if let Some(table) = online_retail() {
        check_cards(&mut engine(table), "online_retail_invoices");
    }
    if let Some(table) = northwind() {
        check_cards(&mut engine(table), "northwind_order_lines");
    }
}

#[test]
fn a_card_says_what_would_move_the_customer_and_doing_it_does() {
    let Some(table) = northwind() else { return };
    let mut engine = engine(table.clone());
    // CHOPS: high contribution, CV above the cut (tests/fixtures/expected/fourfold_classes.json).
    let before = card(&mut engine, "CHOPS");
    assert_eq!((before.class, before.computed_class), (Some(Quadrant::II), Some(Quadrant::II)));
    let cuts = before.cuts.unwrap();
    let Some(Move::Horizontal { active_periods: Some(further), usual: Some(usual), to, .. }) = before.moves.get(1).copied() else {
        panic!("{:?}", before.moves)
    };
    assert_eq!(to, Quadrant::I);
    // The cuts held fixed, buy the usual amount in so many empty months: one fewer is not enough.
    set(&mut engine, |settings| {
        settings.contribution_threshold = ThresholdRule::Manual(cuts.vertical);
        settings.stability_threshold = ThresholdRule::Manual(cuts.horizontal);
    });
    let settings = engine.workspace().existing.clone();
    let empty: Vec<i32> =
        before.bars.iter().filter(|bar| bar.state == PeriodState::Counted && bar.amount == 0.0).map(|bar| bar.period).collect();
    for (months, class) in [(further - 1, Quadrant::II), (further, Quadrant::I)] {
        let mut more = table.clone();
        for &period in empty.iter().take(months as usize) {
            let customer = "CHOPS".to_owned();
            more.push(&fourfold::tables::Purchase {
                customer,
                day: Grain::Month.first_day(period).0,
                amount: usual,
                ..fourfold::tables::Purchase::default()
            });
        }
        let mut workspace = workspace(more);
        workspace.existing = settings.clone();
        assert_eq!(card(&mut Engine::new(workspace), "CHOPS").class, Some(class), "{months} months");
    }
    let Some(Move::Vertical { by, to }) = before.moves.first().copied() else { panic!("{:?}", before.moves) };
    assert_eq!((by, to), (cuts.vertical - before.vertical.unwrap(), Quadrant::IV));
}

#[test]
fn robustness_is_the_same_on_the_card_and_in_the_list() {
    let Some(table) = northwind() else { return };
    let mut engine = engine(table);
    let card = card(&mut engine, "SAVEA");
    let robustness = card.robustness.unwrap();
    // 22 months: single periods. The shares are those of 1,000 draws.
    assert_eq!((robustness.draws, robustness.block, robustness.seed), (1_000, 1, 1));
    assert!((robustness.shares.iter().sum::<f64>() - 1.0).abs() < 1e-9);
    // The largest and steadiest customer of the set is firmly where it is.
    assert!(robustness.share_of(Some(Quadrant::I)) > 0.95, "{robustness:?}");
    let all = finish(&mut engine);
    assert_eq!((all.done, all.of, all.shares.len()), (89, 89, 89));
    let share = all.shares.iter().find(|(customer, _)| *customer == card.customer).unwrap().1;
    assert_eq!(share, robustness.share_of(card.computed_class));
    assert_eq!(ask!(engine, Query::Robustness, Robustness), all);
    // A change begins it anew; another seed draws others.
    set(&mut engine, |settings| settings.seed = 2);
    let other = finish(&mut engine);
    assert!(other.revision > all.revision);
    assert_ne!(other.shares, all.shares);
}

fn finish(engine: &mut Engine) -> RobustnessView {
    loop {
        let view = ask!(engine, Query::Robustness, Robustness);
        if view.done == view.of {
            return view;
        }
    }
}

#[test]
fn robustness_of_a_large_list_takes_several_steps() {
    let Some(table) = online_retail() else { return };
    let mut engine = engine(table);
    let first = ask!(engine, Query::Robustness, Robustness);
    assert_eq!((first.done, first.of, first.shares.len()), (200, 3317, 200));
    let second = ask!(engine, Query::Robustness, Robustness);
    assert_eq!((second.done, &second.shares[..200]), (400, &first.shares[..]));
}

#[test]
fn the_card_compares_the_other_measures() {
    let Some(table) = northwind() else { return };
    let mut engine = engine(table);
    let others = card(&mut engine, "ALFKI").other_measures;
    let measures: Vec<StabilityMeasure> = others.iter().map(|other| other.measure).collect();
    assert_eq!(
        measures,
        [StabilityMeasure::CvQuarter, StabilityMeasure::ActiveMonths, StabilityMeasure::CvOrder, StabilityMeasure::Regularity]
    );
    // What the card says about another measure is what choosing it shows.
    for other in others {
        set(&mut engine, |settings| settings.stability = other.measure);
        let chosen = card(&mut engine, "ALFKI");
        assert_eq!((chosen.horizontal, chosen.score, chosen.class), (other.value, other.score, other.class), "{:?}", other.measure);
    }
}

#[test]
fn a_class_set_by_hand_counts_and_the_computed_one_stays_beside_it() {
    let Some(table) = northwind() else { return };
    let mut engine = engine(table);
    let before = existing(&mut engine);
    engine
        .apply(&Action::OverrideClass { side: Side::Existing, customer: "CENTC".to_owned(), class: Some(by_hand(Quadrant::III)) })
        .unwrap();
    let after = existing(&mut engine);
    assert_eq!(after.classes[2].customers, before.classes[2].customers + 1);
    assert_eq!(after.classes[3].customers, before.classes[3].customers - 1);
    assert_eq!((after.classes[2].overridden, facts(&mut engine).overrides), (1, 1));
    let card = card(&mut engine, "CENTC");
    assert_eq!((card.class, card.computed_class), (Some(Quadrant::III), Some(Quadrant::IV)));
    assert_eq!(card.overridden.unwrap().reason, "met them");
    let export = ask!(engine, Query::Export { side: Side::Existing }, Export);
    assert!(export.rows.windows(2).all(|pair| pair[0].vertical >= pair[1].vertical));
    let row = export.rows.iter().find(|row| row.customer == "CENTC").unwrap();
    assert_eq!((row.class, row.computed_class, row.overridden.is_some()), (Some(Quadrant::III), Some(Quadrant::IV), true));
}

#[test]
fn a_merge_adds_up_and_leaves_the_other_numbers_alone() {
    let Some(table) = northwind() else { return };
    let mut engine = engine(table);
    let before: Vec<(String, u32)> = list(&mut engine, all()).rows.into_iter().map(|row| (row.key, row.customer)).collect();
    let (alfki, anatr) = (card(&mut engine, "ALFKI"), card(&mut engine, "ANATR"));
    let note = |text: &str| Some(Note { text: text.to_owned(), author: String::new(), at: 0.0 });
    engine.apply(&Action::SetNote { side: Side::Existing, customer: "ALFKI".to_owned(), note: note("calls on Mondays") }).unwrap();
    engine.apply(&Action::MergeCustomers { pairs: vec![("ALFKI".to_owned(), "ANATR".to_owned())] }).unwrap();
    let merged = card(&mut engine, "ANATR");
    assert!((merged.vertical.unwrap() - alfki.vertical.unwrap() - anatr.vertical.unwrap()).abs() < 1e-9);
    assert_eq!((merged.spellings.as_slice(), merged.order_rows), (&["ALFKI".to_owned()][..], alfki.order_rows + anatr.order_rows));
    assert_eq!(merged.note.unwrap().text, "calls on Mondays");
    let after = list(&mut engine, all()).rows;
    assert_eq!(after.len(), 88);
    assert!(after.iter().all(|row| before.contains(&(row.key.clone(), row.customer))));
    assert_eq!((existing(&mut engine).customers, facts(&mut engine).merges), (88, 1));
    // A merge into a merged spelling goes to where that one went.
    engine.apply(&Action::MergeCustomers { pairs: vec![("ANTON".to_owned(), "ALFKI".to_owned())] }).unwrap();
    assert_eq!(card(&mut engine, "ANATR").spellings, ["ALFKI", "ANTON"]);
    // And merging the target takes its spellings along.
    engine.apply(&Action::MergeCustomers { pairs: vec![("ANATR".to_owned(), "AROUT".to_owned())] }).unwrap();
    assert_eq!(card(&mut engine, "AROUT").spellings, ["ALFKI", "ANATR", "ANTON"]);
    let spellings = ["ALFKI", "ANATR", "ANTON"].map(str::to_owned).to_vec();
    engine.apply(&Action::SplitCustomers { spellings }).unwrap();
    let split: Vec<(String, u32)> = list(&mut engine, all()).rows.into_iter().map(|row| (row.key, row.customer)).collect();
    assert_eq!(split, before);
}

/// The file of one firm in eight spellings: 8 once trimmed (the reader trims), 2 after accepting the suggested merges.
#[test]
fn spellings_of_one_firm_are_suggested_and_merged() {
    let spellings =
        ["ACME Ltd", "acme ltd", "ACME  Ltd", "ＡＣＭＥ Ltd", "ACME Ltd\u{200b}", "ACME\u{a0}Ltd", "ACME LTD", "Other Co", "ACME Ltd"];
    let rows: Vec<_> = spellings.iter().map(|spelling| (*spelling, "2024-01-15", 100.0)).collect();
    let mut engine = engine(table(&rows));
    assert_eq!(existing(&mut engine).customers, 8);
    let groups = ask!(engine, Query::Spellings, Spellings);
    assert_eq!(groups.len(), 1);
    assert_eq!((groups[0].folded.as_str(), &groups[0].spellings[0]), ("acme ltd", &("ACME Ltd".to_owned(), 2, 200.0)));
    let keep = groups[0].spellings[0].0.clone();
    let pairs = groups[0].spellings[1..].iter().map(|(spelling, ..)| (spelling.clone(), keep.clone())).collect();
    engine.apply(&Action::MergeCustomers { pairs }).unwrap();
    assert_eq!(existing(&mut engine).customers, 2);
    assert_eq!(ask!(engine, Query::Spellings, Spellings), []);
    engine.undo().unwrap();
    engine.apply(&Action::DeclineMerge { folded: "acme ltd".to_owned() }).unwrap();
    assert_eq!(ask!(engine, Query::Spellings, Spellings), []);
}

#[test]
fn filters_keep_whole_rows_and_only_their_customers() {
    let Some(table) = northwind() else { return };
    let germany: f64 =
        (0..table.len()).filter(|&row| table.region.as_ref().unwrap().text(row) == "Germany").map(|row| table.amount[row]).sum();
    let mut engine = engine(table);
    set(&mut engine, |settings| settings.filters.region = ["Germany".to_owned()].into());
    let view = existing(&mut engine);
    // Eleven German customers in the set.
    assert_eq!(view.customers, 11);
    assert!((view.total - germany).abs() < 1e-6);
    // A product filter takes rows out of customers.
    set(&mut engine, |settings| settings.filters = Filters { product: ["11".to_owned()].into(), ..Filters::default() });
    let product = existing(&mut engine);
    assert!(product.total < view.total && product.customers < 89);
    assert_eq!(facts(&mut engine).customers, 89);
}

#[test]
fn the_curve_rises_to_one_over_the_pareto_point() {
    let Some(table) = online_retail() else { return };
    let mut engine = engine(table);
    let curve = ask!(engine, Query::Curve { side: Side::Existing }, Curve);
    let (customers, share, money) = curve.pareto.unwrap();
    assert!(curve.points.len() <= 1_000 && curve.points.contains(&(share, money)));
    assert_eq!((curve.points[0], curve.customers), ((0.0, 0.0), 4372));
    let last = curve.points[curve.points.len() - 1];
    assert!((last.0, (last.1 - 1.0).abs() < 1e-9) == (1.0, true));
    assert!(money >= 0.8 - 1e-9);
    assert_eq!(existing(&mut engine).pareto_customers, customers);
    // One customer fewer does not reach 80 %.
    let rows = list(&mut engine, all()).rows;
    assert!(rows[customers as usize - 2].cumulative.unwrap() < 0.8);
}

#[test]
fn an_empty_workspace_answers_everything() {
    let mut engine = Engine::default();
    let view = existing(&mut engine);
    assert_eq!((view.customers, view.total, view.cuts, view.warnings), (0, 0.0, None, vec![]));
    assert_eq!(list(&mut engine, all()).matching, 0);
    assert_eq!(ask!(engine, Query::Card { side: Side::Existing, customer: 0 }, Card), None);
    assert_eq!(ask!(engine, Query::Curve { side: Side::Existing }, Curve).points, []);
    assert_eq!(ask!(engine, Query::Robustness, Robustness).of, 0);
    assert_eq!(ask!(engine, Query::Data { first: 5, count: 5 }, Data).purchases, []);
    assert_eq!((facts(&mut engine).days, engine.summary_shares()), (None, [0.0; 5]));
}

#[test]
fn extreme_dates_are_answered_in_time() {
    let mut rows = vec![("old", "0001-01-01", 1.0), ("new", "9999-12-31", 1.0)];
    let names: Vec<String> = (0..2_000).map(|number| format!("C{number}")).collect();
    rows.extend(names.iter().map(|name| (name.as_str(), "2020-05-05", 3.0)));
    let mut engine = engine(table(&rows));
    set(&mut engine, |settings| settings.months_counted = MonthsCounted::WholeWindow);
    assert_eq!(existing(&mut engine).customers, 2_002);
    assert!(card(&mut engine, "C7").bars.len() <= 600);
    assert_eq!(list(&mut engine, all()).rows[0].months.len(), 24);
}

#[test]
fn what_should_be_said_about_a_cut_is_said() {
    // 99 small customers and a giant: Jenks parts them.
    let names: Vec<String> = (0..100).map(|number| format!("C{number:02}")).collect();
    let mut rows = Vec::new();
    for (number, name) in names.iter().enumerate() {
        for day in ["2020-01-01", "2020-02-15", "2020-03-15", "2020-04-30"] {
            rows.push((name.as_str(), day, if number == 99 { 1e6 } else { 10.0 + number as f64 }));
        }
    }
    let mut engine = engine(table(&rows));
    set(&mut engine, |settings| settings.contribution_threshold = ThresholdRule::Jenks);
    assert_eq!((existing(&mut engine).warnings, existing(&mut engine).classes[0].customers), (vec![Warning::IsolatesGiant], 1));
    set(&mut engine, |settings| {
        settings.contribution_threshold = ThresholdRule::Median;
        settings.contribution = fourfold::workspace::ContributionBasis::Margin;
    });
    // No cost column at all: it counts as 0, and that is said.
    assert_eq!(existing(&mut engine).warnings, [Warning::RowsWithoutCost { rows: 400 }]);
}

#[test]
fn a_total_that_is_not_positive_has_no_pareto_cut() {
    let days = ["2020-01-01", "2020-02-15", "2020-03-15", "2020-04-30", "2020-05-20"];
    // Bought steadily, all of it and more returned in an incomplete month.
    let mut rows: Vec<_> = days[..4].iter().map(|day| ("a", *day, 10.0)).collect();
    rows.push(("a", days[4], -50.0));
    let mut engine = engine(table(&rows));
    set(&mut engine, |settings| settings.contribution_threshold = ThresholdRule::Pareto);
    let view = existing(&mut engine);
    assert_eq!((view.cuts, view.warnings, view.classes[4].customers), (None, vec![Warning::NoThreshold], 1));
    assert_eq!((view.classes[4].share, view.gini, view.pareto_customers), (None, None, 0));
}

#[test]
fn a_class_set_by_hand_does_not_change_while_a_cut_is_tried() {
    let Some(table) = northwind() else { return };
    let mut engine = engine(table);
    let trial = TrialCuts { vertical: Some(0.0), horizontal: None };
    let before = ask!(engine, Query::Quadrant { side: Side::Existing, trial }, Quadrant).changed;
    engine
        .apply(&Action::OverrideClass { side: Side::Existing, customer: "CENTC".to_owned(), class: Some(by_hand(Quadrant::III)) })
        .unwrap();
    assert_eq!(ask!(engine, Query::Quadrant { side: Side::Existing, trial }, Quadrant).changed, before - 1);
}
