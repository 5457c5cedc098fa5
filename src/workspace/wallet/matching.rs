//! Whose an outside figure is: by key, by a merge a person has made, by name. Spellings that only look alike are suggested, never taken.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::measure::Customers;
use crate::order;
use crate::tables::{PotentialRow, WALK_IN_KEY, folded_spelling};
use crate::workspace::Workspace;

/// How a row found its customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum MatchedBy {
    /// Its customer or name is a key of the data.
    Key,
    /// A person has said that its spelling counts as the key.
    Merge,
    /// Its customer or name is the display name of one customer.
    Name,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum UnmatchedWhy {
    /// No customer of that key or name.
    Unknown,
    /// Several customers have the name.
    Ambiguous,
}

/// A row that is of nobody so far; its figure is in no total.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Unmatched {
    /// Place in the list of outside figures.
    pub row: u32,
    pub why: UnmatchedWhy,
    /// Customers that are spelled alike, or that all have the name.
    pub suggestions: Vec<u32>,
}

/// The customers that a typed key or name means, in another spelling too; several where all are called so.
#[must_use]
pub fn customers_called(workspace: &Workspace, customers: &Customers, text: &str) -> Vec<u32> {
    Called::new(workspace, customers).all_of(text.trim())
}

/// The customers of a workspace by what they may be called.
pub(super) struct Called<'workspace> {
    workspace: &'workspace Workspace,
    customers: &'workspace Customers,
    by_name: BTreeMap<&'workspace str, Vec<u32>>,
    by_folded: BTreeMap<String, Vec<u32>>,
}

impl<'workspace> Called<'workspace> {
    pub fn new(workspace: &'workspace Workspace, customers: &'workspace Customers) -> Self {
        let mut called = Self { workspace, customers, by_name: BTreeMap::new(), by_folded: BTreeMap::new() };
        for &number in customers.present().iter().filter(|&&number| customers.key(number) != WALK_IN_KEY) {
            let (key, name) = (customers.key(number), workspace.customer_name(customers, number));
            called.by_name.entry(name).or_default().push(number);
            let (key, name) = (folded_spelling(key), folded_spelling(name));
            if name != key {
                called.by_folded.entry(name).or_default().push(number);
            }
            called.by_folded.entry(key).or_default().push(number);
        }
        called
    }

    /// The customer of a row, by its id before its name.
    pub fn customer_of(&self, place: u32, row: &PotentialRow) -> Result<(u32, MatchedBy), Unmatched> {
        let texts = [row.customer.as_str(), row.name.as_str()];
        let texts = texts.into_iter().filter(|text| !text.is_empty());
        if let Some(found) = texts.clone().find_map(|text| self.by_key(text)) {
            return Ok(found);
        }
        let mut suggestions = Vec::new();
        let mut why = UnmatchedWhy::Unknown;
        for named in texts.clone().filter_map(|text| self.by_name.get(text)) {
            if let [number] = named.as_slice() {
                return Ok((*number, MatchedBy::Name));
            }
            why = UnmatchedWhy::Ambiguous;
            suggestions.extend(named);
        }
        let folded = texts.map(folded_spelling).filter(|folded| !self.workspace.declined_merges.contains(folded));
        suggestions.extend(folded.filter_map(|folded| self.by_folded.get(&folded)).flatten());
        order::sort(&mut suggestions);
        suggestions.dedup();
        Err(Unmatched { row: place, why, suggestions })
    }

    /// Whom a typed text means: the key before the name, either as it stands before another spelling of it.
    pub fn all_of(&self, text: &str) -> Vec<u32> {
        if let Some((number, _)) = self.by_key(text) {
            return vec![number];
        }
        let folded = folded_spelling(text);
        let key_alike = |&&number: &&u32| folded_spelling(self.customers.key(number)) == folded;
        let alike = self.by_folded.get(&folded).map(Vec::as_slice).unwrap_or_default();
        if let Some(named) = self.by_name.get(text) {
            return named.clone();
        }
        let keys: Vec<u32> = alike.iter().filter(key_alike).copied().collect();
        if keys.is_empty() { alike.to_vec() } else { keys }
    }

    fn by_key(&self, text: &str) -> Option<(u32, MatchedBy)> {
        let merged = self.workspace.merges.get(text);
        let number = self.customers.number(merged.map_or(text, String::as_str)).filter(|&number| self.customers.is_present(number))?;
        Some((number, if merged.is_some() { MatchedBy::Merge } else { MatchedBy::Key }))
    }
}
