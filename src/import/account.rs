//! The account of an import: every row is used, rejected or left out, and what is worth telling is counted on the way.

use std::collections::{BTreeMap, HashSet};

use super::layout::{Blame, Layout, Taken, UsualRows, Verdict};
use super::values::cell_text::{own_text, write_cell};
use super::{Cell, Finding, ImportKind, Issue, IssueKind, Row};
use crate::calendar::Day;
use crate::order;
use crate::tables::{Dictionary, HashesMet, PurchaseBatch, folded_spelling};

/// Issues kept with their rows; further ones are counted only.
const MOST_ISSUES: usize = 100_000;
/// Blank rows have nothing to show, so fewer of them are kept.
const MOST_BLANK_ISSUES: u64 = 10_000;
/// Cells of a row and characters of a cell that an issue keeps.
const MOST_CELLS: usize = 256;
const LONGEST_CELL: usize = 1_000;
/// Rows compared with one another for duplicates; a mark of eight bytes each.
const MOST_COMPARED: usize = 4_000_000;
/// Characters of [`Issue::found`].
const LONGEST_FOUND: usize = 200;

/// The first of several like mistakes.
#[derive(Clone, Debug, Default)]
struct First {
    count: u32,
    row: u32,
    header: String,
    example: String,
}

impl First {
    fn add(&mut self, row: u32, header: &str, example: impl FnOnce() -> String) {
        if self.count == 0 {
            (self.row, self.header, self.example) = (row, header.to_owned(), example());
        }
        self.count = self.count.saturating_add(1);
    }
}

/// How a customer key is written in the file.
#[derive(Clone, Debug, Default)]
struct Spellings {
    plain: bool,
    /// With blanks around it, each differently.
    blanked: Vec<String>,
}

/// Counts and issues of one import, or of the sample of a preview.
#[derive(Clone, Debug, Default)]
pub struct Account {
    pub read: u64,
    pub used: u64,
    pub rejected: u64,
    pub left_out: u64,
    pub issues: Vec<Issue>,
    today: Option<i32>,
    totals: First,
    blank: u64,
    dates: First,
    numbers: First,
    missing: First,
    ragged: First,
    negative: u32,
    walk_ins: First,
    future: First,
    without_customer: First,
    unknown_levels: First,
    disorder: First,
    repeated: First,
    /// Entries met, by key and day of the snapshot.
    entries: HashSet<(u32, Option<i32>)>,
    entry_keys: Dictionary,
    statuses: BTreeMap<String, (u32, bool)>,
    status_header: String,
    /// Customer keys in order of appearance, and by their codes how they are written.
    keys: Dictionary,
    spellings: Vec<Spellings>,
    /// Hashes of the rows used.
    met: HashesMet,
}

impl Account {
    #[must_use]
    pub fn new(today: Option<i32>) -> Self {
        Self { today, ..Self::default() }
    }

    /// Makes ready for so many rows in all.
    pub fn expect(&mut self, rows: usize) {
        self.met.expect(rows.min(MOST_COMPARED));
    }

    /// Enters a judged row. `source` is its table's place in the import record. Gives the number of the customer's key among all met, from
    /// 0 in order of appearance, where the row is used and names one.
    pub fn enter(&mut self, source: u16, row: &Row, layout: &Layout, verdict: Verdict, taken: &Taken) -> Option<u32> {
        self.read += 1;
        self.count_status(row, layout, verdict);
        match verdict {
            Verdict::Used => return self.enter_used(source, row, layout, taken),
            Verdict::LeftOut(kind) => {
                self.left_out += 1;
                self.count_left_out(row, kind);
                if kind != IssueKind::BlankRow || self.blank <= MOST_BLANK_ISSUES {
                    self.issue(source, row, layout, Blame { column: None, kind });
                }
            }
            Verdict::Rejected(blame) => {
                self.rejected += 1;
                self.count_rejected(row, layout, blame);
                self.issue(source, row, layout, blame);
            }
        }
        None
    }

