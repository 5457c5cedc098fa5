//! The rows an import did not use: where, what was found, what was expected; and the way to get them out.

use leptos::prelude::*;

use crate::import::Issue;
use crate::order;
use crate::report::{ReportCell, ReportTable, csv_bytes};
use crate::tables::SourceFile;
use crate::ui::components::{Button, Icon, Look};
use crate::ui::i18n::Texts;
use crate::ui::state::AppState;

/// Rows drawn at most; the download holds all.
const SHOWN: usize = 200;

#[component]
pub fn Issues(issues: Vec<Issue>, rejected: u64, left_out: u64, sources: Vec<SourceFile>) -> impl IntoView {
    let state = AppState::get();
    // What has to be mended stands first; the rest keeps the file's order.
    let mut ordered = issues;
    order::sort_by_key(&mut ordered, |issue| !issue.kind.rejects());
    let listed = !ordered.is_empty();
    let kept = StoredValue::new((ordered, sources));
    let words = move || {
        let texts = state.texts();
        let rejected = (rejected > 0).then(|| texts.report_rejected(texts.count(rejected)));
        let left_out = (left_out > 0).then(|| texts.report_left_out(texts.count(left_out)));
        [rejected, left_out].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    };
    let save = move |_| {
        let texts = state.texts_now();
        let bytes = kept.with_value(|(issues, sources)| csv_bytes(&table(texts, issues, sources)));
        state.download(texts.report_file(), "text/csv", &bytes);
    };
    listed.then(|| {
        view! {
            <details class="issues" open=rejected != 0>
                <summary><b class=(rejected > 0).then_some("bad-text")>{words}</b></summary>
                <IssueTable kept=kept />
            </details>
            {(rejected > 0).then(|| view! {
                <Button
                    look=Look::Quiet
                    icon=Icon::Export
                    text=move || state.texts().report_download()
                    on_click=save
                    attr:data-testid="download-rejected"
                />
            })}
        }
    })
}

#[component]
fn IssueTable(kept: StoredValue<(Vec<Issue>, Vec<SourceFile>)>) -> impl IntoView {
    let state = AppState::get();
    let several = kept.with_value(|(_, sources)| sources.len() > 1);
    let rows = move || {
        let texts = state.texts();
        kept.with_value(|(issues, sources)| issues.iter().take(SHOWN).map(|issue| row(texts, issue, sources, several)).collect_view())
    };
    let all = kept.with_value(|(issues, _)| issues.len());
    let more =
        move || (all > SHOWN).then(|| state.texts().report_first(state.texts().count(SHOWN as u64), state.texts().count(all as u64)));
    view! {
        <div class="table-scroll issues-list" tabindex="0" role="region" aria-label=move || state.texts().report_issues()>
            <table class="table" data-testid="import-issues">
                <thead>
                    <tr>
                        <th scope="col" class="num">{move || state.texts().report_row()}</th>
                        {several.then(|| view! { <th scope="col">{move || state.texts().report_file_source()}</th> })}
                        <th scope="col">{move || state.texts().report_column()}</th>
                        <th scope="col">{move || state.texts().report_found()}</th>
                        <th scope="col">{move || state.texts().report_expected()}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <p class="note">{more}</p>
    }
}

fn row(texts: Texts, issue: &Issue, sources: &[SourceFile], several: bool) -> impl IntoView + use<> {
    let found = if issue.found.is_empty() { texts.report_blank().to_owned() } else { issue.found.clone() };
    view! {
        <tr>
            <td class="num">{texts.count(issue.row)}</td>
            {several.then(|| view! { <td>{source_name(issue, sources)}</td> })}
            <td>{issue.header.clone()}</td>
            <td class=if issue.kind.rejects() { "bad-text" } else { "muted" }>{found}</td>
            <td>{texts.issue(issue.kind)}</td>
        </tr>
    }
}

/// `orders.xlsx · 2024`.
fn source_name(issue: &Issue, sources: &[SourceFile]) -> String {
    match sources.get(usize::from(issue.source)) {
        Some(source) if source.sheet.is_empty() => source.file.clone(),
        Some(source) => format!("{} · {}", source.file, source.sheet),
        None => String::new(),
    }
}

/// The rejected rows with their whole content, to be mended and imported again.
fn table(texts: Texts, issues: &[Issue], sources: &[SourceFile]) -> ReportTable {
    let rejected: Vec<&Issue> = issues.iter().filter(|issue| issue.kind.rejects()).collect();
    let width = rejected.iter().map(|issue| issue.cells.len()).max().unwrap_or_default();
    let own = [texts.report_file_source(), texts.report_row(), texts.report_column(), texts.report_found(), texts.report_expected()];
    let header = own.map(str::to_owned).into_iter().chain((1..=width).map(|number| number.to_string())).collect();
    let line = |issue: &&Issue| {
        let text = |text: &str| ReportCell::Text(text.to_owned());
        let facts = [
            text(&source_name(issue, sources)),
            ReportCell::Number(f64::from(issue.row), 0),
            text(&issue.header),
            text(&issue.found),
            text(texts.issue(issue.kind)),
        ];
        let cells = (0..width).map(|place| text(issue.cells.get(place).map_or("", String::as_str)));
        facts.into_iter().chain(cells).collect()
    };
    ReportTable { title: String::new(), header, rows: rejected.iter().map(line).collect(), notes: Vec::new() }
}
