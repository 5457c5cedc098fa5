//! Where the histograms, their quartiles and texts stand.

use super::input::{DwellInput, DwellLevel};
use crate::chart::geometry::Rect;
use crate::chart::labels::{centred, small};
use crate::chart::pen::{Anchor, Label};
use crate::chart::scale::{Scale, ScaleKind};
use crate::chart::text::{BODY, SMALL, SPARE, Weight, shortened, text_width};

/// Height at which a level stands well.
const ROW: f64 = 96.0;
/// In a row from the top: its texts, the label of the highest bar, the bars, the quartiles.
const TEXT: f64 = 20.0;
const PEAK: f64 = 18.0;
const QUARTILES: f64 = 14.0;
/// Below the rows: figures and title of the axis.
const FOOT: f64 = 42.0;
/// Least distance of two figures of the axis.
const CLOSEST: f64 = 48.0;
/// Width of the bar "longer", and from it to the axis.
const LONGER: f64 = 24.0;
const GAP: f64 = 12.0;
/// A name cut to less says nothing.
const LEAST_NAME: f64 = 32.0;
/// A dot at day 0 stays inside the picture.
const PADDING: f64 = 5.0;

/// The distributions, ready to draw and to ask.
#[derive(Clone, Debug)]
pub struct DwellLayout {
    /// One a level.
    pub levels: Vec<PlacedDwell>,
    /// Days, the same for all levels.
    pub days: Scale,
    /// Width of a bin, in days.
    pub bin_days: f64,
    /// Places of the hairlines, the same in all levels.
    pub ticks: Vec<f64>,
    /// Figures and title of the axis.
    pub axis: Vec<Label>,
    /// From left to right of the bars "longer"; `None` where nothing is.
    pub longer: Option<(f64, f64)>,
}

/// What stands for one level.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlacedDwell {
    /// The whole row, for pointing at.
    pub row: Rect,
    /// Where its bars stand.
    pub plot: Rect,
    pub code: Label,
    pub name: Label,
    pub text: Label,
    /// A bar with its bin.
    pub bars: Vec<(usize, Rect)>,
    /// Beyond the last bin: outlined.
    pub longer: Option<Rect>,
    /// Shares of the highest bar and of "longer".
    pub shares: Vec<Label>,
    pub quartiles: Quartiles,
}

/// Places of the quartiles below a level's bars.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Quartiles {
    pub y: f64,
    /// From the first to the third.
    pub between: Option<(f64, f64)>,
    /// The median's dot.
    pub median: Option<f64>,
}

/// The height at which the picture stands well.
#[must_use]
pub fn natural_height(input: &DwellInput<'_>) -> f64 {
    ROW * input.levels.len() as f64 + FOOT
}

/// Lays out the distributions.
#[must_use]
pub fn layout(input: &DwellInput<'_>) -> DwellLayout {
    let bins = input.levels.iter().map(|level| level.counts.len()).max().unwrap_or(0);
    let bin_days = if input.bin_days.is_finite() && input.bin_days > 0.0 { input.bin_days } else { 1.0 };
    let right = (input.size.0 - PADDING).max(PADDING + 1.0);
    let longer = input.levels.iter().any(|level| count(level.longer) > 0.0).then_some((right - LONGER, right));
    let end = longer.map_or(right, |(left, _)| left - GAP).max(PADDING + 1.0);
    let days = Scale::new(ScaleKind::Linear, (0.0, bins.max(1) as f64 * bin_days), (PADDING, end));
    let mut layout = DwellLayout { levels: Vec::new(), days, bin_days, ticks: Vec::new(), axis: Vec::new(), longer };
    let highest =
        input.levels.iter().map(shares).fold(0.0, |highest, (beyond, shares)| shares.into_iter().fold(beyond.max(highest), f64::max));
    let short = input.levels.iter().any(|level| !level.short_text.is_empty() && text_line(level) > input.size.0);
    let placed = |(index, level)| placed(input, &layout, (index, level), highest, short);
    layout.levels = input.levels.iter().enumerate().map(placed).collect();
    label_axis(&mut layout, input);
    layout
}

/// A count that can be drawn.
fn count(count: f64) -> f64 {
    if count.is_finite() { count.max(0.0) } else { 0.0 }
}

/// Share of all entries beyond the last bin, and in each bin.
fn shares(level: &DwellLevel) -> (f64, Vec<f64>) {
    let all: f64 = level.counts.iter().chain([&level.longer]).map(|entries| count(*entries)).sum();
    let share = |entries: &f64| if all > 0.0 { count(*entries) / all } else { 0.0 };
    (share(&level.longer), level.counts.iter().map(share).collect())
}

