//! The sales funnel: one entry a row, or one level event a row. What is wrong with one cell costs the cell, not the row: a funnel is
//! counted, and a row left out would make it look thinner than it is. Each such cell is remarked on.

use super::values::DateCell;
use super::{Blame, Layout, Progression, Taken, Verdict};
use crate::calendar::Day;
use crate::import::values::cell_text::{own_text, trimmed};
use crate::import::words::TotalWord;
use crate::import::{Cell, IssueKind, Row, SnapshotDay};

impl Layout {
    pub(super) fn judge_entry(&self, row: &Row, before: &mut Progression, taken: &mut Taken) -> Result<Verdict, Blame> {
        if let Some(kind) = self.no_funnel_row(row, before) {
            return Ok(Verdict::LeftOut(kind));
        }
        self.take_entry_texts(row, before, taken);
        let columns = &self.columns;
        taken.entry.entered = self.entry_day(row, columns.entered, taken);
        taken.entry.closed = self.entry_day(row, columns.closed, taken);
        taken.entry.last_contact = self.entry_day(row, columns.last_contact, taken);
        taken.entry.snapshot = self.entry_day(row, columns.snapshot, taken).or(self.snapshot_day());
        taken.entry.amount = self.entry_amount(row, taken);
        self.compare_days(taken);
        self.remark_on_level(taken);
        Ok(Verdict::Used)
    }

    pub(super) fn judge_event(&self, row: &Row, before: &mut Progression, taken: &mut Taken) -> Result<Verdict, Blame> {
        if let Some(kind) = self.no_funnel_row(row, before) {
            return Ok(Verdict::LeftOut(kind));
        }
        self.take_entry_texts(row, before, taken);
        let blame = |column: Option<usize>, kind| Err(Blame { column, kind });
        if taken.entry.key.is_empty() {
            return blame(self.columns.order.or(self.columns.customer), IssueKind::MissingKey);
        }
        if taken.entry.stage.is_empty() {
            return blame(self.columns.level, IssueKind::MissingLevel);
        }
        let Some(column) = self.columns.date else { return blame(None, IssueKind::MissingDate) };
        taken.moment = match self.moment(row, column) {
            (DateCell::Day(day), moment) => Some((day, moment)),
            (DateCell::Missing, _) => return blame(Some(column), IssueKind::MissingDate),
            (DateCell::NotADate, _) => return blame(Some(column), IssueKind::NotADate),
        };
        taken.entry.amount = self.entry_amount(row, taken);
        self.remark_on_level(taken);
        Ok(Verdict::Used)
    }

    /// Totals and notes; a row with a level is neither unless its label can mean nothing else.
    fn no_funnel_row(&self, row: &Row, before: &Progression) -> Option<IssueKind> {
        let has_level = [self.columns.level, self.columns.outcome].into_iter().flatten().any(|column| !is_blank(row, column));
        match self.total_label(row) {
            Some(TotalWord::Certain) => return Some(IssueKind::TotalRow),
            Some(TotalWord::Likely) if !has_level => return Some(IssueKind::TotalRow),
            _ => {}
        }
        (!has_level && self.is_note_row(row, before)).then_some(IssueKind::NoteRow)
    }

    fn take_entry_texts(&self, row: &Row, before: &mut Progression, taken: &mut Taken) {
        let Taken { entry, remarks, .. } = taken;
        let columns = &self.columns;
        let mut texts = [
            (columns.customer, &mut entry.customer),
            (columns.name, &mut entry.name),
            (columns.rep, &mut entry.owner),
            (columns.region, &mut entry.region),
            (columns.product, &mut entry.product),
            (columns.level, &mut entry.stage),
            (columns.outcome, &mut entry.outcome),
            (columns.order, &mut entry.key),
        ];
        for (column, out) in &mut texts {
            out.clear();
            remarks.extend(copy(row, *column, out));
        }
        entry.profile.clear();
        let mut text = String::new();
        for &(field, column) in &self.profile {
            text.clear();
            remarks.extend(copy(row, Some(column), &mut text));
            if !crate::import::values::number::means_nothing(&text) {
                entry.profile.insert(field, text.clone());
            }
        }
        for text in [&mut entry.customer, &mut entry.name] {
            // 散客, Guest, "-": nobody in particular.
            if before.is_walk_in(text) {
                text.clear();
            }
        }
        if entry.customer == entry.name {
            entry.name.clear();
        }
        if columns.order.is_none() {
            entry.key.clone_from(if entry.customer.is_empty() { &entry.name } else { &entry.customer });
        }
        taken.walk_in = taken.entry.customer.is_empty() && taken.entry.name.is_empty();
    }

