//! The sales funnel's tables: kinds, roles, stages and what is wrong with rows.

use std::collections::BTreeMap;

use fourfold::calendar::Day;
use fourfold::import::{Choices, Finding, ImportKind, IssueKind, Preview, Question, Role, SnapshotDay};
use fourfold::tables::{FunnelEntries, LevelHistory, ProfileField, Standing};

use crate::common::*;

fn entries(content: &str) -> (Preview, FunnelEntries) {
    let (preview, imported) = imported(csv(content));
    assert_eq!(preview.kind, ImportKind::FunnelEntries, "{content}");
    (preview, imported.funnel_entries.unwrap())
}

fn history(content: &str) -> (Preview, LevelHistory) {
    let (preview, imported) = imported(csv(content));
    assert_eq!(preview.kind, ImportKind::LevelHistory, "{content}");
    (preview, imported.level_history.unwrap())
}

fn roles(preview: &Preview) -> String {
    preview.columns.iter().map(|column| column.role.map_or("-", Role::code)).collect::<Vec<_>>().join(" ")
}

fn stages(preview: &Preview) -> String {
    let standing = |standing: &Option<Standing>| match standing {
        Some(Standing::Level(code)) => code.clone(),
        Some(Standing::Won) => "won".to_owned(),
        Some(Standing::Lost) => "lost".to_owned(),
        Some(Standing::Dormant) => "dormant".to_owned(),
        None => "?".to_owned(),
    };
    let stage = |stage: &fourfold::import::StageGuess| format!("{} {}={}", stage.text, stage.rows, standing(&stage.standing));
    preview.stages.stages.iter().map(stage).collect::<Vec<_>>().join(", ")
}

fn day(iso: &str) -> Option<Day> {
    Day::from_iso(iso)
}

#[test]
fn a_pipeline_export_is_recognised() {
    let content = "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n\
        1C,Moses,GTX,Cancity,Won,2016-10-20,2017-03-01,1054\nZ0,Darcel,MG,,Engaging,2016-10-25,,\nZ1,Darcel,MG,Isdom,Prospecting,,,\n\
        Z2,Darcel,MG,Isdom,Lost,2016-10-26,2016-11-01,0\n";
    let (preview, entries) = entries(content);
    assert_eq!(roles(&preview), "order rep product customer level entered closed amount");
    assert_eq!(stages(&preview), "Engaging 1=A, Prospecting 1=B, Won 1=won, Lost 1=lost");
    assert!(preview.stages.complete && preview.questions.is_empty());
    assert_eq!(preview.findings, [Finding::WithoutCustomer { count: 1, row: 3 }]);
    let won = entries.entry(0);
    assert_eq!((won.key.as_str(), won.owner.as_str(), won.stage.as_str(), won.amount), ("1C", "Moses", "Won", Some(1054.0)));
    assert_eq!((won.entered, won.closed), (day("2016-10-20"), day("2017-03-01")));
    assert_eq!((entries.entry(1).customer.as_str(), entries.entry(1).closed, entries.entry(1).amount), ("", None, None));
}

#[test]
fn a_chinese_customer_table_with_a_profile_card_is_recognised() {
    let content = "客户名称,意向级别,负责人,区域,预计金额（元）,录入日期,签约日期,最近联系,联系人,联系电话,需求\n\
        甲公司,B级,张三,华东,\"12,000\",2024年1月5日,,2024年3月1日,李四,138,设备\n乙公司,A级,王五,华北,8万,2024年2月1日,,2024-03-02,,,\n\
        丙公司,流失,王五,华北,,2024年2月3日,2024年3月4日,,,,\n";
    let (preview, entries) = entries(content);
    assert_eq!(
        roles(&preview),
        "customer level rep region amount entered closed last-contact profile-contact-person profile-phone-or-email profile-need"
    );
    assert_eq!(stages(&preview), "A级 1=A, B级 1=B, 流失 1=lost");
    assert!(preview.stages.levels.is_empty(), "the file's own letters need no names");
    let first = entries.entry(0);
    assert_eq!((first.key.as_str(), first.amount, first.last_contact), ("甲公司", Some(12_000.0), day("2024-03-01")));
    assert_eq!(first.profile.get(&ProfileField::ContactPerson).map(String::as_str), Some("李四"));
    assert_eq!((first.profile.len(), entries.entry(1).profile.len(), entries.entry(1).amount), (3, 0, Some(80_000.0)));
}

