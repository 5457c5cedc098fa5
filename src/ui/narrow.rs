//! Whether the screen is narrow: the same width at which `style/frame.css` moves the rail to the foot.

use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::MediaQueryListEvent;

/// Follows the window's width.
#[must_use]
pub fn narrow_screen() -> ReadSignal<bool> {
    let (narrow, set_narrow) = signal(false);
    if let Ok(Some(query)) = window().match_media("(max-width: 60rem)") {
        set_narrow.set(query.matches());
        let follow = Closure::<dyn Fn(MediaQueryListEvent)>::new(move |event: MediaQueryListEvent| {
            set_narrow.try_set(event.matches());
        });
        // A listener that cannot be added leaves the first answer standing.
        drop(query.add_event_listener_with_callback("change", follow.as_ref().unchecked_ref()));
        let kept = StoredValue::new_local((query, follow));
        on_cleanup(move || {
            kept.with_value(|(query, follow)| drop(query.remove_event_listener_with_callback("change", follow.as_ref().unchecked_ref())))
        });
    }
    narrow
}
