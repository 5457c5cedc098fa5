//! One cell of the prospects' sheet: from what was typed or pasted to a value, or why it is none.

use serde::{Deserialize, Serialize};

use crate::classify::RATINGS;

/// What a cell is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ProspectField {
    Name,
    Expected,
    Intent,
    Level,
    Region,
    Product,
    Rep,
    /// The rating of a criterion, by its code.
    Rating(String),
}

/// A valid value of a cell; `None` empties it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum CellValue {
    Text(String),
    Number(Option<f64>),
}

/// Why what was typed is no value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CellFault {
    NotANumber {
        found: String,
    },
    /// A rating is a number from 1 to 5.
    NotARating {
        found: String,
    },
    /// Expected contribution and intent are never below 0.
    Negative {
        found: String,
    },
    /// Not from 0 to 1.
    NotAShare {
        found: String,
    },
}

impl ProspectField {
    /// Whether the cell holds a number.
    #[must_use]
    pub fn is_number(&self) -> bool {
        matches!(self, Self::Expected | Self::Intent | Self::Rating(_))
    }

    /// The value of a number typed into this cell.
    ///
    /// # Errors
    /// It lies outside what the cell can hold.
    ///
    /// ```
    /// use fourfold::workspace::{CellFault, CellValue, ProspectField};
    /// let rating = ProspectField::Rating("size".into());
    /// assert_eq!(rating.number(4.0, "4"), Ok(CellValue::Number(Some(4.0))));
    /// assert_eq!(rating.number(6.0, "6"), Err(CellFault::NotARating { found: "6".into() }));
    /// assert_eq!(ProspectField::Expected.number(-1.0, "-1"), Err(CellFault::Negative { found: "-1".into() }));
    /// ```
    pub fn number(&self, value: f64, typed: &str) -> Result<CellValue, CellFault> {
        let found = || typed.to_owned();
        match self {
            _ if !value.is_finite() => Err(CellFault::NotANumber { found: found() }),
            Self::Rating(_) if !RATINGS.contains(&value) => Err(CellFault::NotARating { found: found() }),
            Self::Expected | Self::Intent if value < 0.0 => Err(CellFault::Negative { found: found() }),
            _ => Ok(CellValue::Number(Some(value))),
        }
    }
}
