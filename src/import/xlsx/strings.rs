//! The strings all sheets of a workbook share. Knows nothing of sheets.

use std::io::Read;

use super::scan::{Cursor, Scanned, Stop};
use super::window::Window;

/// Texts by number. They lie in one piece: a million of them are two allocations, not a million.
#[derive(Debug, Default)]
pub(super) struct Strings {
    letters: String,
    /// Where each text ends in `letters`.
    ends: Vec<usize>,
}

impl Strings {
    /// `None` where the part holds something odd.
    pub fn read(part: impl Read) -> Option<Self> {
        let (mut strings, mut window) = (Self::default(), Window::new(part));
        let empty = window.item(|cursor| {
            cursor.declaration()?;
            if cursor.tag()? == "sst" { cursor.close() } else { Err(Stop::Odd) }
        })?;
        while !empty && window.item(|cursor| strings.take(cursor))? {}
        Some(strings)
    }

    /// Takes in the next string; `false` at the end.
    fn take(&mut self, cursor: &mut Cursor<'_>) -> Scanned<bool> {
        cursor.skip_space();
        if cursor.eat("</sst>")? {
            return Ok(false);
        }
        if cursor.tag()? != "si" {
            return Err(Stop::Odd);
        }
        if !cursor.close()? {
            self.letters.push_str(&cursor.string("</si>")?);
        }
        self.ends.push(self.letters.len());
        Ok(true)
    }

    pub fn get(&self, number: usize) -> Option<&str> {
        let end = *self.ends.get(number)?;
        let start = number.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.letters.get(start..end)
    }
}
