//! What becomes of single rows: used, rejected with their place, or left out by a rule that can be seen.

use std::collections::BTreeSet;

use fourfold::import::{Choices, Context, Finding, InputFile, IssueKind, MappingMemory, Question, Role, RowFate, WalkIns};
use fourfold::tables::WALK_IN_KEY;

use crate::common::*;

#[test]
fn rows_that_cannot_be_read_are_listed_with_place_and_content() {
    let imported =
        read("Customer,Date,Amount\nA,2024-01-05,见附件\nB,soon,5\nC,2024-01-07,\nD,,5\nE,2024-01-09,-5\nF,2024-01-10,#DIV/0!\n");
    let issues: Vec<_> = imported.issues.iter().map(|issue| (issue.row, issue.column, issue.kind, issue.found.as_str())).collect();
    assert_eq!(
        issues,
        [
            (2, Some(2), IssueKind::NotANumber, "见附件"),
            (3, Some(1), IssueKind::NotADate, "soon"),
            (4, Some(2), IssueKind::MissingAmount, ""),
            (5, Some(1), IssueKind::MissingDate, ""),
            (7, Some(2), IssueKind::ErrorCell, "#DIV/0!"),
        ]
    );
    assert_eq!(lines(&imported), ["E 2024-01-09 -5"]);
    assert!(imported.findings.contains(&Finding::NegativeAmounts { count: 1 }));
    assert!(
        imported
            .findings
            .iter()
            .any(|finding| matches!(finding, Finding::UnreadableNumbers { count: 2, row: 2, example, .. } if example == "见附件"))
    );
}

#[test]
fn ragged_rows_are_used_where_they_can_be() {
    let (_, imported) = imported(made("shape_ragged.csv"));
    let record = &imported.record;
    assert_eq!((record.rows_read, record.rows_used, record.rows_rejected), (200, 199, 1));
    let issues: Vec<_> = imported.issues.iter().map(|issue| (issue.row, issue.kind)).collect();
    // The header is row 1, so data row 10 is row 11 of the file.
    assert_eq!(issues, [(11, IssueKind::TooManyCells), (31, IssueKind::MissingDate)]);
    assert!(imported.findings.contains(&Finding::RaggedRows { count: 2, row: 11 }));
}

#[test]
fn totals_blank_rows_and_notes_are_left_out_and_listed() {
    let (preview, imported) = imported(made("shape_title_units_total.csv"));
    assert_eq!(preview.header_row, 4);
    let kinds: Vec<_> = imported.issues.iter().map(|issue| issue.kind).collect();
    assert_eq!(kinds, [IssueKind::TotalRow, IssueKind::BlankRow, IssueKind::NoteRow]);
    assert_eq!((imported.record.rows_used, imported.record.rows_left_out, imported.record.rows_rejected), (200, 3, 0));
    assert!(preview.findings.iter().any(|finding| matches!(finding, Finding::TotalRows { count: 1, example } if example == "合计")));
    assert_eq!(preview.rows[0].fate, RowFate::AboveHeader);
    assert_eq!(preview.rows[3].fate, RowFate::Header);
    assert_eq!(preview.rows[4].fate, RowFate::Used { amount: Some(298.05) });
}

#[test]
fn a_customer_called_total_is_a_customer() {
    let content = "Customer,Date,Amount\nTotal Oil Ltd,2024-01-05,5\nTotal,2024-01-06,6\nTotal Oil Ltd,,7\nGermany Total,,11\nTotal,,18\n小计,,18\n合 计,2024-01-31,18\n";
    let imported = read(content);
    assert_eq!(lines(&imported), ["Total Oil Ltd 2024-01-05 5", "Total 2024-01-06 6"]);
    let kinds: Vec<_> = imported.issues.iter().map(|issue| (issue.row, issue.kind)).collect();
    let total = IssueKind::TotalRow;
    assert_eq!(kinds, [(4, IssueKind::MissingDate), (5, total), (6, total), (7, total), (8, total)]);
}

#[test]
fn a_header_repeated_inside_the_data_is_left_out() {
    let imported = read("Customer,Date,Amount\nA,2024-01-05,5\nCustomer,Date,Amount\nB,2024-01-06,6\n");
    assert_eq!(lines(&imported).len(), 2);
    assert_eq!(imported.issues[0].kind, IssueKind::RepeatedHeader);
}

