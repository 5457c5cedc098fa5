//! One table's guess as a whole: header, columns, kind, roles; with the user's choices and the remembered ones applied.

use std::collections::{BTreeMap, BTreeSet};

use super::fingerprint::fingerprint;
use super::header::{Header, find_header, header_at, joined_texts, no_header};
use super::kind::{WideColumns, guess_kind, wide_columns};
use super::profile::ColumnProfile;
use super::roles::{Column, guess_roles};
use super::vocabulary::HeaderKey;
use crate::import::values::cell_text::own_text;
use crate::import::values::date_order::OrderTally;
use crate::import::{Cell, Choices, Evidence, ImportKind, MappingMemory, Role, Row};

/// Rows in which a remembered header is looked for.
const REMEMBERED_WITHIN: usize = 30;

/// Everything guessed about one table from its first rows.
#[derive(Clone, Debug)]
pub struct TableGuess {
    pub header: Header,
    /// 1-based, as in the file; 0 = there is none.
    pub header_row: u32,
    pub header_evidence: Evidence,
    pub columns: Vec<Column>,
    pub kind: ImportKind,
    pub kind_evidence: Evidence,
    pub roles: BTreeMap<Role, u32>,
    pub wide: WideColumns,
    pub fingerprint: String,
    /// The choices in force: the user's, and the remembered ones where those are silent.
    pub choices: Choices,
    pub remembered: bool,
}

impl TableGuess {
    /// Guesses a table from its first rows.
    #[must_use]
    pub fn of(rows: &[Row], choices: &Choices, memory: &MappingMemory) -> Self {
        let (header, header_evidence) = header_of(rows, choices, memory);
        let columns = columns_of(rows, &header);
        let texts: Vec<String> = columns.iter().map(|column| column.header.clone()).collect();
        let fingerprint = fingerprint(&texts);
        let remembered = memory.get(&fingerprint).filter(|_| header.height > 0);
        let chosen_kind = choices.kind;
        let choices = remembered.map_or_else(|| choices.clone(), |remembered| choices.with_remembered(remembered));
        let mut wide = wide_columns(&columns, &choices.roles);
        let kind = choices.kind.unwrap_or_else(|| guess_kind(&columns, &choices.roles, &wide));
        if kind != ImportKind::PurchasesWide {
            wide = WideColumns::default();
        }
        let taken: BTreeSet<u32> = wide.periods.keys().chain(&wide.totals).copied().collect();
        let roles = guess_roles(&columns, kind, &choices.roles, &taken);
        let kind_evidence = match (chosen_kind, choices.kind) {
            (Some(_), _) => Evidence::Chosen,
            (None, Some(_)) => Evidence::Remembered,
            (None, None) => Evidence::ColumnsFound,
        };
        let header_row = if header.height == 0 { 0 } else { rows.get(header.index).map_or(0, |row| row.number) };
        let remembered = remembered.is_some();
        Self { header, header_row, header_evidence, columns, kind, kind_evidence, roles, wide, fingerprint, choices, remembered }
    }

    /// The column of a role.
    #[must_use]
    pub fn column(&self, role: Role) -> Option<(u32, &Column)> {
        let index = *self.roles.get(&role)?;
        Some((index, self.columns.get(index as usize)?))
    }

    /// The columns of days, and what they together say about the order of day and month.
    #[must_use]
    pub fn dates(&self) -> (Vec<u32>, OrderTally) {
        let columns: Vec<u32> = self.roles.iter().filter(|(role, _)| role.is_date()).map(|(_, &column)| column).collect();
        let mut tally = OrderTally::default();
        columns.iter().filter_map(|&column| self.columns.get(column as usize)).for_each(|column| tally.merge(&column.profile.orders));
        (columns, tally)
    }

