//! The audit and the groups of the funnel as tables to export.
//! Knows nothing of file formats. Headers and codes are English unless `word` puts them into another wording.

use super::growth_tables::TableWording;
use super::{FunnelAuditView, FunnelGroupView, FunnelGroupsView, FunnelView, OverdueRow};
use crate::plan::{Reach, ShareSource};
use crate::report::{ReportCell, ReportTable};
use crate::workspace::Dimension;

/// Headers of the audit's file.
pub const AUDIT_CODES: [&str; 13] = [
    "entry",
    "customer",
    "name",
    "rep",
    "region",
    "product",
    "level",
    "stage",
    "entered",
    "last_contact",
    "cadence_days",
    "overdue_days",
    "never_contacted",
];

/// Headers of the groups' file; four for each level follow, each with the code of its level behind it.
pub const GROUP_CODES: [&str; 8] = ["share", "share_source", "won", "sales_needed", "sales_expected", "gap", "extra_entries", "thin_level"];
/// Of each level.
pub const GROUP_LEVEL_CODES: [&str; 3] = ["stock", "required", "cover"];

/// `rep`, `region` or `product`.
#[must_use]
pub fn dimension_code(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Rep => "rep",
        Dimension::Region => "region",
        Dimension::Product => "product",
    }
}

/// `typed`, `by_won_value` or `equal`.
#[must_use]
pub fn share_source_code(source: ShareSource) -> &'static str {
    match source {
        ShareSource::Typed => "typed",
        ShareSource::Won => "by_won_value",
        ShareSource::Equal => "equal",
    }
}

/// All who are overdue, in the order of the audit. An answer to a whole [`super::Query::FunnelAudit`] holds them all.
#[must_use]
pub fn audit_table(audit: &FunnelAuditView, wording: &TableWording<'_>) -> ReportTable {
    ReportTable {
        title: wording.title.clone(),
        header: AUDIT_CODES.map(|code| (wording.word)(code)).to_vec(),
        rows: audit.overdue.iter().map(|row| overdue_cells(audit, row, wording)).collect(),
        notes: wording.notes.clone(),
    }
}

fn overdue_cells(audit: &FunnelAuditView, row: &OverdueRow, wording: &TableWording<'_>) -> Vec<ReportCell> {
    let entry = &row.entry;
    let cadence = audit.levels.iter().find(|level| level.code == row.level).map(|level| f64::from(level.cadence_days));
    vec![
        text(&entry.key),
        text(&entry.customer),
        text(&entry.name),
        text(&entry.owner),
        text(&entry.region),
        text(&entry.product),
        text(&row.level),
        text(&entry.stage),
        entry.entered.map_or(ReportCell::Empty, ReportCell::Date),
        entry.last_contact.map_or(ReportCell::Empty, ReportCell::Date),
        number(cadence, 0),
        number(row.days.map(f64::from), 0),
        text(&(wording.word)(if row.never_contacted { "yes" } else { "no" })),
    ]
}

/// One row a rep, region or product; the levels from the nearest to the sale outward.
#[must_use]
pub fn group_table(groups: &FunnelGroupsView, view: &FunnelView, wording: &TableWording<'_>) -> ReportTable {
    let word = wording.word;
    let mut header = vec![word(dimension_code(groups.dimension))];
    header.extend(GROUP_CODES.map(word));
    for stage in view.stages.iter().skip(1) {
        header.extend(GROUP_LEVEL_CODES.map(|code| format!("{} {}", word(code), stage.code)));
    }
    ReportTable {
        title: wording.title.clone(),
        header,
        rows: groups.groups.iter().map(|group| group_cells(group, view, wording)).collect(),
        notes: wording.notes.clone(),
    }
}

fn group_cells(group: &FunnelGroupView, view: &FunnelView, wording: &TableWording<'_>) -> Vec<ReportCell> {
    let (chain, stock) = (&group.plan.chain, &group.plan.stock);
    let thin = stock.thin.filter(|stage| stock.stages.get(*stage).and_then(|held| held.cover).is_some_and(|cover| cover < 1.0));
    let mut cells = vec![
        text(&group.name),
        ReportCell::Share(group.plan.share),
        text(&(wording.word)(share_source_code(group.plan.source))),
        number(Some(group.won), 2),
        reach(chain.sales()),
        number(Some(stock.expected_sales), 4),
        number(stock.gap, 4),
        reach(stock.extra_entries()),
        text(thin.and_then(|stage| view.stages.get(stage)).map_or("", |stage| &stage.code)),
    ];
    for held in stock.stages.iter().skip(1) {
        cells.extend([number(Some(held.stock), 0), reach(held.required), held.cover.map_or(ReportCell::Empty, ReportCell::Share)]);
    }
    cells
}

fn text(text: &str) -> ReportCell {
    if text.is_empty() { ReportCell::Empty } else { ReportCell::Text(text.to_owned()) }
}

fn number(value: Option<f64>, decimals: u8) -> ReportCell {
    value.map_or(ReportCell::Empty, |value| ReportCell::Number(value, decimals))
}

fn reach(found: Reach) -> ReportCell {
    number(found.needed(), 4)
}
