//! The finding, and people × hours × share × weeks = hours.

use leptos::prelude::*;

use super::state::TimeState;
use crate::plan::Allowed;
use crate::ui::components::{Explain, FigureField, FigureKind, SourceTag};
use crate::ui::i18n::Texts;
use crate::ui::words::{hours_text, time_finding};
use crate::workspace::EffortPlan;

/// One factor of the equation; an emptied field goes back to its default.
#[derive(Clone, Copy)]
struct Factor {
    label: fn(Texts) -> &'static str,
    testid: &'static str,
    kind: FigureKind,
    allowed: Allowed,
    get: fn(&EffortPlan) -> f64,
    set: fn(&mut EffortPlan, Option<f64>),
}

const FACTORS: [Factor; 3] = [
    Factor {
        label: Texts::time_weekly,
        testid: "time-weekly-hours",
        kind: FigureKind::Number,
        allowed: Allowed::NotNegative,
        get: |plan| plan.weekly_hours,
        set: |plan, value| plan.weekly_hours = value.unwrap_or(EffortPlan::default().weekly_hours),
    },
    Factor {
        label: Texts::time_direct,
        testid: "time-direct-share",
        kind: FigureKind::Percent,
        allowed: Allowed::Share,
        get: |plan| plan.direct_share,
        set: |plan, value| plan.direct_share = value.unwrap_or(EffortPlan::default().direct_share),
    },
    Factor {
        label: Texts::time_weeks,
        testid: "time-weeks",
        kind: FigureKind::Number,
        allowed: Allowed::NotNegative,
        get: |plan| plan.weeks,
        set: |plan, value| plan.weeks = value.unwrap_or(EffortPlan::default().weeks),
    },
];

#[component]
pub fn Head() -> impl IntoView {
    let page = TimeState::get();
    let finding = Memo::new(move |_| page.read(|view| time_finding(page.texts(), view)).unwrap_or_default());
    let kicker = move || {
        let people = page.read(|view| view.staff.people).unwrap_or_default();
        page.texts().time_kicker(hours_text(page.texts(), people))
    };
    let people = Signal::derive(move || page.read(|view| view.staff.people));
    let factor = move |factor: Factor| {
        view! {
            <span class="sign" aria-hidden="true">"×"</span>
            <FigureField
                label=move || (factor.label)(page.texts())
                value=page.figure(factor.get)
                kind=factor.kind
                allowed=factor.allowed
                testid=factor.testid
                on_change=move |value| page.edit(|plan| (factor.set)(plan, value))
            />
        }
    };
    view! {
        <section class="section time-head">
            <p class="kicker">{kicker}</p>
            <h1 tabindex="-1" data-testid="time-finding" aria-live="polite">{move || finding.get()}</h1>
            <div class="equation">
                <FigureField
                    label=move || page.texts().time_people()
                    value=people
                    kind=FigureKind::Number
                    allowed=Allowed::Positive
                    testid="time-people"
                    placeholder=move || page.texts().time_people_reps()
                    on_change=move |people| page.edit(|plan| plan.people = people)
                />
                {FACTORS.map(factor)}
                <span class="sign" aria-hidden="true">"="</span>
                <Result />
            </div>
        </section>
    }
}

#[component]
fn Result() -> impl IntoView {
    let page = TimeState::get();
    let hours = move || page.read(|view| view.dealt.available_hours).unwrap_or_default();
    let formula = move || {
        let texts = page.texts();
        page.read(|view| {
            let staff = view.staff;
            let number = |value: f64| hours_text(texts, value);
            let direct = texts.share(staff.direct_share);
            texts.time_explain_formula(number(staff.people), number(staff.weekly_hours), direct, number(staff.weeks), number(staff.hours()))
        })
        .unwrap_or_default()
    };
    view! {
        <div class="result">
            <span class="label">
                {move || page.texts().time_hours_year()}
                <Explain
                    source=SourceTag::X
                    title=move || page.texts().time_hours_year()
                    text=move || page.texts().time_explain()
                    formula=formula
                />
            </span>
            <b data-testid="time-hours" data-value=move || hours().to_string()>{move || hours_text(page.texts(), hours())}</b>
        </div>
    }
}
