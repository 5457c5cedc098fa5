//! Tables that a place to keep them holds and nobody can read any more: known by kind and name, left out of the data. Knows nothing
//! of why.

use serde::{Deserialize, Serialize};

use super::{Dataset, ImportRecord};

/// A table that is stored by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TableKind {
    Purchases,
    Customers,
    FunnelEntries,
    LevelHistory,
    Potential,
    Contacts,
}

/// A table that should be there and could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LostTable {
    pub kind: TableKind,
    /// Its name where it is stored.
    pub stored_as: String,
}

impl Dataset {
    #[must_use]
    pub fn has(&self, kind: TableKind) -> bool {
        match kind {
            TableKind::Purchases => self.purchases.is_some(),
            TableKind::Customers => self.customers.is_some(),
            TableKind::FunnelEntries => self.funnel_entries.is_some(),
            TableKind::LevelHistory => self.level_history.is_some(),
            TableKind::Potential => self.potential.is_some(),
            TableKind::Contacts => self.contacts.is_some(),
        }
    }

    /// Imports that brought rows of which no table has one any more: those of lost tables, as far as anybody can tell, and those of
    /// replaced ones.
    #[must_use]
    pub fn imports_without_rows(&self) -> Vec<&ImportRecord> {
        let columns = [
            self.purchases.as_ref().map(|table| &table.source),
            self.funnel_entries.as_ref().map(|table| &table.source),
            self.level_history.as_ref().map(|table| &table.source),
            self.contacts.as_ref().map(|table| &table.source),
        ];
        let listed = self.customers.iter().flat_map(|list| list.rows.iter().map(|row| row.source));
        let potential = self.potential.iter().flat_map(|list| list.rows.iter().map(|row| row.source));
        let prospects = self.prospects.iter().flat_map(|list| list.rows().iter().filter_map(|row| row.source));
        let mut met = vec![false; usize::from(u16::MAX) + 1];
        for source in columns.into_iter().flatten().flatten().copied().chain(listed).chain(potential).chain(prospects) {
            met[usize::from(source)] = true;
        }
        let mut sources = met.into_iter();
        let mut brought = |record: &ImportRecord| sources.by_ref().take(record.sources.len()).fold(false, |any, met| any | met);
        self.imports.iter().filter(|record| !brought(record) && record.rows_used > 0).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::tables::{ContactTable, PurchaseTable, SourceFile};

    #[test]
    fn an_import_without_rows_is_one_whose_sources_no_table_names() {
        let import = |files: &[&str], rows_used| ImportRecord {
            sources: files.iter().map(|&file| SourceFile { file: file.to_owned(), ..SourceFile::default() }).collect(),
            rows_used,
            ..ImportRecord::default()
        };
        // Sources are counted through: a and b are 0 and 1, c is 2, d and e are 3 and 4.
        let imports = vec![import(&["a", "b"], 7), import(&["c"], 5), import(&["d", "e"], 3), import(&["empty"], 0)];
        let purchases = PurchaseTable { source: vec![1, 1], ..PurchaseTable::default() };
        let contacts = ContactTable { source: vec![3], ..ContactTable::default() };
        let whole = Dataset { purchases: Some(Arc::new(purchases)), contacts: Some(Arc::new(contacts)), imports, ..Dataset::default() };
        let rows = |data: &Dataset| data.imports_without_rows().iter().map(|record| record.rows_used).collect::<Vec<_>>();
        assert_eq!(rows(&whole), [5]);
        assert_eq!(rows(&Dataset { contacts: None, ..whole.clone() }), [5, 3]);
        assert_eq!(rows(&Dataset { purchases: None, contacts: None, ..whole }), [7, 5, 3]);
    }
}
