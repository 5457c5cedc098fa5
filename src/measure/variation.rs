//! Mean, sample deviation and coefficient of variation of totals of which most may be zero.

use crate::units::Sum;

/// Mean and sample standard deviation (n − 1) of some values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Variation {
    pub mean: f64,
    /// `None` for fewer than two values.
    pub deviation: Option<f64>,
}

impl Variation {
    /// Over `values` and `zeros` further zeros; `None` where there is no value at all. The cost is that of `values` alone.
    ///
    /// ```
    /// use fourfold::measure::Variation;
    /// // METHODS 1: monthly totals, scipy `variation(ddof=1)` gives .154637
    /// let totals = [10.0, 12.0, 9.0, 11.0, 10.0, 14.0, 8.0, 10.0, 11.0, 9.0, 12.0, 10.0];
    /// let cv = Variation::of(&totals, 0).unwrap().coefficient().unwrap();
    /// assert!((cv - 0.154_637).abs() < 5e-7);
    /// // Zeros may be given by their number.
    /// assert_eq!(Variation::of(&[40.0, 5.0], 2), Variation::of(&[0.0, 40.0, 0.0, 5.0], 0));
    /// ```
    #[must_use]
    pub fn of(values: &[f64], zeros: usize) -> Option<Self> {
        let count = values.len() + zeros;
        if count == 0 {
            return None;
        }
        let mean = values.iter().copied().collect::<Sum>().value() / count as f64;
        let deviation = (count > 1).then(|| {
            let mut squares: Sum = values.iter().map(|value| (value - mean) * (value - mean)).collect();
            squares.add(zeros as f64 * mean * mean);
            (squares.value() / (count - 1) as f64).sqrt()
        });
        Some(Self { mean, deviation })
    }

    /// Deviation ÷ mean; `None` where the mean is not positive.
    #[must_use]
    pub fn coefficient(self) -> Option<f64> {
        self.deviation.filter(|_| self.mean > 0.0).map(|deviation| deviation / self.mean)
    }
}
