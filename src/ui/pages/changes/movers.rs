//! The customers of a cell, in a dialog: where each stood and stands, what it moved, and why.

use leptos::prelude::*;

use super::state::ChangesState;
use crate::engine::{ChangesView, Mover, MoversQuery, MoversView, Query};
use crate::ui::components::{ClassName, Dialog};
use crate::ui::state::Followed;
use crate::ui::words::{Units, spot_name, why_moved};
use crate::workspace::{Seen, Spot};

/// Rows shown at first, and more with every request.
const STRETCH: u32 = 100;

/// Which cell is shown, if any.
#[derive(Clone, Copy)]
pub struct ShownCell {
    open: RwSignal<bool>,
    query: RwSignal<MoversQuery>,
}

impl ShownCell {
    #[must_use]
    pub fn provide() -> Self {
        let query = RwSignal::new(MoversQuery { cell: None, first: 0, count: STRETCH });
        let shown = Self { open: RwSignal::new(false), query };
        provide_context(shown);
        shown
    }

    #[must_use]
    pub fn get() -> Self {
        expect_context::<Self>()
    }

    pub fn open(self, from: Spot, to: Spot) {
        self.query.set(MoversQuery { cell: Some((from, to)), first: 0, count: STRETCH });
        self.open.set(true);
    }
}

#[component]
pub fn MoversDialog(shown: ShownCell) -> impl IntoView {
    let page = ChangesState::get();
    let found = page.app.follow::<MoversView>(move || shown.open.get().then(|| Query::Movers(shown.query.get())));
    let title = move || {
        let texts = page.texts();
        let name = |spot, later| spot_name(texts, spot, later);
        shown.query.get().cell.map(|(from, to)| texts.changes_movers(name(from, false), name(to, true))).unwrap_or_default()
    };
    let rest =
        Memo::new(move |_| found.with(|found| found.as_ref().map_or(0, |found| found.matching.saturating_sub(found.rows.len() as u32))));
    view! {
        <Dialog open=shown.open title testid="movers">
            <div class="dialog-body padded movers">
                <MoversTable found title=Signal::derive(title) />
                <Show when=move || { rest.get() > 0 }>
                    <button type="button" class="button" on:click=move |_| shown.query.update(|query| query.count += STRETCH)>
                        {move || page.texts().changes_more(page.texts().count(rest.get()))}
                    </button>
                </Show>
            </div>
        </Dialog>
    }
}

#[component]
fn MoversTable(found: Followed<MoversView>, title: Signal<String>) -> impl IntoView {
    let page = ChangesState::get();
    let rows = move || {
        let view = page.view.get();
        found.with(|found| {
            let rows = found.iter().flat_map(|found| &found.rows);
            rows.filter_map(|row| view.as_deref().map(|view| mover_row(page, view, row))).collect::<Vec<_>>()
        })
    };
    view! {
        <div class="table-scroll" tabindex="0" role="group" aria-label=move || title.get()>
            <table class="table flush" data-testid="movers-table">
                <thead>
                    <tr>
                        <th scope="col">{move || page.texts().changes_col_customer()}</th>
                        <th scope="col">{move || page.texts().changes_col_then()}</th>
                        <th scope="col">{move || page.texts().changes_col_now()}</th>
                        <th scope="col" class="num">{move || page.texts().changes_col_moved()}</th>
                        <th scope="col">{move || page.texts().changes_col_why()}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn mover_row(page: ChangesState, view: &ChangesView, mover: &Mover) -> AnyView {
    let texts = page.texts();
    let side = |seen: Option<Seen>| {
        seen.map(|seen| {
            let money = texts.money(seen.contribution, &view.currency);
            view! { <ClassName class=seen.class /><small>{money}</small> }
        })
    };
    let why = why_moved(texts, mover, Units::of(texts, view));
    view! {
        <tr data-customer=mover.key.clone()>
            <th scope="row">{texts.customer_name(&mover.name).to_owned()}</th>
            <td class="seen">{side(mover.compared.first)}</td>
            <td class="seen">{side(mover.compared.second)}</td>
            <td class="num">{texts.money(mover.compared.money_moved(), &view.currency)}</td>
            <td class="why">{why.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}</td>
        </tr>
    }
    .into_any()
}
