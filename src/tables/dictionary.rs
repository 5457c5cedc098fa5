//! Interned texts: a column of names as dense codes.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::hash::{hash_of, places_for};

/// Texts of a column with their [`hash_of`].
pub type Texts<'a> = Vec<(&'a str, u64)>;

/// The code of a cell without a value.
pub const MISSING: u32 = u32::MAX;

/// Texts by code, in order of first appearance, so that codes never depend on hash order.
///
/// The texts lie in one piece: a million of them are two allocations, not a million.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Dictionary {
    letters: String,
    /// Where each text ends in `letters`.
    ends: Vec<usize>,
    /// Made when something is first looked up: a table that only travels needs none.
    #[serde(skip)]
    index: OnceLock<Index>,
}

impl Dictionary {
    /// The code of `text`, new if it was not met before.
    pub fn intern(&mut self, text: &str) -> u32 {
        self.intern_hashed(text, short_hash(text))
    }

    /// As [`Self::intern`] of one after the other, an empty text giving [`MISSING`]; looked up together, they do not wait for memory one
    /// after the other.
    pub fn intern_each(&mut self, texts: &Texts<'_>, codes: &mut Vec<u32>) {
        let index = self.index.get_or_init(|| Index::of(self.texts()));
        let from = codes.len();
        for &(_, hash) in texts {
            codes.push(index.first(hash as u32));
        }
        for (&(text, hash), code) in texts.iter().zip(&mut codes[from..]) {
            if text.is_empty() {
                *code = MISSING;
            } else if *code == MISSING || !self.is(*code, text) {
                *code = self.intern_hashed(text, hash as u32);
            }
        }
    }

    fn is(&self, code: u32, text: &str) -> bool {
        let code = code as usize;
        let start = if code == 0 { 0 } else { self.ends[code - 1] };
        self.letters.as_bytes().get(start..self.ends[code]) == Some(text.as_bytes())
    }

    fn intern_hashed(&mut self, text: &str, hash: u32) -> u32 {
        if let Some(code) = self.find(hash, text) {
            return code;
        }
        let code = self.ends.len() as u32;
        self.letters.push_str(text);
        self.ends.push(self.letters.len());
        if let Some(index) = self.index.get_mut() {
            index.insert(hash, code);
        }
        code
    }

    #[must_use]
    pub fn code(&self, text: &str) -> Option<u32> {
        self.find(short_hash(text), text)
    }

    /// The text of a code; empty for [`MISSING`] and unknown codes.
    #[must_use]
    pub fn text(&self, code: u32) -> &str {
        let code = code as usize;
        let Some(&end) = self.ends.get(code) else { return "" };
        let start = code.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.letters.get(start..end).unwrap_or("")
    }

    /// The texts in order of their codes.
    pub fn texts(&self) -> impl ExactSizeIterator<Item = &str> + Clone {
        (0..self.ends.len()).map(|code| self.text(code as u32))
    }

    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Makes room to look up so many, so that those there need not be placed anew again and again.
    pub fn expect(&mut self, texts: usize) {
        self.index.get_or_init(|| Index::of(self.texts()));
        if let Some(index) = self.index.get_mut() {
            index.grow(places_for(texts));
        }
    }

    /// The texts from a code on, as a dictionary of their own.
    #[must_use]
    pub fn texts_from(&self, first: usize) -> Self {
        let start = first.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let ends = self.ends.iter().skip(first).map(|end| end - start).collect();
        Self { letters: self.letters.get(start..).unwrap_or_default().to_owned(), ends, index: OnceLock::new() }
    }

    /// Goes on with texts that are known to be new: what [`Self::texts_from`] the length of this one gives.
    pub fn go_on(&mut self, more: &Self) {
        let start = self.letters.len();
        self.letters.push_str(&more.letters);
        self.ends.extend(more.ends.iter().map(|end| start + end));
        self.index = OnceLock::new();
    }

    fn find(&self, hash: u32, text: &str) -> Option<u32> {
        let index = self.index.get_or_init(|| Index::of(self.texts()));
        index.find(hash, |code| self.text(code) == text)
    }
}

/// Hash and code by place: open addressing, the places a power of two and never all taken.
#[derive(Clone, Debug)]
struct Index {
    places: Vec<(u32, u32)>,
    count: usize,
}

impl Index {
    fn of<'a>(texts: impl ExactSizeIterator<Item = &'a str>) -> Self {
        let places = (texts.len() * 2).next_power_of_two().max(8);
        let mut index = Self { places: vec![(0, MISSING); places], count: 0 };
        for (code, text) in (0..).zip(texts) {
            index.insert(short_hash(text), code);
        }
        index
    }

    /// The code at the place a hash is looked for first, if it has that hash.
    fn first(&self, hash: u32) -> u32 {
        let (there, code) = self.places[hash as usize & (self.places.len() - 1)];
        if there == hash { code } else { MISSING }
    }

    fn find(&self, hash: u32, is_it: impl Fn(u32) -> bool) -> Option<u32> {
        let mask = self.places.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            match self.places[at] {
                (_, MISSING) => return None,
                (there, code) if there == hash && is_it(code) => return Some(code),
                _ => at = (at + 1) & mask,
            }
        }
    }

    /// Adds what is not there.
    fn insert(&mut self, hash: u32, code: u32) {
        self.count += 1;
        if self.count * 4 > self.places.len() * 3 {
            self.grow(self.places.len() * 2);
        }
        self.place(hash, code);
    }

    /// To so many places, a power of two, if there are fewer.
    fn grow(&mut self, places: usize) {
        if places > self.places.len() {
            let larger = vec![(0, MISSING); places];
            for (hash, code) in std::mem::replace(&mut self.places, larger).into_iter().filter(|(_, code)| *code != MISSING) {
                self.place(hash, code);
            }
        }
    }

    fn place(&mut self, hash: u32, code: u32) {
        let mask = self.places.len() - 1;
        let mut at = hash as usize & mask;
        while self.places[at].1 != MISSING {
            at = (at + 1) & mask;
        }
        self.places[at] = (hash, code);
    }
}

