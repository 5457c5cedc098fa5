//! Why a large customer buys unevenly, and what helps (METHODS 1, S).

use serde::{Deserialize, Serialize};

/// The handbook's three causes of EII.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Cause {
    LikesNovelty,
    RivalOffersMore,
    Dissatisfied,
}

/// What helps against a cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Remedy {
    ShowSwitchingCost,
    LoyaltyPlan,
    ProductSuperiority,
    BenefitToTheirCustomers,
    TalkInDepth,
    FeedBackAndCorrect,
    Attitude,
    BestFitProduct,
}

impl Cause {
    pub const ALL: [Self; 3] = [Self::LikesNovelty, Self::RivalOffersMore, Self::Dissatisfied];

    /// `a`, `b`, `c`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::LikesNovelty => "a",
            Self::RivalOffersMore => "b",
            Self::Dissatisfied => "c",
        }
    }

    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|cause| cause.code() == code)
    }

    /// ```
    /// use fourfold::playbook::{Cause, Remedy};
    /// assert_eq!(Cause::LikesNovelty.remedies(), [Remedy::ShowSwitchingCost, Remedy::LoyaltyPlan]);
    /// ```
    #[must_use]
    pub fn remedies(self) -> &'static [Remedy] {
        match self {
            Self::LikesNovelty => &[Remedy::ShowSwitchingCost, Remedy::LoyaltyPlan],
            Self::RivalOffersMore => &[Remedy::ProductSuperiority, Remedy::BenefitToTheirCustomers, Remedy::LoyaltyPlan],
            Self::Dissatisfied => &[Remedy::TalkInDepth, Remedy::FeedBackAndCorrect, Remedy::Attitude, Remedy::BestFitProduct],
        }
    }
}
