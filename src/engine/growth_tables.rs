//! The lists of "then and now", of potential and headroom, and of the future customers as tables to export.
//! Knows nothing of file formats. Headers and codes are English unless `word` puts them into another wording.

use super::{ChangesView, FutureRow, Mover, UnmatchedRow, WalletRow};
use crate::classify::{AxisShift, ShiftCause, Side};
use crate::report::{ReportCell, ReportTable};
use crate::tables::WALK_IN_KEY;
use crate::workspace::{MatchedBy, ProductLine, Review, Seen, Spot, UnmatchedWhy, WalletFigures, nearness};

/// How a table speaks.
pub struct TableWording<'a> {
    /// Sheet name.
    pub title: String,
    /// A header or code in words.
    pub word: &'a dyn Fn(&'static str) -> String,
    /// Rules below the table.
    pub notes: Vec<String>,
}

impl TableWording<'static> {
    /// Codes alone, the same in every language: what programs read.
    #[must_use]
    pub fn codes(title: &str) -> Self {
        Self { title: title.to_owned(), word: &|code| code.to_owned(), notes: Vec::new() }
    }
}

/// `EI` … `EIV`, `not_rated`, `absent`.
#[must_use]
pub fn spot_code(spot: Spot) -> &'static str {
    match spot {
        Spot::Class(quadrant) => quadrant.code(Side::Existing),
        Spot::NotRated => "not_rated",
        Spot::Absent => "absent",
    }
}

/// `value`, `cut` or `together`.
#[must_use]
pub fn cause_code(cause: ShiftCause) -> &'static str {
    match cause {
        ShiftCause::Value => "value",
        ShiftCause::Cut => "cut",
        ShiftCause::Together => "together",
    }
}

/// `overdue`, `soon`, `not_set` or `later`.
#[must_use]
pub fn review_code(review: Review) -> &'static str {
    match review {
        Review::Overdue => "overdue",
        Review::Soon => "soon",
        Review::NotSet => "not_set",
        Review::Later => "later",
    }
}

/// `key`, `merge` or `name`.
#[must_use]
pub fn matched_code(matched: MatchedBy) -> &'static str {
    match matched {
        MatchedBy::Key => "key",
        MatchedBy::Merge => "merge",
        MatchedBy::Name => "name",
    }
}

/// The migration matrix, one row a cell that has customers.
#[must_use]
pub fn matrix_table(view: &ChangesView, wording: &TableWording<'_>) -> ReportTable {
    let cells = Spot::ALL.iter().flat_map(|from| Spot::ALL.iter().map(move |to| (*from, *to)));
    let rows = cells.filter_map(|(from, to)| {
        let cell = view.cells[from.index()][to.index()];
        let spot = |spot| ReportCell::Text((wording.word)(spot_code(spot)));
        let moved = money(cell.now - cell.then);
        (cell.customers > 0).then(|| vec![spot(from), spot(to), count(cell.customers), money(cell.then), money(cell.now), moved])
    });
    table(wording, &["class_then", "class_now", "customers", "money_then", "money_now", "money_moved"], rows.collect())
}

/// One row a customer of either window, with what made it change sides on each axis.
#[must_use]
pub fn movers_table(rows: &[Mover], wording: &TableWording<'_>) -> ReportTable {
    let cells = |mover: &Mover| {
        let one = &mover.compared;
        let (from, to) = one.spots();
        let word = |code| ReportCell::Text((wording.word)(code));
        let worth = |seen: Option<Seen>| seen.map_or(ReportCell::Empty, |seen| money(seen.contribution));
        let stability = |seen: Option<Seen>| optional(seen.and_then(|seen| seen.stability.ok()), 6);
        let cause = |axis: Option<AxisShift>| axis.and_then(|axis| axis.cause).map_or(ReportCell::Empty, |cause| word(cause_code(cause)));
        vec![
            customer(&mover.key, wording),
            customer(&mover.name, wording),
            word(spot_code(from)),
            word(spot_code(to)),
            worth(one.first),
            worth(one.second),
            money(one.money_moved()),
            cause(one.contribution),
            stability(one.first),
            stability(one.second),
            cause(one.stability),
        ]
    };
    let codes = [
        "customer",
        "name",
        "class_then",
        "class_now",
        "money_then",
        "money_now",
        "money_moved",
        "contribution_moved_by",
        "stability_then",
        "stability_now",
        "stability_moved_by",
    ];
    table(wording, &codes, rows.iter().map(cells).collect())
}

