//! What the last import brought, in one line that stays until it is put away; the rows that were not used stand behind it.

use leptos::prelude::*;

use super::door::{Asked, ImportDoor};
use super::issues::Issues;
use crate::engine::protocol::{Counted, ImportSummary, WorkspaceFigures};
use crate::ui::components::{Icon, Notice, Tone};
use crate::ui::i18n::Texts;
use crate::ui::state::AppState;

#[component]
pub fn ImportReport() -> impl IntoView {
    let state = AppState::get();
    let summaries = Memo::new(move |_| state.summaries.get());
    view! { {move || (!summaries.with(Vec::is_empty)).then(|| view! { <Report summaries=summaries.get() /> })} }
}

/// The figures of the last import stand on the section, those of each on its own line.
#[component]
fn Report(summaries: Vec<ImportSummary>) -> impl IntoView {
    let state = AppState::get();
    let last = summaries.last().cloned().unwrap_or_default();
    let several = summaries.len() > 1;
    let lines = summaries.iter().enumerate().map(|(place, summary)| line(state, place, summary.clone(), several)).collect_view();
    let issues = summaries
        .into_iter()
        .map(|summary| {
            view! { <Issues issues=summary.issues rejected=summary.rows_rejected left_out=summary.rows_left_out sources=summary.sources /> }
        })
        .collect_view();
    view! {
        <section
            class="import-report"
            aria-label=move || state.texts().report_title()
            data-testid="import-summary"
            data-rows-read=last.rows_read.to_string()
            data-rows-used=last.rows_used.to_string()
            data-rows-rejected=last.rows_rejected.to_string()
            data-rows-left-out=last.rows_left_out.to_string()
            data-customers=last.customers.to_string()
            data-total=last.total.to_string()
        >
            {lines}
            {duplicates(state, last.duplicates, last.duplicates_kept)}
            {issues}
        </section>
    }
}

/// What one import brought; where there was something before, what the workspace has with it.
fn line(state: AppState, place: usize, summary: ImportSummary, several: bool) -> impl IntoView {
    let currency = Memo::new(move |_| state.workspace.with(|view| view.as_ref().map(|view| view.currency.clone()).unwrap_or_default()));
    let rejected = summary.rows_rejected > 0;
    let (used, file) = (summary.rows_used, file_name(state.texts_now(), &summary));
    let grown = summary.workspace.clone().filter(|workspace| workspace.rows != summary.rows_used);
    let workspace = grown.clone().map(|workspace| {
        let (rows, counted, total) = (workspace.rows.to_string(), workspace.counted.to_string(), workspace.total.to_string());
        let kind = summary.counted;
        let words = move || workspace_sentence(state.texts(), &workspace, kind, &currency.get());
        view! {
            <p data-testid="import-summary-workspace" data-rows=rows data-customers=counted data-total=total>{words}</p>
        }
    });
    let named = several || grown.is_some();
    let words = move || {
        let texts = state.texts();
        let sentence = sentence(texts, &summary, &currency.get());
        if named { texts.report_of(file_name(texts, &summary), sentence) } else { sentence }
    };
    view! {
        <div class="report-line" data-rejected=rejected.to_string()>
            {if rejected { Icon::Warning.view() } else { Icon::Check.view() }}
            <div>
                <p data-testid="import-summary-file" data-file=file data-rows-used=used.to_string()>{words}</p>
                {workspace}
            </div>
            {(place == 0).then(|| view! {
                <button
                    type="button"
                    class="button quiet icon-only push"
                    aria-label=move || state.texts().dismiss()
                    data-testid="import-summary-close"
                    on:click=move |_| state.summaries.update(Vec::clear)
                >
                    {Icon::Close.view()}
                </button>
            })}
        </div>
    }
}

/// `orders.csv`, of several `orders.csv and 2 more`; the sheet too, since one workbook may bring several kinds.
fn file_name(texts: Texts, summary: &ImportSummary) -> String {
    match summary.sources.as_slice() {
        [] => texts.report_title().to_owned(),
        [only] if only.sheet.is_empty() => only.file.clone(),
        [only] => format!("{} · {}", only.file, only.sheet),
        [first, more @ ..] => texts.report_more_files(&first.file, more.len()),
    }
}

/// `22,183 of 22,190 rows used · 4,372 customers · total £8,300,065.81`.
fn sentence(texts: Texts, summary: &ImportSummary, currency: &str) -> String {
    let rows = if summary.rows_used == summary.rows_read {
        texts.report_all_used(texts.count(summary.rows_read))
    } else {
        texts.report_used(texts.count(summary.rows_used), texts.count(summary.rows_read))
    };
    figures(texts, rows, (summary.counted, summary.customers), summary.total, currency)
}

/// `Workspace “Shop” with it: 44,373 rows · 5,120 customers · total £16,600,131.62`.
fn workspace_sentence(texts: Texts, workspace: &WorkspaceFigures, counted: Counted, currency: &str) -> String {
    let rows = texts.report_rows(texts.count(workspace.rows));
    let figures = figures(texts, rows, (counted, workspace.counted), workspace.total, currency);
    texts.report_of(texts.report_workspace(&workspace.name), figures)
}

fn figures(texts: Texts, rows: String, (counted, count): (Counted, u64), total: f64, currency: &str) -> String {
    let count = texts.count(count);
    let counted = match counted {
        Counted::Customers => texts.report_customers(count),
        Counted::Entries => texts.report_entries(count),
    };
    // Level histories and contacts have no amounts of their own.
    let total = (total != 0.0).then(|| texts.report_total(texts.money_exact(total, currency)));
    [Some(rows), Some(counted), total].into_iter().flatten().collect::<Vec<_>>().join(" · ")
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
