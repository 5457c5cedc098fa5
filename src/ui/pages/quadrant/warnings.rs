//! What the engine finds worth saying about the thresholds and the rows, each with what can be done about it.

use leptos::prelude::*;

use super::state::PageState;
use crate::classify::ThresholdRule;
use crate::engine::Warning;
use crate::ui::components::{Button, Notice, Tone};
use crate::workspace::{AxisRules, AxisScale};

#[component]
pub fn Warnings() -> impl IntoView {
    let page = PageState::get();
    let warnings = Memo::new(move |_| page.overview.with(|view| view.as_ref().map(|view| view.warnings.clone()).unwrap_or_default()));
    view! { {move || warnings.get().into_iter().filter_map(|warning| shown(page, warning)).collect_view()} }
}

/// `RatesNobody` takes the place of the picture (see `empty`).
fn shown(page: PageState, warning: Warning) -> Option<AnyView> {
    let text = move || {
        let texts = page.texts();
        match warning {
            Warning::IsolatesGiant => texts.warning_giant_contribution().to_owned(),
            Warning::NoThreshold => texts.warning_no_threshold().to_owned(),
            Warning::RowsWithoutCost { rows } => texts.warning_rows_without_cost(texts.count(rows)),
            Warning::RatesNobody { .. } => String::new(),
        }
    };
    let medians = move |_| {
        page.set_rules(|rules| *rules = AxisRules { vertical: ThresholdRule::Median, horizontal: ThresholdRule::Median });
    };
    let is_linear = move || page.look.get().is_money && page.look.get().scale == AxisScale::Linear;
    let offers_medians = matches!(warning, Warning::IsolatesGiant | Warning::NoThreshold);
    if matches!(warning, Warning::RatesNobody { .. }) {
        return None;
    }
    let view = view! {
        <Notice tone=Tone::Warn>
            <p>{text}</p>
            <div class="actions">
                {offers_medians.then(|| view! { <Button text=move || page.texts().warning_use_median() on_click=medians /> })}
                <Show when=move || warning == Warning::IsolatesGiant && is_linear()>
                    <Button
                        text=move || page.texts().warning_use_log()
                        on_click=move |_| page.set_scale(AxisScale::Log)
                    />
                </Show>
            </div>
        </Notice>
    };
    Some(view.into_any())
}
