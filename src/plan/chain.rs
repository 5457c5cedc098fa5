//! Working back from a target to the number needed at every stage, and forward again (METHODS 3).
//! Real numbers are carried throughout; [`rounded_up`](crate::units::rounded_up) is for the screen.

use serde::{Deserialize, Serialize};

use super::input::{Allowed, Checks, Field, InputError};

/// A figure that data may give and a user may type over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// From the data; `None` where they do not say (0 of 0).
    pub computed: Option<f64>,
    pub typed: Option<f64>,
}

impl Figure {
    #[must_use]
    pub fn computed(value: f64) -> Self {
        Self { computed: Some(value), typed: None }
    }

    #[must_use]
    pub fn typed(value: f64) -> Self {
        Self { computed: None, typed: Some(value) }
    }

    /// What counts: the typed one where there is one.
    #[must_use]
    pub fn value(self) -> Option<f64> {
        self.typed.or(self.computed)
    }

    #[must_use]
    pub fn source(self) -> Source {
        if self.typed.is_some() { Source::Typed } else { Source::Computed }
    }
}

/// Where the figure that counts comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Source {
    Computed,
    Typed,
}

/// One step of the chain, from the stage farther out to the one nearer the sale.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StepInput {
    /// 0..=1.
    pub rate: Figure,
    /// Number needed at the outer stage, typed over the computed one.
    pub typed_required: Option<f64>,
}

/// What the chain works from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChainInput {
    /// Revenue to reach, 0 or more, in the currency of the data.
    pub target: f64,
    /// Already signed of it, 0 or more. More than the target leaves nothing to win.
    pub signed: f64,
    /// More than 0.
    pub average_order: Figure,
    /// Number of sales needed, typed over the computed one.
    pub typed_sales: Option<f64>,
    /// Nearest the sale first: B→A, C→B, D→C, E→D.
    pub steps: Vec<StepInput>,
}

/// How many a stage must have had.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reach {
    /// A finite number, not rounded.
    Needed(f64),
    /// The rate of this step is 0, or so small that no number will do.
    CannotBeReached { step: usize },
    /// The rate of this step is not known.
    RateUnknown { step: usize },
}

impl Reach {
    #[must_use]
    pub fn needed(self) -> Option<f64> {
        if let Self::Needed(number) = self { Some(number) } else { None }
    }

    /// Number needed one stage farther out, across `step`. Where nothing is needed, nothing is needed farther out, whatever the rate.
    #[must_use]
    pub fn farther_out(self, step: usize, rate: Option<f64>) -> Self {
        let Self::Needed(number) = self else { return self };
        if number == 0.0 {
            return Self::Needed(0.0);
        }
        let Some(rate) = rate else { return Self::RateUnknown { step } };
        let needed = number / rate;
        if needed.is_finite() { Self::Needed(needed) } else { Self::CannotBeReached { step } }
    }
}

/// The number needed at one stage.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stage {
    /// What counts, and what the stages farther out follow from.
    pub required: Reach,
    pub source: Source,
    /// What the chain gives here without the number typed at this stage.
    pub computed: Reach,
}

/// One step with the rate that counts.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    pub rate: Option<f64>,
    pub source: Source,
}

/// The chain worked back from a target.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Chain {
    /// Target less signed, never negative.
    pub remaining: f64,
    pub average_order: f64,
    /// From the sale outward, one more than steps.
    pub stages: Vec<Stage>,
    pub steps: Vec<Step>,
}

impl Chain {
    /// The rates of all steps, nearest the sale first; `None` where one is not known.
    #[must_use]
    pub fn rates(&self) -> Option<Vec<f64>> {
        self.steps.iter().map(|step| step.rate).collect()
    }

