//! What becomes of an import's tables: a new workspace, more rows, or other rows in the open one.

use std::collections::HashMap;
use std::sync::Arc;

use super::import_figures::{counted, imported_figures, workspace_figures};
use super::protocol::{EngineError, ImportSummary, ImportTarget};
use super::{Engine, duplicates};
use crate::import::{ImportError, Imported, StabilityDirection};
use crate::measure::{Customers, StabilityMeasure, WindowInForce};
use crate::tables::{CustomerList, Dataset, ImportRecord, PurchaseTable, SourceFile, TableKind};
use crate::workspace::{Change, ExistingSettings, Filters, History, Window, Workspace};

impl Engine {
    /// Takes the tables of an import in. `now` is in milliseconds since 1970. An append leaves out rows that are already there unless
    /// `keep_duplicates`; an append or replacement without one usable row changes nothing, its summary says why.
    ///
    /// [`ImportTarget::New`] begins a new history; keeping the workspace that was open is the caller's business.
    ///
    /// # Errors
    /// More sources than a workspace can tell apart (65,535).
    pub fn import(
        &mut self,
        mut imported: Imported,
        target: ImportTarget,
        name: &str,
        now: f64,
        keep_duplicates: bool,
    ) -> Result<ImportSummary, EngineError> {
        let open = self.workspace();
        let earlier = match target {
            ImportTarget::New => Dataset::default(),
            ImportTarget::Append => open.data.clone(),
            ImportTarget::Replace => without_replaced(open.data.clone(), &imported),
        };
        let duplicates = repeated(&earlier, &imported);
        let left_out = if keep_duplicates { &[][..] } else { &duplicates };
        let mut summary = summary(&imported, left_out, duplicates.len() as u64, keep_duplicates);
        // The tables of a new workspace need not be added to anything: they are it.
        let whole = imported.purchases.take_if(|_| target == ImportTarget::New);
        let mut data = joined(earlier, &imported, left_out, now, &summary)?;
        data.purchases = whole.map(Arc::new).or(data.purchases);
        let mut next = match target {
            ImportTarget::New => Workspace { name: name.to_owned(), ..Workspace::default() },
            ImportTarget::Append | ImportTarget::Replace => open.clone(),
        };
        next.data = data;
        fit_settings(&mut next, &imported);
        if target == ImportTarget::Append {
            summary.workspace = Some(workspace_figures(&next, &imported));
        }
        match target {
            ImportTarget::New => {
                self.history = History::new(next);
                self.revision += 1;
            }
            ImportTarget::Append | ImportTarget::Replace if summary.rows_used == 0 => {}
            ImportTarget::Append => self.record(Change::Append, next),
            ImportTarget::Replace => self.record(Change::Replace, next),
        }
        Ok(summary)
    }
}

/// What stays of the data when tables take the place of their like: purchases and customers belong together, each table of the funnel
/// stands for itself. Sources are counted through all imports, so these stay as long as any table does.
fn without_replaced(mut data: Dataset, imported: &Imported) -> Dataset {
    if imported.purchases.is_some() || (imported.customers.is_some() && imported.funnel_entries.is_none()) {
        (data.purchases, data.customers) = (None, None);
        data.lost.retain(|lost| !matches!(lost.kind, TableKind::Purchases | TableKind::Customers));
    }
    if imported.funnel_entries.is_some() {
        data.funnel_entries = None;
    }
    if imported.level_history.is_some() {
        data.level_history = None;
    }
    if imported.potential.is_some() {
        data.potential = None;
    }
    if imported.contacts.is_some() {
        data.contacts = None;
    }
    if imported.prospects.is_some() {
        data.prospects = None;
    }
    let Dataset { purchases, customers, funnel_entries, level_history, potential, contacts, prospects, .. } = &data;
    let funnel = funnel_entries.is_some() || level_history.is_some();
    let lists = customers.is_some() || potential.is_some() || contacts.is_some() || prospects.is_some();
    let any = purchases.is_some() || funnel || lists || !data.lost.is_empty();
    if any { data } else { Dataset::default() }
}

/// Rows of the import that are in the data already, ascending. An import has rows of one table only, customers aside.
fn repeated(earlier: &Dataset, imported: &Imported) -> Vec<u32> {
    if let (Some(earlier), Some(added)) = (&earlier.purchases, &imported.purchases) {
        return duplicates::duplicates(earlier, added);
    }
    if let (Some(earlier), Some(added)) = (&earlier.funnel_entries, &imported.funnel_entries) {
        return duplicates::duplicate_entries(earlier, added);
    }
    if let (Some(earlier), Some(added)) = (&earlier.level_history, &imported.level_history) {
        return duplicates::duplicate_events(earlier, added);
    }
    if let (Some(earlier), Some(added)) = (&earlier.potential, &imported.potential) {
        return duplicates::duplicate_potential(earlier, added);
    }
    if let (Some(earlier), Some(added)) = (&earlier.contacts, &imported.contacts) {
        return duplicates::duplicate_contacts(earlier, added);
    }
    Vec::new()
}

fn summary(imported: &Imported, left_out: &[u32], duplicates: u64, duplicates_kept: bool) -> ImportSummary {
    let figures = imported_figures(imported, left_out);
    let left_out = left_out.len() as u64;
    ImportSummary {
        opened: None,
        rows_read: imported.record.rows_read,
        rows_used: imported.record.rows_used.saturating_sub(left_out),
        rows_rejected: imported.record.rows_rejected,
        rows_left_out: imported.record.rows_left_out.saturating_add(left_out),
        customers: figures.counted as u64,
        counted: counted(imported),
        total: figures.total,
        workspace: None,
        duplicates,
        duplicates_kept,
        issues: imported.issues.clone(),
        findings: imported.findings.clone(),
        sources: imported.record.sources.clone(),
    }
}

