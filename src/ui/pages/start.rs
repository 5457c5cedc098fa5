//! The start page.
use crate::ui::components::Main;
use leptos::prelude::*;

#[component]
pub fn StartPage() -> impl IntoView {
    view! { <Main><div class="section"></div></Main> }
}
