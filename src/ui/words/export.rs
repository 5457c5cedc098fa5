//! The wording of the class list that goes out as a workbook.

use crate::calendar::Grain;
use crate::classify::{Quadrant, Side};
use crate::engine::{ClassListWording, ExportView, HorizontalMeasure, NotRated};
use crate::report::ReportTable;
use crate::ui::i18n::Texts;

/// Makes the table with the wording of a language; `rule` is the sentence that says how the classes came about.
pub fn worded_list(texts: Texts, view: &ExportView, rule: String, make: impl FnOnce(&ClassListWording<'_>) -> ReportTable) -> ReportTable {
    let (vertical, measure, horizontal) = match view.side {
        Side::Existing => (texts.list_contribution(), texts.export_measure(), texts.list_stability()),
        Side::Potential => (texts.expected_contribution(), texts.export_intent_source(), texts.intent()),
    };
    let grain = match view.measure {
        HorizontalMeasure::Stability(measure) => measure.grain(),
        HorizontalMeasure::Intent(_) => Grain::Month,
    };
    let wording = ClassListWording {
        title: texts.classes_title().to_owned(),
        header: [
            texts.list_key(),
            texts.list_customer(),
            vertical,
            measure,
            texts.export_value(),
            horizontal,
            texts.list_class(),
            texts.export_reason(),
            texts.list_by_hand_heading(),
        ]
        .map(str::to_owned),
        measure: match view.measure {
            HorizontalMeasure::Stability(measure) => texts.measure_name(measure).to_owned(),
            HorizontalMeasure::Intent(from) => texts.intent_from(from).0.to_owned(),
        },
        walk_ins: texts.walk_in().to_owned(),
        not_rated: texts.not_rated().to_owned(),
        class: &|quadrant: Quadrant| texts.class_code(quadrant.code(view.side)),
        reason: &|reason: NotRated| texts.not_rated_reason(reason, grain).to_owned(),
        override_of: &|set, computed| texts.export_override(set, computed),
        notes: vec![rule],
    };
    make(&wording)
}

#[cfg(test)]
mod tests {
    use super::super::samples::{CHINESE, ENGLISH};
    use super::*;
    use crate::engine::class_list;
    use crate::workspace::StabilityMeasure;

    #[test]
    fn headings_follow_the_language() {
        let view = ExportView {
            side: Side::Existing,
            workspace: "w".into(),
            measure: HorizontalMeasure::Stability(StabilityMeasure::CvMonth),
            currency: "GBP".into(),
            rows: Vec::new(),
        };
        let english = worded_list(ENGLISH, &view, "Net sales".into(), |wording| class_list(&view, wording));
        let chinese = worded_list(CHINESE, &view, "净销售额".into(), |wording| class_list(&view, wording));
        assert_eq!(english.header[2], "Contribution");
        assert_eq!(chinese.header[2], "贡献度");
        assert_eq!(english.notes, ["Net sales"]);
    }
}
