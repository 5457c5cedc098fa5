//! Content that may follow a moment after what stands before it.

use std::time::Duration;

use leptos::prelude::*;

/// Builds its content in a task of its own, so that a page of several large parts never holds the page for all of them at once.
#[component]
pub fn Later(children: ChildrenFn) -> impl IntoView {
    let due = later();
    view! { <Show when=move || due.get()>{children()}</Show> }
}

/// True from a later task on; each call gets a task of its own.
pub fn later() -> ReadSignal<bool> {
    let due = RwSignal::new(false);
    // The page may have been left meanwhile.
    set_timeout(
        move || {
            due.try_set(true);
        },
        Duration::ZERO,
    );
    due.read_only()
}
