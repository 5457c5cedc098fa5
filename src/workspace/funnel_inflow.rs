//! New entries still to come: how many came in a month so far, and how much time is left (METHODS 3; X).
//! Knows nothing of rates or targets.

use serde::{Deserialize, Serialize};

use super::{FunnelFacts, FunnelPlan, Scenario, standing_of};
use crate::calendar::Day;
use crate::plan::{Figure, Inflow};
use crate::tables::{FunnelEntries, Standing};

/// Days looked back for the usual number of new entries.
const LOOK_BACK_DAYS: i32 = 365;
/// Average length of a month, days.
pub const MONTH_DAYS: f64 = 365.25 / 12.0;

/// New entries a month, and the time they have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct InflowFigure {
    /// Typed over the mean of the last year of the data.
    pub per_month: Figure,
    /// First and last day of what is left of the period.
    pub starts: Option<Day>,
    pub closes: Option<Day>,
}

impl InflowFigure {
    /// Over the entries that count.
    #[must_use]
    pub fn new(entries: Option<&FunnelEntries>, plan: &FunnelPlan, scenario: &Scenario, facts: &FunnelFacts) -> Self {
        let last = entries.and_then(|entries| last_day(entries, plan, facts));
        let computed = entries.zip(last).and_then(|(entries, last)| entries_per_month(entries, facts, last));
        Self {
            per_month: Figure { computed, typed: scenario.entries_per_month },
            starts: scenario.starts.or(last.and_then(|day| day.0.checked_add(1)).map(Day)),
            closes: scenario.closes,
        }
    }

    /// `None` where number or time is not known.
    #[must_use]
    pub fn inflow(self) -> Option<Inflow> {
        let days_left = f64::from(self.closes?.0) - f64::from(self.starts?.0) + 1.0;
        Some(Inflow { per_day: self.per_month.value()? / MONTH_DAYS, days_left: days_left.max(0.0) })
    }
}

/// The last day something is known to have happened. The closing day of an open entry is an expectation and does not count.
#[must_use]
pub fn last_day(entries: &FunnelEntries, plan: &FunnelPlan, facts: &FunnelFacts) -> Option<Day> {
    let of_row = |&row: &u32| {
        let at = row as usize;
        let ended = matches!(standing_of(entries, plan, row), Some(Standing::Won | Standing::Lost | Standing::Dormant));
        let closed = entries.closed[at].filter(|_| ended);
        [entries.entered[at], entries.snapshot[at], entries.last_contact[at], closed].into_iter().flatten().max()
    };
    facts.rows.iter().filter_map(of_row).max()
}

/// Mean over the last year, or over the time since the first entry where that is shorter; `None` below a month.
fn entries_per_month(entries: &FunnelEntries, facts: &FunnelFacts, last: Day) -> Option<f64> {
    let entered = || facts.rows.iter().filter_map(|&row| entries.entered[row as usize]).filter(|day| *day <= last);
    let first = entered().min()?;
    let from = first.0.max(last.0.saturating_sub(LOOK_BACK_DAYS - 1));
    let days = f64::from(last.0) - f64::from(from) + 1.0;
    let count = entered().filter(|day| day.0 >= from).count();
    (days >= MONTH_DAYS).then(|| count as f64 / days * MONTH_DAYS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::FunnelEntry;

    fn day(text: &str) -> Option<Day> {
        Day::from_iso(text)
    }

    fn table(entered: &[&str]) -> FunnelEntries {
        let mut table = FunnelEntries::default();
        for (row, text) in (0_u32..).zip(entered) {
            table.push(&FunnelEntry { key: row.to_string(), stage: "Lead".to_owned(), entered: day(text), ..FunnelEntry::default() });
        }
        table
    }

    fn figure(table: &FunnelEntries, scenario: &Scenario) -> InflowFigure {
        let plan = FunnelPlan::default();
        InflowFigure::new(Some(table), &plan, scenario, &FunnelFacts::new(table, &plan, scenario))
    }

    #[test]
    fn the_last_year_counts() {
        // 2024-07-01 to 2025-06-30 are 365 days; the first entry lies before them.
        let table = table(&["2023-01-01", "2024-07-01", "2024-12-31", "2025-06-30"]);
        let scenario = Scenario { closes: day("2025-07-10"), ..Scenario::default() };
        let found = figure(&table, &scenario);
        assert!((found.per_month.value().unwrap() - 3.0 * MONTH_DAYS / 365.0).abs() < 1e-12);
        assert_eq!(found.starts, day("2025-07-01"));
        assert_eq!(found.inflow().map(|inflow| inflow.days_left), Some(10.0));
    }

    #[test]
    fn a_typed_number_and_day_stand_over_the_data() {
        let scenario =
            Scenario { entries_per_month: Some(0.0), starts: day("2026-01-01"), closes: day("2025-12-01"), ..Scenario::default() };
        let found = figure(&table(&["2025-06-30"]), &scenario);
        assert_eq!(found.per_month, Figure { computed: None, typed: Some(0.0) });
        assert_eq!(found.inflow(), Some(Inflow { per_day: 0.0, days_left: 0.0 }));
        assert_eq!(figure(&table(&["2025-06-30"]), &Scenario::default()).inflow(), None);
    }
}
