//! The tables beside the chosen one: those with the same header are taken with it, a list of its customers is joined.

use crate::order;
use std::collections::BTreeSet;

use super::followers::followers;
use super::guess::table::TableGuess;
use super::selection::{LookedAt, keys_of};
use super::tables_in_files::sample;
use super::{Catalogue, Choices, CustomerSheet, Finding, ImportKind, InputFile, MappingMemory, Role, SheetRef};

/// Rows of a customer list that are compared with the purchases' customers.
const LIST_ROWS: usize = 20_000;

/// What happens to the other tables.
#[derive(Clone, Debug, Default)]
pub struct Companions {
    /// The chosen table first.
    pub together: Vec<SheetRef>,
    pub customer_sheet: Option<CustomerSheet>,
    /// Tables of other kinds, to be read one kind after the other behind these.
    pub after: Vec<Vec<SheetRef>>,
    pub findings: Vec<Finding>,
}

/// Sorts the other tables into those taken together, the customer list, and those left aside.
#[must_use]
pub fn find_companions(
    files: &mut [InputFile],
    catalogues: &[Catalogue],
    tables: &[LookedAt],
    main: usize,
    table: &LookedAt,
    choices: &Choices,
) -> Companions {
    let chosen = &tables[main].sample.sheet;
    let others = || tables.iter().filter(|other| other.sample.sheet != *chosen);
    let mut companions = Companions { together: vec![chosen.clone()], ..Companions::default() };
    match &choices.sheets {
        Some(sheets) => {
            companions.together.extend(sheets.iter().skip(1).filter(|sheet| others().any(|other| other.sample.sheet == **sheet)).cloned())
        }
        None => companions
            .together
            .extend(others().filter(|other| !other.hidden && same_header(table, other)).map(|other| other.sample.sheet.clone())),
    }
    let mut aside: Vec<&LookedAt> = others().filter(|other| !companions.together.contains(&other.sample.sheet)).collect();
    if choices.sheets.is_none() {
        companions.after = followers(&aside, table.guess.kind);
        aside.retain(|other| !companions.after.concat().contains(&other.sample.sheet));
    }
    if !matches!(table.guess.kind, ImportKind::Customers | ImportKind::Prospects) {
        let mut lists: Vec<(CustomerSheet, u32, u32)> = Vec::new();
        for other in aside.iter().filter(|other| !other.hidden) {
            lists.extend(joined(files, catalogues, table, other));
        }
        order::sort_by_key(&mut lists, |(_, matched, _)| std::cmp::Reverse(*matched));
        if let Some((list, matched, unmatched)) = lists.into_iter().next() {
            let sheet = name_of(files, catalogues, &list.sheet);
            companions.findings.push(Finding::JoinedCustomers { sheet, matched, unmatched });
            companions.customer_sheet = Some(list);
        }
    }
    companions.findings.extend(told(files, catalogues, &companions, &aside));
    companions
}

/// The same texts in the same order, wherever the other table's header stands; without headers, as many columns of the same use.
pub fn same_header(table: &LookedAt, other: &LookedAt) -> bool {
    if other.sample.rows.iter().skip(other.guess.header.data()).all(super::Row::is_blank) {
        return false;
    }
    if table.guess.header.height == 0 {
        return other.guess.header.height == 0
            && other.guess.columns.len() == table.guess.columns.len()
            && other.guess.roles == table.guess.roles;
    }
    if other.guess.fingerprint == table.guess.fingerprint {
        return true;
    }
    let wanted = MappingMemory::from([(table.guess.fingerprint.clone(), Choices::default())]);
    TableGuess::of(&other.sample.rows, &Choices::default(), &wanted).fingerprint == table.guess.fingerprint
}

/// The other table as a list of the purchases' customers: its keys hardly repeat and hold a good part of the customers met.
fn joined(files: &mut [InputFile], catalogues: &[Catalogue], table: &LookedAt, other: &LookedAt) -> Option<(CustomerSheet, u32, u32)> {
    let customers = keys_of(table, table.guess.column(Role::Customer)?.0);
    let customers: BTreeSet<&String> =
        customers.iter().filter(|key| !super::words::is_walk_in(key) && super::words::total_word(key).is_none()).collect();
    let as_list = Choices { kind: Some(ImportKind::Customers), ..Choices::default() };
    let sample = sample(files, catalogues, &other.sample.sheet, LIST_ROWS).ok()?;
    let guess = TableGuess::of(&sample.rows, &as_list, &MappingMemory::new());
    let list = LookedAt { sample, guess, hidden: other.hidden };
    let matches = |column: u32| {
        let profile = &list.guess.columns.get(column as usize)?.profile;
        let unique = profile.filled > 0 && 10 * profile.distinct() >= 9 * profile.filled;
        let keys = keys_of(&list, column);
        let matched = customers.iter().filter(|key| keys.contains(**key)).count();
        (unique && matched > 0 && 10 * matched >= 3 * customers.len().min(keys.len())).then_some((matched, column))
    };
    let naming = [Role::Customer, Role::Name].into_iter().filter_map(|role| list.guess.roles.get(&role).copied());
    let (matched, key) = naming.filter_map(matches).max_by_key(|(matched, column)| (*matched, std::cmp::Reverse(*column)))?;
    let mut roles = list.guess.roles.clone();
    if roles.get(&Role::Customer) != Some(&key) {
        roles.remove(&Role::Name);
        roles.insert(Role::Customer, key);
    }
    let has_facts = [Role::Name, Role::Region, Role::Rep, Role::Contribution, Role::Stability, Role::Margin]
        .iter()
        .any(|role| roles.contains_key(role));
    let header_height = u32::try_from(list.guess.header.height).unwrap_or(0);
    let sheet = CustomerSheet { sheet: list.sample.sheet.clone(), header_row: list.guess.header_row, header_height, roles };
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    has_facts.then(|| (sheet, count(matched), count(customers.len() - matched)))
}

/// The file's name for text files, the sheet's name within a workbook.
fn name_of(files: &[InputFile], catalogues: &[Catalogue], sheet: &SheetRef) -> String {
    let name = catalogues.get(sheet.file).and_then(|catalogue| catalogue.sheets.get(sheet.sheet)).map_or("", |sheet| sheet.name.as_str());
    if name.is_empty() { files.get(sheet.file).map_or(String::new(), |file| file.name.clone()) } else { name.to_owned() }
}

fn told(files: &[InputFile], catalogues: &[Catalogue], companions: &Companions, aside: &[&LookedAt]) -> Vec<Finding> {
    let mut findings = Vec::new();
    if companions.together.len() > 1 {
        findings.push(Finding::TablesTogether { count: u32::try_from(companions.together.len()).unwrap_or(u32::MAX) });
    }
    if !companions.after.is_empty() {
        let names = companions.after.iter().flatten().map(|sheet| name_of(files, catalogues, sheet)).collect();
        findings.push(Finding::ReadAfter { names });
    }
    let list = companions.customer_sheet.as_ref().map(|list| &list.sheet);
    let names = |hidden: bool| -> Vec<String> {
        let left = aside.iter().filter(|other| other.hidden == hidden && list != Some(&other.sample.sheet));
        left.filter(|other| other.sample.rows.iter().any(|row| !row.is_blank()))
            .map(|other| name_of(files, catalogues, &other.sample.sheet))
            .collect()
    };
    let (hidden, different) = (names(true), names(false));
    if !hidden.is_empty() {
        findings.push(Finding::HiddenSheets { names: hidden });
    }
    if !different.is_empty() {
        findings.push(Finding::DifferentHeaders { names: different });
    }
    findings
}
