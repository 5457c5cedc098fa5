//! How old the last workspace file of the open workspace is, in words, where saving is spoken of.

use leptos::prelude::*;

use crate::ui::clock::{self, local_time};
use crate::ui::components::{Button, Icon};
use crate::ui::state::AppState;

/// `Last saved as a file 12 days ago; 34 changes since.` Tracked.
#[must_use]
pub fn file_age(state: AppState) -> String {
    let texts = state.texts();
    let Some(summary) = state.open_summary() else { return String::new() };
    let changes = texts.count(summary.changes_since_file);
    let days = |at: f64| clock::now().day.0.saturating_sub(local_time(at).day.0).unsigned_abs();
    match summary.exported_at {
        Some(at) if summary.changes_since_file == 0 => texts.file_age_whole(texts.days_ago(days(at))),
        Some(at) => texts.file_age(texts.days_ago(days(at)), changes),
        None if summary.changes_since_file == 0 => texts.file_age_none().to_owned(),
        None => texts.file_age_never(changes),
    }
}

/// The same with the way to a new one.
#[component]
pub fn FileAge() -> impl IntoView {
    let state = AppState::get();
    view! {
        <Show when=move || state.open_summary().is_some()>
            <div class="actions">
                <span class="note" role="status" data-testid="file-age">{move || file_age(state)}</span>
                <Button
                    icon=Icon::Export
                    text=move || state.texts().save_as_file()
                    on_click=move |_| state.save_as_file()
                    attr:data-testid="file-age-save"
                />
            </div>
        </Show>
    }
}
