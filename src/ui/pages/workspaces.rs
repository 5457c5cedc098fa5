//! The workspaces page.
use crate::ui::components::Main;
use leptos::prelude::*;

#[component]
pub fn WorkspacesPage() -> impl IntoView {
    view! { <Main><div class="section"></div></Main> }
}
