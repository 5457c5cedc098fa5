//! Every form of a date, and days written in each form read back.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use proptest::prelude::*;

use super::*;

fn iso(text: &str) -> Option<String> {
    match read_date(text)? {
        DateReading::Day(day) | DateReading::Month(day) => Some(day.iso()),
        DateReading::Numbers(_) => None,
    }
}

#[test]
fn forms_that_mean_one_day() {
    for text in [
        "2024-03-05",
        "2024-3-5",
        " 2024-03-05 ",
        "2024/3/5",
        "2024/03/05",
        "2024.3.5",
        "2024. 3. 5",
        "2024年3月5日",
        "2024年03月05日",
        "2024年3月5号",
        "2024年3月5號",
        "2024年 3月 5日",
        "2024年3月5",
        "24年3月5日",
        "20240305",
        "２０２４年３月５日",
        "２０２４／３／５",
        "民國113年3月5日",
        "民国113年3月5日",
        "中華民國113年3月5日",
        "民國 113/03/05",
        "113年3月5日",
        "113/3/5",
        "113.03.05",
        "5-Mar-24",
        "05-Mar-2024",
        "5 Mar 2024",
        "5 March 2024",
        "5th March 2024",
        "5th of March 2024",
        "05Mar2024",
        "5/Mar/2024",
        "5. Mar. 2024",
        "Mar 5, 2024",
        "March 5, 2024",
        "Mar. 5 2024",
        "March 5th, 2024",
        "Tue, 5 Mar 2024",
        "Tuesday, March 5, 2024",
        "2024-Mar-05",
        "2024 Mar 5",
        "2024-03-05 08:26:00",
        "2024-03-05 08:26",
        "2024-03-05T08:26:00",
        "2024-03-05T08:26:00Z",
        "2024-03-05t08:26:00.725+02:00",
        "2024-03-05 08:26:00.000",
        "2024-03-05 08:26:00,000",
        "2024-03-05T08:26:00+0800",
        "2024-03-05 08:26:00 UTC",
        "2024/3/5 8:26",
        "2024/3/5 8:26:00 PM",
        "2024/3/5 8:26 a.m.",
        "2024/3/5 下午 8:26",
        "2024/3/5 下午8:26:30",
        "2024年3月5日 8时26分",
        "2024年3月5日8时26分30秒",
        "2024年3月5日 上午8点",
        "2024年3月5日 星期二",
        "2024年3月5日(周二)",
        "2024年3月5日08:26",
        "20240305082600",
        "202403050826",
        "20240305 08:26",
        "5-Mar-2024 08:26",
        "Mar 5, 2024 8:26 PM",
    ] {
        assert_eq!(iso(text).as_deref(), Some("2024-03-05"), "{text}");
    }
}

#[test]
fn months_are_their_first_day() {
    for text in [
        "2024年3月",
        "2024-03",
        "2024/3",
        "2024.03",
        "202403",
        "03/2024",
        "3-2024",
        "Mar-24",
        "Mar 2024",
        "March 2024",
        "Mar'24",
        "Mar-2024",
        "2024 Mar",
        "2024-Mar",
        "民國113年3月",
        "113年3月",
    ] {
        assert_eq!(read_date(text), Some(DateReading::Month(Day::from_ymd(2024, 3, 1).unwrap())), "{text}");
    }
}

#[test]
fn three_numbers_wait_for_their_column() {
    for (text, day_first, month_first) in [
        ("05/03/2024", Some("2024-03-05"), Some("2024-05-03")),
        ("5/3/2024", Some("2024-03-05"), Some("2024-05-03")),
        ("5/3/24", Some("2024-03-05"), Some("2024-05-03")),
        ("05.03.2024", Some("2024-03-05"), Some("2024-05-03")),
        ("05-03-2024 08:26", Some("2024-03-05"), Some("2024-05-03")),
        ("25/03/2024", Some("2024-03-25"), None),
        ("03/25/2024", None, Some("2024-03-25")),
        ("25.03.98", Some("1998-03-25"), None),
        ("03/03/2024 8:26 PM", Some("2024-03-03"), Some("2024-03-03")),
    ] {
        let Some(DateReading::Numbers(numbers)) = read_date(text) else { panic!("{text}") };
        let read = |order| numbers.day(order).map(Day::iso);
        assert_eq!(read(DateOrder::DayFirst).as_deref(), day_first, "{text}");
        assert_eq!(read(DateOrder::MonthFirst).as_deref(), month_first, "{text}");
    }
    let Some(DateReading::Numbers(numbers)) = read_date("05/05/2024") else { panic!() };
    assert_eq!(numbers.day(DateOrder::YearFirst), Day::from_ymd(2024, 5, 5), "one day whatever the order");
    let Some(DateReading::Numbers(numbers)) = read_date("24-03-05") else { panic!() };
    assert_eq!(numbers.day(DateOrder::YearFirst), Day::from_ymd(2024, 3, 5));
}

