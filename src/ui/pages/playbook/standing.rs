//! How many customers stand in the class, and what was decided about them so far.

use leptos::prelude::*;

use super::PlaybookState;
use crate::effort::WorkClass;
use crate::playbook::{Cause, VerdictKind};

#[component]
pub fn Standing() -> impl IntoView {
    let page: PlaybookState = expect_context();
    let counts = move || {
        let (texts, class) = (page.texts(), page.class.get());
        page.read(|view| {
            let customers = texts.playbook_customers(texts.count(view.customers[class.index()]));
            let actions = texts.playbook_open_actions(texts.count(view.open_actions[class.index()]));
            format!("{customers} · {actions}")
        })
    };
    let more = move || match page.class.get() {
        WorkClass::EII => view! { <Causes /> }.into_any(),
        WorkClass::EIV => view! { <Verdicts /> }.into_any(),
        _ => ().into_any(),
    };
    view! {
        <p class="note" data-testid="playbook-standing">{counts}</p>
        {more}
    }
}

#[component]
fn Causes() -> impl IntoView {
    let page: PlaybookState = expect_context();
    let rows = move || {
        let texts = page.texts();
        let causes = page.read(|view| view.causes).unwrap_or_default();
        let row = |cause: Cause| {
            let remedies: Vec<&str> = cause.remedies().iter().map(|remedy| texts.remedy(*remedy)).collect();
            view! {
                <dt>{format!("{}. {}", cause.code(), texts.cause(cause))}</dt>
                <dd>{remedies.join(" · ")}" "<span class="muted">{texts.playbook_cause_count(texts.count(causes[cause as usize]))}</span></dd>
            }
        };
        Cause::ALL.map(row).collect_view()
    };
    view! {
        <h3>{move || page.texts().playbook_causes()}</h3>
        <dl class="standing">{rows}</dl>
        <p class="note">{move || page.texts().playbook_set_on_card()}</p>
    }
}

#[component]
fn Verdicts() -> impl IntoView {
    let page: PlaybookState = expect_context();
    let rows = move || {
        let texts = page.texts();
        let verdicts = page.read(|view| view.verdicts).unwrap_or_default();
        let row = |(kind, count): (VerdictKind, u32)| {
            view! { <dt>{texts.verdict(kind)}</dt><dd>{texts.playbook_verdict_count(texts.count(count))}</dd> }
        };
        VerdictKind::ALL.into_iter().zip(verdicts).map(row).collect_view()
    };
    view! {
        <h3>{move || page.texts().playbook_verdicts()}</h3>
        <dl class="standing">{rows}</dl>
        <p class="note">{move || page.texts().playbook_set_on_card()}</p>
    }
}
