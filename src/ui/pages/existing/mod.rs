//! Existing customers: the picture, the list, the card.

use leptos::prelude::*;

use crate::ui::components::Main;
use crate::ui::pages::import::ImportReport;
use crate::ui::state::AppState;

/// Picture and list in the main region, the card beside it.
#[component]
pub fn ExistingPage() -> impl IntoView {
    let state = AppState::get();
    view! {
        <Main>
            <ImportReport />
            <div class="section"><h1>{move || state.texts().title_existing()}</h1></div>
        </Main>
    }
}

/// What the bar offers on this page: present and export.
#[component]
pub fn BarActions() -> impl IntoView {}

/// The picture for the projector, nothing to operate.
#[component]
pub fn Presenter() -> impl IntoView {}
