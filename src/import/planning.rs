//! From guesses and choices to the plan of the full read.

use super::companions::Companions;
use super::guess::kind::direction_named;
use super::guess::settings::Settings;
use super::guess::table::TableGuess;
use super::{Choices, Context, DateOrder, DecimalMark, ReadPlan, Role, WalkIns};

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
        today: context.today,
    }
}
