//! Parts of the plan: a rep's, a region's, a month's.

use super::{reach, real};
use crate::calendar::Day;
use crate::engine::{FunnelGroupView, FunnelView};
use crate::plan::ShareSource;
use crate::ui::i18n::Texts;
use crate::ui::words::explain::{Explanation, Tag};
use crate::ui::words::funnel::stage_name;
use crate::workspace::Progress;

/// A figure of one row of the heat table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupFigure {
    Target,
    Expected,
    Thin,
}

#[must_use]
pub fn explain_group(texts: Texts, figure: GroupFigure, group: &FunnelGroupView, view: &FunnelView) -> Option<Explanation> {
    match figure {
        GroupFigure::Target => target(texts, group, view),
        GroupFigure::Expected => Some(expected(texts, group)),
        GroupFigure::Thin => Some(thin(texts, group, view)),
    }
}

fn target(texts: Texts, group: &FunnelGroupView, view: &FunnelView) -> Option<Explanation> {
    let whole = view.chain.as_ref().ok()?.sales();
    let source = match group.plan.source {
        ShareSource::Typed => texts.funnel_average_typed(),
        ShareSource::Won => texts.why_share_won(),
        ShareSource::Equal => texts.why_share_equal(),
    };
    let (share, own) = (texts.decimal(group.plan.share, 4), reach(texts, view, group.plan.chain.sales()));
    Some(
        Explanation::new(texts.funnel_group_target(), Tag::Stated, texts.why_group_target_how())
            .line(texts.why_group_target_rule())
            .line(format!("{share} × {} = {own}", reach(texts, view, whole)))
            .input(texts.why_share(), format!("{} ({source})", texts.share_fine(group.plan.share)))
            .input(texts.code_won(), texts.money_exact(group.won, &view.currency)),
    )
}

fn expected(texts: Texts, group: &FunnelGroupView) -> Explanation {
    let stock = &group.plan.stock;
    let part = |stage: &crate::plan::StockStage| Some(format!("{} × {}", real(texts, stage.stock), real(texts, stage.to_sale?)));
    let parts: Vec<String> = stock.stages.iter().filter(|stage| stage.stock > 0.0).filter_map(part).collect();
    let sum = if parts.is_empty() { "0".to_owned() } else { parts.join(" + ") };
    Explanation::new(texts.why_expected_all(), Tag::Extension, texts.why_expected_how())
        .line(texts.why_expected_rule())
        .line(format!("{sum} = {}", real(texts, stock.expected_sales)))
}

fn thin(texts: Texts, group: &FunnelGroupView, view: &FunnelView) -> Explanation {
    let explanation = Explanation::new(texts.funnel_group_thin(), Tag::Extension, texts.why_thin_how()).line(texts.why_thin_rule());
    let stages = group.plan.stock.stages.iter().enumerate();
    stages.fold(explanation, |explanation, (stage, held)| match held.cover {
        Some(cover) => {
            let needed = reach(texts, view, held.required);
            explanation.input(&stage_name(texts, view, stage), format!("{} ÷ {needed} = {}", real(texts, held.stock), texts.share(cover)))
        }
        None => explanation,
    })
}

/// A level's plan by month, with the first month worked out.
#[must_use]
pub fn explain_planned(texts: Texts, progress: &Progress, view: &FunnelView, stage: usize) -> Option<Explanation> {
    let line = progress.stages.get(stage)?;
    let planned = line.planned?;
    let (&(start, first_end), &(_, end)) = (progress.months.first()?, progress.months.last()?);
    let last_day = view.stages.get(stage).and_then(|stage| stage.last_day);
    let until = last_day.filter(|day| *day >= start).map_or(end, |day| day.min(end));
    let days = |last: Day| f64::from(last.0) - f64::from(start.0) + 1.0;
    let first = line.planned_by_month.first().copied().flatten()?;
    let (in_first, in_all) = (days(first_end.min(until)), days(until));
    let explanation = Explanation::new(&texts.why_planned(stage_name(texts, view, stage)), Tag::Extension, texts.why_planned_how())
        .line(texts.why_planned_rule())
        .line(format!("{}: {} × {in_first} ÷ {in_all} = {}", texts.month(start), real(texts, planned), real(texts, first)))
        .input(texts.why_planned_all(), real(texts, planned))
        .input(texts.why_planned_days(), texts.decimal(in_all, 0));
    Some(last_day.into_iter().fold(explanation, |explanation, day| explanation.input(texts.funnel_col_last_day(), texts.day(day))))
}
