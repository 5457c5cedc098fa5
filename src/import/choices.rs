//! What can be chosen about a file. [`Choices`] holds the user's answers (all optional), [`ReadPlan`] the settled whole.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

/// What a row of the table is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ImportKind {
    /// One purchase (or order line) a row.
    Purchases,
    /// One customer a row, one column a month or quarter.
    PurchasesWide,
    /// One customer a row, facts or measures already computed.
    Customers,
}

/// What a column is used for. Codes as in [`Role::code`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Role {
    Customer,
    Name,
    Date,
    Amount,
    Quantity,
    UnitPrice,
    Discount,
    Cost,
    Order,
    Product,
    Region,
    Rep,
    Currency,
    Status,
    Contribution,
    Stability,
    Margin,
}

impl Role {
    pub const ALL: [Self; 17] = [
        Self::Customer,
        Self::Name,
        Self::Date,
        Self::Amount,
        Self::Quantity,
        Self::UnitPrice,
        Self::Discount,
        Self::Cost,
        Self::Order,
        Self::Product,
        Self::Region,
        Self::Rep,
        Self::Currency,
        Self::Status,
        Self::Contribution,
        Self::Stability,
        Self::Margin,
    ];

    /// The stable code used by the interface's selects and by tests.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Customer => "customer",
            Self::Name => "name",
            Self::Date => "date",
            Self::Amount => "amount",
            Self::Quantity => "quantity",
            Self::UnitPrice => "unit-price",
            Self::Discount => "discount",
            Self::Cost => "cost",
            Self::Order => "order",
            Self::Product => "product",
            Self::Region => "region",
            Self::Rep => "rep",
            Self::Currency => "currency",
            Self::Status => "status",
            Self::Contribution => "contribution",
            Self::Stability => "stability",
            Self::Margin => "margin",
        }
    }

    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
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

/// A table inside the dropped files.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SheetRef {
    pub file: usize,
    /// 0-based, hidden sheets counted; 0 for text files.
    pub sheet: usize,
}

/// The user's answers so far. `None` and absent keys mean "as guessed".
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
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
}

/// Answers kept for files with the same header, by header fingerprint ([`super::Preview::fingerprint`]).
pub type MappingMemory = BTreeMap<String, Choices>;

/// Everything settled: what [`super::read`] needs besides the files.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReadPlan {
    pub kind: ImportKind,
    pub sheets: Vec<SheetRef>,
    /// Customer sheet joined by customer key, if any.
    pub customer_sheet: Option<SheetRef>,
    pub encoding: String,
    pub delimiter: u8,
    pub header_row: u32,
    /// Rows the header spans: 1, or 2 for two-line headers.
    pub header_height: u32,
    pub date_order: DateOrder,
    pub decimal: DecimalMark,
    pub roles: BTreeMap<Role, u32>,
    /// Wide form: the first day of the period each column stands for.
    pub periods: BTreeMap<u32, i32>,
    pub scale: Option<AmountScale>,
    pub discount: Option<DiscountKind>,
    /// Code of the currency of the amounts, empty if unknown; rows of another currency are left out and listed.
    pub currency: String,
    pub left_out_statuses: BTreeSet<String>,
    pub walk_ins: WalkIns,
    pub stability_direction: Option<StabilityDirection>,
}
