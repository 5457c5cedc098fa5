//! The follow-up audit: who is due, whose card has gaps, which levels were raised without a record, a sample to look at.

use leptos::prelude::*;

use super::export::{ListExport, save_audit};
use super::state::FunnelState;
use crate::browser::clock;
use crate::calendar::Day;
use crate::engine::{FunnelAuditView, FunnelEntryRow, Query};
use crate::plan::Allowed;
use crate::ui::components::{DayField, Explained, ExplainedFigure, FigureField, FigureKind, Notice, Tone};
use crate::ui::i18n::Texts;
use crate::ui::state::Followed;
use crate::ui::words::{AuditFigure, Explanation, explain_audit, explain_overdue};

/// Data that end longer before the day of the audit are said to.
const LONG_AGO_DAYS: f64 = 60.0;
/// Overdue entries shown.
const ROWS: usize = 12;

#[component]
pub fn AuditSection() -> impl IntoView {
    let page = FunnelState::get();
    let has_open = Memo::new(move |_| page.read(|view| view.entries.open > 0).unwrap_or(false));
    let chosen = RwSignal::new(None::<Day>);
    let found = page.app.follow::<FunnelAuditView>(move || {
        has_open.get().then(|| Query::FunnelAudit {
            scenario: page.asked.get(),
            today: chosen.get().unwrap_or_else(clock::today),
            whole: false,
        })
    });
    let save = move |kind| save_audit(page, chosen.get_untracked().unwrap_or_else(clock::today), kind);
    let read = move |part: fn(Texts, &FunnelAuditView) -> Option<String>, figure: Option<AuditFigure>| {
        move || {
            let line = found.with(|found| found.as_ref().and_then(|found| part(page.texts(), found)));
            let explained = figure.map(|figure| view! { <Explained explanation=why(page, found, figure) /> });
            line.map(|line| view! { <p class="note">{line}{explained}</p> })
        }
    };
    view! {
        <Show when=move || has_open.get() && found.with(Option::is_some)>
            <section class="section audit" aria-labelledby="audit-title" data-testid="funnel-audit">
                <div class="section-head">
                    <h2 id="audit-title">{move || page.texts().audit_title()}</h2>
                    <div class="section-tools">
                        <DayField
                            label=move || page.texts().audit_day()
                            value=Signal::derive(move || Some(chosen.get().unwrap_or_else(clock::today)))
                            testid="audit-day"
                            on_change=move |day| chosen.set(day)
                        />
                        <ListExport testid="funnel-audit-export" code="export-audit" on_choose=save />
                    </div>
                </div>
                <DataEnd found chosen />
                {read(overdue_text, Some(AuditFigure::Overdue))}
                {read(|texts, found| (!found.contacts_known).then(|| texts.audit_no_contacts().to_owned()), None)}
                {read(card_text, Some(AuditFigure::Card))}
                {read(raises_text, Some(AuditFigure::Raises))}
                <Overdue found />
                <Sample found />
                <Readings found />
            </section>
        </Show>
    }
}

/// Data that ended long before the day of the audit make everybody overdue; their own last day is offered.
#[component]
fn DataEnd(found: Followed<FunnelAuditView>, chosen: RwSignal<Option<Day>>) -> impl IntoView {
    let page = FunnelState::get();
    let ended = Memo::new(move |_| {
        let gap = |found: &FunnelAuditView| found.last_day.map(|last| (last, f64::from(found.today.0) - f64::from(last.0)));
        found.with(|found| gap(found.as_ref()?).filter(|(_, days)| *days > LONG_AGO_DAYS))
    });
    let words = move || ended.get().map(|(last, days)| page.texts().audit_data_end(page.texts().day(last), page.texts().decimal(days, 0)));
    let offer = move || ended.get().map(|(last, _)| page.texts().audit_as_of(page.texts().day(last)));
    view! {
        <Show when=move || ended.get().is_some()>
            <Notice tone=Tone::Warn>
                <p data-testid="audit-data-end">
                    {words}" "
                    <button type="button" class="link-button" data-testid="audit-as-of-data" on:click=move |_| chosen.set(ended.get_untracked().map(|(last, _)| last))>
                        {offer}
                    </button>
                </p>
            </Notice>
        </Show>
    }
}

fn why(page: FunnelState, found: Followed<FunnelAuditView>, figure: AuditFigure) -> Signal<Option<Explanation>> {
    let explain = move |found: &FunnelAuditView| page.read(|view| explain_audit(page.texts(), figure, found, view)).flatten();
    Signal::derive(move || found.with(|found| explain(found.as_ref()?)))
}

fn overdue_text(texts: Texts, found: &FunnelAuditView) -> Option<String> {
    let open = texts.count(found.open);
    Some(if found.overdue_total == 0 { texts.audit_fine(open) } else { texts.audit_overdue(texts.count(found.overdue_total), open) })
}

fn card_text(texts: Texts, found: &FunnelAuditView) -> Option<String> {
    found.card.share.map(|share| texts.audit_card(texts.share(share), texts.count(found.card.complete)))
}

