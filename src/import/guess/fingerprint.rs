//! A short mark of a header, so that next month's export of the same system is known again.

use crate::import::values::period::read_period;
use crate::tables::folded_spelling;

/// The fingerprint of header texts, blank ones at the end left out. Case, width and blanks do not count, and neither does which
/// month a column stands for: next year's table of months is the same table.
#[must_use]
pub fn fingerprint(headers: &[String]) -> String {
    let used = headers.iter().rposition(|header| !header.is_empty()).map_or(0, |last| last + 1);
    let periods = headers.iter().filter(|header| read_period(header).is_some()).count();
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for header in &headers[..used] {
        let is_period = periods >= 3 && read_period(header).is_some();
        let text = if is_period { "\u{1}period".to_owned() } else { folded_spelling(header) };
        // FNV-1a, with a mark between the texts.
        for byte in text.bytes().chain([0x1f]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    format!("{hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::fingerprint;

    fn of(text: &str) -> String {
        fingerprint(&text.split('|').map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn the_same_export_is_known_again() {
        assert_eq!(of("Customer|Date|Amount"), of("customer |DATE|Ａmount||"));
        assert_eq!(of("客户|2024-01|2024-02|2024-03"), of("客户|2025-01|2025-02|2025-03"));
        assert_ne!(of("Customer|Date|Amount"), of("Customer|Amount|Date"));
        assert_ne!(of("ab|c"), of("a|bc"));
    }
}
