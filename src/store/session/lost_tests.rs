//! Workspaces of which some tables cannot be read in any version: what can be read opens, the rest is named, and nothing that is
//! stored goes away.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use std::rc::Rc;

use super::tests::{User, now};
use super::version_tests::{Blow, Damaging, versions};
use crate::classify::Side;
use crate::engine::protocol::*;
use crate::engine::{LostData, Query, TrialCuts, WorkspaceView};
use crate::store::table::SharedTable;
use crate::store::*;
use crate::tables::{Dataset, TableKind, TableKind::*};
use crate::workspace::{Action, Workspace};

const KINDS: [TableKind; 6] = [Purchases, Customers, FunnelEntries, LevelHistory, Potential, Contacts];

const BLOWS: [Blow; 5] = [
    |block| Some(block.iter().enumerate().map(|(place, byte)| if place == block.len() / 2 { byte ^ 0x55 } else { *byte }).collect()),
    |block| Some(block[..block.len() / 2].to_vec()),
    |_| Some(Vec::new()),
    // Whole in itself, and not what was kept under this name.
    |_| Some(crate::store::block::sealed(b"another").unwrap()),
    |_| None,
];

/// All six tables, with notes, settings, playbooks and prospects.
fn full() -> Workspace {
    let mut workspace = samples::quadrant_history().present().clone();
    let funnel = samples::funnel_history().present().clone();
    let data = Dataset {
        customers: Some(samples::customers().into()),
        funnel_entries: funnel.data.funnel_entries,
        level_history: funnel.data.level_history,
        prospects: samples::prospect_history().present().data.prospects.clone(),
        ..workspace.data
    };
    workspace.data = data;
    (workspace.funnel, workspace.name) = (funnel.funnel, "Harbour".to_owned());
    workspace
}

fn name_of(data: &Dataset, kind: TableKind) -> TableId {
    let table = match kind {
        Purchases => data.purchases.clone().map(SharedTable::Purchases),
        Customers => data.customers.clone().map(SharedTable::Customers),
        FunnelEntries => data.funnel_entries.clone().map(SharedTable::FunnelEntries),
        LevelHistory => data.level_history.clone().map(SharedTable::LevelHistory),
        Potential => data.potential.clone().map(SharedTable::Potential),
        Contacts => data.contacts.clone().map(SharedTable::Contacts),
    };
    table.unwrap().written().0
}

fn without(mut workspace: Workspace, kinds: &[TableKind]) -> Workspace {
    for kind in kinds {
        match kind {
            Purchases => workspace.data.purchases = None,
            Customers => workspace.data.customers = None,
            FunnelEntries => workspace.data.funnel_entries = None,
            LevelHistory => workspace.data.level_history = None,
            Potential => workspace.data.potential = None,
            Contacts => workspace.data.contacts = None,
        }
    }
    workspace
}

/// What is open, and the kinds it has lost.
fn open(user: &User) -> (Workspace, Vec<TableKind>) {
    let mut workspace = user.session.open.as_ref().unwrap().engine.workspace().clone();
    let lost = std::mem::take(&mut workspace.data.lost);
    (workspace, lost.into_iter().map(|lost| lost.kind).collect())
}

fn lost(user: &mut User) -> Option<LostData> {
    match user.call(EngineCall::Query(Query::Workspace)) {
        Ok(EngineReply::View(view)) => view.open::<WorkspaceView>().unwrap().lost,
        other => panic!("{other:?}"),
    }
}

/// A workspace saved three times with all its tables in each version, and closed.
struct Kept {
    store: Rc<Damaging>,
    id: String,
    workspace: Workspace,
}

impl Kept {
    fn new() -> Self {
        let store = Rc::new(Damaging::default());
        let mut user = User::new("u", &store);
        let workspace = full();
        let id = user.open(EngineCall::OpenFile { bytes: write_file(&workspace).unwrap(), passphrase: None }).id;
        user.save();
        for name in ["Pier", "Harbour"] {
            user.rename(name);
            user.save();
        }
        Self { store, id, workspace }
    }

