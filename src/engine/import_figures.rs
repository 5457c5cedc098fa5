//! Rows, customers and money of what an import brought, and of the workspace it went into: one count for both.

use std::collections::BTreeSet;

use super::protocol::{Counted, WorkspaceFigures};
use crate::import::Imported;
use crate::measure::Customers;
use crate::tables::{ContactTable, CustomerList, FunnelEntries, LevelHistory, PotentialList, ProspectList, PurchaseTable};
use crate::units::Sum;
use crate::workspace::Workspace;

/// Tables of one kind; the first that is there is counted. A customer list counts where it came without anything else.
#[derive(Default)]
struct Tables<'a> {
    purchases: Option<&'a PurchaseTable>,
    funnel_entries: Option<&'a FunnelEntries>,
    level_history: Option<&'a LevelHistory>,
    potential: Option<&'a PotentialList>,
    contacts: Option<&'a ContactTable>,
    prospects: Option<&'a ProspectList>,
    customers: Option<&'a CustomerList>,
}

/// What is shown of a table.
pub struct Figures {
    pub rows: usize,
    pub counted: usize,
    /// Sum of the amounts; of outside figures, of the potentials, of prospects, of what is expected. 0 for a level history, whose events repeat the amounts of their
    /// entries, and for contacts, which have none.
    pub total: f64,
}

/// Of an import, without the rows at the places `left_out` (ascending).
pub fn imported_figures(imported: &Imported, left_out: &[u32]) -> Figures {
    let tables = Tables {
        purchases: imported.purchases.as_ref(),
        funnel_entries: imported.funnel_entries.as_ref(),
        level_history: imported.level_history.as_ref(),
        potential: imported.potential.as_ref(),
        contacts: imported.contacts.as_ref(),
        prospects: imported.prospects.as_ref(),
        customers: imported.customers.as_ref(),
    };
    figures(&tables, left_out)
}

/// Of all that the workspace has of the import's kind; merged spellings are one customer.
pub fn workspace_figures(workspace: &Workspace, imported: &Imported) -> WorkspaceFigures {
    let data = &workspace.data;
    let mut tables = Tables::default();
    if imported.purchases.is_some() {
        tables.purchases = data.purchases.as_deref();
    } else if imported.funnel_entries.is_some() {
        tables.funnel_entries = data.funnel_entries.as_deref();
    } else if imported.level_history.is_some() {
        tables.level_history = data.level_history.as_deref();
    } else if imported.potential.is_some() {
        tables.potential = data.potential.as_deref();
    } else if imported.contacts.is_some() {
        tables.contacts = data.contacts.as_deref();
    } else if imported.prospects.is_some() {
        tables.prospects = data.prospects.as_deref();
    } else {
        tables.customers = data.customers.as_deref();
    }
    let Figures { rows, counted, total } = figures(&tables, &[]);
    let merged = tables.purchases.map(|_| Customers::new(data, &workspace.merges).present().len());
    WorkspaceFigures { name: workspace.name.clone(), rows: rows as u64, counted: merged.unwrap_or(counted) as u64, total }
}

/// What the second figure of an import counts.
pub fn counted(imported: &Imported) -> Counted {
    let history_alone = imported.purchases.is_none() && imported.funnel_entries.is_none() && imported.level_history.is_some();
    if history_alone { Counted::Entries } else { Counted::Customers }
}

fn figures(tables: &Tables<'_>, left_out: &[u32]) -> Figures {
    let kept = |row: &u32| left_out.binary_search(row).is_err();
    if let Some(table) = tables.purchases {
        let amounts = (0..).zip(&table.amount).filter(|(row, _)| kept(row)).map(|(_, amount)| *amount);
        return Figures { rows: table.len(), counted: table.customers.len(), total: amounts.collect::<Sum>().value() };
    }
    if let Some(table) = tables.funnel_entries {
        let amounts = (0..).zip(&table.amount).filter(|(row, _)| kept(row)).filter_map(|(_, amount)| *amount);
        let customers = table.customer.as_ref().map_or(0, |column| column.dictionary.len());
        return Figures { rows: table.len(), counted: customers, total: amounts.collect::<Sum>().value() };
    }
    if let Some(history) = tables.level_history {
        return Figures { rows: history.len(), counted: history.keys.len(), total: 0.0 };
    }
    if let Some(list) = tables.potential {
        let potentials = (0..).zip(&list.rows).filter(|(row, _)| kept(row)).map(|(_, row)| row.potential);
        let named: BTreeSet<&str> = list.rows.iter().map(|row| row.customer.as_str()).collect();
        return Figures { rows: list.rows.len(), counted: named.len(), total: potentials.collect::<Sum>().value() };
    }
    if let Some(contacts) = tables.contacts {
        return Figures { rows: contacts.len(), counted: contacts.customers.len(), total: 0.0 };
    }
    if let Some(prospects) = tables.prospects {
        let expected = prospects.rows().iter().filter_map(|row| row.expected);
        return Figures { rows: prospects.len(), counted: prospects.len(), total: expected.collect::<Sum>().value() };
    }
    let list = tables.customers.map_or(&[][..], |list| &list.rows);
    Figures { rows: list.len(), counted: list.len(), total: list.iter().filter_map(|row| row.contribution).collect::<Sum>().value() }
}
