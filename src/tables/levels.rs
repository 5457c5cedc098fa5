//! A level history: who stood where and since when, one event a row, in the file's own stage texts.

use serde::{Deserialize, Serialize};

use super::dictionary::{append_texts, push_text};
use super::{Category, Dictionary, MISSING};
use crate::calendar::Day;

/// Milliseconds of a civil day.
const DAY_MILLISECONDS: i64 = 86_400_000;

/// One event, as the reader hands it over. Empty texts and `None` where the file has nothing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LevelEvent {
    /// The entry's key, as in [`super::FunnelEntry`]; never empty.
    pub key: String,
    /// The stage reached, in the file's own words.
    pub stage: String,
    /// The civil day as written.
    pub day: Day,
    /// Milliseconds since 1970-01-01 00:00 UTC, by which events are ordered; see [`LevelEvent::moment_of`].
    pub moment: i64,
    pub owner: String,
    pub region: String,
    pub product: String,
    pub amount: Option<f64>,
    pub source: u16,
    /// 1-based row in that file.
    pub row: u32,
}

impl LevelEvent {
    /// The moment of a day without a time: its beginning, as if at UTC.
    #[must_use]
    pub fn moment_of(day: Day) -> i64 {
        i64::from(day.0) * DAY_MILLISECONDS
    }
}

/// Level events by column, in the order of their files (turned round where a file begins with the newest); all columns have the same length. Optional columns are `None` when no file had them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LevelHistory {
    pub keys: Dictionary,
    pub key: Vec<u32>,
    /// [`MISSING`] where a row had no stage.
    pub stage: Category,
    /// Civil days as written.
    pub day: Vec<Day>,
    /// Milliseconds since 1970 (UTC where the file gives an offset); ordered by [`Self::courses`].
    pub moment: Vec<i64>,
    pub owner: Option<Category>,
    pub region: Option<Category>,
    pub product: Option<Category>,
    /// Never NaN.
    pub amount: Vec<Option<f64>>,
    pub source: Vec<u16>,
    pub row: Vec<u32>,
}

impl LevelHistory {
    #[must_use]
    pub fn len(&self) -> usize {
        self.key.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.key.is_empty()
    }

    /// Appends one event.
    pub fn push(&mut self, event: &LevelEvent) {
        let rows = self.len();
        self.key.push(self.keys.intern(&event.key));
        self.stage.push(&event.stage);
        self.day.push(event.day);
        self.moment.push(event.moment);
        push_text(&mut self.owner, rows, &event.owner);
        push_text(&mut self.region, rows, &event.region);
        push_text(&mut self.product, rows, &event.product);
        self.amount.push(event.amount.filter(|amount| !amount.is_nan()));
        self.source.push(event.source);
        self.row.push(event.row);
    }

    /// The row as it was pushed.
    ///
    /// # Panics
    /// `row` is not below [`Self::len`].
    #[must_use]
    pub fn event(&self, row: usize) -> LevelEvent {
        let text = |column: &Option<Category>| column.as_ref().map_or(String::new(), |column| column.text(row).to_owned());
        LevelEvent {
            key: self.keys.text(self.key[row]).to_owned(),
            stage: self.stage.text(row).to_owned(),
            day: self.day[row],
            moment: self.moment[row],
            owner: text(&self.owner),
            region: text(&self.region),
            product: text(&self.product),
            amount: self.amount[row],
            source: self.source[row],
            row: self.row[row],
        }
    }

    /// Appends the rows of another table that `keep` names; its sources are numbered from `first_source` on.
    pub fn append_where(&mut self, other: &Self, first_source: u16, keep: impl Fn(usize) -> bool) {
        let kept: Vec<usize> = (0..other.len()).filter(|&row| keep(row)).collect();
        self.append_rows(other, first_source, &kept);
    }

    /// Appends rows of another table, those with the same moment oldest first: a file may list the newest event first.
    pub fn append_oldest_first(&mut self, other: &Self) {
        let mut rows: Vec<usize> = (0..other.len()).collect();
        if other.is_newest_first() {
            rows.reverse();
        }
        self.append_rows(other, 0, &rows);
    }

    /// Whether time runs backwards from row to row, within entries where they stand together.
    fn is_newest_first(&self) -> bool {
        let count = |same_entry: bool| {
            let pairs = (1..self.len()).filter(|&row| !same_entry || self.key[row] == self.key[row - 1]);
            pairs.fold((0_usize, 0_usize), |(up, down), row| match self.moment[row].cmp(&self.moment[row - 1]) {
                std::cmp::Ordering::Greater => (up + 1, down),
                std::cmp::Ordering::Less => (up, down + 1),
                std::cmp::Ordering::Equal => (up, down),
            })
        };
        let (up, down) = Some(count(true)).filter(|pairs| *pairs != (0, 0)).unwrap_or_else(|| count(false));
        down > up
    }

