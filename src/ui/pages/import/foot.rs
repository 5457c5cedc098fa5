//! The foot of the import dialog: where the rows go, why it has to wait, and the way on or out.

use leptos::prelude::*;

use super::ImportFlow;
use super::mapping::of_preview;
use crate::engine::protocol::ImportTarget;
use crate::ui::components::{Button, Choice, Look, SelectOptions};
use crate::ui::state::AppState;

fn target_code(target: ImportTarget) -> &'static str {
    match target {
        ImportTarget::New => "new",
        ImportTarget::Append => "append",
        ImportTarget::Replace => "replace",
    }
}

fn target_from(code: &str) -> ImportTarget {
    match code {
        "append" => ImportTarget::Append,
        "replace" => ImportTarget::Replace,
        _ => ImportTarget::New,
    }
}

#[component]
pub fn MappingFoot() -> impl IntoView {
    let (state, flow) = (AppState::get(), ImportFlow::get());
    let ready =
        Memo::new(move |_| of_preview(flow, |preview| preview.plan.is_some()) && !flow.looking.get() && flow.problem.with(Option::is_none));
    let word = move || {
        let texts = state.texts();
        match flow.target.get() {
            ImportTarget::New => texts.import_accept_new(),
            ImportTarget::Append => texts.import_accept_append(),
            ImportTarget::Replace => texts.import_accept_replace(),
        }
    };
    view! {
        <div class="dialog-foot">
            <Target />
            <span class="waiting" id="import-waiting">{move || reason(state, flow)}</span>
            <Button text=move || state.texts().cancel() on_click=move |_| flow.cancel() attr:data-testid="import-cancel" />
            <Button
                look=Look::Primary
                text=word
                disabled=Signal::derive(move || !ready.get())
                on_click=move |_| flow.accept()
                attr:data-testid="import-accept"
                attr:aria-describedby="import-waiting"
            />
        </div>
    }
}

/// Why the import has to wait, or what it will do to what is there.
fn reason(state: AppState, flow: ImportFlow) -> String {
    let texts = state.texts();
    match of_preview(flow, |preview| preview.questions.len()) {
        0 if flow.problem.with(Option::is_some) => String::new(),
        0 => match flow.target.get() {
            ImportTarget::New => String::new(),
            ImportTarget::Append => texts.import_append_note().to_owned(),
            ImportTarget::Replace => texts.import_replace_note().to_owned(),
        },
        1 => texts.import_wait_question().to_owned(),
        more => texts.import_wait_questions(more - 1),
    }
}

#[component]
fn Target() -> impl IntoView {
    let (state, flow) = (AppState::get(), ImportFlow::get());
    let open = Memo::new(move |_| state.workspace.with(|view| view.as_ref().map(|view| view.name.clone())));
    let options = Signal::derive(move || {
        let texts = state.texts();
        let mut list = vec![Choice::new("new", texts.import_target_new())];
        if let Some(name) = open.get() {
            list.push(Choice::new("append", texts.import_target_append(&name)));
            list.push(Choice::new("replace", texts.import_target_replace(&name)));
        }
        list
    });
    view! {
        <label class="with-unit target">
            <span>{move || state.texts().import_target()}</span>
            <select
                class="select"
                data-testid="import-target"
                on:change=move |event| flow.target.set(target_from(&event_target_value(&event)))
            >
                <SelectOptions options=options value=Signal::derive(move || target_code(flow.target.get()).to_owned()) />
            </select>
        </label>
    }
}

/// While there is nothing to decide.
#[component]
pub fn CancelFoot() -> impl IntoView {
    let (state, flow) = (AppState::get(), ImportFlow::get());
    view! {
        <div class="dialog-foot">
            <Button text=move || state.texts().cancel() on_click=move |_| flow.cancel() attr:data-testid="import-cancel" />
        </div>
    }
}
