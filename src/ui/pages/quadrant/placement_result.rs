//! What was thought beside what the data say: agreement by participant, which way they erred, and who differs.

use leptos::prelude::*;

use super::placement::PlacementState;
use crate::classify::{Class, PlacementComparison, Side};
use crate::engine::{ParticipantView, PlacementView};
use crate::ui::components::{ClassName, Explain, SourceTag};
use crate::ui::i18n::Texts;

#[component]
pub fn Result(state: PlacementState, session: usize) -> impl IntoView {
    let page = state.page;
    let view = Memo::new(move |_| state.shown().filter(|shown| shown.session == session));
    let only_different = RwSignal::new(true);
    let nobody = Memo::new(move |_| view.with(|view| view.as_ref().is_some_and(|view| view.participants.is_empty())));
    let participants = move || view.with(|view| view.as_ref().map(|view| view.participants.clone()).unwrap_or_default());
    let words = move |participant: ParticipantView| {
        let ParticipantView { name, comparison, .. } = participant;
        let comparison = comparison.unwrap_or_default();
        let agreement = comparison.agreement();
        view! {
            <div class="section" data-testid="placement-agreement" data-participant=name.clone() data-value=agreement.map(|part| part.to_string())>
                <h2>
                    {page.texts().placement_by(&name)}
                    <Explain
                        source=SourceTag::X
                        title=move || page.texts().placement_open()
                        text=move || page.texts().placement_how()
                    />
                </h2>
                <p><b>{agreed(page.texts(), &comparison)}</b></p>
                <p class="note">{which_way(page.texts(), page.side, &comparison)}</p>
            </div>
        }
    };
    view! {
        <Show when=move || nobody.get()><p class="note">{move || page.texts().placement_none()}</p></Show>
        <div class="placement-agreements">{move || participants().into_iter().map(words).collect_view()}</div>
        <label class="check">
            <input type="checkbox" data-testid="placement-only-different" prop:checked=move || only_different.get() on:change=move |event| only_different.set(event_target_checked(&event)) />
            {move || page.texts().placement_only_different()}
        </label>
        <div class="table-scroll" tabindex="0" role="region" aria-labelledby="placement-table-title">
            <table class="table" data-testid="placement-table">
                <caption id="placement-table-title">{move || page.texts().placement_table()}</caption>
                <thead>
                    <tr>
                        <th scope="col">{move || page.texts().placement_customer()}</th>
                        {move || participants().into_iter().map(|participant| view! { <th scope="col">{participant.name}</th> }).collect_view()}
                        <th scope="col">{move || page.texts().placement_data()}</th>
                    </tr>
                </thead>
                <tbody>{move || view.with(|view| view.as_ref().map(|view| rows(page.texts(), page.side, view, only_different.get())))}</tbody>
            </table>
        </div>
        <Show when=move || only_different.get() && view.with(|view| view.as_ref().is_some_and(|view| different(view).is_empty()))>
            <p class="note" role="status">{move || page.texts().placement_all_agree()}</p>
        </Show>
    }
}

/// `8 of 12 agree with the data (67%)`.
fn agreed(texts: Texts, found: &PlacementComparison) -> String {
    match found.agreement() {
        Some(part) => {
            let compared = u64::from(found.same) + found.differences.len() as u64;
            texts.placement_agree(texts.count(found.same), texts.count(compared), texts.share(part))
        }
        None => texts.placement_agree_none().to_owned(),
    }
}

/// What was over- and underestimated, and who could not be compared.
fn which_way(texts: Texts, side: Side, found: &PlacementComparison) -> String {
    let (right, left) = match side {
        Side::Existing => (texts.placement_right_existing(found.too_far_right), texts.placement_left_existing(found.too_far_left)),
        Side::Potential => (texts.placement_right_potential(found.too_far_right), texts.placement_left_potential(found.too_far_left)),
    };
    let parts = [
        (found.too_high, texts.placement_high(found.too_high)),
        (found.too_low, texts.placement_low(found.too_low)),
        (found.too_far_right, right),
        (found.too_far_left, left),
        (found.not_rated, texts.placement_not_rated(found.not_rated)),
        (found.not_placed, texts.placement_left_out(found.not_placed)),
    ];
    let said: Vec<String> = parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words).collect();
    said.join(" · ")
}

/// Customers on which somebody and the data differ, by their places.
fn different(view: &PlacementView) -> Vec<usize> {
    let differs = |&customer: &usize| {
        let found = view.found.get(customer).copied().flatten();
        let placed = view.participants.iter().filter_map(|participant| participant.placed.get(customer).copied().flatten());
        found.is_some_and(|found| placed.into_iter().any(|placed| placed != found))
    };
    (0..view.customers.len()).filter(differs).collect()
}

fn rows(texts: Texts, side: Side, view: &PlacementView, only_different: bool) -> Vec<AnyView> {
    let shown = if only_different { different(view) } else { (0..view.customers.len()).collect() };
    shown.into_iter().filter_map(|customer| row(texts, side, view, customer)).collect()
}

fn row(texts: Texts, side: Side, view: &PlacementView, customer: usize) -> Option<AnyView> {
    let (key, name) = view.customers.get(customer)?.clone();
    let cell = |class: Class| match class {
        None => view! { "–" }.into_any(),
        class => view! { <ClassName side class /> }.into_any(),
    };
    let placed: Vec<AnyView> = view
        .participants
        .iter()
        .map(|participant| view! { <td>{cell(participant.placed.get(customer).copied().flatten())}</td> }.into_any())
        .collect();
    let found = view.found.get(customer).copied().flatten();
    Some(
        view! {
            <tr data-customer=key>
                <th scope="row">{texts.customer_name(&name).to_owned()}</th>
                {placed}
                <td><ClassName side class=found /></td>
            </tr>
        }
        .into_any(),
    )
}
