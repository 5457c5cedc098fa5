//! Scenarios: copies of the plan side by side; one of them is "the plan".

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::state::FunnelState;
use crate::engine::protocol::{EngineCall, EngineError};
use crate::ui::components::{Button, Choice, Icon, Look, Popover, SelectField, TextField};
use crate::ui::words::{free_scenario_name, scenario_name};
use crate::workspace::{Action, FunnelPlan};

#[component]
pub fn ScenarioField() -> impl IntoView {
    let page = FunnelState::get();
    let options = Signal::derive(move || {
        let choice = |plan: &FunnelPlan, index: usize| Choice::new(index.to_string(), scenario_name(page.texts(), plan, index));
        page.read(|view| (0..view.plan.scenarios.len()).map(|index| choice(&view.plan, index)).collect()).unwrap_or_default()
    });
    let value = Signal::derive(move || page.read(|view| view.scenario).unwrap_or_default().to_string());
    view! {
        <div class="funnel-scenario">
            <SelectField
                label=move || page.texts().funnel_scenario()
                options
                value
                on_change=move |index: String| page.asked.set(index.parse().ok())
                testid="funnel-scenario"
            />
            <Popover
                class="button quiet icon-only"
                label=move || page.texts().funnel_scenario()
                testid="scenario-menu"
                trigger=|| Icon::More.view()
                panel="popover menu"
            >
                <ScenarioMenu />
            </Popover>
        </div>
    }
}

#[component]
fn ScenarioMenu() -> impl IntoView {
    let page = FunnelState::get();
    let shown = move || page.view.with_untracked(|view| view.as_ref().map_or(0, |view| view.scenario));
    let count = Memo::new(move |_| page.read(|view| view.plan.scenarios.len()).unwrap_or(1));
    let is_plan = Memo::new(move |_| page.read(|view| view.plan.chosen == view.scenario).unwrap_or(true));
    let copy = move |_| {
        let name = page.view.with_untracked(|view| view.as_ref().map(|view| free_scenario_name(page.app.texts_now(), &view.plan)));
        let Some(name) = name else { return };
        let copy_of = Some(shown());
        page.asked.set(Some(count.get_untracked()));
        page.app.dispatch(Action::AddScenario { name, copy_of });
    };
    let remove = move |_| {
        let scenario = shown();
        page.asked.set(None);
        page.app.dispatch(Action::RemoveScenario { scenario });
    };
    view! {
        <NameField />
        <Button look=Look::Quiet text=move || page.texts().funnel_scenario_copy() on_click=copy attr:data-testid="scenario-copy" />
        <Show when=move || !is_plan.get()>
            <Button
                look=Look::Quiet
                text=move || page.texts().funnel_scenario_choose()
                on_click=move |_| page.app.dispatch(Action::ChooseScenario { scenario: shown() })
                attr:data-testid="scenario-choose"
            />
        </Show>
        <Show when=move || { count.get() > 1 }>
            <Button look=Look::Quiet text=move || page.texts().funnel_scenario_remove() on_click=remove attr:data-testid="scenario-remove" />
        </Show>
    }
}

/// The name; what the engine refuses is said at the field.
#[component]
fn NameField() -> impl IntoView {
    let page = FunnelState::get();
    let refused = RwSignal::new(None::<String>);
    let rename = move |name: String| {
        let Some(scenario) = page.view.with_untracked(|view| view.as_ref().map(|view| view.scenario)) else { return };
        spawn_local(async move {
            let reply = page.app.changed(EngineCall::Apply(Action::RenameScenario { scenario, name })).await;
            // The menu may have closed meanwhile.
            refused.try_set(None);
            match reply {
                Err(EngineError::BadPlan(fault)) => drop(refused.try_set(Some(page.app.texts_now().plan_fault(&fault)))),
                Err(error) => page.app.report(&error),
                Ok(_) => {}
            }
        });
    };
    view! {
        <TextField
            label=move || page.texts().funnel_scenario_name()
            value=Signal::derive(move || page.scenario.with(|scenario| scenario.name.clone()))
            testid="scenario-name"
            refused
            on_change=rename
        />
    }
}