/// The earlier data with what was imported.
fn joined(earlier: Dataset, imported: &Imported, left_out: &[u32], now: f64, summary: &ImportSummary) -> Result<Dataset, EngineError> {
    let known: Vec<&SourceFile> = earlier.imports.iter().flat_map(|record| &record.sources).collect();
    let sources = known.len() + imported.record.sources.len();
    let too_many = || EngineError::Import(ImportError::TooLarge { size: sources as u64, limit: u64::from(u16::MAX) });
    let first_source = u16::try_from(sources).map_err(|_| too_many())? - imported.record.sources.len() as u16;
    let kept = |row: usize| u32::try_from(row).is_ok_and(|row| left_out.binary_search(&row).is_err());
    let purchases = grown(earlier.purchases, imported.purchases.as_ref(), |table, added| table.append_where(added, first_source, kept));
    let funnel_entries =
        grown(earlier.funnel_entries, imported.funnel_entries.as_ref(), |table, added| table.append_where(added, first_source, kept));
    let level_history =
        grown(earlier.level_history, imported.level_history.as_ref(), |table, added| table.append_where(added, first_source, kept));
    let potential = grown(earlier.potential, imported.potential.as_ref(), |list, added| list.append_where(added, first_source, kept));
    let contacts = grown(earlier.contacts, imported.contacts.as_ref(), |table, added| table.append_where(added, first_source, kept));
    let customers = match (earlier.customers, &imported.customers) {
        (earlier, None) => earlier,
        (earlier, Some(added)) => Some(Arc::new(joined_list(earlier.as_deref(), added, first_source))),
    };
    let prospects = grown(earlier.prospects, imported.prospects.as_ref(), |list, added| list.append(added, first_source));
    let mut imports = earlier.imports;
    imports.push(ImportRecord {
        rows_used: summary.rows_used,
        rows_left_out: summary.rows_left_out,
        imported_at: now,
        ..imported.record.clone()
    });
    let mut data =
        Dataset { purchases, customers, funnel_entries, level_history, potential, contacts, prospects, imports, lost: Vec::new() };
    data.lost = earlier.lost.into_iter().filter(|lost| !data.has(lost.kind)).collect();
    Ok(data)
}

/// An earlier table with what is added to it.
fn grown<Table: Clone + Default>(
    earlier: Option<Arc<Table>>,
    added: Option<&Table>,
    append: impl FnOnce(&mut Table, &Table),
) -> Option<Arc<Table>> {
    let Some(added) = added else { return earlier };
    let mut table = earlier.map_or_else(Table::default, |earlier| Table::clone(&earlier));
    append(&mut table, added);
    Some(Arc::new(table))
}

/// A customer of both lists keeps its place and takes the later row.
fn joined_list(earlier: Option<&CustomerList>, added: &CustomerList, first_source: u16) -> CustomerList {
    let mut list = earlier.cloned().unwrap_or_default();
    let mut places: HashMap<String, usize> = list.rows.iter().enumerate().map(|(place, row)| (row.customer.clone(), place)).collect();
    for row in &added.rows {
        let mut row = row.clone();
        row.source = row.source.saturating_add(first_source);
        match places.get(&row.customer) {
            Some(&place) => list.rows[place] = row,
            None => {
                places.insert(row.customer.clone(), list.rows.len());
                list.rows.push(row);
            }
        }
    }
    list
}

/// Takes back what the new data cannot answer: a measure, filter values and a window that are not in it.
fn fit_settings(workspace: &mut Workspace, imported: &Imported) {
    let given = workspace.has_given_stability();
    let settings = &mut workspace.existing;
    if let Some(direction) = imported.stability_direction {
        settings.given_high_is_stable = direction == StabilityDirection::HighIsStable;
    }
    if workspace.data.purchases.is_none() && workspace.data.customers.as_ref().is_some_and(|list| list.has_measures()) {
        settings.stability = StabilityMeasure::Given;
    } else if settings.stability == StabilityMeasure::Given && !given {
        settings.stability = StabilityMeasure::default();
    }
    workspace.funnel.take_stages(&imported.stages.mapping, &imported.stages.chosen, &imported.stages.levels);
    if let Some(prospects) = &imported.prospects {
        workspace.potential.take_sources(prospects);
    }
    fit_filters(&mut workspace.existing, &workspace.data);
    fit_window(workspace);
}

fn fit_filters(settings: &mut ExistingSettings, data: &Dataset) {
    if settings.filters == Filters::default() {
        return;
    }
    let column = |choose: fn(&PurchaseTable) -> Option<&crate::tables::Category>| data.purchases.as_deref().and_then(choose);
    let listed = |fact: fn(&crate::tables::CustomerRow) -> &str, value: &str| {
        data.customers.as_ref().is_some_and(|list| list.rows.iter().any(|row| fact(row) == value))
    };
    let regions = column(|table| table.region.as_ref());
    let products = column(|table| table.product.as_ref());
    let reps = column(|table| table.rep.as_ref());
    let holds =
        |column: Option<&crate::tables::Category>, value: &str| column.is_some_and(|column| column.dictionary.code(value).is_some());
    settings.filters.region.retain(|value| holds(regions, value) || listed(|row| &row.region, value));
    settings.filters.product.retain(|value| holds(products, value));
    settings.filters.rep.retain(|value| holds(reps, value) || listed(|row| &row.rep, value));
}

fn fit_window(workspace: &mut Workspace) {
    let chosen = workspace.existing.window;
    if chosen == Window::default() {
        return;
    }
    let days = Customers::new(&workspace.data, &workspace.merges).data_days();
    if days.and_then(|days| WindowInForce::new(chosen, days)).is_none() {
        workspace.existing.window = Window::default();
    }
}
