//! Purchases: who bought, when, for how much.

use serde::{Deserialize, Serialize};

use super::{Category, Dictionary};
use crate::calendar::Day;

/// One row of a purchase table, as the reader hands it over. Optional texts are empty when the file has none.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Purchase {
    /// Grouping key: customer id, or name where the file has no id.
    pub customer: String,
    /// Display name, empty if the key is the name.
    pub name: String,
    pub day: i32,
    /// Net amount in the data's currency, scale already applied. Negative for returns.
    pub amount: f64,
    /// Cost in the same currency.
    pub cost: Option<f64>,
    pub order: String,
    pub product: String,
    pub region: String,
    pub rep: String,
    /// Index into [`super::ImportRecord::sources`].
    pub source: u16,
    /// 1-based row in that file.
    pub row: u32,
}

/// Purchases by column; all columns have the same length.
///
/// Optional columns are `None` when no file had them. `cost` holds NaN where a row had none.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PurchaseTable {
    pub customers: Dictionary,
    /// Display names by customer code; empty where the key is the name.
    pub names: Vec<String>,
    pub customer: Vec<u32>,
    pub day: Vec<Day>,
    pub amount: Vec<f64>,
    pub cost: Option<Vec<f64>>,
    pub order: Option<Category>,
    pub product: Option<Category>,
    pub region: Option<Category>,
    pub rep: Option<Category>,
    pub source: Vec<u16>,
    pub row: Vec<u32>,
}

impl PurchaseTable {
    #[must_use]
    pub fn len(&self) -> usize {
        self.amount.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.amount.is_empty()
    }

    /// Appends one purchase. A later display name of a customer replaces an earlier empty one.
    pub fn push(&mut self, purchase: &Purchase) {
        let rows = self.len();
        let code = self.customers.intern(&purchase.customer);
        if code as usize == self.names.len() {
            self.names.push(purchase.name.clone());
        } else if self.names[code as usize].is_empty() && !purchase.name.is_empty() {
            self.names[code as usize].clone_from(&purchase.name);
        }
        self.customer.push(code);
        self.day.push(Day(purchase.day));
        self.amount.push(purchase.amount);
        if self.cost.is_some() || purchase.cost.is_some() {
            let cost = self.cost.get_or_insert_with(|| vec![f64::NAN; rows]);
            cost.push(purchase.cost.unwrap_or(f64::NAN));
        }
        push_text(&mut self.order, rows, &purchase.order);
        push_text(&mut self.product, rows, &purchase.product);
        push_text(&mut self.region, rows, &purchase.region);
        push_text(&mut self.rep, rows, &purchase.rep);
        self.source.push(purchase.source);
        self.row.push(purchase.row);
    }

    /// The row as it was pushed.
    #[must_use]
    pub fn purchase(&self, row: usize) -> Purchase {
        let text = |column: &Option<Category>| column.as_ref().map_or(String::new(), |column| column.text(row).to_owned());
        let code = self.customer[row];
        Purchase {
            customer: self.customers.text(code).to_owned(),
            name: self.names[code as usize].clone(),
            day: self.day[row].0,
            amount: self.amount[row],
            cost: self.cost.as_ref().map(|cost| cost[row]).filter(|cost| !cost.is_nan()),
            order: text(&self.order),
            product: text(&self.product),
            region: text(&self.region),
            rep: text(&self.rep),
            source: self.source[row],
            row: self.row[row],
        }
    }

    /// Appends another table whose sources are numbered from `first_source` on.
    pub fn append(&mut self, other: &Self, first_source: u16) {
        for row in 0..other.len() {
            let mut purchase = other.purchase(row);
            purchase.source += first_source;
            self.push(&purchase);
        }
    }

    /// The display name of a customer code: its name, or the key itself.
    #[must_use]
    pub fn display_name(&self, code: u32) -> &str {
        match self.names.get(code as usize).map(String::as_str) {
            None | Some("") => self.customers.text(code),
            Some(name) => name,
        }
    }
}

fn push_text(column: &mut Option<Category>, rows: usize, text: &str) {
    if column.is_none() && text.is_empty() {
        return;
    }
    column.get_or_insert_with(|| Category { codes: vec![super::MISSING; rows], ..Category::default() }).push(text);
}
