//! What stands behind a figure: its definition, its formula with the actual numbers, its inputs and the tag of its source (METHODS).

use crate::calendar::Day;
use crate::classify::Direction;
use crate::engine::{CardView, QuadrantView};
use crate::ui::i18n::Texts;
use crate::workspace::{ContributionBasis, ExistingSettings, StabilityMeasure};

use super::sure::drawing_error;

/// Where a rule comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag {
    Stated,
    Published,
    Extension,
}

impl Tag {
    /// The letter shown beside a figure.
    #[must_use]
    pub fn letter(self) -> &'static str {
        match self {
            Self::Stated => "S",
            Self::Published => "P",
            Self::Extension => "X",
        }
    }
}

/// What a popover beside a figure shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    pub title: String,
    pub tag: Tag,
    pub definition: String,
    /// Lines of the formula, general first, then with the numbers.
    pub formula: Vec<String>,
    /// (name, value) of what went in.
    pub inputs: Vec<(String, String)>,
}

impl Explanation {
    pub(super) fn new(title: &str, tag: Tag, definition: &str) -> Self {
        Self { title: title.to_owned(), tag, definition: definition.to_owned(), formula: Vec::new(), inputs: Vec::new() }
    }

    pub(super) fn line(mut self, line: impl Into<String>) -> Self {
        self.formula.push(line.into());
        self
    }

    pub(super) fn input(mut self, name: &str, value: impl Into<String>) -> Self {
        self.inputs.push((name.to_owned(), value.into()));
        self
    }
}

/// A figure of the card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    Contribution,
    Share,
    Stability,
    Orders,
    Class,
    Moves,
    Sure,
    Others,
}

/// What a card's figures are explained from.
#[derive(Clone, Copy)]
pub struct CardContext<'a> {
    pub card: &'a CardView,
    pub existing: &'a QuadrantView,
    pub settings: &'a ExistingSettings,
    pub currency: &'a str,
}

/// The explanation of a card's figure.
#[must_use]
pub fn explain(texts: Texts, figure: Figure, context: CardContext<'_>) -> Explanation {
    match figure {
        Figure::Contribution => contribution(texts, context),
        Figure::Share => share(texts, context),
        Figure::Stability => stability(texts, context),
        Figure::Orders => orders(texts, context.card),
        Figure::Class => class(texts, context),
        Figure::Moves => Explanation::new(texts.card_move_title(), Tag::Extension, texts.explain_moves_how()),
        Figure::Sure => sure(texts, context.card),
        Figure::Others => others(texts, context.card),
    }
}

fn contribution(texts: Texts, context: CardContext<'_>) -> Explanation {
    let CardContext { card, existing, settings, currency } = context;
    let formula = match settings.contribution {
        _ if existing.window.is_none() => texts.explain_contribution_formula_given(),
        ContributionBasis::Margin => texts.explain_contribution_formula_margin(),
        ContributionBasis::PerPeriod => texts.explain_contribution_formula_period(),
        ContributionBasis::Total if settings.gross => texts.explain_contribution_formula_gross(),
        ContributionBasis::Total => texts.explain_contribution_formula_net(),
    };
    let explanation = Explanation::new(texts.explain_contribution(), Tag::Stated, texts.explain_contribution_how())
        .line(formula)
        .line(format!("= {}", texts.money_exact(card.vertical.unwrap_or_default(), currency)));
    match existing.window {
        Some((from, to)) => explanation
            .input(texts.explain_window(), texts.days(Day(from), Day(to)))
            .input(texts.explain_purchase_rows(), texts.count(card.order_rows)),
        None => explanation,
    }
}

fn share(texts: Texts, context: CardContext<'_>) -> Explanation {
    let (part, total) = (
        texts.money_exact(context.card.amount.unwrap_or_default(), context.currency),
        texts.money_exact(context.existing.total, context.currency),
    );
    let result = context.card.share.map_or_else(|| "–".to_owned(), |share| texts.share_fine(share));
    Explanation::new(texts.explain_share(), Tag::Stated, texts.explain_share_how())
        .line(texts.explain_share_formula())
        .line(format!("{part} ÷ {total} = {result}"))
}

