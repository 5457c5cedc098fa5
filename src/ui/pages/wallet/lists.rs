//! Customers and products by headroom, each with a bar of what is bought here within what could be bought.

use leptos::prelude::*;

use super::state::{STRETCH, WalletState};
use crate::engine::{WalletRow, matched_code};
use crate::ui::i18n::Texts;
use crate::workspace::{ProductLine, WalletFigures};

#[component]
pub fn CustomersSection() -> impl IntoView {
    let page = WalletState::get();
    let rows = move || {
        page.read(|view| view.rows.iter().map(|row| customer_row(page.texts(), &view.currency, row)).collect::<Vec<_>>())
            .unwrap_or_default()
    };
    let rest = Memo::new(move |_| page.read(|view| view.customers.saturating_sub(view.rows.len() as u32)).unwrap_or(0));
    view! {
        <section class="section" aria-labelledby="wallet-list">
            <h2 id="wallet-list">{move || page.texts().wallet_list()}</h2>
            <div class="table-scroll" tabindex="0" role="group" aria-labelledby="wallet-list">
                <table class="table flush wallet-table" data-testid="wallet-table">
                    <thead>
                        <tr>
                            <th scope="col">{move || page.texts().changes_col_customer()}</th>
                            <FigureHeads />
                            <th scope="col">{move || page.texts().wallet_matched()}</th>
                            <th scope="col">{move || page.texts().wallet_said_by()}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <Show when=move || { rest.get() > 0 }>
                <button type="button" class="button" on:click=move |_| page.rows.update(|rows| *rows += STRETCH)>
                    {move || page.texts().wallet_more(page.texts().count(rest.get()))}
                </button>
            </Show>
        </section>
    }
}

#[component]
fn FigureHeads() -> impl IntoView {
    let page = WalletState::get();
    view! {
        <th scope="col" class="num">{move || page.texts().wallet_sales()}</th>
        <th scope="col" class="num">{move || page.texts().wallet_potential()}</th>
        <th scope="col" class="num">{move || page.texts().wallet_share()}</th>
        <th scope="col"><span class="hidden-label">{move || page.texts().wallet_share()}</span></th>
        <th scope="col" class="num">{move || page.texts().wallet_headroom()}</th>
    }
}

fn customer_row(texts: Texts, currency: &str, row: &WalletRow) -> AnyView {
    view! {
        <tr data-customer=row.key.clone()>
            <th scope="row">{texts.customer_name(&row.name).to_owned()}</th>
            {figure_cells(texts, currency, row.figures)}
            <td>{texts.growth_code(matched_code(row.matched))}</td>
            <td>{row.said_by.join("; ")}</td>
        </tr>
    }
    .into_any()
}

fn figure_cells(texts: Texts, currency: &str, figures: WalletFigures) -> AnyView {
    let share = figures.share();
    let part = format!("{:.1}%", 100.0 * share.unwrap_or(0.0).clamp(0.0, 1.0));
    let headroom = figures.headroom();
    let low = (headroom < 0.0).then(|| view! { <small class="too-low">{texts.wallet_too_low()}</small> });
    view! {
        <td class="num">{texts.money(figures.sales, currency)}</td>
        <td class="num">{texts.money(figures.potential, currency)}</td>
        <td class="num">{share.map_or_else(|| "–".to_owned(), |share| texts.share(share))}</td>
        <td class="wallet-bar"><span aria-hidden="true" style:--share=part><i></i></span></td>
        <td class="num" data-value=headroom.to_string()>{texts.money(headroom, currency)}{low}</td>
    }
    .into_any()
}

#[component]
pub fn ProductsSection() -> impl IntoView {
    let page = WalletState::get();
    let has_products = Memo::new(move |_| page.read(|view| !view.products.is_empty()).unwrap_or(false));
    let known = Memo::new(move |_| page.read(|view| view.products_known).unwrap_or(false));
    let rows = move || {
        page.read(|view| view.products.iter().map(|line| product_row(page.texts(), &view.currency, line)).collect::<Vec<_>>())
            .unwrap_or_default()
    };
    let note = move || if known.get() { page.texts().wallet_products_note() } else { page.texts().wallet_products_unknown() };
    view! {
        <Show when=move || has_products.get()>
            <section class="section" aria-labelledby="wallet-products">
                <h2 id="wallet-products">{move || page.texts().wallet_products()}</h2>
                <p class="note">{note}</p>
                <div class="table-scroll" tabindex="0" role="group" aria-labelledby="wallet-products">
                    <table class="table flush wallet-table" data-testid="wallet-products">
                        <thead>
                            <tr>
                                <th scope="col">{move || page.texts().wallet_product()}</th>
                                <th scope="col" class="num">{move || page.texts().wallet_customers()}</th>
                                <FigureHeads />
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </section>
        </Show>
    }
}

fn product_row(texts: Texts, currency: &str, line: &ProductLine) -> AnyView {
    view! {
        <tr data-product=line.product.clone()>
            <th scope="row">{line.product.clone()}</th>
            <td class="num">{texts.count(line.customers)}</td>
            {figure_cells(texts, currency, line.figures)}
        </tr>
    }
    .into_any()
}
