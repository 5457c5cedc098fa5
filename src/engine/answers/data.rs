//! Imports, sources and a stretch of the purchase rows.

use crate::engine::{DataView, Revision};
use crate::workspace::Workspace;

/// Purchase rows one answer holds at most.
const MOST_ROWS: usize = 10_000;

pub(in crate::engine) fn data(workspace: &Workspace, revision: Revision, first: u32, count: u32) -> DataView {
    let table = workspace.data.purchases.as_deref();
    let rows = table.map_or(0, |table| table.len());
    let from = (first as usize).min(rows);
    let to = from.saturating_add((count as usize).min(MOST_ROWS)).min(rows);
    DataView {
        revision,
        imports: workspace.data.imports.clone(),
        rows: rows as u64,
        first: from as u32,
        purchases: table.map_or_else(Vec::new, |table| (from..to).map(|row| table.purchase(row)).collect()),
        merges: workspace.merges.iter().map(|(spelling, key)| (spelling.clone(), key.clone())).collect(),
    }
}