fn placed(input: &DwellInput<'_>, layout: &DwellLayout, (index, level): (usize, &DwellLevel), highest: f64, short: bool) -> PlacedDwell {
    let (width, height) = (input.size.0.max(1.0), (input.size.1 - FOOT).max(1.0) / input.levels.len() as f64);
    let border = |index: usize| (index as f64 * height).round();
    let row = Rect { left: 0.0, top: border(index), right: width, bottom: border(index + 1) };
    let bottom = (row.bottom - QUARTILES).max(row.top + 1.0);
    let (from, to) = (layout.days.screen_from_data(0.0), layout.days.screen_from_data(layout.days.figures().1));
    let plot = Rect { left: from, top: (row.top + TEXT + PEAK).min(bottom), right: to, bottom };
    let share = Scale::new(ScaleKind::Linear, (0.0, if highest > 0.0 { highest } else { 1.0 }), (plot.bottom, plot.top));
    let (beyond, shares) = shares(level);
    let rise = |share_of: f64| share.screen_from_data(share_of).min(bottom - 1.0);
    let bar = |(bin, share_of): (usize, &f64)| {
        let [left, right] = [bin, bin + 1].map(|edge| layout.days.screen_from_data(edge as f64 * layout.bin_days));
        let right = if right - left > 4.0 { right - 1.0 } else { right };
        (*share_of > 0.0).then(|| (bin, Rect { left, top: rise(*share_of), right, bottom }))
    };
    let bars: Vec<(usize, Rect)> = shares.iter().enumerate().filter_map(bar).collect();
    let longer = layout.longer.filter(|_| beyond > 0.0);
    let longer = longer.map(|(left, right)| Rect { left, top: rise(beyond), right, bottom });
    let [code, name, text] = texts(level, &row, short);
    PlacedDwell {
        row,
        plot,
        code,
        name,
        text,
        shares: share_labels(input, (beyond, &shares), (longer, &bars)),
        bars,
        longer,
        quartiles: quartiles(layout, level, bottom + 7.0),
    }
}

/// Width of a level's line with its whole name and long text.
fn text_line(level: &DwellLevel) -> f64 {
    let width = |text: &str| text_width(text, SMALL, Weight::Regular) * SPARE;
    code_label(level, 0.0).bounds(SPARE).right + 8.0 + width(&level.name) + GAP + width(&level.text)
}

fn code_label(level: &DwellLevel, y: f64) -> Label {
    Label { text: level.code.clone(), x: 0.0, y, size: BODY, weight: Weight::SemiBold, anchor: Anchor::Start }
}

/// Code, name and text on one line; the name in what is left.
fn texts(level: &DwellLevel, row: &Rect, short: bool) -> [Label; 3] {
    let y = row.top + TEXT / 2.0;
    let code = code_label(level, y);
    let start = code.bounds(SPARE).right + 8.0;
    let text = if short { &level.short_text } else { &level.text };
    let text = small(&shortened(text, SMALL, Weight::Regular, (row.right - start) / SPARE), row.right, y, Anchor::End);
    let room = (text.bounds(SPARE).left - GAP - start) / SPARE;
    let name = if room < LEAST_NAME { String::new() } else { shortened(&level.name, SMALL, Weight::Regular, room) };
    [code, small(&name, start, y, Anchor::Start), text]
}

/// The shares of "longer" and of the highest bar over them, of the first where several are; the latter only where it is clear of the former.
fn share_labels(input: &DwellInput<'_>, (beyond, shares): (f64, &[f64]), (longer, bars): (Option<Rect>, &[(usize, Rect)])) -> Vec<Label> {
    let over = |share: f64, bar: &Rect| {
        centred(&(input.share_text)(share), f64::midpoint(bar.left, bar.right), bar.top - 10.0, (0.0, input.size.0))
    };
    let mut labels: Vec<Label> = longer.iter().map(|bar| over(beyond, bar)).collect();
    let most = shares.iter().copied().fold(0.0, f64::max);
    let highest = bars.iter().find(|(bin, _)| shares.get(*bin) == Some(&most)).map(|(_, bar)| over(most, bar));
    let clear = |label: &Label| labels.iter().all(|other| !other.bounds(SPARE).grown(4.0).overlaps(&label.bounds(SPARE)));
    labels.extend(highest.filter(clear));
    labels
}

/// Days beyond the axis stand where "longer" does; without it nowhere.
fn quartiles(layout: &DwellLayout, level: &DwellLevel, y: f64) -> Quartiles {
    let last = layout.days.figures().1;
    let place = |days: Option<f64>| match days.filter(|days| days.is_finite() && *days >= 0.0)? {
        days if days <= last => Some(layout.days.screen_from_data(days)),
        _ => layout.longer.map(|(left, right)| f64::midpoint(left, right)),
    };
    let [first, median, third] = level.quartiles.map(place);
    Quartiles { y, between: first.zip(third), median }
}

fn label_axis(layout: &mut DwellLayout, input: &DwellInput<'_>) {
    let Some(bottom) = layout.levels.last().map(|level| level.row.bottom) else { return };
    let borders = (0.0, input.size.0);
    let longer = layout.longer.map(|(left, right)| centred(&input.texts.longer, f64::midpoint(left, right), bottom + 8.0, borders));
    let words = |gap: f64| layout.days.ticks(gap).into_iter().map(|days| (days, (input.day_tick)(days))).collect::<Vec<_>>();
    let widest = words(CLOSEST).iter().map(|(_, text)| text_width(text, SMALL, Weight::Regular)).fold(0.0, f64::max);
    for (days, text) in words((widest * SPARE + 12.0).max(CLOSEST)) {
        let x = layout.days.screen_from_data(days);
        let label = centred(&text, x, bottom + 8.0, borders);
        if longer.as_ref().is_none_or(|longer| !longer.bounds(SPARE).grown(4.0).overlaps(&label.bounds(SPARE))) {
            layout.ticks.push(x);
            layout.axis.push(label);
        }
    }
    layout.axis.extend(longer);
    layout.axis.push(small(&input.texts.days_title, input.size.0, bottom + 28.0, Anchor::End));
    layout.axis.retain(|label| !label.text.is_empty());
}
