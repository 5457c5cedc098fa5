//! The funnel's tables from a file's text into the workspace: what stages come to stand for, what is added, replaced, undone and kept.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use std::collections::BTreeMap;

use fourfold::engine::protocol::{Counted, EngineError, ImportSummary, ImportTarget};
use fourfold::engine::{Engine, Query, View};
use fourfold::import::{Choices, Context, Finding, Imported, InputFile, StageMapping};
use fourfold::plan::{Allowed, Sale, Scheme};
use fourfold::store::{read_file, write_file};
use fourfold::tables::Standing;
use fourfold::workspace::{Action, Change, FunnelPlan, PlanFault, PlanField};

const PIPELINE: &str = "opportunity_id,sales_agent,account,deal_stage,engage_date,close_date,close_value\n\
    1,Ann,Acme,Won,2024-01-05,2024-02-01,100\n2,Bo,,Engaging,2024-01-07,,\n3,Bo,Acme,Prospecting,,,\n4,Ann,Bolt,Lost,2024-01-09,2024-01-20,0\n";

fn read_as(name: &str, content: &str, choices: &Choices) -> Imported {
    let mut files = vec![InputFile::from_bytes(name, content.as_bytes().to_vec())];
    let preview = fourfold::import::inspect(&mut files, choices, &Context::default()).unwrap();
    let plan = preview.plan.unwrap_or_else(|| panic!("{:?}", preview.questions));
    fourfold::import::read(&mut files, &plan, &mut |_| {}).unwrap()
}

fn read(content: &str) -> Imported {
    read_as("pipeline.csv", content, &Choices::default())
}

fn take(engine: &mut Engine, imported: Imported, target: ImportTarget) -> ImportSummary {
    engine.import(imported, target, "Pipeline", 7.0, false).unwrap()
}

fn pipeline() -> Engine {
    let mut engine = Engine::default();
    take(&mut engine, read(PIPELINE), ImportTarget::New);
    engine
}

fn level(code: &str) -> Standing {
    Standing::Level(code.to_owned())
}

fn entries(engine: &Engine) -> usize {
    engine.workspace().data.funnel_entries.as_ref().map_or(0, |table| table.len())
}

fn level_names(engine: &Engine) -> Vec<String> {
    let levels = engine.workspace().funnel.scheme.levels().iter();
    levels.map(|level| level.text.as_ref().map_or(level.code.clone(), |text| text.name.clone())).collect()
}

#[test]
fn a_pipeline_brings_its_own_levels() {
    let mut engine = Engine::default();
    let summary = take(&mut engine, read(PIPELINE), ImportTarget::New);
    assert_eq!((summary.rows_used, summary.rows_rejected, summary.customers, summary.total), (4, 0, 2, 100.0));
    assert!(summary.findings.contains(&Finding::WithoutCustomer { count: 1, row: 3 }));
    let plan = &engine.workspace().funnel;
    assert_eq!((level_names(&engine), plan.scheme.sale()), (vec!["Engaging".to_owned(), "Prospecting".to_owned()], Sale::Won));
    let stages = [("Engaging", level("A")), ("Prospecting", level("B")), ("Won", Standing::Won), ("Lost", Standing::Lost)];
    assert_eq!(plan.stages, stages.map(|(text, standing)| (text.to_owned(), standing)).into());
    let View::Funnel(view) = engine.query(&Query::Funnel { scenario: Some(0) }).unwrap() else { panic!("no funnel") };
    assert_eq!((view.entries.won, view.entries.lost, view.entries.open, view.entries.without_customer), (1, 1, 2, 1));
}

#[test]
fn what_is_there_already_is_left_out_and_new_rows_are_added() {
    let mut engine = pipeline();
    let grown = format!("{PIPELINE}5,Bo,Cone,Engaging,2024-03-01,,\n");
    let summary = take(&mut engine, read(&grown), ImportTarget::Append);
    assert_eq!((summary.duplicates, summary.rows_used, summary.rows_left_out, entries(&engine)), (4, 1, 4, 5));
    let table = engine.workspace().data.funnel_entries.clone().unwrap();
    assert_eq!((table.entry(4).key.as_str(), table.entry(4).source, table.entry(4).row), ("5", 1, 6));
    // One moved on since: its row is another one, and the later row of the entry counts.
    let moved = PIPELINE.replace("2,Bo,,Engaging,2024-01-07,,", "2,Bo,,Won,2024-01-07,2024-03-02,40");
    let summary = take(&mut engine, read(&moved), ImportTarget::Append);
    assert_eq!((summary.duplicates, entries(&engine)), (3, 6));
    let View::Funnel(view) = engine.query(&Query::Funnel { scenario: Some(0) }).unwrap() else { panic!("no funnel") };
    assert_eq!((view.entries.all, view.entries.won), (5, 2));
    engine.undo().unwrap();
    assert_eq!(entries(&engine), 5);
}

