//! How a threshold is found: the select beside it.

use leptos::prelude::*;

use super::state::PageState;
use crate::classify::Axis;
use crate::classify::{Cuts, ThresholdRule};
use crate::engine::QuadrantView;
use crate::ui::components::{Choice, SelectOptions};
use crate::ui::i18n::Texts;
use crate::workspace::AxisRules;

/// The part of the customers below the cut when a quantile is first chosen.
const FIRST_QUANTILE: f64 = 0.75;

pub fn rule_of(rules: AxisRules, axis: Axis) -> ThresholdRule {
    match axis {
        Axis::Vertical => rules.vertical,
        Axis::Horizontal => rules.horizontal,
    }
}

pub fn set_rule(page: PageState, axis: Axis, rule: ThresholdRule) {
    page.set_rules(|rules| match axis {
        Axis::Vertical => rules.vertical = rule,
        Axis::Horizontal => rules.horizontal = rule,
    });
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
    let value = Signal::derive(move || code(rule_of(page.look.get().rules, axis)).to_owned());
    let testid = match axis {
        Axis::Vertical => "threshold-contribution-method",
        Axis::Horizontal => "threshold-stability-method",
    };
    let change = move |event| {
        let cut = page.overview.with_untracked(|view| view.as_ref().and_then(|view| cut_of(view, axis)));
        if let Some(rule) = rule_from(&event_target_value(&event), cut) {
            set_rule(page, axis, rule);
        }
    };
    view! {
        <select class=class data-testid=handles.then_some(testid) aria-label=move || page.texts().threshold_method(page.side, axis) on:change=change>
            <SelectOptions options value />
        </select>
    }
}
