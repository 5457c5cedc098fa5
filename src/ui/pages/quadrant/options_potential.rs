//! Where expected contribution and intent come from, with the weights of their scorecards.

use leptos::prelude::*;

use super::state::PageState;
use super::weights::Weights;
use crate::classify::Axis;
use crate::plan::Allowed;
use crate::ui::components::{Choice, Explain, FigureField, FigureKind, SelectField, SourceTag};
use crate::workspace::{ExpectedFrom, IntentFrom};

/// `handles`: whether the controls carry the stable handles of tests.
#[component]
pub fn ExpectedOptions(handles: bool) -> impl IntoView {
    let page = PageState::get();
    let from = Memo::new(move |_| page.potential.with(|view| view.as_ref().map(|view| view.settings.expected_from).unwrap_or_default()));
    let options = Signal::derive(move || {
        let texts = page.texts();
        ExpectedFrom::ALL.into_iter().map(|from| Choice::new(from.code(), texts.expected_from(from).0)).collect::<Vec<_>>()
    });
    let change = move |code: String| {
        if let Some(from) = ExpectedFrom::from_code(&code) {
            page.set_potential(|settings| settings.expected_from = from);
        }
    };
    view! {
        <SelectField
            label=move || page.texts().option_expected_from()
            options
            value=Signal::derive(move || from.get().code().to_owned())
            testid=if handles { "expected-from" } else { "" }
            on_change=change
        />
        <p class="note">{move || page.texts().expected_from(from.get()).1}</p>
        <Show when=move || handles && from.get() == ExpectedFrom::Scorecard><Weights axis=Axis::Vertical /></Show>
    }
}

/// `handles`: whether the controls carry the stable handles of tests.
#[component]
pub fn IntentOptions(handles: bool) -> impl IntoView {
    let page = PageState::get();
    let from = Memo::new(move |_| page.potential.with(|view| view.as_ref().map(|view| view.settings.intent_from).unwrap_or_default()));
    let options = Signal::derive(move || {
        let texts = page.texts();
        IntentFrom::ALL.into_iter().map(|from| Choice::new(from.code(), texts.intent_from(from).0)).collect::<Vec<_>>()
    });
    let change = move |code: String| {
        if let Some(from) = IntentFrom::from_code(&code) {
            page.set_potential(|settings| settings.intent_from = from);
        }
    };
    view! {
        <SelectField
            label=move || page.texts().option_expected_from()
            options
            value=Signal::derive(move || from.get().code().to_owned())
            testid=if handles { "intent-from" } else { "" }
            on_change=change
        />
        <p class="note">{move || page.texts().intent_from(from.get()).1}</p>
        <Show when=move || handles && from.get() == IntentFrom::Scorecard><Weights axis=Axis::Horizontal /></Show>
        <Show when=move || handles && from.get() == IntentFrom::Level><LevelIntents /></Show>
    }
}

/// The intent that each level stands for.
#[component]
fn LevelIntents() -> impl IntoView {
    let page = PageState::get();
    let levels = Memo::new(move |_| page.potential.with(|view| view.as_ref().map(|view| view.levels.clone()).unwrap_or_default()));
    let field = move |level: String| {
        let (name, own, code) = (level.clone(), level.clone(), level);
        let value = Signal::derive(move || {
            page.potential.with(|view| view.as_ref().and_then(|view| view.settings.level_intent.get(&own).copied()))
        });
        let testid = format!("level-intent-{code}");
        let change = move |intent: Option<f64>| {
            let level = code.clone();
            page.set_potential(move |settings| {
                settings.level_intent.remove(&level);
                settings.level_intent.extend(intent.map(|intent| (level, intent)));
            });
        };
        view! {
            <FigureField
                label=move || page.texts().option_level_intent(&name)
                value
                kind=FigureKind::Number
                allowed=Allowed::Share
                testid
                on_change=change
            />
        }
    };
    view! {
        <div class="level-intents">
            <For each=move || levels.get() key=Clone::clone let(level)>{field(level)}</For>
        </div>
    }
}

/// Open entries of the funnel as potential customers.
#[component]
pub fn FunnelLink() -> impl IntoView {
    let page = PageState::get();
    let open = Memo::new(move |_| page.potential.with(|view| view.as_ref().map_or(0, |view| view.open_entries)));
    let linked = Memo::new(move |_| page.potential.with(|view| view.as_ref().is_some_and(|view| view.settings.linked_to_funnel)));
    let title = move || page.texts().option_link();
    view! {
        <fieldset class="option">
            <legend>{title}<Explain source=SourceTag::X title text=move || page.texts().option_link_how() /></legend>
            <Show
                when=move || { open.get() > 0 || linked.get() }
                fallback=move || view! { <p class="note">{move || page.texts().potential_empty_no_funnel()}</p> }
            >
                <label class="check">
                    <input
                        type="checkbox"
                        data-testid="prospects-linked"
                        prop:checked=move || linked.get()
                        on:change=move |event| {
                            let on = event_target_checked(&event);
                            page.set_potential(|settings| settings.linked_to_funnel = on);
                        }
                    />
                    {move || page.texts().option_link_switch(page.texts().count(open.get()))}
                </label>
            </Show>
        </fieldset>
    }
}
