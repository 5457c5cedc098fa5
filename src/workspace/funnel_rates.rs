//! What the data say of the advance rates and of the time on each level (METHODS 3): the method that is asked for, or the best there is.
//! From tables to counts is the work of `funnel_courses`; the arithmetic is that of the plan module.

use serde::{Deserialize, Serialize};

use super::funnel_courses::{Courses, course_of_history, pairs_of_snapshots, standpoints};
use super::{FunnelFacts, FunnelPlan, RateSource, Scenario};
use crate::plan::{
    self, Cohorts, Dwell, Figure, Proportion, StepRate, Tally, cohorts, count_transitions, rate_from_stocks, snapshot_tallies,
};
use crate::tables::{Dataset, FunnelEntries};

/// A rate the data give, with what it rests on.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct DataRate {
    /// 0..=1.
    pub rate: f64,
    /// Entries that advanced, of those that entered.
    pub advanced: f64,
    pub entered: f64,
    pub method: plan::RateSource,
    /// What became of those that entered.
    pub tally: Tally,
    /// The rate with its intervals. Its cases are those of the tally, for a censored rate as many as would be as precise.
    pub estimate: Proportion,
    /// The plain reached ratio: advanced ÷ entered, open ones counted as not reached.
    pub reached: f64,
    /// Advanced ÷ decided, open ones left out; `None` where all are open.
    pub decided: Option<f64>,
}

impl From<StepRate> for DataRate {
    fn from(found: StepRate) -> Self {
        let tally = found.tally;
        Self {
            rate: found.rate(),
            advanced: tally.reached as f64,
            entered: tally.entered as f64,
            method: found.source,
            tally,
            estimate: found.estimate,
            reached: tally.reached_ratio(found.source).map_or(0.0, |plain| plain.rate()),
            decided: tally.decided_ratio(found.source).ok().map(|decided| decided.rate()),
        }
    }
}

/// Rates and times of one scenario as the data give them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FunnelRates {
    /// Where the rates come from; `None` where there are none.
    pub method: Option<plan::RateSource>,
    /// What could be asked for.
    pub choices: Vec<RateSource>,
    /// Nearest the sale first.
    pub steps: Vec<Option<DataRate>>,
    /// Time on the outer stage of each step until the advance, of a level history.
    pub dwell: Vec<Option<Dwell>>,
    /// Time from entering to winning, of the won entries.
    pub cycle: Option<Dwell>,
    /// Open entries are all that is known: no rate can be told, and stock ratios are none.
    pub only_stocks: bool,
}

/// What two stocks alone say of a step: the snapshot trap (METHODS 3; X).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct StockRatio {
    /// Stock of the nearer level ÷ stock of the farther one. No rate: it mixes conversion with the time spent on the levels.
    pub ratio: f64,
    /// The rate that the stocks mean in a steady flow with the dwell times in force; `None` where they are out of balance.
    pub rate: Option<f64>,
}

impl FunnelRates {
    /// `entries` are those of the data set, or stand for its level history.
    #[must_use]
    pub fn new(data: &Dataset, entries: Option<&FunnelEntries>, plan: &FunnelPlan, scenario: &Scenario, facts: &FunnelFacts) -> Self {
        let Some(entries) = entries else { return Self::default() };
        let courses = data.level_history.as_deref().map(|history| course_of_history(history, data, entries, plan, scenario));
        let found = Found {
            cohorts: courses.and_then(|courses| of_courses(&courses, plan)),
            pairs: data.funnel_entries.is_some().then(|| of_snapshots(entries, plan, scenario)).flatten(),
            outcomes: of_outcomes(entries, plan, scenario, facts),
        };
        let choices = found.choices();
        let (method, steps) = found.rates(scenario.rates);
        Self {
            only_stocks: choices.is_empty() && facts.stock.iter().sum::<f64>() > 0.0,
            method: method.filter(|_| steps.iter().any(Option::is_some)),
            steps,
            dwell: found.cohorts.map(|cohorts| cohorts.steps.iter().map(plan::StepCohort::dwell).collect()).unwrap_or_default(),
            cycle: super::funnel_courses::days_to_win(entries, plan, facts),
            choices,
        }
    }

    /// Time on a stage; none on the sale.
    #[must_use]
    pub fn dwell_on(&self, stage: usize) -> Option<&Dwell> {
        self.dwell.get(stage.checked_sub(1)?)?.as_ref()
    }
}

/// What each method finds, nearest the sale first.
struct Found {
    cohorts: Option<Cohorts>,
    pairs: Option<Vec<Tally>>,
    outcomes: Option<Vec<Tally>>,
}

type Rates = Vec<Option<DataRate>>;

