//! What stands beside the picture: the card of the selected customer, and the rule in full.

use leptos::prelude::*;

use super::card::{Card, CardState};
use super::export::ExportSection;
use super::options::OptionsPanel;
use super::state::PageState;

#[component]
pub fn Inspector() -> impl IntoView {
    let page = PageState::get();
    let card = CardState::provide();
    view! {
        <aside class="side inspector" aria-label=move || page.texts().inspector_label() tabindex="0">
            <Show when=move || card.view.with(Option::is_some) fallback=NoCard><Card /></Show>
            <OptionsPanel />
            <ExportSection />
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
