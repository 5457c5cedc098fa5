//! Every figure explains itself: a letter that opens formula, inputs and source.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::Popover;
use crate::ui::state::AppState;

/// Where a rule comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceTag {
    /// Stated by the handbook the product implements.
    S,
    /// A published method.
    P,
    /// Our own extension.
    X,
}

impl SourceTag {
    pub const ALL: [Self; 3] = [Self::S, Self::P, Self::X];

    #[must_use]
    pub fn letter(self) -> &'static str {
        match self {
            Self::S => "S",
            Self::P => "P",
            Self::X => "X",
        }
    }
}

/// `title` names the figure, `text` says the rule in words, `formula` writes it with its numbers, `inputs` are name and value.
#[component]
pub fn Explain(
    source: SourceTag,
    #[prop(into)] title: TextProp,
    #[prop(optional, into)] text: Option<TextProp>,
    #[prop(optional, into)] formula: Option<TextProp>,
    #[prop(optional, into)] inputs: Signal<Vec<(String, String)>>,
) -> impl IntoView {
    let state = AppState::get();
    let label = title.clone();
    let label = move || state.texts().explain_label(label.get(), source.letter());
    view! {
        <Popover class="tag" label=label trigger=move || view! { <span>{source.letter()}</span> }>
            <h3>{ let title = title.clone(); move || title.get() }</h3>
            {text.clone().map(|text| view! { <p>{move || text.get()}</p> })}
            {formula.clone().map(|formula| view! { <p><code>{move || formula.get()}</code></p> })}
            {move || {
                let inputs = inputs.get();
                (!inputs.is_empty()).then(|| {
                    let rows = inputs.into_iter().map(|(name, value)| view! { <dt>{name}</dt><dd>{value}</dd> });
                    view! { <dl>{rows.collect_view()}</dl> }
                })
            }}
            <p class="muted">{move || state.texts().source(source.letter())}</p>
        </Popover>
    }
}
