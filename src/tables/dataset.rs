//! Everything that was imported into a workspace, shared between its undo steps.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{ContactTable, CustomerList, FunnelEntries, LevelHistory, LostTable, PotentialList, ProspectList, PurchaseTable};

/// The data of a workspace. Cloning shares the tables.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dataset {
    pub purchases: Option<Arc<PurchaseTable>>,
    pub customers: Option<Arc<CustomerList>>,
    pub funnel_entries: Option<Arc<FunnelEntries>>,
    pub level_history: Option<Arc<LevelHistory>>,
    pub potential: Option<Arc<PotentialList>>,
    pub contacts: Option<Arc<ContactTable>>,
    /// Never an empty list.
    pub prospects: Option<Arc<ProspectList>>,
    pub imports: Vec<ImportRecord>,
    /// Tables that should be there and could not be read; none of a kind that is there.
    pub lost: Vec<LostTable>,
}

impl Dataset {
    /// Rows of purchases, funnel entries, level events, outside figures, contacts and prospects together.
    #[must_use]
    pub fn rows(&self) -> u64 {
        let purchases = self.purchases.as_ref().map_or(0, |table| table.len());
        let entries = self.funnel_entries.as_ref().map_or(0, |table| table.len());
        let events = self.level_history.as_ref().map_or(0, |table| table.len());
        let potential = self.potential.as_ref().map_or(0, |list| list.rows.len());
        let contacts = self.contacts.as_ref().map_or(0, |table| table.len());
        let prospects = self.prospects.as_ref().map_or(0, |list| list.len());
        let counts = [purchases, entries, events, potential, contacts, prospects];
        counts.into_iter().map(|rows| rows as u64).sum()
    }
}

/// What one import brought in: shown on the data page, kept with the workspace.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ImportRecord {
    pub sources: Vec<SourceFile>,
    /// Code of the currency of the amounts (`GBP`, `CNY`), empty where the file does not say.
    pub currency: String,
    /// read = used + rejected + left out
    pub rows_read: u64,
    pub rows_used: u64,
    pub rows_rejected: u64,
    /// Totals, blank rows, statuses and walk-ins the user left out.
    pub rows_left_out: u64,
    /// Milliseconds since 1970, handed in by the browser.
    pub imported_at: f64,
}

/// One table of one file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SourceFile {
    pub file: String,
    /// Empty for text files.
    pub sheet: String,
    pub rows: u64,
}
