//! Outside figures of purchase potential: a customer's, or a customer's of one product.

use super::{Blame, Layout, Progression, Taken, Verdict, copy_text};
use crate::import::words::TotalWord;
use crate::import::{IssueKind, Row};

impl Layout {
    pub(super) fn judge_potential(&self, row: &Row, before: &mut Progression, taken: &mut Taken) -> Result<Verdict, Blame> {
        let label = self.total_label(row);
        if label == Some(TotalWord::Certain) || (label.is_some() && self.sums_so_far(row, before, self.columns.potential)) {
            return Ok(Verdict::LeftOut(IssueKind::TotalRow));
        }
        if self.is_note_row(row, before) {
            return Ok(Verdict::LeftOut(IssueKind::NoteRow));
        }
        self.check_errors(row)?;
        // A figure of nobody in particular can be held against no sales.
        self.take_customer(row, before, taken);
        if taken.walk_in {
            return Ok(Verdict::LeftOut(IssueKind::WalkInLeftOut));
        }
        let missing = Blame { column: self.columns.potential, kind: IssueKind::MissingAmount };
        let number = self.columns.potential.map(|column| self.number(row, column)).transpose()?.flatten().ok_or(missing)?;
        self.check_currency(row, number.currency)?;
        if number.value < 0.0 {
            return Err(Blame { kind: IssueKind::NotANumber, ..missing });
        }
        let figure = &mut taken.potential;
        figure.customer.clone_from(&taken.purchase.customer);
        figure.name.clone_from(&taken.purchase.name);
        figure.potential = number.value;
        copy_text(row, self.columns.product, &mut figure.product);
        copy_text(row, self.columns.said_by, &mut figure.said_by);
        before.since_start.resize(1, 0.0);
        before.since_start[0] += number.value;
        Ok(Verdict::Used)
    }
}
