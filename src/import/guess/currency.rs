//! Which currency a table's amounts are in, and whether there are several.

use std::collections::BTreeMap;

use super::settings::is_han;
use super::table::TableGuess;
use crate::import::values::cell_text::own_text;
use crate::import::values::currency::{YUAN_OR_YEN, code_of, named_in, settled};
use crate::import::values::number::means_nothing;
use crate::import::{Question, Role, Row};
use crate::order;

/// The currency of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CurrencyGuess {
    /// ISO code; empty if the file does not say. The most frequent one while the question is open.
    pub code: String,
    pub several: bool,
    pub question: Option<Question>,
}

/// Looks at the currency column, else at the marks beside the amounts, else at header and title.
#[must_use]
pub fn guess_currency(guess: &TableGuess, rows: &[Row]) -> CurrencyGuess {
    let money: Vec<u32> = [Role::Amount, Role::UnitPrice, Role::Contribution, Role::Margin, Role::Potential, Role::Expected]
        .iter()
        .filter_map(|role| guess.roles.get(role))
        .chain(guess.wide.periods.keys())
        .copied()
        .collect();
    let place = guess.roles.get(&Role::Currency).copied();
    let counts = place.map_or_else(|| marked(guess, rows, &money), |column| listed(guess, rows, column));
    let named: Vec<&String> = counts.keys().filter(|code| !code.is_empty()).collect();
    if named.len() > 1 {
        return several(guess, &counts, place.or_else(|| money.first().copied()).unwrap_or(0));
    }
    if let Some(&code) = named.first() {
        return CurrencyGuess { code: code.clone(), ..CurrencyGuess::default() };
    }
    let headers = money.iter().filter_map(|&column| guess.columns.get(column as usize)).map(|column| column.header.clone());
    let code = headers.chain(guess.title_texts(rows)).find_map(|text| named_in(&text));
    CurrencyGuess { code: code.map(|code| settle(guess, rows, code)).unwrap_or_default(), ..CurrencyGuess::default() }
}

/// Codes of a currency column with the number of rows, `""` for rows without one.
fn listed(guess: &TableGuess, rows: &[Row], column: u32) -> BTreeMap<String, u32> {
    let mut counts = BTreeMap::new();
    for row in rows.iter().skip(guess.header.data()).filter(|row| !row.is_blank()) {
        let text = own_text(&row.cell(column as usize));
        let code = if means_nothing(&text) { String::new() } else { code_of(&text) };
        *counts.entry(if code == YUAN_OR_YEN { settle(guess, rows, YUAN_OR_YEN) } else { code }).or_default() += 1;
    }
    counts
}

/// Marks beside the amounts themselves.
fn marked(guess: &TableGuess, rows: &[Row], money: &[u32]) -> BTreeMap<String, u32> {
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    for profile in money.iter().filter_map(|&column| guess.columns.get(column as usize)).map(|column| &column.profile) {
        for (code, count) in &profile.currencies {
            *counts.entry(settle(guess, rows, code)).or_default() += count;
        }
        if profile.money < profile.numbers && profile.money > 0 {
            *counts.entry(String::new()).or_default() += profile.numbers - profile.money;
        }
    }
    counts
}

fn settle(guess: &TableGuess, rows: &[Row], code: &'static str) -> String {
    let texts = || guess.columns.iter().map(|column| column.header.clone()).chain(guess.title_texts(rows));
    let chinese = texts().any(|text| text.chars().any(is_han));
    let kana = texts().any(|text| text.chars().any(|letter| ('\u{3040}'..='\u{30ff}').contains(&letter)));
    let fractions = guess.columns.iter().any(|column| column.profile.money > 0 && column.profile.whole < column.profile.numbers);
    settled(code, chinese, kana, fractions).to_owned()
}

/// Several currencies: the user says which rows are taken.
fn several(guess: &TableGuess, counts: &BTreeMap<String, u32>, column: u32) -> CurrencyGuess {
    let mut currencies: Vec<(String, u32)> = counts.iter().map(|(code, count)| (code.clone(), *count)).collect();
    order::sort_by(&mut currencies, |left, right| right.1.cmp(&left.1).then_with(|| left.0.cmp(&right.0)));
    if let Some(code) = &guess.choices.currency {
        return CurrencyGuess { code: code.clone(), several: true, question: None };
    }
    let header = guess.columns.get(column as usize).map(|column| column.header.clone()).unwrap_or_default();
    let code = currencies.first().map(|(code, _)| code.clone()).unwrap_or_default();
    CurrencyGuess { code, several: true, question: Some(Question::Currencies { column, header, currencies }) }
}
