//! Where everything of the band stands.

use super::input::{BandInput, BandMonth, EndText};
use crate::chart::geometry::Rect;
use crate::chart::labels::{LINE, along, apart, centred, small};
use crate::chart::pen::{Anchor, Label};
use crate::chart::scale::{Scale, ScaleKind};
use crate::chart::text::{SMALL, SPARE, Weight, shortened, text_width};
use crate::order;

/// Above the plot: half of the highest label, and a line more under a title.
const HEAD: f64 = 10.0;
const TITLE: f64 = 20.0;
/// Below: the months.
const FOOT: f64 = 24.0;
/// Between a line's end and its label.
const GAP: f64 = 10.0;
/// Labels take no more of the width than this; then short ones stand for them.
const MOST_LABELS: f64 = 0.3;
/// Least distance of two figures of the axis.
const ROW: f64 = 36.0;
/// Half the width of a band of one month.
const ALONE: f64 = 12.0;
const MOST_MONTHS: usize = 24;

/// The band, ready to draw and to ask.
#[derive(Clone, Debug)]
pub struct BandLayout {
    pub plot: Rect,
    pub amount: Scale,
    pub months: Vec<PlacedMonth>,
    /// Heights of the hairlines.
    pub grid: Vec<f64>,
    /// Height of 0.
    pub base: f64,
    /// Figures, months and title.
    pub axis: Vec<Label>,
    /// Height of the target.
    pub target: Option<f64>,
    pub ends: Vec<EndLabel>,
}

/// One month's places.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlacedMonth {
    /// Its number in the input.
    pub month: usize,
    pub x: f64,
    pub low: f64,
    pub middle: f64,
    pub high: f64,
}

/// A label right of the plot.
#[derive(Clone, Debug, PartialEq)]
pub struct EndLabel {
    pub label: Label,
    /// From the line's end to the label, where that had to give way.
    pub leader: Option<[(f64, f64); 2]>,
}

impl BandLayout {
    /// The three lines from left to right: low, middle, high. A single month has a width all the same.
    #[must_use]
    pub fn lines(&self) -> [Vec<(f64, f64)>; 3] {
        let line = |height: fn(&PlacedMonth) -> f64| match self.months.as_slice() {
            [only] => vec![(only.x - ALONE, height(only)), (only.x + ALONE, height(only))],
            months => months.iter().map(|month| (month.x, height(month))).collect(),
        };
        [line(|month| month.low), line(|month| month.middle), line(|month| month.high)]
    }
}

/// Lays out the band.
#[must_use]
pub fn layout(input: &BandInput<'_>) -> BandLayout {
    let target = input.target.filter(|target| target.is_finite());
    let shown: Vec<(usize, &BandMonth)> = input.months.iter().enumerate().filter(|(_, month)| finite(month)).collect();
    let figures = shown.iter().flat_map(|(_, month)| [month.low, month.middle, month.high]).chain(target);
    let (low, high) = figures.fold((0.0f64, 0.0f64), |(low, high), figure| (low.min(figure), high.max(figure)));
    let high = if low == high { 1.0 } else { high };
    let (mut plot, scale) = (plot(input), |plot: &Rect| Scale::new(ScaleKind::Linear, (low, high), (plot.bottom, plot.top)));
    let amount = scale(&plot);
    plot.left = margin(input, &amount);
    plot.right = plot.right.max(plot.left + 20.0);
    let across = |position: usize| match shown.len() {
        1 => f64::midpoint(plot.left, plot.right),
        count => plot.left + plot.width() * position as f64 / (count - 1) as f64,
    };
    let place = |(position, (month, figures)): (usize, &(usize, &BandMonth))| PlacedMonth {
        month: *month,
        x: across(position),
        low: amount.screen_from_data(figures.low),
        middle: amount.screen_from_data(figures.middle),
        high: amount.screen_from_data(figures.high),
    };
    let mut layout = BandLayout {
        plot,
        amount,
        months: shown.iter().enumerate().map(place).collect(),
        grid: Vec::new(),
        base: amount.screen_from_data(0.0),
        axis: Vec::new(),
        target: target.map(|target| amount.screen_from_data(target)),
        ends: Vec::new(),
    };
    label_axes(&mut layout, input);
    layout.ends = ends(&layout, input);
    layout
}

