//! The anonymised copy: no name, id or free text of the original is anywhere in the file, and every figure, class and join is as it was.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use std::collections::BTreeSet;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use flate2::read::DeflateDecoder;
use fourfold::calendar::Day;
use fourfold::classify::{Class, Quadrant, Side};
use fourfold::effort::{Contract, Decision, Task, TaskName, WorkClass};
use fourfold::engine::protocol::ImportTarget;
use fourfold::engine::{Engine, FunnelView, Query, View};
use fourfold::import::{Choices, Context, InputFile};
use fourfold::plan::{Level, LevelText, Scheme};
use fourfold::playbook::{CostLine, Ledger, LineKind, PlannedAction, PlaybookPart, SwitchingCost, Verdict, VerdictKind};
use fourfold::store::{read_file, write_file};
use fourfold::tables::{
    Contact, ContactTable, CustomerList, CustomerRow, FunnelEntries, FunnelEntry, ImportRecord, LevelEvent, LevelHistory, PotentialList,
    PotentialRow, ProfileField, Prospect, ProspectList, Purchase, PurchaseTable, SourceFile, Standing,
};
use fourfold::workspace::{
    AnonymousWords, CustomerPlaybook, Dimension, Filters, FutureCustomer, Note, Override, PlacementSession, Scenario, Workspace, analyse,
    anonymised, wallet,
};

fn words() -> AnonymousWords {
    let word = str::to_owned;
    AnonymousWords {
        workspace: word("Copy"),
        customer: word("Customer"),
        id: word("Id"),
        prospect: word("Prospect"),
        entry: word("Entry"),
        rep: word("Rep"),
        person: word("Person"),
        region: word("Region"),
        product: word("Product"),
        order: word("Order"),
        file: word("File"),
        sheet: word("Sheet"),
        stage: word("Stage"),
        scenario: word("Scenario"),
        item: word("Item"),
        removed: word("(removed)"),
    }
}

/// Everything in a workspace file, inflated, with the names of its sections: what anyone can get out of it.
fn inflated(file: &[u8]) -> Vec<u8> {
    let number = |at: usize| u32::from_le_bytes(file[at..at + 4].try_into().unwrap()) as usize;
    let (mut at, mut lengths, mut content) = (16, Vec::new(), Vec::new());
    for _ in 0..number(12) {
        let name = usize::from(file[at + 9]);
        lengths.push(number(at + 1));
        content.extend_from_slice(&file[at..at + 10 + name]);
        at += 10 + name;
    }
    at += 4;
    for length in lengths {
        DeflateDecoder::new(&file[at + 8..at + length]).read_to_end(&mut content).unwrap();
        at += length;
    }
    assert_eq!(at, file.len());
    content
}

fn holds(content: &[u8], text: &str) -> bool {
    content.windows(text.len()).any(|window| window == text.as_bytes())
}

fn sample(engine: &mut Engine, name: &str, target: ImportTarget) {
    let bytes = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("public/samples").join(name)).unwrap();
    let mut files = vec![InputFile::from_bytes(name, bytes)];
    let preview = fourfold::import::inspect(&mut files, &Choices::default(), &Context::default()).unwrap();
    let imported = fourfold::import::read(&mut files, preview.plan.as_ref().unwrap(), &mut |_| {}).unwrap();
    engine.import(imported, target, "sample", 0.0, false).unwrap();
}

fn classes(workspace: &Workspace) -> Vec<(Class, f64)> {
    let found = analyse(workspace);
    (0..).zip(&found.rating.classes).map(|(number, &class)| (class, found.measures.contribution_of(number))).collect()
}

#[test]
fn of_a_real_list_no_name_and_no_id_is_left_and_every_class_is() {
    let mut engine = Engine::default();
    sample(&mut engine, "northwind_order_lines.csv", ImportTarget::New);
    let original = engine.workspace().clone();
    let copy = anonymised(&original, &words());
    assert_eq!(format!("{:?}", classes(&copy)), format!("{:?}", classes(&original)));
    assert!(classes(&copy).iter().filter(|(class, _)| class.is_some()).count() > 80);
    let before = original.data.purchases.as_deref().unwrap();
    let after = copy.data.purchases.as_deref().unwrap();
    let columns = |table: &PurchaseTable| {
        let names = [&table.order, &table.product, &table.region, &table.rep].map(|column| column.clone());
        let of_columns = names.into_iter().flatten().flat_map(|column| column.dictionary.texts().map(str::to_owned).collect::<Vec<_>>());
        of_columns.chain(table.customers.texts().map(str::to_owned)).chain(table.names.clone()).collect::<BTreeSet<String>>()
    };
    let (old, new) = (columns(before), columns(after));
    assert_eq!((after.customers.len(), old.intersection(&new).count()), (before.customers.len(), 0));
    let content = inflated(&write_file(&copy).unwrap());
    let known = inflated(&write_file(&original).unwrap());
    // Ids of digits alone may be met by chance among figures; they have been looked for by the column.
    let telling = old.iter().filter(|text| text.len() > 3 && text.parse::<f64>().is_err());
    let mut searched = 0;
    for text in telling.map(String::as_str).chain(["northwind", "order_lines"]) {
        assert!(holds(&known, text) && !holds(&content, text), "{text}");
        searched += 1;
    }
    assert!(searched > 190, "{searched}");
    assert_eq!((after.display_name(0), after.customers.text(0)), ("Customer 0001", "Id 0001"));
}

