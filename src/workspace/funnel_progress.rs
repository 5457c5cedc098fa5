//! Plan versus actual by stage and month: what a scenario expects to come, and what came (METHODS 3; X).

use serde::{Deserialize, Serialize};

use super::funnel_courses::course_of_history;
use super::{FunnelAnalysis, FunnelFacts, FunnelPlan, Scenario, last_day, standing_of};
use crate::calendar::{Day, Grain};
use crate::plan::{Arrivals, MOST_MONTHS, StockPlan, arrivals, expected_arrivals, hold_against};
use crate::tables::{Dataset, FunnelEntries, Standing};
use crate::units::Sum;

/// Months shown where no plan says which.
const LOOK_BACK_MONTHS: i32 = 12;

/// One scenario against what came.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Progress {
    /// Calendar months, cut at both ends of the plan's period: first and last day of each.
    pub months: Vec<(Day, Day)>,
    /// The last day anything is known of; later months have nothing actual.
    pub through: Option<Day>,
    /// Both ends of the period are typed, so that there is a plan to hold against.
    pub is_planned: bool,
    /// The stock the plan starts from is that of its first day, by the level history; otherwise it is the one in force.
    pub stock_of_start: bool,
    /// From the sale outward: how many come to each stage.
    pub stages: Vec<ProgressLine>,
    /// Value of the sales.
    pub revenue: ProgressLine,
}

/// Plan and actual, month by month.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ProgressLine {
    /// Expected in the whole period; `None` where that is not known, or cannot be reached.
    pub planned: Option<f64>,
    /// By month: spread evenly over the days until the last one on which coming still helps.
    pub planned_by_month: Vec<Option<f64>>,
    /// `None` for months after the data, and for stages whose arrivals no table dates.
    pub actual_by_month: Vec<Option<f64>>,
}

/// What the progress is made from.
pub struct ProgressInput<'data> {
    pub data: &'data Dataset,
    pub entries: Option<&'data FunnelEntries>,
    pub plan: &'data FunnelPlan,
    pub scenario: &'data Scenario,
    pub facts: &'data FunnelFacts,
    pub analysis: &'data FunnelAnalysis,
}

impl Progress {
    #[must_use]
    pub fn new(input: &ProgressInput<'_>) -> Self {
        let through = input.entries.and_then(|entries| last_day(entries, input.plan, input.facts)).max(last_event(input.data));
        let planned = input.scenario.starts.zip(input.scenario.closes).and_then(|(starts, closes)| months_of(starts, closes));
        let is_planned = planned.is_some();
        let Some(months) = planned.or_else(|| through.and_then(look_back)) else { return Self::default() };
        let (start, start_stock) = (months[0].0, stock_on(input, months[0].0));
        let stock_of_start = is_planned && start_stock.is_some();
        let held = if is_planned { held(input, start_stock) } else { None };
        let came = came(input);
        let expected = input.analysis.chain.as_ref().ok().zip(held.as_ref()).map(|(chain, held)| expected_arrivals(chain, held));
        let line = |stage: usize| {
            let planned = expected.as_ref().and_then(|expected| expected.get(stage).copied().flatten());
            let days = came.get(stage).and_then(Option::as_ref);
            ProgressLine {
                planned,
                planned_by_month: spread(planned, &months, start, last_day_of(input, stage)),
                actual_by_month: counted(days.map(Vec::as_slice), &months, through),
            }
        };
        let stages = (0..input.plan.scheme.stages()).map(line).collect();
        let revenue = revenue(input, &months, through, is_planned);
        Self { months, through, is_planned, stock_of_start, stages, revenue }
    }
}

fn last_event(data: &Dataset) -> Option<Day> {
    data.level_history.as_ref().and_then(|history| history.day.iter().max().copied())
}

fn months_of(starts: Day, closes: Day) -> Option<Vec<(Day, Day)>> {
    let (first, last) = (Grain::Month.period_of(starts), Grain::Month.period_of(closes));
    let count = usize::try_from(last.checked_sub(first)?).ok()? + 1;
    let month = |month| (Grain::Month.first_day(month).max(starts), Grain::Month.last_day(month).min(closes));
    (starts <= closes && count <= MOST_MONTHS).then(|| (first..=last).map(month).collect())
}

fn look_back(through: Day) -> Option<Vec<(Day, Day)>> {
    let last = Grain::Month.period_of(through);
    months_of(Grain::Month.first_day(last.checked_sub(LOOK_BACK_MONTHS - 1)?), Grain::Month.last_day(last))
}

/// Where the cases of the history stood before a day; `None` without a history.
fn stock_on(input: &ProgressInput<'_>, day: Day) -> Option<Vec<f64>> {
    followed(input, f64::from(day.0)).map(|found| found.standing)
}

