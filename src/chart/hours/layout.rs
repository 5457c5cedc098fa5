//! Where the bars of hours stand.

use super::input::{ClassBar, HoursInput};
use crate::chart::geometry::Rect;
use crate::chart::rows::{self, Column, Head, Row, Rows, RowsInput};
use crate::chart::scale::{Scale, ScaleKind};

/// Bars grow no higher.
const HIGHEST: f64 = 22.0;
/// So little room shows the lengths still.
const LEAST_LANE: f64 = 120.0;
/// Something is never too small to be seen.
const LEAST: f64 = 2.0;

/// Bars, ready to draw and to ask.
#[derive(Clone, Debug)]
pub struct HoursLayout {
    /// One a class.
    pub bars: Vec<PlacedHours>,
    pub heads: Vec<Head>,
    /// Width of a bar from its hours.
    pub width: Scale,
}

/// What stands for one class.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlacedHours {
    pub row: Row,
    pub class: Option<u8>,
    /// `None` where there are no hours.
    pub hours: Option<Rect>,
    /// `None` where nothing is needed.
    pub need: Option<Rect>,
    /// The need is more than the hours.
    pub short: bool,
}

/// The height at which the bars stand well at the input's width.
#[must_use]
pub fn natural_height(input: &HoursInput<'_>) -> f64 {
    rows::natural_height(&rows_input(input))
}

/// Lays out the bars.
#[must_use]
pub fn layout(input: &HoursInput<'_>) -> HoursLayout {
    let Rows { rows, heads, stacked } = rows::layout(&rows_input(input));
    let lane = rows.first().map_or(1.0, |row| row.lane.width());
    let figures = input.bars.iter().flat_map(|bar| [Some(bar.hours), bar.need]).flatten();
    let largest = figures.filter(|figure| figure.is_finite()).fold(0.0, f64::max);
    let width = Scale::new(ScaleKind::Linear, (0.0, if largest > 0.0 { largest } else { 1.0 }), (0.0, lane));
    let placed = |(row, bar): (Row, &ClassBar)| PlacedHours {
        class: bar.class,
        hours: rect(&row, bar.hours, &width, stacked),
        need: bar.need.and_then(|need| rect(&row, need, &width, stacked)),
        short: bar.need.is_some_and(|need| need > bar.hours),
        row,
    };
    HoursLayout { bars: rows.into_iter().zip(input.bars).map(placed).collect(), heads, width }
}

fn rows_input<'a>(input: &'a HoursInput<'a>) -> RowsInput<'a> {
    let text = |figure: Option<f64>| figure.filter(|figure| figure.is_finite()).map(input.hours_text).unwrap_or_default();
    let hours = input.bars.iter().map(|bar| text(Some(bar.hours))).collect();
    let needs = input.bars.iter().map(|bar| text(bar.need)).collect();
    RowsInput {
        size: input.size,
        names: input.bars.iter().map(|bar| (bar.code.as_str(), bar.name.as_str())).collect(),
        columns: vec![
            Column { head: &input.texts.hours, key: true, strong: true, cells: hours, ..Column::default() },
            Column { head: &input.texts.need, key: true, cells: needs, ..Column::default() },
        ],
        before_lane: 2,
        least_lane: LEAST_LANE,
        foot: 0.0,
    }
}

fn rect(row: &Row, hours: f64, width: &Scale, stacked: bool) -> Option<Rect> {
    let hours = Some(hours).filter(|hours| hours.is_finite() && *hours > 0.0)?;
    let lane = row.lane;
    let height = lane.height().min(HIGHEST);
    let top = if stacked { lane.top } else { (f64::midpoint(lane.top, lane.bottom) - height / 2.0).round() };
    Some(Rect { left: lane.left, top, right: lane.left + width.screen_from_data(hours).max(LEAST), bottom: top + height })
}
