//! How a delimited text is written: the character between its cells, how many cells a row has, a `sep=` line above.

use super::Evidence;

/// Between cells stand any number of blanks: columns lined up by hand or by old programs.
pub const BLANKS: u8 = b' ';

/// Records a guess looks at.
const RECORDS: usize = 2_000;

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Dialect {
    pub delimiter: u8,
    pub evidence: Evidence,
    /// Cells that most rows have, where most agree.
    pub columns: Option<usize>,
    /// Whether the first line only names the delimiter (`sep=;`, as Excel writes and reads it).
    pub separator_line: bool,
}

/// The dialect of the beginning of a text with `\n` line ends; `chosen` wins over every guess.
pub(super) fn detect(text: &str, chosen: Option<u8>) -> Dialect {
    let named = separator_line(text);
    let body = if named.is_some() { text.split_once('\n').map_or("", |(_, rest)| rest) } else { text };
    let (delimiter, evidence) = match (chosen, named) {
        (Some(delimiter), _) => (delimiter, Evidence::Chosen),
        (None, Some(delimiter)) => (delimiter, Evidence::SeparatorLine),
        (None, None) => guess(body),
    };
    let fit = fit(body, delimiter);
    let columns = (fit.columns > 1 && fit.agree * 2 > fit.of).then_some(fit.columns);
    Dialect { delimiter, evidence, columns, separator_line: named.is_some() }
}

fn separator_line(text: &str) -> Option<u8> {
    let line = text.lines().next()?.trim_end_matches([' ', '"']).trim_start_matches('"');
    let (key, value) = line.split_at_checked(4)?;
    match (key.eq_ignore_ascii_case("sep="), value.as_bytes()) {
        (true, [delimiter]) if delimiter.is_ascii() && !delimiter.is_ascii_alphanumeric() => Some(*delimiter),
        _ => None,
    }
}

/// How well a delimiter cuts the sample into rows of the same length.
struct Fit {
    delimiter: u8,
    columns: usize,
    agree: usize,
    of: usize,
}

impl Fit {
    /// Agreement counts most; among equals more columns win, because cells are cut by chance less often than rows agree by chance.
    fn score(&self) -> f64 {
        if self.columns < 2 {
            return 0.0;
        }
        let share = self.agree as f64 / self.of.max(1) as f64;
        share * share * (self.columns as f64 - 1.0).sqrt()
    }

    fn evidence(&self) -> Evidence {
        if self.agree == self.of {
            Evidence::SameColumnsInEveryRow { columns: self.columns as u32 }
        } else {
            Evidence::ValuesAgree { agree: self.agree as u32, of: self.of as u32 }
        }
    }
}

/// In the order that decides between equals: a tab never stands in a cell, a comma often does (1.234,56).
const CANDIDATES: [u8; 4] = [b'\t', b';', b'|', b','];

fn guess(text: &str) -> (u8, Evidence) {
    let fits = CANDIDATES.map(|delimiter| fit(text, delimiter));
    let mut best: Option<&Fit> = None;
    for fit in &fits {
        if fit.score() > best.map_or(0.0, |other| other.score() * (1.0 + 1e-9)) {
            best = Some(fit);
        }
    }
    match best {
        Some(best) => (best.delimiter, best.evidence()),
        None => blanks(text).unwrap_or((b',', Evidence::OnlyOne)),
    }
}

fn fit(text: &str, delimiter: u8) -> Fit {
    let lengths = record_lengths(text, delimiter);
    let mut counts = std::collections::BTreeMap::<usize, usize>::new();
    for &length in &lengths {
        *counts.entry(length).or_default() += 1;
    }
    let (columns, agree) = counts.into_iter().filter(|&(length, _)| length > 1).max_by_key(|&(_, count)| count).unwrap_or((1, 0));
    // Title lines above a table and notes below it have one cell and say nothing against a delimiter.
    let from = lengths.iter().position(|&length| length > 1).unwrap_or(0).min(10);
    Fit { delimiter, columns, agree, of: lengths.len() - from }
}

fn record_lengths(text: &str, delimiter: u8) -> Vec<usize> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let mut record = csv::ByteRecord::new();
    let mut lengths = Vec::new();
    while lengths.len() < RECORDS && reader.read_byte_record(&mut record).unwrap_or(false) {
        lengths.push(record.len());
    }
    lengths
}

/// Columns of numbers lined up with blanks: the same number of words, three or more, in every line, nearly all of them numbers.
fn blanks(text: &str) -> Option<(u8, Evidence)> {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty()).take(RECORDS).peekable();
    let columns = lines.peek()?.split_whitespace().count();
    let (mut words, mut numbers, mut count) = (0_usize, 0_usize, 0_usize);
    for line in lines {
        let before = words;
        for word in line.split_whitespace() {
            words += 1;
            numbers += usize::from(word.bytes().all(|byte| byte.is_ascii_digit() || b".-+/:".contains(&byte)));
        }
        if words - before != columns {
            return None;
        }
        count += 1;
    }
    let lined_up = columns >= 3 && count >= 2 && numbers * 5 >= words * 4;
    lined_up.then_some((BLANKS, Evidence::SameColumnsInEveryRow { columns: columns as u32 }))
}
