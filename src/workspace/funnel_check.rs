//! What a plan must be to be kept: every typed figure held to what its field allows, with the field named.

use serde::{Deserialize, Serialize};

use super::{AverageOrder, Dimension, FunnelPlan, LevelChoice, OrderSizes, Scenario, StaffingChoice, Sureness};
use crate::calendar::Day;
use crate::plan::{Allowed, Confidence};

/// A typed figure of a scenario. Levels are named by their code.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum PlanField {
    Target,
    Signed,
    Sales,
    EntriesPerMonth,
    AverageOrder,
    Rate {
        level: String,
    },
    /// Cases a typed rate is as sure as.
    Cases {
        level: String,
    },
    Required {
        level: String,
    },
    Stock {
        level: String,
    },
    Dwell {
        level: String,
    },
    Share {
        dimension: Dimension,
        name: String,
    },
    HoursPerAttempt {
        level: String,
    },
    DirectShare,
    WeeklyHours,
    Weeks,
    Attrition,
    SurplusRatio,
    CashReceived,
    ContractValue,
}

/// Why a plan is refused. Figures are `None` where what was found is no number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum PlanFault {
    /// There is no scenario of that index.
    NoScenario {
        found: usize,
        scenarios: usize,
    },
    /// The only scenario cannot be removed.
    LastScenario,
    /// A name of nothing but white space.
    EmptyName,
    /// This scenario has the name already.
    NameTaken {
        scenario: usize,
    },
    Figure {
        scenario: usize,
        field: PlanField,
        found: Option<f64>,
        allowed: Allowed,
    },
    /// 0.5..=0.99 is expected.
    Confidence {
        scenario: usize,
        found: Option<f64>,
    },
    /// 0 ≤ low ≤ typical ≤ high is expected.
    OrderSizes {
        scenario: usize,
        low: Option<f64>,
        typical: Option<f64>,
        high: Option<f64>,
    },
    /// The span of entries ends before it begins.
    WindowReversed {
        scenario: usize,
        from: Day,
        to: Day,
    },
}

impl FunnelPlan {
    /// # Errors
    /// The first thing that no field of the interface would have let through.
    pub fn check(&self) -> Result<(), PlanFault> {
        self.require(self.chosen)?;
        self.scenarios.iter().enumerate().try_for_each(|(scenario, values)| values.check(scenario))
    }

    /// # Errors
    /// [`PlanFault::NoScenario`].
    pub(super) fn require(&self, scenario: usize) -> Result<(), PlanFault> {
        let scenarios = self.scenarios.len();
        if scenario < scenarios { Ok(()) } else { Err(PlanFault::NoScenario { found: scenario, scenarios }) }
    }
}

impl Scenario {
    fn check(&self, scenario: usize) -> Result<(), PlanFault> {
        let figures = self.figures().into_iter().chain(self.staffing.figures());
        let levels = self.levels.iter().flat_map(|(level, choice)| choice.figures(level));
        let shares = self.split.iter().flat_map(|(&dimension, shares)| {
            let share = move |(name, share): (&String, &f64)| (PlanField::Share { dimension, name: name.clone() }, *share, Allowed::Share);
            shares.iter().map(share)
        });
        for (field, value, allowed) in figures.chain(levels).chain(shares) {
            if !allowed.admits(value) {
                return Err(PlanFault::Figure { scenario, field, found: number(value), allowed });
            }
        }
        Confidence::new(self.confidence).map_err(|_| PlanFault::Confidence { scenario, found: number(self.confidence) })?;
        if let OrderSizes::Typed { low, typical, high } = self.order_sizes
            && !(Allowed::NotNegative.admits(low) && low <= typical && typical <= high && Allowed::NotNegative.admits(high))
        {
            return Err(PlanFault::OrderSizes { scenario, low: number(low), typical: number(typical), high: number(high) });
        }
        match (self.entered_from, self.entered_to) {
            (Some(from), Some(to)) if to < from => Err(PlanFault::WindowReversed { scenario, from, to }),
            _ => Ok(()),
        }
    }

    fn figures(&self) -> Vec<Figure> {
        let average = if let AverageOrder::Typed(order) = self.average_order { Some(order) } else { None };
        let typed = [
            (PlanField::Target, self.target),
            (PlanField::Signed, self.signed),
            (PlanField::Sales, self.sales),
            (PlanField::EntriesPerMonth, self.entries_per_month),
            (PlanField::CashReceived, self.cash_received),
        ];
        let mut figures = given(typed, Allowed::NotNegative);
        let positive = [(PlanField::AverageOrder, average), (PlanField::ContractValue, self.contract_value)];
        figures.extend(given(positive, Allowed::Positive));
        figures
    }
}

impl LevelChoice {
    fn figures(&self, level: &str) -> Vec<Figure> {
        let level = || level.to_owned();
        let typed = [
            (PlanField::Required { level: level() }, self.required),
            (PlanField::Stock { level: level() }, self.stock),
            (PlanField::Dwell { level: level() }, self.dwell_days),
        ];
        let cases = self.rate.and_then(|rate| if let Sureness::Cases(cases) = rate.sure { Some(cases) } else { None });
        let mut figures = given(typed, Allowed::NotNegative);
        figures.extend(given([(PlanField::Rate { level: level() }, self.rate.map(|rate| rate.rate))], Allowed::Share));
        figures.extend(given([(PlanField::Cases { level: level() }, cases)], Allowed::Positive));
        figures
    }
}

