//! Every form of a number, and numbers written in each convention read back.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use proptest::prelude::*;

use super::*;

fn point(text: &str) -> Option<f64> {
    read_number(text, DecimalMark::Point).map(|number| number.value)
}

fn comma(text: &str) -> Option<f64> {
    read_number(text, DecimalMark::Comma).map(|number| number.value)
}

#[test]
fn every_form_with_a_decimal_point() {
    for (text, value) in [
        ("1,234.56", 1234.56),
        ("1234.56", 1234.56),
        ("1 234.56", 1234.56),
        ("1\u{a0}234.56", 1234.56),
        ("1\u{202f}234.56", 1234.56),
        ("1'234.56", 1234.56),
        ("1’234.56", 1234.56),
        ("(123.45)", -123.45),
        ("（123.45）", -123.45),
        ("(¥1,234.56)", -1234.56),
        ("¥(1,234.56)", -1234.56),
        ("-5", -5.0),
        ("−5", -5.0),
        ("－５", -5.0),
        ("+5", 5.0),
        ("5-", -5.0),
        ("1,234.56-", -1234.56),
        ("-$5.00", -5.0),
        ("$-5.00", -5.0),
        ("$ 5.00", 5.0),
        ("￥1,234", 1234.0),
        ("€12.50", 12.5),
        ("￡278.73", 278.73),
        ("12.50 €", 12.5),
        ("HK$1,000", 1000.0),
        ("US$ 3.5", 3.5),
        ("USD 3.5", 3.5),
        ("3.5 usd", 3.5),
        ("RMB 100", 100.0),
        ("CNY100", 100.0),
        ("100元", 100.0),
        ("100 圆", 100.0),
        ("人民币100", 100.0),
        ("12%", 0.12),
        ("１２．５％", 0.125),
        ("(5%)", -0.05),
        ("3.2万", 32_000.0),
        ("1亿", 1e8),
        ("1.2亿元", 1.2e8),
        ("8千", 8_000.0),
        ("9,999万", 99_990_000.0),
        ("-2.34万", -23_400.0),
        ("5百万", 5e6),
        ("2万亿", 2e12),
        ("3.5万元", 35_000.0),
        ("12k", 12_000.0),
        ("€1.5M", 1.5e6),
        ("１，２３４．５６", 1234.56),
        ("1,23,456.00", 123_456.0),
        ("12,34,567", 1_234_567.0),
        ("1.5E+03", 1500.0),
        ("1e5", 1e5),
        (".5", 0.5),
        ("5.", 5.0),
        ("0", 0.0),
        ("000123", 123.0),
        ("  42  ", 42.0),
    ] {
        let found = point(text).unwrap_or(f64::NAN);
        assert!((found - value).abs() <= 1e-9 * value.abs().max(1.0), "{text}: {found}");
    }
}

#[test]
fn every_form_with_a_decimal_comma() {
    for (text, value) in [
        ("1.234,56", 1234.56),
        ("1 234,56", 1234.56),
        ("1\u{a0}234,56 €", 1234.56),
        ("1'234,5", 1234.5),
        ("1.234.567", 1_234_567.0),
        ("-0,5", -0.5),
        ("2108,00 €", 2108.0),
        ("1.234", 1234.0),
        ("12,5 %", 0.125),
        ("3,5万", 35_000.0),
    ] {
        let found = comma(text).unwrap_or(f64::NAN);
        assert!((found - value).abs() <= 1e-9 * value.abs().max(1.0), "{text}: {found}");
    }
}

#[test]
fn what_is_not_a_number() {
    for text in [
        "",
        " ",
        "-",
        "abc",
        "12a",
        "见附件",
        "1.2.3",
        "12,34",
        "1,2345",
        "1234,567.0",
        "1,234,56",
        "(5",
        "5)",
        "--5",
        "1 2 3",
        "E5",
        "1E",
        "1E5E5",
        "$",
        "万",
        "%",
        "12%%",
        "0x10",
        "NaN",
        "inf",
        "2024-03-05",
        "03/04/2024",
        "1,234.567.890",
        "١٢",
    ] {
        assert_eq!(point(text), None, "{text}");
    }
    for text in ["1,234.56", "1.23.456", "12.34", "1.2345"] {
        assert_eq!(comma(text), None, "{text}");
    }
}

