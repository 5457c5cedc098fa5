//! The keyboard in the list: where the reader is, which rows are marked, what the keys do.

use leptos::html;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::card_focus::focus_card;
use super::list::list_query;
use super::state::PageState;
use crate::browser::clipboard::copy_text;
use crate::engine::{ListQuery, ListView, Query};
use crate::ui::derived::rows_as_text;
use crate::ui::state::Followed;

/// Places are counted from 0 over the whole list.
#[derive(Clone, Copy)]
pub struct ListKeys {
    page: PageState,
    list: Followed<ListView>,
    shown: Memo<u32>,
    body: NodeRef<html::Div>,
    row_height: RwSignal<f64>,
    active: RwSignal<Option<u32>>,
    /// The other end of a marked stretch.
    anchor: RwSignal<Option<u32>>,
}

impl ListKeys {
    pub fn new(page: PageState, list: Followed<ListView>, shown: Memo<u32>, body: NodeRef<html::Div>, row_height: RwSignal<f64>) -> Self {
        let keys = Self { page, list, shown, body, row_height, active: RwSignal::new(None), anchor: RwSignal::new(None) };
        Effect::new(move |_| {
            // Another order or filter puts other rows at these places.
            drop(list_query(page));
            keys.active.set(None);
            keys.anchor.set(None);
        });
        keys
    }

    pub fn is_active(self, place: u32) -> bool {
        self.active.get() == Some(place)
    }

    /// Whether a row lies in the marked stretch.
    pub fn is_marked(self, place: u32) -> bool {
        self.marked().is_some_and(|(first, last)| first < last && (first..=last).contains(&place))
    }

    fn marked(self) -> Option<(u32, u32)> {
        let active = self.active.get()?;
        let anchor = self.anchor.get().unwrap_or(active);
        Some((active.min(anchor), active.max(anchor)))
    }

    /// The id of the active row, while it is drawn.
    pub fn active_id(self) -> Option<String> {
        let active = self.active.get()?;
        let drawn =
            self.list.with(|list| list.as_ref().is_some_and(|list| (list.first..list.first + list.rows.len() as u32).contains(&active)));
        drawn.then(|| format!("row-{active}"))
    }

    pub fn clicked(self, place: u32, extend: bool) {
        if !extend {
            self.anchor.set(Some(place));
        }
        self.active.set(Some(place));
    }

    pub fn press(self, event: &KeyboardEvent) {
        let command = event.ctrl_key() || event.meta_key();
        let page_rows = self.rows_in_window();
        let last = self.shown.get_untracked().saturating_sub(1);
        let here = self.active.get_untracked();
        let at = here.unwrap_or(0);
        match (command, event.key().as_str()) {
            (true, "c" | "C") if no_text_selected() => self.copy(),
            (true, "a" | "A") => {
                self.anchor.set(Some(0));
                self.active.set(Some(last));
            }
            (false, "ArrowDown") => self.go(here.map_or(0, |at| at.saturating_add(1).min(last)), event.shift_key()),
            (false, "ArrowUp") => self.go(at.saturating_sub(1), event.shift_key()),
            (false, "PageDown") => self.go(at.saturating_add(page_rows).min(last), event.shift_key()),
            (false, "PageUp") => self.go(at.saturating_sub(page_rows), event.shift_key()),
            (_, "Home") => self.go(0, event.shift_key()),
            (_, "End") => self.go(last, event.shift_key()),
            (false, "Enter") => self.open(),
            (false, "Escape") => {
                self.anchor.set(here);
                self.page.app.selected.set(None);
            }
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    }

    fn go(self, place: u32, extend: bool) {
        if self.shown.get_untracked() == 0 {
            return;
        }
        if !extend {
            self.anchor.set(Some(place));
        }
        self.active.set(Some(place));
        self.scroll_to(place);
    }

    fn open(self) {
        let active = self.active.get_untracked();
        let customer = self.list.with_untracked(|list| {
            let list = list.as_ref()?;
            list.rows.get(active?.checked_sub(list.first)? as usize).map(|row| row.customer)
        });
        if let Some(customer) = customer {
            self.page.app.selected.set(Some(customer));
            focus_card();
        }
    }

    /// Brings a row between the sticky head and the foot of the window.
    fn scroll_to(self, place: u32) {
        const HEAD: f64 = 100.0;
        const FOOT: f64 = 24.0;
        let Some(body) = self.body.get_untracked() else { return };
        let (height, row) = (window_height(), self.row_height.get_untracked());
        let top = body.get_bounding_client_rect().top() + f64::from(place) * row;
        if top < HEAD {
            window().scroll_by_with_x_and_y(0.0, top - HEAD);
        } else if top + row > height - FOOT {
            window().scroll_by_with_x_and_y(0.0, top + row + FOOT - height);
        }
    }

    fn rows_in_window(self) -> u32 {
        ((window_height() / self.row_height.get_untracked()) as u32).saturating_sub(5).max(1)
    }

    /// Copies the marked rows, or the selected one, whether they are in sight or not.
    fn copy(self) {
        let page = self.page;
        let Some((first, last)) = untrack(move || self.marked()) else { return };
        let query = untrack(move || ListQuery { first, count: last - first + 1, ..list_query(page) });
        leptos::task::spawn_local(async move {
            let texts = page.app.texts_now();
            let Some(list) = page.app.ask::<ListView>(Query::List(query)).await else { return };
            let copied = copy_text(&rows_as_text(texts, page.side, &list.rows)).await;
            page.app.say(
                match (copied, list.rows.len()) {
                    (Err(_), _) => texts.list_copy_failed().to_owned(),
                    (Ok(()), 1) => texts.list_copied_one().to_owned(),
                    (Ok(()), rows) => texts.list_copied(texts.count(rows as u64)),
                },
                None,
            );
        });
    }
}

fn window_height() -> f64 {
    window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(900.0)
}

/// Text that the reader has marked is copied by the browser.
fn no_text_selected() -> bool {
    window().get_selection().ok().flatten().is_none_or(|selection| selection.is_collapsed())
}
