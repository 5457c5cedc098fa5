//! A customer sheet beside the purchases: joined by customer key, its facts fill what the purchases lack.

use std::collections::{BTreeMap, BTreeSet};

use super::account::Account;
use super::layout::{Layout, Progression, Taken, Verdict};
use super::read::{Intake, read_head};
use super::{Catalogue, CustomerSheet, Finding, ImportError, ImportKind, InputFile, ReadPlan, Row, open_rows};
use crate::tables::{Category, CustomerList, CustomerRow, FunnelEntries, MISSING, PurchaseTable, SourceFile, WALK_IN_KEY};

/// Reads the customer sheet, fills names, regions and reps into the purchases and keeps the list. Its rows are counted in its
/// source; the import's account is that of the purchases.
///
/// # Errors
/// The sheet is not there or damaged.
pub fn join_customers(
    files: &mut [InputFile],
    catalogues: &[Catalogue],
    list: &CustomerSheet,
    plan: &ReadPlan,
    intake: &mut Intake<'_>,
) -> Result<Finding, ImportError> {
    let (Some(file), Some(catalogue)) = (files.get_mut(list.sheet.file), catalogues.get(list.sheet.file)) else {
        return Err(ImportError::NoSuchSheet);
    };
    let name = file.name.clone();
    let sheet = catalogue.sheets.get(list.sheet.sheet).map(|sheet| sheet.name.clone()).unwrap_or_default();
    let source = u16::try_from(intake.sources.len()).unwrap_or(u16::MAX);
    let mut reader = open_rows(file, catalogue, list.sheet.sheet)?;
    let head = read_head(reader.as_mut(), list.header_row.saturating_add(list.header_height))?;
    let layout = layout_of(list, plan, &head);
    let first = if list.header_row == 0 {
        0
    } else {
        head.iter().position(|row| row.number >= list.header_row).unwrap_or(head.len()) + list.header_height as usize
    };
    let mut rows = ListRows { source, read: 0, list: CustomerList::default(), before: Progression::default(), taken: Taken::default() };
    head.iter().skip(first).for_each(|row| rows.take(row, &layout));
    let mut row = Row::default();
    while reader.read_row(&mut row)? {
        rows.take(&row, &layout);
    }
    let mut customers = rows.list;
    keep_last_of_each_key(&mut customers, &mut intake.account, &layout);
    let shown = if sheet.is_empty() { name.clone() } else { sheet.clone() };
    intake.sources.push(SourceFile { file: name, sheet, rows: rows.read });
    let (matched, unmatched) =
        if plan.kind.is_funnel() { fill_entries(&mut intake.entries, &customers) } else { fill(&mut intake.purchases, &customers) };
    intake.customers = customers;
    Ok(Finding::JoinedCustomers { sheet: shown, matched, unmatched })
}

fn layout_of(list: &CustomerSheet, plan: &ReadPlan, head: &[Row]) -> Layout {
    let index = head.iter().position(|row| row.number >= list.header_row).filter(|_| list.header_row > 0).unwrap_or(0);
    let headers =
        if list.header_row == 0 { Vec::new() } else { super::guess::header::joined_texts(head, index, list.header_height as usize) };
    let plan = ReadPlan {
        kind: ImportKind::Customers,
        roles: list.roles.clone(),
        periods: BTreeMap::new(),
        columns: u32::MAX,
        column_decimals: BTreeMap::new(),
        scaled_columns: BTreeSet::new(),
        ..plan.clone()
    };
    Layout::new(plan, headers, Vec::new())
}

struct ListRows {
    source: u16,
    read: u64,
    list: CustomerList,
    before: Progression,
    taken: Taken,
}

impl ListRows {
    fn take(&mut self, row: &Row, layout: &Layout) {
        self.read += 1;
        let used = layout.judge(row, &mut self.before, &mut self.taken) == Verdict::Used;
        if used && !self.taken.walk_in {
            self.list.rows.push(CustomerRow { source: self.source, row: row.number, ..self.taken.customer.clone() });
        }
    }
}

