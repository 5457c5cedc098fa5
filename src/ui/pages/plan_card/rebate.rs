//! EII: what a loyalty rebate comes to, and what the next tier takes.

use leptos::prelude::*;

use super::PlanState;
use crate::plan::Allowed;
use crate::playbook::{RebateKind, RebatePlan, Tier};
use crate::ui::components::{Button, Choice, Explain, FigureField, FigureKind, Icon, Look, SelectField, SourceTag};
use crate::ui::words::rebate_lines;

fn edit(plan: PlanState, edit: impl FnOnce(&mut RebatePlan)) {
    plan.edit(|playbook| {
        let mut rebate = playbook.rebate.clone().unwrap_or_default();
        edit(&mut rebate);
        playbook.rebate = (rebate != RebatePlan::default()).then_some(rebate);
    });
}

fn read<T>(plan: PlanState, part: impl FnOnce(&RebatePlan) -> T) -> Option<T> {
    plan.read(|view| part(&view.playbook.rebate.clone().unwrap_or_default()))
}

#[component]
pub fn RebateSection() -> impl IntoView {
    let plan = PlanState::get();
    let tiers = Memo::new(move |_| read(plan, |rebate| rebate.tiers.len()).unwrap_or_default());
    let add = move |_| {
        // A tier above the highest so far; the first begins where the customer stands.
        let turnover = plan.view.with_untracked(|view| view.as_deref().and_then(Option::as_ref).map_or(0.0, |view| view.rebate.turnover));
        edit(plan, |rebate| {
            let highest = rebate.tiers.iter().map(|tier| tier.from).fold(0.0, f64::max);
            let from = if rebate.tiers.is_empty() { turnover.max(0.0).round() } else { (highest * 1.5).round() };
            rebate.tiers.push(Tier { from, rate: 0.01 * (rebate.tiers.len() + 1) as f64 });
        });
    };
    let result = move || {
        let texts = plan.texts();
        let said = plan.read(|view| rebate_lines(texts, &view.rebate, &view.currency));
        said.unwrap_or_default().into_iter().map(|line| view! { <p>{line}</p> }).collect_view()
    };
    let value = move || plan.read(|view| view.rebate.rebate.to_string());
    view! {
        <div class="section">
            <h3>
                {move || plan.texts().rebate_title()}
                <Explain source=SourceTag::X title=move || plan.texts().rebate_title() text=move || plan.texts().rebate_explain() />
            </h3>
            <ul class="cost-lines">{move || (0..tiers.get()).map(|place| view! { <TierRow place /> }).collect_view()}</ul>
            <div class="actions">
                <Button look=Look::Quiet icon=Icon::Plus text=move || plan.texts().rebate_add() on_click=add attr:data-testid="rebate-add" />
            </div>
            <Show when=move || { tiers.get() > 0 }>
                <Frame />
                <div class="answer-lines" data-testid="rebate-answer" data-value=value aria-live="polite">{result}</div>
            </Show>
        </div>
    }
}

/// How tiers are counted, and the turnover reckoned with.
#[component]
fn Frame() -> impl IntoView {
    let plan = PlanState::get();
    let options = Signal::derive(move || {
        vec![Choice::new("year-end", plan.texts().rebate_year_end()), Choice::new("cumulative", plan.texts().rebate_cumulative())]
    });
    let kind = Signal::derive(move || {
        let kind = read(plan, |rebate| rebate.kind).unwrap_or_default();
        if kind == RebateKind::YearEnd { "year-end".to_owned() } else { "cumulative".to_owned() }
    });
    let choose = move |code: String| {
        let kind = if code == "cumulative" { RebateKind::Cumulative } else { RebateKind::YearEnd };
        edit(plan, |rebate| rebate.kind = kind);
    };
    view! {
        <div class="option-pair">
            <SelectField label=move || plan.texts().rebate_kind() options value=kind on_change=choose testid="rebate-kind" />
            <FigureField
                label=move || plan.texts().rebate_turnover()
                value=Signal::derive(move || plan.read(|view| view.rebate.turnover))
                kind=FigureKind::Number
                allowed=Allowed::NotNegative
                testid="rebate-turnover"
                on_change=move |turnover| edit(plan, |rebate| rebate.turnover = turnover)
            />
        </div>
    }
}

#[component]
fn TierRow(place: usize) -> impl IntoView {
    let plan = PlanState::get();
    let tier = Memo::new(move |_| read(plan, |rebate| rebate.tiers.get(place).copied()).flatten().unwrap_or_default());
    let change = move |change: &dyn Fn(&mut Tier)| {
        edit(plan, |rebate| {
            if let Some(tier) = rebate.tiers.get_mut(place) {
                change(tier);
            }
        });
    };
    let remove = move |_| {
        edit(plan, |rebate| {
            if place < rebate.tiers.len() {
                rebate.tiers.remove(place);
            }
        });
    };
    let set_from = move |from: Option<f64>| change(&|tier| tier.from = from.unwrap_or(0.0));
    let set_rate = move |rate: Option<f64>| change(&|tier| tier.rate = rate.unwrap_or(0.0));
    view! {
        <li class="tier">
            <FigureField
                label=move || plan.texts().rebate_from_of(place + 1)
                value=Signal::derive(move || Some(tier.get().from))
                kind=FigureKind::Number
                allowed=Allowed::NotNegative
                testid=format!("rebate-from-{place}")
                on_change=set_from
            />
            <FigureField
                label=move || plan.texts().rebate_rate_of(place + 1)
                value=Signal::derive(move || Some(tier.get().rate))
                kind=FigureKind::Percent
                allowed=Allowed::Share
                testid=format!("rebate-rate-{place}")
                on_change=set_rate
            />
            <Button
                look=Look::Quiet
                icon=Icon::Close
                icon_only=true
                text=move || plan.texts().rebate_remove(place + 1)
                on_click=remove
            />
        </li>
    }
}
