//! What can be wrong with a file (nothing is imported) and with a row (the rest goes in).

use serde::{Deserialize, Serialize};

/// Why a whole file was refused. The interface words it; `detail` is for people who know the format.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum ImportError {
    Empty,
    /// No row below the header.
    NoRows,
    /// Recognised, but not a table: `what` is a short code such as `pdf`, `png`, `zip`, `docx`, `html`.
    NotATable {
        what: String,
    },
    /// Encrypted workbook.
    Protected,
    /// Ends before its format says it should, or its directory is missing.
    Truncated,
    Damaged {
        detail: String,
    },
    /// Would unpack to more than the limit; bytes.
    TooLarge {
        size: u64,
        limit: u64,
    },
    UnknownEncoding {
        label: String,
    },
    NoSuchSheet,
    /// A role that the kind needs has no column.
    MissingRole {
        role: super::Role,
    },
    /// A question of the preview has not been answered.
    Unanswered,
    /// The reader stopped: the file is hostile or larger than the memory. Nothing else is harmed.
    Crashed,
    Io {
        detail: String,
    },
}

impl std::fmt::Display for ImportError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{self:?}")
    }
}

impl std::error::Error for ImportError {}

impl From<std::io::Error> for ImportError {
    fn from(error: std::io::Error) -> Self {
        Self::Io { detail: error.to_string() }
    }
}

/// Why a row was not used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum IssueKind {
    // Rejected: the user may want to mend the file.
    NotADate,
    NotANumber,
    MissingDate,
    MissingAmount,
    ErrorCell,
    OtherCurrency,
    /// A level event that does not say whose.
    MissingKey,
    /// A level event that does not say which level.
    MissingLevel,
    // Left out: by a rule that the user can see.
    TotalRow,
    BlankRow,
    RepeatedHeader,
    NoteRow,
    StatusLeftOut,
    WalkInLeftOut,
    // Used all the same.
    TooManyCells,
    DuplicateCustomer,
    /// No date; the entry is used without it.
    DateLeftOut,
    /// No number; the entry is used without it.
    NumberLeftOut,
    /// An error of the workbook; the entry is used without the cell.
    ErrorLeftOut,
    /// No rating from 1 to 5; the prospect is used without it.
    RatingLeftOut,
    /// Money of another currency; the entry is used without it.
    CurrencyLeftOut,
    /// An entry without a level or outcome.
    LevelBlank,
    /// A stage text that no level or outcome was chosen for.
    LevelUnknown,
    ClosedBeforeEntered,
    ContactBeforeEntered,
    /// Entered after the day that the row describes.
    EnteredAfterSnapshot,
    /// The same entry again, within one snapshot: the last row counts.
    RepeatedEntry,
}

impl IssueKind {
    /// Whether the row is counted as rejected.
    #[must_use]
    pub fn rejects(self) -> bool {
        matches!(
            self,
            Self::NotADate
                | Self::NotANumber
                | Self::MissingDate
                | Self::MissingAmount
                | Self::ErrorCell
                | Self::OtherCurrency
                | Self::MissingKey
                | Self::MissingLevel
        )
    }

    /// Whether the row is counted as left out.
    #[must_use]
    pub fn leaves_out(self) -> bool {
        matches!(self, Self::TotalRow | Self::BlankRow | Self::RepeatedHeader | Self::NoteRow | Self::StatusLeftOut | Self::WalkInLeftOut)
    }
}

/// One row with something to say about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Issue {
    /// Index into the import record's sources.
    pub source: u16,
    /// 1-based row in the file.
    pub row: u32,
    /// 0-based column, if one cell is to blame.
    pub column: Option<u32>,
    /// Header of that column.
    pub header: String,
    pub kind: IssueKind,
    /// The cell's text, shortened to 200 characters.
    pub found: String,
    /// The whole row as text, for the download of rejected rows.
    pub cells: Vec<String>,
}
