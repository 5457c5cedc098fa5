//! Rows of a delimited text, front to back, blank lines included.

use std::io::{self, BufRead, Read};

use super::cell::PlainLines;
use super::dialect::BLANKS;
use super::transcode::Utf8Reader;
use super::{Cell, ImportError, Row, RowReader, TextFacts};

/// A line longer than this is none.
const LONGEST_LINE: u64 = 32 << 20;
/// A quoted cell that goes on over more lines is a quote that never closes.
const MOST_LINES: usize = 500;
/// Bytes of lines handed out at once: enough to be few, and not much to look through again where one is not usual.
const MOST_PLAIN: usize = 1 << 14;

/// Opens the rows of `source`, which stands at the file's first byte.
pub(super) fn open<'a, R: Read + 'a>(source: R, facts: &TextFacts) -> Result<Box<dyn RowReader + 'a>, ImportError> {
    let mut text = Utf8Reader::after_mark(source, facts.mark, facts.encoding)?;
    if facts.separator_line {
        text.skip_line();
    }
    if facts.delimiter == BLANKS {
        return Ok(Box::new(BlankRows { text, line: String::new(), number: 0 }));
    }
    let mut rows = DelimitedRows::new(text, facts);
    rows.lines.number = u64::from(facts.separator_line);
    Ok(Box::new(rows))
}

/// The text is fed to the parser line by line: blank lines and line numbers stay known, and a quote that never closes costs one
/// line instead of the rest of the file.
struct DelimitedRows<R: Read> {
    lines: Lines<R>,
    record: Record,
    delimiter: u8,
    quoted: csv_core::Reader,
    bare: csv_core::Reader,
    /// Cells most rows have, where the text showed it.
    columns: Option<usize>,
}

impl<R: Read> DelimitedRows<R> {
    fn new(text: Utf8Reader<R>, facts: &TextFacts) -> Self {
        let mut builder = csv_core::ReaderBuilder::new();
        builder.delimiter(facts.delimiter).terminator(csv_core::Terminator::Any(b'\n'));
        Self {
            lines: Lines { text, waiting: Vec::new(), raw: Vec::new(), ends: Vec::new(), number: 0 },
            record: Record::default(),
            delimiter: facts.delimiter,
            quoted: builder.build(),
            bare: builder.quoting(false).build(),
            columns: facts.columns,
        }
    }

    /// The usual line has no quotes, and each delimiter ends a cell. `false` where the parser must decide, which also drops a byte order
    /// mark.
    fn split(&self, row: &mut Row) -> bool {
        let line = self.lines.last();
        let line = line.strip_suffix(b"\n").unwrap_or(line);
        if !self.delimiter.is_ascii() || line.starts_with(b"\xef\xbb\xbf") || memchr::memchr(b'"', line).is_some() {
            return false;
        }
        let Ok(text) = std::str::from_utf8(line) else { return false };
        let mut push = |text| row.push(if str::is_empty(text) { Cell::Empty } else { Cell::Text(text) });
        let mut start = 0;
        for end in memchr::memchr_iter(self.delimiter, line) {
            push(text.get(start..end).unwrap_or_default());
            start = end + 1;
        }
        push(text.get(start..).unwrap_or_default());
        true
    }

    /// Reads lines into the record until its quotes are closed. `false` if they never are, or if closing them far away leaves a row
    /// that is less like the others than its first line alone.
    fn quotes_close(&mut self) -> Result<bool, ImportError> {
        self.quoted.reset();
        self.record.clear();
        while !self.record.parse(&mut self.quoted, self.lines.last()) {
            if self.lines.count() > MOST_LINES || !self.lines.read()? {
                return Ok(false);
            }
        }
        if self.lines.count() == 1 || self.columns.is_none_or(|columns| columns == self.record.len()) {
            return Ok(true);
        }
        let mut first = Record::default();
        self.bare.reset();
        first.parse(&mut self.bare, self.lines.first());
        Ok(Some(first.len()) != self.columns)
    }
}

impl<R: Read> RowReader for DelimitedRows<R> {
    fn read_row(&mut self, row: &mut Row) -> Result<bool, ImportError> {
        self.lines.begin_record();
        if !self.lines.read()? {
            return Ok(false);
        }
        row.clear(row_number(self.lines.number));
        if self.lines.last() == b"\n" || self.split(row) {
            return Ok(true);
        }
        if !self.quotes_close()? {
            self.lines.keep_first_only();
            self.bare.reset();
            self.record.clear();
            self.record.parse(&mut self.bare, self.lines.first());
        }
        self.record.push_to(row);
        Ok(true)
    }

    fn position(&self) -> u64 {
        self.lines.text.consumed()
    }

    fn plain_lines(&mut self) -> Result<PlainLines<'_>, ImportError> {
        let first = row_number(self.lines.number + 1);
        if !self.lines.waiting.is_empty() {
            return Ok(PlainLines::default());
        }
        self.lines.begin_record();
        let ready = self.lines.text.fill_buf()?;
        let ready = &ready[..ready.len().min(MOST_PLAIN)];
        let plain = &ready[..memchr::memchr(b'"', ready).unwrap_or(ready.len())];
        let whole = memchr::memrchr(b'\n', plain).map_or(0, |end| end + 1);
        Ok(PlainLines { text: std::str::from_utf8(&plain[..whole]).unwrap_or_default(), first })
    }

    fn pass(&mut self, bytes: usize, lines: usize) {
        self.lines.text.consume(bytes);
        self.lines.number += lines as u64;
    }
}

