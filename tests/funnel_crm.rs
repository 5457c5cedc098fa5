//! The whole way of a real pipeline: read, imported, planned, drawn. The file's licence is not confirmed, so it lies in the data folder
//! beside a development clone; without it these tests say so and compare nothing.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

mod common;

use common::funnel::{ask, edit, funnel};
use fourfold::engine::protocol::ImportTarget;
use fourfold::engine::{Engine, FunnelEntriesQuery, Query};
use fourfold::import::{Choices, Context, InputFile};
use fourfold::plan::RateSource as Method;
use fourfold::tables::Standing;
use fourfold::units::rounded_up;
use fourfold::workspace::Dimension;

const PIPELINE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data/pipeline/crm_sales_opportunities/sales_pipeline.csv");

/// The pipeline as a user has it after an import without any choice, with a target of a million.
fn pipeline() -> Option<Engine> {
    let Ok(bytes) = std::fs::read(PIPELINE) else {
        eprintln!("the pipeline is not beside the clone: nothing was compared");
        return None;
    };
    let mut files = vec![InputFile::from_bytes("sales_pipeline.csv", bytes)];
    let preview = fourfold::import::inspect(&mut files, &Choices::default(), &Context::default()).unwrap();
    let plan = preview.plan.unwrap_or_else(|| panic!("{:?}", preview.questions));
    let imported = fourfold::import::read(&mut files, &plan, &mut |_| {}).unwrap();
    let mut engine = Engine::default();
    let summary = engine.import(imported, ImportTarget::New, "Pipeline", 0.0, false).unwrap();
    assert_eq!((summary.rows_read, summary.rows_used, summary.rows_rejected), (8_800, 8_800, 0));
    edit(&mut engine, |scenario| scenario.target = Some(1_000_000.0));
    Some(engine)
}

#[test]
fn entries_rates_and_sales_needed() {
    let Some(mut engine) = pipeline() else { return };
    let view = funnel(&mut engine);
    let counts = view.entries;
    assert_eq!((counts.all, counts.won, counts.lost, counts.open), (8_800, 4_238, 2_473, 2_089));
    assert_eq!((counts.unknown, counts.without_customer), (0, 1_425));
    let mean = view.average.mean.unwrap();
    assert!((mean - 2_360.91).abs() < 0.005, "{mean}");
    assert_eq!(rounded_up(view.chain.as_ref().unwrap().sales().needed().unwrap()), 424.0);
    let reached: Vec<_> = view.steps.iter().map(|step| step.data.unwrap().tally).collect();
    assert_eq!((reached[1].entered, reached[1].reached), (8_800, 8_300), "Prospecting to Engaging");
    assert_eq!((reached[0].entered, reached[0].reached), (8_300, 4_238), "Engaging to Won");
    assert_eq!(reached[0].reached + reached[0].ended, 6_711, "closed");
    assert_eq!(view.rate_method, Some(Method::Snapshot));
    assert_eq!(view.stages.iter().map(|stage| stage.counted.unwrap()).collect::<Vec<_>>(), [0.0, 1_589.0, 500.0]);
    assert!(view.only_stocks.is_none() && view.unknown_stages.is_empty());
    assert_eq!(view.cycle.unwrap().count, 4_238);
}

#[test]
fn the_heat_tables_name_everybody() {
    let Some(mut engine) = pipeline() else { return };
    let mut groups = |dimension| ask!(engine, Query::FunnelGroups { scenario: Some(0), dimension }, FunnelGroups);
    let (agents, products, regions) = (groups(Dimension::Rep), groups(Dimension::Product), groups(Dimension::Region));
    assert_eq!((agents.groups.len(), products.groups.len(), regions.groups.len()), (30, 7, 0));
    for groups in [&agents, &products] {
        assert_eq!(groups.groups.iter().map(|group| group.entries).sum::<u32>(), 8_800);
        assert!((groups.groups.iter().map(|group| group.plan.share).sum::<f64>() - 1.0).abs() < 1e-9);
        let won: f64 = groups.groups.iter().map(|group| group.won).sum();
        assert!((won - 10_005_534.0).abs() < 1e-6, "{won}");
        assert!(groups.groups.windows(2).all(|pair| pair[0].won >= pair[1].won) && groups.errors.is_empty());
    }
    let agent = &agents.groups[0];
    let query = FunnelEntriesQuery { group: Some((Dimension::Rep, agent.name.clone())), count: 10, ..FunnelEntriesQuery::default() };
    let behind = ask!(engine, Query::FunnelEntries(query), FunnelEntries);
    assert_eq!((behind.total, behind.rows.len()), (agent.entries, 10));
    let open = FunnelEntriesQuery { standing: Some(Standing::Level("B".to_owned())), count: 1, ..FunnelEntriesQuery::default() };
    assert_eq!(ask!(engine, Query::FunnelEntries(open), FunnelEntries).total, 500);
}

#[test]
fn an_agent_alone_has_rates_of_its_own() {
    let Some(mut engine) = pipeline() else { return };
    let reps = funnel(&mut engine).reps;
    assert_eq!(reps.len(), 30);
    edit(&mut engine, |scenario| scenario.filters.rep = [reps[0].clone()].into());
    let view = funnel(&mut engine);
    let data = view.steps[1].data.unwrap();
    assert_eq!(data.entered, f64::from(view.entries.all));
    assert!(data.estimate.wilson.low < data.rate && data.rate < data.estimate.wilson.high);
}
