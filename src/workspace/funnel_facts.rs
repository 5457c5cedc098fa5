//! What the entries of a workspace say about the funnel: stock, orders and values by stage and by group (METHODS 3).
//! Counts and sums only; the plan is made of them in `funnel_analysis`.

use std::collections::BTreeMap;

use super::funnel_standing::{Standings, dimension_column, latest_rows, passes};
use super::{Dimension, FunnelPlan, Scenario};
use crate::order;
use crate::plan::Scheme;
use crate::tables::{FunnelEntries, Standing};
use crate::units::Sum;

/// The entries that count, taken together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FunnelFacts {
    /// Rows that count, in the order of the table: the latest of each key, within the filters.
    pub rows: Vec<u32>,
    /// Open entries by stage, from the sale outward.
    pub stock: Vec<f64>,
    /// Amounts of won entries, in the order of the table.
    pub orders: Vec<f64>,
    pub won: u32,
    pub lost: u32,
    pub dormant: u32,
    /// Entries whose stage text stands for nothing yet.
    pub unknown: u32,
    pub without_customer: u32,
}

/// One rep, region or product; empty for entries that name none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FunnelGroup {
    pub name: String,
    pub stock: Vec<f64>,
    /// Sum of the won amounts.
    pub won: f64,
    pub entries: u32,
}

impl FunnelFacts {
    /// Counts the entries under a plan. A stage text counts as the plan's mapping says.
    #[must_use]
    pub fn new(entries: &FunnelEntries, plan: &FunnelPlan, scenario: &Scenario) -> Self {
        let standings = Standings::new(entries, plan);
        let mut facts = Self { stock: vec![0.0; plan.scheme.stages()], ..Self::default() };
        for row in latest_rows(entries) {
            if !passes(entries, &scenario.filters, row as usize) {
                continue;
            }
            facts.rows.push(row);
            let customer = entries.customer.as_ref().map_or("", |column| column.text(row as usize));
            facts.without_customer += u32::from(customer.is_empty());
            facts.count(entries, row as usize, standings.of(entries, row as usize), &plan.scheme);
        }
        facts
    }

    fn count(&mut self, entries: &FunnelEntries, row: usize, standing: Option<&Standing>, scheme: &Scheme) {
        match standing {
            Some(Standing::Won) => {
                self.won += 1;
                self.orders.extend(entries.amount[row]);
            }
            Some(Standing::Lost) => self.lost += 1,
            Some(Standing::Dormant) => self.dormant += 1,
            Some(Standing::Level(code)) if scheme.stage(code).is_some() => {
                self.stock[scheme.stage(code).unwrap_or_default()] += 1.0;
            }
            Some(Standing::Level(_)) | None => self.unknown += 1,
        }
    }

    /// Mean of the won amounts; `None` without any.
    #[must_use]
    pub fn mean_order(&self) -> Option<f64> {
        let count = self.orders.len();
        (count > 0).then(|| self.orders.iter().copied().collect::<Sum>().value() / count as f64)
    }

    /// Median of the won amounts, the mean of the two in the middle where their number is even.
    #[must_use]
    pub fn median_order(&self) -> Option<f64> {
        let mut sorted = self.orders.clone();
        sorted.sort_unstable_by(f64::total_cmp);
        let middle = sorted.len() / 2;
        match sorted.len() {
            0 => None,
            count if count % 2 == 1 => Some(sorted[middle]),
            _ => Some((sorted[middle - 1] + sorted[middle]) / 2.0),
        }
    }

