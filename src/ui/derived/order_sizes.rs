//! Sizes of orders while they are typed: they count once all three are there and in order.

use crate::workspace::OrderSizes;

/// Low, typical and high, as far as they are typed.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct DraftSizes(pub [Option<f64>; 3]);

impl DraftSizes {
    #[must_use]
    pub fn of(sizes: OrderSizes) -> Option<Self> {
        match sizes {
            OrderSizes::Typed { low, typical, high } => Some(Self([Some(low), Some(typical), Some(high)])),
            OrderSizes::History => None,
        }
    }

    /// Sizes that can be drawn from.
    #[must_use]
    pub fn sizes(self) -> Option<OrderSizes> {
        let [Some(low), Some(typical), Some(high)] = self.0 else { return None };
        (low <= typical && typical <= high && high > 0.0).then_some(OrderSizes::Typed { low, typical, high })
    }

    /// Whether the size at this place is smaller than one before it.
    #[must_use]
    pub fn is_out_of_order(self, place: usize) -> bool {
        let before = self.0.iter().take(place).flatten().copied().fold(0.0, f64::max);
        self.0.get(place).copied().flatten().is_some_and(|size| size < before || (place == 2 && size <= 0.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_count_once_they_are_all_there_and_in_order() {
        let draft = |sizes: [f64; 3]| DraftSizes(sizes.map(Some));
        assert_eq!(draft([1.0, 2.0, 9.0]).sizes(), Some(OrderSizes::Typed { low: 1.0, typical: 2.0, high: 9.0 }));
        assert_eq!([draft([3.0, 2.0, 9.0]).sizes(), draft([0.0; 3]).sizes(), DraftSizes::default().sizes()], [None; 3]);
        let wrong = [0, 1, 2].map(|place| draft([3.0, 2.0, 9.0]).is_out_of_order(place));
        assert_eq!(wrong, [false, true, false]);
        assert!(draft([0.0; 3]).is_out_of_order(2), "the largest is more than nothing");
    }
}
