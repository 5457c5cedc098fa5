//! The entries behind a figure, in a dialog.

use leptos::prelude::*;

use super::state::FunnelState;
use crate::calendar::Day;
use crate::engine::{FunnelEntriesQuery, FunnelEntriesView, FunnelEntryRow, Query};
use crate::tables::Standing;
use crate::ui::components::Dialog;
use crate::ui::i18n::Texts;
use crate::ui::state::Followed;
use crate::workspace::Dimension;

/// Rows shown at first, and more with every request.
const STRETCH: u32 = 100;

/// Which entries are shown, if any.
#[derive(Clone, Copy)]
pub struct ShownEntries {
    open: RwSignal<bool>,
    query: RwSignal<FunnelEntriesQuery>,
}

impl ShownEntries {
    #[must_use]
    pub fn provide() -> Self {
        let shown = Self { open: RwSignal::new(false), query: RwSignal::new(FunnelEntriesQuery::default()) };
        provide_context(shown);
        shown
    }

    #[must_use]
    pub fn get() -> Self {
        expect_context::<Self>()
    }

    pub fn all(self) {
        self.show(None, None);
    }

    /// Those standing at one level, of one group or of all.
    pub fn level(self, code: &str, group: Option<(Dimension, String)>) {
        self.show(Some(Standing::Level(code.to_owned())), group);
    }

    fn show(self, standing: Option<Standing>, group: Option<(Dimension, String)>) {
        self.query.set(FunnelEntriesQuery { standing, group, first: 0, count: STRETCH, scenario: None });
        self.open.set(true);
    }
}

#[component]
pub fn EntriesDialog(shown: ShownEntries) -> impl IntoView {
    let page = FunnelState::get();
    let found = page.app.follow::<FunnelEntriesView>(move || {
        let query = FunnelEntriesQuery { scenario: page.asked.get(), ..shown.query.get() };
        shown.open.get().then_some(Query::FunnelEntries(query))
    });
    let title = move || {
        let texts = page.texts();
        shown.query.with(|query| match (&query.standing, &query.group) {
            (Some(Standing::Level(code)), Some((_, group))) => {
                let group = if group.is_empty() { texts.funnel_group_none() } else { group.as_str() };
                texts.funnel_entries_of(code, group)
            }
            (Some(Standing::Level(code)), None) => texts.funnel_entries_at(code),
            _ => texts.funnel_entries_all().to_owned(),
        })
    };
    let rest =
        Memo::new(move |_| found.with(|found| found.as_ref().map_or(0, |found| found.total.saturating_sub(found.rows.len() as u32))));
    view! {
        <Dialog open=shown.open title testid="funnel-entries">
            <div class="dialog-body padded">
                <EntryTable found />
                <Show when=move || { rest.get() > 0 }>
                    <button type="button" class="button" on:click=move |_| shown.query.update(|query| query.count += STRETCH)>
                        {move || page.texts().funnel_entries_more(page.texts().count(rest.get()))}
                    </button>
                </Show>
            </div>
        </Dialog>
    }
}

#[component]
fn EntryTable(found: Followed<FunnelEntriesView>) -> impl IntoView {
    let page = FunnelState::get();
    let heads = move || {
        let texts = page.texts();
        [
            texts.funnel_entry_key(),
            texts.funnel_entry_customer(),
            texts.funnel_entry_owner(),
            texts.funnel_entry_product(),
            texts.funnel_entry_stage(),
            texts.funnel_entry_amount(),
            texts.funnel_entry_entered(),
            texts.funnel_entry_contact(),
        ]
        .map(|head| view! { <th>{head}</th> })
        .collect_view()
    };
    let rows = move || {
        let (texts, currency) = (page.texts(), page.read(|view| view.currency.clone()).unwrap_or_default());
        found.with(|found| found.iter().flat_map(|found| &found.rows).map(|row| entry_row(texts, &currency, row)).collect::<Vec<_>>())
    };
    view! {
        <div class="table-scroll" tabindex="0" role="group" aria-label=move || page.texts().funnel_entries()>
            <table class="table" data-testid="funnel-entry-table">
                <thead><tr>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn entry_row(texts: Texts, currency: &str, row: &FunnelEntryRow) -> AnyView {
    let day = |day: Option<Day>| day.map(|day| texts.day(day)).unwrap_or_default();
    let customer = if row.name.is_empty() { &row.customer } else { &row.name };
    let cells = [
        row.key.clone(),
        customer.clone(),
        row.owner.clone(),
        row.product.clone(),
        row.stage.clone(),
        row.amount.map(|amount| texts.money(amount, currency)).unwrap_or_default(),
        day(row.entered),
        day(row.last_contact),
    ];
    view! { <tr data-entry=row.key.clone()>{cells.map(|cell| view! { <td>{cell}</td> }).collect_view()}</tr> }.into_any()
}
