//! The people a plan takes, by tier.

use super::real;
use crate::engine::{FunnelView, StaffingView};
use crate::plan::Tier;
use crate::ui::i18n::Texts;
use crate::ui::words::explain::{Explanation, Tag};
use crate::ui::words::funnel::stage_name;

fn staffing(view: &FunnelView) -> Option<&StaffingView> {
    view.staffing.as_ref().ok()
}

fn of(staffing: &StaffingView, tier: Option<usize>) -> Option<Tier> {
    tier.map_or(Some(staffing.all.all), |tier| staffing.all.tiers.get(tier).copied())
}

fn titled(texts: Texts, what: &str, tier: Option<usize>, how: &str) -> Explanation {
    let title = tier.map_or_else(|| what.to_owned(), |tier| format!("{}: {what}", texts.staffing_tier(tier + 1)));
    Explanation::new(&title, Tag::Stated, how)
}

/// The steps of a tier with the customers to be tried and the hours of an attempt.
fn steps(texts: Texts, view: &FunnelView, tier: usize) -> Option<Vec<(String, f64, f64)>> {
    let (found, chain) = (staffing(view)?, view.chain.as_ref().ok()?);
    let step = |&step: &usize| {
        let customers = chain.stages.get(step + 1)?.required.needed()?;
        let name = texts.funnel_step(stage_name(texts, view, step + 1), stage_name(texts, view, step));
        Some((name, customers, found.hours_per_attempt.get(step)?.0))
    };
    found.tier_steps.get(tier)?.iter().map(step).collect()
}

pub(super) fn attempts(texts: Texts, view: &FunnelView, tier: usize) -> Option<Explanation> {
    let found = of(staffing(view)?, Some(tier))?;
    let steps = steps(texts, view, tier)?;
    let parts: Vec<String> = steps.iter().map(|(_, customers, _)| real(texts, *customers)).collect();
    let explanation = titled(texts, texts.staffing_col_attempts(), Some(tier), texts.why_attempts_how()).line(format!(
        "{} = {}",
        parts.join(" + "),
        real(texts, found.attempts)
    ));
    Some(steps.iter().fold(explanation, |explanation, (name, customers, _)| explanation.input(name, real(texts, *customers))))
}

pub(super) fn hours(texts: Texts, view: &FunnelView, tier: Option<usize>) -> Option<Explanation> {
    let found = staffing(view)?;
    let parts: Vec<String> = match tier {
        Some(tier) => steps(texts, view, tier)?
            .iter()
            .map(|(_, customers, hours)| format!("{} × {}", real(texts, *customers), real(texts, *hours)))
            .collect(),
        None => found.all.tiers.iter().map(|tier| real(texts, tier.workload_hours)).collect(),
    };
    let all = of(found, tier)?.workload_hours;
    Some(titled(texts, texts.staffing_col_hours(), tier, texts.why_hours_how()).line(texts.why_hours_rule()).line(format!(
        "{} = {}",
        parts.join(" + "),
        real(texts, all)
    )))
}

pub(super) fn fte(texts: Texts, view: &FunnelView, tier: Option<usize>) -> Option<Explanation> {
    let (found, choice) = (staffing(view)?, view.shown().staffing);
    let of = of(found, tier)?;
    let (weekly, weeks, share) = (real(texts, choice.weekly_hours), real(texts, choice.weeks), real(texts, choice.direct_share));
    Some(
        titled(texts, texts.staffing_col_fte(), tier, texts.why_fte_how())
            .line(texts.why_fte_rule())
            .line(format!("{weekly} × {weeks} × {share} = {}", real(texts, found.selling_hours)))
            .line(format!("{} ÷ {} = {}", real(texts, of.workload_hours), real(texts, found.selling_hours), real(texts, of.fte))),
    )
}

pub(super) fn heads(texts: Texts, view: &FunnelView, tier: Option<usize>) -> Option<Explanation> {
    let (found, choice) = (staffing(view)?, view.shown().staffing);
    let own = of(found, tier)?;
    let explanation = match tier {
        Some(_) => titled(texts, texts.staffing_col_heads(), tier, texts.why_heads_how()).line(texts.why_heads_rule()).line(format!(
            "⌈{} × {}⌉ = {}",
            real(texts, choice.surplus_ratio),
            real(texts, own.fte),
            real(texts, own.heads)
        )),
        None => {
            let parts: Vec<String> = found.all.tiers.iter().map(|tier| real(texts, tier.heads)).collect();
            titled(texts, texts.staffing_col_heads(), None, texts.why_heads_all_how()).line(format!(
                "{} = {}",
                parts.join(" + "),
                real(texts, own.heads)
            ))
        }
    };
    let leavers = format!("{} × {} = {}", real(texts, own.heads), real(texts, choice.attrition), real(texts, own.leavers));
    Some(explanation.input(texts.why_leavers(), leavers))
}

pub(super) fn rule_of_thumb(texts: Texts, view: &FunnelView) -> Option<Explanation> {
    let found = staffing(view)?;
    let all = &found.all;
    let share = |share: Option<f64>| share.map_or_else(|| "–".to_owned(), |share| texts.share_fine(share));
    let of = |part: f64, whole: f64, result: Option<f64>| format!("{} ÷ {} = {}", real(texts, part), real(texts, whole), share(result));
    let first = all.tiers.first().copied().unwrap_or_default();
    let third = all.tiers.last().copied().unwrap_or_default();
    let net = format!("{} ({})", share(all.tier_1_staff_share_net), texts.share(found.rule_staff_share_net));
    Some(
        Explanation::new(texts.why_rule_of_thumb(), Tag::Stated, texts.why_rule_of_thumb_how())
            .line(format!("{}: {}", texts.why_tier_people(), of(first.heads, all.all.heads, all.tier_1_staff_share)))
            .line(format!("{}: {net}", texts.why_tier_net()))
            .line(format!("{}: {}", texts.why_tier_work(), of(third.workload_hours, all.all.workload_hours, all.tier_3_workload_share))),
    )
}
