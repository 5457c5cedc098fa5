//! From a row of cells to what it means under a settled plan: a purchase, several, a customer, a funnel entry, an event, or a reason why
//! not.
//! The preview and the full read go through the same judgement. Knows one row at a time and nothing of files.

mod contacts;
mod customers;
mod funnel;
mod long;
mod potential;
mod prospects;
mod row_rules;
mod usual;
mod values;
mod wide;

pub use usual::UsualRows;

use std::borrow::Cow;

use super::values::cell_text::{own_text, trimmed};
use super::words::is_walk_in;
use super::{Cell, ImportKind, IssueKind, ReadPlan, Role, Row, WalkIns};
use crate::calendar::Day;
use crate::tables::{
    BuiltInCriterion, Contact, CustomerRow, Dictionary, FunnelEntry, PotentialRow, ProfileField, Prospect, Purchase, WALK_IN_KEY,
};

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// [`Taken`] holds it.
    Used,
    LeftOut(IssueKind),
    Rejected(Blame),
}

/// Which cell is to blame for a rejected row, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Blame {
    pub column: Option<usize>,
    pub kind: IssueKind,
}

impl Blame {
    fn at(column: usize, kind: IssueKind) -> Self {
        Self { column: Some(column), kind }
    }
}

/// What a used row brought; its buffers are reused from row to row.
#[derive(Clone, Debug, Default)]
pub struct Taken {
    /// Customer, texts and cost; day and amount are in `amounts`.
    pub purchase: Purchase,
    /// One in long form, one a filled period in wide form.
    pub amounts: Vec<(Day, f64)>,
    /// Measures of a customer list.
    pub customer: CustomerRow,
    /// An outside figure.
    pub potential: PotentialRow,
    /// A funnel entry, or the texts and amount of a level event.
    pub entry: FunnelEntry,
    pub contact: Contact,
    pub prospect: Prospect,
    /// Day and moment of a level event.
    pub moment: Option<(Day, i64)>,
    /// Cells a used funnel row does without, and what contradicts itself in it.
    pub remarks: Vec<Blame>,
    pub walk_in: bool,
    pub too_many_cells: bool,
    scratch: String,
}

/// A plan made ready for the rows of one table.
#[derive(Clone, Debug)]
pub struct Layout {
    plan: ReadPlan,
    headers: Vec<String>,
    /// The header's lines as they stand in the file, to know repeated ones by.
    header_lines: Vec<Vec<String>>,
    columns: Columns,
    /// Columns that are read, in order.
    used: Vec<usize>,
    periods: Vec<(usize, Day)>,
    profile: Vec<(ProfileField, usize)>,
    ratings: Vec<(BuiltInCriterion, usize)>,
}

/// The column of each role.
#[derive(Clone, Copy, Debug, Default)]
struct Columns {
    customer: Option<usize>,
    name: Option<usize>,
    date: Option<usize>,
    amount: Option<usize>,
    quantity: Option<usize>,
    unit_price: Option<usize>,
    discount: Option<usize>,
    cost: Option<usize>,
    order: Option<usize>,
    product: Option<usize>,
    region: Option<usize>,
    rep: Option<usize>,
    currency: Option<usize>,
    status: Option<usize>,
    contribution: Option<usize>,
    stability: Option<usize>,
    margin: Option<usize>,
    potential: Option<usize>,
    said_by: Option<usize>,
    level: Option<usize>,
    outcome: Option<usize>,
    entered: Option<usize>,
    closed: Option<usize>,
    last_contact: Option<usize>,
    snapshot: Option<usize>,
    channel: Option<usize>,
    contact_kind: Option<usize>,
    expected: Option<usize>,
    intent: Option<usize>,
}

