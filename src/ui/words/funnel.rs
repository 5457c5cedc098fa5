//! The sentence over the funnel, and its figures in words.

use crate::engine::FunnelView;
use crate::plan::{Allowed, Field, InputError, Reach};
use crate::tables::folded_spelling;
use crate::ui::i18n::Texts;
use crate::units::rounded_up;
use crate::workspace::FunnelPlan;

/// How a number of customers is shown: rounded up, a dash where there is none.
#[must_use]
pub fn reach_text(texts: Texts, reach: Reach) -> String {
    match reach {
        Reach::Needed(number) => texts.decimal(rounded_up(number), 0),
        Reach::CannotBeReached { .. } => "∞".to_owned(),
        Reach::RateUnknown { .. } => "–".to_owned(),
    }
}

/// A number of sales or of stock: one decimal where it is not whole.
#[must_use]
pub fn part_text(texts: Texts, value: f64) -> String {
    let tenths = (value * 10.0).round() / 10.0;
    texts.decimal(tenths, usize::from(tenths.fract() != 0.0))
}

/// What the page says first.
#[must_use]
pub fn funnel_finding(texts: Texts, view: &FunnelView) -> String {
    let scenario = view.shown();
    if scenario.target.is_none() && scenario.sales.is_none() {
        return texts.funnel_find_no_target().to_owned();
    }
    let chain = match &view.chain {
        Ok(chain) => chain,
        Err(errors) if only_order_missing(errors) => return texts.funnel_find_no_order().to_owned(),
        Err(_) => return texts.funnel_find_mend().to_owned(),
    };
    let name = |stage: usize| stage_name(texts, view, stage);
    let step = |step: usize| (name(step + 1), name(step));
    let needed = match chain.sales() {
        Reach::Needed(needed) if needed > 0.0 => needed,
        _ => return texts.funnel_find_won().to_owned(),
    };
    let sales = texts.decimal(rounded_up(needed), 0);
    let expected = view.held.as_ref().map_or(0.0, |held| held.expected_sales);
    let extra = view.held.as_ref().map_or(chain.entries(), crate::plan::StockPlan::extra_entries);
    match extra {
        Reach::RateUnknown { step: unknown } => {
            let (from, to) = step(unknown);
            texts.funnel_find_unknown(from, to)
        }
        Reach::CannotBeReached { step: blocked } => {
            let (from, to) = step(blocked);
            texts.funnel_find_unreachable(from, to)
        }
        Reach::Needed(0.0) => texts.funnel_find_enough(part_text(texts, expected), sales),
        Reach::Needed(extra) => {
            let farthest = name(view.stages.len().saturating_sub(1));
            let extra = texts.decimal(rounded_up(extra), 0);
            if expected > 0.0 {
                texts.funnel_find_gap(part_text(texts, expected), sales, extra, farthest)
            } else {
                texts.funnel_find_plain(sales, extra, farthest)
            }
        }
    }
}

/// Name of a scenario as it is shown: its own, else its number; the only one is the plan.
#[must_use]
pub fn scenario_name(texts: Texts, plan: &FunnelPlan, index: usize) -> String {
    let own = plan.scenarios.get(index).map_or("", |scenario| scenario.name.as_str());
    match (own, plan.scenarios.len()) {
        ("", 0 | 1) => texts.funnel_scenario_plan().to_owned(),
        ("", _) => marked(texts, plan, index, texts.funnel_scenario_named(index + 1)),
        (own, _) => marked(texts, plan, index, own.to_owned()),
    }
}

fn marked(texts: Texts, plan: &FunnelPlan, index: usize, name: String) -> String {
    if index == plan.chosen { texts.funnel_scenario_chosen(name) } else { name }
}

/// A name for one more scenario that no other is shown by: numbered from its place on.
#[must_use]
pub fn free_scenario_name(texts: Texts, plan: &FunnelPlan) -> String {
    let taken: Vec<String> = plan.scenarios.iter().map(|scenario| folded_spelling(&scenario.name)).collect();
    let numbered = |number: usize| texts.funnel_scenario_named(number);
    let is_free = |name: &String| !taken.contains(&folded_spelling(name));
    // One more name than there are scenarios: one of them is free.
    let names = (plan.scenarios.len() + 1..=2 * plan.scenarios.len() + 1).map(numbered);
    names.into_iter().find(is_free).unwrap_or_default()
}

/// The code of a stage, the word for the sale where it is no level.
#[must_use]
pub fn stage_name(texts: Texts, view: &FunnelView, stage: usize) -> String {
    match view.stages.get(stage) {
        Some(stage) if !stage.code.is_empty() => stage.code.clone(),
        _ => texts.funnel_won_stage().to_owned(),
    }
}

