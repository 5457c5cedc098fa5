//! What holds for any funnel: the chain, the stock against it, the levers, the forecast and the staff.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use fourfold::calendar::Day;
use fourfold::plan::{
    Chain, ChainInput, Figure, Group, Inflow, LeverInput, Lifts, Reach, StaffingOptions, StepInput, Transitions, back_calculation,
    customers_by_step, forward_calculation, heads, hold_against, last_entry_days, levers, plan_groups, review_sample, staffing,
};
use fourfold::units::{nearly_equal, reaches, rounded_up};
use proptest::prelude::*;

/// Rates as workshops have them, and now and then none at all.
fn rate() -> impl Strategy<Value = f64> {
    prop_oneof![8 => 0.01..=1.0, 1 => Just(1.0), 1 => Just(0.0)]
}

fn chain_input() -> impl Strategy<Value = ChainInput> {
    let steps = prop::collection::vec(rate(), 1..7);
    (0.0..1e9, prop_oneof![Just(0.0), 0.0..2e9], 1.0..1e6, steps).prop_map(|(target, signed, order, rates)| ChainInput {
        target,
        signed,
        average_order: Figure::typed(order),
        typed_sales: None,
        steps: rates.into_iter().map(|rate| StepInput { rate: Figure::computed(rate), typed_required: None }).collect(),
    })
}

/// Mostly a figure that is allowed, at times as small or large as one can be, at times none.
fn figure() -> impl Strategy<Value = f64> {
    prop_oneof![8 => 0.0..1e6, 2 => Just(0.0), 2 => Just(1e15), 2 => Just(f64::MIN_POSITIVE), 1 => prop::num::f64::ANY]
}

/// Any figures at all, with numbers typed over the chain.
fn any_chain_input() -> impl Strategy<Value = ChainInput> {
    let tiny_or_rate = prop_oneof![6 => rate(), 1 => Just(f64::MIN_POSITIVE), 1 => Just(1e-300)];
    let rates = (prop::option::weighted(0.9, tiny_or_rate), prop::option::weighted(0.2, figure()));
    let steps = prop::collection::vec((rates, prop::option::weighted(0.2, figure())), 0..6);
    (figure(), figure(), prop::option::weighted(0.9, figure()), prop::option::weighted(0.2, figure()), steps).prop_map(
        |(target, signed, order, typed_sales, steps)| ChainInput {
            target,
            signed,
            average_order: Figure { computed: order, typed: None },
            typed_sales,
            steps: steps
                .into_iter()
                .map(|((computed, typed), typed_required)| StepInput { rate: Figure { computed, typed }, typed_required })
                .collect(),
        },
    )
}

fn stock() -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec(prop_oneof![Just(0.0), (0..5_000_u32).prop_map(f64::from), Just(1e12)], 0..8)
}

fn finite(reach: Reach) -> bool {
    reach.needed().is_none_or(|number| number.is_finite() && number >= 0.0)
}

/// The first step that lets nobody through.
fn closed_step(chain: &Chain) -> Option<usize> {
    chain.steps.iter().position(|step| step.rate == Some(0.0))
}

