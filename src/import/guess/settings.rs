//! From a table's guess to a plan: dates, decimal marks, units, currency, discount, statuses; with a question for whatever
//! the file cannot tell.

use std::collections::{BTreeMap, BTreeSet};

use super::currency::{CurrencyGuess, guess_currency};
use super::discount::{DiscountGuess, guess_discount};
use super::scale::named_in;
use super::table::TableGuess;
use crate::calendar::Day;
use crate::import::values::cell_text::own_text;
use crate::import::values::date_order::{OrderDecision, OrderTally};
use crate::import::values::decimal_mark::MarkDecision;
use crate::import::values::number::{NumberText, means_nothing};
use crate::import::words::is_cancelled;
use crate::import::{AmountScale, DateOrder, DecimalMark, DiscountKind, Evidence, ImportKind, Question, Role, Row};
use crate::order;

/// What is known of the file around the table.
#[derive(Clone, Copy, Debug)]
pub struct Surroundings<'a> {
    /// 0 for workbooks.
    pub delimiter: u8,
    /// A year found in sheet or file name.
    pub year: Option<i32>,
    pub today: Option<i32>,
    /// Dates of the date column beyond the sample, where the sample left their order open.
    pub more_dates: Option<&'a OrderTally>,
}

/// All settings of one table, provisional where a question is open.
#[derive(Clone, Debug)]
pub struct Settings {
    pub date_order: Option<DateOrder>,
    pub decimal: Option<DecimalMark>,
    pub decimal_evidence: Evidence,
    pub column_decimals: BTreeMap<u32, DecimalMark>,
    pub periods: BTreeMap<u32, i32>,
    pub scale: Option<(String, AmountScale)>,
    pub scaled_columns: BTreeSet<u32>,
    pub discount: Option<DiscountKind>,
    pub currency: CurrencyGuess,
    /// Value, rows, whether it is left out.
    pub statuses: Vec<(String, u32, bool)>,
    pub questions: Vec<Question>,
}

impl Settings {
    #[must_use]
    pub fn of(guess: &TableGuess, rows: &[Row], around: Surroundings<'_>) -> Self {
        let mut questions = missing_roles(guess);
        let date_order = date_order(guess, around, &mut questions);
        let marks = decimal_marks(guess, around, &mut questions);
        let periods = periods(guess, rows, around, &mut questions);
        let (scale, scaled_columns) = scale(guess, rows);
        let currency = guess_currency(guess, rows);
        questions.extend(currency.question.clone());
        let discount = discount(guess, rows, &mut questions);
        stability_direction(guess, &mut questions);
        Self {
            date_order,
            decimal: marks.mark,
            decimal_evidence: marks.evidence,
            column_decimals: marks.by_column,
            periods,
            scale,
            scaled_columns,
            discount,
            currency,
            statuses: statuses(guess, rows),
            questions,
        }
    }
}

fn missing_roles(guess: &TableGuess) -> Vec<Question> {
    let has = |role| guess.roles.contains_key(&role);
    let amount = has(Role::Amount) || (has(Role::Quantity) && has(Role::UnitPrice));
    let needed = match guess.kind {
        ImportKind::Purchases => vec![(Role::Customer, has(Role::Customer)), (Role::Date, has(Role::Date)), (Role::Amount, amount)],
        ImportKind::PurchasesWide => vec![(Role::Customer, has(Role::Customer)), (Role::Amount, !guess.wide.periods.is_empty())],
        ImportKind::Customers => vec![(Role::Customer, has(Role::Customer))],
        ImportKind::Potential => vec![(Role::Customer, has(Role::Customer)), (Role::Potential, has(Role::Potential))],
        ImportKind::Prospects => vec![(Role::Customer, has(Role::Customer))],
        ImportKind::Contacts => vec![(Role::Customer, has(Role::Customer)), (Role::Date, has(Role::Date))],
        ImportKind::FunnelEntries => vec![(Role::Level, has(Role::Level) || has(Role::Outcome))],
        ImportKind::LevelHistory => {
            let key = has(Role::Order) || has(Role::Customer);
            vec![(Role::Customer, key), (Role::Level, has(Role::Level)), (Role::Date, has(Role::Date))]
        }
    };
    needed.into_iter().filter(|(_, there)| !there).map(|(role, _)| Question::MissingRole { role }).collect()
}

