//! How long those stayed on a level who advanced from it (METHODS 3).

use serde::{Deserialize, Serialize};

use crate::units::{Sum, quantile};

/// Times on a level, in days. Those who are still there are not in it, so that it reads short where most of them entered of late.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Dwell {
    /// Ascending, never empty.
    sorted: Vec<f64>,
}

/// A distribution in equally wide bars.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DwellBars {
    pub width_days: f64,
    /// Stays in each bar from day 0 on.
    pub counts: Vec<u32>,
    /// Stays longer than the last bar reaches.
    pub longer: u32,
}

/// Share of the stays that the bars spread over; what is longer lies beyond them, or one forgotten case would flatten the rest.
const SHOWN_SHARE: f64 = 0.95;
const BARS: u32 = 20;

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

    /// The width of bars that suits several distributions beside each other: 1, 2 or 5 of a decimal unit.
    ///
    /// ```
    /// use fourfold::plan::Dwell;
    /// let dwells = [Dwell::new([5.0, 10.0]).unwrap(), Dwell::new([150.0]).unwrap()];
    /// assert_eq!(Dwell::bar_width(&dwells), 10.0);
    /// let bars = dwells[0].bars(10.0);
    /// assert_eq!((&bars.counts[..3], bars.longer), (&[1, 1, 0][..], 0));
    /// ```
    #[must_use]
    pub fn bar_width<'dwell>(dwells: impl IntoIterator<Item = &'dwell Self>) -> f64 {
        let width = dwells.into_iter().map(|dwell| dwell.part(SHOWN_SHARE)).fold(0.0, f64::max) / f64::from(BARS);
        if width <= 0.0 {
            return 1.0;
        }
        let unit = 10_f64.powf(width.log10().floor());
        [1.0, 2.0, 5.0].into_iter().map(|part| part * unit).find(|nice| *nice >= width).unwrap_or(10.0 * unit)
    }

    /// Bars of this width from 0 on: a stay just as long as a bar reaches is in the next one.
    #[must_use]
    pub fn bars(&self, width_days: f64) -> DwellBars {
        let below = |bar: u32| self.sorted.partition_point(|&days| days < width_days * f64::from(bar));
        let counts = (0..BARS).map(|bar| (below(bar + 1) - if bar == 0 { 0 } else { below(bar) }) as u32).collect();
        DwellBars { width_days, counts, longer: (self.sorted.len() - below(BARS)) as u32 }
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
        fn every_stay_is_in_one_bar(days in proptest::collection::vec(0.0..1_000.0, 1..50)) {
            let dwell = Dwell::new(days.iter().copied()).unwrap();
            let bars = dwell.bars(Dwell::bar_width([&dwell]));
            proptest::prop_assert_eq!(bars.counts.iter().sum::<u32>() + bars.longer, days.len() as u32);
            proptest::prop_assert!(f64::from(bars.longer) <= 0.05 * days.len() as f64 + 1.0);
        }
    }
}
