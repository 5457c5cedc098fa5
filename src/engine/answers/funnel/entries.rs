//! The entries behind a figure.

use super::FunnelBasis;
use crate::engine::{FunnelEntriesQuery, FunnelEntriesView, FunnelEntryRow, Revision};
use crate::tables::FunnelEntries;
use crate::workspace::{Workspace, dimension_column, standing_of};

/// A stretch of the entries behind a figure, in the order of the table.
pub(in crate::engine) fn funnel_entries(
    workspace: &Workspace,
    revision: Revision,
    basis: &FunnelBasis,
    query: &FunnelEntriesQuery,
) -> FunnelEntriesView {
    let Some(entries) = basis.entries.as_deref() else {
        return FunnelEntriesView { revision, total: 0, rows: Vec::new() };
    };
    let column = query.group.as_ref().map(|(dimension, name)| (dimension_column(entries, *dimension), name));
    let matching = |row: &u32| {
        let standing = query.standing.as_ref().is_none_or(|standing| standing_of(entries, &workspace.funnel, *row) == Some(standing));
        standing && column.as_ref().is_none_or(|(column, name)| column.map_or("", |column| column.text(*row as usize)) == name.as_str())
    };
    let rows: Vec<u32> = basis.facts.rows.iter().copied().filter(matching).collect();
    let stretch = rows.iter().skip(query.first as usize).take(query.count as usize);
    FunnelEntriesView { revision, total: rows.len() as u32, rows: stretch.map(|&row| entry_row(workspace, entries, row)).collect() }
}

pub(super) fn entry_row(workspace: &Workspace, entries: &FunnelEntries, row: u32) -> FunnelEntryRow {
    let entry = entries.entry(row as usize);
    FunnelEntryRow {
        standing: standing_of(entries, &workspace.funnel, row).cloned(),
        // A key made of its place says nothing to a reader.
        key: if entries.is_nameless(row as usize) { String::new() } else { entry.key },
        customer: entry.customer,
        name: entry.name,
        owner: entry.owner,
        region: entry.region,
        product: entry.product,
        stage: entry.stage,
        amount: entry.amount,
        entered: entry.entered,
        closed: entry.closed,
        last_contact: entry.last_contact,
    }
}
