//! What tests of the funnel share: the typed workshop of METHODS 3, and questions to the engine.

use fourfold::engine::{Engine, FunnelView, Query, View};
use fourfold::workspace::{AverageOrder, FunnelPlan, LevelChoice, Scenario, Sureness, TypedRate};

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
    match engine.query(&Query::Funnel { scenario: 0 }).unwrap() {
        View::Funnel(view) => *view,
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
