//! Purchase tables and customer lists as columns (the funnel's tables are in `funnel_table`), and the name a table is kept under.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::bytes::damaged;
use super::columns::{ColumnReader, ColumnWriter};
use super::contact_table::{contacts_read, contacts_written};
use super::funnel_table::{entries_read, entries_written, history_read, history_written};
use super::potential_table::{potential_read, potential_written};
use crate::calendar::Day;
use crate::engine::protocol::StoreProblem;
use crate::tables::{
    Category, ContactTable, CustomerList, CustomerRow, Dictionary, FunnelEntries, LevelHistory, MISSING, PotentialList, PurchaseTable,
};

/// Name of a table's content: its CRC-32, its 64-bit FNV-1a and its length. The same content has the same name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TableId(String);

impl TableId {
    fn of(content: &[u8]) -> Self {
        let fnv = content.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        Self(format!("{:08x}{fnv:016x}{:x}", crc32fast::hash(content), content.len()))
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<String> for TableId {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl fmt::Display for TableId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// A table as workspaces share it.
#[derive(Clone, Debug)]
pub(super) enum SharedTable {
    Purchases(Arc<PurchaseTable>),
    Customers(Arc<CustomerList>),
    FunnelEntries(Arc<FunnelEntries>),
    LevelHistory(Arc<LevelHistory>),
    Potential(Arc<PotentialList>),
    Contacts(Arc<ContactTable>),
}

impl SharedTable {
    /// The same table in memory, not merely an equal one.
    pub(super) fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Purchases(left), Self::Purchases(right)) => Arc::ptr_eq(left, right),
            (Self::Customers(left), Self::Customers(right)) => Arc::ptr_eq(left, right),
            (Self::FunnelEntries(left), Self::FunnelEntries(right)) => Arc::ptr_eq(left, right),
            (Self::LevelHistory(left), Self::LevelHistory(right)) => Arc::ptr_eq(left, right),
            (Self::Potential(left), Self::Potential(right)) => Arc::ptr_eq(left, right),
            (Self::Contacts(left), Self::Contacts(right)) => Arc::ptr_eq(left, right),
            _ => false,
        }
    }

    pub(super) fn written(&self) -> (TableId, Vec<u8>) {
        let content = match self {
            Self::Purchases(table) => purchases_written(table),
            Self::Customers(list) => customers_written(list),
            Self::FunnelEntries(table) => entries_written(table),
            Self::LevelHistory(table) => history_written(table),
            Self::Potential(list) => potential_written(list),
            Self::Contacts(table) => contacts_written(table),
        };
        (TableId::of(&content), content)
    }

    /// # Errors
    /// The content is not what its name says, or its columns contradict each other.
    pub(super) fn read(id: &TableId, content: &[u8]) -> Result<Self, StoreProblem> {
        if TableId::of(content) != *id {
            return Err(StoreProblem::Checksum);
        }
        let columns = ColumnReader::new(content)?;
        match columns.kind {
            "purchases" => purchases_read(&columns).map(|table| Self::Purchases(Arc::new(table))),
            "customers" => customers_read(&columns).map(|list| Self::Customers(Arc::new(list))),
            "funnel_entries" => entries_read(&columns).map(|table| Self::FunnelEntries(Arc::new(table))),
            "level_history" => history_read(&columns).map(|table| Self::LevelHistory(Arc::new(table))),
            "potential" => potential_read(&columns).map(|list| Self::Potential(Arc::new(list))),
            "contacts" => contacts_read(&columns).map(|table| Self::Contacts(Arc::new(table))),
            other => Err(damaged(format!("a table of kind {other}"))),
        }
    }
}

fn purchases_written(table: &PurchaseTable) -> Vec<u8> {
    // Every field is named here, so that a new one is not forgotten.
    let PurchaseTable { customers, names, customer, day, amount, cost, order, product, region, rep, source, row } = table;
    let mut writer = ColumnWriter::default();
    writer.texts("customers", customers.texts());
    writer.texts("names", names.iter().map(String::as_str));
    writer.integers("customer", customer.iter().map(|&code| i64::from(code)));
    writer.integers("day", day.iter().map(|day| i64::from(day.0)));
    writer.numbers("amount", amount);
    if let Some(cost) = cost {
        writer.numbers("cost", cost);
    }
    for (name, category) in [("order", order), ("product", product), ("region", region), ("rep", rep)] {
        put_category(&mut writer, name, category.as_ref());
    }
    writer.integers("source", source.iter().map(|&source| i64::from(source)));
    writer.integers("row", row.iter().map(|&row| i64::from(row)));
    writer.finish("purchases")
}

