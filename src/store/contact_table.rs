//! Contacts as columns.

use super::columns::{ColumnReader, ColumnWriter};
use super::table::{category, codes_within, dictionary, needed, of_length, put_category};
use crate::calendar::Day;
use crate::engine::protocol::StoreProblem;
use crate::tables::ContactTable;

pub(super) fn contacts_written(table: &ContactTable) -> Vec<u8> {
    // Every field is named here, so that a new one is not forgotten.
    let ContactTable { customers, customer, name, day, channel, rep, kind, source, row } = table;
    let mut writer = ColumnWriter::default();
    writer.texts("customers", customers.texts());
    writer.integers("customer", customer.iter().map(|&code| i64::from(code)));
    writer.integers("day", day.iter().map(|day| i64::from(day.0)));
    for (name, column) in [("name", name), ("channel", channel), ("rep", rep), ("kind", kind)] {
        put_category(&mut writer, name, column.as_ref());
    }
    writer.integers("source", source.iter().map(|&source| i64::from(source)));
    writer.integers("row", row.iter().map(|&row| i64::from(row)));
    writer.finish("contacts")
}

pub(super) fn contacts_read(columns: &ColumnReader<'_>) -> Result<ContactTable, StoreProblem> {
    let customer: Vec<u32> = needed("customer", columns.integers("customer")?)?;
    let rows = customer.len();
    let customers = dictionary("customers", columns)?;
    codes_within("customer", &customer, customers.len())?;
    Ok(ContactTable {
        day: of_length("day", rows, columns.integers("day")?)?.into_iter().map(Day).collect(),
        name: category("name", rows, columns)?,
        channel: category("channel", rows, columns)?,
        rep: category("rep", rows, columns)?,
        kind: category("kind", rows, columns)?,
        source: of_length("source", rows, columns.integers("source")?)?,
        row: of_length("row", rows, columns.integers("row")?)?,
        customers,
        customer,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use proptest::prelude::*;

    use super::*;
    use crate::tables::Contact;

    fn contact() -> impl Strategy<Value = Contact> {
        let texts = ("[a-c]{1,2}", "\\PC{0,3}", "\\PC{0,3}", "[x-z]{0,1}", "\\PC{0,3}");
        (texts, any::<i32>(), any::<u16>(), any::<u32>()).prop_map(|((customer, name, channel, rep, kind), day, source, row)| Contact {
            customer,
            name,
            day: Day(day),
            channel,
            rep,
            kind,
            source,
            row,
        })
    }

    proptest! {
        #[test]
        fn every_contact_comes_back(contacts in prop::collection::vec(contact(), 0..30)) {
            let mut table = ContactTable::default();
            contacts.iter().for_each(|contact| table.push(contact));
            let bytes = contacts_written(&table);
            prop_assert_eq!(contacts_read(&ColumnReader::new(&bytes).unwrap()).unwrap(), table);
        }
    }

    #[test]
    fn columns_that_contradict_each_other_are_refused() {
        let mut table = ContactTable::default();
        table.push(&Contact { customer: "a".to_owned(), kind: "visit".to_owned(), ..Contact::default() });
        let spoil: [fn(&mut ContactTable); 4] = [
            |table| table.customer[0] = 9,
            |table| table.day.clear(),
            |table| table.kind.as_mut().unwrap().codes[0] = 4,
            |table| table.row.push(2),
        ];
        for (case, spoil) in spoil.iter().enumerate() {
            let mut table = table.clone();
            spoil(&mut table);
            let bytes = contacts_written(&table);
            assert!(matches!(contacts_read(&ColumnReader::new(&bytes).unwrap()), Err(StoreProblem::Damaged { .. })), "case {case}");
        }
    }
}
