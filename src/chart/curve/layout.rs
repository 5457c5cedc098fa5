//! Where everything of a contribution curve stands.

use super::input::{CurveInput, ParetoPoint};
use crate::chart::geometry::Rect;
use crate::chart::labels::small;
use crate::chart::pen::{Anchor, Label};
use crate::chart::scale::{Scale, ScaleKind};
use crate::chart::text::{SMALL, SPARE, Weight, text_width};

const HEAD: f64 = 26.0;
const FOOT: f64 = 44.0;
const END: f64 = 14.0;
/// Height of a line of text.
const LINE: f64 = 17.0;

/// A contribution curve, ready to draw and to ask.
#[derive(Clone, Debug)]
pub struct CurveLayout {
    pub plot: Rect,
    pub customers: Scale,
    pub money: Scale,
    /// Places of the curve, from the origin.
    pub curve: Vec<(f64, f64)>,
    /// Both ends of the line of equal customers.
    pub diagonal: [(f64, f64); 2],
    /// Heights of the hairlines.
    pub grid: Vec<f64>,
    /// Places of the ticks on the base line.
    pub ticks: Vec<f64>,
    pub axis: Vec<Label>,
    pub equal: Option<Label>,
    pub pareto: Option<(f64, f64)>,
    pub pareto_labels: Vec<Label>,
}

/// Lays out a contribution curve. With returns, the money can pass 100 % on the way; then the axis does too.
#[must_use]
pub fn layout(input: &CurveInput<'_>) -> CurveLayout {
    let (width, height) = input.size;
    let finite = |point: &&(f64, f64)| point.0.is_finite() && point.1.is_finite();
    let points: Vec<(f64, f64)> = [(0.0, 0.0)].iter().chain(input.points).filter(finite).copied().collect();
    let (low, high) = points.iter().fold((0.0f64, 1.0f64), |(low, high), point| (low.min(point.1), high.max(point.1)));
    let widest = text_width(&(input.share_tick)(1.0), SMALL, Weight::Regular);
    let left = (widest * SPARE + 8.0).ceil();
    let plot = Rect { left, top: HEAD, right: (width - END).max(left + 20.0), bottom: (height - FOOT).max(HEAD + 20.0) };
    let customers = Scale::new(ScaleKind::Linear, (0.0, 1.0), (plot.left, plot.right));
    let money = Scale::new(ScaleKind::Linear, (low, high), (plot.bottom, plot.top));
    let place = |(share, amount): (f64, f64)| (customers.screen_from_data(share), money.screen_from_data(amount));
    let mut layout = CurveLayout {
        plot,
        customers,
        money,
        curve: points.into_iter().map(place).collect(),
        diagonal: [place((0.0, 0.0)), place((1.0, 1.0))],
        grid: Vec::new(),
        ticks: Vec::new(),
        axis: Vec::new(),
        equal: None,
        pareto: input.pareto.as_ref().map(|pareto| place((pareto.customers, pareto.money))).filter(|&(x, y)| plot.contains(x, y)),
        pareto_labels: Vec::new(),
    };
    label_axes(&mut layout, input);
    if let Some(pareto) = &input.pareto {
        layout.pareto_labels = pareto_labels(&layout, pareto);
    }
    layout.equal = equal_label(input, &layout);
    layout
}

fn label_axes(layout: &mut CurveLayout, input: &CurveInput<'_>) {
    let plot = layout.plot;
    for share in layout.money.ticks(36.0) {
        let y = layout.money.screen_from_data(share);
        layout.grid.push(y);
        layout.axis.push(small(&(input.share_tick)(share), plot.left - 8.0, y, Anchor::End));
    }
    for share in layout.customers.ticks((plot.width() / 6.0).clamp(44.0, 120.0)) {
        let x = layout.customers.screen_from_data(share);
        layout.ticks.push(x);
        layout.axis.push(small(&(input.share_tick)(share), x, plot.bottom + 15.0, Anchor::Middle));
    }
    layout.axis.push(small(&input.texts.money_title, 0.0, 6.0, Anchor::Start));
    layout.axis.push(small(&input.texts.customers_title, plot.right, plot.bottom + 34.0, Anchor::End));
    layout.axis.retain(|label| !label.text.is_empty());
}

