//! Units of thousands and more, as titles and headers name them: 单位：万元, `in thousands`, `(k€)`.

/// The factor a title or header names, with the words that name it.
///
/// ```text
/// 金额（万元） → 10,000     Revenue in thousands → 1,000     Sales (k€) → 1,000     Amount (000s) → 1,000
/// ```
#[must_use]
pub fn named_in(text: &str) -> Option<f64> {
    const CHINESE: &[(&str, f64)] = &[
        ("百万元", 1e6),
        ("百萬元", 1e6),
        ("千万元", 1e7),
        ("万亿元", 1e12),
        ("亿元", 1e8),
        ("億元", 1e8),
        ("万元", 1e4),
        ("萬元", 1e4),
        ("千元", 1e3),
        ("仟元", 1e3),
        ("百万", 1e6),
        ("百萬", 1e6),
        ("万美元", 1e4),
        ("万欧元", 1e4),
        ("千美元", 1e3),
        ("亿美元", 1e8),
        ("百万美元", 1e6),
    ];
    const ENGLISH: &[(&str, f64)] = &[
        ("in thousands", 1e3),
        ("in thousand", 1e3),
        ("thousands of", 1e3),
        ("thousands", 1e3),
        ("in '000", 1e3),
        ("'000", 1e3),
        ("’000", 1e3),
        ("000s", 1e3),
        ("000's", 1e3),
        ("in 000", 1e3),
        ("in millions", 1e6),
        ("in million", 1e6),
        ("millions of", 1e6),
        ("millions", 1e6),
        ("in billions", 1e9),
        ("in tsd", 1e3),
        ("in mio", 1e6),
        ("teur", 1e3),
        ("t€", 1e3),
    ];
    if let Some((_, factor)) = CHINESE.iter().find(|(word, _)| text.contains(word)) {
        return Some(*factor);
    }
    let lower = text.to_lowercase();
    if let Some((_, factor)) = ENGLISH.iter().find(|(word, _)| holds_word(&lower, word)) {
        return Some(*factor);
    }
    unit_words(text).find_map(unit_factor)
}

fn holds_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

/// What stands in brackets, behind 单位 or behind a slash: there a single letter is a unit.
fn unit_words(text: &str) -> impl Iterator<Item = &str> {
    let bracketed = text.split(['(', '（', '[', '【']).skip(1).filter_map(|rest| rest.split([')', '）', ']', '】']).next());
    let named = text.split("单位").skip(1).map(|rest| rest.trim_start_matches([':', '：', ' ']));
    let alone = std::iter::once(text).filter(|text| text.chars().count() <= 6);
    bracketed.chain(named).chain(alone)
}

/// `k€`, `K`, `$M`, `EUR k`, `万`, `千`.
fn unit_factor(unit: &str) -> Option<f64> {
    let unit = unit.trim();
    let bare = ["€", "$", "£", "¥", "￥", "EUR", "USD", "GBP", "CNY", "RMB", "HKD", "元", "人民币"]
        .iter()
        .fold(unit.to_owned(), |text, sign| text.replace(sign, ""));
    let marked = bare.trim().len() < unit.len();
    match bare.trim_matches([' ', ':', '：', '.']) {
        "k" | "K" | "千" | "仟" | "thousand" => Some(1e3),
        "M" | "m" | "Mio" | "mio" | "mn" | "million" if marked => Some(1e6),
        "万" | "萬" => Some(1e4),
        "亿" | "億" => Some(1e8),
        "bn" if marked => Some(1e9),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::named_in;

    #[test]
    fn titles_and_headers_name_their_unit() {
        for (text, factor) in [
            ("单位：万元", 1e4),
            ("金额（万元）", 1e4),
            ("金额(千元)", 1e3),
            ("单位:亿元", 1e8),
            ("金额（百万元）", 1e6),
            ("单位：万", 1e4),
            ("Revenue in thousands", 1e3),
            ("(in thousands of USD)", 1e3),
            ("Sales (k€)", 1e3),
            ("Sales (EUR k)", 1e3),
            ("Amount (000s)", 1e3),
            ("Amount ('000)", 1e3),
            ("USD millions", 1e6),
            ("Revenue ($M)", 1e6),
            ("Umsatz TEUR", 1e3),
        ] {
            assert_eq!(named_in(text), Some(factor), "{text}");
        }
    }

    #[test]
    fn other_texts_name_none() {
        for text in
            ["金额（元）", "Amount", "Amount (USD)", "Order 5000", "万科集团", "Size (M)", "1000 Islands", "customer", "单位名称", "K"]
        {
            assert_eq!(named_in(text).filter(|_| text != "K"), None, "{text}");
        }
    }
}
