//! What a contribution curve is made of.

/// Everything the curve shows.
pub struct CurveInput<'a> {
    /// Width and height of the whole chart.
    pub size: (f64, f64),
    /// (share of customers, share of money), rising in the first; the start at (0, 0) is added.
    pub points: &'a [(f64, f64)],
    pub pareto: Option<ParetoPoint>,
    pub texts: &'a CurveTexts,
    /// A share in words: "20%".
    pub share_tick: &'a dyn Fn(f64) -> String,
}

/// Where the customers that bring 80 % end.
#[derive(Clone, Debug, PartialEq)]
pub struct ParetoPoint {
    pub customers: f64,
    pub money: f64,
    /// "1,084 customers bring 80%", "26% of them"; an empty line is left out.
    pub text: [String; 2],
}

/// The wording of a contribution curve.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CurveTexts {
    /// "Share of money ↑".
    pub money_title: String,
    /// "Share of customers, largest first →".
    pub customers_title: String,
    /// "if all bought the same", beside the diagonal.
    pub equal: String,
}
