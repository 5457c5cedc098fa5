//! The main region of a page: where the skip link and every change of page put the focus.

use leptos::prelude::*;

use crate::ui::parts::Parts;
use crate::ui::state::AppState;

#[component]
pub fn Main(#[prop(default = "main")] class: &'static str, children: Children) -> impl IntoView {
    let state = AppState::get();
    let said = Memo::new(move |_| state.has_banners());
    view! {
        <main id="main" tabindex="-1" class=class>
            <Show when=move || said.get()>{Parts::get().banners.aside()}</Show>
            {children()}
        </main>
    }
}
