//! Where the funnel's bars and texts stand.

use super::input::{FunnelInput, FunnelLevel, Need};
use crate::chart::geometry::Rect;
use crate::chart::labels::{LINE, small};
use crate::chart::pen::{Anchor, Label};
use crate::chart::rows::{self, Column, Head, Row, Rows, RowsInput};
use crate::chart::scale::{Scale, ScaleKind};
use crate::chart::text::{SMALL, SPARE, Weight, shortened, wrapped};

/// Bars grow no higher.
const HIGHEST: f64 = 64.0;
/// Bars stand beside the figures where there is so much room for them.
const LEAST_LANE: f64 = 200.0;
/// Something is never too small to be seen.
const LEAST: f64 = 2.0;
/// Between the bars of a level.
const GAP: f64 = 2.0;

/// A funnel, ready to draw and to ask.
#[derive(Clone, Debug)]
pub struct FunnelLayout {
    /// One a level.
    pub levels: Vec<PlacedLevel>,
    pub heads: Vec<Head>,
    /// Of all bars: from 0 at their left edge to the largest figure.
    pub scale: Scale,
    /// The line that all bars begin at, in pieces where texts stand between the lanes: from, to.
    pub base: Vec<(f64, f64)>,
}

/// What stands for one level.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlacedLevel {
    pub row: Row,
    /// Outlined.
    pub needed: Option<Rect>,
    /// Filled, inside the outline.
    pub stock: Option<Rect>,
    /// Thin, below them.
    pub yields: Option<Rect>,
    /// Why there are no bars.
    pub says: Option<Says>,
}

/// A sentence in place of bars.
#[derive(Clone, Debug, PartialEq)]
pub struct Says {
    pub lines: Vec<Label>,
    /// The target cannot be reached; otherwise something is not known.
    pub cannot_be_reached: bool,
}

/// The height at which the funnel stands well at the input's width.
#[must_use]
pub fn natural_height(input: &FunnelInput<'_>) -> f64 {
    rows::natural_height(&rows_input(input))
}

/// Lays out a funnel.
#[must_use]
pub fn layout(input: &FunnelInput<'_>) -> FunnelLayout {
    let rows = rows::layout(&rows_input(input));
    let base = rows.stretches();
    let Rows { rows, heads, stacked } = rows;
    let lanes = rows.first().map_or((0.0, 1.0), |row| (row.lane.left, row.lane.right));
    let largest = input.levels.iter().flat_map(figures).flatten().fold(0.0, f64::max);
    let scale = Scale::new(ScaleKind::Linear, (0.0, if largest > 0.0 { largest } else { 1.0 }), lanes);
    let levels = rows.into_iter().zip(input.levels).map(|(row, level)| placed(row, level, &scale, stacked)).collect();
    FunnelLayout { levels, heads, scale, base }
}

/// Needed, stock and yield as far as bars can show them.
fn figures(level: &FunnelLevel) -> [Option<f64>; 3] {
    let Need::Number(needed) = level.needed else { return [None; 3] };
    [Some(needed), level.stock, level.yields].map(shown)
}

fn shown(figure: Option<f64>) -> Option<f64> {
    figure.filter(|figure| figure.is_finite())
}

fn rows_input<'a>(input: &'a FunnelInput<'a>) -> RowsInput<'a> {
    let column = |head: &'a str, strong, text: &dyn Fn(&FunnelLevel) -> String| Column {
        head,
        key: true,
        strong,
        spare: false,
        cells: input.levels.iter().map(text).collect(),
    };
    let words = |figure: Option<f64>, text: &dyn Fn(f64) -> String| shown(figure).map(text).unwrap_or_default();
    let needed = |level: &FunnelLevel| if let Need::Number(needed) = level.needed { Some(needed) } else { None };
    RowsInput {
        size: input.size,
        names: input.levels.iter().map(|level| (level.code.as_str(), level.name.as_str())).collect(),
        columns: vec![
            column(&input.texts.needed, true, &|level| words(needed(level), input.count_text)),
            column(&input.texts.stock, false, &|level| words(level.stock, input.count_text)),
            column(&input.texts.yields, false, &|level| words(level.yields, input.yield_text)),
        ],
        before_lane: 3,
        least_lane: LEAST_LANE,
        foot: 0.0,
    }
}

fn placed(row: Row, level: &FunnelLevel, scale: &Scale, stacked: bool) -> PlacedLevel {
    let says = match &level.needed {
        Need::Number(_) => None,
        Need::CannotBeReached(text) => Some(Says { lines: lines(text, &row, stacked), cannot_be_reached: true }),
        Need::Unknown(text) => Some(Says { lines: lines(text, &row, stacked), cannot_be_reached: false }),
    };
    let [needed, stock, yields] = figures(level);
    let (upper, lower) = bands(&row.lane, stacked);
    let bar = |figure: Option<f64>, (top, bottom): (f64, f64)| {
        let figure = figure.filter(|figure| *figure > 0.0)?;
        let left = scale.screen_from_data(0.0);
        Some(Rect { left, top, right: scale.screen_from_data(figure).max(left + LEAST), bottom })
    };
    PlacedLevel { needed: bar(needed, upper), stock: bar(stock, upper), yields: bar(yields, lower), says, row }
}

/// From top to bottom of the bars of need and stock, and of the yield's. Beside figures the former stand on the figures' line.
fn bands(lane: &Rect, stacked: bool) -> ((f64, f64), (f64, f64)) {
    let height = lane.height().min(HIGHEST);
    let thin = (height * 0.14).round().max(LEAST);
    let rest = height - (thin + GAP) * if stacked { 1.0 } else { 2.0 };
    let thick = rest.round().max(LEAST);
    let top = if stacked { lane.top } else { (f64::midpoint(lane.top, lane.bottom) - thick / 2.0).round() };
    let below = top + thick + GAP;
    ((top, top + thick), (below, below + thin))
}

/// The sentence in as many lines as there is room for; the last is cut where that is not enough.
fn lines(text: &str, row: &Row, stacked: bool) -> Vec<Label> {
    let (lane, indent) = (row.lane, 8.0);
    let width = (lane.width() - indent) / SPARE;
    let height = row.row.bottom - if stacked { lane.top } else { row.row.top };
    let most = ((height / LINE).floor() as usize).max(1);
    let mut lines = wrapped(text, SMALL, Weight::Regular, width);
    if lines.len() > most {
        let rest = lines.split_off(most - 1).join(" ");
        lines.push(rest);
    }
    let height = (lines.len() as f64 - 1.0) * LINE;
    let first = if stacked { lane.top + LINE / 2.0 } else { f64::midpoint(lane.top, lane.bottom) - height / 2.0 };
    let at = |(index, line): (usize, &String)| {
        small(&shortened(line, SMALL, Weight::Regular, width), lane.left + indent, first + index as f64 * LINE, Anchor::Start)
    };
    lines.iter().enumerate().map(at).collect()
}
