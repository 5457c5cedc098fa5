#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use proptest::prelude::*;

use super::*;
use crate::chart::points::Pixels;
use crate::chart::scale::{ScaleKind, Strip};
use crate::chart::{Palette, Scale};

const PLOT: Rect = Rect { left: 40.0, top: 20.0, right: 240.0, bottom: 120.0 };

/// Scores 0..=1 and contributions from 1 to `high`, with a strip "0 or less" on a logarithmic axis.
fn axes(kind: ScaleKind, high: f64) -> CrowdAxes {
    let strip = (kind == ScaleKind::Log).then_some(Strip { near: PLOT.bottom - 26.0, far: PLOT.bottom });
    let bottom = strip.map_or(PLOT.bottom, |strip| strip.near);
    let contribution = Scale::new(kind, (1.0, high), (bottom, PLOT.top)).with_strip(strip);
    CrowdAxes { plot: PLOT, score: Scale::new(ScaleKind::Linear, (0.0, 1.0), (PLOT.left, PLOT.right)), contribution }
}

fn frame(axes: CrowdAxes) -> CrowdFrame {
    CrowdFrame { axes, cell: 2.0, hidden: [false; 4], pale: Pale::Nobody }
}

/// Customers as (score, contribution, class).
type Customers = Vec<(f64, f64, u8)>;