fn stability(texts: Texts, context: CardContext<'_>) -> Explanation {
    let CardContext { card, settings, currency, .. } = context;
    let value = card.horizontal.map_or_else(|| "–".to_owned(), |value| texts.decimal(value, 3));
    let score = card.score.map_or_else(|| "–".to_owned(), |score| texts.decimal(score, 2));
    match settings.stability {
        StabilityMeasure::CvMonth | StabilityMeasure::CvQuarter => {
            let money = |amount: Option<f64>| amount.map_or_else(|| "–".to_owned(), |amount| texts.money_exact(amount, currency));
            Explanation::new(texts.explain_stability(), Tag::Extension, texts.explain_stability_cv_how())
                .line(texts.explain_cv_formula())
                .line(format!("CV = {} ÷ {} = {value}", money(card.deviation), money(card.mean)))
                .line(format!("1 ÷ (1 + {value}) = {score}"))
                .input(texts.explain_counted(), texts.count(card.counted))
                .input(texts.explain_active(), texts.count(card.active))
        }
        StabilityMeasure::ActiveMonths => Explanation::new(texts.explain_stability(), Tag::Extension, texts.explain_stability_active_how())
            .line(format!("{} ÷ {} = {value}", texts.count(card.active), texts.count(card.counted))),
        StabilityMeasure::CvOrder => Explanation::new(texts.explain_stability(), Tag::Extension, texts.explain_stability_orders_how())
            .line(texts.explain_cv_formula())
            .line(format!("1 ÷ (1 + {value}) = {score}"))
            .input(texts.explain_orders(), texts.count(card.orders)),
        StabilityMeasure::Regularity => {
            Explanation::new(texts.explain_stability(), Tag::Published, texts.explain_stability_regularity_how())
                .line(texts.explain_regularity_formula())
                .line(format!("H = {value};  1 − H = {score}"))
                .input(texts.explain_orders(), texts.count(card.orders))
        }
        StabilityMeasure::Given => {
            Explanation::new(texts.explain_stability(), Tag::Extension, texts.explain_stability_given_how()).line(value)
        }
    }
}

fn orders(texts: Texts, card: &CardView) -> Explanation {
    let day = |day: Option<i32>| day.map_or_else(|| "–".to_owned(), |day| texts.day(Day(day)));
    Explanation::new(texts.explain_orders(), Tag::Stated, texts.explain_orders_how())
        .input(texts.explain_orders(), texts.count(card.orders))
        .input(texts.explain_purchase_rows(), texts.count(card.order_rows))
        .input(texts.explain_first(), day(card.first_day))
        .input(texts.explain_last(), day(card.last_day))
}

fn class(texts: Texts, context: CardContext<'_>) -> Explanation {
    let CardContext { card, settings, currency, .. } = context;
    if card.computed_class.is_none() {
        return Explanation::new(texts.card_why_not_rated(), Tag::Extension, texts.explain_not_rated_how());
    }
    let explanation = Explanation::new(texts.explain_class(), Tag::Stated, texts.explain_class_how());
    let (Some(cuts), Some(value)) = (card.cuts, card.horizontal) else { return explanation };
    let sign = |holds: bool, yes: &'static str, no: &'static str| if holds { yes } else { no };
    let high = card.computed_class.is_some_and(|class| class.index() < 2);
    let steady = card.computed_class.is_some_and(|class| class.index() % 2 == 0);
    let (good, poor) = if cuts.direction == Direction::LowIsGood { ("≤", ">") } else { ("≥", "<") };
    explanation
        .line(format!(
            "{} {} {}",
            texts.money_exact(card.vertical.unwrap_or_default(), currency),
            sign(high, "≥", "<"),
            texts.money_exact(cuts.vertical, currency)
        ))
        .line(format!(
            "{} {} {} {}",
            texts.measure_short(settings.stability),
            texts.decimal(value, 3),
            sign(steady, good, poor),
            texts.decimal(cuts.horizontal, 3)
        ))
        .input(texts.threshold_contribution(), texts.rule_name(settings.contribution_threshold))
        .input(texts.threshold_stability_plain(), texts.rule_name(settings.stability_threshold))
}

