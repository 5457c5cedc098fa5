//! What would move a customer into another class, in words (METHODS 7).

use crate::calendar::Grain;
use crate::classify::{Quadrant, Side};
use crate::engine::{CardView, Move, ScoreScale};
use crate::ui::i18n::Texts;

use super::side::Look;

/// One sentence a move, in the order the engine gives them.
#[must_use]
pub fn moves(texts: Texts, card: &CardView, look: Look, scale: ScoreScale, currency: &str) -> Vec<String> {
    let sentence = |step: &Move| match look.side {
        Side::Existing => sentence(texts, card.side, step, card.grain, scale, currency),
        Side::Potential => potential_sentence(texts, look, step, currency),
    };
    card.moves.iter().map(sentence).collect()
}

fn potential_sentence(texts: Texts, look: Look, step: &Move, currency: &str) -> String {
    let code = |to: Quadrant| texts.class_code(to.code(look.side));
    match *step {
        Move::Vertical { by, to } if by < 0.0 => texts.potential_move_less(look.vertical(texts, -by, currency), code(to)),
        Move::Vertical { by, to } => texts.potential_move_more(look.vertical(texts, by, currency), code(to)),
        Move::Horizontal { from, to_value, to, .. } => {
            texts.potential_move_intent(texts.decimal(from, 2), texts.decimal(to_value, 2), code(to))
        }
    }
}

fn sentence(texts: Texts, side: Side, step: &Move, grain: Grain, scale: ScoreScale, currency: &str) -> String {
    match *step {
        Move::Vertical { by, to } if by < 0.0 => texts.card_move_less(texts.money(-by, currency), texts.class_code(to.code(side))),
        Move::Vertical { by, to } => texts.card_move_more(texts.money(by, currency), texts.class_code(to.code(side))),
        Move::Horizontal { active_periods: Some(count), usual: Some(usual), to, .. } => {
            let (usual, code) = (texts.money(usual, currency), texts.class_code(to.code(side)));
            match (count, grain) {
                (1, Grain::Month) => texts.card_move_orders_one_month(usual, code),
                (1, Grain::Quarter) => texts.card_move_orders_one_quarter(usual, code),
                (_, Grain::Month) => texts.card_move_orders_months(texts.count(count), usual, code),
                (_, Grain::Quarter) => texts.card_move_orders_quarters(texts.count(count), usual, code),
            }
        }
        Move::Horizontal { from, to_value, to, .. } => {
            let score = |value: f64| texts.decimal(scale.score(value), 2);
            texts.card_move_stability(score(from), score(to_value), texts.class_code(to.code(side)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::{CHINESE, ENGLISH, card};
    use super::*;
    use crate::workspace::{ExistingSettings, PotentialSettings};

    fn look() -> Look {
        Look::of_existing(&ExistingSettings::default())
    }

    #[test]
    fn a_prospect_moves_by_scores() {
        let mut card = card();
        card.moves = vec![
            Move::Vertical { by: 0.5, to: Quadrant::I },
            Move::Horizontal { from: 2.0, to_value: 3.5, active_periods: None, usual: None, to: Quadrant::III },
        ];
        let look = Look::of_potential(&PotentialSettings::default());
        assert_eq!(
            moves(ENGLISH, &card, look, ScoreScale::Share, "GBP"),
            ["0.50 more expected contribution would make it PI.", "Intent 3.50 instead of 2.00 would make it PIII."]
        );
    }

    #[test]
    fn each_move_is_a_sentence() {
        let mut card = card();
        card.moves = vec![
            Move::Horizontal { from: 1.777, to_value: 1.2, active_periods: Some(3), usual: Some(4869.0), to: Quadrant::I },
            Move::Vertical { by: -18_534.5, to: Quadrant::IV },
            Move::Horizontal { from: 1.777, to_value: 1.2, active_periods: None, usual: None, to: Quadrant::I },
        ];
        assert_eq!(
            moves(ENGLISH, &card, look(), ScoreScale::Variation, "GBP"),
            [
                "Orders in 3 more months at the usual £4,869 would make it EI.",
                "£18,534 less would make it EIV.",
                "Stability 0.45 instead of 0.36 would make it EI.",
            ]
        );
        assert_eq!(moves(CHINESE, &card, look(), ScoreScale::Variation, "CNY")[0], "若再有 3 个月按通常的 ¥4,869 下单，即为 EI 类。");
    }
}
