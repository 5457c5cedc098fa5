//! The purchases behind the figures, each with its row in the file.

use leptos::prelude::*;

use super::card::CardState;
use crate::calendar::Day;
use crate::engine::OrderRow;
use crate::ui::i18n::Texts;

/// Rows shown before more are asked for.
const FIRST_ROWS: usize = 10;

#[component]
pub fn CardPurchases() -> impl IntoView {
    let card = CardState::get();
    let texts = move || card.page.texts();
    let all = RwSignal::new(false);
    let customer = Memo::new(move |_| card.page.app.selected.get());
    Effect::new(move |_| {
        customer.track();
        all.set(false);
    });
    let purchases = Memo::new(move |_| card.read(|view| view.purchases.clone()));
    let shown = move || if all.get() { purchases.with(Vec::len) } else { purchases.with(Vec::len).min(FIRST_ROWS) };
    let has_product = move || purchases.with(|rows| rows.iter().any(|row| !row.product.is_empty()));
    let has_order = move || purchases.with(|rows| rows.iter().any(|row| !row.order.is_empty()));
    let count = move || texts().card_purchases_first(texts().count(shown() as u64), texts().count(card.read(|view| view.order_rows)));
    let rows = move || {
        let (texts, currency, shown) = (texts(), card.page.currency.get(), shown());
        let columns = (has_order(), has_product());
        purchases.with(|rows| rows.iter().take(shown).map(|row| row_view(texts, row, columns, &currency)).collect_view())
    };
    view! {
        <Show when=move || purchases.with(|rows| !rows.is_empty())>
            <div class="section">
                <h3>{move || texts().card_purchases()}" "<span class="muted">{count}</span></h3>
                <div class="table-scroll">
                    <table class="table flush small">
                        <thead>
                            <tr>
                                <th scope="col">{move || texts().card_purchase_date()}</th>
                                {move || has_order().then(|| view! { <th scope="col">{texts().card_purchase_order()}</th> })}
                                {move || has_product().then(|| view! { <th scope="col">{texts().card_purchase_product()}</th> })}
                                <th scope="col" class="num">{move || texts().card_purchase_amount()}</th>
                                <th scope="col" class="num">{move || texts().card_purchase_row()}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
                <Show when=move || shown() < purchases.with(Vec::len)>
                    <button type="button" class="link-button" on:click=move |_| all.set(true)>
                        {move || texts().card_purchases_more(texts().count(purchases.with(Vec::len) as u64))}
                    </button>
                </Show>
            </div>
        </Show>
    }
}

fn row_view(texts: Texts, row: &OrderRow, (has_order, has_product): (bool, bool), currency: &str) -> impl IntoView + use<> {
    view! {
        <tr>
            <td>{texts.day(Day(row.day))}</td>
            {has_order.then(|| view! { <td>{row.order.clone()}</td> })}
            {has_product.then(|| view! { <td class="clip" title=row.product.clone()>{row.product.clone()}</td> })}
            <td class="num" class:bad-text={row.amount < 0.0}>{texts.money_exact(row.amount, currency)}</td>
            <td class="num muted">{texts.count(row.row)}</td>
        </tr>
    }
}
