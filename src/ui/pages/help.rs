//! The methods in short words with their sources, files, keys, privacy, credits.

use leptos::prelude::*;

use crate::ui::components::{Main, SourceTag};
use crate::ui::frame::KeyList;
use crate::ui::i18n::Texts;
use crate::ui::state::AppState;

type Word = fn(Texts) -> &'static str;

const METHODS: [(SourceTag, Word, Word); 8] = [
    (SourceTag::S, Texts::help_contribution, Texts::help_contribution_text),
    (SourceTag::X, Texts::help_stability, Texts::help_stability_text),
    (SourceTag::X, Texts::help_thresholds, Texts::help_thresholds_text),
    (SourceTag::S, Texts::help_classes, Texts::help_classes_text),
    (SourceTag::X, Texts::help_not_rated, Texts::help_not_rated_text),
    (SourceTag::X, Texts::help_incomplete, Texts::help_incomplete_text),
    (SourceTag::X, Texts::help_sure, Texts::help_sure_text),
    (SourceTag::P, Texts::help_curve, Texts::help_curve_text),
];

#[component]
pub fn HelpPage() -> impl IntoView {
    let state = AppState::get();
    view! {
        <Main class="main help">
            <div class="section page-head">
                <h1>{move || state.texts().help_title()}</h1>
                <p class="lead">{move || state.texts().help_lead()}</p>
            </div>
            <div class="help-grid">
                <Methods />
                <div>
                    <section class="section" aria-labelledby="help-keys">
                        <h2 id="help-keys">{move || state.texts().keys_title()}</h2>
                        <KeyList />
                    </section>
                    {paragraphs(state, "help-files", Texts::help_files, &[Texts::help_files_text, Texts::help_layouts_text, Texts::help_rows_text])}
                    {paragraphs(state, "help-privacy", Texts::help_privacy, &[Texts::help_privacy_text])}
                    {paragraphs(state, "help-credits", Texts::help_credits, &[Texts::help_credit_retail, Texts::help_credit_northwind])}
                    <p class="section note">{move || state.texts().help_version(env!("CARGO_PKG_VERSION"))}</p>
                </div>
            </div>
        </Main>
    }
}

#[component]
fn Methods() -> impl IntoView {
    let state = AppState::get();
    let rows = METHODS.map(|(source, name, text)| {
        view! {
            <dt>{move || name(state.texts())} " " <span class="tag"><span>{source.letter()}</span></span></dt>
            <dd>{move || text(state.texts())}</dd>
        }
    });
    let sources = SourceTag::ALL.map(|source| view! { <li>{move || state.texts().source(source.letter())}</li> });
    view! {
        <div>
            <section class="section" aria-labelledby="help-methods">
                <h2 id="help-methods">{move || state.texts().help_methods()}</h2>
                <dl class="methods">{rows.collect_view()}</dl>
            </section>
            <section class="section" aria-labelledby="help-sources">
                <h2 id="help-sources">{move || state.texts().help_sources()}</h2>
                <ul class="help-list">{sources.collect_view()}</ul>
            </section>
        </div>
    }
}

fn paragraphs(state: AppState, id: &'static str, title: Word, texts: &[Word]) -> impl IntoView + use<> {
    let lines = texts.iter().copied().map(|text| view! { <p>{move || text(state.texts())}</p> }).collect_view();
    view! {
        <section class="section help-text" aria-labelledby=id>
            <h2 id=id>{move || title(state.texts())}</h2>
            {lines}
        </section>
    }
}