#[test]
fn who_which_level_and_when_is_a_history() {
    let (preview, history) =
        history("客户,阶段,日期,负责人\n甲,线索,2024-01-02,张\n甲,意向,2024-01-05,张\n乙,线索,2024-01-03,李\n甲,成交,2024-02-01,张\n");
    assert_eq!(roles(&preview), "customer level date rep");
    assert_eq!(stages(&preview), "意向 1=A, 线索 2=B, 成交 1=won");
    let courses = history.courses();
    let course: Vec<&str> = courses.of(0).iter().map(|&row| history.stage.text(row as usize)).collect();
    assert_eq!((courses.len(), course), (2, vec!["线索", "意向", "成交"]));
}

#[test]
fn events_keep_their_order_within_a_day_and_across_offsets() {
    let content = "case_id,stage,timestamp,resource\n1,O_SENT,2012-03-25T03:10:00+02:00,x\n1,O_CREATED,2012-03-25T01:30:00.020+01:00,x\n\
        1,O_SELECTED,2012-03-25T01:30:00.010+01:00,x\n2,O_SELECTED,2012-03-26T01:30:00.010+01:00,y\n2,O_CREATED,2012-03-26T02:30:00.010+01:00,y\n";
    let (_, history) = history(content);
    let (courses, first) = (history.courses(), history.keys.code("1").unwrap());
    let course: Vec<&str> = courses.of(first).iter().map(|&row| history.stage.text(row as usize)).collect();
    assert_eq!(course, ["O_SELECTED", "O_CREATED", "O_SENT"]);
    assert_eq!(history.day[courses.of(first)[0] as usize], Day::from_iso("2012-03-25").unwrap());
}

#[test]
fn what_is_wrong_with_a_row_is_told_and_the_row_stays() {
    let content = "Opportunity ID,Account,Deal stage,Created,Close date,Last contact,Amount\n1,A,Proposal,2024-03-01,2024-02-01,2024-02-15,5\n\
        2,B,Proposal,soon,,,about ten\n3,C,,2024-03-01,,,\n4,D,Zebra,2024-03-01,,#REF!,\n4,D,Won,2024-03-01,2024-03-05,,5\nTotal,,,,,,15\n";
    let (preview, imported) = imported(csv(content));
    let entries = imported.funnel_entries.unwrap();
    assert_eq!((imported.record.rows_used, imported.record.rows_rejected, imported.record.rows_left_out), (5, 0, 1));
    let issues: Vec<(u32, &str, IssueKind, &str)> =
        imported.issues.iter().map(|issue| (issue.row, issue.header.as_str(), issue.kind, issue.found.as_str())).collect();
    assert_eq!(
        issues,
        [
            (2, "Close date", IssueKind::ClosedBeforeEntered, "2024-02-01"),
            (2, "Last contact", IssueKind::ContactBeforeEntered, "2024-02-15"),
            (3, "Created", IssueKind::DateLeftOut, "soon"),
            (3, "Amount", IssueKind::NumberLeftOut, "about ten"),
            (4, "Deal stage", IssueKind::LevelBlank, ""),
            (5, "Last contact", IssueKind::DateLeftOut, "#REF!"),
            (5, "Deal stage", IssueKind::LevelUnknown, "Zebra"),
            (6, "Opportunity ID", IssueKind::RepeatedEntry, "4"),
            (7, "", IssueKind::TotalRow, ""),
        ]
    );
    assert_eq!((entries.entry(1).entered, entries.entry(1).amount), (None, None));
    assert_eq!((entries.entry(0).entered, entries.entry(0).closed), (day("2024-03-01"), day("2024-02-01")), "the file's days stay");
    for finding in [
        Finding::UnreadableDates { count: 2, row: 3, header: "Created".to_owned(), example: "soon".to_owned() },
        Finding::DatesOutOfOrder { count: 2, row: 2, header: "Close date".to_owned(), example: "2024-02-01".to_owned() },
        Finding::UnknownLevels { count: 1, row: 5, header: "Deal stage".to_owned(), example: "Zebra".to_owned() },
        Finding::RepeatedEntries { count: 1, row: 6, example: "4".to_owned() },
    ] {
        assert!(imported.findings.contains(&finding), "{finding:?}");
    }
    assert!(preview.questions.is_empty());
}

