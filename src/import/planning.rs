//! From guesses and choices to the plan of the full read.

use std::collections::BTreeSet;

use super::companions::Companions;
use super::guess::kind::direction_named;
use super::guess::settings::Settings;
use super::guess::table::TableGuess;
use super::{Choices, Context, DateOrder, DecimalMark, ImportKind, ReadPlan, Role, SnapshotDay, StageMapping, StagesGuess, WalkIns};

/// The plan, provisional where a question is open.
#[must_use]
pub fn plan(
    guess: &TableGuess,
    settings: &Settings,
    companions: &Companions,
    choices: &Choices,
    context: &Context,
    text: Option<(&str, u8)>,
) -> ReadPlan {
    let known_statuses = settings.statuses.iter().map(|(status, ..)| status.clone()).collect();
    let chosen_statuses = guess.choices.left_out_statuses.clone();
    let left_out_statuses =
        chosen_statuses.unwrap_or_else(|| settings.statuses.iter().filter(|(.., out)| *out).map(|(status, ..)| status.clone()).collect());
    let stability = guess.column(Role::Stability).map(|(_, column)| column.header.as_str());
    ReadPlan {
        kind: guess.kind,
        sheets: companions.together.clone(),
        customer_sheet: companions.customer_sheet.clone(),
        encoding: text.map_or(String::new(), |(encoding, _)| encoding.to_owned()),
        delimiter: text.map_or(0, |(_, delimiter)| delimiter),
        chosen_encoding: choices.encoding.clone(),
        chosen_delimiter: choices.delimiter,
        header_row: guess.header_row,
        header_height: u32::try_from(guess.header.height).unwrap_or(0),
        columns: u32::try_from(guess.columns.len()).unwrap_or(u32::MAX),
        date_order: settings.date_order.unwrap_or(DateOrder::DayFirst),
        decimal: settings.decimal.unwrap_or(DecimalMark::Point),
        column_decimals: settings.column_decimals.clone(),
        roles: guess.roles.clone(),
        periods: settings.periods.clone(),
        scale: settings.scale.as_ref().map(|(_, scale)| *scale),
        scale_text: settings.scale.as_ref().map_or(String::new(), |(text, _)| text.clone()),
        scaled_columns: settings.scaled_columns.clone(),
        discount: settings.discount,
        currency: settings.currency.code.clone(),
        several_currencies: settings.currency.several,
        left_out_statuses,
        known_statuses,
        walk_ins: guess.choices.walk_ins.unwrap_or(WalkIns::Group),
        stability_direction: stability.and_then(|header| guess.choices.stability_direction.or_else(|| direction_named(header))),
        stages: StageMapping::new(),
        chosen_stages: BTreeSet::new(),
        levels: Vec::new(),
        snapshot: snapshot_day(guess),
        today: context.today,
    }
}

/// By the tables' names, unless the table has a column of its own or the user says otherwise.
fn snapshot_day(guess: &TableGuess) -> SnapshotDay {
    let possible = guess.kind == ImportKind::FunnelEntries && !guess.roles.contains_key(&Role::SnapshotDate);
    if possible { guess.choices.snapshot.unwrap_or(SnapshotDay::FromName) } else { SnapshotDay::None }
}

impl ReadPlan {
    /// Settles what the stage texts stand for.
    pub(super) fn take_stages(&mut self, guess: &StagesGuess) {
        self.stages = guess.stages.iter().map(|stage| (stage.text.clone(), stage.standing.clone())).collect();
        self.chosen_stages = guess.stages.iter().filter(|stage| stage.chosen).map(|stage| stage.text.clone()).collect();
        self.levels.clone_from(&guess.levels);
    }
}
