//! Every shared component in every state, for looking at: colours, type, controls, messages. No link leads here.

mod controls;
mod messages;
mod tokens;

use leptos::prelude::*;

use controls::Controls;
use messages::Messages;
use tokens::Tokens;

use crate::ui::components::Main;
use crate::ui::state::AppState;

#[component]
pub fn GalleryPage() -> impl IntoView {
    let state = AppState::get();
    view! {
        <Main class="main gallery">
            <div class="section page-head"><h1>{move || state.texts().title_gallery()}</h1></div>
            <Tokens />
            <Controls />
            <Messages />
        </Main>
    }
}
