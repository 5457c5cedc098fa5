//! The import dialog.
use leptos::prelude::*;

#[component]
pub fn ImportDialog() -> impl IntoView {}
