//! The threshold methods of both axes, with what each means.

use leptos::prelude::*;

use super::cut_method::{MethodSelect, rule_of, set_rule};
use super::state::PageState;
use crate::classify::Axis;
use crate::classify::ThresholdRule;
use crate::ui::components::settled;

#[component]
pub fn CutOptions() -> impl IntoView {
    view! {
        <AxisMethod axis=Axis::Vertical />
        <AxisMethod axis=Axis::Horizontal />
    }
}

#[component]
fn AxisMethod(axis: Axis) -> impl IntoView {
    let page = PageState::get();
    let rule = Memo::new(move |_| rule_of(page.look.get().rules, axis));
    let name = move || page.texts().axis(page.side, axis);
    let quantile = move || match rule.get() {
        ThresholdRule::Quantile(part) => Some(part),
        _ => None,
    };
    let change = move |event| {
        if let Some(percent) =
            crate::ui::derived::typed_number(&event_target_value(&event)).filter(|percent| (0.0..=100.0).contains(percent))
        {
            set_rule(page, axis, ThresholdRule::Quantile(percent / 100.0));
        }
    };
    view! {
        <label class="field">
            <span class="label">{name}</span>
            <MethodSelect axis handles=false class="select" />
        </label>
        <p class="note">{move || page.texts().rule_how(rule.get())}</p>
        <Show when=move || quantile().is_some()>
            <label class="field">
                <span class="label">{move || page.texts().threshold_quantile()}</span>
                <input
                    class="input"
                    type="number"
                    min="0"
                    max="100"
                    step="any"
                    prop:value=settled(move || quantile().map(|part| (part * 1000.0).round() / 10.0).unwrap_or_default().to_string())
                    on:change=change
                />
            </label>
        </Show>
    }
}
