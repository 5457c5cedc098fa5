//! Small workspaces for the tests of this folder.

use std::sync::Arc;

use crate::calendar::Day;
use crate::classify::{Quadrant, Side};
use crate::effort::{Contract, WorkClass};
use crate::playbook::{Cause, CostLine, Ledger, LineKind, PlannedAction, PlaybookPart, SwitchingCost, Verdict, VerdictKind};
use crate::tables::{
    Contact, ContactTable, CustomerList, CustomerRow, Dataset, FunnelEntries, FunnelEntry, ImportRecord, LevelEvent, LevelHistory,
    PotentialList, PotentialRow, ProfileField, Prospect, ProspectList, Purchase, PurchaseTable, SourceFile, Standing, WALK_IN_KEY,
};
use crate::workspace::{
    AverageOrder, Change, ChangesSettings, CustomerPlaybook, Dimension, ExistingSettings, FutureCustomer, History, LevelChoice, Note,
    Override, PlacementSession, Scenario, Sureness, ThresholdRule, TypedRate, WalletSettings, Window, WindowChoice, Workspace,
};

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

/// Entries with and without a customer, blank days, a profile card and a key that two snapshots share.
pub(super) fn funnel_entries() -> FunnelEntries {
    let mut table = FunnelEntries::default();
    for row in 0..12_u32 {
        let day = |offset: i32| Day(20_000 + i32::try_from(row).unwrap_or_default() * 3 + offset);
        table.push(&FunnelEntry {
            key: if row == 11 { FunnelEntry::nameless_key(0, row + 2) } else { format!("{:04}", row % 9) },
            customer: if row % 4 == 3 { String::new() } else { format!("客户 {}", row % 3) },
            name: String::new(),
            owner: if row % 2 == 0 { "Kim".to_owned() } else { "王五".to_owned() },
            region: String::new(),
            product: if row == 5 { "P".to_owned() } else { String::new() },
            stage: ["意向", "线索", "成交", ""][row as usize % 4].to_owned(),
            outcome: if row == 2 { "是".to_owned() } else { String::new() },
            amount: (row % 3 != 1).then(|| f64::from(row) / 3.0),
            entered: (row % 5 != 4).then(|| day(0)),
            closed: (row % 4 == 2).then(|| day(40)),
            last_contact: (row % 2 == 0).then(|| day(9)),
            snapshot: Some(Day(if row < 9 { 20_100 } else { 20_130 })),
            profile: if row == 1 { [(ProfileField::Need, "steel".to_owned())].into() } else { std::collections::BTreeMap::new() },
            source: 0,
            row: row + 2,
        });
    }
    table
}

/// Events of one moment and of several days.
pub(super) fn level_history() -> LevelHistory {
    let mut table = LevelHistory::default();
    for row in 0..10_u32 {
        let day = Day(20_000 + i32::try_from(row / 2).unwrap_or_default());
        table.push(&LevelEvent {
            key: format!("{:04}", row % 3),
            stage: ["线索", "意向", "成交"][row as usize / 3 % 3].to_owned(),
            day,
            moment: LevelEvent::moment_of(day) + i64::from(row % 2) * 725 - 7_200_000,
            owner: if row == 4 { "Kim".to_owned() } else { String::new() },
            region: String::new(),
            product: String::new(),
            amount: (row > 6).then_some(0.1 + 0.2),
            source: 1,
            row: row + 2,
        });
    }
    table
}