fn with_crowd<Found>(customers: &Customers, kind: ScaleKind, then: impl FnOnce(&Crowd<'_>) -> Found) -> Found {
    let score: Vec<f64> = customers.iter().map(|(score, ..)| *score).collect();
    let height: Vec<f64> = customers.iter().map(|(_, contribution, _)| kind.unit(*contribution)).collect();
    let class: Vec<u8> = customers.iter().map(|(.., class)| *class).collect();
    then(&Crowd { score: &score, height: &height, class: &class })
}

fn customers() -> impl Strategy<Value = Customers> {
    prop::collection::vec((-0.2..1.2f64, prop_oneof![9 => 0.5..2_000.0f64, 1 => Just(-3.0)], 0..5u8), 0..400)
}

fn kinds() -> impl Strategy<Value = ScaleKind> {
    prop_oneof![Just(ScaleKind::Linear), Just(ScaleKind::Log)]
}

fn in_sight(axes: &CrowdAxes, (score, contribution, class): (f64, f64, u8)) -> Option<(f64, f64)> {
    let (x, y) = (axes.score.screen_from_data(score), axes.contribution.screen_from_data(contribution));
    (class < 4 && axes.plot.grown(1e-6).contains(x, y)).then_some((x, y))
}

proptest! {
    #[test]
    fn the_counts_add_up_to_the_points_in_sight(customers in customers(), kind in kinds(), hidden in any::<[bool; 4]>(), high in 5.0..1_500.0f64) {
        let frame = CrowdFrame { hidden, ..frame(axes(kind, high)) };
        let bins = with_crowd(&customers, kind, |crowd| bins(crowd, &frame));
        for class in 0..4 {
            let expected = customers.iter().filter(|point| usize::from(point.2) == class && in_sight(&frame.axes, **point).is_some()).count();
            let counted: u32 = bins.strong.iter().map(|counts| counts[class]).sum();
            prop_assert_eq!(counted as usize, if hidden[class] { 0 } else { expected });
        }
        prop_assert_eq!(bins.shown, bins.strong.iter().flatten().sum::<u32>());
    }

    #[test]
    fn the_order_of_the_points_does_not_matter(customers in customers(), kind in kinds(), turn in 0..400usize) {
        let mut turned = customers.clone();
        turned.rotate_left(turn.min(customers.len()));
        turned.reverse();
        let frame = frame(axes(kind, 500.0));
        let cells_of = |customers: &Customers| with_crowd(customers, kind, |crowd| cells(&bins(crowd, &frame)));
        prop_assert_eq!(cells_of(&customers), cells_of(&turned));
    }

    #[test]
    fn every_point_in_sight_leaves_a_pixel_that_shows(customers in customers(), kind in kinds(), pale in any::<bool>()) {
        let frame = CrowdFrame { pale: if pale { Pale::Everybody } else { Pale::Nobody }, ..frame(axes(kind, 900.0)) };
        let bins = with_crowd(&customers, kind, |crowd| bins(crowd, &frame));
        let mut pixels = Pixels::default();
        paint(&cells(&bins), bins.columns, &colours(&Palette::LIGHT), &mut pixels);
        prop_assert_eq!((pixels.width, pixels.height), (100, 50));
        for (x, y) in customers.iter().filter_map(|point| in_sight(&frame.axes, *point)) {
            let (column, row) = (((x - PLOT.left) / 2.0).clamp(0.0, 99.0) as usize, ((y - PLOT.top) / 2.0).clamp(0.0, 49.0) as usize);
            let alpha = pixels.bytes[(row * 100 + column) * 4 + 3];
            prop_assert!(alpha >= if pale { 25 } else { 127 }, "{alpha} at {column}, {row}");
        }
    }

    #[test]
    fn a_picture_under_other_axes_lies_where_its_points_lie(customers in customers(), kind in kinds(), high in 20.0..5_000.0f64, low in 0.0..0.4f64) {
        let made = axes(kind, 800.0);
        let mut now = axes(kind, high);
        now.score = Scale::new(ScaleKind::Linear, (low, 0.9), (PLOT.left, PLOT.right));
        let pieces = pieces(&made, 2.0, &now);
        for point in customers {
            let (Some(from), Some(to)) = (in_sight(&made, point), in_sight(&now, point)) else { continue };
            let cell = ((from.0 - PLOT.left) / 2.0, (from.1 - PLOT.top) / 2.0);
            let carried = pieces.iter().any(|(source, goes)| {
                let x = goes.left + (cell.0 - source.left) / source.width() * goes.width();
                let y = goes.top + (cell.1 - source.top) / source.height() * goes.height();
                (x - to.0).abs() < 1e-6 && (y - to.1).abs() < 1e-6 && PLOT.grown(1e-6).encloses(goes)
            });
            prop_assert!(carried, "{point:?} from {from:?} to {to:?}: {pieces:?}");
        }
    }
}

#[test]
fn under_its_own_axes_a_picture_stands_still() {
    let axes = axes(ScaleKind::Linear, 100.0);
    let [(source, goes)] = pieces(&axes, 2.0, &axes)[..] else { panic!("one piece") };
    for (found, expected) in [(source, Rect { left: 0.0, top: 0.0, right: 100.0, bottom: 50.0 }), (goes, PLOT)] {
        assert!(found.grown(1e-9).encloses(&expected) && expected.grown(1e-9).encloses(&found), "{found:?}, {expected:?}");
    }
    assert_eq!(pieces(&axes, 2.0, &self::axes(ScaleKind::Log, 100.0)), []);
}

#[test]
fn more_points_are_stronger_and_classes_that_meet_are_mixed() {
    let palette = Palette::LIGHT;
    let colour = |counts: [u32; 4]| {
        let bins = Bins { columns: 2, rows: 1, strong: vec![counts, [0, 0, 0, 900]], ..Bins::default() };
        colours(&palette)[usize::from(cells(&bins)[0])]
    };
    let strengths = [1, 4, 20, 100, 500, 900].map(|count| colour([count, 0, 0, 0]));
    // On white, by how much is taken away of the light of each channel.
    let darkness = |[red, green, blue, alpha]: [u8; 4]| (765 - u32::from(red) - u32::from(green) - u32::from(blue)) * u32::from(alpha);
    assert!(strengths.is_sorted_by(|one, other| darkness(*one) < darkness(*other)), "{strengths:?}");
    assert_eq!(colour([5, 1, 0, 0])[..3], [23, 59, 128], "one of six does not show");
    // Half way between navy (23, 59, 128) and orange (209, 66, 4).
    assert_eq!(colour([5, 4, 0, 0])[..3], [116, 63, 66]);
}

#[test]
fn greys_keep_the_order_of_strength() {
    for palette in [Palette::LIGHT, Palette::DARK] {
        let table = colours(&palette);
        for mix in 0..cells::MIXES {
            let over_paper = |level: usize| {
                let [red, green, blue, alpha] = table[1 + mix * cells::LEVELS + level];
                let grey = |(red, green, blue): (u8, u8, u8)| 0.3 * f64::from(red) + 0.59 * f64::from(green) + 0.11 * f64::from(blue);
                let (paper, part) = (grey((palette.surface.0, palette.surface.1, palette.surface.2)), f64::from(alpha) / 255.0);
                ((grey((red, green, blue)) - paper) * part).abs()
            };
            assert!((1..cells::LEVELS).all(|level| over_paper(level) > over_paper(level - 1)), "mix {mix}");
        }
    }
}

#[test]
fn bytes_of_cells_are_all_used_once() {
    assert_eq!(cells::PALE + cells::MIXES * cells::PALE_LEVELS, 241);
    assert_eq!(colours(&Palette::DARK)[usize::from(EMPTY)], [0; 4]);
    assert_eq!(colours(&Palette::DARK)[241..], [[0; 4]; 15]);
}

#[test]
fn few_points_come_one_by_one_and_those_outside_a_window_are_pale() {
    let customers = vec![(0.2, 10.0, 0), (0.4, 20.0, 1), (0.9, -1.0, 3), (3.0, 10.0, 0)];
    let frame = frame(axes(ScaleKind::Log, 100.0));
    let (picture, few) = with_crowd(&customers, ScaleKind::Log, |crowd| super::picture(crowd, &frame));
    assert_eq!((picture.shown, picture.most, picture.cells.len(), few), (3, 1, 0, vec![0, 1, 2]));
    let window = Window { score: (0.0, 1.0), contribution: (15.0, 30.0), zero_or_less: false };
    let bins = with_crowd(&customers, ScaleKind::Log, |crowd| bins(crowd, &CrowdFrame { pale: Pale::Outside(window), ..frame }));
    assert_eq!((bins.strong.iter().flatten().sum::<u32>(), bins.pale.iter().flatten().sum::<u32>()), (1, 2));
}
