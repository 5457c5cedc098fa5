//! From a [`Plane`] to classes: cuts by rule, cuts being tried, classes, classes set by hand, totals. The same for both sides.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Override, Plane};
use crate::classify::{Class, Cuts, Direction, ThresholdRule, class_of};
use crate::measure::{Customers, NotRated};
use crate::units::Sum;

/// Cuts tried while a threshold is dragged; they change no state. Each in its measure's unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TrialCuts {
    pub vertical: Option<f64>,
    pub horizontal: Option<f64>,
}

/// The rules that find the cuts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AxisRules {
    pub vertical: ThresholdRule,
    pub horizontal: ThresholdRule,
}

/// One class's figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ClassTotals {
    pub customers: u32,
    pub amount: f64,
    /// Of the total over all customers; `None` where the total is not positive.
    pub share: Option<f64>,
    /// Of these, classes set by hand.
    pub overridden: u32,
}

/// Cuts, classes and their totals. Columns by customer number.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rating {
    /// In force; `None` where nobody is rated or a rule gives no cut.
    pub cuts: Option<Cuts>,
    /// By the rules alone, whatever is being tried.
    pub rule_cuts: Option<Cuts>,
    /// By the cuts in force.
    pub computed: Vec<Class>,
    /// The same with the classes set by hand.
    pub classes: Vec<Class>,
    /// Whether a customer's class is set by hand.
    pub overridden: Vec<bool>,
    /// EI, EII, EIII, EIV, not rated, by the classes in force.
    pub totals: [ClassTotals; 5],
    /// Customers without a class in force, by reason; the counts add up to those of "not rated".
    pub not_rated: BTreeMap<NotRated, u32>,
    /// Customers whose class in force differs from the one by the rules' cuts.
    pub changed: u32,
    pub isolates_giant: bool,
    /// Customers with both measures.
    pub rated: u32,
}

impl Rating {
    /// `customers` numbers the keys of `overrides`.
    #[must_use]
    pub fn new(customers: &Customers, plane: &Plane, rules: &RuleCuts, overrides: &BTreeMap<String, Override>, trial: TrialCuts) -> Self {
        let numbers = customers.numbers();
        let mut rating = Self {
            cuts: rules.tried(plane, trial),
            rule_cuts: rules.cuts,
            computed: vec![None; numbers],
            overridden: vec![false; numbers],
            isolates_giant: rules.isolates_giant,
            rated: rules.rated,
            ..Self::default()
        };
        rating.compute(plane);
        rating.classes.clone_from(&rating.computed);
        for (key, set) in overrides {
            if let Some(number) = customers.number(key) {
                rating.classes[number as usize] = Some(set.class);
                rating.overridden[number as usize] = true;
            }
        }
        rating.count_changed(plane);
        rating.total(plane);
        rating
    }

    /// Class in force.
    #[must_use]
    pub fn class(&self, number: u32) -> Class {
        self.classes.get(number as usize).copied().flatten()
    }

    #[must_use]
    pub fn computed_class(&self, number: u32) -> Class {
        self.computed.get(number as usize).copied().flatten()
    }

    #[must_use]
    pub fn is_overridden(&self, number: u32) -> bool {
        self.overridden.get(number as usize).copied().unwrap_or(false)
    }

    fn compute(&mut self, plane: &Plane) {
        let Some(cuts) = self.cuts else { return };
        for (number, vertical, horizontal) in plane.rated() {
            self.computed[number as usize] = Some(class_of(vertical, horizontal, cuts));
        }
    }

    fn count_changed(&mut self, plane: &Plane) {
        if self.cuts == self.rule_cuts {
            return;
        }
        let settled = |vertical, horizontal| self.rule_cuts.map(|cuts| class_of(vertical, horizontal, cuts));
        let computed = plane.rated().filter(|&(number, ..)| !self.is_overridden(number));
        let changed = computed.filter(|&(number, vertical, horizontal)| settled(vertical, horizontal) != self.computed_class(number));
        self.changed = changed.count() as u32;
    }

    fn total(&mut self, plane: &Plane) {
        let mut sums = [Sum::default(); 5];
        for &number in &plane.members {
            let class = self.class(number);
            let place = class.map_or(4, |class| class.index());
            self.totals[place].customers += 1;
            self.totals[place].overridden += u32::from(self.is_overridden(number));
            plane.amount_of(number).into_iter().for_each(|amount| sums[place].add(amount));
            if class.is_none() {
                let reason = plane.not_rated_of(number).unwrap_or(NotRated::NoMeasure);
                *self.not_rated.entry(reason).or_default() += 1;
            }
        }
        for (totals, sum) in self.totals.iter_mut().zip(sums) {
            totals.amount = sum.value();
            totals.share = plane.share_of_total(totals.amount);
        }
    }
}

/// The cuts by the threshold rules. They depend on plane and rules only.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct RuleCuts {
    pub cuts: Option<Cuts>,
    pub isolates_giant: bool,
    pub rated: u32,
}

impl RuleCuts {
    #[must_use]
    pub fn new(plane: &Plane, rules: AxisRules) -> Self {
        let (verticals, horizontals): (Vec<f64>, Vec<f64>) = plane.rated().map(|(_, vertical, horizontal)| (vertical, horizontal)).unzip();
        let vertical = rules.vertical.threshold(&verticals, Direction::HighIsGood);
        let horizontal = along(rules.horizontal).threshold(&horizontals, plane.direction);
        let both = vertical.zip(horizontal);
        Self {
            cuts: both.map(|(vertical, horizontal)| Cuts {
                vertical: vertical.cut,
                horizontal: horizontal.cut,
                direction: plane.direction,
            }),
            isolates_giant: both.is_some_and(|(vertical, horizontal)| vertical.isolates_giant || horizontal.isolates_giant),
            rated: verticals.len() as u32,
        }
    }

    /// The cuts with what is being tried. A cut tried on both axes works even where the rules give none.
    fn tried(&self, plane: &Plane, trial: TrialCuts) -> Option<Cuts> {
        if self.rated == 0 {
            return None;
        }
        Some(Cuts {
            vertical: trial.vertical.or(self.cuts.map(|cuts| cuts.vertical))?,
            horizontal: trial.horizontal.or(self.cuts.map(|cuts| cuts.horizontal))?,
            direction: plane.direction,
        })
    }
}

/// Pareto is for the vertical axis only; a saved setting that says otherwise falls back to the default.
fn along(rule: ThresholdRule) -> ThresholdRule {
    match rule {
        ThresholdRule::Pareto => ThresholdRule::default(),
        rule => rule,
    }
}
