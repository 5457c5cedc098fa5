//! A picture of more points than a page can hold: what the engine answers is what the points themselves say.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use fourfold::chart::crowd::{CROWD, CrowdAxes, CrowdFrame, FEW, Pale};
use fourfold::chart::scatter::{Direction, Window};
use fourfold::chart::{Rect, Scale, ScaleKind};
use fourfold::classify::Side;
use fourfold::engine::{
    CrowdQuery, CrowdView, Engine, ListQuery, PointQuery, PointView, PointsView, Query, SortKey, TrialCuts, View, WhichPoint,
};
use fourfold::tables::{CustomerList, CustomerRow, Dataset};
use fourfold::workspace::{Action, ExistingSettings, StabilityMeasure, ThresholdRule, Workspace};

const CUSTOMERS: usize = CROWD + 5_000;

/// Spread evenly over both axes by two numbers without a common divisor; one of a thousand has sent back more than it bought.
fn customer(number: usize) -> CustomerRow {
    let (across, up) = ((number * 7_919 % 10_007) as f64 / 10_007.0, (number * 104_729 % 99_991) as f64 / 99_991.0);
    let contribution = if number % 1_000 == 7 { -5.0 } else { (up * 12.0).exp() };
    CustomerRow { customer: format!("C{number:06}"), contribution: Some(contribution), stability: Some(across), ..CustomerRow::default() }
}

fn engine() -> Engine {
    let rows = (0..CUSTOMERS).map(customer).collect();
    let data = Dataset { customers: Some(CustomerList { rows }.into()), ..Dataset::default() };
    let existing = ExistingSettings { stability: StabilityMeasure::Given, given_high_is_stable: true, ..ExistingSettings::default() };
    Engine::new(Workspace { data, existing, ..Workspace::default() })
}

const PLOT: Rect = Rect { left: 0.0, top: 0.0, right: 900.0, bottom: 500.0 };

fn axes(score: (f64, f64), contribution: (f64, f64)) -> CrowdAxes {
    CrowdAxes {
        plot: PLOT,
        score: Scale::new(ScaleKind::Linear, score, (0.0, 900.0)),
        contribution: Scale::new(ScaleKind::Log, contribution, (500.0, 0.0)),
    }
}

fn crowd(engine: &mut Engine, axes: CrowdAxes, hidden: [bool; 4]) -> CrowdView {
    let frame = CrowdFrame { axes, cell: 2.0, hidden, pale: Pale::Nobody };
    let query = Query::Crowd(Box::new(CrowdQuery { side: Side::Existing, trial: TrialCuts::default(), frame }));
    let View::Crowd(view) = engine.query(&query).unwrap() else { panic!() };
    view
}

fn points(engine: &mut Engine, query: Query) -> PointsView {
    let View::Points(view) = engine.query(&query).unwrap() else { panic!() };
    view
}

fn all(engine: &mut Engine) -> PointsView {
    points(engine, Query::Points { side: Side::Existing, trial: TrialCuts::default() })
}

fn landmarks(engine: &mut Engine, also: Vec<u32>) -> PointsView {
    points(engine, Query::Landmarks { side: Side::Existing, also })
}

fn point(engine: &mut Engine, which: WhichPoint) -> Option<PointView> {
    let View::Point(view) =
        engine.query(&Query::Point(Box::new(PointQuery { side: Side::Existing, trial: TrialCuts::default(), which }))).unwrap()
    else {
        panic!()
    };
    view
}

/// Numbers and places of the points in sight, straight from the figures.
fn in_sight(points: &PointsView, axes: &CrowdAxes) -> Vec<(usize, (f64, f64))> {
    let place =
        |index: usize| (axes.score.screen_from_data(points.score[index]), axes.contribution.screen_from_data(points.vertical[index]));
    (0..points.customer.len()).map(|index| (index, place(index))).filter(|(_, (x, y))| PLOT.contains(*x, *y)).collect()
}