#[test]
fn duplicate_and_blank_headers_keep_their_columns_reachable() {
    let (preview, imported) = imported(made("shape_duplicate_blank_headers.csv"));
    assert!(near(total(&imported), 1800.0));
    assert_eq!(preview.columns.len(), 7);
    let second = Choices { roles: [(2, None), (3, Some(Role::Amount)), (4, Some(Role::Product))].into(), ..Choices::default() };
    let (_, imported) = taken(made("shape_duplicate_blank_headers.csv"), &second);
    assert!(near(total(&imported), 3555.0));
    assert_eq!(imported.purchases.unwrap().purchase(0).product, "x0");
}

#[test]
fn identifiers_stay_as_they_are_written() {
    let (preview, imported) = imported(made("trap_ids.csv"));
    assert_eq!(preview.columns[0].kind, fourfold::import::ColumnType::Identifier);
    let table = imported.purchases.unwrap();
    assert_eq!(
        table.customers.texts().collect::<Vec<_>>(),
        ["000123", "123", "110101199003078515", "110101199003078516", "1E5", "100000", "12345678901234567890"]
    );
}

#[test]
fn names_are_trimmed_and_never_merged_unasked() {
    let (preview, imported) = imported(made("trap_same_customer_spellings.csv"));
    assert_eq!(customers(&imported), 8);
    assert!(near(total(&imported), 850.0));
    assert!(preview.findings.contains(&Finding::TrimmedNames { count: 1 }));
    assert!(preview.findings.iter().any(|finding| matches!(finding, Finding::SimilarNames { groups: 1, .. })));
}

#[test]
fn names_that_are_formulas_or_html_are_names() {
    let (_, imported) = imported(made("trap_formula_and_html.csv"));
    assert_eq!(customers(&imported), 9);
}

#[test]
fn cancelled_orders_are_offered_to_be_left_out() {
    let content =
        "客户,日期,金额,订单状态\n甲,2024-01-05,5,已完成\n乙,2024-01-06,6,已取消\n丙,2024-01-07,7,已退款\n丁,2024-01-08,8,已完成\n";
    let (preview, imported) = imported(csv(content));
    assert!(near(total(&imported), 13.0));
    assert_eq!(imported.record.rows_left_out, 2);
    let values = vec![("已完成".to_owned(), 2, false), ("已取消".to_owned(), 1, true), ("已退款".to_owned(), 1, true)];
    assert!(preview.findings.contains(&Finding::Statuses { header: "订单状态".to_owned(), values }));
    let kept = Choices { left_out_statuses: Some(BTreeSet::new()), ..Choices::default() };
    assert!(near(total(&taken(csv(content), &kept).1), 26.0));
}

#[test]
fn a_cancelled_status_met_after_the_sample_goes_the_way_of_its_like() {
    let mut content = "Customer,Date,Amount,Status\n".to_owned();
    (0..2_100).for_each(|row| content.push_str(&format!("C{},2024-01-05,1,Paid\n", row % 9)));
    content.push_str("C1,2024-01-06,1,Cancelled\n");
    assert!(near(total(&read(&content)), 2_100.0));
}

#[test]
fn returns_marked_by_a_status_stay_where_they_are_already_negative() {
    let content = "Customer,Date,Amount,Status\nA,2024-01-05,50,Paid\nA,2024-01-06,-20,Returned\n";
    assert!(near(total(&read(content)), 30.0));
}

#[test]
fn customers_without_a_name_are_one_group() {
    let content = "客户,日期,金额\n甲,2024-01-05,5\n散客,2024-01-06,6\n,2024-01-07,7\nGuest,2024-01-08,8\n-,2024-01-09,9\n";
    let (preview, imported) = imported(csv(content));
    assert_eq!(imported.purchases.as_ref().unwrap().customers.texts().collect::<Vec<_>>(), ["甲", WALK_IN_KEY]);
    assert!(preview.findings.contains(&Finding::WalkIns { count: 4, example: "散客".to_owned(), choice: WalkIns::Group }));
    let (_, without) = taken(csv(content), &Choices { walk_ins: Some(WalkIns::LeaveOut), ..Choices::default() });
    assert_eq!((without.record.rows_used, without.record.rows_left_out), (1, 4));
    assert!(without.issues.iter().all(|issue| issue.kind == IssueKind::WalkInLeftOut));
}

#[test]
fn identical_rows_are_reported_and_kept() {
    let imported = read("Customer,Date,Amount\nA,2024-01-05,5\nA,2024-01-05,5\nA,2024-01-05,6\n");
    assert!(near(total(&imported), 16.0));
    assert!(imported.findings.contains(&Finding::DuplicateRows { count: 1 }));
}

