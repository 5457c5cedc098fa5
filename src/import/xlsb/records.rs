//! The records of a part: kind and length in bytes of seven bits, then data.

use std::io::{BufRead, Read};

use super::super::ImportError;
use super::super::biff::u32_at;

/// A record longer than this is none; a cell's text ends at 64 KB.
const LONGEST_RECORD: u64 = 8 << 20;

pub(super) struct Records<R> {
    source: R,
    data: Vec<u8>,
}

impl<R: BufRead> Records<R> {
    pub fn new(source: R) -> Self {
        Self { source, data: Vec::new() }
    }

    /// The next record's kind and data; `None` at the end of the part.
    pub fn next(&mut self) -> Result<Option<(u16, &[u8])>, ImportError> {
        if self.source.fill_buf()?.is_empty() {
            return Ok(None);
        }
        let kind = self.number(2)?;
        let length = u64::from(self.number(4)?);
        if length > LONGEST_RECORD {
            return Err(ImportError::TooLarge { size: length, limit: LONGEST_RECORD });
        }
        self.data.clear();
        if self.source.by_ref().take(length).read_to_end(&mut self.data)? as u64 != length {
            return Err(ImportError::Truncated);
        }
        Ok(Some((u16::try_from(kind).unwrap_or(u16::MAX), &self.data)))
    }

    /// A number in at most `bytes` bytes of seven bits; the eighth says that another follows.
    fn number(&mut self, bytes: u32) -> Result<u32, ImportError> {
        let mut number = 0;
        for index in 0..bytes {
            let mut byte = [0];
            self.source.read_exact(&mut byte).map_err(|_| ImportError::Truncated)?;
            number |= u32::from(byte[0] & 0x7f) << (index * 7);
            if byte[0] & 0x80 == 0 {
                break;
            }
        }
        Ok(number)
    }
}

/// A text behind its length in characters, and where the data goes on.
pub(super) fn wide_text(data: &[u8], at: usize) -> Option<(String, usize)> {
    let start = at.checked_add(4)?;
    let end = (u32_at(data, at)? as usize).checked_mul(2)?.checked_add(start)?;
    let units = data.get(start..end)?.as_chunks::<2>().0.iter().map(|pair| u16::from_le_bytes(*pair));
    Some((char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect(), end))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
mod tests {
    use super::*;

    #[test]
    fn kinds_and_lengths_of_several_bytes() {
        let long = [&[0x9f, 0x01, 0x80, 0x01][..], &[7; 128], &[0x13, 0x00]].concat();
        let mut records = Records::new(long.as_slice());
        assert_eq!(records.next().unwrap(), Some((159, &[7; 128][..])));
        assert_eq!(records.next().unwrap(), Some((19, &[][..])));
        assert_eq!(records.next().unwrap(), None);
        assert_eq!(Records::new(&[0x13, 0x05, 0x00][..]).next(), Err(ImportError::Truncated));
    }

    #[test]
    fn texts_that_claim_more_than_there_is() {
        assert_eq!(wide_text(&[2, 0, 0, 0, b'a', 0, b'b', 0, 9], 0), Some(("ab".to_owned(), 8)));
        assert_eq!(wide_text(&[3, 0, 0, 0, b'a', 0], 0), None);
        assert_eq!(wide_text(&[255, 255, 255, 255], 0), None);
    }
}
