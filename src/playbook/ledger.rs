//! The ledger of an EIV customer: what it costs against what it brings, and the verdict (METHODS 1, S).

use serde::{Deserialize, Serialize};

use crate::units::Sum;

/// One line of the ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum LedgerFigure {
    Supply,
    Time,
    Marketing,
    PresentBenefit,
    FutureBenefit,
    Visibility,
    KeepingRivalsOut,
}

impl LedgerFigure {
    pub const ALL: [Self; 7] =
        [Self::Supply, Self::Time, Self::Marketing, Self::PresentBenefit, Self::FutureBenefit, Self::Visibility, Self::KeepingRivalsOut];

    #[must_use]
    pub fn is_cost(self) -> bool {
        matches!(self, Self::Supply | Self::Time | Self::Marketing)
    }

    /// As in handles.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Supply => "supply",
            Self::Time => "time",
            Self::Marketing => "marketing",
            Self::PresentBenefit => "present",
            Self::FutureBenefit => "future",
            Self::Visibility => "visibility",
            Self::KeepingRivalsOut => "rivals",
        }
    }
}

/// What was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum VerdictKind {
    TurnAroundAndDevelop,
    LetGo,
}

impl VerdictKind {
    pub const ALL: [Self; 2] = [Self::TurnAroundAndDevelop, Self::LetGo];

    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::TurnAroundAndDevelop => "turn-around",
            Self::LetGo => "let-go",
        }
    }

    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// A verdict with its reason and author.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Verdict {
    pub kind: VerdictKind,
    pub reason: String,
    pub author: String,
    /// Milliseconds since 1970.
    pub at: f64,
}

/// Costs and benefits a year, in the currency of the data; `None`: not put down yet.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Ledger {
    pub supply: Option<f64>,
    pub time: Option<f64>,
    pub marketing: Option<f64>,
    pub present_benefit: Option<f64>,
    pub future_benefit: Option<f64>,
    pub visibility: Option<f64>,
    pub keeping_rivals_out: Option<f64>,
    /// `None`: not judged yet.
    pub hard_to_turn: Option<bool>,
    pub verdict: Option<Verdict>,
}

/// What the figures speak for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Suggestion {
    /// Nothing is put down on one of the sides.
    TooLittle,
    /// Benefit above cost.
    TurnAroundAndDevelop,
    /// Cost above benefit, and hard to turn.
    LetGo,
    /// Cost above benefit, and it is not said whether the customer can be turned.
    SayWhetherHardToTurn,
    /// Cost above benefit, but the customer can be turned: the handbook leaves this one to people.
    TryToTurn,
    /// Cost and benefit are the same.
    Balanced,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct LedgerFigures {
    pub cost: f64,
    pub benefit: f64,
    /// Benefit − cost.
    pub balance: f64,
    /// Of the seven lines.
    pub filled: u32,
    pub suggestion: Suggestion,
}

impl Ledger {
    #[must_use]
    pub fn get(&self, figure: LedgerFigure) -> Option<f64> {
        match figure {
            LedgerFigure::Supply => self.supply,
            LedgerFigure::Time => self.time,
            LedgerFigure::Marketing => self.marketing,
            LedgerFigure::PresentBenefit => self.present_benefit,
            LedgerFigure::FutureBenefit => self.future_benefit,
            LedgerFigure::Visibility => self.visibility,
            LedgerFigure::KeepingRivalsOut => self.keeping_rivals_out,
        }
    }

    pub fn set(&mut self, figure: LedgerFigure, value: Option<f64>) {
        match figure {
            LedgerFigure::Supply => self.supply = value,
            LedgerFigure::Time => self.time = value,
            LedgerFigure::Marketing => self.marketing = value,
            LedgerFigure::PresentBenefit => self.present_benefit = value,
            LedgerFigure::FutureBenefit => self.future_benefit = value,
            LedgerFigure::Visibility => self.visibility = value,
            LedgerFigure::KeepingRivalsOut => self.keeping_rivals_out = value,
        }
    }

    /// ```
    /// use fourfold::playbook::{Ledger, Suggestion};
    /// let ledger = Ledger { supply: Some(300.0), time: Some(200.0), present_benefit: Some(400.0), visibility: Some(250.0), ..Ledger::default() };
    /// let found = ledger.figures();
    /// assert_eq!((found.cost, found.benefit, found.balance), (500.0, 650.0, 150.0));
    /// assert_eq!(found.suggestion, Suggestion::TurnAroundAndDevelop);
    /// ```
    #[must_use]
    pub fn figures(&self) -> LedgerFigures {
        let side =
            |is_cost: bool| LedgerFigure::ALL.into_iter().filter(move |figure| figure.is_cost() == is_cost).map(|figure| self.get(figure));
        let (cost, benefit) = (side(true).flatten().collect::<Sum>().value(), side(false).flatten().collect::<Sum>().value());
        let filled = |is_cost: bool| side(is_cost).flatten().count() as u32;
        let (costs, benefits) = (filled(true), filled(false));
        let balance = benefit - cost;
        let suggestion = if costs == 0 || benefits == 0 {
            Suggestion::TooLittle
        } else if balance > 0.0 {
            Suggestion::TurnAroundAndDevelop
        } else if balance < 0.0 {
            match self.hard_to_turn {
                Some(true) => Suggestion::LetGo,
                Some(false) => Suggestion::TryToTurn,
                None => Suggestion::SayWhetherHardToTurn,
            }
        } else {
            Suggestion::Balanced
        };
        LedgerFigures { cost, benefit, balance, filled: costs + benefits, suggestion }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_handbooks_rule_gives_the_suggestion() {
        let of = |cost: f64, benefit: f64, hard_to_turn| {
            Ledger { time: Some(cost), future_benefit: Some(benefit), hard_to_turn, ..Ledger::default() }.figures().suggestion
        };
        assert_eq!(of(10.0, 11.0, Some(true)), Suggestion::TurnAroundAndDevelop);
        assert_eq!(of(11.0, 10.0, Some(true)), Suggestion::LetGo);
        assert_eq!(of(11.0, 10.0, Some(false)), Suggestion::TryToTurn);
        assert_eq!(of(11.0, 10.0, None), Suggestion::SayWhetherHardToTurn);
        assert_eq!(of(10.0, 10.0, None), Suggestion::Balanced);
        assert_eq!(Ledger { time: Some(4.0), ..Ledger::default() }.figures().suggestion, Suggestion::TooLittle);
    }

    #[test]
    fn every_line_is_kept_where_it_belongs() {
        let mut ledger = Ledger::default();
        for (value, figure) in (1_u32..).zip(LedgerFigure::ALL) {
            ledger.set(figure, Some(f64::from(value)));
        }
        for (value, figure) in (1_u32..).zip(LedgerFigure::ALL) {
            assert_eq!(ledger.get(figure), Some(f64::from(value)));
        }
        assert_eq!((ledger.figures().cost, ledger.figures().benefit, ledger.figures().filled), (6.0, 22.0, 7));
    }
}