fn purchases_read(columns: &ColumnReader<'_>) -> Result<PurchaseTable, StoreProblem> {
    let amount = needed("amount", columns.numbers("amount")?)?;
    let rows = amount.len();
    let customers = dictionary("customers", columns)?;
    let table = PurchaseTable {
        names: of_length("names", customers.len(), columns.texts("names")?)?,
        customer: of_length("customer", rows, columns.integers("customer")?)?,
        day: of_length("day", rows, columns.integers("day")?)?.into_iter().map(Day).collect(),
        cost: columns.numbers("cost")?.map(|cost| of_length("cost", rows, Some(cost))).transpose()?,
        order: category("order", rows, columns)?,
        product: category("product", rows, columns)?,
        region: category("region", rows, columns)?,
        rep: category("rep", rows, columns)?,
        source: of_length("source", rows, columns.integers("source")?)?,
        row: of_length("row", rows, columns.integers("row")?)?,
        customers,
        amount,
    };
    codes_within("customer", &table.customer, table.customers.len())?;
    Ok(table)
}

fn customers_written(list: &CustomerList) -> Vec<u8> {
    let rows = &list.rows;
    let mut writer = ColumnWriter::default();
    let mut texts = |name: &str, of: fn(&CustomerRow) -> &str| writer.texts(name, rows.iter().map(of));
    texts("customer", |row| &row.customer);
    texts("name", |row| &row.name);
    texts("region", |row| &row.region);
    texts("rep", |row| &row.rep);
    let mut numbers = |name: &str, of: fn(&CustomerRow) -> Option<f64>| {
        let column: Vec<f64> = rows.iter().map(|row| of(row).unwrap_or(f64::NAN)).collect();
        writer.numbers(name, &column);
    };
    numbers("contribution", |row| row.contribution);
    numbers("stability", |row| row.stability);
    numbers("margin", |row| row.margin);
    writer.integers("source", rows.iter().map(|row| i64::from(row.source)));
    writer.integers("row", rows.iter().map(|row| i64::from(row.row)));
    writer.finish("customers")
}

fn customers_read(columns: &ColumnReader<'_>) -> Result<CustomerList, StoreProblem> {
    let customer = needed("customer", columns.texts("customer")?)?;
    let rows = customer.len();
    let texts = |name: &str| of_length(name, rows, columns.texts(name)?).map(Vec::into_iter);
    let numbers = |name: &str| of_length(name, rows, columns.numbers(name)?);
    let given = |value: f64| Some(value).filter(|value| !value.is_nan());
    let (mut name, mut region, mut rep) = (texts("name")?, texts("region")?, texts("rep")?);
    let (contribution, stability, margin) = (numbers("contribution")?, numbers("stability")?, numbers("margin")?);
    let source: Vec<u16> = of_length("source", rows, columns.integers("source")?)?;
    let row: Vec<u32> = of_length("row", rows, columns.integers("row")?)?;
    let rows = customer.into_iter().enumerate().map(|(index, customer)| CustomerRow {
        customer,
        name: name.next().unwrap_or_default(),
        region: region.next().unwrap_or_default(),
        rep: rep.next().unwrap_or_default(),
        contribution: given(contribution[index]),
        stability: given(stability[index]),
        margin: given(margin[index]),
        source: source[index],
        row: row[index],
    });
    Ok(CustomerList { rows: rows.collect() })
}

/// A column of texts; nothing where the table has none.
pub(super) fn put_category(writer: &mut ColumnWriter, name: &str, category: Option<&Category>) {
    let Some(Category { dictionary, codes }) = category else { return };
    writer.texts(&format!("{name}.texts"), dictionary.texts());
    // Missing is −1: a difference of four billion would take five bytes each time.
    let code = |&code: &u32| if code == MISSING { -1 } else { i64::from(code) };
    writer.integers(&format!("{name}.codes"), codes.iter().map(code));
}

pub(super) fn needed<T>(name: &str, column: Option<Vec<T>>) -> Result<Vec<T>, StoreProblem> {
    column.ok_or_else(|| damaged(format!("no column {name}")))
}

