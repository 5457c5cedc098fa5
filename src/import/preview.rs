//! What the import dialog shows: guesses with their evidence, questions, and the first rows as they would be read.

use serde::{Deserialize, Serialize};

use super::{AmountScale, ColumnType, DateOrder, DecimalMark, DiscountKind, ImportKind, MappingMemory, ReadPlan, Role, SheetRef, WalkIns};
use crate::tables::Standing;

/// One dropped file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FileFacts {
    pub name: String,
    pub size: u64,
    /// `csv`, `xlsx`, `xlsb`, `xls`, `ods`, `html`: what the content is, whatever the name says.
    pub format: String,
    pub sheets: Vec<SheetFacts>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SheetFacts {
    pub name: String,
    pub hidden: bool,
    /// Whether this sheet has the same header as the chosen one and is taken together with it.
    pub same_header: bool,
}

/// A column of the chosen table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ColumnGuess {
    /// 0-based over all source columns.
    pub index: u32,
    /// As in the file; blank headers are empty (the interface shows the column's letter).
    pub header: String,
    pub kind: ColumnType,
    pub role: Option<Role>,
    /// Wide form: first day of the period this column stands for.
    pub period: Option<i32>,
    /// Values of the sample that agree with `kind`, of those that are not empty.
    pub agree: u32,
    pub of: u32,
}

/// Why a setting was guessed as it was; the interface words it under the field.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Evidence {
    ByteOrderMark,
    ValidUtf8,
    /// No invalid sequence under this encoding in the sample.
    AllValid,
    SameColumnsInEveryRow {
        columns: u32,
    },
    SeparatorLine,
    TitleRowsAbove {
        rows: u32,
    },
    FirstRow,
    ColumnsFound,
    ValuesAgree {
        agree: u32,
        of: u32,
    },
    Remembered,
    Chosen,
    OnlyOne,
    NoHeader,
}

/// One open question; the import waits for its answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Question {
    /// Day and month cannot be told apart. `example` is the cell, read both ways.
    DateOrder {
        column: u32,
        header: String,
        example: String,
        day_first: i32,
        month_first: i32,
    },
    /// 1.234 may be one thousand or one point something.
    DecimalMark {
        column: u32,
        header: String,
        example: String,
        point: f64,
        comma: f64,
    },
    /// 1月…12月 without a year.
    Year {
        suggestion: Option<i32>,
    },
    Currencies {
        column: u32,
        header: String,
        currencies: Vec<(String, u32)>,
    },
    Discount {
        column: u32,
        header: String,
        example: String,
        options: Vec<DiscountKind>,
    },
    StabilityDirection {
        column: u32,
        header: String,
    },
    /// Needed before anything can be read: `role` has no column.
    MissingRole {
        role: Role,
    },
}

/// Something the user should know, with a switch where there is a choice.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Finding {
    /// 万元, "in thousands": shown, applied or declined.
    Scale {
        text: String,
        scale: AmountScale,
    },
    TotalRows {
        count: u32,
        example: String,
    },
    BlankRows {
        count: u32,
    },
    UnreadableDates {
        count: u32,
        row: u32,
        header: String,
        example: String,
    },
    UnreadableNumbers {
        count: u32,
        row: u32,
        header: String,
        example: String,
    },
    MissingValues {
        count: u32,
        row: u32,
        header: String,
    },
    RaggedRows {
        count: u32,
        row: u32,
    },
    NegativeAmounts {
        count: u32,
    },
    /// Statuses found, with counts and whether they are left out.
    Statuses {
        header: String,
        values: Vec<(String, u32, bool)>,
    },
    WalkIns {
        count: u32,
        example: String,
        choice: WalkIns,
    },
    /// Names that differ only by case, width or blanks: number of groups. Merging is offered after the import.
    SimilarNames {
        groups: u32,
        example: (String, String),
    },
    TrimmedNames {
        count: u32,
    },
    HiddenSheets {
        names: Vec<String>,
    },
    TablesTogether {
        count: u32,
    },
    JoinedCustomers {
        sheet: String,
        matched: u32,
        unmatched: u32,
    },
    /// Tables of other kinds, read one after the other into the same workspace.
    ReadAfter {
        names: Vec<String>,
    },
    DifferentHeaders {
        names: Vec<String>,
    },
    NameDoesNotMatchContent {
        name: String,
        format: String,
    },
    TotalColumns {
        headers: Vec<String>,
    },
    FutureDates {
        count: u32,
        example: String,
    },
    DuplicateRows {
        count: u32,
    },
    /// Funnel entries that name no customer; they are used.
    WithoutCustomer {
        count: u32,
        row: u32,
    },
    /// Rows whose stage text stands for no level or outcome; they are used.
    UnknownLevels {
        count: u32,
        row: u32,
        header: String,
        example: String,
    },
    /// Dates of an entry that contradict each other; the rows are used.
    DatesOutOfOrder {
        count: u32,
        row: u32,
        header: String,
        example: String,
    },
    /// The same entry again within one snapshot; the rows are kept, the last one counts.
    RepeatedEntries {
        count: u32,
        row: u32,
        example: String,
    },
    /// The day a table without a column for it describes.
    SnapshotDay {
        day: i32,
        source: String,
    },
}

