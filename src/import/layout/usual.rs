//! The short way for the rows most texts in long form are made of: cut at the delimiter and judged many at a time, without a row of cells
//! in between. What is unusual in any respect is left to [`Layout::judge`]; both ways give the same tables and the same account.

use super::values::DateCell;
use super::{Layout, Progression};
use crate::calendar::Day;
use crate::import::cell::{PlainLines, RowHash};
use crate::import::values::cell_text::trimmed_text;
use crate::import::words::{TotalWord, total_word};
use crate::import::{BLANKS, Cell, ImportKind};
use crate::tables::{PurchaseBatch, Texts, hash_of};

/// Purchases of rows that were all used, with texts as places in the lines they were cut from.
#[derive(Clone, Debug)]
pub struct UsualRows<'a> {
    layout: &'a Layout,
    delimiter: u8,
    /// Cells of every row.
    width: usize,
    /// Where the cells of all rows end in the lines, row by row. Each begins behind the delimiter or line end of the one before.
    ends: Vec<usize>,
    /// [`hash_of`] each cell.
    hashes: Vec<u64>,
    days: Vec<Day>,
    amounts: Vec<f64>,
    /// NaN where a row has none.
    costs: Vec<f64>,
}

impl<'a> UsualRows<'a> {
    /// `None` where the layout needs a closer look at every row.
    #[must_use]
    pub fn of(layout: &'a Layout) -> Option<Self> {
        let (plan, columns) = (&layout.plan, &layout.columns);
        let long = plan.kind == ImportKind::Purchases && columns.customer.is_some();
        let is_text = plan.delimiter.is_ascii() && ![0, b'"', b'\n', BLANKS].contains(&plan.delimiter);
        let judged_closely =
            columns.status.is_some() || columns.currency.is_some() || (plan.several_currencies && !plan.currency.is_empty());
        let width = plan.columns as usize;
        let wide = layout.header_lines.first().is_none_or(|line| line.len() <= width) && layout.used.iter().all(|&column| column < width);
        // A row with a date does not repeat a header that has none.
        let date = columns.date?;
        let headed = |line: &Vec<String>| line.get(date).is_some_and(|text| matches!(layout.day_of(Cell::Text(text)), DateCell::Day(_)));
        let usual = long && is_text && wide && !judged_closely && !layout.header_lines.iter().any(headed);
        usual.then(|| Self {
            layout,
            delimiter: plan.delimiter,
            width,
            ends: Vec::new(),
            hashes: Vec::new(),
            days: Vec::new(),
            amounts: Vec::new(),
            costs: Vec::new(),
        })
    }

    /// Takes the first lines in, up to one that is not usual. Gives the bytes they have.
    pub fn take(&mut self, lines: &PlainLines<'_>, before: &mut Progression) -> usize {
        let text = lines.text;
        self.cut(text);
        self.days.clear();
        self.amounts.clear();
        self.costs.clear();
        self.hashes.clear();
        let mut usual = 0;
        while usual < self.ends.len() && self.judge(text, usual, before).is_some() {
            usual += self.width;
        }
        self.ends.truncate(usual);
        let mut start = 0;
        for &end in &self.ends {
            self.hashes.push(hash_of(&text.as_bytes()[start..end]));
            start = end + 1;
        }
        if usual > 0 {
            before.after_blank = false;
        }
        start
    }

    /// Lines of the usual number of cells.
    fn cut(&mut self, text: &str) {
        let bytes = text.as_bytes();
        self.ends.clear();
        let (mut whole, mut line) = (0, 0);
        for end in memchr::memchr2_iter(self.delimiter, b'\n', bytes) {
            self.ends.push(end);
            if bytes[end] == b'\n' {
                // The parser drops a byte order mark at the start of a line.
                if self.ends.len() - whole != self.width || text[line..].starts_with('\u{feff}') {
                    break;
                }
                whole = self.ends.len();
                line = end + 1;
            }
        }
        self.ends.truncate(whole);
    }

