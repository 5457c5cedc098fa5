//! EII: what changing the supplier would cost the customer.

use leptos::prelude::*;

use super::PlanState;
use crate::plan::Allowed;
use crate::playbook::{CostLine, LineKind, SwitchingCost};
use crate::ui::components::{Button, Choice, Explain, FigureField, FigureKind, Icon, Look, SelectOptions, SourceTag, settled};
use crate::ui::words::switching_lines;

fn edit(plan: PlanState, edit: impl FnOnce(&mut SwitchingCost)) {
    plan.edit(|playbook| {
        let mut switching = playbook.switching.clone().unwrap_or_default();
        edit(&mut switching);
        playbook.switching = (switching != SwitchingCost::default()).then_some(switching);
    });
}

fn read<T>(plan: PlanState, part: impl FnOnce(&SwitchingCost) -> T) -> Option<T> {
    plan.read(|view| part(&view.playbook.switching.clone().unwrap_or_default()))
}

#[component]
pub fn SwitchingSection() -> impl IntoView {
    let plan = PlanState::get();
    let lines = Memo::new(move |_| read(plan, |switching| switching.lines.len()).unwrap_or_default());
    let add = move |_| {
        let name = plan.app.texts_now().switching_new().to_owned();
        edit(plan, |switching| switching.lines.push(CostLine { name, ..CostLine::default() }));
    };
    let usual = move |_| {
        let texts = plan.app.texts_now();
        let once = [
            texts.switching_usual_search(),
            texts.switching_usual_training(),
            texts.switching_usual_change(),
            texts.switching_usual_stock(),
        ];
        let line = |name: &str, kind| CostLine { name: name.to_owned(), amount: 0.0, kind };
        let lines = once.map(|name| line(name, LineKind::OneOff)).into_iter().chain([line(texts.switching_usual_risk(), LineKind::Yearly)]);
        edit(plan, |switching| switching.lines.extend(lines));
    };
    let result = move || {
        let texts = plan.texts();
        let said = plan.read(|view| {
            let years = view.playbook.switching.as_ref().map_or(SwitchingCost::default().years, |switching| switching.years);
            switching_lines(texts, &view.switching, years, &view.currency)
        });
        said.unwrap_or_default().into_iter().map(|line| view! { <p>{line}</p> }).collect_view()
    };
    let total = move || plan.read(|view| view.switching.total.to_string());
    view! {
        <div class="section">
            <h3>
                {move || plan.texts().switching_title()}
                <Explain source=SourceTag::X title=move || plan.texts().switching_title() text=move || plan.texts().switching_explain() />
            </h3>
            <ul class="cost-lines">{move || (0..lines.get()).map(|place| view! { <Line place /> }).collect_view()}</ul>
            <div class="actions">
                <Button look=Look::Quiet icon=Icon::Plus text=move || plan.texts().switching_add() on_click=add attr:data-testid="switching-add" />
                <Show when=move || lines.get() == 0>
                    <Button look=Look::Quiet text=move || plan.texts().switching_usual() on_click=usual attr:data-testid="switching-usual" />
                </Show>
            </div>
            <Show when=move || { lines.get() > 0 }>
                <Frame />
                <div class="answer-lines" data-testid="switching-answer" data-value=total aria-live="polite">{result}</div>
            </Show>
        </div>
    }
}

/// Years looked at, and what the rival offers.
#[component]
fn Frame() -> impl IntoView {
    let plan = PlanState::get();
    let set_years = move |years: Option<f64>| {
        edit(plan, |switching| switching.years = years.unwrap_or(SwitchingCost::default().years));
    };
    view! {
        <div class="option-pair">
            <FigureField
                label=move || plan.texts().switching_years()
                value=Signal::derive(move || read(plan, |switching| switching.years))
                kind=FigureKind::Number
                allowed=Allowed::Positive
                testid="switching-years"
                on_change=set_years
            />
            <FigureField
                label=move || plan.texts().switching_saving()
                value=Signal::derive(move || read(plan, |switching| switching.rival_saves_per_year).flatten())
                kind=FigureKind::Number
                allowed=Allowed::NotNegative
                testid="switching-saving"
                on_change=move |saving| edit(plan, |switching| switching.rival_saves_per_year = saving)
            />
        </div>
    }
}

#[component]
fn Line(place: usize) -> impl IntoView {
    let plan = PlanState::get();
    let line = Memo::new(move |_| read(plan, |switching| switching.lines.get(place).cloned()).flatten().unwrap_or_default());
    let name = move || line.with(|line| line.name.clone());
    let change = move |change: &dyn Fn(&mut CostLine)| {
        edit(plan, |switching| {
            if let Some(line) = switching.lines.get_mut(place) {
                change(line);
            }
        });
    };
    let remove = move |_| {
        edit(plan, |switching| {
            if place < switching.lines.len() {
                switching.lines.remove(place);
            }
        });
    };
    let options = Signal::derive(move || {
        vec![Choice::new("once", plan.texts().switching_once()), Choice::new("yearly", plan.texts().switching_yearly())]
    });
    let value = Signal::derive(move || line.with(|line| if line.kind == LineKind::OneOff { "once" } else { "yearly" }).to_owned());
    let choose = move |event| {
        let kind = if event_target_value(&event) == "yearly" { LineKind::Yearly } else { LineKind::OneOff };
        change(&|line| line.kind = kind);
    };
    let rename = move |event| {
        let name = event_target_value(&event);
        change(&|line| name.clone_into(&mut line.name));
    };
    let set_amount = move |amount: Option<f64>| change(&|line| line.amount = amount.unwrap_or(0.0));
    view! {
        <li>
            <input
                class="input"
                aria-label=move || plan.texts().switching_line()
                data-testid=format!("switching-name-{place}")
                prop:value=settled(name)
                on:change=rename
            />
            <FigureField
                label=move || plan.texts().switching_amount()
                label_hidden=true
                value=Signal::derive(move || Some(line.with(|line| line.amount)))
                kind=FigureKind::Number
                allowed=Allowed::NotNegative
                testid=format!("switching-amount-{place}")
                on_change=set_amount
            />
            <select
                class="select small"
                aria-label=move || plan.texts().switching_kind()
                data-testid=format!("switching-kind-{place}")
                on:change=choose
            >
                <SelectOptions options value />
            </select>
            <Button look=Look::Quiet icon=Icon::Close icon_only=true text=move || plan.texts().switching_remove(name()) on_click=remove />
        </li>
    }
}
