//! The list as a file.

use leptos::prelude::*;

use super::state::FutureState;
use crate::engine::{TableWording, future_table};
use crate::report::csv_bytes;
use crate::ui::components::{Icon, Menu};
use crate::ui::exporting::{CSV, file_name, worded, write_workbook};

#[component]
pub fn FutureExport() -> impl IntoView {
    let page = FutureState::get();
    view! {
        <Menu icon=Icon::Export label=move || page.texts().future_export() testid="future-export">
            <button type="button" class="button quiet" data-testid="export-future-csv" on:click=move |_| export(page, false)>
                {move || page.texts().future_export_csv()}
            </button>
            <button type="button" class="button quiet" data-testid="export-future-xlsx" on:click=move |_| export(page, true)>
                {move || page.texts().future_export_xlsx()}
            </button>
        </Menu>
    }
}

fn export(page: FutureState, workbook: bool) {
    let Some(view) = page.view.get_untracked() else { return };
    let texts = page.app.texts_now();
    let name = |extension| file_name(&page.app.workspace_name(), texts.future_file(), extension);
    if workbook {
        let rule = vec![texts.future_rule().to_owned()];
        let table = worded(texts, texts.title_future(), rule, |wording| future_table(&view.rows, wording));
        write_workbook(page.app, table, name("xlsx"));
    } else {
        page.app.download(&name("csv"), CSV, &csv_bytes(&future_table(&view.rows, &TableWording::codes("future"))));
    }
}
