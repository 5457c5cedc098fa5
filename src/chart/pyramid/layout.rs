//! Where the pyramid's bars and texts stand.

use super::input::{PyramidInput, StockLevel};
use crate::chart::geometry::Rect;
use crate::chart::rows::{self, Column, Head, Row, Rows, RowsInput};
use crate::chart::scale::{Scale, ScaleKind};

/// Bars grow no higher.
const HIGHEST: f64 = 72.0;
/// So little room shows the shape still.
const LEAST_LANE: f64 = 120.0;
/// Something is never too small to be seen.
const LEAST: f64 = 2.0;

/// A pyramid, ready to draw and to ask.
#[derive(Clone, Debug)]
pub struct PyramidLayout {
    /// One a level.
    pub levels: Vec<PlacedStock>,
    pub heads: Vec<Head>,
    /// Width of a bar from its figure.
    pub width: Scale,
}

/// What stands for one level.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlacedStock {
    pub row: Row,
    /// `None` where there is nothing.
    pub bar: Option<Rect>,
}

/// The height at which the pyramid stands well at the input's width.
#[must_use]
pub fn natural_height(input: &PyramidInput<'_>) -> f64 {
    rows::natural_height(&rows_input(input))
}

/// Lays out a pyramid.
#[must_use]
pub fn layout(input: &PyramidInput<'_>) -> PyramidLayout {
    let Rows { rows, heads, stacked } = rows::layout(&rows_input(input));
    let lane = rows.first().map_or(1.0, |row| row.lane.width());
    let largest = input.levels.iter().filter_map(stock).fold(0.0, f64::max);
    let width = Scale::new(ScaleKind::Linear, (0.0, if largest > 0.0 { largest } else { 1.0 }), (0.0, lane));
    let placed = |(row, level): (Row, &StockLevel)| PlacedStock { bar: bar(&row, level, &width, stacked), row };
    PyramidLayout { levels: rows.into_iter().zip(input.levels).map(placed).collect(), heads, width }
}

fn stock(level: &StockLevel) -> Option<f64> {
    level.stock.filter(|stock| stock.is_finite())
}

fn rows_input<'a>(input: &'a PyramidInput<'a>) -> RowsInput<'a> {
    let share = |level: &StockLevel| level.share.filter(|share| share.is_finite());
    let stocks = input.levels.iter().map(|level| stock(level).map(input.count_text).unwrap_or_default()).collect();
    let shares = input.levels.iter().map(|level| share(level).map(input.share_text).unwrap_or_default()).collect();
    RowsInput {
        size: input.size,
        names: input.levels.iter().map(|level| (level.code.as_str(), level.name.as_str())).collect(),
        columns: vec![
            Column { head: &input.texts.stock, strong: true, cells: stocks, ..Column::default() },
            Column { head: &input.texts.share, cells: shares, ..Column::default() },
        ],
        before_lane: 0,
        least_lane: LEAST_LANE,
        foot: 0.0,
    }
}

fn bar(row: &Row, level: &StockLevel, width: &Scale, stacked: bool) -> Option<Rect> {
    let half = width.screen_from_data(stock(level).filter(|stock| *stock > 0.0)?).max(LEAST) / 2.0;
    let lane = row.lane;
    let height = lane.height().min(HIGHEST);
    let top = if stacked { lane.top } else { (f64::midpoint(lane.top, lane.bottom) - height / 2.0).round() };
    let middle = f64::midpoint(lane.left, lane.right);
    Some(Rect { left: middle - half, top, right: middle + half, bottom: top + height })
}
