//! The rule of the picture as a sentence; each part opens its choices.

use leptos::prelude::*;

use super::options::TopicOptions;
use super::state::PageState;
use crate::classify::Side;
use crate::ui::components::Popover;
use crate::ui::words::{RulePart, RuleTopic, potential_sentence, rule_sentence};

/// The pieces of the sentence; tracked.
pub fn rule_parts(page: PageState) -> Vec<RulePart> {
    let texts = page.texts();
    match page.side {
        Side::Existing => page.overview.with(|view| {
            page.app.workspace.with(|workspace| match (view, workspace) {
                (Some(view), Some(workspace)) => rule_sentence(texts, view, workspace),
                _ => Vec::new(),
            })
        }),
        Side::Potential => page.potential.with(|view| match view {
            Some(view) => potential_sentence(texts, view, &page.currency.get()),
            None => Vec::new(),
        }),
    }
}

#[component]
pub fn RuleLine() -> impl IntoView {
    let page = PageState::get();
    let parts = Memo::new(move |_| rule_parts(page));
    // Buttons stay while only their words change, so that an open popover stays open.
    let pieces = Memo::new(move |_| parts.with(|parts| parts.iter().map(topic).collect::<Vec<_>>()));
    let piece = move |(place, topic): (usize, Option<RuleTopic>)| {
        let words = move || parts.with(|parts| parts.get(place).map(words).unwrap_or_default());
        match topic {
            None => view! { <span>{words}</span> }.into_any(),
            Some(topic) => view! {
                <Popover class="" trigger=move || view! { <span>{words}</span> }>
                    <TopicOptions topic handles=false />
                </Popover>
            }
            .into_any(),
        }
    };
    view! { <div class="rule">{move || pieces.get().into_iter().enumerate().map(piece).collect_view()}</div> }
}

fn topic(part: &RulePart) -> Option<RuleTopic> {
    match part {
        RulePart::Text(_) => None,
        RulePart::Choice(topic, _) => Some(*topic),
    }
}

fn words(part: &RulePart) -> String {
    match part {
        RulePart::Text(text) | RulePart::Choice(_, text) => text.clone(),
    }
}