#[test]
fn currency_percent_and_own_units_are_told() {
    assert_eq!(read_number("￡1.00", DecimalMark::Point).unwrap().currency, Some("GBP"));
    assert_eq!(read_number("1.2亿元", DecimalMark::Point).unwrap().currency, Some("CNY"));
    assert!(read_number("1.2亿元", DecimalMark::Point).unwrap().own_unit);
    assert!(read_number("3 %", DecimalMark::Point).unwrap().percent);
}

#[test]
fn separators_prove_a_decimal_mark_or_leave_it_open() {
    for (text, evidence) in [
        ("1,234.56", MarkEvidence::Point),
        ("1.234,56", MarkEvidence::Comma),
        ("12.5", MarkEvidence::Point),
        ("12,5", MarkEvidence::Comma),
        ("0.123", MarkEvidence::Point),
        ("1234.567", MarkEvidence::Point),
        ("1,23,456", MarkEvidence::Point),
        ("1.234.567", MarkEvidence::Comma),
        ("1.234", MarkEvidence::Open),
        ("1,234", MarkEvidence::Open),
        ("1234", MarkEvidence::None),
        ("1 234", MarkEvidence::None),
        ("abc", MarkEvidence::NotANumber),
    ] {
        assert_eq!(NumberText::scan(text).map_or(MarkEvidence::NotANumber, |parts| parts.mark_evidence()), evidence, "{text}");
    }
}

/// Digits in groups, the western or the Indian way.
fn grouped(whole: u64, separator: &str, indian: bool) -> String {
    let digits = whole.to_string();
    let mut groups = Vec::new();
    let mut end = digits.len();
    while end > 0 {
        let size = if indian && !groups.is_empty() { 2 } else { 3 };
        let start = end.saturating_sub(size);
        groups.push(&digits[start..end]);
        end = start;
    }
    groups.reverse();
    groups.join(separator)
}

fn full_width(text: &str) -> String {
    text.chars().map(|letter| if letter.is_ascii_graphic() { char::from_u32(letter as u32 + 0xFEE0).unwrap() } else { letter }).collect()
}

proptest! {
    #[test]
    fn a_number_written_in_any_convention_is_read_back(whole in 0u64..1_000_000_000_000, cents in 0u32..100, negative: bool, style in 0usize..8, sign in 0usize..5) {
        let (separator, mark, indian) = [(",", '.', false), (".", ',', false), (" ", ',', false), ("\u{a0}", '.', false), ("\u{202f}", ',', false), ("'", '.', false), (",", '.', true), ("", '.', false)][style];
        let body = format!("{}{mark}{cents:02}", grouped(whole, separator, indian));
        let written = match (negative, sign) {
            (false, 0) => format!("¥{body}"),
            (false, 1) => format!("{body} €"),
            (false, 2) => full_width(&body),
            (false, _) => body,
            (true, 0) => format!("({body})"),
            (true, 1) => format!("{body}-"),
            (true, 2) => format!("−{body}"),
            (true, 3) => format!("-${body}"),
            (true, _) => format!("(£{body})"),
        };
        let decimal = if mark == '.' { DecimalMark::Point } else { DecimalMark::Comma };
        let expected: f64 = format!("{}{whole}.{cents:02}", if negative { "-" } else { "" }).parse().unwrap();
        prop_assert_eq!(read_number(&written, decimal).map(|number| number.value), Some(expected), "{}", written);
        let other = if decimal == DecimalMark::Point { DecimalMark::Comma } else { DecimalMark::Point };
        prop_assert_eq!(read_number(&written, other), None, "two decimals prove the mark: {}", written);
    }

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,60}") {
        let _ = read_number(&text, DecimalMark::Point);
        let _ = read_number(&text, DecimalMark::Comma);
    }
}

#[test]
fn nothing_is_written_in_many_ways() {
    for text in ["", " ", "-", "--", "—", "/", "N/A", "null", "NaN", "无", "$ -", "¥-"] {
        assert!(means_nothing(text), "{text}");
    }
    for text in ["0", "$0", "x", "-5", "nano", "$"] {
        assert!(!means_nothing(text), "{text}");
    }
}

proptest::proptest! {
    #[test]
    fn the_short_way_reads_what_the_careful_one_does(text in "-?[0-9]{0,16}[.,]?[0-9]{0,4}|[-+0-9.,eE ]{0,12}", point in proptest::bool::ANY) {
        let mark = if point { DecimalMark::Point } else { DecimalMark::Comma };
        if let Some(value) = read_plain(&text, mark) {
            let careful = NumberText::scan(&text).and_then(|parts| parts.value(mark));
            proptest::prop_assert_eq!(careful.map(f64::to_bits), Some(value.to_bits()), "{}", text);
        }
    }
}
