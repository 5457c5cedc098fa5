//! Dates as workbooks store them (day serials, ISO texts) as days since 1970-01-01. Knows nothing of cells.

use crate::calendar::Day;

/// 1970-01-01 in the 1900 date system.
const UNIX_EPOCH_1900: f64 = 25_569.0;
/// 1970-01-01 in the 1904 date system.
const UNIX_EPOCH_1904: f64 = 24_107.0;
/// First serial behind 9999-12-31, the last day a workbook can show.
const BEYOND_CALENDAR: f64 = 2_958_466.0;

/// Days since 1970-01-01 of a day serial; `None` where it is no day: below one day (a time), negative, beyond the year 9999.
///
/// The 1900 system has a 29 February 1900 that never was: serials below it are one day ahead, and itself is read as the 28th.
#[must_use]
pub(super) fn day_from_serial(serial: f64, is_1904: bool) -> Option<f64> {
    if !(1.0..BEYOND_CALENDAR).contains(&serial) {
        return None;
    }
    Some(match is_1904 {
        true => serial - UNIX_EPOCH_1904,
        false if serial < 60.0 => serial - UNIX_EPOCH_1900 + 1.0,
        false => serial - UNIX_EPOCH_1900,
    })
}

/// Days since 1970-01-01 of `2021-03-04`, `2021-03-04T05:06:07.8` or the same with a zone, which is left aside: a date is what was written.
#[must_use]
pub(super) fn day_from_iso(text: &str) -> Option<f64> {
    let (date, time) = match text.split_once(['T', ' ']) {
        Some((date, time)) => (date, Some(time)),
        None => (text, None),
    };
    let day = f64::from(Day::from_iso(date)?.0);
    Some(day + time.map_or(Some(0.0), share_of_day)?)
}

/// `05:06:07.8` as a share of a day.
#[must_use]
pub(super) fn share_of_day(time: &str) -> Option<f64> {
    let time = time.split(['Z', '+', '-']).next()?;
    let mut parts = time.splitn(3, ':');
    let hours: f64 = parts.next()?.parse().ok()?;
    let minutes: f64 = parts.next()?.parse().ok()?;
    let seconds: f64 = parts.next().map_or(Some(0.0), |text| text.parse().ok())?;
    let share = (hours * 3600.0 + minutes * 60.0 + seconds) / 86_400.0;
    (0.0..=1.0).contains(&share).then_some(share)
}

/// `PT36H30M00S` or `P1DT2H` in days; `None` for years and months, which have no fixed length.
#[must_use]
pub(super) fn days_from_duration(text: &str) -> Option<f64> {
    let (sign, rest) = text.strip_prefix('-').map_or((1.0, text), |rest| (-1.0, rest));
    let (date, time) = rest.strip_prefix('P')?.split_once('T').unwrap_or((rest.strip_prefix('P')?, ""));
    let days = sum_of_units(date, &[('D', 1.0)])?;
    let time = sum_of_units(time, &[('H', 1.0 / 24.0), ('M', 1.0 / 1_440.0), ('S', 1.0 / 86_400.0)])?;
    Some(sign * (days + time))
}

fn sum_of_units(text: &str, units: &[(char, f64)]) -> Option<f64> {
    let mut sum = 0.0;
    let mut rest = text;
    while !rest.is_empty() {
        let at = rest.find(|character: char| character.is_ascii_alphabetic())?;
        let (number, tail) = rest.split_at_checked(at)?;
        let mut characters = tail.chars();
        let letter = characters.next()?;
        let (_, days) = units.iter().find(|(unit, _)| *unit == letter)?;
        sum += number.parse::<f64>().ok()? * days;
        rest = characters.as_str();
    }
    Some(sum)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
mod tests {
    use super::*;

    fn iso(days: Option<f64>) -> String {
        Day(days.unwrap().floor() as i32).iso()
    }

    #[test]
    fn serials_of_both_systems() {
        // As Excel shows them.
        assert_eq!(iso(day_from_serial(1.0, false)), "1900-01-01");
        assert_eq!(iso(day_from_serial(59.0, false)), "1900-02-28");
        assert_eq!(iso(day_from_serial(60.0, false)), "1900-02-28");
        assert_eq!(iso(day_from_serial(61.0, false)), "1900-03-01");
        assert_eq!(iso(day_from_serial(45_943.5, false)), "2025-10-13");
        assert_eq!(iso(day_from_serial(1.0, true)), "1904-01-02");
        assert_eq!(iso(day_from_serial(44_481.0, true)), "2025-10-13");
        assert_eq!(iso(day_from_serial(2_958_465.0, false)), "9999-12-31");
        for no_day in [0.0, 0.5, -3.0, 2_958_466.0, f64::NAN, f64::INFINITY] {
            assert_eq!(day_from_serial(no_day, false), None);
        }
    }

    #[test]
    fn iso_texts() {
        assert_eq!(day_from_iso("1970-01-02"), Some(1.0));
        assert_eq!(day_from_iso("1970-01-02T12:00:00.000"), Some(1.5));
        assert_eq!(day_from_iso("1970-01-02T06:00:00+09:00"), Some(1.25));
        assert_eq!(day_from_iso("1970-02-30"), None);
        assert_eq!(day_from_iso("soon"), None);
        assert_eq!(days_from_duration("PT36H00M00S"), Some(1.5));
        assert_eq!(days_from_duration("-P1DT12H"), Some(-1.5));
        assert_eq!(days_from_duration("P1Y"), None);
    }
}
