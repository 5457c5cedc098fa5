//! The line at the foot of the page: what just happened, and the way back.

use std::time::Duration;

use leptos::prelude::*;

use crate::ui::components::Icon;
use crate::ui::state::{AppState, Toast, ToastAction};

/// Long enough to be read and reached; what went wrong stays until it is put away.
const SHOWN: Duration = Duration::from_secs(10);

#[component]
pub fn Toasts() -> impl IntoView {
    let state = AppState::get();
    // Counts the toasts, so that an old one's timer does not take a new one away.
    let number = StoredValue::new(0_u32);
    Effect::new(move |_| {
        if state.toast.with(|toast| toast.as_ref().is_none_or(|toast| toast.bad)) {
            return;
        }
        let own = number.get_value() + 1;
        number.set_value(own);
        set_timeout(
            move || {
                if number.try_get_value() == Some(own) {
                    state.toast.set(None);
                }
            },
            SHOWN,
        );
    });
    view! { <div class="toasts" role="status" aria-live="polite">{move || state.toast.get().map(|toast| line(state, toast))}</div> }
}

fn line(state: AppState, Toast { text, action, bad }: Toast) -> impl IntoView {
    let button = action.map(|action| {
        let saves = matches!(action, ToastAction::RawExport { .. });
        let words = move || if saves { state.texts().save_raw() } else { state.texts().bar_undo() };
        let act = move |_| {
            state.toast.set(None);
            match &action {
                ToastAction::Undo => state.undo(),
                ToastAction::Restore { id } => state.restore_workspace(id.clone()),
                ToastAction::RawExport { id } => state.save_raw(id.clone()),
            }
        };
        view! { <button type="button" class="way-back" on:click=act>{words}</button> }
    });
    view! {
        <div class="toast" data-testid="toast" data-bad=bad.to_string()>
            {bad.then(|| Icon::Warning.view())}
            <span>{text}</span>
            {button}
            <button type="button" aria-label=move || state.texts().dismiss() on:click=move |_| state.toast.set(None)>
                {Icon::Close.view()}
            </button>
        </div>
    }
}
