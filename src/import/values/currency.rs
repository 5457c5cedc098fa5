//! Currencies as they stand beside amounts: signs, codes and Chinese names, all turned into ISO codes.

/// `¥` is written for both the yuan and the yen; what it means is settled for a whole table, see [`settled`].
pub const YUAN_OR_YEN: &str = "¥";

/// What is written and the code it stands for. Longer forms stand before the shorter ones they begin or end with.
const WRITTEN: &[(&str, &str)] = &[
    ("US$", "USD"),
    ("HK$", "HKD"),
    ("NT$", "TWD"),
    ("CA$", "CAD"),
    ("AU$", "AUD"),
    ("NZ$", "NZD"),
    ("S$", "SGD"),
    ("A$", "AUD"),
    ("C$", "CAD"),
    ("R$", "BRL"),
    ("$", "USD"),
    ("＄", "USD"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("￡", "GBP"),
    ("CN¥", "CNY"),
    ("JP¥", "JPY"),
    ("¥", YUAN_OR_YEN),
    ("￥", YUAN_OR_YEN),
    ("₹", "INR"),
    ("₩", "KRW"),
    ("₽", "RUB"),
    ("₺", "TRY"),
    ("₫", "VND"),
    ("฿", "THB"),
    ("zł", "PLN"),
    ("人民币元", "CNY"),
    ("元人民币", "CNY"),
    ("人民币", "CNY"),
    ("人民幣", "CNY"),
    ("新台幣", "TWD"),
    ("新台币", "TWD"),
    ("台幣", "TWD"),
    ("台币", "TWD"),
    ("美元", "USD"),
    ("美金", "USD"),
    ("欧元", "EUR"),
    ("歐元", "EUR"),
    ("英镑", "GBP"),
    ("英鎊", "GBP"),
    ("日元", "JPY"),
    ("日圆", "JPY"),
    ("日圓", "JPY"),
    ("港元", "HKD"),
    ("港币", "HKD"),
    ("港幣", "HKD"),
    ("澳元", "AUD"),
    ("加元", "CAD"),
    ("新元", "SGD"),
    ("韩元", "KRW"),
    ("卢布", "RUB"),
    ("卢比", "INR"),
    ("瑞郎", "CHF"),
    ("元整", "CNY"),
    ("元", "CNY"),
    ("圆", "CNY"),
    ("圓", "CNY"),
    ("块", "CNY"),
    ("RMB", "CNY"),
    ("CNH", "CNY"),
    ("円", "JPY"),
];

/// Codes that stand for themselves.
const CODES: &[&str] = &[
    "USD", "EUR", "CNY", "GBP", "JPY", "HKD", "TWD", "AUD", "CAD", "CHF", "SGD", "INR", "KRW", "RUB", "BRL", "NZD", "SEK", "NOK", "DKK",
    "PLN", "CZK", "HUF", "TRY", "THB", "VND", "MYR", "IDR", "PHP", "MXN", "ZAR", "AED", "SAR", "ILS", "MOP",
];

/// Every written form with its code, the signs and names first.
fn forms() -> impl Iterator<Item = (&'static str, &'static str)> {
    WRITTEN.iter().copied().chain(CODES.iter().map(|&code| (code, code)))
}

/// Takes a currency off the front of a trimmed amount.
#[must_use]
pub fn strip_front(text: &str) -> Option<(&'static str, &str)> {
    forms().find_map(|(form, code)| {
        let head = text.get(..form.len())?;
        head.eq_ignore_ascii_case(form).then(|| (code, &text[form.len()..]))
    })
}

/// Takes a currency off the end of a trimmed amount.
#[must_use]
pub fn strip_back(text: &str) -> Option<(&'static str, &str)> {
    forms().find_map(|(form, code)| {
        let split = text.len().checked_sub(form.len())?;
        let tail = text.get(split..)?;
        tail.eq_ignore_ascii_case(form).then(|| (code, &text[..split]))
    })
}

/// The code of a cell of a currency column: a known form, or the text itself in capitals.
#[must_use]
pub fn code_of(text: &str) -> String {
    let text = text.trim();
    forms().find(|(form, _)| text.eq_ignore_ascii_case(form)).map_or_else(|| text.to_uppercase(), |(_, code)| code.to_owned())
}

/// The currency a header or title names: `金额（英镑）`, `Amount (EUR)`, `Sales k€`.
///
/// A bare 元 counts only as a unit, that is at the end, in brackets or after 万, 千 or 亿: 单元 and 元器件 are no money.
#[must_use]
pub fn named_in(text: &str) -> Option<&'static str> {
    forms().find(|&(form, _)| names_currency(text, form)).map(|(_, code)| code)
}

