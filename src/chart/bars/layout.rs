//! Where the bars stand. A bar shows what remains after returns; the returns themselves hang below the line. A period left out is outlined, one
//! without purchases is a tick, one before the first purchase is nothing.

use super::input::{Bar, BarsInput};
use crate::chart::geometry::Rect;
use crate::chart::labels::{along, centred};
use crate::chart::pen::Label;
use crate::chart::scale::{Scale, ScaleKind};
use crate::chart::text::{SMALL, SPARE, Weight, text_width};
use crate::measure::PeriodState;

/// Above the bars, for the label of the largest.
const HEAD: f64 = 20.0;
/// Below, for the labels of the periods.
const FOOT: f64 = 22.0;
const WIDEST: f64 = 28.0;
/// Height of a tick for nothing, and of the lowest outline.
const TICK: f64 = 2.0;
const LOWEST_OUTLINE: f64 = 8.0;
/// Labels below the bars at most.
const MOST_LABELS: usize = 5;

/// A customer's bars, ready to draw and to ask.
#[derive(Clone, Debug)]
pub struct BarsLayout {
    pub plot: Rect,
    pub amount: Scale,
    /// Height of the base line.
    pub base: f64,
    pub class: Option<u8>,
    /// One a period.
    pub bars: Vec<PlacedBar>,
    /// Height of the dashed line.
    pub mean: Option<f64>,
    /// Its text, and whether it needs a plate because no gap was wide enough.
    pub mean_label: Option<(Label, bool)>,
    /// Amount of the largest bar.
    pub largest: Option<Label>,
    /// Periods below the base line.
    pub labels: Vec<Label>,
}

/// What stands for one period.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedBar {
    /// The whole column, for pointing at.
    pub column: Rect,
    /// The bar; a tick where the amount is 0; `None` before the first purchase.
    pub body: Option<Rect>,
    /// Drawn as an outline only.
    pub left_out: bool,
    /// The amount is below 0.
    pub negative: bool,
    /// Nothing was bought: the body is a tick.
    pub tick: bool,
    /// Returns of a period whose amount is positive all the same.
    pub returns: Option<Rect>,
}

/// Lays out a customer's bars.
#[must_use]
pub fn layout(input: &BarsInput<'_>) -> BarsLayout {
    let (width, height) = input.size;
    let plot = Rect { left: 0.0, top: HEAD, right: width.max(1.0), bottom: (height - FOOT).max(HEAD + 1.0) };
    let amount = scale(input, &plot);
    let base = amount.screen_from_data(0.0);
    let column = plot.width() / input.bars.len().max(1) as f64;
    let place = |(index, bar): (usize, &Bar)| {
        let left = plot.left + index as f64 * column;
        placed(bar, Rect { left, right: left + column, ..plot }, &amount, base)
    };
    let bars: Vec<PlacedBar> = input.bars.iter().enumerate().map(place).collect();
    let mean = input.mean.filter(|mean| mean.is_finite()).map(|mean| amount.screen_from_data(mean));
    let mut layout = BarsLayout { plot, amount, base, class: input.class, bars, mean, mean_label: None, largest: None, labels: Vec::new() };
    layout.largest = largest(input, &layout);
    layout.mean_label = mean_label(input, &layout);
    layout.labels = period_labels(input, &layout);
    layout
}

fn scale(input: &BarsInput<'_>, plot: &Rect) -> Scale {
    let shown = input.bars.iter().filter(|bar| bar.state != PeriodState::BeforeFirstPurchase);
    let figures = shown.flat_map(|bar| [bar.amount, bar.returns]).chain(input.mean).filter(|figure| figure.is_finite());
    let (low, high) = figures.fold((0.0f64, 0.0f64), |(low, high), figure| (low.min(figure), high.max(figure)));
    let high = if low == high { 1.0 } else { high };
    Scale::new(ScaleKind::Linear, (low, high), (plot.bottom, plot.top))
}