    fn append_rows(&mut self, other: &Self, first_source: u16, kept: &[usize]) {
        let before = self.len();
        let mut known = vec![MISSING; other.keys.len()];
        for &row in kept {
            let ours = &mut known[other.key[row] as usize];
            if *ours == MISSING {
                *ours = self.keys.intern(other.keys.text(other.key[row]));
            }
            self.key.push(*ours);
        }
        self.stage.append(&other.stage, kept);
        self.day.extend(kept.iter().map(|&row| other.day[row]));
        self.moment.extend(kept.iter().map(|&row| other.moment[row]));
        append_texts(&mut self.owner, before, other.owner.as_ref(), kept);
        append_texts(&mut self.region, before, other.region.as_ref(), kept);
        append_texts(&mut self.product, before, other.product.as_ref(), kept);
        self.amount.extend(kept.iter().map(|&row| other.amount[row]));
        self.source.extend(kept.iter().map(|&row| other.source[row].saturating_add(first_source)));
        self.row.extend(kept.iter().map(|&row| other.row[row]));
    }

    /// The events of each entry in the order they happened.
    #[must_use]
    pub fn courses(&self) -> Courses {
        let mut starts = vec![0_u32; self.keys.len() + 1];
        for &key in &self.key {
            starts[key as usize + 1] += 1;
        }
        for place in 1..starts.len() {
            starts[place] += starts[place - 1];
        }
        let mut order: Vec<u32> = (0..).take(self.len()).collect();
        // Stable, so that events of the same moment stay in file order.
        order.sort_by_key(|&row| (self.key[row as usize], self.moment[row as usize]));
        Courses { order, starts }
    }
}

/// Rows of a [`LevelHistory`] by entry.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Courses {
    order: Vec<u32>,
    /// Where each key's rows begin in `order`, and the end of all.
    starts: Vec<u32>,
}

impl Courses {
    /// Number of entries.
    #[must_use]
    pub fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Rows of an entry by the code of its key, oldest first; empty for unknown codes.
    #[must_use]
    pub fn of(&self, key: u32) -> &[u32] {
        let place = key as usize;
        let range = self.starts.get(place).zip(self.starts.get(place.saturating_add(1)));
        range.and_then(|(&from, &to)| self.order.get(from as usize..to as usize)).unwrap_or_default()
    }

    /// Key code and rows of every entry, by key code.
    pub fn iter(&self) -> impl Iterator<Item = (u32, &[u32])> {
        (0_u32..).take(self.len()).map(|key| (key, self.of(key)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(key: &str, stage: &str, moment: i64) -> LevelEvent {
        LevelEvent {
            key: key.to_owned(),
            stage: stage.to_owned(),
            day: Day(1),
            moment,
            owner: String::new(),
            region: String::new(),
            product: String::new(),
            amount: None,
            source: 0,
            row: 2,
        }
    }

    fn history(events: &[LevelEvent]) -> LevelHistory {
        let mut history = LevelHistory::default();
        events.iter().for_each(|event| history.push(event));
        history
    }

    #[test]
    fn courses_follow_the_moment_and_keep_file_order_within_it() {
        let history = history(&[event("a", "2", 20), event("b", "1", 5), event("a", "1", 10), event("a", "3", 20), event("b", "0", 4)]);
        let courses = history.courses();
        assert_eq!(courses.iter().collect::<Vec<_>>(), [(0, &[2, 0, 3][..]), (1, &[4, 1][..])]);
        assert_eq!((courses.of(7), LevelHistory::default().courses().len()), (&[][..], 0));
    }

    #[test]
    fn events_of_one_day_keep_the_order_of_a_file_that_begins_with_the_newest() {
        let newest_first = [event("b", "9", 30), event("a", "3", 20), event("a", "2", 10), event("a", "1", 10)];
        let mut stored = LevelHistory::default();
        stored.append_oldest_first(&history(&newest_first));
        let stages = |history: &LevelHistory| {
            let courses = history.courses();
            let rows = courses.of(history.keys.code("a").unwrap_or_default());
            rows.iter().map(|&row| history.stage.text(row as usize)).collect::<String>()
        };
        assert_eq!(stages(&stored), "123");
        let mut stored = LevelHistory::default();
        stored.append_oldest_first(&history(&[event("a", "1", 10), event("a", "2", 10), event("a", "3", 20)]));
        assert_eq!(stages(&stored), "123");
    }

    #[test]
    fn appending_equals_pushing_what_is_kept() {
        let late = LevelEvent { owner: "Kim".to_owned(), amount: Some(3.0), ..event("b", "E", 2) };
        let mut appended = history(&[event("a", "D", 1)]);
        appended.append_where(&history(&[event("x", "", 0), late.clone()]), 1, |row| row == 1);
        assert_eq!(appended, history(&[event("a", "D", 1), LevelEvent { source: 1, ..late.clone() }]));
        assert_eq!(appended.event(1), LevelEvent { source: 1, ..late });
    }
}
