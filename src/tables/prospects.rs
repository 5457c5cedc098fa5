//! Potential customers: one row each, imported, typed by hand or pasted. What a rating or a level is worth is a setting of the
//! workspace, not part of the table.

use crate::order;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A built-in criterion of a scorecard (METHODS 2): the six of expected contribution, then those of intent (X).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum BuiltInCriterion {
    Size,
    Management,
    Network,
    PurchasingPower,
    Marketing,
    Development,
    Need,
    Budget,
    Decision,
    Timing,
    Trust,
}

impl BuiltInCriterion {
    pub const EXPECTED: [Self; 6] =
        [Self::Size, Self::Management, Self::Network, Self::PurchasingPower, Self::Marketing, Self::Development];
    pub const INTENT: [Self; 5] = [Self::Need, Self::Budget, Self::Decision, Self::Timing, Self::Trust];

    /// Stable code; ratings are kept under it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Size => "size",
            Self::Management => "management",
            Self::Network => "network",
            Self::PurchasingPower => "purchasing-power",
            Self::Marketing => "marketing",
            Self::Development => "development",
            Self::Need => "need",
            Self::Budget => "budget",
            Self::Decision => "decision",
            Self::Timing => "timing",
            Self::Trust => "trust",
        }
    }

    /// Every one of them, in the order of the scorecards.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::EXPECTED.into_iter().chain(Self::INTENT)
    }
}

/// One potential customer. Empty texts and `None` where nothing is known.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Prospect {
    /// Unique, never empty.
    pub id: String,
    pub name: String,
    /// Expected contribution in the data's currency.
    pub expected: Option<f64>,
    /// Intent as given; high is good, in the scale of its owner.
    pub intent: Option<f64>,
    /// Level of the funnel, by its code or in the words of the file.
    pub level: String,
    pub region: String,
    pub product: String,
    pub rep: String,
    /// 1..=5 by the code of the criterion.
    pub ratings: BTreeMap<String, f64>,
    /// Index into the sources of the imports, counted through; `None` for one typed by hand.
    pub source: Option<u16>,
    /// 1-based row in that file.
    pub row: u32,
    /// Where it stands in the list: places ascend, with gaps where rows were removed.
    pub place: u32,
}

impl Prospect {
    fn take(&mut self, row: Self) {
        let texts = [
            (&mut self.name, row.name),
            (&mut self.level, row.level),
            (&mut self.region, row.region),
            (&mut self.product, row.product),
            (&mut self.rep, row.rep),
        ];
        for (kept, new) in texts {
            if !new.is_empty() {
                *kept = new;
            }
        }
        self.expected = row.expected.or(self.expected);
        self.intent = row.intent.or(self.intent);
        self.ratings.extend(row.ratings);
        (self.source, self.row) = (row.source, row.row);
    }
}

/// Potential customers in the order they were entered; ids are unique.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ProspectList {
    rows: Vec<Prospect>,
}

impl ProspectList {
    /// The rows in order of their places; of several with one id the last counts.
    #[must_use]
    pub fn new(rows: impl IntoIterator<Item = Prospect>) -> Self {
        let by_id: BTreeMap<String, Prospect> = rows.into_iter().map(|row| (row.id.clone(), row)).collect();
        let mut rows: Vec<Prospect> = by_id.into_values().collect();
        order::sort_by(&mut rows, |left, right| left.place.cmp(&right.place).then_with(|| left.id.cmp(&right.id)));
        Self { rows }
    }

    /// In order of their places.
    #[must_use]
    pub fn rows(&self) -> &[Prospect] {
        &self.rows
    }

    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    #[must_use]
    pub fn find(&self, id: &str) -> Option<&Prospect> {
        self.rows.iter().find(|row| row.id == id)
    }

    /// The row of an id, made at the end of the list where there is none.
    pub fn row_mut(&mut self, id: &str) -> &mut Prospect {
        let index = self.rows.iter().position(|row| row.id == id).unwrap_or_else(|| {
            let place = self.rows.last().map_or(0, |last| last.place.saturating_add(1));
            self.rows.push(Prospect { id: id.to_owned(), place, ..Prospect::default() });
            self.rows.len() - 1
        });
        &mut self.rows[index]
    }

    /// The list with rows taken in; see [`Self::merge`].
    #[must_use]
    pub fn with(mut self, rows: impl IntoIterator<Item = Prospect>) -> Self {
        self.merge(rows);
        self
    }

    /// Takes rows in: what a row says replaces what the list has under its id, what it does not say stays.
    pub fn merge(&mut self, rows: impl IntoIterator<Item = Prospect>) {
        let mut index: BTreeMap<String, usize> = self.rows.iter().enumerate().map(|(place, row)| (row.id.clone(), place)).collect();
        for row in rows {
            match index.get(&row.id) {
                Some(&place) => self.rows[place].take(row),
                None => {
                    index.insert(row.id.clone(), self.rows.len());
                    let place = self.rows.last().map_or(0, |last| last.place.saturating_add(1));
                    self.rows.push(Prospect { place, ..row });
                }
            }
        }
    }

    /// Takes the rows of a later import in, whose sources follow `first_source` others.
    pub fn append(&mut self, added: &Self, first_source: u16) {
        let counted_through = |row: &Prospect| Prospect { source: row.source.map(|own| own.saturating_add(first_source)), ..row.clone() };
        self.merge(added.rows.iter().map(counted_through));
    }

    /// Whether there was such a row.
    pub fn remove(&mut self, id: &str) -> bool {
        let before = self.rows.len();
        self.rows.retain(|row| row.id != id);
        self.rows.len() != before
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_taken_in_again_adds_to_what_is_known() {
        let mut list = ProspectList::default();
        let ratings = BTreeMap::from([("size".to_owned(), 4.0)]);
        list.merge([
            Prospect { id: "7".into(), name: "Harbour".into(), expected: Some(5_000.0), ratings, ..Prospect::default() },
            Prospect { id: "8".into(), ..Prospect::default() },
            Prospect { id: "7".into(), intent: Some(0.5), source: Some(1), row: 3, ..Prospect::default() },
        ]);
        let row = list.find("7").cloned().unwrap_or_default();
        assert_eq!((row.name.as_str(), row.expected, row.intent, row.place), ("Harbour", Some(5_000.0), Some(0.5), 0));
        assert_eq!((row.ratings.len(), row.source, row.row), (1, Some(1), 3));
        assert_eq!((list.len(), list.rows()[1].place), (2, 1));
        assert!(list.remove("7") && !list.remove("7"));
    }

    #[test]
    fn rows_stand_in_order_of_their_places() {
        let row = |id: &str, place| Prospect { id: id.into(), place, ..Prospect::default() };
        let list = ProspectList::new([row("b", 4), row("a", 9), row("b", 2)]);
        assert_eq!(list.rows().iter().map(|row| row.id.as_str()).collect::<Vec<_>>(), ["b", "a"]);
    }
}
