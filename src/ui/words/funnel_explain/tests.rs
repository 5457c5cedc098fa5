//! The worked numbers of METHODS 3, as the explanations write them.

use super::*;
use crate::calendar::Day;
use crate::engine::{Engine, Query, View};
use crate::ui::i18n::Language;
use crate::workspace::{Action, AverageOrder, FunnelPlan, LevelChoice, Scenario, Sureness, TypedRate};

const ENGLISH: Texts = Texts(Language::English);
const CHINESE: Texts = Texts(Language::Chinese);

/// 10,000,000 at 200,000 with .5/.4/.3/.2, and 10 B, 40 C, 100 D, 300 E in stock, to be closed by the end of 2026.
fn engine(edit: impl FnOnce(&mut Scenario)) -> Engine {
    let mut plan = FunnelPlan::default();
    let scenario = &mut plan.scenarios[0];
    (scenario.target, scenario.average_order) = (Some(10_000_000.0), AverageOrder::Typed(200_000.0));
    (scenario.starts, scenario.closes) = (Day::from_iso("2026-01-01"), Day::from_iso("2026-12-31"));
    scenario.entries_per_month = Some(400.0);
    for (code, rate, stock) in [("B", 0.5, 10.0), ("C", 0.4, 40.0), ("D", 0.3, 100.0), ("E", 0.2, 300.0)] {
        let rate = Some(TypedRate { rate, sure: Sureness::Known });
        scenario.levels.insert(code.to_owned(), LevelChoice { rate, stock: Some(stock), ..LevelChoice::default() });
    }
    edit(scenario);
    let mut engine = Engine::default();
    engine.apply(&Action::SetFunnel { plan }).unwrap();
    engine
}

/// 10/20, 20/50, 30/100, 40/200.
fn as_sure_as(scenario: &mut Scenario) {
    for (code, cases) in [("B", 20.0), ("C", 50.0), ("D", 100.0), ("E", 200.0)] {
        scenario.levels.get_mut(code).unwrap().rate.as_mut().unwrap().sure = Sureness::Cases(cases);
    }
}

fn view(engine: &mut Engine) -> FunnelView {
    let View::Funnel(view) = engine.query(&Query::Funnel { scenario: None }).unwrap() else { panic!("another view") };
    view
}

fn certainty(engine: &mut Engine) -> CertaintyView {
    loop {
        let View::FunnelCertainty(view) = engine.query(&Query::FunnelCertainty { scenario: None }).unwrap() else { panic!("another view") };
        if view.result.is_some() {
            return view;
        }
        assert!(view.problem.is_none());
    }
}

/// The last line of the formula, the one with the numbers.
fn worked(figure: FunnelFigure, edit: impl FnOnce(&mut Scenario)) -> String {
    let view = view(&mut engine(edit));
    explain_funnel(ENGLISH, figure, FunnelContext { view: &view, certainty: None }).unwrap().formula.pop().unwrap()
}

#[test]
fn figures_of_a_formula_tell_what_they_are() {
    let shown = [10_000_000.0, 2_360.909_6, 833.333_3, 50.0, 22.6, 0.5, 0.012, 0.000_123_44, 0.0].map(|value| real(ENGLISH, value));
    assert_eq!(shown, ["10,000,000", "2,360.91", "833.33", "50", "22.6", "0.5", "0.012", "0.0001234", "0"]);
}

#[test]
fn the_chain_is_explained_with_its_own_numbers() {
    let lines = [
        (FunnelFigure::Required { stage: 0 }, "(10,000,000 − 0) ÷ 200,000 = 50"),
        (FunnelFigure::Required { stage: 1 }, "50 ÷ 0.5 = 100"),
        (FunnelFigure::Required { stage: 3 }, "250 ÷ 0.3 = 833.33"),
        (FunnelFigure::Expected { stage: 1 }, "10 × 0.5 = 5"),
        (FunnelFigure::Expected { stage: 2 }, "40 × (0.5 × 0.4 = 0.2) = 8"),
        (FunnelFigure::ExpectedAll, "0 + 5 + 8 + 6 + 3.6 = 22.6"),
        (FunnelFigure::Gap, "50 − 22.6 = 27.4"),
        (FunnelFigure::Extra { stage: 4 }, "27.4 ÷ (0.5 × 0.4 × 0.3 × 0.2 = 0.012) = 2,283.33"),
        (FunnelFigure::LastDay { stage: 4 }, "15 + 45 + 60 + 60 + 30 = 210"),
        (FunnelFigure::Helps { step: 3 }, "1 − 3,968.25 ÷ 4,166.67 = 4.8%"),
    ];
    for (figure, line) in lines {
        assert_eq!(worked(figure, |_| {}), line, "{figure:?}");
    }
    let view = view(&mut engine(|_| {}));
    let explained = explain_funnel(ENGLISH, FunnelFigure::Required { stage: 3 }, FunnelContext { view: &view, certainty: None }).unwrap();
    assert_eq!(explained.inputs, [("Rounded up".to_owned(), "834".to_owned())]);
    let last_day = explain_funnel(ENGLISH, FunnelFigure::LastDay { stage: 4 }, FunnelContext { view: &view, certainty: None }).unwrap();
    assert_eq!(last_day.formula[1], "31 Dec 2026 − 210 days = 4 Jun 2026");
}

