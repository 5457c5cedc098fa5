use super::*;
use crate::plan::{Confidence, chance_of, entries_needed};

fn known(rates: &[f64]) -> Vec<RateBelief> {
    rates.iter().map(|&rate| RateBelief::Known { rate }).collect()
}

fn methods() -> SimulationPlan {
    let counts = [(10.0, 20.0), (20.0, 50.0), (30.0, 100.0), (40.0, 200.0)];
    SimulationPlan {
        steps: counts.map(|(reached, entered)| RateBelief::Counted { reached, entered }).to_vec(),
        stock: vec![],
        entries: 4_167,
        goal: Goal::Sales(50.0),
        orders: OrderSizes::Average(200_000.0),
        draws: DRAWS,
        seed: 1,
    }
}

fn run(plan: &SimulationPlan) -> Outcomes {
    let mut simulation = Simulation::start(plan).unwrap();
    assert_eq!(simulation.step(u32::MAX), simulation.of());
    simulation.finish().unwrap()
}

/// Oracle: numpy and scipy, 4,000,000 posterior draws, `binom.sf(49, E, p)` averaged.
#[test]
fn the_funnel_of_the_methods_reaches_its_goal_as_often_as_worked_out_exactly() {
    let outcomes = run(&SimulationPlan { draws: 200_000, ..methods() });
    for (entries, wanted) in [(2_284.0, 0.0417), (4_167.0, 0.4798), (5_000.0, 0.6649), (6_000.0, 0.8127), (7_000.0, 0.8973)] {
        let chance = outcomes.chance(entries);
        assert!((chance.share - wanted).abs() < 3.5 * chance.error + 5e-5, "{entries}: {chance:?}");
    }
    // The sales of 4,167 entries are drawn by themselves: as often 50 or more.
    let reached = outcomes.sales.iter().filter(|sales| **sales >= 50.0).count() as f64 / 200_000.0;
    assert!((reached - 0.4798).abs() < 0.005, "{reached}");
}

#[test]
fn one_step_agrees_with_the_exact_chance() {
    for belief in [RateBelief::Known { rate: 0.5 }, RateBelief::Counted { reached: 10.0, entered: 20.0 }] {
        let outcomes = run(&SimulationPlan { steps: vec![belief], ..methods() });
        for entries in [90.0, 100.0, 108.0, 124.0, 141.0] {
            let (found, wanted) = (outcomes.chance(entries), chance_of(belief, entries, 50.0).unwrap());
            assert!((found.share - wanted).abs() < 4.0 * found.error.max(1e-3), "{belief:?} {entries}: {found:?}, expected {wanted}");
        }
        let confidence = Confidence::default();
        let needed = outcomes.required_at(1, confidence);
        let exact = entries_needed(belief, 50.0, confidence).unwrap().entries;
        assert!(needed.low.unwrap() - 2.0 <= exact && exact <= needed.high.unwrap() + 2.0, "{needed:?}, expected {exact}");
    }
}

#[test]
fn known_rates_in_a_row_are_one_rate() {
    let outcomes = run(&SimulationPlan { steps: known(&[0.5, 0.4, 0.3, 0.2]), ..methods() });
    for entries in [3_500.0, 4_167.0, 5_000.0] {
        let (found, wanted) = (outcomes.chance(entries), chance_of(RateBelief::Known { rate: 0.012 }, entries, 50.0).unwrap());
        assert!((found.share - wanted).abs() < 4.0 * found.error, "{entries}: {found:?}, expected {wanted}");
    }
}

#[test]
fn the_stock_counts_with_what_it_yields() {
    let stock = vec![0, 10, 40, 100, 300];
    let plan = SimulationPlan { steps: known(&[0.5, 0.4, 0.3, 0.2]), stock, entries: 0, ..methods() };
    let outcomes = run(&plan);
    // METHODS 3: 22.6 sales from the stock on average, a gap of 27.4 and 2,284 entries more.
    assert!((outcomes.sales_band().mean - 22.6).abs() < 0.15);
    let entries = outcomes.extra_at(4, Confidence::new(0.5).unwrap()).entries.unwrap();
    assert!((entries - 2_284.0).abs() < 40.0, "{entries}");
    // What stands at the sale is sold.
    let sold = run(&SimulationPlan { stock: vec![50], ..plan });
    assert_eq!((sold.chance(0.0).share, sold.sales_band().p10), (1.0, 50.0));
}

#[test]
fn the_result_is_the_same_whatever_the_steps_and_another_with_another_seed() {
    let plan = SimulationPlan { orders: OrderSizes::History(vec![1.0, 2.0, 9.0]), stock: vec![1, 2, 3], ..methods() };
    let whole = run(&plan);
    let mut simulation = Simulation::start(&plan).unwrap();
    for draws in [1, 0, 999, 7_001] {
        simulation.step(draws);
        assert!(simulation.clone().finish().is_none());
    }
    while simulation.step(3_333) < DRAWS {}
    assert_eq!(simulation.finish().unwrap(), whole);
    assert_ne!(run(&SimulationPlan { seed: 2, ..plan }), whole);
}

