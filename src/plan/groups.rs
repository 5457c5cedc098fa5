//! The target split over sales reps, regions or products, each with its own chain and stock (METHODS 3).

use serde::{Deserialize, Serialize};

use super::chain::{Chain, ChainInput, StepInput, back_calculation};
use super::input::{Allowed, Checks, Field, InputError};
use super::stock::{StockPlan, hold_against};
use crate::units::{Share, Sum, nearly_equal};

/// One rep, region or product as the data and the user know it. A group without a single open customer is one too.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Group {
    /// Value won so far, by which the target is split. Less than 0 counts as 0.
    pub won: f64,
    /// Typed share of the target.
    pub typed_share: Option<f64>,
    /// Of the target already signed here; `None`: the group's share of all that is signed.
    pub signed: Option<f64>,
    /// The group's own average order; `None`: that of the whole plan.
    pub average_order: Option<f64>,
    /// Open customers by stage, from the sale outward.
    pub stock: Vec<f64>,
}

/// What a group's share of the target rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ShareSource {
    Typed,
    /// In proportion to the value won, of what typed shares leave.
    Won,
    /// Nobody has won anything: equal parts of what typed shares leave.
    Equal,
}

/// A group's part of the plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GroupPlan {
    /// Share of the target.
    pub share: f64,
    pub source: ShareSource,
    pub chain: Chain,
    pub stock: StockPlan,
}

/// Splits the target of `input` over groups and works back each part at the rates of the whole; in the order given, none left out.
/// Numbers typed over the chain are split by the same shares.
///
/// ```
/// use fourfold::plan::{ChainInput, Figure, Group, StepInput, plan_groups};
/// let steps = vec![StepInput { rate: Figure::typed(0.5), typed_required: None }];
/// let average_order = Figure::typed(1_000.0);
/// let input = ChainInput { target: 40_000.0, signed: 0.0, average_order, typed_sales: None, steps };
/// let north = Group { won: 3_000.0, stock: vec![0.0, 6.0], ..Group::default() };
/// let south = Group { won: 1_000.0, ..Group::default() };
/// let plans = plan_groups(&input, &[north, south]).unwrap();
/// assert_eq!([plans[0].share, plans[1].share], [0.75, 0.25]);
/// // 30 sales less 3 from stock, and 10 less none.
/// assert_eq!([plans[0].stock.gap, plans[1].stock.gap], [Some(27.0), Some(10.0)]);
/// ```
///
/// # Errors
/// Figures that are not allowed, those of a group as [`Field::InGroup`]; typed shares that make more than the whole, or, where all are
/// typed, less ([`Field::Shares`]).
pub fn plan_groups(input: &ChainInput, groups: &[Group]) -> Result<Vec<GroupPlan>, Vec<InputError>> {
    let shares = shares(groups)?;
    let mut plans = Vec::with_capacity(groups.len());
    for (place, (group, (share, source))) in groups.iter().zip(shares).enumerate() {
        let chain = back_calculation(&part_of(input, group, share)).map_err(|errors| in_group(place, errors))?;
        let stock = hold_against(&chain, &group.stock).map_err(|errors| in_group(place, errors))?;
        plans.push(GroupPlan { share, source, chain, stock });
    }
    Ok(plans)
}

fn part_of(input: &ChainInput, group: &Group, share: f64) -> ChainInput {
    let part = |typed: Option<f64>| typed.map(|typed| typed * share);
    let mut average_order = input.average_order;
    if group.average_order.is_some() {
        average_order = super::Figure { computed: group.average_order, typed: None };
    }
    let steps = input.steps.iter().map(|step| StepInput { rate: step.rate, typed_required: part(step.typed_required) });
    ChainInput {
        target: input.target * share,
        signed: group.signed.unwrap_or(input.signed * share),
        average_order,
        typed_sales: part(input.typed_sales),
        steps: steps.collect(),
    }
}

fn in_group(group: usize, errors: Vec<InputError>) -> Vec<InputError> {
    let wrap = |error: InputError| InputError { field: Field::InGroup { group, field: Box::new(error.field) }, ..error };
    errors.into_iter().map(wrap).collect()
}

