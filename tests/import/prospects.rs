//! Lists of potential customers: known by ratings, by an expected contribution or an intent; every figure accounted for.

use std::collections::BTreeMap;

use fourfold::classify::Scorecard;
use fourfold::engine::protocol::ImportTarget;
use fourfold::engine::{Engine, QuadrantView, Query, TrialCuts, View};
use fourfold::import::{ImportKind, IssueKind, Role};
use fourfold::tables::BuiltInCriterion;
use fourfold::workspace::{ExpectedFrom, IntentFrom, Workspace};

use crate::common::*;

/// Twelve made-up prospects of a workshop: six criteria of expected contribution and an intent from 1 to 10.
const WORKSHOP: &str = include_str!("../fixtures/prospects.csv");

#[test]
fn a_scorecard_is_known_by_its_ratings() {
    let (preview, imported) = imported(csv(WORKSHOP));
    assert_eq!((preview.kind, preview.questions.len()), (ImportKind::Prospects, 0));
    let list = imported.prospects.unwrap();
    let harbour = list.find("Harbour Foods").unwrap();
    let ratings =
        [("size", 5.0), ("management", 4.0), ("network", 5.0), ("purchasing-power", 4.0), ("marketing", 4.0), ("development", 5.0)];
    assert_eq!(harbour.ratings, ratings.map(|(code, rating)| (code.to_owned(), rating)).into_iter().collect::<BTreeMap<_, _>>());
    assert_eq!((harbour.intent, harbour.region.as_str(), harbour.rep.as_str(), harbour.row), (Some(9.0), "North", "Kim", 2));
    assert_eq!((list.len(), imported.record.rows_used, imported.purchases, imported.customers), (12, 12, None, None));
}

#[test]
fn an_expected_contribution_is_money_with_its_currency() {
    let content = "Prospect,Expected contribution (USD),Intent,Level,Product\n\
        Harbour,\"12,000\",75%,B,Steel\nLarkfield,800.50,0.2,D,\nMinus,-5,high,C,\nTotal,12800.5,,,\n";
    let (preview, imported) = imported(csv(content));
    assert_eq!(preview.kind, ImportKind::Prospects);
    let rows = imported.prospects.unwrap();
    let figures: Vec<_> = rows.rows().iter().map(|row| (row.id.as_str(), row.expected, row.intent, row.level.as_str())).collect();
    let expected = [("Harbour", Some(12_000.0), Some(0.75), "B"), ("Larkfield", Some(800.5), Some(0.2), "D"), ("Minus", None, None, "C")];
    assert_eq!(figures, expected);
    let kinds: Vec<_> = imported.issues.iter().map(|issue| (issue.row, issue.kind)).collect();
    assert_eq!(kinds, [(4, IssueKind::NumberLeftOut), (4, IssueKind::NumberLeftOut), (5, IssueKind::TotalRow)]);
    assert_eq!((imported.record.currency.as_str(), imported.record.rows_used), ("USD", 3));
}

#[test]
fn chinese_lists_are_known_and_ratings_outside_the_scale_left_out() {
    let content = "客户编号,潜在客户名称,实力与规模,管理水平,下游购买力,意向度,区域\nQ1,甲公司,5,4,3,80,华东\nQ2,乙公司,2,,1,20,华北\n";
    let (preview, imported) = imported(csv(content));
    assert_eq!(preview.kind, ImportKind::Prospects);
    let list = imported.prospects.unwrap();
    let first = list.find("Q1").unwrap();
    assert_eq!((first.name.as_str(), first.intent, first.region.as_str(), first.ratings.len()), ("甲公司", Some(80.0), "华东", 3));
    assert_eq!(list.find("Q2").unwrap().ratings.len(), 2);
    let chosen = fourfold::import::Choices { kind: Some(ImportKind::Prospects), ..Default::default() };
    let roles = [(0, Role::Customer), (1, Role::Rating(BuiltInCriterion::Trust))];
    let chosen = fourfold::import::Choices { roles: roles.map(|(column, role)| (column, Some(role))).into(), ..chosen };
    let (_, imported) = taken(csv("Prospect,Trust in us\nA,6\nB,4\n"), &chosen);
    assert_eq!(imported.issues.iter().map(|issue| (issue.row, issue.kind)).collect::<Vec<_>>(), [(2, IssueKind::RatingLeftOut)]);
    assert_eq!(imported.prospects.unwrap().find("B").unwrap().ratings.get("trust"), Some(&4.0));
}

#[test]
fn an_import_adds_to_the_list_and_sets_where_the_figures_come_from() {
    let mut engine = Engine::new(Workspace::default());
    engine.import(imported(csv(WORKSHOP)).1, ImportTarget::New, "workshop", 0.0, false).unwrap();
    let settings = &engine.workspace().potential;
    assert_eq!((settings.expected_from, settings.intent_from), (ExpectedFrom::Scorecard, IntentFrom::Column));
    let quadrant = Query::Quadrant { side: fourfold::classify::Side::Potential, trial: TrialCuts::default() };
    let counts = |engine: &mut Engine| match engine.query(&quadrant).unwrap() {
        View::Quadrant(QuadrantView { classes, .. }) => classes.map(|class| class.customers),
        other => panic!("{other:?}"),
    };
    // By hand: the sums of the six ratings are 27 26 24 22 20 19 | 17 16 14 13 11 8, and 9 3 8 2 7 6 | 8 1 6 5 4 2 have the median 5.5.
    assert_eq!(counts(&mut engine), [4, 2, 2, 4, 0]);
    let more = "Prospect,Strength and size,Management\nHarbour Foods,1,1\nNewcomer,3,3\n";
    let summary = engine.import(imported(csv(more)).1, ImportTarget::Append, "", 0.0, false).unwrap();
    assert_eq!((summary.rows_used, summary.customers), (2, 2));
    let list = engine.workspace().data.prospects.clone().unwrap();
    let harbour = list.find("Harbour Foods").unwrap();
    assert_eq!((list.len(), harbour.ratings["size"], harbour.ratings["network"], harbour.source), (13, 1.0, 5.0, Some(1)));
}

#[test]
fn other_tables_with_such_words_stay_what_they_are() {
    let kinds = [
        ("Customer,Date,Amount,Need\nA,2024-01-05,5,3\nB,2024-01-06,6,4\n", ImportKind::Purchases),
        ("客户编号,客户贡献度,变异系数,意向度\nA1,500,0.2,3\nA2,300,0.5,4\n", ImportKind::Customers),
        (
            "Deal,Customer,Deal stage,Expected revenue,Close date\n1,A,Won,500,2024-03-01\n2,B,Lost,700,2024-04-01\n",
            ImportKind::FunnelEntries,
        ),
        ("Company,Purchase potential\nHarbour,500\nMeyer,300\n", ImportKind::Potential),
    ];
    for (content, kind) in kinds {
        assert_eq!(look(content).kind, kind, "{content}");
    }
    // The scorecards' own criteria are the ones that an import knows.
    let criteria = [Scorecard::expected(), Scorecard::intent()].into_iter().flat_map(|card| card.criteria);
    assert!(criteria.map(|criterion| criterion.code).eq(BuiltInCriterion::all().map(|criterion| criterion.code().to_owned())));
    for role in Role::ALL {
        assert_eq!(Role::from_code(role.code()), Some(role));
    }
}
