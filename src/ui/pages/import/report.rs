//! What the last import brought, in one line that stays until it is put away; the rows that were not used stand behind it.

use leptos::prelude::*;

use super::door::{Asked, ImportDoor};
use super::issues::Issues;
use crate::engine::protocol::ImportSummary;
use crate::ui::components::{Icon, Notice, Tone};
use crate::ui::i18n::Texts;
use crate::ui::state::AppState;

#[component]
pub fn ImportReport() -> impl IntoView {
    let state = AppState::get();
    let summary = Memo::new(move |_| state.summary.get());
    view! { {move || summary.get().map(|summary| view! { <Report summary=summary /> })} }
}

#[component]
fn Report(summary: ImportSummary) -> impl IntoView {
    let state = AppState::get();
    let currency = Memo::new(move |_| state.workspace.with(|view| view.as_ref().map(|view| view.currency.clone()).unwrap_or_default()));
    let facts = StoredValue::new(summary.clone());
    let words = move || facts.with_value(|summary| sentence(state.texts(), summary, &currency.get()));
    view! {
        <section
            class="import-report"
            aria-label=move || state.texts().report_title()
            data-testid="import-summary"
            data-rows-read=summary.rows_read.to_string()
            data-rows-used=summary.rows_used.to_string()
            data-rows-rejected=summary.rows_rejected.to_string()
            data-rows-left-out=summary.rows_left_out.to_string()
            data-customers=summary.customers.to_string()
            data-total=summary.total.to_string()
        >
            <div class="report-line" data-rejected=(summary.rows_rejected > 0).to_string()>
                {if summary.rows_rejected == 0 { Icon::Check.view() } else { Icon::Warning.view() }}
                <p>{words}</p>
                <button
                    type="button"
                    class="button quiet icon-only push"
                    aria-label=move || state.texts().dismiss()
                    data-testid="import-summary-close"
                    on:click=move |_| state.summary.set(None)
                >
                    {Icon::Close.view()}
                </button>
            </div>
            {duplicates(state, summary.duplicates, summary.duplicates_kept)}
            <Issues issues=summary.issues rejected=summary.rows_rejected left_out=summary.rows_left_out sources=summary.sources />
        </section>
    }
}

/// `22,183 of 22,190 rows used · 4,372 customers · total £8,300,065.81`.
fn sentence(texts: Texts, summary: &ImportSummary, currency: &str) -> String {
    let rows = if summary.rows_used == summary.rows_read {
        texts.report_all_used(texts.count(summary.rows_read))
    } else {
        texts.report_used(texts.count(summary.rows_used), texts.count(summary.rows_read))
    };
    let mut parts = vec![rows, texts.report_customers(texts.count(summary.customers))];
    // A level history has no amounts of its own.
    if summary.total != 0.0 {
        parts.push(texts.report_total(texts.money_exact(summary.total, currency)));
    }
    parts.join(" · ")
}

/// Rows that are the same as rows already there are never doubled unasked.
fn duplicates(state: AppState, rows: u64, kept: bool) -> Option<impl IntoView> {
    let door = ImportDoor::get();
    let words = move || {
        let texts = state.texts();
        let rows = texts.count(rows);
        if kept { texts.report_duplicates_kept(rows) } else { texts.report_duplicates(rows) }
    };
    (rows > 0).then(|| {
        view! {
            <Notice tone=if kept { Tone::Plain } else { Tone::Warn }>
                <p>
                    {words} " "
                    {(!kept && door.has_last.get_untracked()).then(|| view! {
                        <button type="button" class="link-button" data-testid="import-duplicates" on:click=move |_| door.ask(Asked::Duplicates)>
                            {move || state.texts().report_add_anyway()}
                        </button>
                    })}
                </p>
            </Notice>
        }
    })
}