proptest! {
    #[test]
    fn the_entries_worked_back_reach_the_target_and_one_fewer_misses_it(input in chain_input()) {
        let chain = back_calculation(&input).unwrap();
        let sales = chain.sales().needed().unwrap();
        prop_assert!(reaches(input.signed + sales * chain.average_order, input.target));
        match (closed_step(&chain), chain.entries()) {
            (Some(step), found) if sales > 0.0 => prop_assert_eq!(found, Reach::CannotBeReached { step }),
            (_, Reach::Needed(entries)) => {
                let rates = chain.rates().unwrap();
                let shown = rounded_up(entries);
                prop_assert!(reaches(forward_calculation(shown, &rates)[0], sales));
                // An entry that makes less than the tolerance of the whole is lost in it.
                if entries > 0.0 && 1e-9 * entries < 1.0 {
                    prop_assert!(!reaches(forward_calculation(entries * (1.0 - 2e-9) , &rates)[0], sales));
                    prop_assert!(forward_calculation(shown - 1.0, &rates)[0] < sales);
                }
            }
            (_, found) => prop_assert!(false, "{found:?}"),
        }
    }

    #[test]
    fn forward_is_the_way_back(entries in 0.0..1e9, rates in prop::collection::vec(0.01..=1.0, 1..7)) {
        let expected = forward_calculation(entries, &rates);
        let steps = rates.iter().map(|&rate| StepInput { rate: Figure::typed(rate), typed_required: None }).collect();
        let input = ChainInput { target: expected[0], signed: 0.0, average_order: Figure::typed(1.0), typed_sales: None, steps };
        let chain = back_calculation(&input).unwrap();
        for (stage, expected) in chain.stages.iter().zip(expected) {
            prop_assert!(nearly_equal(stage.required.needed().unwrap(), expected));
        }
    }

    #[test]
    fn whatever_is_typed_gives_finite_numbers_or_names_what_is_wrong(input in any_chain_input(), stock in stock()) {
        match back_calculation(&input) {
            Err(errors) => prop_assert!(!errors.is_empty() && errors.iter().all(|error| error.found.is_none_or(f64::is_finite))),
            Ok(chain) => {
                prop_assert!(chain.remaining.is_finite());
                prop_assert!(chain.stages.iter().all(|stage| finite(stage.required) && finite(stage.computed)));
                let plan = hold_against(&chain, &stock).unwrap();
                prop_assert!(plan.stages.iter().all(|stage| finite(stage.extra) && stage.cover.is_none_or(f64::is_finite)));
            }
        }
    }

    #[test]
    fn gaps_are_never_negative_and_the_extra_entries_close_them(input in chain_input(), stock in stock()) {
        let chain = back_calculation(&input).unwrap();
        let plan = hold_against(&chain, &stock).unwrap();
        let gap = plan.gap.unwrap();
        prop_assert!(gap >= 0.0 && plan.surplus.unwrap() >= 0.0 && (gap == 0.0 || plan.surplus == Some(0.0)));
        match plan.extra_entries() {
            Reach::Needed(extra) => {
                prop_assert!(extra.is_finite() && extra >= 0.0);
                let from_extra = forward_calculation(extra, &chain.rates().unwrap())[0];
                prop_assert!(reaches(plan.expected_sales + from_extra, chain.sales().needed().unwrap()));
            }
            Reach::CannotBeReached { step } => prop_assert_eq!(Some(step), closed_step(&chain)),
            Reach::RateUnknown { .. } => prop_assert!(false, "all rates are given"),
        }
    }

    #[test]
    fn more_stock_never_needs_more_entries(input in chain_input(), stock in stock(), place in 0..8_usize) {
        let chain = back_calculation(&input).unwrap();
        let before = hold_against(&chain, &stock).unwrap();
        let mut more = stock;
        more.resize(8, 0.0);
        more[place] += 10.0;
        let after = hold_against(&chain, &more).unwrap();
        prop_assert!(after.gap.unwrap() <= before.gap.unwrap());
        if let Some(needed) = before.extra_entries().needed() {
            prop_assert!(after.extra_entries().needed().unwrap() <= needed);
        }
    }

    #[test]
    fn the_groups_make_the_whole(input in chain_input(), won in prop::collection::vec(-1e3..1e6_f64, 1..30), typed in prop::option::of(0.0..=1.0)) {
        let mut groups: Vec<_> = won.iter().map(|&won| Group { won, ..Group::default() }).collect();
        if groups.len() > 1 {
            groups[0].typed_share = typed;
        }
        let plans = plan_groups(&input, &groups).unwrap();
        prop_assert_eq!(plans.len(), groups.len());
        prop_assert!(nearly_equal(plans.iter().map(|plan| plan.share).sum(), 1.0));
        let sales: f64 = plans.iter().map(|plan| plan.chain.sales().needed().unwrap()).sum();
        let whole = back_calculation(&input).unwrap().sales().needed().unwrap();
        // The parts of what remains lose the digits that target and signed have in common.
        prop_assert!((sales - whole).abs() <= 1e-9 * input.target / input.average_order.value().unwrap());
    }

    #[test]
    fn no_lever_makes_it_worse(chain in chain_input(), stock in stock(), per_day in 0.0..100.0, days_left in 0.0..400.0) {
        let dwell_days = vec![30.0; chain.steps.len()];
        let input = LeverInput { chain, stock, dwell_days, inflow: Some(Inflow { per_day, days_left }), lifts: Lifts::default() };
        let found = levers(&input).unwrap();
        let tolerance = 1e-9 * found.revenue.unwrap();
        for effect in &found.effects {
            prop_assert!(effect.revenue.unwrap() >= -tolerance, "{effect:?}");
            prop_assert!(effect.saved_share.is_none_or(|saved| (-1e-9..=1.0).contains(&saved)), "{effect:?}");
        }
    }

    #[test]
    fn who_enters_a_nearer_level_has_longer(dwell_days in prop::collection::vec(0.0..400.0, 1..8), close in 0..40_000_i32) {
        let days = last_entry_days(&dwell_days, Day(close)).unwrap();
        prop_assert!(days[0].unwrap() <= Day(close));
        prop_assert!(days.windows(2).all(|pair| pair[1].unwrap() <= pair[0].unwrap()));
    }

    #[test]
    fn everybody_ends_somewhere(rates in prop::collection::vec(0.0..=1.0, 1..7), dwell in prop::collection::vec(0.0..50.0, 7), start in stock()) {
        let chain = Transitions::from_rates(&rates, &dwell).unwrap();
        let found = chain.absorption();
        let mut to_sale = 1.0;
        for (level, ends) in found.probabilities.iter().enumerate() {
            to_sale *= rates[level];
            prop_assert!((ends[0] - to_sale).abs() < 1e-9);
            prop_assert!((ends.iter().sum::<f64>() - 1.0).abs() < 1e-9);
            prop_assert!(found.periods[level].is_finite() && found.periods[level] >= 1.0 - 1e-9);
        }
        let all: f64 = start.iter().take(rates.len()).sum();
        let after = chain.forecast(&start, &[], 12).pop().unwrap();
        prop_assert!((after.open.iter().chain(&after.into_final).sum::<f64>() - all).abs() <= 1e-9 * all);
    }

    #[test]
    fn heads_do_the_work_and_one_fewer_does_not(input in chain_input()) {
        let chain = back_calculation(&input).unwrap();
        let options = StaffingOptions::default();
        let Ok(customers) = customers_by_step(&chain) else { return Ok(()) };
        let found = staffing(&customers, &options).unwrap();
        for tier in found.tiers {
            prop_assert_eq!(tier.heads, heads(tier.fte, 1.1));
            prop_assert!(reaches(tier.heads, tier.fte * 1.1) && (tier.heads == 0.0 || tier.heads - 1.0 < tier.fte * 1.1));
        }
    }

    #[test]
    fn a_review_sample_has_no_row_twice(rows in 0..500_usize, count in 0..60_usize, seed in any::<u64>()) {
        let sample = review_sample(rows, count, seed);
        prop_assert_eq!(sample.len(), count.min(rows));
        prop_assert!(sample.windows(2).all(|pair| pair[0] < pair[1]) && sample.iter().all(|&row| row < rows));
    }
}
