//! The data of one state as the document holds it: each table by its name, and the imports. A table that cannot be read is left out of
//! the data and stays in the document.

use serde::{Deserialize, Serialize};

use super::TableId;
use super::differences::same_table;
use super::document::{FindTable, NameTable};
use super::table::SharedTable;
use crate::engine::protocol::StoreProblem;
use crate::tables::{Dataset, ImportRecord, LostTable, TableKind};

/// [`Dataset`] without its prospects, with its tables by name.
#[derive(Serialize, Deserialize)]
pub(super) struct StateData {
    imports: Vec<ImportRecord>,
    purchases: Option<TableId>,
    customers: Option<TableId>,
    funnel_entries: Option<TableId>,
    level_history: Option<TableId>,
    #[serde(default)]
    potential: Option<TableId>,
    #[serde(default)]
    contacts: Option<TableId>,
}

impl StateData {
    pub(super) fn of(data: &Dataset, name_table: NameTable<'_>) -> Result<Self, StoreProblem> {
        // The prospects are kept beside the data, by row: each cell typed is a change.
        let Dataset { purchases, customers, funnel_entries, level_history, potential, contacts, prospects: _, imports, lost: _ } = data;
        let purchases = purchases.clone().map(|table| name_table(&SharedTable::Purchases(table))).transpose()?;
        let customers = customers.clone().map(|list| name_table(&SharedTable::Customers(list))).transpose()?;
        let funnel_entries = funnel_entries.clone().map(|table| name_table(&SharedTable::FunnelEntries(table))).transpose()?;
        let level_history = level_history.clone().map(|table| name_table(&SharedTable::LevelHistory(table))).transpose()?;
        let potential = potential.clone().map(|list| name_table(&SharedTable::Potential(list))).transpose()?;
        let contacts = contacts.clone().map(|table| name_table(&SharedTable::Contacts(table))).transpose()?;
        let mut written = Self { imports: imports.clone(), purchases, customers, funnel_entries, level_history, potential, contacts };
        // What is lost keeps its name: another day, or another build, may be able to read it.
        for (kind, id) in written.by_kind() {
            if let Some(lost) = data.lost.iter().find(|lost| lost.kind == kind) {
                *id = Some(lost.stored_as.clone().into());
            }
        }
        Ok(written)
    }

    fn by_kind(&mut self) -> [(TableKind, &mut Option<TableId>); 6] {
        [
            (TableKind::Purchases, &mut self.purchases),
            (TableKind::Customers, &mut self.customers),
            (TableKind::FunnelEntries, &mut self.funnel_entries),
            (TableKind::LevelHistory, &mut self.level_history),
            (TableKind::Potential, &mut self.potential),
            (TableKind::Contacts, &mut self.contacts),
        ]
    }

    /// The data, without the tables that cannot be had.
    pub(super) fn dataset(mut self, find_table: FindTable<'_>) -> Dataset {
        let mut data = Dataset { imports: std::mem::take(&mut self.imports), ..Dataset::default() };
        for (kind, id) in self.by_kind() {
            let Some(id) = id else { continue };
            match find_table(id) {
                Ok(SharedTable::Purchases(table)) => data.purchases = Some(table),
                Ok(SharedTable::Customers(list)) => data.customers = Some(list),
                Ok(SharedTable::FunnelEntries(table)) => data.funnel_entries = Some(table),
                Ok(SharedTable::LevelHistory(table)) => data.level_history = Some(table),
                Ok(SharedTable::Potential(list)) => data.potential = Some(list),
                Ok(SharedTable::Contacts(table)) => data.contacts = Some(table),
                Err(_) => data.lost.push(LostTable { kind, stored_as: id.to_string() }),
            }
        }
        data
    }
}

/// Whether both hold the same tables in memory, prospects aside.
pub(super) fn same_data(from: &Dataset, to: &Dataset) -> bool {
    same_table(&from.purchases, &to.purchases)
        && same_table(&from.customers, &to.customers)
        && same_table(&from.funnel_entries, &to.funnel_entries)
        && same_table(&from.level_history, &to.level_history)
        && same_table(&from.potential, &to.potential)
        && same_table(&from.contacts, &to.contacts)
        && (&from.imports, &from.lost) == (&to.imports, &to.lost)
}
