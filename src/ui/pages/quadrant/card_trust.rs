//! How sure the class is, and what other measures say.

use leptos::prelude::*;

use super::card::CardState;
use crate::engine::OtherMeasure;
use crate::ui::components::{ClassName, Explained, ShareBar};
use crate::ui::i18n::Texts;
use crate::ui::words::{Figure, lumpiness, others_summary, sure_draws, sure_shares};

#[component]
pub fn CardSure() -> impl IntoView {
    let card = CardState::get();
    let texts = move || card.page.texts();
    let robustness = Memo::new(move |_| card.read(|view| view.robustness));
    let shares = Signal::derive(move || robustness.get().map(|robustness| robustness.shares).unwrap_or_default());
    let words = move || {
        let robustness = robustness.get()?;
        let grain = card.view.with(|view| view.as_ref().map(|view| view.grain))?;
        let draws = sure_draws(texts(), &robustness, card.page.settings.get().stability, grain);
        Some(view! { <p class="note"><b>{sure_shares(texts(), &robustness)}</b>" "{draws}</p> })
    };
    view! {
        <div class="section" data-testid="robustness">
            <h3>{move || texts().card_sure()}<Explained explanation=Signal::derive(move || card.explanation(Figure::Sure)) /></h3>
            <Show
                when=move || robustness.get().is_some()
                fallback=move || view! { <p class="note">{move || texts().card_sure_none()}</p> }
            >
                <ShareBar shares class="share-bar" />
                {words}
            </Show>
        </div>
    }
}

#[component]
pub fn CardOthers() -> impl IntoView {
    let card = CardState::get();
    let texts = move || card.page.texts();
    let others = Memo::new(move |_| card.read(|view| view.other_measures.clone()));
    let summary = move || card.read(|view| others_summary(texts(), view));
    let kind = move || card.read(|view| lumpiness(texts(), view));
    view! {
        <Show when=move || others.with(|others| !others.is_empty())>
            <div class="section">
                <h3>{move || texts().card_others()}<Explained explanation=Signal::derive(move || card.explanation(Figure::Others)) /></h3>
                <p class="note">{summary}" "{kind}</p>
                <table class="table flush small">
                    <thead>
                        <tr>
                            <th scope="col">{move || texts().card_others_measure()}</th>
                            <th scope="col" class="num">{move || texts().card_others_value()}</th>
                            <th scope="col" class="num">{move || texts().card_others_score()}</th>
                            <th scope="col">{move || texts().card_others_class()}</th>
                        </tr>
                    </thead>
                    <tbody>{move || others.get().into_iter().map(|other| row(texts(), other)).collect_view()}</tbody>
                </table>
            </div>
        </Show>
    }
}

fn row(texts: Texts, other: OtherMeasure) -> impl IntoView {
    let number = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |value| texts.decimal(value, 2));
    view! {
        <tr>
            <th scope="row">{texts.measure_name(other.measure)}</th>
            <td class="num">{number(other.value)}</td>
            <td class="num">{number(other.score)}</td>
            <td class="code-only"><ClassName class=other.class /></td>
        </tr>
    }
}
