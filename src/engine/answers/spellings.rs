//! Keys that look like one customer, to be merged or declined by a person.

use std::collections::BTreeMap;

use crate::engine::SpellingGroup;
use crate::measure::Customers;
use crate::order;
use crate::tables::{WALK_IN_KEY, folded_spelling};
use crate::units::Sum;
use crate::workspace::Workspace;

/// Groups of two and more customers whose keys fold to the same spelling, in order of the spelling; declined ones are not shown again.
pub(in crate::engine) fn spellings(workspace: &Workspace, customers: &Customers) -> Vec<SpellingGroup> {
    let mut groups = BTreeMap::<String, Vec<u32>>::new();
    for &number in customers.present() {
        let key = customers.key(number);
        if key != WALK_IN_KEY {
            groups.entry(folded_spelling(key)).or_default().push(number);
        }
    }
    let open = groups.into_iter().filter(|(folded, numbers)| numbers.len() > 1 && !workspace.declined_merges.contains(folded));
    open.map(|(folded, numbers)| SpellingGroup { folded, spellings: ranked(workspace, customers, &numbers) }).collect()
}

/// Key, rows and amount, most rows first.
fn ranked(workspace: &Workspace, customers: &Customers, numbers: &[u32]) -> Vec<(String, u32, f64)> {
    let amounts = workspace.data.purchases.as_deref().map_or(&[][..], |table| &table.amount);
    let facts = |&number: &u32| {
        let rows = customers.rows(number);
        let amount: Sum = rows.iter().filter_map(|&row| amounts.get(row as usize).copied()).collect();
        (customers.key(number).to_owned(), rows.len() as u32, amount.value())
    };
    let mut spellings: Vec<_> = numbers.iter().map(facts).collect();
    order::sort_by(&mut spellings, |left, right| right.1.cmp(&left.1).then_with(|| left.0.cmp(&right.0)));
    spellings
}
