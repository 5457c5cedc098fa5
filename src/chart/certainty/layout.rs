//! Where everything of the picture of certainty stands.

use super::input::{CertaintyInput, MarkedEntries};
use super::labels;
use crate::chart::geometry::Rect;
use crate::chart::labels::{centred, small};
use crate::chart::pen::{Anchor, Label};
use crate::chart::scale::{Scale, ScaleKind};
use crate::chart::text::{SMALL, SPARE, Weight, text_width};
use crate::order;

/// Above the plot: half of the highest label, and a line more under a title.
const HEAD: f64 = 10.0;
const TITLE: f64 = 20.0;
/// Below: the figures of the axis, and a line more for its title.
const FOOT: f64 = 24.0;
const END: f64 = 10.0;
/// Never, one time in two, always: with more lines the curve would be harder to see, not easier to read.
const GRID: [f64; 3] = [0.0, 0.5, 1.0];
/// Between two figures of the axis.
const GAP: f64 = 10.0;
const CLOSEST: f64 = 40.0;

/// The picture of certainty, ready to draw and to ask.
#[derive(Clone, Debug)]
pub struct CertaintyLayout {
    pub plot: Rect,
    pub entries: Scale,
    pub chance: Scale,
    /// Places of the curve, from few entries to many; answer and plain division lie on it.
    pub curve: Vec<(f64, f64)>,
    /// Heights of the hairlines.
    pub grid: Vec<f64>,
    /// Places of the ticks on the base line.
    pub ticks: Vec<f64>,
    pub axis: Vec<Label>,
    /// The confidence from the axis to the answer, or right across where there is none: height, from, to.
    pub across: Option<(f64, f64, f64)>,
    /// From the answer down to the axis: place, from, to.
    pub down: Option<(f64, f64, f64)>,
    /// Filled.
    pub answer: Option<(f64, f64)>,
    pub answer_label: Option<Label>,
    /// Hollow.
    pub plain: Option<(f64, f64)>,
    pub plain_label: Option<Label>,
    /// Place of each of the input's points that is shown, with its number.
    pub(super) points: Vec<(f64, usize)>,
}

/// Lays out the picture of certainty. What is no number is left out.
#[must_use]
pub fn layout(input: &CertaintyInput<'_>) -> CertaintyLayout {
    let curve = curve(input);
    let plot = plot(input);
    let (fewest, most) = (curve.first().map_or(0.0, |first| first.0), curve.last().map_or(0.0, |last| last.0));
    let entries = Scale::new(ScaleKind::Linear, (fewest, most), (plot.left, plot.right));
    let chance = Scale::new(ScaleKind::Linear, (0.0, 1.0), (plot.bottom, plot.top));
    let place = |(number, probability): (f64, f64)| (entries.screen_from_data(number), chance.screen_from_data(probability));
    let marked = |mark: &Option<MarkedEntries>| mark.as_ref().and_then(point).map(place);
    let shown = input.points.iter().enumerate().filter(|(_, point)| valid(**point).is_some());
    let mut layout = CertaintyLayout {
        plot,
        entries,
        chance,
        grid: GRID.map(|share| chance.screen_from_data(share)).to_vec(),
        ticks: Vec::new(),
        axis: Vec::new(),
        across: None,
        down: None,
        answer: marked(&input.answer),
        answer_label: None,
        plain: marked(&input.plain),
        plain_label: None,
        points: shown.map(|(index, point)| (entries.screen_from_data(point.0), index)).collect(),
        curve: curve.into_iter().map(place).collect(),
    };
    layout.across = across(input, &layout);
    layout.down = layout.answer.map(|(x, y)| (x, y, plot.bottom));
    label_axes(&mut layout, input);
    labels::place(&mut layout, input);
    layout
}

/// A finite number of entries with a probability.
fn valid((entries, probability): (f64, f64)) -> Option<(f64, f64)> {
    (entries.is_finite() && (0.0..=1.0).contains(&probability)).then_some((entries, probability))
}

fn point(mark: &MarkedEntries) -> Option<(f64, f64)> {
    valid((mark.entries, mark.probability))
}

/// The points with answer and plain division among them, so that the line runs through their dots.
fn curve(input: &CertaintyInput<'_>) -> Vec<(f64, f64)> {
    let marks: Vec<(f64, f64)> = [&input.answer, &input.plain].into_iter().flatten().filter_map(point).collect();
    let given = input.points.iter().copied().filter_map(valid);
    let mut curve: Vec<(f64, f64)> =
        given.filter(|point| marks.iter().all(|mark| mark.0 != point.0)).chain(marks.iter().copied()).collect();
    order::sort_by(&mut curve, |one, other| one.0.total_cmp(&other.0));
    curve
}

fn plot(input: &CertaintyInput<'_>) -> Rect {
    let (width, height) = input.size;
    let line = |text: &str| if text.is_empty() { 0.0 } else { TITLE };
    let widest = GRID.map(|share| text_width(&(input.share_tick)(share), SMALL, Weight::Regular)).into_iter().fold(0.0, f64::max);
    let left = (widest * SPARE + 8.0).ceil();
    let top = HEAD + line(&input.texts.chance_title);
    let bottom = (height - FOOT - line(&input.texts.entries_title)).max(top + 20.0);
    Rect { left, top, right: (width - END).max(left + 20.0), bottom }
}

fn across(input: &CertaintyInput<'_>, layout: &CertaintyLayout) -> Option<(f64, f64, f64)> {
    let plot = layout.plot;
    match layout.answer {
        Some((x, y)) => Some((y, plot.left, x)),
        None if (0.0..=1.0).contains(&input.confidence) => Some((layout.chance.screen_from_data(input.confidence), plot.left, plot.right)),
        None => None,
    }
}

fn label_axes(layout: &mut CertaintyLayout, input: &CertaintyInput<'_>) {
    let (plot, width) = (layout.plot, input.size.0);
    for (share, &y) in GRID.iter().zip(&layout.grid) {
        layout.axis.push(small(&(input.share_tick)(*share), plot.left - 8.0, y, Anchor::End));
    }
    // Where nothing is known, no number of entries means anything.
    for (figure, text) in if layout.curve.is_empty() { Vec::new() } else { ticks(layout, input) } {
        let x = layout.entries.screen_from_data(figure);
        layout.ticks.push(x);
        layout.axis.push(centred(&text, x, plot.bottom + 15.0, (0.0, width)));
    }
    layout.axis.push(small(&input.texts.chance_title, 0.0, 8.0, Anchor::Start));
    layout.axis.push(small(&input.texts.entries_title, plot.right, plot.bottom + 34.0, Anchor::End));
    layout.axis.retain(|label| !label.text.is_empty());
}

/// Round numbers of entries, as many as their words leave room for.
fn ticks(layout: &CertaintyLayout, input: &CertaintyInput<'_>) -> Vec<(f64, String)> {
    let words = |gap: f64| layout.entries.ticks(gap).into_iter().map(|figure| (figure, (input.entries_tick)(figure))).collect();
    let close: Vec<(f64, String)> = words(CLOSEST);
    let widest = close.iter().map(|(_, text)| text_width(text, SMALL, Weight::Regular)).fold(0.0, f64::max);
    words((widest + GAP).max(CLOSEST))
}