    fn enter_used(&mut self, source: u16, row: &Row, layout: &Layout, taken: &Taken) -> Option<u32> {
        self.used += 1;
        for &remark in &taken.remarks {
            self.count_remark(row, layout, remark);
            self.issue(source, row, layout, remark);
        }
        let amount: f64 = taken.amounts.iter().map(|(_, amount)| amount).sum();
        self.negative += u32::from(amount < 0.0);
        if taken.too_many_cells {
            self.issue(source, row, layout, Blame { column: None, kind: IssueKind::TooManyCells });
        }
        if taken.too_many_cells || layout.has_too_few_cells(row) {
            self.ragged.add(row.number, "", String::new);
        }
        if let Some(today) = self.today
            && let Some(day) = days_of(taken).find(|day| day.0 >= today)
        {
            self.future.add(row.number, "", || day.iso());
        }
        let mut key = None;
        if layout.plan().kind.is_funnel() {
            self.enter_funnel_row(source, row, layout, taken);
        } else if taken.walk_in {
            self.walk_ins.add(row.number, "", || layout.walk_in_text(row));
        } else {
            key = Some(self.see_key(&layout.customer_text(row), &taken.purchase.customer));
        }
        if self.met.len() < MOST_COMPARED {
            self.met.add(row.hash());
        }
        key
    }

    /// As [`Self::enter`] of usual rows, one after the other. Gives the numbers of their customers' keys.
    pub fn enter_usual(&mut self, rows: &UsualRows<'_>, batch: &PurchaseBatch<'_>) -> Vec<u32> {
        self.read += rows.count() as u64;
        self.used += rows.count() as u64;
        let negative = batch.amounts.iter().filter(|amount| **amount < 0.0).count();
        self.negative = self.negative.saturating_add(u32::try_from(negative).unwrap_or(u32::MAX));
        let mut keys = Vec::with_capacity(rows.count());
        self.keys.intern_each(&batch.customers, &mut keys);
        self.spellings.resize(self.keys.len(), Spellings::default());
        for &key in &keys {
            self.spellings[key as usize].plain = true;
        }
        for hash in rows.row_hashes().into_iter().take(MOST_COMPARED.saturating_sub(self.met.len())) {
            self.met.add(hash);
        }
        keys
    }

    fn enter_funnel_row(&mut self, source: u16, row: &Row, layout: &Layout, taken: &Taken) {
        let entry = &taken.entry;
        if !entry.customer.is_empty() {
            self.see_key(&layout.customer_text(row), &entry.customer);
        } else if layout.customer_column().is_some() && taken.walk_in {
            self.without_customer.add(row.number, "", String::new);
        }
        if layout.plan().kind == ImportKind::FunnelEntries
            && let Some(column) = layout.order_column()
            && !entry.key.is_empty()
            && !self.entries.insert((self.entry_keys.intern(&entry.key), entry.snapshot.map(|day| day.0)))
        {
            self.repeated.add(row.number, layout.header(column), || shortened(&entry.key, LONGEST_FOUND));
            self.issue(source, row, layout, Blame { column: Some(column), kind: IssueKind::RepeatedEntry });
        }
    }

    fn see_key(&mut self, written: &str, key: &str) -> u32 {
        let code = self.keys.intern(key);
        if code as usize == self.spellings.len() {
            self.spellings.push(Spellings::default());
        }
        let Some(spellings) = self.spellings.get_mut(code as usize) else { return code };
        if written.trim().len() == written.len() {
            spellings.plain = true;
        } else if !spellings.blanked.iter().any(|known| known == written) {
            spellings.blanked.push(written.to_owned());
        }
        code
    }

    fn count_left_out(&mut self, row: &Row, kind: IssueKind) {
        match kind {
            IssueKind::BlankRow => self.blank += 1,
            IssueKind::TotalRow => self.totals.add(row.number, "", || first_text(row)),
            IssueKind::WalkInLeftOut => self.walk_ins.add(row.number, "", String::new),
            _ => {}
        }
    }

    fn count_remark(&mut self, row: &Row, layout: &Layout, blame: Blame) {
        let header = blame.column.map_or("", |column| layout.header(column));
        let first = match blame.kind {
            IssueKind::DateLeftOut => &mut self.dates,
            IssueKind::NumberLeftOut | IssueKind::RatingLeftOut | IssueKind::CurrencyLeftOut | IssueKind::ErrorLeftOut => &mut self.numbers,
            IssueKind::LevelBlank => &mut self.missing,
            IssueKind::LevelUnknown => &mut self.unknown_levels,
            IssueKind::ClosedBeforeEntered | IssueKind::ContactBeforeEntered | IssueKind::EnteredAfterSnapshot => &mut self.disorder,
            _ => return,
        };
        first.add(row.number, header, || found(row, blame));
    }

