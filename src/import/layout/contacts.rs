//! Contacts: one visit, call, message, service or repair a row. A contact without a day or a customer is none.

use super::values::DateCell;
use super::{Blame, Layout, Progression, Taken, Verdict, copy_text};
use crate::import::words::TotalWord;
use crate::import::{IssueKind, Row};

impl Layout {
    pub(super) fn judge_contact(&self, row: &Row, before: &mut Progression, taken: &mut Taken) -> Result<Verdict, Blame> {
        let date = self.columns.date.map_or(DateCell::Missing, |column| self.day(row, column));
        let is_total = match date {
            DateCell::Day(_) => self.total_label(row) == Some(TotalWord::Certain),
            _ => self.total_label(row).is_some(),
        };
        if is_total {
            return Ok(Verdict::LeftOut(IssueKind::TotalRow));
        }
        if !matches!(date, DateCell::Day(_)) && self.is_note_row(row, before) {
            return Ok(Verdict::LeftOut(IssueKind::NoteRow));
        }
        self.check_errors(row)?;
        if !self.take_customer(row, before, taken) || taken.walk_in {
            return Ok(Verdict::LeftOut(IssueKind::WalkInLeftOut));
        }
        let day = match date {
            DateCell::Day(day) => day,
            DateCell::Missing => return Err(Blame { column: self.columns.date, kind: IssueKind::MissingDate }),
            DateCell::NotADate => return Err(Blame { column: self.columns.date, kind: IssueKind::NotADate }),
        };
        let contact = &mut taken.contact;
        contact.day = day;
        contact.customer.clone_from(&taken.purchase.customer);
        contact.name.clone_from(&taken.purchase.name);
        copy_text(row, self.columns.rep, &mut contact.rep);
        copy_text(row, self.columns.channel, &mut contact.channel);
        copy_text(row, self.columns.contact_kind, &mut contact.kind);
        taken.amounts.clear();
        // The account compares days with today; there is no money.
        taken.amounts.push((day, 0.0));
        Ok(Verdict::Used)
    }
}
