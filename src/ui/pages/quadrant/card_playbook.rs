//! What to do: the handbook's playbook for the customer's class.

use leptos::prelude::*;

use super::card::CardState;
use crate::classify::Side;
use crate::ui::components::{Explain, SourceTag};
use crate::ui::pages::plan_card::PlanCard;

#[component]
pub fn CardPlaybook() -> impl IntoView {
    let card = CardState::get();
    let texts = move || card.page.texts();
    let class = Memo::new(move |_| card.read(|view| view.class));
    let side = card.page.side;
    let playbook = move || {
        class.get().map(|quadrant| match side {
            Side::Existing => texts().playbook(quadrant),
            Side::Potential => texts().potential_playbook(quadrant),
        })
    };
    let title = move || playbook().map(|playbook| playbook.title).unwrap_or_default();
    let entries = move || {
        let entries = playbook().map(|playbook| playbook.entries).unwrap_or_default();
        let entry = |(place, entry): (usize, crate::ui::i18n::playbook::PlaybookEntry)| {
            view! { <details open=place == 0><summary>{entry.title}</summary><p>{entry.how}</p></details> }
        };
        entries.into_iter().enumerate().map(entry).collect_view()
    };
    view! {
        <div class="section playbook">
            <Show when=move || class.get().is_some() fallback=move || view! { <p class="note">{move || texts().card_advice_none()}</p> }>
                <h3>
                    {title}
                    {match side {
                        Side::Existing => view! { <Explain source=SourceTag::S title text=move || texts().explain_playbook() /> },
                        Side::Potential => view! { <Explain source=SourceTag::X title text=move || texts().explain_potential_playbook() /> },
                    }}
                </h3>
                {entries}
            </Show>
        </div>
        <PlanCard />
    }
}
