//! What a customer's bars are made of.

use crate::measure::PeriodState;

/// Everything the bars show.
pub struct BarsInput<'a> {
    /// Width and height of the whole chart.
    pub size: (f64, f64),
    /// In order of time.
    pub bars: &'a [Bar],
    /// 0..=3, or `None` for a customer without a class.
    pub class: Option<u8>,
    /// Mean of the counted periods.
    pub mean: Option<f64>,
    /// "mean £1,623".
    pub mean_text: &'a str,
    /// An amount in words, for the largest bar.
    pub amount_text: &'a dyn Fn(f64) -> String,
}

/// One period.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// What remains after returns.
    pub amount: f64,
    /// The returns, 0 or less.
    pub returns: f64,
    pub state: PeriodState,
    /// "Dec 2010".
    pub label: String,
}