    fn entry_day(&self, row: &Row, column: Option<usize>, taken: &mut Taken) -> Option<Day> {
        let column = column?;
        match self.day(row, column) {
            DateCell::Day(day) => return Some(day),
            DateCell::Missing => {}
            DateCell::NotADate => taken.remarks.push(Blame::at(column, IssueKind::DateLeftOut)),
        }
        None
    }

    fn snapshot_day(&self) -> Option<Day> {
        match self.plan.snapshot {
            SnapshotDay::Day(day) => Some(Day(day)),
            SnapshotDay::FromName | SnapshotDay::None => None,
        }
    }

    fn entry_amount(&self, row: &Row, taken: &mut Taken) -> Option<f64> {
        let column = self.columns.amount?;
        let number = self.number(row, column).and_then(|number| {
            let Some(number) = number else { return Ok(None) };
            self.check_currency(row, number.currency)
                .map(|()| Some(number.value))
                .map_err(|_| Blame::at(column, IssueKind::CurrencyLeftOut))
        });
        number.unwrap_or_else(|blame| {
            let kind = if blame.kind == IssueKind::CurrencyLeftOut { blame.kind } else { IssueKind::NumberLeftOut };
            taken.remarks.push(Blame { kind, ..blame });
            None
        })
    }

    fn compare_days(&self, taken: &mut Taken) {
        let Some(entered) = taken.entry.entered else { return };
        let columns = &self.columns;
        let later = [
            (taken.entry.closed, columns.closed, IssueKind::ClosedBeforeEntered),
            (taken.entry.last_contact, columns.last_contact, IssueKind::ContactBeforeEntered),
            (taken.entry.snapshot, columns.entered, IssueKind::EnteredAfterSnapshot),
        ];
        for (day, column, kind) in later {
            if day.is_some_and(|day| day < entered) {
                taken.remarks.push(Blame { column, kind });
            }
        }
    }

    /// Outcomes that stand for nothing (否, open) are no fault where a level is there.
    fn remark_on_level(&self, taken: &mut Taken) {
        let entry = &taken.entry;
        let (text, column) =
            if entry.stage.is_empty() { (&entry.outcome, self.columns.outcome) } else { (&entry.stage, self.columns.level) };
        let counts = |text: &String| self.plan.stages.get(text).is_some_and(Option::is_some) || self.plan.chosen_stages.contains(text);
        let kind = match text.is_empty() {
            true => IssueKind::LevelBlank,
            false if counts(text) || counts(&entry.outcome) => return,
            false => IssueKind::LevelUnknown,
        };
        taken.remarks.push(Blame { column: column.or(self.columns.level), kind });
    }
}

/// Copies a cell's text; an error is none.
fn copy(row: &Row, column: Option<usize>, out: &mut String) -> Option<Blame> {
    let column = column?;
    let cell = row.cell(column);
    if super::row_rules::is_error(&cell) {
        return Some(Blame::at(column, IssueKind::ErrorLeftOut));
    }
    let mut buffer = String::new();
    out.push_str(trimmed(&cell, &mut buffer));
    None
}

fn is_blank(row: &Row, column: usize) -> bool {
    match row.cell(column) {
        Cell::Empty => true,
        Cell::Text(text) => text.trim().is_empty(),
        cell => own_text(&cell).is_empty(),
    }
}
