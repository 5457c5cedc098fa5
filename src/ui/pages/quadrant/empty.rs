//! What stands where there is no picture: no data, a window without purchases, a measure that rates nobody.

use leptos::prelude::*;

use super::state::PageState;
use crate::classify::Side;
use crate::engine::Warning;
use crate::engine::protocol::ImportTarget;
use crate::ui::components::{Button, EmptyState, Look};
use crate::ui::i18n::Texts;
use crate::ui::pages::import::PickFiles;
use crate::ui::router::go;
use crate::ui::state::Page;
use crate::workspace::{ExpectedFrom, IntentFrom};

/// An open workspace without a single purchase or customer, or without anybody to win.
#[component]
pub fn NoData() -> impl IntoView {
    let page = PageState::get();
    match page.side {
        Side::Existing => view! { <NoCustomers /> }.into_any(),
        Side::Potential => view! { <NoProspects /> }.into_any(),
    }
}

#[component]
fn NoCustomers() -> impl IntoView {
    let page = PageState::get();
    view! {
        <div class="section">
            <h1>{move || page.texts().picture_kicker()}</h1>
            <EmptyState title=move || page.texts().empty_data_title() text=move || page.texts().empty_data_text()>
                <Button look=Look::Primary text=move || page.texts().empty_data_button() on_click=move |_| go(Page::Start) />
            </EmptyState>
        </div>
    }
}

/// Three ways in: a file, the keyboard, the funnel.
#[component]
fn NoProspects() -> impl IntoView {
    let page = PageState::get();
    let open = Memo::new(move |_| page.potential.with(|view| view.as_ref().map_or(0, |view| view.open_entries)));
    let link = move |_| {
        page.set_potential(|settings| {
            settings.linked_to_funnel = true;
            settings.expected_from = ExpectedFrom::Column;
            settings.intent_from = IntentFrom::Level;
        });
    };
    view! {
        <div class="section">
            <h1>{move || page.texts().potential_kicker()}</h1>
            <EmptyState title=move || page.texts().potential_empty_title() text=move || page.texts().potential_empty_text()>
                <div class="actions">
                    <PickFiles class="button primary" target=ImportTarget::Append text=move || page.texts().potential_empty_import() />
                    <Button text=move || page.texts().potential_empty_type() on_click=move |_| page.typing.set(true) attr:data-testid="prospects-type" />
                    <Show when=move || { open.get() > 0 }>
                        <Button
                            text=move || page.texts().potential_empty_link(page.texts().count(open.get()))
                            on_click=link
                            attr:data-testid="prospects-link"
                        />
                    </Show>
                </div>
            </EmptyState>
        </div>
    }
}

/// Nobody has a class: the reason, and the way out that is nearest.
#[component]
pub fn NothingRated() -> impl IntoView {
    let page = PageState::get();
    let warning = Memo::new(move |_| {
        page.overview.with(|view| {
            view.as_ref().and_then(|view| {
                view.warnings.iter().find_map(|warning| match warning {
                    Warning::RatesNobody { better } => Some(*better),
                    _ => None,
                })
            })
        })
    });
    let nobody = Memo::new(move |_| page.overview.with(|view| view.as_ref().is_some_and(|view| view.customers == 0)));
    let known = Memo::new(move |_| page.overview.with(Option::is_some));
    view! {
        <Show when=move || known.get() fallback=|| view! { <div class="chart"></div> }>
            {move || match (nobody.get(), warning.get().flatten()) {
                (true, _) if nobody_typed(page) => not_rated_yet(page).into_any(),
                (true, _) => view! { <NobodyInWindow /> }.into_any(),
                _ if page.side == Side::Potential => not_rated_yet(page).into_any(),
                (false, Some(better)) => better_measure(page, better).into_any(),
                (false, None) => too_short(page).into_any(),
            }}
        </Show>
    }
}

/// Whether the list of potential customers is empty, filtered or not; tracked.
pub fn nobody_typed(page: PageState) -> bool {
    page.side == Side::Potential && page.potential.with(|view| view.as_ref().is_some_and(|view| view.prospects == 0))
}

#[component]
fn NobodyInWindow() -> impl IntoView {
    let page = PageState::get();
    let [title, text]: [fn(Texts) -> &'static str; 2] = match page.side {
        Side::Existing => [Texts::finding_nobody, Texts::empty_window_text],
        Side::Potential => [Texts::potential_finding_nobody, Texts::potential_filtered_text],
    };
    view! {
        <EmptyState title=move || title(page.texts()) text=move || text(page.texts())>
            <Button text=move || page.texts().empty_window_button() on_click=move |_| page.set_everything() />
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

/// Potential customers without both figures.
fn not_rated_yet(page: PageState) -> impl IntoView {
    view! {
        <EmptyState title=move || page.texts().potential_rated_title() text=move || page.texts().potential_rated_text()>
            <Show when=move || !page.typing.get()>
                <Button look=Look::Primary text=move || page.texts().potential_empty_type() on_click=move |_| page.typing.set(true) />
            </Show>
        </EmptyState>
    }
}

/// No measure rates anybody: the file covers too little time.
fn too_short(page: PageState) -> impl IntoView {
    let text = move || {
        let (texts, measure) = (page.texts(), page.settings.get().stability);
        let counted = page.overview.with(|view| view.as_ref().and_then(|view| view.periods).map_or(0, |(_, _, count)| count));
        format!(
            "{} {}",
            texts.empty_rated_text(texts.measure_name(measure), texts.measure_need(measure)),
            texts.empty_short_text(texts.count(counted))
        )
    };
    view! { <EmptyState title=move || page.texts().empty_short_title() text=text /> }
}
