//! Potential and headroom as files.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::state::WalletState;
use crate::engine::{Query, TableWording, WalletView, products_table, unmatched_table, wallet_table};
use crate::report::{ReportTable, csv_bytes};
use crate::ui::components::{Icon, Menu};
use crate::ui::exporting::{CSV, file_name, worded, write_workbook};

#[component]
pub fn WalletExport() -> impl IntoView {
    let page = WalletState::get();
    view! {
        <Menu icon=Icon::Export label=move || page.texts().wallet_export() testid="wallet-export">
            <button type="button" class="button quiet" data-testid="export-wallet-csv" on:click=move |_| customers(page, false)>
                {move || page.texts().wallet_export_csv()}
            </button>
            <button type="button" class="button quiet" data-testid="export-wallet-xlsx" on:click=move |_| customers(page, true)>
                {move || page.texts().wallet_export_xlsx()}
            </button>
            <button type="button" class="button quiet" data-testid="export-products-csv" on:click=move |_| products(page, false)>
                {move || page.texts().wallet_export_products()}
            </button>
            <button type="button" class="button quiet" data-testid="export-products-xlsx" on:click=move |_| products(page, true)>
                {move || page.texts().wallet_export_products_xlsx()}
            </button>
            <button type="button" class="button quiet" data-testid="export-unmatched-csv" on:click=move |_| unmatched(page, false)>
                {move || page.texts().wallet_export_unmatched()}
            </button>
            <button type="button" class="button quiet" data-testid="export-unmatched-xlsx" on:click=move |_| unmatched(page, true)>
                {move || page.texts().wallet_export_unmatched_xlsx()}
            </button>
        </Menu>
    }
}

fn customers(page: WalletState, workbook: bool) {
    spawn_local(async move {
        let Some(view) = page.app.ask::<WalletView>(Query::Wallet { rows: u32::MAX }).await else { return };
        let texts = page.app.texts_now();
        let rules = vec![texts.wallet_headroom_how().to_owned(), texts.wallet_rule_whole().to_owned()];
        let list = List { codes: "headroom", title: texts.title_wallet(), file: texts.wallet_file(), rules };
        list.save(page, workbook, |wording| wallet_table(&view.rows, wording));
    });
}

fn products(page: WalletState, workbook: bool) {
    let Some(view) = page.view.get_untracked() else { return };
    let texts = page.app.texts_now();
    let note = if view.products_known { texts.wallet_products_note() } else { texts.wallet_products_unknown() };
    let rules = vec![texts.wallet_headroom_how().to_owned(), note.to_owned()];
    let list = List { codes: "products", title: texts.wallet_products(), file: texts.wallet_file_products(), rules };
    list.save(page, workbook, |wording| products_table(&view.products, wording));
}

fn unmatched(page: WalletState, workbook: bool) {
    let Some(view) = page.view.get_untracked() else { return };
    let texts = page.app.texts_now();
    let rules = vec![texts.wallet_unmatched_note().to_owned()];
    let list = List { codes: "unmatched", title: texts.wallet_file_unmatched(), file: texts.wallet_file_unmatched(), rules };
    list.save(page, workbook, |wording| unmatched_table(&view.unmatched, wording));
}

/// What a list is called: in codes for programs, in words for people, with the rules below it.
struct List {
    codes: &'static str,
    title: &'static str,
    file: &'static str,
    rules: Vec<String>,
}

impl List {
    fn save(self, page: WalletState, workbook: bool, make: impl FnOnce(&TableWording<'_>) -> ReportTable) {
        let workspace = page.app.workspace_name();
        if workbook {
            let table = worded(page.app.texts_now(), self.title, self.rules, make);
            write_workbook(page.app, table, file_name(&workspace, self.file, "xlsx"));
        } else {
            let table = make(&TableWording::codes(self.codes));
            page.app.download(&file_name(&workspace, self.file, "csv"), CSV, &csv_bytes(&table));
        }
    }
}
