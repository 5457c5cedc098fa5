//! Header names in English and Chinese and the roles they point to. Words only; what the column holds is judged elsewhere.

use unicode_normalization::UnicodeNormalization;

use super::vocabulary_prospects::PROSPECT_WORDS;
use super::vocabulary_words::{VOCABULARY, Words};
use crate::import::Role;

/// A header prepared for comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeaderKey {
    /// Lower case letters and digits only, bracketed units dropped.
    joined: String,
    /// The same as words, ` customer id `.
    words: String,
}

impl HeaderKey {
    #[must_use]
    pub fn new(header: &str) -> Self {
        let plain: String = header.nfkc().map(simplified).collect();
        let words = split_words(without_brackets(&plain));
        let joined = words.chars().filter(|letter| *letter != ' ').collect();
        Self { joined, words: format!(" {} ", words.trim()) }
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.joined.is_empty()
    }

    /// Whether a part stands in the header: Chinese anywhere, English as whole words.
    #[must_use]
    pub fn holds(&self, part: &str) -> bool {
        if part.is_ascii() {
            self.words.match_indices(part).any(|(at, _)| self.is_word(at, part.len()))
        } else {
            self.joined.contains(part)
        }
    }

    fn is_word(&self, at: usize, length: usize) -> bool {
        self.words[..at].ends_with(' ') && self.words[at + length..].starts_with(' ')
    }
}

/// The words of every role.
fn words() -> impl Iterator<Item = &'static Words> {
    VOCABULARY.iter().chain(PROSPECT_WORDS)
}

/// How well a header names a role: 0 not at all, above 100 by its whole text, below by a part of it.
#[must_use]
pub fn score(header: &HeaderKey, role: Role) -> u32 {
    let Some(words) = self::words().find(|words| words.role == role) else { return 0 };
    if header.is_empty() || holds_any(header, words.never) {
        return 0;
    }
    let rank = |place: usize, from: u32| from.saturating_sub(u32::try_from(place).unwrap_or(u32::MAX)).max(from - 60);
    if let Some(place) = words.whole.split('|').position(|word| word == header.joined) {
        return rank(place, 200);
    }
    words.part.split('|').position(|part| header.holds(part)).map_or(0, |place| rank(place, 90))
}

/// Whether the header holds a word that speaks against the role.
#[must_use]
pub fn denies(header: &HeaderKey, role: Role) -> bool {
    words().any(|words| words.role == role && holds_any(header, words.never))
}

/// Whether any role knows the header. Of roles that few tables have only whole headers count, and those of the profile
/// card and of ratings not at all: their words
/// stand in the cells of other tables.
#[must_use]
pub fn is_known(header: &HeaderKey) -> bool {
    Role::ALL.into_iter().any(|role| match role {
        Role::Profile(_) | Role::Rating(_) => false,
        role => {
            let seldom = role.is_funnel() || role.is_outside() || role.is_contact() || role.is_prospect();
            score(header, role) > if seldom { PART_OF_HEADER } else { 0 }
        }
    })
}

/// Whether one of these roles knows the header.
#[must_use]
pub fn is_known_to(header: &HeaderKey, roles: &[Role]) -> bool {
    roles.iter().any(|&role| score(header, role) > 0)
}

/// Scores up to here are those of a part of the header, above it of the whole.
pub const PART_OF_HEADER: u32 = 100;

/// Whether the header names something counted or coded rather than measured: its numbers are names.
#[must_use]
pub fn names_an_identifier(header: &str) -> bool {
    const PARTS: &str = "id|no|nr|number|code|key|sku|编号|编码|代码|代号|号码|单号|账号|卡号|序号|货号|zip|phone|邮编|电话|手机";
    let key = HeaderKey::new(header);
    holds_any(&key, PARTS) || key.joined.ends_with('号')
}

fn holds_any(header: &HeaderKey, parts: &str) -> bool {
    parts.split('|').any(|part| !part.is_empty() && header.holds(part))
}

/// The simplified form of the traditional characters that headers are made of, so that the vocabulary needs one form only.
fn simplified(letter: char) -> char {
    const TRADITIONAL: &str = "戶訂單額銷業務員數價區狀態幣別產稱編號碼總計時間國級應實際類種簽約發貨經辦買賣購廠場點備註開關閉項顧會專戶門營歷減貢獻穩變異規潤進";
    const SIMPLIFIED: &str = "户订单额销业务员数价区状态币别产称编号码总计时间国级应实际类种签约发货经办买卖购厂场点备注开关闭项顾会专户门营历减贡献稳变异规润进";
    if letter.is_ascii() {
        return letter;
    }
    TRADITIONAL.chars().zip(SIMPLIFIED.chars()).find(|(traditional, _)| *traditional == letter).map_or(letter, |(_, plain)| plain)
}

