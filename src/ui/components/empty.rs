//! What stands where there is nothing yet: what is missing and the way to get it.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

/// Children are the actions.
#[component]
pub fn EmptyState(
    #[prop(into)] title: TextProp,
    #[prop(into)] text: TextProp,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty">
            <h2>{move || title.get()}</h2>
            <p>{move || text.get()}</p>
            {children.map(|children| view! { <div class="actions">{children()}</div> })}
        </div>
    }
}