    /// Share of a stage that ever reaches the sale, p(L→A): the product of the rates on the way. `None` where one is not
    /// known and none is 0.
    #[must_use]
    pub fn to_sale(&self, stage: usize) -> Option<f64> {
        let on_the_way = || self.steps.iter().take(stage).map(|step| step.rate);
        // Nobody passes a rate of 0, whatever the unknown ones may be.
        if on_the_way().any(|rate| rate == Some(0.0)) { Some(0.0) } else { on_the_way().product() }
    }

    /// Share of the farthest stage that ever reaches the sale, p(E→A).
    #[must_use]
    pub fn conversion(&self) -> Option<f64> {
        self.to_sale(self.steps.len())
    }

    /// Sales needed.
    #[must_use]
    pub fn sales(&self) -> Reach {
        self.stages[0].required
    }

    /// Number needed at the farthest stage.
    #[must_use]
    pub fn entries(&self) -> Reach {
        self.stages[self.stages.len() - 1].required
    }
}

/// Works back from the target: sales needed = remaining ÷ average order, each stage farther out = the nearer one ÷ rate (METHODS 3).
///
/// A typed number takes the place of the computed one, and everything farther out follows from it.
///
/// ```
/// use fourfold::plan::{ChainInput, Figure, Reach, StepInput, back_calculation};
/// use fourfold::units::rounded_up;
/// let chain = |rates: [f64; 4]| {
///     let steps = rates.map(|rate| StepInput { rate: Figure::typed(rate), typed_required: None }).to_vec();
///     let average_order = Figure::typed(200_000.0);
///     back_calculation(&ChainInput { target: 10_000_000.0, signed: 0.0, average_order, typed_sales: None, steps }).unwrap()
/// };
/// // METHODS 3
/// let found = chain([0.5, 0.4, 0.3, 0.2]);
/// let shown: Vec<_> = found.stages.iter().map(|stage| rounded_up(stage.required.needed().unwrap())).collect();
/// assert_eq!(shown, [50.0, 100.0, 250.0, 834.0, 4167.0]);
/// assert!((found.stages[3].required.needed().unwrap() - 833.3).abs() < 0.05);
/// assert!((found.conversion().unwrap() - 0.012).abs() < 1e-12);
/// // Reals are carried: 7,937, not the 7,950 of a chain rounded at each level.
/// assert_eq!(rounded_up(chain([0.35, 0.3, 0.3, 0.2]).entries().needed().unwrap()), 7937.0);
/// assert_eq!(chain([0.5, 0.0, 0.3, 0.2]).entries(), Reach::CannotBeReached { step: 1 });
/// ```
///
/// # Errors
/// Every figure that is not allowed: a negative target or number, a rate outside 0..=1, an average order of 0 or less or none at all.
pub fn back_calculation(input: &ChainInput) -> Result<Chain, Vec<InputError>> {
    let average_order = checked(input)?;
    let remaining = (input.target - input.signed).max(0.0);
    let sales = remaining / average_order;
    // An order so small that no number of them makes the target is an order of 0.
    let computed = if sales.is_finite() { Reach::Needed(sales) } else { return Err(vec![order_error(average_order)]) };
    let mut stages = vec![stage(computed, input.typed_sales)];
    for (step, given) in input.steps.iter().enumerate() {
        let computed = stages[step].required.farther_out(step, given.rate.value());
        stages.push(stage(computed, given.typed_required));
    }
    let steps = input.steps.iter().map(|step| Step { rate: step.rate.value(), source: step.rate.source() }).collect();
    Ok(Chain { remaining, average_order, stages, steps })
}

/// How many of `entries` at the farthest stage are expected at every stage, from the sale outward.
///
/// ```
/// use fourfold::plan::forward_calculation;
/// assert_eq!(forward_calculation(4000.0, &[0.5, 0.4, 0.3, 0.2]), [48.0, 96.0, 240.0, 800.0, 4000.0]);
/// ```
#[must_use]
pub fn forward_calculation(entries: f64, rates: &[f64]) -> Vec<f64> {
    let mut expected = vec![entries];
    for rate in rates.iter().rev() {
        expected.push(expected[expected.len() - 1] * rate);
    }
    expected.reverse();
    expected
}

