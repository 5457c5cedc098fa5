//! The inputs of the funnel's pictures, from the view: what is drawn, never how.

use super::funnel::{part_text, stage_name};
use crate::chart::dwell::{DwellLevel, DwellTexts};
use crate::chart::funnel::{FunnelLevel, FunnelTexts, Need};
use crate::chart::intervals::{AdvanceRate, IntervalsTexts};
use crate::chart::pyramid::{PyramidTexts, StockLevel};
use crate::engine::{DwellView, FunnelView};
use crate::plan::Reach;
use crate::ui::i18n::Texts;

/// Name of a stage in words; empty for a sale that is no level.
fn name(texts: Texts, view: &FunnelView, stage: usize) -> String {
    match view.stages.get(stage) {
        Some(stage) if !stage.code.is_empty() => texts.level(&view.plan.scheme, &stage.code).name,
        _ => String::new(),
    }
}

/// Required, stock and yield of every stage.
#[must_use]
pub fn funnel_levels(texts: Texts, view: &FunnelView) -> Vec<FunnelLevel> {
    let missing = |step: usize, words: fn(Texts, String, String) -> String| {
        words(texts, stage_name(texts, view, step + 1), stage_name(texts, view, step))
    };
    let level = |stage: usize| {
        let required = view.chain.as_ref().ok().and_then(|chain| chain.stages.get(stage)).map(|stage| stage.required);
        let held = view.held.as_ref().and_then(|held| held.stages.get(stage));
        FunnelLevel {
            code: stage_name(texts, view, stage),
            name: name(texts, view, stage),
            needed: match required {
                Some(Reach::Needed(number)) => Need::Number(number),
                Some(Reach::CannotBeReached { step }) => {
                    Need::CannotBeReached(missing(step, |texts, from, to| texts.funnel_find_unreachable(from, to)))
                }
                Some(Reach::RateUnknown { step }) => Need::Unknown(missing(step, |texts, from, to| texts.funnel_find_unknown(from, to))),
                None => Need::Unknown(texts.funnel_rate_unknown().to_owned()),
            },
            stock: view.stages.get(stage).filter(|stage| stage.counted.is_some() || stage.typed_stock.is_some()).map(|stage| stage.stock()),
            yields: held.and_then(|held| held.expected),
        }
    };
    (0..view.stages.len()).map(level).collect()
}

#[must_use]
pub fn funnel_texts(texts: Texts) -> FunnelTexts {
    FunnelTexts {
        needed: texts.funnel_key_need().to_owned(),
        stock: texts.funnel_key_stock().to_owned(),
        yields: texts.funnel_col_expected().to_owned(),
    }
}

/// The stock of every level with its share.
#[must_use]
pub fn pyramid_levels(texts: Texts, view: &FunnelView) -> Vec<StockLevel> {
    let all: f64 = view.stages.iter().map(crate::engine::FunnelStage::stock).sum();
    let level = |(stage, standing): (usize, &crate::engine::FunnelStage)| StockLevel {
        code: stage_name(texts, view, stage),
        name: name(texts, view, stage),
        stock: Some(standing.stock()),
        share: (all > 0.0).then(|| standing.stock() / all),
    };
    view.stages.iter().enumerate().filter(|(_, stage)| !stage.code.is_empty()).map(level).collect()
}

#[must_use]
pub fn pyramid_texts(texts: Texts) -> PyramidTexts {
    PyramidTexts { stock: texts.funnel_key_stock().to_owned(), share: texts.funnel_picture_share().to_owned() }
}

/// Every advance rate with its interval and what it rests on.
#[must_use]
pub fn rate_steps(texts: Texts, view: &FunnelView) -> Vec<AdvanceRate> {
    let step = |(step, found): (usize, &crate::engine::FunnelStep)| AdvanceRate {
        step: texts.funnel_step(stage_name(texts, view, step + 1), stage_name(texts, view, step)),
        computed: found.data.as_ref().map(|data| data.rate),
        typed: found.typed,
        interval: found.interval,
        basis: match (found.typed, &found.data) {
            (Some(_), _) => texts.funnel_rate_typed().to_owned(),
            (None, Some(data)) => texts.funnel_of(part_text(texts, data.advanced), part_text(texts, data.entered)),
            (None, None) => String::new(),
        },
    };
    view.steps.iter().enumerate().map(step).collect()
}

#[must_use]
pub fn rates_texts(texts: Texts) -> IntervalsTexts {
    IntervalsTexts {
        rate: texts.funnel_picture_rate().to_owned(),
        interval: texts.funnel_picture_interval().to_owned(),
        basis: texts.funnel_picture_basis().to_owned(),
    }
}

/// The times spent on every level a history tells of, and the width of their bars in days.
#[must_use]
pub fn dwell_levels(texts: Texts, view: &FunnelView) -> (Vec<DwellLevel>, f64) {
    let timed = |(stage, standing): (usize, &crate::engine::FunnelStage)| {
        let dwell = standing.dwell.as_ref()?;
        Some(DwellLevel {
            code: stage_name(texts, view, stage),
            name: name(texts, view, stage),
            counts: dwell.bars.counts.iter().map(|count| f64::from(*count)).collect(),
            longer: f64::from(dwell.bars.longer),
            quartiles: dwell.quartiles.map(Some),
            text: dwell_text(texts, dwell),
            short_text: texts.funnel_dwell_short(part_text(texts, dwell.quartiles[1]), texts.count(dwell.count)),
        })
    };
    let width = view.stages.iter().find_map(|stage| stage.dwell.as_ref().map(|dwell| dwell.bars.width_days));
    (view.stages.iter().enumerate().filter_map(timed).collect(), width.unwrap_or(1.0))
}

fn dwell_text(texts: Texts, dwell: &DwellView) -> String {
    let [low, middle, high] = dwell.quartiles.map(|days| part_text(texts, days));
    texts.funnel_dwell_text(middle, low, high, texts.count(dwell.count))
}

#[must_use]
pub fn dwell_texts(texts: Texts) -> DwellTexts {
    DwellTexts { days_title: format!("{} →", texts.funnel_dwell_days()), longer: texts.funnel_dwell_longer().to_owned() }
}
