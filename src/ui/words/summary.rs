//! The picture for those who listen: its description, the counts after a change, the note on customers without a class.

use crate::classify::{Quadrant, Side};
use crate::engine::QuadrantView;
use crate::ui::i18n::Texts;

/// All four classes with count and share, as the picture's description.
#[must_use]
pub fn picture_description(texts: Texts, view: &QuadrantView, currency: &str) -> String {
    let class = |quadrant: Quadrant| {
        let totals = view.classes[quadrant.index()];
        let (code, strategy, count) =
            (quadrant.code(view.side), texts.strategy(quadrant.strategy(view.side)), texts.count(totals.customers));
        match totals.share {
            _ if view.with_amount == 0 => texts.potential_class_part(code, strategy, count),
            Some(share) => texts.picture_class_part(code, strategy, count, texts.share(share)),
            None => texts.picture_class_part_money(code, strategy, count, texts.money_short(totals.amount, currency)),
        }
    };
    Quadrant::ALL.map(class).join(" ")
}

/// Counts of all classes, said after a threshold was let go.
#[must_use]
pub fn announcement(texts: Texts, view: &QuadrantView) -> String {
    let count = |place: usize| texts.count(view.classes[place].customers);
    match view.side {
        Side::Existing => texts.picture_announce(count(0), count(1), count(2), count(3), count(4)),
        Side::Potential => texts.potential_announce(count(0), count(1), count(2), count(3), count(4)),
    }
}

/// How many customers have no class and why; `None` where all have one.
#[must_use]
pub fn not_rated_note(texts: Texts, view: &QuadrantView) -> Option<String> {
    let reasons: Vec<_> = view.not_rated.iter().filter(|(_, count)| *count > 0).collect();
    let reason_text = match reasons.as_slice() {
        [] => return None,
        [(reason, _)] => texts.not_rated_reason(*reason, view.grain).to_owned(),
        several => {
            let parts: Vec<_> = several
                .iter()
                .map(|(reason, count)| texts.picture_not_rated_part(texts.not_rated_reason(*reason, view.grain), texts.count(*count)))
                .collect();
            parts.join(texts.list_join())
        }
    };
    let count: u32 = reasons.iter().map(|(_, count)| count).sum();
    Some(match (view.side, count) {
        (Side::Existing, 1) => texts.picture_not_rated_one(reason_text),
        (Side::Existing, _) => texts.picture_not_rated(texts.count(count), reason_text),
        (Side::Potential, 1) => texts.potential_not_rated_one(reason_text),
        (Side::Potential, _) => texts.potential_not_rated(texts.count(count), reason_text),
    })
}

#[cfg(test)]
mod tests {
    use super::super::samples::{CHINESE, ENGLISH, existing};
    use super::*;
    use crate::engine::NotRated;

    #[test]
    fn the_description_holds_every_class() {
        let text = picture_description(ENGLISH, &existing(), "GBP");
        assert!(
            text.starts_with("EI Consolidate: 111 customers, 57% of the money. EII Turn around: 72 customers, 32% of the money."),
            "{text}"
        );
    }

    #[test]
    fn the_note_counts_by_reason() {
        let mut view = existing();
        assert_eq!(
            not_rated_note(ENGLISH, &view).as_deref(),
            Some("47 customers are not rated: under 4 counted months (45), average not above 0 (2). They are in every total.")
        );
        view.not_rated = vec![(NotRated::TooFewOrders, 1)];
        assert_eq!(not_rated_note(CHINESE, &view).as_deref(), Some("1 家客户未评级：订单不足 3 笔。各项合计均已包含。"));
        view.not_rated.clear();
        assert_eq!(not_rated_note(ENGLISH, &view), None);
    }
}