#[test]
fn what_is_no_date() {
    for text in [
        "",
        "-",
        "abc",
        "Total",
        "2024",
        "12",
        "1,234.56",
        "2024-13-01",
        "2024-02-30",
        "31/13/2024",
        "32/12/2024",
        "2023年2月29日",
        "45356",
        "hello 2024",
        "1.5",
        "12:30",
        "2024-03-05 25:00",
        "2024-03-05 08:61",
        "2024-03-05 x",
        "2024-03-05 7",
        "0000-00-00",
        "0001-01-01",
        "5/3",
        "3月5日",
        "12345678901234567890",
        "1 2 2024",
        "May",
        "2024年",
        "2024-03/05",
        "192.168.1.1",
        "No. 5",
        "20241305",
    ] {
        assert_eq!(read_date(text), None, "{text}");
    }
}

#[test]
fn serials_are_days_of_the_1900_system() {
    assert_eq!(day_of_serial(45356.0), Day::from_ymd(2024, 3, 5));
    assert_eq!(day_of_serial(45356.99), Day::from_ymd(2024, 3, 5));
    assert_eq!(day_of_serial(40513.0), Day::from_ymd(2010, 12, 1));
    assert_eq!(day_of_serial(12.0), None);
    assert_eq!(day_of_number(20_240_305.0), Day::from_ymd(2024, 3, 5));
    assert_eq!(day_of_number(202_403.0), Day::from_ymd(2024, 3, 1));
    assert_eq!(day_of_number(1e300), None);
    assert_eq!(day_of_number(f64::NAN), None);
}

const NAMES: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

proptest! {
    #[test]
    fn a_day_written_in_any_form_is_read_back(number in 3653i32..36524, form in 0usize..13, time in 0usize..4) {
        let day = Day(number);
        let (year, month, date) = day.ymd();
        let name = NAMES[month as usize - 1];
        let (written, order) = match form {
            0 => (format!("{year}-{month:02}-{date:02}"), DateOrder::YearFirst),
            1 => (format!("{year}/{month}/{date}"), DateOrder::YearFirst),
            2 => (format!("{year}年{month}月{date}日"), DateOrder::YearFirst),
            3 => (format!("{year}.{month}.{date}"), DateOrder::YearFirst),
            4 => (format!("{year}{month:02}{date:02}"), DateOrder::YearFirst),
            5 => (format!("民國{}年{month}月{date}日", year - 1911), DateOrder::YearFirst),
            6 => (format!("{date:02}/{month:02}/{year}"), DateOrder::DayFirst),
            7 => (format!("{month}/{date}/{year}"), DateOrder::MonthFirst),
            8 => (format!("{date}.{month}.{year}"), DateOrder::DayFirst),
            9 => (format!("{date}-{name}-{year}"), DateOrder::MonthFirst),
            10 => (format!("{name} {date}, {year}"), DateOrder::DayFirst),
            11 => (format!("{date:02}/{month:02}/{:02}", year % 100), DateOrder::DayFirst),
            _ => (format!("{:02}-{month:02}-{date:02}", year % 100), DateOrder::YearFirst),
        };
        // Two digits reach from 1970 to 2069 only.
        prop_assume!(form < 11 || (1970..2070).contains(&year));
        let written = match time {
            0 => written,
            1 => format!("{written} 08:26:00"),
            2 => format!("{written} 8:26 PM"),
            _ => format!("{written} 下午8:26"),
        };
        prop_assert_eq!(read_date(&written).and_then(|reading| reading.day(order)), Some(day), "{}", written);
    }

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,40}", digits in "[0-9年月日/ :.-]{0,24}") {
        let _ = read_date(&text);
        let _ = read_date(&digits);
    }
}

proptest::proptest! {
    #[test]
    fn the_short_way_reads_what_the_careful_one_does(text in "[0-9]{3,4}[-/][0-9]{2}[-/][0-9]{2} ?|(19|20)[0-9]{2}-[01][0-9]-[0-3][0-9]") {
        if let Some(day) = read_iso_date(&text) {
            proptest::prop_assert_eq!(read_date(&text), Some(DateReading::Day(day)));
        }
    }
}
