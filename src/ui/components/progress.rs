//! How far a long piece of work has come.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

/// `value` 0..=1; `None` while the length is unknown.
#[component]
pub fn Progress(#[prop(into)] value: Signal<Option<f64>>, #[prop(into)] label: TextProp) -> impl IntoView {
    view! { <progress class="progress" max="1" value=move || value.get().map(|value| value.to_string()) aria-label=move || label.get()></progress> }
}
