//! The sample pipelines that are shipped: the generator gives the same bytes, and they come in without a question.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

#[path = "../examples/make_pipeline/files.rs"]
mod files;
#[path = "../examples/make_pipeline/pipeline.rs"]
mod pipeline;
#[path = "../examples/make_pipeline/words.rs"]
mod words;

use std::path::Path;

use fourfold::engine::handover::ArrivingTables;
use fourfold::engine::protocol::ImportTarget;
use fourfold::engine::{Engine, FunnelView, Query, View};
use fourfold::import::{Choices, Context, Finding, ImportKind, Imported, InputFile, Preview};
use fourfold::plan::Scheme;
use fourfold::tables::{ProfileField, Standing};

fn shipped(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("public/samples").join(name)).unwrap()
}

fn taken(name: &str) -> (Preview, Imported) {
    let mut files = vec![InputFile::from_bytes(name, shipped(name))];
    let preview = fourfold::import::inspect(&mut files, &Choices::default(), &Context::default()).unwrap();
    assert_eq!(preview.questions, [], "{name}");
    let imported = fourfold::import::read(&mut files, preview.plan.as_ref().unwrap(), &mut |_| {}).unwrap();
    (preview, imported)
}

#[test]
fn a_file_read_in_pieces_is_the_file_read_at_once() {
    let name = "online_retail_invoices.csv";
    let (preview, imported) = taken(name);
    let mut files = vec![InputFile::from_bytes(name, shipped(name))];
    let (mut tables, mut pieces) = (ArrivingTables::default(), 0);
    let mut take = |piece, expected: usize| {
        assert!((20_000..25_000).contains(&expected), "22,190 rows are said to be {expected}");
        pieces += 1;
        tables.take_purchases(piece, expected as u64);
    };
    let rest = fourfold::import::read_in_pieces(&mut files, preview.plan.as_ref().unwrap(), &mut |_| {}, 1_000, &mut take).unwrap();
    assert!(rest.purchases.as_ref().unwrap().len() < 10_000 && pieces > 2);
    let bytes = postcard::to_stdvec(&rest).unwrap();
    bytes.chunks(1_000).for_each(|part| tables.take_part(part));
    assert!(postcard::to_stdvec(&tables.finish().unwrap()).unwrap() == postcard::to_stdvec(&imported).unwrap());
}

const PAIRS: [(&str, &str, &str); 2] =
    [("crm_pipeline.csv", "crm_pipeline_history.csv", "USD"), ("zh_pipeline_gbk.csv", "zh_pipeline_history_gbk.csv", "CNY")];

#[test]
fn the_generator_gives_the_shipped_files_byte_by_byte() {
    for (name, bytes) in files::samples() {
        assert!(shipped(name) == bytes, "{name}: run `cargo run --example make_pipeline`");
    }
}

#[test]
fn the_samples_come_in_without_a_question() {
    for (entries, history, currency) in PAIRS {
        let (preview, imported) = taken(entries);
        assert_eq!((preview.kind, imported.record.currency.as_str(), imported.issues.len()), (ImportKind::FunnelEntries, currency, 0));
        assert!(preview.columns.iter().all(|column| column.role.is_some()), "{entries}: every column is used");
        assert!(preview.stages.stages.iter().all(|stage| stage.standing.is_some()) && preview.stages.stages.len() == 8);
        let table = imported.funnel_entries.unwrap();
        assert!((1_350..1_650).contains(&table.len()), "{} entries", table.len());
        assert_eq!(table.profile.len(), 5);
        assert!(table.profile.contains_key(&ProfileField::DecisionMaker));
        let unnamed = preview.findings.iter().find_map(|finding| match finding {
            Finding::WithoutCustomer { count, .. } => Some(*count),
            _ => None,
        });
        assert!(unnamed.is_some_and(|count| count < 100), "{:?}", preview.findings);
        let (preview, imported) = taken(history);
        assert_eq!((preview.kind, imported.issues.len()), (ImportKind::LevelHistory, 0));
        let events = imported.level_history.unwrap();
        assert_eq!(events.keys, table.keys, "every entry has its history");
        // Each entry stands where its last event has put it.
        for (key, rows) in events.courses().iter() {
            let last = *rows.last().unwrap() as usize;
            assert_eq!(events.stage.text(last), table.stage.text(key as usize), "{}", table.keys.text(key));
        }
    }
}

fn funnel(entries: &str, history: &str) -> (Engine, FunnelView) {
    let mut engine = Engine::default();
    engine.import(taken(entries).1, ImportTarget::New, "sample", 0.0, false).unwrap();
    engine.import(taken(history).1, ImportTarget::Append, "sample", 0.0, false).unwrap();
    let View::Funnel(view) = engine.query(&Query::Funnel { scenario: Some(0) }).unwrap() else { panic!("no funnel") };
    (engine, view)
}

#[test]
fn both_samples_are_one_plausible_pipeline() {
    let (engine, english) = funnel(PAIRS[0].0, PAIRS[0].1);
    let (_, chinese) = funnel(PAIRS[1].0, PAIRS[1].1);
    assert_eq!(english.entries, chinese.entries);
    assert_eq!(engine.workspace().funnel.scheme, Scheme::contract());
    let levels = engine.workspace().funnel.stages.values().filter(|standing| matches!(standing, Standing::Level(_))).count();
    assert_eq!((levels, english.reps.len(), english.regions.len(), english.products.len()), (5, 12, 4, 5));
    let counts = english.entries;
    assert!((60..160).contains(&counts.won) && counts.lost > 500 && counts.dormant > 40 && counts.unknown == 0, "{counts:?}");
    let stock: Vec<f64> = english.stages.iter().map(|stage| stage.counted.unwrap_or_default()).collect();
    assert!(stock.iter().all(|count| *count > 0.0) && stock[0] < stock[2], "{stock:?}");
}