/// The share of every group. Typed ones stand; the others divide what is left by value won.
fn shares(groups: &[Group]) -> Result<Vec<(f64, ShareSource)>, Vec<InputError>> {
    let mut checks = Checks::default();
    for (group, one) in groups.iter().enumerate() {
        let field = Field::InGroup { group, field: Box::new(Field::Share) };
        checks.check_some(field, one.typed_share, Allowed::Share);
    }
    let typed = groups.iter().filter_map(|group| group.typed_share).collect::<Sum>().value();
    let open = groups.iter().filter(|group| group.typed_share.is_none());
    let whole = typed <= 1.0 || nearly_equal(typed, 1.0);
    if !whole || (!groups.is_empty() && open.clone().count() == 0 && !nearly_equal(typed, 1.0)) {
        checks.refuse(Field::Shares, typed, Allowed::WholeInAll);
    }
    checks.done()?;
    let left = (1.0 - typed).max(0.0);
    let won = open.clone().map(won_value).collect::<Sum>().value();
    let equal = left / open.count().max(1) as f64;
    Ok(groups.iter().map(|group| share_of(group, left, won, equal)).collect())
}

fn share_of(group: &Group, left: f64, won: f64, equal: f64) -> (f64, ShareSource) {
    if let Some(typed) = group.typed_share.and_then(Share::new) {
        (typed.value(), ShareSource::Typed)
    } else if won > 0.0 && won.is_finite() {
        (left * (won_value(group) / won), ShareSource::Won)
    } else {
        (equal, ShareSource::Equal)
    }
}

/// `max` also makes 0 of what is no number.
fn won_value(group: &Group) -> f64 {
    group.won.max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::chain::tests::workshop;
    use crate::plan::{Figure, Reach};

    fn group(won: f64, typed_share: Option<f64>) -> Group {
        Group { won, typed_share, ..Group::default() }
    }

    fn split(groups: &[Group]) -> Vec<f64> {
        plan_groups(&workshop(), groups).unwrap().iter().map(|plan| plan.share).collect()
    }

    #[test]
    fn typed_shares_stand_and_the_others_divide_the_rest_by_value_won() {
        assert_eq!(split(&[group(9.0, Some(0.5)), group(3.0, None), group(1.0, None), group(-4.0, None)]), [0.5, 0.375, 0.125, 0.0]);
        assert_eq!(split(&[group(0.0, None), group(0.0, None)]), [0.5, 0.5]);
        assert_eq!(split(&[group(1.0, Some(0.25)), group(1.0, Some(0.75))]), [0.25, 0.75]);
        assert_eq!(split(&[]), [0.0; 0]);
    }

    #[test]
    fn typed_shares_must_make_the_whole() {
        let refused = |groups: &[Group]| plan_groups(&workshop(), groups).unwrap_err();
        let error = |found| InputError { field: Field::Shares, found: Some(found), allowed: Allowed::WholeInAll };
        assert_eq!(refused(&[group(1.0, Some(0.25)), group(1.0, Some(0.5))]), [error(0.75)]);
        assert_eq!(refused(&[group(1.0, Some(0.75)), group(1.0, Some(0.5)), group(1.0, None)]), [error(1.25)]);
        let field = Field::InGroup { group: 1, field: Box::new(Field::Share) };
        let negative = InputError { field, found: Some(-0.5), allowed: Allowed::Share };
        assert_eq!(refused(&[group(1.0, None), group(1.0, Some(-0.5))]), [negative]);
    }

    #[test]
    fn the_parts_make_the_whole_and_empty_rows_stay() {
        let mut input = workshop();
        input.signed = 1_000_000.0;
        input.steps[2].typed_required = Some(1200.0);
        let groups: Vec<_> = (0..7).map(|place| group(f64::from(place), None)).collect();
        let plans = plan_groups(&input, &groups).unwrap();
        assert_eq!(plans.len(), 7);
        let whole = back_calculation(&input).unwrap();
        for stage in 0..5 {
            let parts: f64 = plans.iter().map(|plan| plan.chain.stages[stage].required.needed().unwrap()).sum();
            assert!(nearly_equal(parts, whole.stages[stage].required.needed().unwrap()));
        }
        assert_eq!((plans[0].stock.gap, plans[0].stock.thin), (Some(0.0), None));
    }

    #[test]
    fn a_group_may_have_its_own_order_and_what_it_has_signed() {
        let own = Group { average_order: Some(50_000.0), signed: Some(4_000_000.0), ..group(0.0, None) };
        let plans = plan_groups(&workshop(), &[own, group(0.0, None)]).unwrap();
        assert_eq!(plans[0].chain.sales(), Reach::Needed(20.0));
        assert_eq!(plans[1].chain.sales(), Reach::Needed(25.0));
        let bad = Group { average_order: Some(0.0), ..group(0.0, None) };
        let errors = plan_groups(&ChainInput { average_order: Figure::typed(1.0), ..workshop() }, &[bad]).unwrap_err();
        assert_eq!(errors[0].field, Field::InGroup { group: 0, field: Box::new(Field::AverageOrder) });
    }
}
