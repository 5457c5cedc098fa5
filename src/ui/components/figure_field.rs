//! A field for one figure: what was typed stays where it is until it is a figure that is allowed, with the message beside it.

use std::time::Duration;

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::popover::next_id;
use crate::plan::Allowed;
use crate::ui::derived::typed_number;
use crate::ui::i18n::Texts;
use crate::ui::pause::Pause;
use crate::ui::state::AppState;

/// Typing that has paused this long is one change.
const PAUSE: Duration = Duration::from_millis(500);

/// What a figure is, and so how it is written and read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureKind {
    /// Money, counts, days, hours: grouped.
    Number,
    /// A share, shown and typed in percent.
    Percent,
}

impl FigureKind {
    fn text(self, texts: Texts, value: f64) -> String {
        match self {
            // The plain form is also what a reader of the field's value understands.
            Self::Percent => plain(value * 100.0),
            Self::Number => {
                let decimals = plain(value).split_once('.').map_or(0, |(_, fraction)| fraction.len());
                texts.decimal(value, decimals).replace('\u{2212}', "-")
            }
        }
    }

    fn read(self, text: &str) -> Option<f64> {
        let value = typed_number(text.trim().trim_end_matches(['%', '％']))?;
        Some(if self == Self::Percent { value / 100.0 } else { value })
    }
}

/// As few decimals as say it, two at most.
fn plain(value: f64) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// `value` is what counts; `typed` whether it is by hand (an emptied field then goes back to `None`). `label_shown`: above the field, else
/// read out only.
#[component]
pub fn FigureField(
    #[prop(into)] label: TextProp,
    #[prop(optional)] label_hidden: bool,
    #[prop(into)] value: Signal<Option<f64>>,
    kind: FigureKind,
    allowed: Allowed,
    #[prop(into)] testid: String,
    /// A refusal from elsewhere, such as of several fields together.
    #[prop(optional, into)]
    refused: Signal<Option<String>>,
    #[prop(optional, into)] placeholder: Option<TextProp>,
    on_change: impl Fn(Option<f64>) + Clone + 'static,
) -> impl IntoView {
    let state = AppState::get();
    let typed = RwSignal::new(None::<String>);
    let pause = Pause::new();
    let text = move || typed.get().unwrap_or_else(|| value.get().map(|value| kind.text(state.texts(), value)).unwrap_or_default());
    let fault = Memo::new(move |_| typed.with(|typed| typed.as_deref().and_then(|typed| fault(state.texts(), kind, allowed, typed))));
    let message = Memo::new(move |_| fault.get().or_else(|| refused.get()));
    let commit = StoredValue::new_local(move |finished: bool| {
        pause.cancel();
        let Some(now) = typed.get_untracked() else { return };
        if fault.get_untracked().is_some() {
            return;
        }
        let found = if now.trim().is_empty() { None } else { kind.read(&now) };
        if found != value.get_untracked() {
            on_change(found);
        }
        if finished {
            typed.set(None);
        }
    });
    let on_input = move |event| {
        typed.set(Some(event_target_value(&event)));
        pause.then(PAUSE, move || {
            commit.try_with_value(|commit| commit(false));
        });
    };
    // The browser tells a field that it lost the focus when it is already gone: what was typed is taken before.
    on_cleanup(move || commit.with_value(|commit| commit(true)));
    let finish = move || {
        commit.try_with_value(|commit| commit(true));
    };
    let id = next_id();
    let said = id.clone();
    let input = view! {
        <input
            class="input"
            r#type="text"
            inputmode="decimal"
            autocomplete="off"
            data-testid=testid
            data-value=move || value.get().map(|value| value.to_string())
            aria-label=label_hidden.then_some({
                let label = label.clone();
                move || label.get()
            })
            aria-invalid=move || message.get().is_some().then_some("true")
            aria-describedby=move || message.get().is_some().then(|| said.clone())
            placeholder=placeholder.map(|placeholder| move || placeholder.get())
            prop:value=text
            on:input=on_input
            on:change=move |_| finish()
            on:blur=move |_| finish()
        />
    };
    let input = match kind {
        FigureKind::Percent => view! { <span class="with-unit">{input}"%"</span> }.into_any(),
        FigureKind::Number => input.into_any(),
    };
    view! {
        <label class="field" class:wrong=move || message.get().is_some()>
            {(!label_hidden).then(|| view! { <span class="label">{move || label.get()}</span> })}
            {input}
            {move || message.get().map(|message| view! { <span class="message" id=id.clone() role="alert">{message}</span> })}
        </label>
    }
}

fn fault(texts: Texts, kind: FigureKind, allowed: Allowed, typed: &str) -> Option<String> {
    if typed.trim().is_empty() {
        return None;
    }
    match kind.read(typed) {
        None => Some(texts.figure_not_a_number(typed.trim())),
        Some(value) if allowed.admits(value) => None,
        Some(_) => Some(texts.figure_message(typed.trim(), allowed)),
    }
}
