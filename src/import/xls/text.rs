//! Texts in XLS records: bytes of a code page (BIFF5) or UTF-16 with or without its high bytes (BIFF8), cut over several records.

use encoding_rs::Encoding;

use super::super::biff::{Texts, u16_at};

/// How texts are stored in a workbook.
#[derive(Clone, Copy, Debug)]
pub(super) enum TextKind {
    /// BIFF5: bytes of a code page.
    Bytes(&'static Encoding),
    /// BIFF8.
    Unicode,
}

/// The encoding of a code page number; Western where the number is unknown.
pub(super) fn code_page(number: u16) -> &'static Encoding {
    let label = match number {
        866 => "ibm866",
        874 => "windows-874",
        932 => "shift_jis",
        936 => "gbk",
        949 => "euc-kr",
        950 => "big5",
        1250 => "windows-1250",
        1251 => "windows-1251",
        1253 => "windows-1253",
        1254 => "windows-1254",
        1255 => "windows-1255",
        1256 => "windows-1256",
        1257 => "windows-1257",
        1258 => "windows-1258",
        10_000 | 32_768 => "macintosh",
        65_001 => "utf-8",
        _ => "windows-1252",
    };
    Encoding::for_label(label.as_bytes()).unwrap_or(encoding_rs::WINDOWS_1252)
}

/// The text behind a length of one or two bytes, at `at` of a record.
pub(super) fn text(parts: &[&[u8]], at: usize, length_bytes: usize, kind: TextKind) -> Option<String> {
    let mut reader = Parts::new(parts);
    reader.skip(at)?;
    let length = match length_bytes {
        1 => usize::from(reader.byte()?),
        _ => usize::from(reader.u16()?),
    };
    match kind {
        TextKind::Bytes(encoding) => Some(encoding.decode_without_bom_handling(&reader.bytes(length)).0.into_owned()),
        TextKind::Unicode => {
            let flags = reader.byte()?;
            Some(reader.characters(length, flags))
        }
    }
}

/// Reads the shared string table: as many texts as it holds, whatever it claims.
pub(super) fn shared_texts(parts: &[&[u8]]) -> Texts {
    const COUNTS: usize = 8;
    let mut texts = Texts::default();
    let mut reader = Parts::new(parts);
    if reader.skip(COUNTS).is_some() {
        while let Some(text) = reader.rich_text() {
            texts.push(&text);
        }
    }
    texts
}

/// A reader over the pieces of a continued record.
struct Parts<'a> {
    rest: &'a [u8],
    later: std::slice::Iter<'a, &'a [u8]>,
}

impl<'a> Parts<'a> {
    fn new(parts: &'a [&'a [u8]]) -> Self {
        Self { rest: &[], later: parts.iter() }
    }

    /// Goes on to the next piece when this one is used up; `None` at the end.
    fn refill(&mut self) -> Option<()> {
        while self.rest.is_empty() {
            self.rest = self.later.next()?;
        }
        Some(())
    }

    fn byte(&mut self) -> Option<u8> {
        self.refill()?;
        let (&first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(first)
    }

    fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    fn skip(&mut self, mut count: usize) -> Option<()> {
        while count > 0 {
            self.refill()?;
            let now = count.min(self.rest.len());
            self.rest = self.rest.get(now..)?;
            count -= now;
        }
        Some(())
    }

    fn bytes(&mut self, count: usize) -> Vec<u8> {
        (0..count).map_while(|_| self.byte()).collect()
    }

    /// `length` UTF-16 units. Where a record ends within a text, the next begins with new flags.
    fn characters(&mut self, length: usize, flags: u8) -> String {
        let mut wide = flags & 1 != 0;
        let mut units = Vec::with_capacity(length.min(1 << 15));
        while units.len() < length {
            if self.rest.is_empty() {
                let Some(flags) = self.byte() else { break };
                wide = flags & 1 != 0;
                continue;
            }
            let unit = if wide { u16_at(self.rest, 0) } else { self.rest.first().map(|&byte| u16::from(byte)) };
            let Some(unit) = unit else { break };
            self.rest = self.rest.get(if wide { 2 } else { 1 }..).unwrap_or_default();
            units.push(unit);
        }
        String::from_utf16_lossy(&units)
    }

    /// A text with formatting runs and phonetic data behind it.
    fn rich_text(&mut self) -> Option<String> {
        self.refill()?;
        let length = usize::from(self.u16()?);
        let flags = self.byte()?;
        let runs = if flags & 8 != 0 { usize::from(self.u16()?) } else { 0 };
        let phonetic = if flags & 4 != 0 { usize::from(self.u16()?) | usize::from(self.u16()?) << 16 } else { 0 };
        let text = self.characters(length, flags);
        // What follows the last text may be cut off.
        let _ = self.skip(runs * 4 + phonetic);
        Some(text)
    }
}
