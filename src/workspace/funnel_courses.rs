//! From the funnel's tables to plain positions: the courses of a history, pairs of two snapshots, standpoints of one (METHODS 3).
//! Filters and the span of entering apply; nothing is counted here.

use super::funnel_standing::{Standings, latest_rows, passes};
use super::{FunnelFacts, FunnelPlan, Scenario};
use crate::calendar::Day;
use crate::measure::Filters;
use crate::plan::{Dwell, Movement, Pair, Position, Scheme, Standpoint};
use crate::tables::{Category, Dataset, FunnelEntries, LevelHistory, Standing};

const DAY_MILLISECONDS: f64 = 86_400_000.0;

/// Movements of the cases that count, and the last day anything was seen.
pub(super) struct Courses {
    pub movements: Vec<Movement>,
    pub until: f64,
}

/// The events of a level history, each case with the outcome that its entry has and its events do not tell.
pub(super) fn course_of_history(
    history: &LevelHistory,
    data: &Dataset,
    entries: &FunnelEntries,
    plan: &FunnelPlan,
    scenario: &Scenario,
) -> Courses {
    let standings = Standings::of_history(history, plan);
    let own_entries = data.funnel_entries.is_some();
    let known = EntryFacts::new(entries, plan);
    let courses = history.courses();
    let mut movements = Vec::with_capacity(history.len());
    for case in (0_u32..).take(history.keys.len()) {
        let rows = courses.of(case);
        let Some(&first) = rows.first() else { continue };
        let entry = known.row(history.keys.text(case));
        let counts = entered_in_span(Some(history.day[first as usize]), scenario)
            && entry.map_or_else(|| case_passes(history, rows, &scenario.filters), |row| passes(entries, &scenario.filters, row));
        if !counts {
            continue;
        }
        let before = movements.len();
        let position = |row: u32| Position::of(&plan.scheme, standings.of_stage(&history.stage, row as usize)?);
        let day = |row: u32| history.moment[row as usize] as f64 / DAY_MILLISECONDS;
        movements.extend(rows.iter().filter_map(|&row| Some(Movement { case, day: day(row), to: position(row)? })));
        if own_entries && let Some(row) = entry {
            let told = movements[before..].iter().any(|movement| movement.to.stage().is_none() || movement.to == Position::Won);
            movements.extend(known.outcome(row, &plan.scheme, &movements[before..]).filter(|_| !told).map(|(day, to)| Movement {
                case,
                day,
                to,
            }));
        }
    }
    Courses { until: last_seen(history, entries, &movements), movements }
}

/// The latest rows of the entries by key, with what they stand at.
struct EntryFacts<'data> {
    entries: &'data FunnelEntries,
    standings: Standings<'data>,
    rows: Vec<Option<u32>>,
}

impl<'data> EntryFacts<'data> {
    fn new(entries: &'data FunnelEntries, plan: &'data FunnelPlan) -> Self {
        let mut rows = vec![None; entries.keys.len()];
        for row in latest_rows(entries) {
            rows[entries.key[row as usize] as usize] = Some(row);
        }
        Self { entries, standings: Standings::new(entries, plan), rows }
    }

    fn row(&self, key: &str) -> Option<usize> {
        let code = self.entries.keys.code(key)?;
        self.rows.get(code as usize).copied().flatten().map(|row| row as usize)
    }

    /// The dated outcome of an entry, not before the last of its events.
    fn outcome(&self, row: usize, scheme: &Scheme, events: &[Movement]) -> Option<(f64, Position)> {
        let standing = self.standings.of(self.entries, row).filter(|standing| !matches!(standing, Standing::Level(_)))?;
        let closed = f64::from(self.entries.closed[row]?.0);
        let last = events.iter().map(|movement| movement.day).fold(closed, f64::max);
        Some((last, Position::of(scheme, standing)?))
    }
}

