//! Where the dots, intervals and texts of the advance rates stand.

use super::input::{AdvanceRate, IntervalsInput, share};
use crate::chart::labels::centred;
use crate::chart::pen::Label;
use crate::chart::rows::{self, Column, Head, Row, Rows, RowsInput};
use crate::chart::scale::{Scale, ScaleKind};

/// Below the rows, for the figures of the axis.
const FOOT: f64 = 24.0;
/// Dots stand beside the figures where there is so much room for them.
const LEAST_LANE: f64 = 200.0;
/// A dot at either end of the axis stays inside its lane.
const PADDING: f64 = 7.0;
const TICKS: [f64; 3] = [0.0, 0.5, 1.0];

/// The picture of advance rates, ready to draw and to ask.
#[derive(Clone, Debug)]
pub struct IntervalsLayout {
    /// One a step.
    pub steps: Vec<PlacedRate>,
    pub heads: Vec<Head>,
    /// From 0 to 100 %, the same for all steps.
    pub share: Scale,
    /// Places of the hairlines down through the lanes.
    pub ticks: Vec<f64>,
    /// Their figures, below the last lane.
    pub axis: Vec<Label>,
    /// From top to bottom of the hairlines; in pieces where texts stand between the lanes.
    pub lanes: Vec<(f64, f64)>,
}

/// What stands for one step.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlacedRate {
    pub row: Row,
    /// Height of the axis.
    pub y: f64,
    /// Place of the dot; hollow for a typed rate.
    pub dot: Option<f64>,
    pub typed: bool,
    /// Where the data put the rate that was typed over.
    pub computed: Option<f64>,
    /// From, to.
    pub interval: Option<(f64, f64)>,
}

/// The height at which the picture stands well at the input's width.
#[must_use]
pub fn natural_height(input: &IntervalsInput<'_>) -> f64 {
    rows::natural_height(&rows_input(input))
}

/// Lays out the picture of advance rates.
#[must_use]
pub fn layout(input: &IntervalsInput<'_>) -> IntervalsLayout {
    let rows = rows::layout(&rows_input(input));
    let lanes = rows.stretches();
    let Rows { rows, heads, .. } = rows;
    let (left, right) = rows.first().map_or((0.0, 1.0), |row| (row.lane.left, row.lane.right));
    let share = Scale::new(ScaleKind::Linear, (0.0, 1.0), (left + PADDING, (right - PADDING).max(left + PADDING + 1.0)));
    let ticks = TICKS.map(|tick| share.screen_from_data(tick)).to_vec();
    let borders = (0.0, input.size.0);
    let below = lanes.last().map(|(_, bottom)| bottom + 12.0);
    let figure = |tick: &f64| Some(centred(&(input.share_tick)(*tick), share.screen_from_data(*tick), below?, borders));
    let axis = TICKS.iter().filter_map(figure).collect();
    let steps = rows.into_iter().zip(input.steps).map(|(row, step)| placed(row, step, &share)).collect();
    IntervalsLayout { steps, heads, share, ticks, axis, lanes }
}

fn rows_input<'a>(input: &'a IntervalsInput<'a>) -> RowsInput<'a> {
    let cells = |text: &dyn Fn(&AdvanceRate) -> Option<String>| input.steps.iter().map(|step| text(step).unwrap_or_default()).collect();
    let rates = cells(&|step| step.rate().map(input.rate_text));
    let intervals = cells(&|step| interval(step).map(|(low, high)| (input.interval_text)(low, high)));
    let bases = cells(&|step| Some(step.basis.clone()));
    RowsInput {
        size: input.size,
        names: input.steps.iter().map(|step| (step.step.as_str(), "")).collect(),
        columns: vec![
            Column { head: &input.texts.rate, strong: true, cells: rates, ..Column::default() },
            Column { head: &input.texts.interval, spare: true, cells: intervals, ..Column::default() },
            Column { head: &input.texts.basis, cells: bases, ..Column::default() },
        ],
        before_lane: 0,
        least_lane: LEAST_LANE,
        foot: FOOT,
    }
}

fn interval(step: &AdvanceRate) -> Option<(f64, f64)> {
    let (low, high) = step.interval?;
    Some((share(Some(low))?, share(Some(high))?))
}

fn placed(row: Row, step: &AdvanceRate, scale: &Scale) -> PlacedRate {
    let place = |rate: f64| scale.screen_from_data(rate);
    let typed = share(step.typed).is_some();
    PlacedRate {
        y: f64::midpoint(row.lane.top, row.lane.bottom).round(),
        row,
        dot: step.rate().map(place),
        typed,
        computed: share(step.computed).filter(|_| typed).map(place),
        interval: interval(step).map(|(low, high)| (place(low), place(high))),
    }
}
