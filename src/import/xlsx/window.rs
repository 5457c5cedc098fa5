//! A part of the package as text, a piece at a time: scanned where it lies and read on as the scan asks for more. Knows no element.

use std::io::Read;

use super::scan::{Cursor, Scanned, Stop};

/// Bytes read at once.
const PIECE: usize = 1 << 16;
/// Text that may wait for its end; rows and strings are far below it.
const MOST_WAITING: usize = 32 << 20;

pub(super) struct Window<R> {
    source: R,
    text: String,
    /// Where the scan stands in `text`.
    at: usize,
    /// The beginning of a character whose end is not read yet.
    cut: Vec<u8>,
    ended: bool,
}

impl<R: Read> Window<R> {
    pub fn new(source: R) -> Self {
        Self { source, text: String::new(), at: 0, cut: Vec::new(), ended: false }
    }

    /// Scans the next item, from its beginning again whenever its end is not read yet; `None` where something is odd: from there on the
    /// part is another reader's.
    pub fn item<T>(&mut self, mut scan: impl FnMut(&mut Cursor<'_>) -> Scanned<T>) -> Option<T> {
        loop {
            let mut cursor = Cursor::new(&self.text, self.at);
            match scan(&mut cursor) {
                Ok(found) => {
                    self.at = cursor.at;
                    return Some(found);
                }
                Err(Stop::Odd) => return None,
                Err(Stop::More) => self.read_on()?,
            }
        }
    }

    /// Reads at least as much as is waiting already, so that a long item is not scanned too often.
    fn read_on(&mut self) -> Option<()> {
        self.text.drain(..self.at);
        self.at = 0;
        if self.ended || self.text.len() > MOST_WAITING {
            return None;
        }
        let wanted = PIECE.max(self.text.len());
        let mut bytes = std::mem::take(&mut self.cut);
        self.ended = self.source.by_ref().take(wanted as u64).read_to_end(&mut bytes).ok()? == 0;
        let valid = match str::from_utf8(&bytes) {
            Ok(text) => text,
            Err(error) if error.error_len().is_none() && !self.ended => str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default(),
            Err(_) => return None,
        };
        self.text.push_str(valid);
        bytes.drain(..valid.len());
        self.cut = bytes;
        Some(())
    }
}
