//! Scenarios: copies of the plan side by side; one of them is "the plan".

use leptos::prelude::*;

use super::state::FunnelState;
use crate::ui::components::{Button, Choice, Icon, Look, Popover, SelectField};
use crate::workspace::FunnelPlan;

/// Name of a scenario as it is shown.
pub fn name_of(page: FunnelState, plan: &FunnelPlan, index: usize) -> String {
    let texts = page.texts();
    let own = plan.scenarios.get(index).map(|scenario| scenario.name.clone()).unwrap_or_default();
    let name = if !own.is_empty() {
        own
    } else if plan.scenarios.len() == 1 {
        return texts.funnel_scenario_plan().to_owned();
    } else {
        texts.funnel_scenario_named(texts.count(index as u32 + 1))
    };
    if index == plan.chosen { texts.funnel_scenario_chosen(name) } else { name }
}

#[component]
pub fn ScenarioField() -> impl IntoView {
    let page = FunnelState::get();
    let options = Signal::derive(move || {
        page.read(|view| {
            (0..view.plan.scenarios.len()).map(|index| Choice::new(index.to_string(), name_of(page, &view.plan, index))).collect()
        })
        .unwrap_or_default()
    });
    let shown = Memo::new(move |_| page.read(|view| view.scenario).unwrap_or_default());
    let count = Memo::new(move |_| page.read(|view| view.plan.scenarios.len()).unwrap_or(1));
    let is_plan = Memo::new(move |_| page.read(|view| view.plan.chosen == view.scenario).unwrap_or(true));
    let choose = move |index: String| page.asked.set(index.parse().ok());
    let copy = move |_| {
        let from = shown.get_untracked();
        page.asked.set(Some(count.get_untracked()));
        page.edit_plan(|plan| {
            let mut scenario = plan.scenario(from);
            scenario.name = String::new();
            plan.scenarios.push(scenario);
        });
    };
    let remove = move |_| {
        let gone = shown.get_untracked();
        page.asked.set(None);
        page.edit_plan(|plan| {
            plan.scenarios.remove(gone);
            plan.chosen = if plan.chosen > gone { plan.chosen - 1 } else { plan.chosen.min(plan.scenarios.len() - 1) };
        });
    };
    let name = move || page.scenario.with(|scenario| scenario.name.clone());
    view! {
        <div class="funnel-scenario">
            <SelectField
                label=move || page.texts().funnel_scenario()
                options
                value=Signal::derive(move || shown.get().to_string())
                on_change=choose
                testid="funnel-scenario"
            />
            <Popover
                class="button quiet icon-only"
                label=move || page.texts().funnel_scenario()
                testid="scenario-menu"
                trigger=|| Icon::More.view()
                panel="popover menu"
            >
                <label class="field">
                    <span class="label">{move || page.texts().funnel_scenario_name()}</span>
                    <input
                        class="input"
                        maxlength="80"
                        data-testid="scenario-name"
                        prop:value=name
                        on:change=move |event| page.edit(|scenario| scenario.name = event_target_value(&event).trim().to_owned())
                    />
                </label>
                <Button look=Look::Quiet text=move || page.texts().funnel_scenario_copy() on_click=copy attr:data-testid="scenario-copy" />
                <Show when=move || !is_plan.get()>
                    <Button
                        look=Look::Quiet
                        text=move || page.texts().funnel_scenario_choose()
                        on_click=move |_| page.edit_plan(|plan| plan.chosen = shown.get_untracked())
                        attr:data-testid="scenario-choose"
                    />
                </Show>
                <Show when=move || { count.get() > 1 }>
                    <Button look=Look::Quiet text=move || page.texts().funnel_scenario_remove() on_click=remove attr:data-testid="scenario-remove" />
                </Show>
            </Popover>
        </div>
    }
}
