//! The verdict on an EIV customer: a choice with a reason, signed.

use leptos::prelude::*;

use super::PlanState;
use super::ledger::{edit, read};
use crate::browser::clock::now;
use crate::browser::preferences::Preferences;
use crate::playbook::{Verdict, VerdictKind};
use crate::ui::clock::local_time;
use crate::ui::components::{Button, Choice, Look, SelectField};

#[component]
pub fn VerdictFields() -> impl IntoView {
    let plan = PlanState::get();
    let kept = Memo::new(move |_| read(plan, |ledger| ledger.verdict.clone()).flatten());
    view! {
        <Show when=move || kept.with(Option::is_some) fallback=|| view! { <NewVerdict /> }>
            {move || kept.get().map(|verdict| view! { <Recorded verdict /> })}
        </Show>
    }
}

#[component]
fn Recorded(verdict: Verdict) -> impl IntoView {
    let plan = PlanState::get();
    let Verdict { kind, reason, author, at } = verdict;
    let line = move || {
        let texts = plan.texts();
        let author = if author.is_empty() { texts.card_override_someone().to_owned() } else { author.clone() };
        texts.ledger_recorded(texts.verdict(kind), author, texts.day(local_time(at).day))
    };
    view! {
        <p class="verdict" data-testid="verdict" data-value=kind.code()><b>{line}</b></p>
        <p class="note">{reason}</p>
        <button type="button" class="link-button" data-testid="verdict-withdraw" on:click=move |_| edit(plan, |ledger| ledger.verdict = None)>
            {move || plan.texts().ledger_withdraw()}
        </button>
    }
}

#[component]
fn NewVerdict() -> impl IntoView {
    let plan = PlanState::get();
    let kind = RwSignal::new(None::<VerdictKind>);
    let reason = RwSignal::new(String::new());
    let author = RwSignal::new(Preferences::load().author.unwrap_or_default());
    let ask_author = author.with_untracked(String::is_empty);
    let missing = RwSignal::new(false);
    let options = Signal::derive(move || {
        let texts = plan.texts();
        let choices = VerdictKind::ALL.map(|kind| Choice::new(kind.code(), texts.verdict(kind)));
        std::iter::once(Choice::new("", "–")).chain(choices).collect::<Vec<_>>()
    });
    let record = move |_| {
        let said = reason.get_untracked().trim().to_owned();
        let chosen = kind.get_untracked().filter(|_| !said.is_empty());
        missing.set(chosen.is_none());
        let Some(kind) = chosen else { return };
        let author = author.get_untracked().trim().to_owned();
        // Where preferences cannot be kept, the name is asked for again.
        drop(Preferences::update(|kept| kept.author = (!author.is_empty()).then(|| author.clone())));
        edit(plan, |ledger| ledger.verdict = Some(Verdict { kind, reason: said, author, at: now() }));
    };
    view! {
        <div class="override">
            <SelectField
                label=move || plan.texts().ledger_verdict()
                options
                value=Signal::derive(move || kind.get().map_or("", VerdictKind::code).to_owned())
                on_change=move |code: String| kind.set(VerdictKind::from_code(&code))
                testid="verdict-kind"
            />
            <label class="field" class:wrong=move || missing.get()>
                <span class="label">{move || plan.texts().ledger_reason()}</span>
                <input
                    class="input"
                    autocomplete="off"
                    data-testid="verdict-reason"
                    prop:value=move || reason.get()
                    on:input=move |event| reason.set(event_target_value(&event))
                />
            </label>
            <Show when=move || ask_author>
                <label class="field">
                    <span class="label">{move || plan.texts().card_override_author()}</span>
                    <input
                        class="input"
                        autocomplete="name"
                        data-testid="verdict-author"
                        prop:value=move || author.get()
                        on:input=move |event| author.set(event_target_value(&event))
                    />
                </label>
            </Show>
        </div>
        {move || missing.get().then(|| view! { <p class="note bad-text" role="alert">{plan.texts().ledger_needs()}</p> })}
        <Button look=Look::Outlined text=move || plan.texts().ledger_record() on_click=record attr:data-testid="verdict-record" />
    }
}
