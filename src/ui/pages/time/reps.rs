//! Who sells: reps of the data and those named here.

use leptos::prelude::*;

use super::state::TimeState;
use crate::engine::RepView;
use crate::plan::Allowed;
use crate::ui::components::{Button, Explained, FigureField, FigureKind, Icon};
use crate::ui::words::{TimeFigure, rep_name};

/// Reps listed; a rep column that is none can hold thousands.
const MOST_SHOWN: usize = 40;

#[component]
pub fn RepsSection() -> impl IntoView {
    let page = TimeState::get();
    let name = RwSignal::new(String::new());
    let taken = Memo::new(move |_| {
        let name = name.with(|name| name.trim().to_owned());
        !name.is_empty() && page.read(|view| view.reps.iter().any(|rep| rep.name == name)).unwrap_or(false)
    });
    let add = move || {
        let new = name.get_untracked().trim().to_owned();
        if !new.is_empty() && !taken.get_untracked() {
            page.edit(|plan| plan.reps.push(new));
            name.set(String::new());
        }
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        add();
    };
    let rows = move || {
        let reps = page.read(|view| view.reps.clone()).unwrap_or_default();
        reps.into_iter().take(MOST_SHOWN).enumerate().map(|(place, rep)| rep_row(page, place, rep)).collect_view()
    };
    let dealt = move || {
        let count = page.read(|view| view.dealt_customers).unwrap_or_default();
        (count > 0).then(|| view! { <p class="note">{page.texts().reps_dealt(page.texts().count(count))}</p> })
    };
    let set_days = move |days: Option<f64>| {
        // Beyond a year it is no follow-up any more.
        page.edit(|plan| plan.follow_up_days = days.map_or(7, |days| days.round().clamp(0.0, 366.0) as u32));
    };
    view! {
        <section class="section" aria-labelledby="reps-title">
            <h2 id="reps-title">
                {move || page.texts().reps_title()}" "
                <Explained explanation=Signal::derive(move || page.explain(TimeFigure::RepCustomers)) />
            </h2>
            <p class="note">{move || page.texts().reps_note()}</p>
            <ul class="rep-list" data-testid="rep-list">{rows}</ul>
            {dealt}
            <form class="inline-form" on:submit=submit>
                <label class="field" class:wrong=move || taken.get()>
                    <span class="label">{move || page.texts().reps_name()}</span>
                    <input
                        class="input"
                        autocomplete="off"
                        data-testid="rep-name"
                        prop:value=move || name.get()
                        on:input=move |event| name.set(event_target_value(&event))
                    />
                    {move || taken.get().then(|| view! { <span class="message" role="alert">{page.texts().reps_taken()}</span> })}
                </label>
                <Button text=move || page.texts().reps_add() icon=Icon::Plus on_click=move |_| add() attr:data-testid="rep-add" />
            </form>
            <FigureField
                label=move || page.texts().calls_follow_up_days()
                value=page.figure(|plan| f64::from(plan.follow_up_days))
                kind=FigureKind::Number
                allowed=Allowed::NotNegative
                testid="follow-up-days"
                on_change=set_days
            />
        </section>
    }
}

fn rep_row(page: TimeState, place: usize, rep: RepView) -> AnyView {
    let texts = page.texts();
    let name = rep_name(texts, &rep.name, place);
    let remove = rep.is_typed.then(|| {
        let typed = rep.name.clone();
        view! {
            <Button
                look=crate::ui::components::Look::Quiet
                icon=Icon::Close
                icon_only=true
                text=texts.reps_remove(&name)
                on_click=move |_| page.edit(|plan| plan.reps.retain(|rep| *rep != typed))
            />
        }
    });
    view! { <li><span>{name}</span><small class="muted">{texts.reps_customers(texts.count(rep.customers))}</small>{remove}</li> }.into_any()
}
