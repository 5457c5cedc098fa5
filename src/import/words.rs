//! Words that make a row something else than a purchase: totals, notes, walk-in customers, cancelled orders; English and Chinese.
//! Knows texts only, not where they stand.

use crate::tables::folded_spelling;

/// How sure a text names a total.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TotalWord {
    /// The text is nothing but such a word (合计, Subtotal), which no customer is called.
    Certain,
    /// It may be a name all the same (Total, Germany Total): something else in the row must say so too.
    Likely,
}

/// Whether a text is the label of a total, subtotal or average row.
///
/// A name that merely contains the word is none: `Total Oil Ltd`.
#[must_use]
pub fn total_word(text: &str) -> Option<TotalWord> {
    const CERTAIN: &str = "合计|小计|总计|共计|累计|汇总|本页小计|本页合计|本月合计|本月累计|本年累计|总合计|全部合计|合計|小計|總計|\
        共計|累計|subtotal|subtotals|grandtotal|grandtotals|totals|sumtotal|runningtotal|overalltotal|columntotal|\
        pagetotal|gesamtsumme|zwischensumme";
    const LIKELY: &str = "total|sum|average|avg|mean|平均|平均值|均值|总额|总数|合计数|summe|gesamt";
    if !may_be_total(text) {
        return None;
    }
    let spaced = folded_spelling(text);
    let label = spaced.trim_matches([':', '：', '.', '-', '*', '(', ')', ' ', '=', '【', '】', '[', ']']);
    let joined: String = label.chars().filter(|letter| !letter.is_whitespace() && *letter != '-').collect();
    if lists(CERTAIN, &joined) {
        return Some(TotalWord::Certain);
    }
    let ends = [" total", " totals", " subtotal", " sub-total", "小计", "合计", "总计", "小計", "合計", "總計"]
        .iter()
        .any(|word| label.ends_with(word));
    let begins = ["total:", "total for ", "totals for ", "total of ", "sum of ", "subtotal ", "合计:", "总计:", "小计:", "合计("]
        .iter()
        .any(|word| label.starts_with(word));
    (lists(LIKELY, &joined) || ends || begins).then_some(TotalWord::Likely)
}

/// A cheap look before the text is folded: it runs over every row of a file.
fn may_be_total(text: &str) -> bool {
    if text.len() > 80 {
        return false;
    }
    if text.is_ascii() {
        let bytes = text.as_bytes();
        return (0..bytes.len()).any(|at| begins_total_word(&bytes[at..]));
    }
    text.contains(['计', '計', '汇', '均', '总', '總']) || text.chars().any(|letter| ('Ａ'..='ｚ').contains(&letter))
}

fn begins_total_word(text: &[u8]) -> bool {
    let rests: &[&[u8]] = match text.first().map(u8::to_ascii_lowercase) {
        Some(b't') => &[b"ota", b" o t"],
        Some(b's') => &[b"um"],
        Some(b'a') => &[b"v"],
        Some(b'm') => &[b"ean"],
        Some(b'g') => &[b"esamt"],
        _ => return false,
    };
    rests.iter().any(|rest| text.get(1..=rest.len()).is_some_and(|part| part.eq_ignore_ascii_case(rest)))
}

fn lists(words: &str, text: &str) -> bool {
    words.split('|').any(|word| word == text)
}

/// Whether a text opens a remark about the table: `注：`, `制表人：`, `Note:`, `Source …`.
#[must_use]
pub fn is_note(text: &str) -> bool {
    const OPENINGS: &str = "注:|注释|备注|附注|说明|制表|审核|复核|打印|导出|数据来源|来源:|资料来源|单位:|填表|编制|签字|经办|note:|\
        notes:|note |remark|source:|source |prepared by|printed|generated|exported|created by|data as of|as of |*|※|†|\
        disclaimer|copyright|©";
    let folded = folded_spelling(text);
    OPENINGS.split('|').any(|opening| folded.starts_with(opening)) || folded == "注" || has_colon_inside(&folded)
}

/// `制表人：财务部`: a label with its value in one cell.
#[must_use]
pub fn has_colon_inside(text: &str) -> bool {
    text.char_indices()
        .any(|(at, letter)| matches!(letter, ':' | '：') && at > 0 && !text[..at].ends_with(|letter: char| letter.is_ascii_digit()))
}