/// Lines of a text, of which some may be handed back.
struct Lines<R: Read> {
    text: Utf8Reader<R>,
    /// Lines handed back, in reading order reversed.
    waiting: Vec<Vec<u8>>,
    /// The lines of the current record.
    raw: Vec<u8>,
    /// Where each of them ends in `raw`.
    ends: Vec<usize>,
    /// 1-based number of the last line read.
    number: u64,
}

impl<R: Read> Lines<R> {
    fn begin_record(&mut self) {
        self.raw.clear();
        self.ends.clear();
        self.text.renew_allowance(LONGEST_LINE);
    }

    /// Adds the next line to the record; `false` at the end of the text.
    fn read(&mut self) -> Result<bool, ImportError> {
        match self.waiting.pop() {
            Some(line) => self.raw.extend(line),
            None => {
                let place = |error: io::Error| match error.kind() {
                    io::ErrorKind::FileTooLarge => ImportError::Damaged { detail: format!("line {} never ends", self.number + 1) },
                    _ => error.into(),
                };
                if self.text.read_until(b'\n', &mut self.raw).map_err(place)? == 0 {
                    return Ok(false);
                }
            }
        }
        self.number += 1;
        self.ends.push(self.raw.len());
        Ok(true)
    }

    fn count(&self) -> usize {
        self.ends.len()
    }

    fn first(&self) -> &[u8] {
        self.ends.first().and_then(|&end| self.raw.get(..end)).unwrap_or_default()
    }

    fn last(&self) -> &[u8] {
        let start = self.ends.len().checked_sub(2).and_then(|index| self.ends.get(index)).copied().unwrap_or(0);
        self.raw.get(start..).unwrap_or_default()
    }

    /// Hands all lines but the first back.
    fn keep_first_only(&mut self) {
        while let [.., start, end] = self.ends[..] {
            self.waiting.push(self.raw.get(start..end).unwrap_or_default().to_vec());
            self.ends.pop();
            self.number -= 1;
        }
        self.raw.truncate(self.ends.first().copied().unwrap_or(0));
    }
}

/// The cells of one record, in buffers that are reused.
#[derive(Default)]
struct Record {
    text: Vec<u8>,
    text_length: usize,
    ends: Vec<usize>,
    cells: usize,
}

impl Record {
    fn clear(&mut self) {
        self.text_length = 0;
        self.cells = 0;
    }

    fn len(&self) -> usize {
        self.cells
    }

    /// Takes one more line in; `true` when the record is complete.
    fn parse(&mut self, parser: &mut csv_core::Reader, line: &[u8]) -> bool {
        let mut rest = line;
        while !rest.is_empty() {
            // A line never yields more bytes or cells than it has.
            self.text.resize(self.text.len().max(self.text_length + rest.len()), 0);
            self.ends.resize(self.ends.len().max(self.cells + rest.len() + 1), 0);
            let (Some(text), Some(ends)) = (self.text.get_mut(self.text_length..), self.ends.get_mut(self.cells..)) else { return true };
            let (result, read, written, ended) = parser.read_record(rest, text, ends);
            rest = rest.get(read..).unwrap_or_default();
            self.text_length += written;
            self.cells += ended;
            if matches!(result, csv_core::ReadRecordResult::Record | csv_core::ReadRecordResult::End) {
                return true;
            }
        }
        false
    }

    fn push_to(&self, row: &mut Row) {
        let mut start = 0;
        for &end in self.ends.iter().take(self.cells) {
            let text = String::from_utf8_lossy(self.text.get(start..end).unwrap_or_default());
            row.push(if text.is_empty() { Cell::Empty } else { Cell::Text(&text) });
            start = end;
        }
    }
}

/// Numbers beyond four thousand million stay at the last that can be shown.
fn row_number(line: u64) -> u32 {
    u32::try_from(line).unwrap_or(u32::MAX)
}

/// Lines whose cells are separated by any number of blanks.
struct BlankRows<R: Read> {
    text: Utf8Reader<R>,
    line: String,
    number: u64,
}

impl<R: Read> RowReader for BlankRows<R> {
    fn read_row(&mut self, row: &mut Row) -> Result<bool, ImportError> {
        self.text.renew_allowance(LONGEST_LINE);
        self.line.clear();
        if self.text.read_line(&mut self.line)? == 0 {
            return Ok(false);
        }
        self.number += 1;
        row.clear(row_number(self.number));
        self.line.split_whitespace().for_each(|word| row.push(Cell::Text(word)));
        Ok(true)
    }

    fn position(&self) -> u64 {
        self.text.consumed()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
mod tests {
    use super::*;
    use crate::import::Evidence;

    fn reader(text: &str, delimiter: u8) -> DelimitedRows<&[u8]> {
        let facts = TextFacts {
            encoding: encoding_rs::UTF_8,
            encoding_evidence: Evidence::OnlyOne,
            delimiter,
            delimiter_evidence: Evidence::OnlyOne,
            mark: 0,
            columns: None,
            separator_line: false,
        };
        DelimitedRows::new(Utf8Reader::new(text.as_bytes(), facts.encoding), &facts)
    }

    proptest::proptest! {
        #[test]
        fn a_line_is_split_as_the_parser_does(line in "[a,;\t ü\u{feff}'\"]{0,20}", delimiter in 0..3_usize) {
            let mut rows = reader(&line, b",;\t"[delimiter]);
            rows.lines.begin_record();
            if rows.lines.read().unwrap() && rows.lines.last() != b"\n" {
                let (mut split, mut parsed) = (Row::default(), Row::default());
                if rows.split(&mut split) {
                    proptest::prop_assert!(rows.quotes_close().unwrap());
                    rows.record.push_to(&mut parsed);
                    proptest::prop_assert_eq!(split, parsed);
                } else {
                    proptest::prop_assert!(line.contains(['"', '\u{feff}']), "{:?}", line);
                }
            }
        }
    }
}
