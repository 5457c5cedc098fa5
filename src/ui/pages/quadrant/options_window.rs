//! The window: only purchases of these days count.

use leptos::prelude::*;

use super::options_measure::handle;
use super::state::PageState;
use crate::calendar::Day;
use crate::ui::components::{Button, Look, settled};
use crate::workspace::Window;

#[component]
pub fn WindowOptions(handles: bool) -> impl IntoView {
    let page = PageState::get();
    let data_days = move || page.app.workspace.with(|view| view.as_ref().and_then(|view| view.days));
    let from = move || page.settings.get().window.from.or(data_days().map(|days| Day(days.0)));
    let to = move || page.settings.get().window.to.or(data_days().map(|days| Day(days.1)));
    // The data's own end stays open, so that data appended later is taken in.
    let own_end = |day: Day, end: Option<i32>| (Some(day.0) != end).then_some(day);
    let set_from = move |day: Day| page.set(|settings| settings.window.from = own_end(day, untrack(data_days).map(|days| days.0)));
    let set_to = move |day: Day| page.set(|settings| settings.window.to = own_end(day, untrack(data_days).map(|days| days.1)));
    view! {
        <div class="option-pair">
            <DayField label=move || page.texts().option_window_from() value=from testid=handle(handles, "window-from") on_change=set_from />
            <DayField label=move || page.texts().option_window_to() value=to testid=handle(handles, "window-to") on_change=set_to />
        </div>
        <Show when=move || page.settings.get().window != Window::default()>
            <Button
                look=Look::Quiet
                text=move || page.texts().option_window_all()
                on_click=move |_| page.set(|settings| settings.window = Window::default())
            />
        </Show>
    }
}

/// A day that is empty or does not exist changes nothing.
#[component]
fn DayField(
    label: impl Fn() -> &'static str + Send + 'static,
    value: impl Fn() -> Option<Day> + Copy + Send + Sync + 'static,
    testid: &'static str,
    on_change: impl Fn(Day) + 'static,
) -> impl IntoView {
    let change = move |event| {
        if let Some(day) = Day::from_iso(&event_target_value(&event)) {
            on_change(day);
        }
    };
    view! {
        <label class="field">
            <span class="label">{label}</span>
            <input
                type="date"
                class="input"
                data-testid=testid
                prop:value=settled(move || value().map(Day::iso).unwrap_or_default())
                on:change=change
            />
        </label>
    }
}
