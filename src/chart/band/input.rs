//! What the band of outcomes is made of. Nothing here is computed.

/// Everything the band shows.
pub struct BandInput<'a> {
    /// Width and height of the whole chart.
    pub size: (f64, f64),
    /// In order of time; a month with a figure that is no number is left out.
    pub months: &'a [BandMonth],
    pub target: Option<f64>,
    pub texts: &'a BandTexts,
    /// An amount in words, on the axis: "2.5".
    pub amount_tick: &'a dyn Fn(f64) -> String,
}

/// One month.
#[derive(Clone, Debug, PartialEq)]
pub struct BandMonth {
    /// "Apr".
    pub label: String,
    /// 10 %.
    pub low: f64,
    /// 50 %.
    pub middle: f64,
    /// 90 %.
    pub high: f64,
}

/// The wording of the band; an empty title takes no room.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BandTexts {
    /// "Signed by the end of the month, ¥ million ↑".
    pub amount_title: String,
    /// "Target 10.0 m".
    pub target: EndText,
    /// "6.2 m, 1 in 10 above".
    pub high: EndText,
    /// "4.5 m, the middle".
    pub middle: EndText,
    /// "3.0 m, 1 in 10 below".
    pub low: EndText,
}

/// The label at the end of a line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EndText {
    pub line: String,
    /// "6.2 m", where there is little room.
    pub short_line: String,
}