#[test]
fn the_entries_in_hand_change_nothing_of_what_it_takes() {
    let plan = SimulationPlan { orders: OrderSizes::History(vec![1.0, 2.0, 9.0]), goal: Goal::Revenue(200.0), ..methods() };
    let (few, many) = (run(&plan), run(&SimulationPlan { entries: 9_000, ..plan }));
    assert_eq!((&few.required, &few.extra), (&many.required, &many.extra));
    let sums = few.revenue_band().p50..many.revenue_band().p50;
    assert!(sums.start < sums.end);
}

#[test]
fn a_revenue_in_orders_of_one_size_is_a_number_of_sales() {
    let (sales, revenue) = (run(&methods()), run(&SimulationPlan { goal: Goal::Revenue(9_900_000.0), ..methods() }));
    assert_eq!(sales, revenue);
    assert_eq!(sales.revenue_band().p50, sales.sales_band().p50 * 200_000.0);
}

#[test]
fn a_rate_of_zero_cannot_be_reached_but_may_not_be_needed() {
    let plan = SimulationPlan { steps: known(&[0.5, 0.0]), stock: vec![0, 200], ..methods() };
    let outcomes = run(&plan);
    assert_eq!(outcomes.required_at(2, Confidence::default()).entries, None);
    assert_eq!(outcomes.chance_without_stock(2, 1e9).share, 0.0);
    assert_eq!(outcomes.extra_at(2, Confidence::default()).entries, Some(0.0));
    assert!(outcomes.chance(0.0).share > 0.99);
    // A posterior of 0 of 20 is no zero: it can be reached, by many.
    let unlucky = RateBelief::Counted { reached: 0.0, entered: 20.0 };
    let outcomes = run(&SimulationPlan { steps: vec![unlucky; 2], goal: Goal::Sales(2.0), ..methods() });
    assert!(outcomes.required_at(2, Confidence::default()).entries.unwrap() > 10_000.0);
}

#[test]
fn bad_input_names_what_is_allowed() {
    let refused = |plan: SimulationPlan| Simulation::start(&plan).unwrap_err();
    assert_eq!(refused(SimulationPlan { steps: vec![], ..methods() }), SimulationError::NoSteps);
    let rate = SimulationError::Rate { step: 1, error: RateError::Rate { found: Some(1.5) } };
    assert_eq!(refused(SimulationPlan { steps: known(&[0.5, 1.5]), ..methods() }), rate);
    let stock = SimulationError::Stock { stage: 1, found: u64::MAX };
    assert_eq!(refused(SimulationPlan { stock: vec![0, u64::MAX], ..methods() }), stock);
    assert_eq!(refused(SimulationPlan { entries: u64::MAX, ..methods() }), SimulationError::Entries { found: u64::MAX });
    let goal = |goal: Goal| refused(SimulationPlan { goal, ..methods() });
    assert_eq!(goal(Goal::Sales(-1.0)), SimulationError::Goal { found: Some(-1.0) });
    assert_eq!(goal(Goal::Revenue(f64::NAN)), SimulationError::Goal { found: None });
    assert_eq!(goal(Goal::Revenue(1e12)), SimulationError::Goal { found: Some(1e12) });
    assert_eq!(refused(SimulationPlan { draws: 10, ..methods() }), SimulationError::Draws { found: 10 });
    let orders = SimulationError::Orders(OrderError::NoHistory);
    assert_eq!(refused(SimulationPlan { orders: OrderSizes::History(vec![]), ..methods() }), orders);
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(8))]

    #[test]
    fn more_entries_are_never_less_likely_and_more_confidence_never_needs_fewer(
        counts in proptest::collection::vec((0_u32..20, 1_u32..30), 1..5), stock in proptest::collection::vec(0_u64..50, 0..6),
        sales in 0_u32..60, seed: u64,
    ) {
        let counted = |&(reached, more): &(u32, u32)| {
            RateBelief::Counted { reached: f64::from(reached), entered: f64::from(reached + more) }
        };
        let steps: Vec<_> = counts.iter().map(counted).collect();
        let outcomes = run(&SimulationPlan { steps, stock, goal: Goal::Sales(f64::from(sales)), seed, ..methods() });
        let chances: Vec<f64> = (0..200).map(|tens| outcomes.chance(f64::from(tens) * 10.0).share).collect();
        proptest::prop_assert!(chances.is_sorted() && chances.iter().all(|share| (0.0..=1.0).contains(share)));
        let farthest = counts.len();
        for stage in 0..=farthest {
            let needed: Vec<f64> = (50..=99_u8)
                .map(|percent| outcomes.extra_at(stage, Confidence::new(f64::from(percent) / 100.0).unwrap()))
                .map(|needed| needed.entries.unwrap_or(f64::INFINITY))
                .collect();
            proptest::prop_assert!(needed.is_sorted() && needed[0] >= 0.0);
        }
        // The number named for a confidence has it.
        let needed = outcomes.required_at(farthest, Confidence::default()).entries;
        proptest::prop_assert!(needed.is_none_or(|needed| outcomes.chance_without_stock(farthest, needed).share >= 0.8));
    }
}
