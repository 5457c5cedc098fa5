//! Colours, classes, type and icons as the tokens define them.

use leptos::prelude::*;

use crate::classify::Quadrant;
use crate::ui::components::{ClassName, Icon};
use crate::ui::state::AppState;

const COLOURS: [&str; 17] = [
    "canvas",
    "surface",
    "raised",
    "sunken",
    "hover",
    "selected",
    "ink",
    "ink-2",
    "ink-3",
    "line",
    "line-control",
    "bad",
    "bad-wash",
    "warn",
    "warn-wash",
    "good",
    "heat",
];
const SIZES: [&str; 7] = ["text-s", "text-m", "text-l", "text-xl", "text-2xl", "text-3xl", "text-5xl"];

#[component]
pub fn Tokens() -> impl IntoView {
    let state = AppState::get();
    let colours = COLOURS.map(|name| {
        view! { <li><i style:background=format!("var(--{name})")></i><code>{name}</code></li> }
    });
    let sizes = SIZES.map(|name| {
        view! { <p class="size-sample" style:font-size=format!("var(--{name})")><code>{name}</code>{move || state.texts().gallery_type_sample()}</p> }
    });
    let classes = Quadrant::ALL.map(Some).into_iter().chain([None]);
    let classes = classes.map(|class| view! { <ClassName class=class /> });
    let icons = Icon::ALL.map(|icon| view! { <li>{icon.view()}<code>{format!("{icon:?}")}</code></li> });
    view! {
        <section class="section two-columns">
            <div>
                <h2>{move || state.texts().gallery_colours()}</h2>
                <ul class="swatches">{colours.collect_view()}</ul>
                <h2>{move || state.texts().gallery_classes()}</h2>
                <div class="actions spread">{classes.collect_view()}</div>
            </div>
            <div>
                <h2>{move || state.texts().gallery_type()}</h2>
                {sizes.collect_view()}
            </div>
        </section>
        <section class="section">
            <h2>{move || state.texts().gallery_icons()}</h2>
            <ul class="swatches">{icons.collect_view()}</ul>
        </section>
    }
}
