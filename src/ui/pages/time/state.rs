//! State of the Time page. Figures come from the engine; what is typed goes into the plan of the workspace.

use leptos::prelude::*;

use crate::browser::clock;
use crate::engine::{CallListView, EffortQuery, Query, TimeView};
use crate::ui::i18n::Texts;
use crate::ui::sending::Sending;
use crate::ui::state::{AppState, Followed};
use crate::ui::words::{Explanation, TimeFigure, explain_time};
use crate::workspace::{Action, EffortPlan};

/// Handles to the page's signals; copy it freely.
#[derive(Clone, Copy)]
pub struct TimeState {
    pub app: AppState,
    pub view: Followed<TimeView>,
    pub list: Followed<CallListView>,
    /// The plan as heard; the defaults before the first answer.
    pub plan: Memo<EffortPlan>,
    sending: Sending<EffortPlan>,
}

impl TimeState {
    #[must_use]
    pub fn provide() -> Self {
        let app = AppState::get();
        let view = app.follow::<TimeView>(|| Some(Query::Effort(EffortQuery::Time)));
        let list = app.follow::<CallListView>(|| Some(Query::Effort(EffortQuery::CallList { today: clock::today() })));
        let plan = Memo::new(move |_| view.with(|view| view.as_ref().map(|view| view.plan.clone()).unwrap_or_default()));
        let heard = Signal::derive(move || view.with(|view| view.as_ref().map(|view| (view.plan.clone(), view.revision))));
        let sending = Sending::new(app, heard, |plan| Action::SetEffort { plan: Box::new(plan) });
        let state = Self { app, view, list, plan, sending };
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
    pub fn read<T>(self, part: impl FnOnce(&TimeView) -> T) -> Option<T> {
        self.view.with(|view| view.as_deref().map(part))
    }

    /// What stands behind a figure; tracked.
    pub fn explain(self, figure: TimeFigure) -> Option<Explanation> {
        self.read(|view| explain_time(self.texts(), view, figure))
    }

    /// A part of the list; tracked. `None` before the first answer.
    pub fn listed<T>(self, part: impl FnOnce(&CallListView) -> T) -> Option<T> {
        self.list.with(|list| list.as_deref().map(part))
    }

    /// A figure of the plan; tracked.
    pub fn figure(self, part: impl Fn(&EffortPlan) -> f64 + Send + Sync + 'static) -> Signal<Option<f64>> {
        Signal::derive(move || self.plan.with(|plan| Some(part(plan))))
    }

    /// Changes the plan, as one undo step.
    pub fn edit(self, edit: impl FnOnce(&mut EffortPlan)) {
        self.sending.change(edit);
    }
}
