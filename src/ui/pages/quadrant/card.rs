//! The customer profile card.

use std::sync::Arc;

use leptos::prelude::*;

use super::card_bars::CardBars;
use super::card_class::{CardClass, ClassLine};
use super::card_focus::CARD_ID;
use super::card_notes::CardNotes;
use super::card_playbook::CardPlaybook;
use super::card_purchases::CardPurchases;
use super::card_score::CardScores;
use super::card_trust::{CardOthers, CardSure};
use super::card_why::CardWhy;
use super::state::PageState;
use crate::calendar::Day;
use crate::classify::{Axis, Side};
use crate::engine::{CardView, Query};
use crate::ui::components::{ExplainedFigure, Icon};
use crate::ui::words::{CardContext, Explanation, Figure, explain, explain_prospect};

/// The card shown, for its parts.
#[derive(Clone, Copy)]
pub struct CardState {
    pub page: PageState,
    pub view: Memo<Option<Arc<CardView>>>,
}

impl CardState {
    /// Follows the selected customer.
    pub fn provide() -> Self {
        let page = PageState::get();
        let answer =
            page.app.follow::<Option<CardView>>(move || page.app.selected.get().map(|customer| Query::Card { side: page.side, customer }));
        let view = Memo::new(move |_| {
            let selected = page.app.selected.get()?;
            let card = answer.with(|answer| answer.as_deref().cloned().flatten());
            card.filter(|card| card.customer == selected).map(Arc::new)
        });
        let state = Self { page, view };
        provide_context(state);
        state
    }

    /// From context; the inspector provides it.
    pub fn get() -> Self {
        expect_context::<Self>()
    }

    /// Something of the card; the default while there is none. Tracked.
    pub fn read<Value: Default>(self, read: impl FnOnce(&CardView) -> Value) -> Value {
        self.view.with(|view| view.as_deref().map(read).unwrap_or_default())
    }

    /// What stands behind a figure; tracked.
    pub fn explanation(self, figure: Figure) -> Option<Explanation> {
        let page = self.page;
        let (texts, settings, currency) = (page.texts(), page.settings.get(), page.currency.get());
        if page.side == Side::Potential {
            return page.potential.with(|view| {
                let settings = &view.as_ref()?.settings;
                self.view.with(|card| explain_prospect(texts, figure, card.as_deref()?, settings, &currency))
            });
        }
        page.overview.with(|existing| {
            self.view.with(|card| {
                let context =
                    CardContext { card: card.as_deref()?, existing: existing.as_ref()?, settings: &settings, currency: &currency };
                Some(explain(texts, figure, context))
            })
        })
    }
}

#[component]
pub fn Card() -> impl IntoView {
    let card = CardState::get();
    view! {
        <article id=CARD_ID class="card" tabindex="-1" data-testid="customer-card" aria-labelledby="card-name" on:keydown=move |event| close_on_escape(card, &event)>
            <CardHead />
            {match card.page.side {
                Side::Existing => view! { <CardBars /> <CardWhy /> <CardSure /> <CardOthers /> }.into_any(),
                Side::Potential => view! { <CardWhy /> <CardScores /> }.into_any(),
            }}
            <CardPlaybook />
            <CardClass />
            <CardNotes />
            {(card.page.side == Side::Existing).then(|| view! { <CardPurchases /> })}
        </article>
    }
}

fn close_on_escape(card: CardState, event: &web_sys::KeyboardEvent) {
    if event.key() == "Escape" && !event.default_prevented() {
        card.page.app.selected.set(None);
    }
}

#[component]
fn CardHead() -> impl IntoView {
    let card = CardState::get();
    let texts = move || card.page.texts();
    let name = move || card.read(|view| texts().customer_name(&view.name).to_owned());
    let place = move || {
        card.read(|view| {
            let (rank, customers) = (texts().count(view.rank), texts().count(view.customers));
            let ranked =
                if view.key == view.name { texts().card_rank_only(rank, customers) } else { texts().card_rank(&view.key, rank, customers) };
            let rep = if view.rep.is_empty() { String::new() } else { texts().card_rep(&view.rep) };
            [ranked, view.region.clone(), rep].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ")
        })
    };
    let since = move || {
        card.read(|view| match (view.first_day, view.last_day) {
            (Some(first), Some(last)) => Some(texts().card_since(texts().day(Day(first)), texts().day(Day(last)))),
            _ => None,
        })
    };
    let spellings =
        move || card.read(|view| (!view.spellings.is_empty()).then(|| texts().card_spellings(view.spellings.join(texts().list_join()))));
    view! {
        <div class="section">
            <div class="card-title">
                <h2 id="card-name" class="customer-name">{name}</h2>
                <button
                    type="button"
                    class="button quiet icon-only push"
                    aria-label=move || texts().card_close()
                    on:click=move |_| card.page.app.selected.set(None)
                >
                    {Icon::Close.view()}
                </button>
            </div>
            <p class="muted">{place}</p>
            <ClassLine />
            <Facts />
            {move || since().map(|since| view! { <p class="note">{since}</p> })}
            {move || spellings().map(|spellings| view! { <p class="note">{spellings}</p> })}
        </div>
    }
}

/// The four figures, each with what stands behind it.
#[component]
fn Facts() -> impl IntoView {
    let card = CardState::get();
    let texts = move || card.page.texts();
    let dash = || "–".to_owned();
    let contribution = move || {
        card.read(|view| view.vertical.map_or_else(dash, |value| card.page.look.get().vertical(texts(), value, &card.page.currency.get())))
    };
    let share = move || card.read(|view| view.share.map_or_else(dash, |share| texts().share_fine(share)));
    let stability = move || card.read(|view| view.score.map_or_else(dash, |score| texts().decimal(score, 2)));
    let completeness = move |view: &CardView| view.prospect.as_ref().and_then(|prospect| prospect.completeness);
    let orders = move || {
        card.read(|view| match card.page.side {
            Side::Existing => texts().count(view.orders),
            Side::Potential => completeness(view).map_or_else(dash, |part| texts().share(part)),
        })
    };
    let side = card.page.side;
    view! {
        <dl class="facts">
            <div><dt>{move || texts().axis(side, Axis::Vertical)}</dt><dd><ExplainedFigure text=contribution explanation=move || card.explanation(Figure::Contribution) /></dd></div>
            <div><dt>{move || texts().list_share()}</dt><dd><ExplainedFigure text=share explanation=move || card.explanation(Figure::Share) /></dd></div>
            <div><dt>{move || texts().axis(side, Axis::Horizontal)}</dt><dd><ExplainedFigure text=stability explanation=move || card.explanation(Figure::Stability) /></dd></div>
            <div><dt>{move || if side == Side::Existing { texts().list_orders() } else { texts().sheet_complete() }}</dt><dd><ExplainedFigure text=orders explanation=move || card.explanation(Figure::Orders) /></dd></div>
        </dl>
    }
}
