//! What a quadrant picture is made of: plain columns, cuts and texts. Nothing here is computed.

use serde::{Deserialize, Serialize};

use crate::chart::scale::ScaleKind;

/// Everything the scatter shows. Columns have one entry a customer and the same length.
pub struct ScatterInput<'a> {
    /// Width and height of the whole chart.
    pub size: (f64, f64),
    pub room: Room,
    /// Stability score, the horizontal axis.
    pub score: &'a [f64],
    /// Contribution, the vertical axis.
    pub contribution: &'a [f64],
    /// 0..=3.
    pub class: &'a [u8],
    /// Names of the customers; may be empty where nothing is to be named.
    pub names: &'a [String],
    /// The columns hold but the outermost and largest of a crowd, whose cells are drawn elsewhere: nothing is known to be free of points.
    pub crowd: bool,
    pub cuts: ScatterCuts,
    /// Spread of the vertical axis.
    pub scale: ScaleKind,
    /// The part of the data shown; `None` = all of it with room for the captions.
    pub window: Option<Window>,
    /// Classes not shown.
    pub hidden: [bool; 4],
    /// Ringed and always named.
    pub selected: Option<usize>,
    /// Ringed lightly and named: the pointer or the keyboard is on it.
    pub focused: Option<usize>,
    /// How many of the largest customers are named at most, where there is room.
    pub most_names: usize,
    pub texts: &'a ScatterTexts,
    pub score_tick: &'a dyn Fn(f64) -> String,
    pub contribution_tick: &'a dyn Fn(Tick) -> String,
}

/// Space kept free beside the plot, for what the page lays over it (the thresholds' number fields).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    pub top: f64,
    pub right: f64,
}

impl Room {
    /// For a picture that stands alone.
    pub const PICTURE: Self = Self { top: 26.0, right: 64.0 };
    /// For a narrow one: the money threshold is labelled inside.
    pub const NARROW_PICTURE: Self = Self { top: 26.0, right: 8.0 };
}

/// The two cuts as the axes show them; `None` = no line.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ScatterCuts {
    pub score: Option<f64>,
    pub contribution: Option<f64>,
}

/// A part of the data, in its own figures.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Window {
    pub score: (f64, f64),
    pub contribution: (f64, f64),
    /// Whether the strip "0 or less" of a logarithmic axis belongs to it.
    pub zero_or_less: bool,
}

impl Window {
    /// Whether a point lies in it; borders belong to it.
    #[must_use]
    pub fn holds(&self, score: f64, contribution: f64) -> bool {
        let inside = |(low, high): (f64, f64), figure: f64| low <= figure && figure <= high;
        inside(self.score, score) && (inside(self.contribution, contribution) || self.zero_or_less && contribution <= 0.0)
    }
}

/// One figure on the vertical axis, to be put into words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tick {
    pub figure: f64,
    /// The highest label carries the currency.
    pub highest: bool,
    /// There is little room: `10 k` rather than `10,000`.
    pub narrow: bool,
}

/// The wording of a quadrant picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ScatterTexts {
    /// EI, EII, EIII, EIV: upper right, upper left, lower right, lower left.
    pub captions: [Caption; 4],
    /// "Customer contribution, log scale ↑".
    pub contribution_title: String,
    /// "← uneven".
    pub score_low: String,
    /// "Stability, 0 to 1 · steady →".
    pub score_title: String,
    /// "steady →", where there is little room.
    pub score_high: String,
    /// "0 or less".
    pub zero_or_less: String,
    /// Label of the vertical line, "0.45 median"; empty where the page shows a field instead.
    pub score_cut: String,
    /// Label of the horizontal line, figure and method, "£942", "median"; empty where the page shows a field instead.
    pub contribution_cut: [String; 2],
}

/// The caption in a quadrant's corner.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Caption {
    /// "EI".
    pub code: String,
    /// "Consolidate".
    pub strategy: String,
    /// "111 customers · 57% of money".
    pub line: String,
    /// "111 · 57%", where there is little room.
    pub short_line: String,
}