    /// The entries that count by rep, region or product: largest won value first, then by name. Groups without an open entry stay.
    #[must_use]
    pub fn groups(&self, entries: &FunnelEntries, plan: &FunnelPlan, dimension: Dimension) -> Vec<FunnelGroup> {
        let Some(column) = dimension_column(entries, dimension) else { return Vec::new() };
        let standings = Standings::new(entries, plan);
        let mut groups: BTreeMap<&str, (FunnelGroup, Sum)> = BTreeMap::new();
        for &row in &self.rows {
            let row = row as usize;
            let name = column.text(row);
            let (group, won) = groups.entry(name).or_insert_with(|| {
                (FunnelGroup { name: name.to_owned(), stock: vec![0.0; plan.scheme.stages()], ..FunnelGroup::default() }, Sum::default())
            });
            group.entries += 1;
            match standings.of(entries, row) {
                Some(Standing::Won) => won.add(entries.amount[row].unwrap_or(0.0)),
                Some(Standing::Level(code)) => {
                    if let Some(stage) = plan.scheme.stage(code) {
                        group.stock[stage] += 1.0;
                    }
                }
                _ => {}
            }
        }
        let mut groups: Vec<FunnelGroup> = groups.into_values().map(|(group, won)| FunnelGroup { won: won.value(), ..group }).collect();
        order::sort_by(&mut groups, |left, right| right.won.total_cmp(&left.won).then_with(|| left.name.cmp(&right.name)));
        groups
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Day;
    use crate::tables::FunnelEntry;

    fn plan() -> FunnelPlan {
        let level = |code: &str| Standing::Level(code.to_owned());
        let stages = [("Meeting", level("B")), ("Lead", level("E")), ("Won", Standing::Won), ("Gone", Standing::Lost), ("Odd", level("Z"))];
        FunnelPlan { stages: stages.map(|(text, standing)| (text.to_owned(), standing)).into(), ..FunnelPlan::default() }
    }

    fn entries(rows: &[(&str, &str, &str, f64)]) -> FunnelEntries {
        let mut table = FunnelEntries::default();
        for &(key, stage, owner, amount) in rows {
            let text = |text: &str| text.to_owned();
            table.push(&FunnelEntry {
                key: text(key),
                stage: text(stage),
                owner: text(owner),
                amount: Some(amount),
                ..FunnelEntry::default()
            });
        }
        table
    }

    #[test]
    fn stock_and_orders_follow_the_mapping() {
        let table = entries(&[
            ("1", "Meeting", "Ann", 5.0),
            ("2", "Won", "Ann", 10.0),
            ("3", "Won", "Bo", 30.0),
            ("4", "Gone", "Bo", 7.0),
            ("5", "Odd", "Bo", 7.0),
            ("6", "nowhere", "Bo", 7.0),
        ]);
        let facts = FunnelFacts::new(&table, &plan(), &Scenario::default());
        assert_eq!(facts.stock, [0.0, 1.0, 0.0, 0.0, 0.0]);
        assert_eq!((facts.won, facts.lost, facts.unknown, facts.without_customer), (2, 1, 2, 6));
        assert_eq!((facts.mean_order(), facts.median_order()), (Some(20.0), Some(20.0)));
        let groups = facts.groups(&table, &plan(), Dimension::Rep);
        let shown: Vec<_> = groups.iter().map(|group| (group.name.as_str(), group.won, group.stock[1])).collect();
        assert_eq!(shown, [("Bo", 30.0, 0.0), ("Ann", 10.0, 1.0)], "a group without an open entry stays");
        assert!(facts.groups(&table, &plan(), Dimension::Region).is_empty());
    }

    #[test]
    fn an_outcome_beside_the_level_counts_over_it() {
        let mut table = entries(&[("1", "Meeting", "", 5.0)]);
        let row = |key: &str, outcome: &str| FunnelEntry {
            key: key.to_owned(),
            stage: "Meeting".to_owned(),
            outcome: outcome.to_owned(),
            amount: Some(8.0),
            ..FunnelEntry::default()
        };
        table.push(&row("2", "Won"));
        table.push(&row("3", "open"));
        let facts = FunnelFacts::new(&table, &plan(), &Scenario::default());
        assert_eq!((facts.won, facts.stock[1], facts.unknown, facts.orders.as_slice()), (1, 2.0, 0, &[8.0][..]));
        assert_eq!(crate::workspace::standing_of(&table, &plan(), 1), Some(&Standing::Won));
    }

    #[test]
    fn only_the_latest_snapshot_of_an_entry_counts() {
        let mut table = FunnelEntries::default();
        let row = |stage: &str, day| FunnelEntry {
            key: "1".to_owned(),
            stage: stage.to_owned(),
            snapshot: Day::from_iso(day),
            ..FunnelEntry::default()
        };
        table.push(&row("Meeting", "2026-03-01"));
        table.push(&row("Lead", "2026-02-01"));
        let facts = FunnelFacts::new(&table, &plan(), &Scenario::default());
        assert_eq!((facts.rows.as_slice(), facts.stock[1], facts.stock[4]), (&[0][..], 1.0, 0.0));
    }

    #[test]
    fn filters_leave_entries_out() {
        let table = entries(&[("1", "Meeting", "Ann", 5.0), ("2", "Meeting", "", 10.0)]);
        let mut scenario = Scenario::default();
        scenario.filters.rep.insert(String::new());
        assert_eq!(FunnelFacts::new(&table, &plan(), &scenario).rows, [1]);
    }
}
