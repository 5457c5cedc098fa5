//! What can be chosen about a file. [`Choices`] holds the user's answers (all optional), [`ReadPlan`] the settled whole.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::Role;
use crate::tables::Standing;

/// What a row of the table is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ImportKind {
    /// One purchase (or order line) a row.
    Purchases,
    /// One customer a row, one column a month or quarter.
    PurchasesWide,
    /// One customer a row, facts or measures already computed.
    Customers,
    /// One opportunity or prospect a row, with the level it stands on.
    FunnelEntries,
    /// One event a row: who reached which level, and when.
    LevelHistory,
    /// One outside figure of purchase potential a row: a customer's, or a customer's of one product.
    Potential,
    /// One contact with a customer a row.
    Contacts,
    /// One potential customer a row, with what is expected of it, its intent or its ratings.
    Prospects,
}

impl ImportKind {
    pub const ALL: [Self; 8] = [
        Self::Purchases,
        Self::PurchasesWide,
        Self::Customers,
        Self::Prospects,
        Self::FunnelEntries,
        Self::LevelHistory,
        Self::Potential,
        Self::Contacts,
    ];

    /// Whether the table is about the sales funnel.
    #[must_use]
    pub fn is_funnel(self) -> bool {
        matches!(self, Self::FunnelEntries | Self::LevelHistory)
    }

    /// The roles its columns can play, in the order in which they choose.
    #[must_use]
    pub fn roles(self) -> &'static [Role] {
        super::guess::roles::roles_of(self)
    }
}

/// What the values of a column look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ColumnType {
    Empty,
    Text,
    /// Digits that are a name: leading zeros, long numbers, codes.
    Identifier,
    Number,
    Money,
    Percent,
    Date,
    /// A month or quarter without a day.
    Month,
    Bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DateOrder {
    YearFirst,
    DayFirst,
    MonthFirst,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DecimalMark {
    /// 1,234.56
    Point,
    /// 1.234,56
    Comma,
}

/// How a discount column lowers the amount (METHODS 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DiscountKind {
    /// 0.15 = 15 % off
    Share,
    /// 15 = 15 % off
    Percent,
    /// An amount of money taken off the row
    Money,
    /// 8.5折 = pays 85 %
    Zhe,
}

/// A unit named in a title or header: 万元 = 10,000, "in thousands" = 1,000.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct AmountScale {
    pub factor: f64,
    pub applied: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum WalkIns {
    /// Counted as one named group.
    Group,
    LeaveOut,
}

/// Which way a given stability measure points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum StabilityDirection {
    /// A variation such as a CV.
    LowIsStable,
    HighIsStable,
}

/// The day that the rows of a funnel table without a column for it describe.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SnapshotDay {
    /// Each table's by the date in its sheet's or file's name; none where there is no date.
    FromName,
    Day(i32),
    /// The rows are no dated snapshot.
    None,
}

/// What each stage text stands for; `None` = it does not count.
pub type StageMapping = BTreeMap<String, Option<Standing>>;

/// A table inside the dropped files.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SheetRef {
    pub file: usize,
    /// 0-based, hidden sheets counted; 0 for text files.
    pub sheet: usize,
}

/// The user's answers so far. `None` and absent keys mean "as guessed", also in answers that an earlier build has remembered.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Choices {
    pub kind: Option<ImportKind>,
    /// Tables to take together, in this order.
    pub sheets: Option<Vec<SheetRef>>,
    /// WHATWG label, as `encoding_rs` knows it.
    pub encoding: Option<String>,
    pub delimiter: Option<u8>,
    /// 1-based, as in the file; 0 = there is none.
    pub header_row: Option<u32>,
    pub date_order: Option<DateOrder>,
    pub decimal: Option<DecimalMark>,
    /// By 0-based source column; `None` = not used.
    pub roles: BTreeMap<u32, Option<Role>>,
    /// The year of 1月…12月 columns.
    pub year: Option<i32>,
    pub scale_applied: Option<bool>,
    pub discount: Option<DiscountKind>,
    /// Currency whose rows are taken when a column holds several.
    pub currency: Option<String>,
    pub left_out_statuses: Option<BTreeSet<String>>,
    pub walk_ins: Option<WalkIns>,
    pub stability_direction: Option<StabilityDirection>,
    /// Of the stage texts the user has decided on.
    pub stages: StageMapping,
    pub snapshot: Option<SnapshotDay>,
}

