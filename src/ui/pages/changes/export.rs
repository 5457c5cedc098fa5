//! The comparison as files: the matrix and the customers behind it, for programs and for people.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::state::ChangesState;
use crate::engine::{MoversQuery, MoversView, Query, TableWording, matrix_table, movers_table};
use crate::report::csv_bytes;
use crate::ui::components::{Icon, Menu};
use crate::ui::exporting::{CSV, file_name, worded, write_workbook};

#[component]
pub fn ChangesExport() -> impl IntoView {
    let page = ChangesState::get();
    view! {
        <Menu icon=Icon::Export label=move || page.texts().changes_export() testid="changes-export">
            <button type="button" class="button quiet" data-testid="export-migration-csv" on:click=move |_| matrix(page, false)>
                {move || page.texts().changes_export_matrix_csv()}
            </button>
            <button type="button" class="button quiet" data-testid="export-migration-xlsx" on:click=move |_| matrix(page, true)>
                {move || page.texts().changes_export_matrix_xlsx()}
            </button>
            <button type="button" class="button quiet" data-testid="export-movers-csv" on:click=move |_| movers(page, false)>
                {move || page.texts().changes_export_movers_csv()}
            </button>
            <button type="button" class="button quiet" data-testid="export-movers-xlsx" on:click=move |_| movers(page, true)>
                {move || page.texts().changes_export_movers_xlsx()}
            </button>
        </Menu>
    }
}

fn matrix(page: ChangesState, workbook: bool) {
    let Some(view) = page.view.get_untracked() else { return };
    let texts = page.app.texts_now();
    let name = |extension| file_name(&page.app.workspace_name(), texts.changes_file_matrix(), extension);
    if workbook {
        let table = worded(texts, texts.changes_matrix(), vec![rule(page)], |wording| matrix_table(&view, wording));
        write_workbook(page.app, table, name("xlsx"));
    } else {
        page.app.download(&name("csv"), CSV, &csv_bytes(&matrix_table(&view, &TableWording::codes("migration"))));
    }
}

fn movers(page: ChangesState, workbook: bool) {
    spawn_local(async move {
        let all = MoversQuery { cell: None, first: 0, count: u32::MAX };
        let Some(found) = page.app.ask::<MoversView>(Query::Movers(all)).await else { return };
        let texts = page.app.texts_now();
        let name = |extension| file_name(&page.app.workspace_name(), texts.changes_file_movers(), extension);
        if workbook {
            let table = worded(texts, texts.nav_changes(), vec![rule(page)], |wording| movers_table(&found.rows, wording));
            write_workbook(page.app, table, name("xlsx"));
        } else {
            page.app.download(&name("csv"), CSV, &csv_bytes(&movers_table(&found.rows, &TableWording::codes("customers"))));
        }
    });
}

/// The rule below a workbook.
fn rule(page: ChangesState) -> String {
    let texts = page.app.texts_now();
    let held = page.view.with_untracked(|view| view.as_ref().is_some_and(|view| view.settings.hold_cuts));
    let cuts = if held { texts.changes_rule_held() } else { texts.changes_rule_own() };
    format!("{cuts} {}", texts.changes_rule_hand())
}
