//! Purchase potential from outside the house: what a customer could buy in all, from whomever (METHODS 4).

use serde::{Deserialize, Serialize};

/// One outside figure. Empty texts where the file had nothing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PotentialRow {
    /// Customer id or name, in the file's own spelling; which customer it is of is found when it is used.
    pub customer: String,
    /// Name beside the id.
    pub name: String,
    /// Empty: the figure is for all the customer buys.
    pub product: String,
    /// In the data's currency, for the span the settings say.
    pub potential: f64,
    /// Who says so.
    pub said_by: String,
    /// Index into the sources of the imports, counted through.
    pub source: u16,
    /// 1-based row in that file.
    pub row: u32,
}

/// Outside figures in file order. Rows that match no customer stay, and are listed as such.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PotentialList {
    pub rows: Vec<PotentialRow>,
}

impl PotentialList {
    /// Whether a row names its customer so.
    #[must_use]
    pub fn names(&self, text: &str) -> bool {
        self.rows.iter().any(|row| row.customer == text || row.name == text)
    }

    /// Appends the rows of another list that `keep` names; its sources are numbered from `first_source` on.
    pub fn append_where(&mut self, other: &Self, first_source: u16, keep: impl Fn(usize) -> bool) {
        let kept = other.rows.iter().enumerate().filter(|(row, _)| keep(*row));
        self.rows.extend(kept.map(|(_, row)| PotentialRow { source: row.source.saturating_add(first_source), ..row.clone() }));
    }
}
