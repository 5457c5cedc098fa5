//! What the bars are made of: two figures a row. Nothing here is computed.

/// Everything the picture shows.
pub struct PairsInput<'a> {
    /// Width and height of the whole chart; [`super::natural_height`] says which height suits a width.
    pub size: (f64, f64),
    pub bars: &'a [PairBar],
    pub texts: &'a PairTexts,
    /// A figure in words: "97", "£374 k".
    pub figure_text: &'a dyn Fn(f64) -> String,
}

/// One row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PairBar {
    /// "EII"; empty where the name stands alone.
    pub code: String,
    /// "Turn around".
    pub name: String,
    /// 0..=3 for its colour.
    pub class: Option<u8>,
    /// What there is: the filled bar.
    pub filled: f64,
    /// What it is held against: the outline. `None` where there is nothing.
    pub outlined: Option<f64>,
    /// How the two compare: "23%"; empty where nothing is to be said.
    pub note: String,
}

/// Heads of the columns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PairTexts {
    /// "hours".
    pub filled: String,
    /// "needed".
    pub outlined: String,
    /// "share of wallet"; the column is left out where no bar has a note.
    pub note: String,
}
