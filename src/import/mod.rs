//! From a file's bytes to tables, with every row accounted for.
//!
//! Two calls, both pure over `Read + Seek` sources:
//! [`inspect`] looks at the first part and returns a [`Preview`] in which everything is guessed and everything can be
//! changed through [`Choices`]; [`read`] then takes the whole file in by the [`ReadPlan`] the preview settled on.
//!
//! Stages: format → encoding → dialect (text) or workbook → rows → [`guess`] (header, columns, roles, kind) → planning →
//! [`layout`] (what a row means under the plan) → account. `values` knows single cells, `words` single texts.
//! Knows nothing of workspaces, measures or browsers.

mod biff;
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
mod role;
mod sample;
mod serial;
mod sheet_rows;
mod text_rows;
mod transcode;
mod workbook;
mod xls;
mod xlsb;
mod xlsx;
mod xml;
mod xml_2003;

// The lower half above turns bytes into rows of cells, the upper half below turns rows into tables.
mod account;
mod companions;
mod followers;
mod guess;
mod inspect;
mod join;
mod layout;
mod outlet;
mod planning;
mod previewing;
mod read;
mod selection;
mod stage_count;
mod tables_in_files;
mod values;
mod words;

pub use cell::{Cell, Row, RowReader};
pub use choices::{
    AmountScale, Choices, ColumnType, CustomerSheet, DateOrder, DecimalMark, DiscountKind, ImportKind, MappingMemory, ReadPlan, SheetRef,
    SnapshotDay, StabilityDirection, StageMapping, WalkIns,
};
pub use dialect::BLANKS;
pub use error::{ImportError, Issue, IssueKind};
pub use format::Format;
pub use input::{InputFile, Source};
pub use inspect::inspect;
pub use open::{Catalogue, SheetInfo, TextFacts, TextOptions, catalogue, open_rows};
pub use preview::{
    ColumnGuess, Context, Evidence, FileFacts, Finding, Preview, PreviewRow, Question, RowFate, SheetFacts, StageGuess, StagesGuess,
};
pub use read::{read, read_in_pieces};
pub use role::Role;

use crate::tables::{ContactTable, CustomerList, FunnelEntries, ImportRecord, LevelHistory, PotentialList, ProspectList, PurchaseTable};

/// The tables of one import with what could not be read.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Imported {
    pub purchases: Option<PurchaseTable>,
    pub customers: Option<CustomerList>,
    pub funnel_entries: Option<FunnelEntries>,
    pub level_history: Option<LevelHistory>,
    pub potential: Option<PotentialList>,
    pub contacts: Option<ContactTable>,
    pub prospects: Option<ProspectList>,
    pub record: ImportRecord,
    /// Rows rejected or left out, in file order.
    pub issues: Vec<Issue>,
    pub findings: Vec<Finding>,
    /// Which way a given stability column points, as answered; `None` where there is no such column.
    pub stability_direction: Option<StabilityDirection>,
    pub stages: ImportedStages,
}

/// What the stage texts of an import stand for.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ImportedStages {
    /// Of every text met; `None` where it stands for nothing yet.
    pub mapping: StageMapping,
    /// Those the user has decided on in the dialog; the others are suggestions.
    pub chosen: std::collections::BTreeSet<String>,
    /// Levels of the suggestion, the nearest to the sale first: code and the stage text it is named after. Empty where the file itself
    /// uses the letters of the built-in levels.
    pub levels: Vec<(String, String)>,
}

/// How far a read has come.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Progress {
    pub rows: u64,
    /// Bytes consumed of `total_bytes`; for workbooks an estimate.
    pub bytes: u64,
    pub total_bytes: u64,
}
