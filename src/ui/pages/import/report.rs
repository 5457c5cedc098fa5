use leptos::prelude::*;

#[component]
pub fn ImportReport() -> impl IntoView {}
