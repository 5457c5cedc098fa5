//! One line where several spellings look like one customer; the data page shows them.

use leptos::prelude::*;

use super::state::PageState;
use crate::engine::{Query, SpellingGroup};
use crate::ui::components::Notice;
use crate::ui::state::Page;

#[component]
pub fn SpellingsHint() -> impl IntoView {
    let page = PageState::get();
    let answer = page.app.follow::<Vec<SpellingGroup>>(|| Some(Query::Spellings));
    let groups = Memo::new(move |_| answer.with(|groups| groups.as_ref().map_or(0, |groups| groups.len())));
    let text = move || match groups.get() {
        1 => page.texts().spellings_hint_one().to_owned(),
        count => page.texts().spellings_hint(page.texts().count(count as u64)),
    };
    view! {
        <Show when=move || { groups.get() > 0 }>
            <Notice><p>{text}" "<a href=Page::Data.hash() data-testid="spellings-hint">{move || page.texts().spellings_open()}</a></p></Notice>
        </Show>
    }
}