    fn spoil(&self, kinds: &[TableKind], blow: Blow) {
        *self.store.tables.borrow_mut() = kinds.iter().map(|&kind| (name_of(&self.workspace.data, kind), blow)).collect();
    }

    /// As after a new start of the browser.
    fn reopened(&self) -> (User, OpenedWorkspace) {
        let mut user = User::new("later", &self.store);
        user.time = 2000.0;
        let opened = user.reopen(&self.id);
        (user, opened)
    }
}

#[test]
fn each_table_that_cannot_be_read_is_named_and_all_else_opens() {
    let kept = Kept::new();
    for kind in KINDS {
        for (number, blow) in BLOWS.into_iter().enumerate() {
            kept.spoil(&[kind], blow);
            let (mut user, opened) = kept.reopened();
            let what = format!("{kind:?}, blow {number}");
            assert_eq!((opened.older, opened.generation), (None, Some(3)), "{what}: the newest state");
            assert_eq!(open(&user), (without(kept.workspace.clone(), &[kind]), vec![kind]), "{what}");
            assert_eq!(lost(&mut user).unwrap().tables, [kind], "{what}");
            assert!(!user.session.wants_save(), "{what}: opening writes nothing");
            // Both renamings can be taken back: that state lacks the same table.
            user.call(EngineCall::Undo).unwrap();
            assert_eq!(open(&user).0.name, "Pier", "{what}");
        }
    }
}

#[test]
fn several_tables_and_all_of_them() {
    let kept = Kept::new();
    for kinds in [&[Purchases, FunnelEntries][..], &[Customers, Contacts], &KINDS] {
        kept.spoil(kinds, BLOWS[0]);
        let (mut user, _) = kept.reopened();
        assert_eq!(open(&user), (without(kept.workspace.clone(), kinds), kinds.to_vec()));
        assert_eq!(lost(&mut user).unwrap().tables, kinds);
    }
}

#[test]
fn saves_go_on_beside_what_is_damaged_and_it_is_named_until_it_is_there_again() {
    let kept = Kept::new();
    let (purchases, block) = now(kept.store.load(&kept.id))
        .map(|(_, saved, _)| {
            let purchases = name_of(&kept.workspace.data, Purchases);
            let block = saved.tables[&purchases].clone();
            (purchases, block)
        })
        .unwrap();
    // A browser that cannot give the table, and later one that gives it with a byte flipped.
    kept.spoil(&[Purchases], BLOWS[4]);
    let (mut user, _) = kept.reopened();
    for step in 0..60 {
        user.rename(&format!("step {step}"));
        user.save();
    }
    assert!(versions(&mut user).len() < 30, "the versions from before the damage are thinned out");
    kept.spoil(&[Purchases], BLOWS[0]);
    let Ok(EngineReply::File { bytes, .. }) = user.call(EngineCall::RawExport { id: kept.id.clone() }) else { panic!("no file") };
    let damaged = BLOWS[0](&block).unwrap();
    assert!(bytes.windows(damaged.len()).any(|bytes| bytes == damaged), "what is left of the table is in the raw file");
    let (mut user, opened) = kept.reopened();
    assert_eq!((opened.generation, opened.older), (Some(63), None));
    assert_eq!(open(&user), (Workspace { name: "step 59".to_owned(), ..without(kept.workspace.clone(), &[Purchases]) }, vec![Purchases]));
    assert_eq!(lost(&mut user).unwrap().tables, [Purchases], "said again");
    // The disk comes to its senses: the table is under its name as ever.
    kept.store.tables.borrow_mut().clear();
    let (user, _) = kept.reopened();
    assert_eq!(open(&user), (Workspace { name: "step 59".to_owned(), ..kept.workspace.clone() }, vec![]));
    assert_eq!(now(kept.store.load(&kept.id)).unwrap().1.tables[&purchases], block);
}

