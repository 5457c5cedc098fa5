//! Where the bars stand.

use super::input::{PairBar, PairsInput};
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
pub struct PairsLayout {
    /// One a row.
    pub bars: Vec<PlacedPair>,
    pub heads: Vec<Head>,
    /// Width of a bar from its figure.
    pub width: Scale,
}

/// What stands for one row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlacedPair {
    pub row: Row,
    pub class: Option<u8>,
    /// `None` where the figure is not above 0.
    pub filled: Option<Rect>,
    pub outlined: Option<Rect>,
    /// The outlined figure is more than the filled one.
    pub short: bool,
}

/// The height at which the bars stand well at the input's width.
#[must_use]
pub fn natural_height(input: &PairsInput<'_>) -> f64 {
    rows::natural_height(&rows_input(input))
}

/// Lays out the bars.
#[must_use]
pub fn layout(input: &PairsInput<'_>) -> PairsLayout {
    let Rows { rows, heads, stacked } = rows::layout(&rows_input(input));
    let lane = rows.first().map_or(1.0, |row| row.lane.width());
    let figures = input.bars.iter().flat_map(|bar| [Some(bar.filled), bar.outlined]).flatten();
    let largest = figures.filter(|figure| figure.is_finite()).fold(0.0, f64::max);
    let width = Scale::new(ScaleKind::Linear, (0.0, if largest > 0.0 { largest } else { 1.0 }), (0.0, lane));
    let placed = |(row, bar): (Row, &PairBar)| PlacedPair {
        class: bar.class,
        filled: rect(&row, bar.filled, &width, stacked),
        outlined: bar.outlined.and_then(|outlined| rect(&row, outlined, &width, stacked)),
        short: bar.outlined.is_some_and(|outlined| outlined > bar.filled),
        row,
    };
    PairsLayout { bars: rows.into_iter().zip(input.bars).map(placed).collect(), heads, width }
}

fn rows_input<'a>(input: &'a PairsInput<'a>) -> RowsInput<'a> {
    let text = |figure: Option<f64>| figure.filter(|figure| figure.is_finite()).map(input.figure_text).unwrap_or_default();
    let filled = input.bars.iter().map(|bar| text(Some(bar.filled))).collect();
    let outlined = input.bars.iter().map(|bar| text(bar.outlined)).collect();
    let mut columns = vec![
        Column { head: &input.texts.filled, key: true, strong: true, cells: filled, ..Column::default() },
        Column { head: &input.texts.outlined, key: true, cells: outlined, ..Column::default() },
    ];
    if input.bars.iter().any(|bar| !bar.note.is_empty()) {
        let notes = input.bars.iter().map(|bar| bar.note.clone()).collect();
        columns.push(Column { head: &input.texts.note, spare: true, cells: notes, ..Column::default() });
    }
    RowsInput {
        size: input.size,
        names: input.bars.iter().map(|bar| (bar.code.as_str(), bar.name.as_str())).collect(),
        columns,
        before_lane: 2,
        least_lane: LEAST_LANE,
        foot: 0.0,
    }
}

fn rect(row: &Row, figure: f64, width: &Scale, stacked: bool) -> Option<Rect> {
    let figure = Some(figure).filter(|figure| figure.is_finite() && *figure > 0.0)?;
    let lane = row.lane;
    let height = lane.height().min(HIGHEST);
    let top = if stacked { lane.top } else { (f64::midpoint(lane.top, lane.bottom) - height / 2.0).round() };
    Some(Rect { left: lane.left, top, right: lane.left + width.screen_from_data(figure).max(LEAST), bottom: top + height })
}
