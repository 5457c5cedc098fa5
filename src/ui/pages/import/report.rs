//! What an import brought.
use leptos::prelude::*;

#[component]
pub fn ImportReport() -> impl IntoView {}
