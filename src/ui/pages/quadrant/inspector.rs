//! What stands beside the picture: the card of the selected customer, and the rule in full.

use leptos::html;
use leptos::prelude::*;

use super::card::{Card, CardState};
use super::export::ExportSection;
use super::options::OptionsPanel;
use super::state::PageState;
use crate::ui::components::Later;

#[component]
pub fn Inspector() -> impl IntoView {
    let page = PageState::get();
    let card = CardState::provide();
    let inspector = NodeRef::<html::Aside>::new();
    // The first card begins at its top; from then on the reader compares customers at one place.
    Effect::new(move |before: Option<bool>| {
        let open = page.app.selected.with(Option::is_some);
        if let (Some(false), true, Some(inspector)) = (before, open, inspector.get_untracked()) {
            inspector.set_scroll_top(0);
        }
        open
    });
    view! {
        <aside node_ref=inspector class="side inspector" aria-label=move || page.texts().inspector_label() tabindex="0">
            <Show when=move || card.view.with(Option::is_some) fallback=NoCard><Card /></Show>
            <Later><OptionsPanel /></Later>
            <Later><ExportSection /></Later>
        </aside>
    }
}

#[component]
fn NoCard() -> impl IntoView {
    let page = PageState::get();
    view! {
        <div class="section no-card">
            <h2>{move || page.texts().card_none()}</h2>
            <p class="note">{move || page.texts().card_none_text()}</p>
        </div>
    }
}
