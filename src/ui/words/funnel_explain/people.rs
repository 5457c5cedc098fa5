//! The people a plan takes, by tier and region.

use super::{People, real};
use crate::engine::{FunnelView, StaffingView};
use crate::plan::{Staffing, Tier};
use crate::ui::i18n::Texts;
use crate::ui::words::explain::{Explanation, Tag};
use crate::ui::words::funnel::stage_name;

fn staffing(view: &FunnelView) -> Option<&StaffingView> {
    view.staffing.as_ref().ok()
}

/// All tiers of those people.
fn staff(found: &StaffingView, who: People) -> Option<&Staffing> {
    match who {
        People::All | People::Tier(_) => Some(&found.all),
        People::Region(region) => found.regions.get(region).map(|region| &region.staffing),
    }
}

fn of(found: &StaffingView, who: People) -> Option<Tier> {
    let staff = staff(found, who)?;
    if let People::Tier(tier) = who { staff.tiers.get(tier).copied() } else { Some(staff.all) }
}

fn titled(texts: Texts, found: &StaffingView, what: &str, who: People, how: &str) -> Explanation {
    let name = match who {
        People::All => return Explanation::new(what, Tag::Stated, how),
        People::Tier(tier) => texts.staffing_tier(tier + 1),
        People::Region(region) => match found.regions.get(region) {
            Some(region) if !region.name.is_empty() => region.name.clone(),
            _ => texts.funnel_group_none().to_owned(),
        },
    };
    Explanation::new(&format!("{name}: {what}"), Tag::Stated, how)
}

/// A figure of every tier, added up.
fn added(texts: Texts, staff: &Staffing, figure: fn(&Tier) -> f64) -> String {
    let parts: Vec<String> = staff.tiers.iter().map(|tier| real(texts, figure(tier))).collect();
    format!("{} = {}", parts.join(" + "), real(texts, figure(&staff.all)))
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

pub(super) fn attempts(texts: Texts, view: &FunnelView, who: People) -> Option<Explanation> {
    let found = staffing(view)?;
    let explanation = titled(texts, found, texts.staffing_col_attempts(), who, texts.why_attempts_how());
    let People::Tier(tier) = who else { return Some(explanation.line(added(texts, staff(found, who)?, |tier| tier.attempts))) };
    let steps = steps(texts, view, tier)?;
    let parts: Vec<String> = steps.iter().map(|(_, customers, _)| real(texts, *customers)).collect();
    let explanation = explanation.line(format!("{} = {}", parts.join(" + "), real(texts, of(found, who)?.attempts)));
    Some(steps.iter().fold(explanation, |explanation, (name, customers, _)| explanation.input(name, real(texts, *customers))))
}

pub(super) fn hours(texts: Texts, view: &FunnelView, who: People) -> Option<Explanation> {
    let found = staffing(view)?;
    let explanation = titled(texts, found, texts.staffing_col_hours(), who, texts.why_hours_how()).line(texts.why_hours_rule());
    let People::Tier(tier) = who else { return Some(explanation.line(added(texts, staff(found, who)?, |tier| tier.workload_hours))) };
    let product = |(_, customers, hours): &(String, f64, f64)| format!("{} × {}", real(texts, *customers), real(texts, *hours));
    let parts: Vec<String> = steps(texts, view, tier)?.iter().map(product).collect();
    Some(explanation.line(format!("{} = {}", parts.join(" + "), real(texts, of(found, who)?.workload_hours))))
}

pub(super) fn fte(texts: Texts, view: &FunnelView, who: People) -> Option<Explanation> {
    let (found, choice) = (staffing(view)?, view.shown().staffing);
    let of = of(found, who)?;
    let (weekly, weeks, share) = (real(texts, choice.weekly_hours), real(texts, choice.weeks), real(texts, choice.direct_share));
    Some(
        titled(texts, found, texts.staffing_col_fte(), who, texts.why_fte_how())
            .line(texts.why_fte_rule())
            .line(format!("{weekly} × {weeks} × {share} = {}", real(texts, found.selling_hours)))
            .line(format!("{} ÷ {} = {}", real(texts, of.workload_hours), real(texts, found.selling_hours), real(texts, of.fte))),
    )
}

pub(super) fn heads(texts: Texts, view: &FunnelView, who: People) -> Option<Explanation> {
    let (found, choice) = (staffing(view)?, view.shown().staffing);
    let own = of(found, who)?;
    let explanation =
        match who {
            People::Tier(_) => {
                let (ratio, fte) = (real(texts, choice.surplus_ratio), real(texts, own.fte));
                titled(texts, found, texts.staffing_col_heads(), who, texts.why_heads_how())
                    .line(texts.why_heads_rule())
                    .line(format!("⌈{ratio} × {fte}⌉ = {}", real(texts, own.heads)))
            }
            People::All | People::Region(_) => titled(texts, found, texts.staffing_col_heads(), who, texts.why_heads_all_how())
                .line(added(texts, staff(found, who)?, |tier| tier.heads)),
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
