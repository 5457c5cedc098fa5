//! The follow-up audit of the open entries.

use std::collections::BTreeSet;

use super::FunnelBasis;
use super::entries::entry_row;
use crate::calendar::Day;
use crate::engine::{AuditLevel, CardCompleteness, FunnelAuditView, OverdueRow, Readings, Revision};
use crate::order;
use crate::plan::{FollowedUp, Overdue, asset_recovery, completeness, overdue, review_sample};
use crate::tables::{FunnelEntries, ProfileField, Standing};
use crate::units::Sum;
use crate::workspace::{Workspace, last_day, standing_of};

use super::raises::raises;

/// Rows a list of the audit shows at most; a file holds all who are overdue.
pub(super) const LISTED: usize = 500;
/// Entries drawn for review.
const SAMPLED: usize = 10;

pub(in crate::engine) fn funnel_audit(
    workspace: &Workspace,
    revision: Revision,
    basis: &FunnelBasis,
    (today, whole): (Day, bool),
) -> FunnelAuditView {
    let nothing = FunnelEntries::default();
    let entries = basis.entries.as_deref().unwrap_or(&nothing);
    let open = open_rows(workspace, entries, &basis.facts.rows);
    let followed: Vec<FollowedUp> = open.iter().map(|(row, level)| followed_up(entries, *row, level)).collect();
    let due = overdue(&followed, &workspace.funnel.scheme, today);
    let contacts_known = entries.last_contact.iter().any(Option::is_some);
    let listed = if whole { usize::MAX } else { LISTED };
    let rows: Vec<u32> = open.iter().map(|(row, _)| *row).collect();
    FunnelAuditView {
        revision,
        scenario: basis.index,
        today,
        last_day: last_known_day(workspace, entries, basis),
        open: open.len() as u32,
        contacts_known,
        overdue_total: due.len() as u32,
        levels: levels(workspace, &followed, &due),
        overdue: due.iter().take(listed).map(|due| overdue_row(workspace, entries, &open, due)).collect(),
        card: card(workspace, entries, &rows),
        raises: raises(workspace, basis, entries, contacts_known),
        sample: sample(workspace, entries, &rows, basis.scenario.seed),
        readings: readings(basis),
    }
}

fn last_known_day(workspace: &Workspace, entries: &FunnelEntries, basis: &FunnelBasis) -> Option<Day> {
    let event = workspace.data.level_history.as_ref().and_then(|history| history.day.iter().max().copied());
    last_day(entries, &workspace.funnel, &basis.facts).max(event)
}

/// Open entries with the code of their level.
fn open_rows<'workspace>(workspace: &'workspace Workspace, entries: &FunnelEntries, rows: &[u32]) -> Vec<(u32, &'workspace str)> {
    let level = |&row: &u32| match standing_of(entries, &workspace.funnel, row)? {
        Standing::Level(code) if workspace.funnel.scheme.place(code).is_some() => Some((row, code.as_str())),
        _ => None,
    };
    rows.iter().filter_map(level).collect()
}

fn followed_up(entries: &FunnelEntries, row: u32, level: &str) -> FollowedUp {
    let row = row as usize;
    FollowedUp { level: level.to_owned(), last_contact: entries.last_contact[row], entered: entries.entered[row] }
}

fn overdue_row(workspace: &Workspace, entries: &FunnelEntries, open: &[(u32, &str)], due: &Overdue) -> OverdueRow {
    let (row, level) = open[due.row];
    OverdueRow { days: due.days, never_contacted: due.never_contacted, level: level.to_owned(), entry: entry_row(workspace, entries, row) }
}

fn levels(workspace: &Workspace, followed: &[FollowedUp], due: &[Overdue]) -> Vec<AuditLevel> {
    let level = |level: &crate::plan::Level| AuditLevel {
        code: level.code.clone(),
        cadence_days: level.cadence_days,
        open: followed.iter().filter(|one| one.level == level.code).count() as u32,
        overdue: due.iter().filter(|due| followed[due.row].level == level.code).count() as u32,
    };
    workspace.funnel.scheme.levels().iter().map(level).collect()
}

fn card(workspace: &Workspace, entries: &FunnelEntries, open: &[u32]) -> CardCompleteness {
    let fields: Vec<ProfileField> = entries.profile.keys().copied().collect();
    if fields.is_empty() || open.is_empty() {
        return CardCompleteness::default();
    }
    let filled = |row: u32| -> BTreeSet<ProfileField> {
        let has = |field: &&ProfileField| !entries.profile.get(field).map_or("", |column| column.text(row as usize)).is_empty();
        fields.iter().filter(has).copied().collect()
    };
    let mut found: Vec<_> = open.iter().map(|&row| (row, completeness(&filled(row), &fields))).collect();
    let share = found.iter().map(|(_, card)| card.share()).collect::<Sum>().value() / found.len() as f64;
    let complete = found.iter().filter(|(_, card)| card.missing.is_empty()).count() as u32;
    let with = |field: ProfileField| found.iter().filter(|(_, card)| !card.missing.contains(&field)).count() as u32;
    let counted = fields.iter().map(|&field| (field, with(field))).collect();
    // Stable, so that of equals the first in the table comes first.
    order::sort_by_key(&mut found, |(_, card)| card.filled);
    let gaps = found.into_iter().filter(|(_, card)| !card.missing.is_empty()).take(LISTED);
    let least = gaps.map(|(row, card)| (entry_row(workspace, entries, row), card.missing)).collect();
    CardCompleteness { fields: counted, share: Some(share), complete, least }
}

fn sample(workspace: &Workspace, entries: &FunnelEntries, open: &[u32], seed: u64) -> Vec<crate::engine::FunnelEntryRow> {
    review_sample(open.len(), SAMPLED, seed).into_iter().map(|place| entry_row(workspace, entries, open[place])).collect()
}

fn readings(basis: &FunnelBasis) -> Readings {
    let scenario = &basis.scenario;
    let won = basis.facts.orders.iter().copied().collect::<Sum>().value();
    let contract_value = scenario.contract_value.or(Some(won).filter(|_| !basis.facts.orders.is_empty()));
    let recovery = scenario.cash_received.zip(contract_value).map(|(cash, value)| asset_recovery(cash, value));
    Readings { conversion: conversion(basis), cash_received: scenario.cash_received, contract_value, recovery }
}

/// Known rates give it, with or without a target.
fn conversion(basis: &FunnelBasis) -> Option<f64> {
    basis.analysis.input.steps.iter().map(|step| step.rate.value()).product()
}
