//! Headers among titles, units and blank rows; one line a row, cells separated by bars.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use super::*;

/// One line a row, cells separated by `|`; numbers stay text as in a CSV file.
fn rows(text: &str) -> Vec<Row> {
    text.lines()
        .zip(1..)
        .map(|(line, number)| {
            let mut row = Row::default();
            row.clear(number);
            for cell in line.trim().split('|').filter(|_| !line.trim().is_empty()) {
                row.push(if cell.is_empty() { Cell::Empty } else { Cell::Text(cell) });
            }
            row
        })
        .collect()
}

fn found(text: &str) -> (usize, usize, String) {
    let header = find_header(&rows(text));
    (header.index, header.height, header.texts.join("|"))
}

#[test]
fn the_first_row_is_the_common_header() {
    assert_eq!(found("Customer|Date|Amount\nAcme|2024-01-01|5\nBolt|2024-01-02|6"), (0, 1, "Customer|Date|Amount".to_owned()));
    assert_eq!(found("Foo|Bar|Baz\nAcme|2024-01-01|5\nBolt|2024-01-02|6").1, 1);
    assert_eq!(found("客户|日期|金额\n甲|2024年1月1日|5"), (0, 1, "客户|日期|金额".to_owned()));
}

#[test]
fn titles_units_and_blank_rows_stand_above() {
    let text = "某某公司 2017 年客户销售明细表|||\n制表人：财务部||导出时间：2018-01-03 09:00|\n|||\n客户名称|订单日期|销售额|地区\n甲|2011-02-14|298.05|英国\n乙|2011-02-15|8|英国";
    assert_eq!(found(text).0, 3);
    let text = "Sales report|||\n|||(in thousands)\nCustomer|Date|Amount|Region\nA|2024-01-01|5|N\nB|2024-01-02|5|N";
    assert_eq!(found(text), (2, 1, "Customer|Date|Amount|Region".to_owned()));
}

#[test]
fn a_table_without_header_has_none() {
    assert_eq!(found("Acme|2024-01-01|5\nBolt|2024-01-02|6\nCog|2024-01-03|7"), (0, 0, String::new()));
    assert_eq!(found("\n17850|20101201|139.12\n17851|20101201|22.2"), (1, 0, String::new()));
}

#[test]
fn two_lines_are_joined_where_the_second_adds() {
    let text = "客户编码|客户名称|2023年||2024年|\n||数量|金额|数量|金额\nA1|甲|1|10|2|20\nA2|乙|3|30|4|40";
    assert_eq!(found(text), (0, 2, "客户编码|客户名称|2023年 数量|2023年 金额|2024年 数量|2024年 金额".to_owned()));
    let text = "客户|日期|金额\n||（万元）\n甲|2024-01-01|5\n乙|2024-01-02|6";
    assert_eq!(found(text), (0, 2, "客户|日期|金额 （万元）".to_owned()));
    let text = "客户编码|客户名称|订单|订单\n客户编码|客户名称|日期|金额\nA1|甲|2024-01-01|5\nA2|乙|2024-01-02|6";
    assert_eq!(found(text), (0, 2, "客户编码|客户名称|订单 日期|订单 金额".to_owned()));
    let text = "||2024年|||\n客户|地区|1月|2月|3月|4月\n甲|华东|1|2|3|4\n乙|华东|1|2|3|4";
    assert_eq!(found(text), (0, 2, "客户|地区|2024年 1月|2024年 2月|2024年 3月|2024年 4月".to_owned()));
}

#[test]
fn a_first_row_with_mistakes_is_no_second_header_line() {
    assert_eq!(found("Customer|Date|Amount\nAcme|soon|many\nBolt|2024-01-02|6\nCog|2024-01-03|7").1, 1);
}

#[test]
fn periods_are_names_of_columns() {
    assert_eq!(found("客户|2024-01|2024-02|2024-03\n甲|1|2|3\n乙|1||3"), (0, 1, "客户|2024-01|2024-02|2024-03".to_owned()));
    assert_eq!(found("Customer|Region|2021|2022|2023\nA|N|1|2|3\nB|S|1||3").1, 1);
    assert_eq!(found("Customer|202401|202402|202403\nA|1|2|3\nB|1||3").1, 1);
}

#[test]
fn blank_and_double_headers_keep_their_columns() {
    let text = "Customer|Date|Amount|Amount||Region|\nC0|2024-01-03|0.5|0.25|x0|R|\nC1|2024-02-03|1.5|2.25|x1|R|";
    assert_eq!(found(text), (0, 1, "Customer|Date|Amount|Amount||Region|".to_owned()));
}

#[test]
fn a_header_alone_is_a_header() {
    assert_eq!(found("客户名称|订单日期|销售额|地区"), (0, 1, "客户名称|订单日期|销售额|地区".to_owned()));
}
