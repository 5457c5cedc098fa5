//! The sales funnel as files tell it: entries (one opportunity or prospect a row) with the file's own stage texts.
//! What a stage text stands for is a setting of the workspace ([`Standing`]), not part of the table.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::dictionary::{append_texts, push_text};
use super::{Category, Dictionary, MISSING};
use crate::calendar::Day;

/// What a stage text of the user's file stands for: a level by its code, or an outcome (METHODS 3: outcomes are no levels).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Standing {
    /// Code of a level of the scheme in force, such as `A`.
    Level(String),
    Won,
    Lost,
    Dormant,
}

/// A field of the customer profile card (METHODS 8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ProfileField {
    ContactPerson,
    ContactRole,
    PhoneOrEmail,
    Address,
    Business,
    Size,
    Need,
    Budget,
    DecisionMaker,
    Rivals,
    NextStep,
}

impl ProfileField {
    pub const ALL: [Self; 11] = [
        Self::ContactPerson,
        Self::ContactRole,
        Self::PhoneOrEmail,
        Self::Address,
        Self::Business,
        Self::Size,
        Self::Need,
        Self::Budget,
        Self::DecisionMaker,
        Self::Rivals,
        Self::NextStep,
    ];

    /// The stable code used by files, selects and tests.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::ContactPerson => "contact-person",
            Self::ContactRole => "contact-role",
            Self::PhoneOrEmail => "phone-or-email",
            Self::Address => "address",
            Self::Business => "business",
            Self::Size => "size",
            Self::Need => "need",
            Self::Budget => "budget",
            Self::DecisionMaker => "decision-maker",
            Self::Rivals => "rivals",
            Self::NextStep => "next-step",
        }
    }
}

/// One row of a funnel file, as the reader hands it over. Empty texts and `None` where the file has nothing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FunnelEntry {
    /// The opportunity's id, else the customer's (numbered where it has several); never empty. Comes again in every dated snapshot.
    pub key: String,
    pub customer: String,
    pub name: String,
    /// The sales rep in charge.
    pub owner: String,
    pub region: String,
    pub product: String,
    /// The file's own words for level or outcome.
    pub stage: String,
    /// The same of a column of outcomes beside the level, where the file has one.
    pub outcome: String,
    /// Value of the order in the data's currency.
    pub amount: Option<f64>,
    pub entered: Option<Day>,
    pub closed: Option<Day>,
    pub last_contact: Option<Day>,
    /// The day the row describes, where the file is a dated snapshot.
    pub snapshot: Option<Day>,
    /// Filled fields of the profile card.
    pub profile: BTreeMap<ProfileField, String>,
    /// Index into the sources of the imports, counted through.
    pub source: u16,
    /// 1-based row in that file.
    pub row: u32,
}

/// Begins the keys of entries without an id or a customer. The control character keeps any cell of a file from equalling one.
const NAMELESS: &str = "\u{1}row ";

impl FunnelEntry {
    /// The key of an entry that its file does not name: its place.
    #[must_use]
    pub fn nameless_key(source: u16, row: u32) -> String {
        format!("{NAMELESS}{source}.{row}")
    }

    /// Whether a key is one of [`Self::nameless_key`].
    #[must_use]
    pub fn is_nameless_key(key: &str) -> bool {
        let place = key.strip_prefix(NAMELESS).and_then(|place| place.split_once('.'));
        place.is_some_and(|(source, row)| source.parse::<u16>().is_ok() && row.parse::<u32>().is_ok())
    }

    /// The key of a customer's second and further opportunity in one snapshot, where they have no ids of their own.
    #[must_use]
    pub fn numbered_key(customer: &str, number: u32) -> Option<String> {
        (number > 1).then(|| format!("{customer}\u{1}{number}"))
    }

    /// Customer and number of a key of [`Self::numbered_key`].
    #[must_use]
    pub fn numbered_parts(key: &str) -> Option<(&str, u32)> {
        let (customer, number) = key.rsplit_once('\u{1}')?;
        let number = number.parse().ok().filter(|number| *number > 1)?;
        (!customer.is_empty()).then_some((customer, number))
    }
}

