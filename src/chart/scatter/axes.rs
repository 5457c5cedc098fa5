//! The plot's area and its two axes: as much room as the labels leave, and room around the points for the captions.

use super::captions;
use super::input::{ScatterInput, Tick};
use crate::chart::geometry::Rect;
use crate::chart::labels::small;
use crate::chart::pen::{Anchor, Label};
use crate::chart::scale::{Scale, ScaleKind, Strip};
use crate::chart::text::{SMALL, SPARE, Weight, text_width};

/// Height of the strip "0 or less".
const STRIP: f64 = 26.0;
/// Least distance of two labels of the vertical axis.
const ROW_GAP: f64 = 30.0;
/// Distance of the outermost points from the plot's border.
const PADDING: f64 = 14.0;
/// Farthest a labelled figure stands outside the outermost points.
const STRAY: f64 = 24.0;
/// Axis labels and titles below the plot.
const FOOT: f64 = 44.0;
/// From the plot up to the middle of the line with the axis title and the vertical threshold's label.
const HEAD: f64 = 14.0;
/// Height of a line of small text.
const LINE: f64 = 18.0;

/// Plot area, vertical and horizontal axis. The vertical axis comes first: its labels make the left margin.
pub(super) fn fit(input: &ScatterInput<'_>, narrow: bool) -> (Rect, Scale, Scale) {
    let (width, height) = input.size;
    let bottom = (height - FOOT).max(input.room.top + 40.0);
    let most = captions::HEIGHT + 4.0;
    let provisional = vertical(input, input.room.top, bottom, (most, most));
    let left = margin(input, &provisional, narrow);
    let mut plot = Rect { left, top: input.room.top, right: (width - input.room.right).max(left + 40.0), bottom };
    let cut_x = input.cuts.score.map(|cut| horizontal(input, &plot).screen_from_data(cut));
    if title(input, &plot, cut_x).y < plot.top - HEAD {
        plot.top += LINE;
    }
    let room = match input.window {
        Some(_) => (0.0, 0.0),
        None => room_for_captions(input, &plot, &horizontal(input, &plot), narrow),
    };
    let contribution = vertical(input, plot.top, plot.bottom, room);
    // The axis as it came out may need other labels than the provisional one; a window of the same figures must find the same margin.
    plot.left = margin(input, &contribution, narrow);
    (plot, contribution, horizontal(input, &plot))
}

/// Width of the vertical axis' labels with the gap to the plot.
fn margin(input: &ScatterInput<'_>, scale: &Scale, narrow: bool) -> f64 {
    let labels = tick_labels(input, scale, narrow);
    let strip = scale.strip().map_or("", |_| &input.texts.zero_or_less);
    let widths = labels.iter().map(|(_, text)| text.as_str()).chain([strip]).map(|text| text_width(text, SMALL, Weight::Regular));
    (widths.fold(20.0, f64::max) * SPARE + 8.0).ceil()
}

/// The vertical axis' title above the plot, one line higher where the label of the vertical threshold takes its place.
pub(super) fn title(input: &ScatterInput<'_>, plot: &Rect, cut_x: Option<f64>) -> Label {
    let title = small(&input.texts.contribution_title, 0.0, plot.top - HEAD, Anchor::Start);
    let taken = cut_x.map(|x| cut_label(input, plot, x)).is_some_and(|label| !label.text.is_empty() && collide(&label, &title));
    if taken { Label { y: title.y - LINE, ..title } } else { title }
}

fn collide(one: &Label, other: &Label) -> bool {
    one.bounds(SPARE).grown(4.0).overlaps(&other.bounds(SPARE))
}

/// The vertical threshold's label: right of the line, or left where the picture ends.
pub(super) fn cut_label(input: &ScatterInput<'_>, plot: &Rect, x: f64) -> Label {
    let text = &input.texts.score_cut;
    let fits = x + 6.0 + text_width(text, SMALL, Weight::Regular) * SPARE <= input.size.0;
    let (x, anchor) = if fits { (x + 6.0, Anchor::Start) } else { (x - 6.0, Anchor::End) };
    small(text, x, plot.top - HEAD, anchor)
}

fn horizontal(input: &ScatterInput<'_>, plot: &Rect) -> Scale {
    let places = (plot.left, plot.right);
    match input.window {
        Some(window) => Scale::new(ScaleKind::Linear, window.score, places),
        None => {
            let extent = extent(input.score.iter().copied().chain(input.cuts.score));
            Scale::new(ScaleKind::Linear, extent, (plot.left + PADDING, plot.right - PADDING)).told_at(places)
        }
    }
}

