//! How a threshold is found: the select beside it.

use leptos::prelude::*;

use super::state::PageState;
use crate::classify::Axis;
use crate::classify::{Cuts, ThresholdRule};
use crate::engine::QuadrantView;
use crate::ui::components::{Choice, SelectOptions};
use crate::ui::i18n::Texts;
use crate::workspace::ExistingSettings;

/// The part of the customers below the cut when a quantile is first chosen.
const FIRST_QUANTILE: f64 = 0.75;

pub fn rule_of(settings: &ExistingSettings, axis: Axis) -> ThresholdRule {
    match axis {
        Axis::Vertical => settings.contribution_threshold,
        Axis::Horizontal => settings.stability_threshold,
    }
}

pub fn set_rule(settings: &mut ExistingSettings, axis: Axis, rule: ThresholdRule) {
    match axis {
        Axis::Vertical => settings.contribution_threshold = rule,
        Axis::Horizontal => settings.stability_threshold = rule,
    }
}

/// The cut in force on an axis, in its measure's unit.
pub fn cut_of(view: &QuadrantView, axis: Axis) -> Option<f64> {
    view.cuts.map(|cuts| on_axis(cuts, axis))
}

pub fn on_axis(cuts: Cuts, axis: Axis) -> f64 {
    match axis {
        Axis::Vertical => cuts.vertical,
        Axis::Horizontal => cuts.horizontal,
    }
}

fn code(rule: ThresholdRule) -> &'static str {
    match rule {
        ThresholdRule::Median => "median",
        ThresholdRule::Mean => "mean",
        ThresholdRule::Pareto => "pareto",
        ThresholdRule::Jenks => "jenks",
        ThresholdRule::Quantile(_) => "quantile",
        ThresholdRule::Manual(_) => "manual",
    }
}

fn choices(texts: Texts, axis: Axis) -> Vec<Choice> {
    let all = [
        Some(Choice::new("median", texts.method_median())),
        Some(Choice::new("mean", texts.method_mean())),
        (axis == Axis::Vertical).then(|| Choice::new("pareto", texts.method_pareto())),
        Some(Choice::new("jenks", texts.method_jenks())),
        Some(Choice::new("quantile", texts.method_quantile())),
        Some(Choice::new("manual", texts.method_manual())),
    ];
    all.into_iter().flatten().collect()
}

/// The rule a code stands for; choosing "typed" keeps the cut where it is.
fn rule_from(code: &str, cut: Option<f64>) -> Option<ThresholdRule> {
    Some(match code {
        "median" => ThresholdRule::Median,
        "mean" => ThresholdRule::Mean,
        "pareto" => ThresholdRule::Pareto,
        "jenks" => ThresholdRule::Jenks,
        "quantile" => ThresholdRule::Quantile(FIRST_QUANTILE),
        "manual" => ThresholdRule::Manual(cut?),
        _ => return None,
    })
}

#[component]
pub fn MethodSelect(axis: Axis, handles: bool, class: &'static str) -> impl IntoView {
    let page = PageState::get();
    let options = Signal::derive(move || choices(page.texts(), axis));
    let value = Signal::derive(move || page.settings.with(|settings| code(rule_of(settings, axis))).to_owned());
    let (testid, label): (_, fn(Texts) -> &'static str) = match axis {
        Axis::Vertical => ("threshold-contribution-method", Texts::threshold_contribution_method),
        Axis::Horizontal => ("threshold-stability-method", Texts::threshold_stability_method),
    };
    let change = move |event| {
        let cut = page.existing.with_untracked(|view| view.as_ref().and_then(|view| cut_of(view, axis)));
        if let Some(rule) = rule_from(&event_target_value(&event), cut) {
            page.set(|settings| set_rule(settings, axis, rule));
        }
    };
    view! {
        <select class=class data-testid=handles.then_some(testid) aria-label=move || label(page.texts()) on:change=change>
            <SelectOptions options value />
        </select>
    }
}
