//! What the total's change is made of: the same customers, new ones, those who came back and those who stayed away (METHODS 4).

use serde::{Deserialize, Serialize};

use crate::units::Sum;

/// Contribution of two windows in parts that add up to their totals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Growth {
    /// Customers in both windows: then and now.
    pub same_customers: u32,
    pub same_then: f64,
    pub same_now: f64,
    /// In the second window alone, with no purchase before it.
    pub new_customers: u32,
    pub new_now: f64,
    /// In the second window alone, with purchases before the second window that are in neither.
    pub returned_customers: u32,
    pub returned_now: f64,
    /// In the first window alone.
    pub lost_customers: u32,
    pub lost_then: f64,
}

impl Growth {
    /// same + lost
    #[must_use]
    pub fn total_then(&self) -> f64 {
        [self.same_then, self.lost_then].into_iter().collect::<Sum>().value()
    }

    /// same + new + returned
    #[must_use]
    pub fn total_now(&self) -> f64 {
        [self.same_now, self.new_now, self.returned_now].into_iter().collect::<Sum>().value()
    }

    /// Incremental revenue: what the same customers bring now more than then.
    ///
    /// ```
    /// use fourfold::workspace::Growth;
    /// let growth = Growth { same_then: 100.0, same_now: 130.0, new_now: 50.0, returned_now: 5.0, lost_then: 20.0, ..Growth::default() };
    /// assert_eq!((growth.incremental(), growth.total_then(), growth.total_now()), (30.0, 120.0, 185.0));
    /// assert_eq!(growth.change(), growth.incremental() + growth.new_now + growth.returned_now - growth.lost_then);
    /// ```
    #[must_use]
    pub fn incremental(&self) -> f64 {
        self.same_now - self.same_then
    }

    /// Total now − total then.
    #[must_use]
    pub fn change(&self) -> f64 {
        [self.incremental(), self.new_now, self.returned_now, -self.lost_then].into_iter().collect::<Sum>().value()
    }
}
