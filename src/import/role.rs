//! What a column is used for, with the codes that selects and tests know.

use serde::{Deserialize, Serialize};

use crate::tables::ProfileField;

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
}

impl Role {
    pub const ALL: [Self; 38] = [
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
        self >= Self::Level && !self.is_contact()
    }

    /// Whether only lists of contacts have it.
    #[must_use]
    pub fn is_contact(self) -> bool {
        matches!(self, Self::Channel | Self::ContactKind)
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
