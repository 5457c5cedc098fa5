//! The records of a workbook stream.

use super::super::biff::u16_at;

pub(super) const CONTINUE: u16 = 0x003c;
pub(super) const BEGIN: u16 = 0x0809;
pub(super) const END: u16 = 0x000a;

#[derive(Clone, Copy)]
pub(super) struct Record<'a> {
    pub kind: u16,
    pub data: &'a [u8],
}

/// Goes through the records from a place on; ends where the stream ends or a record claims more than is left.
#[derive(Clone)]
pub(super) struct Records<'a> {
    stream: &'a [u8],
    at: usize,
}

impl<'a> Records<'a> {
    pub fn new(stream: &'a [u8], at: usize) -> Self {
        Self { stream, at }
    }

    /// Offset of the next record in the stream.
    pub fn position(&self) -> usize {
        self.at
    }

    /// The next record of a sheet, passing over charts within it; `None` at the sheet's end.
    pub fn next_of_sheet(&mut self) -> Option<Record<'a>> {
        loop {
            let record = self.next()?;
            match record.kind {
                BEGIN => self.skip_to_end()?,
                END => return None,
                _ => return Some(record),
            }
        }
    }

    fn skip_to_end(&mut self) -> Option<()> {
        let mut depth = 1_usize;
        while depth > 0 {
            match self.next()?.kind {
                BEGIN => depth += 1,
                END => depth -= 1,
                _ => {}
            }
        }
        Some(())
    }

    /// The data of a record with that of the records that continue it.
    pub fn with_continuation(&mut self, record: Record<'a>) -> Vec<&'a [u8]> {
        let mut parts = vec![record.data];
        while u16_at(self.stream, self.at) == Some(CONTINUE) {
            match self.next() {
                Some(more) => parts.push(more.data),
                None => break,
            }
        }
        parts
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let kind = u16_at(self.stream, self.at)?;
        let length = usize::from(u16_at(self.stream, self.at.checked_add(2)?)?);
        let start = self.at.checked_add(4)?;
        let data = self.stream.get(start..start.checked_add(length)?)?;
        self.at = start + length;
        Some(Record { kind, data })
    }
}
