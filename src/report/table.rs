//! The plain table that every export writes. Knows nothing of customers, classes or languages: texts come in as they go out.

use serde::{Deserialize, Serialize};

use crate::calendar::Day;

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
    /// A date in a workbook, ISO 8601 in a CSV.
    Date(Day),
    /// Begins a part of a sheet: a text that stands out.
    Heading(String),
    /// A figure to be typed over in a workbook; [`ReportCell::Empty`] for one that is still missing.
    Input(Box<ReportCell>),
    /// Computed by a workbook; elsewhere the result stands. `formula` begins with `=`, and never holds a text of the user's: addresses,
    /// numbers and functions alone. `result` is what the formula gives as the sheet leaves, a text such as `#N/A` where it gives no number.
    Formula {
        formula: String,
        result: Box<ReportCell>,
    },
}

impl ReportCell {
    /// The cell as it is read: what was typed, or what a formula gives.
    #[must_use]
    pub fn shown(&self) -> &Self {
        match self {
            Self::Input(cell) => cell.shown(),
            Self::Formula { result, .. } => result.shown(),
            cell => cell,
        }
    }
}

impl ReportTable {
    /// Whether the sheet is one to calculate in, and no list to filter.
    #[must_use]
    pub fn is_calculation(&self) -> bool {
        let calculates = |cell: &ReportCell| matches!(cell, ReportCell::Heading(_) | ReportCell::Input(_) | ReportCell::Formula { .. });
        self.rows.iter().flatten().any(calculates)
    }
}