    /// Texts of the rows above the header: titles and units.
    pub fn title_texts<'a>(&'a self, rows: &'a [Row]) -> impl Iterator<Item = String> + 'a {
        rows.iter().take(if self.header.height == 0 { 0 } else { self.header.index }).flat_map(|row| {
            (0..row.len()).filter_map(|column| match row.cell(column) {
                Cell::Text(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
                _ => None,
            })
        })
    }

    /// How ready the table is to be imported without any question: the default sheet is the readiest.
    #[must_use]
    pub fn readiness(&self) -> u32 {
        let has = |role| self.roles.contains_key(&role);
        let amount = has(Role::Amount) || (has(Role::Quantity) && has(Role::UnitPrice));
        match self.kind {
            ImportKind::Purchases if has(Role::Customer) && has(Role::Date) && amount => 4,
            ImportKind::PurchasesWide if has(Role::Customer) => 4,
            ImportKind::Customers if has(Role::Customer) && has(Role::Contribution) && has(Role::Stability) => 3,
            ImportKind::Customers if has(Role::Customer) && has(Role::Contribution) => 2,
            ImportKind::Potential if has(Role::Customer) && has(Role::Potential) => 3,
            ImportKind::Prospects if has(Role::Customer) => 3,
            ImportKind::Contacts if has(Role::Customer) && has(Role::Date) => 3,
            ImportKind::FunnelEntries if has(Role::Level) => 4,
            ImportKind::LevelHistory if has(Role::Level) && has(Role::Date) => 3,
            _ if has(Role::Customer) => 1,
            _ => 0,
        }
    }
}

fn header_of(rows: &[Row], choices: &Choices, memory: &MappingMemory) -> (Header, Evidence) {
    match choices.header_row {
        Some(0) => return (no_header(rows), Evidence::Chosen),
        Some(number) => {
            let index = rows.iter().position(|row| row.number >= number).unwrap_or_default();
            return (header_at(rows, index), Evidence::Chosen);
        }
        None => {}
    }
    if let Some(header) = remembered_header(rows, memory) {
        return (header, Evidence::Remembered);
    }
    let header = find_header(rows);
    let evidence = match (header.height, header.index) {
        (0, _) => Evidence::NoHeader,
        (_, 0) => Evidence::FirstRow,
        (_, above) => Evidence::TitleRowsAbove { rows: u32::try_from(above).unwrap_or(u32::MAX) },
    };
    (header, evidence)
}

/// A row whose header the memory knows is the header, whatever it looks like.
fn remembered_header(rows: &[Row], memory: &MappingMemory) -> Option<Header> {
    if memory.is_empty() {
        return None;
    }
    (0..rows.len().min(REMEMBERED_WITHIN)).find_map(|index| {
        [1, 2].into_iter().find_map(|height| {
            let texts = joined_texts(rows, index, height);
            memory.contains_key(&fingerprint(&texts)).then_some(Header { index, height, texts })
        })
    })
}

/// All source columns: those of the header, and those beyond it that hold more than a stray cell.
fn columns_of(rows: &[Row], header: &Header) -> Vec<Column> {
    let data = rows.get(header.data()..).unwrap_or_default();
    let widest = data.iter().map(Row::len).max().unwrap_or(0);
    let filled = data.iter().filter(|row| !row.is_blank()).count();
    let common = |column: usize| {
        let here = data.iter().filter(|row| !matches!(row.cell(column), Cell::Empty)).count();
        here > 0 && 10 * here >= filled && (here > 1 || filled <= 2)
    };
    let beyond = (header.texts.len()..widest).rev().find(|&column| common(column)).map_or(0, |column| column + 1);
    (0..header.texts.len().max(beyond))
        .map(|column| {
            let text = header.texts.get(column).cloned().unwrap_or_default();
            Column { key: HeaderKey::new(&text), header: text, profile: ColumnProfile::of(data, column) }
        })
        .collect()
}

/// The header's lines as they stand in the file.
#[must_use]
pub fn header_lines(rows: &[Row], header: &Header) -> Vec<Vec<String>> {
    let lines = rows.get(header.index..header.data()).unwrap_or_default();
    lines.iter().map(|row| (0..row.len()).map(|column| own_text(&row.cell(column))).collect()).collect()
}
