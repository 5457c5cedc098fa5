//! The one function from measures to classes: everything shown about existing customers rests on [`analyse`].
//!
//! It runs in three parts, so that each change repeats only what it touches: [`Customers`] (data and merges), [`Measures`] (settings),
//! [`Rating`] (thresholds, trial cuts and overrides; the only part repeated while a threshold is dragged).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{ExistingSettings, Override, Workspace};
use crate::classify::{Class, Cuts, Direction, ThresholdRule, class_of};
use crate::measure::{Customers, Measures, NotRated, StabilityMeasure};
use crate::units::Sum;

/// Everything about the existing customers of a workspace.
#[derive(Clone, Debug)]
pub struct Analysis {
    pub customers: Customers,
    pub measures: Measures,
    pub rating: Rating,
}

/// Groups, measures and classifies.
#[must_use]
pub fn analyse(workspace: &Workspace) -> Analysis {
    let customers = Customers::new(&workspace.data, &workspace.merges);
    let measures = Measures::new(&workspace.data, &customers, &workspace.existing.measure_options());
    let rating = Rating::new(&customers, &measures, &workspace.existing, &workspace.overrides, TrialCuts::default());
    Analysis { customers, measures, rating }
}

/// Cuts tried while a threshold is dragged; they change no state. Each in its measure's unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TrialCuts {
    pub contribution: Option<f64>,
    pub stability: Option<f64>,
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
    #[must_use]
    pub fn new(
        customers: &Customers,
        measures: &Measures,
        settings: &ExistingSettings,
        overrides: &BTreeMap<String, Override>,
        trial: TrialCuts,
    ) -> Self {
        let rules = RuleCuts::new(measures, settings);
        Self::with_rules(customers, measures, &rules, overrides, trial)
    }

    /// As [`Self::new`] with the rules' cuts at hand: what is repeated while a threshold is dragged.
    #[must_use]
    pub fn with_rules(
        customers: &Customers,
        measures: &Measures,
        rules: &RuleCuts,
        overrides: &BTreeMap<String, Override>,
        trial: TrialCuts,
    ) -> Self {
        let numbers = customers.numbers();
        let mut rating = Self {
            cuts: rules.tried(measures, trial),
            rule_cuts: rules.cuts,
            computed: vec![None; numbers],
            overridden: vec![false; numbers],
            isolates_giant: rules.isolates_giant,
            rated: rules.rated,
            ..Self::default()
        };
        rating.compute(measures);
        rating.classes.clone_from(&rating.computed);
        for (key, set) in overrides {
            if let Some(number) = customers.number(key) {
                rating.classes[number as usize] = Some(set.class);
                rating.overridden[number as usize] = true;
            }
        }
        rating.count_changed(measures);
        rating.total(measures);
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

    fn compute(&mut self, measures: &Measures) {
        let Some(cuts) = self.cuts else { return };
        for (number, contribution, stability) in measures.rated() {
            self.computed[number as usize] = Some(class_of(contribution, stability, cuts));
        }
    }

    fn count_changed(&mut self, measures: &Measures) {
        if self.cuts == self.rule_cuts {
            return;
        }
        let settled = |contribution, stability| self.rule_cuts.map(|cuts| class_of(contribution, stability, cuts));
        let computed = measures.rated().filter(|&(number, ..)| !self.is_overridden(number));
        let changed = computed.filter(|&(number, contribution, stability)| settled(contribution, stability) != self.computed_class(number));
        self.changed = changed.count() as u32;
    }

    fn total(&mut self, measures: &Measures) {
        let mut sums = [Sum::default(); 5];
        for &number in &measures.customers {
            let class = self.class(number);
            let place = class.map_or(4, |class| class.index());
            self.totals[place].customers += 1;
            self.totals[place].overridden += u32::from(self.is_overridden(number));
            sums[place].add(measures.contribution_of(number));
            if class.is_none() {
                let reason = measures.stability_of(number).err().unwrap_or(NotRated::NoMeasure);
                *self.not_rated.entry(reason).or_default() += 1;
            }
        }
        for (totals, sum) in self.totals.iter_mut().zip(sums) {
            totals.amount = sum.value();
            totals.share = measures.share_of_total(totals.amount);
        }
    }
}

/// The cuts by the threshold rules. They depend on measures and rules only.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct RuleCuts {
    pub cuts: Option<Cuts>,
    pub isolates_giant: bool,
    pub rated: u32,
}

impl RuleCuts {
    #[must_use]
    pub fn new(measures: &Measures, settings: &ExistingSettings) -> Self {
        let (contributions, stabilities): (Vec<f64>, Vec<f64>) =
            measures.rated().map(|(_, contribution, stability)| (contribution, stability)).unzip();
        let direction = direction(measures);
        let contribution = settings.contribution_threshold.threshold(&contributions, Direction::HighIsGood);
        let stability = stability_rule(settings).threshold(&stabilities, direction);
        let both = contribution.zip(stability);
        Self {
            cuts: both.map(|(contribution, stability)| Cuts {
                contribution: contribution.cut,
                stability: stability.cut,
                stability_direction: direction,
            }),
            isolates_giant: both.is_some_and(|(contribution, stability)| contribution.isolates_giant || stability.isolates_giant),
            rated: contributions.len() as u32,
        }
    }

    /// The cuts with what is being tried. A cut tried on both axes works even where the rules give none.
    fn tried(&self, measures: &Measures, trial: TrialCuts) -> Option<Cuts> {
        if self.rated == 0 {
            return None;
        }
        Some(Cuts {
            contribution: trial.contribution.or(self.cuts.map(|cuts| cuts.contribution))?,
            stability: trial.stability.or(self.cuts.map(|cuts| cuts.stability))?,
            stability_direction: direction(measures),
        })
    }
}

/// The measure that rates most customers, for a page on which the chosen one rates nobody; the earlier of equals.
#[must_use]
pub fn better_measure(workspace: &Workspace, customers: &Customers) -> Option<StabilityMeasure> {
    let found = Measures::by_each(&workspace.data, customers, &workspace.existing.measure_options(), &StabilityMeasure::ALL);
    let mut best = (0, None);
    for measures in found {
        let rated = measures.rated().count();
        if rated > best.0 {
            best = (rated, Some(measures.measure));
        }
    }
    best.1
}

fn direction(measures: &Measures) -> Direction {
    if measures.high_is_stable { Direction::HighIsGood } else { Direction::LowIsGood }
}

/// Pareto is for contribution only; a saved setting that says otherwise falls back to the default.
fn stability_rule(settings: &ExistingSettings) -> ThresholdRule {
    match settings.stability_threshold {
        ThresholdRule::Pareto => ThresholdRule::default(),
        rule => rule,
    }
}