impl Choices {
    /// These answers, and those remembered from a file with the same header where these are silent. What belongs to one file only
    /// (sheets, encoding, header row, year, day of a snapshot) is not remembered.
    #[must_use]
    pub fn with_remembered(&self, remembered: &Self) -> Self {
        let mut roles = remembered.roles.clone();
        roles.extend(self.roles.iter().map(|(&column, &role)| (column, role)));
        let mut stages = remembered.stages.clone();
        stages.extend(self.stages.clone());
        Self {
            kind: self.kind.or(remembered.kind),
            date_order: self.date_order.or(remembered.date_order),
            decimal: self.decimal.or(remembered.decimal),
            roles,
            stages,
            scale_applied: self.scale_applied.or(remembered.scale_applied),
            discount: self.discount.or(remembered.discount),
            currency: self.currency.clone().or_else(|| remembered.currency.clone()),
            left_out_statuses: self.left_out_statuses.clone().or_else(|| remembered.left_out_statuses.clone()),
            walk_ins: self.walk_ins.or(remembered.walk_ins),
            stability_direction: self.stability_direction.or(remembered.stability_direction),
            ..self.clone()
        }
    }
}

/// Answers kept for files with the same header, by header fingerprint ([`super::Preview::fingerprint`]).
pub type MappingMemory = BTreeMap<String, Choices>;

/// Where the columns of the joined customer sheet stand.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CustomerSheet {
    pub sheet: SheetRef,
    /// 1-based; 0 = there is none.
    pub header_row: u32,
    pub header_height: u32,
    /// [`Role::Customer`] is the column whose values are the purchases' customer keys.
    pub roles: BTreeMap<Role, u32>,
}

/// Everything settled: what [`super::read`] needs besides the files.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReadPlan {
    pub kind: ImportKind,
    /// The tables to take together; header and columns below are those of the first.
    pub sheets: Vec<SheetRef>,
    /// Customer sheet joined by customer key, if any.
    pub customer_sheet: Option<CustomerSheet>,
    /// Of the first table; empty and 0 for workbooks.
    pub encoding: String,
    pub delimiter: u8,
    /// What the user has chosen for all text files; `None` is found out for each.
    pub chosen_encoding: Option<String>,
    pub chosen_delimiter: Option<u8>,
    /// 1-based, as in the file; 0 = there is none.
    pub header_row: u32,
    /// Rows the header spans: 1, or 2 for two-line headers.
    pub header_height: u32,
    /// Source columns of a row; cells beyond are too many.
    pub columns: u32,
    pub date_order: DateOrder,
    pub decimal: DecimalMark,
    /// Columns whose own values prove another decimal mark than `decimal`.
    pub column_decimals: BTreeMap<u32, DecimalMark>,
    pub roles: BTreeMap<Role, u32>,
    /// Wide form: the first day of the period each column stands for.
    pub periods: BTreeMap<u32, i32>,
    pub scale: Option<AmountScale>,
    /// The words that named the scale.
    pub scale_text: String,
    /// Columns the scale multiplies.
    pub scaled_columns: BTreeSet<u32>,
    pub discount: Option<DiscountKind>,
    /// Code of the currency of the amounts, empty if unknown; rows of another currency are left out and listed.
    pub currency: String,
    /// The table holds several currencies: an amount without a mark is not taken for the chosen one.
    pub several_currencies: bool,
    pub left_out_statuses: BTreeSet<String>,
    /// Statuses the user has seen. One met later goes the way of its like: out if it says "cancelled" and such ones are left out.
    pub known_statuses: BTreeSet<String>,
    pub walk_ins: WalkIns,
    pub stability_direction: Option<StabilityDirection>,
    /// Of all stage texts met in the preview.
    pub stages: StageMapping,
    /// Those of them that the user has decided on.
    pub chosen_stages: BTreeSet<String>,
    /// Levels of the guess, the nearest to the sale first: code and the stage text it is named after. Empty where the file itself
    /// uses the letters of the built-in levels.
    pub levels: Vec<(String, String)>,
    pub snapshot: SnapshotDay,
    /// The first day that counts as "in the future", if known.
    pub today: Option<i32>,
}
