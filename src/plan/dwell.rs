//! How long those stayed on a level who advanced from it (METHODS 3).

use serde::{Deserialize, Serialize};

use crate::units::{Sum, quantile};

/// Times on a level, in days. Those who are still there are not in it, so that it reads short where most of them entered of late.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Dwell {
    /// Ascending, never empty.
    sorted: Vec<f64>,
}

/// A bar of the distribution: `from` ≤ days < `to`; the last one takes all that is longer, too.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct DwellBin {
    pub from: f64,
    pub to: f64,
    pub count: u64,
}

/// Share of the stays that the bars spread over; what is longer goes into the last one, or one forgotten case would flatten the rest.
const SHOWN_SHARE: f64 = 0.95;

impl Dwell {
    /// Leaves out what is no number; `None` where nothing is left.
    #[must_use]
    pub fn new(days: impl IntoIterator<Item = f64>) -> Option<Self> {
        let mut sorted: Vec<f64> = days.into_iter().filter(|days| days.is_finite()).collect();
        sorted.sort_unstable_by(f64::total_cmp);
        (!sorted.is_empty()).then_some(Self { sorted })
    }

    #[must_use]
    pub fn count(&self) -> usize {
        self.sorted.len()
    }

    #[must_use]
    pub fn mean(&self) -> f64 {
        self.sorted.iter().copied().collect::<Sum>().value() / self.sorted.len() as f64
    }

    #[must_use]
    pub fn median(&self) -> f64 {
        self.part(0.5)
    }

    /// First quartile, median, third quartile (type 7, as Excel and numpy).
    #[must_use]
    pub fn quartiles(&self) -> [f64; 3] {
        [0.25, 0.5, 0.75].map(|part| self.part(part))
    }

    /// Ascending.
    #[must_use]
    pub fn sorted(&self) -> &[f64] {
        &self.sorted
    }

    /// Equally wide bars from 0 on; fewer than asked for where all stays are of no length.
    ///
    /// ```
    /// use fourfold::plan::Dwell;
    /// let bins = Dwell::new([1.0, 2.0, 3.0, 4.0]).unwrap().bins(2);
    /// assert_eq!(bins.iter().map(|bin| bin.count).collect::<Vec<_>>(), [1, 3]);
    /// ```
    #[must_use]
    pub fn bins(&self, bars: u32) -> Vec<DwellBin> {
        let bars = bars.max(1);
        let width = self.part(SHOWN_SHARE) / f64::from(bars);
        if width <= 0.0 {
            return vec![DwellBin { from: 0.0, to: 0.0, count: self.sorted.len() as u64 }];
        }
        let below = |limit: f64| self.sorted.partition_point(|&days| days < limit);
        let bin = |bar: u32| {
            let (from, to) = (width * f64::from(bar), width * f64::from(bar + 1));
            let before = if bar == 0 { 0 } else { below(from) };
            let until = if bar + 1 == bars { self.sorted.len() } else { below(to) };
            DwellBin { from, to, count: until.saturating_sub(before) as u64 }
        };
        (0..bars).map(bin).collect()
    }

    fn part(&self, part: f64) -> f64 {
        quantile(&self.sorted, part).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quartiles_and_mean() {
        let dwell = Dwell::new([40.0, 10.0, f64::NAN, 20.0, 30.0]).unwrap();
        assert_eq!((dwell.count(), dwell.mean(), dwell.median(), dwell.quartiles()), (4, 25.0, 25.0, [17.5, 25.0, 32.5]));
        assert_eq!(Dwell::new([]), None);
    }

    proptest::proptest! {
        #[test]
        fn every_stay_is_in_one_bar(days in proptest::collection::vec(0.0..1_000.0, 1..50), bars in 0_u32..30) {
            let counted: u64 = Dwell::new(days.iter().copied()).unwrap().bins(bars).iter().map(|bin| bin.count).sum();
            proptest::prop_assert_eq!(counted, days.len() as u64);
        }
    }
}
