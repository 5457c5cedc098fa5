//! Moves the reader to the card: after Enter, and on a narrow screen where the card lies below the list.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The element that takes the focus when a card is opened by key.
pub const CARD_ID: &str = "customer-card";

/// Focuses the card as soon as it is drawn.
pub fn focus_card() {
    request_animation_frame(|| {
        let card = document().get_element_by_id(CARD_ID).and_then(|card| card.dyn_into::<HtmlElement>().ok());
        if let Some(card) = card {
            card.scroll_into_view();
            // A card that cannot take the focus leaves it where it is.
            drop(card.focus());
        }
    });
}