/// A stage text of the file, with what it is taken to stand for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StageGuess {
    /// Empty for rows without one.
    pub text: String,
    pub rows: u64,
    /// By the words of the text or the order of events; `None` where they do not tell.
    pub suggested: Option<Standing>,
    /// The user's choice, else what is suggested.
    pub standing: Option<Standing>,
    pub chosen: bool,
}

/// The stage texts of the tables taken.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StagesGuess {
    /// Levels nearest the sale first, then outcomes, then those that stand for nothing yet.
    pub stages: Vec<StageGuess>,
    /// Levels of the guess, the nearest to the sale first: code and the stage text it is named after. Empty where the file itself
    /// uses the letters of the built-in levels.
    pub levels: Vec<(String, String)>,
    /// All rows were counted, not only the first 200,000.
    pub complete: bool,
}

/// What will happen to a row of the sample.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum RowFate {
    Header,
    AboveHeader,
    Used { amount: Option<f64> },
    LeftOut(super::IssueKind),
    Rejected { column: Option<u32>, kind: super::IssueKind },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PreviewRow {
    pub number: u32,
    pub cells: Vec<String>,
    pub fate: RowFate,
}

/// The state of the import dialog.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Preview {
    pub files: Vec<FileFacts>,
    /// The sheet whose rows are shown.
    pub sheet: SheetRef,
    pub sheet_evidence: Evidence,
    /// Tables of other kinds to be read behind this import, each with an import of its own.
    pub after: Vec<Vec<SheetRef>>,
    pub encoding: String,
    pub encoding_evidence: Evidence,
    pub delimiter: u8,
    pub delimiter_evidence: Evidence,
    pub header_row: u32,
    pub header_evidence: Evidence,
    pub kind: ImportKind,
    pub kind_evidence: Evidence,
    pub date_order: Option<DateOrder>,
    pub decimal: Option<DecimalMark>,
    pub decimal_evidence: Evidence,
    pub columns: Vec<ColumnGuess>,
    pub rows: Vec<PreviewRow>,
    /// Rows of the sample the guesses rest on.
    pub sampled_rows: u32,
    /// Estimated from the sample's bytes a row; exact when the whole file was sampled.
    pub estimated_rows: u64,
    pub questions: Vec<Question>,
    pub findings: Vec<Finding>,
    /// Of funnel tables; empty otherwise.
    pub stages: StagesGuess,
    /// Of the header texts, to remember the mapping by.
    pub fingerprint: String,
    pub remembered: bool,
    /// Settled when no question is open.
    pub plan: Option<ReadPlan>,
}

/// What [`super::inspect`] may use besides the files.
#[derive(Clone, Debug, Default)]
pub struct Context {
    pub memory: MappingMemory,
    /// The first day that counts as "in the future", if the caller knows the date.
    pub today: Option<i32>,
}
