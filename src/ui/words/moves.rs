//! What would move a customer into another class, in words (METHODS 7).

use crate::calendar::Grain;
use crate::classify::Side;
use crate::engine::{CardView, Move, ScoreScale};
use crate::ui::i18n::Texts;

/// One sentence a move, in the order the engine gives them.
#[must_use]
pub fn moves(texts: Texts, card: &CardView, scale: ScoreScale, currency: &str) -> Vec<String> {
    card.moves.iter().map(|step| sentence(texts, card.side, step, card.grain, scale, currency)).collect()
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
    use crate::classify::Quadrant;

    #[test]
    fn each_move_is_a_sentence() {
        let mut card = card();
        card.moves = vec![
            Move::Horizontal { from: 1.777, to_value: 1.2, active_periods: Some(3), usual: Some(4869.0), to: Quadrant::I },
            Move::Vertical { by: -18_534.5, to: Quadrant::IV },
            Move::Horizontal { from: 1.777, to_value: 1.2, active_periods: None, usual: None, to: Quadrant::I },
        ];
        assert_eq!(
            moves(ENGLISH, &card, ScoreScale::Variation, "GBP"),
            [
                "Orders in 3 more months at the usual £4,869 would make it EI.",
                "£18,534 less would make it EIV.",
                "Stability 0.45 instead of 0.36 would make it EI.",
            ]
        );
        assert_eq!(moves(CHINESE, &card, ScoreScale::Variation, "CNY")[0], "若再有 3 个月按通常的 ¥4,869 下单，即为 EI 类。");
    }
}
