//! What people thought beside what the data say: a blind placement compared with the computed classes.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Axis, Class, Quadrant};

/// One customer on which a placement and the data differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlacementDifference {
    /// Key of the customer.
    pub customer: String,
    pub placed: Quadrant,
    pub found: Quadrant,
}

/// A placement beside the classes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlacementComparison {
    /// Placed where the data put them.
    pub same: u32,
    /// In the order in which the customers were placed.
    pub differences: Vec<PlacementDifference>,
    /// Placed, but the data give no class.
    pub not_rated: u32,
    /// Left where they were.
    pub not_placed: u32,
    /// Of the differences, those placed too high, too low, too far right and too far left. One may count on both axes.
    pub too_high: u32,
    pub too_low: u32,
    pub too_far_right: u32,
    pub too_far_left: u32,
    /// By quadrant placed in (row) and found (column; the fifth is "not rated").
    pub matrix: [[u32; 5]; 4],
}

impl PlacementComparison {
    /// Part of those with a class that were placed where the data put them; `None` where there is none.
    #[must_use]
    pub fn agreement(&self) -> Option<f64> {
        let compared = f64::from(self.same) + self.differences.len() as f64;
        (compared > 0.0).then(|| f64::from(self.same) / compared)
    }
}

/// Compares one person's placement of `customers` with their classes.
///
/// ```
/// use std::collections::BTreeMap;
/// use fourfold::classify::{Quadrant, compare_placement};
/// let customers = ["a", "b", "c", "d"].map(str::to_owned);
/// let placed = BTreeMap::from([("a".to_owned(), Quadrant::I), ("b".to_owned(), Quadrant::I), ("c".to_owned(), Quadrant::IV)]);
/// // a is where the data put it, b is low and left in truth, c has no class, d was not placed.
/// let classes = BTreeMap::from([("a", Some(Quadrant::I)), ("b", Some(Quadrant::IV)), ("c", None), ("d", Some(Quadrant::II))]);
/// let found = compare_placement(&customers, &placed, |key| classes[key]);
/// assert_eq!((found.same, found.differences.len(), found.not_rated, found.not_placed), (1, 1, 1, 1));
/// assert_eq!((found.too_high, found.too_far_right, found.too_low, found.too_far_left), (1, 1, 0, 0));
/// assert_eq!(found.agreement(), Some(0.5));
/// ```
#[must_use]
pub fn compare_placement(
    customers: &[String],
    placed: &BTreeMap<String, Quadrant>,
    class_of: impl Fn(&str) -> Class,
) -> PlacementComparison {
    let mut found = PlacementComparison::default();
    for customer in customers {
        let Some(&quadrant) = placed.get(customer) else {
            found.not_placed += 1;
            continue;
        };
        let class = class_of(customer);
        found.matrix[quadrant.index()][class.map_or(4, |class| class.index())] += 1;
        match class {
            None => found.not_rated += 1,
            Some(class) if class == quadrant => found.same += 1,
            Some(class) => found.add(customer, quadrant, class),
        }
    }
    found
}

impl PlacementComparison {
    fn add(&mut self, customer: &str, placed: Quadrant, found: Quadrant) {
        let along = |axis: Axis| (placed.is_high(axis), found.is_high(axis));
        match along(Axis::Vertical) {
            (true, false) => self.too_high += 1,
            (false, true) => self.too_low += 1,
            _ => {}
        }
        match along(Axis::Horizontal) {
            (true, false) => self.too_far_right += 1,
            (false, true) => self.too_far_left += 1,
            _ => {}
        }
        self.differences.push(PlacementDifference { customer: customer.to_owned(), placed, found });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_customer_is_counted_once() {
        let customers: Vec<String> = (0..20).map(|number: u32| number.to_string()).collect();
        let placed: BTreeMap<String, Quadrant> = customers
            .iter()
            .enumerate()
            .filter(|(place, _)| place % 5 != 4)
            .map(|(place, key)| (key.clone(), Quadrant::ALL[place % 4]))
            .collect();
        let classes = [Some(Quadrant::I), Some(Quadrant::III), None];
        let found = compare_placement(&customers, &placed, |key| classes[key.len() % 3]);
        let counted = found.same + found.differences.len() as u32 + found.not_rated + found.not_placed;
        assert_eq!(counted, 20);
        assert_eq!(found.matrix.iter().flatten().sum::<u32>(), 20 - found.not_placed);
        assert_eq!(compare_placement(&[], &placed, |_| None).agreement(), None);
    }
}
