//! Which rows of the funnel's tables count, and what each stands for (METHODS 3). Knows nothing of rates or plans beyond the mapping.

use std::sync::Arc;

use super::{Dimension, FunnelPlan};
use crate::measure::Filters;
use crate::order;
use crate::tables::{Category, Dataset, FunnelEntries, FunnelEntry, LevelHistory, Standing};

/// What each text of a table stands for, by its code, so that a text is looked up once and not once a row.
pub(super) struct Standings<'plan> {
    stage: Vec<Option<&'plan Standing>>,
    outcome: Vec<Option<&'plan Standing>>,
}

impl<'plan> Standings<'plan> {
    pub fn new(entries: &FunnelEntries, plan: &'plan FunnelPlan) -> Self {
        let outcome = entries.outcome.as_ref().map(|column| of_texts(column, plan));
        Self { stage: of_texts(&entries.stage, plan), outcome: outcome.unwrap_or_default() }
    }

    /// Of a level history, which has no column of outcomes.
    pub fn of_history(history: &LevelHistory, plan: &'plan FunnelPlan) -> Self {
        Self { stage: of_texts(&history.stage, plan), outcome: Vec::new() }
    }

    pub fn of(&self, entries: &FunnelEntries, row: usize) -> Option<&'plan Standing> {
        let outcome = entries.outcome.as_ref().and_then(|column| at(&self.outcome, column.codes[row]));
        last_word(self.of_stage(&entries.stage, row), outcome)
    }

    /// What the stage says, whatever became of it later.
    pub fn of_stage(&self, stage: &Category, row: usize) -> Option<&'plan Standing> {
        at(&self.stage, stage.codes[row])
    }
}

fn of_texts<'plan>(column: &Category, plan: &'plan FunnelPlan) -> Vec<Option<&'plan Standing>> {
    column.dictionary.texts().map(|text| plan.stages.get(text)).collect()
}

fn at<'plan>(standings: &[Option<&'plan Standing>], code: u32) -> Option<&'plan Standing> {
    standings.get(code as usize).copied().flatten()
}

/// An outcome counts over the level it was reached from.
fn last_word<'plan>(stage: Option<&'plan Standing>, outcome: Option<&'plan Standing>) -> Option<&'plan Standing> {
    outcome.filter(|standing| !matches!(standing, Standing::Level(_))).or(stage).or(outcome)
}

/// What a row stands at, as the plan says.
#[must_use]
pub fn standing_of<'plan>(entries: &FunnelEntries, plan: &'plan FunnelPlan, row: u32) -> Option<&'plan Standing> {
    let text = |column: &Category| plan.stages.get(column.text(row as usize));
    last_word(text(&entries.stage), entries.outcome.as_ref().and_then(text))
}

/// The entries of a data set; where it has a level history alone, one entry for each of its cases, standing where its last event put it.
#[must_use]
pub fn funnel_entries_of(data: &Dataset, plan: &FunnelPlan) -> Option<Arc<FunnelEntries>> {
    match (&data.funnel_entries, &data.level_history) {
        (Some(entries), _) => Some(Arc::clone(entries)),
        (None, Some(history)) => Some(Arc::new(entries_of_history(history, plan))),
        (None, None) => None,
    }
}

fn entries_of_history(history: &LevelHistory, plan: &FunnelPlan) -> FunnelEntries {
    let standings = Standings::of_history(history, plan);
    let ended = |row: usize| standings.of_stage(&history.stage, row).is_some_and(|standing| !matches!(standing, Standing::Level(_)));
    let mut entries = FunnelEntries::default();
    let courses = history.courses();
    for key in (0_u32..).take(history.keys.len()) {
        let rows = courses.of(key);
        let (Some(&first), Some(&last)) = (rows.first(), rows.last()) else { continue };
        // The latest event that names it, since not every event repeats the facts of its case.
        let text = |column: &Option<Category>| {
            let named =
                column.as_ref().and_then(|column| rows.iter().rev().map(|&row| column.text(row as usize)).find(|text| !text.is_empty()));
            named.unwrap_or_default().to_owned()
        };
        entries.push(&FunnelEntry {
            key: history.keys.text(history.key[last as usize]).to_owned(),
            stage: history.stage.text(last as usize).to_owned(),
            owner: text(&history.owner),
            region: text(&history.region),
            product: text(&history.product),
            amount: rows.iter().rev().find_map(|&row| history.amount[row as usize]),
            entered: Some(history.day[first as usize]),
            closed: Some(history.day[last as usize]).filter(|_| ended(last as usize)),
            source: history.source[last as usize],
            row: history.row[last as usize],
            ..FunnelEntry::default()
        });
    }
    entries
}

/// The last word on each key: of the latest snapshot, and of several rows there the last one. In the order of the table.
pub(super) fn latest_rows(entries: &FunnelEntries) -> Vec<u32> {
    let mut latest: Vec<Option<u32>> = vec![None; entries.keys.len()];
    for (row, &key) in (0_u32..).zip(&entries.key) {
        let kept = &mut latest[key as usize];
        let later = kept.is_none_or(|kept| entries.snapshot[row as usize] >= entries.snapshot[kept as usize]);
        if later {
            *kept = Some(row);
        }
    }
    let mut rows: Vec<u32> = latest.into_iter().flatten().collect();
    order::sort(&mut rows);
    rows
}

pub(super) fn passes(entries: &FunnelEntries, filters: &Filters, row: usize) -> bool {
    let in_set = |set: &std::collections::BTreeSet<String>, column: &Option<Category>| {
        set.is_empty() || set.contains(column.as_ref().map_or("", |column| column.text(row)))
    };
    in_set(&filters.rep, &entries.owner) && in_set(&filters.region, &entries.region) && in_set(&filters.product, &entries.product)
}

/// The column a dimension lies in; `None` where no file had it.
#[must_use]
pub fn dimension_column(entries: &FunnelEntries, dimension: Dimension) -> Option<&Category> {
    match dimension {
        Dimension::Rep => entries.owner.as_ref(),
        Dimension::Region => entries.region.as_ref(),
        Dimension::Product => entries.product.as_ref(),
    }
}
