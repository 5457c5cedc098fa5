//! The review list as of today: overdue or due within 30 days. Each stays with a new day, or moves into the funnel.

use leptos::prelude::*;

use super::state::FutureState;
use crate::browser::clock;
use crate::calendar::Day;
use crate::engine::review_code;
use crate::ui::components::DayField;
use crate::ui::i18n::Texts;
use crate::workspace::Review;

/// Days until the next review that are suggested.
const NEXT_REVIEW_DAYS: i32 = 90;

#[component]
pub fn ReviewSection() -> impl IntoView {
    let page = FutureState::get();
    let due = Memo::new(move |_| page.read(|view| view.due.clone()).unwrap_or_default());
    let head = move |words: fn(Texts) -> &'static str| view! { <th scope="col">{move || words(page.texts())}</th> };
    view! {
        <section class="section" aria-labelledby="future-review">
            <h2 id="future-review">{move || page.texts().future_review()}</h2>
            <Show
                when=move || !due.with(Vec::is_empty)
                fallback=move || view! { <p class="note">{move || page.texts().future_review_none()}</p> }
            >
                <div class="table-scroll" tabindex="0" role="group" aria-labelledby="future-review">
                    <table class="table flush future-table" data-testid="future-review">
                        <thead>
                            <tr>
                                {head(Texts::future_name)}
                                {head(Texts::future_next_review)}
                                {head(Texts::future_priority)}
                                {head(Texts::future_stay_until)}
                                {head(Texts::future_actions)}
                            </tr>
                        </thead>
                        <tbody><For each=move || due.get() key=|id| *id let:id><DueRow id /></For></tbody>
                    </table>
                </div>
            </Show>
        </section>
    }
}

#[component]
fn DueRow(id: u32) -> impl IntoView {
    let page = FutureState::get();
    let row = Memo::new(move |_| page.read(|view| view.rows.iter().find(|row| row.id == id).cloned()).flatten());
    let name = move || row.with(|row| row.as_ref().map(|row| row.customer.name.clone()).unwrap_or_default());
    let name_now = move || row.with_untracked(|row| row.as_ref().map(|row| row.customer.name.clone()).unwrap_or_default());
    let day = move || row.with(|row| row.as_ref().and_then(|row| row.customer.next_review)).map(|day| page.texts().day(day));
    let review = move || row.with(|row| row.as_ref().map(|row| row.review)).unwrap_or(Review::NotSet);
    let priority = move || {
        let priority = row.with(|row| row.as_ref().and_then(|row| row.priority));
        priority.map_or_else(|| "–".to_owned(), |priority| page.texts().count(priority))
    };
    let next = RwSignal::new(Some(Day(clock::today().0.saturating_add(NEXT_REVIEW_DAYS))));
    let stay = move |_| {
        if let Some(day) = next.get_untracked() {
            page.stay(id, &name_now(), day);
        }
    };
    let level = move || page.texts().future_move(page.read(|view| view.level.clone()).unwrap_or_default());
    view! {
        <tr data-future=name>
            <th scope="row">{name}</th>
            <td>{day}" "<small class:too-low=move || review() == Review::Overdue>{move || page.texts().growth_code(review_code(review()))}</small></td>
            <td class="num">{priority}</td>
            <td>
                <DayField
                    label=move || page.texts().future_of(page.texts().future_stay_until(), name())
                    value=next
                    testid="future-stay-until"
                    on_change=move |day| next.set(day)
                />
            </td>
            <td>
                <div class="actions">
                    <button
                        type="button"
                        class="button"
                        data-testid="future-stay"
                        aria-label=move || page.texts().future_of(page.texts().future_stay(), name())
                        on:click=stay
                    >
                        {move || page.texts().future_stay()}
                    </button>
                    <button
                        type="button"
                        class="button"
                        data-testid="review-move"
                        aria-label=move || page.texts().future_of(level(), name())
                        on:click=move |_| page.move_to_funnel(id, &name_now())
                    >
                        {level}
                    </button>
                </div>
            </td>
        </tr>
    }
}