fn finite(month: &BandMonth) -> bool {
    [month.low, month.middle, month.high].iter().all(|figure| figure.is_finite())
}

/// The labels at the ends of the lines decide where the plot ends on the right; its left border comes with the figures of the axis.
fn plot(input: &BandInput<'_>) -> Rect {
    let (width, height) = input.size;
    let title = if input.texts.amount_title.is_empty() { 0.0 } else { TITLE };
    let top = HEAD + title;
    let right = width - GAP - ends_width(input, short(input));
    Rect { left: 0.0, top, right: right.max(20.0), bottom: (height - FOOT).max(top + 20.0) }
}

fn margin(input: &BandInput<'_>, amount: &Scale) -> f64 {
    let widths = amount.ticks(ROW).into_iter().map(|figure| text_width(&(input.amount_tick)(figure), SMALL, Weight::Regular));
    (widths.fold(0.0, f64::max) * SPARE + 8.0).ceil()
}

fn end_texts<'a>(input: &BandInput<'a>, short: bool) -> [&'a str; 4] {
    let texts = input.texts;
    let pick = |text: &'a EndText| if short { text.short_line.as_str() } else { text.line.as_str() };
    [pick(&texts.target), pick(&texts.high), pick(&texts.middle), pick(&texts.low)]
}

fn ends_width(input: &BandInput<'_>, short: bool) -> f64 {
    let widest = end_texts(input, short).map(|text| text_width(text, SMALL, Weight::SemiBold)).into_iter().fold(0.0, f64::max);
    (widest * SPARE).ceil().min(input.size.0 / 2.0)
}

fn short(input: &BandInput<'_>) -> bool {
    ends_width(input, false) > input.size.0 * MOST_LABELS
}

fn label_axes(layout: &mut BandLayout, input: &BandInput<'_>) {
    let plot = layout.plot;
    for figure in layout.amount.ticks(ROW) {
        let y = layout.amount.screen_from_data(figure);
        layout.grid.push(y);
        layout.axis.push(small(&(input.amount_tick)(figure), plot.left - 8.0, y, Anchor::End));
    }
    let month = |position: usize| {
        let placed = layout.months.get(position)?;
        Some(centred(&input.months.get(placed.month)?.label, placed.x, plot.bottom + 15.0, (0.0, input.size.0)))
    };
    let months = along(layout.months.len(), MOST_MONTHS, month);
    layout.axis.extend(months);
    layout.axis.push(small(&input.texts.amount_title, 0.0, 8.0, Anchor::Start));
    layout.axis.retain(|label| !label.text.is_empty());
}

/// The labels at the height of their lines, as far apart as they must be.
fn ends(layout: &BandLayout, input: &BandInput<'_>) -> Vec<EndLabel> {
    let plot = layout.plot;
    let last = layout.months.last();
    let from = last.map_or(plot.right, |last| if layout.months.len() == 1 { last.x + ALONE } else { last.x });
    let [target, high, middle, low] = end_texts(input, short(input));
    let strong = Weight::SemiBold;
    let wanted = [
        layout.target.map(|y| (y, plot.right, target, strong)),
        last.map(|last| (last.high, from, high, Weight::Regular)),
        last.map(|last| (last.middle, from, middle, strong)),
        last.map(|last| (last.low, from, low, Weight::Regular)),
    ];
    let mut wanted: Vec<_> = wanted.into_iter().flatten().filter(|(_, _, text, _)| !text.is_empty()).collect();
    order::sort_by(&mut wanted, |one, other| one.0.total_cmp(&other.0));
    let heights: Vec<f64> = wanted.iter().map(|(y, ..)| *y).collect();
    // Half a line above the plot there is room, below the title.
    let room = (plot.top - LINE / 4.0, plot.bottom);
    let end = |((y, from, text, weight), height): ((f64, f64, &str, Weight), f64)| {
        let room = (input.size.0 - plot.right - GAP) / SPARE;
        let label = Label { weight, ..small(&shortened(text, SMALL, weight, room), plot.right + GAP, height, Anchor::Start) };
        let leader = (height - y).abs() > 2.0 || from < plot.right;
        EndLabel { leader: leader.then_some([(from + 2.0, y), (label.x - 3.0, height)]), label }
    };
    wanted.into_iter().zip(apart(&heights, LINE, room)).map(end).collect()
}