/// All checks; gives the average order.
fn checked(input: &ChainInput) -> Result<f64, Vec<InputError>> {
    let mut checks = Checks::default();
    checks.check(Field::Target, input.target, Allowed::NotNegative);
    checks.check(Field::Signed, input.signed, Allowed::NotNegative);
    checks.require(Field::AverageOrder, input.average_order.value(), Allowed::Positive);
    checks.check_some(Field::Required { stage: 0 }, input.typed_sales, Allowed::NotNegative);
    for (step, given) in input.steps.iter().enumerate() {
        checks.check_some(Field::Rate { step }, given.rate.value(), Allowed::Share);
        checks.check_some(Field::Required { stage: step + 1 }, given.typed_required, Allowed::NotNegative);
    }
    checks.done()?;
    input.average_order.value().ok_or_else(|| vec![order_error(f64::NAN)])
}

fn order_error(found: f64) -> InputError {
    InputError { field: Field::AverageOrder, found: found.is_finite().then_some(found), allowed: Allowed::Positive }
}

fn stage(computed: Reach, typed: Option<f64>) -> Stage {
    match typed {
        Some(typed) => Stage { required: Reach::Needed(typed), source: Source::Typed, computed },
        None => Stage { required: computed, source: Source::Computed, computed },
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(in crate::plan) fn workshop() -> ChainInput {
        let rates = [0.5, 0.4, 0.3, 0.2];
        ChainInput {
            target: 10_000_000.0,
            signed: 0.0,
            average_order: Figure::computed(200_000.0),
            typed_sales: None,
            steps: rates.map(|rate| StepInput { rate: Figure::computed(rate), typed_required: None }).to_vec(),
        }
    }

    pub(in crate::plan) fn needed(chain: &Chain) -> Vec<f64> {
        chain.stages.iter().map(|stage| stage.required.needed().unwrap()).collect()
    }

    #[test]
    fn what_is_signed_comes_off_and_more_than_the_target_leaves_nothing_to_win() {
        let chain = back_calculation(&ChainInput { signed: 4_000_000.0, ..workshop() }).unwrap();
        assert_eq!((chain.remaining, chain.sales()), (6_000_000.0, Reach::Needed(30.0)));
        let mut input = ChainInput { signed: 11_000_000.0, ..workshop() };
        input.steps[2].rate = Figure::default();
        input.steps[3].rate = Figure::typed(0.0);
        assert_eq!(needed(&back_calculation(&input).unwrap()), [0.0; 5]);
    }

    #[test]
    fn a_typed_number_takes_over_and_everything_below_follows() {
        let mut input = workshop();
        input.steps[1].typed_required = Some(300.0);
        let chain = back_calculation(&input).unwrap();
        assert_eq!(needed(&chain)[..4], [50.0, 100.0, 300.0, 1000.0]);
        assert!((needed(&chain)[4] - 5000.0).abs() < 1e-9);
        assert_eq!(chain.stages[2], Stage { required: Reach::Needed(300.0), source: Source::Typed, computed: Reach::Needed(250.0) });
        assert_eq!(chain.stages[3].source, Source::Computed);
    }

    #[test]
    fn a_typed_rate_takes_over_the_computed_one() {
        let mut input = workshop();
        input.steps[0].rate.typed = Some(0.25);
        let chain = back_calculation(&input).unwrap();
        assert_eq!(needed(&chain)[..3], [50.0, 200.0, 500.0]);
        assert_eq!(chain.steps[0], Step { rate: Some(0.25), source: Source::Typed });
        assert_eq!(chain.steps[1].source, Source::Computed);
    }

    #[test]
    fn a_typed_number_mends_what_could_not_be_reached() {
        let mut input = workshop();
        input.steps[1].rate = Figure::typed(0.0);
        input.steps[2].rate = Figure::default();
        input.steps[2].typed_required = Some(10.0);
        let chain = back_calculation(&input).unwrap();
        assert_eq!(chain.stages[2].required, Reach::CannotBeReached { step: 1 });
        assert_eq!(chain.stages[3].computed, Reach::CannotBeReached { step: 1 });
        assert_eq!(chain.entries(), Reach::Needed(50.0));
        input.steps[1].rate = Figure::typed(0.4);
        let chain = back_calculation(&input).unwrap();
        assert_eq!(chain.stages[3].computed, Reach::RateUnknown { step: 2 });
        assert_eq!(chain.conversion(), None);
        input.steps[3].rate = Figure::typed(0.0);
        assert_eq!(back_calculation(&input).unwrap().conversion(), Some(0.0));
    }

    #[test]
    fn the_targets_of_two_known_pipelines_take_what_their_references_say() {
        let chain = |target, order, rate| {
            let steps = vec![StepInput { rate: Figure::computed(rate), typed_required: None }];
            let average_order = Figure::computed(order);
            let found = back_calculation(&ChainInput { target, signed: 0.0, average_order, typed_sales: None, steps }).unwrap();
            needed(&found).into_iter().map(crate::units::rounded_up).collect::<Vec<_>>()
        };
        // The CRM sample: 4,238 won at 2,360.91 on average, of 8,300 engaged.
        assert_eq!(chain(1_000_000.0, 2_360.91, 4_238.0 / 8_300.0), [424.0, 830.0]);
        // The offers of BPI 2012: 2,243 of 5,015 accepted.
        for (target, won, leads) in [(1_000_000.0, 64.0, 143.0), (5_000_000.0, 319.0, 712.0), (12_345_678.0, 787.0, 1758.0)] {
            assert_eq!(chain(target, 15_705.456_086, 2_243.0 / 5_015.0), [won, leads]);
        }
    }

    #[test]
    fn a_rate_too_small_for_any_number_cannot_be_reached() {
        let mut input = workshop();
        input.steps[3].rate = Figure::typed(f64::MIN_POSITIVE);
        input.steps[2].rate = Figure::typed(1e-300);
        assert_eq!(back_calculation(&input).unwrap().entries(), Reach::CannotBeReached { step: 3 });
    }

    #[test]
    fn every_figure_that_is_not_allowed_is_named_with_what_is() {
        let mut input =
            ChainInput { target: -1.0, signed: f64::NAN, average_order: Figure::typed(0.0), typed_sales: Some(-2.0), ..workshop() };
        input.steps[1].rate = Figure::typed(1.2);
        input.steps[3].typed_required = Some(f64::INFINITY);
        let error = |field, found, allowed| InputError { field, found, allowed };
        assert_eq!(
            back_calculation(&input).unwrap_err(),
            [
                error(Field::Target, Some(-1.0), Allowed::NotNegative),
                error(Field::Signed, None, Allowed::NotNegative),
                error(Field::AverageOrder, Some(0.0), Allowed::Positive),
                error(Field::Required { stage: 0 }, Some(-2.0), Allowed::NotNegative),
                error(Field::Rate { step: 1 }, Some(1.2), Allowed::Share),
                error(Field::Required { stage: 4 }, None, Allowed::NotNegative),
            ]
        );
        let missing = back_calculation(&ChainInput { average_order: Figure::default(), ..workshop() }).unwrap_err();
        assert_eq!(missing, [error(Field::AverageOrder, None, Allowed::Positive)]);
        let tiny = back_calculation(&ChainInput { average_order: Figure::typed(f64::MIN_POSITIVE), target: 1e15, ..workshop() });
        assert_eq!(tiny.unwrap_err(), [error(Field::AverageOrder, Some(f64::MIN_POSITIVE), Allowed::Positive)]);
    }
}
