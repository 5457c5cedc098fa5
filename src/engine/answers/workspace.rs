//! Facts of the open workspace.

use crate::engine::cache::Basis;
use crate::engine::{LostData, Revision, WorkspaceView};
use crate::measure::Customers;
use crate::order;
use crate::tables::{Category, CustomerList, CustomerRow, Dataset, MISSING, PurchaseTable, TableKind};
use crate::units::Sum;
use crate::workspace::{History, Workspace, linked_prospects};

/// Values to filter by, largest amount first; `""` stands for rows without a value.
#[derive(Clone, Debug, Default)]
pub(in crate::engine) struct FilterValues {
    pub regions: Vec<String>,
    pub products: Vec<String>,
    pub reps: Vec<String>,
}

impl FilterValues {
    /// A column of the purchases, else the facts of the customer list.
    pub fn new(workspace: &Workspace, customers: &Customers) -> Self {
        let table = workspace.data.purchases.as_deref();
        let list = workspace.data.customers.as_deref();
        let values = |column: Option<&Category>, fact: Option<fn(&CustomerRow) -> &str>| match (table, column) {
            (Some(table), Some(column)) => by_rows(table, column),
            _ => fact.zip(list).map_or_else(Vec::new, |(fact, list)| by_customers(table, list, customers, fact)),
        };
        Self {
            regions: values(table.and_then(|table| table.region.as_ref()), Some(|row| &row.region)),
            products: values(table.and_then(|table| table.product.as_ref()), None),
            reps: values(table.and_then(|table| table.rep.as_ref()), Some(|row| &row.rep)),
        }
    }
}

pub(in crate::engine) fn workspace_view(history: &History, revision: Revision, basis: &Basis, values: &FilterValues) -> WorkspaceView {
    let workspace = history.present();
    let customers = &basis.customers;
    let table = workspace.data.purchases.as_deref();
    let set_by_hand = workspace.overrides.keys().filter(|key| customers.number(key).is_some_and(|number| customers.is_present(number)));
    WorkspaceView {
        revision,
        name: workspace.name.clone(),
        settings: workspace.existing.clone(),
        can_undo: !history.past().is_empty(),
        can_redo: !history.future().is_empty(),
        purchase_rows: table.map_or(0, |table| table.len() as u64),
        customers: customers.present().len() as u64,
        days: customers.data_days().map(|days| (days.first.0, days.last.0)),
        currency: currency(workspace),
        has_cost: table.is_some_and(|table| table.cost.is_some()),
        has_given_measures: workspace.has_given_stability(),
        regions: values.regions.clone(),
        products: values.products.clone(),
        reps: values.reps.clone(),
        overrides: set_by_hand.count() as u32,
        merges: workspace.merges.len() as u32,
        prospects: linked_prospects(workspace).len() as u32,
        lost: lost_data(&workspace.data),
    }
}

fn lost_data(data: &Dataset) -> Option<LostData> {
    let tables: Vec<TableKind> = data.lost.iter().map(|lost| lost.kind).collect();
    if tables.is_empty() {
        return None;
    }
    let imports = data.imports_without_rows();
    let files = imports.iter().flat_map(|import| &import.sources).map(|source| source.file.clone()).collect();
    Some(LostData { tables, files, rows: imports.iter().map(|import| import.rows_used).sum() })
}

/// The currency of the first import that names one.
pub(super) fn currency(workspace: &Workspace) -> String {
    workspace.data.imports.iter().map(|import| &import.currency).find(|currency| !currency.is_empty()).cloned().unwrap_or_default()
}

fn by_rows(table: &PurchaseTable, column: &Category) -> Vec<String> {
    let mut sums = vec![Sum::default(); column.dictionary.len()];
    let mut without = (false, Sum::default());
    for (&code, &amount) in column.codes.iter().zip(&table.amount) {
        match sums.get_mut(code as usize) {
            Some(sum) => sum.add(amount),
            None => {
                without.0 |= code == MISSING;
                without.1.add(amount);
            }
        }
    }
    let mut values: Vec<(f64, &str)> = sums.iter().map(Sum::value).zip(column.dictionary.texts()).collect();
    if without.0 {
        values.push((without.1.value(), ""));
    }
    by_money(values)
}

fn by_customers(table: Option<&PurchaseTable>, list: &CustomerList, customers: &Customers, fact: fn(&CustomerRow) -> &str) -> Vec<String> {
    let mut sums = std::collections::BTreeMap::<&str, Sum>::new();
    for &number in customers.present() {
        let row = customers.list_row(number, list);
        let sum = sums.entry(row.map_or("", fact)).or_default();
        match table {
            Some(table) => customers.rows(number).iter().for_each(|&row| sum.add(table.amount[row as usize])),
            None => sum.add(row.and_then(|row| row.contribution).unwrap_or(0.0)),
        }
    }
    // A list that names no value at all has no such column.
    if sums.keys().all(|value| value.is_empty()) {
        return Vec::new();
    }
    by_money(sums.into_iter().map(|(value, sum)| (sum.value(), value)).collect())
}

fn by_money(mut values: Vec<(f64, &str)>) -> Vec<String> {
    order::sort_by(&mut values, |left, right| right.0.total_cmp(&left.0).then_with(|| left.1.cmp(right.1)));
    values.into_iter().map(|(_, value)| value.to_owned()).collect()
}
