//! Whether a number is a date, told from its number format: workbooks store both as numbers. Knows nothing of cells.

/// What a number format shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NumberKind {
    Number,
    Date,
    /// `[h]:mm`: hours that go beyond a day.
    Duration,
}

/// The formats every workbook has without naming them (ECMA-376 18.8.30, with those of the East Asian editions).
pub(super) fn builtin(id: u16) -> NumberKind {
    match id {
        14..=22 | 27..=36 | 45 | 47 | 50..=58 => NumberKind::Date,
        46 => NumberKind::Duration,
        _ => NumberKind::Number,
    }
}

/// The kind of a format as text, `yyyy"年"m"月"d"日"` for instance. Only its first section counts: it shows the positive numbers.
pub(super) fn custom(format: &str) -> NumberKind {
    let mut characters = format.chars();
    let mut bare = String::new();
    while let Some(character) = characters.next() {
        match character {
            ';' => break,
            '"' => while characters.next().is_some_and(|inside| inside != '"') {},
            // The next character is shown as it is, or as a blank or filling of its width.
            '\\' | '_' | '*' => drop(characters.next()),
            '[' => {
                let inside: String = characters.by_ref().take_while(|&inside| inside != ']').collect();
                if is_elapsed_time(&inside) {
                    return NumberKind::Duration;
                }
            }
            _ => bare.push(character.to_ascii_lowercase()),
        }
    }
    let bare = bare.replace("general", "");
    if bare.contains(['d', 'm', 'y', 'h', 's']) { NumberKind::Date } else { NumberKind::Number }
}

/// `[h]`, `[mm]`, `[ss]`.
fn is_elapsed_time(inside: &str) -> bool {
    ["h", "m", "s"].iter().any(|unit| !inside.is_empty() && inside.to_ascii_lowercase().replace(unit, "").is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_numbers_and_durations() {
        for date in ["yyyy-mm-dd", "yyyy\"年\"m\"月\"d\"日\"", "[$-404]e/m/d", "h:mm AM/PM", "[$-409]mmm\\-yy;@", "DD.MM.YYYY", "mm:ss.0"]
        {
            assert_eq!(custom(date), NumberKind::Date, "{date}");
        }
        for number in
            ["0.00", "#,##0 \"days\"", "General", "[Red]-0.00", "0.00E+00", "_(* #,##0_)", "\\d0", "0;yyyy", "[$¥-804]#,##0.00", "@", ""]
        {
            assert_eq!(custom(number), NumberKind::Number, "{number}");
        }
        for duration in ["[h]:mm", "[hh]:mm:ss", "[mm]:ss", "[ss]"] {
            assert_eq!(custom(duration), NumberKind::Duration, "{duration}");
        }
        assert_eq!(builtin(14), NumberKind::Date);
        assert_eq!(builtin(46), NumberKind::Duration);
        assert_eq!(builtin(4), NumberKind::Number);
    }
}
