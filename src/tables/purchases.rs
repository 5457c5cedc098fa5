//! Purchases: who bought, when, for how much.

use serde::{Deserialize, Serialize};

use super::dictionary::{Texts, append_texts, push_text, push_texts};
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

/// Rows that follow one another in a file, by column, as [`PurchaseTable::push_batch`] takes them. Texts of a column that the file does not
/// have are none at all.
#[derive(Clone, Debug, Default)]
pub struct PurchaseBatch<'a> {
    pub customers: Texts<'a>,
    pub names: Texts<'a>,
    pub days: &'a [Day],
    pub amounts: &'a [f64],
    /// NaN where a row has none.
    pub costs: Option<&'a [f64]>,
    pub order: Texts<'a>,
    pub product: Texts<'a>,
    pub region: Texts<'a>,
    pub rep: Texts<'a>,
    pub source: u16,
    pub first_row: u32,
}

/// Purchases by column; all columns have the same length.
///
/// Optional columns are `None` when no file had them. `cost` holds NaN where a row had none.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PurchaseTable {
    pub customers: Dictionary,
    /// Display names by customer code; empty where the key is the name.
    pub names: Vec<String>,
    #[serde(with = "super::packed")]
    pub customer: Vec<u32>,
    #[serde(with = "super::packed")]
    pub day: Vec<Day>,
    #[serde(with = "super::packed")]
    pub amount: Vec<f64>,
    pub cost: Option<Vec<f64>>,
    pub order: Option<Category>,
    pub product: Option<Category>,
    pub region: Option<Category>,
    pub rep: Option<Category>,
    #[serde(with = "super::packed")]
    pub source: Vec<u16>,
    #[serde(with = "super::packed")]
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
        let code = self.customers.intern(&purchase.customer);
        self.push_of(code, purchase);
    }

    /// As [`Self::push`] where the code of the customer is known.
    pub fn push_of(&mut self, code: u32, purchase: &Purchase) {
        let rows = self.len();
        self.name(code, &purchase.name);
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

    /// As [`Self::push_of`] of one row after the other.
    pub fn push_batch(&mut self, codes: &[u32], batch: &PurchaseBatch<'_>) {
        let (rows, count) = (self.len(), codes.len());
        self.names.resize(self.customers.len(), String::new());
        for ((&code, (customer, _)), (name, _)) in codes.iter().zip(&batch.customers).zip(&batch.names) {
            // A name that is the key is none.
            self.name(code, if customer == name { "" } else { name });
        }
        self.customer.extend_from_slice(codes);
        self.day.extend_from_slice(batch.days);
        self.amount.extend_from_slice(batch.amounts);
        if let Some(costs) = batch.costs.filter(|costs| self.cost.is_some() || costs.iter().any(|cost| !cost.is_nan())) {
            self.cost.get_or_insert_with(|| vec![f64::NAN; rows]).extend_from_slice(costs);
        } else if let Some(cost) = &mut self.cost {
            cost.resize(rows + count, f64::NAN);
        }
        push_texts(&mut self.order, rows, &batch.order, count);
        push_texts(&mut self.product, rows, &batch.product, count);
        push_texts(&mut self.region, rows, &batch.region, count);
        push_texts(&mut self.rep, rows, &batch.rep, count);
        self.source.resize(rows + count, batch.source);
        self.row.extend((0..count as u32).map(|index| batch.first_row.saturating_add(index)));
    }

    /// The display name of a code; a later one replaces an earlier empty one.
    fn name(&mut self, code: u32, name: &str) {
        match self.names.get_mut(code as usize) {
            None => self.names.push(name.to_owned()),
            Some(known) if known.is_empty() && !name.is_empty() => name.clone_into(known),
            Some(_) => {}
        }
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
        self.append_where(other, first_source, |_| true);
    }

    /// Appends the rows of another table that `keep` names. Each text is looked up once, not once a row.
    pub fn append_where(&mut self, other: &Self, first_source: u16, keep: impl Fn(usize) -> bool) {
        let before = self.len();
        let kept: Vec<usize> = (0..other.len()).filter(|&row| keep(row)).collect();
        self.append_customers(other, &kept);
        self.day.extend(kept.iter().map(|&row| other.day[row]));
        self.amount.extend(kept.iter().map(|&row| other.amount[row]));
        if self.cost.is_some() || other.cost.is_some() {
            let cost = self.cost.get_or_insert_with(|| vec![f64::NAN; before]);
            cost.extend(kept.iter().map(|&row| other.cost.as_ref().map_or(f64::NAN, |cost| cost[row])));
        }
        append_texts(&mut self.order, before, other.order.as_ref(), &kept);
        append_texts(&mut self.product, before, other.product.as_ref(), &kept);
        append_texts(&mut self.region, before, other.region.as_ref(), &kept);
        append_texts(&mut self.rep, before, other.rep.as_ref(), &kept);
        self.source.extend(kept.iter().map(|&row| other.source[row].saturating_add(first_source)));
        self.row.extend(kept.iter().map(|&row| other.row[row]));
    }

    fn append_customers(&mut self, other: &Self, kept: &[usize]) {
        let mut known = vec![super::MISSING; other.customers.len()];
        for &row in kept {
            let theirs = other.customer[row];
            let ours = &mut known[theirs as usize];
            if *ours == super::MISSING {
                *ours = self.customers.intern(other.customers.text(theirs));
                let name = &other.names[theirs as usize];
                match self.names.get_mut(*ours as usize) {
                    None => self.names.push(name.clone()),
                    Some(kept) if kept.is_empty() => kept.clone_from(name),
                    Some(_) => {}
                }
            }
            self.customer.push(*ours);
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

#[cfg(test)]
mod tests {
    use super::*;

    fn purchase(customer: &str, order: &str, amount: f64, cost: Option<f64>) -> Purchase {
        Purchase { customer: customer.to_owned(), order: order.to_owned(), amount, cost, ..Purchase::default() }
    }

    fn table(purchases: &[Purchase]) -> PurchaseTable {
        let mut table = PurchaseTable::default();
        purchases.iter().for_each(|purchase| table.push(purchase));
        table
    }

    #[test]
    fn appending_equals_pushing_row_by_row() {
        let first = [purchase("a", "", 1.0, Some(0.5)), purchase("b", "", 2.0, Some(1.0))];
        let second = [purchase("b", "o1", 3.0, Some(2.0)), purchase("c", "", 4.0, Some(3.0)), purchase("c", "o1", 5.0, Some(3.5))];
        let mut appended = table(&first);
        appended.append(&table(&second), 1);
        let numbered = second.iter().map(|purchase| Purchase { source: 1, ..purchase.clone() });
        let pushed: Vec<Purchase> = first.iter().cloned().chain(numbered).collect();
        assert_eq!(appended, table(&pushed));
    }

    #[test]
    fn appending_leaves_out_what_is_not_kept_and_fills_missing_columns() {
        let mut appended = table(&[purchase("a", "o1", 1.0, None)]);
        appended.append_where(&table(&[purchase("x", "", 9.0, None), purchase("b", "", 2.0, Some(1.0))]), 1, |row| row == 1);
        assert!(appended.customers.texts().eq(["a", "b"]));
        assert_eq!(appended.purchase(1), Purchase { source: 1, ..purchase("b", "", 2.0, Some(1.0)) });
        assert_eq!(appended.purchase(0).cost, None);
        assert_eq!(appended.purchase(0).order, "o1");
    }
}
