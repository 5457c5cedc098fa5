//! Sizes of orders: drawn again from those of the past, or from a typed low, typical and high one (METHODS 3).

use std::fmt;

use rand_distr::{Distribution, StandardNormal};
use rand_pcg::Pcg32;
use rand_pcg::rand_core::Rng;
use serde::{Deserialize, Serialize};

use super::intervals::number;
use crate::units::Sum;

/// Where the size of an order comes from, in the currency of the data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum OrderSizes {
    /// All orders of this size.
    Average(f64),
    /// Sizes of past orders, each as likely as the other.
    History(Vec<f64>),
    /// A triangular distribution from `low` to `high` with its peak at `typical`; its mean is a third of their sum (X).
    Typed { low: f64, typical: f64, high: f64 },
}

/// Why there are no order sizes. Figures are `None` where what was found is no number.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum OrderError {
    /// More than 0 is expected.
    Average { found: Option<f64> },
    /// At least one past order of more than 0 is expected.
    NoHistory,
    /// 0 or more is expected; `place` from 0.
    Size { place: usize, found: Option<f64> },
    /// 0 ≤ low ≤ typical ≤ high is expected, and high more than 0.
    Typed { low: Option<f64>, typical: Option<f64>, high: Option<f64> },
}

impl fmt::Display for OrderError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{self:?}")
    }
}

impl std::error::Error for OrderError {}

impl OrderSizes {
    /// Mean order.
    ///
    /// ```
    /// use fourfold::plan::OrderSizes;
    /// assert_eq!(OrderSizes::History(vec![10.0, 30.0, 20.0]).mean(), Ok(20.0));
    /// assert_eq!(OrderSizes::Typed { low: 10.0, typical: 20.0, high: 60.0 }.mean(), Ok(30.0));
    /// ```
    ///
    /// # Errors
    /// Sizes that are none.
    pub fn mean(&self) -> Result<f64, OrderError> {
        self.checked().map(|orders| orders.mean)
    }

    pub(super) fn checked(&self) -> Result<Orders, OrderError> {
        match self {
            Self::Average(size) if *size > 0.0 && size.is_finite() => Ok(Orders { sizes: vec![*size], mean: *size, deviation: 0.0 }),
            Self::Average(size) => Err(OrderError::Average { found: number(*size) }),
            Self::History(sizes) => Orders::history(sizes),
            &Self::Typed { low, typical, high } => Orders::typed(low, typical, high),
        }
    }
}

/// Checked sizes, ready to be drawn, each as likely as the other.
#[derive(Clone, Debug)]
pub(super) struct Orders {
    sizes: Vec<f64>,
    mean: f64,
    deviation: f64,
}

/// Sizes that stand for a typed distribution, in the middle of equally likely stretches of it: to draw one is to look it up.
const TYPED_SIZES: u32 = 1_000;

/// Orders of one draw that are drawn one by one. More of them are summed by the central limit theorem: their sum is known to a few
/// per cent of its spread, and a draw takes the same time however large the goal.
const SINGLE_ORDERS: u32 = 500;

/// What one draw of orders comes to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Worth {
    /// Of the sales made.
    pub revenue: f64,
    /// Orders that the revenue asked for takes, a whole number; 0 where none is asked for.
    pub orders_needed: f64,
}

impl Orders {
    fn history(sizes: &[f64]) -> Result<Self, OrderError> {
        if let Some((place, size)) = sizes.iter().enumerate().find(|(_, size)| !(size.is_finite() && **size >= 0.0)) {
            return Err(OrderError::Size { place, found: number(*size) });
        }
        let count = sizes.len().max(1) as f64;
        let mean = sizes.iter().copied().collect::<Sum>().value() / count;
        if mean <= 0.0 || !mean.is_finite() {
            return Err(OrderError::NoHistory);
        }
        let variance = sizes.iter().map(|size| (size - mean) * (size - mean)).collect::<Sum>().value() / count;
        Ok(Self { sizes: sizes.to_vec(), mean, deviation: variance.sqrt() })
    }

    fn typed(low: f64, typical: f64, high: f64) -> Result<Self, OrderError> {
        let ordered = 0.0 <= low && low <= typical && typical <= high && high > 0.0 && high.is_finite();
        if !ordered {
            return Err(OrderError::Typed { low: number(low), typical: number(typical), high: number(high) });
        }
        let peak = if high > low { (typical - low) / (high - low) } else { 0.0 };
        let size = |place: u32| {
            let part = (f64::from(place) + 0.5) / f64::from(TYPED_SIZES);
            if part < peak {
                low + ((high - low) * (typical - low) * part).sqrt()
            } else {
                high - ((high - low) * (high - typical) * (1.0 - part)).sqrt()
            }
        };
        let sizes: Vec<f64> = (0..TYPED_SIZES).map(size).collect();
        Ok(Self { mean: (low + typical + high) / 3.0, ..Self::history(&sizes)? })
    }

    pub(super) fn mean(&self) -> f64 {
        self.mean
    }

    /// Draws orders in one sequence: the worth of the first `sales` of it, and how many of it make up `revenue`. So more sales never
    /// bring less, and the sales bring the revenue just when they are as many as it takes.
    pub(super) fn draw(&self, sales: f64, revenue: f64, generator: &mut Pcg32) -> Worth {
        let deviate: f64 = StandardNormal.sample(generator);
        let (mut sum, mut drawn) = (0.0, 0.0);
        let mut found = Worth { revenue: 0.0, orders_needed: 0.0 };
        for _ in 0..SINGLE_ORDERS {
            if drawn >= sales && sum >= revenue {
                return found;
            }
            if sum < revenue {
                found.orders_needed += 1.0;
            }
            sum += self.size(generator);
            if drawn < sales {
                found.revenue = sum;
            }
            drawn += 1.0;
        }
        if drawn < sales {
            found.revenue = sum + self.sum_of(sales - drawn, deviate);
        }
        if sum < revenue {
            found.orders_needed = drawn + self.count_for(revenue - sum, deviate);
        }
        found
    }

