//! Settings, sheet and names of the potential customers.

use std::collections::BTreeSet;

use crate::engine::cache::Basis;
use crate::engine::{PotentialView, ProspectCard, SheetRow, SheetView};
use crate::tables::Prospect;
use crate::workspace::{PotentialSettings, Prospects, Workspace, linked_prospects};

/// Rows of the sheet that one answer holds at most.
const MOST_ROWS: u32 = 1_000;

/// The name, else the id.
pub(in crate::engine) fn prospect_name(prospects: &Prospects, number: u32) -> &str {
    let row = prospects.row(number).map(|row| &row.prospect);
    row.map_or("", |row| if row.name.is_empty() { &row.id } else { &row.name })
}

pub(in crate::engine) fn potential(workspace: &Workspace, basis: &Basis) -> PotentialView {
    let settings = &workspace.potential;
    let rows = basis.prospects.iter().flat_map(|prospects| &prospects.rows);
    let values = |value: fn(&Prospect) -> &str| {
        let found: BTreeSet<&str> = rows.clone().map(|row| value(&row.prospect)).collect();
        let any = found.iter().any(|value| !value.is_empty());
        if any { found.into_iter().map(str::to_owned).collect() } else { Vec::new() }
    };
    PotentialView {
        revision: basis.revision,
        settings: settings.clone(),
        prospects: rows.clone().count() as u32,
        linked: rows.clone().filter(|row| row.linked).count() as u32,
        open_entries: open_entries(workspace),
        expected_weight: settings.expected_card.weight_sum(),
        intent_weight: settings.intent_card.weight_sum(),
        levels: levels(workspace, settings),
        regions: values(|row| &row.region),
        products: values(|row| &row.product),
        reps: values(|row| &row.rep),
    }
}

/// Of the funnel, linked or not.
fn open_entries(workspace: &Workspace) -> u32 {
    if workspace.data.funnel_entries.is_none() && workspace.data.level_history.is_none() {
        return 0;
    }
    let potential = PotentialSettings { linked_to_funnel: true, ..workspace.potential.clone() };
    linked_prospects(&Workspace { potential, ..workspace.clone() }).iter().filter(|row| row.linked).count() as u32
}

/// Levels of the scheme in force, then others that an intent is kept for.
fn levels(workspace: &Workspace, settings: &PotentialSettings) -> Vec<String> {
    let mut codes: Vec<String> = workspace.funnel.scheme.levels().iter().map(|level| level.code.clone()).collect();
    let others: Vec<String> = settings.level_intent.keys().filter(|code| !codes.contains(code)).cloned().collect();
    codes.extend(others);
    codes
}

pub(in crate::engine) fn sheet(workspace: &Workspace, basis: &Basis, first: u32, count: u32) -> SheetView {
    let prospects = basis.prospects.as_deref();
    let of = prospects.map_or(0, |prospects| prospects.rows.len() as u32);
    let first = first.min(of);
    let last = first.saturating_add(count.min(MOST_ROWS)).min(of);
    let rows = (first..last).filter_map(|number| sheet_row(&workspace.potential, basis, prospects?, number)).collect();
    SheetView { revision: basis.revision, of, first, rows }
}

fn sheet_row(settings: &PotentialSettings, basis: &Basis, prospects: &Prospects, number: u32) -> Option<SheetRow> {
    let (row, figures) = (prospects.row(number)?, prospects.figures_of(number)?);
    let prospect = &row.prospect;
    let criteria = settings.expected_card.criteria.iter().chain(&settings.intent_card.criteria);
    Some(SheetRow {
        number,
        id: prospect.id.clone(),
        name: prospect.name.clone(),
        linked: row.linked,
        listed: row.listed,
        expected: prospect.expected,
        intent: prospect.intent,
        level: prospect.level.clone(),
        region: prospect.region.clone(),
        rep: prospect.rep.clone(),
        ratings: criteria.map(|criterion| prospect.ratings.get(&criterion.code).copied()).collect(),
        completeness: figures.completeness(settings),
        class: basis.rating.class(number),
        not_rated: figures.not_rated(),
    })
}

/// What the card shows of a prospect alone.
pub(super) fn prospect_card(settings: &PotentialSettings, prospects: &Prospects, number: u32) -> Option<ProspectCard> {
    let (row, figures) = (prospects.row(number)?, prospects.figures_of(number)?);
    Some(ProspectCard {
        level: figures.level.clone().unwrap_or_else(|| row.prospect.level.clone()),
        product: row.prospect.product.clone(),
        linked: row.linked,
        expected: figures.expected_score.clone(),
        intent: figures.intent_score.clone(),
        intent_given: row.prospect.intent,
        completeness: figures.completeness(settings),
    })
}