/// The vertical axis with this much room between its ends and the outermost points above and below.
fn vertical(input: &ScatterInput<'_>, top: f64, bottom: f64, (above, below): (f64, f64)) -> Scale {
    let with_strip = match input.window {
        Some(window) => window.zero_or_less,
        None => input.contribution.iter().any(|figure| *figure <= 0.0),
    };
    let strip = (input.scale == ScaleKind::Log && with_strip).then_some(Strip { near: bottom - STRIP, far: bottom });
    let axis_bottom = strip.map_or(bottom, |strip| strip.near);
    let scale = match input.window {
        Some(window) => Scale::new(input.scale, window.contribution, (axis_bottom, top)),
        None => {
            let most = (axis_bottom - top) / 3.0;
            let places = (axis_bottom - below.min(most), top + above.min(most));
            Scale::new(input.scale, shown_extent(input, input.cuts.contribution), places).told_at((axis_bottom, top))
        }
    };
    scale.with_strip(strip)
}

/// Smallest and largest finite figure; NaN where there is none.
fn extent(figures: impl Iterator<Item = f64>) -> (f64, f64) {
    figures.filter(|figure| figure.is_finite()).fold((f64::NAN, f64::NAN), |(low, high), figure| (figure.min(low), figure.max(high)))
}

/// The least room above and below the points at which none lies under a corner's caption. The captions' nominal width counts, so that the
/// axis does not move while figures in them change.
fn room_for_captions(input: &ScatterInput<'_>, plot: &Rect, score: &Scale, narrow: bool) -> (f64, f64) {
    let width = captions::nominal_width(plot, narrow);
    let in_corner = |x: f64| x < plot.left + width || x > plot.right - width;
    // How far up each corner point stands, 0..=1 of the outermost ones.
    let unit = vertical(input, 0.0, 1.0, (0.0, 0.0)).with_strip(None);
    let unit = Scale::new(unit.kind(), unit.figures(), (0.0, 1.0));
    let heights: Vec<f64> = (input.score.iter().zip(input.contribution))
        .filter(|(score_figure, _)| in_corner(score.screen_from_data(**score_figure)))
        .map(|(_, figure)| unit.screen_from_data(*figure))
        .filter(|height| height.is_finite())
        .collect();
    let strip = vertical(input, plot.top, plot.bottom, (0.0, 0.0)).strip();
    let length = strip.map_or(plot.bottom, |strip| strip.near) - plot.top;
    let most = captions::HEIGHT + 4.0;
    let steps = || (0..5).map(|step| PADDING + f64::from(step) * (most - PADDING) / 4.0);
    let from_bottom = |height: f64, above: f64, below: f64| below + height * (length - above - below);
    let above = steps().find(|&above| heights.iter().all(|&height| length - from_bottom(height, above, most) > captions::HEIGHT));
    let above = above.unwrap_or(most);
    let below = steps().find(|&below| heights.iter().all(|&height| from_bottom(height, above, below) > captions::HEIGHT));
    (above, below.unwrap_or(most))
}

/// Heights and texts of the vertical axis. In the room kept for captions a figure far from all points would only be clutter.
pub(super) fn tick_labels(input: &ScatterInput<'_>, scale: &Scale, narrow: bool) -> Vec<(f64, String)> {
    let mut ticks: Vec<(f64, f64)> = scale.ticks(ROW_GAP).into_iter().map(|figure| (figure, scale.screen_from_data(figure))).collect();
    // While a threshold is dragged in a window that stands still, it brings no labels along.
    let (low, high) = if input.window.is_some() { shown_extent(input, None) } else { shown_extent(input, input.cuts.contribution) };
    let (lowest, uppermost) = (scale.screen_from_data(low) + STRAY, scale.screen_from_data(high) - STRAY);
    ticks.retain(|(_, y)| !(*y > lowest || *y < uppermost));
    let highest = ticks.last().map(|(figure, _)| *figure);
    let text = |figure: f64| (input.contribution_tick)(Tick { figure, highest: Some(figure) == highest, narrow });
    ticks.into_iter().map(|(figure, y)| (y, text(figure))).collect()
}

/// The outermost figures that the vertical axis itself shows, of points and a threshold.
fn shown_extent(input: &ScatterInput<'_>, cut: Option<f64>) -> (f64, f64) {
    let shown = |figure: &f64| input.scale == ScaleKind::Linear || *figure > 0.0;
    extent(input.contribution.iter().copied().chain(cut).filter(shown))
}
