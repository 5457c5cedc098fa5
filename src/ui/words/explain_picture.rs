//! What stands behind the figures of the picture: the thresholds and the figures of the curve.

use crate::classify::{Axis, Direction, Side};
use crate::engine::{CurveView, QuadrantView};
use crate::ui::i18n::Texts;

use super::explain::{Explanation, Tag};
use super::side::Look;

/// A figure of the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CurveFigure {
    Pareto,
    Gini,
    Hhi,
}

/// How a threshold was found.
#[must_use]
pub fn explain_cut(texts: Texts, axis: Axis, view: &QuadrantView, look: Look, currency: &str) -> Explanation {
    let direction = view.cuts.map(|cuts| cuts.direction);
    let (title, how) = match (look.side, axis) {
        (Side::Potential, Axis::Vertical) => (texts.threshold_expected(), texts.explain_potential_cut_how()),
        (Side::Potential, Axis::Horizontal) => (texts.threshold_intent(), texts.explain_potential_cut_how()),
        (Side::Existing, Axis::Vertical) => (texts.threshold_contribution(), texts.explain_cut_contribution_how()),
        (Side::Existing, Axis::Horizontal) if direction == Some(Direction::HighIsGood) => {
            (texts.threshold_stability_plain(), texts.explain_cut_high_how())
        }
        (Side::Existing, Axis::Horizontal) => (texts.threshold_stability_plain(), texts.explain_cut_low_how()),
    };
    let rule = match axis {
        Axis::Vertical => look.rules.vertical,
        Axis::Horizontal => look.rules.horizontal,
    };
    let rated: u32 = view.classes[..4].iter().map(|class| class.customers).sum();
    let value = |cuts: crate::classify::Cuts| match axis {
        Axis::Vertical => look.vertical_exact(texts, cuts.vertical, currency),
        Axis::Horizontal => {
            let score = texts.decimal(view.score_scale.score(cuts.horizontal), 2);
            format!("{} {} = {score}", look.measure_short(texts), texts.decimal(cuts.horizontal, 3))
        }
    };
    Explanation::new(title, Tag::Extension, how)
        .line(format!("{}: {}", texts.rule_name(rule), texts.rule_how(rule)))
        .line(view.cuts.map_or_else(|| "–".to_owned(), value))
        .input(texts.explain_rated(), texts.count(rated))
}

/// The figures below the curve.
#[must_use]
pub fn explain_curve(texts: Texts, figure: CurveFigure, view: &CurveView) -> Explanation {
    let number = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |value| texts.decimal(value, 3));
    let positive = texts.count(view.customers.saturating_sub(view.not_positive));
    match figure {
        CurveFigure::Pareto => Explanation::new(texts.curve_pareto_name(), Tag::Published, texts.explain_pareto_how())
            .input(texts.explain_customers(), texts.count(view.customers))
            .input(texts.curve_pareto_name(), view.pareto.map_or_else(|| "–".to_owned(), |(customers, ..)| texts.count(customers))),
        CurveFigure::Gini => Explanation::new(texts.curve_gini(), Tag::Published, texts.explain_gini_how())
            .line(texts.explain_gini_formula())
            .line(format!("= {}", number(view.gini)))
            .input(texts.explain_customers(), positive),
        CurveFigure::Hhi => Explanation::new(texts.curve_hhi(), Tag::Published, texts.explain_hhi_how())
            .line(texts.explain_hhi_formula())
            .line(format!("= {}", number(view.hhi)))
            .input(texts.explain_customers(), positive),
    }
}

/// What a Gini coefficient means in words.
#[must_use]
pub fn gini_words(texts: Texts, gini: f64) -> &'static str {
    match gini {
        _ if gini < 0.4 => texts.curve_even(),
        _ if gini < 0.7 => texts.curve_uneven(),
        _ => texts.curve_very_uneven(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::{ENGLISH, existing};
    use super::*;

    #[test]
    fn a_threshold_names_its_rule_and_value() {
        let look = Look::of_existing(&crate::workspace::ExistingSettings::default());
        let contribution = explain_cut(ENGLISH, Axis::Vertical, &existing(), look, "GBP");
        assert_eq!(contribution.formula, ["median: Half of the rated customers lie on each side.", "£942.00"]);
        let stability = explain_cut(ENGLISH, Axis::Horizontal, &existing(), look, "GBP");
        assert_eq!(stability.formula[1], "CV 1.200 = 0.45");
        assert_eq!(stability.definition, "Steady if the value ≤ threshold.");
    }

    #[test]
    fn concentration_has_words() {
        assert_eq!(gini_words(ENGLISH, 0.2), "spread evenly");
        assert_eq!(gini_words(ENGLISH, 0.75), "concentrated on few");
        let view = CurveView { gini: Some(0.75), customers: 10, not_positive: 1, ..CurveView::default() };
        assert_eq!(explain_curve(ENGLISH, CurveFigure::Gini, &view).inputs, [("Customers".to_owned(), "9".to_owned())]);
    }
}
