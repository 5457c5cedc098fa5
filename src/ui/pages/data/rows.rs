//! Every purchase row as it was read, with its place in its file.

use leptos::prelude::*;

use crate::calendar::Day;
use crate::engine::{DataView, Query};
use crate::tables::{Purchase, WALK_IN_KEY};
use crate::ui::components::VirtualRows;
use crate::ui::i18n::Texts;
use crate::ui::state::AppState;

/// A column that the data may lack.
struct Column {
    head: fn(Texts) -> &'static str,
    number: bool,
    text: fn(Texts, &Purchase) -> String,
}

const COLUMNS: [Column; 10] = [
    Column { head: Texts::data_date, number: false, text: |texts, row| texts.day(Day(row.day)) },
    Column { head: Texts::role_customer, number: false, text: |texts, row| customer(texts, &row.customer) },
    Column { head: Texts::role_name, number: false, text: |_, row| row.name.clone() },
    Column { head: Texts::data_amount, number: true, text: |texts, row| texts.decimal(row.amount, 2) },
    Column { head: Texts::data_cost, number: true, text: |texts, row| row.cost.map(|cost| texts.decimal(cost, 2)).unwrap_or_default() },
    Column { head: Texts::role_order, number: false, text: |_, row| row.order.clone() },
    Column { head: Texts::role_product, number: false, text: |_, row| row.product.clone() },
    Column { head: Texts::role_region, number: false, text: |_, row| row.region.clone() },
    Column { head: Texts::role_rep, number: false, text: |_, row| row.rep.clone() },
    Column { head: Texts::data_row_in_file, number: true, text: |texts, row| texts.count(row.row) },
];

fn customer(texts: Texts, key: &str) -> String {
    if key == WALK_IN_KEY { texts.walk_in().to_owned() } else { key.to_owned() }
}

#[component]
pub fn PurchaseRows() -> impl IntoView {
    let state = AppState::get();
    let sight = RwSignal::new((0_u32, 40_u32));
    let data = state.follow::<DataView>(move || {
        let (first, count) = sight.get();
        Some(Query::Data { first, count })
    });
    let rows = Memo::new(move |_| data.with(|data| data.as_ref().map_or(0, |data| u32::try_from(data.rows).unwrap_or(u32::MAX))));
    let first = Memo::new(move |_| data.with(|data| data.as_ref().map_or(0, |data| data.first)));
    // Columns that the rows at hand fill; once shown they stay, so that scrolling does not move them.
    let filled = Memo::new(move |before: Option<&[bool; 10]>| {
        let mut filled = before.copied().unwrap_or([false; 10]);
        data.with(|data| data.iter().for_each(|data| mark_filled(data, &mut filled)));
        filled
    });
    let customers = move || state.workspace.with(|view| view.as_ref().map_or(0, |view| view.customers));
    view! {
        <section class="section" aria-labelledby="data-rows">
            <h2 id="data-rows">{move || state.texts().data_rows()}</h2>
            <Show
                when=move || { rows.get() > 0 }
                fallback=move || view! { <p class="note">{move || state.texts().data_customers_only(state.texts().count(customers()))}</p> }
            >
                <p class="note">{move || state.texts().data_rows_count(state.texts().count(rows.get()))}</p>
                <div class="row-table">
                    <VirtualRows
                        total=rows
                        first=first
                        label=move || state.texts().data_rows()
                        on_sight=move |first, count| {
                            if sight.get_untracked() != (first, count) {
                                sight.set((first, count));
                            }
                        }
                        head=view! { <Head filled=filled /> }.into_any()
                    >
                        {move || data.get().map(|data| body(state.texts(), &data, filled.get()))}
                    </VirtualRows>
                </div>
            </Show>
        </section>
    }
}

fn mark_filled(data: &DataView, filled: &mut [bool; 10]) {
    let texts = Texts(crate::ui::i18n::Language::English);
    for (column, mark) in COLUMNS.iter().zip(filled) {
        *mark = *mark || data.purchases.iter().any(|row| !(column.text)(texts, row).is_empty());
    }
}

fn shown(filled: [bool; 10]) -> impl Iterator<Item = &'static Column> {
    COLUMNS.iter().zip(filled).filter(|(_, filled)| *filled).map(|(column, _)| column)
}

fn class(column: &Column) -> &'static str {
    if column.number { "num" } else { "" }
}

#[component]
fn Head(filled: Memo<[bool; 10]>) -> impl IntoView {
    let state = AppState::get();
    let cells = move || {
        let texts = state.texts();
        let cell = |column: &'static Column| view! { <span role="columnheader" class=class(column)>{(column.head)(texts)}</span> };
        shown(filled.get()).map(cell).collect_view()
    };
    view! { <div class="data-row data-head" role="row">{cells}</div> }
}

fn body(texts: Texts, data: &DataView, filled: [bool; 10]) -> impl IntoView + use<> {
    let row = |row: &Purchase| {
        let cells = shown(filled).map(|column| view! { <span role="cell" class=class(column)>{(column.text)(texts, row)}</span> });
        view! { <div class="data-row" role="row">{cells.collect_view()}</div> }
    };
    data.purchases.iter().map(row).collect_view()
}
