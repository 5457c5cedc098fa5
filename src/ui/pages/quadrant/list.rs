//! The list below the picture: filters, search, and rows of which only those in sight exist.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent, PointerEvent};

use super::card_focus::focus_card;
use super::classes::ClassChips;
use super::list_head::ListHead;
use super::list_keys::ListKeys;
use super::list_row::row_view;
use super::state::PageState;
use crate::classify::Direction;
use crate::engine::{ListQuery, ListView, Query, SortKey};
use crate::ui::components::{Button, Icon};
use crate::ui::narrow::narrow_screen;
use crate::ui::state::Followed;
use crate::ui::visible::visible_rows;

/// Rows a narrow screen shows before it is asked for all, so that the card below stays within reach.
const NARROW_ROWS: u32 = 8;

#[component]
pub fn CustomerList() -> impl IntoView {
    let page = PageState::get();
    let narrow = narrow_screen();
    let show_all = RwSignal::new(false);
    let sight = RwSignal::new((0_u32, 40_u32));
    let list = follow_list(page, sight);
    let matching = Memo::new(move |_| list.with(|list| list.as_ref().map_or(0, |list| list.matching)));
    let shown = Memo::new(move |_| if narrow.get() && !show_all.get() { matching.get().min(NARROW_ROWS) } else { matching.get() });
    let all = move || page.overview.with(|view| view.as_ref().map_or(0, |view| view.customers));
    let count = move || {
        let texts = page.texts();
        if matching.get() == all() { texts.count(all()) } else { texts.list_of(texts.count(matching.get()), texts.count(all())) }
    };
    view! {
        <section class="list" aria-label=move || page.texts().list_words(page.side)[0]>
            <div class="filters">
                <h2>{move || page.texts().list_words(page.side)[0]}" "<span class="muted">{count}</span></h2>
                <ClassChips />
                <Selection matching />
                <Search />
            </div>
            <Rows list sight shown narrow />
            <Show when=move || matching.get() == 0><NoRows /></Show>
            <Show when=move || { shown.get() < matching.get() }>
                <p class="list-more">
                    <Button text=move || page.texts().list_show_all(page.texts().count(matching.get())) on_click=move |_| show_all.set(true) />
                </p>
            </Show>
        </section>
    }
}

/// The stretch of the list that is in sight, from the engine.
fn follow_list(page: PageState, sight: RwSignal<(u32, u32)>) -> Followed<ListView> {
    page.app.follow::<ListView>(move || {
        let (first, count) = sight.get();
        Some(Query::List(ListQuery { first, count, ..list_query(page) }))
    })
}

/// What the list shows, without a stretch of it; tracked.
pub fn list_query(page: PageState) -> ListQuery {
    let order = page.order.get();
    // The column shows the score, so a measure where low is good runs the other way.
    let turned = order.key == SortKey::Horizontal
        && page.overview.with(|view| view.as_ref().and_then(|view| view.cuts).is_none_or(|cuts| cuts.direction == Direction::LowIsGood));
    ListQuery {
        side: page.side,
        search: page.search.get(),
        classes: page.classes.get(),
        only: page.only.get().to_vec(),
        within: page.within.get(),
        sort: order.key,
        descending: order.descending != turned,
        first: 0,
        count: 0,
        trial: page.app.trial.get(),
    }
}