    fn count_rejected(&mut self, row: &Row, layout: &Layout, blame: Blame) {
        let header = blame.column.map_or("", |column| layout.header(column));
        let example = || found(row, blame);
        match blame.kind {
            IssueKind::MissingDate | IssueKind::MissingAmount | IssueKind::MissingKey | IssueKind::MissingLevel => {
                self.missing.add(row.number, header, example)
            }
            IssueKind::NotADate => self.dates.add(row.number, header, example),
            IssueKind::ErrorCell if blame.column == layout.date_column() => self.dates.add(row.number, header, example),
            IssueKind::NotANumber | IssueKind::ErrorCell => self.numbers.add(row.number, header, example),
            _ => {}
        }
    }

    fn count_status(&mut self, row: &Row, layout: &Layout, verdict: Verdict) {
        let Some(column) = layout.status_column() else { return };
        let left_out = verdict == Verdict::LeftOut(IssueKind::StatusLeftOut);
        if !left_out && matches!(verdict, Verdict::LeftOut(_)) {
            return;
        }
        if self.status_header.is_empty() {
            layout.header(column).clone_into(&mut self.status_header);
        }
        let entry = self.statuses.entry(own_text(&row.cell(column))).or_default();
        entry.0 += 1;
        entry.1 |= left_out;
    }

    /// Keeps an issue with the row as it stands in the file.
    fn issue(&mut self, source: u16, row: &Row, layout: &Layout, blame: Blame) {
        if self.issues.len() >= MOST_ISSUES {
            return;
        }
        let found = found(row, blame);
        let cells = if blame.kind == IssueKind::BlankRow { Vec::new() } else { texts(row, MOST_CELLS, LONGEST_CELL) };
        let header = blame.column.map_or(String::new(), |column| layout.header(column).to_owned());
        let column = blame.column.and_then(|column| u32::try_from(column).ok());
        self.issues.push(Issue { source, row: row.number, column, header, kind: blame.kind, found, cells });
    }

    /// Reports a row of a customer list whose key comes again further down.
    pub fn replaced_customer(&mut self, source: u16, row: u32, key: &str, layout: &Layout) {
        if self.issues.len() < MOST_ISSUES {
            let column = layout.customer_column();
            let header = column.map_or(String::new(), |column| layout.header(column).to_owned());
            let column = column.and_then(|column| u32::try_from(column).ok());
            let found = shortened(key, LONGEST_FOUND);
            self.issues.push(Issue { source, row, column, header, kind: IssueKind::DuplicateCustomer, found, cells: vec![key.to_owned()] });
        }
    }

    /// What the rows entered so far are worth telling.
    #[must_use]
    pub fn findings(&mut self, layout: &Layout) -> Vec<Finding> {
        let mut findings = Vec::new();
        let duplicates = self.met.repeated();
        let First { count, example, .. } = self.totals.clone();
        push_if(&mut findings, count > 0, || Finding::TotalRows { count, example });
        let blank = u32::try_from(self.blank).unwrap_or(u32::MAX);
        push_if(&mut findings, blank > 0, || Finding::BlankRows { count: blank });
        let First { count, row, header, example } = self.dates.clone();
        push_if(&mut findings, count > 0, || Finding::UnreadableDates { count, row, header, example });
        let First { count, row, header, example } = self.numbers.clone();
        push_if(&mut findings, count > 0, || Finding::UnreadableNumbers { count, row, header, example });
        let First { count, row, header, .. } = self.missing.clone();
        push_if(&mut findings, count > 0, || Finding::MissingValues { count, row, header });
        let First { count, row, .. } = self.ragged;
        push_if(&mut findings, count > 0, || Finding::RaggedRows { count, row });
        push_if(&mut findings, self.negative > 0, || Finding::NegativeAmounts { count: self.negative });
        push_if(&mut findings, !self.statuses.is_empty(), || self.statuses_finding());
        let First { count, example, .. } = self.walk_ins.clone();
        push_if(&mut findings, count > 0, || Finding::WalkIns { count, example, choice: layout.plan().walk_ins });
        findings.extend(self.funnel_findings());
        findings.extend(self.similar_names());
        let trimmed = self.trimmed_names();
        push_if(&mut findings, trimmed > 0, || Finding::TrimmedNames { count: trimmed });
        let First { count, example, .. } = self.future.clone();
        push_if(&mut findings, count > 0, || Finding::FutureDates { count, example });
        let is_list = layout.plan().kind == ImportKind::Customers;
        push_if(&mut findings, duplicates > 0 && !is_list, || Finding::DuplicateRows { count: duplicates });
        findings
    }

