//! The scores of a potential customer: every criterion with weight and rating, and what they come to.

use leptos::prelude::*;

use super::card::CardState;
use crate::classify::{Axis, Criterion, Score, Scorecard};
use crate::ui::components::Explained;
use crate::ui::i18n::Texts;
use crate::ui::words::Figure;
use crate::workspace::{ExpectedFrom, IntentFrom};

/// Those of the scorecards that are in use.
#[component]
pub fn CardScores() -> impl IntoView {
    let card = CardState::get();
    let used = Memo::new(move |_| {
        card.page.potential.with(|view| {
            view.as_ref().map_or((false, false), |view| {
                (view.settings.expected_from == ExpectedFrom::Scorecard, view.settings.intent_from == IntentFrom::Scorecard)
            })
        })
    });
    view! {
        <Show when=move || used.get().0><CardScore axis=Axis::Vertical /></Show>
        <Show when=move || used.get().1><CardScore axis=Axis::Horizontal /></Show>
    }
}

#[component]
fn CardScore(axis: Axis) -> impl IntoView {
    let card = CardState::get();
    let texts = move || card.page.texts();
    let (title, figure, testid): (fn(Texts) -> &'static str, _, _) = match axis {
        Axis::Vertical => (Texts::card_score_expected, Figure::Contribution, "score-expected"),
        Axis::Horizontal => (Texts::card_score_intent, Figure::Stability, "score-intent"),
    };
    let found = Memo::new(move |_| {
        let score = card.read(|view| {
            view.prospect.as_ref().map(|prospect| if axis == Axis::Vertical { prospect.expected.clone() } else { prospect.intent.clone() })
        })?;
        let settings = card.page.potential.with(|view| view.as_ref().map(|view| view.settings.clone()))?;
        Some((score, if axis == Axis::Vertical { settings.expected_card } else { settings.intent_card }))
    });
    let sum = move || found.with(|found| found.as_ref().map(|(score, _)| in_sum(card, score)));
    let complete =
        move || found.with(|found| found.as_ref().map(|(score, _)| texts().card_score_complete(texts().share(score.completeness.value()))));
    let rows = move || found.with(|found| found.as_ref().map(|(score, scorecard)| rows(card, score, scorecard)));
    view! {
        <div class="section" data-testid=testid>
            <h3>{move || title(texts())}<Explained explanation=Signal::derive(move || card.explanation(figure)) /></h3>
            <table class="table flush small">
                <thead>
                    <tr>
                        <th scope="col">{move || texts().weights_criterion()}</th>
                        <th scope="col" class="num">{move || texts().weights_weight()}</th>
                        <th scope="col" class="num">{move || texts().card_score_rating()}</th>
                        <th scope="col" class="num">{move || texts().card_score_product()}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            <p class="note"><b>{sum}</b>" "{complete}</p>
        </div>
    }
}

/// `Σ w·r ÷ Σ w = 28 ÷ 7 = 4.00`.
fn in_sum(card: CardState, score: &Score) -> String {
    let texts = card.page.texts();
    match score.value {
        Some(value) => {
            format!("Σ w·r ÷ Σ w = {} ÷ {} = {}.", number(card, score.weighted), number(card, score.weight), texts.decimal(value, 2))
        }
        None => texts.card_score_none().to_owned(),
    }
}

fn number(card: CardState, value: f64) -> String {
    card.page.texts().decimal(value, if value.fract() == 0.0 { 0 } else { 2 })
}

fn rows(card: CardState, score: &Score, scorecard: &Scorecard) -> impl IntoView + use<> {
    let texts = card.page.texts();
    let name = |code: &str| {
        let own = scorecard.criteria.iter().find(|criterion| criterion.code == code).cloned();
        texts.criterion(&own.unwrap_or_else(|| Criterion { code: code.to_owned(), ..Criterion::default() }))
    };
    let dash = || "–".to_owned();
    let parts = score.parts.iter().map(|part| {
        let rating = part.rating.map_or_else(dash, |rating| number(card, rating));
        let product = part.rating.map_or_else(dash, |rating| number(card, rating * part.weight));
        view! {
            <tr>
                <th scope="row">{name(&part.code)}</th>
                <td class="num">{number(card, part.weight)}</td>
                <td class="num">{rating}</td>
                <td class="num">{product}</td>
            </tr>
        }
    });
    parts.collect::<Vec<_>>()
}
