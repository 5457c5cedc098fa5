//! What stands behind the figures of a potential customer's card, with the numbers of that one.

use super::explain::{Explanation, Figure, Tag};
use super::side::Look;
use crate::classify::{Criterion, Score, Scorecard};
use crate::engine::CardView;
use crate::ui::i18n::Texts;
use crate::workspace::{ExpectedFrom, IntentFrom, PotentialSettings};

/// The explanation of a figure; `None` for one that this card does not show.
#[must_use]
pub fn explain_prospect(
    texts: Texts,
    figure: Figure,
    card: &CardView,
    settings: &PotentialSettings,
    currency: &str,
) -> Option<Explanation> {
    let look = Look::of_potential(settings);
    let prospect = card.prospect.as_ref()?;
    Some(match figure {
        Figure::Contribution => match settings.expected_from {
            ExpectedFrom::Scorecard => score(texts, texts.expected_contribution(), &prospect.expected, &settings.expected_card),
            ExpectedFrom::Column => Explanation::new(texts.expected_contribution(), Tag::Stated, texts.explain_expected_how())
                .line(card.vertical.map_or_else(|| "–".to_owned(), |value| look.vertical_exact(texts, value, currency))),
        },
        Figure::Stability => intent(texts, card, settings)?,
        Figure::Share => {
            Explanation::new(texts.explain_share(), Tag::Stated, texts.explain_share_how()).line(texts.explain_share_formula())
        }
        // What stands in the place of the orders is how much of the weight is rated.
        Figure::Orders => Explanation::new(texts.sheet_complete(), Tag::Extension, texts.explain_complete_how())
            .line(prospect.completeness.map_or_else(|| "–".to_owned(), |part| texts.share(part))),
        Figure::Class => class(texts, card, look, currency),
        Figure::Moves => Explanation::new(texts.card_move_title(), Tag::Extension, texts.explain_potential_moves_how()),
        Figure::Sure | Figure::Others => return None,
    })
}

fn intent(texts: Texts, card: &CardView, settings: &PotentialSettings) -> Option<Explanation> {
    let prospect = card.prospect.as_ref()?;
    let value = card.horizontal.map_or_else(|| "–".to_owned(), |value| texts.decimal(value, 2));
    let plain = || Explanation::new(texts.intent(), Tag::Extension, texts.explain_intent_how());
    Some(match settings.intent_from {
        IntentFrom::Scorecard => score(texts, texts.intent(), &prospect.intent, &settings.intent_card),
        IntentFrom::Level => plain().line(texts.explain_level_formula(&prospect.level, value)),
        IntentFrom::Column => plain().line(value),
    })
}

/// Σ w·r ÷ Σ w with the numbers of this one.
fn score(texts: Texts, title: &str, score: &Score, scorecard: &Scorecard) -> Explanation {
    let number = |value: f64| texts.decimal(value, if value.fract() == 0.0 { 0 } else { 2 });
    let rated: Vec<(f64, f64)> = score.parts.iter().filter_map(|part| Some((part.weight, part.rating?))).collect();
    let products: Vec<String> = rated.iter().map(|(weight, rating)| format!("{}×{}", number(*weight), number(*rating))).collect();
    let weights: Vec<String> = rated.iter().map(|(weight, _)| number(*weight)).collect();
    let explanation = Explanation::new(title, Tag::Stated, texts.explain_score_how()).line(texts.explain_score_formula());
    let explanation = match score.value {
        Some(value) => explanation.line(format!("({}) ÷ ({})", products.join(" + "), weights.join(" + "))).line(format!(
            "= {} ÷ {} = {}",
            number(score.weighted),
            number(score.weight),
            texts.decimal(value, 2)
        )),
        None => explanation.line("–"),
    };
    let named = |code: &str| scorecard.criteria.iter().find(|criterion| criterion.code == code).cloned();
    score.parts.iter().fold(explanation, |explanation, part| {
        let criterion = named(&part.code).unwrap_or_else(|| Criterion { code: part.code.clone(), ..Criterion::default() });
        let rating = part.rating.map_or_else(|| "–".to_owned(), number);
        explanation.input(&texts.criterion(&criterion), format!("{} × {rating}", number(part.weight)))
    })
}

fn class(texts: Texts, card: &CardView, look: Look, currency: &str) -> Explanation {
    let (Some(class), Some(cuts), Some(vertical), Some(horizontal)) = (card.computed_class, card.cuts, card.vertical, card.horizontal)
    else {
        return Explanation::new(texts.card_why_not_rated(), Tag::Extension, texts.explain_potential_not_rated_how());
    };
    let sign = |high: bool| if high { "≥" } else { "<" };
    let up = sign(class.is_high(crate::classify::Axis::Vertical));
    let right = sign(class.is_high(crate::classify::Axis::Horizontal));
    Explanation::new(texts.explain_class(), Tag::Stated, texts.explain_potential_class_how())
        .line(format!("{} {up} {}", look.vertical_exact(texts, vertical, currency), look.vertical_exact(texts, cuts.vertical, currency)))
        .line(format!("{} {right} {}", texts.decimal(horizontal, 2), texts.decimal(cuts.horizontal, 2)))
        .input(texts.threshold_expected(), texts.rule_name(look.rules.vertical))
        .input(texts.threshold_intent(), texts.rule_name(look.rules.horizontal))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::super::samples::{CHINESE, ENGLISH, card};
    use super::*;
    use crate::engine::ProspectCard;

    fn prospect(settings: &PotentialSettings) -> CardView {
        let ratings = BTreeMap::from([("size".to_owned(), 5.0), ("network".to_owned(), 2.0)]);
        let expected = settings.expected_card.score(&ratings);
        let prospect = ProspectCard {
            level: String::new(),
            product: String::new(),
            linked: false,
            intent: settings.intent_card.score(&ratings),
            intent_given: None,
            completeness: Some(0.25),
            expected,
        };
        CardView { prospect: Some(prospect), ..card() }
    }

    #[test]
    fn a_score_shows_the_products_of_this_prospect() {
        let mut settings = PotentialSettings::default();
        settings.expected_card.criteria[0].weight = 2.5;
        let found =
            explain_prospect(ENGLISH, Figure::Contribution, &prospect(&settings), &settings, "GBP").unwrap_or_else(|| unreachable!());
        // (2.5·5 + 1·2) / (2.5 + 1) = 14.5 / 3.5 = 4.142857
        assert_eq!(found.formula[1..], ["(2.50×5 + 1×2) ÷ (2.50 + 1)", "= 14.50 ÷ 3.50 = 4.14"]);
        assert_eq!(found.inputs[0], ("Strength and size".to_owned(), "2.50 × 5".to_owned()));
        assert_eq!(found.inputs[1].1, "1 × –");
        let chinese =
            explain_prospect(CHINESE, Figure::Stability, &prospect(&settings), &settings, "CNY").unwrap_or_else(|| unreachable!());
        assert_eq!(chinese.inputs[0].0, "需求");
    }
}
