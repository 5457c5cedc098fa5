//! A threshold as something that is moved: its steps, its rounding, its text in a number field.

use crate::engine::ScoreScale;

/// How a threshold's value runs along its axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum CutScale {
    /// Contribution on a log axis: a step is a ratio.
    Ratio,
    /// Contribution on a linear axis that shows this much money.
    Span(f64),
    /// Stability: the axis shows the score, the value is in the measure's unit.
    Score(ScoreScale),
}

/// One step on a log axis: a hundred lead from one power of ten to the next.
const RATIO_STEP: f64 = 0.01;
/// One step on the stability axis, as a score.
const SCORE_STEP: f64 = 0.005;
/// Steps from end to end of a linear axis.
const LINEAR_STEPS: f64 = 200.0;

impl CutScale {
    /// The value some steps further along the axis (to the right, upwards), tidied.
    #[must_use]
    pub fn stepped(self, value: f64, steps: f64) -> f64 {
        match self {
            Self::Ratio if value > 0.0 => tidy(value * 10f64.powf(RATIO_STEP * steps), value.abs() * RATIO_STEP),
            // A log axis has no step to or below 0: the first value above it is where the axis begins for money.
            Self::Ratio => {
                if steps > 0.0 {
                    1.0
                } else {
                    value
                }
            }
            Self::Span(span) => tidy(value + span / LINEAR_STEPS * steps, span / LINEAR_STEPS),
            Self::Score(scale) => {
                let score = (scale.score(value) + SCORE_STEP * steps).clamp(0.0, 1.0);
                self.settled(scale.value_from_score(score.max(SCORE_STEP)))
            }
        }
    }

    /// A dragged value, rounded to what a person would write.
    #[must_use]
    pub fn settled(self, value: f64) -> f64 {
        match self {
            Self::Ratio => tidy(value, value.abs() * RATIO_STEP / 2.0),
            Self::Span(span) => tidy(value, span / LINEAR_STEPS / 4.0),
            Self::Score(ScoreScale::Given { largest }) => tidy(value, largest / 500.0),
            Self::Score(_) => tidy(value, 0.005),
        }
    }
}

/// Rounded to the power of ten that is not coarser than `resolution`.
fn tidy(value: f64, resolution: f64) -> f64 {
    if resolution <= 0.0 || !resolution.is_finite() || !value.is_finite() {
        return value;
    }
    let digits = -resolution.log10().floor();
    // Dividing by a whole power of ten gives the decimal a person would type; multiplying by .1 would not.
    if digits >= 0.0 {
        let scale = 10f64.powf(digits);
        (value * scale).round() / scale
    } else {
        let scale = 10f64.powf(-digits);
        (value / scale).round() * scale
    }
}

/// A threshold in its number field: enough digits to be recognised, two decimals at least where there are any (`942`, `1.20`, `652.28`).
#[must_use]
pub fn field_text(value: f64, for_money: bool) -> String {
    if !value.is_finite() {
        return String::new();
    }
    let most = if for_money { 2 } else { 3 };
    let text = format!("{value:.most$}");
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let fraction = fraction.trim_end_matches('0');
    match (for_money, fraction) {
        (true, "") => whole.to_owned(),
        _ => format!("{whole}.{fraction:0<2}"),
    }
}

/// What was typed as a number; full-width digits and a decimal comma are understood. A comma before three digits groups, as the app
/// itself writes them.
#[must_use]
pub fn typed_number(text: &str) -> Option<f64> {
    let plain: String = text
        .trim()
        .chars()
        .filter_map(|letter| match letter {
            '０'..='９' => char::from_u32(letter as u32 - '０' as u32 + '0' as u32),
            '．' => Some('.'),
            '−' | '－' => Some('-'),
            ' ' | '\u{a0}' | '_' => None,
            other => Some(other),
        })
        .collect();
    let plain = if is_decimal_comma(&plain) { plain.replace(',', ".") } else { plain.replace([',', '，'], "") };
    plain.parse().ok().filter(|value: &f64| value.is_finite())
}

fn is_decimal_comma(text: &str) -> bool {
    let Some((whole, fraction)) = text.split_once(',') else { return false };
    let whole = whole.trim_start_matches(['-', '+']);
    let groups = fraction.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0');
    !groups && !fraction.contains([',', '.']) && !whole.contains('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_on_a_log_axis_is_a_ratio() {
        assert_eq!(CutScale::Ratio.stepped(942.0, 1.0), 964.0);
        assert_eq!(CutScale::Ratio.stepped(100.0, 100.0), 1000.0);
        assert!(CutScale::Ratio.stepped(0.5, -1.0) < 0.5);
        assert_eq!(CutScale::Ratio.stepped(-3.0, 1.0), 1.0);
        assert_eq!(CutScale::Ratio.stepped(-3.0, -1.0), -3.0);
    }

    #[test]
    fn every_step_moves() {
        for scale in [CutScale::Ratio, CutScale::Span(50_000.0), CutScale::Score(ScoreScale::Variation), CutScale::Score(ScoreScale::Share)]
        {
            let mut value = 0.6;
            for _ in 0..20 {
                let next = scale.stepped(value, 1.0);
                assert_ne!(next, value, "{scale:?} stands still");
                value = next;
            }
        }
    }

    #[test]
    fn a_step_to_the_right_is_steadier() {
        // Score .4545 + .005 → CV 1.176, rounded as one would write it.
        assert_eq!(CutScale::Score(ScoreScale::Variation).stepped(1.2, 1.0), 1.176);
        assert_eq!(CutScale::Score(ScoreScale::Share).stepped(0.5, 10.0), 0.55);
    }

    #[test]
    fn dragged_values_are_rounded_to_the_pixel() {
        assert_eq!(CutScale::Ratio.settled(942.316), 942.0);
        assert_eq!(CutScale::Span(50_000.0).settled(12_345.678), 12_350.0);
        assert_eq!(CutScale::Score(ScoreScale::Variation).settled(1.203_47), 1.203);
    }

    #[test]
    fn fields_show_what_is_needed() {
        assert_eq!(field_text(942.0, true), "942");
        assert_eq!(field_text(652.28, true), "652.28");
        assert_eq!(field_text(652.5, true), "652.50");
        assert_eq!(field_text(1.2, false), "1.20");
        assert_eq!(field_text(2.044_31, false), "2.044");
        assert_eq!(field_text(f64::INFINITY, false), "");
    }

    #[test]
    fn typed_numbers_are_understood() {
        assert_eq!(typed_number(" 1,234.5 "), Some(1234.5));
        assert_eq!(typed_number("1,2"), Some(1.2));
        assert_eq!(typed_number("0,125"), Some(0.125));
        // As a field shows them.
        assert_eq!(["200,000", "-4,167", "1,234,567"].map(typed_number), [Some(200_000.0), Some(-4167.0), Some(1_234_567.0)]);
        assert_eq!(typed_number("1234,567"), Some(1234.567));
        assert_eq!(typed_number("１．２"), Some(1.2));
        assert_eq!(typed_number("−5"), Some(-5.0));
        assert_eq!(typed_number("abc"), None);
        assert_eq!(typed_number("inf"), None);
    }
}
