//! A segmented switch: a few choices of which one is on.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::Choice;

#[component]
pub fn Switch(
    #[prop(into)] label: TextProp,
    #[prop(into)] options: Signal<Vec<Choice>>,
    #[prop(into)] value: Signal<String>,
    on_change: impl Fn(String) + Clone + Send + Sync + 'static,
    #[prop(default = "switch")] class: &'static str,
) -> impl IntoView {
    let buttons = move || {
        let on_change = on_change.clone();
        let button = move |Choice { value: own, text }: Choice| {
            let (on_change, pressed, chosen) = (on_change.clone(), own.clone(), own);
            view! {
                <button type="button" aria-pressed=move || (value.get() == pressed).to_string() on:click=move |_| on_change(chosen.clone())>
                    {text}
                </button>
            }
        };
        options.get().into_iter().map(button).collect_view()
    };
    view! { <div class=class role="group" aria-label=move || label.get()>{buttons}</div> }
}
