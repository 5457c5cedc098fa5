//! Language and theme: chosen once, kept as preferences.

use leptos::prelude::*;

use crate::ui::components::{Choice, SelectOptions};
use crate::ui::i18n::{Language, Texts};
use crate::ui::state::{AppState, Theme};

#[component]
pub fn LanguageSelect() -> impl IntoView {
    let state = AppState::get();
    let options: Vec<Choice> = Language::ALL.into_iter().map(|language| Choice::new(language.code(), language.own_name())).collect();
    view! {
        <label>
            <span class="hidden-label">{move || state.texts().language()}</span>
            <select
                class="select quiet"
                data-testid="language"
                on:change=move |event| state.language.set(Language::from_code(&event_target_value(&event)))
            >
                <SelectOptions options=options value=Signal::derive(move || state.language.get().code().to_owned()) />
            </select>
        </label>
    }
}

#[component]
pub fn ThemeSelect() -> impl IntoView {
    let state = AppState::get();
    let options = Signal::derive(move || Theme::ALL.map(|theme| Choice::new(theme.code(), word(state.texts(), theme))).to_vec());
    view! {
        <label>
            <span class="hidden-label">{move || state.texts().theme()}</span>
            <select
                class="select quiet"
                data-testid="theme"
                on:change=move |event| state.theme.set(Theme::from_code(&event_target_value(&event)))
            >
                <SelectOptions options=options value=Signal::derive(move || state.theme.get().code().to_owned()) />
            </select>
        </label>
    }
}

fn word(texts: Texts, theme: Theme) -> &'static str {
    match theme {
        Theme::Light => texts.theme_light(),
        Theme::Dark => texts.theme_dark(),
        Theme::System => texts.theme_system(),
    }
}
