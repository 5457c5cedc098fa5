//! State of the funnel page. Figures come from the engine; what is typed goes into the plan of the workspace.

use leptos::prelude::*;

use crate::engine::{Certainty, CertaintyView, FunnelView, Query};
use crate::plan::{Chain, Scheme};
use crate::ui::i18n::Texts;
use crate::ui::sending::Sending;
use crate::ui::state::{AppState, Followed};
use crate::ui::words::{Explanation, FunnelContext, FunnelFigure, explain_funnel};
use crate::workspace::{Action, FunnelPlan, LevelChoice, Scenario};

/// Handles to the page's signals; copy it freely.
#[derive(Clone, Copy)]
pub struct FunnelState {
    pub app: AppState,
    pub view: Followed<FunnelView>,
    /// Index of the scenario asked for; `None`: "the plan".
    pub asked: RwSignal<Option<usize>>,
    /// The scenario shown; an untouched one before the first answer.
    pub scenario: Memo<Scenario>,
    /// The simulation as far as it has come.
    pub certainty: Followed<CertaintyView>,
    sending: Sending<FunnelPlan>,
}

impl FunnelState {
    #[must_use]
    pub fn provide() -> Self {
        let app = AppState::get();
        let asked = RwSignal::new(None);
        let view = app.follow::<FunnelView>(move || Some(Query::Funnel { scenario: asked.get() }));
        let heard = Signal::derive(move || view.with(|view| view.as_ref().map(|view| (view.plan.clone(), view.revision))));
        let scenario = Memo::new(move |_| view.with(|view| view.as_ref().map(|view| view.shown()).unwrap_or_default()));
        let certainty = follow_certainty(app, asked);
        let state = Self { app, view, asked, scenario, certainty, sending: Sending::new(app, heard, |plan| Action::SetFunnel { plan }) };
        provide_context(state);
        state
    }

    /// From context; the page provides it once.
    #[must_use]
    pub fn get() -> Self {
        expect_context::<Self>()
    }

    #[must_use]
    pub fn texts(self) -> Texts {
        self.app.texts()
    }

    /// A part of the view; tracked. `None` before the first answer.
    pub fn read<T>(self, part: impl FnOnce(&FunnelView) -> T) -> Option<T> {
        self.view.with(|view| view.as_deref().map(part))
    }

    /// A part of the chain, where it can be worked back; tracked.
    pub fn chain<T>(self, part: impl FnOnce(&Chain) -> T) -> Option<T> {
        self.read(|view| view.chain.as_ref().ok().map(part)).flatten()
    }

    /// A part of the finished simulation; tracked.
    pub fn sure<T>(self, part: impl FnOnce(&Certainty) -> T) -> Option<T> {
        self.certainty.with(|view| view.as_ref().and_then(|view| view.result.as_ref()).map(part))
    }

    #[must_use]
    pub fn scheme(self) -> Scheme {
        self.read(|view| view.plan.scheme.clone()).unwrap_or_else(Scheme::contract)
    }

    /// Code of a stage, tracked; the word for the sale where it is no level.
    #[must_use]
    pub fn stage_name(self, stage: usize) -> String {
        let code = self.read(|view| view.stages.get(stage).map(|stage| stage.code.clone())).flatten().unwrap_or_default();
        if code.is_empty() { self.texts().funnel_won_stage().to_owned() } else { code }
    }

    /// What stands behind a figure, tracked.
    #[must_use]
    pub fn explain(self, figure: FunnelFigure) -> Option<Explanation> {
        self.certainty.with(|certainty| {
            self.read(|view| explain_funnel(self.texts(), figure, FunnelContext { view, certainty: certainty.as_deref() })).flatten()
        })
    }

    #[must_use]
    pub fn why(self, figure: FunnelFigure) -> Signal<Option<Explanation>> {
        Signal::derive(move || self.explain(figure))
    }

    /// Changes the plan, as one undo step.
    pub fn edit_plan(self, edit: impl FnOnce(&mut FunnelPlan)) {
        self.sending.change(edit);
    }

    /// Changes the scenario shown.
    pub fn edit(self, edit: impl FnOnce(&mut Scenario)) {
        let shown = self.view.with_untracked(|view| view.as_ref().map(|view| view.scenario));
        self.sending.change(|plan| {
            if let Some(scenario) = shown.and_then(|shown| plan.scenarios.get_mut(shown)) {
                edit(scenario);
            }
        });
    }

    /// Changes what is typed at one level.
    pub fn edit_level(self, code: &str, edit: impl FnOnce(&mut LevelChoice)) {
        self.edit(|scenario| {
            let mut choice = scenario.levels.get(code).copied().unwrap_or_default();
            edit(&mut choice);
            if choice.is_empty() {
                scenario.levels.remove(code);
            } else {
                scenario.levels.insert(code.to_owned(), choice);
            }
        });
    }
}

/// Asks for the next part of the simulation until it is done.
fn follow_certainty(app: AppState, asked: RwSignal<Option<usize>>) -> Followed<CertaintyView> {
    let part = RwSignal::new(0_u32);
    let view = app.follow::<CertaintyView>(move || {
        part.track();
        Some(Query::FunnelCertainty { scenario: asked.get() })
    });
    Effect::new(move |_| {
        if view.with(|view| view.as_ref().is_some_and(|view| view.result.is_none() && view.problem.is_none())) {
            part.update(|part| *part = part.wrapping_add(1));
        }
    });
    view
}
