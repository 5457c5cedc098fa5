//! The stock on hand held against what the chain needs: what it will yield, what is missing, where it is thin (METHODS 3).

use serde::{Deserialize, Serialize};

use super::chain::{Chain, Reach};
use super::input::{Allowed, Checks, Field, InputError};
use crate::units::Sum;

/// The stock at one stage.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct StockStage {
    /// Open customers standing here.
    pub stock: f64,
    pub required: Reach,
    /// Share of those standing here that ever reaches the sale, p(L→A); `None` where a rate is not known.
    pub to_sale: Option<f64>,
    /// Sales expected from those standing here.
    pub expected: Option<f64>,
    /// New customers that would have to come in at this stage to close the gap from here, at the rates of the chain.
    pub extra: Reach,
    /// Stock ÷ required; `None` at the sale itself, and where nothing or no number is required.
    pub cover: Option<f64>,
}

/// The stock held against a chain.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StockPlan {
    /// As the stages of the chain, from the sale outward.
    pub stages: Vec<StockStage>,
    /// Sales expected from the whole stock; where a rate is not known, from the stages whose rates are.
    pub expected_sales: f64,
    /// The step whose unknown rate leaves some of the stock out of `expected_sales`.
    pub unknown_step: Option<usize>,
    /// Sales that are missing, never negative. `None` where it is not known how many are needed.
    pub gap: Option<f64>,
    /// Sales expected beyond what is needed, never negative.
    pub surplus: Option<f64>,
    /// The stage with the smallest stock against need; of equals the one nearest the sale. `None` where nothing is needed.
    pub thin: Option<usize>,
}

impl StockPlan {
    /// New customers needed at the farthest stage, extra E = gap ÷ p(E→A).
    #[must_use]
    pub fn extra_entries(&self) -> Reach {
        self.stages[self.stages.len() - 1].extra
    }
}

/// Holds `stock`, open customers by stage from the sale outward, against a chain. Missing stages count as 0, further ones are left out.
///
/// Those at the nearest stage count whole: who is "being signed" is stock as long as the order is not part of what is already signed.
/// A number typed over the chain changes what is required and thus the cover; yield and extra customers go by the rates.
///
/// ```
/// use fourfold::plan::{ChainInput, Figure, StepInput, back_calculation, hold_against};
/// use fourfold::units::rounded_up;
/// let steps = [0.5, 0.4, 0.3, 0.2].map(|rate| StepInput { rate: Figure::typed(rate), typed_required: None }).to_vec();
/// let average_order = Figure::typed(200_000.0);
/// let input = ChainInput { target: 10_000_000.0, signed: 0.0, average_order, typed_sales: None, steps };
/// // METHODS 3: 10 B, 40 C, 100 D, 300 E
/// let plan = hold_against(&back_calculation(&input).unwrap(), &[0.0, 10.0, 40.0, 100.0, 300.0]).unwrap();
/// assert!((plan.expected_sales - 22.6).abs() < 1e-9);
/// assert!((plan.gap.unwrap() - 27.4).abs() < 1e-9);
/// assert_eq!(rounded_up(plan.extra_entries().needed().unwrap()), 2284.0);
/// // 300 of 4,166.7 is less than 10 of 100, 40 of 250 or 100 of 833.3.
/// assert_eq!(plan.thin, Some(4));
/// ```
///
/// # Errors
/// A stock that is negative or no number.
pub fn hold_against(chain: &Chain, stock: &[f64]) -> Result<StockPlan, Vec<InputError>> {
    let mut checks = Checks::default();
    for (stage, &stock) in stock.iter().enumerate().take(chain.stages.len()) {
        checks.check(Field::Stock { stage }, stock, Allowed::NotNegative);
    }
    checks.done()?;
    let mut stages: Vec<_> = (0..chain.stages.len()).map(|stage| stock_stage(chain, stage, stock)).collect();
    let expected_sales = stages.iter().filter_map(|stage| stage.expected).collect::<Sum>().value();
    let needed = chain.sales().needed();
    let gap = needed.map(|needed| (needed - expected_sales).max(0.0));
    work_back(&mut stages, chain, gap);
    Ok(StockPlan {
        expected_sales,
        unknown_step: unknown_step(chain, &stages),
        gap,
        surplus: needed.map(|needed| (expected_sales - needed).max(0.0)),
        thin: thin(&stages),
        stages,
    })
}

fn stock_stage(chain: &Chain, stage: usize, stock: &[f64]) -> StockStage {
    let stock = stock.get(stage).copied().unwrap_or(0.0);
    let to_sale = chain.to_sale(stage);
    let required = chain.stages[stage].required;
    let cover = required.needed().filter(|&needed| stage > 0 && needed > 0.0).map(|needed| stock / needed);
    // Nobody yields nothing, whatever the rate.
    let expected = if stock == 0.0 { Some(0.0) } else { to_sale.map(|to_sale| stock * to_sale) };
    StockStage { stock, required, to_sale, expected, extra: required, cover: cover.filter(|cover| cover.is_finite()) }
}

