//! Headers that name a month or quarter: the columns of tables in wide form.

use super::date::{DateReading, read_date};
use crate::calendar::{Day, Grain};

/// A month or quarter named by a header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PeriodName {
    pub grain: Grain,
    /// `None` for `1月` and `Q1`: the table's title, its sheet or the user says which.
    pub year: Option<i32>,
    /// 1..=12 or 1..=4.
    pub number: u32,
}

impl PeriodName {
    /// First day of the period, in `year` where the header names none.
    #[must_use]
    pub fn first_day(self, year: Option<i32>) -> Option<Day> {
        let month = match self.grain {
            Grain::Month => self.number,
            Grain::Quarter => self.number * 3 - 2,
        };
        Day::from_ymd(self.year.or(year)?, month, 1)
    }
}

/// Reads `2024-01`, `2024年1月`, `Jan-24`, `2024Q1`, `2024年第一季度`, `1月`, `一季度`, `Q1`, also with 销售额, `Sales` or a unit behind.
#[must_use]
pub fn read_period(header: &str) -> Option<PeriodName> {
    let text = plain(header);
    let text = without_measure(&text);
    let (year, rest) = split_year(text);
    if let Some(number) = quarter(rest) {
        return Some(PeriodName { grain: Grain::Quarter, year, number });
    }
    if let Some(number) = month(rest) {
        return Some(PeriodName { grain: Grain::Month, year, number });
    }
    whole_date(text)
}

/// The year written anywhere in a title or sheet name: `2023`, `2023年`, `FY2023`; `None` if there is none or several.
#[must_use]
pub fn year_in(text: &str) -> Option<i32> {
    let plain = plain(text);
    let mut years = plain
        .split(|letter: char| !letter.is_ascii_digit())
        .filter_map(|digits| if digits.len() == 4 { digits.parse().ok() } else { None })
        .filter(|year| (1950..=2100).contains(year));
    let year = years.next()?;
    years.all(|other| other == year).then_some(year)
}

/// Lower case, plain digits and signs, blanks as single spaces.
fn plain(text: &str) -> String {
    crate::tables::folded_spelling(text)
}

/// Drops what is measured and its unit from either end: they do not name the period.
fn without_measure(text: &str) -> &str {
    const MEASURES: &[&str] = &[
        "销售金额",
        "销售额",
        "销售收入",
        "营业额",
        "营收",
        "销售",
        "金额",
        "收入",
        "实际",
        "amount",
        "sales",
        "revenue",
        "net sales",
        "turnover",
        "actual",
        "total",
    ];
    let mut rest = text.trim();
    while let Some(open) = rest.find(['(', '[']).filter(|_| rest.ends_with([')', ']'])) {
        rest = rest[..open].trim_end();
    }
    loop {
        let shorter = MEASURES
            .iter()
            .find_map(|measure| rest.strip_suffix(measure).or_else(|| rest.strip_prefix(measure)))
            .map(|text| text.trim_matches([' ', '-', '_', ':', '/']));
        match shorter {
            Some(text) if !text.is_empty() => rest = text,
            _ => return rest,
        }
    }
}

/// A year at either end: `2024年1月`, `2024q1`, `q1 2024`, `1q24`, `jan-24`.
fn split_year(text: &str) -> (Option<i32>, &str) {
    let signs = [' ', '-', '_', '/', '.', '\'', '年'];
    let number = |digits: &str| digits.parse::<i32>().ok().filter(|year| (1950..=2100).contains(year));
    let short = |digits: &str| {
        digits.parse::<i32>().ok().filter(|_| digits.len() == 2).map(|year| if year < 70 { 2000 + year } else { 1900 + year })
    };
    let head = text.len() - text.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
    let (digits, rest) = text.split_at(head);
    if let Some(year) = number(digits).filter(|_| !rest.is_empty()) {
        return (Some(year), rest.trim_start_matches(signs));
    }
    if let Some(year) = short(digits).filter(|_| rest.starts_with('年')) {
        return (Some(year), rest.trim_start_matches(signs));
    }
    let tail = text.trim_end_matches(|letter: char| letter.is_ascii_digit()).len();
    let (rest, digits) = text.split_at(tail);
    let named = rest.trim_end_matches(signs);
    let worded = month(named).or_else(|| quarter(named)).is_some();
    let year = number(digits).or_else(|| short(digits).filter(|_| worded)).filter(|_| !named.is_empty());
    if year.is_some() { (year, named) } else { (None, text) }
}

/// `q1`, `1q`, `第一季度`, `1季度`, `一季`.
fn quarter(text: &str) -> Option<u32> {
    let text = text.trim_start_matches('第');
    let number = text.strip_prefix("quarter").or_else(|| text.strip_prefix("qtr")).or_else(|| text.strip_prefix('q'));
    let number = number.or_else(|| text.strip_suffix("季度")).or_else(|| text.strip_suffix('季')).or_else(|| text.strip_suffix('q'))?;
    let quarter = small_number(number.trim())?;
    (1..=4).contains(&quarter).then_some(quarter)
}

