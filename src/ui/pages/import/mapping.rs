//! Every guess about the files on one screen: the facts, one question, the first rows, what was found.

use leptos::prelude::*;

use super::ImportFlow;
use super::facts::Facts;
use super::findings::Findings;
use super::preview::PreviewTable;
use super::question::OpenQuestion;
use super::stages::Stages;
use crate::import::{Choices, Preview};
use crate::ui::components::{Notice, Tone};
use crate::ui::state::AppState;

/// Reads something from the preview at hand; its default where there is none. Tracked.
pub(super) fn of_preview<T: Default>(flow: ImportFlow, read: impl FnOnce(&Preview) -> T) -> T {
    flow.preview.with(|preview| preview.as_ref().map(read).unwrap_or_default())
}

#[component]
pub fn Mapping() -> impl IntoView {
    // Which finding's rows the table shows alone.
    let showing = RwSignal::new(None::<usize>);
    view! {
        <div class="dialog-body mapping">
            <Facts />
            <Problem />
            <OpenQuestion />
            <PreviewTable showing=showing />
            <Stages />
            <Findings showing=showing />
        </div>
    }
}

/// An answer that made the files unreadable: said beside the answers, and taken back with one click.
#[component]
fn Problem() -> impl IntoView {
    let state = AppState::get();
    let flow = ImportFlow::get();
    let message = move || {
        flow.problem.get().map(|error| {
            view! {
                <Notice tone=Tone::Bad>
                    <p>
                        <b>{move || state.texts().import_answer_failed()}</b> " " {move || state.texts().import_error(&error)} " "
                        <button type="button" class="link-button" on:click=move |_| flow.choose(|choices| *choices = Choices::default())>
                            {move || state.texts().import_answer_back()}
                        </button>
                    </p>
                </Notice>
            }
        })
    };
    view! { {message} }
}