/// Whether a customer cell names nobody in particular: 散客, Guest, blank, `-`.
#[must_use]
pub fn is_walk_in(text: &str) -> bool {
    const WORDS: &str = "散客|散户|零售客户|零售散客|零散客户|零星客户|门店散客|现金客户|现金散客|现金|匿名|匿名客户|匿名用户|游客|\
        路人|过路客|临时客户|其他散客|普通散客|无名氏|未知客户|散客客户|guest|guests|guest customer|guest user|\
        walk-in|walk in|walkin|walk-ins|walk-in customer|walk in customer|walkin customer|walk-in customers|cash|\
        cash sale|cash sales|cash customer|cash customers|anonymous|unknown|unknown customer|no name|counter sale|\
        counter sales|retail customer|one-time customer|one time customer|casual customer|未知|散客(现金)|零售|\
        laufkundschaft|barverkauf";
    if super::values::number::means_nothing(text) {
        return true;
    }
    // No word of the list is longer, and most names are.
    text.chars().count() <= 24 && lists(WORDS, &folded_spelling(text))
}

/// Whether an order status says that the purchase did not stay one.
#[must_use]
pub fn is_cancelled(status: &str) -> bool {
    const PARTS: &str = "取消|退款|退货|退貨|关闭|關閉|作废|作廢|无效|無效|撤销|撤單|撤单|驳回|拒绝|拒收|已删除|丢单|失败|cancel|\
        refund|returned|return|void|reject|failed|declined|abandon|deleted|chargeback|invalid|lost";
    const DENIED: &str = "未|无退|非|不可|没有|部分|not |no |non|partial|never";
    let folded = folded_spelling(status);
    PARTS.split('|').any(|part| folded.contains(part))
        && !DENIED.split('|').any(|denial| folded.starts_with(denial) || (denial == "部分" && folded.contains(denial)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_of_totals() {
        for text in [
            "合计",
            "合 计",
            "合　计：",
            "小计",
            "总计:",
            "累计",
            "本页小计",
            "Subtotal",
            "SUB-TOTAL",
            "Grand Total",
            "grand total:",
            "Totals",
            "(合计)",
        ] {
            assert_eq!(total_word(text), Some(TotalWord::Certain), "{text}");
        }
        for text in [
            "Total",
            "TOTAL:",
            "Sum",
            "Germany Total",
            "华东小计",
            "华东 合计",
            "Total for March",
            "Average",
            "平均",
            "Ｔｏｔａｌ",
            "2024年3月小计",
            "T o t a l",
        ] {
            assert_eq!(total_word(text), Some(TotalWord::Likely), "{text}");
        }
    }

    #[test]
    fn names_that_contain_the_word_are_names() {
        for text in [
            "Total Oil Ltd",
            "TotalEnergies",
            "Total Wine & More",
            "Sumitomo",
            "计算机公司",
            "合计算机有限公司",
            "Summit Group",
            "Meanwhile Inc",
            "总装备部",
            "",
        ] {
            assert_eq!(total_word(text), None, "{text}");
        }
    }

    #[test]
    fn notes_walk_ins_and_cancelled_orders() {
        assert!(
            is_note("注：本表不含税。")
                && is_note("制表人：张三")
                && is_note("Note: net of tax")
                && !is_note("Acme Ltd")
                && !is_note("客户13717")
        );
        for text in ["散客", "Guest", " walk-in ", "WALK IN", "", "-", "N/A", "零售客户", "Cash Sale"] {
            assert!(is_walk_in(text), "{text}");
        }
        assert!(!is_walk_in("Guest House Ltd") && !is_walk_in("散客联盟有限公司") && !is_walk_in("17850"));
        for text in ["已取消", "已退款", "交易关闭", "Cancelled", "CANCELED", "Refunded", "returned", "Void", "已作废"] {
            assert!(is_cancelled(text), "{text}");
        }
        for text in ["已完成", "已发货", "未退款", "部分退款", "Paid", "Closed", "Not cancelled", "shipped", ""] {
            assert!(!is_cancelled(text), "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn the_cheap_look_misses_no_word(text in "[tosumavengTOSUMAVENG ]{0,12}") {
            let words = ["tota", "sum", "av", "mean", "gesamt", "t o t"];
            let holds = words.iter().any(|word| text.to_lowercase().contains(word));
            proptest::prop_assert_eq!(may_be_total(&text), holds);
        }
    }
}
