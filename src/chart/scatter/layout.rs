//! Where everything of a quadrant picture stands. Pure: the same input gives the same places.

use super::axes;
use super::captions::{self, PlacedCaption};
use super::hit_test::PointIndex;
use super::input::{ScatterInput, Window};
use super::names::{self, PlacedName};
use crate::chart::crowd::{CROWD, CrowdAxes};
use crate::chart::geometry::Rect;
use crate::chart::labels::small;
use crate::chart::pen::{Anchor, Label};
use crate::chart::points::radius_for;
use crate::chart::scale::{Scale, ScaleKind};
use crate::chart::text::SMALL;

/// Below this width captions are short and only the selected customer is named.
const NARROW: f64 = 480.0;

/// A quadrant picture, ready to draw and to ask.
#[derive(Clone, Debug)]
pub struct ScatterLayout {
    pub size: (f64, f64),
    /// Little room: short captions, few names.
    pub narrow: bool,
    /// The area points lie in.
    pub plot: Rect,
    /// Horizontal axis.
    pub score: Scale,
    /// Vertical axis.
    pub contribution: Scale,
    /// Places of the points, one a customer; NaN for one that is hidden or outside the window.
    pub x: Vec<f32>,
    pub y: Vec<f32>,
    /// Radius of a mark.
    pub radius: f64,
    /// Heights of the horizontal hairlines.
    pub grid: Vec<f64>,
    /// Places of the ticks on the base line.
    pub score_ticks: Vec<f64>,
    /// Figures and titles of both axes.
    pub axis: Vec<Label>,
    pub captions: Vec<PlacedCaption>,
    pub names: Vec<PlacedName>,
    /// Places of the two threshold lines; `None` where there is none or it lies outside the window.
    pub cut_x: Option<f64>,
    pub cut_y: Option<f64>,
    pub cut_labels: Vec<Label>,
    /// Height of the line at 0 of a linear axis with returns below.
    pub zero: Option<f64>,
    pub selected: Option<usize>,
    pub focused: Option<usize>,
    /// Most points are not among the places; see [`ScatterInput::crowd`].
    pub crowd: bool,
    index: PointIndex,
}

impl ScatterLayout {
    /// The part of the data shown. Handed back in while a threshold is dragged, it keeps the axes still.
    #[must_use]
    pub fn window(&self) -> Window {
        Window { score: self.score.figures(), contribution: self.contribution.figures(), zero_or_less: self.contribution.strip().is_some() }
    }

    /// The part of the data inside an area of the plot, for zooming in.
    #[must_use]
    pub fn window_of(&self, area: Rect) -> Window {
        let score = (self.score.data_from_screen(area.left), self.score.data_from_screen(area.right));
        let strip = self.contribution.strip();
        let lowest = strip.map_or(area.bottom, |strip| area.bottom.min(strip.near));
        let contribution = (self.contribution.data_from_screen(lowest), self.contribution.data_from_screen(area.top.min(lowest)));
        Window { score, contribution, zero_or_less: strip.is_some_and(|strip| area.bottom > strip.near) }
    }

    /// The same area of the data, moved along with the plot by so many chart units to the right and down.
    #[must_use]
    pub fn window_moved(&self, right: f64, down: f64) -> Window {
        let plot = self.plot;
        let bottom = self.contribution.strip().map_or(plot.bottom, |strip| strip.near);
        let score = self.score.told_at((plot.left - right, plot.right - right)).figures();
        Window { score, contribution: self.contribution.told_at((bottom - down, plot.top - down)).figures(), ..self.window() }
    }

    #[must_use]
    pub fn axes(&self) -> CrowdAxes {
        CrowdAxes { plot: self.plot, score: self.score, contribution: self.contribution }
    }

    /// Where these figures stand; `None` outside the plot.
    #[must_use]
    pub fn place_of(&self, score: f64, contribution: f64) -> Option<(f64, f64)> {
        let (x, y) = (self.score.screen_from_data(score), self.contribution.screen_from_data(contribution));
        self.plot.grown(1e-6).contains(x, y).then_some((x, y))
    }

    /// Where a customer's mark stands; `None` where it is not shown.
    #[must_use]
    pub fn place(&self, index: usize) -> Option<(f64, f64)> {
        let (x, y) = (*self.x.get(index)?, *self.y.get(index)?);
        (x.is_finite() && y.is_finite()).then_some((f64::from(x), f64::from(y)))
    }

    /// Numbers of the customers with a place.
    pub fn shown(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.x.len()).filter(|&index| self.place(index).is_some())
    }

    /// The points by place, for [`super::hit_test`] and the placing of names.
    #[must_use]
    pub fn index(&self) -> &PointIndex {
        &self.index
    }
}