    /// What only funnel rows are told of.
    fn funnel_findings(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        let First { count, row, .. } = self.without_customer;
        push_if(&mut findings, count > 0, || Finding::WithoutCustomer { count, row });
        let First { count, row, header, example } = self.unknown_levels.clone();
        push_if(&mut findings, count > 0, || Finding::UnknownLevels { count, row, header, example });
        let First { count, row, header, example } = self.disorder.clone();
        push_if(&mut findings, count > 0, || Finding::DatesOutOfOrder { count, row, header, example });
        let First { count, row, example, .. } = self.repeated.clone();
        push_if(&mut findings, count > 0, || Finding::RepeatedEntries { count, row, example });
        findings
    }

    fn statuses_finding(&self) -> Finding {
        let mut values: Vec<_> = self.statuses.iter().map(|(status, (count, out))| (status.clone(), *count, *out)).collect();
        order::sort_by(&mut values, |left, right| right.1.cmp(&left.1).then_with(|| left.0.cmp(&right.0)));
        Finding::Statuses { header: self.status_header.clone(), values }
    }

    /// Groups of keys that fold to the same spelling.
    fn similar_names(&self) -> Option<Finding> {
        let mut folded: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for key in self.keys.texts() {
            folded.entry(folded_spelling(key)).or_default().push(key);
        }
        let mut groups = folded.values().filter(|keys| keys.len() > 1);
        let first = groups.next()?;
        let example = (first.first()?.to_string(), first.get(1)?.to_string());
        Some(Finding::SimilarNames { groups: 1 + u32::try_from(groups.count()).unwrap_or(u32::MAX - 1), example })
    }

    /// How many fewer customers there are because blanks around names do not count.
    fn trimmed_names(&self) -> u32 {
        let fewer = |spellings: &Spellings| (usize::from(spellings.plain) + spellings.blanked.len()).saturating_sub(1);
        u32::try_from(self.spellings.iter().map(fewer).sum::<usize>()).unwrap_or(u32::MAX)
    }
}

/// The days of a used row that lie behind us if all is well.
fn days_of(taken: &Taken) -> impl Iterator<Item = Day> {
    let bought = taken.amounts.iter().map(|(day, _)| *day);
    let entry = [taken.entry.entered, taken.entry.last_contact, taken.entry.snapshot, taken.moment.map(|(day, _)| day)];
    bought.chain(entry.into_iter().flatten())
}

/// The text of the cell to blame.
fn found(row: &Row, blame: Blame) -> String {
    blame.column.map_or(String::new(), |column| shortened(&own_text(&row.cell(column)), LONGEST_FOUND))
}

fn push_if(findings: &mut Vec<Finding>, there: bool, finding: impl FnOnce() -> Finding) {
    if there {
        findings.push(finding());
    }
}

/// The row's cells as text, cut to what can sensibly be shown or kept.
#[must_use]
pub fn texts(row: &Row, most_cells: usize, longest: usize) -> Vec<String> {
    (0..row.len().min(most_cells)).map(|column| shortened_cell(&row.cell(column), longest)).collect()
}

fn shortened_cell(cell: &Cell<'_>, longest: usize) -> String {
    let mut text = String::new();
    write_cell(cell, &mut text);
    shortened(&text, longest)
}

fn shortened(text: &str, longest: usize) -> String {
    match text.char_indices().nth(longest) {
        None => text.to_owned(),
        Some((at, _)) => format!("{}…", &text[..at]),
    }
}

fn first_text(row: &Row) -> String {
    (0..row.len()).map(|column| own_text(&row.cell(column))).find(|text| !text.is_empty()).unwrap_or_default()
}
