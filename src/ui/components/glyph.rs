//! A class as shape, colour and code, always together, so that it holds in greyscale and for every eye.

use leptos::prelude::*;

use crate::classify::{Class, Quadrant, Side};
use crate::ui::i18n::Texts;
use crate::ui::state::AppState;

/// `c1` … `c4`, `c0` for not rated: sets `--class` and `--class-text` for what is inside.
#[must_use]
pub fn class_css(class: Class) -> &'static str {
    match class {
        Some(Quadrant::I) => "c1",
        Some(Quadrant::II) => "c2",
        Some(Quadrant::III) => "c3",
        Some(Quadrant::IV) => "c4",
        None => "c0",
    }
}

/// `EI Consolidate` in one string, for labels.
#[must_use]
pub fn class_name(texts: Texts, side: Side, class: Class) -> String {
    match class {
        Some(quadrant) => format!("{} {}", quadrant.code(side), texts.strategy(quadrant.strategy(side))),
        None => texts.not_rated().to_owned(),
    }
}

/// The shape alone: circle, triangle, square, diamond, of equal visual area; an open ring for not rated.
#[component]
pub fn Glyph(class: Class) -> impl IntoView {
    let path = match class {
        Some(Quadrant::I) => "M6 .8a5.200 5.200 0 1 0 0 10.400a5.200 5.200 0 1 0 0-10.400z",
        Some(Quadrant::II) => "M6 .6 11.700 11H.3z",
        Some(Quadrant::III) => "M1.400 1.400h9.200v9.200H1.400z",
        Some(Quadrant::IV) => "M6 0 12 6 6 12 0 6z",
        None => "M6 1.600a4.400 4.400 0 1 0 0 8.800a4.400 4.400 0 1 0 0-8.800zm0 1.400a3 3 0 1 1 0 6a3 3 0 1 1 0-6z",
    };
    view! {
        <svg class=format!("glyph {}", class_css(class)) viewBox="0 0 12 12" aria-hidden="true">
            <path d=path fill-rule="evenodd"></path>
        </svg>
    }
}

/// Shape, code and strategy: `▲ EII Turn around`.
#[component]
pub fn ClassName(#[prop(optional)] side: Side, class: Class) -> impl IntoView {
    let state = AppState::get();
    let word = move || class.map_or(state.texts().not_rated(), |quadrant| state.texts().strategy(quadrant.strategy(side)));
    view! {
        <span class=format!("class-name {}", class_css(class))>
            <Glyph class=class />
            {class.map(|quadrant| view! { <b>{quadrant.code(side)}</b> })}
            <span class="class-word">{word}</span>
        </span>
    }
}
