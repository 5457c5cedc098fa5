//! Named columns as bytes.
//!
//! ```text
//! text   kind of table
//! varint number of columns
//! each:  text name · u8 type · varint length in bytes · the column
//! ```
//! A varint is LEB128; a text is its length in bytes as a varint and UTF-8. Types of column:
//!
//! | type | content |
//! |---|---|
//! | 1 integers | varint count, then the difference of each to the one before, zigzag, as varints |
//! | 2 numbers | varint count, then 8 bytes each, IEEE 754 little-endian; NaN where there is none |
//! | 3 texts | varint count, then texts |
//! | 4 decimals | u8 places, then as type 1: each number times 10^places |
//!
//! A reader passes over columns it does not know, so that new ones can be added.

use std::collections::BTreeMap;

use super::bytes::{Reader, damaged, put_text, put_varint};
use crate::engine::protocol::StoreProblem;

const INTEGERS: u8 = 1;
const NUMBERS: u8 = 2;
const TEXTS: u8 = 3;
const DECIMALS: u8 = 4;

/// Decimal places tried: money has two, unit prices up to four.
const PLACES: std::ops::RangeInclusive<u8> = 0..=4;

/// Integers up to here are exact as `f64`.
const EXACT: f64 = 9_007_199_254_740_992.0;

#[derive(Default)]
pub(super) struct ColumnWriter {
    columns: Vec<u8>,
    count: u64,
}

impl ColumnWriter {
    pub(super) fn integers(&mut self, name: &str, values: impl ExactSizeIterator<Item = i64>) {
        let mut column = Vec::with_capacity(values.len() + 10);
        put_differences(&mut column, values);
        self.add(name, INTEGERS, &column);
    }

    /// Written as decimals where that keeps every bit, which takes a third of the room.
    pub(super) fn numbers(&mut self, name: &str, values: &[f64]) {
        for places in PLACES {
            if let Some(whole) = as_decimals(values, places) {
                let mut column = vec![places];
                put_differences(&mut column, whole.into_iter());
                return self.add(name, DECIMALS, &column);
            }
        }
        let mut column = Vec::with_capacity(values.len().saturating_mul(8).saturating_add(10));
        put_varint(&mut column, values.len() as u64);
        values.iter().for_each(|value| column.extend_from_slice(&value.to_le_bytes()));
        self.add(name, NUMBERS, &column);
    }

    pub(super) fn texts<'a>(&mut self, name: &str, values: impl ExactSizeIterator<Item = &'a str>) {
        let mut column = Vec::new();
        put_varint(&mut column, values.len() as u64);
        values.for_each(|text| put_text(&mut column, text));
        self.add(name, TEXTS, &column);
    }

    pub(super) fn finish(self, kind: &str) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.columns.len() + kind.len() + 20);
        put_text(&mut out, kind);
        put_varint(&mut out, self.count);
        out.extend_from_slice(&self.columns);
        out
    }

    fn add(&mut self, name: &str, kind: u8, column: &[u8]) {
        put_text(&mut self.columns, name);
        self.columns.push(kind);
        put_varint(&mut self.columns, column.len() as u64);
        self.columns.extend_from_slice(column);
        self.count += 1;
    }
}

/// The columns of one table, each read when it is asked for.
pub(super) struct ColumnReader<'a> {
    pub(super) kind: &'a str,
    columns: BTreeMap<&'a str, (u8, &'a [u8])>,
}

impl<'a> ColumnReader<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Result<Self, StoreProblem> {
        let mut reader = Reader::new(bytes);
        let kind = reader.text()?;
        let mut columns = BTreeMap::new();
        // A column takes at least a byte each for name, type and length.
        for _ in 0..reader.count(3)? {
            let name = reader.text()?;
            let column = (reader.u8()?, reader.count(1)?);
            columns.insert(name, (column.0, reader.take(column.1)?));
        }
        if reader.remaining() > 0 { Err(damaged("more bytes than columns")) } else { Ok(Self { kind, columns }) }
    }

    /// `None` where the table has no such column.
    pub(super) fn integers<T: TryFrom<i64>>(&self, name: &str) -> Result<Option<Vec<T>>, StoreProblem> {
        self.read(name, |kind, reader| match kind {
            INTEGERS => differences(reader)?.into_iter().map(T::try_from).collect::<Result<_, _>>().ok().ok_or_else(|| out_of_range(name)),
            _ => Err(other_type(name, kind)),
        })
    }

    pub(super) fn numbers(&self, name: &str) -> Result<Option<Vec<f64>>, StoreProblem> {
        self.read(name, |kind, reader| match kind {
            NUMBERS => (0..reader.count(8)?).map(|_| reader.array().map(f64::from_le_bytes)).collect(),
            DECIMALS => {
                let places = Some(reader.u8()?).filter(|places| PLACES.contains(places)).ok_or_else(|| out_of_range(name))?;
                Ok(differences(reader)?.into_iter().map(|whole| from_decimal(whole, places)).collect())
            }
            _ => Err(other_type(name, kind)),
        })
    }

    pub(super) fn texts(&self, name: &str) -> Result<Option<Vec<String>>, StoreProblem> {
        self.read(name, |kind, reader| match kind {
            TEXTS => (0..reader.count(1)?).map(|_| reader.text().map(str::to_owned)).collect(),
            _ => Err(other_type(name, kind)),
        })
    }

    fn read<T>(
        &self,
        name: &str,
        take: impl Fn(u8, &mut Reader<'a>) -> Result<Vec<T>, StoreProblem>,
    ) -> Result<Option<Vec<T>>, StoreProblem> {
        let Some(&(kind, bytes)) = self.columns.get(name) else { return Ok(None) };
        let mut reader = Reader::new(bytes);
        let values = take(kind, &mut reader)?;
        if reader.remaining() > 0 { Err(damaged(format!("column {name} is longer than its count"))) } else { Ok(Some(values)) }
    }
}