impl StaffingChoice {
    fn figures(&self) -> Vec<Figure> {
        let hours = self.hours_per_attempt.iter();
        let mut figures: Vec<Figure> =
            hours.map(|(level, &hours)| (PlanField::HoursPerAttempt { level: level.clone() }, hours, Allowed::NotNegative)).collect();
        figures.extend([
            (PlanField::DirectShare, self.direct_share, Allowed::Share),
            (PlanField::WeeklyHours, self.weekly_hours, Allowed::NotNegative),
            (PlanField::Weeks, self.weeks, Allowed::NotNegative),
            (PlanField::Attrition, self.attrition, Allowed::Share),
            (PlanField::SurplusRatio, self.surplus_ratio, Allowed::NotNegative),
        ]);
        figures
    }
}

type Figure = (PlanField, f64, Allowed);

/// The figures that are typed, with what they must be.
fn given<const N: usize>(typed: [(PlanField, Option<f64>); N], allowed: Allowed) -> Vec<Figure> {
    typed.into_iter().filter_map(|(field, value)| Some((field, value?, allowed))).collect()
}

fn number(value: f64) -> Option<f64> {
    value.is_finite().then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::TypedRate;

    fn fault(edit: &dyn Fn(&mut Scenario)) -> PlanFault {
        let mut plan = FunnelPlan::default();
        edit(&mut plan.scenarios[0]);
        plan.check().unwrap_err()
    }

    fn refused(field: PlanField, found: f64, allowed: Allowed) -> PlanFault {
        PlanFault::Figure { scenario: 0, field, found: number(found), allowed }
    }

    #[test]
    fn the_default_plan_can_be_worked_with() {
        assert_eq!(FunnelPlan::default().check(), Ok(()));
        let mut plan = FunnelPlan::default();
        plan.scenarios[0].confidence = 0.99;
        plan.scenarios[0].order_sizes = OrderSizes::Typed { low: 4.0, typical: 4.0, high: 9.0 };
        assert_eq!(plan.check(), Ok(()));
    }

    #[test]
    fn each_fault_names_field_found_and_allowed() {
        let b = || "B".to_owned();
        let level = |choice: LevelChoice| fault(&move |scenario| scenario.levels.extend([(b(), choice)]));
        let rate = |rate, sure| LevelChoice { rate: Some(TypedRate { rate, sure }), ..LevelChoice::default() };
        assert_eq!(fault(&|scenario| scenario.target = Some(-1.0)), refused(PlanField::Target, -1.0, Allowed::NotNegative));
        assert_eq!(fault(&|scenario| scenario.signed = Some(f64::NAN)), refused(PlanField::Signed, f64::NAN, Allowed::NotNegative));
        let typed = fault(&|scenario| scenario.average_order = AverageOrder::Typed(0.0));
        assert_eq!(typed, refused(PlanField::AverageOrder, 0.0, Allowed::Positive));
        assert_eq!(level(rate(1.2, Sureness::Known)), refused(PlanField::Rate { level: b() }, 1.2, Allowed::Share));
        assert_eq!(level(rate(0.2, Sureness::Cases(0.0))), refused(PlanField::Cases { level: b() }, 0.0, Allowed::Positive));
        let stock = level(LevelChoice { stock: Some(-2.0), ..LevelChoice::default() });
        assert_eq!(stock, refused(PlanField::Stock { level: b() }, -2.0, Allowed::NotNegative));
        assert_eq!(fault(&|scenario| scenario.confidence = 1.0), PlanFault::Confidence { scenario: 0, found: Some(1.0) });
        let sizes = fault(&|scenario| scenario.order_sizes = OrderSizes::Typed { low: 5.0, typical: 4.0, high: 9.0 });
        assert_eq!(sizes, PlanFault::OrderSizes { scenario: 0, low: Some(5.0), typical: Some(4.0), high: Some(9.0) });
        let share = |scenario: &mut Scenario| drop(scenario.split.insert(Dimension::Rep, [("Ann".to_owned(), 1.5)].into()));
        let field = PlanField::Share { dimension: Dimension::Rep, name: "Ann".to_owned() };
        assert_eq!(fault(&share), refused(field, 1.5, Allowed::Share));
        let reversed = |scenario: &mut Scenario| (scenario.entered_from, scenario.entered_to) = (Some(Day(9)), Some(Day(8)));
        assert_eq!(fault(&reversed), PlanFault::WindowReversed { scenario: 0, from: Day(9), to: Day(8) });
        assert_eq!(fault(&|scenario| scenario.staffing.attrition = 2.0), refused(PlanField::Attrition, 2.0, Allowed::Share));
    }

    #[test]
    fn a_plan_without_the_chosen_scenario_is_none() {
        let plan = FunnelPlan { scenarios: Vec::new(), ..FunnelPlan::default() };
        assert_eq!(plan.check(), Err(PlanFault::NoScenario { found: 0, scenarios: 0 }));
    }
}