fn short_hash(text: &str) -> u32 {
    hash_of(text.as_bytes()) as u32
}

impl From<Vec<String>> for Dictionary {
    fn from(texts: Vec<String>) -> Self {
        let mut dictionary = Self::default();
        for text in &texts {
            dictionary.intern(text);
        }
        dictionary
    }
}

impl PartialEq for Dictionary {
    fn eq(&self, other: &Self) -> bool {
        self.letters == other.letters && self.ends == other.ends
    }
}

/// One text column: a code per row into its own dictionary, [`MISSING`] where the cell was empty.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Category {
    pub dictionary: Dictionary,
    #[serde(with = "super::packed")]
    pub codes: Vec<u32>,
}

impl Category {
    /// Appends a cell; an empty text is [`MISSING`].
    pub fn push(&mut self, text: &str) {
        // What is sorted comes again in the next row.
        let before = self.codes.last().copied().filter(|&code| !text.is_empty() && self.dictionary.text(code) == text);
        let code = if text.is_empty() { MISSING } else { before.unwrap_or_else(|| self.dictionary.intern(text)) };
        self.codes.push(code);
    }

    /// Appends the cells of another column, of rows `kept`. Each text is looked up once, not once a row.
    pub fn append(&mut self, other: &Self, kept: &[usize]) {
        let mut known = vec![MISSING; other.dictionary.len()];
        for &row in kept {
            let code = known.get_mut(other.codes[row] as usize).map_or(MISSING, |ours| {
                if *ours == MISSING {
                    *ours = self.dictionary.intern(other.dictionary.text(other.codes[row]));
                }
                *ours
            });
            self.codes.push(code);
        }
    }

    /// The text of a row; empty where missing.
    #[must_use]
    pub fn text(&self, row: usize) -> &str {
        self.codes.get(row).map_or("", |&code| self.dictionary.text(code))
    }
}

/// Appends a text to a column that is absent until one row has it; `rows` is the length before.
pub(super) fn push_text(column: &mut Option<Category>, rows: usize, text: &str) {
    if column.is_none() && text.is_empty() {
        return;
    }
    column.get_or_insert_with(|| Category { codes: vec![MISSING; rows], ..Category::default() }).push(text);
}

/// As [`push_text`] of one after the other; `texts` may be none at all, of a file without such a column.
pub(super) fn push_texts(column: &mut Option<Category>, rows: usize, texts: &Texts<'_>, count: usize) {
    if column.is_none() && texts.iter().all(|(text, _)| text.is_empty()) {
        return;
    }
    let column = column.get_or_insert_with(|| Category { codes: vec![MISSING; rows], ..Category::default() });
    column.dictionary.intern_each(texts, &mut column.codes);
    column.codes.resize(rows + count, MISSING);
}

/// Appends a column's texts, of rows `kept`; a column that neither table has stays absent.
pub(super) fn append_texts(column: &mut Option<Category>, before: usize, other: Option<&Category>, kept: &[usize]) {
    let Some(other) = other else {
        if let Some(column) = column {
            column.codes.extend(std::iter::repeat_n(MISSING, kept.len()));
        }
        return;
    };
    column.get_or_insert_with(|| Category { codes: vec![MISSING; before], ..Category::default() }).append(other, kept);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_keep_the_codes_of_their_first_appearance() {
        let mut dictionary = Dictionary::default();
        let text = |number: u32| "客户 ".repeat(number as usize % 3) + &number.to_string();
        for _ in 0..2 {
            assert!((0..10_000).all(|number| dictionary.intern(&text(number)) == number));
        }
        assert_eq!((dictionary.len(), dictionary.intern(""), dictionary.code("x")), (10_000, 10_000, None));
        assert_eq!(dictionary.text(10_000), "");
        assert!(dictionary.texts().take(10_000).eq((0..10_000).map(text)));
    }

    #[test]
    fn what_travels_comes_back_and_grows_on() {
        let mut dictionary = Dictionary::from(vec!["a".to_owned(), "ü".to_owned(), String::new()]);
        let bytes = postcard::to_stdvec(&dictionary).unwrap_or_default();
        let mut arrived: Dictionary = postcard::from_bytes(&bytes).unwrap_or_default();
        assert_eq!(arrived, dictionary);
        assert_eq!((arrived.intern("ü"), arrived.intern("b")), (1, 3));
        assert_eq!((dictionary.intern("b"), arrived == dictionary), (3, true));
    }

    #[test]
    fn ends_that_are_none_give_no_text() {
        let spoiled = Dictionary { letters: "ü".to_owned(), ends: vec![9, 1, 0], ..Dictionary::default() };
        assert!(spoiled.texts().eq(["", "", ""]));
    }
}