fn other_type(name: &str, kind: u8) -> StoreProblem {
    damaged(format!("column {name} has type {kind}"))
}

fn out_of_range(name: &str) -> StoreProblem {
    damaged(format!("column {name} holds a number out of range"))
}

fn put_differences(out: &mut Vec<u8>, values: impl ExactSizeIterator<Item = i64>) {
    put_varint(out, values.len() as u64);
    let mut before = 0_i64;
    for value in values {
        let difference = value.wrapping_sub(before);
        // Zigzag: small differences of either sign become small numbers.
        put_varint(out, ((difference << 1) ^ (difference >> 63)).cast_unsigned());
        before = value;
    }
}

fn differences(reader: &mut Reader<'_>) -> Result<Vec<i64>, StoreProblem> {
    let count = reader.count(1)?;
    let mut values = Vec::with_capacity(count);
    let mut before = 0_i64;
    for _ in 0..count {
        let zigzag = reader.varint()?;
        let difference = (zigzag >> 1).cast_signed() ^ -(zigzag & 1).cast_signed();
        before = before.wrapping_add(difference);
        values.push(before);
    }
    Ok(values)
}

/// The values times 10^places, if each comes back with every bit.
fn as_decimals(values: &[f64], places: u8) -> Option<Vec<i64>> {
    values
        .iter()
        .map(|&value| {
            let whole = (value * 10_f64.powi(i32::from(places))).round();
            // NaN and infinities fail the first test, −0 and more places the second.
            let exact = whole.abs() < EXACT && from_decimal(whole as i64, places).to_bits() == value.to_bits();
            exact.then_some(whole as i64)
        })
        .collect()
}

fn from_decimal(whole: i64, places: u8) -> f64 {
    whole as f64 / 10_f64.powi(i32::from(places))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use proptest::prelude::*;

    use super::*;

    fn number() -> impl Strategy<Value = f64> {
        prop_oneof![any::<f64>(), (-1e9..1e9_f64).prop_map(|value| (value * 100.0).round() / 100.0), Just(f64::NAN), Just(-0.0)]
    }

    proptest! {
        #[test]
        fn every_column_comes_back_with_every_bit(
            integers in prop::collection::vec(any::<i64>(), 0..50),
            numbers in prop::collection::vec(number(), 0..50),
            cents in prop::collection::vec(-1_000_000_i32..1_000_000, 0..50),
            texts in prop::collection::vec("\\PC{0,8}", 0..20),
        ) {
            let money: Vec<f64> = cents.iter().map(|&cents| f64::from(cents) / 100.0).collect();
            let mut writer = ColumnWriter::default();
            writer.integers("i", integers.iter().copied());
            writer.numbers("n", &numbers);
            writer.numbers("m", &money);
            writer.texts("t", texts.iter().map(String::as_str));
            let bytes = writer.finish("kind");
            let reader = ColumnReader::new(&bytes).unwrap();
            prop_assert_eq!(reader.kind, "kind");
            prop_assert_eq!(reader.integers::<i64>("i").unwrap().unwrap(), integers);
            let bits = |values: Vec<f64>| values.into_iter().map(f64::to_bits).collect::<Vec<_>>();
            prop_assert_eq!(bits(reader.numbers("n").unwrap().unwrap()), bits(numbers));
            prop_assert_eq!(reader.numbers("m").unwrap().unwrap(), money);
            prop_assert_eq!(reader.texts("t").unwrap().unwrap(), texts);
            prop_assert!(reader.texts("unknown").unwrap().is_none());
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
            if let Ok(reader) = ColumnReader::new(&bytes) {
                for name in reader.columns.keys() {
                    let _ = (reader.integers::<u32>(name), reader.numbers(name), reader.texts(name));
                }
            }
        }
    }

    #[test]
    fn money_takes_a_third() {
        let money: Vec<f64> = (0..1000).map(|row| f64::from(row * 37 % 90_000) / 100.0).collect();
        let mut writer = ColumnWriter::default();
        writer.numbers("m", &money);
        assert!(writer.finish("").len() < 3_000);
    }

    #[test]
    fn a_count_cannot_ask_for_more_than_there_is() {
        // One column "n" of type numbers, four bytes long: a count of 2^28 numbers.
        let bytes = [0, 1, 1, b'n', NUMBERS, 5, 0x80, 0x80, 0x80, 0x80, 0x01];
        let reader = ColumnReader::new(&bytes).unwrap();
        assert!(matches!(reader.numbers("n"), Err(StoreProblem::Damaged { .. })));
    }
}