/// One row a customer with an outside figure.
#[must_use]
pub fn wallet_table(rows: &[WalletRow], wording: &TableWording<'_>) -> ReportTable {
    let cells = |row: &WalletRow| {
        let mut cells = vec![customer(&row.key, wording), customer(&row.name, wording)];
        cells.extend(figures(row.figures));
        cells.extend([ReportCell::Text((wording.word)(matched_code(row.matched))), text(&row.said_by.join("; "))]);
        cells
    };
    let codes = ["customer", "name", "sales", "potential", "wallet_share", "headroom", "matched_by", "said_by"];
    table(wording, &codes, rows.iter().map(cells).collect())
}

/// One row a product of the outside figures.
#[must_use]
pub fn products_table(products: &[ProductLine], wording: &TableWording<'_>) -> ReportTable {
    let cells = |line: &ProductLine| {
        let mut cells = vec![text(&line.product), count(line.customers)];
        cells.extend(figures(line.figures));
        cells
    };
    table(wording, &["product", "customers", "sales", "potential", "wallet_share", "headroom"], products.iter().map(cells).collect())
}

/// The outside figures of nobody, as they stand in their file.
#[must_use]
pub fn unmatched_table(rows: &[UnmatchedRow], wording: &TableWording<'_>) -> ReportTable {
    let cells = |unmatched: &UnmatchedRow| {
        let row = &unmatched.row;
        let why = match unmatched.why {
            UnmatchedWhy::Unknown => "unknown",
            UnmatchedWhy::Ambiguous => "ambiguous",
        };
        let like: Vec<&str> = unmatched.suggestions.iter().map(|(key, _)| key.as_str()).collect();
        vec![
            count(row.row),
            text(&row.customer),
            text(&row.name),
            text(&row.product),
            money(row.potential),
            text(&row.said_by),
            ReportCell::Text((wording.word)(why)),
            text(&like.join("; ")),
        ]
    };
    let codes = ["row", "customer", "name", "product", "potential", "said_by", "why", "spelled_like"];
    table(wording, &codes, rows.iter().map(cells).collect())
}

/// One row a future customer.
#[must_use]
pub fn future_table(rows: &[FutureRow], wording: &TableWording<'_>) -> ReportTable {
    let cells = |row: &FutureRow| {
        let of = &row.customer;
        let whole = |value: Option<u32>| value.map_or(ReportCell::Empty, count);
        vec![
            text(&of.name),
            whole(of.fit.map(u32::from)),
            whole(of.months_to_need),
            whole(of.months_to_need.map(nearness)),
            whole(row.priority),
            of.next_review.map_or(ReportCell::Empty, |day| ReportCell::Text(day.iso())),
            ReportCell::Text((wording.word)(review_code(row.review))),
            text(&of.note),
        ]
    };
    let codes = ["name", "fit", "months_to_need", "nearness", "priority", "next_review", "review", "note"];
    table(wording, &codes, rows.iter().map(cells).collect())
}

fn table(wording: &TableWording<'_>, codes: &[&'static str], rows: Vec<Vec<ReportCell>>) -> ReportTable {
    let header = codes.iter().map(|&code| (wording.word)(code)).collect();
    ReportTable { title: wording.title.clone(), header, rows, notes: wording.notes.clone() }
}

fn figures(figures: WalletFigures) -> [ReportCell; 4] {
    let share = figures.share().map_or(ReportCell::Empty, ReportCell::Share);
    [money(figures.sales), money(figures.potential), share, money(figures.headroom())]
}

fn customer(key: &str, wording: &TableWording<'_>) -> ReportCell {
    if key == WALK_IN_KEY { ReportCell::Text((wording.word)("walk_in")) } else { text(key) }
}

fn text(text: &str) -> ReportCell {
    if text.is_empty() { ReportCell::Empty } else { ReportCell::Text(text.to_owned()) }
}

fn money(value: f64) -> ReportCell {
    ReportCell::Number(value, 2)
}

fn count(value: u32) -> ReportCell {
    ReportCell::Number(f64::from(value), 0)
}

fn optional(value: Option<f64>, decimals: u8) -> ReportCell {
    value.map_or(ReportCell::Empty, |value| ReportCell::Number(value, decimals))
}

/// Every header and code that a table can hold, so that a wording can be checked to know them all.
pub const GROWTH_CODES: [&str; 43] = [
    "class_then",
    "class_now",
    "customers",
    "money_then",
    "money_now",
    "money_moved",
    "customer",
    "name",
    "contribution_moved_by",
    "stability_then",
    "stability_now",
    "stability_moved_by",
    "sales",
    "potential",
    "wallet_share",
    "headroom",
    "matched_by",
    "said_by",
    "product",
    "row",
    "why",
    "spelled_like",
    "fit",
    "months_to_need",
    "nearness",
    "priority",
    "next_review",
    "review",
    "note",
    "not_rated",
    "absent",
    "value",
    "cut",
    "together",
    "overdue",
    "soon",
    "not_set",
    "later",
    "key",
    "merge",
    "unknown",
    "ambiguous",
    "walk_in",
];
