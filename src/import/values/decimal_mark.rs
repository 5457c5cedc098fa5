//! Which of `.` and `,` is the decimal mark of a column, told from its values alone; open where they do not tell.

use super::number::{MarkEvidence, NumberText};
use crate::import::DecimalMark;

/// What the texts of one column say about its decimal mark.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MarkTally {
    point: u32,
    comma: u32,
    /// Values such as `1.234` and `1,234`, by the separator they have.
    open_points: u32,
    open_commas: u32,
    /// Whole numbers without any separator, below and from 1,000.
    plain_small: u32,
    plain_large: u32,
    numbers: u32,
    /// The first value that can be read both ways.
    pub example: Option<String>,
}

/// The outcome for one column.
#[derive(Clone, Debug, PartialEq)]
pub enum MarkDecision {
    /// Values prove it; so many of so many numbers can be read by it.
    Proved { mark: DecimalMark, agree: u32, of: u32 },
    /// Every value reads the same either way.
    Needless,
    /// Every value can be read both ways.
    Open,
}

impl MarkTally {
    /// Takes one number into account.
    pub fn add(&mut self, text: &str, parts: &NumberText) {
        match parts.mark_evidence() {
            MarkEvidence::NotANumber => return,
            MarkEvidence::Point => self.point += 1,
            MarkEvidence::Comma => self.comma += 1,
            MarkEvidence::Open => self.add_open(text),
            MarkEvidence::None if text.contains([' ', '\u{a0}', '\u{202f}', '\'', '’']) => {}
            // The digits of 8万 are few because of the unit.
            MarkEvidence::None if parts.own_unit => {}
            MarkEvidence::None if parts.value(DecimalMark::Point).is_some_and(|value| value.abs() < 1000.0) => self.plain_small += 1,
            MarkEvidence::None => self.plain_large += 1,
        }
        self.numbers += 1;
    }

    fn add_open(&mut self, text: &str) {
        if text.contains(['.', '．']) {
            self.open_points += 1;
        } else {
            self.open_commas += 1;
        }
        if self.example.is_none() {
            self.example = Some(text.trim().to_owned());
        }
    }

    /// Proof by majority; else by the company of plain numbers; else open.
    ///
    /// Where some whole numbers from 1,000 on stand without a separator, it does not group, so it is the decimal mark. Where
    /// all plain numbers are below 1,000 and others are grouped in threes, it groups: a column of thousandths would show
    /// its three digits everywhere.
    #[must_use]
    pub fn decide(&self) -> MarkDecision {
        let proved = |mark, agree| MarkDecision::Proved { mark, agree, of: self.numbers };
        if self.point != self.comma {
            let (mark, against) = if self.point > self.comma { (DecimalMark::Point, self.comma) } else { (DecimalMark::Comma, self.point) };
            return proved(mark, self.numbers - against);
        }
        let open = self.open_points + self.open_commas;
        if open == 0 && self.point == 0 {
            return MarkDecision::Needless;
        }
        if self.point == 0 && self.open_points > 0 && self.open_commas == 0 {
            return match (self.plain_large, self.plain_small) {
                (1.., _) => proved(DecimalMark::Point, self.numbers),
                (0, 1..) => proved(DecimalMark::Comma, self.numbers),
                (0, 0) => MarkDecision::Open,
            };
        }
        if self.point == 0 && self.open_commas > 0 && self.open_points == 0 {
            return match (self.plain_large, self.plain_small) {
                (1.., _) => proved(DecimalMark::Comma, self.numbers),
                (0, 1..) => proved(DecimalMark::Point, self.numbers),
                (0, 0) => MarkDecision::Open,
            };
        }
        MarkDecision::Open
    }

    /// Whether the open values have commas only; in a comma-separated or Chinese file those can only group.
    #[must_use]
    pub fn only_open_commas(&self) -> bool {
        self.open_commas > 0 && self.open_points == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decide(texts: &[&str]) -> MarkDecision {
        let mut tally = MarkTally::default();
        texts.iter().filter_map(|text| Some((text, NumberText::scan(text)?))).for_each(|(text, parts)| tally.add(text, &parts));
        tally.decide()
    }

    #[test]
    fn one_proof_decides_the_column() {
        assert_eq!(decide(&["1.234", "12,5"]), MarkDecision::Proved { mark: DecimalMark::Comma, agree: 2, of: 2 });
        assert_eq!(decide(&["1,234", "12.5", "x"]), MarkDecision::Proved { mark: DecimalMark::Point, agree: 2, of: 2 });
        assert_eq!(decide(&["12,5", "1,5", "1.5"]), MarkDecision::Proved { mark: DecimalMark::Comma, agree: 2, of: 3 });
    }

    #[test]
    fn plain_numbers_tell_grouping_from_thousandths() {
        assert_eq!(decide(&["1.234", "567"]), MarkDecision::Proved { mark: DecimalMark::Comma, agree: 2, of: 2 });
        assert_eq!(decide(&["1.234", "5670"]), MarkDecision::Proved { mark: DecimalMark::Point, agree: 2, of: 2 });
        assert_eq!(decide(&["12,000", "850"]), MarkDecision::Proved { mark: DecimalMark::Point, agree: 2, of: 2 });
    }

    #[test]
    fn values_without_proof_stay_open() {
        assert_eq!(decide(&["1.234", "2.345"]), MarkDecision::Open);
        assert_eq!(decide(&["1,234", "2,345"]), MarkDecision::Open);
        assert_eq!(decide(&["1234", "7"]), MarkDecision::Needless);
        assert_eq!(decide(&["1,5", "1.5"]), MarkDecision::Open);
        assert_eq!(decide(&["12,000", "8万"]), MarkDecision::Open);
    }
}
