//! A customer list: one row a customer, with facts or with measures already computed elsewhere.

use serde::{Deserialize, Serialize};

/// One customer of a list. Empty texts and `None` where the file had nothing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CustomerRow {
    pub customer: String,
    pub name: String,
    pub region: String,
    pub rep: String,
    /// Contribution as given, in the data's currency.
    pub contribution: Option<f64>,
    /// Stability as given; its direction is asked at import and kept in the settings.
    pub stability: Option<f64>,
    pub margin: Option<f64>,
    pub source: u16,
    pub row: u32,
}

/// Customers in file order, keys unique (the last row of a key wins and the earlier is reported at import).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CustomerList {
    pub rows: Vec<CustomerRow>,
}

impl CustomerList {
    #[must_use]
    pub fn find(&self, key: &str) -> Option<&CustomerRow> {
        self.rows.iter().find(|row| row.customer == key)
    }

    /// Whether the list carries measures of its own and so can be classified without purchases.
    #[must_use]
    pub fn has_measures(&self) -> bool {
        self.rows.iter().any(|row| row.contribution.is_some())
    }
}
