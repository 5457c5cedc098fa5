//! What stands behind a figure, in a popover: opened by the source's letter or by the figure itself.

use leptos::prelude::*;

use super::Popover;
use crate::ui::state::AppState;
use crate::ui::words::Explanation;

/// The letter S, P or X. Nothing where there is nothing to explain.
#[component]
pub fn Explained(#[prop(into)] explanation: Signal<Option<Explanation>>) -> impl IntoView {
    let state = AppState::get();
    let letter = Memo::new(move |_| explanation.with(|explanation| explanation.as_ref().map(|explanation| explanation.tag.letter())));
    let label = move || {
        let title = explanation.with(|explanation| explanation.as_ref().map(|explanation| explanation.title.clone()).unwrap_or_default());
        state.texts().explain_label(title, letter.get().unwrap_or_default())
    };
    view! {
        <Show when=move || letter.get().is_some()>
            <Popover class="tag" label=label trigger=move || view! { <span>{move || letter.get()}</span> }>
                {move || explanation.get().map(|explanation| body(state, explanation))}
            </Popover>
        </Show>
    }
}

/// A figure that opens its explanation.
#[component]
pub fn ExplainedFigure(
    text: impl Fn() -> String + Send + Sync + 'static,
    explanation: impl Fn() -> Option<Explanation> + Send + Sync + 'static,
) -> impl IntoView {
    let state = AppState::get();
    // Worked out only when they are looked at.
    let (text, explanation) = (Signal::derive(text), Signal::derive(explanation));
    view! {
        <Popover class="figure" trigger=move || view! { <span>{text}</span> }>
            {move || explanation.get().map(|explanation| body(state, explanation))}
        </Popover>
    }
}

fn body(state: AppState, explanation: Explanation) -> impl IntoView {
    let texts = state.texts();
    let formula = explanation.formula.into_iter().map(|line| view! { <p><code>{line}</code></p> }).collect_view();
    let inputs = explanation.inputs.into_iter().map(|(name, value)| view! { <dt>{name}</dt><dd>{value}</dd> }).collect::<Vec<_>>();
    view! {
        <h3>{explanation.title}</h3>
        <p>{explanation.definition}</p>
        {formula}
        {(!inputs.is_empty()).then(|| view! { <dl>{inputs}</dl> })}
        <p class="muted">{texts.source(explanation.tag.letter())}</p>
    }
}
