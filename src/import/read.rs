//! The full read: every row of every table of the plan, judged, entered in the account and put into tables.

use std::collections::HashMap;

use super::account::Account;
use super::guess::fingerprint::fingerprint;
use super::guess::header::joined_texts;
use super::join::join_customers;
use super::layout::{Layout, Progression, Taken, UsualRows, Verdict};
use super::outlet::Outlet;
use super::tables_in_files::catalogues;
use super::values::cell_text::own_text;
use super::values::date::snapshot_named;
use super::values::period::{read_period, year_in};
use super::{
    Catalogue, Finding, ImportError, ImportKind, Imported, ImportedStages, InputFile, Progress, ReadPlan, Role, Row, RowReader, SheetRef,
    SnapshotDay, open_rows,
};
use crate::calendar::Day;
use crate::tables::{
    ContactTable, CustomerList, FunnelEntries, FunnelEntry, ImportRecord, LevelEvent, LevelHistory, MISSING, PotentialList, Prospect,
    ProspectList, PurchaseTable, SourceFile,
};

/// Rows of a further table among which its header is looked for.
const HEADER_WITHIN: usize = 60;
/// Rows between two calls of the progress function.
const PROGRESS_EVERY: u64 = 2_048;

/// Reads the whole of the files by a settled plan. `progress` is called every few thousand rows.
///
/// # Errors
/// As [`super::inspect`]; rows that cannot be read are no error, they are listed in [`Imported::issues`].
pub fn read(files: &mut [InputFile], plan: &ReadPlan, progress: &mut dyn FnMut(Progress)) -> Result<Imported, ImportError> {
    read_in_pieces(files, plan, progress, usize::MAX, &mut |_, _| {})
}

/// As [`read`], but the purchases are handed to `take` on the way, about `rows` at a time, with how many the whole is expected to have:
/// [`Imported::purchases`] is their last piece, see [`PurchaseTable::go_on`]. None are handed out where another sheet has a say in them.
///
/// # Errors
/// As [`read`]; what was handed out is worth nothing then.
pub fn read_in_pieces(
    files: &mut [InputFile],
    plan: &ReadPlan,
    progress: &mut dyn FnMut(Progress),
    rows: usize,
    take: &mut dyn FnMut(PurchaseTable, usize),
) -> Result<Imported, ImportError> {
    let catalogues = catalogues(files, plan.chosen_encoding.as_deref(), plan.chosen_delimiter)?;
    let total_bytes = files.iter().map(|file| file.size).sum();
    let rows = if plan.customer_sheet.is_some() { usize::MAX } else { rows };
    let mut intake = Intake::new(plan, total_bytes, progress, Outlet::new(rows, take, total_bytes));
    for sheet in &plan.sheets {
        intake.read_table(files, &catalogues, sheet)?;
    }
    if intake.account.read == 0 {
        return Err(ImportError::NoRows);
    }
    let joined = match &plan.customer_sheet {
        Some(list) => Some(join_customers(files, &catalogues, list, plan, &mut intake)?),
        None => None,
    };
    Ok(intake.finish(joined))
}

/// Everything a read gathers.
pub struct Intake<'a> {
    plan: &'a ReadPlan,
    pub account: Account,
    pub purchases: PurchaseTable,
    /// Code in the purchase table of each customer key, by the account's number of the key.
    codes_by_key: Vec<u32>,
    pub customers: CustomerList,
    pub entries: FunnelEntries,
    potential: PotentialList,
    history: LevelHistory,
    contacts: ContactTable,
    prospects: Vec<Prospect>,
    /// Entries of each customer, by table and day, where opportunities have no ids of their own.
    met: HashMap<(String, u16, Option<Day>), u32>,
    /// Of the table being read.
    events: LevelHistory,
    pub sources: Vec<SourceFile>,
    /// Header texts of the first table, by which the columns of further ones are found.
    headers: Vec<String>,
    first_year: Option<i32>,
    layout: Option<Layout>,
    progress: &'a mut dyn FnMut(Progress),
    outlet: Outlet<'a>,
    bytes_before: u64,
    total_bytes: u64,
}

