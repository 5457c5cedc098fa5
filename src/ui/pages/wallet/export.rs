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
            <button type="button" class="button quiet" data-testid="export-products-csv" on:click=move |_| products(page)>
                {move || page.texts().wallet_export_products()}
            </button>
            <button type="button" class="button quiet" data-testid="export-unmatched-csv" on:click=move |_| unmatched(page)>
                {move || page.texts().wallet_export_unmatched()}
            </button>
        </Menu>
    }
}

fn customers(page: WalletState, workbook: bool) {
    spawn_local(async move {
        let Some(view) = page.app.ask::<WalletView>(Query::Wallet { rows: u32::MAX }).await else { return };
        let texts = page.app.texts_now();
        if workbook {
            let rules = vec![texts.wallet_headroom_how().to_owned(), texts.wallet_rule_whole().to_owned()];
            let table = worded(texts, texts.title_wallet(), rules, |wording| wallet_table(&view.rows, wording));
            write_workbook(page.app, table, file_name(&page.app.workspace_name(), texts.wallet_file(), "xlsx"));
        } else {
            csv(page, texts.wallet_file(), &wallet_table(&view.rows, &TableWording::codes("headroom")));
        }
    });
}

fn products(page: WalletState) {
    if let Some(view) = page.view.get_untracked() {
        csv(page, page.app.texts_now().wallet_file_products(), &products_table(&view.products, &TableWording::codes("products")));
    }
}

fn unmatched(page: WalletState) {
    if let Some(view) = page.view.get_untracked() {
        csv(page, page.app.texts_now().wallet_file_unmatched(), &unmatched_table(&view.unmatched, &TableWording::codes("unmatched")));
    }
}

fn csv(page: WalletState, what: &str, table: &ReportTable) {
    page.app.download(&file_name(&page.app.workspace_name(), what, "csv"), CSV, &csv_bytes(table));
}
