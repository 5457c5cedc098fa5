//! What the picture of certainty is made of. Nothing here is computed.

/// Everything the picture shows.
pub struct CertaintyInput<'a> {
    /// Width and height of the whole chart.
    pub size: (f64, f64),
    /// (entries, probability 0..=1), rising in the first.
    pub points: &'a [(f64, f64)],
    /// The chosen confidence, 0..=1.
    pub confidence: f64,
    /// The entries that reach it; `None` where no number does.
    pub answer: Option<MarkedEntries>,
    /// What the plain division says.
    pub plain: Option<MarkedEntries>,
    pub texts: &'a CertaintyTexts,
    /// Entries in words, on the axis: "4,000".
    pub entries_tick: &'a dyn Fn(f64) -> String,
    /// A probability in words, on the axis: "50%".
    pub share_tick: &'a dyn Fn(f64) -> String,
}

/// A number of entries with its probability and label.
#[derive(Clone, Debug, PartialEq)]
pub struct MarkedEntries {
    pub entries: f64,
    pub probability: f64,
    /// "5,900: 80%".
    pub text: String,
}

/// The wording of the picture; an empty title takes no room.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CertaintyTexts {
    /// "Chance of 50 contracts ↑".
    pub chance_title: String,
    /// "Entries at E →".
    pub entries_title: String,
}
