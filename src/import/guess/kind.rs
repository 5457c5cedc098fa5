//! What a row of the table is: one purchase, one customer with a column a month, one customer with facts, something of the funnel, a
//! potential customer, or a contact.

use std::collections::{BTreeMap, BTreeSet};

use super::contact_kind::is_contacts;
use super::funnel_kind::funnel_kind;
use super::prospect_kind::{is_prospects, is_scorecard};
use super::roles::{Chosen, Column, guess_roles};
use super::vocabulary::{HeaderKey, PART_OF_HEADER, score};
use crate::calendar::Grain;
use crate::import::values::period::{PeriodName, read_period};
use crate::import::words::total_word;
use crate::import::{ImportKind, Role, StabilityDirection};

/// The columns of a table in wide form.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WideColumns {
    pub periods: BTreeMap<u32, PeriodName>,
    /// Sums over other columns: 合计, Total, a quarter among months.
    pub totals: Vec<u32>,
}

/// Finds the month or quarter columns; `chosen` roles (also "not used") win over a period name.
#[must_use]
pub fn wide_columns(columns: &[Column], chosen: &Chosen) -> WideColumns {
    let named: Vec<(u32, PeriodName)> = (0u32..)
        .zip(columns)
        .filter(|(index, column)| !chosen.contains_key(index) && column.profile.is_numeric())
        .filter_map(|(index, column)| Some((index, read_period(&column.header)?)))
        .collect();
    let count = |grain| named.iter().filter(|(_, period)| period.grain == grain).count();
    let grain = if count(Grain::Month) >= count(Grain::Quarter) { Grain::Month } else { Grain::Quarter };
    let mut wide = WideColumns::default();
    let mut met = BTreeSet::new();
    for (index, period) in named {
        if period.grain != grain {
            wide.totals.push(index);
        } else if met.insert((period.year, period.number)) {
            wide.periods.insert(index, period);
        }
    }
    let sums = (0u32..)
        .zip(columns)
        .filter(|(index, column)| !wide.periods.contains_key(index) && column.profile.is_numeric() && names_sum(&column.header));
    wide.totals.extend(sums.map(|(index, _)| index).filter(|index| !chosen.contains_key(index)));
    wide.totals.sort_unstable();
    wide.totals.dedup();
    wide
}

/// 合计, 全年, Total, YTD: a column that sums the others up.
fn names_sum(header: &str) -> bool {
    const WORDS: &str =
        "全年|年度|本年|年合计|全年合计|年度合计|上半年|下半年|ytd|fy|h1|h2|yeartotal|fullyear|annual|total|sum|grandtotal|累计|合计";
    let folded: String = crate::tables::folded_spelling(header).chars().filter(|letter| letter.is_alphanumeric()).collect();
    total_word(header).is_some()
        || WORDS.split('|').any(|word| word == folded)
        || ["合计", "总计", "累计", "小计"].iter().any(|word| folded.contains(word))
}

/// Guesses what a row is.
#[must_use]
pub fn guess_kind(columns: &[Column], chosen: &Chosen, wide: &WideColumns) -> ImportKind {
    let quarters = wide.periods.values().all(|period| period.grain == Grain::Quarter);
    if wide.periods.len() >= 3 || (quarters && wide.periods.len() == 2) {
        return ImportKind::PurchasesWide;
    }
    if is_scorecard(columns, chosen) {
        return ImportKind::Prospects;
    }
    if let Some(kind) = funnel_kind(columns, chosen) {
        return kind;
    }
    if is_potential(columns, chosen) {
        return ImportKind::Potential;
    }
    if is_contacts(columns, chosen) {
        return ImportKind::Contacts;
    }
    if is_prospects(columns, chosen) {
        return ImportKind::Prospects;
    }
    let none = BTreeSet::new();
    let purchases = guess_roles(columns, ImportKind::Purchases, chosen, &none);
    let customers = guess_roles(columns, ImportKind::Customers, chosen, &none);
    let named = |role: Role| customers.get(&role).is_some_and(|&column| is_named(columns, chosen, column, role));
    // A header that names dates speaks for purchases even where no cell of it can be read.
    let dated =
        columns.iter().any(|column| score(&column.key, Role::Date) > 0 && !chosen.values().any(|role| *role == Some(Role::Contribution)));
    let measured = named(Role::Contribution) && named(Role::Stability);
    if measured || (!dated && !purchases.contains_key(&Role::Date) && is_list_of_customers(columns, &customers, named(Role::Stability))) {
        ImportKind::Customers
    } else {
        ImportKind::Purchases
    }
}

/// Outside figures: a column that names a potential, and no days of purchases beside it.
fn is_potential(columns: &[Column], chosen: &Chosen) -> bool {
    let roles = guess_roles(columns, ImportKind::Potential, chosen, &BTreeSet::new());
    let named = |role: Role| roles.get(&role).is_some_and(|&column| is_named(columns, chosen, column, role));
    let dated = columns.iter().any(|column| score(&column.key, Role::Date) > 0 || score(&column.key, Role::Stability) > PART_OF_HEADER);
    roles.contains_key(&Role::Customer) && named(Role::Potential) && !dated
}

/// Whether a role is there by its name or by choice, not for want of anything better.
fn is_named(columns: &[Column], chosen: &Chosen, column: u32, role: Role) -> bool {
    chosen.get(&column) == Some(&Some(role)) || columns.get(column as usize).is_some_and(|column| score(&column.key, role) > 0)
}

/// One row a customer: a stability measure, or keys that do not repeat.
fn is_list_of_customers(columns: &[Column], roles: &BTreeMap<Role, u32>, has_stability: bool) -> bool {
    let Some(key) = roles.get(&Role::Customer).and_then(|&column| columns.get(column as usize)) else { return false };
    let profile = &key.profile;
    has_stability || (profile.filled > 0 && 10 * profile.distinct() >= 9 * profile.filled)
}

/// Which way a stability column points, if its header says so.
#[must_use]
pub fn direction_named(header: &str) -> Option<StabilityDirection> {
    let folded = crate::tables::folded_spelling(header);
    let key = HeaderKey::new(header);
    let holds = |words: &str| words.split('|').any(|word| if word.is_ascii() { key.holds(word) } else { folded.contains(word) });
    if holds("cv|variation|volatility|波动|变异|离散|标准差|coefficient of variation") {
        return Some(StabilityDirection::LowIsStable);
    }
    // "Stability" alone may be a score or a variation that somebody called so.
    holds("稳定|穩定|规律|regular|stability score|stability index").then_some(StabilityDirection::HighIsStable)
}