#[test]
fn of_a_pipeline_every_figure_of_the_plan_stays() {
    let mut engine = Engine::default();
    sample(&mut engine, "zh_pipeline_gbk.csv", ImportTarget::New);
    sample(&mut engine, "zh_pipeline_history_gbk.csv", ImportTarget::Append);
    let original = engine.workspace().clone();
    let copy = anonymised(&original, &words());
    let funnel = |workspace: &Workspace| {
        let View::Funnel(view) = Engine::new(workspace.clone()).query(&Query::Funnel { scenario: None }).unwrap() else {
            panic!("no funnel")
        };
        view
    };
    let (before, after): (FunnelView, FunnelView) = (funnel(&original), funnel(&copy));
    assert_eq!(after.entries, before.entries);
    assert_eq!(after.steps, before.steps);
    assert_eq!(after.average, before.average);
    assert_eq!(after.cycle, before.cycle);
    let entries = |workspace: &Workspace| workspace.data.funnel_entries.clone().unwrap();
    let content = inflated(&write_file(&copy).unwrap());
    for table in [entries(&original)] {
        let columns = [&table.customer, &table.owner, &table.product, &table.region].into_iter().flatten();
        let texts =
            columns.flat_map(|column| column.dictionary.texts()).chain(table.profile.values().flat_map(|column| column.dictionary.texts()));
        for text in texts.chain(table.keys.texts()).filter(|text| text.len() > 3 && text.parse::<f64>().is_err()) {
            assert!(!holds(&content, text), "{text}");
        }
    }
    // The same entries in both tables, and the cards as full as they were.
    assert!(entries(&copy).keys.texts().eq(copy.data.level_history.as_ref().unwrap().keys.texts()));
    assert_eq!(entries(&copy).profile.len(), entries(&original).profile.len());
}

/// Stands in every name, id and free text of [`marked`] and in nothing else.
const MARK: &str = "Ж";

fn said(text: &str) -> String {
    format!("{text}{MARK}")
}

