//! A cell as the text a person sees: keys, names and the preview are made of it.

use std::fmt::Write;

use crate::calendar::Day;
use crate::import::Cell;

/// Seconds of a day.
const DAY_SECONDS: f64 = 86_400.0;

/// Appends the cell's text: whole numbers without `.0` or exponent, dates as ISO with a time only where there is one.
pub fn write_cell(cell: &Cell<'_>, out: &mut String) {
    // Writing to a string cannot fail.
    let _ = match cell {
        Cell::Empty => Ok(()),
        Cell::Text(text) => out.write_str(text),
        Cell::Number(value) => write!(out, "{value}"),
        Cell::Date(value) => write_date(*value, out),
        Cell::Bool(value) => out.write_str(if *value { "TRUE" } else { "FALSE" }),
        Cell::Error(code) => out.write_str(code),
    };
}

/// The cell's text without blanks at its ends, in a buffer that is reused.
pub fn trimmed<'a>(cell: &Cell<'a>, buffer: &'a mut String) -> &'a str {
    if let Cell::Text(text) = cell {
        return trimmed_text(text);
    }
    buffer.clear();
    write_cell(cell, buffer);
    buffer.trim()
}

/// A text without blanks at its ends and without what [`unguarded`] takes off. Most texts are so already, and a look at their ends tells.
#[must_use]
#[inline]
pub fn trimmed_text(text: &str) -> &str {
    let bare = match text.as_bytes() {
        [] => true,
        [only] => only.is_ascii_graphic(),
        [first, .., last] => first.is_ascii_graphic() && !matches!(first, b'=' | b'\'') && last.is_ascii_graphic(),
    };
    if bare { text } else { unguarded(text.trim()) }
}

/// Takes off what exports put around a code to keep spreadsheets from reading it as a number: `="00123"`, `'00123`.
#[must_use]
pub fn unguarded(text: &str) -> &str {
    if let Some(inner) = text.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')).filter(|inner| !inner.contains('"')) {
        return inner.trim();
    }
    text.strip_prefix('\'').filter(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit())).unwrap_or(text)
}

/// The cell's text as an own string, trimmed.
#[must_use]
pub fn own_text(cell: &Cell<'_>) -> String {
    let mut buffer = String::new();
    trimmed(cell, &mut buffer).to_owned()
}

/// The day of a date cell; `None` outside the calendar's years.
#[must_use]
pub fn day_of_cell(days: f64) -> Option<Day> {
    // A time of 23:59:59.999 is that day still; the tolerance is for sums of fractions only.
    let whole = (days + 1e-9).floor();
    (-25_567.0..84_006.0).contains(&whole).then_some(Day(whole as i32))
}

fn write_date(days: f64, out: &mut String) -> std::fmt::Result {
    let Some(day) = day_of_cell(days) else { return write!(out, "{days}") };
    out.write_str(&day.iso())?;
    let seconds = ((days - f64::from(day.0)) * DAY_SECONDS).round() as u32;
    if seconds == 0 || seconds >= 86_400 {
        return Ok(());
    }
    write!(out, " {:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_read_as_people_see_them() {
        for (cell, text) in [
            (Cell::Number(12583.0), "12583"),
            (Cell::Number(110_101_199_003_078_515.0), "110101199003078510"),
            (Cell::Number(1e21), "1000000000000000000000"),
            (Cell::Number(-0.5), "-0.5"),
            (Cell::Date(14_944.0), "2010-12-01"),
            (Cell::Date(14_944.351_388_888_89), "2010-12-01 08:26:00"),
            (Cell::Bool(true), "TRUE"),
            (Cell::Error("#DIV/0!"), "#DIV/0!"),
            (Cell::Text("\u{a0}\u{3000} ACME \t"), "ACME"),
            (Cell::Text("=\"000123\""), "000123"),
            (Cell::Text("'000123"), "000123"),
            (Cell::Text("=HYPERLINK(\"x\",\"y\")"), "=HYPERLINK(\"x\",\"y\")"),
            (Cell::Text("'t Hart BV"), "'t Hart BV"),
            (Cell::Empty, ""),
        ] {
            assert_eq!(own_text(&cell), text);
        }
    }
}
