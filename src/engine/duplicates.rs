//! Rows of an import that the workspace holds already.

use std::collections::HashMap;

use crate::tables::{Category, Dictionary, MISSING, PurchaseTable};

/// What makes two rows the same: customer, day, amount, order and product.
type RowKey = (u32, i32, u64, u32, u32);

/// Rows of `added` that are already in `earlier`, ascending.
///
/// Counted per source file of `added`: a row that stands twice in a file and once in the workspace is one duplicate and one genuine repeat.
pub(super) fn duplicates(earlier: &PurchaseTable, added: &PurchaseTable) -> Vec<u32> {
    let columns = Codes::AS_THEY_ARE;
    let mut counts = HashMap::<RowKey, u32>::new();
    for row in 0..earlier.len() {
        if let Some(key) = columns.key(earlier, row) {
            *counts.entry(key).or_default() += 1;
        }
    }
    let columns = Codes::within(added, earlier);
    let mut met = HashMap::<(u16, RowKey), u32>::new();
    let mut found = Vec::new();
    for row in 0..added.len() {
        let Some(key) = columns.key(added, row) else { continue };
        let Some(&there) = counts.get(&key) else { continue };
        let met = met.entry((added.source[row], key)).or_default();
        *met += 1;
        if *met <= there {
            found.push(row as u32);
        }
    }
    found
}

/// The codes of one table's texts in another table's dictionaries; `None` = as they are.
struct Codes {
    customer: Option<Vec<u32>>,
    order: Option<Vec<u32>>,
    product: Option<Vec<u32>>,
}

/// Marks a text that the other table does not know.
const UNKNOWN: u32 = MISSING - 1;

impl Codes {
    const AS_THEY_ARE: Self = Self { customer: None, order: None, product: None };

    fn within(table: &PurchaseTable, other: &PurchaseTable) -> Self {
        let codes = |texts: &Dictionary, other: Option<&Dictionary>| -> Vec<u32> {
            texts.texts().iter().map(|text| other.and_then(|other| other.code(text)).unwrap_or(UNKNOWN)).collect()
        };
        let category = |column: &Option<Category>, other: &Option<Category>| {
            column.as_ref().map(|column| codes(&column.dictionary, other.as_ref().map(|other| &other.dictionary)))
        };
        Self {
            customer: Some(codes(&table.customers, Some(&other.customers))),
            order: category(&table.order, &other.order),
            product: category(&table.product, &other.product),
        }
    }

    /// `None` where the other table cannot hold such a row.
    fn key(&self, table: &PurchaseTable, row: usize) -> Option<RowKey> {
        let translate = |codes: &Option<Vec<u32>>, code: u32| match codes {
            Some(codes) if code != MISSING => codes.get(code as usize).copied().filter(|code| *code != UNKNOWN),
            _ => Some(code),
        };
        let text = |column: &Option<Category>| column.as_ref().map_or(MISSING, |column| column.codes[row]);
        // Adding 0 makes −0 and 0 the same bits.
        let amount = (table.amount[row] + 0.0).to_bits();
        let customer = translate(&self.customer, table.customer[row])?;
        Some((
            customer,
            table.day[row].0,
            amount,
            translate(&self.order, text(&table.order))?,
            translate(&self.product, text(&table.product))?,
        ))
    }
}
