//! Rows of an import that the workspace holds already.

use std::collections::HashMap;
use std::hash::Hash;

use crate::calendar::Day;
use crate::tables::{Category, ContactTable, Dictionary, FunnelEntries, LevelHistory, MISSING, PotentialList, PotentialRow, PurchaseTable};

/// What makes two rows the same: customer, day, amount, order and product.
type RowKey = (u32, i32, u64, u32, u32);

/// Rows of `added` that are already in `earlier`, ascending.
///
/// Counted per source file of `added`: a row that stands twice in a file and once in the workspace is one duplicate and one genuine repeat.
pub(super) fn duplicates(earlier: &PurchaseTable, added: &PurchaseTable) -> Vec<u32> {
    let (known, columns) = (Codes::AS_THEY_ARE, Codes::within(added, earlier));
    let earlier = (0..earlier.len()).filter_map(|row| known.key(earlier, row));
    repeated(earlier, (0..added.len()).map(|row| (added.source[row], columns.key(added, row))))
}

/// As [`duplicates`] for funnel entries: a row is the same if everything is but its place in its file.
pub(super) fn duplicate_entries(earlier: &FunnelEntries, added: &FunnelEntries) -> Vec<u32> {
    let known = (0..earlier.len()).map(|row| entry_mark(earlier, row));
    repeated(known, (0..added.len()).map(|row| (added.source[row], Some(entry_mark(added, row)))))
}

/// As [`duplicates`] for level events.
pub(super) fn duplicate_events(earlier: &LevelHistory, added: &LevelHistory) -> Vec<u32> {
    let known = (0..earlier.len()).map(|row| event_mark(earlier, row));
    repeated(known, (0..added.len()).map(|row| (added.source[row], Some(event_mark(added, row)))))
}

/// As [`duplicates`] for outside figures.
pub(super) fn duplicate_potential(earlier: &PotentialList, added: &PotentialList) -> Vec<u32> {
    let known = earlier.rows.iter().map(potential_mark);
    repeated(known, added.rows.iter().map(|row| (row.source, Some(potential_mark(row)))))
}

/// As [`duplicates`] for contacts.
pub(super) fn duplicate_contacts(earlier: &ContactTable, added: &ContactTable) -> Vec<u32> {
    let known = (0..earlier.len()).map(|row| contact_mark(earlier, row));
    repeated(known, (0..added.len()).map(|row| (added.source[row], Some(contact_mark(added, row)))))
}

/// Rows of `added`, with their source and what makes them the same, that are among the earlier ones.
fn repeated<Mark: Eq + Hash>(earlier: impl Iterator<Item = Mark>, added: impl Iterator<Item = (u16, Option<Mark>)>) -> Vec<u32> {
    let mut counts = HashMap::<Mark, u32>::new();
    earlier.for_each(|mark| *counts.entry(mark).or_default() += 1);
    let mut met = HashMap::<(u16, Mark), u32>::new();
    let mut found = Vec::new();
    for (row, (source, mark)) in (0..).zip(added) {
        let Some((mark, there)) = mark.and_then(|mark| counts.get(&mark).map(|&there| (mark, there))) else { continue };
        let met = met.entry((source, mark)).or_default();
        *met += 1;
        if *met <= there {
            found.push(row);
        }
    }
    found
}

/// Everything a funnel entry says; −0 and 0 are the same.
type EntryMark<'a> = ([&'a str; 8], Option<u64>, [Option<Day>; 4]);

fn entry_mark(table: &FunnelEntries, row: usize) -> EntryMark<'_> {
    let key = if table.is_nameless(row) { "" } else { table.keys.text(table.key[row]) };
    let columns = [&table.customer, &table.name, &table.owner, &table.region, &table.product, &table.outcome];
    let [customer, name, owner, region, product, outcome] = columns.map(|column| column.as_ref().map_or("", |column| column.text(row)));
    let texts = [key, customer, name, owner, region, product, table.stage.text(row), outcome];
    let days = [table.entered[row], table.closed[row], table.last_contact[row], table.snapshot[row]];
    (texts, table.amount[row].map(|amount| (amount + 0.0).to_bits()), days)
}

type ContactMark<'a> = ([&'a str; 5], Day);

fn contact_mark(table: &ContactTable, row: usize) -> ContactMark<'_> {
    let columns = [&table.name, &table.channel, &table.rep, &table.kind];
    let [name, channel, rep, kind] = columns.map(|column| column.as_ref().map_or("", |column| column.text(row)));
    ([table.customers.text(table.customer[row]), name, channel, rep, kind], table.day[row])
}

type EventMark<'a> = ([&'a str; 5], i64, Option<u64>);

fn event_mark(table: &LevelHistory, row: usize) -> EventMark<'_> {
    let columns = [&table.owner, &table.region, &table.product];
    let [owner, region, product] = columns.map(|column| column.as_ref().map_or("", |column| column.text(row)));
    let texts = [table.keys.text(table.key[row]), table.stage.text(row), owner, region, product];
    (texts, table.moment[row], table.amount[row].map(|amount| (amount + 0.0).to_bits()))
}

fn potential_mark(row: &PotentialRow) -> ([&str; 4], u64) {
    ([&row.customer, &row.name, &row.product, &row.said_by], (row.potential + 0.0).to_bits())
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
            texts.texts().map(|text| other.and_then(|other| other.code(text)).unwrap_or(UNKNOWN)).collect()
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
