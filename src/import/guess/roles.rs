//! Which column plays which role, from its header first and its content second.

use std::collections::{BTreeMap, BTreeSet};

use super::profile::ColumnProfile;
use super::vocabulary::{HeaderKey, PART_OF_HEADER, denies, is_known_to, score};
use crate::import::{ImportKind, Role};
use crate::order;
use crate::tables::{BuiltInCriterion, ProfileField};

/// A column with all that is known about it.
#[derive(Clone, Debug)]
pub struct Column {
    pub header: String,
    pub key: HeaderKey,
    pub profile: ColumnProfile,
}

/// The roles a kind of table has, in the order in which they choose.
#[must_use]
pub fn roles_of(kind: ImportKind) -> &'static [Role] {
    match kind {
        ImportKind::Purchases => &[
            Role::Customer,
            Role::Name,
            Role::Date,
            Role::Amount,
            Role::Quantity,
            Role::UnitPrice,
            Role::Discount,
            Role::Cost,
            Role::Order,
            Role::Product,
            Role::Region,
            Role::Rep,
            Role::Currency,
            Role::Status,
        ],
        ImportKind::PurchasesWide => &[Role::Customer, Role::Name, Role::Product, Role::Region, Role::Rep, Role::Currency, Role::Status],
        ImportKind::Customers => &[Role::Customer, Role::Name, Role::Region, Role::Rep, Role::Contribution, Role::Stability, Role::Margin],
        ImportKind::Potential => &[Role::Customer, Role::Name, Role::Potential, Role::Product, Role::Currency, Role::SaidBy],
        ImportKind::FunnelEntries => FUNNEL_ENTRIES,
        ImportKind::Prospects => PROSPECTS,
        ImportKind::Contacts => &[Role::Customer, Role::Name, Role::Date, Role::Channel, Role::ContactKind, Role::Rep],
        ImportKind::LevelHistory => &[
            Role::Level,
            Role::Order,
            Role::Customer,
            Role::Name,
            Role::Date,
            Role::Rep,
            Role::Amount,
            Role::Product,
            Role::Region,
            Role::Currency,
        ],
    }
}

const PROSPECTS: &[Role] = &[
    Role::Customer,
    Role::Name,
    Role::Expected,
    Role::Intent,
    Role::Level,
    Role::Rating(BuiltInCriterion::Size),
    Role::Rating(BuiltInCriterion::Management),
    Role::Rating(BuiltInCriterion::Network),
    Role::Rating(BuiltInCriterion::PurchasingPower),
    Role::Rating(BuiltInCriterion::Marketing),
    Role::Rating(BuiltInCriterion::Development),
    Role::Rating(BuiltInCriterion::Need),
    Role::Rating(BuiltInCriterion::Budget),
    Role::Rating(BuiltInCriterion::Decision),
    Role::Rating(BuiltInCriterion::Timing),
    Role::Rating(BuiltInCriterion::Trust),
    Role::Product,
    Role::Region,
    Role::Rep,
    Role::Currency,
];

const FUNNEL_ENTRIES: &[Role] = &[
    Role::Level,
    Role::Outcome,
    Role::Order,
    Role::Customer,
    Role::Name,
    Role::Entered,
    Role::Closed,
    Role::LastContact,
    Role::SnapshotDate,
    Role::Amount,
    Role::Product,
    Role::Region,
    Role::Rep,
    Role::Currency,
    Role::Profile(ProfileField::ContactPerson),
    Role::Profile(ProfileField::ContactRole),
    Role::Profile(ProfileField::PhoneOrEmail),
    Role::Profile(ProfileField::Address),
    Role::Profile(ProfileField::Business),
    Role::Profile(ProfileField::Size),
    Role::Profile(ProfileField::Need),
    Role::Profile(ProfileField::Budget),
    Role::Profile(ProfileField::DecisionMaker),
    Role::Profile(ProfileField::Rivals),
    Role::Profile(ProfileField::NextStep),
];

/// What the user (or a remembered mapping) has settled: by column, `None` = not used.
pub type Chosen = BTreeMap<u32, Option<Role>>;

