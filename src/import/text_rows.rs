//! Rows of a delimited text, front to back, blank lines included.

use std::io::{self, BufRead, Read};

use super::dialect::BLANKS;
use super::transcode::Utf8Reader;
use super::{Cell, ImportError, Row, RowReader, TextFacts};

/// A single record longer than this is a quote that never closes.
const LONGEST_RECORD: u64 = 32 << 20;

/// Opens the rows of `source`, which stands at the file's first byte.
pub(super) fn open<'a, R: Read + 'a>(source: R, facts: &TextFacts) -> Result<Box<dyn RowReader + 'a>, ImportError> {
    let text = Utf8Reader::after_mark(source, facts.mark, facts.encoding)?;
    if facts.delimiter == BLANKS {
        return Ok(Box::new(BlankRows { text, line: String::new(), number: 0 }));
    }
    Ok(Box::new(DelimitedRows::new(text, facts)))
}

struct DelimitedRows<R: Read> {
    reader: csv::Reader<Utf8Reader<R>>,
    record: csv::StringRecord,
    /// Line the record in `record` begins on, if it has not been handed out yet.
    waiting: Option<u64>,
    /// The next line to hand out, blank or not.
    next_line: u64,
    /// Lines taken off before the parser saw them, and bytes.
    skipped_lines: u64,
    skipped_bytes: u64,
}

impl<R: Read> DelimitedRows<R> {
    fn new(mut text: Utf8Reader<R>, facts: &TextFacts) -> Self {
        if facts.separator_line {
            text.skip_line();
        }
        let reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(facts.delimiter)
            .quoting(facts.quoted)
            .terminator(csv::Terminator::Any(b'\n'))
            .from_reader(text);
        Self {
            reader,
            record: csv::StringRecord::new(),
            waiting: None,
            next_line: 1,
            skipped_lines: u64::from(facts.separator_line),
            skipped_bytes: facts.mark as u64,
        }
    }

    /// The parser passes over blank lines; where a record began follows from where it ended and the line ends inside it.
    fn read_record(&mut self) -> Result<bool, ImportError> {
        self.reader.get_mut().renew_allowance(LONGEST_RECORD);
        let more = self.reader.read_record(&mut self.record).map_err(|error| self.place(error))?;
        if more {
            let inside = self.record.as_slice().bytes().filter(|&byte| byte == b'\n').count() as u64;
            self.waiting = Some(self.reader.position().line().saturating_sub(inside + 1).max(self.next_line));
        }
        Ok(more)
    }

    fn place(&self, error: csv::Error) -> ImportError {
        let line = self.next_line + self.skipped_lines;
        match error.into_kind() {
            csv::ErrorKind::Io(error) if error.kind() == io::ErrorKind::FileTooLarge => {
                ImportError::Damaged { detail: format!("line {line}: a quoted cell never ends") }
            }
            csv::ErrorKind::Io(error) => error.into(),
            other => ImportError::Damaged { detail: format!("line {line}: {other:?}") },
        }
    }
}

impl<R: Read> RowReader for DelimitedRows<R> {
    fn read_row(&mut self, row: &mut Row) -> Result<bool, ImportError> {
        if self.waiting.is_none() && !self.read_record()? {
            return Ok(false);
        }
        row.clear(row_number(self.next_line + self.skipped_lines));
        if self.waiting.is_some_and(|line| self.next_line < line) {
            self.next_line += 1;
            return Ok(true);
        }
        self.waiting = None;
        self.next_line = self.reader.position().line();
        for text in &self.record {
            row.push(if text.is_empty() { Cell::Empty } else { Cell::Text(text) });
        }
        Ok(true)
    }

    fn position(&self) -> u64 {
        self.reader.get_ref().consumed() + self.skipped_bytes
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
        self.text.renew_allowance(LONGEST_RECORD);
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