fn names_currency(text: &str, form: &str) -> bool {
    let alphabetic = form.bytes().all(|byte| byte.is_ascii_alphabetic());
    let haystack = if alphabetic { text.to_ascii_uppercase() } else { text.to_owned() };
    haystack.match_indices(form).any(|(at, _)| {
        let before = haystack[..at].chars().next_back();
        let after = haystack[at + form.len()..].chars().next();
        match form {
            "元" | "圆" | "圓" | "块" => {
                let opens = before.is_none_or(|letter| "（(/:：万千百亿萬億 ".contains(letter));
                opens && after.is_none_or(|letter| "）)/,，;； ".contains(letter))
            }
            _ if alphabetic => {
                !before.is_some_and(|letter| letter.is_alphanumeric()) && !after.is_some_and(|letter| letter.is_alphanumeric())
            }
            "$" => !before.is_some_and(char::is_alphabetic),
            _ => true,
        }
    })
}

/// Whether a row marked `found` belongs to a table of `wanted` money. `¥` belongs to both of its currencies.
#[must_use]
pub fn same(found: &str, wanted: &str) -> bool {
    found == wanted
        || (found == YUAN_OR_YEN && matches!(wanted, "CNY" | "JPY"))
        || (wanted == YUAN_OR_YEN && matches!(found, "CNY" | "JPY"))
}

/// What `¥` means in a table: the yen where kana are written or where every amount is whole outside Chinese text, else the yuan.
#[must_use]
pub fn settled(code: &'static str, chinese: bool, kana: bool, fractions: bool) -> &'static str {
    match code {
        YUAN_OR_YEN if kana => "JPY",
        YUAN_OR_YEN if chinese || fractions => "CNY",
        YUAN_OR_YEN => "JPY",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn longest_form_wins_at_either_end() {
        assert_eq!(strip_front("HK$12"), Some(("HKD", "12")));
        assert_eq!(strip_front("usd 12"), Some(("USD", " 12")));
        assert_eq!(strip_back("12美元"), Some(("USD", "12")));
        assert_eq!(strip_back("12元"), Some(("CNY", "12")));
        assert_eq!(strip_front("12"), None);
    }

    #[test]
    fn headers_name_their_currency() {
        for (header, code) in [
            ("金额（英镑）", Some("GBP")),
            ("销售额(元)", Some("CNY")),
            ("金额（万元）", Some("CNY")),
            ("单位：万元", Some("CNY")),
            ("Amount (EUR)", Some("EUR")),
            ("Sales k€", Some("EUR")),
            ("Total US$", Some("USD")),
            ("单元", None),
            ("元器件", None),
            ("Euro zone sales", None),
            ("Amount", None),
        ] {
            assert_eq!(named_in(header), code, "{header}");
        }
    }

    #[test]
    fn the_yen_and_yuan_sign_is_settled_by_its_table() {
        assert_eq!(settled(YUAN_OR_YEN, true, false, false), "CNY");
        assert_eq!(settled(YUAN_OR_YEN, true, true, false), "JPY");
        assert_eq!(settled(YUAN_OR_YEN, false, false, true), "CNY");
        assert!(same(YUAN_OR_YEN, "CNY") && !same("USD", "CNY"));
    }
}
