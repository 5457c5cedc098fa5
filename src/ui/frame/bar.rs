//! The bar above a page: which workspace, what is in it, whether it is saved, undo and redo, and what the page offers.

use leptos::ev::{Event, KeyboardEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::keeping::SaveToFile;
use super::{LanguageSelect, ThemeSelect};
use crate::calendar::Day;
use crate::ui::clock::local_time;
use crate::ui::components::{Button, Icon, Look, Popover};
use crate::ui::narrow::narrow_screen;
use crate::ui::parts::Parts;
use crate::ui::state::{AppState, Page, SaveState};
use crate::workspace::Action;

#[component]
pub fn Bar() -> impl IntoView {
    let state = AppState::get();
    let narrow = narrow_screen();
    let open = Memo::new(move |_| state.opened.with(Option::is_some));
    let selects = move || view! { <LanguageSelect /> <ThemeSelect /> };
    view! {
        <header class="bar" aria-label=move || state.texts().bar_label()>
            <Show when=move || open.get() fallback=|| view! { <span class="push"></span> }>
                <WorkspaceName />
                <span class="bar-facts wide-only">{move || facts(state)}</span>
                <Show when=move || state.keeps_in_files() fallback=|| view! { <Saved /> }><SaveToFile /></Show>
                <UndoRedo />
            </Show>
            <Show when=move || !narrow.get() fallback=move || view! { <MoreMenu /> }>{selects()}</Show>
            <Show when=move || open.get() && matches!(state.page.get(), Page::Existing | Page::Potential)>{Parts::get().bar_actions.aside()}</Show>
        </header>
    }
}

/// `22,190 rows · Dec 2010 – Dec 2011`.
fn facts(state: AppState) -> String {
    let texts = state.texts();
    state.workspace.with(|view| {
        let Some(view) = view else { return String::new() };
        let size = if view.purchase_rows > 0 {
            texts.bar_rows(texts.count(view.purchase_rows))
        } else if view.customers > 0 {
            texts.bar_customers(texts.count(view.customers))
        } else {
            String::new()
        };
        match view.days {
            Some((first, last)) => format!("{size} · {}", texts.months(Day(first), Day(last))),
            None => size,
        }
    })
}

/// Edited in place: Enter or leaving the field takes the name, Esc puts the old one back.
#[component]
fn WorkspaceName() -> impl IntoView {
    let state = AppState::get();
    let name = Memo::new(move |_| state.workspace.with(|view| view.as_ref().map(|view| view.name.clone()).unwrap_or_default()));
    let typed = RwSignal::new(String::new());
    // What was typed while another tab took over is refused: the field shows what is there.
    Effect::new(move |_| {
        let (standing, _taken_over) = (name.get(), state.is_read_only());
        typed.set(standing);
    });
    let take = move |_: Event| {
        let wanted = typed.get_untracked().trim().to_owned();
        if wanted.is_empty() || wanted == name.get_untracked() {
            typed.set(name.get_untracked());
        } else {
            state.dispatch(Action::Rename { name: wanted });
        }
    };
    let on_key = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            typed.set(name.get_untracked());
        }
        if matches!(event.key().as_str(), "Escape" | "Enter") {
            let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            field.map(|field| field.blur());
        }
    };
    view! {
        <label class="workspace-name">
            <span aria-hidden="true">{move || typed.get()}</span>
            <input
                data-testid="workspace-name"
                aria-label=move || state.texts().bar_workspace_name()
                autocomplete="off"
                spellcheck="false"
                maxlength="120"
                size="1"
                readonly=move || state.is_read_only()
                prop:value=move || typed.get()
                on:input=move |event| typed.set(event_target_value(&event))
                on:change=take
                on:keydown=on_key
            />
        </label>
    }
}

#[component]
fn Saved() -> impl IntoView {
    let state = AppState::get();
    let shown = Memo::new(move |_| state.save_state());
    let word = move || {
        let texts = state.texts();
        match shown.get() {
            SaveState::Idle => "",
            SaveState::Saving => texts.bar_saving(),
            SaveState::Saved { at: None } => texts.bar_saved(),
            SaveState::Saved { at: Some(at) } => return texts.bar_saved_at(texts.clock(local_time(at))),
            SaveState::Failed(_) => texts.bar_not_saved(),
        }
        .to_owned()
    };
    let code = move || match shown.get() {
        SaveState::Idle | SaveState::Saving => "saving",
        SaveState::Saved { .. } => "saved",
        SaveState::Failed(_) => "failed",
    };
    let icon = move || match shown.get() {
        SaveState::Saved { .. } => Some(Icon::Check.view()),
        SaveState::Failed(_) => Some(Icon::Warning.view()),
        _ => None,
    };
    view! {
        <a class="saved push" href=Page::Versions.hash() data-testid="nav-versions" data-state=code title=move || state.texts().versions_link()>
            {icon}
            <span class="saved-word" role="status">{word}</span>
        </a>
    }
}

#[component]
fn UndoRedo() -> impl IntoView {
    let state = AppState::get();
    let cannot = move |can: fn(&crate::engine::WorkspaceView) -> bool| {
        Signal::derive(move || !state.workspace.with(|view| view.as_ref().is_some_and(can)))
    };
    view! {
        <Button
            look=Look::Quiet
            icon=Icon::Undo
            icon_only=true
            text=move || state.texts().bar_undo()
            disabled=cannot(|view| view.can_undo)
            on_click=move |_| state.undo()
            attr:data-testid="undo"
        />
        <Button
            look=Look::Quiet
            icon=Icon::Redo
            icon_only=true
            text=move || state.texts().bar_redo()
            disabled=cannot(|view| view.can_redo)
            on_click=move |_| state.redo()
            attr:data-testid="redo"
        />
    }
}

/// On a narrow screen the selects wait behind one button.
#[component]
fn MoreMenu() -> impl IntoView {
    let state = AppState::get();
    view! {
        <Popover class="button quiet icon-only" label=move || state.texts().bar_more() trigger=|| Icon::Menu.view()>
            <div class="stack"><LanguageSelect /> <ThemeSelect /></div>
        </Popover>
    }
}
