//! The sample pipelines as the bytes of files: English in UTF-8, Chinese as Chinese Excel saves it (GBK, CRLF, 2024年3月5日).

use fourfold::calendar::Day;

use crate::pipeline::{CUSTOMERS, Opportunity, REPS, pipeline};
use crate::words::{CHINESE, ENGLISH, Words};

/// Names of the files with their bytes.
pub fn samples() -> Vec<(&'static str, Vec<u8>)> {
    let pipeline = pipeline();
    let gbk = |text: String| encoding_rs::GBK.encode(&text.replace('\n', "\r\n")).0.into_owned();
    vec![
        ("crm_pipeline.csv", entries(&pipeline, &ENGLISH, Day::iso).into_bytes()),
        ("crm_pipeline_history.csv", events(&pipeline, &ENGLISH, Day::iso).into_bytes()),
        ("zh_pipeline_gbk.csv", gbk(entries(&pipeline, &CHINESE, chinese_day))),
        ("zh_pipeline_history_gbk.csv", gbk(events(&pipeline, &CHINESE, chinese_day))),
    ]
}

fn chinese_day(day: Day) -> String {
    let (year, month, day) = day.ymd();
    format!("{year}年{month}月{day}日")
}

fn entries(pipeline: &[Opportunity], words: &Words, written: fn(Day) -> String) -> String {
    let mut text = format!("{}\n", words.entry_headers);
    for opportunity in pipeline {
        let day = |day: Option<Day>| day.map(written).unwrap_or_default();
        let (region, _) = REPS[opportunity.rep];
        let cells = [
            id(opportunity, words),
            opportunity.customer.map(|customer| firm(customer, words)).unwrap_or_default(),
            words.reps[opportunity.rep].to_owned(),
            words.regions[region].to_owned(),
            words.products[opportunity.product].to_owned(),
            words.standing(opportunity.standing).to_owned(),
            opportunity.amount.map(|amount| (amount * words.money).to_string()).unwrap_or_default(),
            written(opportunity.entered),
            day(opportunity.closed),
            day(opportunity.last_contact),
        ];
        text.push_str(&cells.join(","));
        card(opportunity, words).iter().for_each(|field| {
            text.push(',');
            text.push_str(field);
        });
        text.push('\n');
    }
    text
}

/// Contact person, phone, need, decision maker, next step.
fn card(opportunity: &Opportunity, words: &Words) -> [String; 5] {
    let [contact, phone, need, decides, next] = opportunity.card;
    let named = opportunity.customer.is_some();
    let pick = |list: &[&str], number: u64| list[usize::try_from(number).unwrap_or_default() % list.len()].to_owned();
    let (first, last) = (&words.people.0, &words.people.1);
    let person = |number: u64| match words.id {
        "SJ" => format!("{}{}", pick(first, number), pick(last, number / 12)),
        _ => format!("{} {}", pick(first, number), pick(last, number / 12)),
    };
    let text = |number: Option<u64>, words: &dyn Fn(u64) -> String| number.filter(|_| named).map(words).unwrap_or_default();
    [
        text(contact, &person),
        text(phone, &|number| format!("555-0{:03}", number)),
        text(need, &|number| pick(&words.needs, number)),
        text(decides, &person),
        text(next, &|number| pick(&words.next_steps, number)),
    ]
}

fn events(pipeline: &[Opportunity], words: &Words, written: fn(Day) -> String) -> String {
    let mut text = format!("{}\n", words.event_headers);
    for opportunity in pipeline {
        for &(day, standing) in &opportunity.course {
            let cells = [id(opportunity, words), words.standing(standing).to_owned(), written(day), words.reps[opportunity.rep].to_owned()];
            text.push_str(&cells.join(","));
            text.push('\n');
        }
    }
    text
}

fn id(opportunity: &Opportunity, words: &Words) -> String {
    format!("{}{:05}", words.id, opportunity.number)
}

fn firm(customer: u64, words: &Words) -> String {
    let (names, trades) = words.firms;
    debug_assert_eq!((names.len() * trades.len()) as u64, CUSTOMERS);
    let place = usize::try_from(customer).unwrap_or_default();
    let (name, trade) = (names[place % names.len()], trades[place / names.len() % trades.len()]);
    match words.id {
        "SJ" => format!("{name}{trade}有限公司"),
        _ => format!("{name} {trade}"),
    }
}
