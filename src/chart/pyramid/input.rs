//! What a pyramid of stock is made of. Nothing here is computed.

/// Everything the pyramid shows.
pub struct PyramidInput<'a> {
    /// Width and height of the whole chart; [`super::natural_height`] says which height suits a width.
    pub size: (f64, f64),
    /// Nearest the sale first, at the top.
    pub levels: &'a [StockLevel],
    pub texts: &'a PyramidTexts,
    /// A number of entries in words: "300".
    pub count_text: &'a dyn Fn(f64) -> String,
    /// A share in words: "67%".
    pub share_text: &'a dyn Fn(f64) -> String,
}

/// One level.
#[derive(Clone, Debug, PartialEq)]
pub struct StockLevel {
    /// "A".
    pub code: String,
    /// "contract signed or being signed".
    pub name: String,
    /// `None` where it is not known.
    pub stock: Option<f64>,
    /// Of all levels' stock, 0..=1; `None` where there is none to share.
    pub share: Option<f64>,
}

/// The wording of a pyramid: heads of the two columns, empty for none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PyramidTexts {
    /// "in stock".
    pub stock: String,
    /// "share".
    pub share: String,
}