/// Lays out a quadrant picture.
#[must_use]
pub fn layout(input: &ScatterInput<'_>) -> ScatterLayout {
    let narrow = input.size.0 <= NARROW;
    let (plot, contribution, score) = axes::fit(input, narrow);
    let (x, y) = places(input, &plot, &score, &contribution);
    let shown = x.iter().filter(|x| x.is_finite()).count();
    let mut layout = ScatterLayout {
        size: input.size,
        narrow,
        plot,
        score,
        contribution,
        radius: radius_for(if input.crowd { CROWD } else { shown }) * if narrow { 0.88 } else { 1.0 },
        grid: Vec::new(),
        score_ticks: Vec::new(),
        axis: Vec::new(),
        captions: Vec::new(),
        names: Vec::new(),
        cut_x: input.cuts.score.map(|cut| score.screen_from_data(cut)).filter(|&x| x >= plot.left && x <= plot.right),
        cut_y: input.cuts.contribution.map(|cut| contribution_line(&contribution, cut)).filter(|&y| y >= plot.top && y <= plot.bottom),
        cut_labels: Vec::new(),
        zero: zero_line(&contribution, &plot),
        selected: input.selected,
        focused: input.focused,
        crowd: input.crowd,
        index: PointIndex::new(plot, &x, &y),
        x,
        y,
    };
    label_axes(&mut layout, input);
    label_cuts(&mut layout, input);
    layout.captions = captions::place(&layout, &input.texts.captions);
    layout.names = names::place(&layout, input);
    layout
}

/// The height of a threshold: one of 0 or less on a logarithmic axis lies between the axis and the strip.
fn contribution_line(scale: &Scale, cut: f64) -> f64 {
    match scale.strip() {
        Some(strip) if scale.is_below_log(cut) => strip.near,
        _ => scale.screen_from_data(cut),
    }
}

fn zero_line(scale: &Scale, plot: &Rect) -> Option<f64> {
    let zero = scale.screen_from_data(0.0);
    (scale.kind() == ScaleKind::Linear && zero > plot.top && zero < plot.bottom - 1.0).then_some(zero)
}

fn places(input: &ScatterInput<'_>, plot: &Rect, score: &Scale, contribution: &Scale) -> (Vec<f32>, Vec<f32>) {
    let rounding = plot.grown(1e-6);
    (0..input.score.len().min(input.contribution.len()))
        .map(|index| {
            let hidden = input.class.get(index).is_some_and(|class| input.hidden[usize::from(class % 4)]);
            let (x, y) = (score.screen_from_data(input.score[index]), contribution.screen_from_data(input.contribution[index]));
            if hidden || !rounding.contains(x, y) { (f32::NAN, f32::NAN) } else { (x as f32, y as f32) }
        })
        .unzip()
}

fn label_axes(layout: &mut ScatterLayout, input: &ScatterInput<'_>) {
    let (plot, texts) = (layout.plot, input.texts);
    for (y, text) in axes::tick_labels(input, &layout.contribution, layout.narrow) {
        layout.grid.push(y);
        layout.axis.push(small(&text, plot.left - 8.0, y, Anchor::End));
    }
    if let Some(strip) = layout.contribution.strip() {
        // The axis' last label may stand close to the strip's; the strip's own comes first.
        let middle = strip.middle();
        layout.axis.retain(|label| middle - label.y >= SMALL * 1.3);
        layout.axis.push(small(&texts.zero_or_less, plot.left - 8.0, middle, Anchor::End));
    }
    for figure in layout.score.ticks((plot.width() / 7.0).clamp(48.0, 120.0)).into_iter().filter(|figure| (0.0..=1.0).contains(figure)) {
        let x = layout.score.screen_from_data(figure);
        layout.score_ticks.push(x);
        layout.axis.push(small(&(input.score_tick)(figure), x, plot.bottom + 15.0, Anchor::Middle));
    }
    let title = if layout.narrow { &texts.score_high } else { &texts.score_title };
    layout.axis.push(axes::title(input, &plot, layout.cut_x));
    layout.axis.push(small(&texts.score_low, plot.left, plot.bottom + 34.0, Anchor::Start));
    layout.axis.push(small(title, plot.right, plot.bottom + 34.0, Anchor::End));
    layout.axis.retain(|label| !label.text.is_empty());
}

/// Labels at the ends of the threshold lines: the horizontal one's outside the plot, or beside the line inside it in a narrow picture.
fn label_cuts(layout: &mut ScatterLayout, input: &ScatterInput<'_>) {
    let plot = layout.plot;
    if let Some(x) = layout.cut_x {
        layout.cut_labels.push(axes::cut_label(input, &plot, x));
    }
    if let Some(y) = layout.cut_y {
        let [figure, method] = &input.texts.contribution_cut;
        if layout.narrow {
            layout.cut_labels.push(least_covering(layout, format!("{figure} {method}").trim(), y));
        } else {
            layout.cut_labels.push(small(figure, plot.right + 8.0, y, Anchor::Start));
            layout.cut_labels.push(small(method, plot.right + 8.0, y + 16.0, Anchor::Start));
        }
    }
    layout.cut_labels.retain(|label| !label.text.is_empty());
}

/// A label above or below a line at one of its ends, where it covers the fewest points.
fn least_covering(layout: &ScatterLayout, text: &str, y: f64) -> Label {
    let plot = layout.plot;
    let covered = |label: &Label| {
        let bounds = label.bounds(1.0).grown(layout.radius);
        layout.index.candidates(&bounds).filter(|&index| layout.place(index).is_some_and(|(x, y)| bounds.contains(x, y))).count()
    };
    let ends = [(plot.right - 4.0, Anchor::End), (plot.left + 4.0, Anchor::Start)];
    let labels = ends.into_iter().flat_map(|(x, anchor)| [y - 10.0, y + 10.0].map(|y| small(text, x, y, anchor)));
    labels.min_by_key(covered).unwrap_or_default()
}