/// What the judgement of a row needs to know of the rows before it.
#[derive(Clone, Debug, Default)]
pub struct Progression {
    after_blank: bool,
    /// Wide form: sums by period since the last total, and since the first row.
    since_total: Vec<f64>,
    since_start: Vec<f64>,
    /// Texts met, and by their codes whether they name nobody.
    named: Dictionary,
    walk_ins: Vec<bool>,
}

impl Layout {
    /// `headers` are joined texts by column, `header_lines` the lines they came from.
    #[must_use]
    pub fn new(plan: ReadPlan, headers: Vec<String>, header_lines: Vec<Vec<String>>) -> Self {
        let of = |role| plan.roles.get(&role).map(|&column| column as usize);
        let columns = Columns {
            customer: of(Role::Customer),
            name: of(Role::Name),
            date: of(Role::Date),
            amount: of(Role::Amount),
            quantity: of(Role::Quantity),
            unit_price: of(Role::UnitPrice),
            discount: of(Role::Discount),
            cost: of(Role::Cost),
            order: of(Role::Order),
            product: of(Role::Product),
            region: of(Role::Region),
            rep: of(Role::Rep),
            currency: of(Role::Currency),
            status: of(Role::Status),
            contribution: of(Role::Contribution),
            stability: of(Role::Stability),
            margin: of(Role::Margin),
            potential: of(Role::Potential),
            said_by: of(Role::SaidBy),
            level: of(Role::Level),
            outcome: of(Role::Outcome),
            entered: of(Role::Entered),
            closed: of(Role::Closed),
            last_contact: of(Role::LastContact),
            snapshot: of(Role::SnapshotDate),
            channel: of(Role::Channel),
            contact_kind: of(Role::ContactKind),
            expected: of(Role::Expected),
            intent: of(Role::Intent),
        };
        let profile = ProfileField::ALL.into_iter().filter_map(|field| Some((field, of(Role::Profile(field))?))).collect();
        let ratings = prospects::rating_columns(|criterion| of(Role::Rating(criterion)));
        let periods: Vec<_> = plan.periods.iter().map(|(&column, &day)| (column as usize, Day(day))).collect();
        let mut used: Vec<usize> =
            plan.roles.values().map(|&column| column as usize).chain(periods.iter().map(|(column, _)| *column)).collect();
        used.sort_unstable();
        used.dedup();
        Self { plan, headers, header_lines, columns, used, periods, profile, ratings }
    }

    /// The header of a column, blank where it has none.
    #[must_use]
    pub fn header(&self, column: usize) -> &str {
        self.headers.get(column).map_or("", String::as_str)
    }

    #[must_use]
    pub fn plan(&self) -> &ReadPlan {
        &self.plan
    }

    #[must_use]
    pub fn customer_column(&self) -> Option<usize> {
        self.columns.customer
    }

    #[must_use]
    pub fn order_column(&self) -> Option<usize> {
        self.columns.order
    }

    #[must_use]
    pub fn date_column(&self) -> Option<usize> {
        self.columns.date
    }

    #[must_use]
    pub fn status_column(&self) -> Option<usize> {
        self.columns.status
    }

