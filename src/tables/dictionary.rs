//! Interned texts: a column of names as dense codes.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

/// The code of a cell without a value.
pub const MISSING: u32 = u32::MAX;

/// Texts by code, in order of first appearance, so that codes never depend on hash order.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(from = "Vec<String>", into = "Vec<String>")]
pub struct Dictionary {
    texts: Vec<String>,
    codes: HashMap<String, u32>,
}

impl Dictionary {
    /// The code of `text`, new if it was not met before.
    pub fn intern(&mut self, text: &str) -> u32 {
        if let Some(&code) = self.codes.get(text) {
            return code;
        }
        let code = self.texts.len() as u32;
        self.texts.push(text.to_owned());
        self.codes.insert(text.to_owned(), code);
        code
    }

    #[must_use]
    pub fn code(&self, text: &str) -> Option<u32> {
        self.codes.get(text).copied()
    }

    /// The text of a code; empty for [`MISSING`] and unknown codes.
    #[must_use]
    pub fn text(&self, code: u32) -> &str {
        self.texts.get(code as usize).map_or("", String::as_str)
    }

    #[must_use]
    pub fn texts(&self) -> &[String] {
        &self.texts
    }

    #[must_use]
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }
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

impl From<Dictionary> for Vec<String> {
    fn from(dictionary: Dictionary) -> Self {
        dictionary.texts
    }
}

impl PartialEq for Dictionary {
    fn eq(&self, other: &Self) -> bool {
        self.texts == other.texts
    }
}

/// One text column: a code per row into its own dictionary, [`MISSING`] where the cell was empty.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Category {
    pub dictionary: Dictionary,
    pub codes: Vec<u32>,
}

impl Category {
    /// Appends a cell; an empty text is [`MISSING`].
    pub fn push(&mut self, text: &str) {
        let code = if text.is_empty() { MISSING } else { self.dictionary.intern(text) };
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
