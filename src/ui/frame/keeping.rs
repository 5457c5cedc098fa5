//! Where nothing may be kept unasked (a page opened from disk): work goes into a file, and the user may decide otherwise.

use leptos::prelude::*;

use crate::ui::components::{Button, Icon, Look, Notice};
use crate::ui::state::AppState;

/// Says so above the page, with the reason and the choice.
#[component]
pub fn KeepNotice() -> impl IntoView {
    let state = AppState::get();
    view! {
        <Notice>
            <div data-testid="keep-notice">
                <p>
                    <b>{move || state.texts().unasked_title()}</b>" "{move || state.texts().unasked_text()}
                </p>
                <details>
                    <summary>{move || state.texts().unasked_why()}</summary>
                    <p>{move || state.texts().unasked_reason()}</p>
                    <p>{move || state.texts().unasked_choice()}</p>
                    <Button
                        text=move || state.texts().unasked_agree()
                        on_click=move |_| state.keep_here()
                        attr:data-testid="agree-to-keep"
                    />
                </details>
            </div>
        </Notice>
    }
}

/// In the bar, in place of "saved": the way into a file, and whether everything is in one.
#[component]
pub fn SaveToFile() -> impl IntoView {
    let state = AppState::get();
    let word = move || if state.is_filed() { state.texts().in_the_file() } else { state.texts().not_in_a_file() };
    view! {
        <span class="saved push" role="status" data-state=move || if state.is_filed() { "saved" } else { "saving" }>
            {move || state.is_filed().then(|| Icon::Check.view())}
            <span class="saved-word">{word}</span>
        </span>
        <Button
            look=Look::Outlined
            icon=Icon::Export
            text=move || state.texts().save_to_file()
            on_click=move |_| state.save_as_file()
            attr:data-testid="save-to-file"
        />
    }
}
