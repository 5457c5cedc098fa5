//! What the distributions of dwell times are made of. Nothing here is computed but shares of a whole.

/// Everything the picture shows.
pub struct DwellInput<'a> {
    /// Width and height of the whole chart; [`super::natural_height`] says which height suits.
    pub size: (f64, f64),
    /// Nearest the sale first; one for a single distribution.
    pub levels: &'a [DwellLevel],
    /// Width of every bin, in days.
    pub bin_days: f64,
    pub texts: &'a DwellTexts,
    /// Days in words, on the axis: "90".
    pub day_tick: &'a dyn Fn(f64) -> String,
    /// A share in words, over the highest bar: "24%".
    pub share_text: &'a dyn Fn(f64) -> String,
}

/// One level's dwell times.
#[derive(Clone, Debug, PartialEq)]
pub struct DwellLevel {
    /// "B".
    pub code: String,
    /// "decision-maker intends to buy".
    pub name: String,
    /// Entries in each bin from day 0 on.
    pub counts: Vec<f64>,
    /// Entries beyond the last bin of all levels.
    pub longer: f64,
    /// Days by which a quarter, half and three quarters have left; `None` where that is not known.
    pub quartiles: [Option<f64>; 3],
    /// "half leave within 45 days · 120 entries".
    pub text: String,
    /// "45 days · 120", in all levels where there is little room; empty where there is none.
    pub short_text: String,
}

/// The wording of the picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DwellTexts {
    /// "Days at the level →".
    pub days_title: String,
    /// "longer", below what lies beyond the last bin.
    pub longer: String,
}