#[test]
fn a_crowd_is_counted_and_zoomed_in_it_is_points_again() {
    let mut engine = engine();
    let all = all(&mut engine);
    assert_eq!((all.customer.len(), all.crowd), (CUSTOMERS, 0));
    let wide = axes((0.0, 1.0), (1.0, 200_000.0));
    let view = crowd(&mut engine, wide, [false; 4]);
    let expected = in_sight(&all, &wide);
    assert_eq!(view.picture.shown as usize, expected.len());
    assert_eq!((view.picture.columns, view.picture.rows, view.picture.cells.len()), (450, 250, 450 * 250));
    let filled: std::collections::BTreeSet<_> =
        expected.iter().map(|(_, (x, y))| ((y / 2.0).min(249.0) as usize, (x / 2.0).min(449.0) as usize)).collect();
    let shown = view.picture.cells.iter().enumerate().filter(|(_, cell)| **cell > 0).map(|(place, _)| (place / 450, place % 450));
    assert!(filled.into_iter().eq(shown));
    let without_first = crowd(&mut engine, wide, [true, false, false, false]).picture.shown as usize;
    assert_eq!(without_first, expected.iter().filter(|(index, _)| all.class[*index] != 0).count());
    let close = axes((0.4, 0.5), (100.0, 1_000.0));
    let view = crowd(&mut engine, close, [false; 4]);
    let expected = in_sight(&all, &close);
    assert!(expected.len() <= FEW && view.picture.cells.is_empty());
    let figures: Vec<_> = expected.iter().map(|(index, _)| (all.score[*index], all.vertical[*index], all.class[*index])).collect();
    let found = view.score.iter().zip(&view.vertical).zip(&view.class).map(|((score, vertical), class)| (*score, *vertical, *class));
    assert!(figures.into_iter().eq(found));
}

#[test]
fn landmarks_have_the_extent_the_largest_and_whoever_is_asked_for() {
    let mut engine = engine();
    let all = all(&mut engine);
    let view = landmarks(&mut engine, vec![4_321, 99_999_999]);
    assert_eq!(view.crowd as usize, CUSTOMERS);
    assert!(view.customer.len() < 600 && view.customer.is_sorted(), "{}", view.customer.len());
    assert!(view.customer.contains(&4_321));
    let extent = |figures: &[f64]| (figures.iter().copied().fold(f64::NAN, f64::min), figures.iter().copied().fold(f64::NAN, f64::max));
    let above_0 = |figures: &[f64]| extent(&figures.iter().copied().filter(|figure| *figure > 0.0).collect::<Vec<_>>());
    assert_eq!(extent(&view.score), extent(&all.score));
    assert_eq!(extent(&view.vertical), extent(&all.vertical));
    assert_eq!(above_0(&view.vertical), above_0(&all.vertical));
    for class in 0..4 {
        let mut largest: Vec<_> = (0..all.customer.len()).filter(|index| all.class[*index] == class).collect();
        largest.sort_by(|one, other| all.vertical[*other].total_cmp(&all.vertical[*one]));
        assert!(largest[..40].iter().all(|index| view.customer.contains(&all.customer[*index])), "class {class}");
    }
}

