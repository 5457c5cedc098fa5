//! What the picture of advance rates is made of. Nothing here is computed.

/// Everything the picture shows.
pub struct IntervalsInput<'a> {
    /// Width and height of the whole chart; [`super::natural_height`] says which height suits a width.
    pub size: (f64, f64),
    /// Nearest the sale first.
    pub steps: &'a [AdvanceRate],
    pub texts: &'a IntervalsTexts,
    /// A rate in words: "40%".
    pub rate_text: &'a dyn Fn(f64) -> String,
    /// Both ends of an interval in words: "28–54%".
    pub interval_text: &'a dyn Fn(f64, f64) -> String,
    /// A figure of the axis in words: "50%".
    pub share_tick: &'a dyn Fn(f64) -> String,
}

/// The rate of one step; rates are 0..=1, others are not drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct AdvanceRate {
    /// "C → B".
    pub step: String,
    /// What the data say; `None` where they do not.
    pub computed: Option<f64>,
    /// Counts in place of the computed one.
    pub typed: Option<f64>,
    /// Low, high.
    pub interval: Option<(f64, f64)>,
    /// What it rests on: "20 of 50", "typed".
    pub basis: String,
}

impl AdvanceRate {
    /// What counts.
    pub(super) fn rate(&self) -> Option<f64> {
        share(self.typed).or(share(self.computed))
    }
}

/// Only what an axis from 0 to 100 % can show.
pub(super) fn share(rate: Option<f64>) -> Option<f64> {
    rate.filter(|rate| (0.0..=1.0).contains(rate))
}

/// The wording of the picture: heads of the three columns, empty for none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct IntervalsTexts {
    /// "rate".
    pub rate: String,
    /// "95% interval".
    pub interval: String,
    /// "rests on".
    pub basis: String,
}
