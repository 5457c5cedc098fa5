//! What a column is used for, with the codes that selects and tests know.

use serde::{Deserialize, Serialize};

use crate::tables::{BuiltInCriterion, ProfileField};

/// What a column is used for. Codes as in [`Role::code`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Role {
    Customer,
    Name,
    Date,
    Amount,
    Quantity,
    UnitPrice,
    Discount,
    Cost,
    Order,
    Product,
    Region,
    Rep,
    Currency,
    Status,
    Contribution,
    Stability,
    Margin,
    /// What a customer could buy in all, from whomever.
    Potential,
    /// Who says so.
    SaidBy,
    Level,
    Outcome,
    Entered,
    Closed,
    LastContact,
    SnapshotDate,
    /// A field of the customer profile card.
    Profile(ProfileField),
    /// Field, phone, e-mail.
    Channel,
    /// Visit, service, repair, finance.
    ContactKind,
    /// What a potential customer is expected to bring.
    Expected,
    Intent,
    /// 1 to 5.
    Rating(BuiltInCriterion),
}

impl Role {
    pub const ALL: [Self; 51] = [
        Self::Customer,
        Self::Name,
        Self::Date,
        Self::Amount,
        Self::Quantity,
        Self::UnitPrice,
        Self::Discount,
        Self::Cost,
        Self::Order,
        Self::Product,
        Self::Region,
        Self::Rep,
        Self::Currency,
        Self::Status,
        Self::Contribution,
        Self::Stability,
        Self::Margin,
        Self::Potential,
        Self::SaidBy,
        Self::Level,
        Self::Outcome,
        Self::Entered,
        Self::Closed,
        Self::LastContact,
        Self::SnapshotDate,
        Self::Profile(ProfileField::ContactPerson),
        Self::Profile(ProfileField::ContactRole),
        Self::Profile(ProfileField::PhoneOrEmail),
        Self::Profile(ProfileField::Address),
        Self::Profile(ProfileField::Business),
        Self::Profile(ProfileField::Size),
        Self::Profile(ProfileField::Need),
        Self::Profile(ProfileField::Budget),
        Self::Profile(ProfileField::DecisionMaker),
        Self::Profile(ProfileField::Rivals),
        Self::Profile(ProfileField::NextStep),
        Self::Channel,
        Self::ContactKind,
        Self::Expected,
        Self::Intent,
        Self::Rating(BuiltInCriterion::Size),
        Self::Rating(BuiltInCriterion::Management),
        Self::Rating(BuiltInCriterion::Network),
        Self::Rating(BuiltInCriterion::PurchasingPower),
        Self::Rating(BuiltInCriterion::Marketing),
        Self::Rating(BuiltInCriterion::Development),
        Self::Rating(BuiltInCriterion::Need),
        Self::Rating(BuiltInCriterion::Budget),
        Self::Rating(BuiltInCriterion::Decision),
        Self::Rating(BuiltInCriterion::Timing),
        Self::Rating(BuiltInCriterion::Trust),
    ];

    /// The stable code used by the interface's selects and by tests.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Customer => "customer",
            Self::Name => "name",
            Self::Date => "date",
            Self::Amount => "amount",
            Self::Quantity => "quantity",
            Self::UnitPrice => "unit-price",
            Self::Discount => "discount",
            Self::Cost => "cost",
            Self::Order => "order",
            Self::Product => "product",
            Self::Region => "region",
            Self::Rep => "rep",
            Self::Currency => "currency",
            Self::Status => "status",
            Self::Contribution => "contribution",
            Self::Stability => "stability",
            Self::Margin => "margin",
            Self::Potential => "potential",
            Self::SaidBy => "source",
            Self::Level => "level",
            Self::Outcome => "outcome",
            Self::Entered => "entered",
            Self::Closed => "closed",
            Self::LastContact => "last-contact",
            Self::SnapshotDate => "snapshot-date",
            Self::Channel => "channel",
            Self::ContactKind => "contact-kind",
            Self::Expected => "expected-contribution",
            Self::Intent => "intent",
            Self::Rating(criterion) => match criterion {
                BuiltInCriterion::Size => "rating-size",
                BuiltInCriterion::Management => "rating-management",
                BuiltInCriterion::Network => "rating-network",
                BuiltInCriterion::PurchasingPower => "rating-purchasing-power",
                BuiltInCriterion::Marketing => "rating-marketing",
                BuiltInCriterion::Development => "rating-development",
                BuiltInCriterion::Need => "rating-need",
                BuiltInCriterion::Budget => "rating-budget",
                BuiltInCriterion::Decision => "rating-decision",
                BuiltInCriterion::Timing => "rating-timing",
                BuiltInCriterion::Trust => "rating-trust",
            },
            Self::Profile(field) => match field {
                ProfileField::ContactPerson => "profile-contact-person",
                ProfileField::ContactRole => "profile-contact-role",
                ProfileField::PhoneOrEmail => "profile-phone-or-email",
                ProfileField::Address => "profile-address",
                ProfileField::Business => "profile-business",
                ProfileField::Size => "profile-size",
                ProfileField::Need => "profile-need",
                ProfileField::Budget => "profile-budget",
                ProfileField::DecisionMaker => "profile-decision-maker",
                ProfileField::Rivals => "profile-rivals",
                ProfileField::NextStep => "profile-next-step",
            },
        }
    }

    /// Whether only tables of the sales funnel have it.
    #[must_use]
    pub fn is_funnel(self) -> bool {
        self >= Self::Level && !self.is_contact() && !self.is_prospect()
    }

    /// Whether only lists of contacts have it.
    #[must_use]
    pub fn is_contact(self) -> bool {
        matches!(self, Self::Channel | Self::ContactKind)
    }

    /// Whether only lists of potential customers have it.
    #[must_use]
    pub fn is_prospect(self) -> bool {
        matches!(self, Self::Expected | Self::Intent | Self::Rating(_))
    }

    /// Whether only tables of outside figures have it.
    #[must_use]
    pub fn is_outside(self) -> bool {
        matches!(self, Self::Potential | Self::SaidBy)
    }

    /// Whether its column holds days.
    #[must_use]
    pub fn is_date(self) -> bool {
        matches!(self, Self::Date | Self::Entered | Self::Closed | Self::LastContact | Self::SnapshotDate)
    }

    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}
