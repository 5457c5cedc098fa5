//! The call plan: most calls are planned and dealt by class, the rest stays free for what comes up (METHODS 4, S).

use crate::order;
use serde::{Deserialize, Serialize};

use super::{Split, WorkClass};

/// Whole calls.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CallPlan {
    pub calls: u64,
    pub planned: u64,
    pub free: u64,
    /// Planned calls, by [`WorkClass::index`]; they make `planned` together.
    pub by_class: [u64; WorkClass::COUNT],
}

/// Planned and free calls; the planned ones are dealt by the class time split among classes that have customers.
///
/// ```
/// use fourfold::effort::{Split, WorkClass, call_plan};
/// let plan = call_plan(100, 0.6, &Split::default(), &[1; WorkClass::COUNT]);
/// assert_eq!((plan.planned, plan.free), (60, 40));
/// assert_eq!(plan.by_class.iter().sum::<u64>(), 60);
/// ```
#[must_use]
pub fn call_plan(calls: u64, planned_share: f64, split: &Split, customers: &[u32; WorkClass::COUNT]) -> CallPlan {
    let share = if planned_share.is_finite() { planned_share.clamp(0.0, 1.0) } else { 0.0 };
    // Exact for every number of calls a person can make.
    let planned = ((calls as f64 * share).round() as u64).min(calls);
    let weights = WorkClass::ALL.map(|class| if customers[class.index()] > 0 { split.share(class) } else { 0.0 });
    let parts = whole_parts(planned, &weights);
    let mut by_class = [0; WorkClass::COUNT];
    by_class.iter_mut().zip(parts).for_each(|(place, part)| *place = part);
    CallPlan { calls, planned, free: calls - planned, by_class }
}

/// Cuts a whole into whole parts by weight: each gets its floor, what is left goes to the largest remainders, the earlier of equals.
/// Nothing is dealt where no weight is positive.
///
/// ```
/// use fourfold::effort::whole_parts;
/// assert_eq!(whole_parts(60, &[0.3, 0.4, 0.2, 0.1]), [18, 24, 12, 6]);
/// assert_eq!(whole_parts(10, &[1.0, 1.0, 1.0]), [4, 3, 3]);
/// assert_eq!(whole_parts(10, &[0.0]), [0]);
/// ```
#[must_use]
pub fn whole_parts(whole: u64, weights: &[f64]) -> Vec<u64> {
    let sound = |weight: &f64| if weight.is_finite() { weight.max(0.0) } else { 0.0 };
    let total: f64 = weights.iter().map(sound).sum();
    if total <= 0.0 {
        return vec![0; weights.len()];
    }
    let exact: Vec<f64> = weights.iter().map(|weight| whole as f64 * (sound(weight) / total)).collect();
    // A part that misses a whole number by noise alone has reached it.
    let mut parts: Vec<u64> = exact.iter().map(|part| (part * (1.0 + 1e-12)).floor() as u64).collect();
    let mut order: Vec<usize> = (0..parts.len()).filter(|&place| exact[place] > 0.0).collect();
    order::sort_by(&mut order, |&left, &right| (exact[right] - parts[right] as f64).total_cmp(&(exact[left] - parts[left] as f64)));
    let mut rest = whole.saturating_sub(parts.iter().sum());
    for place in order {
        if rest == 0 {
            break;
        }
        parts[place] += 1;
        rest -= 1;
    }
    parts
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_classes_with_customers_are_called() {
        let mut customers = [0; WorkClass::COUNT];
        for class in [WorkClass::EI, WorkClass::EII, WorkClass::EIII, WorkClass::EIV] {
            customers[class.index()] = 5;
        }
        let plan = call_plan(100, 0.6, &Split::default(), &customers);
        assert_eq!(plan.by_class, [18, 24, 12, 6, 0, 0, 0, 0, 0]);
    }

    proptest! {
        #[test]
        fn parts_make_the_whole(whole in 0_u64..1_000_000, weights in prop::collection::vec(0.0..5.0_f64, 1..12)) {
            let parts = whole_parts(whole, &weights);
            let expected = if weights.iter().sum::<f64>() > 0.0 { whole } else { 0 };
            prop_assert_eq!(parts.iter().sum::<u64>(), expected);
        }
    }
}
