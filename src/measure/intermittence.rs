//! How often and how unevenly a customer buys (METHODS 1; Syntetos & Boylan 2005).

use super::{PeriodTotals, Variation};

/// Above this many periods between purchases demand is intermittent.
pub const ADI_CUT: f64 = 1.32;
/// Above this squared variation of the non-zero periods demand is erratic.
pub const CV2_CUT: f64 = 0.49;

/// ADI = counted periods ÷ non-zero periods, and the squared CV of the non-zero ones.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Intermittence {
    /// `None` where every period is 0.
    pub adi: Option<f64>,
    /// `None` for fewer than two non-zero periods, or where their mean is not positive.
    pub cv2: Option<f64>,
}

/// ```
/// use fourfold::measure::{PeriodTotals, intermittence};
/// let found = intermittence(&PeriodTotals::from_consecutive(&[0.0, 10.0, 0.0, 20.0, 30.0, 0.0]));
/// assert_eq!((found.adi, found.cv2), (Some(2.0), Some(0.25)));
/// ```
#[must_use]
pub fn intermittence(totals: &PeriodTotals) -> Intermittence {
    let adi = (totals.active() > 0).then(|| f64::from(totals.counted) / f64::from(totals.active()));
    let cv = Variation::of(&totals.totals, 0).and_then(Variation::coefficient);
    Intermittence { adi, cv2: cv.map(|cv| cv * cv) }
}
