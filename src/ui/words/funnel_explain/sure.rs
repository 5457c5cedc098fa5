//! How sure: numbers at a confidence, chances, bands, what helps and which rate is least known.

use super::{FunnelContext, rate_of, real};
use crate::engine::{Certainty, FunnelStep, FunnelView};
use crate::plan::Lever;
use crate::ui::i18n::Texts;
use crate::ui::words::explain::{Explanation, Tag};
use crate::ui::words::funnel::{reach_text, stage_name};
use crate::ui::words::sure::drawing_error;
use crate::units::rounded_up;
use crate::workspace::OrderSizes;

fn result<'a>(context: FunnelContext<'a>) -> Option<(&'a Certainty, u32)> {
    let certainty = context.certainty?;
    Some((certainty.result.as_ref()?, certainty.draws))
}

pub(super) fn confident(texts: Texts, context: FunnelContext<'_>, stage: usize) -> Option<Explanation> {
    let view = context.view;
    let (found, draws) = result(context)?;
    let (needed, name) = (*found.required.get(stage)?, stage_name(texts, view, stage));
    let share = texts.share(view.shown().confidence);
    let plain = view.chain.as_ref().ok()?.stages.get(stage)?.required;
    let explanation = Explanation::new(&texts.why_confident(&name, &share), Tag::Extension, texts.why_confident_how())
        .line(texts.why_confident_rule(&name, &share))
        .line(format!("N = {}", reach_text(texts, needed)));
    let explanation = match view.steps.first() {
        Some(step) if stage == 1 => explanation.line(texts.why_confident_step(belief(texts, step))),
        _ => explanation.line(texts.why_draws_rule()),
    };
    Some(drawn(texts, view, explanation, draws, found.error).input(texts.funnel_col_needed(), reach_text(texts, plain)))
}

/// How a rate enters the draws.
fn belief(texts: Texts, step: &FunnelStep) -> String {
    let cases = match (step.typed, step.typed_cases, step.data) {
        (Some(rate), Some(cases), _) => Some((rate * cases, cases)),
        (Some(_), None, _) => None,
        (None, _, data) => data.map(|data| (data.estimate.reached, data.estimate.entered)),
    };
    match cases {
        Some((reached, entered)) => format!("Beta({}, {})", real(texts, reached + 0.5), real(texts, entered - reached + 0.5)),
        None => step.rate().map_or_else(|| "–".to_owned(), |rate| real(texts, rate)),
    }
}

fn drawn(texts: Texts, view: &FunnelView, explanation: Explanation, draws: u32, error: f64) -> Explanation {
    explanation
        .input(texts.explain_draws(), texts.count(draws))
        .input(texts.explain_seed(), view.shown().seed.to_string())
        .input(texts.explain_error(), format!("±{}", texts.share_fine(error)))
}

fn chance(texts: Texts, view: &FunnelView, (title, how): (&str, &str), share: f64, draws: u32) -> Explanation {
    let reached = (share * f64::from(draws)).round();
    let error = drawing_error(share, draws);
    let explanation = Explanation::new(title, Tag::Extension, how)
        .line(format!("{} ÷ {} = {}", texts.decimal(reached, 0), texts.count(draws), texts.decimal(share, 3)))
        .line(format!(
            "√(q(1 − q) ÷ M) = √({} × {} ÷ {}) = {}",
            texts.decimal(share, 3),
            texts.decimal(1.0 - share, 3),
            texts.count(draws),
            texts.decimal(error, 4)
        ));
    drawn(texts, view, explanation, draws, error)
}

pub(super) fn chance_plain(texts: Texts, context: FunnelContext<'_>) -> Option<Explanation> {
    let (found, draws) = result(context)?;
    let entries = context.view.chain.as_ref().ok()?.entries();
    let explanation = chance(texts, context.view, (texts.why_chance_plain(), texts.why_chance_how()), found.plain, draws);
    let farthest = stage_name(texts, context.view, context.view.stages.len().saturating_sub(1));
    Some(explanation.input(&texts.funnel_required_label(farthest), reach_text(texts, entries)))
}

pub(super) fn chance_stock(texts: Texts, context: FunnelContext<'_>) -> Option<Explanation> {
    let (found, draws) = result(context)?;
    let explanation = chance(texts, context.view, (texts.why_chance_stock(), texts.why_chance_how()), found.stock, draws);
    let expected = context.view.held.as_ref()?.expected_sales;
    Some(explanation.input(texts.why_expected_all(), real(texts, expected)))
}

