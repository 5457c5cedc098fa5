//! Who the customers are, under the merges in force, and which purchase rows are theirs.
//! Depends on the data and the merges alone, so it outlives every change of settings.

use std::collections::BTreeMap;

use super::Span;
use super::ledger::{Entries, Ledger};
use crate::calendar::Day;
use crate::tables::{CustomerList, CustomerRow, Dataset, Dictionary, MISSING, PurchaseTable};

/// Customers by number. A customer's number is the code of its key in the purchase table (a merge leaves the other numbers as they are),
/// or its place in the customer list where there are no purchases.
#[derive(Clone, Debug, Default)]
pub struct Customers {
    keys: Vec<String>,
    /// Customer of a dictionary code.
    number_of_code: Vec<u32>,
    ledger: Ledger,
    first_days: Vec<Option<Day>>,
    last_days: Vec<Option<Day>>,
    /// Row of the customer list.
    list_rows: Vec<u32>,
    /// Numbers in order of their keys.
    by_key: Vec<u32>,
    /// Place of a number in `by_key`.
    key_ranks: Vec<u32>,
    /// Numbers that have rows of their own, ascending.
    present: Vec<u32>,
    data_days: Option<Span>,
}

impl Customers {
    /// Groups the data. `merges` maps a spelling to the key it counts as, already resolved to the end.
    #[must_use]
    pub fn new(data: &Dataset, merges: &BTreeMap<String, String>) -> Self {
        let list = data.customers.as_deref();
        let mut customers = match (data.purchases.as_deref(), list) {
            (Some(table), _) => Self::of_purchases(table, merges),
            (None, Some(list)) => Self::of_list(list, merges),
            (None, None) => Self::default(),
        };
        customers.sort_keys();
        if let Some(list) = list {
            customers.join(list, merges);
        }
        if data.purchases.is_none() {
            customers.present = (0..).zip(&customers.list_rows).filter(|(_, row)| **row != MISSING).map(|(number, _)| number).collect();
        }
        customers
    }

    /// Customers that are nothing but their keys, numbered in this order.
    #[must_use]
    pub fn of_keys(keys: Vec<String>) -> Self {
        let present = (0..keys.len() as u32).collect();
        let mut customers = Self { keys, present, ..Self::default() };
        customers.sort_keys();
        customers
    }

    fn of_purchases(table: &PurchaseTable, merges: &BTreeMap<String, String>) -> Self {
        let (keys, number_of_code) = numbered(&table.customers, merges);
        let mut customers = Self { keys, number_of_code, data_days: Span::of(&table.day), ..Self::default() };
        customers.group_rows(table);
        customers.present = (0..).zip(&customers.first_days).filter(|(_, day)| day.is_some()).map(|(number, _)| number).collect();
        customers
    }

    fn of_list(list: &CustomerList, merges: &BTreeMap<String, String>) -> Self {
        let mut keys = Dictionary::default();
        for row in &list.rows {
            keys.intern(&row.customer);
        }
        let (keys, number_of_code) = numbered(&keys, merges);
        Self { keys, number_of_code, ..Self::default() }
    }

    fn group_rows(&mut self, table: &PurchaseTable) {
        let count = self.keys.len();
        self.ledger = Ledger::new(table, count, &self.number_of_code);
        let days = |number: usize| Span::of(self.ledger.entries(number as u32).days);
        (self.first_days, self.last_days) = (0..count).map(|number| days(number).map(|span| (span.first, span.last)).unzip()).unzip();
    }

    fn sort_keys(&mut self) {
        self.by_key = (0..self.keys.len() as u32).collect();
        self.by_key.sort_unstable_by(|&left, &right| self.keys[left as usize].cmp(&self.keys[right as usize]));
        self.key_ranks = vec![0; self.keys.len()];
        for (rank, &number) in (0_u32..).zip(&self.by_key) {
            self.key_ranks[number as usize] = rank;
        }
    }

    /// Finds each customer's row in the list; a merged spelling's row serves where the key has none.
    fn join(&mut self, list: &CustomerList, merges: &BTreeMap<String, String>) {
        self.list_rows = vec![MISSING; self.keys.len()];
        for (row, entry) in (0_u32..).zip(&list.rows) {
            let merged = merges.get(&entry.customer);
            if let Some(number) = self.number(merged.unwrap_or(&entry.customer)) {
                let slot = &mut self.list_rows[number as usize];
                if merged.is_none() || *slot == MISSING {
                    *slot = row;
                }
            }
        }
    }

    /// One more than the highest number.
    #[must_use]
    pub fn numbers(&self) -> usize {
        self.keys.len()
    }

    /// The numbers that stand for a customer, ascending; merged spellings have none.
    #[must_use]
    pub fn present(&self) -> &[u32] {
        &self.present
    }

    #[must_use]
    pub fn is_present(&self, number: u32) -> bool {
        self.present.binary_search(&number).is_ok()
    }

    #[must_use]
    pub fn key(&self, number: u32) -> &str {
        self.keys.get(number as usize).map_or("", String::as_str)
    }

    #[must_use]
    pub fn number(&self, key: &str) -> Option<u32> {
        let place = self.by_key.binary_search_by(|&number| self.keys[number as usize].as_str().cmp(key)).ok()?;
        Some(self.by_key[place])
    }

    /// Numbers compare by it as their keys do: the tie-break of every order.
    #[must_use]
    pub fn key_rank(&self, number: u32) -> u32 {
        self.key_ranks.get(number as usize).copied().unwrap_or(MISSING)
    }

    /// What the customer bought, in row order.
    #[must_use]
    pub fn entries(&self, number: u32) -> Entries<'_> {
        self.ledger.entries(number)
    }

    /// Rows of the purchase table, in row order.
    #[must_use]
    pub fn rows(&self, number: u32) -> &[u32] {
        self.entries(number).rows
    }

    /// Day of the first row of any sign, in all the data (METHODS 0).
    #[must_use]
    pub fn first_day(&self, number: u32) -> Option<Day> {
        self.first_days.get(number as usize).copied().flatten()
    }

    #[must_use]
    pub fn last_day(&self, number: u32) -> Option<Day> {
        self.last_days.get(number as usize).copied().flatten()
    }

    /// First and last day of the whole data.
    #[must_use]
    pub fn data_days(&self) -> Option<Span> {
        self.data_days
    }

    /// The customer's row in the list.
    #[must_use]
    pub fn list_row<'list>(&self, number: u32, list: &'list CustomerList) -> Option<&'list CustomerRow> {
        list.rows.get(*self.list_rows.get(number as usize)? as usize)
    }

    /// Dictionary codes that count as this customer, in order of first appearance.
    pub fn codes(&self, number: u32) -> impl Iterator<Item = u32> {
        (0_u32..).zip(&self.number_of_code).filter(move |(_, of_code)| **of_code == number).map(|(code, _)| code)
    }
}

/// Keys by number, and the number of each code. A merge target without rows of its own gets a number behind all codes.
fn numbered(codes: &Dictionary, merges: &BTreeMap<String, String>) -> (Vec<String>, Vec<u32>) {
    let mut keys = codes.texts().map(str::to_owned).collect::<Vec<_>>();
    let mut number_of_code: Vec<u32> = (0..keys.len() as u32).collect();
    let mut added = BTreeMap::new();
    for (spelling, key) in merges {
        let Some(code) = codes.code(spelling) else { continue };
        let number = codes.code(key).unwrap_or_else(|| {
            *added.entry(key).or_insert_with(|| {
                keys.push(key.clone());
                keys.len() as u32 - 1
            })
        });
        number_of_code[code as usize] = number;
    }
    (keys, number_of_code)
}
