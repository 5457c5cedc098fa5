//! The main region of a page: where the skip link and every change of page put the focus.

use leptos::prelude::*;

use crate::ui::frame::Banners;

#[component]
pub fn Main(#[prop(default = "main")] class: &'static str, children: Children) -> impl IntoView {
    view! {
        <main id="main" tabindex="-1" class=class>
            <Banners />
            {children()}
        </main>
    }
}
