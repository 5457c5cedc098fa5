//! A whole cut into classes, as a bar; its label says the same in words.

use leptos::prelude::*;

use super::{class_css, class_name};
use crate::classify::{Class, Quadrant, Side};
use crate::ui::state::AppState;

const CLASSES: [Class; 5] = [Some(Quadrant::I), Some(Quadrant::II), Some(Quadrant::III), Some(Quadrant::IV), None];

/// Shares of EI…EIV and not rated. Negative and missing shares take no room.
#[component]
pub fn ShareBar(#[prop(into)] shares: Signal<[f64; 5]>, #[prop(default = "share-bar small")] class: &'static str) -> impl IntoView {
    let state = AppState::get();
    let parts = move || CLASSES.into_iter().zip(shares.get()).filter(|&(_, share)| share > 0.0);
    let label = move || {
        let texts = state.texts();
        let part = |(class, share): (Class, f64)| format!("{} {}", class_name(texts, Side::Existing, class), texts.share(share));
        parts().map(part).collect::<Vec<_>>().join(" · ")
    };
    let bars =
        move || parts().map(|(class, share)| view! { <i class=class_css(class) style:--share=share.to_string()></i> }).collect_view();
    view! { <div class=class role="img" aria-label=label title=label>{bars}</div> }
}
