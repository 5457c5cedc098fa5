//! Purchase rows in the order of their customers, with what every measure reads: one pass over it touches memory front to back.

use crate::calendar::Day;
use crate::tables::{MISSING, PurchaseTable};

/// The rows of customer n stand at `starts[n]..starts[n + 1]`, in row order.
#[derive(Clone, Debug, Default)]
pub(super) struct Ledger {
    starts: Vec<u32>,
    rows: Vec<u32>,
    days: Vec<Day>,
    amounts: Vec<f64>,
    /// The customer's orders numbered from 0 in order of appearance; a row without an order id is an order of its own.
    orders: Vec<u32>,
}

/// One customer's part of a [`Ledger`].
#[derive(Clone, Copy, Debug, Default)]
pub struct Entries<'ledger> {
    /// Rows of the purchase table.
    pub rows: &'ledger [u32],
    pub days: &'ledger [Day],
    pub amounts: &'ledger [f64],
    pub orders: &'ledger [u32],
}

impl Ledger {
    /// A counting sort by customer, stable in row order.
    pub fn new(table: &PurchaseTable, customers: usize, number_of_code: &[u32]) -> Self {
        let numbers: Vec<u32> = table.customer.iter().map(|&code| number_of_code[code as usize]).collect();
        let mut starts = vec![0_u32; customers + 1];
        for &number in &numbers {
            starts[number as usize + 1] += 1;
        }
        for number in 0..customers {
            starts[number + 1] += starts[number];
        }
        let mut next = starts.clone();
        let mut rows = vec![0_u32; numbers.len()];
        for (row, &number) in (0_u32..).zip(&numbers) {
            let place = &mut next[number as usize];
            rows[*place as usize] = row;
            *place += 1;
        }
        let days = rows.iter().map(|&row| table.day[row as usize]).collect();
        let amounts = rows.iter().map(|&row| table.amount[row as usize]).collect();
        let orders = numbered_orders(table, &starts, &rows);
        Self { starts, rows, days, amounts, orders }
    }

    pub fn entries(&self, number: u32) -> Entries<'_> {
        let number = number as usize;
        match (self.starts.get(number), self.starts.get(number + 1)) {
            (Some(&start), Some(&end)) => {
                let range = start as usize..end as usize;
                Entries {
                    rows: &self.rows[range.clone()],
                    days: &self.days[range.clone()],
                    amounts: &self.amounts[range.clone()],
                    orders: &self.orders[range],
                }
            }
            _ => Entries::default(),
        }
    }
}

fn numbered_orders(table: &PurchaseTable, starts: &[u32], rows: &[u32]) -> Vec<u32> {
    let codes = table.order.as_ref();
    // By order code: the customer it was last met with, counted from 1, and its number there.
    let mut met = vec![(0_u32, 0_u32); codes.map_or(0, |codes| codes.dictionary.len())];
    let mut orders = Vec::with_capacity(rows.len());
    for (customer, range) in (1_u32..).zip(starts.windows(2)) {
        let mut count = 0;
        for &row in &rows[range[0] as usize..range[1] as usize] {
            let code = codes.map_or(MISSING, |codes| codes.codes[row as usize]);
            let order = match met.get_mut(code as usize) {
                Some((last, order)) if *last == customer => *order,
                slot => {
                    if let Some(slot) = slot {
                        *slot = (customer, count);
                    }
                    count += 1;
                    count - 1
                }
            };
            orders.push(order);
        }
    }
    orders
}