#[test]
fn importing_again_ends_the_loss_and_can_be_undone() {
    let kept = Kept::new();
    kept.spoil(&[Purchases, Contacts], BLOWS[4]);
    let (mut user, _) = kept.reopened();
    user.import(ImportTarget::Append, 30).unwrap();
    assert_eq!(open(&user).1, [Contacts]);
    user.call(EngineCall::Undo).unwrap();
    assert_eq!(open(&user).1, [Purchases, Contacts]);
    user.call(EngineCall::Redo).unwrap();
    user.save();
    let (mut user, opened) = kept.reopened();
    assert_eq!(opened.older, None);
    let (workspace, lost) = open(&user);
    assert_eq!((workspace.data.purchases.unwrap().len(), lost), (30, vec![Contacts]));
    assert_eq!(workspace.notes, kept.workspace.notes);
    // The step before the import lacks a table that is there now: undo ends before it.
    assert_eq!(user.call(EngineCall::Undo), Err(EngineError::NothingToUndo));
    user.call(EngineCall::Apply(Action::ClearData)).unwrap();
    assert_eq!(open(&user).1, [], "who clears the data has lost nothing more");
}

#[test]
fn the_very_table_imported_again_is_written_over_the_damaged_one() {
    let store = Rc::new(Damaging::default());
    let mut user = User::new("u", &store);
    let id = user.new_workspace("Harbour").id;
    user.import(ImportTarget::Append, 30).unwrap();
    user.save();
    let purchases = name_of(&open(&user).0.data, Purchases);
    store.tables.borrow_mut().insert(purchases.clone(), BLOWS[0]);
    let mut user = User::new("later", &store);
    user.reopen(&id);
    user.import(ImportTarget::Replace, 30).unwrap();
    assert_eq!(name_of(&open(&user).0.data, Purchases), purchases, "the same content has the same name");
    user.save();
    user.rename("Pier");
    user.save();
    assert_eq!(*store.mended.borrow(), [purchases], "once");
}

#[test]
fn replacing_other_tables_leaves_the_loss_named() {
    let kept = Kept::new();
    kept.spoil(&[Customers, Contacts], BLOWS[1]);
    let (mut user, _) = kept.reopened();
    user.import(ImportTarget::Replace, 9).unwrap();
    assert_eq!(open(&user).1, [Contacts], "the customer list belongs to the purchases that were replaced");
}

#[test]
fn files_and_rows_that_are_missing_are_told_as_far_as_known() {
    let store = Rc::new(Damaging::default());
    let mut user = User::new("u", &store);
    let id = user.new_workspace("Harbour").id;
    user.import(ImportTarget::Append, 30).unwrap();
    user.save();
    let purchases = name_of(&open(&user).0.data, Purchases);
    store.tables.borrow_mut().insert(purchases, BLOWS[0]);
    let mut user = User::new("later", &store);
    user.reopen(&id);
    // The empty state from before the import is whole, and no help: it is not gone back to.
    assert_eq!(lost(&mut user), Some(LostData { tables: vec![Purchases], files: vec!["销售.csv".to_owned()], rows: 30 }));
}

#[test]
fn an_older_whole_state_that_has_the_table_comes_first() {
    let store = Rc::new(Damaging::default());
    let mut user = User::new("u", &store);
    let id = user.new_workspace("Harbour").id;
    user.import(ImportTarget::Append, 30).unwrap();
    user.save();
    user.import(ImportTarget::Append, 40).unwrap();
    user.save();
    let purchases = name_of(&open(&user).0.data, Purchases);
    store.tables.borrow_mut().insert(purchases, BLOWS[0]);
    let mut user = User::new("later", &store);
    let opened = user.reopen(&id);
    assert!(opened.older.is_some());
    let (workspace, lost) = open(&user);
    assert_eq!((workspace.data.purchases.unwrap().len(), lost), (30, vec![]));
}