/// Works the gap back through the rates, as the chain works back the target.
fn work_back(stages: &mut [StockStage], chain: &Chain, gap: Option<f64>) {
    let mut extra = gap.map_or(chain.sales(), Reach::Needed);
    for (stage, held) in stages.iter_mut().enumerate() {
        if let Some(step) = stage.checked_sub(1) {
            extra = extra.farther_out(step, chain.steps[step].rate);
        }
        held.extra = extra;
    }
}

fn unknown_step(chain: &Chain, stages: &[StockStage]) -> Option<usize> {
    let unknown = chain.steps.iter().position(|step| step.rate.is_none())?;
    stages.iter().any(|stage| stage.expected.is_none()).then_some(unknown)
}

fn thin(stages: &[StockStage]) -> Option<usize> {
    let covers = stages.iter().enumerate().filter_map(|(place, stage)| Some((place, stage.cover?)));
    covers.min_by(|left, right| left.1.total_cmp(&right.1)).map(|(place, _)| place)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::chain::tests::{needed, workshop};
    use crate::plan::{Figure, back_calculation};

    #[test]
    fn the_gap_is_worked_back_to_every_stage() {
        let chain = back_calculation(&workshop()).unwrap();
        let plan = hold_against(&chain, &[0.0, 10.0, 40.0, 100.0, 300.0]).unwrap();
        let extra: Vec<_> = plan.stages.iter().map(|stage| stage.extra.needed().unwrap()).collect();
        for (found, wanted) in extra.iter().zip([27.4, 54.8, 137.0, 456.667, 2283.333]) {
            assert!((found - wanted).abs() < 1e-3, "{found} {wanted}");
        }
        let expected: Vec<_> = plan.stages.iter().map(|stage| stage.expected.unwrap()).collect();
        for (found, wanted) in expected.iter().zip([0.0, 5.0, 8.0, 6.0, 3.6]) {
            assert!((found - wanted).abs() < 1e-9);
        }
        assert_eq!(plan.stages[1].cover, Some(0.1));
        assert_eq!(plan.surplus, Some(0.0));
    }

    #[test]
    fn more_stock_than_needed_is_a_surplus_and_no_gap() {
        let plan = hold_against(&back_calculation(&workshop()).unwrap(), &[40.0, 100.0]).unwrap();
        assert_eq!((plan.expected_sales, plan.gap, plan.surplus), (90.0, Some(0.0), Some(40.0)));
        assert_eq!(plan.extra_entries(), Reach::Needed(0.0));
        // Nobody at all stands at C, D and E.
        assert_eq!(plan.thin, Some(2));
    }

    #[test]
    fn stock_behind_a_rate_of_0_yields_nothing() {
        let mut input = workshop();
        input.steps[1].rate = Figure::typed(0.0);
        let chain = back_calculation(&input).unwrap();
        let plan = hold_against(&chain, &[0.0, 10.0, 40.0, 100.0, 300.0]).unwrap();
        assert_eq!((plan.expected_sales, plan.gap), (5.0, Some(45.0)));
        assert_eq!(plan.extra_entries(), Reach::CannotBeReached { step: 1 });
        assert_eq!(plan.stages[2].cover, None);
        assert_eq!(plan.thin, Some(1));
        // Enough at B: no more are needed anywhere.
        assert_eq!(hold_against(&chain, &[0.0, 100.0]).unwrap().extra_entries(), Reach::Needed(0.0));
    }

    #[test]
    fn stock_behind_an_unknown_rate_is_left_out_and_said_so() {
        let mut input = workshop();
        input.steps[2].rate = Figure::default();
        let chain = back_calculation(&input).unwrap();
        let plan = hold_against(&chain, &[0.0, 10.0, 40.0, 0.0, 300.0]).unwrap();
        assert_eq!((plan.expected_sales, plan.unknown_step), (13.0, Some(2)));
        assert_eq!((plan.stages[3].expected, plan.stages[4].expected), (Some(0.0), None));
        assert_eq!(plan.stages[2].extra.needed(), Some(185.0));
        assert_eq!(plan.extra_entries(), Reach::RateUnknown { step: 2 });
        assert_eq!(hold_against(&chain, &[0.0, 10.0]).unwrap().unknown_step, None);
    }

    #[test]
    fn typed_numbers_count_in_the_cover() {
        let mut input = workshop();
        input.steps[0].typed_required = Some(1000.0);
        let chain = back_calculation(&input).unwrap();
        let plan = hold_against(&chain, &needed(&back_calculation(&workshop()).unwrap())).unwrap();
        for stage in 1..5 {
            assert!((plan.stages[stage].cover.unwrap() - 0.1).abs() < 1e-12);
        }
    }

    #[test]
    fn a_stock_that_is_none_is_named() {
        let chain = back_calculation(&workshop()).unwrap();
        let error = |stage, found| InputError { field: Field::Stock { stage }, found, allowed: Allowed::NotNegative };
        assert_eq!(hold_against(&chain, &[0.0, -1.0, f64::NAN]).unwrap_err(), [error(1, Some(-1.0)), error(2, None)]);
    }
}
