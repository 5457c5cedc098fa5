//! The chain: what is needed, expected, missing, until when, at which rates.

use super::{rate_of, rates_to, reach, real};
use crate::engine::FunnelView;
use crate::plan::{RateSource, Reach, Source, StockStage};
use crate::ui::i18n::Texts;
use crate::ui::words::explain::{Explanation, Tag};
use crate::ui::words::funnel::{part_text, stage_name};
use crate::units::rounded_up;
use crate::workspace::{AverageOrder, DataRate};

pub(super) fn average_order(texts: Texts, view: &FunnelView) -> Explanation {
    let rule = match view.shown().average_order {
        AverageOrder::Mean => texts.why_average_mean(),
        AverageOrder::Median => texts.why_average_median(),
        AverageOrder::Typed(_) => texts.why_average_typed(),
    };
    let value = view.average.value.map_or_else(|| "–".to_owned(), |value| real(texts, value));
    Explanation::new(texts.funnel_average(), Tag::Stated, texts.why_average_how())
        .line(rule)
        .line(format!("= {value}"))
        .input(texts.why_average_orders(), texts.count(view.average.orders))
}

pub(super) fn required(texts: Texts, view: &FunnelView, stage: usize) -> Option<Explanation> {
    let chain = view.chain.as_ref().ok()?;
    let found = chain.stages.get(stage)?;
    let name = stage_name(texts, view, stage);
    let explanation = match stage.checked_sub(1) {
        None => sales(texts, view, chain.average_order, found.computed),
        Some(step) => {
            let (nearer, rate) =
                (stage_name(texts, view, step), rate_of(view, step).map_or_else(|| "–".to_owned(), |rate| real(texts, rate)));
            let above = chain.stages[step].required.needed().map_or_else(|| "–".to_owned(), |above| real(texts, above));
            Explanation::new(&texts.funnel_required_label(&name), Tag::Stated, texts.why_required_how())
                .line(texts.why_required_rule(nearer, &name))
                .line(format!("{above} ÷ {rate} = {}", reach(texts, view, found.computed)))
        }
    };
    let explanation = match found.source {
        Source::Typed => explanation.line(format!(
            "{}: {}",
            reach(texts, view, found.required),
            texts.why_typed_over(reach(texts, view, found.computed))
        )),
        Source::Computed => explanation,
    };
    Some(match found.required {
        Reach::Needed(number) => explanation.input(texts.why_rounded_up(), texts.decimal(rounded_up(number), 0)),
        _ => explanation,
    })
}

fn sales(texts: Texts, view: &FunnelView, order: f64, computed: Reach) -> Explanation {
    let shown = view.shown();
    let (target, signed) = (shown.target.unwrap_or(0.0), shown.signed.unwrap_or(0.0));
    Explanation::new(texts.funnel_sales_needed(), Tag::Stated, texts.why_sales_how()).line(texts.why_sales_rule()).line(format!(
        "({} − {}) ÷ {} = {}",
        real(texts, target),
        real(texts, signed),
        real(texts, order),
        reach(texts, view, computed)
    ))
}

fn held(view: &FunnelView, stage: usize) -> Option<StockStage> {
    view.held.as_ref()?.stages.get(stage).copied()
}

/// The share of a stage that reaches the sale, as the product it is.
fn to_sale(texts: Texts, view: &FunnelView, stage: usize, found: Option<f64>) -> String {
    let found = found.map_or_else(|| "–".to_owned(), |share| real(texts, share));
    match stage {
        0 | 1 => found,
        _ => format!("({} = {found})", rates_to(texts, view, stage)),
    }
}

pub(super) fn expected(texts: Texts, view: &FunnelView, stage: usize) -> Option<Explanation> {
    let held = held(view, stage)?;
    let result = held.expected.map_or_else(|| "–".to_owned(), |expected| real(texts, expected));
    let share = to_sale(texts, view, stage, held.to_sale);
    Some(
        Explanation::new(&texts.why_expected(stage_name(texts, view, stage)), Tag::Extension, texts.why_expected_how())
            .line(texts.why_expected_rule())
            .line(format!("{} × {share} = {result}", real(texts, held.stock))),
    )
}

pub(super) fn expected_all(texts: Texts, view: &FunnelView) -> Option<Explanation> {
    let held = view.held.as_ref()?;
    let parts: Vec<String> = held.stages.iter().filter_map(|stage| stage.expected).map(|part| real(texts, part)).collect();
    let explanation = Explanation::new(texts.why_expected_all(), Tag::Extension, texts.why_expected_all_how()).line(format!(
        "{} = {}",
        parts.join(" + "),
        real(texts, held.expected_sales)
    ));
    Some(match held.unknown_step {
        Some(step) => explanation.line(texts.why_not_known(stage_name(texts, view, step + 1), stage_name(texts, view, step))),
        None => explanation,
    })
}

