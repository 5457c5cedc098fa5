//! A customer list: one customer a row, with facts and measures already computed.

use super::{Blame, Layout, Progression, Taken, Verdict};
use crate::import::words::TotalWord;
use crate::import::{IssueKind, Row};

impl Layout {
    pub(super) fn judge_customer(&self, row: &Row, before: &mut Progression, taken: &mut Taken) -> Result<Verdict, Blame> {
        let label = self.total_label(row);
        if label == Some(TotalWord::Certain) || (label.is_some() && self.sums_so_far(row, before, self.columns.contribution)) {
            return Ok(Verdict::LeftOut(IssueKind::TotalRow));
        }
        if self.is_note_row(row, before) && !self.has_facts(row) {
            return Ok(Verdict::LeftOut(IssueKind::NoteRow));
        }
        self.check_errors(row)?;
        if !self.take_customer(row, before, taken) {
            return Ok(Verdict::LeftOut(IssueKind::WalkInLeftOut));
        }
        self.take_texts(row, taken);
        let value = |column: Option<usize>| -> Result<Option<f64>, Blame> {
            Ok(column.map(|column| self.number(row, column)).transpose()?.flatten().map(|number| number.value))
        };
        let customer = &mut taken.customer;
        customer.contribution = value(self.columns.contribution)?;
        customer.stability = value(self.columns.stability)?;
        customer.margin = value(self.columns.margin)?;
        customer.customer.clone_from(&taken.purchase.customer);
        customer.name.clone_from(&taken.purchase.name);
        customer.region.clone_from(&taken.purchase.region);
        customer.rep.clone_from(&taken.purchase.rep);
        before.since_start.resize(1, 0.0);
        before.since_start[0] += customer.contribution.unwrap_or(0.0);
        Ok(Verdict::Used)
    }

    /// Whether the row says anything besides the customer's name.
    pub(super) fn has_facts(&self, row: &Row) -> bool {
        let naming = [self.columns.customer, self.columns.name];
        self.used
            .iter()
            .filter(|&&column| !naming.contains(&Some(column)))
            .any(|&column| !crate::import::values::cell_text::own_text(&row.cell(column)).is_empty())
    }
}