/// A funnel with a plan of two scenarios, one change undone.
pub(super) fn funnel_history() -> History {
    let mut history = History::new(imported(5));
    let mut next = history.present().clone();
    let mut record = |change, edit: &mut dyn FnMut(&mut Workspace)| {
        edit(&mut next);
        history.record(change, next.clone());
    };
    record(Change::Append, &mut |next| {
        next.data.funnel_entries = Some(Arc::new(funnel_entries()));
        let stages = [("意向", Standing::Level("C".to_owned())), ("线索", Standing::Level("E".to_owned())), ("成交", Standing::Won)];
        next.funnel.stages = stages.map(|(text, standing)| (text.to_owned(), standing)).into();
    });
    record(Change::Append, &mut |next| next.data.level_history = Some(Arc::new(level_history())));
    record(Change::Funnel, &mut |next| {
        let rate = TypedRate { rate: 1.0 / 3.0, sure: Sureness::Cases(12.0) };
        next.funnel.scenarios[0].target = Some(0.1 + 0.2);
        next.funnel.scenarios[0].levels = [("B".to_owned(), LevelChoice { rate: Some(rate), ..LevelChoice::default() })].into();
        let split = [(Dimension::Rep, [("王五".to_owned(), 0.25)].into())].into();
        let second = Scenario { name: "谨慎".to_owned(), average_order: AverageOrder::Typed(1e6 / 3.0), split, ..Scenario::default() };
        next.funnel.scenarios.push(second);
        next.funnel.chosen = 1;
    });
    record(Change::ClearData, &mut |next| next.data = Dataset::default());
    history.undo();
    history
}

/// Figures with and without a product, one of them of nobody.
pub(super) fn potential() -> PotentialList {
    let row = |customer: &str, product: &str, potential: f64, row: u32| PotentialRow {
        customer: customer.to_owned(),
        product: product.to_owned(),
        potential,
        row,
        ..PotentialRow::default()
    };
    let said =
        PotentialRow { name: "Zoë & Søn".to_owned(), said_by: "商会 2024".to_owned(), source: 1, ..row("客户 1", "", 0.1 + 0.2, 2) };
    PotentialList { rows: vec![said, row("客户 2", "P", -0.0, 3), row("nobody", "", 9e9, 4)] }
}

/// Compared windows, outside figures and future customers, one change undone.
pub(super) fn then_and_now_history() -> History {
    let mut history = History::new(imported(5));
    let mut next = history.present().clone();
    let mut record = |change, edit: &mut dyn FnMut(&mut Workspace)| {
        edit(&mut next);
        history.record(change, next.clone());
    };
    let window = |from: i32, to: i32| Window { from: Some(Day(from)), to: Some(Day(to)) };
    record(Change::Windows, &mut |next| {
        let first = WindowChoice::Days(window(14_975, 15_005));
        next.changes = ChangesSettings { first, second: WindowChoice::Import(0), hold_cuts: true };
    });
    record(Change::Append, &mut |next| next.data.potential = Some(Arc::new(potential())));
    record(Change::Wallet, &mut |next| next.wallet = WalletSettings { window: Some(window(15_000, 15_009)), per_year: true });
    record(Change::FutureCustomers, &mut |next| {
        let named = FutureCustomer { name: "Nordwerk".to_owned(), fit: Some(4), ..FutureCustomer::default() };
        let due =
            FutureCustomer { months_to_need: Some(18), next_review: Some(Day(20_500)), note: "新厂房\"".to_owned(), ..named.clone() };
        next.future = [(0, named), (7, due)].into();
    });
    record(Change::MoveToFunnel, &mut |next| drop(next.future.remove(&0)));
    record(Change::ClearData, &mut |next| next.data = Dataset::default());
    history.undo();
    history
}

pub(super) fn contacts() -> ContactTable {
    let mut table = ContactTable::default();
    for row in 0..8_u32 {
        table.push(&Contact {
            customer: format!("客户 {}", row % 3),
            name: if row == 2 { "Zoë".to_owned() } else { String::new() },
            day: Day(20_000 + i32::try_from(row).unwrap_or_default() * 9),
            channel: ["上门", "Phone", ""][row as usize % 3].to_owned(),
            rep: if row % 2 == 0 { "Kim".to_owned() } else { String::new() },
            kind: if row == 5 { "维修".to_owned() } else { String::new() },
            source: 0,
            row: row + 2,
        });
    }
    table
}

