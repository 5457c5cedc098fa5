//! Natural breaks into two classes (METHODS 1; Jenks 1967, here exactly).

use crate::units::Sum;

/// Where the upper of two classes begins in `sorted` (ascending), so that the squared deviations from the two class means are smallest.
/// With two classes the dynamic programme is one pass over prefix sums. Equal values are never parted; 0 where all values are equal or
/// there are none; of equally good splits the lowest.
///
/// ```
/// use fourfold::classify::jenks_split;
/// // METHODS 1: 1…30 | 100
/// assert_eq!(jenks_split(&[1.0, 2.0, 3.0, 4.0, 5.0, 20.0, 22.0, 25.0, 30.0, 100.0]), 9);
/// assert_eq!(jenks_split(&[7.0, 7.0, 7.0]), 0);
/// ```
#[must_use]
pub fn jenks_split(sorted: &[f64]) -> usize {
    let count = sorted.len();
    let mean = sorted.iter().copied().collect::<Sum>().value() / count.max(1) as f64;
    let mut lower = Sum::default();
    let mut best = (0.0, 0);
    for split in 1..count {
        // Measured from the mean the two classes' sums are opposite, and the squares explained by the split are s² (1/n₁ + 1/n₂).
        lower.add(sorted[split - 1] - mean);
        if sorted[split - 1] == sorted[split] {
            continue;
        }
        let sum = lower.value();
        let explained = sum * sum * (1.0 / split as f64 + 1.0 / (count - split) as f64);
        if explained > best.0 {
            best = (explained, split);
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn squares(values: &[f64]) -> f64 {
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        values.iter().map(|value| (value - mean) * (value - mean)).sum()
    }

    proptest::proptest! {
        /// No split of any kind leaves smaller squared deviations.
        #[test]
        fn the_split_is_optimal(mut values in proptest::collection::vec(-1_000..1_000_i32, 2..40)) {
            values.sort_unstable();
            let values: Vec<f64> = values.into_iter().map(f64::from).collect();
            let found = jenks_split(&values);
            proptest::prop_assume!(found > 0);
            let cost = |split: usize| squares(&values[..split]) + squares(&values[split..]);
            let best = (1..values.len()).map(cost).fold(f64::INFINITY, f64::min);
            proptest::prop_assert!(cost(found) <= best * (1.0 + 1e-9) + 1e-9);
        }
    }
}