impl<'a> Intake<'a> {
    fn new(plan: &'a ReadPlan, total_bytes: u64, progress: &'a mut dyn FnMut(Progress), outlet: Outlet<'a>) -> Self {
        Self {
            plan,
            account: Account::new(plan.today),
            purchases: PurchaseTable::default(),
            codes_by_key: Vec::new(),
            customers: CustomerList::default(),
            entries: FunnelEntries::default(),
            potential: PotentialList::default(),
            history: LevelHistory::default(),
            contacts: ContactTable::default(),
            prospects: Vec::new(),
            met: HashMap::new(),
            events: LevelHistory::default(),
            sources: Vec::new(),
            headers: Vec::new(),
            first_year: None,
            layout: None,
            progress,
            outlet,
            bytes_before: 0,
            total_bytes,
        }
    }

    fn read_table(&mut self, files: &mut [InputFile], catalogues: &[Catalogue], sheet: &SheetRef) -> Result<(), ImportError> {
        let (Some(file), Some(catalogue)) = (files.get_mut(sheet.file), catalogues.get(sheet.file)) else {
            return Err(ImportError::NoSuchSheet);
        };
        let (name, size) = (file.name.clone(), file.size);
        let sheet_name = catalogue.sheets.get(sheet.sheet).map(|sheet| sheet.name.clone()).unwrap_or_default();
        let mut reader = open_rows(file, catalogue, sheet.sheet)?;
        let head = read_head(reader.as_mut(), self.head_length())?;
        let years = [sheet_name.as_str(), name.as_str()].into_iter().find_map(year_in);
        let snapshot = snapshot_named(&sheet_name, &name);
        let (layout, first) = self.layout_of(&head, years, snapshot);
        let before = self.account.read;
        self.sources.push(SourceFile { file: name, sheet: sheet_name, rows: 0 });
        self.take_rows(reader.as_mut(), head, first, &layout)?;
        self.history.append_oldest_first(&std::mem::take(&mut self.events));
        if let Some(source) = self.sources.last_mut() {
            source.rows = self.account.read - before;
        }
        // Several sheets of one workbook share its bytes.
        self.bytes_before = (self.bytes_before + size / catalogue.sheets.len().max(1) as u64).min(self.total_bytes);
        self.layout.get_or_insert(layout);
        Ok(())
    }

    fn head_length(&self) -> u32 {
        if self.sources.is_empty() { self.plan.header_row.saturating_add(self.plan.header_height) } else { 0 }
    }

    /// The layout of a table and the index of its first row of data. The first table's header is where the plan says; the others'
    /// is the row with the same texts.
    fn layout_of(&mut self, head: &[Row], year: Option<i32>, snapshot: Option<Day>) -> (Layout, usize) {
        let height = self.plan.header_height as usize;
        let planned = if self.plan.header_row == 0 { Some(0) } else { head.iter().position(|row| row.number >= self.plan.header_row) };
        let (index, height) = match planned {
            _ if self.plan.header_row == 0 => (0, 0),
            planned if self.sources.is_empty() => (planned.unwrap_or(head.len()), height),
            planned => self.same_header(head, height).unwrap_or((planned.unwrap_or(0), height)),
        };
        let headers = if height == 0 { Vec::new() } else { joined_texts(head, index, height) };
        let lines = head.iter().skip(index).take(height).map(line_texts).collect();
        let titled = head.iter().take(index).find_map(|row| line_texts(row).iter().find_map(|text| year_in(text)));
        let year = titled.or(year);
        let mut plan = if self.sources.is_empty() {
            (self.headers, self.first_year) = (headers.clone(), year);
            self.plan.clone()
        } else {
            self.plan_for(&headers, year)
        };
        if plan.snapshot == SnapshotDay::FromName {
            plan.snapshot = snapshot.map_or(SnapshotDay::None, |day| SnapshotDay::Day(day.0));
        }
        (Layout::new(plan, headers, lines), index + height)
    }

    fn same_header(&self, head: &[Row], height: usize) -> Option<(usize, usize)> {
        let wanted = fingerprint(&self.headers);
        let found = (0..head.len()).find(|&index| fingerprint(&joined_texts(head, index, height)) == wanted);
        let holds_all = |texts: &[String]| {
            self.plan.roles.values().all(|&column| self.headers.get(column as usize).is_some_and(|header| texts.contains(header)))
        };
        found.or_else(|| (0..head.len()).find(|&index| holds_all(&joined_texts(head, index, height)))).map(|index| (index, height))
    }