/// The rows in a grid as tall as the whole list; the page itself scrolls.
#[component]
fn Rows(list: Followed<ListView>, sight: RwSignal<(u32, u32)>, shown: Memo<u32>, narrow: ReadSignal<bool>) -> impl IntoView {
    let page = PageState::get();
    let body = NodeRef::<html::Div>::new();
    let row_height = RwSignal::new(34.0);
    let look = move || {
        // Asked first: after the page has gone there is nothing to look at.
        let Some(total) = shown.try_get_untracked() else { return };
        let Some(body) = body.get_untracked() else { return };
        if let Some(row) = body.query_selector("[role=row]").ok().flatten() {
            row_height.set(row.get_bounding_client_rect().height().max(1.0));
        }
        let top = body.get_bounding_client_rect().top();
        let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(900.0);
        let seen = visible_rows((-top).max(0.0), (height - top.max(0.0)).max(0.0), row_height.get_untracked(), total);
        if sight.get_untracked() != seen {
            sight.set(seen);
        }
    };
    for listener in [window_event_listener(ev::scroll, move |_| look()), window_event_listener(ev::resize, move |_| look())] {
        on_cleanup(move || listener.remove());
    }
    Effect::new(move |_| {
        shown.track();
        list.track();
        request_animation_frame(look);
    });
    let keys = ListKeys::new(page, list, shown, body, row_height);
    let first = move || list.with(|list| list.as_ref().map_or(0, |list| list.first.min(shown.get())));
    let rows = move || {
        let list = list.get()?;
        let room = shown.get().saturating_sub(list.first) as usize;
        Some(
            list.rows.iter().take(room).enumerate().map(|(place, row)| row_view(page, keys, list.first + place as u32, row)).collect_view(),
        )
    };
    let padding_after = move || {
        let drawn = list.with(|list| list.as_ref().map_or(0, |list| list.rows.len() as u32));
        f64::from(shown.get().saturating_sub(first() + drawn)) * row_height.get()
    };
    view! {
        <div
            class="customers"
            role="grid"
            tabindex="0"
            data-testid="customer-table"
            aria-label=move || page.texts().list_words(page.side)[1]
            aria-rowcount=move || (shown.get() + 1).to_string()
            aria-multiselectable="true"
            aria-activedescendant=move || keys.active_id()
            on:keydown=move |event| keys.press(&event)
            on:click=move |event| click(page, keys, narrow.get_untracked(), &event)
            on:pointerover=move |event: PointerEvent| hover(page, &event)
            on:pointerleave=move |_| page.app.hovered.set(None)
        >
            <ListHead />
            <div
                node_ref=body
                role="rowgroup"
                class="customers-body"
                style:padding-top=move || format!("{}px", f64::from(first()) * row_height.get())
                style:padding-bottom=move || format!("{}px", padding_after())
            >
                {rows}
            </div>
        </div>
    }
}

/// Place and number of the customer whose row an event happened in.
fn row_of(event: &MouseEvent) -> Option<(u32, u32)> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let row = target.closest("[data-number]").ok().flatten()?;
    let number = |name: &str| row.get_attribute(name).and_then(|value| value.parse::<u32>().ok());
    Some((number("data-place")?, number("data-number")?))
}

/// A finger does not hover.
fn hover(page: PageState, event: &PointerEvent) {
    if event.pointer_type() != "touch" {
        page.app.hovered.set(row_of(event).map(|(_, customer)| customer));
    }
}

fn click(page: PageState, keys: ListKeys, narrow: bool, event: &MouseEvent) {
    if let Some((place, customer)) = row_of(event) {
        keys.clicked(place, event.shift_key());
        if !event.shift_key() {
            page.select(Some(customer));
            // The card lies below the list there.
            if narrow && page.app.selected.get_untracked().is_some() {
                focus_card();
            }
        }
    }
}

#[component]
fn Search() -> impl IntoView {
    let page = PageState::get();
    view! {
        <label class="search push">
            {Icon::Search.view()}
            <input
                class="input"
                type="search"
                id="customer-search"
                data-testid="customer-search"
                autocomplete="off"
                spellcheck="false"
                placeholder=move || page.texts().list_words(page.side)[2]
                aria-label=move || page.texts().list_words(page.side)[2]
                prop:value=move || page.search.get()
                on:input=move |event| page.search.set(event_target_value(&event))
            />
        </label>
    }
}

/// What a rectangle in the picture has chosen.
#[component]
fn Selection(matching: Memo<u32>) -> impl IntoView {
    let page = PageState::get();
    let chosen = move || {
        // Of an area in a crowd only the engine knows whom it holds.
        let count = page.only.with(|only| u32::try_from(only.len()).unwrap_or(u32::MAX));
        page.texts().picture_selected(page.texts().count(if page.within.get().is_some() { matching.get() } else { count }))
    };
    view! {
        <Show when=move || page.has_selection()>
            <span class="selection">
                {chosen}
                " · "
                <button type="button" class="link-button" on:click=move |_| page.clear_selection()>
                    {move || page.texts().picture_clear()}
                </button>
            </span>
        </Show>
    }
}

#[component]
fn NoRows() -> impl IntoView {
    let page = PageState::get();
    let text = move || {
        let search = page.search.get();
        if search.is_empty() { page.texts().list_nothing_in_class().to_owned() } else { page.texts().list_nothing(search) }
    };
    let clear = move |_| {
        page.search.set(String::new());
        page.classes.set(Vec::new());
        page.clear_selection();
    };
    view! {
        <p class="list-empty" role="status">
            {text}" "
            <button type="button" class="link-button" on:click=clear>{move || page.texts().list_show_everyone()}</button>
        </p>
    }
}
