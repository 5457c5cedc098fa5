//! Plan versus actual: how many were to come to each level by month, and how many came.

use leptos::prelude::*;

use super::state::FunnelState;
use crate::engine::{FunnelProgressView, Query};
use crate::ui::components::Explained;
use crate::ui::words::{Explanation, explain_planned, part_text};
use crate::workspace::{Progress, ProgressLine};

#[component]
pub fn ProgressSection() -> impl IntoView {
    let page = FunnelState::get();
    let has_data = Memo::new(move |_| page.read(|view| view.entries.all > 0 || view.entries.events > 0).unwrap_or(false));
    let answer =
        page.app.follow::<FunnelProgressView>(move || has_data.get().then(|| Query::FunnelProgress { scenario: page.asked.get() }));
    let found =
        Memo::new(move |_| answer.with(|view| view.as_ref().map(|view| view.progress.clone())).filter(|found| !found.months.is_empty()));
    let heads = move || {
        let texts = page.texts();
        found.with(|found| {
            found
                .iter()
                .flat_map(|found| &found.months)
                .map(|month| view! { <th class="num">{texts.month(month.0)}</th> })
                .collect::<Vec<_>>()
        })
    };
    let all = found;
    let rows = move || {
        found.with(|found| {
            let Some(found) = found else { return Vec::new() };
            let why = move |stage: usize| {
                Signal::derive(move || {
                    all.with(|found| page.read(|view| explain_planned(page.texts(), found.as_ref()?, view, stage)).flatten())
                })
            };
            let rows = found.stages.iter().enumerate();
            rows.map(|(stage, line)| line_row(page, found, page.stage_name(stage), why(stage), line)).collect::<Vec<_>>()
        })
    };
    let note = move || {
        let planned = found.with(|found| found.as_ref().is_some_and(|found| found.is_planned));
        if planned { page.texts().progress_planned() } else { page.texts().progress_actual_only() }
    };
    view! {
        <Show when=move || found.with(Option::is_some)>
            <section class="section progress-table" aria-labelledby="progress-title">
                <h2 id="progress-title">{move || page.texts().progress_title()}</h2>
                <p class="rule">{note}</p>
                <div class="table-scroll" tabindex="0" role="group" aria-labelledby="progress-title">
                    <table class="table flush" data-testid="funnel-progress">
                        <thead><tr><th>{move || page.texts().funnel_col_level()}</th>{heads}</tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </section>
        </Show>
    }
}

/// What came, and below it what was planned.
fn line_row(page: FunnelState, found: &Progress, name: String, why: Signal<Option<Explanation>>, line: &ProgressLine) -> AnyView {
    let texts = page.texts();
    let at = |values: &[Option<f64>], month: usize| values.get(month).copied().flatten();
    let cell = |month: usize| {
        let actual = at(&line.actual_by_month, month).map_or_else(|| "–".to_owned(), |count| texts.decimal(count, 0));
        let planned = at(&line.planned_by_month, month).map(|count| texts.progress_of(part_text(texts, count)));
        view! { <td class="num">{actual}{planned.map(|planned| view! { <small>{planned}</small> })}</td> }.into_any()
    };
    let cells: Vec<AnyView> = (0..found.months.len()).map(cell).collect();
    view! { <tr><th scope="row">{name}<Explained explanation=why /></th>{cells}</tr> }.into_any()
}
