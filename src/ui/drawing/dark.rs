//! Whether the picture is drawn for dark surroundings; canvases know no CSS.

use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::MediaQueryListEvent;

use crate::chart::Palette;
use crate::ui::state::{AppState, Theme};

/// The palette of the theme in force, following the system where the user has not chosen.
pub fn palette() -> Signal<Palette> {
    let app = AppState::get();
    let system_dark = RwSignal::new(false);
    if let Ok(Some(query)) = window().match_media("(prefers-color-scheme: dark)") {
        system_dark.set(query.matches());
        let follow = Closure::<dyn Fn(MediaQueryListEvent)>::new(move |event: MediaQueryListEvent| {
            system_dark.try_set(event.matches());
        });
        // A listener that cannot be added leaves the first answer standing.
        drop(query.add_event_listener_with_callback("change", follow.as_ref().unchecked_ref()));
        let kept = StoredValue::new_local((query, follow));
        on_cleanup(move || {
            kept.with_value(|(query, follow)| drop(query.remove_event_listener_with_callback("change", follow.as_ref().unchecked_ref())));
        });
    }
    Signal::derive(move || match (app.theme.get(), system_dark.get()) {
        (Theme::Dark, _) | (Theme::System, true) => Palette::DARK,
        _ => Palette::LIGHT,
    })
}
