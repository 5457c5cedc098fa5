//! The main numbers of a comparison, each with how it is found.

use leptos::prelude::*;

use super::state::ChangesState;
use crate::engine::ChangesView;
use crate::ui::components::{Explain, SourceTag};
use crate::ui::i18n::Texts;

type Of = fn(Texts, &ChangesView) -> String;
type Words = fn(Texts) -> &'static str;

const FIGURES: [(&str, Words, Words, SourceTag, Of); 6] = [
    ("moved", Texts::changes_moved, Texts::changes_moved_how, SourceTag::X, |texts, view| texts.count(view.moved)),
    ("stayed", Texts::changes_stayed, Texts::changes_stayed_how, SourceTag::X, |texts, view| texts.count(view.stayed)),
    ("by-cuts", Texts::changes_by_cuts, Texts::changes_by_cuts_how, SourceTag::X, |texts, view| texts.count(view.moved_by_cuts)),
    ("entries", Texts::changes_entries, Texts::changes_entries_how, SourceTag::S, |texts, view| {
        texts.count(view.growth.new_customers + view.growth.returned_customers)
    }),
    ("exits", Texts::changes_exits, Texts::changes_exits_how, SourceTag::S, |texts, view| texts.count(view.growth.lost_customers)),
    ("money", Texts::changes_total_money, Texts::changes_total_how, SourceTag::S, |texts, view| {
        texts.money(view.growth.change(), &view.currency)
    }),
];

#[component]
pub fn Figures() -> impl IntoView {
    let page = ChangesState::get();
    let figure = move |(code, name, how, source, of): (&'static str, Words, Words, SourceTag, Of)| {
        let value = move || page.read(|view| of(page.texts(), view));
        view! {
            <div>
                <dt>{move || name(page.texts())}<Explain source title=move || name(page.texts()) text=move || how(page.texts()) /></dt>
                <dd data-testid=format!("changes-{code}")>{value}</dd>
            </div>
        }
    };
    let returned = move || {
        page.read(|view| {
            let returned = view.growth.returned_customers;
            (returned > 0).then(|| page.texts().changes_returned(page.texts().count(returned)))
        })
        .flatten()
        .map(|line| view! { <p class="note">{line}</p> })
    };
    view! {
        <dl class="growth-figures">{FIGURES.map(figure).collect_view()}</dl>
        {returned}
    }
}