/// The order of day and month: chosen, proved, needless, or asked. Never guessed.
fn date_order(guess: &TableGuess, around: Surroundings<'_>, questions: &mut Vec<Question>) -> Option<DateOrder> {
    if guess.choices.date_order.is_some() {
        return guess.choices.date_order;
    }
    let (columns, tally) = guess.dates();
    let own_example = |index: &&u32| guess.columns.get(**index as usize).is_some_and(|column| column.profile.orders.is_open());
    let index = *columns.iter().find(own_example).or(columns.first())?;
    let column = guess.columns.get(index as usize)?;
    match around.more_dates.unwrap_or(&tally).decide() {
        OrderDecision::Proved { order, .. } => Some(order),
        OrderDecision::Needless => Some(DateOrder::YearFirst),
        OrderDecision::Open { example, day_first, month_first } => {
            let (Day(day_first), Day(month_first)) = (day_first, month_first);
            questions.push(Question::DateOrder { column: index, header: column.header.clone(), example, day_first, month_first });
            None
        }
    }
}

struct Marks {
    mark: Option<DecimalMark>,
    evidence: Evidence,
    by_column: BTreeMap<u32, DecimalMark>,
}

/// The decimal mark: each column by its own proof, columns without proof like the others, and a question where nothing proves any.
fn decimal_marks(guess: &TableGuess, around: Surroundings<'_>, questions: &mut Vec<Question>) -> Marks {
    if let Some(mark) = guess.choices.decimal {
        return Marks { mark: Some(mark), evidence: Evidence::Chosen, by_column: BTreeMap::new() };
    }
    let columns = number_columns(guess);
    let decided: Vec<(u32, MarkDecision)> =
        columns.iter().map(|&column| (column, guess.columns[column as usize].profile.marks.decide())).collect();
    let proofs = decided.iter().filter_map(|(column, decision)| match decision {
        MarkDecision::Proved { mark, agree, of } => Some((*column, *mark, *agree, *of)),
        _ => None,
    });
    let by_column: BTreeMap<u32, DecimalMark> = proofs.clone().map(|(column, mark, ..)| (column, mark)).collect();
    // The amount's own proof stands first in the list of columns.
    if let Some((_, mark, agree, of)) = proofs.clone().next() {
        let others = by_column.into_iter().filter(|(_, other)| *other != mark).collect();
        return Marks { mark: Some(mark), evidence: Evidence::ValuesAgree { agree, of }, by_column: others };
    }
    let open = decided.iter().find(|(_, decision)| *decision == MarkDecision::Open).map(|(column, _)| *column);
    let values = columns.iter().map(|&column| guess.columns[column as usize].profile.numbers).sum();
    let agreed = Evidence::ValuesAgree { agree: values, of: values };
    let Some(column) = open.filter(|&column| !commas_only_group(guess, column, around)) else {
        return Marks { mark: Some(DecimalMark::Point), evidence: agreed, by_column };
    };
    questions.extend(decimal_question(guess, column));
    Marks { mark: None, evidence: agreed, by_column }
}

/// In a comma-separated file and in Chinese text a comma never is a decimal mark.
fn commas_only_group(guess: &TableGuess, column: u32, around: Surroundings<'_>) -> bool {
    let chinese = guess.columns.iter().any(|column| column.header.chars().any(is_han));
    guess.columns[column as usize].profile.marks.only_open_commas() && (around.delimiter == b',' || chinese)
}

fn decimal_question(guess: &TableGuess, column: u32) -> Option<Question> {
    let source = guess.columns.get(column as usize)?;
    let example = source.profile.marks.example.clone()?;
    let parts = NumberText::scan(&example)?;
    let (point, comma) = (parts.value(DecimalMark::Point)?, parts.value(DecimalMark::Comma)?);
    Some(Question::DecimalMark { column, header: source.header.clone(), example, point, comma })
}

/// Columns read as numbers, the most important first.
fn number_columns(guess: &TableGuess) -> Vec<u32> {
    let roles = [
        Role::Amount,
        Role::UnitPrice,
        Role::Contribution,
        Role::Quantity,
        Role::Cost,
        Role::Margin,
        Role::Potential,
        Role::Expected,
        Role::Intent,
        Role::Stability,
        Role::Discount,
    ];
    let mapped = roles.iter().filter_map(|role| guess.roles.get(role)).copied();
    mapped.chain(guess.wide.periods.keys().copied()).filter(|&column| (column as usize) < guess.columns.len()).collect()
}

#[must_use]
pub fn is_han(letter: char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(&letter)
}

/// First days of the periods; where no header names a year, the user does.
fn periods(guess: &TableGuess, rows: &[Row], around: Surroundings<'_>, questions: &mut Vec<Question>) -> BTreeMap<u32, i32> {
    let titled = || guess.title_texts(rows).find_map(|text| crate::import::values::period::year_in(&text));
    let year_of_today = || around.today.map(|today| Day(today).ymd().0);
    let needs_year = guess.wide.periods.values().any(|period| period.year.is_none());
    let suggestion = titled().or(around.year).or_else(year_of_today).filter(|_| needs_year);
    if needs_year && guess.choices.year.is_none() {
        questions.push(Question::Year { suggestion });
    }
    let year = guess.choices.year.or(suggestion);
    guess.wide.periods.iter().filter_map(|(&column, period)| Some((column, period.first_day(year)?.0))).collect()
}

