//! The migration matrix as a heat table; a cell opens its customers.

use leptos::prelude::*;

use super::movers::ShownCell;
use super::state::ChangesState;
use crate::engine::{ChangesView, spot_code};
use crate::ui::components::{ClassName, Explain, SourceTag};
use crate::ui::words::spot_name;
use crate::workspace::{Spot, SpotTotals};

#[component]
pub fn MatrixSection() -> impl IntoView {
    let page = ChangesState::get();
    let rows =
        move || page.read(|view| Spot::ALL.into_iter().map(|from| matrix_row(page, view, from)).collect::<Vec<_>>()).unwrap_or_default();
    let heads =
        move || Spot::ALL.into_iter().map(|to| view! { <th scope="col" class="num">{spot_label(page, to, true)}</th> }).collect_view();
    view! {
        <section class="section" aria-labelledby="matrix-title">
            <h2 id="matrix-title">
                {move || page.texts().changes_matrix()}
                <Explain source=SourceTag::X title=move || page.texts().changes_matrix() text=move || page.texts().changes_matrix_note() />
            </h2>
            <p class="note">{move || page.texts().changes_matrix_note()}</p>
            <div class="table-scroll" tabindex="0" role="group" aria-labelledby="matrix-title">
                <table class="table flush heat-table matrix" data-testid="changes-matrix">
                    <thead>
                        <tr>
                            <th scope="col">{move || page.texts().changes_row_head()}</th>
                            {heads}
                            <th scope="col" class="num">{move || page.texts().changes_total()}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                    <tfoot>{move || page.read(|view| totals_row(page, view))}</tfoot>
                </table>
            </div>
        </section>
    }
}

fn spot_label(page: ChangesState, spot: Spot, later: bool) -> AnyView {
    match spot {
        Spot::Class(quadrant) => view! { <ClassName class=Some(quadrant) /> }.into_any(),
        Spot::NotRated | Spot::Absent => view! { <span class="muted">{move || spot_name(page.texts(), spot, later)}</span> }.into_any(),
    }
}

/// As in the handles: `EI`, `not-rated`, `absent`.
fn handle(spot: Spot) -> String {
    spot_code(spot).replace('_', "-")
}

fn matrix_row(page: ChangesState, view: &ChangesView, from: Spot) -> AnyView {
    let row = view.cells[from.index()];
    let all: u32 = row.iter().map(|cell| cell.customers).sum();
    let cells = Spot::ALL.into_iter().map(|to| cell(page, view, (from, to), row[to.index()], all)).collect_view();
    let total = page.texts().count(all);
    view! {
        <tr>
            <th scope="row">{spot_label(page, from, false)}</th>
            {cells}
            <td class="num" data-testid=format!("then-{}", handle(from)) data-value=all.to_string()>{total}</td>
        </tr>
    }
    .into_any()
}

fn totals_row(page: ChangesState, view: &ChangesView) -> AnyView {
    let texts = page.texts();
    let of = |to: Spot| view.cells.iter().map(|row| row[to.index()].customers).sum::<u32>();
    let cells = Spot::ALL.map(|to| {
        let all = of(to);
        view! { <td class="num" data-testid=format!("now-{}", handle(to)) data-value=all.to_string()>{texts.count(all)}</td> }
    });
    let all: u32 = view.cells.iter().flatten().map(|cell| cell.customers).sum();
    view! {
        <tr>
            <th scope="row">{texts.changes_total()}</th>
            {cells.collect_view()}
            <td class="num">{texts.count(all)}</td>
        </tr>
    }
    .into_any()
}

fn cell(page: ChangesState, view: &ChangesView, (from, to): (Spot, Spot), found: SpotTotals, of_row: u32) -> AnyView {
    let texts = page.texts();
    let testid = format!("cell-{}-{}", handle(from), handle(to));
    if found.customers == 0 {
        return view! { <td class="num heat muted" data-testid=testid data-value="0">"–"</td> }.into_any();
    }
    let shown = ShownCell::get();
    let part = format!("{:.2}", f64::from(found.customers) / f64::from(of_row.max(1)));
    let moved = found.now - found.then;
    let sign = if moved > 0.0 { "+" } else { "" };
    let money = format!("{sign}{}", texts.money_short(moved, &view.currency));
    let before = texts.changes_cell(spot_name(texts, from, false), spot_name(texts, to, true));
    view! {
        <td class=if from == to { "num heat kept" } else { "num heat" } style:--short=part data-testid=testid data-value=found.customers.to_string()>
            <button type="button" on:click=move |_| shown.open(from, to)>
                <span class="hidden-label">{before}</span>
                <b>{texts.count(found.customers)}</b>
                <span class="hidden-label">{texts.changes_cell_customers()}</span>
                <small>{money}</small>
            </button>
        </td>
    }
    .into_any()
}
