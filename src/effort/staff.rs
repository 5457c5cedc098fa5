//! Hours there are for customers.

use serde::{Deserialize, Serialize};

/// The people who sell and the part of their week that customers get.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Staff {
    pub people: f64,
    pub weekly_hours: f64,
    /// Part of the hours spent with customers, 0..=1.
    pub direct_share: f64,
    pub weeks: f64,
}

impl Staff {
    /// Weekly hours, direct selling share and weeks a year of METHODS 8 (X).
    #[must_use]
    pub fn with_defaults(people: f64) -> Self {
        Self { people, weekly_hours: 40.0, direct_share: 0.22, weeks: 46.0 }
    }

    /// Hours with customers that one person has in a week.
    #[must_use]
    pub fn person_week_hours(&self) -> f64 {
        self.weekly_hours * self.direct_share
    }

    /// People × weekly hours × direct selling share × weeks (METHODS 1 and 8).
    ///
    /// ```
    /// use fourfold::effort::Staff;
    /// // One person: 40 · 0.22 · 46 = 404.8 hours a year with customers.
    /// assert!((Staff::with_defaults(1.0).hours() - 404.8).abs() < 1e-9);
    /// assert!((Staff::with_defaults(10.0).hours() - 4048.0).abs() < 1e-9);
    /// ```
    #[must_use]
    pub fn hours(&self) -> f64 {
        self.people * self.person_week_hours() * self.weeks
    }
}
