//! Whether a column of dates puts day or month first, told from its values alone; open where they do not tell.

use super::date::{DateReading, ThreeNumbers};
use crate::calendar::Day;
use crate::import::DateOrder;

/// What the texts of one column say about the order of their dates.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OrderTally {
    /// Values that only this order can read.
    day_first: u32,
    month_first: u32,
    /// Values that day first and month first read as different days.
    open: u32,
    /// Values in three numbers, and those of them that can be year first.
    numbers: u32,
    year_first: u32,
    /// First and third numbers met, as bits, where both may be a year.
    firsts: u128,
    thirds: u128,
    /// Values whose order is plain.
    plain: u32,
    example: Option<(String, ThreeNumbers)>,
}

/// The outcome for one column.
#[derive(Clone, Debug, PartialEq)]
pub enum OrderDecision {
    /// No value depends on the order.
    Needless,
    /// `agree` of `of` dates can be read by it.
    Proved { order: DateOrder, agree: u32, of: u32 },
    /// The values allow more than one order: the example read day first and month first.
    Open { example: String, day_first: Day, month_first: Day },
}

impl OrderTally {
    /// Takes one date into account, as it was read from its text.
    pub fn add(&mut self, text: &str, reading: DateReading) {
        match reading {
            DateReading::Day(_) | DateReading::Month(_) => self.plain += 1,
            DateReading::Numbers(numbers) => self.add_numbers(text, numbers),
        }
    }

    fn add_numbers(&mut self, text: &str, numbers: ThreeNumbers) {
        self.numbers += 1;
        if !numbers.full_year && numbers.day(DateOrder::YearFirst).is_some() {
            self.year_first += 1;
            self.firsts |= 1 << numbers.first.min(127);
            self.thirds |= 1 << numbers.third.min(127);
        }
        match (numbers.day(DateOrder::DayFirst), numbers.day(DateOrder::MonthFirst)) {
            (Some(_), None) => self.day_first += 1,
            (None, Some(_)) => self.month_first += 1,
            (Some(day_first), Some(month_first)) if day_first != month_first => {
                self.open += 1;
                if self.example.is_none() {
                    self.example = Some((text.trim().to_owned(), numbers));
                }
            }
            _ => {}
        }
    }

    /// Takes in what another column of the same table says.
    pub fn merge(&mut self, other: &Self) {
        self.day_first += other.day_first;
        self.month_first += other.month_first;
        self.open += other.open;
        self.numbers += other.numbers;
        self.year_first += other.year_first;
        self.firsts |= other.firsts;
        self.thirds |= other.thirds;
        self.plain += other.plain;
        if self.example.is_none() {
            self.example.clone_from(&other.example);
        }
    }

    /// Whether more values could still settle the outcome.
    #[must_use]
    pub fn is_open(&self) -> bool {
        match self.decide() {
            OrderDecision::Open { .. } => true,
            OrderDecision::Needless => self.numbers > 0,
            OrderDecision::Proved { .. } => false,
        }
    }

    /// Proof on one side decides. Proof on both sides decides only where no value is left that can be read both ways: each such
    /// value would be a guess. Two-digit years may also stand first: where the first numbers vary far less than the third,
    /// they are years.
    #[must_use]
    pub fn decide(&self) -> OrderDecision {
        let proved = |order, agree| OrderDecision::Proved { order, agree: self.plain + agree, of: self.plain + self.numbers };
        if self.numbers == 0 {
            return OrderDecision::Needless;
        }
        if self.numbers == self.year_first && self.years_come_first() {
            return proved(DateOrder::YearFirst, self.year_first);
        }
        match (self.day_first, self.month_first) {
            (1.., 0) => proved(DateOrder::DayFirst, self.numbers),
            (0, 1..) => proved(DateOrder::MonthFirst, self.numbers),
            (0, 0) if self.open == 0 => OrderDecision::Needless,
            (days, months) if self.open == 0 && days >= months => proved(DateOrder::DayFirst, self.numbers - months),
            (days, _) if self.open == 0 => proved(DateOrder::MonthFirst, self.numbers - days),
            _ => self.open_question(),
        }
    }

    fn years_come_first(&self) -> bool {
        let (firsts, thirds) = (self.firsts.count_ones(), self.thirds.count_ones());
        (thirds >= 4 && firsts * 3 <= thirds) || self.day_first + self.month_first + self.open == 0
    }

    fn open_question(&self) -> OrderDecision {
        let Some((text, numbers)) = &self.example else { return OrderDecision::Needless };
        match (numbers.day(DateOrder::DayFirst), numbers.day(DateOrder::MonthFirst)) {
            (Some(day_first), Some(month_first)) => OrderDecision::Open { example: text.clone(), day_first, month_first },
            _ => OrderDecision::Needless,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::values::date::read_date;

    fn decide(texts: &[&str]) -> OrderDecision {
        let mut tally = OrderTally::default();
        texts.iter().filter_map(|text| Some((text, read_date(text)?))).for_each(|(text, reading)| tally.add(text, reading));
        tally.decide()
    }

    fn order(texts: &[&str]) -> Option<DateOrder> {
        match decide(texts) {
            OrderDecision::Proved { order, .. } => Some(order),
            _ => None,
        }
    }

    #[test]
    fn a_day_above_twelve_proves_the_order() {
        assert_eq!(order(&["02/12/1996", "25/11/1996"]), Some(DateOrder::DayFirst));
        assert_eq!(order(&["02/12/1996", "11/25/1996"]), Some(DateOrder::MonthFirst));
        assert_eq!(order(&["02.12.96", "25.11.96"]), Some(DateOrder::DayFirst));
    }

    #[test]
    fn without_proof_it_asks_and_shows_both_readings() {
        let OrderDecision::Open { example, day_first, month_first } = decide(&["05/05/2024", "03/04/2024"]) else { panic!() };
        assert_eq!((example.as_str(), day_first.iso().as_str(), month_first.iso().as_str()), ("03/04/2024", "2024-04-03", "2024-03-04"));
        assert!(matches!(decide(&["03.04.2024"]), OrderDecision::Open { .. }));
        assert!(matches!(decide(&["03/04/24", "05/06/24"]), OrderDecision::Open { .. }));
    }

    #[test]
    fn contradictory_proof_asks_where_a_value_is_open_and_never_otherwise() {
        assert!(matches!(decide(&["25/03/2024", "03/25/2024", "03/04/2024"]), OrderDecision::Open { .. }));
        assert_eq!(
            decide(&["25/03/2024", "26/03/2024", "03/25/2024"]),
            OrderDecision::Proved { order: DateOrder::DayFirst, agree: 2, of: 3 }
        );
    }

    #[test]
    fn the_order_of_plain_dates_is_no_question() {
        assert_eq!(decide(&["2024-03-04", "2024年3月5日", "5-Mar-24"]), OrderDecision::Needless);
        assert_eq!(decide(&["05/05/2024"]), OrderDecision::Needless);
        assert_eq!(decide(&["x"]), OrderDecision::Needless);
    }

    #[test]
    fn two_digit_years_in_front_are_seen_by_their_sameness() {
        assert_eq!(order(&["24-03-05", "24-03-15", "24-04-07", "24-05-28", "24-06-01"]), Some(DateOrder::YearFirst));
        assert_eq!(order(&["98-03-05", "99-13-05"]), Some(DateOrder::YearFirst));
    }
}