/// Keys of a list are unique: the last row of a key stays, the earlier ones are reported.
pub fn keep_last_of_each_key(list: &mut CustomerList, account: &mut Account, layout: &Layout) {
    let last: BTreeMap<&str, usize> = list.rows.iter().enumerate().map(|(place, row)| (row.customer.as_str(), place)).collect();
    if last.len() == list.rows.len() {
        return;
    }
    let kept: Vec<bool> = list.rows.iter().enumerate().map(|(place, row)| last.get(row.customer.as_str()) == Some(&place)).collect();
    let mut keeps = kept.into_iter();
    list.rows.retain(|row| {
        let stays = keeps.next().unwrap_or(true);
        if !stays {
            account.replaced_customer(row.source, row.row, &row.customer, layout);
        }
        stays
    });
}

/// Fills what the purchases lack; how many of their customers are in the list, and how many are not.
fn fill(purchases: &mut PurchaseTable, list: &CustomerList) -> (u32, u32) {
    let by_key: BTreeMap<&str, &CustomerRow> = list.rows.iter().map(|row| (row.customer.as_str(), row)).collect();
    let facts: Vec<Option<&CustomerRow>> = purchases.customers.texts().map(|key| by_key.get(key).copied()).collect();
    for (name, facts) in purchases.names.iter_mut().zip(&facts) {
        if let Some(facts) = facts.filter(|_| name.is_empty()) {
            name.clone_from(&facts.name);
        }
    }
    let rows = purchases.len();
    let fact = |text: fn(&CustomerRow) -> &str| facts.iter().map(|row| row.map_or("", text)).collect::<Vec<_>>();
    fill_texts(&mut purchases.region, rows, &purchases.customer, &fact(|row| &row.region));
    fill_texts(&mut purchases.rep, rows, &purchases.customer, &fact(|row| &row.rep));
    counted(purchases.customers.texts().zip(&facts).filter(|(key, _)| *key != WALK_IN_KEY).map(|(_, facts)| *facts))
}

/// As [`fill`] for funnel entries, whose rows may name no customer at all.
fn fill_entries(entries: &mut FunnelEntries, list: &CustomerList) -> (u32, u32) {
    let by_key: BTreeMap<&str, &CustomerRow> = list.rows.iter().map(|row| (row.customer.as_str(), row)).collect();
    let Some(customer) = entries.customer.as_ref() else { return (0, 0) };
    let facts: Vec<Option<&CustomerRow>> = customer.dictionary.texts().map(|key| by_key.get(key).copied()).collect();
    let rows = customer.codes.len();
    let fact = |text: fn(&CustomerRow) -> &str| facts.iter().map(|row| row.map_or("", text)).collect::<Vec<_>>();
    fill_texts(&mut entries.name, rows, &customer.codes, &fact(|row| &row.name));
    fill_texts(&mut entries.region, rows, &customer.codes, &fact(|row| &row.region));
    fill_texts(&mut entries.owner, rows, &customer.codes, &fact(|row| &row.rep));
    counted(facts.iter().copied())
}

/// Customers with facts, and those without.
fn counted<'a>(facts: impl Iterator<Item = Option<&'a CustomerRow>>) -> (u32, u32) {
    facts.fold((0, 0), |(yes, no), facts| if facts.is_some() { (yes + 1, no) } else { (yes, no + 1) })
}

fn fill_texts(column: &mut Option<Category>, rows: usize, customers: &[u32], texts: &[&str]) {
    if texts.iter().all(|text| text.is_empty()) {
        return;
    }
    let column = column.get_or_insert_with(|| Category { codes: vec![MISSING; rows], ..Category::default() });
    for (code, &customer) in column.codes.iter_mut().zip(customers) {
        let text = texts.get(customer as usize).copied().unwrap_or_default();
        if *code == MISSING && !text.is_empty() {
            *code = column.dictionary.intern(text);
        }
    }
}
