//! The sentence above a customer's period bars.

use crate::calendar::Grain;
use crate::engine::{CardView, PeriodState};
use crate::ui::i18n::{Language, Texts};

/// `Four months with orders, eight without`.
#[must_use]
pub fn bars_title(texts: Texts, card: &CardView) -> String {
    let silent = card.counted.saturating_sub(card.active);
    let (with, without) = (number_word(texts, card.active), number_word(texts, silent));
    let title = match (card.counted, card.active, silent, card.grain) {
        (0, ..) => texts.card_bars_none().to_owned(),
        (_, _, 0, Grain::Month) => texts.card_bars_every_month(with),
        (_, _, 0, Grain::Quarter) => texts.card_bars_every_quarter(with),
        (_, 1, _, Grain::Month) => texts.card_bars_one_month(without),
        (_, 1, _, Grain::Quarter) => texts.card_bars_one_quarter(without),
        (_, _, _, Grain::Month) => texts.card_bars_months(with, without),
        (_, _, _, Grain::Quarter) => texts.card_bars_quarters(with, without),
    };
    capitalised(&title)
}

/// Which periods are left out of stability, and what was returned; empty where there is nothing to say.
#[must_use]
pub fn bars_notes(texts: Texts, card: &CardView, currency: &str) -> Vec<String> {
    let left_out: Vec<_> = card.bars.iter().filter(|bar| bar.state == PeriodState::LeftOut).map(|bar| bar.period).collect();
    let returns: f64 = card.bars.iter().map(|bar| bar.returns).sum();
    let mut notes = Vec::new();
    if !left_out.is_empty() {
        notes.push(texts.card_bars_left_out(texts.periods(card.grain, &left_out)));
    }
    if returns < 0.0 {
        notes.push(texts.card_bars_returns(texts.money(-returns, currency)));
    }
    notes
}

/// Small numbers as words in English, as figures in Chinese.
fn number_word(texts: Texts, number: u32) -> String {
    let word = match number {
        1 => texts.number_one(),
        2 => texts.number_two(),
        3 => texts.number_three(),
        4 => texts.number_four(),
        5 => texts.number_five(),
        6 => texts.number_six(),
        7 => texts.number_seven(),
        8 => texts.number_eight(),
        9 => texts.number_nine(),
        10 => texts.number_ten(),
        11 => texts.number_eleven(),
        12 => texts.number_twelve(),
        _ => return texts.count(number),
    };
    word.to_owned()
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A bar's figures for the table and the tooltip.
#[must_use]
pub fn period_state(texts: Texts, state: PeriodState) -> &'static str {
    match state {
        PeriodState::Counted => texts.card_bars_counted(),
        PeriodState::BeforeFirstPurchase => texts.card_bars_before(),
        PeriodState::LeftOut => texts.card_bars_out(),
    }
}

/// A period below its bar: `Dec 10`, `Mar`; `2010.12`, `3月`; the year only where asked for.
#[must_use]
pub fn short_period(texts: Texts, grain: Grain, period: i32, with_year: bool) -> String {
    let first = grain.first_day(period);
    let (year, month, _) = first.ymd();
    let month_name = || texts.month(first).split(' ').next().unwrap_or_default().to_owned();
    match (grain, texts.0, with_year) {
        (Grain::Month, Language::Chinese, true) => format!("{year}.{month}"),
        (Grain::Month, Language::Chinese, false) => format!("{month}月"),
        (Grain::Month, Language::English, true) => format!("{} {:02}", month_name(), year.rem_euclid(100)),
        (Grain::Month, Language::English, false) => month_name(),
        (Grain::Quarter, _, true) => format!("{year} Q{}", period.rem_euclid(4) + 1),
        (Grain::Quarter, _, false) => format!("Q{}", period.rem_euclid(4) + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::{CHINESE, ENGLISH, card};
    use super::*;

    #[test]
    fn the_title_counts_periods() {
        let mut card = card();
        assert_eq!(bars_title(ENGLISH, &card), "Four months with orders, eight without");
        assert_eq!(bars_title(CHINESE, &card), "4 个月有订单，8 个月没有");
        (card.counted, card.active) = (13, 13);
        assert_eq!(bars_title(ENGLISH, &card), "Orders in each of 13 months");
        (card.counted, card.active, card.grain) = (4, 1, Grain::Quarter);
        assert_eq!(bars_title(ENGLISH, &card), "One quarter with orders, three without");
        card.counted = 0;
        assert_eq!(bars_title(ENGLISH, &card), "No complete period is counted");
    }

    #[test]
    fn left_out_periods_and_returns_are_said() {
        let notes = bars_notes(ENGLISH, &card(), "GBP");
        assert_eq!(short_period(ENGLISH, Grain::Month, 2010 * 12 + 11, true), "Dec 10");
        assert_eq!(short_period(CHINESE, Grain::Month, 2011 * 12 + 2, false), "3月");
        assert_eq!(short_period(ENGLISH, Grain::Quarter, 2011 * 4 + 3, true), "2011 Q4");
        assert_eq!(
            notes,
            ["Dec 2011: covered only in part; left out of stability, kept in contribution.", "Returns of £120 are drawn below the line."]
        );
    }
}
