//! The data page.
use crate::ui::components::Main;
use leptos::prelude::*;

#[component]
pub fn DataPage() -> impl IntoView {
    view! { <Main><div class="section"></div></Main> }
}
