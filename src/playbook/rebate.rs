//! Loyalty rebates by tiers of turnover: at the year's end, or cumulative (METHODS 1 names both, S; how tiers are counted is X).

use serde::{Deserialize, Serialize};

use crate::order;
use crate::units::{Sum, reaches};

/// How the tiers are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum RebateKind {
    /// The whole turnover of the year gets the rate of the highest tier it reaches.
    #[default]
    YearEnd,
    /// Turnover since the plan began counts; each part between two tiers gets its own tier's rate.
    Cumulative,
}

/// From this turnover on, this rate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Tier {
    pub from: f64,
    /// 0..=1.
    pub rate: f64,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RebatePlan {
    pub kind: RebateKind,
    /// In any order.
    pub tiers: Vec<Tier>,
    /// Turnover to reckon with; `None`: the customer's contribution.
    pub turnover: Option<f64>,
}

/// What a turnover earns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Rebate {
    pub turnover: f64,
    pub rebate: f64,
    /// Rebate ÷ turnover; `None` without turnover.
    pub effective_rate: Option<f64>,
    /// Place of the tier reached, by its turnover, 0-based.
    pub tier: Option<usize>,
    pub next: Option<NextTier>,
}

/// What the tier after it takes and brings.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct NextTier {
    pub from: f64,
    pub rate: f64,
    pub more_turnover: f64,
    /// The rebate at exactly that turnover.
    pub rebate_there: f64,
}

impl RebatePlan {
    /// ```
    /// use fourfold::playbook::{RebateKind, RebatePlan, Tier};
    /// let tiers = vec![Tier { from: 100_000.0, rate: 0.02 }, Tier { from: 200_000.0, rate: 0.04 }];
    /// let year_end = RebatePlan { kind: RebateKind::YearEnd, tiers: tiers.clone(), turnover: None }.rebate(150_000.0);
    /// assert_eq!((year_end.rebate, year_end.effective_rate), (3_000.0, Some(0.02)));
    /// let next = year_end.next.unwrap();
    /// assert_eq!((next.more_turnover, next.rebate_there), (50_000.0, 8_000.0));
    /// let cumulative = RebatePlan { kind: RebateKind::Cumulative, tiers, turnover: None }.rebate(250_000.0);
    /// // 100,000 at 2 % and 50,000 at 4 %.
    /// assert_eq!((cumulative.rebate, cumulative.effective_rate, cumulative.next), (4_000.0, Some(0.016), None));
    /// ```
    #[must_use]
    pub fn rebate(&self, turnover: f64) -> Rebate {
        let mut tiers = self.tiers.clone();
        order::sort_by(&mut tiers, |left, right| left.from.total_cmp(&right.from));
        let reached = tiers.iter().rposition(|tier| reaches(turnover, tier.from));
        let next = tiers.get(reached.map_or(0, |reached| reached + 1));
        let rebate = self.earned(&tiers, turnover);
        Rebate {
            turnover,
            rebate,
            effective_rate: (turnover > 0.0).then(|| rebate / turnover),
            tier: reached,
            next: next.map(|next| NextTier {
                from: next.from,
                rate: next.rate,
                more_turnover: next.from - turnover,
                rebate_there: self.earned(&tiers, next.from),
            }),
        }
    }

    /// `tiers` ascending.
    fn earned(&self, tiers: &[Tier], turnover: f64) -> f64 {
        let turnover = turnover.max(0.0);
        match self.kind {
            RebateKind::YearEnd => tiers.iter().rfind(|tier| reaches(turnover, tier.from)).map_or(0.0, |tier| turnover * tier.rate),
            RebateKind::Cumulative => {
                let ends = tiers.iter().skip(1).map(|tier| tier.from).chain([f64::INFINITY]);
                let parts = tiers.iter().zip(ends).map(|(tier, end)| (turnover.min(end) - tier.from.max(0.0)).max(0.0) * tier.rate);
                parts.collect::<Sum>().value()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn below_the_first_tier_there_is_nothing_yet() {
        let plan = RebatePlan { tiers: vec![Tier { from: 100.0, rate: 0.1 }], ..RebatePlan::default() };
        let found = plan.rebate(40.0);
        assert_eq!((found.rebate, found.tier, found.next.map(|next| next.more_turnover)), (0.0, None, Some(60.0)));
        assert_eq!(plan.rebate(0.0).effective_rate, None);
        assert_eq!(RebatePlan::default().rebate(500.0).next, None);
    }

    #[test]
    fn tiers_may_be_typed_in_any_order_and_a_tie_reaches_its_tier() {
        let tiers = vec![Tier { from: 200.0, rate: 0.05 }, Tier { from: 100.0, rate: 0.01 }];
        let plan = RebatePlan { tiers, ..RebatePlan::default() };
        assert_eq!((plan.rebate(200.0).rebate, plan.rebate(200.0).tier), (10.0, Some(1)));
        assert_eq!(plan.rebate(199.0).tier, Some(0));
    }
}