#[test]
fn events_without_entry_level_or_day_are_rejected() {
    let content = "Lead,Stage,Date\nA,New,2024-01-01\nA,Qualified,2024-01-02\n,New,2024-01-03\nB,,2024-01-03\nB,New,\nB,New,later\nB,Demo,2024-01-05\n";
    let choices =
        Choices { kind: Some(ImportKind::LevelHistory), roles: BTreeMap::from([(0, Some(Role::Customer))]), ..Choices::default() };
    let (_, imported) = taken(csv(content), &choices);
    let issues: Vec<(u32, IssueKind)> = imported.issues.iter().map(|issue| (issue.row, issue.kind)).collect();
    let expected = [(4, IssueKind::MissingKey), (5, IssueKind::MissingLevel), (6, IssueKind::MissingDate), (7, IssueKind::NotADate)];
    assert_eq!((issues.as_slice(), imported.record.rows_rejected), (&expected[..], 4));
    assert_eq!(imported.level_history.unwrap().len(), 3);
}

#[test]
fn the_user_decides_what_a_stage_stands_for() {
    let content = "Deal ID,Deal stage,Created\n1,Zebra,2024-01-01\n2,Proposal,2024-01-01\n3,Parked,2024-01-01\n";
    let open = look(content);
    assert_eq!(stages(&open), "Proposal 1=A, Zebra 1=?, Parked 1=?");
    let stages = BTreeMap::from([
        ("Zebra".to_owned(), Some(Standing::Level("C".to_owned()))),
        ("Parked".to_owned(), None),
        ("Proposal".to_owned(), Some(Standing::Level("B".to_owned()))),
    ]);
    let (preview, imported) = taken(csv(content), &Choices { stages: stages.clone(), ..Choices::default() });
    assert!(imported.issues.is_empty(), "a text that does not count by choice is no fault");
    assert_eq!((imported.stages.mapping, imported.stages.chosen.len()), (stages, 3));
    assert_eq!(preview.stages.stages[0].suggested, Some(Standing::Level("A".to_owned())));
}

#[test]
fn stages_beyond_the_sample_are_mapped_too() {
    let rows: String = (0..5_000).map(|row| format!("{row},{}\n", if row < 4_990 { "Proposal" } else { "Lost" })).collect();
    let (preview, _) = entries(&format!("deal_id,deal_stage\n{rows}"));
    assert_eq!(stages(&preview), "Proposal 4990=A, Lost 10=lost");
}

#[test]
fn a_column_of_outcomes_stands_beside_the_level() {
    let content = "商机编号,阶段,是否成交,进入日期\n1,报价,是,2024-01-01\n2,报价,否,2024-01-01\n3,线索,否,2024-01-02\n";
    let (preview, entries) = entries(content);
    assert_eq!(roles(&preview), "order level outcome entered");
    assert_eq!(stages(&preview), "报价 2=A, 线索 1=B, 是 1=won, 否 2=?");
    assert_eq!((entries.entry(0).stage.as_str(), entries.entry(0).outcome.as_str()), ("报价", "是"));
    assert!(preview.findings.is_empty());
}

