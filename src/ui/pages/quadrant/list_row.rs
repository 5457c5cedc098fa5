//! One row of the list.

use leptos::prelude::*;

use super::list_keys::ListKeys;
use super::state::PageState;
use crate::classify::Side;
use crate::engine::ListRow;
use crate::ui::components::ClassName;
use crate::ui::derived::{SPARK_HEIGHT, SPARK_WIDTH, spark};

/// `place` counts from 0 over the whole list.
pub fn row_view(page: PageState, keys: ListKeys, place: u32, row: &ListRow) -> impl IntoView + use<> {
    let (texts, customer) = (page.texts(), row.customer);
    let name = texts.customer_name(&row.name).to_owned();
    let title = name.clone();
    let key = (row.key != row.name).then(|| texts.customer_name(&row.key).to_owned());
    let share = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |value| texts.share_fine(value));
    let score = row.score.map_or_else(|| "–".to_owned(), |score| texts.decimal(score, 2));
    let look = page.look.get();
    let vertical = row.vertical.map_or_else(|| "–".to_owned(), |value| look.vertical(texts, value, &page.currency.get()));
    let last = match page.side {
        Side::Existing => view! {
            <div role="gridcell" class="num extra">{texts.count(row.orders)}</div>
            <div role="gridcell" class="cell-months"><Months totals=row.months.clone() /></div>
        }
        .into_any(),
        Side::Potential => view! {
            <div role="gridcell" class="num extra">{share(row.completeness)}</div>
            <div role="gridcell" class="cell-months">{row.level.clone()}</div>
        }
        .into_any(),
    };
    view! {
        <div
            role="row"
            id=format!("row-{place}")
            aria-rowindex=(place + 2).to_string()
            aria-selected=move || (page.app.selected.get() == Some(customer) || keys.is_marked(place)).to_string()
            class:hovered=move || page.app.hovered.get() == Some(customer)
            class:active=move || keys.is_active(place)
            data-customer=row.key.clone()
            data-number=customer.to_string()
            data-place=place.to_string()
        >
            <div role="gridcell" class="cell-class keep">{class_cell(page, row)}</div>
            <div role="gridcell" class="cell-name keep" title=title>
                {name}
                {key.map(|key| view! { " "<span class="muted id">{key}</span> })}
            </div>
            <div role="gridcell" class="num keep">{vertical}</div>
            <div role="gridcell" class="num">{share(row.share)}</div>
            <div role="gridcell" class="num muted extra">{share(row.cumulative)}</div>
            <div role="gridcell" class="num">{score}</div>
            {last}
        </div>
    }
}

fn class_cell(page: PageState, row: &ListRow) -> impl IntoView + use<> {
    let texts = page.texts();
    let reason = row.not_rated.map(|reason| {
        let grain = page.overview.with(|view| view.as_ref().map_or(crate::calendar::Grain::Month, |view| view.grain));
        texts.not_rated_reason(reason, grain)
    });
    match (row.class, reason) {
        (None, Some(reason)) => view! {
            <span class="muted" title=texts.list_not_rated_reason(reason)>
                {texts.not_rated()}<span class="reason">{format!(": {reason}")}</span>
            </span>
        }
        .into_any(),
        (class, _) => view! {
            <ClassName side=page.side class=class />
            {row.overridden.then(|| view! { " "<span class="muted by-hand">{texts.list_by_hand()}</span> })}
        }
        .into_any(),
    }
}

/// The small bars; the card has the same months with figures.
#[component]
fn Months(totals: Vec<f64>) -> impl IntoView {
    let spark = spark(&totals);
    view! {
        <svg class="spark" viewBox=format!("0 0 {SPARK_WIDTH} {SPARK_HEIGHT}") aria-hidden="true">
            <path class="spark-ticks" d=spark.ticks></path>
            <path d=spark.bars></path>
            <path class="spark-returns" d=spark.returns></path>
        </svg>
    }
}