fn placed(bar: &Bar, column: Rect, amount: &Scale, base: f64) -> PlacedBar {
    let width = (column.width() * 0.68).clamp(1.0, WIDEST);
    let middle = f64::midpoint(column.left, column.right);
    let (left, right) = ((middle - width / 2.0).round(), (middle + width / 2.0).round());
    let reaching = |figure: f64| Rect::between((left, base), (right, amount.screen_from_data(figure)));
    let figure = if bar.amount.is_finite() { bar.amount } else { 0.0 };
    let left_out = bar.state == PeriodState::LeftOut;
    let body = match bar.state {
        PeriodState::BeforeFirstPurchase => None,
        PeriodState::LeftOut if reaching(figure).height() < LOWEST_OUTLINE => {
            Some(Rect { left, right, top: base - LOWEST_OUTLINE, bottom: base })
        }
        PeriodState::Counted if figure == 0.0 => Some(Rect { left, right, top: base - TICK, bottom: base }),
        // A purchase is never too small to be seen.
        PeriodState::Counted if reaching(figure).height() < 1.0 => Some(Rect { left, right, top: base - 1.0, bottom: base }),
        PeriodState::Counted | PeriodState::LeftOut => Some(reaching(figure)),
    };
    let hangs = bar.state == PeriodState::Counted && figure >= 0.0 && bar.returns < 0.0;
    PlacedBar {
        column,
        body,
        left_out,
        negative: figure < 0.0,
        tick: bar.state == PeriodState::Counted && figure == 0.0 && bar.returns >= 0.0,
        returns: hangs.then(|| reaching(bar.returns)),
    }
}

/// The label of the bar that reaches farthest up; of the first where several do.
fn largest(input: &BarsInput<'_>, layout: &BarsLayout) -> Option<Label> {
    let shown = || input.bars.iter().zip(&layout.bars).filter(|(_, placed)| placed.body.is_some());
    let most = shown().map(|(bar, _)| bar.amount).filter(|amount| *amount > 0.0).fold(0.0, f64::max);
    let (bar, placed) = shown().find(|(bar, _)| bar.amount == most && most > 0.0)?;
    let body = placed.body?;
    let text = (input.amount_text)(bar.amount);
    let middle = f64::midpoint(body.left, body.right);
    Some(centred(&text, middle, body.top - 9.0, (layout.plot.left, layout.plot.right)))
}

/// The mean's text above its line, as near to it as a gap between bars is wide enough; where there is none, where it covers least, on a plate.
fn mean_label(input: &BarsInput<'_>, layout: &BarsLayout) -> Option<(Label, bool)> {
    let mean = layout.mean.filter(|_| !input.mean_text.is_empty())?;
    let taken: Vec<Rect> = layout.bars.iter().flat_map(|bar| [bar.body, bar.returns]).flatten().collect();
    let covered = |label: &Label| {
        let bounds = label.bounds(SPARE).grown(2.0);
        let largest = layout.largest.iter().map(|largest| largest.bounds(SPARE));
        taken.iter().copied().chain(largest).map(|taken| shared(&taken, &bounds)).sum::<f64>()
    };
    let width = text_width(input.mean_text, SMALL, Weight::Regular) * SPARE;
    let last = (layout.plot.right - width - 2.0).max(layout.plot.left);
    let steps = ((last - layout.plot.left) / 4.0) as u32;
    let rises = (0..=8).map(|rise| 11.0 + f64::from(rise) * 4.0);
    let places = rises.flat_map(|rise| (0..=steps).map(move |step| (rise, step)));
    let at = |(rise, step): (f64, u32)| Label {
        text: input.mean_text.to_owned(),
        x: layout.plot.left + 2.0 + f64::from(step) * 4.0,
        y: mean - rise,
        size: SMALL,
        ..Label::default()
    };
    let mut best: Option<(f64, Label)> = None;
    for label in places.map(at).filter(|label| label.y >= SMALL * 0.6) {
        let cost = covered(&label);
        if best.as_ref().is_none_or(|(least, _)| cost < *least) {
            best = Some((cost, label));
        }
    }
    best.map(|(cost, label)| (label, cost > 0.0))
}

/// Area that two rectangles have in common.
fn shared(one: &Rect, other: &Rect) -> f64 {
    let width = one.right.min(other.right) - one.left.max(other.left);
    let height = one.bottom.min(other.bottom) - one.top.max(other.top);
    width.max(0.0) * height.max(0.0)
}

/// First and last period, and between them as many at equal steps as fit.
fn period_labels(input: &BarsInput<'_>, layout: &BarsLayout) -> Vec<Label> {
    let borders = (layout.plot.left, layout.plot.right);
    along(input.bars.len(), MOST_LABELS, |index| {
        let (bar, placed) = (input.bars.get(index)?, layout.bars.get(index)?);
        let middle = f64::midpoint(placed.column.left, placed.column.right);
        Some(centred(&bar.label, middle, layout.plot.bottom + 13.0, borders))
    })
}