/// The span of entering is for rates alone, and plays no part here.
fn followed(input: &ProgressInput<'_>, until: f64) -> Option<Arrivals> {
    let history = input.data.level_history.as_deref()?;
    let scenario = Scenario { entered_from: None, entered_to: None, ..input.scenario.clone() };
    let courses = course_of_history(history, input.data, input.entries?, input.plan, &scenario);
    arrivals(&courses.movements, input.plan.scheme.stages(), until).ok()
}

/// Typed stock counts as it is; the rest is that of the first day, where a history tells it.
fn held(input: &ProgressInput<'_>, start: Option<Vec<f64>>) -> Option<StockPlan> {
    let chain = input.analysis.chain.as_ref().ok()?;
    let stock = input.analysis.stock.iter().enumerate().map(|(stage, figure)| {
        let at_start = start.as_ref().and_then(|start| start.get(stage)).copied();
        figure.typed.or(at_start).or(figure.computed).unwrap_or(0.0)
    });
    hold_against(chain, &stock.collect::<Vec<_>>()).ok()
}

/// Days on which each stage was reached; without a history the entries date the farthest level and the sale alone.
fn came(input: &ProgressInput<'_>) -> Vec<Option<Vec<f64>>> {
    if let Some(found) = followed(input, f64::MAX) {
        return found.days.into_iter().map(Some).collect();
    }
    let stages = input.plan.scheme.stages();
    let Some(entries) = input.entries else { return vec![None; stages] };
    let rows = || input.facts.rows.iter().map(|row| *row as usize);
    let days = |days: Vec<Option<Day>>| {
        let dated: Vec<f64> = days.into_iter().flatten().map(|day| f64::from(day.0)).collect();
        Some(dated).filter(|dated| !dated.is_empty())
    };
    let mut came = vec![None; stages];
    came[stages - 1] = days(rows().map(|row| entries.entered[row]).collect());
    came[0] = days(won(input, entries).map(|row| entries.closed[row]).collect());
    came
}

fn won<'data>(input: &'data ProgressInput<'_>, entries: &'data FunnelEntries) -> impl Iterator<Item = usize> + 'data {
    let is_won = |row: &&u32| standing_of(entries, input.plan, **row) == Some(&Standing::Won);
    input.facts.rows.iter().filter(is_won).map(|row| *row as usize)
}

fn revenue(input: &ProgressInput<'_>, months: &[(Day, Day)], through: Option<Day>, is_planned: bool) -> ProgressLine {
    let planned = input.analysis.chain.as_ref().ok().map(|chain| chain.remaining).filter(|_| is_planned);
    let actual = |&(first, last): &(Day, Day)| {
        let entries = input.entries.filter(|_| through.is_some_and(|through| first <= through))?;
        let closed = won(input, entries).filter(|&row| entries.closed[row].is_some_and(|day| (first..=last).contains(&day)));
        Some(closed.filter_map(|row| entries.amount[row]).collect::<Sum>().value())
    };
    ProgressLine {
        planned,
        planned_by_month: spread(planned, months, months[0].0, None),
        actual_by_month: months.iter().map(actual).collect(),
    }
}

/// The last day on which coming to a stage still helps; none for the sale that is no level.
fn last_day_of(input: &ProgressInput<'_>, stage: usize) -> Option<Day> {
    let place = input.plan.scheme.level_of_stage(stage).and_then(|level| input.plan.scheme.place(&level.code))?;
    input.analysis.last_days.get(place).copied().flatten()
}

/// Evenly over the days from the start to `until`, or to the end where that lies before the start.
fn spread(planned: Option<f64>, months: &[(Day, Day)], start: Day, until: Option<Day>) -> Vec<Option<f64>> {
    let end = months.last().map_or(start, |month| month.1);
    let until = until.filter(|until| *until >= start).map_or(end, |until| until.min(end));
    let days = |first: Day, last: Day| (f64::from(last.0) - f64::from(first.0) + 1.0).max(0.0);
    let share = |&(first, last): &(Day, Day)| days(first, last.min(until)) / days(start, until);
    months.iter().map(|month| planned.map(|planned| planned * share(month))).collect()
}

fn counted(days: Option<&[f64]>, months: &[(Day, Day)], through: Option<Day>) -> Vec<Option<f64>> {
    let within = |&(first, last): &(Day, Day)| {
        let days = days.filter(|_| through.is_some_and(|through| first <= through))?;
        let span = f64::from(first.0)..f64::from(last.0) + 1.0;
        Some(days.iter().filter(|day| span.contains(day)).count() as f64)
    };
    months.iter().map(within).collect()
}