/// Just below the diagonal, where the curve never comes: as far right as it covers no hairline.
fn equal_label(input: &CurveInput<'_>, layout: &CurveLayout) -> Option<Label> {
    let plot = layout.plot;
    let [(from_x, from_y), (to_x, to_y)] = layout.diagonal;
    let width = text_width(&input.texts.equal, SMALL, Weight::Regular) * SPARE;
    let places = (1..).map(|step| plot.right - f64::from(step) * 6.0).take_while(|right| right - width > plot.left);
    let below_diagonal = |right: f64| {
        let at_left = from_y + (to_y - from_y) * (right - width - from_x) / (to_x - from_x);
        small(&input.texts.equal, right, at_left + 13.0, Anchor::End)
    };
    let free = |label: &Label| {
        let bounds = label.bounds(SPARE).grown(2.0);
        let drop = layout.pareto.is_some_and(|(x, y)| Rect { left: x, top: y, right: x, bottom: plot.bottom }.overlaps(&bounds));
        let on_pareto = layout.pareto_labels.iter().any(|label| label.bounds(SPARE).overlaps(&bounds));
        plot.encloses(&bounds) && !drop && !on_pareto && !layout.grid.iter().any(|y| *y > bounds.top && *y < bounds.bottom)
    };
    places.map(below_diagonal).find(free).filter(|label| !label.text.is_empty())
}

/// The Pareto point's text on the side of it where it covers least of the curve.
fn pareto_labels(layout: &CurveLayout, pareto: &ParetoPoint) -> Vec<Label> {
    let Some((x, y)) = layout.pareto else { return Vec::new() };
    let lines: Vec<&String> = pareto.text.iter().filter(|line| !line.is_empty()).collect();
    let sides = [
        (x + 12.0, y + 16.0, Anchor::Start),
        (x - 12.0, y - 14.0 - LINE * (lines.len() as f64 - 1.0), Anchor::End),
        (x + 12.0, y + 16.0 + LINE, Anchor::Start),
        (x - 12.0, y + 16.0, Anchor::End),
    ];
    let stacked = |(x, y, anchor): (f64, f64, Anchor)| -> Vec<Label> {
        (0..).zip(&lines).map(|(line, text)| small(text, x, y + f64::from(line) * LINE, anchor)).collect()
    };
    sides.into_iter().map(stacked).min_by_key(|labels| covered(layout, labels)).unwrap_or_default()
}

/// How much of curve and diagonal lies under labels; leaving the plot is worse than anything.
fn covered(layout: &CurveLayout, labels: &[Label]) -> usize {
    let [from, to] = layout.diagonal;
    let along = |part: f64| (from.0 + part * (to.0 - from.0), from.1 + part * (to.1 - from.1));
    labels
        .iter()
        .map(|label| {
            let bounds = label.bounds(SPARE).grown(3.0);
            let outside = if layout.plot.encloses(&bounds) { 0 } else { 10_000 };
            let curve = layout.curve.windows(2).flat_map(|pair| (0..8).map(|step| between(pair[0], pair[1], f64::from(step) / 8.0)));
            let diagonal = (0..200).map(|step| along(f64::from(step) / 200.0));
            outside + curve.filter(|&(x, y)| bounds.contains(x, y)).count() * 4 + diagonal.filter(|&(x, y)| bounds.contains(x, y)).count()
        })
        .sum()
}

fn between(from: (f64, f64), to: (f64, f64), part: f64) -> (f64, f64) {
    (from.0 + part * (to.0 - from.0), from.1 + part * (to.1 - from.1))
}