/// Guesses a column for each role of a kind; `taken` columns (periods of a wide table) are out of the question.
#[must_use]
pub fn guess_roles(columns: &[Column], kind: ImportKind, chosen: &Chosen, taken: &BTreeSet<u32>) -> BTreeMap<Role, u32> {
    let mut guess = Guess { columns, chosen, taken, roles: BTreeMap::new() };
    guess.take_chosen(kind);
    guess.by_header(kind);
    // Where opportunities have ids of their own, nobody has to be named.
    if !kind.is_funnel() || !guess.roles.contains_key(&Role::Order) || guess.roles.contains_key(&Role::Name) {
        guess.customer_from_content(kind);
    }
    if matches!(kind, ImportKind::Purchases | ImportKind::LevelHistory | ImportKind::Contacts) {
        guess.date_from_content();
    }
    if kind == ImportKind::Purchases {
        guess.amount_from_content();
        guess.drop_parts_of_the_amount();
    }
    guess.roles
}

struct Guess<'a> {
    columns: &'a [Column],
    chosen: &'a Chosen,
    taken: &'a BTreeSet<u32>,
    roles: BTreeMap<Role, u32>,
}

impl<'a> Guess<'a> {
    fn take_chosen(&mut self, kind: ImportKind) {
        for (&column, role) in self.chosen {
            if let Some(role) = role.filter(|role| roles_of(kind).contains(role) && (column as usize) < self.columns.len()) {
                self.roles.entry(role).or_insert(column);
            }
        }
    }

    fn is_free(&self, column: u32) -> bool {
        !self.chosen.contains_key(&column) && !self.taken.contains(&column) && !self.roles.values().any(|used| *used == column)
    }

    fn free(&self) -> impl Iterator<Item = (u32, &'a Column)> {
        (0u32..).zip(self.columns).filter(|(column, _)| self.is_free(*column))
    }

    /// The best header takes its role first; among equals the role named first, then the column to the left.
    fn by_header(&mut self, kind: ImportKind) {
        let mut claims: Vec<(u32, Role, u32)> = self
            .free()
            .flat_map(|(index, column)| roles_of(kind).iter().map(move |&role| (score(&column.key, role), role, index, column)))
            .filter(|(score, role, _, column)| *score > 0 && fits(column, *role))
            .map(|(score, role, index, _)| (score, role, index))
            .collect();
        order::sort_by_key(&mut claims, |&(score, role, index)| (std::cmp::Reverse(score), role, index));
        for (_, role, index) in claims {
            if !self.roles.contains_key(&role) && self.is_free(index) {
                self.roles.insert(role, index);
            }
        }
    }

    /// A lone name is the key; without either, the leftmost column that can name customers.
    fn customer_from_content(&mut self, kind: ImportKind) {
        if self.roles.contains_key(&Role::Customer) {
            return;
        }
        let name = self.roles.get(&Role::Name).copied().filter(|column| !self.chosen.contains_key(column));
        if let Some(column) = name {
            self.roles.remove(&Role::Name);
            self.roles.insert(Role::Customer, column);
            return;
        }
        let names = |column: &Column| column.profile.filled > 0 && !column.profile.is_numeric() && !column.profile.is_dates(false);
        let codes = |column: &Column| {
            column.profile.filled > 0 && column.profile.whole == column.profile.filled && column.profile.bare_dates < column.profile.filled
        };
        let known: Vec<Role> = Role::ALL
            .into_iter()
            .filter(|role| kind.is_funnel() || !role.is_funnel() || kind.roles().contains(role))
            .filter(|role| kind == ImportKind::Potential || !role.is_outside())
            .filter(|role| kind == ImportKind::Contacts || !role.is_contact())
            .filter(|role| kind == ImportKind::Prospects || !role.is_prospect())
            .collect();
        let unknown = || self.free().filter(|(_, column)| !is_known_to(&column.key, &known));
        let found = unknown().find(|(_, column)| names(column)).or_else(|| unknown().find(|(_, column)| codes(column)));
        if let Some((index, _)) = found {
            self.roles.insert(Role::Customer, index);
        }
    }