fn raises_text(texts: Texts, found: &FunnelAuditView) -> Option<String> {
    (found.raises.all > 0).then(|| texts.audit_raises(texts.count(found.raises.without_record_total), texts.count(found.raises.all)))
}

fn entry_name(entry: &FunnelEntryRow) -> String {
    [&entry.name, &entry.customer, &entry.key].into_iter().find(|text| !text.is_empty()).cloned().unwrap_or_default()
}

#[component]
fn Overdue(found: Followed<FunnelAuditView>) -> impl IntoView {
    let page = FunnelState::get();
    let audit = found;
    let rows = move || {
        let texts = page.texts();
        found.with(|found| {
            let rows = found.iter().flat_map(|found| found.overdue.iter().take(ROWS));
            rows.map(|row| {
                let days = match row.days {
                    Some(days) => texts.audit_days(texts.count(days.unsigned_abs())),
                    None => texts.audit_never().to_owned(),
                };
                let told = row.clone();
                let why = move || audit.with(|found| Some(explain_overdue(page.texts(), &told, found.as_ref()?)));
                let last = row.entry.last_contact.map(|day| texts.day(day)).unwrap_or_default();
                view! {
                    <tr>
                        <th scope="row">{entry_name(&row.entry)}</th>
                        <td>{row.entry.owner.clone()}</td>
                        <td>{row.level.clone()}</td>
                        <td class="num"><ExplainedFigure text=move || days.clone() explanation=why /></td>
                        <td class="num">{last}</td>
                    </tr>
                }
                .into_any()
            })
            .collect::<Vec<_>>()
        })
    };
    let rest = move || {
        let rest = found.with(|found| found.as_ref().map_or(0, |found| found.overdue_total.saturating_sub(ROWS as u32)));
        (rest > 0).then(|| view! { <p class="note">{page.texts().audit_more(page.texts().count(rest))}</p> })
    };
    view! {
        <Show when=move || found.with(|found| found.as_ref().is_some_and(|found| found.overdue_total > 0))>
            <div class="table-scroll" tabindex="0" role="group" aria-labelledby="audit-title">
                <table class="table flush" data-testid="audit-overdue">
                    <thead>
                        <tr>
                            <th>{move || page.texts().funnel_entry_customer()}</th>
                            <th>{move || page.texts().funnel_entry_owner()}</th>
                            <th>{move || page.texts().audit_col_level()}</th>
                            <th class="num">{move || page.texts().audit_col_overdue()}</th>
                            <th class="num">{move || page.texts().funnel_entry_contact()}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {rest}
        </Show>
    }
}

#[component]
fn Sample(found: Followed<FunnelAuditView>) -> impl IntoView {
    let page = FunnelState::get();
    let names = move || {
        found.with(|found| {
            let sample = found.iter().flat_map(|found| &found.sample);
            sample
                .map(|entry| view! { <li>{entry_name(entry)}" "<span class="muted">{entry.owner.clone()}</span></li> }.into_any())
                .collect::<Vec<_>>()
        })
    };
    view! {
        <h3>{move || page.texts().audit_sample()}<Explained explanation=why(page, found, AuditFigure::Sample) /></h3>
        <ul class="audit-sample" data-testid="audit-sample">{names}</ul>
    }
}

#[component]
fn Readings(found: Followed<FunnelAuditView>) -> impl IntoView {
    let page = FunnelState::get();
    let share = move |part: fn(&FunnelAuditView) -> Option<f64>| {
        move || found.with(|found| found.as_deref().and_then(part)).map_or_else(|| "–".to_owned(), |share| page.texts().share_fine(share))
    };
    let cash = Signal::derive(move || page.scenario.with(|scenario| scenario.cash_received));
    let contracts = Signal::derive(move || found.with(|found| found.as_ref().and_then(|found| found.readings.contract_value)));
    let set_cash = move |cash: Option<f64>| page.edit(|scenario| scenario.cash_received = cash);
    let set_contracts = move |value: Option<f64>| page.edit(|scenario| scenario.contract_value = value);
    view! {
        <h3>{move || page.texts().audit_k()}</h3>
        <p class="note">{move || page.texts().audit_k_note()}</p>
        <dl class="readings">
            <dt>{move || page.texts().audit_k_conversion()}</dt>
            <dd>
                {share(|found| found.readings.conversion)}
                <Explained explanation=why(page, found, AuditFigure::Conversion) />
            </dd>
            <dt>{move || page.texts().audit_k_recovery()}</dt>
            <dd>
                {share(|found| found.readings.recovery.as_ref().and_then(|recovery| recovery.as_ref().ok().copied()))}
                <Explained explanation=why(page, found, AuditFigure::Recovery) />
            </dd>
        </dl>
        <div class="option-pair">
            <FigureField
                label=move || page.texts().audit_cash()
                value=cash
                kind=FigureKind::Number
                allowed=Allowed::NotNegative
                testid="audit-cash"
                on_change=set_cash
            />
            <FigureField
                label=move || page.texts().audit_contracts()
                value=contracts
                kind=FigureKind::Number
                allowed=Allowed::Positive
                testid="audit-contracts"
                on_change=set_contracts
            />
        </div>
    }
}
