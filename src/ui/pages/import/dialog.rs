//! The import dialog's frame: which file, and the stage the import is in.

use leptos::ev::Event;
use leptos::html;
use leptos::prelude::*;

use super::ImportFlow;
use super::flow::Stage;
use super::foot::{CancelFoot, MappingFoot};
use super::mapping::Mapping;
use super::pick::PickFiles;
use super::reading::Reading;
use crate::import::ImportError;
use crate::ui::components::{Button, Icon, Notice, Progress, Tone, steer_dialog};
use crate::ui::state::AppState;
use crate::ui::words::about;

#[component]
pub fn ImportDialog() -> impl IntoView {
    let flow = ImportFlow::get();
    let dialog = NodeRef::<html::Dialog>::new();
    steer_dialog(dialog, flow.shown.into());
    let code = move || match flow.stage.get() {
        Stage::Closed => "closed",
        Stage::Mapping => "mapping",
        Stage::Reading { .. } => "reading",
        Stage::Failed(_) => "failed",
    };
    // Esc ends the job; a close that the flow itself asked for finds it ended.
    let closed = move |_: Event| {
        if flow.shown.get_untracked() {
            flow.cancel();
        }
    };
    view! {
        <dialog
            node_ref=dialog
            class="dialog import"
            data-testid="import-dialog"
            data-state=code
            aria-labelledby="import-title"
            on:close=closed
        >
            <Show when=move || flow.shown.get()><Head /><Content /></Show>
        </dialog>
    }
}

#[component]
fn Head() -> impl IntoView {
    let state = AppState::get();
    let flow = ImportFlow::get();
    let name = move || {
        flow.dropped.with(|files| match files.as_slice() {
            [] => String::new(),
            [only] => only.name.clone(),
            [first, more @ ..] => state.texts().import_files(&first.name, more.len()),
        })
    };
    let facts = move || {
        let texts = state.texts();
        let size = texts.size(flow.dropped.with(|files| files.iter().map(|file| file.size).sum()));
        match flow.preview.with(|preview| preview.as_ref().map(|preview| (preview.estimated_rows, preview.sampled_rows))) {
            Some((rows, sampled)) if rows <= u64::from(sampled) => format!("{size} · {}", texts.import_rows(texts.count(rows))),
            Some((rows, _)) => format!("{size} · {}", texts.import_about_rows(texts.count(about(rows)))),
            None => size,
        }
    };
    let hint = move || {
        let remembered = flow.preview.with(|preview| preview.as_ref().is_some_and(|preview| preview.remembered));
        let texts = state.texts();
        if remembered { texts.import_remembered_hint() } else { texts.import_guess_hint() }
    };
    let mapping = move || flow.stage.get() == Stage::Mapping && flow.preview.with(Option::is_some);
    view! {
        <div class="dialog-head">
            {Icon::Table.view()}
            <h2 id="import-title" tabindex="-1" autofocus>{name}</h2>
            <span class="muted wide-only nowrap">{facts}</span>
            <span class="push muted wide-only hint">{move || mapping().then(hint)}</span>
            <button type="button" class="button quiet icon-only" aria-label=move || state.texts().close() on:click=move |_| flow.cancel()>
                {Icon::Close.view()}
            </button>
        </div>
    }
}

#[component]
fn Content() -> impl IntoView {
    let flow = ImportFlow::get();
    // Only a change of stage replaces what is on screen; a new preview flows into what is there.
    let has_preview = Memo::new(move |_| flow.preview.with(Option::is_some));
    let stage = Memo::new(move |_| flow.stage.get());
    move || match (stage.get(), has_preview.get()) {
        (Stage::Closed, _) => ().into_any(),
        (Stage::Mapping, false) => view! { <Looking /><CancelFoot /> }.into_any(),
        (Stage::Mapping, true) => view! { <Mapping /><MappingFoot /> }.into_any(),
        (Stage::Reading { since }, _) => view! { <Reading since=since /><CancelFoot /> }.into_any(),
        (Stage::Failed(error), _) => view! { <Failed error=error /> }.into_any(),
    }
}

/// A workbook needs its shared texts first, and the files program its first download.
#[component]
fn Looking() -> impl IntoView {
    let state = AppState::get();
    view! {
        <div class="dialog-body padded reading">
            <p class="reading-figure">{move || state.texts().import_looking()}</p>
            <Progress value=None label=move || state.texts().import_looking() />
        </div>
    }
}

#[component]
fn Failed(error: ImportError) -> impl IntoView {
    let state = AppState::get();
    let flow = ImportFlow::get();
    view! {
        <div class="dialog-body padded" data-testid="import-error">
            <Notice tone=Tone::Bad>
                <p><b>{move || state.texts().import_failed_title()}</b></p>
                <p>{move || state.texts().import_error(&error)}</p>
                <p class="muted">{move || state.texts().import_unchanged()}</p>
            </Notice>
        </div>
        <div class="dialog-foot">
            <Button text=move || state.texts().close() on_click=move |_| flow.cancel() attr:data-testid="import-cancel" />
            <PickFiles testid="import-other-file" class="button primary" target=flow.target.get_untracked() text=move || state.texts().import_other_file() />
        </div>
    }
}
