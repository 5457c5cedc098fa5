//! Lists of contacts: known by the words of their columns, every row accounted for.

use fourfold::calendar::Day;
use fourfold::import::{ImportKind, IssueKind, Role};
use fourfold::tables::{Contact, ContactChannel, ContactKind};

use crate::common::*;

fn contact(customer: (&str, &str), day: &str, words: [&str; 3], row: u32) -> Contact {
    let [rep, channel, kind] = words.map(str::to_owned);
    let (customer, name) = (customer.0.to_owned(), customer.1.to_owned());
    Contact { customer, name, day: Day::from_iso(day).unwrap(), rep, channel, kind, row, source: 0 }
}

#[test]
fn contacts_are_read_with_rep_channel_and_kind() {
    let (preview, imported) = imported(vec![file(&here("tests/fixtures/contacts.csv"))]);
    assert_eq!((preview.kind, preview.questions.len(), preview.header_row), (ImportKind::Contacts, 0, 2));
    let roles: Vec<_> = preview.columns.iter().filter_map(|column| column.role).collect();
    assert_eq!(roles, [Role::Customer, Role::Name, Role::Date, Role::Rep, Role::Channel, Role::ContactKind]);
    let table = imported.contacts.as_ref().unwrap();
    let (acme, bolt) = (("C1", "Acme Tools"), ("C2", "Bolt Works"));
    let rows: Vec<_> = (0..table.len()).map(|row| table.contact(row)).collect();
    assert_eq!(
        rows,
        [
            contact(acme, "2024-03-14", ["Ann", "Visit", "Sales"], 3),
            contact(acme, "2024-04-02", ["Ann", "Phone", "Follow-up"], 4),
            contact(bolt, "2024-04-03", ["Bo", "E-mail", "Invoice question"], 5),
            contact(bolt, "2024-04-18", ["Bo", "On site", "Repair"], 9),
            // Two calls of one day are two calls.
            contact(acme, "2024-04-02", ["Ann", "Phone", "Follow-up"], 10),
        ]
    );
    let kinds: Vec<_> = (0..table.len()).map(|row| table.kind_of(row)).collect();
    let [visit, finance, repair] = [ContactKind::Visit, ContactKind::Finance, ContactKind::Repair];
    assert_eq!((kinds[0], kinds[2], kinds[3]), (visit, finance, repair));
    let channels: Vec<_> = (0..table.len()).map(|row| table.channel_of(row)).collect();
    let [field, phone, email] = [ContactChannel::Field, ContactChannel::Phone, ContactChannel::Email].map(Some);
    assert_eq!(channels, [field, phone, email, field, phone]);
    let issues: Vec<_> = imported.issues.iter().map(|issue| (issue.row, issue.kind)).collect();
    assert_eq!(issues, [(6, IssueKind::NotADate), (7, IssueKind::MissingDate), (8, IssueKind::WalkInLeftOut), (11, IssueKind::TotalRow)]);
    let record = &imported.record;
    assert_eq!((record.rows_read, record.rows_used, record.rows_rejected, record.rows_left_out), (9, 5, 2, 2));
    assert_eq!((&imported.purchases, &imported.customers), (&None, &None));
}

#[test]
fn chinese_contacts_are_known() {
    let (preview, imported) = imported(vec![file(&here("tests/fixtures/contacts_zh.csv"))]);
    assert_eq!((preview.kind, preview.questions.len()), (ImportKind::Contacts, 0));
    let table = imported.contacts.unwrap();
    let read: Vec<_> = (0..table.len()).map(|row| (table.contact(row).customer, table.day[row].iso(), table.kind_of(row))).collect();
    let [visit, service, finance, repair] = [ContactKind::Visit, ContactKind::Service, ContactKind::Finance, ContactKind::Repair];
    let row = |customer: &str, day: &str, kind| (customer.to_owned(), day.to_owned(), kind);
    assert_eq!(
        read,
        [
            row("甲公司", "2024-03-04", visit),
            row("甲公司", "2024-03-18", service),
            row("乙公司", "2024-04-02", finance),
            row("丙公司", "2024-04-09", repair),
        ]
    );
    assert_eq!(imported.issues[0].kind, IssueKind::WalkInLeftOut);
}

#[test]
fn sales_with_a_channel_and_dated_lists_stay_what_they_are() {
    let kinds = [
        ("Customer,Date,Amount,Channel\nA,2024-01-05,5,Phone\nB,2024-01-06,6,E-mail\n", ImportKind::Purchases),
        ("Customer,Stage,Last contact date\nA,Prospecting,2024-01-05\nB,Won,2024-01-06\n", ImportKind::FunnelEntries),
        ("Customer,Call date\nA,2024-01-05\nB,2024-01-06\n", ImportKind::Contacts),
    ];
    for (content, kind) in kinds {
        assert_eq!(look(content).kind, kind, "{content}");
    }
}