#[test]
fn snapshots_are_dated_by_a_column_or_by_the_files_name() {
    let (_, dated) = entries("deal_id,stage,snapshot date\n1,Lead,2024-01-31\n1,Demo,2024-02-29\n");
    assert_eq!(dated.snapshot_days(), [day("2024-01-31").unwrap(), day("2024-02-29").unwrap()]);
    let content = "deal_id,deal_stage\n1,Lead\n2,Demo\n";
    let files = || vec![named("pipeline_2024-01-31.csv", content), named("pipeline_2024-02-29.csv", content)];
    let (preview, two) = imported(files());
    assert_eq!(two.funnel_entries.unwrap().snapshot_days(), [day("2024-01-31").unwrap(), day("2024-02-29").unwrap()]);
    assert_eq!(stages(&preview), "Demo 2=A, Lead 2=B");
    let first = day("2024-01-31").unwrap().0;
    assert!(preview.findings.contains(&Finding::SnapshotDay { day: first, source: "pipeline_2024-01-31.csv".to_owned() }));
    let typed = Choices { snapshot: Some(SnapshotDay::Day(9)), ..Choices::default() };
    assert_eq!(taken(files(), &typed).1.funnel_entries.unwrap().snapshot_days(), [Day(9)]);
    let none = Choices { snapshot: Some(SnapshotDay::None), ..Choices::default() };
    assert!(taken(files(), &none).1.funnel_entries.unwrap().snapshot_days().is_empty());
}

#[test]
fn open_orders_of_day_and_month_are_asked_for_any_date_column() {
    let content = "deal_id,deal_stage,created,last contact\n1,Lead,01/02/2024,\n2,Demo,03/04/2024,05/06/2024\n";
    let preview = look(content);
    assert!(matches!(preview.questions.as_slice(), [Question::DateOrder { column: 2, .. }]), "{:?}", preview.questions);
    let proved = look("deal_id,deal_stage,created,last contact\n1,Lead,01/02/2024,\n2,Demo,03/04/2024,25/06/2024\n");
    assert!(proved.questions.is_empty(), "one column proves it for the other");
}

#[test]
fn entries_without_id_or_customer_are_told_apart_by_their_row() {
    let (preview, table) = entries("Deal stage,Created,Owner\nLead,2024-01-01,Kim\nLead,2024-01-01,Kim\nDemo,2024-01-02,Lee\n");
    assert_eq!((table.keys.len(), table.is_nameless(0)), (3, true));
    assert!(preview.questions.is_empty());
}

#[test]
fn opportunities_of_one_customer_stay_apart_without_ids() {
    let (_, table) =
        entries("客户名称,销售阶段,快照日期\n甲,线索,2024-01-31\n甲,报价,2024-01-31\n乙,线索,2024-01-31\n甲,报价,2024-02-29\n");
    assert_eq!((table.keys.len(), table.key.as_slice()), (3, &[0, 1, 2, 0][..]));
    assert_eq!(table.customer.unwrap().dictionary.len(), 2);
}

#[test]
fn customers_of_a_list_beside_the_pipeline_bring_their_facts() {
    let pipeline =
        named("pipeline.csv", "deal_id,account,deal_stage,created\n1,Acme,Lead,2024-01-01\n2,Bolt,Demo,2024-01-01\n3,,Demo,2024-01-01\n");
    let accounts = named("accounts.csv", "account,region,sales rep\nAcme,North,Kim\nBolt,South,Lee\nCone,South,Lee\n");
    let (_, imported) = imported(vec![pipeline, accounts]);
    let entries = imported.funnel_entries.unwrap();
    assert_eq!([0, 1, 2].map(|row| entries.entry(row).region), ["North", "South", ""]);
    assert_eq!(entries.entry(1).owner, "Lee");
}

#[test]
fn other_tables_stay_what_they_are() {
    for (content, kind) in [
        ("Order No,Customer,Date,Amount,Status\n1,A,2024-01-05,5,Open\n2,B,2024-01-06,6,Cancelled\n", ImportKind::Purchases),
        ("Customer,Date,Amount,Stage\nA,2024-01-05,5,Paid\nB,2024-01-06,6,Shipped\n", ImportKind::Purchases),
        ("客户编号,客户级别,销售额,变异系数\n1,A,500,0.2\n2,B,300,0.5\n", ImportKind::Customers),
        ("订单号,客户,等级,下单日期,金额\n1,甲,A,2024-01-05,5\n2,乙,B,2024-01-06,6\n", ImportKind::Purchases),
    ] {
        assert_eq!(look(content).kind, kind, "{content}");
    }
}
