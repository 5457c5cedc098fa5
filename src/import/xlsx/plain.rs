//! The cell most sheets are made of, `<c r="B7" s="1" t="s"><v>12</v></c>`, in one pass over its bytes: a number in plain digits or a
//! shared string. Every other cell is scanned tag by tag; both give the same.

use super::super::sheet_rows::{MOST_COLUMNS, MOST_ROWS};

/// Digits of a whole number that a floating-point number holds exactly.
const EXACT_DIGITS: usize = 15;
const POWERS: [f64; EXACT_DIGITS + 1] = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct PlainCell {
    /// Row and column, 0-based.
    pub place: (u32, u32),
    pub format: Option<u32>,
    /// Whether its number is that of a shared string.
    pub shared: bool,
    pub number: f64,
    /// Bytes it takes.
    pub length: usize,
}

impl PlainCell {
    /// The cell that `bytes` begin with.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let at = after(bytes, 0, b"<c r=\"")?;
        let (place, at) = place(bytes, at)?;
        let mut at = after(bytes, at, b"\"")?;
        let mut format = None;
        if let Some(digits) = after(bytes, at, b" s=\"") {
            let (index, end) = whole(bytes, digits)?;
            (format, at) = (Some(index), after(bytes, end, b"\"")?);
        }
        let shared = after(bytes, at, b" t=\"s\"");
        at = after(bytes, shared.unwrap_or(at), b"><v>")?;
        let (number, at) = if shared.is_some() {
            let (index, end) = whole(bytes, at)?;
            (f64::from(index), end)
        } else {
            number(bytes, at)?
        };
        let length = after(bytes, at, b"</v></c>")?;
        Some(Self { place, format, shared: shared.is_some(), number, length })
    }
}

/// The place behind `expected`, if it stands at `at`.
fn after(bytes: &[u8], at: usize, expected: &[u8]) -> Option<usize> {
    bytes.get(at..)?.starts_with(expected).then_some(at + expected.len())
}

/// Row and column of `B7`, 0-based, and the place behind.
pub(super) fn place(bytes: &[u8], mut at: usize) -> Option<((u32, u32), usize)> {
    let (mut row, mut column) = (0_u32, 0_u32);
    while let Some(&letter @ b'A'..=b'Z') = bytes.get(at) {
        column = column * 26 + u32::from(letter - b'A') + 1;
        if column > MOST_COLUMNS {
            return None;
        }
        at += 1;
    }
    while let Some(&digit @ b'0'..=b'9') = bytes.get(at) {
        row = row * 10 + u32::from(digit - b'0');
        if row > MOST_ROWS {
            return None;
        }
        at += 1;
    }
    Some(((row.checked_sub(1)?, column.checked_sub(1)?), at))
}

/// A number of at most nine digits, and the place behind.
pub(super) fn whole(bytes: &[u8], start: usize) -> Option<(u32, usize)> {
    let (mut number, mut at) = (0_u32, start);
    while let Some(&digit @ b'0'..=b'9') = bytes.get(at) {
        if at - start == 9 {
            return None;
        }
        number = number * 10 + u32::from(digit - b'0');
        at += 1;
    }
    (at > start).then_some((number, at))
}

/// A number of few enough digits to be exact, with a point or without, and the place behind: its digits and the power of ten are exact,
/// so the quotient is the nearest there is.
pub(super) fn number(bytes: &[u8], start: usize) -> Option<(f64, usize)> {
    let first = start + usize::from(bytes.get(start) == Some(&b'-'));
    let (mut digits, mut point, mut at) = (0_u64, None, first);
    loop {
        match bytes.get(at) {
            Some(&digit @ b'0'..=b'9') => digits = digits * 10 + u64::from(digit - b'0'),
            Some(b'.') if point.is_none() && at > first => point = Some(at),
            _ => break,
        }
        at += 1;
        if at - first > EXACT_DIGITS {
            return None;
        }
    }
    let places = point.map_or(0, |point| at - point - 1);
    if at == first || point == Some(at - 1) {
        return None;
    }
    let size = digits as f64 / POWERS.get(places)?;
    Some((if first > start { -size } else { size }, at))
}