    /// The text of a cell by its place among all cells.
    fn text<'t>(&self, text: &'t str, cell: usize) -> &'t str {
        let start = if cell == 0 { 0 } else { self.ends[cell - 1] + 1 };
        &text[start..self.ends[cell]]
    }

    /// `row` is the place of the row's first cell.
    fn judge(&mut self, text: &str, row: usize, before: &mut Progression) -> Option<()> {
        let layout = self.layout;
        let written = |column: usize| self.text(text, row + column);
        let cell = |column: usize| match written(column) {
            "" => Cell::Empty,
            text => Cell::Text(text),
        };
        let DateCell::Day(day) = layout.day_of(cell(layout.columns.date?)) else { return None };
        let is_future = layout.plan.today.is_some_and(|today| day.0 >= today);
        if is_future || layout.used.iter().any(|&column| written(column).starts_with('#')) {
            return None;
        }
        let (customer, name) = (written(layout.columns.customer?), layout.columns.name.map_or("", |column| trimmed_text(written(column))));
        let first = (0..self.width).map(written).find(|text| !trimmed_text(text).is_empty()).unwrap_or_default();
        if [first, customer, name].into_iter().any(is_certain_total) || trimmed_text(customer).len() != customer.len() {
            return None;
        }
        if before.is_walk_in(customer) || (!name.is_empty() && before.is_walk_in(name)) {
            return None;
        }
        let amount = layout.amount(cell).ok().filter(|amount| amount.currency.is_none())?;
        let cost = layout.columns.cost.map(|column| layout.number_of(cell(column), column)).transpose().ok()?.flatten();
        self.days.push(day);
        self.amounts.push(amount.value);
        self.costs.push(cost.map_or(f64::NAN, |cost| cost.value));
        Some(())
    }

    /// Rows taken.
    #[must_use]
    pub fn count(&self) -> usize {
        self.days.len()
    }

    /// Of a column, blank where the table has none; `lines` are those that were taken.
    fn texts<'t>(&self, lines: &PlainLines<'t>, column: Option<usize>) -> Texts<'t> {
        let Some(column) = column else { return Vec::new() };
        let mut texts = Vec::with_capacity(self.count());
        let mut cell = column;
        while cell < self.ends.len() {
            let written = self.text(lines.text, cell);
            let trimmed = trimmed_text(written);
            let hash = if trimmed.len() == written.len() { self.hashes[cell] } else { hash_of(trimmed.as_bytes()) };
            texts.push((trimmed, hash));
            cell += self.width;
        }
        texts
    }

    /// Texts of the rows by column, with their [`hash_of`].
    #[must_use]
    pub fn batch<'t>(&'t self, lines: &PlainLines<'t>, source: u16) -> PurchaseBatch<'t> {
        let columns = &self.layout.columns;
        let of = |column| self.texts(lines, column);
        PurchaseBatch {
            customers: of(columns.customer),
            names: of(columns.name),
            days: &self.days,
            amounts: &self.amounts,
            costs: columns.cost.map(|_| &*self.costs),
            order: of(columns.order),
            product: of(columns.product),
            region: of(columns.region),
            rep: of(columns.rep),
            source,
            first_row: lines.first,
        }
    }

    /// [`Row::hash`] of each.
    #[must_use]
    pub fn row_hashes(&self) -> Vec<u64> {
        let mut rows = Vec::with_capacity(self.count());
        let (mut start, mut row) = (0, RowHash::default());
        for (cell, &end) in self.ends.iter().enumerate() {
            row.add((start < end).then(|| self.hashes[cell]));
            start = end + 1;
            if (cell + 1) % self.width == 0 {
                rows.push(std::mem::take(&mut row).finish());
            }
        }
        rows
    }
}

/// Whether a text can be nothing but the label of a total; none of those has a digit.
fn is_certain_total(text: &str) -> bool {
    !text.bytes().any(|byte| byte.is_ascii_digit()) && total_word(text) == Some(TotalWord::Certain)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
mod tests {
    use std::io::Cursor;

    use proptest::prelude::*;
    use proptest::sample::select;

    use crate::import::{Choices, Context, InputFile, ReadPlan, inspect, read};

    const HEADER: &str = "order,date,customer,name,product,quantity,price,cost,region";
    /// Enough of them that everything else is an exception.
    const PLAIN: &str = "S-1,2024-01-05,C-1,Acme,Valve,2,10.5,3,North\nS-2,2024-02-06,C-2,Globex,Pump,1,99,80,South\n";

    fn file(text: String) -> [InputFile; 1] {
        [InputFile::new("orders.csv".to_owned(), text.len() as u64, Box::new(Cursor::new(text.into_bytes())))]
    }

    fn plan() -> ReadPlan {
        let context = Context { today: Some(20_000), ..Context::default() };
        let preview = inspect(&mut file(format!("{HEADER}\n{}", PLAIN.repeat(20))), &Choices::default(), &context).unwrap();
        preview.plan.unwrap_or_else(|| panic!("{:?}", preview.questions))
    }

    fn imported(plan: &ReadPlan, rows: &[Vec<&str>], write: impl Fn(&str) -> String) -> Option<Vec<u8>> {
        let line = |cells: &Vec<&str>| cells.iter().map(|cell| write(cell)).collect::<Vec<_>>().join(",") + "\n";
        let lines: String = rows.iter().map(line).collect();
        let imported = read(&mut file(format!("{HEADER}\n{lines}")), plan, &mut |_| {}).ok()?;
        // A missing cost is no number, which as such equals nothing.
        Some(postcard::to_stdvec(&imported).unwrap())
    }

    fn cell(column: usize) -> impl Strategy<Value = &'static str> {
        let words: &[&[&str]] = &[
            &["S-1", "S-2", "'001", "", "合计", "Total", " S-3 "],
            &["2024-01-05", "2024-02-06", "2024/3/7", "2024-13-40", "", "2031-01-01", "date"],
            &["C-1", "C-2", "Acme", " C-1", "散客", "", "Subtotal", "#N/A", "\u{feff}C", "\u{1}walk-in", "'07", "客户甲"],
            &["Acme", "Globex", "", "Guest", "C-1", " Acme ", "合计", "客户 甲"],
            &["Valve", "", "#REF!", "Ｐｕｍｐ", "ü\u{a0}"],
            &["2", "1", "-3", "", "two", "1.5"],
            &["10.5", "99", "1,5", "¥7", "", "(4.00)", "0"],
            &["3", "", "x", "80"],
            &["North", "South", "", "North ", "#DIV/0!"],
        ];
        // The first of each are what most cells hold.
        prop_oneof![6 => select(&words[column][..1]), 3 => select(words[column])]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]
        #[test]
        fn the_short_way_gives_what_the_careful_one_gives(
            rows in prop::collection::vec(
                prop_oneof![
                    9 => (0..9_usize).map(cell).collect::<Vec<_>>(),
                    1 => prop::collection::vec(cell(0), 0..11),
                ],
                1..60,
            )
        ) {
            let plan = plan();
            // Quoted cells are read the careful way.
            let short = imported(&plan, &rows, |cell| if cell.contains(',') { format!("\"{cell}\"") } else { cell.to_owned() });
            let careful = imported(&plan, &rows, |cell| format!("\"{cell}\""));
            prop_assert_eq!(short, careful);
        }
    }
}