    /// The customer cell as it stands in the file, blanks included.
    #[must_use]
    pub fn customer_text<'a>(&self, row: &'a Row) -> Cow<'a, str> {
        match self.columns.customer.map(|column| row.cell(column)) {
            Some(Cell::Text(text)) => Cow::Borrowed(text),
            Some(cell) => Cow::Owned(own_text(&cell)),
            None => Cow::Borrowed(""),
        }
    }

    /// The words by which a row names nobody.
    #[must_use]
    pub fn walk_in_text(&self, row: &Row) -> String {
        let customer = self.customer_text(row).trim().to_owned();
        let name = self.columns.name.map(|column| own_text(&row.cell(column))).unwrap_or_default();
        if is_walk_in(&customer) && (!customer.is_empty() || name.is_empty()) { customer } else { name }
    }

    /// Whether a row of a text file ends before its header does.
    #[must_use]
    pub fn has_too_few_cells(&self, row: &Row) -> bool {
        self.plan.delimiter != 0 && self.header_lines.first().is_some_and(|line| row.len() < line.len())
    }

    /// Judges a row; a used one is in `taken` afterwards.
    pub fn judge(&self, row: &Row, before: &mut Progression, taken: &mut Taken) -> Verdict {
        let verdict = self.judged(row, before, taken).unwrap_or_else(Verdict::Rejected);
        before.after_blank = verdict == Verdict::LeftOut(IssueKind::BlankRow);
        verdict
    }

    fn judged(&self, row: &Row, before: &mut Progression, taken: &mut Taken) -> Result<Verdict, Blame> {
        if row.is_blank() {
            return Ok(Verdict::LeftOut(IssueKind::BlankRow));
        }
        if self.repeats_header(row) {
            return Ok(Verdict::LeftOut(IssueKind::RepeatedHeader));
        }
        taken.remarks.clear();
        taken.too_many_cells = self.has_too_many_cells(row);
        match self.plan.kind {
            ImportKind::Purchases => self.judge_long(row, before, taken),
            ImportKind::PurchasesWide => self.judge_wide(row, before, taken),
            ImportKind::Customers => self.judge_customer(row, before, taken),
            ImportKind::FunnelEntries => self.judge_entry(row, before, taken),
            ImportKind::LevelHistory => self.judge_event(row, before, taken),
            ImportKind::Potential => self.judge_potential(row, before, taken),
            ImportKind::Contacts => self.judge_contact(row, before, taken),
            ImportKind::Prospects => self.judge_prospect(row, before, taken),
        }
    }

    /// Fills customer key and name; `false` if the row names nobody and such rows are left out.
    fn take_customer(&self, row: &Row, before: &mut Progression, taken: &mut Taken) -> bool {
        let purchase = &mut taken.purchase;
        copy_text(row, self.columns.customer, &mut purchase.customer);
        copy_text(row, self.columns.name, &mut purchase.name);
        let nobody = before.is_walk_in(&purchase.customer);
        let nameless = purchase.name.is_empty() || before.is_walk_in(&purchase.name);
        if nobody && !nameless {
            // A name without its number is a customer all the same.
            purchase.customer.clone_from(&purchase.name);
        }
        taken.walk_in = nameless && (nobody || !purchase.name.is_empty());
        if taken.walk_in {
            purchase.customer.clear();
            purchase.customer.push_str(WALK_IN_KEY);
            purchase.name.clear();
        }
        if purchase.name == purchase.customer {
            purchase.name.clear();
        }
        !taken.walk_in || self.plan.walk_ins == WalkIns::Group
    }

    fn take_texts(&self, row: &Row, taken: &mut Taken) {
        let purchase = &mut taken.purchase;
        copy_text(row, self.columns.order, &mut purchase.order);
        copy_text(row, self.columns.product, &mut purchase.product);
        copy_text(row, self.columns.region, &mut purchase.region);
        copy_text(row, self.columns.rep, &mut purchase.rep);
    }
}

impl Progression {
    fn is_walk_in(&mut self, text: &str) -> bool {
        // No word for nobody holds a digit, and most keys do.
        if text.bytes().any(|byte| byte.is_ascii_digit()) {
            return false;
        }
        let code = self.named.intern(text) as usize;
        if code == self.walk_ins.len() {
            // A cell that holds the group's own key is the group.
            self.walk_ins.push(text == WALK_IN_KEY || is_walk_in(text));
        }
        self.walk_ins.get(code).copied().unwrap_or(false)
    }
}

/// Copies a cell's trimmed text into a buffer that is reused.
fn copy_text(row: &Row, column: Option<usize>, out: &mut String) {
    out.clear();
    let Some(column) = column else { return };
    let cell = row.cell(column);
    let mut buffer = String::new();
    let text = trimmed(&cell, &mut buffer);
    out.push_str(text);
}