impl Found {
    fn choices(&self) -> Vec<RateSource> {
        let mut choices = Vec::new();
        if self.cohorts.is_some() {
            choices.extend([RateSource::Cohort, RateSource::Reached]);
        }
        choices.extend(self.pairs.as_ref().map(|_| RateSource::Snapshots));
        choices.extend(self.outcomes.as_ref().map(|_| RateSource::Outcomes));
        choices
    }

    /// The best: what sees through open entries comes before what does not.
    fn rates(&self, asked: RateSource) -> (Option<plan::RateSource>, Rates) {
        let source = match asked {
            RateSource::Best => self.choices().first().copied(),
            asked => self.choices().into_iter().find(|choice| *choice == asked),
        };
        match source {
            Some(RateSource::Cohort) => self.of_cohorts(plan::RateSource::HistoryCensored, plan::StepCohort::censored_rate),
            Some(RateSource::Reached) => self.of_cohorts(plan::RateSource::HistoryReached, plan::StepCohort::reached_ratio),
            Some(RateSource::Snapshots) => plain(plan::RateSource::Snapshots, self.pairs.as_deref()),
            Some(RateSource::Outcomes) => plain(plan::RateSource::Snapshot, self.outcomes.as_deref()),
            Some(RateSource::Best) | None => (None, Vec::new()),
        }
    }

    fn of_cohorts(
        &self,
        method: plan::RateSource,
        rate: fn(&plan::StepCohort) -> Result<StepRate, plan::RateError>,
    ) -> (Option<plan::RateSource>, Rates) {
        let steps = self.cohorts.iter().flat_map(|cohorts| &cohorts.steps);
        (Some(method), steps.map(|step| rate(step).ok().map(DataRate::from)).collect())
    }
}

fn plain(method: plan::RateSource, tallies: Option<&[Tally]>) -> (Option<plan::RateSource>, Rates) {
    let rate = |tally: &Tally| tally.reached_ratio(method).ok().map(DataRate::from);
    (Some(method), tallies.unwrap_or_default().iter().map(rate).collect())
}

fn of_courses(courses: &Courses, plan: &FunnelPlan) -> Option<Cohorts> {
    if courses.movements.is_empty() {
        return None;
    }
    let found = cohorts(&courses.movements, plan.scheme.stages(), courses.until).ok()?;
    found.steps.iter().any(|step| !step.spells.is_empty()).then_some(found)
}

fn of_snapshots(entries: &FunnelEntries, plan: &FunnelPlan, scenario: &Scenario) -> Option<Vec<Tally>> {
    let pairs = pairs_of_snapshots(entries, plan, scenario)?;
    let counts = count_transitions(&pairs, plan.scheme.stages()).ok()?;
    let tallies: Vec<Tally> = (1..plan.scheme.stages()).map(|stage| counts[stage].tally(stage)).collect();
    tallies.iter().any(|tally| tally.entered > 0).then_some(tallies)
}

/// Without a single outcome the open entries are stocks alone, which are no rate.
fn of_outcomes(entries: &FunnelEntries, plan: &FunnelPlan, scenario: &Scenario, facts: &FunnelFacts) -> Option<Vec<Tally>> {
    if facts.won + facts.lost + facts.dormant == 0 {
        return None;
    }
    snapshot_tallies(&standpoints(entries, plan, scenario, facts), plan.scheme.stages(), ended_on(plan, scenario)).ok()
}

/// The stage on which an entry counts as lost where its file does not say.
fn ended_on(plan: &FunnelPlan, scenario: &Scenario) -> usize {
    let typed = scenario.ended_on.as_deref().and_then(|code| plan.scheme.stage(code));
    // Nobody is lost who has reached the sale.
    typed.unwrap_or(1).max(1)
}

/// What the stocks alone would say of each step, with the dwell times in force by stage; `None` where a level holds nobody.
#[must_use]
pub fn stock_ratios(stock: &[Figure], dwell_by_stage: &[Option<f64>]) -> Vec<Option<StockRatio>> {
    let at = |stage: usize| stock.get(stage).and_then(|figure| figure.value());
    let ratio = |step: usize| {
        let (next, here) = (at(step)?, at(step + 1).filter(|here| *here > 0.0)?);
        let dwell = |stage: usize| dwell_by_stage.get(stage).copied().flatten();
        let rate = dwell(step).zip(dwell(step + 1)).and_then(|(next_days, days)| rate_from_stocks(next, here, next_days, days).ok());
        Some(StockRatio { ratio: next / here, rate: rate.map(|found| found.rate) })
    };
    (0..stock.len().saturating_sub(1)).map(ratio).collect()
}
