//! The class list as a table to export: one row a customer, the not-rated ones included (nothing is lost).
//! Knows nothing of file formats; wording comes from outside, codes are English.

use super::{ExportRow, ExportView, NotRated};
use crate::classify::{Class, Quadrant, Side};
use crate::report::{ReportCell, ReportTable};
use crate::tables::WALK_IN_KEY;

/// What the list says besides figures and names.
pub struct ClassListWording<'a> {
    /// Sheet name.
    pub title: String,
    /// In the order of [`CLASS_LIST_CODES`] or [`PROSPECT_LIST_CODES`].
    pub header: [String; 9],
    /// The stability measure in words or as its code.
    pub measure: String,
    /// The group of customers without a name.
    pub walk_ins: String,
    pub not_rated: String,
    pub class: &'a dyn Fn(Quadrant) -> String,
    pub reason: &'a dyn Fn(NotRated) -> String,
    /// A class set by hand (first) in place of the computed one (second), both as written in the class column.
    pub override_of: &'a dyn Fn(&str, &str) -> String,
    /// Rules and credits below the table.
    pub notes: Vec<String>,
}

/// Headers of the CSV file: programs read them, so they stay English.
pub const CLASS_LIST_CODES: [&str; 9] =
    ["customer", "name", "contribution", "stability_measure", "stability_value", "stability_score", "class", "reason", "override"];
/// The same of potential customers.
pub const PROSPECT_LIST_CODES: [&str; 9] =
    ["customer", "name", "expected_contribution", "intent_source", "intent_value", "intent_score", "class", "reason", "override"];

fn codes_of(side: Side) -> [&'static str; 9] {
    match side {
        Side::Existing => CLASS_LIST_CODES,
        Side::Potential => PROSPECT_LIST_CODES,
    }
}

impl ClassListWording<'static> {
    /// The wording of the CSV file: codes alone, the same in every language.
    #[must_use]
    pub fn codes(view: &ExportView) -> Self {
        Self {
            title: "classes".to_owned(),
            header: codes_of(view.side).map(str::to_owned),
            measure: view.measure.code().to_owned(),
            walk_ins: "walk-in".to_owned(),
            not_rated: "not_rated".to_owned(),
            class: match view.side {
                Side::Existing => &|quadrant: Quadrant| quadrant.code(Side::Existing).to_owned(),
                Side::Potential => &|quadrant: Quadrant| quadrant.code(Side::Potential).to_owned(),
            },
            reason: &|reason| reason.code().to_owned(),
            override_of: &|set, computed| format!("{set} (computed {computed})"),
            notes: Vec::new(),
        }
    }
}

/// The class list. `class` is the class in force; `reason` says why there is none or why it was set by hand; `override` keeps the computed
/// class beside the one set.
#[must_use]
pub fn class_list(view: &ExportView, wording: &ClassListWording<'_>) -> ReportTable {
    ReportTable {
        title: wording.title.clone(),
        header: wording.header.to_vec(),
        rows: view.rows.iter().map(|row| cells(row, wording)).collect(),
        notes: wording.notes.clone(),
    }
}

fn cells(row: &ExportRow, wording: &ClassListWording<'_>) -> Vec<ReportCell> {
    let optional = |value: Option<f64>, decimals| value.map_or(ReportCell::Empty, |value| ReportCell::Number(value, decimals));
    vec![
        text(if row.customer == WALK_IN_KEY { &wording.walk_ins } else { &row.customer }),
        text(if row.name == WALK_IN_KEY { &wording.walk_ins } else { &row.name }),
        optional(row.vertical, 2),
        text(&wording.measure),
        optional(row.horizontal, 6),
        optional(row.score, 6),
        text(&class_text(row.class, wording)),
        text(&reason_text(row, wording)),
        text(&override_text(row, wording)),
    ]
}

fn text(text: &str) -> ReportCell {
    if text.is_empty() { ReportCell::Empty } else { ReportCell::Text(text.to_owned()) }
}

fn class_text(class: Class, wording: &ClassListWording<'_>) -> String {
    class.map_or_else(|| wording.not_rated.clone(), |quadrant| (wording.class)(quadrant))
}

fn reason_text(row: &ExportRow, wording: &ClassListWording<'_>) -> String {
    match (&row.overridden, row.not_rated) {
        (Some(by_hand), _) => by_hand.reason.clone(),
        (None, Some(reason)) => (wording.reason)(reason),
        (None, None) => String::new(),
    }
}

fn override_text(row: &ExportRow, wording: &ClassListWording<'_>) -> String {
    row.overridden.as_ref().map_or_else(String::new, |by_hand| {
        (wording.override_of)(&(wording.class)(by_hand.class), &class_text(row.computed_class, wording))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::HorizontalMeasure;
    use crate::report::csv_bytes;
    use crate::workspace::{Override, StabilityMeasure};

    fn row(customer: &str, class: Class, computed_class: Class) -> ExportRow {
        ExportRow {
            customer: customer.to_owned(),
            name: String::new(),
            vertical: Some(1234.5),
            horizontal: Some(0.25),
            score: Some(0.8),
            class,
            computed_class,
            not_rated: None,
            overridden: None,
        }
    }

    fn view() -> ExportView {
        let by_hand = Override { class: Quadrant::I, reason: "=new contract, signed".to_owned(), author: "Kim".to_owned(), at: 0.0 };
        let rows = vec![
            row("0017", Some(Quadrant::IV), Some(Quadrant::IV)),
            ExportRow { name: "张三".to_owned(), overridden: Some(by_hand), ..row("2", Some(Quadrant::I), Some(Quadrant::II)) },
            ExportRow { horizontal: None, score: None, not_rated: Some(NotRated::TooFewPeriods), ..row(WALK_IN_KEY, None, None) },
        ];
        ExportView {
            side: Side::Existing,
            workspace: "w".to_owned(),
            measure: HorizontalMeasure::Stability(StabilityMeasure::CvMonth),
            currency: "GBP".to_owned(),
            rows,
        }
    }

    #[test]
    fn the_csv_keeps_its_columns_and_codes() {
        let view = view();
        let bytes = csv_bytes(&class_list(&view, &ClassListWording::codes(&view)));
        let expected = "\u{feff}customer,name,contribution,stability_measure,stability_value,stability_score,class,reason,override\r\n\
            0017,,1234.50,cv-month,0.250000,0.800000,EIV,,\r\n\
            2,张三,1234.50,cv-month,0.250000,0.800000,EI,\"'=new contract, signed\",EI (computed EII)\r\n\
            walk-in,,1234.50,cv-month,,,not_rated,too_few_periods,\r\n";
        assert_eq!(String::from_utf8(bytes), Ok(expected.to_owned()));
    }

    #[test]
    fn the_sheet_takes_the_wording_handed_in() {
        let view = view();
        let wording = ClassListWording {
            title: "客户分类".to_owned(),
            not_rated: "未评级".to_owned(),
            class: &|quadrant| format!("{} 类", quadrant.code(Side::Existing)),
            notes: vec!["净销售额".to_owned()],
            ..ClassListWording::codes(&view)
        };
        let table = class_list(&view, &wording);
        assert_eq!(table.title, "客户分类");
        assert_eq!(table.rows[0][6], ReportCell::Text("EIV 类".to_owned()));
        assert_eq!(table.rows[2][6], ReportCell::Text("未评级".to_owned()));
        assert_eq!(table.notes, ["净销售额"]);
    }
}
