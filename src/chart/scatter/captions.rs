//! The captions in the quadrants' outer corners: code and strategy, and below them the figures.

use super::input::Caption;
use super::layout::ScatterLayout;
use crate::chart::geometry::Rect;
use crate::chart::pen::{Anchor, Label};
use crate::chart::text::{BODY, SMALL, SPARE, Weight, text_width};

/// From the corner down to the end of a caption's second line.
pub(super) const HEIGHT: f64 = 46.0;
/// From the plot's side to the caption.
const INSET: f64 = 10.0;
/// Between code and strategy.
const GAP: f64 = 6.0;

/// A caption with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedCaption {
    /// 0..=3.
    pub class: usize,
    pub code: Label,
    /// Strategy and figures; fewer where the quadrant is too small for them.
    pub strategy: Option<Label>,
    pub line: Option<Label>,
    pub bounds: Rect,
    /// Points lie under it, so that its plate must let them shine through.
    pub covers_points: bool,
}

/// The width kept free of points in the corners.
pub(super) fn nominal_width(plot: &Rect, narrow: bool) -> f64 {
    (if narrow { 116.0 } else { 200.0f64 }).min(plot.width() / 2.0 - INSET)
}

impl PlacedCaption {
    /// Its texts, in reading order.
    pub fn labels(&self) -> impl Iterator<Item = &Label> {
        [Some(&self.code), self.strategy.as_ref(), self.line.as_ref()].into_iter().flatten()
    }
}

/// Captions of EI, EII, EIII, EIV in the corners upper right, upper left, lower right, lower left; one whose quadrant is too small loses what
/// does not fit: strategy, second line, in the end itself.
pub(super) fn place(layout: &ScatterLayout, captions: &[Caption; 4]) -> Vec<PlacedCaption> {
    captions.iter().enumerate().filter_map(|(class, caption)| place_one(layout, class, caption)).collect()
}

fn place_one(layout: &ScatterLayout, class: usize, caption: &Caption) -> Option<PlacedCaption> {
    let quadrant = quadrant(layout, class);
    let (right, upper) = (class.is_multiple_of(2), class < 2);
    let line = if layout.narrow { &caption.short_line } else { &caption.line };
    let code_width = text_width(&caption.code, BODY, Weight::SemiBold);
    let head_width = code_width + GAP + text_width(&caption.strategy, BODY, Weight::Regular);
    let line_width = text_width(line, SMALL, Weight::Regular);
    let fits = |width: f64, height: f64| width * SPARE + INSET * 1.5 <= quadrant.width() && height <= quadrant.height();
    let with_strategy = !caption.strategy.is_empty() && fits(head_width, 24.0);
    let with_line = !line.is_empty() && fits(line_width, HEIGHT);
    if caption.code.is_empty() || !fits(code_width, 24.0) {
        return None;
    }
    let head_y = match (upper, with_line) {
        (true, _) => quadrant.top + 13.0,
        (false, true) => quadrant.bottom - 32.0,
        (false, false) => quadrant.bottom - 13.0,
    };
    let width = if with_strategy { head_width } else { code_width };
    let start = if right { quadrant.right - INSET - width } else { quadrant.left + INSET };
    // Code and strategy meet at one place, so that the gap between them holds in every font.
    let meeting = start + code_width;
    let body = |text: &str, x: f64, weight, anchor| Label { text: text.to_owned(), x, y: head_y, size: BODY, weight, anchor };
    let code = body(&caption.code, meeting, Weight::SemiBold, Anchor::End);
    let strategy = with_strategy.then(|| body(&caption.strategy, meeting + GAP, Weight::Regular, Anchor::Start));
    let line = with_line.then(|| Label {
        text: line.clone(),
        x: if right { quadrant.right - INSET } else { quadrant.left + INSET },
        y: head_y + 19.0,
        size: SMALL,
        anchor: if right { Anchor::End } else { Anchor::Start },
        ..Label::default()
    });
    let bounds = [Some(&code), strategy.as_ref(), line.as_ref()].into_iter().flatten().map(|label| label.bounds(1.0)).reduce(union)?;
    let reach = layout.radius;
    let near = bounds.grown(reach);
    let covers_points =
        layout.crowd || layout.index().candidates(&near).any(|index| layout.place(index).is_some_and(|(x, y)| near.contains(x, y)));
    Some(PlacedCaption { class, code, strategy, line, bounds, covers_points })
}

fn union(one: Rect, other: Rect) -> Rect {
    Rect {
        left: one.left.min(other.left),
        top: one.top.min(other.top),
        right: one.right.max(other.right),
        bottom: one.bottom.max(other.bottom),
    }
}

/// The part of the plot a class lies in, above the strip "0 or less".
fn quadrant(layout: &ScatterLayout, class: usize) -> Rect {
    let plot = layout.plot;
    let bottom = layout.contribution.strip().map_or(plot.bottom, |strip| strip.near);
    let x = layout.cut_x.unwrap_or(f64::midpoint(plot.left, plot.right));
    let y = layout.cut_y.unwrap_or(f64::midpoint(plot.top, bottom)).min(bottom);
    match class {
        0 => Rect { left: x, bottom: y, ..plot },
        1 => Rect { right: x, bottom: y, ..plot },
        2 => Rect { left: x, top: y, bottom, ..plot },
        _ => Rect { right: x, top: y, bottom, ..plot },
    }
}
