//! How a discount column lowers the amount, as far as its header and values tell.

use super::profile::ColumnProfile;
use crate::import::DiscountKind;

/// The way a discount works, or the ways it might.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DiscountGuess {
    Known(DiscountKind),
    Ask(Vec<DiscountKind>),
}

/// Looks at header and values (METHODS 1: shares and percentages are applied, money is subtracted, what is unclear asks).
///
/// A Chinese 折扣 of 0.85 may mean 85 % to pay or 85 % off, one of 15 may be percent or money: those ask.
#[must_use]
pub fn guess_discount(header: &str, profile: &ColumnProfile) -> DiscountGuess {
    let chinese = header.contains(['折', '扣']);
    let lower = header.to_lowercase();
    let money =
        ["额", "金额", "amount", "value", "money"].iter().any(|word| lower.contains(word)) || 2 * profile.money > profile.numbers.max(1);
    let percent = ["%", "percent", "pct", "百分"].iter().any(|word| lower.contains(word));
    match () {
        () if 2 * profile.zhe > profile.filled => DiscountGuess::Known(DiscountKind::Zhe),
        () if money => DiscountGuess::Known(DiscountKind::Money),
        () if 2 * profile.percent > profile.numbers => DiscountGuess::Known(DiscountKind::Percent),
        () if profile.numbers == 0 || (profile.smallest == 0.0 && profile.largest == 0.0) => DiscountGuess::Known(DiscountKind::Share),
        () if profile.smallest < 0.0 || profile.largest > 100.0 => DiscountGuess::Known(DiscountKind::Money),
        () if percent => DiscountGuess::Known(if profile.largest <= 1.0 { DiscountKind::Share } else { DiscountKind::Percent }),
        () if profile.largest <= 1.0 && !chinese => DiscountGuess::Known(DiscountKind::Share),
        () if profile.largest <= 1.0 => DiscountGuess::Ask(vec![DiscountKind::Share, DiscountKind::Zhe]),
        () if profile.largest <= 10.0 && chinese => DiscountGuess::Ask(vec![DiscountKind::Zhe, DiscountKind::Percent, DiscountKind::Money]),
        () => DiscountGuess::Ask(vec![DiscountKind::Percent, DiscountKind::Money]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{Cell, Row};

    fn guess(header: &str, values: &[&str]) -> DiscountGuess {
        let rows: Vec<Row> = values
            .iter()
            .map(|value| {
                let mut row = Row::default();
                row.push(Cell::Text(value));
                row
            })
            .collect();
        guess_discount(header, &ColumnProfile::of(&rows, 0))
    }

    #[test]
    fn clear_discounts_are_known() {
        for (header, values, kind) in [
            ("discount", &["0.0", "0.15", "0.25"][..], DiscountKind::Share),
            ("Discount", &["15%", "0%"], DiscountKind::Percent),
            ("Discount %", &["15", "5"], DiscountKind::Percent),
            ("折扣", &["8.5折", "9折"], DiscountKind::Zhe),
            ("折扣额", &["12", "30"], DiscountKind::Money),
            ("Discount", &["$5", "$7.50"], DiscountKind::Money),
            ("Discount", &["250", "1200"], DiscountKind::Money),
        ] {
            assert_eq!(guess(header, values), DiscountGuess::Known(kind), "{header} {values:?}");
        }
    }

    #[test]
    fn unclear_discounts_ask() {
        assert!(matches!(guess("折扣", &["0.85", "0.9"]), DiscountGuess::Ask(_)));
        assert!(matches!(guess("折扣", &["8.5", "9"]), DiscountGuess::Ask(_)));
        assert!(matches!(guess("Discount", &["15", "5"]), DiscountGuess::Ask(_)));
    }
}
