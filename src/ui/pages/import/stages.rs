//! What each stage of a funnel file stands for: suggested, all changeable, remembered with the file's header.

use leptos::prelude::*;

use super::ImportFlow;
use super::mapping::of_preview;
use crate::import::StageGuess;
use crate::plan::Scheme;
use crate::ui::components::{Choice, SelectField};
use crate::ui::state::AppState;
use crate::ui::words::{named_levels, standing_choices, standing_code, standing_from};

#[component]
pub fn Stages() -> impl IntoView {
    let (state, flow) = (AppState::get(), ImportFlow::get());
    let stages = Memo::new(move |_| of_preview(flow, |preview| preview.stages.stages.clone()));
    let fields = move || stages.get().into_iter().map(|stage| field(state, flow, stage)).collect::<Vec<_>>();
    view! {
        <Show when=move || !stages.with(Vec::is_empty)>
            <section class="problems" aria-labelledby="import-stages" data-testid="import-stages">
                <h3 id="import-stages">{move || state.texts().funnel_stages_title()}</h3>
                <div class="funnel-stages">{fields}</div>
            </section>
        </Show>
    }
}

fn field(state: AppState, flow: ImportFlow, stage: StageGuess) -> AnyView {
    let options = Signal::derive(move || {
        let texts = state.texts();
        let own = of_preview(flow, |preview| preview.stages.levels.clone());
        let levels = if own.is_empty() { named_levels(texts, &Scheme::contract()) } else { own };
        let choices = standing_choices(texts, texts.stage_does_not_count(), &levels);
        choices.into_iter().map(|(code, words)| Choice::new(code, words)).collect::<Vec<_>>()
    });
    let label = if stage.text.is_empty() { "–".to_owned() } else { stage.text.clone() };
    let rows = state.texts().import_rows(state.texts().count(stage.rows));
    let value = standing_code(stage.standing.as_ref());
    let choose = move |code: String| {
        let text = stage.text.clone();
        flow.choose(move |choices| drop(choices.stages.insert(text, standing_from(&code))));
    };
    view! { <SelectField label options value=Signal::derive(move || value.clone()) on_change=choose testid="import-stage" hint=rows /> }
        .into_any()
}
