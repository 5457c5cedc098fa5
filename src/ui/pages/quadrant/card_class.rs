//! The class of a customer: as computed, or set by hand with reason and author.

use leptos::html;
use leptos::prelude::*;

use super::card::CardState;
use super::sent_override::SentOverride;
use crate::browser::clock::now;
use crate::browser::preferences::Preferences;
use crate::classify::{Class, Quadrant};
use crate::ui::clock::local_time;
use crate::ui::components::{Choice, ClassName, SelectOptions};
use crate::workspace::{Action, Override};

const SELECT_ID: &str = "override-class";

/// Glyph, code and strategy; who set it and what was computed, where someone did.
#[component]
pub fn ClassLine() -> impl IntoView {
    let card = CardState::get();
    let texts = move || card.page.texts();
    let class = Memo::new(move |_| card.read(|view| (view.class, view.computed_class, view.overridden.clone())));
    let by_hand = move || {
        let (_, computed, by_hand) = class.get();
        let by_hand = by_hand?;
        let date = texts().day(local_time(by_hand.at).day);
        let author = if by_hand.author.is_empty() { texts().card_override_someone().to_owned() } else { by_hand.author };
        let set = texts().card_override_by(author, date, by_hand.reason);
        Some(view! { <p class="note">{texts().card_override_was()}" "<ClassName side=card.page.side class=computed />". "{set}</p> })
    };
    view! {
        <div class="class-line">
            {move || view! { <ClassName side=card.page.side class=class.get().0 /> }}
            <button type="button" class="button quiet push" on:click=move |_| focus_select()>{move || texts().card_change()}</button>
        </div>
        {by_hand}
    }
}

fn focus_select() {
    use wasm_bindgen::JsCast;
    let select = document().get_element_by_id(SELECT_ID).and_then(|select| select.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(select) = select {
        // A select that cannot take the focus leaves it where it is.
        drop(select.focus());
    }
}

/// The form: a class and a reason make an override; both are taken as soon as both are there.
#[component]
pub fn CardClass() -> impl IntoView {
    let card = CardState::get();
    let texts = move || card.page.texts();
    let key = Memo::new(move |_| card.read(|view| view.key.clone()));
    let kept = Memo::new(move |_| card.read(|view| view.overridden.clone()));
    let class = RwSignal::new(None::<Quadrant>);
    let reason = RwSignal::new(String::new());
    let author = RwSignal::new(Preferences::load().author.unwrap_or_default());
    let ask_author = author.with_untracked(String::is_empty);
    // Only another customer or another kept override fills the form anew; what is being typed stays.
    Effect::new(move |before: Option<(String, Option<Override>)>| {
        let now = (key.get(), kept.get());
        if before.as_ref() != Some(&now) {
            class.set(now.1.as_ref().map(|kept| kept.class));
            reason.set(now.1.as_ref().map(|kept| kept.reason.clone()).unwrap_or_default());
        }
        now
    });
    let sent = SentOverride::new(card.page.side);
    let take = move || {
        let wanted = class.get_untracked().map(|class| (class, reason.get_untracked().trim().to_owned()));
        take_override(card, sent, &key.get_untracked(), wanted, author.get_untracked());
    };
    let computed: Memo<Class> = Memo::new(move |_| card.read(|view| view.computed_class));
    let options = Signal::derive(move || {
        let own = texts().card_override_computed(texts().class_name(card.page.side, computed.get()));
        let choice = |quadrant: Quadrant| {
            Choice::new(
                quadrant.code(card.page.side),
                format!("{} {}", texts().class_code(quadrant.code(card.page.side)), texts().strategy(quadrant.strategy(card.page.side))),
            )
        };
        std::iter::once(Choice::new("", own)).chain(Quadrant::ALL.map(choice)).collect::<Vec<_>>()
    });
    let value = Signal::derive(move || class.get().map_or("", |quadrant| quadrant.code(card.page.side)).to_owned());
    let choose = move |event| {
        let code = event_target_value(&event);
        class.set(Quadrant::ALL.into_iter().find(|quadrant| quadrant.code(card.page.side) == code));
        take();
    };
    let needs_reason = move || class.get().is_some() && reason.with(|reason| reason.trim().is_empty());
    let sign = move |event| {
        let name = event_target_value(&event).trim().to_owned();
        remember_author(&name);
        sent.sign(card.page.app, &name);
        author.set(name);
    };
    let asks_author = move || ask_author && class.get().is_some();
    view! {
        <div class="section">
            <h3>{move || texts().card_override_title()}</h3>
            <div class="override">
                <label class="field">
                    <span class="label">{move || texts().card_override_class()}</span>
                    <select id=SELECT_ID class="select" data-testid="override-class" on:change=choose><SelectOptions options value /></select>
                </label>
                <label class="field" class:wrong=needs_reason>
                    <span class="label">{move || texts().card_override_reason()}</span>
                    <ReasonField reason take />
                </label>
                <Show when=asks_author>
                    <label class="field override-author">
                        <span class="label">{move || texts().card_override_author()}</span>
                        <input class="input" data-testid="author-name" autocomplete="name" prop:value=move || author.get() on:change=sign />
                    </label>
                </Show>
            </div>
            <Show when=needs_reason><p class="note" role="status">{move || texts().card_override_needs_reason()}</p></Show>
            <Show when=move || kept.with(Option::is_some)>
                <button type="button" class="link-button" on:click=move |_| remove(card, &key.get_untracked())>
                    {move || texts().card_override_remove()}
                </button>
            </Show>
        </div>
    }
}

#[component]
fn ReasonField(reason: RwSignal<String>, take: impl Fn() + Copy + 'static) -> impl IntoView {
    let field = NodeRef::<html::Input>::new();
    view! {
        <input
            node_ref=field
            class="input"
            data-testid="override-reason"
            autocomplete="off"
            prop:value=move || reason.get()
            on:input=move |event| reason.set(event_target_value(&event))
            on:change=move |_| take()
        />
    }
}

/// Sends what differs from what is kept: a class with its reason, or none.
fn take_override(card: CardState, sent: SentOverride, key: &str, wanted: Option<(Quadrant, String)>, author: String) {
    let kept = card.view.with_untracked(|view| view.as_ref().and_then(|view| view.overridden.clone()));
    match (wanted, kept) {
        (None, None) => {}
        (None, Some(_)) => remove(card, key),
        (Some((_, reason)), _) if reason.is_empty() => {}
        (Some((class, reason)), Some(kept)) if kept.class == class && kept.reason == reason => {}
        (Some((class, reason)), _) => sent.send(card.page.app, key.to_owned(), Override { class, reason, author, at: now() }),
    }
}

fn remove(card: CardState, key: &str) {
    card.page.app.dispatch(Action::OverrideClass { side: card.page.side, customer: key.to_owned(), class: None });
}

/// Where preferences cannot be kept, the name is asked for again.
pub fn remember_author(author: &str) {
    let author = author.to_owned();
    drop(Preferences::update(|kept| kept.author = (!author.is_empty()).then_some(author)));
}
