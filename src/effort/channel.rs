//! The ways to reach a customer, with what a contact by each costs and takes.

use serde::{Deserialize, Serialize};

/// How a contact is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Channel {
    Field,
    Phone,
    Email,
}

impl Channel {
    pub const COUNT: usize = 3;
    pub const ALL: [Self; Self::COUNT] = [Self::Field, Self::Phone, Self::Email];
    /// Relative cost of a contact, field : phone : e-mail (METHODS 4, S).
    pub const RELATIVE_COST: [f64; Self::COUNT] = [100.0, 1.0, 0.01];
    /// Hours a contact takes (METHODS 8, X).
    pub const HOURS: [f64; Self::COUNT] = [2.0, 0.25, 0.1];

    /// 0..[`Self::COUNT`].
    #[must_use]
    pub fn index(self) -> usize {
        self as usize
    }

    #[must_use]
    pub fn code(self) -> &'static str {
        ["field", "phone", "email"][self.index()]
    }

    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.code() == code)
    }
}
