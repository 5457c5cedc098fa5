//! Labelled fields. A select's value follows a signal and is handed back by callback.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

/// One choice: its stable code and the words shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    pub value: String,
    pub text: String,
}

impl Choice {
    #[must_use]
    pub fn new(value: impl Into<String>, text: impl Into<String>) -> Self {
        Self { value: value.into(), text: text.into() }
    }
}

/// The options of a select, the current one marked; for a `<select>` that is written by hand.
#[component]
pub fn SelectOptions(#[prop(into)] options: Signal<Vec<Choice>>, #[prop(into)] value: Signal<String>) -> impl IntoView {
    let options = move || {
        let option = |Choice { value: own, text }: Choice| {
            let selected = own.clone();
            view! { <option value=own prop:selected=move || value.get() == selected>{text}</option> }
        };
        options.get().into_iter().map(option).collect_view()
    };
    view! { {options} }
}

/// Label, select and, below it, the evidence or a hint.
#[component]
pub fn SelectField(
    #[prop(into)] label: TextProp,
    #[prop(into)] options: Signal<Vec<Choice>>,
    #[prop(into)] value: Signal<String>,
    on_change: impl Fn(String) + 'static,
    #[prop(optional)] testid: &'static str,
    #[prop(optional, into)] hint: Option<TextProp>,
    #[prop(optional, into)] disabled: Signal<bool>,
) -> impl IntoView {
    view! {
        <label class="field">
            <span class="label">{move || label.get()}</span>
            <select class="select" data-testid=testid disabled=disabled on:change=move |event| on_change(event_target_value(&event))>
                <SelectOptions options=options value=value />
            </select>
            {hint.map(|hint| view! { <small>{move || hint.get()}</small> })}
        </label>
    }
}
