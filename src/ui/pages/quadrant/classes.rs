//! The five class chips: shape, code, count and money; pressed ones are shown alone in picture and list.

use leptos::prelude::*;

use super::state::PageState;
use crate::classify::{Class, Quadrant};
use crate::ui::components::{Glyph, class_css};

const CLASSES: [Class; 5] = [Some(Quadrant::I), Some(Quadrant::II), Some(Quadrant::III), Some(Quadrant::IV), None];

#[component]
pub fn ClassChips() -> impl IntoView {
    let page = PageState::get();
    view! {
        <div class="class-chips" role="group" aria-label=move || page.texts().list_filter()>
            {CLASSES.into_iter().enumerate().map(|(place, class)| view! { <ClassChip place class /> }).collect_view()}
        </div>
    }
}

/// `place` is the class's place in the engine's totals.
#[component]
fn ClassChip(place: usize, class: Class) -> impl IntoView {
    let page = PageState::get();
    let code = class.map_or("not-rated", |quadrant| quadrant.code(page.side));
    let totals = Memo::new(move |_| page.overview.with(|view| view.as_ref().map(|view| view.classes[place]).unwrap_or_default()));
    let strategy = move || class.map(|quadrant| page.texts().strategy(quadrant.strategy(page.side)));
    let pressed = move || page.classes.with(|shown| shown.contains(&class));
    let toggle = move |_| {
        page.classes.update(|shown| match shown.iter().position(|each| *each == class) {
            Some(place) => drop(shown.remove(place)),
            None => shown.push(class),
        })
    };
    let with_money = move || page.overview.with(|view| view.as_ref().is_some_and(|view| view.with_amount > 0));
    let money = move || with_money().then(|| page.texts().money_short(totals.get().amount, &page.currency.get()));
    view! {
        <button type="button" class=format!("chip {}", class_css(class)) aria-pressed=move || pressed().to_string() title=strategy on:click=toggle>
            {class.map(|_| view! { <Glyph class=class /> })}
            {move || class.map_or_else(|| view! { <span>{page.texts().not_rated()}</span> }.into_any(), |quadrant| view! { <b>{quadrant.code(page.side)}</b> }.into_any())}
            <span data-testid=format!("count-{code}") data-value=move || totals.get().customers.to_string()>
                {move || totals.get().customers.to_string()}
            </span>
            <span class="muted chip-money" data-testid=format!("amount-{code}") data-value=move || totals.get().amount.to_string()>
                {money}
            </span>
        </button>
    }
}