fn sure(texts: Texts, card: &CardView) -> Explanation {
    let explanation = Explanation::new(texts.explain_sure(), Tag::Extension, texts.explain_sure_how());
    let Some(robustness) = card.robustness else { return explanation };
    let share = robustness.shares.iter().copied().fold(0.0, f64::max);
    let error = drawing_error(share, robustness.draws);
    let drawn = if robustness.block > 1 { texts.explain_sure_blocks(robustness.block) } else { texts.explain_sure_single().to_owned() };
    explanation
        .line(format!(
            "√(q(1 − q) ÷ M) = √({} × {} ÷ {}) = {}",
            texts.decimal(share, 3),
            texts.decimal(1.0 - share, 3),
            texts.count(robustness.draws),
            texts.share_fine(error)
        ))
        .input(texts.explain_draws(), texts.count(robustness.draws))
        .input(texts.explain_sure_drawn(), drawn)
        .input(texts.explain_seed(), robustness.seed.to_string())
        .input(texts.explain_error(), format!("±{}", texts.share_fine(error)))
}

fn others(texts: Texts, card: &CardView) -> Explanation {
    let number = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |value| texts.decimal(value, 2));
    Explanation::new(texts.card_others(), Tag::Published, texts.explain_adi_how())
        .input(texts.explain_adi(), number(card.adi))
        .input(texts.explain_cv2(), number(card.cv2))
}

#[cfg(test)]
mod tests {
    use super::super::samples::{CHINESE, ENGLISH, card, existing};
    use super::*;

    fn explained(figure: Figure, edit: impl FnOnce(&mut CardView, &mut ExistingSettings)) -> Explanation {
        let (mut card, existing, mut settings) = (card(), existing(), ExistingSettings::default());
        edit(&mut card, &mut settings);
        explain(ENGLISH, figure, CardContext { card: &card, existing: &existing, settings: &settings, currency: "GBP" })
    }

    #[test]
    fn stability_shows_its_own_numbers() {
        let explanation = explained(Figure::Stability, |_, _| {});
        assert_eq!(explanation.tag, Tag::Extension);
        assert_eq!(explanation.formula, ["CV = deviation ÷ mean", "CV = £2,884.00 ÷ £1,623.00 = 1.777", "1 ÷ (1 + 1.777) = 0.36"]);
        let regularity = explained(Figure::Stability, |_, settings| settings.stability = StabilityMeasure::Regularity);
        assert_eq!(regularity.tag, Tag::Published);
    }

    #[test]
    fn the_class_follows_from_two_comparisons() {
        let explanation = explained(Figure::Class, |_, _| {});
        assert_eq!(explanation.formula, ["£19,476.00 ≥ £942.00", "CV 1.777 > 1.200"]);
        let none = explained(Figure::Class, |card, _| card.computed_class = None);
        assert_eq!(none.title, "Why not rated");
    }

    #[test]
    fn how_sure_gives_seed_and_error() {
        let explanation = explained(Figure::Sure, |_, _| {});
        // √(.91 × .09 / 1000) = .00905
        assert_eq!(explanation.formula, ["√(q(1 − q) ÷ M) = √(0.910 × 0.090 ÷ 1,000) = 0.9%"]);
        assert!(explanation.inputs.contains(&("Seed".to_owned(), "1".to_owned())));
    }

    #[test]
    fn every_figure_has_a_definition_in_both_languages() {
        let (card, existing, settings) = (card(), existing(), ExistingSettings::default());
        let context = CardContext { card: &card, existing: &existing, settings: &settings, currency: "CNY" };
        let figures = [
            Figure::Contribution,
            Figure::Share,
            Figure::Stability,
            Figure::Orders,
            Figure::Class,
            Figure::Moves,
            Figure::Sure,
            Figure::Others,
        ];
        for figure in figures {
            assert!(!explain(ENGLISH, figure, context).definition.is_empty());
            assert!(explain(CHINESE, figure, context).definition.ends_with('。'), "{figure:?}");
        }
    }
}