#[test]
fn the_users_mapping_survives_the_next_import_and_a_choice_there_counts() {
    let mut engine = pipeline();
    let mut plan = engine.workspace().funnel.clone();
    plan.stages.insert("Lost".to_owned(), Standing::Dormant);
    engine.apply(&Action::SetFunnel { plan }).unwrap();
    take(&mut engine, read(&format!("{PIPELINE}6,Bo,Cone,Parked,2024-03-01,,\n")), ImportTarget::Append);
    let stages = &engine.workspace().funnel.stages;
    assert_eq!((stages.get("Lost"), stages.get("Parked")), (Some(&Standing::Dormant), None));
    let chosen: StageMapping = [("Parked".to_owned(), Some(level("B"))), ("Prospecting".to_owned(), None)].into();
    let content = format!("{PIPELINE}7,Bo,Cone,Parked,2024-03-09,,\n");
    let choices = Choices { stages: chosen, ..Choices::default() };
    take(&mut engine, read_as("next.csv", &content, &choices), ImportTarget::Append);
    let stages = &engine.workspace().funnel.stages;
    assert_eq!((stages.get("Parked"), stages.get("Prospecting"), stages.get("Lost")), (Some(&level("B")), None, Some(&Standing::Dormant)));
}

#[test]
fn letters_of_a_file_are_the_contract_scheme_and_a_begun_plan_keeps_its_levels() {
    let letters = "客户名称,意向级别,最近联系\n甲,A级,2024-03-01\n乙,C级,2024-03-01\n丙,流失,2024-03-01\n";
    let mut engine = Engine::default();
    take(&mut engine, read(letters), ImportTarget::New);
    assert_eq!(engine.workspace().funnel.scheme, Scheme::contract());
    take(&mut engine, read(PIPELINE), ImportTarget::Append);
    let plan = &engine.workspace().funnel;
    assert_eq!((plan.scheme == Scheme::contract(), plan.stages.get("C级"), plan.stages.len()), (true, Some(&level("C")), 7));
}

#[test]
fn a_table_takes_the_place_of_its_like_only() {
    let mut engine = pipeline();
    let history =
        "opportunity_id,stage,date\n1,Prospecting,2024-01-01\n1,Engaging,2024-01-05\n1,Won,2024-02-01\n2,Prospecting,2024-01-02\n";
    let summary = take(&mut engine, read(history), ImportTarget::Append);
    assert_eq!((summary.rows_used, summary.customers, summary.total), (4, 2, 0.0));
    let purchases = "Customer,Date,Amount\nAcme,2024-01-05,5\nBolt,2024-01-06,6\n";
    take(&mut engine, read(purchases), ImportTarget::Append);
    let shorter =
        "opportunity_id,account,deal_stage,engage_date,close_date\n9,Acme,Engaging,2024-05-01,\n8,Acme,Lost,2024-05-02,2024-05-03\n";
    take(&mut engine, read(shorter), ImportTarget::Replace);
    let data = &engine.workspace().data;
    assert_eq!((entries(&engine), data.level_history.as_ref().unwrap().len(), data.purchases.as_ref().unwrap().len()), (2, 4, 2));
    assert_eq!(data.imports.len(), 4, "rows of the others still name their sources");
    let table = data.funnel_entries.clone().unwrap();
    assert_eq!(data.imports.iter().flat_map(|record| &record.sources).count(), 4);
    assert_eq!(table.source, [3, 3]);
    take(&mut engine, read(purchases), ImportTarget::Replace);
    assert_eq!((entries(&engine), engine.workspace().data.purchases.as_ref().unwrap().len()), (2, 2));
    let mut only = pipeline();
    take(&mut only, read(shorter), ImportTarget::Replace);
    assert_eq!((entries(&only), only.workspace().data.imports.len(), only.history().past()[0].change), (2, 1, Change::Replace));
}

