//! Every import of the workspace with its files and what became of their rows.

use leptos::prelude::*;

use crate::engine::{DataView, Query};
use crate::tables::ImportRecord;
use crate::ui::clock;
use crate::ui::i18n::Texts;
use crate::ui::state::AppState;

#[component]
pub fn Imports() -> impl IntoView {
    let state = AppState::get();
    let view = state.follow::<DataView>(|| Some(Query::Data { first: 0, count: 0 }));
    let imports = Memo::new(move |_| view.with(|view| view.as_ref().map(|data| data.imports.clone()).unwrap_or_default()));
    view! {
        <section class="section" aria-labelledby="data-imports">
            <h2 id="data-imports">{move || state.texts().data_imports()}</h2>
            <div class="table-scroll">
                <table class="table flush">
                    <thead>
                        <tr>
                            <th scope="col">{move || state.texts().data_source()}</th>
                            <th scope="col">{move || state.texts().data_imported_at()}</th>
                            <th scope="col" class="num">{move || state.texts().data_read()}</th>
                            <th scope="col" class="num">{move || state.texts().data_used()}</th>
                            <th scope="col" class="num">{move || state.texts().data_rejected()}</th>
                            <th scope="col" class="num">{move || state.texts().data_left_out()}</th>
                        </tr>
                    </thead>
                    <tbody>{move || imports.get().into_iter().map(|record| row(state.texts(), record)).collect_view()}</tbody>
                </table>
            </div>
        </section>
    }
}

fn row(texts: Texts, record: ImportRecord) -> impl IntoView {
    let sources = record.sources.iter().map(|source| {
        let sheet = (!source.sheet.is_empty()).then(|| view! { <span class="muted">" · " {source.sheet.clone()}</span> });
        view! { <div class="source-name">{source.file.clone()}{sheet}</div> }
    });
    let rejected = if record.rows_rejected > 0 { "num bad-text" } else { "num muted" };
    let figure = |rows: u64| texts.count(rows);
    view! {
        <tr data-testid="import-record">
            <th scope="row">{sources.collect_view()}</th>
            <td>{texts.moment(clock::local_time(record.imported_at), clock::now())}</td>
            <td class="num">{figure(record.rows_read)}</td>
            <td class="num">{figure(record.rows_used)}</td>
            <td class=rejected>{figure(record.rows_rejected)}</td>
            <td class="num muted">{figure(record.rows_left_out)}</td>
        </tr>
    }
}
