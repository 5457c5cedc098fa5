//! The help page.
use crate::ui::components::Main;
use leptos::prelude::*;

#[component]
pub fn HelpPage() -> impl IntoView {
    view! { <Main><div class="section"></div></Main> }
}