/// A workspace with something in every place that can hold a text.
fn marked() -> Workspace {
    let mut workspace = Workspace { name: said("Harbour"), ..Workspace::default() };
    let (customer, other) = (said("1001 "), said("Berta"));
    let data = &mut workspace.data;
    let mut purchases = PurchaseTable::default();
    for row in 0..60_u32 {
        let key = [customer.clone(), other.clone(), said("BERTA"), said(&format!("c{}", row % 11))][row as usize % 4].clone();
        purchases.push(&Purchase {
            name: if key == customer { said("Acme") } else { String::new() },
            customer: key,
            day: 18_000 + row as i32 * 11,
            amount: f64::from(row * row % 97) + 1.0,
            order: said(&format!("order {}", row / 2)),
            product: said(if row % 2 == 0 { "Steel" } else { "steel" }),
            region: said("North"),
            rep: said("Kim"),
            row,
            ..Purchase::default()
        });
    }
    data.purchases = Some(Arc::new(purchases));
    let listed =
        CustomerRow { customer: other.clone(), name: said("Berta AG"), region: said("North"), rep: said("Kim"), ..CustomerRow::default() };
    data.customers = Some(Arc::new(CustomerList { rows: vec![listed] }));
    let mut entries = FunnelEntries::default();
    let mut events = LevelHistory::default();
    for row in 0..9_u32 {
        let key = match row {
            7 => FunnelEntry::nameless_key(0, row),
            8 => FunnelEntry::numbered_key(&customer, 2).unwrap(),
            _ => said(&format!("opp {row}")),
        };
        entries.push(&FunnelEntry {
            key: key.clone(),
            customer: customer.clone(),
            name: said("Acme"),
            owner: said("Lee"),
            region: said("South"),
            product: said("Wire"),
            stage: if row % 3 == 0 { "意向".to_owned() } else { said("unknown stage") },
            outcome: said("perhaps"),
            amount: Some(f64::from(row)),
            entered: Some(Day(18_000)),
            profile: ProfileField::ALL.map(|field| (field, said("of the card"))).into(),
            row,
            ..FunnelEntry::default()
        });
        events.push(&LevelEvent {
            key,
            stage: said("unknown stage"),
            owner: said("Lee"),
            region: said("South"),
            product: said("Wire"),
            row,
            ..LevelEvent::default()
        });
    }
    data.funnel_entries = Some(Arc::new(entries));
    data.level_history = Some(Arc::new(events));
    let mut contacts = ContactTable::default();
    contacts.push(&Contact {
        customer: customer.clone(),
        name: said("Acme"),
        channel: said("phone of "),
        kind: said("维修 "),
        rep: said("Kim"),
        ..Contact::default()
    });
    data.contacts = Some(Arc::new(contacts));
    let figure = |customer: &str, product: String| PotentialRow {
        customer: customer.to_owned(),
        name: said("Acme"),
        product,
        potential: 900.0,
        said_by: said("Chamber"),
        ..PotentialRow::default()
    };
    data.potential = Some(Arc::new(PotentialList { rows: vec![figure(&customer, String::new()), figure(&said("Nobody"), said("STEEL"))] }));
    let prospect = Prospect {
        id: said("P1"),
        name: said("Nord"),
        level: said("warm"),
        region: said("North"),
        product: said("Steel"),
        rep: said("Kim"),
        ratings: [("size".to_owned(), 4.0)].into(),
        ..Prospect::default()
    };
    data.prospects = Some(Arc::new(ProspectList::new([prospect])));
    let source = SourceFile { file: said("customers.xlsx"), sheet: said("Sales"), rows: 60 };
    data.imports.push(ImportRecord {
        sources: vec![source],
        currency: "EUR".to_owned(),
        rows_read: 60,
        rows_used: 60,
        ..ImportRecord::default()
    });
    let filters = Filters { region: [said("North")].into(), product: [said("Steel"), said("steel")].into(), rep: [said("Kim")].into() };
    workspace.existing.filters = filters.clone();
    workspace.potential.filters = filters.clone();
    let by_hand = Override { class: Quadrant::III, reason: said("because"), author: said("Lee"), at: 1.0 };
    let note = Note { text: said("noted"), author: said("Mara"), at: 2.0 };
    workspace.overrides = [(other.clone(), by_hand.clone())].into();
    workspace.notes = [(customer.clone(), note.clone())].into();
    workspace.prospect_overrides = [(said("P1"), by_hand)].into();
    workspace.prospect_notes = [(said("P1"), note)].into();
    workspace.merges = [(said("c3"), customer.clone())].into();
    workspace.declined_merges = [fourfold::tables::folded_spelling(&other)].into();
    workspace.future =
        [(4, FutureCustomer { name: said("Later"), note: said("when built"), fit: Some(3), ..FutureCustomer::default() })].into();
    let placed = [(said("Mara"), [(customer.clone(), Quadrant::I)].into())].into();
    workspace.placements = vec![PlacementSession {
        side: Side::Existing,
        customers: vec![customer.clone(), other.clone()],
        placed,
        ..PlacementSession::default()
    }];
    plans(&mut workspace, &customer, filters);
    workspace
}