#[test]
fn every_customer_can_be_pointed_at_by_place_and_by_key() {
    let mut engine = engine();
    let all = all(&mut engine);
    let axes = axes((0.2, 0.9), (5.0, 50_000.0));
    let hidden = [false, true, false, false];
    let placed: Vec<_> = in_sight(&all, &axes).into_iter().filter(|(index, _)| !hidden[usize::from(all.class[*index])]).collect();
    for place in [(3.0, 4.0), (450.0, 250.0), (880.0, 499.0)] {
        let found = point(&mut engine, WhichPoint::Near { axes, hidden, place, reach: 12.0 });
        let distance = |(x, y): (f64, f64)| (x - place.0).hypot(y - place.1);
        let (nearest, at) = placed.iter().min_by(|one, other| distance(one.1).total_cmp(&distance(other.1))).unwrap();
        let expected = (distance(*at) <= 12.0).then(|| all.customer[*nearest]);
        assert_eq!(found.as_ref().map(|found| found.customer), expected, "{place:?}");
        if let Some(found) = found {
            assert_eq!((found.name.as_str(), found.vertical), (all.names[*nearest].as_str(), all.vertical[*nearest]));
            let class = all.class[*nearest];
            assert_eq!(point(&mut engine, WhichPoint::Of { customer: found.customer }).unwrap().class, class);
        }
    }
    // The uppermost, and from there to the right by more than a stride each time, until the border.
    let next = |engine: &mut Engine, from| {
        point(engine, WhichPoint::Next { axes, hidden, from, direction: Direction::Right, stride: 40.0 }).map(|found| found.customer)
    };
    let x = |customer: u32| placed.iter().find(|(index, _)| all.customer[*index] == customer).unwrap().1.0;
    let first = next(&mut engine, None).unwrap();
    assert!(placed.iter().all(|(index, _)| all.vertical[*index] <= customer(first as usize).contribution.unwrap()));
    let mut here = first;
    while let Some(there) = next(&mut engine, Some(here)) {
        assert!(x(there) > x(here) + 40.0);
        here = there;
    }
    assert!(placed.iter().all(|(_, (to, _))| *to <= x(here) + 40.0));
    assert_eq!(point(&mut engine, WhichPoint::Near { axes, hidden: [true; 4], place: (450.0, 250.0), reach: 500.0 }), None);
}

#[test]
fn an_area_lists_whose_points_lie_in_it() {
    let mut engine = engine();
    let all = all(&mut engine);
    let window = Window { score: (0.3, 0.35), contribution: (50.0, 80.0), zero_or_less: true };
    let query = ListQuery {
        side: Side::Existing,
        search: String::new(),
        classes: Vec::new(),
        only: Vec::new(),
        within: Some(window),
        sort: SortKey::Vertical,
        descending: true,
        first: 0,
        count: u32::MAX,
        trial: TrialCuts::default(),
    };
    let View::List(list) = engine.query(&Query::List(query)).unwrap() else { panic!() };
    let inside = |index: &usize| {
        let vertical = all.vertical[*index];
        (0.3..=0.35).contains(&all.score[*index]) && ((50.0..=80.0).contains(&vertical) || vertical <= 0.0)
    };
    let mut expected: Vec<_> = (0..all.customer.len()).filter(inside).collect();
    // The largest first, those of one amount by their keys, which rise with their numbers here.
    expected.sort_by(|one, other| all.vertical[*other].total_cmp(&all.vertical[*one]).then(one.cmp(other)));
    let found: Vec<_> = list.rows.iter().map(|row| row.customer).collect();
    assert!(found.len() > 50);
    assert_eq!(found, expected.iter().map(|index| all.customer[*index]).collect::<Vec<_>>());
}

#[test]
fn a_change_says_how_many_customers_it_moved() {
    let mut engine = engine();
    let before = all(&mut engine);
    let first = landmarks(&mut engine, Vec::new());
    assert_eq!(first.changed_since, None);
    let mut settings = engine.workspace().existing.clone();
    settings.contribution_threshold = ThresholdRule::Manual(1_000.0);
    engine.apply(&Action::SetExisting { settings }).unwrap();
    let changed = landmarks(&mut engine, Vec::new()).changed_since;
    let after = all(&mut engine);
    let expected = before.class.iter().zip(&after.class).filter(|(before, after)| before != after).count();
    assert!(expected > 0);
    assert_eq!(changed, Some((first.revision, expected as u32)));
    assert_eq!(landmarks(&mut engine, vec![5]).changed_since, changed, "asked again, the answer is the same");
}
