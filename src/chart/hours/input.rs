//! What the bars of hours are made of. Nothing here is computed.

/// Everything the picture shows.
pub struct HoursInput<'a> {
    /// Width and height of the whole chart; [`super::natural_height`] says which height suits a width.
    pub size: (f64, f64),
    pub bars: &'a [ClassBar],
    pub texts: &'a HoursTexts,
    /// Hours in words: "97".
    pub hours_text: &'a dyn Fn(f64) -> String,
}

/// One class.
#[derive(Clone, Debug, PartialEq)]
pub struct ClassBar {
    /// "EII".
    pub code: String,
    /// "Turn around".
    pub name: String,
    /// 0..=3 for its colour.
    pub class: Option<u8>,
    pub hours: f64,
    /// `None` where nothing is asked for.
    pub need: Option<f64>,
}

/// Heads of the two columns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HoursTexts {
    /// "hours".
    pub hours: String,
    /// "needed".
    pub need: String,
}
