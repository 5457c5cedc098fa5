//! Why this class: value against threshold on both axes, and what would change it.

use leptos::prelude::*;

use super::card::CardState;
use crate::classify::{Axis, Direction, Side};
use crate::engine::ScoreScale;
use crate::ui::components::{Explained, class_css};
use crate::ui::derived::{WhyScale, why_scale};
use crate::ui::words::{Figure, moves};

#[component]
pub fn CardWhy() -> impl IntoView {
    let card = CardState::get();
    let texts = move || card.page.texts();
    let computed = Memo::new(move |_| card.read(|view| view.computed_class));
    let title = move || match computed.get() {
        Some(quadrant) => texts().card_why(texts().class_code(quadrant.code(card.page.side))),
        None => texts().card_why_not_rated().to_owned(),
    };
    let sides = move || computed.get().map(|quadrant| texts().sides_of(card.page.side, quadrant).to_owned()).or_else(|| not_rated(card));
    let steps = move || {
        let scale = card.page.overview.with(|view| view.as_ref().map_or(ScoreScale::Variation, |view| view.score_scale));
        card.read(|view| moves(texts(), view, card.page.look.get(), scale, &card.page.currency.get()))
    };
    view! {
        <div class="section">
            <h3>{title}<Explained explanation=Signal::derive(move || card.explanation(Figure::Class)) /></h3>
            {move || rows(card)}
            <p class="note">{sides}" "{move || steps().join(" ")}<Explained explanation=Signal::derive(move || card.explanation(Figure::Moves)) /></p>
        </div>
    }
}

fn not_rated(card: CardState) -> Option<String> {
    let texts = card.page.texts();
    let reason = card.read(|view| view.not_rated.map(|reason| texts.not_rated_reason(reason, view.grain)))?;
    Some(match card.page.side {
        Side::Existing => texts.card_why_not_rated_text(reason),
        Side::Potential => texts.potential_not_rated_text(reason),
    })
}

/// Both axes; none where there is no cut or no value.
fn rows(card: CardState) -> impl IntoView {
    let (texts, look) = (card.page.texts(), card.page.look.get());
    let currency = card.page.currency.get();
    let scale = card.page.overview.with(|view| view.as_ref().map_or(ScoreScale::Variation, |view| view.score_scale));
    card.read(|view| {
        let (cuts, score, class, vertical) = (view.cuts?, view.score?, view.computed_class?, view.vertical?);
        let cut_score = scale.score(cuts.horizontal);
        let heights = (look.vertical(texts, vertical, &currency), look.vertical(texts, cuts.vertical, &currency));
        let scores = (texts.decimal(score, 2), texts.decimal(cut_score, 2));
        // Scores run the same way for every measure: high is steady.
        debug_assert!(matches!(cuts.direction, Direction::LowIsGood | Direction::HighIsGood));
        let (high, steady) = (class.index() < 2, class.index() % 2 == 0);
        Some(view! {
            <div class=format!("why {}", class_css(view.class))>
                {row(texts.axis(look.side, Axis::Vertical), why_scale(vertical, cuts.vertical, look.is_money), heights, high)}
                {row(texts.axis(look.side, Axis::Horizontal), why_scale(score, cut_score, false), scores, steady)}
            </div>
        })
    })
}

fn row(name: &'static str, place: WhyScale, (value, cut): (String, String), reached: bool) -> impl IntoView {
    let percent = |part: f64| format!("{:.1}%", part * 100.0);
    view! {
        <div class="why-row">
            <span>{name}</span>
            <span class="why-scale" aria-hidden="true" style:--value=percent(place.value) style:--cut=percent(place.cut)><i></i></span>
            <span><b>{value}</b>{if reached { " ≥ " } else { " < " }}{cut}</span>
        </div>
    }
}
