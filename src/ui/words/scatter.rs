//! The texts on the quadrant picture: captions, axis titles, tick labels, threshold labels.

use crate::chart::ScaleKind;
use crate::chart::scatter::{Caption, ScatterTexts, Tick};
use crate::classify::{Quadrant, Side};
use crate::engine::QuadrantView;
use crate::ui::i18n::Texts;

use super::side::Look;

/// All texts of the picture. `with_cut_labels` for a picture without the page's number fields: the stage, an export.
#[must_use]
pub fn scatter_texts(texts: Texts, view: &QuadrantView, look: Look, currency: &str, with_cut_labels: bool) -> ScatterTexts {
    let [low, title, high] = match look.side {
        Side::Existing => [texts.picture_axis_uneven(), texts.picture_axis_steady(), texts.picture_axis_steady_short()],
        Side::Potential => [texts.potential_axis_cool(), texts.potential_axis_intent(), texts.potential_axis_intent_short()],
    };
    let mut scatter = ScatterTexts {
        captions: Quadrant::ALL.map(|quadrant| caption(texts, view, quadrant, currency)),
        contribution_title: vertical_title(texts, look).to_owned(),
        score_low: low.to_owned(),
        score_title: title.to_owned(),
        score_high: high.to_owned(),
        zero_or_less: texts.picture_zero_or_less().to_owned(),
        ..ScatterTexts::default()
    };
    if let Some(cuts) = view.cuts.filter(|_| with_cut_labels) {
        let score = texts.decimal(view.score_scale.score(cuts.horizontal), 2);
        scatter.score_cut = format!("{score} {}", texts.rule_name(look.rules.horizontal));
        scatter.contribution_cut = [look.vertical(texts, cuts.vertical, currency), texts.rule_name(look.rules.vertical)];
    }
    scatter
}

fn vertical_title(texts: Texts, look: Look) -> &'static str {
    match (look.side, look.scale_kind()) {
        (Side::Existing, ScaleKind::Log) => texts.picture_axis_contribution_log(),
        (Side::Existing, ScaleKind::Linear) => texts.picture_axis_contribution_linear(),
        (Side::Potential, _) if !look.is_money => texts.potential_axis_score(),
        (Side::Potential, ScaleKind::Log) => texts.potential_axis_money_log(),
        (Side::Potential, ScaleKind::Linear) => texts.potential_axis_money_linear(),
    }
}

fn caption(texts: Texts, view: &QuadrantView, quadrant: Quadrant, currency: &str) -> Caption {
    let totals = view.classes[quadrant.index()];
    let count = texts.count(totals.customers);
    let share = totals.share.map_or_else(|| texts.money_short(totals.amount, currency), |share| texts.share(share));
    let line = match (totals.customers, totals.share) {
        (1, _) if view.with_amount == 0 => texts.picture_caption_count_one().to_owned(),
        (_, _) if view.with_amount == 0 => texts.picture_caption_count(&count),
        (1, Some(_)) => texts.picture_caption_one(&share),
        (_, Some(_)) => texts.picture_caption(&count, &share),
        (1, None) => format!("{} · {share}", texts.picture_caption_count_one()),
        (_, None) => format!("{} · {share}", texts.picture_caption_count(&count)),
    };
    Caption {
        code: texts.class_code(quadrant.code(view.side)),
        strategy: texts.strategy(quadrant.strategy(view.side)).to_owned(),
        line,
        short_line: if view.with_amount == 0 { count } else { texts.picture_caption_short(count, share) },
    }
}

/// A label of the vertical axis; of money: `10,000`, the highest with its currency; short where there is little room or the figure is very large.
#[must_use]
pub fn contribution_tick(texts: Texts, look: Look, tick: Tick, currency: &str) -> String {
    if !look.is_money {
        return score_tick(texts, tick.figure);
    }
    let currency = if tick.highest { currency } else { "" };
    if tick.narrow || tick.figure.abs() >= 1e6 || tick.figure.abs() >= 1e4 && texts.counts_in_ten_thousands() {
        round_short(&texts.money_short(tick.figure, currency))
    } else {
        texts.money(tick.figure, currency)
    }
}

/// `10.0 k` is `10 k` on an axis, where every figure is round.
fn round_short(text: &str) -> String {
    match text.split_once('.') {
        Some((whole, rest)) => {
            let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
            let unit = &rest[digits.len()..];
            let kept = digits.trim_end_matches('0');
            if kept.is_empty() { format!("{whole}{unit}") } else { format!("{whole}.{kept}{unit}") }
        }
        None => text.to_owned(),
    }
}

/// A label of an axis that shows a score.
#[must_use]
pub fn score_tick(texts: Texts, score: f64) -> String {
    let two = texts.decimal(score, 2);
    two.strip_suffix('0').map_or_else(|| two.clone(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::super::samples::{CHINESE, ENGLISH, existing, plain};
    use super::*;
    use crate::workspace::{ExistingSettings, PotentialSettings};

    fn look() -> Look {
        Look::of_existing(&ExistingSettings::default())
    }

    #[test]
    fn a_score_is_no_money() {
        let look = Look::of_potential(&PotentialSettings::default());
        let view = QuadrantView { side: Side::Potential, with_amount: 0, ..existing() };
        let texts = scatter_texts(ENGLISH, &view, look, "GBP", true);
        assert_eq!((texts.captions[0].code.as_str(), texts.captions[0].line.as_str()), ("PI", "111 customers"));
        assert_eq!(texts.contribution_title, "Expected contribution, score 1 to 5 ↑");
        assert_eq!(contribution_tick(ENGLISH, look, Tick { figure: 3.5, highest: true, narrow: false }, "GBP"), "3.5");
    }

    #[test]
    fn captions_hold_count_and_share() {
        let texts = scatter_texts(ENGLISH, &existing(), look(), "GBP", true);
        assert_eq!(texts.captions[0].line, "111 customers · 57% of money");
        assert_eq!(texts.captions[1].short_line, "72 · 32%");
        assert_eq!(texts.score_cut, "0.45 median");
        assert_eq!(texts.contribution_cut, ["£942", "median"]);
        let mut view = existing();
        view.classes[3].share = None;
        let texts = scatter_texts(CHINESE, &view, look(), "CNY", false);
        assert_eq!(plain(&texts.captions[3].line), "110 家 · ¥4.00 万");
        assert_eq!(texts.score_cut, "");
    }

    #[test]
    fn ticks_are_round() {
        let tick = |figure, highest, narrow| Tick { figure, highest, narrow };
        assert_eq!(contribution_tick(ENGLISH, look(), tick(10_000.0, false, false), "GBP"), "10,000");
        assert_eq!(contribution_tick(ENGLISH, look(), tick(100_000.0, true, false), "GBP"), "£100,000");
        assert_eq!(plain(&contribution_tick(ENGLISH, look(), tick(10_000.0, false, true), "GBP")), "10 k");
        assert_eq!(plain(&contribution_tick(ENGLISH, look(), tick(2_500_000.0, false, false), "GBP")), "2.5 m");
        assert_eq!(plain(&contribution_tick(CHINESE, look(), tick(100_000.0, true, false), "CNY")), "¥10 万");
        assert_eq!(contribution_tick(CHINESE, look(), tick(1_000.0, false, false), "CNY"), "1,000");
        assert_eq!(score_tick(ENGLISH, 0.4), "0.4");
        assert_eq!(score_tick(ENGLISH, 0.45), "0.45");
    }
}