pub(super) fn chance_in_time(texts: Texts, context: FunnelContext<'_>) -> Option<Explanation> {
    let (found, draws) = result(context)?;
    let (view, share) = (context.view, found.by_month.as_ref()?.in_time.share);
    let explanation = chance(texts, view, (texts.why_chance_in_time(), texts.why_chance_in_time_how()), share, draws);
    let day = |day: Option<crate::calendar::Day>| day.map_or_else(|| "–".to_owned(), |day| texts.day(day));
    let monthly = view.inflow.per_month.value().map_or_else(|| "–".to_owned(), |entries| real(texts, entries));
    Some(
        explanation
            .input(texts.compare_entries_per_month(), monthly)
            .input(texts.funnel_starts(), day(view.inflow.starts))
            .input(texts.funnel_closes(), day(view.inflow.closes)),
    )
}

pub(super) fn band(texts: Texts, context: FunnelContext<'_>, point: usize) -> Option<Explanation> {
    let view = context.view;
    let (found, draws) = result(context)?;
    let money = |amount: f64| texts.money_exact(amount, &view.currency);
    let part = *[0.1, 0.5, 0.9].get(point)?;
    let sizes = match view.shown().order_sizes {
        OrderSizes::Typed { low, typical, high } => texts.why_orders_typed(money(low), money(typical), money(high)),
        OrderSizes::History if view.average.orders > 0 => texts.why_orders_drawn(texts.count(view.average.orders)),
        OrderSizes::History => texts.why_orders_average(view.average.value.map_or_else(|| "–".to_owned(), money)),
    };
    let explanation = Explanation::new(&texts.why_band(texts.share(part)), Tag::Extension, texts.why_band_how())
        .line(format!("= {}", money(*found.revenue.get(point)?)))
        .input(texts.why_order_sizes(), sizes)
        .input(texts.why_band_mean(), money(found.revenue_mean));
    Some(drawn(texts, view, explanation, draws, drawing_error(part, draws)))
}

fn entries_with(view: &FunnelView, lever: impl Fn(Lever) -> bool) -> Option<(f64, f64)> {
    let levers = view.levers.as_ref()?;
    let effect = levers.effects.iter().find(|effect| lever(effect.lever))?;
    Some((levers.entries.needed()?, effect.entries.needed()?))
}

pub(super) fn helps(texts: Texts, view: &FunnelView, step: usize) -> Option<Explanation> {
    let (before, with) = entries_with(view, |lever| lever == Lever::RatePoints { step })?;
    let (from, to) = (stage_name(texts, view, step + 1), stage_name(texts, view, step));
    let rate = rate_of(view, step)?;
    Some(
        Explanation::new(&texts.funnel_step(&from, &to), Tag::Extension, texts.why_helps_how())
            .line(texts.why_helps_rule())
            .line(format!("1 − {} ÷ {} = {}", real(texts, with), real(texts, before), texts.share_fine(1.0 - with / before)))
            .input(&texts.why_rate(from, to), format!("{} → {}", real(texts, rate), real(texts, (rate + 0.01).min(1.0)))),
    )
}

pub(super) fn relative_lift(texts: Texts, view: &FunnelView) -> Option<Explanation> {
    view.relative_lift?;
    let (before, with) = entries_with(view, |lever| matches!(lever, Lever::RateRelative { .. }))?;
    let shown = format!("{} ÷ 1.1 = {} → {}", real(texts, before), real(texts, with), texts.decimal(rounded_up(with), 0));
    Some(
        Explanation::new(texts.funnel_helps(), Tag::Extension, texts.why_tie_how())
            .line(shown)
            .line(format!("1 − 1 ÷ 1.1 = {}", texts.share_fine(1.0 - with / before))),
    )
}

pub(super) fn uncertainty(texts: Texts, view: &FunnelView, step: usize) -> Option<Explanation> {
    let variance = |step: &FunnelStep| {
        let rate = step.rate()?;
        let advanced = match (step.typed, step.typed_cases) {
            (Some(rate), Some(cases)) => rate * cases,
            (Some(_), None) => return Some((rate, None, 0.0)),
            (None, _) => step.data?.estimate.reached,
        };
        Some((rate, Some(advanced), (1.0 - rate).max(0.0) / advanced))
    };
    let all: Vec<_> = view.steps.iter().map(variance).collect::<Option<_>>()?;
    let &(rate, advanced, own) = all.get(step)?;
    let share = view.steps.get(step)?.uncertainty?;
    let parts: Vec<String> = all.iter().map(|(_, _, part)| real(texts, *part)).collect();
    let (from, to) = (stage_name(texts, view, step + 1), stage_name(texts, view, step));
    let title = format!("{}: {}", texts.why_uncertainty(), texts.funnel_step(from, to));
    let first = advanced.map(|advanced| format!("(1 − {}) ÷ {} = {}", real(texts, rate), real(texts, advanced), real(texts, own)));
    let explanation = Explanation::new(&title, Tag::Extension, texts.why_uncertainty_how()).line(texts.why_uncertainty_rule());
    let explanation = first.into_iter().fold(explanation, Explanation::line);
    Some(explanation.line(format!("{} ÷ ({}) = {}", real(texts, own), parts.join(" + "), texts.decimal(share, 3))))
}
