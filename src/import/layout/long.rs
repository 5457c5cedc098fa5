//! Long form: one purchase a row.

use super::values::DateCell;
use super::{Blame, Layout, Progression, Taken, Verdict, copy_text};
use crate::import::values::currency;
use crate::import::values::number::Number;
use crate::import::words::{TotalWord, is_cancelled};
use crate::import::{Cell, DiscountKind, IssueKind, Row};

impl Layout {
    pub(super) fn judge_long(&self, row: &Row, before: &mut Progression, taken: &mut Taken) -> Result<Verdict, Blame> {
        let date = self.columns.date.map_or(DateCell::Missing, |column| self.day(row, column));
        if self.is_total(row, date) {
            return Ok(Verdict::LeftOut(IssueKind::TotalRow));
        }
        if !matches!(date, DateCell::Day(_)) && self.is_note_row(row, before) {
            return Ok(Verdict::LeftOut(IssueKind::NoteRow));
        }
        if self.is_left_out_status(row, taken) {
            return Ok(Verdict::LeftOut(IssueKind::StatusLeftOut));
        }
        self.check_errors(row)?;
        if !self.take_customer(row, before, taken) {
            return Ok(Verdict::LeftOut(IssueKind::WalkInLeftOut));
        }
        let day = match date {
            DateCell::Day(day) => day,
            DateCell::Missing => return Err(Blame { column: self.columns.date, kind: IssueKind::MissingDate }),
            DateCell::NotADate => return Err(Blame { column: self.columns.date, kind: IssueKind::NotADate }),
        };
        let amount = self.amount(|column| row.cell(column))?;
        self.check_currency(row, amount.currency)?;
        taken.purchase.cost = self.columns.cost.map(|column| self.number(row, column)).transpose()?.flatten().map(|cost| cost.value);
        self.take_texts(row, taken);
        taken.amounts.clear();
        taken.amounts.push((day, amount.value));
        Ok(Verdict::Used)
    }

    /// A label that can only be a total's, or one that may be where there is no date beside it.
    fn is_total(&self, row: &Row, date: DateCell) -> bool {
        match date {
            DateCell::Day(_) => self.total_label(row) == Some(TotalWord::Certain),
            _ => self.total_label_anywhere(row).is_some(),
        }
    }

    /// Amount as it stands, or quantity × unit price less discount (METHODS 1).
    pub(super) fn amount<'r>(&self, cell: impl Fn(usize) -> Cell<'r>) -> Result<Number, Blame> {
        let missing = |column: Option<usize>| Blame { column, kind: IssueKind::MissingAmount };
        let needed = |column: Option<usize>| -> Result<Number, Blame> {
            let column = column.ok_or(missing(None))?;
            self.number_of(cell(column), column)?.ok_or(missing(Some(column)))
        };
        if self.columns.amount.is_some() {
            return needed(self.columns.amount);
        }
        let quantity = needed(self.columns.quantity)?;
        let mut price = needed(self.columns.unit_price)?;
        price.value *= quantity.value;
        if let Some(column) = self.columns.discount {
            price.value = self.discounted(cell(column), column, price.value)?;
        }
        if price.value.is_finite() { Ok(price) } else { Err(Blame { column: self.columns.unit_price, kind: IssueKind::NotANumber }) }
    }

    fn discounted(&self, cell: Cell<'_>, column: usize, full: f64) -> Result<f64, Blame> {
        let Some(kind) = self.plan.discount else { return Ok(full) };
        let Some((value, percent)) = self.discount_value(cell, column)? else { return Ok(full) };
        Ok(match kind {
            DiscountKind::Share | DiscountKind::Percent if percent => full * (1.0 - value),
            DiscountKind::Share => full * (1.0 - value),
            DiscountKind::Percent => full * (1.0 - value / 100.0),
            DiscountKind::Money => full - value,
            DiscountKind::Zhe => full * zhe_share(value),
        })
    }

    /// The value and whether it was written in percent; `8.5折` is read as its number.
    fn discount_value(&self, cell: Cell<'_>, column: usize) -> Result<Option<(f64, bool)>, Blame> {
        if let Cell::Text(text) = cell {
            let text = text.trim();
            if ["无", "无折扣", "不打折", "原价", "全价", "none"].contains(&text) {
                return Ok(None);
            }
            if let Some(number) = text.strip_suffix('折') {
                return number.trim().parse().map(|value| Some((value, false))).map_err(|_| Blame::at(column, IssueKind::NotANumber));
            }
        }
        Ok(self.number_of(cell, column)?.map(|number| (number.value, number.percent)))
    }

    /// # Errors
    /// The row's money is not the table's.
    pub(super) fn check_currency(&self, row: &Row, marked: Option<&'static str>) -> Result<(), Blame> {
        let wanted = self.plan.currency.as_str();
        let mut text = String::new();
        copy_text(row, self.columns.currency, &mut text);
        let fits = match (text.is_empty(), marked) {
            (false, _) => currency::same(&currency::code_of(&text), wanted) || (wanted.is_empty() && !self.plan.several_currencies),
            (true, Some(code)) => currency::same(code, wanted),
            (true, None) => !self.plan.several_currencies || wanted.is_empty(),
        };
        let column = self.columns.currency.filter(|_| !text.is_empty()).or(self.columns.amount).or(self.columns.unit_price);
        if fits { Ok(()) } else { Err(Blame { column, kind: IssueKind::OtherCurrency }) }
    }

    /// Whether the order's status is one the user leaves out; one that nobody has seen yet goes the way of its like.
    pub(super) fn is_left_out_status(&self, row: &Row, taken: &mut Taken) -> bool {
        if self.columns.status.is_none() {
            return false;
        }
        let status = &mut taken.scratch;
        copy_text(row, self.columns.status, status);
        if self.plan.known_statuses.contains(status) {
            return self.plan.left_out_statuses.contains(status);
        }
        let likes_left_out =
            self.plan.known_statuses.iter().filter(|known| is_cancelled(known)).all(|known| self.plan.left_out_statuses.contains(known));
        self.plan.left_out_statuses.contains(status) || (likes_left_out && is_cancelled(status))
    }
}

/// What is still paid at so many 折: 8.5 and 85 are 85 %, and so is 0.85.
fn zhe_share(value: f64) -> f64 {
    match value {
        _ if value <= 0.0 => 1.0,
        _ if value <= 1.0 => value,
        _ if value <= 10.0 => value / 10.0,
        _ => value / 100.0,
    }
}