/// The unit of thousands or more that a header or title names, and the columns it is about.
fn scale(guess: &TableGuess, rows: &[Row]) -> (Option<(String, AmountScale)>, BTreeSet<u32>) {
    let money: Vec<u32> = [Role::Amount, Role::UnitPrice, Role::Cost, Role::Contribution, Role::Margin, Role::Potential, Role::Expected]
        .iter()
        .filter(|role| **role != Role::UnitPrice || !guess.roles.contains_key(&Role::Amount))
        .filter_map(|role| guess.roles.get(role))
        .chain(guess.wide.periods.keys())
        .copied()
        .collect();
    let applied = guess.choices.scale_applied.unwrap_or(true);
    let header = |column: u32| guess.columns.get(column as usize).map_or("", |column| column.header.as_str());
    if let Some((text, factor)) = money.iter().find_map(|&column| Some((header(column), named_in(header(column))?))) {
        let same = money.iter().copied().filter(|&column| named_in(header(column)) == Some(factor)).collect();
        return (Some((text.to_owned(), AmountScale { factor, applied })), same);
    }
    match guess.title_texts(rows).find_map(|text| named_in(&text).map(|factor| (text, factor))) {
        Some((text, factor)) => (Some((text, AmountScale { factor, applied })), money.into_iter().collect()),
        None => (None, BTreeSet::new()),
    }
}

fn discount(guess: &TableGuess, rows: &[Row], questions: &mut Vec<Question>) -> Option<DiscountKind> {
    let (index, column) = guess.column(Role::Discount).filter(|_| !guess.roles.contains_key(&Role::Amount))?;
    if guess.choices.discount.is_some() {
        return guess.choices.discount;
    }
    match guess_discount(&column.header, &column.profile) {
        DiscountGuess::Known(kind) => Some(kind),
        DiscountGuess::Ask(options) => {
            let header = column.header.clone();
            let mut texts = rows.iter().skip(guess.header.data()).map(|row| own_text(&row.cell(index as usize)));
            let example = texts.find(|text| !means_nothing(text) && !text.trim_matches(['0', '.', ',']).is_empty()).unwrap_or_default();
            questions.push(Question::Discount { column: index, header, example, options });
            None
        }
    }
}

fn stability_direction(guess: &TableGuess, questions: &mut Vec<Question>) {
    let Some((index, column)) = guess.column(Role::Stability) else { return };
    if guess.choices.stability_direction.is_none() && super::kind::direction_named(&column.header).is_none() {
        questions.push(Question::StabilityDirection { column: index, header: column.header.clone() });
    }
}

/// The statuses of the sample, most frequent first; cancelled ones are left out unless their rows are returns already negative.
fn statuses(guess: &TableGuess, rows: &[Row]) -> Vec<(String, u32, bool)> {
    let Some((index, _)) = guess.column(Role::Status) else { return Vec::new() };
    let amount = guess.roles.get(&Role::Amount).or_else(|| guess.roles.get(&Role::Quantity)).copied();
    let mut counts: BTreeMap<String, (u32, u32)> = BTreeMap::new();
    for row in rows.iter().skip(guess.header.data()).filter(|row| !row.is_blank()) {
        let entry = counts.entry(own_text(&row.cell(index as usize))).or_default();
        entry.0 += 1;
        let written = amount.map(|column| own_text(&row.cell(column as usize))).unwrap_or_default();
        let negative =
            NumberText::scan(&written).and_then(|parts| parts.value(DecimalMark::Point).or_else(|| parts.value(DecimalMark::Comma)));
        entry.1 += u32::from(!means_nothing(&written) && negative.is_some_and(|value| value < 0.0));
    }
    let left_out = |status: &str, (count, negative): (u32, u32)| match &guess.choices.left_out_statuses {
        Some(chosen) => chosen.contains(status),
        None => is_cancelled(status) && 2 * negative <= count,
    };
    let mut statuses: Vec<_> = counts
        .into_iter()
        .map(|(status, counts)| (left_out(&status, counts), status, counts.0))
        .map(|(out, status, count)| (status, count, out))
        .collect();
    order::sort_by(&mut statuses, |left, right| right.1.cmp(&left.1).then_with(|| left.0.cmp(&right.0)));
    statuses
}
