//! What becomes of a row of the sample, in classes and words; and which rows a finding speaks of.

use crate::import::{Finding, IssueKind, PreviewRow, RowFate};
use crate::ui::i18n::Texts;

/// Greyed, struck through, or as it is.
#[must_use]
pub fn row_class(fate: &RowFate) -> &'static str {
    match fate {
        RowFate::AboveHeader | RowFate::Header => "above",
        RowFate::LeftOut(_) => "left-out",
        RowFate::Rejected { .. } => "rejected",
        RowFate::Used { .. } => "",
    }
}

/// What is worth saying about a row; nothing about one that is read as it stands. `amount_cell` is the text of its amount.
#[must_use]
pub fn row_note(texts: Texts, fate: &RowFate, amount_cell: Option<&str>) -> String {
    match fate {
        RowFate::Header => texts.fate_header().to_owned(),
        RowFate::AboveHeader => texts.fate_above().to_owned(),
        RowFate::LeftOut(kind) => texts.issue(*kind).to_owned(),
        RowFate::Rejected { kind, .. } => texts.issue(*kind).to_owned(),
        RowFate::Used { amount: None } => String::new(),
        RowFate::Used { amount: Some(amount) } => match amount_cell {
            _ if *amount < 0.0 => texts.fate_return(plain(texts, *amount)),
            Some(cell) if reads_plainly(cell, *amount) => String::new(),
            Some(_) => texts.fate_read_as(plain(texts, *amount)),
            None => String::new(),
        },
    }
}

fn plain(texts: Texts, amount: f64) -> String {
    texts.decimal(amount, if amount.fract() == 0.0 { 0 } else { 2 })
}

/// Whether anyone would read the cell as that number.
fn reads_plainly(cell: &str, amount: f64) -> bool {
    let digits: String = cell.chars().filter(|character| character.is_ascii_digit() || matches!(character, '.' | '-')).collect();
    digits.parse().is_ok_and(|value: f64| (value - amount).abs() < 0.005)
}

/// Whether the table can show the rows a finding speaks of.
#[must_use]
pub fn has_rows(finding: &Finding) -> bool {
    rows_of(finding).is_some()
}

/// Whether a finding speaks of this row.
#[must_use]
pub fn concerns(finding: &Finding, row: &PreviewRow) -> bool {
    rows_of(finding).is_some_and(|concerned| concerned(&row.fate))
}

fn rows_of(finding: &Finding) -> Option<fn(&RowFate) -> bool> {
    use IssueKind::{
        BlankRow, ErrorCell, MissingAmount, MissingDate, NotADate, NotANumber, RepeatedHeader, StatusLeftOut, TotalRow, WalkInLeftOut,
    };
    match finding {
        Finding::TotalRows { .. } => Some(|fate| matches!(fate, RowFate::LeftOut(TotalRow | RepeatedHeader))),
        Finding::BlankRows { .. } => Some(|fate| matches!(fate, RowFate::LeftOut(BlankRow))),
        Finding::UnreadableDates { .. } => Some(|fate| matches!(fate, RowFate::Rejected { kind: NotADate, .. })),
        Finding::UnreadableNumbers { .. } => Some(|fate| matches!(fate, RowFate::Rejected { kind: NotANumber | ErrorCell, .. })),
        Finding::MissingValues { .. } => Some(|fate| matches!(fate, RowFate::Rejected { kind: MissingDate | MissingAmount, .. })),
        Finding::NegativeAmounts { .. } => Some(|fate| matches!(fate, RowFate::Used { amount: Some(amount) } if *amount < 0.0)),
        Finding::Statuses { .. } => Some(|fate| matches!(fate, RowFate::LeftOut(StatusLeftOut))),
        Finding::WalkIns { .. } => Some(|fate| matches!(fate, RowFate::LeftOut(WalkInLeftOut))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::WalkIns;
    use crate::ui::i18n::Language;

    const ENGLISH: Texts = Texts(Language::English);

    fn note(amount: f64, cell: &str) -> String {
        row_note(ENGLISH, &RowFate::Used { amount: Some(amount) }, Some(cell))
    }

    #[test]
    fn only_amounts_that_are_not_plain_are_spelled_out() {
        assert_eq!(note(12_480.0, "12,480.00"), "");
        assert_eq!(note(12_480.0, "¥12,480"), "");
        assert_eq!(note(12_000.0, "1.2万"), "read as 12,000");
        assert_eq!(note(1234.56, "1.234,56"), "read as 1,234.56");
        assert_eq!(note(-420.0, "(420.00)"), "counts as −420");
    }

    #[test]
    fn a_finding_speaks_of_its_own_rows() {
        let row = |fate| PreviewRow { number: 9, cells: Vec::new(), fate };
        let totals = Finding::TotalRows { count: 1, example: "合计".to_owned() };
        assert!(concerns(&totals, &row(RowFate::LeftOut(IssueKind::TotalRow))));
        assert!(!concerns(&totals, &row(RowFate::Used { amount: Some(1.0) })));
        let returns = Finding::NegativeAmounts { count: 1 };
        assert!(concerns(&returns, &row(RowFate::Used { amount: Some(-1.0) })));
        assert!(!has_rows(&Finding::TrimmedNames { count: 3 }));
        assert!(has_rows(&Finding::WalkIns { count: 1, example: String::new(), choice: WalkIns::LeaveOut }));
    }
}
