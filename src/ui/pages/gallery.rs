//! The gallery page.
use crate::ui::components::Main;
use leptos::prelude::*;

#[component]
pub fn GalleryPage() -> impl IntoView {
    view! { <Main><div class="section"></div></Main> }
}