/// `1月`, `01月份`, `十二月`, `jan`, `january`, `m1`.
fn month(text: &str) -> Option<u32> {
    let chinese = text.strip_suffix("月份").or_else(|| text.strip_suffix('月')).and_then(|number| small_number(number.trim()));
    let coded = || text.strip_prefix('m').filter(|digits| (1..=2).contains(&digits.len())).and_then(small_number);
    let number = chinese.or_else(coded).or_else(|| month_name(text))?;
    (1..=12).contains(&number).then_some(number)
}

fn month_name(text: &str) -> Option<u32> {
    const NAMES: [&str; 12] =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
    let text = text.trim_end_matches('.');
    (1..)
        .zip(NAMES)
        .find(|(_, name)| *name == text || (name.starts_with(text) && text.len() == 3) || (text == "sept" && *name == "september"))
        .map(|(number, _)| number)
}

/// Digits or Chinese numerals up to twelve.
fn small_number(text: &str) -> Option<u32> {
    const NUMERALS: [&str; 12] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];
    if (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.parse().ok();
    }
    (1..).zip(NUMERALS).find(|(_, numeral)| *numeral == text).map(|(number, _)| number)
}

/// `2024-01`, `202401`, `2024-01-01`: what the date reader knows, if it is a month or the first of one.
fn whole_date(text: &str) -> Option<PeriodName> {
    let day = match read_date(text)? {
        DateReading::Month(day) => day,
        DateReading::Day(day) if day.ymd().2 == 1 => day,
        _ => return None,
    };
    let (year, month, _) = day.ymd();
    Some(PeriodName { grain: Grain::Month, year: Some(year), number: month })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use super::*;

    #[test]
    fn months_with_and_without_a_year() {
        for text in [
            "2024-03",
            "2024/3",
            "2024.03",
            "202403",
            "2024年3月",
            "2024年03月",
            "2024年三月",
            "24年3月",
            "Mar-24",
            "Mar 2024",
            "March 2024",
            "2024 Mar",
            "2024-03-01",
            "2024年3月销售额",
            "2024年3月（万元）",
            "Mar-24 Sales",
            "Sales Mar 2024",
            "２０２４年３月",
            "2024年 3月",
            "2024 3月",
            "销售额 2024-03",
            "2024-03-01 00:00:00",
        ] {
            assert_eq!(read_period(text), Some(PeriodName { grain: Grain::Month, year: Some(2024), number: 3 }), "{text}");
        }
        for text in ["3月", "03月", "3月份", "三月", "Mar", "March", "3月销售额", "3 月", "M3", "M03"] {
            assert_eq!(read_period(text), Some(PeriodName { grain: Grain::Month, year: None, number: 3 }), "{text}");
        }
        assert_eq!(read_period("十二月").unwrap().number, 12);
    }

    #[test]
    fn quarters_with_and_without_a_year() {
        for text in [
            "2024Q1",
            "2024-Q1",
            "2024 Q1",
            "Q1 2024",
            "Q1-2024",
            "2024年Q1",
            "2024年一季度",
            "2024年第一季度",
            "2024年1季度",
            "1Q 2024",
            "2024年第1季",
        ] {
            assert_eq!(read_period(text), Some(PeriodName { grain: Grain::Quarter, year: Some(2024), number: 1 }), "{text}");
        }
        for text in ["Q1", "1Q", "一季度", "第一季度", "第1季度", "1季度", "一季", "Quarter 1"] {
            assert_eq!(read_period(text), Some(PeriodName { grain: Grain::Quarter, year: None, number: 1 }), "{text}");
        }
        assert_eq!(read_period("Q3 2024").unwrap().first_day(None), Day::from_ymd(2024, 7, 1));
        assert_eq!(read_period("三季度").unwrap().first_day(Some(2023)), Day::from_ymd(2023, 7, 1));
    }

    #[test]
    fn other_headers_are_no_periods() {
        for text in [
            "Customer",
            "合计",
            "Total",
            "2024",
            "2024年",
            "1",
            "12",
            "Amount",
            "金额",
            "日期",
            "Q5",
            "13月",
            "Margin",
            "Mayor",
            "订单日期",
            "2024-03-15",
            "",
        ] {
            assert_eq!(read_period(text), None, "{text}");
        }
    }

    #[test]
    fn a_title_names_one_year_or_none() {
        assert_eq!(year_in("某某公司 2017 年客户销售明细表"), Some(2017));
        assert_eq!(year_in("FY2023"), Some(2023));
        assert_eq!(year_in("2023-2024"), None);
        assert_eq!(year_in("Sheet1"), None);
    }
}