/// Drops `（英镑）` and the like at the end; a header that is nothing but brackets stays.
fn without_brackets(text: &str) -> &str {
    let text = text.trim();
    match text.find(['(', '[', '【']) {
        Some(open) if open > 0 && text.ends_with([')', ']', '】']) => text[..open].trim_end(),
        _ => text,
    }
}

/// `companyName`, `customer_id`, `Cust#` as words in lower case.
fn split_words(text: &str) -> String {
    let mut words = String::with_capacity(text.len() + 8);
    let letters: Vec<char> = text.chars().collect();
    for (index, &letter) in letters.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|before| letters.get(before)).copied().unwrap_or(' ');
        let after = letters.get(index + 1).copied().unwrap_or(' ');
        let hump = letter.is_uppercase() && (before.is_lowercase() || (before.is_uppercase() && after.is_lowercase()));
        if letter == '#' {
            words.push_str(" no");
        } else if letter.is_alphanumeric() {
            if hump {
                words.push(' ');
            }
            words.extend(letter.to_lowercase());
        } else if !words.ends_with(' ') {
            words.push(' ');
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn best(header: &str) -> Option<Role> {
        let key = HeaderKey::new(header);
        // A customer list's contribution goes by the words of an amount too.
        let roles = Role::ALL.into_iter().filter(|role| *role != Role::Contribution || header.contains("贡献"));
        roles.max_by_key(|role| (score(&key, *role), std::cmp::Reverse(*role))).filter(|role| score(&key, *role) > 0)
    }

    #[test]
    fn headers_point_to_their_roles() {
        for (header, role) in [
            ("CustomerID", Role::Customer),
            ("customer_id", Role::Customer),
            ("Cust No.", Role::Customer),
            ("Cust#", Role::Customer),
            ("客户编码", Role::Customer),
            ("会员号", Role::Customer),
            ("companyName", Role::Name),
            ("客户名称", Role::Name),
            ("购货单位", Role::Name),
            ("InvoiceDate", Role::Date),
            ("Order Date", Role::Date),
            ("下单时间", Role::Date),
            ("日期", Role::Date),
            ("amount", Role::Amount),
            ("Amount (USD)", Role::Amount),
            ("金额（英镑）", Role::Amount),
            ("价税合计", Role::Amount),
            ("实收金额(元)", Role::Amount),
            ("销售 金额", Role::Amount),
            ("Qty", Role::Quantity),
            ("unitPrice", Role::UnitPrice),
            ("单价", Role::UnitPrice),
            ("折扣率", Role::Discount),
            ("成本", Role::Cost),
            ("InvoiceNo", Role::Order),
            ("订单编号", Role::Order),
            ("StockCode", Role::Product),
            ("型号", Role::Product),
            ("国家/地区", Role::Region),
            ("shipCountry", Role::Region),
            ("业务员", Role::Rep),
            ("employeeID", Role::Rep),
            ("Sales rep", Role::Rep),
            ("币种", Role::Currency),
            ("订单状态", Role::Status),
            ("客户贡献度", Role::Contribution),
            ("变异系数", Role::Stability),
            ("毛利", Role::Margin),
            ("客戶名稱", Role::Name),
            ("訂單日期", Role::Date),
            ("銷售額", Role::Amount),
            ("業務員", Role::Rep),
            ("Rechnungsdatum", Role::Date),
            ("Billing Name", Role::Name),
        ] {
            assert_eq!(best(header), Some(role), "{header}");
        }
    }

    #[test]
    fn what_is_not_money_is_no_amount() {
        for header in [
            "freight",
            "运费",
            "Sales tax",
            "税额",
            "Total Qty",
            "销售员",
            "Sales rep",
            "Sales ID",
            "折扣金额",
            "单价",
            "Credit limit",
            "毛利率",
            "总成本",
        ] {
            assert_eq!(score(&HeaderKey::new(header), Role::Amount), 0, "{header}");
        }
        for header in ["requiredDate", "shippedDate", "交货日期", "生日", "Due Date"] {
            assert_eq!(score(&HeaderKey::new(header), Role::Date), 0, "{header}");
        }
    }

    #[test]
    fn a_better_word_scores_higher() {
        let score = |header, role| score(&HeaderKey::new(header), role);
        assert!(score("CustomerID", Role::Customer) > score("Customer", Role::Customer));
        assert!(score("CustomerName", Role::Name) > score("Company", Role::Name));
        assert!(score("amount", Role::Amount) > score("Total", Role::Amount));
        assert!(score("BillingCountry", Role::Region) > score("BillingCity", Role::Region));
        assert!(
            names_an_identifier("客户编号")
                && names_an_identifier("InvoiceNo")
                && names_an_identifier("Order ID")
                && !names_an_identifier("Amount")
        );
    }
}
