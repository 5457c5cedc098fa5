//! The follow-up audit.

use serde::{Deserialize, Serialize};

use super::FunnelEntryRow;
use crate::calendar::Day;
use crate::engine::Revision;
use crate::plan::InputError;
use crate::tables::ProfileField;

/// Who is due, whose card has gaps, which levels were raised without a record, and what to look at by chance (METHODS 3; X).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FunnelAuditView {
    pub revision: Revision,
    pub scenario: usize,
    /// The day of the audit.
    pub today: Day,
    /// The last day anything is known of.
    pub last_day: Option<Day>,
    /// Open entries within the filters.
    pub open: u32,
    /// Whether any entry tells of a contact. Where none does, entering counts as the last one, and `overdue` says little.
    pub contacts_known: bool,
    /// All that are overdue; `overdue` holds the first of them.
    pub overdue_total: u32,
    /// First those without any date, then the longest overdue.
    pub overdue: Vec<OverdueRow>,
    /// Nearest the sale first.
    pub levels: Vec<AuditLevel>,
    pub card: CardCompleteness,
    pub raises: Raises,
    /// Open entries drawn for review by the scenario's seed, in the order of the table.
    pub sample: Vec<FunnelEntryRow>,
    pub readings: Readings,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OverdueRow {
    /// Days beyond the cadence of its level; `None` where neither a contact nor an entry is dated.
    pub days: Option<i32>,
    pub never_contacted: bool,
    /// Code of the level.
    pub level: String,
    pub entry: FunnelEntryRow,
}

/// One level's part of the audit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditLevel {
    pub code: String,
    pub cadence_days: u32,
    pub open: u32,
    pub overdue: u32,
}

/// How well the profile cards of the open entries are filled.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CardCompleteness {
    /// The fields that any file has brought, each with the open entries that have it filled. The others are not held against anybody.
    pub fields: Vec<(ProfileField, u32)>,
    /// Mean share of those fields that is filled; `None` without open entries or without a field.
    pub share: Option<f64>,
    /// Entries with every field filled.
    pub complete: u32,
    /// The least complete, with what is missing; of equals the first in the table.
    pub least: Vec<(FunnelEntryRow, Vec<ProfileField>)>,
}

/// Steps nearer the sale, as the level history tells them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Raises {
    pub all: u32,
    /// Raised though no contact lies between coming to the old level and the raise.
    pub without_record_total: u32,
    /// Of which nothing can be said: only a later contact is known, or none of the case.
    pub unknown: u32,
    /// The first of those without a record, the latest first.
    pub without_record: Vec<RaisedRow>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RaisedRow {
    pub key: String,
    pub owner: String,
    /// Codes of the old and the new level; empty for a sale that is no level.
    pub from: String,
    pub to: String,
    pub since: Day,
    pub on: Day,
}

/// Two readings of "K". Neither is the source's own definition, which is cut off (METHODS 3).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Readings {
    /// Share of the farthest level that ever reaches the sale, p(E→A).
    pub conversion: Option<f64>,
    /// Cash received, as typed.
    pub cash_received: Option<f64>,
    /// Value of the contracts: typed, else the sum of the won amounts.
    pub contract_value: Option<f64>,
    /// Cash received ÷ contract value; `None` until both are known.
    pub recovery: Option<Result<f64, Vec<InputError>>>,
}
