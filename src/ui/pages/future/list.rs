//! The list: every cell is a field, the highest priority first.

use leptos::prelude::*;

use super::state::FutureState;
use crate::engine::review_code;
use crate::plan::Allowed;
use crate::ui::components::{Choice, DayField, FigureField, FigureKind, Icon, SelectOptions, settled};
use crate::ui::i18n::Texts;
use crate::workspace::{FIT, FutureCustomer, MOST_MONTHS};

#[component]
pub fn ListSection() -> impl IntoView {
    let page = FutureState::get();
    // Rows stay where they are while one of them is typed in: only their order and number are followed.
    let ids = Memo::new(move |_| page.read(|view| view.rows.iter().map(|row| row.id).collect::<Vec<_>>()).unwrap_or_default());
    let head = move |words: fn(Texts) -> &'static str| view! { <th scope="col">{move || words(page.texts())}</th> };
    view! {
        <section class="section" aria-labelledby="future-list">
            <h2 id="future-list">{move || page.texts().future_list()}</h2>
            <div class="table-scroll" tabindex="0" role="group" aria-labelledby="future-list">
                <table class="table flush future-table" data-testid="future-table">
                    <thead>
                        <tr>
                            {head(Texts::future_name)}
                            {head(Texts::future_fit)}
                            {head(Texts::future_months)}
                            {head(Texts::future_priority)}
                            {head(Texts::future_next_review)}
                            {head(Texts::future_note)}
                            {head(Texts::future_actions)}
                        </tr>
                    </thead>
                    <tbody>
                        <For each=move || ids.get() key=|id| *id let:id><Row id /></For>
                    </tbody>
                </table>
            </div>
        </section>
    }
}

#[component]
fn Row(id: u32) -> impl IntoView {
    let page = FutureState::get();
    let customer = Memo::new(move |_| page.customer(id).unwrap_or_default());
    let name = move || customer.with(|customer| customer.name.clone());
    let named = move |field: fn(Texts) -> &'static str| page.texts().future_of(field(page.texts()), name());
    let row =
        Memo::new(move |_| page.read(|view| view.rows.iter().find(|row| row.id == id).map(|row| (row.priority, row.review))).flatten());
    let priority = move || row.get().and_then(|row| row.0).map_or_else(|| "–".to_owned(), |priority| page.texts().count(priority));
    let review = move || row.get().map(|row| page.texts().growth_code(review_code(row.1)));
    let months = Signal::derive(move || customer.with(|customer| customer.months_to_need.map(f64::from)));
    let bad_months = RwSignal::new(false);
    let set_months = move |months: Option<f64>| match months.map(whole_months) {
        Some(None) => bad_months.set(true),
        months => {
            bad_months.set(false);
            page.edit(id, |customer| customer.months_to_need = months.flatten());
        }
    };
    let refused = Signal::derive(move || bad_months.get().then(|| page.texts().future_months_message(page.texts().count(MOST_MONTHS))));
    view! {
        <tr data-future=name>
            <td><TextCell label=move || named(Texts::future_name) value=name on_change=move |text| rename(page, id, text) testid="future-name" /></td>
            <td><FitCell id customer label=move || named(Texts::future_fit) /></td>
            <td class="months">
                <FigureField
                    label=move || named(Texts::future_months)
                    label_hidden=true
                    value=months
                    kind=FigureKind::Number
                    allowed=Allowed::NotNegative
                    testid="future-months"
                    refused
                    on_change=set_months
                />
            </td>
            <td class="num" data-testid="future-priority">{priority}</td>
            <td>
                <DayField
                    label=move || named(Texts::future_next_review)
                    value=Signal::derive(move || customer.with(|customer| customer.next_review))
                    testid="future-review-day"
                    on_change=move |day| page.edit(id, |customer| customer.next_review = day)
                />
                <small class="muted">{review}</small>
            </td>
            <td>
                <TextCell
                    label=move || named(Texts::future_note)
                    value=move || customer.with(|customer| customer.note.clone())
                    on_change=move |text| page.edit(id, |customer| customer.note = text)
                    testid="future-note"
                />
            </td>
            <td><Actions id customer /></td>
        </tr>
    }
}

/// A whole number of months that the list can hold.
fn whole_months(months: f64) -> Option<u32> {
    (months.fract() == 0.0 && (0.0..=f64::from(MOST_MONTHS)).contains(&months)).then_some(months as u32)
}

fn rename(page: FutureState, id: u32, name: String) {
    if !name.trim().is_empty() {
        page.edit(id, |customer| customer.name = name.trim().to_owned());
    }
}

#[component]
fn TextCell(
    label: impl Fn() -> String + Send + Sync + 'static,
    value: impl Fn() -> String + Send + Sync + Copy + 'static,
    on_change: impl Fn(String) + 'static,
    testid: &'static str,
) -> impl IntoView {
    view! {
        <input
            class="input"
            type="text"
            autocomplete="off"
            data-testid=testid
            aria-label=label
            prop:value=settled(value)
            on:change=move |event| on_change(event_target_value(&event))
        />
    }
}

#[component]
fn FitCell(id: u32, customer: Memo<FutureCustomer>, label: impl Fn() -> String + Send + Sync + 'static) -> impl IntoView {
    let page = FutureState::get();
    let options = Signal::derive(move || {
        let none = Choice::new("", page.texts().future_fit_none());
        std::iter::once(none).chain(FIT.map(|fit| Choice::new(fit.to_string(), fit.to_string()))).collect::<Vec<_>>()
    });
    let value = Signal::derive(move || customer.with(|customer| customer.fit.map(|fit| fit.to_string()).unwrap_or_default()));
    let choose = move |event| page.edit(id, |customer| customer.fit = event_target_value(&event).parse().ok());
    view! {
        <select class="select" data-testid="future-fit" aria-label=label on:change=choose>
            <SelectOptions options value />
        </select>
    }
}

#[component]
fn Actions(id: u32, customer: Memo<FutureCustomer>) -> impl IntoView {
    let page = FutureState::get();
    let name = move || customer.with(|customer| customer.name.clone());
    let name_now = move || customer.with_untracked(|customer| customer.name.clone());
    let level = move || page.texts().future_move(page.read(|view| view.level.clone()).unwrap_or_default());
    view! {
        <div class="actions">
            <button
                type="button"
                class="button"
                data-testid="future-move"
                aria-label=move || page.texts().future_of(level(), name())
                on:click=move |_| page.move_to_funnel(id, &name_now())
            >
                {level}
            </button>
            <button
                type="button"
                class="button quiet icon-only"
                data-testid="future-remove"
                aria-label=move || page.texts().future_of(page.texts().future_remove(), name())
                on:click=move |_| page.remove(id, &name_now())
            >
                {Icon::Trash.view()}
            </button>
        </div>
    }
}
