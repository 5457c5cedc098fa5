//! Potential customers: one a row, with what is expected of it, its intent, its level and its ratings. A figure that cannot be read is
//! remarked on and left empty, because the others still count.

use super::{Blame, Layout, Progression, Taken, Verdict, copy_text};
use crate::import::values::number::Number;
use crate::import::words::TotalWord;
use crate::import::{IssueKind, Row};
use crate::tables::{BuiltInCriterion, Prospect};

/// Lowest and highest rating.
const RATINGS: std::ops::RangeInclusive<f64> = 1.0..=5.0;

impl Layout {
    pub(super) fn judge_prospect(&self, row: &Row, before: &mut Progression, taken: &mut Taken) -> Result<Verdict, Blame> {
        let label = self.total_label(row);
        if label == Some(TotalWord::Certain) || (label.is_some() && self.sums_so_far(row, before, self.columns.expected)) {
            return Ok(Verdict::LeftOut(IssueKind::TotalRow));
        }
        if self.is_note_row(row, before) && !self.has_facts(row) {
            return Ok(Verdict::LeftOut(IssueKind::NoteRow));
        }
        self.check_errors(row)?;
        // Figures of nobody in particular are of no use.
        self.take_customer(row, before, taken);
        if taken.walk_in {
            return Ok(Verdict::LeftOut(IssueKind::WalkInLeftOut));
        }
        let mut prospect = Prospect { id: taken.purchase.customer.clone(), name: taken.purchase.name.clone(), ..Prospect::default() };
        if prospect.name.is_empty() {
            prospect.name.clone_from(&prospect.id);
        }
        copy_text(row, self.columns.level, &mut prospect.level);
        copy_text(row, self.columns.region, &mut prospect.region);
        copy_text(row, self.columns.product, &mut prospect.product);
        copy_text(row, self.columns.rep, &mut prospect.rep);
        prospect.expected = self.figure(row, self.columns.expected, taken, |number| self.check_expected(row, number));
        prospect.intent = self.figure(row, self.columns.intent, taken, not_negative);
        for &(criterion, column) in &self.ratings {
            let rating =
                self.figure(
                    row,
                    Some(column),
                    taken,
                    |number| {
                        if RATINGS.contains(&number.value) { Ok(()) } else { Err(IssueKind::RatingLeftOut) }
                    },
                );
            prospect.ratings.extend(rating.map(|rating| (criterion.code().to_owned(), rating)));
        }
        before.since_start.resize(1, 0.0);
        before.since_start[0] += prospect.expected.unwrap_or(0.0);
        taken.amounts.clear();
        taken.prospect = prospect;
        Ok(Verdict::Used)
    }

    fn check_expected(&self, row: &Row, number: &Number) -> Result<(), IssueKind> {
        self.check_currency(row, number.currency).map_err(|_| IssueKind::CurrencyLeftOut)?;
        not_negative(number)
    }

    /// The number of a cell that the row can do without.
    fn figure(&self, row: &Row, column: Option<usize>, taken: &mut Taken, check: impl Fn(&Number) -> Result<(), IssueKind>) -> Option<f64> {
        let column = column?;
        let found = match self.number(row, column) {
            Ok(None) => return None,
            Ok(Some(number)) => check(&number).map(|()| number.value),
            Err(_) => Err(IssueKind::NumberLeftOut),
        };
        found.map_err(|kind| taken.remarks.push(Blame::at(column, kind))).ok()
    }
}

fn not_negative(number: &Number) -> Result<(), IssueKind> {
    if number.value < 0.0 { Err(IssueKind::NumberLeftOut) } else { Ok(()) }
}

/// The criteria whose columns a plan has.
pub(super) fn rating_columns(of: impl Fn(BuiltInCriterion) -> Option<usize>) -> Vec<(BuiltInCriterion, usize)> {
    BuiltInCriterion::all().filter_map(|criterion| Some((criterion, of(criterion)?))).collect()
}
