//! Labelled fields. A field's value follows a signal and is handed back by callback; a refusal stands below it.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::popover::next_id;
use super::settled;
use crate::calendar::Day;

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

/// A line of text, handed back without blanks around it.
#[component]
pub fn TextField(
    #[prop(into)] label: TextProp,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] testid: String,
    #[prop(default = 80)] maxlength: u32,
    #[prop(optional, into)] refused: Signal<Option<String>>,
    on_change: impl Fn(String) + 'static,
) -> impl IntoView {
    let input = view! {
        <input
            class="input"
            maxlength=maxlength
            data-testid=(!testid.is_empty()).then_some(testid)
            prop:value=settled(move || value.get())
            on:change=move |event| on_change(event_target_value(&event).trim().to_owned())
        />
    };
    with_message(label, input, refused)
}

/// A day. One that is no day is left as it was.
#[component]
pub fn DayField(
    #[prop(into)] label: TextProp,
    #[prop(into)] value: Signal<Option<Day>>,
    testid: &'static str,
    #[prop(optional, into)] refused: Signal<Option<String>>,
    on_change: impl Fn(Option<Day>) + 'static,
) -> impl IntoView {
    let change = move |event| {
        let text = event_target_value(&event);
        let day = Day::from_iso(&text);
        if day.is_some() || text.is_empty() {
            on_change(day);
        }
    };
    let input = view! {
        <input
            type="date"
            class="input"
            data-testid=testid
            prop:value=settled(move || value.get().map(Day::iso).unwrap_or_default())
            on:change=change
        />
    };
    with_message(label, input, refused)
}

/// Label, input and the refusal that belongs to it.
fn with_message<I>(label: TextProp, input: I, refused: Signal<Option<String>>) -> impl IntoView
where
    I: IntoView + AddAnyAttr,
{
    let id = next_id();
    let said = id.clone();
    let input = input
        .add_any_attr(leptos::attr::aria_invalid(move || refused.get().is_some().then_some("true")))
        .add_any_attr(leptos::attr::aria_describedby(move || refused.get().is_some().then(|| said.clone())));
    view! {
        <label class="field" class:wrong=move || refused.get().is_some()>
            <span class="label">{move || label.get()}</span>
            {input}
            {move || refused.get().map(|message| view! { <span class="message" id=id.clone() role="alert">{message}</span> })}
        </label>
    }
}
