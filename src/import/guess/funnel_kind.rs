//! Whether a table is about the sales funnel: by a column of levels, known by its header and by what stands in it.

use std::collections::BTreeSet;

use super::roles::{Chosen, Column, guess_roles};
use super::stage_words::{StageWord, level_letter, stage_word};
use super::vocabulary::{HeaderKey, PART_OF_HEADER, score};
use crate::import::{ImportKind, Role};

/// The funnel's kind of table, if it is one.
#[must_use]
pub fn funnel_kind(columns: &[Column], chosen: &Chosen) -> Option<ImportKind> {
    let none = BTreeSet::new();
    let roles = guess_roles(columns, ImportKind::FunnelEntries, chosen, &none);
    let level_is_chosen = chosen.values().any(|role| matches!(role, Some(Role::Level | Role::Outcome)));
    let level = roles.get(&Role::Level).and_then(|&column| columns.get(column as usize));
    let is_funnel = level_is_chosen
        || level.is_some_and(|level| match evidence(level) {
            Evidence::Strong => true,
            Evidence::Weak => has_company(columns) && !is_about_sales(columns),
            Evidence::None => false,
        });
    if !is_funnel {
        return None;
    }
    Some(if is_history(columns, chosen) { ImportKind::LevelHistory } else { ImportKind::FunnelEntries })
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Evidence {
    Strong,
    /// Stages stand in it under a header that may mean something else (status, level, grade).
    Weak,
    None,
}

/// Headers that mean the funnel and nothing else.
fn names_funnel(key: &HeaderKey) -> bool {
    const PARTS: &str = "deal stage|sales stage|opportunity stage|pipeline stage|funnel stage|lead stage|lead status|deal status|\
        opportunity status|funnel level|intent level|销售阶段|商机阶段|跟进阶段|机会阶段|漏斗|意向级别|意向等级|客户意向|商机状态|线索状态|\
        跟进状态";
    PARTS.split('|').any(|part| key.holds(part))
}

fn evidence(level: &Column) -> Evidence {
    let Some(categories) = level.profile.categories() else { return Evidence::None };
    let rows: u32 = categories.values().sum();
    let of = |test: &dyn Fn(&str) -> bool| categories.iter().filter(|(text, _)| test(text)).map(|(_, rows)| rows).sum::<u32>();
    let known = of(&|text| stage_word(text).is_some());
    let levels = of(&|text| matches!(stage_word(text), Some(StageWord::Level(_))));
    let letters = of(&|text| level_letter(text).is_some());
    let spoken = 2 * (known + letters) >= rows && levels + letters > 0;
    let whole = score(&level.key, Role::Level) > PART_OF_HEADER;
    match (names_funnel(&level.key), spoken) {
        (true, _) => Evidence::Strong,
        // "stage" and 阶段 are the funnel's where its words stand below, or where nothing else can be meant.
        (false, _) if whole && (level.key.holds("stage") || level.key.holds("阶段")) => {
            if 2 * known >= rows && levels > 0 {
                Evidence::Strong
            } else {
                Evidence::Weak
            }
        }
        (false, true) => Evidence::Weak,
        (false, false) => Evidence::None,
    }
}

fn has_whole(columns: &[Column], roles: &[Role]) -> bool {
    columns.iter().any(|column| roles.iter().any(|&role| score(&column.key, role) > PART_OF_HEADER))
}

/// Whether something beside the levels speaks of the funnel: days of entry, of closing or of contact, or opportunities by number.
fn has_company(columns: &[Column]) -> bool {
    let numbered = |key: &HeaderKey| {
        "opportunity|deal|lead|prospect|case|商机|线索|机会|案件".split('|').any(|word| key.holds(word)) || key.holds("case id")
    };
    has_whole(columns, &[Role::Entered, Role::Closed, Role::LastContact, Role::SnapshotDate, Role::Outcome])
        || columns.iter().any(|column| numbered(&column.key))
        || columns.iter().any(|column| score(&column.key, Role::Date) > 0) && columns.len() <= 5
}

/// Whether orders are listed: quantities, prices, invoices.
fn is_about_sales(columns: &[Column]) -> bool {
    let sale = |key: &HeaderKey| {
        "order|invoice|purchase|订单|发票|下单|开票|购买|单据".split('|').any(|word| key.holds(word)) && !key.holds("purchase intent")
    };
    has_whole(columns, &[Role::Quantity, Role::UnitPrice, Role::Discount, Role::Cost, Role::Contribution, Role::Stability])
        && !has_whole(columns, &[Role::Closed, Role::Entered, Role::LastContact])
        || columns.iter().any(|column| sale(&column.key))
}

/// Whether the rows are events: entries come again and again, each time with a day, and no day of closing or of a snapshot stands beside.
fn is_history(columns: &[Column], chosen: &Chosen) -> bool {
    let none = BTreeSet::new();
    let roles = guess_roles(columns, ImportKind::LevelHistory, chosen, &none);
    let profile = |role| roles.get(&role).and_then(|&column: &u32| columns.get(column as usize)).map(|column| &column.profile);
    let Some(key) = profile(Role::Order).or(profile(Role::Customer)) else { return false };
    let Some(date) = profile(Role::Date) else { return false };
    let of_a_state = has_whole(columns, &[Role::Closed, Role::SnapshotDate, Role::LastContact, Role::Outcome]);
    let comes_again = 5 * u64::from(key.filled) >= 6 * u64::from(key.distinct());
    comes_again && date.is_dates(true) && date.filled > 0 && !of_a_state
}
