//! Content that may follow a moment after what stands before it.

use std::time::Duration;

use leptos::prelude::*;

/// Builds its content in a task of its own, so that a page of several large parts never holds the page for all of them at once.
/// `behind_frame`: in one after the next frame, so that they are not all laid out at once either.
#[component]
pub fn Later(#[prop(optional)] behind_frame: bool, children: ChildrenFn) -> impl IntoView {
    let due = if behind_frame { behind_a_frame() } else { later() };
    view! { <Show when=move || due.get()>{children()}</Show> }
}

/// True from a later task on; each call gets a task of its own.
pub fn later() -> ReadSignal<bool> {
    let due = RwSignal::new(false);
    set_later(due);
    due.read_only()
}

fn behind_a_frame() -> ReadSignal<bool> {
    let due = RwSignal::new(false);
    request_animation_frame(move || set_later(due));
    due.read_only()
}

fn set_later(due: RwSignal<bool>) {
    // The page may have been left meanwhile.
    set_timeout(
        move || {
            due.try_set(true);
        },
        Duration::ZERO,
    );
}
