//! Small workspaces for the tests of this folder.

use std::sync::Arc;

use crate::classify::Quadrant;
use crate::tables::{CustomerList, CustomerRow, Dataset, ImportRecord, Purchase, PurchaseTable, SourceFile, WALK_IN_KEY};
use crate::workspace::{Change, ExistingSettings, History, Note, Override, ThresholdRule, Workspace};

/// Rows as people have them: names in several scripts, a return, missing texts, amounts that are no round cents.
pub(super) fn purchases(rows: u32) -> PurchaseTable {
    let mut table = PurchaseTable::default();
    for row in 0..rows {
        table.push(&Purchase {
            customer: if row % 7 == 3 { WALK_IN_KEY.to_owned() } else { format!("客户 {}", row % 5) },
            name: if row % 5 == 1 { "Zoë & Søn".to_owned() } else { String::new() },
            day: 15_000 + i32::try_from(row).unwrap_or_default() * 3,
            amount: if row % 6 == 5 { -12.34 } else { f64::from(row) / 3.0 },
            cost: Some(f64::from(row) * 0.01),
            order: format!("{:05}", row / 2),
            product: String::new(),
            region: if row % 2 == 0 { "华东".to_owned() } else { String::new() },
            rep: String::new(),
            source: 0,
            row: row + 2,
        });
    }
    table
}

pub(super) fn customers() -> CustomerList {
    let given = CustomerRow {
        customer: "0017".to_owned(),
        name: "Änne".to_owned(),
        contribution: Some(12.5),
        stability: None,
        row: 2,
        ..CustomerRow::default()
    };
    CustomerList { rows: vec![given, CustomerRow { customer: "18".to_owned(), stability: Some(-0.0), ..CustomerRow::default() }] }
}

pub(super) fn imported(rows: u32) -> Workspace {
    let source = SourceFile { file: "销售.csv".to_owned(), sheet: String::new(), rows: u64::from(rows) };
    let record = ImportRecord { sources: vec![source], currency: "CNY".to_owned(), rows_read: u64::from(rows), ..ImportRecord::default() };
    Workspace {
        name: "Harbour".to_owned(),
        data: Dataset { purchases: Some(Arc::new(purchases(rows))), imports: vec![record], ..Dataset::default() },
        ..Workspace::default()
    }
}

/// Every kind of change, two of them undone.
pub(super) fn history() -> History {
    let mut history = History::new(imported(40));
    let mut next = history.present().clone();
    let mut record = |change, edit: &mut dyn FnMut(&mut Workspace)| {
        edit(&mut next);
        history.record(change, next.clone());
    };
    record(Change::Rename, &mut |next| next.name = "港口 \"1\"\u{1}".to_owned());
    record(Change::Override, &mut |next| {
        let by_hand = Override { class: Quadrant::II, reason: "new owner".to_owned(), author: "Kim".to_owned(), at: 1.7e12 };
        next.overrides.insert("客户 1".to_owned(), by_hand);
    });
    record(Change::Note, &mut |next| {
        next.notes.insert(WALK_IN_KEY.to_owned(), Note { text: "line\nline".to_owned(), author: String::new(), at: 0.1 + 0.2 });
    });
    record(Change::Merge, &mut |next| drop(next.merges.insert("客户 2".to_owned(), "客户 1".to_owned())));
    record(Change::DeclineMerge, &mut |next| next.declined_merges.extend(["zoë".to_owned()]));
    record(Change::Replace, &mut |next| {
        next.data = Dataset { customers: Some(Arc::new(customers())), ..imported(9).data };
    });
    record(Change::Override, &mut |next| drop(next.overrides.remove("客户 1")));
    record(Change::Settings, &mut |next| {
        let rule = ThresholdRule::Quantile(1.0 / 3.0);
        next.existing = ExistingSettings { contribution_threshold: rule, gross: true, ..ExistingSettings::default() };
    });
    record(Change::ClearData, &mut |next| next.data = Dataset::default());
    history.undo();
    history.undo();
    history
}