pub(super) fn gap(texts: Texts, view: &FunnelView) -> Option<Explanation> {
    let (held, chain) = (view.held.as_ref()?, view.chain.as_ref().ok()?);
    Some(Explanation::new(texts.funnel_col_gap(), Tag::Extension, texts.why_gap_how()).line(texts.why_gap_rule()).line(format!(
        "{} − {} = {}",
        reach(texts, view, chain.sales()),
        real(texts, held.expected_sales),
        real(texts, held.gap?)
    )))
}

pub(super) fn extra(texts: Texts, view: &FunnelView, stage: usize) -> Option<Explanation> {
    let found = held(view, stage)?;
    let gap = view.held.as_ref()?.gap.map_or_else(|| "–".to_owned(), |gap| real(texts, gap));
    let explanation = Explanation::new(&texts.why_extra(stage_name(texts, view, stage)), Tag::Extension, texts.why_extra_how())
        .line(texts.why_extra_rule())
        .line(format!("{gap} ÷ {} = {}", to_sale(texts, view, stage, found.to_sale), reach(texts, view, found.extra)));
    Some(match found.extra {
        Reach::Needed(number) => explanation.input(texts.why_rounded_up(), texts.decimal(rounded_up(number), 0)),
        _ => explanation,
    })
}

/// The ways of all nearer levels lie before a stage, that of the nearest included.
pub(super) fn last_day(texts: Texts, view: &FunnelView, stage: usize) -> Option<Explanation> {
    let (day, closes) = (view.stages.get(stage)?.last_day?, view.shown().closes?);
    let way: Vec<f64> = view.stages.iter().take(stage + 1).filter_map(|stage| stage.dwell_days).collect();
    let days: Vec<String> = way.iter().map(|days| part_text(texts, *days)).collect();
    let all = rounded_up(way.iter().sum());
    Some(
        Explanation::new(&texts.why_last_day(stage_name(texts, view, stage)), Tag::Extension, texts.why_last_day_how())
            .line(texts.why_last_day_rule())
            .line(format!("{} − {} = {}", texts.day(closes), texts.why_cadence_days(texts.decimal(all, 0)), texts.day(day)))
            .line(format!("{} = {}", days.join(" + "), texts.decimal(all, 0))),
    )
}

pub(super) fn rate(texts: Texts, view: &FunnelView, step: usize) -> Option<Explanation> {
    let found = view.steps.get(step)?;
    let title = texts.why_rate(stage_name(texts, view, step + 1), stage_name(texts, view, step));
    if let Some(typed) = found.typed {
        let explanation = Explanation::new(&title, Tag::Stated, texts.why_rate_typed()).line(format!("= {}", real(texts, typed)));
        let explanation = match found.interval {
            Some((low, high)) => explanation.line(texts.why_rate_wilson(texts.share_fine(low), texts.share_fine(high))),
            None => explanation,
        };
        return Some(match found.typed_cases {
            Some(cases) => explanation.input(texts.funnel_rate_cases(), real(texts, cases)),
            None => explanation,
        });
    }
    Some(counted(texts, &title, found.data.as_ref()?))
}

fn counted(texts: Texts, title: &str, data: &DataRate) -> Explanation {
    let plain = format!("{} ÷ {} = {}", real(texts, data.advanced), real(texts, data.entered), real(texts, data.reached));
    let definition = match data.method {
        RateSource::HistoryCensored => texts.why_rate_censored(),
        RateSource::HistoryReached => texts.why_rate_reached(),
        RateSource::Snapshots => texts.why_rate_snapshots(),
        RateSource::Snapshot => texts.why_rate_outcomes(),
        RateSource::Stocks => texts.why_rate_stocks(),
        RateSource::Typed | RateSource::Benchmark => texts.why_rate_typed(),
    };
    let explanation = Explanation::new(title, Tag::Published, definition);
    let censored = data.method == RateSource::HistoryCensored;
    let explanation = if censored {
        explanation.line(format!("= {}", real(texts, data.rate))).line(format!("{}: {plain}", texts.why_rate_plain()))
    } else {
        explanation.line(texts.why_rate_rule()).line(plain)
    };
    let (wilson, jeffreys) = (data.estimate.wilson, data.estimate.jeffreys);
    let explanation = explanation
        .line(texts.why_rate_wilson(texts.share_fine(wilson.low), texts.share_fine(wilson.high)))
        .line(texts.why_rate_jeffreys(texts.share_fine(jeffreys.low), texts.share_fine(jeffreys.high)))
        .input(texts.why_entered(), texts.count(data.tally.entered))
        .input(texts.why_advanced(), texts.count(data.tally.reached))
        .input(texts.why_ended(), texts.count(data.tally.ended))
        .input(texts.why_open(), texts.count(data.tally.open));
    if censored { explanation.input(texts.why_as_precise(), real(texts, data.estimate.entered)) } else { explanation }
}