pub(super) fn of_length<T>(name: &str, length: usize, column: Option<Vec<T>>) -> Result<Vec<T>, StoreProblem> {
    let column = needed(name, column)?;
    if column.len() == length { Ok(column) } else { Err(damaged(format!("column {name} has {} of {length} rows", column.len()))) }
}

pub(super) fn dictionary(name: &str, columns: &ColumnReader<'_>) -> Result<Dictionary, StoreProblem> {
    let texts = needed(name, columns.texts(name)?)?;
    let count = texts.len();
    let dictionary = Dictionary::from(texts);
    // A text met twice would shift all codes after it.
    if dictionary.len() == count { Ok(dictionary) } else { Err(damaged(format!("column {name} has a text twice"))) }
}

pub(super) fn category(name: &str, rows: usize, columns: &ColumnReader<'_>) -> Result<Option<Category>, StoreProblem> {
    let codes = format!("{name}.codes");
    let Some(signed) = columns.integers::<i64>(&codes)? else { return Ok(None) };
    let signed = of_length(&codes, rows, Some(signed))?;
    let dictionary = dictionary(&format!("{name}.texts"), columns)?;
    let code =
        |code: i64| if code == -1 { Some(MISSING) } else { u32::try_from(code).ok().filter(|&code| (code as usize) < dictionary.len()) };
    let codes = signed.into_iter().map(code).collect::<Option<_>>().ok_or_else(|| damaged(format!("a code of {name} without a text")))?;
    Ok(Some(Category { dictionary, codes }))
}

pub(super) fn codes_within(name: &str, codes: &[u32], texts: usize) -> Result<(), StoreProblem> {
    let inside = codes.iter().all(|&code| (code as usize) < texts);
    if inside { Ok(()) } else { Err(damaged(format!("a code of {name} without a text"))) }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use super::*;
    use crate::store::samples;

    fn read_back(content: &[u8]) -> Result<SharedTable, StoreProblem> {
        SharedTable::read(&TableId::of(content), content)
    }

    #[test]
    fn tables_come_back_with_rows_that_had_no_cost() {
        let mut table = samples::purchases(30);
        table.push(&crate::tables::Purchase { customer: "late".to_owned(), region: "华北".to_owned(), ..Default::default() });
        let SharedTable::Purchases(read) = read_back(&purchases_written(&table)).unwrap() else { panic!("another kind") };
        let rows = |table: &PurchaseTable| (0..table.len()).map(|row| table.purchase(row)).collect::<Vec<_>>();
        assert_eq!(rows(&read), rows(&table));
        assert_eq!(read.purchase(30).cost, None);
        let SharedTable::Customers(read) = read_back(&customers_written(&samples::customers())).unwrap() else { panic!("another kind") };
        assert_eq!(*read, samples::customers());
    }

    #[test]
    fn a_name_is_of_the_content() {
        let content = purchases_written(&samples::purchases(3));
        let (id, again) = SharedTable::Purchases(Arc::new(samples::purchases(3))).written();
        assert_eq!((TableId::of(&content), &content), (id.clone(), &again));
        let other = purchases_written(&samples::purchases(4));
        assert_eq!(SharedTable::read(&id, &other).unwrap_err(), StoreProblem::Checksum);
    }

    #[test]
    fn columns_that_contradict_each_other_are_refused() {
        let spoil: [fn(&mut PurchaseTable); 8] = [
            |table| table.day.truncate(9),
            |table| table.names.truncate(2),
            |table| table.customer.truncate(9),
            |table| table.customer[0] = 99,
            |table| table.customer[0] = MISSING,
            |table| table.cost.as_mut().unwrap().push(1.0),
            |table| table.region.as_mut().unwrap().codes[0] = 7,
            |table| table.order.as_mut().unwrap().codes.truncate(9),
        ];
        for (index, spoil) in spoil.iter().enumerate() {
            let mut table = samples::purchases(10);
            spoil(&mut table);
            assert!(matches!(read_back(&purchases_written(&table)), Err(StoreProblem::Damaged { .. })), "case {index}");
        }
        let mut twice = ColumnWriter::default();
        twice.texts("customers", ["a", "a"].into_iter());
        twice.numbers("amount", &[]);
        assert!(matches!(read_back(&twice.finish("purchases")), Err(StoreProblem::Damaged { .. })), "a customer twice");
        assert!(matches!(read_back(&ColumnWriter::default().finish("invoices")), Err(StoreProblem::Damaged { .. })), "unknown kind");
    }
}