/// The message for one field, if it is refused.
#[must_use]
pub fn plan_error(texts: Texts, errors: &[InputError], field: &Field) -> Option<String> {
    let error = errors.iter().find(|error| error.field == *field)?;
    let found = error.found?;
    Some(match error.allowed {
        Allowed::WholeInAll => texts.funnel_split_whole(texts.share(found)),
        allowed => texts.figure_message(&texts.decimal(found, 0), allowed),
    })
}

fn only_order_missing(errors: &[InputError]) -> bool {
    matches!(errors, [InputError { field: Field::AverageOrder, found: None, .. }])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{Engine, Query, View};
    use crate::plan::Scheme;
    use crate::ui::i18n::Language;
    use crate::workspace::{Action, AverageOrder, LevelChoice, Scenario, Sureness, TypedRate};

    const ENGLISH: Texts = Texts(Language::English);

    fn finding(language: Language, edit: impl FnOnce(&mut FunnelPlan)) -> String {
        let mut engine = Engine::default();
        let mut plan = FunnelPlan::default();
        edit(&mut plan);
        engine.apply(&Action::SetFunnel { plan }).unwrap();
        let View::Funnel(view) = engine.query(&Query::Funnel { scenario: Some(0) }).unwrap() else { panic!("another view") };
        funnel_finding(Texts(language), &view)
    }

    /// METHODS 3: 10,000,000 / 200,000 at .5/.4/.3/.2 with 10 B, 40 C, 100 D, 300 E.
    fn workshop(plan: &mut FunnelPlan) {
        let scenario = &mut plan.scenarios[0];
        scenario.target = Some(10_000_000.0);
        scenario.average_order = AverageOrder::Typed(200_000.0);
        for (code, rate, stock) in [("B", 0.5, 10.0), ("C", 0.4, 40.0), ("D", 0.3, 100.0), ("E", 0.2, 300.0)] {
            let rate = Some(TypedRate { rate, sure: Sureness::Known });
            scenario.levels.insert(code.to_owned(), LevelChoice { rate, stock: Some(stock), ..LevelChoice::default() });
        }
    }

    #[test]
    fn the_workshop_is_told_in_one_sentence() {
        assert_eq!(
            finding(Language::English, workshop),
            "The stock on hand will bring 22.6 of 50 sales. Reaching the target takes 2,284 more entries at E."
        );
        assert_eq!(finding(Language::Chinese, workshop), "现有存量预计成交 22.6 单，需要 50 单。达到目标还需在 E 级新增 2,284 家。");
    }

    #[test]
    fn what_is_missing_is_asked_for() {
        assert_eq!(finding(Language::English, |_| {}), ENGLISH.funnel_find_no_target());
        assert_eq!(finding(Language::English, |plan| plan.scenarios[0].target = Some(9.0)), ENGLISH.funnel_find_no_order());
        let without_rate = |plan: &mut FunnelPlan| {
            workshop(plan);
            plan.scenarios[0].levels.get_mut("D").unwrap().rate = None;
        };
        assert_eq!(finding(Language::English, without_rate), ENGLISH.funnel_find_unknown("D", "C"));
    }

    #[test]
    fn scenarios_are_shown_by_name_or_number_and_a_new_one_gets_a_free_name() {
        let named = |names: &[&str]| {
            let scenario = |name: &&str| Scenario { name: (*name).to_owned(), ..Scenario::default() };
            FunnelPlan { scenarios: names.iter().map(scenario).collect(), ..FunnelPlan::default() }
        };
        assert_eq!(scenario_name(ENGLISH, &named(&[""]), 0), "The plan");
        let two = named(&["", "Cautious"]);
        assert_eq!([0, 1].map(|index| scenario_name(ENGLISH, &two, index)), ["Scenario 1 (the plan)", "Cautious"]);
        assert_eq!(free_scenario_name(ENGLISH, &named(&[""])), "Scenario 2");
        assert_eq!(free_scenario_name(Texts(Language::Chinese), &named(&[""])), "方案 2");
        // The core refuses a name that differs in case, width or blanks alone.
        assert_eq!(free_scenario_name(ENGLISH, &named(&["", "ＳＣＥＮＡＲＩＯ 4", "scenario 5"])), "Scenario 6");
    }

    #[test]
    fn a_rate_of_nothing_cannot_be_reached() {
        let blocked = |plan: &mut FunnelPlan| {
            workshop(plan);
            plan.scheme = Scheme::contract();
            plan.scenarios[0].levels.get_mut("C").unwrap().rate = Some(TypedRate { rate: 0.0, sure: Sureness::Known });
        };
        assert_eq!(finding(Language::English, blocked), ENGLISH.funnel_find_unreachable("C", "B"));
    }
}
