//! The plain table that every export writes. Knows nothing of customers, classes or languages: texts come in as they go out.

use serde::{Deserialize, Serialize};

/// A table to write. `header.len()` equals the length of every row.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ReportTable {
    /// Sheet name, at most 31 characters.
    pub title: String,
    pub header: Vec<String>,
    pub rows: Vec<Vec<ReportCell>>,
    /// Lines below the table: rules and credits.
    pub notes: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum ReportCell {
    Empty,
    Text(String),
    /// Shown with this many decimals.
    Number(f64, u8),
    /// 0..=1, shown as a percentage with one decimal.
    Share(f64),
}
