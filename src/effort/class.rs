//! What a customer counts as when time is dealt: a class of existing or potential customers, or a future customer.

use serde::{Deserialize, Serialize};

use crate::classify::Quadrant;

/// The three kinds of customers, in the order of the split 60 : 35 : 5.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ClassKind {
    Existing,
    Potential,
    Future,
}

impl ClassKind {
    pub const ALL: [Self; 3] = [Self::Existing, Self::Potential, Self::Future];

    /// 0..=2.
    #[must_use]
    pub fn index(self) -> usize {
        self as usize
    }

    /// The stable code used by handles and exports.
    #[must_use]
    pub fn code(self) -> &'static str {
        ["existing", "potential", "future"][self.index()]
    }
}

/// A class that gets time and has a playbook. The order is that of pages and tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum WorkClass {
    EI,
    EII,
    EIII,
    EIV,
    PI,
    PII,
    PIII,
    PIV,
    Future,
}

impl WorkClass {
    pub const COUNT: usize = 9;
    pub const ALL: [Self; Self::COUNT] =
        [Self::EI, Self::EII, Self::EIII, Self::EIV, Self::PI, Self::PII, Self::PIII, Self::PIV, Self::Future];

    #[must_use]
    pub fn existing(quadrant: Quadrant) -> Self {
        Self::ALL[quadrant.index()]
    }

    #[must_use]
    pub fn potential(quadrant: Quadrant) -> Self {
        Self::ALL[Quadrant::ALL.len() + quadrant.index()]
    }

    /// 0..[`Self::COUNT`].
    #[must_use]
    pub fn index(self) -> usize {
        self as usize
    }

    /// `EI` … `PIV`, `F`: as in handles and exports.
    #[must_use]
    pub fn code(self) -> &'static str {
        ["EI", "EII", "EIII", "EIV", "PI", "PII", "PIII", "PIV", "F"][self.index()]
    }

    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.code() == code)
    }

    #[must_use]
    pub fn kind(self) -> ClassKind {
        match self {
            Self::EI | Self::EII | Self::EIII | Self::EIV => ClassKind::Existing,
            Self::PI | Self::PII | Self::PIII | Self::PIV => ClassKind::Potential,
            Self::Future => ClassKind::Future,
        }
    }

    /// `None` for future customers, who have no quadrant yet.
    #[must_use]
    pub fn quadrant(self) -> Option<Quadrant> {
        match self.kind() {
            ClassKind::Existing => Some(Quadrant::ALL[self.index()]),
            ClassKind::Potential => Some(Quadrant::ALL[self.index() - Quadrant::ALL.len()]),
            ClassKind::Future => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::classify::Side;

    #[test]
    fn classes_lead_back_to_kind_and_quadrant() {
        for quadrant in Quadrant::ALL {
            assert_eq!(
                (WorkClass::existing(quadrant).kind(), WorkClass::existing(quadrant).quadrant()),
                (ClassKind::Existing, Some(quadrant))
            );
            assert_eq!(
                (WorkClass::potential(quadrant).kind(), WorkClass::potential(quadrant).quadrant()),
                (ClassKind::Potential, Some(quadrant))
            );
            assert_eq!(WorkClass::existing(quadrant).code(), quadrant.code(Side::Existing));
        }
        for class in WorkClass::ALL {
            assert_eq!(WorkClass::from_code(class.code()), Some(class));
        }
        assert_eq!(WorkClass::Future.quadrant(), None);
    }
}