/// The same with time, playbooks and contacts.
pub(super) fn quadrant_history() -> History {
    let mut history = then_and_now_history();
    let mut next = history.present().clone();
    let mut record = |change, edit: &mut dyn FnMut(&mut Workspace)| {
        edit(&mut next);
        history.record(change, next.clone());
    };
    record(Change::Append, &mut |next| next.data.contacts = Some(Arc::new(contacts())));
    record(Change::Effort, &mut |next| {
        next.effort.split.existing = [0.1, 0.2, 0.3, 0.4];
        next.effort.reps = vec!["Kim".to_owned(), "王五".to_owned()];
        next.effort.contracts.insert("客户 1".to_owned(), Contract { starts: Day(20_000), months: 24, every_months: 3 });
    });
    record(Change::PlaybookText, &mut |next| {
        next.playbooks.texts.entry(WorkClass::EII).or_default().insert(PlaybookPart::Ways, "先问\n原因".to_owned());
    });
    record(Change::CustomerPlaybook, &mut |next| {
        let line = CostLine { name: "培训".to_owned(), amount: 1.0 / 3.0, kind: LineKind::Yearly };
        let switching = SwitchingCost { lines: vec![line], rival_saves_per_year: Some(5.0), ..SwitchingCost::default() };
        let verdict = Verdict { kind: VerdictKind::LetGo, reason: "costs more".to_owned(), author: "Kim".to_owned(), at: 1.7e12 };
        let ledger = Ledger { time: Some(0.1 + 0.2), hard_to_turn: Some(true), verdict: Some(verdict), ..Ledger::default() };
        let playbook = CustomerPlaybook {
            cause: Some(Cause::Dissatisfied),
            switching: Some(switching),
            ledger: Some(ledger),
            ..CustomerPlaybook::default()
        };
        next.playbooks.customers.insert("客户 1".to_owned(), playbook);
    });
    record(Change::PlannedAction, &mut |next| {
        let action =
            PlannedAction { customer: "客户 1".to_owned(), text: "visit".to_owned(), due: Some(Day(20_100)), ..PlannedAction::default() };
        next.playbooks.actions.insert(3, action);
    });
    record(Change::ClearData, &mut |next| next.data = Dataset::default());
    history.undo();
    history
}

/// Prospects typed, imported and removed, with what was noted on them, and a blind placement; one change undone.
pub(super) fn prospect_history() -> History {
    let mut history = History::new(imported(5));
    let mut next = history.present().clone();
    let mut record = |change, edit: &mut dyn FnMut(&mut Workspace)| {
        edit(&mut next);
        history.record(change, next.clone());
    };
    let prospect = |id: &str, place: u32| Prospect {
        id: id.to_owned(),
        name: "港口".to_owned(),
        expected: (place == 0).then_some(0.1 + 0.2),
        ratings: [("size".to_owned(), 4.5)].into(),
        source: (place == 1).then_some(2),
        place,
        ..Prospect::default()
    };
    record(Change::Append, &mut |next| {
        next.data.prospects = Some(Arc::new(ProspectList::new([prospect("z", 0), prospect("a", 1)])));
    });
    record(Change::Prospects, &mut |next| {
        next.data.prospects = Some(Arc::new(ProspectList::new([prospect("z", 0), prospect("a", 1), prospect("P1", 7)])));
    });
    record(Change::PotentialSettings, &mut |next| next.potential.expected_card.add("信誉", 1.0 / 3.0, |_| false));
    record(Change::Override, &mut |next| {
        let by_hand = Override { class: Quadrant::III, reason: "x".to_owned(), author: String::new(), at: 1.7e12 };
        next.prospect_overrides.insert("z".to_owned(), by_hand);
    });
    record(Change::Place, &mut |next| {
        let placed = [("Kim".to_owned(), [("z".to_owned(), Quadrant::II)].into())].into();
        next.placements.push(PlacementSession {
            side: Side::Potential,
            customers: vec!["z".to_owned()],
            placed,
            ..PlacementSession::default()
        });
    });
    record(Change::Replace, &mut |next| next.data.purchases = imported(9).data.purchases);
    record(Change::RemoveProspects, &mut |next| next.data.prospects = None);
    history.undo();
    history
}
