//! Wide form: one customer a row, one column a month or quarter.

use super::{Blame, Layout, Progression, Taken, Verdict};
use crate::import::words::TotalWord;
use crate::import::{IssueKind, Row};
use crate::units::nearly_equal;

impl Layout {
    pub(super) fn judge_wide(&self, row: &Row, before: &mut Progression, taken: &mut Taken) -> Result<Verdict, Blame> {
        let label = self.total_label(row);
        if label == Some(TotalWord::Certain) || (label.is_some() && self.sums_up(row, before)) {
            before.since_total.clear();
            return Ok(Verdict::LeftOut(IssueKind::TotalRow));
        }
        if self.is_note_row(row, before) {
            return Ok(Verdict::LeftOut(IssueKind::NoteRow));
        }
        if self.is_left_out_status(row, taken) {
            return Ok(Verdict::LeftOut(IssueKind::StatusLeftOut));
        }
        self.check_errors(row)?;
        let named = self.take_customer(row, before, taken);
        if taken.walk_in && self.is_unlabelled(row) && self.sums_up(row, before) {
            before.since_total.clear();
            return Ok(Verdict::LeftOut(IssueKind::TotalRow));
        }
        if !named {
            return Ok(Verdict::LeftOut(IssueKind::WalkInLeftOut));
        }
        self.take_periods(row, before, taken)?;
        taken.purchase.cost = None;
        self.take_texts(row, taken);
        Ok(Verdict::Used)
    }

    /// One amount a filled period. A zero is what reports write where nothing was bought, so it is no purchase either.
    fn take_periods(&self, row: &Row, before: &mut Progression, taken: &mut Taken) -> Result<(), Blame> {
        taken.amounts.clear();
        for &(column, day) in &self.periods {
            let Some(number) = self.number(row, column)? else { continue };
            self.check_mark(column, number.currency)?;
            if number.value != 0.0 {
                taken.amounts.push((day, number.value));
            }
        }
        before.since_total.resize(self.periods.len(), 0.0);
        before.since_start.resize(self.periods.len(), 0.0);
        for (place, &(column, _)) in self.periods.iter().enumerate() {
            let value = self.number(row, column)?.map_or(0.0, |number| number.value);
            before.since_total[place] += value;
            before.since_start[place] += value;
        }
        Ok(())
    }

    fn check_mark(&self, column: usize, marked: Option<&'static str>) -> Result<(), Blame> {
        let fits = match marked {
            Some(code) => crate::import::values::currency::same(code, &self.plan.currency),
            None => !self.plan.several_currencies || self.plan.currency.is_empty(),
        };
        if fits { Ok(()) } else { Err(Blame::at(column, IssueKind::OtherCurrency)) }
    }

    /// Whether the row's periods are the sums of the rows above, since the last total or from the start.
    fn sums_up(&self, row: &Row, before: &Progression) -> bool {
        let equals = |sums: &[f64]| {
            sums.len() == self.periods.len()
                && sums.iter().any(|sum| *sum != 0.0)
                && self.periods.iter().zip(sums).all(|(&(column, _), &sum)| {
                    let value = self.number(row, column).ok().flatten().map_or(0.0, |number| number.value);
                    // Reports round their totals to the cent.
                    nearly_equal(value, sum) || (value - sum).abs() < 0.0051
                })
        };
        equals(&before.since_total) || equals(&before.since_start)
    }

    /// Whether no column besides the periods says anything.
    fn is_unlabelled(&self, row: &Row) -> bool {
        let is_period = |column: usize| self.periods.iter().any(|(period, _)| *period == column);
        (0..row.len()).filter(|column| !is_period(*column)).all(|column| match row.cell(column) {
            crate::import::Cell::Text(text) => text.trim().is_empty(),
            crate::import::Cell::Empty => true,
            _ => column >= self.plan.columns as usize || self.columns.customer != Some(column),
        })
    }
}