    fn size(&self, generator: &mut Pcg32) -> f64 {
        // Lemire's multiplication; its bias is below the number of sizes / 2³².
        let place = (u64::from(generator.next_u32()) * self.sizes.len() as u64) >> 32;
        self.sizes.get(place as usize).copied().unwrap_or_default()
    }

    /// Sum of `count` orders, `deviate` standard deviations above its mean.
    fn sum_of(&self, count: f64, deviate: f64) -> f64 {
        (count * self.mean + deviate * self.deviation * count.sqrt()).max(0.0)
    }

    /// The smallest whole number of orders whose [`Orders::sum_of`] is at least `revenue`.
    fn count_for(&self, revenue: f64, deviate: f64) -> f64 {
        let slope = deviate * self.deviation;
        let root = ((slope * slope + 4.0 * self.mean * revenue).sqrt() - slope) / (2.0 * self.mean);
        (root * root).ceil()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand_pcg::rand_core::SeedableRng;

    fn draws(sizes: &OrderSizes, sales: f64, revenue: f64, count: u64) -> Vec<Worth> {
        let orders = sizes.checked().unwrap();
        (0..count).map(|seed| orders.draw(sales, revenue, &mut Pcg32::seed_from_u64(seed))).collect()
    }

    fn mean_and_deviation(values: impl Iterator<Item = f64>) -> (f64, f64) {
        let values: Vec<f64> = values.collect();
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        let squares: f64 = values.iter().map(|value| (value - mean) * (value - mean)).sum();
        (mean, (squares / values.len() as f64).sqrt())
    }

    #[test]
    fn an_average_has_no_spread() {
        let found = draws(&OrderSizes::Average(200.0), 7.0, 1_050.0, 3);
        assert_eq!(found, [Worth { revenue: 1_400.0, orders_needed: 6.0 }; 3]);
        assert_eq!(draws(&OrderSizes::Average(200.0), 0.0, 0.0, 1), [Worth { revenue: 0.0, orders_needed: 0.0 }]);
        // Far beyond what is drawn singly.
        let found = draws(&OrderSizes::Average(200.0), 7_000.0, 1_000_000.0, 1);
        assert_eq!(found, [Worth { revenue: 1_400_000.0, orders_needed: 5_000.0 }]);
    }

    #[test]
    fn sums_have_the_mean_and_the_spread_of_their_orders() {
        let history = OrderSizes::History(vec![0.0, 10.0, 20.0, 90.0]);
        let typed = OrderSizes::Typed { low: 0.0, typical: 10.0, high: 80.0 };
        // Both have mean 30; variances 1,250 and (100 + 700 + 4,900) / 18.
        for (sizes, deviation) in [(history, 1_250_f64.sqrt()), (typed, (5_700.0_f64 / 18.0).sqrt())] {
            for sales in [4.0, 450.0, 3_000.0] {
                let (mean, spread) = mean_and_deviation(draws(&sizes, sales, 0.0, 4_000).into_iter().map(|worth| worth.revenue));
                let wanted = deviation * f64::sqrt(sales);
                assert!((mean - 30.0 * sales).abs() < 4.0 * wanted / 4_000_f64.sqrt(), "{sizes:?} {sales}: {mean}");
                assert!((spread / wanted - 1.0).abs() < 0.05, "{sizes:?} {sales}: {spread}, expected {wanted}");
            }
        }
    }

    #[test]
    fn sales_bring_the_revenue_just_when_they_are_as_many_as_it_takes() {
        let sizes = OrderSizes::History(vec![1.0, 5.0, 40.0]);
        for revenue in [30.0, 6_000.0, 40_000.0] {
            for needed in draws(&sizes, 0.0, revenue, 50).iter().enumerate().map(|(seed, worth)| (seed as u64, worth.orders_needed)) {
                let orders = sizes.checked().unwrap();
                let worth = |sales: f64| orders.draw(sales, revenue, &mut Pcg32::seed_from_u64(needed.0)).revenue;
                assert!(worth(needed.1) >= revenue * (1.0 - 1e-12) && worth(needed.1 - 1.0) < revenue, "{revenue}: {needed:?}");
            }
        }
    }

    #[test]
    fn sizes_that_are_none_are_refused() {
        assert_eq!(OrderSizes::Average(0.0).mean(), Err(OrderError::Average { found: Some(0.0) }));
        assert_eq!(OrderSizes::History(vec![]).mean(), Err(OrderError::NoHistory));
        assert_eq!(OrderSizes::History(vec![0.0]).mean(), Err(OrderError::NoHistory));
        assert_eq!(OrderSizes::History(vec![1.0, -2.0]).mean(), Err(OrderError::Size { place: 1, found: Some(-2.0) }));
        for (low, typical, high) in [(3.0, 2.0, 4.0), (0.0, 0.0, 0.0), (-1.0, 2.0, 3.0), (1.0, 5.0, 4.0)] {
            let refused = OrderError::Typed { low: Some(low), typical: Some(typical), high: Some(high) };
            assert_eq!(OrderSizes::Typed { low, typical, high }.mean(), Err(refused));
        }
        assert_eq!(OrderSizes::Typed { low: 5.0, typical: 5.0, high: 5.0 }.mean(), Ok(5.0));
    }
}
