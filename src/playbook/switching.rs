//! What changing the supplier would cost the customer, against what a rival offers (METHODS 1, S; lines and rule X).

use serde::{Deserialize, Serialize};

use crate::units::Sum;

/// When a cost falls due.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum LineKind {
    /// Once, when they change.
    #[default]
    OneOff,
    /// Every year after it.
    Yearly,
}

/// One cost of changing, in the currency of the data.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CostLine {
    pub name: String,
    pub amount: f64,
    pub kind: LineKind,
}

/// The lines, the years looked at, and what the rival offers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SwitchingCost {
    pub lines: Vec<CostLine>,
    /// More than 0.
    pub years: f64,
    /// What the rival's price would save the customer in a year.
    pub rival_saves_per_year: Option<f64>,
}

impl Default for SwitchingCost {
    fn default() -> Self {
        Self { lines: Vec::new(), years: 3.0, rival_saves_per_year: None }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SwitchingFigures {
    pub one_off: f64,
    pub yearly: f64,
    /// One-off and running costs over the years.
    pub total: f64,
    /// `None` where no years are looked at.
    pub per_year: Option<f64>,
    /// The rival's saving over the years less the total; positive: changing pays. `None` without a saving.
    pub advantage: Option<f64>,
    /// Years until the saving has paid the one-off costs; `None` without a saving, or where it never does.
    pub payback_years: Option<f64>,
    /// There is a saving, and running costs eat it up.
    pub never_pays: bool,
}

impl SwitchingCost {
    /// ```
    /// use fourfold::playbook::{CostLine, LineKind, SwitchingCost};
    /// let line = |amount, kind| CostLine { name: String::new(), amount, kind };
    /// let lines = vec![line(30_000.0, LineKind::OneOff), line(6_000.0, LineKind::OneOff), line(2_000.0, LineKind::Yearly)];
    /// let found = SwitchingCost { lines, years: 3.0, rival_saves_per_year: Some(14_000.0) }.figures();
    /// assert_eq!((found.one_off, found.yearly, found.total, found.per_year), (36_000.0, 2_000.0, 42_000.0, Some(14_000.0)));
    /// // 36,000 one-off, 14,000 − 2,000 saved a year: three years.
    /// assert_eq!((found.payback_years, found.advantage), (Some(3.0), Some(0.0)));
    /// ```
    #[must_use]
    pub fn figures(&self) -> SwitchingFigures {
        let of = |kind: LineKind| self.lines.iter().filter(|line| line.kind == kind).map(|line| line.amount).collect::<Sum>().value();
        let (one_off, yearly) = (of(LineKind::OneOff), of(LineKind::Yearly));
        let total = one_off + yearly * self.years;
        let net = self.rival_saves_per_year.map(|saving| saving - yearly);
        SwitchingFigures {
            one_off,
            yearly,
            total,
            per_year: (self.years > 0.0).then(|| total / self.years),
            advantage: self.rival_saves_per_year.map(|saving| saving * self.years - total),
            payback_years: net.filter(|net| *net > 0.0).map(|net| one_off / net),
            never_pays: net.is_some_and(|net| net <= 0.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_saving_that_running_costs_eat_up_never_pays() {
        let lines = vec![CostLine { name: "training".to_owned(), amount: 500.0, kind: LineKind::Yearly }];
        let found = SwitchingCost { lines, years: 2.0, rival_saves_per_year: Some(500.0) }.figures();
        assert_eq!((found.payback_years, found.never_pays, found.advantage), (None, true, Some(0.0)));
        let nothing = SwitchingCost::default().figures();
        assert_eq!((nothing.total, nothing.payback_years, nothing.never_pays), (0.0, None, false));
    }
}
