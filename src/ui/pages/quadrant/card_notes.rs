//! Notes on a customer: saved when the writer pauses or leaves, each time as one change.

use std::time::Duration;

use leptos::prelude::*;

use super::card::CardState;
use crate::browser::clock::now;
use crate::browser::preferences::Preferences;
use crate::ui::clock::local_time;
use crate::ui::pause::Pause;
use crate::workspace::{Action, Note};

const PAUSE: Duration = Duration::from_millis(900);

/// What is being written about whom.
#[derive(Clone, Copy)]
struct Writing {
    card: CardState,
    key: RwSignal<String>,
    text: RwSignal<String>,
    /// The text as the workspace has it.
    kept: StoredValue<String>,
    pause: Pause,
}

impl Writing {
    fn new(card: CardState) -> Self {
        let writing = Self {
            card,
            key: RwSignal::new(String::new()),
            text: RwSignal::new(String::new()),
            kept: StoredValue::new(String::new()),
            pause: Pause::new(),
        };
        Effect::new(move |_| {
            let (key, text) = card.read(|view| (view.key.clone(), view.note.as_ref().map(|note| note.text.clone()).unwrap_or_default()));
            if key.is_empty() {
                return;
            }
            let other_customer = writing.key.get_untracked() != key;
            if other_customer {
                writing.save();
                writing.key.set(key);
            }
            // What is being typed is newer than what comes back.
            let unsaved = !other_customer && writing.text.get_untracked() != writing.kept.get_value();
            writing.kept.set_value(text.clone());
            if !unsaved {
                writing.text.set(text);
            }
        });
        on_cleanup(move || writing.save());
        writing
    }

    fn typed(self, text: String) {
        self.text.set(text);
        self.pause.then(PAUSE, move || self.save());
    }

    fn save(self) {
        self.pause.cancel();
        let (Some(customer), Some(text)) = (self.key.try_get_untracked(), self.text.try_get_untracked()) else { return };
        if self.kept.try_get_value().is_none_or(|kept| kept == text) || customer.is_empty() {
            return;
        }
        self.kept.set_value(text.clone());
        let author = Preferences::load().author.unwrap_or_default();
        let note = (!text.trim().is_empty()).then(|| Note { text, author, at: now() });
        self.card.page.app.dispatch(Action::SetNote { side: self.card.page.side, customer, note });
    }
}

#[component]
pub fn CardNotes() -> impl IntoView {
    let card = CardState::get();
    let writing = Writing::new(card);
    let texts = move || card.page.texts();
    let signed = move || {
        let note = card.read(|view| view.note.clone())?;
        let date = texts().day(local_time(note.at).day);
        Some(if note.author.is_empty() { date } else { texts().card_notes_by(note.author, date) })
    };
    view! {
        <div class="section">
            <h3>{move || texts().card_notes()}</h3>
            <textarea
                class="input"
                rows="3"
                data-testid="customer-note"
                aria-label=move || texts().card_notes_label()
                prop:value=move || writing.text.get()
                on:input=move |event| writing.typed(event_target_value(&event))
                on:change=move |_| writing.save()
            ></textarea>
            <p class="note muted">{move || signed().unwrap_or_else(|| texts().card_notes_hint().to_owned())}</p>
        </div>
    }
}
