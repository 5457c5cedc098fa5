//! What the search has found, for the picture to mark.

use std::sync::Arc;

use leptos::prelude::*;

use super::state::PageState;
use crate::engine::{ListQuery, ListView, Query, SortKey, TrialCuts};

/// Marks beyond these would mark nothing any more.
const MOST_FOUND: u32 = 400;

/// Keeps the found customers in step with the search field.
pub fn follow_found(page: PageState) {
    let answer = page.app.follow::<ListView>(move || {
        let search = page.search.get();
        (!search.is_empty()).then(|| {
            Query::List(ListQuery {
                side: page.side,
                search,
                classes: Vec::new(),
                only: Vec::new(),
                within: None,
                sort: SortKey::Vertical,
                descending: true,
                first: 0,
                count: MOST_FOUND,
                trial: TrialCuts::default(),
            })
        })
    });
    Effect::new(move |_| {
        answer.with(|view| {
            if let Some(list) = view {
                page.found.set(Arc::new(list.rows.iter().map(|row| row.customer).collect()));
            }
        });
    });
}