/// Funnel entries by column, in file order; all columns have the same length. Optional columns are `None` when no file had them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FunnelEntries {
    pub keys: Dictionary,
    pub key: Vec<u32>,
    pub customer: Option<Category>,
    pub name: Option<Category>,
    pub owner: Option<Category>,
    pub region: Option<Category>,
    pub product: Option<Category>,
    /// [`MISSING`] where a row had no stage.
    pub stage: Category,
    pub outcome: Option<Category>,
    /// Never NaN.
    pub amount: Vec<Option<f64>>,
    pub entered: Vec<Option<Day>>,
    pub closed: Vec<Option<Day>>,
    pub last_contact: Vec<Option<Day>>,
    pub snapshot: Vec<Option<Day>>,
    pub profile: BTreeMap<ProfileField, Category>,
    pub source: Vec<u16>,
    pub row: Vec<u32>,
}

impl FunnelEntries {
    #[must_use]
    pub fn len(&self) -> usize {
        self.key.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.key.is_empty()
    }

    /// Appends one entry.
    pub fn push(&mut self, entry: &FunnelEntry) {
        let rows = self.len();
        self.key.push(self.keys.intern(&entry.key));
        push_text(&mut self.customer, rows, &entry.customer);
        push_text(&mut self.name, rows, &entry.name);
        push_text(&mut self.owner, rows, &entry.owner);
        push_text(&mut self.region, rows, &entry.region);
        push_text(&mut self.product, rows, &entry.product);
        self.stage.push(&entry.stage);
        push_text(&mut self.outcome, rows, &entry.outcome);
        self.amount.push(entry.amount.filter(|amount| !amount.is_nan()));
        self.entered.push(entry.entered);
        self.closed.push(entry.closed);
        self.last_contact.push(entry.last_contact);
        self.snapshot.push(entry.snapshot);
        for field in ProfileField::ALL {
            let text = entry.profile.get(&field).map_or("", String::as_str);
            self.push_profile(field, rows, text);
        }
        self.source.push(entry.source);
        self.row.push(entry.row);
    }

    fn push_profile(&mut self, field: ProfileField, rows: usize, text: &str) {
        let mut column = self.profile.remove(&field);
        push_text(&mut column, rows, text);
        if let Some(column) = column {
            self.profile.insert(field, column);
        }
    }

    /// The row as it was pushed.
    ///
    /// # Panics
    /// `row` is not below [`Self::len`].
    #[must_use]
    pub fn entry(&self, row: usize) -> FunnelEntry {
        let text = |column: &Option<Category>| column.as_ref().map_or(String::new(), |column| column.text(row).to_owned());
        let filled = self.profile.iter().map(|(&field, column)| (field, column.text(row).to_owned()));
        FunnelEntry {
            key: self.keys.text(self.key[row]).to_owned(),
            customer: text(&self.customer),
            name: text(&self.name),
            owner: text(&self.owner),
            region: text(&self.region),
            product: text(&self.product),
            stage: self.stage.text(row).to_owned(),
            outcome: text(&self.outcome),
            amount: self.amount[row],
            entered: self.entered[row],
            closed: self.closed[row],
            last_contact: self.last_contact[row],
            snapshot: self.snapshot[row],
            profile: filled.filter(|(_, text)| !text.is_empty()).collect(),
            source: self.source[row],
            row: self.row[row],
        }
    }