#[test]
fn dates_in_the_future_are_told() {
    let context = Context { today: Some(fourfold::calendar::Day::from_iso("2024-06-01").unwrap().0), ..Context::default() };
    let preview =
        fourfold::import::inspect(&mut csv("Customer,Date,Amount\nA,2024-01-05,5\nA,2042-01-05,5\n"), &Choices::default(), &context)
            .unwrap();
    assert!(preview.findings.contains(&Finding::FutureDates { count: 1, example: "2042-01-05".to_owned() }));
}

#[test]
fn error_cells_only_count_in_columns_that_are_used() {
    let (preview, imported) = imported(made("book_formulas_errors.xlsx"));
    assert_eq!(imported.record.rows_used, 200);
    let calc = preview.columns.iter().find(|column| column.header == "Calc").unwrap().index;
    let amount = preview.columns.iter().find(|column| column.role == Some(Role::Amount)).unwrap().index;
    let choices = Choices { roles: [(amount, None), (calc, Some(Role::Amount))].into(), ..Choices::default() };
    assert!(near(total(&taken(made("book_formulas_errors.xlsx"), &choices).1), 242_371.14));
    let wrong = preview.columns.iter().find(|column| column.header == "Err").unwrap().index;
    let choices = Choices { roles: [(amount, None), (wrong, Some(Role::Amount))].into(), ..Choices::default() };
    let (_, imported) = taken(made("book_formulas_errors.xlsx"), &choices);
    assert!(imported.issues.iter().any(|issue| issue.kind == IssueKind::ErrorCell && issue.found.starts_with('#')));
}

#[test]
fn a_mapping_is_remembered_by_its_header() {
    let content = "Key,When,Much,More\nA,2024-01-05,5,1\nA,2024-01-06,6,2\n";
    let choices = Choices { roles: [(2, None), (3, Some(Role::Amount))].into(), ..Choices::default() };
    let preview = inspect(&mut csv(content), &choices).unwrap();
    let memory = MappingMemory::from([(preview.fingerprint, choices)]);
    let mut next: Vec<InputFile> = csv("Report of May,,,\nKEY,When,Much,More\nB,2024-05-05,5,10\nB,2024-05-06,6,20\n");
    let preview = fourfold::import::inspect(&mut next, &Choices::default(), &Context { memory, today: None }).unwrap();
    assert!(preview.remembered && preview.header_row == 2);
    assert_eq!(preview.columns[3].role, Some(Role::Amount));
}

#[test]
fn a_column_that_is_needed_and_missing_is_asked_for() {
    let preview = look("Customer,Amount\nA,5\nA,6\nB,7\n");
    assert!(preview.questions.contains(&Question::MissingRole { role: Role::Date }));
    assert!(preview.plan.is_none());
}

#[test]
fn a_user_may_say_there_is_no_header_or_another_one() {
    let content = "A,2024-01-05,5\nB,2024-01-06,6\n";
    let (preview, imported) = imported(csv(content));
    assert_eq!((preview.header_row, imported.record.rows_used), (0, 2));
    let titled = "Our sales,2024,all\nCustomer,Date,Amount\nA,2024-01-05,5\n";
    let preview = inspect(&mut csv(titled), &Choices { header_row: Some(2), ..Choices::default() }).unwrap();
    assert_eq!((preview.header_row, preview.columns[2].role), (2, Some(Role::Amount)));
}

#[test]
fn codes_guarded_against_spreadsheets_are_unguarded() {
    let imported = read("客户编号,日期,金额\n=\"000123\",2024-01-05,=\"12.5\"\n'000124,2024-01-06,$ -\n");
    assert_eq!(lines(&imported), ["000123 2024-01-05 12.5"]);
    assert_eq!((imported.issues[0].kind, imported.issues[0].found.as_str()), (IssueKind::MissingAmount, "$ -"));
}

#[test]
fn a_day_equal_to_its_month_is_no_question() {
    assert_eq!(lines(&read("Customer,Date,Amount\nA,05/05/2024,-0\n")), ["A 2024-05-05 0"]);
}

#[test]
fn a_summary_by_customer_is_a_list_and_a_date_column_that_cannot_be_read_asks() {
    let preview = look("客户编号,最近一次购买,购买次数,累计消费金额\nC001,2024-03-05,12,3500.5\nC002,2024-02-05,3,800\n");
    assert_eq!(preview.kind, fourfold::import::ImportKind::Customers);
    let preview = look("客户,日期,金额\n甲,3月5日,10\n乙,4月6日,20\n");
    assert_eq!(preview.questions, [Question::MissingRole { role: Role::Date }]);
}
