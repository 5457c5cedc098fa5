//! The four shapes.

use leptos::prelude::*;

#[component]
pub fn Brand() -> impl IntoView {
    view! {
        <svg class="brand-mark" viewBox="0 0 24 24" role="img" aria-label="Fourfold">
            <circle class="brand-1" cx="17.500" cy="6.500" r="4.600"></circle>
            <path class="brand-2" d="M6.500 1.600 11.600 11H1.400z"></path>
            <path class="brand-3" d="M13.300 13.300h8.400v8.400h-8.400z"></path>
            <path class="brand-4" d="M6.500 12.300 11.700 17.500 6.500 22.700 1.300 17.500z"></path>
        </svg>
    }
}
