//! The parts of a class's playbook.

use serde::{Deserialize, Serialize};

/// One part of the text a class has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum PlaybookPart {
    Strategy,
    Why,
    Ways,
    Products,
}

impl PlaybookPart {
    pub const ALL: [Self; 4] = [Self::Strategy, Self::Why, Self::Ways, Self::Products];

    /// As in handles.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Strategy => "strategy",
            Self::Why => "why",
            Self::Ways => "ways",
            Self::Products => "products",
        }
    }
}