/// Whether a case without an entry passes: by the latest event that names its rep, region and product.
fn case_passes(history: &LevelHistory, rows: &[u32], filters: &Filters) -> bool {
    let text = |column: &Option<Category>| {
        let named =
            column.as_ref().and_then(|column| rows.iter().rev().map(|&row| column.text(row as usize)).find(|text| !text.is_empty()));
        named.unwrap_or_default().to_owned()
    };
    let in_set = |set: &std::collections::BTreeSet<String>, column| set.is_empty() || set.contains(&text(column));
    in_set(&filters.rep, &history.owner) && in_set(&filters.region, &history.region) && in_set(&filters.product, &history.product)
}

/// The end of the last event, or of a later snapshot: so long were the open cases watched.
fn last_seen(history: &LevelHistory, entries: &FunnelEntries, movements: &[Movement]) -> f64 {
    let last_event = history.moment.iter().max().map_or(f64::NEG_INFINITY, |moment| *moment as f64 / DAY_MILLISECONDS);
    let snapshot = entries.snapshot.iter().flatten().max().map_or(f64::NEG_INFINITY, |day| f64::from(day.0));
    movements.iter().map(|movement| movement.day).fold(last_event.max(snapshot), f64::max)
}

/// Where each entry of the earliest snapshot stands, and where in the latest. `None` without two of them.
pub(super) fn pairs_of_snapshots(entries: &FunnelEntries, plan: &FunnelPlan, scenario: &Scenario) -> Option<Vec<Pair>> {
    let days = entries.snapshot_days();
    let (first, last) = (*days.first()?, *days.last()?);
    if first == last {
        return None;
    }
    let standings = Standings::new(entries, plan);
    let mut ways: Vec<(Option<usize>, Option<usize>)> = vec![(None, None); entries.keys.len()];
    for row in 0..entries.len() {
        let way = &mut ways[entries.key[row] as usize];
        if entries.snapshot[row] == Some(first) {
            way.0 = Some(row);
        } else if entries.snapshot[row] == Some(last) {
            way.1 = Some(row);
        }
    }
    let position = |row: usize| standings.of(entries, row).and_then(|standing| Position::of(&plan.scheme, standing));
    let pair = |(before, after): (Option<usize>, Option<usize>)| {
        let before = before.filter(|&row| counts(entries, scenario, row))?;
        Some(Pair { before: position(before)?, after: after.and_then(position) })
    };
    Some(ways.into_iter().filter_map(pair).collect())
}

/// Where each entry stands now; one that was lost from a level its row names, with that level.
pub(super) fn standpoints(entries: &FunnelEntries, plan: &FunnelPlan, scenario: &Scenario, facts: &FunnelFacts) -> Vec<Standpoint> {
    let standings = Standings::new(entries, plan);
    let standpoint = |&row: &u32| {
        let row = row as usize;
        let position = Position::of(&plan.scheme, standings.of(entries, row)?)?;
        let stage = standings.of_stage(&entries.stage, row).and_then(|standing| match standing {
            Standing::Level(code) => plan.scheme.stage(code),
            _ => None,
        });
        entered_in_span(entries.entered[row], scenario).then_some(Standpoint { position, nearest: stage })
    };
    facts.rows.iter().filter_map(standpoint).collect()
}

/// Days from entering to winning.
pub(super) fn days_to_win(entries: &FunnelEntries, plan: &FunnelPlan, facts: &FunnelFacts) -> Option<Dwell> {
    let standings = Standings::new(entries, plan);
    let days = |&row: &u32| {
        let row = row as usize;
        let won = standings.of(entries, row) == Some(&Standing::Won);
        let days = f64::from(entries.closed[row]?.0) - f64::from(entries.entered[row]?.0);
        (won && days >= 0.0).then_some(days)
    };
    Dwell::new(facts.rows.iter().filter_map(days))
}

fn counts(entries: &FunnelEntries, scenario: &Scenario, row: usize) -> bool {
    passes(entries, &scenario.filters, row) && entered_in_span(entries.entered[row], scenario)
}

/// An entry without a date counts only where no span is asked for.
fn entered_in_span(entered: Option<Day>, scenario: &Scenario) -> bool {
    let from = scenario.entered_from.is_none_or(|from| entered.is_some_and(|entered| entered >= from));
    from && scenario.entered_to.is_none_or(|to| entered.is_some_and(|entered| entered <= to))
}
