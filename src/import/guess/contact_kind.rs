//! Whether a table lists contacts: a day beside a customer, a word for the channel or kind of a contact, and nothing of a sale.

use std::collections::BTreeSet;

use super::roles::{Chosen, Column, guess_roles};
use super::vocabulary::{PART_OF_HEADER, score};
use crate::import::{ImportKind, Role};
use crate::tables::{ContactChannel, ContactKind};

#[must_use]
pub fn is_contacts(columns: &[Column], chosen: &Chosen) -> bool {
    let roles = guess_roles(columns, ImportKind::Contacts, chosen, &BTreeSet::new());
    let chosen_here = chosen.values().any(|role| matches!(role, Some(Role::Channel | Role::ContactKind)));
    let has = |role| roles.contains_key(&role);
    if !has(Role::Customer) || !has(Role::Date) {
        return false;
    }
    chosen_here || (!is_about_sales(columns) && (speaks_of_contacts(columns, &roles) || names_contact_day(columns)))
}

/// The words below a column of channels or kinds are those of contacts; a header alone may be a sales channel or a type of anything.
fn speaks_of_contacts(columns: &[Column], roles: &std::collections::BTreeMap<Role, u32>) -> bool {
    let spoken = |role: Role, known: fn(&str) -> bool| {
        let column = roles.get(&role).and_then(|&column| columns.get(column as usize));
        let Some(categories) = column.and_then(|column| column.profile.categories()) else { return false };
        let rows: u32 = categories.values().sum();
        let known: u32 = categories.iter().filter(|(text, _)| known(text)).map(|(_, rows)| rows).sum();
        rows > 0 && 2 * known > rows
    };
    spoken(Role::Channel, |text| ContactChannel::of_text(text).is_some())
        || spoken(Role::ContactKind, |text| ContactKind::of_text(text) != ContactKind::Other)
}

/// 拜访日期, visit date: a day that can be nothing else.
fn names_contact_day(columns: &[Column]) -> bool {
    const PARTS: &str = "visit date|call date|contact date|date of visit|date of contact|拜访日期|拜访时间|联系日期|联系时间|跟进日期|跟进时间|接触日期|回访日期";
    const NOT: &str = "last|next|最近|最后|上次|下次";
    let any = |column: &Column, words: &str| words.split('|').any(|word| column.key.holds(word));
    columns.iter().any(|column| any(column, PARTS) && !any(column, NOT))
}

/// Money, quantities and stages are no part of a list of contacts.
fn is_about_sales(columns: &[Column]) -> bool {
    let roles = [
        Role::Amount,
        Role::Quantity,
        Role::UnitPrice,
        Role::Discount,
        Role::Cost,
        Role::Order,
        Role::Level,
        Role::Contribution,
        Role::Stability,
        Role::Closed,
    ];
    columns.iter().any(|column| roles.iter().any(|&role| score(&column.key, role) > PART_OF_HEADER))
}
