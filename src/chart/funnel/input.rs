//! What a funnel is made of. Nothing here is computed.

/// Everything the funnel shows.
pub struct FunnelInput<'a> {
    /// Width and height of the whole chart; [`super::natural_height`] says which height suits a width.
    pub size: (f64, f64),
    /// Nearest the sale first.
    pub levels: &'a [FunnelLevel],
    pub texts: &'a FunnelTexts,
    /// A number needed or in stock in words, rounded up: "4,167".
    pub count_text: &'a dyn Fn(f64) -> String,
    /// Expected sales in words: "3.6".
    pub yield_text: &'a dyn Fn(f64) -> String,
}

/// One level.
#[derive(Clone, Debug, PartialEq)]
pub struct FunnelLevel {
    /// "A".
    pub code: String,
    /// "contract signed or being signed".
    pub name: String,
    pub needed: Need,
    /// In stock now; `None` where it is not known.
    pub stock: Option<f64>,
    /// Sales expected from this stock.
    pub yields: Option<f64>,
}

/// How many a level needs.
#[derive(Clone, Debug, PartialEq)]
pub enum Need {
    /// Not rounded.
    Number(f64),
    /// No number will do; the text says so in place of the bars: "cannot be reached, nobody advances from D to C".
    CannotBeReached(String),
    /// Not known; the text says what is missing: "the rate D → C is missing".
    Unknown(String),
}

/// The wording of a funnel: heads of the three columns, each with a sample of its bar.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FunnelTexts {
    /// "needed".
    pub needed: String,
    /// "in stock".
    pub stock: String,
    /// "will sign".
    pub yields: String,
}