#[test]
fn what_is_typed_or_cannot_be_reached_is_said() {
    let typed = |scenario: &mut Scenario| scenario.levels.get_mut("C").unwrap().required = Some(300.0);
    assert_eq!(worked(FunnelFigure::Required { stage: 2 }, typed), "300: typed; the chain gives 250");
    let blocked = |scenario: &mut Scenario| scenario.levels.get_mut("C").unwrap().rate.as_mut().unwrap().rate = 0.0;
    assert_eq!(worked(FunnelFigure::Required { stage: 2 }, blocked), "100 ÷ 0 = ∞: nobody advances from C to B");
}

#[test]
fn levers_and_the_least_known_rate_are_worked_out() {
    let view = view(&mut engine(|_| {}));
    let lift = explain_funnel(ENGLISH, FunnelFigure::RelativeLift, FunnelContext { view: &view, certainty: None }).unwrap();
    assert_eq!(lift.formula, ["4,166.67 ÷ 1.1 = 3,787.88 → 3,788", "1 − 1 ÷ 1.1 = 9.1%"]);
    // METHODS 3: .405 of the variance lies in B → A.
    let line = worked(FunnelFigure::Uncertainty { step: 0 }, as_sure_as);
    assert_eq!(line, "0.05 ÷ (0.05 + 0.03 + 0.02333 + 0.02) = 0.405");
}

#[test]
fn the_people_are_worked_out_by_tier() {
    let lines = [
        (FunnelFigure::Hours(People::Tier(0)), "100 × 6 = 600"),
        (FunnelFigure::Fte(People::Tier(0)), "600 ÷ 404.8 = 1.482"),
        (FunnelFigure::Heads(People::Tier(0)), "⌈1.1 × 1.482⌉ = 2"),
        (FunnelFigure::Heads(People::All), "2 + 3 + 10 = 15"),
    ];
    for (figure, line) in lines {
        assert_eq!(worked(figure, |_| {}), line, "{figure:?}");
    }
}

#[test]
fn the_simulation_names_belief_and_error() {
    let mut engine = engine(as_sure_as);
    let (view, certainty) = (view(&mut engine), certainty(&mut engine));
    let context = FunnelContext { view: &view, certainty: Some(&certainty) };
    let at_b = explain_funnel(ENGLISH, FunnelFigure::Confident { stage: 1 }, context).unwrap();
    // METHODS 3: 124 at 80 % with the Jeffreys posterior of 10 of 20.
    assert_eq!(at_b.formula[1..], ["N = 124", "rate: Beta(10.5, 10.5)"]);
    let chance = explain_funnel(ENGLISH, FunnelFigure::ChancePlain, context).unwrap();
    assert!(chance.formula[0].contains(" ÷ 20,000 = 0.4"), "{:?}", chance.formula);
    assert!(chance.inputs.contains(&("Needed at E".to_owned(), "4,167".to_owned())), "{:?}", chance.inputs);
}

#[test]
fn every_figure_is_defined_in_both_languages() {
    let mut engine = engine(as_sure_as);
    let (view, certainty) = (view(&mut engine), certainty(&mut engine));
    let context = FunnelContext { view: &view, certainty: Some(&certainty) };
    let mut figures = vec![
        FunnelFigure::AverageOrder,
        FunnelFigure::ExpectedAll,
        FunnelFigure::Gap,
        FunnelFigure::ChancePlain,
        FunnelFigure::ChanceStock,
        FunnelFigure::ChanceInTime,
        FunnelFigure::RelativeLift,
        FunnelFigure::RuleOfThumb,
    ];
    for stage in 0..5 {
        figures.extend([FunnelFigure::Required { stage }, FunnelFigure::Expected { stage }, FunnelFigure::Extra { stage }]);
        figures.extend([FunnelFigure::LastDay { stage }, FunnelFigure::Confident { stage }]);
    }
    for step in 0..4 {
        figures.extend([FunnelFigure::Rate { step }, FunnelFigure::Helps { step }, FunnelFigure::Uncertainty { step }]);
    }
    figures.extend((0..3).map(|point| FunnelFigure::Band { point }));
    for who in [People::All, People::Tier(0), People::Tier(1), People::Tier(2)] {
        figures.extend([FunnelFigure::Attempts(who), FunnelFigure::Hours(who), FunnelFigure::Fte(who), FunnelFigure::Heads(who)]);
    }
    for figure in figures {
        let english = explain_funnel(ENGLISH, figure, context).unwrap_or_else(|| panic!("{figure:?}"));
        assert!(english.definition.ends_with(['.', ')']) && !english.formula.is_empty(), "{figure:?}");
        assert!(explain_funnel(CHINESE, figure, context).unwrap().definition.ends_with('。'), "{figure:?}");
    }
}