#[test]
fn a_damaged_document_leads_to_the_newest_that_can_be_read() {
    let kept = Kept::new();
    kept.spoil(&[LevelHistory], BLOWS[3]);
    kept.store.from.set(Some(3));
    let (user, opened) = kept.reopened();
    let older = opened.older.unwrap();
    assert!(older.saved_at < older.lost_at);
    let expected = Workspace { name: "Pier".to_owned(), ..without(kept.workspace.clone(), &[LevelHistory]) };
    assert_eq!(open(&user), (expected, vec![LevelHistory]));
    kept.store.from.set(Some(1));
    let refused = User::new("last", &kept.store).call(EngineCall::OpenWorkspace { id: kept.id.clone() });
    assert!(matches!(refused, Err(EngineError::Store(StoreProblem::Damaged { .. } | StoreProblem::Checksum))), "{refused:?}");
}

#[test]
fn an_older_state_is_not_renamed_into_the_last_one_from_the_list() {
    let kept = Kept::new();
    kept.store.from.set(Some(3));
    let mut user = User::new("later", &kept.store);
    let renamed = user.call(EngineCall::RenameWorkspace { id: kept.id.clone(), name: "Quay".to_owned() });
    assert!(matches!(renamed, Err(EngineError::Store(_))), "{renamed:?}");
    assert!(kept.reopened().1.older.is_some());
}

#[test]
fn a_file_of_what_is_left_is_whole() {
    let kept = Kept::new();
    kept.spoil(&[Purchases], BLOWS[0]);
    let (mut user, _) = kept.reopened();
    let Ok(EngineReply::File { bytes, .. }) = user.call(EngineCall::SaveAsFile { passphrase: None }) else { panic!("no file") };
    assert_eq!(read_file(&bytes).unwrap(), without(kept.workspace.clone(), &[Purchases]));
}

#[test]
fn versions_with_a_loss_can_be_compared_and_gone_back_to() {
    let kept = Kept::new();
    kept.spoil(&[Purchases], BLOWS[0]);
    let (mut user, _) = kept.reopened();
    user.rename("Quay");
    assert!(matches!(user.call(EngineCall::CompareVersion { generation: 1 }), Ok(EngineReply::Differences(_))));
    assert!(matches!(user.call(EngineCall::RestoreVersion { generation: 2 }), Ok(EngineReply::Changed(_))));
    assert_eq!(open(&user), (Workspace { name: "Pier".to_owned(), ..without(kept.workspace.clone(), &[Purchases]) }, vec![Purchases]));
}

#[test]
fn every_page_has_its_answer_whatever_is_lost() {
    let kept = Kept::new();
    let pages = [
        Query::Workspace,
        Query::Quadrant { side: Side::Existing, trial: TrialCuts::default() },
        Query::Quadrant { side: Side::Potential, trial: TrialCuts::default() },
        Query::Points { side: Side::Existing, trial: TrialCuts::default() },
        Query::Curve { side: Side::Existing },
        Query::Spellings,
        Query::Potential,
        Query::Sheet { first: 0, count: 9 },
        Query::Export { side: Side::Existing },
        Query::Export { side: Side::Potential },
        Query::Data { first: 0, count: 9 },
        Query::Funnel { scenario: None },
        Query::FunnelScenarios,
        Query::FunnelProgress { scenario: None },
        Query::Changes,
        Query::Wallet { rows: 9 },
        Query::Called { text: "客户 1".to_owned() },
        Query::Future { today: crate::calendar::Day(20_000) },
    ];
    for first in KINDS {
        for second in KINDS {
            kept.spoil(&[first, second], BLOWS[4]);
            let (mut user, _) = kept.reopened();
            for page in &pages {
                let answer = user.call(EngineCall::Query(page.clone()));
                assert!(matches!(answer, Ok(EngineReply::View(_))), "{first:?}, {second:?}, {page:?}: {answer:?}");
            }
        }
    }
}