    /// The plan with the columns of a further table, found by their headers; its periods by its own header or its own year.
    fn plan_for(&self, headers: &[String], year: Option<i32>) -> ReadPlan {
        let mut plan = self.plan.clone();
        let place = |column: u32| {
            let header = self.headers.get(column as usize).filter(|header| !header.is_empty());
            let moved = header
                .filter(|header| headers.get(column as usize) != Some(header))
                .and_then(|header| headers.iter().position(|text| text == header));
            moved.and_then(|moved| u32::try_from(moved).ok()).unwrap_or(column)
        };
        plan.roles.values_mut().for_each(|column| *column = place(*column));
        plan.column_decimals = self.plan.column_decimals.iter().map(|(&column, &mark)| (place(column), mark)).collect();
        let shift = year.zip(self.first_year).map_or(0, |(year, first)| year - first);
        for (column, day) in &mut plan.periods {
            let named = headers.get(*column as usize).and_then(|header| read_period(header));
            let shifted = named.and_then(|period| period.first_day(Some(crate::calendar::Day(*day).ymd().0 + shift)));
            *day = shifted.map_or(*day, |day| day.0);
        }
        plan
    }

    fn take_rows(&mut self, reader: &mut dyn RowReader, head: Vec<Row>, first: usize, layout: &Layout) -> Result<(), ImportError> {
        let (mut before, mut taken) = (Progression::default(), Taken::default());
        let source = u16::try_from(self.sources.len().saturating_sub(1)).unwrap_or(u16::MAX);
        for row in head.iter().skip(first) {
            self.take_row(source, row, layout, &mut before, &mut taken);
        }
        let mut usual = UsualRows::of(layout);
        let mut row = Row::default();
        let mut told = self.account.read;
        loop {
            if let Some(usual) = &mut usual {
                self.take_usual(source, reader, usual, &mut before)?;
            }
            if !reader.read_row(&mut row)? {
                return Ok(());
            }
            self.take_row(source, &row, layout, &mut before, &mut taken);
            if self.account.read - told >= PROGRESS_EVERY {
                told = self.account.read;
                let bytes = (self.bytes_before + reader.position()).min(self.total_bytes);
                (self.progress)(Progress { rows: self.account.read, bytes, total_bytes: self.total_bytes });
                self.outlet.let_go(&mut self.purchases, &mut self.account, bytes);
            }
        }
    }

    /// Takes usual rows up to the next one that is none.
    fn take_usual(
        &mut self,
        source: u16,
        reader: &mut dyn RowReader,
        usual: &mut UsualRows<'_>,
        before: &mut Progression,
    ) -> Result<(), ImportError> {
        loop {
            let lines = reader.plain_lines()?;
            let bytes = usual.take(&lines, before);
            if bytes == 0 {
                return Ok(());
            }
            let batch = usual.batch(&lines, source);
            let keys = self.account.enter_usual(usual, &batch);
            let codes: Vec<u32> =
                keys.iter().zip(&batch.customers).map(|(&key, (customer, _))| self.code_of(key as usize, customer)).collect();
            self.purchases.push_batch(&codes, &batch);
            reader.pass(bytes, usual.count());
        }
    }

    fn take_row(&mut self, source: u16, row: &Row, layout: &Layout, before: &mut Progression, taken: &mut Taken) {
        let verdict = layout.judge(row, before, taken);
        let key = self.account.enter(source, row, layout, verdict, taken);
        if verdict != Verdict::Used {
            return;
        }
        match layout.plan().kind {
            ImportKind::Customers => {
                (taken.customer.source, taken.customer.row) = (source, row.number);
                self.customers.rows.push(taken.customer.clone());
            }
            ImportKind::Potential => {
                (taken.potential.source, taken.potential.row) = (source, row.number);
                self.potential.rows.push(taken.potential.clone());
            }
            ImportKind::FunnelEntries => self.take_entry(source, row, taken),
            ImportKind::LevelHistory => self.take_event(source, row, taken),
            ImportKind::Contacts => {
                (taken.contact.source, taken.contact.row) = (source, row.number);
                self.contacts.push(&taken.contact);
            }
            ImportKind::Prospects => {
                let prospect = std::mem::take(&mut taken.prospect);
                self.prospects.push(Prospect { source: Some(source), row: row.number, ..prospect });
            }
            ImportKind::Purchases | ImportKind::PurchasesWide => self.take_purchases(source, row, taken, key),
        }
    }

    fn take_entry(&mut self, source: u16, row: &Row, taken: &mut Taken) {
        let entry = &mut taken.entry;
        (entry.source, entry.row) = (source, row.number);
        if entry.key.is_empty() {
            entry.key = FunnelEntry::nameless_key(source, row.number);
        } else if !self.plan.roles.contains_key(&Role::Order) {
            let met = self.met.entry((entry.key.clone(), source, entry.snapshot)).or_default();
            *met += 1;
            if let Some(key) = FunnelEntry::numbered_key(&entry.key, *met) {
                entry.key = key;
            }
        }
        self.entries.push(entry);
    }

