//! Whether a table lists potential customers: by ratings, by an expected contribution or an intent, and nothing of a sale made.

use std::collections::{BTreeMap, BTreeSet};

use super::roles::{Chosen, Column, guess_roles};
use super::vocabulary::{PART_OF_HEADER, score};
use crate::import::{ImportKind, Role};

/// Ratings that make a table a scorecard, whatever stands beside them; one may be anything.
const SCORECARD: usize = 2;

/// Columns of ratings by their headers and by what stands in them, or both figures of the quadrant by name: a level beside them is one
/// more fact about a prospect, not the funnel's.
#[must_use]
pub fn is_scorecard(columns: &[Column], chosen: &Chosen) -> bool {
    let roles = guess_roles(columns, ImportKind::Prospects, chosen, &BTreeSet::new());
    let filled = |column: &u32| columns.get(*column as usize).is_some_and(|column| column.profile.filled > 0);
    let ratings = roles.iter().filter(|(role, column)| matches!(role, Role::Rating(_)) && filled(column)).count();
    let both = named(columns, chosen, &roles, Role::Expected) && named(columns, chosen, &roles, Role::Intent) && !is_dated(columns);
    roles.contains_key(&Role::Customer) && (ratings >= SCORECARD || both) && !is_sold(columns)
}

/// A column that names an expected contribution or an intent, and no days and no sales beside it.
#[must_use]
pub fn is_prospects(columns: &[Column], chosen: &Chosen) -> bool {
    let roles = guess_roles(columns, ImportKind::Prospects, chosen, &BTreeSet::new());
    let any = [Role::Expected, Role::Intent].iter().any(|&role| named(columns, chosen, &roles, role));
    roles.contains_key(&Role::Customer) && any && !is_dated(columns) && !is_sold(columns)
}

/// Whether a role is there by its whole header or by choice.
fn named(columns: &[Column], chosen: &Chosen, roles: &BTreeMap<Role, u32>, role: Role) -> bool {
    roles.get(&role).is_some_and(|&column| {
        chosen.get(&column) == Some(&Some(role))
            || columns.get(column as usize).is_some_and(|column| score(&column.key, role) > PART_OF_HEADER)
    })
}

/// Whether days of purchases or of the funnel stand in it.
fn is_dated(columns: &[Column]) -> bool {
    let days = [Role::Date, Role::Entered, Role::Closed, Role::LastContact, Role::SnapshotDate];
    columns.iter().any(|column| column.profile.is_dates(false) && days.iter().any(|&role| score(&column.key, role) > 0))
}

/// Whether orders or measures of customers are listed.
fn is_sold(columns: &[Column]) -> bool {
    let roles = [Role::Quantity, Role::UnitPrice, Role::Discount, Role::Cost, Role::Stability, Role::Outcome];
    columns.iter().any(|column| roles.iter().any(|&role| score(&column.key, role) > PART_OF_HEADER))
}
