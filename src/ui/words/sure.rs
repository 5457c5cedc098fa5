//! How sure a class is, and what other measures say (METHODS 7).

use crate::calendar::Grain;
use crate::classify::{Class, Quadrant, Side};
use crate::engine::{CardView, Robustness};
use crate::order;
use crate::ui::i18n::Texts;
use crate::workspace::StabilityMeasure;

/// Smooth, intermittent, erratic and lumpy demand part here (Syntetos & Boylan, METHODS 1).
const ADI_CUT: f64 = 1.32;
const CV2_CUT: f64 = 0.49;

/// Shares by class, the largest first, those that never came up left out: `EII 91% · EI 8% · EIV 1%`.
#[must_use]
pub fn sure_shares(texts: Texts, robustness: &Robustness) -> String {
    let mut shares: Vec<(Class, f64)> =
        robustness.shares.iter().enumerate().map(|(place, &share)| (Quadrant::ALL.get(place).copied(), share)).collect();
    shares.retain(|(_, share)| *share > 0.0);
    order::sort_by(&mut shares, |left, right| right.1.total_cmp(&left.1));
    let parts: Vec<_> =
        shares.into_iter().map(|(class, share)| format!("{} {}", texts.class_name(Side::Existing, class), texts.share(share))).collect();
    parts.join(" · ")
}

/// What was drawn again: `of 1,000 resamplings of its months`.
#[must_use]
pub fn sure_draws(texts: Texts, robustness: &Robustness, measure: StabilityMeasure, grain: Grain) -> String {
    let draws = texts.count(robustness.draws);
    match (measure, grain) {
        (StabilityMeasure::CvOrder | StabilityMeasure::Regularity, _) => texts.card_sure_draws_orders(draws),
        (_, Grain::Month) => texts.card_sure_draws_months(draws),
        (_, Grain::Quarter) => texts.card_sure_draws_quarters(draws),
    }
}

/// √(q(1−q)/M): the error of a share that was found by drawing (METHODS 0).
#[must_use]
pub fn drawing_error(share: f64, draws: u32) -> f64 {
    (share * (1.0 - share) / f64::from(draws.max(1))).sqrt()
}

/// Whether measures agree: `2 of 5 other measures give another class.` Measures that do not rate the customer are not counted.
#[must_use]
pub fn others_summary(texts: Texts, card: &CardView) -> String {
    let rated: Vec<_> = card.other_measures.iter().filter(|other| other.class.is_some()).collect();
    let differing = rated.iter().filter(|other| other.class != card.computed_class).count();
    match differing {
        0 => texts.card_others_agree().to_owned(),
        1 => texts.card_others_differ_one(rated.len()),
        several => texts.card_others_differ(several, rated.len()),
    }
}

/// What kind of buyer the periods show, by how rare and how unequal they are.
#[must_use]
pub fn lumpiness(texts: Texts, card: &CardView) -> Option<&'static str> {
    let (adi, cv2) = (card.adi?, card.cv2?);
    Some(match (adi > ADI_CUT, cv2 > CV2_CUT) {
        (true, true) => texts.card_lumpy(),
        (true, false) => texts.card_intermittent(),
        (false, true) => texts.card_erratic(),
        (false, false) => texts.card_smooth(),
    })
}

#[cfg(test)]
mod tests {
    use super::super::samples::{CHINESE, ENGLISH, card};
    use super::*;
    use crate::engine::OtherMeasure;

    #[test]
    fn shares_come_largest_first() {
        let robustness = Robustness { draws: 1000, shares: [0.083, 0.91, 0.0, 0.007, 0.0], block: 1, seed: 1 };
        assert_eq!(sure_shares(ENGLISH, &robustness), "EII 91% · EI 8% · EIV 1%");
        assert_eq!(sure_shares(CHINESE, &robustness), "EII 类 91% · EI 类 8% · EIV 类 1%");
        assert_eq!(sure_draws(ENGLISH, &robustness, StabilityMeasure::CvMonth, Grain::Month), "of 1,000 resamplings of its months");
    }

    #[test]
    fn the_drawing_error_is_that_of_a_proportion() {
        // q = .5, M = 10,000: √(.25 / 10,000) = .005
        assert!((drawing_error(0.5, 10_000) - 0.005).abs() < 1e-15);
        assert_eq!(drawing_error(1.0, 0), 0.0);
    }

    #[test]
    fn other_measures_are_weighed() {
        let mut card = card();
        let other = |class| OtherMeasure { measure: StabilityMeasure::CvQuarter, value: Some(0.5), score: Some(0.66), class };
        card.other_measures = vec![other(Some(Quadrant::I)), other(Some(Quadrant::II)), other(None)];
        assert_eq!(others_summary(ENGLISH, &card), "1 of 2 other measures gives another class.");
        card.other_measures.clear();
        assert_eq!(others_summary(ENGLISH, &card), "All other measures agree.");
        // The handbook's lumpy buyer: three months between orders, sizes far apart.
        (card.adi, card.cv2) = (Some(3.0), Some(0.6));
        assert!(lumpiness(ENGLISH, &card).is_some_and(|words| words.starts_with("A lumpy buyer")));
        card.adi = None;
        assert_eq!(lumpiness(ENGLISH, &card), None);
    }
}