    fn take_event(&mut self, source: u16, row: &Row, taken: &Taken) {
        let Some((day, moment)) = taken.moment else { return };
        let entry = &taken.entry;
        self.events.push(&LevelEvent {
            key: entry.key.clone(),
            stage: entry.stage.clone(),
            day,
            moment,
            owner: entry.owner.clone(),
            region: entry.region.clone(),
            product: entry.product.clone(),
            amount: entry.amount,
            source,
            row: row.number,
        });
    }

    /// `key` is the account's number of the customer's key, by which its code is found without looking its text up again.
    fn take_purchases(&mut self, source: u16, row: &Row, taken: &mut Taken, key: Option<u32>) {
        let purchase = &mut taken.purchase;
        (purchase.source, purchase.row) = (source, row.number);
        for &(day, amount) in &taken.amounts {
            (purchase.day, purchase.amount) = (day.0, amount);
            let code = match key {
                Some(key) => self.code_of(key as usize, &purchase.customer),
                None => self.purchases.customers.intern(&purchase.customer),
            };
            self.purchases.push_of(code, purchase);
        }
    }

    fn code_of(&mut self, key: usize, customer: &str) -> u32 {
        if key >= self.codes_by_key.len() {
            self.codes_by_key.resize(key + 1, MISSING);
        }
        if self.codes_by_key[key] == MISSING {
            self.codes_by_key[key] = self.purchases.customers.intern(customer);
        }
        self.codes_by_key[key]
    }

    fn finish(mut self, joined: Option<Finding>) -> Imported {
        if let Some(layout) = &self.layout {
            super::join::keep_last_of_each_key(&mut self.customers, &mut self.account, layout);
        }
        let together = u32::try_from(self.plan.sheets.len()).unwrap_or(u32::MAX);
        let mut findings = Vec::new();
        findings.extend(self.plan.scale.map(|scale| Finding::Scale { text: self.plan.scale_text.clone(), scale }));
        findings.extend((together > 1).then_some(Finding::TablesTogether { count: together }));
        findings.extend(joined);
        findings.extend(self.layout.as_ref().map(|layout| self.account.findings(layout)).unwrap_or_default());
        let kind = self.plan.kind;
        let is_list = kind == ImportKind::Customers;
        let record = ImportRecord {
            sources: self.sources,
            currency: self.plan.currency.clone(),
            rows_read: self.account.read,
            rows_used: self.account.used,
            rows_rejected: self.account.rejected,
            rows_left_out: self.account.left_out,
            imported_at: 0.0,
        };
        let stages =
            ImportedStages { mapping: self.plan.stages.clone(), chosen: self.plan.chosen_stages.clone(), levels: self.plan.levels.clone() };
        let purchases = self.outlet.last(self.purchases);
        Imported {
            purchases: matches!(kind, ImportKind::Purchases | ImportKind::PurchasesWide).then_some(purchases),
            contacts: (kind == ImportKind::Contacts).then_some(self.contacts),
            funnel_entries: (kind == ImportKind::FunnelEntries).then_some(self.entries),
            level_history: (kind == ImportKind::LevelHistory).then_some(self.history),
            potential: (kind == ImportKind::Potential).then_some(self.potential),
            prospects: (kind == ImportKind::Prospects).then(|| ProspectList::default().with(self.prospects)),
            customers: (is_list || self.plan.customer_sheet.is_some()).then_some(self.customers),
            record,
            issues: self.account.issues,
            findings,
            stability_direction: self.plan.stability_direction,
            stages,
        }
    }
}

/// The first rows: enough to hold the header, wherever it stands.
pub fn read_head(reader: &mut dyn RowReader, through_row: u32) -> Result<Vec<Row>, ImportError> {
    let mut head: Vec<Row> = Vec::new();
    loop {
        let enough = head.len() >= HEADER_WITHIN && head.last().is_some_and(|row| row.number > through_row);
        let mut row = Row::default();
        if enough || !reader.read_row(&mut row)? {
            return Ok(head);
        }
        head.push(row);
    }
}

fn line_texts(row: &Row) -> Vec<String> {
    (0..row.len()).map(|column| own_text(&row.cell(column))).collect()
}
