//! From a file's bytes to tables, with every row accounted for.
//!
//! Two calls, both pure over `Read + Seek` sources:
//! [`inspect`] looks at the first part and returns a [`Preview`] in which everything is guessed and everything can be
//! changed through [`Choices`]; [`read`] then takes the whole file in by the [`ReadPlan`] the preview settled on.
//!
//! Stages, one a file: format → encoding → dialect (text) or workbook → rows → header → values → mapping → layout → read.
//! Knows nothing of workspaces, measures or browsers.

mod calamine_cells;
mod cell;
mod choices;
mod dialect;
mod encoding;
mod error;
mod format;
mod html;
mod input;
mod number_format;
mod ods;
mod open;
mod package;
mod preview;
mod sample;
mod serial;
mod sheet_rows;
mod text_rows;
mod transcode;
mod workbook;
mod xls;
mod xml;
mod xml_2003;

// The lower half above turns bytes into rows of cells, the upper half below turns rows into tables.
mod guess;
mod layout;
mod values;
mod words;

pub use cell::{Cell, Row, RowReader};
pub use choices::{
    AmountScale, Choices, ColumnType, CustomerSheet, DateOrder, DecimalMark, DiscountKind, ImportKind, MappingMemory, ReadPlan, Role,
    SheetRef, StabilityDirection, WalkIns,
};
pub use dialect::BLANKS;
pub use error::{ImportError, Issue, IssueKind};
pub use format::Format;
pub use input::{InputFile, Source};
pub use open::{Catalogue, SheetInfo, TextFacts, TextOptions, catalogue, open_rows};
pub use preview::{ColumnGuess, Context, Evidence, FileFacts, Finding, Preview, PreviewRow, Question, RowFate, SheetFacts};

use crate::tables::{CustomerList, ImportRecord, PurchaseTable};

/// The tables of one import with what could not be read.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Imported {
    pub purchases: Option<PurchaseTable>,
    pub customers: Option<CustomerList>,
    pub record: ImportRecord,
    /// Rows rejected or left out, in file order.
    pub issues: Vec<Issue>,
    pub findings: Vec<Finding>,
    /// Which way a given stability column points, as answered; `None` where there is no such column.
    pub stability_direction: Option<StabilityDirection>,
}

/// How far a read has come.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Progress {
    pub rows: u64,
    /// Bytes consumed of `total_bytes`; for workbooks an estimate.
    pub bytes: u64,
    pub total_bytes: u64,
}

/// Looks at the first part of the files (2,000 rows of each table, at most 1 MiB of text) and guesses everything `choices` leaves open.
///
/// # Errors
/// The file cannot be a table at all; see [`ImportError`].
pub fn inspect(_files: &mut [InputFile], _choices: &Choices, _context: &Context) -> Result<Preview, ImportError> {
    Err(ImportError::Empty)
}

/// Reads the whole of the files by a settled plan. `progress` is called every few thousand rows.
///
/// # Errors
/// As [`inspect`]; rows that cannot be read are no error, they are listed in [`Imported::issues`].
pub fn read(_files: &mut [InputFile], _plan: &ReadPlan, _progress: &mut dyn FnMut(Progress)) -> Result<Imported, ImportError> {
    Err(ImportError::Empty)
}