    fn date_from_content(&mut self) {
        if self.roles.contains_key(&Role::Date) {
            return;
        }
        // The last order or the birthday of a customer is no day of a purchase.
        let of_a_person = |column: &Column| {
            "last|first|latest|最近|末次|上次|首次|birth|生日|出生|expiry|到期|注册|入会|建档".split('|').any(|word| column.key.holds(word))
        };
        let written = self.free().find(|(_, column)| column.profile.is_dates(false) && !of_a_person(column));
        // Bare numbers are days only where the header is silent and every one of them can be one.
        let bare = || {
            self.free().find(|(_, column)| {
                let profile = &column.profile;
                column.key.is_empty() && profile.filled > 0 && profile.bare_dates == profile.filled && profile.whole == profile.filled
            })
        };
        if let Some((index, _)) = written.or_else(bare) {
            self.roles.insert(Role::Date, index);
        }
    }

    /// Marked as money, else the last column with fractions, else the last of numbers.
    fn amount_from_content(&mut self) {
        let has = |role| self.roles.contains_key(&role);
        if has(Role::Amount) || (has(Role::Quantity) && has(Role::UnitPrice)) {
            return;
        }
        if let Some(&price) = self.roles.get(&Role::UnitPrice)
            && !self.chosen.contains_key(&price)
        {
            self.roles.remove(&Role::UnitPrice);
            self.roles.insert(Role::Amount, price);
            return;
        }
        let plausible = |column: &Column| {
            let profile = &column.profile;
            profile.filled > 0 && profile.is_numeric() && !profile.is_code(&column.header) && !denies(&column.key, Role::Amount)
        };
        let numbers: Vec<_> = self.free().filter(|(_, column)| plausible(column)).collect();
        let money = numbers.iter().find(|(_, column)| 2 * column.profile.money > column.profile.filled);
        let fractions = || numbers.iter().rev().find(|(_, column)| column.profile.whole < column.profile.numbers);
        if let Some((index, _)) = money.or_else(fractions).or(numbers.last()) {
            self.roles.insert(Role::Amount, *index);
        }
    }

    /// Where the amount stands in the file, quantity, price and discount are not needed to work it out.
    fn drop_parts_of_the_amount(&mut self) {
        if self.roles.contains_key(&Role::Amount) {
            let chosen = self.chosen;
            self.roles
                .retain(|role, column| !matches!(role, Role::Quantity | Role::UnitPrice | Role::Discount) || chosen.contains_key(column));
        }
    }
}

/// Whether the content of a column can play a role.
fn fits(column: &Column, role: Role) -> bool {
    let profile = &column.profile;
    // A header that can mean nothing else carries its column even where many cells are mistaken.
    let named = score(&column.key, role) > PART_OF_HEADER;
    match role {
        role if role.is_date() => profile.is_dates(true) || (named && 4 * (profile.dates + profile.bare_dates) >= profile.filled),
        Role::Amount if named && 4 * profile.numbers >= profile.filled => !profile.is_dates(false),
        Role::Potential | Role::Expected | Role::Intent if named && 4 * profile.numbers >= profile.filled => !profile.is_dates(false),
        Role::Amount
        | Role::Quantity
        | Role::UnitPrice
        | Role::Cost
        | Role::Contribution
        | Role::Stability
        | Role::Margin
        | Role::Potential
        | Role::Expected
        | Role::Intent => profile.is_numeric() && !profile.is_dates(false),
        Role::Discount => 2 * (profile.numbers + profile.zhe) >= profile.filled,
        Role::Rep | Role::Region | Role::Status => {
            profile.money == 0 && !profile.is_dates(false) && (profile.whole == profile.numbers || !profile.is_numeric())
        }
        Role::Currency => !profile.is_numeric() || profile.filled == 0,
        Role::Name => !profile.is_numeric() || profile.filled == 0 || profile.whole == profile.numbers,
        Role::Customer | Role::Order | Role::Product => !profile.is_dates(false),
        // Ratings not made yet are empty; a budget or a number of employees is none.
        Role::Rating(_) => profile.filled == 0 || (profile.is_numeric() && profile.smallest >= 1.0 && profile.largest <= 5.0),
        Role::Level | Role::Outcome | Role::Channel | Role::ContactKind => !profile.is_dates(false) && profile.money == 0,
        _ => true,
    }
}
