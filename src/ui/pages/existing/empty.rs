//! What stands where there is no picture: no data, a window without purchases, a measure that rates nobody.

use leptos::prelude::*;

use super::state::PageState;
use crate::engine::Warning;
use crate::ui::components::{Button, EmptyState, Look};
use crate::ui::router::go;
use crate::ui::state::Page;
use crate::workspace::{Filters, Window};

/// An open workspace without a single purchase or customer.
#[component]
pub fn NoData() -> impl IntoView {
    let page = PageState::get();
    view! {
        <div class="section">
            <EmptyState title=move || page.texts().empty_data_title() text=move || page.texts().empty_data_text()>
                <Button look=Look::Primary text=move || page.texts().empty_data_button() on_click=move |_| go(Page::Start) />
            </EmptyState>
        </div>
    }
}

/// Nobody has a class: the reason, and the way out that is nearest.
#[component]
pub fn NothingRated() -> impl IntoView {
    let page = PageState::get();
    let warning = Memo::new(move |_| {
        page.existing.with(|view| {
            view.as_ref().and_then(|view| {
                view.warnings.iter().find_map(|warning| match warning {
                    Warning::RatesNobody { better } => Some(*better),
                    _ => None,
                })
            })
        })
    });
    let nobody = Memo::new(move |_| page.existing.with(|view| view.as_ref().is_some_and(|view| view.customers == 0)));
    let known = Memo::new(move |_| page.existing.with(Option::is_some));
    view! {
        <Show when=move || known.get() fallback=|| view! { <div class="chart"></div> }>
            {move || match (nobody.get(), warning.get().flatten()) {
                (true, _) => view! { <NobodyInWindow /> }.into_any(),
                (false, Some(better)) => better_measure(page, better).into_any(),
                (false, None) => too_short(page).into_any(),
            }}
        </Show>
    }
}

#[component]
fn NobodyInWindow() -> impl IntoView {
    let page = PageState::get();
    let everything = move |_| {
        page.set(|settings| {
            settings.window = Window::default();
            settings.filters = Filters::default();
        });
    };
    view! {
        <EmptyState title=move || page.texts().finding_nobody() text=move || page.texts().empty_window_text()>
            <Button text=move || page.texts().empty_window_button() on_click=everything />
        </EmptyState>
    }
}

fn better_measure(page: PageState, better: crate::workspace::StabilityMeasure) -> impl IntoView {
    let text = move || {
        let (texts, measure) = (page.texts(), page.settings.get().stability);
        texts.empty_rated_text(texts.measure_name(measure), texts.measure_need(measure))
    };
    view! {
        <EmptyState title=move || page.texts().empty_rated_title() text=text>
            <Button
                look=Look::Primary
                text=move || page.texts().empty_rated_button(page.texts().measure_words(better))
                on_click=move |_| page.set(|settings| settings.stability = better)
                attr:data-testid="use-better-measure"
            />
        </EmptyState>
    }
}

/// No measure rates anybody: the file covers too little time.
fn too_short(page: PageState) -> impl IntoView {
    let text = move || {
        let (texts, measure) = (page.texts(), page.settings.get().stability);
        let counted = page.existing.with(|view| view.as_ref().and_then(|view| view.periods).map_or(0, |(_, _, count)| count));
        format!(
            "{} {}",
            texts.empty_rated_text(texts.measure_name(measure), texts.measure_need(measure)),
            texts.empty_short_text(texts.count(counted))
        )
    };
    view! { <EmptyState title=move || page.texts().empty_short_title() text=text /> }
}