    /// Appends the rows of another table that `keep` names; its sources are numbered from `first_source` on.
    pub fn append_where(&mut self, other: &Self, first_source: u16, keep: impl Fn(usize) -> bool) {
        let before = self.len();
        let kept: Vec<usize> = (0..other.len()).filter(|&row| keep(row)).collect();
        let mut known = vec![MISSING; other.keys.len()];
        for &row in &kept {
            let ours = &mut known[other.key[row] as usize];
            if *ours == MISSING {
                let text = other.keys.text(other.key[row]);
                let place = || FunnelEntry::nameless_key(other.source[row].saturating_add(first_source), other.row[row]);
                *ours = if text.starts_with(NAMELESS) { self.keys.intern(&place()) } else { self.keys.intern(text) };
            }
            self.key.push(*ours);
        }
        append_texts(&mut self.customer, before, other.customer.as_ref(), &kept);
        append_texts(&mut self.name, before, other.name.as_ref(), &kept);
        append_texts(&mut self.owner, before, other.owner.as_ref(), &kept);
        append_texts(&mut self.region, before, other.region.as_ref(), &kept);
        append_texts(&mut self.product, before, other.product.as_ref(), &kept);
        self.stage.append(&other.stage, &kept);
        append_texts(&mut self.outcome, before, other.outcome.as_ref(), &kept);
        self.amount.extend(kept.iter().map(|&row| other.amount[row]));
        self.entered.extend(kept.iter().map(|&row| other.entered[row]));
        self.closed.extend(kept.iter().map(|&row| other.closed[row]));
        self.last_contact.extend(kept.iter().map(|&row| other.last_contact[row]));
        self.snapshot.extend(kept.iter().map(|&row| other.snapshot[row]));
        for field in ProfileField::ALL {
            let mut column = self.profile.remove(&field);
            append_texts(&mut column, before, other.profile.get(&field), &kept);
            if let Some(column) = column {
                self.profile.insert(field, column);
            }
        }
        self.source.extend(kept.iter().map(|&row| other.source[row].saturating_add(first_source)));
        self.row.extend(kept.iter().map(|&row| other.row[row]));
    }

    /// Whether the file did not name the entry of this row: nothing can be known of it elsewhere.
    #[must_use]
    pub fn is_nameless(&self, row: usize) -> bool {
        self.key.get(row).is_some_and(|&key| self.keys.text(key).starts_with(NAMELESS))
    }

    /// Distinct days of the snapshots, ascending; empty where the rows carry none.
    #[must_use]
    pub fn snapshot_days(&self) -> Vec<Day> {
        let mut days: Vec<Day> = self.snapshot.iter().flatten().copied().collect();
        days.sort_unstable();
        days.dedup();
        days
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(key: &str, stage: &str, amount: Option<f64>) -> FunnelEntry {
        FunnelEntry { key: key.to_owned(), stage: stage.to_owned(), amount, ..FunnelEntry::default() }
    }

    fn table(entries: &[FunnelEntry]) -> FunnelEntries {
        let mut table = FunnelEntries::default();
        entries.iter().for_each(|entry| table.push(entry));
        table
    }

    #[test]
    fn entries_come_back_as_they_were_pushed() {
        let card = BTreeMap::from([(ProfileField::Need, "steel".to_owned())]);
        let entries = [
            entry("1", "Won", Some(2.5)),
            FunnelEntry { owner: "Kim".to_owned(), entered: Some(Day(9)), profile: card, snapshot: Some(Day(4)), ..entry("2", "", None) },
            FunnelEntry { snapshot: Some(Day(3)), ..entry("1", "Lost", Some(f64::NAN)) },
        ];
        let table = table(&entries);
        assert_eq!(table.entry(0), entries[0]);
        assert_eq!(table.entry(1), entries[1]);
        assert_eq!(table.entry(2), FunnelEntry { amount: None, ..entries[2].clone() });
        assert_eq!((table.keys.texts().collect::<Vec<_>>(), table.snapshot_days()), (vec!["1", "2"], vec![Day(3), Day(4)]));
    }

    #[test]
    fn appending_equals_pushing_what_is_kept() {
        let card = BTreeMap::from([(ProfileField::Budget, "10".to_owned())]);
        let first = [entry("a", "D", None), FunnelEntry { region: "North".to_owned(), ..entry("b", "C", Some(1.0)) }];
        let second = [entry("x", "E", None), FunnelEntry { profile: card, product: "P".to_owned(), ..entry("b", "D", None) }];
        let nameless = |source| FunnelEntry { source, row: 7, ..entry(&FunnelEntry::nameless_key(source, 7), "E", None) };
        let mut twice = table(&[nameless(0)]);
        twice.append_where(&table(&[nameless(0)]), 3, |_| true);
        assert_eq!(twice, table(&[nameless(0), nameless(3)]));
        assert!(twice.is_nameless(1) && !table(&first).is_nameless(0));
        let mut appended = table(&first);
        appended.append_where(&table(&second), 2, |row| row == 1);
        let pushed = [first[0].clone(), first[1].clone(), FunnelEntry { source: 2, ..second[1].clone() }];
        assert_eq!(appended, table(&pushed));
    }
}
