//! What tests of the funnel share: the typed workshop of METHODS 3, and questions to the engine.

use std::sync::Arc;

use fourfold::calendar::Day;
use fourfold::engine::{Engine, FunnelView, Query, View};
use fourfold::tables::{Dataset, FunnelEntries, FunnelEntry, LevelEvent, LevelHistory, Standing};
use fourfold::workspace::{Action, AverageOrder, FunnelPlan, LevelChoice, Scenario, Sureness, TypedRate, Workspace};

/// The answer to a query as the kind it must be.
#[allow(unused_macros, reason = "every test file uses its own part")]
macro_rules! ask {
    ($engine:expr, $query:expr, $kind:ident) => {
        match $engine.query(&$query).unwrap() {
            fourfold::engine::View::$kind(view) => view,
            other => panic!("{other:?}"),
        }
    };
}
#[allow(unused_imports, reason = "every test file uses its own part")]
pub(crate) use ask;

pub fn funnel(engine: &mut Engine) -> FunnelView {
    match engine.query(&Query::Funnel { scenario: Some(0) }).unwrap() {
        View::Funnel(view) => view,
        other => panic!("{other:?}"),
    }
}

pub fn plan(engine: &Engine) -> FunnelPlan {
    engine.workspace().funnel.clone()
}

/// 10,000,000 at 200,000 with .5/.4/.3/.2, and 10 B, 40 C, 100 D, 300 E in stock, all typed.
pub fn workshop() -> FunnelPlan {
    let level = |rate: f64, stock: f64| LevelChoice {
        rate: Some(TypedRate { rate, sure: Sureness::Known }),
        stock: Some(stock),
        ..LevelChoice::default()
    };
    let levels = [("B", level(0.5, 10.0)), ("C", level(0.4, 40.0)), ("D", level(0.3, 100.0)), ("E", level(0.2, 300.0))];
    let scenario = Scenario {
        target: Some(10_000_000.0),
        average_order: AverageOrder::Typed(200_000.0),
        levels: levels.map(|(code, choice)| (code.to_owned(), choice)).into(),
        ..Scenario::default()
    };
    FunnelPlan { scenarios: vec![scenario], ..FunnelPlan::default() }
}

/// A day by its ISO text.
pub fn day(text: &str) -> Day {
    Day::from_iso(text).unwrap()
}

/// A contract scheme whose levels stand in the file by their own letters, with "Won", "Lost" and "Dormant".
pub fn lettered() -> FunnelPlan {
    let level = |code: &str| (code.to_owned(), Standing::Level(code.to_owned()));
    let outcomes = [("Won", Standing::Won), ("Lost", Standing::Lost), ("Dormant", Standing::Dormant)];
    let outcomes = outcomes.map(|(text, standing)| (text.to_owned(), standing));
    FunnelPlan { stages: ["A", "B", "C", "D", "E"].map(level).into_iter().chain(outcomes).collect(), ..FunnelPlan::default() }
}

/// Entries from `key, stage` pairs, each edited further.
pub fn entries(rows: &[(&str, &str)], edit: impl Fn(usize, &mut FunnelEntry)) -> FunnelEntries {
    let mut table = FunnelEntries::default();
    for (place, (key, stage)) in rows.iter().enumerate() {
        let mut entry = FunnelEntry { key: (*key).to_owned(), stage: (*stage).to_owned(), ..FunnelEntry::default() };
        edit(place, &mut entry);
        table.push(&entry);
    }
    table
}

/// A level history from `key, stage, day number` triples.
pub fn history(events: &[(&str, &str, i32)]) -> LevelHistory {
    let mut table = LevelHistory::default();
    for (key, stage, day) in events {
        let (key, stage, day) = ((*key).to_owned(), (*stage).to_owned(), Day(*day));
        table.push(&LevelEvent { key, stage, day, moment: LevelEvent::moment_of(day), ..LevelEvent::default() });
    }
    table
}

/// A workspace with these tables and this plan.
pub fn engine_of(entries: Option<FunnelEntries>, history: Option<LevelHistory>, plan: FunnelPlan) -> Engine {
    let data = Dataset { funnel_entries: entries.map(Arc::new), level_history: history.map(Arc::new), ..Dataset::default() };
    Engine::new(Workspace { data, funnel: plan, ..Workspace::default() })
}

/// Changes the first scenario.
pub fn edit(engine: &mut Engine, edit: impl FnOnce(&mut Scenario)) {
    let mut plan = engine.workspace().funnel.clone();
    edit(&mut plan.scenarios[0]);
    engine.apply(&Action::SetFunnel { plan }).unwrap();
}