/// Dropped together, both are read from the same files, one after the other.
#[test]
fn entries_and_their_history_come_in_one_behind_the_other() {
    let history =
        "opportunity_id,stage,date\n1,Prospecting,2024-01-01\n1,Engaging,2024-01-05\n1,Won,2024-02-01\n2,Prospecting,2024-01-02\n";
    let mut files = [("history.csv", history), ("pipeline.csv", PIPELINE)]
        .map(|(name, content)| InputFile::from_bytes(name, content.as_bytes().to_vec()));
    let mut read = |sheets| {
        let preview = fourfold::import::inspect(&mut files, &Choices { sheets, ..Choices::default() }, &Context::default()).unwrap();
        (preview.after, fourfold::import::read(&mut files, &preview.plan.unwrap(), &mut |_| {}).unwrap())
    };
    let mut engine = Engine::default();
    let (mut after, imported) = read(None);
    let first = take(&mut engine, imported, ImportTarget::New);
    let second = take(&mut engine, read(after.pop()).1, ImportTarget::Append);
    assert_eq!((first.sources[0].file.as_str(), first.rows_used, first.workspace), ("pipeline.csv", 4, None));
    assert_eq!((second.sources[0].file.as_str(), second.rows_used, second.counted), ("history.csv", 4, Counted::Entries));
    let courses = engine.workspace().data.level_history.as_ref().unwrap().courses();
    assert_eq!((entries(&engine), courses.of(0).len(), after.len()), (4, 3, 0));
}

#[test]
fn events_that_are_there_already_are_left_out() {
    let history = "客户,阶段,日期\n甲,线索,2024-01-02\n甲,意向,2024-01-05\n乙,线索,2024-01-03\n";
    let mut engine = Engine::default();
    take(&mut engine, read(history), ImportTarget::New);
    let summary = take(&mut engine, read(&format!("{history}甲,成交,2024-02-01\n")), ImportTarget::Append);
    assert_eq!((summary.duplicates, summary.rows_used), (3, 1));
    let table = engine.workspace().data.level_history.clone().unwrap();
    assert_eq!((table.len(), table.courses().of(0).len()), (4, 3));
}

#[test]
fn a_funnel_goes_out_as_a_file_and_comes_back() {
    let mut engine = pipeline();
    engine.apply(&Action::AddScenario { name: "Careful".to_owned(), copy_of: Some(0) }).unwrap();
    engine.apply(&Action::ChooseScenario { scenario: 1 }).unwrap();
    let workspace = engine.workspace();
    assert_eq!(read_file(&write_file(workspace).unwrap()).as_ref(), Ok(workspace));
    engine.undo().unwrap();
    engine.undo().unwrap();
    assert_eq!(engine.workspace().funnel.scenarios.len(), 1);
}

#[test]
fn a_plan_that_no_field_takes_is_refused_with_its_field() {
    let mut engine = pipeline();
    let revision = engine.revision();
    let mut plan = FunnelPlan::default();
    plan.scenarios[0].target = Some(-5.0);
    let fault = PlanFault::Figure { scenario: 0, field: PlanField::Target, found: Some(-5.0), allowed: Allowed::NotNegative };
    assert_eq!(engine.apply(&Action::SetFunnel { plan }), Err(EngineError::BadPlan(fault)));
    assert_eq!(engine.apply(&Action::RemoveScenario { scenario: 0 }), Err(EngineError::BadPlan(PlanFault::LastScenario)));
    assert_eq!(engine.revision(), revision);
}

/// The plan of METHODS 3 on the sales system's own data: its stages come in without a question and count as they are.
#[test]
fn the_sales_pipeline_counts_as_it_stands() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data/pipeline/crm_sales_opportunities/sales_pipeline.csv");
    let Ok(content) = std::fs::read_to_string(path) else { return };
    let mut engine = Engine::default();
    let summary = take(&mut engine, read(&content), ImportTarget::New);
    assert_eq!((summary.rows_used, summary.customers), (8_800, 85));
    let View::Funnel(view) = engine.query(&Query::Funnel { scenario: Some(0) }).unwrap() else { panic!("no funnel") };
    let counts = view.entries;
    assert_eq!((counts.all, counts.won, counts.lost, counts.open, counts.without_customer), (8_800, 4_238, 2_473, 2_089, 1_425));
    let stock: BTreeMap<&str, Option<f64>> = view.stages.iter().map(|stage| (stage.code.as_str(), stage.counted)).collect();
    assert_eq!((stock["A"], stock["B"]), (Some(1_589.0), Some(500.0)));
    assert!((view.average.mean.unwrap() - 2_360.909_391).abs() < 1e-6 && view.average.median == Some(1_117.0));
    assert_eq!((view.reps.len(), view.products.len()), (30, 7));
}