fn plans(workspace: &mut Workspace, customer: &str, filters: Filters) {
    let text = LevelText { name: "意向".to_owned(), definition: said("d"), deadline: said("e"), maintenance: said("m") };
    let levels = Scheme::contract().levels().iter().map(|level| Level { text: Some(text.clone()), ..level.clone() }).collect();
    workspace.funnel.scheme = Scheme::new(levels, Scheme::contract().sale()).unwrap();
    workspace.funnel.stages = [("意向".to_owned(), Standing::Level("C".to_owned()))].into();
    workspace.funnel.left_out = [said("unknown stage")].into();
    let split = [Dimension::Rep, Dimension::Region, Dimension::Product].map(|by| (by, [(said("Kim"), 0.5), (said("North"), 0.5)].into()));
    workspace.funnel.scenarios.push(Scenario { name: said("careful"), filters, split: split.into(), ..Scenario::default() });
    let effort = &mut workspace.effort;
    effort.reps = vec![said("Kim"), said("Noor")];
    effort.assigned = [(customer.to_owned(), said("Noor"))].into();
    effort.contracts = [(customer.to_owned(), Contract { starts: Day(18_000), months: 12, every_months: 3 })].into();
    effort.tasks.push(Task {
        name: TaskName::Typed(said("Own task")),
        hours: 2.0,
        is_direct: false,
        decision: Decision::Reassign(said("Assistant")),
    });
    let playbooks = &mut workspace.playbooks;
    playbooks.texts.entry(WorkClass::EII).or_default().insert(PlaybookPart::Ways, said("own words"));
    let line = CostLine { name: said("Training"), amount: 5.0, kind: LineKind::Yearly };
    let verdict = Verdict { kind: VerdictKind::LetGo, reason: said("costs"), author: said("Mara"), at: 3.0 };
    let decided = CustomerPlaybook {
        switching: Some(SwitchingCost { lines: vec![line], ..SwitchingCost::default() }),
        ledger: Some(Ledger { time: Some(2.0), verdict: Some(verdict), ..Ledger::default() }),
        ..CustomerPlaybook::default()
    };
    playbooks.customers.insert(customer.to_owned(), decided);
    playbooks
        .actions
        .insert(3, PlannedAction { customer: customer.to_owned(), text: said("call"), owner: said("Lee"), ..PlannedAction::default() });
}

#[test]
fn no_marked_text_is_left_anywhere_in_the_file() {
    let original = marked();
    let file = write_file(&anonymised(&original, &words())).unwrap();
    let content = inflated(&file);
    let rest = String::from_utf8_lossy(&content);
    let left: Vec<&str> =
        rest.match_indices(MARK).map(|(at, _)| &rest[rest[..at].char_indices().rev().nth(40).map_or(0, |(at, _)| at)..at]).collect();
    assert_eq!(left, [] as [&str; 0]);
    // Lower case too: declined spellings are kept folded.
    assert!(!holds(&content, &MARK.to_lowercase()));
    let known = inflated(&write_file(&original).unwrap());
    assert!(String::from_utf8_lossy(&known).matches(MARK).count() > 100);
    assert_eq!(read_file(&file).unwrap(), anonymised(&original, &words()), "and it opens");
}

#[test]
fn every_join_stays() {
    let original = marked();
    let copy = anonymised(&original, &words());
    assert_eq!(format!("{:?}", classes(&copy)), format!("{:?}", classes(&original)));
    let number_of = |workspace: &Workspace, key: &str| analyse(workspace).customers.number(key).unwrap();
    let acme = number_of(&original, &said("1001 "));
    let found = analyse(&copy);
    let key = found.customers.key(acme).to_owned();
    assert_eq!((key.as_str(), copy.customer_name(&found.customers, acme)), ("Id 0001", "Customer 0001"));
    assert!(copy.notes.contains_key(&key) && copy.playbooks.customers.contains_key(&key) && copy.effort.contracts.contains_key(&key));
    assert_eq!((copy.playbooks.actions[&3].customer.as_str(), &copy.effort.assigned[&key]), (key.as_str(), &copy.effort.reps[1]));
    assert_eq!(copy.merges.values().next(), Some(&key));
    let entries = copy.data.funnel_entries.as_deref().unwrap();
    assert_eq!((entries.entry(8).key, entries.entry(8).customer), (format!("{key}\u{1}2"), key.clone()));
    assert_eq!(entries.entry(7).key, FunnelEntry::nameless_key(0, 7));
    assert_eq!((entries.entry(0).stage.as_str(), &copy.funnel.left_out), ("意向", &[entries.entry(1).stage].into()));
    assert!(copy.data.contacts.as_deref().unwrap().customers.texts().eq([key.as_str()]));
    // Berta and BERTA are still spelled alike, and the suggestion is still declined.
    let spelled = |workspace: &Workspace| {
        let View::Spellings(found) = Engine::new(workspace.clone()).query(&Query::Spellings).unwrap() else { panic!("no spellings") };
        found.len()
    };
    let undeclined = Workspace { declined_merges: BTreeSet::new(), ..copy.clone() };
    assert_eq!((spelled(&original), spelled(&copy), spelled(&undeclined)), (0, 0, 1));
    let shares = |workspace: &Workspace| {
        let found = analyse(workspace);
        let wallet = wallet(workspace, &found.customers);
        format!("{:?} {:?}", wallet.lines, wallet.products.iter().map(|line| line.figures).collect::<Vec<_>>())
    };
    assert_eq!(shares(&copy), shares(&original));
    assert_eq!(anonymised(&original, &words()), copy, "the same every time");
}
